"""The hearing note: who was heard, and every point with the authority's comment, to read, print and send."""

from kanalstrategi.pages.hearing_note.view import HearingNote, note, page, word_file

__all__ = ["HearingNote", "note", "page", "word_file"]
