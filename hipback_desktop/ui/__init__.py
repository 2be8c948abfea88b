"""Windows and widgets: each shows what it is given and forwards what the person does.

The rules of this room: a widget has ``show_…(value)`` in and signals out; it decides nothing, reads no clock and opens
no file. Colours come from ``theme``, sizes from ``type_scale``, pictures from ``icons``.
"""
