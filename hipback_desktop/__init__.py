"""Hipback: guided sessions for stiff hips and lower backs, on the desktop.

The house, one room a purpose; a line may import the lines below it, names joined by ``|`` not each other::

    __main__
    cli                       the ``hipback`` command; opens the window through ``app``, and imports it only then
    app                       builds every long-lived object, connects them, starts
    ui                        windows and widgets: show and forward
    charts                    bars, heat map, pairs, trends: one drawing for screen, PNG, SVG and paper
    session | breaks | sound | storage   the running session | sitting breaks | what is heard | what is kept
    catalogue | desktop       assets <-> core values | one adapter a file for the desktop around us
    figures | clock | paths   a person from joint angles | the only place that asks the time | where files are
    core                      what a session is: standard library only, told the time, never asks

How one hold flows, one direction: routine file -> ``catalogue`` -> ``Routine`` -> ``timeline.compile_routine`` ->
``Playback`` (a frozen value) -> ``session.controller`` asks it what happened by now -> events -> signals -> the page
shows, the announcer speaks, the chimes ring -> the final ``SessionRecord`` -> ``storage``.

A sitting break: probes -> ``breaks.presence.watch`` -> ``Signs`` -> ``core.reminder`` (a frozen value) -> events ->
``breaks.service`` -> signals -> prompt and tray; its content from ``core.break_content``, played like any routine.

A figure: file -> ``catalogue`` -> ``Figure`` -> ``figures.movement`` (poses solved) -> a frame for each moment ->
``figures.painter``. It is below ``catalogue`` because the check of a file has to move the figure.
"""

__version__ = "0.1.0"
