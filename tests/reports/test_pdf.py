"""The report as PDF: pages, fonts, marking; and the words where WeasyPrint or Pango is missing."""

from __future__ import annotations

import builtins
import re
import shutil
import subprocess
import zlib

import pytest
import sample  # tests/reports/sample.py

from bongsu.errors import InputError
from bongsu.reports import report_pdf
from bongsu.reports.pdf import _css_string, _halo_below


def made(answer, **more) -> bytes:
    """The PDF, or b"" where this machine has no Pango: then the error that says so is held instead."""
    try:
        return report_pdf(answer, **more)
    except InputError as error:
        assert "Pango" in str(error) and "apt-get install libpango" in error.advice
        return b""


def inside(body: bytes) -> bytes:
    """Everything a PDF holds, with its streams unpacked."""
    parts = [body]
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", body, re.DOTALL):
        try:
            parts.append(zlib.decompress(found[1]))
        except zlib.error:
            continue
    return b"\n".join(parts)


def words(body: bytes, tmp_path) -> str:
    """Its text by poppler, where that is installed."""
    program = shutil.which("pdftotext")
    if program is None:
        return ""
    (tmp_path / "x.pdf").write_bytes(body)
    return subprocess.run(
        [program, "-layout", "x.pdf", "-"], cwd=tmp_path, capture_output=True, check=True
    ).stdout.decode()


def test_a_pdf_has_embedded_fonts_tags_pages_and_marking(tmp_path):
    answer = sample.malligyong()
    body = made(answer, marking="HELD FOR <TEST> \\ ·")
    if not body:
        return
    assert body.startswith(b"%PDF-1.7")
    held = inside(body)
    fonts = set(re.findall(rb"/FontName /([\w+-]+)", held))
    assert any(b"Inter" in name for name in fonts)
    assert all(b"+" in name for name in fonts)  # each a subset that is in the file
    assert held.count(b"/FontFile") >= len(fonts)
    assert b"/MarkInfo" in held and b"/StructTreeRoot" in held
    assert not re.search(rb"/JavaScript|/Launch|/EmbeddedFile", held)
    text = words(body, tmp_path)
    if text:
        pages = text.count("\f")
        assert text.count("HELD FOR <TEST> \\ ·") == pages
        assert f"Page 1 of {pages}" in text and f"Page {pages} of {pages}" in text
        assert answer.case.case.title[:20] in text


def test_the_same_answer_gives_the_same_bytes():
    answer = sample.empty()
    assert made(answer) == made(answer)


@pytest.mark.parametrize("marking", ["", "   ", "x" * 81])
def test_a_marking_that_does_not_fit_is_refused(marking):
    with pytest.raises(InputError, match="marking"):
        report_pdf(sample.malligyong(), marking=marking)


@pytest.mark.parametrize(
    ("raised", "says", "advice"),
    [
        (ImportError("No module named 'weasyprint'"), "not installed", r"pip install '.\[pdf\]'"),
        (OSError("cannot load library 'libpango-1.0-0'"), "Pango", "apt-get install libpango"),
    ],
)
def test_what_is_missing_is_said(monkeypatch, raised, says, advice):
    real = builtins.__import__

    def without(name, *rest, **more):
        if name == "weasyprint":
            raise raised
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(InputError, match=says) as error:
        report_pdf(sample.malligyong())
    assert re.search(advice, error.value.advice)


def test_a_halo_is_painted_under_its_letters():
    one = '<text class="b-label" fill="#16202a" stroke="#ffffff" x="1" stroke-width="4.8" stroke-linejoin="round" paint-order="stroke">A<tspan dx="2">b</tspan></text>'
    two = _halo_below(f"<svg>{one}{one}</svg>")
    assert two.count("<text ") == 4 and "paint-order" not in two
    over = re.findall(r"<text ([^>]*)>", two)[1]
    assert "stroke" not in over and 'fill="#16202a"' in over
    assert two.count("A<tspan") == 4


def test_text_cannot_leave_its_string_in_the_style_sheet():
    assert not set('";}{<\\\n') & set(re.sub(r"\\[0-9a-f]{6}", "", _css_string('a"; } body { color: red } \\ <\n')))
