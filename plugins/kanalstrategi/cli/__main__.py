"""The same as the `kanalstrategi` command: `python -m kanalstrategi.cli`."""

import sys

from kanalstrategi.cli import main

if __name__ == "__main__":
    sys.exit(main())
