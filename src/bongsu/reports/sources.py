"""The sources of an assessment: which it rests on, numbered, with grade, dates and hash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bongsu.cases import Assessment

__all__ = ["SourceRow", "cited", "source_rows"]


def cited(assessment: Assessment) -> list[Any]:
    """The case's source entries that a finding or an input names, in the case's order; all where none is named."""
    named = {record.source for record in assessment.inputs}
    for finding in assessment.findings:
        named.update(finding.sources)
        for item in finding.evidence:
            named.update(item.sources)
    entries = list(assessment.case.source)
    return [entry for entry in entries if entry.id in named] or entries


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """One source, numbered."""

    number: int
    id: str
    publisher: str
    title: str
    address: str
    of: str
    grade: str
    published: str
    retrieved: str
    sha256: str


def source_rows(assessment: Assessment) -> list[SourceRow]:
    """The sources that the answer rests on, with the hash of their archived text where one is known."""
    hashes: dict[str, str] = {}
    for record in assessment.inputs:
        if record.sha256:
            hashes.setdefault(record.source, record.sha256)
    for finding in assessment.findings:
        for item in finding.evidence:
            if item.sha256 and len(item.sources) == 1:
                hashes.setdefault(item.sources[0], item.sha256)
    return [
        SourceRow(
            number=number,
            id=entry.id,
            publisher=entry.publisher,
            title=entry.title,
            address=entry.address if entry.address.lower().startswith(("https://", "http://")) else "",
            of=entry.of,
            grade=entry.grade,
            published=entry.published,
            retrieved=entry.retrieved,
            sha256=hashes.get(entry.id, ""),
        )
        for number, entry in enumerate(cited(assessment), start=1)
    ]
