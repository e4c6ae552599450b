"""Run another script on another project folder, with the libraries of this clone. For the tests and the benchmark.

    .venv/bin/python scripts/elsewhere.py FOLDER build
    .venv/bin/python scripts/elsewhere.py FOLDER serve --port N

The scripts look for the project where they stand; here they are told another place, and nothing else of them changes.
"""

import importlib
import sys
from pathlib import Path

import environment


def main() -> int:
    environment.ROOT = Path(sys.argv[1]).resolve()
    environment.prepare = lambda lock: None
    script = importlib.import_module(sys.argv[2])
    sys.argv = [f"{sys.argv[2]}.py", *sys.argv[3:]]
    code: int = script.main()
    return code


if __name__ == "__main__":
    environment.run_script(main)
