"""Text out of bytes of unknown origin: which encoding, and is it text at all; and counts in words."""

from __future__ import annotations

import codecs
import html
import re
import zlib

from bongsu.errors import InputError
from bongsu.wording import phrase

__all__ = ["counted", "decode_text", "refuse_html", "refuse_json"]

_JSON = re.compile(r"\s{0,64}(?:\{\s{0,64}[\"}]|\[\s{0,64}\{)")
_NOT_TEXT = (  # first bytes, what they begin, what to do
    (b"\x1f\x8b", "gzip data", "unpack it with gunzip"),
    (b"PK\x03\x04", "a zip archive (.zip, .docx, .xlsx and .kmz are such)", "unpack it or save its content as text"),
    (b"PK\x05\x06", "an empty zip archive", "pack it again with its content"),
    (b"BZh", "bzip2 data", "unpack it with bunzip2"),
    (b"\xfd7zXZ\x00", "xz data", "unpack it with unxz"),
    (b"\x28\xb5\x2f\xfd", "zstd data", "unpack it with unzstd"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it"),
    (b"%PDF-", "a PDF document", "copy the text out of it and save that"),
    (b"{\\rtf", "an RTF document", "save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "save it as plain text"),
    (b"\x89PNG", "a PNG picture", "type out the text it shows"),
    (b"\xff\xd8\xff", "a JPEG picture", "type out the text it shows"),
    (b"GIF8", "a GIF picture", "type out the text it shows"),
    (b"\x7fELF", "a program", "give the data file instead"),
    (b"SQLite format 3\x00", "an SQLite database", "export the table as text"),
    (b"PAR1", "a Parquet file", "export it as text"),
)
_BYTE_ORDER_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\v\x1a\x1b")  # Ctrl-Z and ESC do occur in text
_PLAIN = bytes(byte for byte in range(256) if byte not in _CONTROL)
_ASCII = bytes(range(128))
_SAMPLE_BYTES = 65536
_HTML = re.compile(  # possessive: two comments after one another are never taken for one
    r"\A\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?:[^-]++|-(?!->))*+-->\s*+)*+<(?:!doctype\s{1,40}html|html)\b", re.IGNORECASE
)
_TITLE = re.compile(r"<title\b[^>]{0,400}>([^<]{0,2000})</title", re.IGNORECASE)


def decode_text(raw: bytes, *, where: str) -> str:
    """Text held in ``raw``, whatever common encoding it was saved in.

    Parameters
    ----------
    raw : bytes
        A whole file or reply.
    where : str
        Name of the file or address, for messages.

    Returns
    -------
    str
        Without byte-order mark; line ends as they were.

    Raises
    ------
    InputError
        Empty input; an archive, picture, document or program; NUL bytes; bytes that are text in none of UTF-8,
        UTF-16, UTF-32 (with mark) and Windows-1252.

    Notes
    -----
    UTF-16 without a mark is recognised by its NUL bytes, all at odd or all at even places. Windows-1252 is the last
    resort, taken only where its accented letters and signs stand singly: runs of them mean another encoding.
    """
    if not raw:
        raise InputError(phrase("{where} is empty", where=where), advice="check that the download or copy completed")
    for start, kind, advice in _NOT_TEXT:
        if raw.startswith(start):
            raise InputError(
                phrase("{where} is {packed_kind}, not text", where=where, packed_kind=_packed_kind(raw, kind)),
                advice=advice,
            )
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            text = _decoded(raw[len(mark) :], encoding, where)
            break
    else:
        text = _unmarked(raw, where)
    if not text or text.isspace():
        raise InputError(
            phrase("{where} holds only blanks", where=where), advice="check that the download or copy completed"
        )
    return text


def _packed_kind(raw: bytes, kind: str) -> str:
    """``kind``, with what gzip data hold where that can be told from their first bytes."""
    if kind != "gzip data":
        return kind
    try:
        start = zlib.decompressobj(wbits=31).decompress(raw[:4096], 64)
    except zlib.error:
        return "damaged gzip data"
    line = start.split(b"\n")[0].strip()
    return phrase("gzip data (of text that begins {line!r})", line=line.decode()) if line.isascii() and line else kind


def _decoded(raw: bytes, encoding: str, where: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            phrase(
                "{where} begins with the mark of {encoding}, but byte {start} is not {encoding}",
                where=where,
                encoding=encoding.upper(),
                start=error.start,
            ),
            advice="save the file as UTF-8",
        ) from None
    if "\0" in text:
        raise InputError(
            phrase("{where} holds NUL characters, so it is not text", where=where), advice="give the data as plain text"
        )
    return text


def _unmarked(raw: bytes, where: str) -> str:
    if b"\0" in raw:
        text = _utf16_by_nuls(raw)
        if text is None:
            count, first = raw.count(0), raw.index(0)
            raise InputError(
                phrase(
                    "{where} holds {count} NUL byte{count_2}, the first at byte {first}, so it is not text",
                    where=where,
                    count=count,
                    count_2="s" * (count > 1),
                    first=first,
                ),
                advice="give the data as plain text in UTF-8",
            )
        return text
    controls = len(raw.translate(None, _PLAIN))
    if controls * 50 > len(raw):
        raise InputError(
            phrase(
                "{where} is binary data: {controls} of its {count} bytes are control characters",
                where=where,
                controls=controls,
                count=len(raw),
            ),
            advice="give the data as plain text in UTF-8",
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows_1252(raw, error.start, where)


def _utf16_by_nuls(raw: bytes) -> str | None:
    """Text of UTF-16 without a mark: NULs at one parity only, in at least a tenth of the pairs."""
    sample = raw[:_SAMPLE_BYTES]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if min(even, odd) > 0 or max(even, odd) * 20 < len(sample):
        return None
    try:
        text = raw.decode("utf-16-le" if odd else "utf-16-be")
    except UnicodeDecodeError:
        return None
    start = text[:_SAMPLE_BYTES]
    strange = sum(not (character.isprintable() or character.isspace()) for character in start)
    return None if "\0" in text or strange * 50 > len(start) else text


def _windows_1252(raw: bytes, first_bad: int, where: str) -> str:
    """Text of Windows-1252 where accented letters stand singly among ASCII; a refusal elsewhere."""
    sample = raw[max(0, first_bad - 1024) : first_bad + _SAMPLE_BYTES]
    accented = len(sample.translate(None, _ASCII))
    in_runs = sum(len(run) for run in re.findall(rb"[\x80-\xff]{2,}", sample))
    if in_runs * 2 > accented or accented * 3 > len(sample):
        raise InputError(
            phrase(
                "{where} is not UTF-8 (byte {first_bad}) and reads as no Western encoding either",
                where=where,
                first_bad=first_bad,
            ),
            advice="save it as UTF-8; Korean and Japanese text is often in EUC-KR or Shift-JIS",
        )
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError as error:
        raise InputError(
            phrase(
                "{where} is neither UTF-8 (byte {first_bad}) nor Windows-1252 (byte {start})",
                where=where,
                first_bad=first_bad,
                start=error.start,
            ),
            advice="save it as UTF-8",
        ) from None


def refuse_html(text: str, where: str) -> None:
    """Refuse an HTML page that came instead of data.

    Parameters
    ----------
    text : str
        The text as received; only its first 65536 characters are looked at.
    where : str
        Name of the file or address, for the message.

    Raises
    ------
    InputError
        When the text begins as an HTML page; the message quotes the page's title.
    """
    start = text[:_SAMPLE_BYTES].removeprefix("\ufeff")
    if _HTML.match(start) is None:
        return
    title = _TITLE.search(start)
    words = " ".join(html.unescape(title.group(1)).split()) if title else ""
    called = phrase("its title is {words!r}", words=words[:80]) if words else "without a title"
    raise InputError(
        phrase("{where}: this is an HTML page, {called}, instead of data", where=where, called=called),
        advice="the server sent a page, often an error or a login form; save the data itself",
    )


def refuse_json(text: str, where: str) -> None:
    """Refuse JSON where the text of a warning is expected: its line ends are written ``\\n`` and would be misread.

    Raises
    ------
    InputError
        When the text begins as a JSON object or list.
    """
    if _JSON.match(text.removeprefix("\ufeff")) is not None:
        raise InputError(
            phrase("{where}: this is JSON, not the text of a warning", where=where),
            advice="take the texts out of it, each with its series and number above it (NAVAREA IV 1177/22)",
        )


def counted(count: int, name: str) -> str:
    """``1 area``, ``1,062 areas``: for names that take an s."""
    return phrase("{count:,} {noun}", count=count, noun=name if count == 1 else f"{name}s")
