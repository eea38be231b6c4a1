"""Who said it, where, when, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["GRADES", "Evidence", "Source"]

GRADES = {
    "A": "original text or data seen",
    "B": "reputable report seen",
    "C": "one weak source, or rounded or translated",
    "M": "general knowledge, no source seen",
    "X": "computed from graded data, method stated",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One publication of a value: who published it, where, and whose words it passes on.

    ``published`` and ``retrieved`` are ISO dates or times as text, because sources give them to
    differing precision (``2023-05`` stays ``2023-05``). ``of`` names the party whose words a
    second-hand source passes on. ``grade`` is a key of :data:`GRADES`.
    """

    id: str
    publisher: str
    address: str = ""
    title: str = ""
    published: str = ""
    retrieved: str = ""
    grade: str = "B"
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One input of an answer: what it is, which sources gave it, the hash of its text, its age."""

    what: str
    sources: tuple[str, ...] = ()
    sha256: str = ""
    age_days: float | None = None
