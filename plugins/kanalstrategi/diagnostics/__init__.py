"""What is found in a file, as data: `Source`, `Span`, `Severity`, `Finding`, `Report`.

A finding holds a code, a place and the values its sentence needs. It is worded by the catalogue and
shaped by an outlet (`terminal`, `json`, `github`, `sarif`); it knows neither YAML nor strategies.
"""

from kanalstrategi.diagnostics.finding import Finding, Report, Severity
from kanalstrategi.diagnostics.rule import Rule
from kanalstrategi.diagnostics.span import Source, Span, listed

__all__ = ["Finding", "Report", "Rule", "Severity", "Source", "Span", "listed"]
