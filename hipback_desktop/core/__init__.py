"""What a session is, in plain Python.

The rules of this room: standard library only; no Qt, no files, no threads, no clock. Every function is told the time
and answers with a new value and with events. Values are frozen; a value that cannot be must fail where it is made.
"""
