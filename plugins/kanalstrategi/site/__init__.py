"""What several files say together: municipalities, their strategies and hearings, the comparison.

Holds only what follows from what was authored. Finds what is wrong with files as files: KS5.
"""

from kanalstrategi.site.assembly import assemble
from kanalstrategi.site.comparison import Cell, Silence, cell, silence
from kanalstrategi.site.evidence import Evidence
from kanalstrategi.site.library import Library, Municipality, Strategy

__all__ = ["Cell", "Evidence", "Library", "Municipality", "Silence", "Strategy", "assemble", "cell", "silence"]
