"""How fast we are, beside others that build the same country. No part of the tests.

    python3 scripts/bench.py                       all measures, three paired runs; writes docs/benchmark.md and .json
    python3 scripts/bench.py --quick               one run of each, nothing written; what to use while changing code
    python3 scripts/bench.py --only build,check    some measures: build, growth, check, serve, search, comparison
    python3 scripts/bench.py --peers ours,material some of: ours, material, zensical, hugo
    python3 scripts/bench.py --profile [check]     where the time of a build (or of a check) goes, by room and function
    python3 scripts/bench.py --install             first get Zensical (by pip) and Hugo (by apt, as root on Debian)

It takes half an hour and two gigabytes in `.bench/`. Processor time is measured on Linux and macOS; on Windows
only the clock is. The parts are in `scripts/benchmark/`.
"""

import sys

import environment


def main() -> int:
    environment.prepare(environment.TEST_LOCK)
    return environment.run("-m", "benchmark", *sys.argv[1:], PYTHONPATH=str(environment.ROOT / "scripts"))


if __name__ == "__main__":
    environment.run_script(main)
