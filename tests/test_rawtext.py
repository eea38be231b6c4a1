"""Text out of bytes: encodings by their definition (Unicode 15, section 2.13; WHATWG for Windows-1252)."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongsu.errors import InputError
from bongsu.rawtext import decode_text, refuse_html

KOREAN = "항행경보 23-101\r\n35-44-06N 124-30-30E\r\n"
# Any text without NUL, surrogates, control characters and byte-order marks.
PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff"), min_size=1)


def refusal(raw: bytes) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        decode_text(raw, where="notice.txt")
    return str(caught.value), caught.value.advice


@pytest.mark.parametrize(
    "raw",
    [
        KOREAN.encode("utf-8"),
        KOREAN.encode("utf-8-sig"),
        b"\xff\xfe" + KOREAN.encode("utf-16-le"),
        b"\xfe\xff" + KOREAN.encode("utf-16-be"),
        b"\xff\xfe\x00\x00" + KOREAN.encode("utf-32-le"),
        b"\x00\x00\xfe\xff" + KOREAN.encode("utf-32-be"),
        KOREAN.encode("utf-16-le"),
        KOREAN.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-le-bom", "utf-16-be-bom", "utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"],
)
def test_every_unicode_form_gives_the_same_text_without_its_mark(raw):
    assert decode_text(raw, where="notice.txt") == KOREAN


@given(PLAIN.filter(lambda text: not text.isspace()))
def test_utf_8_with_a_mark_is_read_unchanged(text):
    assert decode_text(text.encode("utf-8-sig"), where="x") == text


def test_windows_1252_is_the_last_resort():
    raw = b"Kourou \x96 fus\xe9e Ariane 5, 5\xb014\x92N\n"
    assert decode_text(raw, where="notice.txt") == "Kourou – fusée Ariane 5, 5°14’N\n"


@pytest.mark.parametrize("encoding", ["euc-kr", "shift-jis"])
def test_text_in_an_east_asian_encoding_is_refused_not_garbled(encoding):
    text = "위성로켓발사" if encoding == "euc-kr" else "衛星ロケット打ち上げ"
    assert refusal(text.encode(encoding) * 20) == (
        "notice.txt is not UTF-8 (byte 0) and reads as no Western encoding either",
        "save it as UTF-8; Korean and Japanese text is often in EUC-KR or Shift-JIS",
    )


def test_a_byte_that_windows_1252_leaves_undefined_is_named():
    assert refusal(b"abcdefgh\x81ijkl") == (
        "notice.txt is neither UTF-8 (byte 8) nor Windows-1252 (byte 8)",
        "save it as UTF-8",
    )


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "text")
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "kind", "advice"),
    [
        (gzip.compress(b"1 58400U\n2 58400\n"), "gzip data (of text that begins '1 58400U')", "unpack it with gunzip"),
        (gzip.compress(b"\x00\xff\xfe"), "gzip data", "unpack it with gunzip"),
        (b"\x1f\x8bnot really", "damaged gzip data", "unpack it with gunzip"),
        (
            zipped(),
            "a zip archive (.zip, .docx, .xlsx and .kmz are such)",
            "unpack it or save its content as text",
        ),
        (bz2.compress(b"text"), "bzip2 data", "unpack it with bunzip2"),
        (lzma.compress(b"text"), "xz data", "unpack it with unxz"),
        (b"%PDF-1.7\n", "a PDF document", "copy the text out of it and save that"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture", "type out the text it shows"),
    ],
    ids=["gzip", "gzip-binary", "gzip-damaged", "zip", "bzip2", "xz", "pdf", "png"],
)
def test_what_is_not_text_is_named(raw, kind, advice):
    assert refusal(raw) == (f"notice.txt is {kind}, not text", advice)


def test_empty_and_blank_input():
    assert refusal(b"") == ("notice.txt is empty", "check that the download or copy completed")
    blank = ("notice.txt holds only blanks", "check that the download or copy completed")
    assert refusal(b" \r\n\t") == blank
    assert refusal(b"\xef\xbb\xbf") == blank


def test_nul_bytes_are_counted_and_placed():
    assert refusal(b"1 58400U\x00\x00abc") == (
        "notice.txt holds 2 NUL bytes, the first at byte 8, so it is not text",
        "give the data as plain text in UTF-8",
    )
    assert refusal(b"1 58400U\x00")[0] == "notice.txt holds 1 NUL byte, the first at byte 8, so it is not text"
    assert refusal(b"\xef\xbb\xbfab\x00")[0] == "notice.txt holds NUL characters, so it is not text"


def test_control_characters_tell_binary_data():
    assert refusal(b"\x01\x02\x03abcdefg") == (
        "notice.txt is binary data: 3 of its 10 bytes are control characters",
        "give the data as plain text in UTF-8",
    )


def test_random_bytes_are_refused():
    assert " NUL byte" in refusal(random.Random(20231121).randbytes(100_000))[0]


def test_a_mark_that_the_bytes_do_not_keep_to():
    assert refusal(b"\xff\xfea") == (
        "notice.txt begins with the mark of UTF-16-LE, but byte 0 is not UTF-16-LE",
        "save the file as UTF-8",
    )


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<!DOCTYPE html><html><head><title>503 Service &amp;\n Error</title>", "its title is '503 Service & Error'"),
        ("\n<HTML><body>Please log in</body></HTML>", "without a title"),
        ('<?xml version="1.0"?>\n<!-- x -->\n<html xmlns="http://www.w3.org/1999/xhtml">', "without a title"),
    ],
)
def test_an_html_page_is_refused_with_its_title(page, title):
    with pytest.raises(InputError) as caught:
        refuse_html(page, "gp.php")
    assert str(caught.value) == f"gp.php: this is an HTML page, {title}, instead of data"
    assert caught.value.advice == ("the server sent a page, often an error or a login form; save the data itself")


@pytest.mark.parametrize("text", ["<ndm><omm/></ndm>", "see <html> below", "<htmlish/>", ""])
def test_other_text_is_no_html_page(text):
    refuse_html(text, "x")  # raises nothing
