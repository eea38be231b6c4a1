"""``notice list``, ``show``, ``diff`` and ``archive`` as a user sees them: many texts, mistakes, and what is kept."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest
from cli_samples import NAVAREA

AT = ("--at", "2012-12-05T00:00Z")
STAGE_1 = "35-44-06N 124-30-30E, 35-44-07N 124-54-23E, 34-58-43N 124-56-11E, 34-58-36N 124-32-32E"  # facts, section 2a
WINDOWS = "2200Z TO 0300Z COMMENCING DAILY 09 THRU {} DEC"


def warning(number: str, last: int = 21, area: str = STAGE_1, more: str = "", series: str = "NAVAREA XI") -> str:
    """A text about the stage-1 area published in December 2012; its words are ours."""
    return (
        f"{series} {number}.\n1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING {WINDOWS.format(last)}\n"
        f"   IN AREA BOUND BY {area}.\n{more}"
    )


@pytest.fixture
def texts(bongsu) -> dict[str, str]:
    """Three files: one event by two publishers, and an extension of the first."""
    files = {
        "japan.txt": warning("12-0900"),
        "nga.txt": warning("1500/12", series="HYDROPAC"),
        "later.txt": warning("12-0931", 28, more="2. CANCEL NAVAREA XI 12-0900.\n"),
    }
    for name, text in files.items():
        Path(name).write_text(text)
    return files


def test_list_groups_files_to_events(bongsu, texts):
    Path("other.txt").write_text(NAVAREA)
    ran = bongsu("notice", "list", *texts, "other.txt", *AT)
    assert ran.code == 0
    assert "4 notices, 2 events; state at 2012-12-05 00:00 UTC" in ran.out
    assert "probably one event" in ran.out
    assert "- NAVAREA XI 12-0900: cancelled by NAVAREA XI 12-0931" in ran.out
    assert "NAVAREA XI 12-0931 is a extension" not in ran.out
    assert "NAVAREA XI 12-0931 is an extension of NAVAREA XI 12-0900:" in ran.out
    assert ran.widest <= 100


def test_list_as_json(bongsu, texts):
    body = bongsu("notice", "list", *texts, *AT, "-f", "json").json
    assert body["schema"] == "bongsu/notice-events/1"
    assert [each["id"] for each in body["inputs"]] == list(texts)
    (event,) = body["items"]
    assert {each["id"]: (each["state"], each["cancelled_by"], each["where"]) for each in event["members"]} == {
        "NAVAREA XI 12-0900": ("cancelled", "NAVAREA XI 12-0931", "japan.txt"),
        "NAVAREA XI 12-0931": ("in force", None, "later.txt"),
        "HYDROPAC 1500/12": ("in force", None, "nga.txt"),
    }
    ((area,), sources) = event["areas"], event["areas"][0]["sources"]
    assert area["geometry"]["type"] == "Polygon"
    assert sorted(each["notice"] for each in sources) == ["HYDROPAC 1500/12", "NAVAREA XI 12-0931"]
    words = {link["revision"]["word"] for link in event["links"]}
    assert words == {"extension", "restatement"}
    assert event["experimental"] is True
    assert all(reason["statement"] for link in event["links"] for reason in link["reasons"])


def test_the_same_question_gives_the_same_bytes(bongsu, texts):
    first, second = (bongsu("notice", "list", *texts, *AT, "-f", "json").out for _ in range(2))
    assert first == second


def test_a_notice_given_twice_is_one(bongsu, texts):
    assert len(bongsu("notice", "list", "nga.txt", "nga.txt", *AT, "-f", "json").json["items"][0]["members"]) == 1


def test_pasted_text_beside_a_file(bongsu, texts):
    ran = bongsu("notice", "list", "nga.txt", "-", *AT, stdin=texts["japan.txt"])
    assert "2 notices, 1 event;" in ran.out


def test_one_bad_file_is_said_and_the_rest_listed(bongsu, texts):
    Path("page.txt").write_text("<!DOCTYPE html><html><title>403</title></html>")
    ran = bongsu("notice", "list", "nga.txt", "page.txt", "nofile", *AT)
    assert ran.code == 0
    assert "1 notice, 1 event" in ran.out
    assert "page.txt: this is an HTML page" in ran.err
    assert "nofile: No such file" in ran.err


def test_filters(bongsu, texts):
    Path("other.txt").write_text(NAVAREA)
    body = bongsu("notice", "list", *texts, "other.txt", *AT, "--in-force", "-f", "json").json
    assert len(body["items"]) == 1  # NAVAREA XII 841/23 is issued eleven years later
    ran = bongsu("notice", "list", "nga.txt", *AT, "--kind", "space launch")
    assert ran.code == 0
    assert "1 event" in ran.out


def test_show_one_with_its_event(bongsu, texts):
    ran = bongsu("notice", "show", "navarea xi 12-0931", *texts, *AT)
    assert ran.code == 0
    assert ran.out.startswith("NAVAREA XI 12-0931")
    assert "in later.txt" in ran.out.splitlines()[0]
    assert "3 notices, 1 event" in ran.out
    body = bongsu("notice", "show", "NAVAREA XI 12-0931", *texts, *AT, "-f", "json").json
    assert [each["text"] for each in body["texts"]] == [texts["later.txt"]]


def test_show_by_a_number_without_its_series(bongsu, texts):
    assert bongsu("notice", "show", "1500/12", *texts, *AT).out.startswith("HYDROPAC 1500/12")


def test_diff_names_the_change(bongsu, texts):
    ran = bongsu("notice", "diff", "japan.txt", "later.txt", *AT)
    assert ran.out.splitlines()[0].startswith("extension: the same areas and windows, and later ones")
    body = bongsu("notice", "diff", "japan.txt", "later.txt", *AT, "-f", "json").json
    assert body["revision"]["word"] == "extension"
    assert body["revision"]["ends_later_s"] == 7 * 86_400


MISTAKES = [
    (("notice", "list"), 2, "Missing argument"),
    (("notice", "list", "nofile"), 3, "nofile: No such file"),
    (("notice", "list", "-", "-"), 2, "can be given once"),
    (("notice", "list", "words.txt"), 3, "no area, position or time of a notice was found"),
    (("notice", "list", "nga.txt", *AT, "--kind", "launch"), 3, "no event is of that kind"),
    (("notice", "show", "HYDROPAC 1501/12", "nga.txt", *AT), 3, "no notice is called 'HYDROPAC 1501/12'"),
    (("notice", "show", "kp-2023-5"), 3, "did you mean kp-2023-05?"),
    (("notice", "show", "nowhere"), 3, "bongsu notice archive lists them"),
    (("notice", "archive", "add", "kp-2023-05"), 2, "Missing argument 'FILE|-'"),
    (("notice", "archive", "add", "kp-1999", "nga.txt"), 3, "the archive has no notice 'kp-1999'"),
    (("notice", "archive", "add", "kp-2023-05", "nofile"), 3, "nofile: No such file"),
    (("notice", "archive", "add", "kp-2023-05", "words.txt"), 3, "--unread files it all the same"),
    (("notice", "archive", "add", "../../etc", "nga.txt"), 3, "the archive has no notice '../../etc'"),
]


@pytest.mark.parametrize(("args", "code", "words"), MISTAKES, ids=lambda value: str(value)[:50])
def test_mistakes(bongsu, texts, args, code, words):
    Path("words.txt").write_text("We had fish for dinner.\n")
    before = sorted(Path().iterdir())
    ran = bongsu(*args)
    assert (ran.code, ran.out) == (code, "")
    assert words in ran.err
    assert "error: " in ran.err
    assert sorted(Path().iterdir()) == before


@pytest.mark.parametrize(
    "text",
    ["A" * 300_000, "NAVAREA XI 12-0900. " * 20_000, "CANCEL NAVAREA XI " + "12-0900, " * 40_000, "\u202e" * 5000, "1. " * 90_000],
    ids=["letters", "headers", "cancels", "marks", "numbers"],
)  # fmt: skip
def test_hostile_text_is_answered_or_refused(bongsu, text):
    ran = bongsu("notice", "list", "-", *AT, stdin=text)
    assert ran.code in (0, 3)
    assert "Traceback" not in ran.err
    assert "\u202e" not in ran.out + ran.err


# ── The archive ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_archive_says_what_is_wanted(bongsu):
    ran = bongsu("notice", "archive", *AT)
    assert ran.code == 0
    assert ran.out.count("text wanted") == 10
    assert "extension of kp-2012-12, as reported" in ran.out
    assert "revision of kp-2016-02, as reported" in ran.out
    assert "repeat of kp-2023-05, as reported" in ran.out
    assert "10 texts wanted. To file one: bongsu notice archive add ID FILE" in ran.out
    assert not list(Path().iterdir())


def test_the_archive_as_json(bongsu):
    items = {each["id"]: each for each in bongsu("notice", "archive", *AT, "-f", "json").json["items"]}
    assert list(items)[-1] == "kp-2024-05"
    assert len(items["kp-2012-12"]["windows"]) == 13
    assert items["kp-2012-12"]["exact"][0]["corners"] == 4
    assert [area["label"] for area in items["kp-2023-11"]["approximate"]] == ["A", "B", "C"]
    assert items["kp-2023-05"]["command"] == "bongsu notice archive add kp-2023-05 FILE"
    assert all(source["grade"] for item in items.values() for source in item["sources"].values())


def test_a_filed_text_is_kept_as_it_is_and_compared(bongsu, texts):
    raw = texts["japan.txt"].replace("\n", "\r\n").encode() + b"\n\n"
    Path("japan.txt").write_bytes(raw)
    ran = bongsu("notice", "archive", "add", "kp-2012-12", "japan.txt", "--publisher", "Japan Coast Guard", *AT)
    assert ran.code == 0
    assert "= fits" in ran.out
    assert "stage 1: nearest is an area, centres 0 km apart, known to 1 km: fits" in ran.out
    digest = hashlib.sha256(raw).hexdigest()
    assert Path("bongsu-notices/raw", digest).read_bytes() == raw
    note = json.loads(Path("bongsu-notices/filed/kp-2012-12", f"{digest}.json").read_text())
    assert (note["sha256"], note["publisher"], note["filed"]) == (digest, "Japan Coast Guard", "2012-12-05T00:00:00Z")
    assert "was filed before" in bongsu("notice", "archive", "add", "kp-2012-12", "japan.txt", *AT).out
    assert bongsu("notice", "archive", *AT).out.count("text wanted") == 9
    assert f"text {digest[:12]} Japan Coast Guard" in bongsu("notice", "show", "kp-2012-12", *AT).out


def test_the_extension_is_measured_once_both_are_filed(bongsu, texts):
    for entry, name in (("kp-2012-12", "japan.txt"), ("kp-2012-12-extension", "later.txt")):
        assert "= fits" in bongsu("notice", "archive", "add", entry, name, *AT).out
    items = {each["id"]: each for each in bongsu("notice", "archive", *AT, "-f", "json").json["items"]}
    assert items["kp-2012-12-extension"]["measured"]["word"] == "extension"


def test_a_text_that_does_not_fit_is_kept_and_the_entry_stays_wanted(bongsu, texts):
    ran = bongsu("notice", "archive", "add", "kp-2023-05", "japan.txt", *AT)
    assert "≠ does not fit" in ran.out
    assert "text wanted (filed: does not fit)" in bongsu("notice", "archive", *AT).out


def test_unread_text_is_filed_when_asked(bongsu):
    Path("scan.txt").write_text("nothing a parser knows")
    ran = bongsu("notice", "archive", "add", "kp-2009-04", "scan.txt", "--unread", *AT)
    assert ran.code == 0
    listed = bongsu("notice", "archive", *AT)
    assert "filed: undetermined" in listed.out
    assert "kp-2009-04, text" in listed.err


def test_a_changed_text_is_noticed(bongsu, texts):
    bongsu("notice", "archive", "add", "kp-2012-12", "japan.txt", *AT)
    (kept,) = Path("bongsu-notices/raw").iterdir()
    kept.write_text("something else")
    listed = bongsu("notice", "archive", *AT)
    assert "the text kept under this hash has been changed" in listed.err
    again = bongsu("notice", "archive", "add", "kp-2012-12", "japan.txt", *AT)
    assert again.code == 3
    assert "no longer holds the text of its name" in again.err


def test_damaged_notes_do_not_stop_the_list(bongsu, texts):
    bongsu("notice", "archive", "add", "kp-2012-12", "japan.txt", *AT)
    (note,) = Path("bongsu-notices/filed/kp-2012-12").iterdir()
    for words in ("", "[]", "{", "[" * 50_000):
        note.write_text(words)
        ran = bongsu("notice", "archive", *AT)
        assert ran.code == 0
        assert "file the text again" in ran.err


def test_a_crash_while_writing_leaves_nothing_half(bongsu, texts, monkeypatch):
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = bongsu("notice", "archive", "add", "kp-2012-12", "japan.txt", *AT)
    assert ran.code == 3
    assert "No space left on device" in ran.err
    assert not [path for path in Path("bongsu-notices").rglob("*") if path.is_file()]


def test_the_folder_may_be_named(bongsu, texts, monkeypatch):
    bongsu("notice", "archive", "add", "kp-2012-12", "japan.txt", "--folder", "mine", *AT)
    assert Path("mine/raw").is_dir()
    monkeypatch.setenv("BONGSU_NOTICES", "mine")
    assert bongsu("notice", "archive", *AT).out.count("text wanted") == 9
