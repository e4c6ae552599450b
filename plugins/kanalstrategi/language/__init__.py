"""Plain language: words and their forms, sentences, and LIX, a measure of how hard a text is to read.

It knows text and editions. It knows nothing of files, findings or pages. The Danish words that it goes
by stand in `words.yml`: whole inflected forms, never stems.
"""

from kanalstrategi.language.forms import Forms, forms, number_of_words, words_in
from kanalstrategi.language.lix import Band, Count, count
from kanalstrategi.language.placeholders import may_hold_placeholders, placeholders_in
from kanalstrategi.language.sentences import running_text, sentences

__all__ = ["Band", "Count", "Forms", "count", "forms", "may_hold_placeholders", "number_of_words", "placeholders_in", "running_text", "sentences", "words_in"]
