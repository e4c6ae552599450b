"""The parts of `scripts/bench.py`: a synthetic country, those who build it, and what is measured.

`country` makes the editions, `markdown` the same as Markdown, `peers` a folder and a command for each builder,
`running` runs one and says what it took, each `measure_*` yields series of numbers, `report` sets them beside
the targets, `record` keeps them.
"""
