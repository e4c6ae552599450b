"""Run `build.py` or `serve.py` on another project folder, with the libraries of this one.

    python -m benchmark.ours FOLDER build
    python -m benchmark.ours FOLDER serve --port N

The scripts look for the project where they stand; here they are told another place, and nothing else of them changes.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path


def main() -> None:
    import environment

    environment.ROOT = Path(sys.argv[1]).resolve()
    environment.prepare = lambda lock: None
    script = importlib.import_module(sys.argv[2])
    sys.argv = [f"{sys.argv[2]}.py", *sys.argv[3:]]
    environment.run_script(script.main)


if __name__ == "__main__":
    main()
