"""What an author is handed: the file to begin with, and corrections that can be made for them.

A template is made from the model, so that it can never ask for a field that does not exist. A correction
changes characters and nothing that they say. Nothing here reads or writes a file.
"""

from kanalstrategi.authoring.start import edition_file, edition_template, hearing_file, hearing_template

__all__ = ["edition_file", "edition_template", "hearing_file", "hearing_template"]
