"""The running session in Qt: the state machine, the controller, the ticker and the cue track; no widgets."""
