"""The page's files: vendored ones as recorded, three complete languages, colours that can be read, and their weight."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[2] / "src" / "bongsu" / "console" / "static"
APP = sorted((STATIC / "app").glob("*.js"))


def test_vendored_files_are_the_recorded_ones():
    record = json.loads((STATIC / "vendor" / "VENDOR.json").read_text())
    listed = {entry["file"] for entry in record["files"]}
    for entry in record["files"]:
        assert hashlib.sha256((STATIC / entry["file"]).read_bytes()).hexdigest() == entry["sha256"], entry["file"]
        assert all(part["name"] and part["version"] and part["license"] == "ISC" for part in entry["from"])
    there = {f"{path.parent.name}/{path.name}" for path in [*STATIC.glob("vendor/*.js"), *STATIC.glob("map/*")]}
    assert there == listed
    licences = (STATIC / "vendor" / "LICENSES.txt").read_text()
    assert all(f"== {part['name']}" in licences for entry in record["files"] for part in entry["from"])


def test_the_vendored_globe_is_the_recorded_one():
    """The 3-D view's files: hashes, licences that may ship, no token of its makers' service, nothing that is not listed."""
    folder = STATIC / "cesium"
    record = json.loads((folder / "VENDOR.json").read_text())
    for entry in record["files"]:
        assert hashlib.sha256((folder / entry["file"]).read_bytes()).hexdigest() == entry["sha256"], entry["file"]
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert there == {entry["file"] for entry in record["files"]} | {"VENDOR.json", "LICENSES.txt"}
    may_ship = {"Apache-2.0", "MIT", "ISC", "BSD-3-Clause", "0BSD", "(MPL-2.0 OR Apache-2.0)"}
    licences = (folder / "LICENSES.txt").read_text()
    for part in record["from"]:
        assert part["license"] in may_ship and f"== {part['name']}" in licences, part
    assert not re.search(r"eyJ[\w-]{20,}\.", (folder / "cesium.js").read_text())
    assert sum(entry["bytes"] for entry in record["files"]) < 8_000_000


def test_three_languages_have_the_same_keys_and_places_for_values():
    words = {code: json.loads((STATIC / "i18n" / f"{code}.json").read_text()) for code in ("en", "ko", "ja")}
    for code in ("ko", "ja"):
        assert set(words[code]) == set(words["en"])
        for key, text in words["en"].items():
            assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", words[code][key])), (code, key)
            assert words[code][key].strip()


def test_every_phrase_asked_for_exists_and_every_phrase_is_asked_for():
    words = json.loads((STATIC / "i18n" / "en.json").read_text())
    text = re.sub(
        r"/\*\*.*?\*/|^//[^\n]*", "", "\n".join(path.read_text() for path in APP), flags=re.DOTALL | re.MULTILINE
    )
    asked = set(re.findall(r'\bt\(\s*"([\w.]+)"', text)) | set(re.findall(r'"([a-z_]+\.[\w.]+)"', text)) & set(words)
    assert not {key for key in re.findall(r'\bt\(\s*"([\w.]+)"', text) if key not in words}
    made = {
        key
        for key in words
        if re.match(
            r"(view|glossary|shape|layer|theme|by|kind|least|level|origin|notice|watch\.event|failure|estimate|unit|own\.kind)\.",
            key,
        )
    }
    loose = set(words) - asked - made - set(re.findall(r'"([\w.]+)"', text))
    assert not loose, f"no page asks for {sorted(loose)}"


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_words_can_be_read_on_their_ground(theme):
    """WCAG 2.2, 1.4.3: 4.5 to 1 for text; 1.4.11: 3 to 1 for what a picture needs."""
    block = re.findall(r":root[^{]*\{([^}]*)\}", (STATIC / "app" / "console.css").read_text())[theme]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    for ink in ("ink", "soft", "accent", "good", "bad", "look"):
        for ground in ("page", "panel"):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    assert contrast(colours["on-accent"], colours["accent"]) >= 4.5
    assert contrast(colours["bar-ink"], colours["bar"]) >= 4.5
    assert contrast(colours["mark-ink"], colours["mark"]) >= 4.5
    for ink in ("area", "direct", "orbit", "fall", "claim", "own", "pick"):
        for ground in ("sea", "land"):
            assert contrast(colours[ink], colours[ground]) >= 3.0, (ink, ground)


def test_the_page_is_light_and_holds_nothing_inline():
    for name in ("index.html", "globe.html"):
        page = (STATIC / name).read_text()
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|https?://", page), name
    for path in APP:
        text = path.read_text()
        assert not re.search(r"\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write", text), path.name
    on_demand = STATIC / "cesium"  # sent only when heights are asked for
    files = [p for p in STATIC.rglob("*") if p.is_file() and p.name != "LICENSES.txt" and on_demand not in p.parents]
    sent = sum(len(gzip.compress(path.read_bytes())) for path in files)
    assert sent < 1_000_000, f"{sent} bytes as sent"
