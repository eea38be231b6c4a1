"""The language of a page or picture while it is written. An answer's own texts come in it already (``answer_in``)."""

from __future__ import annotations

from bongsu.wording import Voice

__all__ = ["language_now", "spoken_in", "t"]

_VOICE = Voice("the report")
spoken_in, language_now, t = _VOICE.spoken_in, _VOICE.language_now, _VOICE.t
