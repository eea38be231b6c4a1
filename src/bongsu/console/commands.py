"""The commands that give a view's answer in a shell: run as they are, they give the same numbers.

Texts of strangers stand in them (a link carries places and names), so every word is quoted, and characters that a terminal
acts on are taken out.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from datetime import UTC, datetime

from bongsu.cases import WarningPlan

__all__ = ["notices_command", "passes_commands", "plan_command", "satellite_command", "whom_command"]

_ACTED_ON = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f]")
_SETS, _PLACES = "sets.tle", "places.csv"  # where the page did not say what its files are called


def _joined(words: Sequence[str]) -> str:
    return " ".join(shlex.quote(_ACTED_ON.sub(" ", word)) for word in words)


def _argument(text: str) -> str:
    """A word that is no option, whatever it begins with: the command line takes a blank before it for nothing."""
    return f" {text}" if text.startswith("-") else text


def _at(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _hours(hours: float) -> str:
    return f"{hours!r}h".replace(".0h", "h")


def plan_command(
    plan: WarningPlan,
    *,
    at: datetime,
    hours: float,
    places: Sequence[str],
    named: bool,
    purpose: str,
    min_sun_deg: float,
    elements: str | None,
    places_file: str | None,
) -> str:
    """``bongsu warn plan`` of a plan.

    Parameters
    ----------
    plan : WarningPlan
        As answered.
    at : datetime
        Start of its span.
    hours : float
        Length of its span.
    places : sequence of str
        Those that were read, as they were written.
    named : bool
        Whether satellites were named; else all of the file that serve ``purpose``.
    purpose, min_sun_deg : str, float
        As asked.
    elements, places_file : str or None
        Names of the reader's files; None where there is none, empty where their name is not known.
    """
    words = ["bongsu", "warn", "plan", *(_argument(text) for text in places)]
    words += ["--sites", places_file or _PLACES] if places_file is not None else []
    if named:
        for number in sorted({one.item.norad_id for one in plan.satellites}):
            words += ["--sat", str(number)]
    words += ["--elements", elements or _SETS, "--tolerant"] if elements is not None else []
    words += [] if purpose == "imaging" else ["--purpose", purpose]
    words += [] if min_sun_deg == 10.0 else ["--sun", f"{min_sun_deg:g}"]
    return _joined([*words, "--at", _at(at), "--for", _hours(hours)])


def notices_command(at: datetime, pasted: str) -> str:
    """The notices of a moment: those of the archive in force, and the text that was pasted."""
    lines = [_joined(["bongsu", "notice", "archive", "--in-force", "--at", _at(at)])]
    if pasted.strip():
        text = "\n".join(_ACTED_ON.sub(" ", line) for line in pasted.splitlines())
        end = "NOTICES"
        while end in text:
            end += "_"
        lines += [f"{_joined(['bongsu', 'notice', 'list', '-', '--at', _at(at)])} <<'{end}'", text, end]
    return "\n".join(lines)


def passes_commands(
    pairs: Sequence[tuple[int, str]],
    *,
    at: datetime,
    hours: float,
    min_elevation_deg: float,
    elements: str | None,
    from_claims: str,
) -> str:
    """``bongsu passes`` of every pair of a satellite's number and a place as it was written, one a line."""
    more = ["--at", _at(at), "--for", _hours(hours)]
    more += [] if min_elevation_deg == 10.0 else ["--min-elevation", f"{min_elevation_deg:g}"]
    more += ["--elements", elements or _SETS] if elements is not None else []
    more += ["--from-claims", from_claims] if from_claims else []
    return "\n".join(_joined(["bongsu", "passes", str(number), _argument(site), *more]) for number, site in pairs)


def satellite_command(norad_id: int, *, at: datetime, hours: float, elements: str | None) -> str:
    """``bongsu sat show`` of a satellite."""
    words = ["bongsu", "sat", "show", str(norad_id), "--at", _at(at)]
    words += [] if hours == 24.0 else ["--for", _hours(hours)]
    return _joined([*words, *(["--elements", elements or _SETS] if elements is not None else [])])


def whom_command(called: str, *, launch: str, own: Sequence[str]) -> str:
    """``bongsu notice whom`` of a case or text as it is ``called`` there; ``own`` are names of the reader's own maps."""
    words = ["bongsu", "notice", "whom", called, *(["--launch", launch] if launch else [])]
    return _joined([*words, *(word for name in own for word in ("--own", name))])
