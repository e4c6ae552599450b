"""What a command's exit code says."""

OK, FOUND, WRONG_USE = 0, 1, 2

UNHEARD = 141
"""As a shell says it of a command whose reader left before the end: 128 and the number of the signal SIGPIPE."""
