"""Kinds of warnings against labels fixed before the classifier existed: confusion, precision, recall, every error.

336 NGA warnings of 2018 and 2023, labelled in tests/notices/labels/notice_kinds.csv (numbers and labels; the texts are
in the reference data, see its SOURCE.md). Weights, words and places were chosen on the part `train`; `test`, a third
by hash, is scored apart. "cannot tell" is right when answered `undetermined`; a kind given there counts against that
kind's precision. Intervals: Wilson, 95 %.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bongsu.notices import KINDS, Notice, parse_notice

from ._inputs import CHECKOUT, REFERENCE_DATA
from .notice_geometry import DATA, issued_of, messages, text_of

TITLE = "Kinds of 336 labelled warnings: precision and recall of launch, missile test and debris at least 0.95"
EXPECTED_TIME = "about 5 s"
LABELS = CHECKOUT / "tests" / "notices" / "labels" / "notice_kinds.csv"
API_DATA = "nga-broadcast-warnings/broadcast-warn_2023-04.json.gz"
SCORED = ("space launch", "missile test", "debris")
LEAST = 0.95
RECORDED = 109  # of 114 held-out messages as labelled, docs/figures.md
UNKNOWN = "cannot tell"
_Z = 1.959964  # 97.5 % point of the normal distribution
_SERIES = {"4": "NAVAREA IV", "12": "NAVAREA XII", "A": "HYDROLANT", "P": "HYDROPAC", "C": "HYDROARC"}
STRATA = {"spoken": 1.0, "weapons": 150 / 60, "hazardous": 311 / 90, "rest": 1646 / 90}  # messages for each labelled


@dataclass(frozen=True)
class Labelled:
    """One labelled message and what is read from it."""

    id: str
    stratum: str
    part: str
    label: str
    note: str
    notice: Notice

    @property
    def expected(self) -> str:
        """The answer that is right."""
        return "undetermined" if self.label == UNKNOWN else self.label


def part_of(collection: str, number: str) -> str:
    """Whether a message is in the training or the test part (docs/methods/notice-kinds.md)."""
    digest = hashlib.sha256(f"{collection} {number}".encode()).hexdigest()
    return "test" if int(digest[:8], 16) % 3 == 0 else "train"


def texts(folder: Path) -> Iterator[tuple[str, str, str, int]]:
    """Set, number, text to read and year of every message of both sets."""
    for record in messages(folder / DATA):
        page = record["features"][0]["text_html"]
        yield "nga-2018", record["id"], f"{issued_of(page)}\n{record['id']}.\n{text_of(page)}", 2018
    with gzip.open(folder / API_DATA, "rt") as file:
        for each in json.load(file)["broadcast-warn"]:
            number = f"{_SERIES[each['navArea']]} {each['msgNumber']}/{each['msgYear'] % 100:02d}"
            yield "api-2023", number, f"{each['issueDate']}\n{number}.\n{each['text']}", each["msgYear"]


def labelled(folder: Path = REFERENCE_DATA) -> list[Labelled]:
    """Every labelled message, read."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        rows = {(row["set"], row["id"]): row for row in csv.DictReader(file)}
    found = []
    for collection, number, text, year in texts(folder):
        row = rows.pop((collection, number), None)
        if row is not None:
            notices = parse_notice(text, year=year)
            notice = max(notices, key=lambda each: len(each.raw))
            found.append(Labelled(number, row["stratum"], row["part"], row["kind"], row["note"], notice))
    if rows:
        raise SystemExit(
            f"notice-kinds: {len(rows)} labelled messages are not in the sets, the first {next(iter(rows))}"
        )
    return found


def wilson(hits: int, of: int) -> tuple[float, float]:
    """95 % interval of a proportion (Wilson 1927)."""
    if of == 0:
        return 0.0, 1.0
    part, square = hits / of, _Z * _Z / of
    middle = (part + square / 2.0) / (1.0 + square)
    half = _Z * math.sqrt(part * (1.0 - part) / of + square / (4.0 * of)) / (1.0 + square)
    return max(0.0, middle - half), min(1.0, middle + half)


def confusion(cases: Sequence[Labelled]) -> list[str]:
    """Rows of labels, columns of answers."""
    counts = Counter((case.expected, case.notice.kind) for case in cases)
    lines = ["label \\ answer: " + ", ".join(KINDS)]
    for label in KINDS:
        row = [counts[label, answer] for answer in KINDS]
        if sum(row):
            lines.append(f"{UNKNOWN if label == 'undetermined' else label}: " + " ".join(f"{count:d}" for count in row))
    return lines


def scores(cases: Sequence[Labelled], kinds: Sequence[str] = KINDS) -> tuple[list[str], bool]:
    """Precision and recall of each kind, and whether those asked for reach 0.95."""
    lines, holds = [], True
    for kind in kinds:
        right = sum(case.expected == kind == case.notice.kind for case in cases)
        given = sum(case.notice.kind == kind for case in cases)
        wanted = sum(case.expected == kind for case in cases)
        if not given and not wanted:
            continue
        words = []
        for name, of in (("precision", given), ("recall", wanted)):
            low, high = wilson(right, of)
            share = f"{right / of:.3f}" if of else "none"
            words.append(f"{name} {share} ({right} of {of}; {low:.2f} to {high:.2f})")
            if kind in SCORED and (not of or right / of < LEAST):
                holds = False
        lines.append(f"{kind}: {', '.join(words)}")
    return lines, holds


def errors(cases: Sequence[Labelled]) -> list[str]:
    """Each wrong answer, the label's reason and the weightiest evidence."""
    lines = []
    for case in cases:
        if case.notice.kind != case.expected:
            reasons = "; ".join(
                f"{each.name} ({each.kind} {each.weight:+.1f})" for each in case.notice.kind_reasons[:4]
            )
            sure = case.notice.kind_probability
            lines.append(
                f"  {case.id}: {case.notice.kind}{f' {sure:.2f}' if sure else ''}, label {case.label} ({case.note}); by {reasons}"
            )
    return lines


def run(seed: int, share: str) -> dict[str, Any]:
    """The figure. Nothing in it is random; a small share asks only whether it is worse than when it was recorded."""
    del seed
    if not (REFERENCE_DATA / DATA).exists():
        return {"lines": ["the reference data is not beside the checkout: nothing compared"], "holds": True}
    cases = labelled()
    if share == "small":
        right = sum(case.notice.kind == case.expected for case in cases if case.part == "test")
        return {
            "lines": [
                f"held-out third: {right} as labelled, {RECORDED} when recorded; whether 0.95 is reached: full share"
            ],
            "holds": right >= RECORDED,
        }
    lines, held = [], {}
    for part, words in (("train", "training part"), ("test", "held-out third")):
        chosen = [case for case in cases if case.part == part]
        right = sum(case.notice.kind == case.expected for case in chosen)
        figures, held[part] = scores(chosen)
        lines += [f"{words}: {right} of {len(chosen)} as labelled", *confusion(chosen), *figures]
        known, _ = scores([case for case in chosen if case.label != UNKNOWN], SCORED)
        lines += [f'{words}, messages labelled "{UNKNOWN}" left aside:', *known]
        if part == "test":
            lines += ["errors of the held-out third:", *(errors(chosen) or ["  none"])]
    return {"lines": lines, "holds": held["test"]}
