"""What several files say together: municipalities, their strategies and hearings, the comparison.

Holds only what follows from what was authored. Finds what is wrong with files as files: KS5.
"""

from kanalstrategi.site.comparison import Cell, Evidence, Silence, cell, silence
from kanalstrategi.site.library import Library, Municipality, Strategy, assemble

__all__ = ["Cell", "Evidence", "Library", "Municipality", "Silence", "Strategy", "assemble", "cell", "silence"]
