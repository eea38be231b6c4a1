"""The report as PDF: the same page, set on A4 by WeasyPrint, with marking and page numbers on every sheet."""

from __future__ import annotations

import base64
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from bongsu.errors import InputError
from bongsu.reports.document import report_html
from bongsu.reports.svg import clean
from bongsu.wording import phrase, render

if TYPE_CHECKING:
    from bongsu.cases import Assessment

__all__ = ["MARKING", "report_pdf"]

MARKING = "PUBLIC SOURCES · NOT AN OFFICIAL WARNING"
_MOST_MARKING = 80  # letters that fit at the head of a sheet
_FACES = (("Inter-Regular.subset.otf", "400"), ("Inter-SemiBold.subset.otf", "600 700"))
# A text with a halo: its edge is painted under it. WeasyPrint paints it over (no paint-order), so it is set twice.
_HALO = re.compile(r'<text ([^<>]{0,600}) paint-order="stroke">((?:[^<]|<(?!/text>)){0,2000})</text>')
_STROKE = re.compile(r' stroke(?:-[a-z]{1,12})?="[^"<>]{0,40}"')
_CJK = ("Noto Sans CJK KR", "Noto Sans CJK JP")
_SHEET = """
@page { size: A4; margin: 15mm 11mm 14mm;
  @top-left { content: "%(marking)s"; font: 600 7pt Inter, sans-serif; letter-spacing: .06em; color: #4b5966 }
  @top-right { content: "%(title)s"; font: 7pt Inter, sans-serif; color: #4b5966 }
  @bottom-left { content: "%(foot)s"; font: 7pt Inter, sans-serif; color: #4b5966 }
  @bottom-right { content: %(pages)s; font: 7pt Inter, sans-serif; color: #4b5966 } }
body { font-family: Inter, "Noto Sans", "DejaVu Sans", %(fonts)s, sans-serif }
.facts dt, .facts dd { white-space: nowrap }
.facts { font-size: 6.8pt; gap: 1pt 9pt }
"""


def report_pdf(assessment: Assessment, *, marking: str = MARKING, language: str = "en") -> bytes:
    """The report of :func:`report_html` as PDF 1.7: A4, fonts embedded, tagged, nothing fetched.

    Parameters
    ----------
    assessment : Assessment
        As :func:`report_html` takes it.
    marking : str
        What stands at the head of every sheet; up to 80 letters.
    language : str
        As :func:`report_html` takes it.

    Raises
    ------
    InputError
        When WeasyPrint (the extra ``pdf``) or the system's Pango is missing, or the marking is too long.

    Notes
    -----
    Latin text is set in the shipped Inter; Korean and Japanese need a font of the system's, such as Noto Sans CJK, and
    show as boxes without one.
    """
    words = clean(marking).strip()
    if not words or len(words) > _MOST_MARKING:
        raise InputError(f"a marking of {len(words)} letters", advice=f"write 1 to {_MOST_MARKING}")
    weasyprint = _weasyprint()
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - heavy, only for a PDF

    from bongsu.cases import answer_in  # noqa: PLC0415 - the room is loaded when there is an assessment

    head = answer_in(assessment, language).case.case
    hashed = phrase(", input {sha256}", sha256=assessment.sha256[:12]) if assessment.sha256 else ""
    foot = f"Bongsu {assessment.version}, {assessment.at:%Y-%m-%d %H:%M} UTC{render(hashed, language).text}"
    ordered = reversed(_CJK) if language == "ja" else _CJK  # the shapes of a letter differ
    said = {
        "fonts": ", ".join(f'"{name}"' for name in ordered),
        "marking": _css_string(render(words, language).text),
        "title": _css_string((head.title or head.name)[:90]),
        "foot": _css_string(foot),
        "pages": _pages(language),
    }
    fonts = FontConfiguration()
    only = weasyprint.URLFetcher(allowed_protocols=("data",))  # nothing but what the page itself holds
    sheet = weasyprint.CSS(string=_faces() + _SHEET % said, font_config=fonts, url_fetcher=only)
    page = weasyprint.HTML(string=_halo_below(report_html(assessment, language=language)), url_fetcher=only)
    body = page.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_tags=True, custom_metadata=False)
    return bytes(body)


def _weasyprint() -> Any:
    try:
        import weasyprint  # noqa: PLC0415 - an extra, and heavy
    except ImportError:
        raise InputError(
            "a PDF needs WeasyPrint, which is not installed", advice="in the checkout: pip install '.[pdf]'"
        ) from None
    except OSError as error:
        raise InputError(
            f"a PDF needs the system library Pango, which was not found ({str(error)[:120]})",
            advice="on Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0; or print the .html",
        ) from None
    return weasyprint


def _faces() -> str:
    """The shipped fonts as rules of a style sheet."""
    rules = []
    for name, weight in _FACES:
        data = base64.b64encode((files("bongsu.reports") / "data" / name).read_bytes()).decode()
        rules.append(
            f"@font-face {{ font-family: Inter; font-weight: {weight}; src: url(data:font/otf;base64,{data}) }}\n"
        )
    return "".join(rules)


def _pages(language: str) -> str:
    """``Page 2 of 5`` as the content of a style rule."""
    words = render(phrase("Page {page} of {pages}", page="@", pages="#"), language).text
    parts = [
        {"@": "counter(page)", "#": "counter(pages)"}.get(part) or f'"{part}"'
        for part in re.split("([@#])", words)
        if part
    ]
    return " ".join(parts)


def _css_string(text: str) -> str:
    """Text for a quoted string of a style sheet."""
    return "".join(
        letter if letter.isalnum() or letter in " .,·-:/()+" else f"\\{ord(letter):06x} " for letter in clean(text)
    )


def _halo_below(page: str) -> str:
    """Every text with a halo twice: its edge, then the letters over it."""

    def twice(found: re.Match[str]) -> str:
        head, inner = found[1], found[2]
        return f"<text {head}>{inner}</text><text {_STROKE.sub('', ' ' + head).strip()}>{inner}</text>"

    return _HALO.sub(twice, page)
