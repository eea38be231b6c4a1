"""One answer as a file by itself: it holds everything, asks for nothing, and says what it cannot do."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from datetime import UTC, datetime

import pytest
from test_launch import FIRST, SECOND  # tests/console/test_launch.py

from bongsu.cases import ask_pasted
from bongsu.console import static_page
from bongsu.console.page_file import _modules

AT = datetime(2022, 11, 10, tzinfo=UTC)
EVIL = "</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>\u2028"


def page_of(text: str) -> str:
    _, answer = ask_pasted(text, at=AT)
    return static_page(answer, called="pasted", text=text, at=AT)


def test_its_policy_allows_its_own_script_by_hash_and_no_request():
    page = page_of(FIRST)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    assert "default-src 'none'" in policy and "connect-src 'none'" in policy and "unsafe" not in policy
    for tag, source in (("script", r'<script type="module">(.*?)</script>'), ("style", r"<style>(.*?)</style>")):
        blocks = re.findall(source, page, re.DOTALL)
        assert len(blocks) == 1
        digest = base64.b64encode(hashlib.sha256(blocks[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    outside = re.sub(r'<script type="application/json".*?</script>', "", page, flags=re.DOTALL)
    assert not re.search(r'\b(?:src|href)="(?!#)', outside)


def test_it_holds_the_answers_of_the_served_page(console):
    page = page_of(FIRST + SECOND)
    held = json.loads(re.search(r'id="bongsu-held">(.*?)</script>', page, re.DOTALL)[1])["page"]
    answers = {item["path"]: item["answer"] for item in held["answers"]}
    asked = {"text": FIRST + SECOND, "at": "2022-11-10T00:00:00Z"}
    assert answers["/api/assess/stream"] == console.post("/api/assess", json=asked).json()
    assert answers["/api/announced"] == console.post("/api/announced", json=asked).json()
    assert set(held["files"]) == {"/i18n/en.json", "/i18n/ko.json", "/i18n/ja.json", "/map/countries-110m.json", "/map/countries-50m.json"}  # fmt: skip
    assert len(page.encode()) < 2_000_000


def test_every_module_comes_after_those_it_imports():
    seen: set[str] = set()
    for module in _modules():
        wanted = set(re.findall(r'"bongsu:([^"]+)"', module["source"]))
        assert wanted <= seen, module["name"]
        assert not re.search(r'\bfrom\s+"\.', module["source"])
        seen.add(module["name"])
    assert {"app/main.js", "app/api.js", "vendor/geo.js"} <= seen


def test_text_from_strangers_cannot_leave_its_place():
    page = page_of(FIRST.replace("ROCKET", f"{EVIL} ROCKET"))
    assert page.count("</script>") == 2 and "<!--" not in page and "\u2028" not in page
    held = json.loads(re.search(r'id="bongsu-held">(.*?)</script>', page, re.DOTALL)[1])["page"]
    assert "alert(2)" in held["text"]


@pytest.mark.parametrize("form", ["html", "pdf", "page"])
def test_a_pasted_notice_has_a_report_and_a_page(console, form):
    reply = console.post(f"/api/assess/{form}", json={"text": FIRST, "at": "2022-11-10T00:00:00Z"})
    if form == "pdf" and reply.status_code == 422:
        assert "Pango" in reply.json()["error"]
        return
    assert reply.status_code == 200
    if form == "html":
        assert "<svg" in reply.text and "NAVAREA IV 1177/22: space launch" in reply.text
    ending = {"page": "page.html"}.get(form, form)
    assert reply.headers["content-disposition"].endswith(f'bongsu-pasted.{ending}"')
