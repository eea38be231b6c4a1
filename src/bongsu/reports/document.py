"""The report: one self-contained page of HTML that a browser shows and a printer prints."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from bongsu.reports.attempt_rows import AttemptRow, ShareRow, attempt_rows, share_rows
from bongsu.reports.map_marks import APPROXIMATE
from bongsu.reports.moments import day_text, zone_name
from bongsu.reports.plots import miss_svg, off_nadir_svg
from bongsu.reports.report_table import table_in
from bongsu.reports.sources import source_rows
from bongsu.reports.spoken import spoken_in, t
from bongsu.reports.svg import DARK, LIGHT, clean, theme_css
from bongsu.reports.svg_map import has_map, map_svg
from bongsu.reports.tables import (
    GSD_NADIR,
    by_hand,
    claim_rows,
    estimate_name,
    methods,
    miss_dots,
    off_nadir_bars,
    shared_caveats,
    unique,
)
from bongsu.reports.timeline import timeline_span, timeline_svg
from bongsu.wording import phrase

if TYPE_CHECKING:
    from jinja2 import Template

    from bongsu.assessment import Finding
    from bongsu.cases import Assessment

__all__ = ["report_html"]

_SIGN_NAMES = {"=": "fits", "≠": "does not fit", "!": "look here", "?": "cannot tell"}
_SIGN_CLASSES = {"=": "fits", "≠": "against", "!": "look", "?": "open"}


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - only a report needs it

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
                              finalize=_finalize)  # fmt: skip
    environment.filters["estimate"] = lambda estimate: estimate.format()
    environment.filters["sign_name"] = lambda sign: _SIGN_NAMES.get(sign, "")
    environment.filters["sign_class"] = lambda sign: _SIGN_CLASSES.get(sign, "open")
    environment.filters["anchor"] = _anchor
    environment.filters["nearest_words"] = nearest_words
    environment.filters["estimate_name"] = estimate_name
    text = (files("bongsu.reports") / "templates" / "report.html.j2").read_text(encoding="utf-8")
    return environment.from_string(text)


def _finalize(value: Any) -> Any:
    """Text without control characters; markup that is already safe stays as it is."""
    return value if hasattr(value, "__html__") else clean(value) if isinstance(value, str) else value


def nearest_words(days: float) -> str:
    """How far the nearest element set is from a past episode: that counts for its answers, not the age of the newest."""
    if days == 0.0:
        return t("a set within the episode")
    before, after = "nearest set {days:.1f} days before the episode", "nearest set {days:.1f} days after the episode"
    return t(phrase(before if days > 0.0 else after, days=abs(days)))


def _anchor(text: str) -> str:
    """An identifier for a link, of letters, digits and hyphens only."""
    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in text)


@cache
def _style() -> str:
    """The page's rules: palettes for light, dark and print, then the layout."""
    sheet = (files("bongsu.reports") / "templates" / "report.css").read_text(encoding="utf-8")
    light = "".join(f"--{name}:{value};" for name, value in LIGHT.items())
    dark = "".join(f"--{name}:{value};" for name, value in DARK.items())
    palettes = f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
    return f"\n{palettes}{sheet}\n{theme_css()}\n"


def _citation(assessment: Assessment) -> str:
    """One line to copy."""
    head = assessment.case.case
    hashed = phrase(", input sha256 {sha256}", sha256=assessment.sha256[:12]) if assessment.sha256 else ""
    said = phrase(
        "Bongsu {version}, assessment of “{title}” ({name}), {day}{hashed}. Public sources only.",
        version=assessment.version, title=head.title or head.name, name=head.name,
        day=day_text(assessment.at, "D M Y"), hashed=hashed,
    )  # fmt: skip
    return t(said)


def _question(assessment: Assessment) -> str:
    """The question of the page in one line."""
    given = assessment.extras.get("question")
    return str(
        given
        or assessment.case.case.summary
        or "Do the public statements about this episode agree with physics and with each other?"
    )


def _texts(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list | tuple) else [str(value)] if value else []


def _other(assessment: Assessment) -> list[Finding]:
    return [finding for finding in assessment.findings if finding.topic != "claim"]


def _added(assessment: Assessment, safe: Callable[[str], Any]) -> dict[str, list[tuple[AttemptRow, Any]]]:
    """Rows of what each feature adds, with their bars."""
    return {item.id: [(row, safe(row.bar)) for row in attempt_rows(item)] for item in _shown_whole(assessment)}


