"""Look at every page of a built folder as its readers do, in a real browser, and report what keeps anybody out.

    python3 scripts/audit.py [DIR]                 site/ unless another folder is named; build it first
    python3 scripts/audit.py --json FILE           write the whole report too
    python3 scripts/audit.py --figures             write the figures that the page about accessibility shows
    python3 scripts/audit.py --transcripts         write tests/transcripts/ anew

The exit code is 1 when anything fails. The checks stand in `tests/accessibility/`.
"""

import sys

import browser
import environment


def main() -> int:
    path = browser.find_or_install()
    environment.prepare(environment.TEST_LOCK)
    settings = {browser.VARIABLE: path, "PYTHONPATH": str(environment.ROOT / "tests")}
    return environment.run("-m", "accessibility", *sys.argv[1:], **settings)


if __name__ == "__main__":
    environment.run_script(main)
