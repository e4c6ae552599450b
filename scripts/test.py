"""Run the tests. Do it before handing in a change; CI runs the same.

    python3 scripts/test.py [what pytest takes, e.g. -k export or tests/test_build.py]

Some tests look at the pages in a real browser, so an installed one is needed.
"""

import sys

import browser
import environment

# As many tests at a time as there are cores.
DEFAULT_ARGS: tuple[str, ...] = ("-n", "auto")


def main() -> int:
    path = browser.find_or_install()
    environment.prepare(environment.TEST_LOCK)
    return environment.run(
        "-m", "pytest", *pytest_arguments(sys.argv[1:]), **{browser.VARIABLE: path}
    )


def pytest_arguments(given: list[str]) -> list[str]:
    """All tests, unless the caller names some of them."""
    names_tests = any(argument.startswith("tests") for argument in given)
    return [*DEFAULT_ARGS, *([] if names_tests else ["tests"]), *given]


if __name__ == "__main__":
    environment.run_script(main)