def _kinds(assessment: Assessment, safe: Callable[[str], Any]) -> dict[str, list[tuple[ShareRow, Any]]]:
    """The share of each kind of flight, with its bar."""
    return {item.id: [(row, safe(row.bar)) for row in share_rows(item)] for item in _shown_whole(assessment)}


def _shown_whole(assessment: Assessment) -> list[Finding]:
    """Findings on an attempt with all their rows: of reported flights, or of the first launch, the case's own."""
    found = [item for item in assessment.findings if item.topic == "attempt"]
    return [item for item in found if item.details.get("of") == "flight"] or found[:1]


def report_html(assessment: Assessment, *, language: str = "en") -> str:
    """The assessment as one HTML page: no script, no outside resource, one to three pages of paper.

    Parameters
    ----------
    assessment : Assessment
        What is missing from it leaves its section out. Besides its own fields these ``extras`` are read:
        ``question`` (one line under the title), ``corrections`` (lines of the foot), ``tables`` (:class:`ReportTable`),
        ``facts`` (label and text, instead of the case's name) and ``dated`` (the word before the time).
    language : str
        One of :data:`bongsu.wording.LANGUAGES`. Names and quoted words stay as they are.

    Notes
    -----
    Ranges are printed by :meth:`bongsu.earth.Estimate.format`, as everywhere. The page carries a content
    security policy of its own that allows nothing but its style sheet. Colours follow the reader's scheme;
    print is always light, and every meaning has a word or a sign besides its colour.
    """
    from bongsu.cases import answer_in  # noqa: PLC0415 - the room is loaded when there is an assessment

    with spoken_in(language):
        return _page(answer_in(assessment, language), language)


def _page(assessment: Assessment, language: str) -> str:
    """The page of an answer that is in the language already."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    rows = claim_rows(assessment)
    sources = source_rows(assessment)
    uncited = len(assessment.case.source) - len(sources)
    findings = assessment.findings
    drawn = has_map(assessment)

    def safe(svg: str) -> Markup:
        return Markup(svg)  # our own pictures, whose texts are escaped

    return _template().render(
        a=assessment,
        language=language,
        t=t,
        head=assessment.case.case,
        title=assessment.case.case.title or assessment.case.case.name,
        question=t(_question(assessment)),
        style=safe(style),
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'",
        assessed=day_text(assessment.at, "D M Y, H:N UTC")
        if language == "en"
        else f"{assessment.at:%Y-%m-%d %H:%M} UTC",
        citation=_citation(assessment),
        say=list(assessment.say) or unique(finding.say for finding in findings),
        do_not_say=list(assessment.do_not_say) or unique(finding.do_not_say for finding in findings),
        map_wide=safe(map_svg(assessment, prefix="map")) if drawn else "",
        map_narrow=safe(map_svg(assessment, width=720, prefix="map-narrow")) if drawn else "",
        approximate=t(APPROXIMATE) if any(area.approximate for area in assessment.areas) else "",
        timeline_wide=safe(timeline_svg(assessment, prefix="timeline")),
        timeline_narrow=safe(timeline_svg(assessment, width=720, prefix="timeline-narrow")),
        timeline_span=timeline_span(assessment),
        claims=rows,
        gsd_nadir=GSD_NADIR,
        misses=safe(miss_svg(miss_dots(rows))),
        off_nadirs=safe(off_nadir_svg(off_nadir_bars(rows))),
        others=_other(assessment),
        added=_added(assessment, safe),
        kinds=_kinds(assessment, safe),
        would_change=unique(text for finding in findings for text in finding.would_change),
        by_hand=by_hand(assessment),
        methods=methods(assessment),
        sources=sources,
        uncited=uncited,
        uncited_words=t(
            phrase("{count} further sources of the case are not cited by any finding here.", count=uncited)
        ),
        shared=shared_caveats(assessment),
        numbers={source.id: source.number for source in sources},
        zone=zone_name(assessment.case.case.zone),
        tables=[table_in(table, language) for table in assessment.extras.get("tables", ())],
        facts=[
            (label, t(text)) for label, text in assessment.extras.get("facts", [("Case", assessment.case.case.name)])
        ],
        dated=assessment.extras.get("dated", "Assessed"),
        corrections=_texts(assessment.extras.get("corrections")),
    )
