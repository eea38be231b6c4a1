"""What a file of one's own is, where nobody says so: told from its text, as pasted text is."""

from __future__ import annotations

import re

from bongsu.cases.pasted import looks_like_case
from bongsu.cases.site_list import read_places
from bongsu.errors import BongsuError
from bongsu.notices import looks_like_notam, looks_like_notice
from bongsu.orbit import looks_like_element_sets, looks_like_oem

__all__ = ["kind_of_file"]

_LINES = re.compile(r'"(?:Multi)?(?:LineString|Polygon)"')


def kind_of_file(text: str) -> str:
    """``case``, ``sets``, ``notices``, ``maps`` or ``places``, tried in this order; empty for none of them.

    GeoJSON with lines or areas is a map of FIRs and routes, with points alone a table of places, as where it is dropped on the page.

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
    if text.lstrip("\ufeff \t\r\n").startswith("{") and _LINES.search(text):
        return "maps"
    try:
        places, _ = read_places(text, where="places")
    except BongsuError:
        return ""
    return "places" if places else ""
