"""The audit: every page of a built site in a real browser, in every state, read by axe-core and by checks of our own.

`scripts/audit.py` and `tests/test_accessibility.py` both call it. One check a file in `checks/`, found by being
there; the states stand in `states.py`; what axe leaves to a human, and what was decided, in `reviewed.toml`.
"""

from accessibility.report import Finding, Report
from accessibility.run import audit

__all__ = ["Finding", "Report", "audit"]
