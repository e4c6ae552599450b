"""What an author is handed: the file to begin with.

It is made from the model, so that it can never ask for a field that does not exist. Nothing here reads or
writes a file, or knows what other files say.
"""

from kanalstrategi.authoring.start import edition_file, edition_template, hearing_file, hearing_template

__all__ = ["edition_file", "edition_template", "hearing_file", "hearing_template"]
