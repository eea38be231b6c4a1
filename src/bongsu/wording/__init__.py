"""What Bongsu says, in English, Korean and Japanese.

A sentence is a ``Phrase``: English text, and beside it the template and the values it was made of. Everything that
knows only text sees the English; ``render`` and ``words_of`` give the other languages from the tables beside
this file (docs/decisions/0017).
"""

from bongsu.wording.phrase import Phrase, capital, joined, open_ended, phrase
from bongsu.wording.spoken import phrase_to_json, said_in, words_of
from bongsu.wording.table import LANGUAGES, Rendered, names_of, read_tables, render, runs
from bongsu.wording.voice import Voice

__all__ = [
    "LANGUAGES",
    "Phrase",
    "Rendered",
    "Voice",
    "capital",
    "joined",
    "names_of",
    "open_ended",
    "phrase",
    "phrase_to_json",
    "read_tables",
    "render",
    "runs",
    "said_in",
    "words_of",
]
