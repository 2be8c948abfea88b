"""What is heard: speech rendered ahead and chimes, each played at its moment by a process of its own.

The window's process holds only the :class:`~hipback_desktop.sound.announcer.Announcer` and what it supervises; pyttsx3
lives in :mod:`~hipback_desktop.sound.render` and QtMultimedia in :mod:`~hipback_desktop.sound.player`, because both can
freeze or end the process they are in.
"""
