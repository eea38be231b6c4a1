"""What a file of one's own is, where nobody says so: told from its text, as pasted text is."""

from __future__ import annotations

from bongsu.cases.pasted import looks_like_case
from bongsu.cases.site_list import read_places
from bongsu.errors import BongsuError
from bongsu.notices import looks_like_notam, looks_like_notice
from bongsu.orbit import looks_like_element_sets, looks_like_oem

__all__ = ["kind_of_file"]


def kind_of_file(text: str) -> str:
    """``case``, ``sets``, ``notices`` or ``places``, tried in this order; empty for none of them.

    Parameters
    ----------
    text : str
        The whole file.
    """
    if looks_like_case(text):
        return "case"
    if looks_like_element_sets(text) or looks_like_oem(text):
        return "sets"
    if looks_like_notice(text) or looks_like_notam(text):
        return "notices"
    try:
        places, _ = read_places(text, where="places")
    except BongsuError:
        return ""
    return "places" if places else ""
