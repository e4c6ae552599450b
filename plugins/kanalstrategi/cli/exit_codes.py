"""What a command's exit code says."""

OK, FOUND, WRONG_USE = 0, 1, 2
