"""What stands on the terminal: streams, widths, colours, forms, and no control character that is not ours."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys

import pytest
from cli_samples import NAVAREA, NEAR_TLE, TLE
from hypothesis import given, settings
from hypothesis import strategies as st

from bongsu.cli.columns import laid_out
from bongsu.cli.terminal import clean, dump_json, one_line, paint, plain

AT = ("--at", "2026-11-25T00:00Z")
JULY = ("--at", "2026-07-11T00:00Z")
BUSAN = "35.10,129.10"
ESCAPES = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def command(*args: str, env: dict[str, str] | None = None, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own, its streams apart."""
    own = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "BONGSU_FORMAT")}
    program = [sys.executable, "-c", "from bongsu.cli import main; main()", *args]
    return subprocess.run(
        program, input=stdin, capture_output=True, check=False, timeout=60, env={**own, **(env or {})}
    )


# -- widths -----------------------------------------------------------------------------------------

EVERY_TABLE = [
    ("assess", "nuri-2021", *AT),
    ("assess", "kwangmyongsong-3", *AT),
    ("assess", "hwasong-2022-03-24", *AT),
    ("flight", "check", "6,248.5 km, 1,090 km, 67.5 min"),
    ("flight", "range", "--test", "2017-07-04"),
    ("claim", "check", "58400", BUSAN, "2024-06-07T10:01:10+09:00"),
    ("passes", "58400", BUSAN, *JULY, "--for", "2d"),
    ("explain", "notice-orbit:flight-1", "--case", "kwangmyongsong-3"),
    ("explain", "attempt:flight-1", "--case", "kwangmyongsong-3"),
]


@pytest.mark.parametrize("columns", [60, 80, 100, 120])
@pytest.mark.parametrize("args", EVERY_TABLE, ids=lambda args: " ".join(args[:2]))
def test_no_line_is_wider_than_the_terminal(bongsu, args, columns):
    ran = bongsu(*args, columns=columns)
    assert ran.code == 0
    words = [line for line in ran.out.splitlines() if len(line) > columns]
    # A command to copy is not cut in two, wherever it has to stand alone.
    assert [line for line in words if "bongsu " not in line] == []


def test_a_narrow_passes_table_says_what_it_left_out(bongsu):
    wide = bongsu("passes", "58400", BUSAN, *JULY, columns=130).out
    narrow = bongsu("passes", "58400", BUSAN, *JULY, columns=60).out
    for head in ("INCID", "RANGE km", "GSD across x along m", "SUN"):
        assert head in wide.splitlines()[0]
        assert head not in narrow.splitlines()[0]
    assert "no room for SET, INCID, RANGE km, GSD across x along m, SUN (-f csv has all)" in " ".join(narrow.split())
    assert "no room" not in wide


def test_a_narrow_claims_table_loses_the_stated_time_first(bongsu, write):
    from test_bad_input import small_case  # noqa: PLC0415 - the case of the neighbour

    name = write("x.toml", small_case("2024-06-07T10:01:10+09:00"))
    assert "STATED" in bongsu("assess", name, *AT, columns=100).out
    narrow = bongsu("assess", name, *AT, columns=60).out
    assert "STATED" not in narrow
    assert "MISS s" in narrow


texts = st.text(st.characters(codec="utf-8"), max_size=30)


@settings(max_examples=40)
@given(st.lists(st.lists(texts, min_size=3, max_size=3), max_size=4), st.integers(20, 120))
def test_columns_fit_or_lose_what_they_may(rows, width):
    lines, lost = laid_out(["A", "B", "C"], rows, width=width, left=(0, 1), lose=(1,), indent=0)
    assert len(lines) == len(rows) + 1
    assert lost in ([], ["B"])
    assert all(not ESCAPES.search(plain(line)) for line in lines)


# -- colours and control characters -----------------------------------------------------------------


def test_colours_only_on_a_terminal_or_when_forced():
    args = ("assess", "hwasong-2022-03-24", *AT)
    piped, forced = command(*args), command(*args, env={"FORCE_COLOR": "1"})
    neither = command(*args, env={"FORCE_COLOR": "1", "NO_COLOR": "1"})
    assert b"\x1b" not in piped.stdout
    assert b"\x1b[" in forced.stdout
    assert neither.stdout == piped.stdout
    assert re.sub(rb"\x1b\[\d+m", b"", forced.stdout) == piped.stdout


def test_words_carry_the_verdict_without_colour(bongsu):
    out = bongsu("assess", "hwasong-2022-03-24", *AT).out
    assert "≠ cannot be right" in out and "= agree" in out and "? undetermined" in out


HOSTILE = "\\u001b[31mRED\\u001b[0m\\u001b]0;owned\\u0007\\u009b2J\\u0000\\r\\u202Egnp"
HOSTILE_CASE = f"""
[case]
name = "evil"
title = "evil {HOSTILE}"
[[source]]
id = "s"
publisher = "pub {HOSTILE}"
[[satellite]]
norad_id = 58400
name = "SAT {HOSTILE}"
[[remark]]
topic = "unknown"
text = "lost {HOSTILE}"
[[claim]]
id = "c"
who = "who {HOSTILE}"
label = "label {HOSTILE}"
latitude = 1
longitude = 2
time = 2024-06-07T05:00:00Z
source = "s"
[[observation]]
id = "o"
name = "flight {HOSTILE}"
date = "2024"
reported = [{{ party = "party {HOSTILE}", apogee_km = "500", ground_range_km = "500", source = "s" }}]
"""


@pytest.mark.parametrize(
    "args",
    [
        ("assess", "x.toml"),
        ("assess", "x.toml", "-v"),
        ("assess", "x.toml", "-f", "json"),
        ("case", "check", "x.toml"),
        ("cite", "x.toml"),
        ("explain", "claim:c", "--case", "x.toml"),
        ("explain", "flight:o", "--case", "x.toml"),
        ("explain", "flight:o", "--case", "x.toml", "-f", "json"),
    ],
    ids=" ".join,
)
def test_no_control_character_of_a_case_reaches_the_terminal(bongsu, write, monkeypatch, args):
    """Shown as \\u001b instead; colours forced, so that nothing is stripped on the way."""
    write("x.toml", HOSTILE_CASE)
    monkeypatch.setenv("FORCE_COLOR", "1")
    ran = bongsu(*args, *(() if args[0] in ("case",) else AT))
    assert ran.code == 0
    ours = re.sub(r"\x1b\[\d+m", "", ran.out + ran.err)
    assert not ESCAPES.search(ours)
    assert "\x1b[31mRED" not in ran.out
    if args[0] != "case":
        assert "\\u001b[31mRED" in ran.out
    if "json" in args:
        assert "\x1b[31mRED" in json.dumps(ran.json, ensure_ascii=False).encode().decode("unicode_escape", "ignore")


def test_control_characters_from_elements_warnings_and_arguments(bongsu, write):
    evil = "\x1b[31mRED\x1b]0;owned\x07"
    write("x.tle", TLE.replace("MALLIGYONG-1", f"M {evil}"))
    write("x.txt", NAVAREA.replace("HAZARDOUS", f"{evil} HAZARDOUS"))
    for args in [
        ("assess", "x.tle", "--at", NEAR_TLE),
        ("passes", "58400", BUSAN, "--elements", "x.tle", "--at", NEAR_TLE),
        ("notice", "parse", "x.txt"),
        ("assess", "x.txt"),
        ("assess", f"no {evil}"),
        ("passes", f"no {evil}", BUSAN),
        ("passes", "58400", f"no {evil}"),
        ("explain", f"no {evil}", "--case", "nuri-2021"),
        ("doctor", f"no {evil}"),
        ("claim", "check", "58400", BUSAN, f"no {evil}"),
    ]:
        ran = bongsu(*args)
        assert not ESCAPES.search(ran.out + ran.err), args


def test_a_title_cannot_pass_for_lines_of_ours(bongsu, write):
    write("x.toml", '[case]\nname = "x"\ntitle = """\nTitle\n\n  launch      on time    = in window\n"""\n')
    out = bongsu("assess", "x.toml", *AT).out
    assert out.startswith("Title launch on time = in window ")


def test_reports_and_maps_hold_no_markup_of_a_case(bongsu, write, tmp_path):
    write("x.toml", HOSTILE_CASE.replace(HOSTILE, "<script>alert(1)</script>"))
    assert bongsu("assess", "x.toml", *AT, "-o", "x.html", "-o", "x.svg").code == 0
    for name in ("x.html", "x.svg"):
        assert "<script>alert" not in (tmp_path / name).read_text()


@settings(max_examples=40)
@given(st.text())
def test_clean_keeps_text_and_json_reads_it_back(text):
    shown = clean(text)
    assert not ESCAPES.search(shown)
    assert json.loads(dump_json({"a": text})) == {"a": text}
    if text.isascii() and text.isprintable():
        assert shown == text == plain(paint(text, "red", "bold"))
    assert "\n" not in one_line(text)


def test_paint_is_only_ours():
    assert plain(paint("x", "bold", "red")) == "x"
    assert paint("x") == "x"
    with pytest.raises(ValueError, match="JSON"):
        dump_json({"a": float("nan")})


# -- streams and codes ------------------------------------------------------------------------------


def test_data_to_stdout_and_the_rest_to_stderr(bongsu, write):
    ran = bongsu("assess", "-", "--at", NEAR_TLE, "-f", "json", stdin=TLE)
    assert ran.json["items"][0]["id"] == "elements:58400"
    assert ran.err == "took it for: 1 element set of 1 object, as tle\n"
    assert bongsu("assess", "-", "-q", "--at", NEAR_TLE, stdin=TLE).err == ""


def test_fail_on(bongsu):
    """1 where a finding has the verdict, whatever the form; the answer is printed all the same."""
    for form in ("table", "json"):
        ran = bongsu("assess", "hwasong-2022-03-24", *AT, "-f", form, "--fail-on", "cannot both be right")
        assert ran.code == 1
        assert "KCNA" in ran.out
        assert bongsu("assess", "hwasong-2022-03-24", *AT, "-f", form, "--fail-on", "impossible").code == 0
    assert bongsu("assess", "nuri-2021", *AT, "-q", "--fail-on", "undetermined").code == 1
    assert (
        bongsu("assess", "-", *AT, "--fail-on", "cannot both be right", stdin="6,248.5 km, 1,090 km, 67.5 min").code
        == 1
    )


def test_codes_of_a_process(tmp_path):
    """Those of an Exit, which Click hands back, and those of an error."""
    assert command("assess", "nuri-2021", "--fail-on", "undetermined").returncode == 1
    assert command("passes", "25544", BUSAN).returncode == 4
    (tmp_path / "x.toml").write_text("[case]\nnam = 1\n")
    assert command("case", "check", str(tmp_path / "x.toml")).returncode == 3


def test_nothing_pasted_before_ctrl_d():
    ran = command("assess", "-")
    assert (ran.returncode, ran.stdout) == (3, b"")
    assert b"standard input is empty" in ran.stderr


def test_a_reader_that_has_enough_is_no_error():
    program = f"{sys.executable} -c 'from bongsu.cli import main; main()' case show malligyong-1 | head -1"
    ran = subprocess.run(["bash", "-c", f"set -o pipefail; {program}"], capture_output=True, check=False, timeout=60)
    assert ran.returncode == 0
    assert b"Traceback" not in ran.stderr and b"Exception" not in ran.stderr


# -- forms ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "kind"),
    [
        (("assess", "nuri-2021"), "assess"),
        (("assess", "hwasong-2022-03-24"), "assess"),
        (("claim", "check", "58400", BUSAN, "2024-06-07T10:01:10+09:00"), "claim"),
        (("flight", "check", "6,248.5 km, >1,090 km"), "flight"),
        (("notice", "parse", "x.txt"), "notice"),
        (("notice", "imply", "x.txt", "--site", "sohae"), "imply"),
        (("notice", "imply", "malligyong-1"), "imply"),
        (("sat", "proxy", "39026", "--launched", "2012-12-12T00:49:46Z", "--new", "2016-02-07T00:29:30Z"), "sat-proxy"),
        (("passes", "58400", BUSAN), "passes"),
        (("explain", "launch:nuri", "--case", "nuri-2021"), "explain"),
    ],
    ids=str,
)
def test_json_of_every_command(bongsu, write, args, kind):
    write("x.txt", NAVAREA)
    at = JULY if args[0] == "passes" else AT
    if args[0] == "explain":
        found = bongsu("assess", "nuri-2021", *AT, "-f", "json").json["items"][0]["id"]
        args = ("explain", found, "--case", "nuri-2021")
    ran = bongsu(*args, *at, "-f", "json")
    assert ran.code == 0
    body = ran.json
    assert body["schema"] == f"bongsu/{kind}/1"
    assert body["generated"] == at[1].replace("T00:00Z", "T00:00:00Z")
    assert body["items"]
    assert {"schema", "generated", "version", "inputs", "items", "problems"} <= set(body)
    assert bongsu(*args, *at, "-f", "json").out == ran.out


def test_every_input_is_named_with_its_hash(bongsu, write):
    write("x.tle", TLE)
    for args in [
        ("assess", "x.tle", "--at", NEAR_TLE),
        ("passes", "58400", BUSAN, "--elements", "x.tle", "--at", NEAR_TLE),
        ("claim", "check", "58400", BUSAN, NEAR_TLE, "--elements", "x.tle", "--at", NEAR_TLE),
    ]:
        inputs = bongsu(*args, "-f", "json").json["inputs"]
        assert any(re.fullmatch(r"[0-9a-f]{64}", item["sha256"]) for item in inputs), args


def test_form_by_environment(bongsu, monkeypatch):
    monkeypatch.setenv("BONGSU_FORMAT", "json")
    assert bongsu("assess", "nuri-2021", *AT).json["case"] == "nuri-2021"
    assert bongsu("assess", "nuri-2021", *AT, "-f", "table").out.startswith("NURI")
    monkeypatch.setenv("BONGSU_FORMAT", "")
    assert bongsu("assess", "nuri-2021", *AT).out.startswith("NURI")
    monkeypatch.setenv("BONGSU_FORMAT", "csv")
    ran = bongsu("assess", "nuri-2021", *AT)
    assert ran.code == 2
    assert "BONGSU_FORMAT is 'csv', and this command writes table, json" in ran.err
    assert bongsu("passes", "58400", BUSAN, *JULY).out.startswith("norad_id,site,rise")


def test_forms_of_passes_hold_the_same(bongsu):
    args = ("passes", "58400", BUSAN, *JULY, "--for", "2d")
    items = bongsu(*args, "-f", "json").json["items"]
    lines = [json.loads(line) for line in bongsu(*args, "-f", "jsonl").out.splitlines()]
    rows = list(csv.DictReader(io.StringIO(bongsu(*args, "-f", "csv").out)))
    assert lines == items
    flat = {key for key in items[0] if not key.startswith("gsd_")}
    assert flat | {"gsd_across_m_low", "gsd_across_m_high", "gsd_along_m_low", "gsd_along_m_high"} == set(rows[0])
    assert [row["rise"] for row in rows] == [item["rise"] for item in items]
    assert [float(row["gsd_across_m_high"]) for row in rows] == [item["gsd_across_m"]["high"] for item in items]


def test_no_pass_is_an_answer(bongsu):
    args = ("passes", "58400", BUSAN, "--at", "2026-07-11T03:41:00Z", "--for", "90s")
    ran = bongsu(*args)
    assert ran.code == 0
    assert "no pass in this span" in ran.out
    assert bongsu(*args, "-f", "json").json["items"] == []
    assert bongsu(*args, "-f", "jsonl").out == ""
    assert bongsu(*args, "-f", "csv").out.count("\n") == 1


def test_passes_into_a_file_take_its_form(bongsu, tmp_path):
    args = ("passes", "58400", BUSAN, *JULY)
    ran = bongsu(*args, "-o", "p.csv", "-o", "p.json", "-o", "p.txt")
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "p.csv").read_text() == bongsu(*args, "-f", "csv").out
    assert (tmp_path / "p.json").read_text() == bongsu(*args, "-f", "json").out
    assert (tmp_path / "p.txt").read_text().startswith("RISE UTC")


# -- places that are hard ---------------------------------------------------------------------------


@pytest.mark.parametrize("site", ["90,0", "-90,0", "-90,77", "0,180", "0,-180", "-33.9,151.2", "-0.5,-179.999", "0,0"])
def test_every_place_on_earth_is_answered(bongsu, site):
    """A southern latitude begins with a minus sign and is no option; a polar orbit passes every place."""
    ran = bongsu("passes", "58400", site, *JULY, "--for", "2d", "-f", "json")
    assert ran.code == 0, ran.err
    assert len(ran.json["items"]) >= 2
    for item in ran.json["items"]:
        assert item["rise"] < item["culmination"] < item["set"]
        assert 10.0 <= item["max_elevation_deg"] <= 90.0
    ran = bongsu("claim", "check", "58400", site, "2026-07-11T00:00:00Z", "-f", "json")
    assert ran.json["items"][0]["verdict"] in ("possible", "impossible", "undetermined")


def test_both_sides_of_the_180th_meridian_are_one_place(bongsu):
    east, west = (bongsu("passes", "58400", f"0,{sign}180", *JULY, "-f", "json").json["items"] for sign in ("", "-"))
    assert [item["rise"] for item in east] == [item["rise"] for item in west]


def test_a_pass_cut_by_the_span_is_open(bongsu):
    ran = bongsu("passes", "58400", BUSAN, "--at", "2026-07-11T00:41:00Z", "--for", "90s")
    assert "2026-07-11 00:41:00<" in ran.out and "00:42:30>" in ran.out
    [item] = bongsu("passes", "58400", BUSAN, "--at", "2026-07-11T00:41:00Z", "--for", "90s", "-f", "json").json[
        "items"
    ]
    assert item["open_start"] and item["open_end"]


# -- what the screen offers next --------------------------------------------------------------------


@pytest.mark.parametrize("name", ["kwangmyongsong-3", "hwasong-2022-03-24", "nuri-2021"])
def test_the_next_commands_work(bongsu, name):
    out = bongsu("assess", name, *AT).out
    commands = re.findall(r"bongsu ([^\n]*?)(?:    |\n|$)", out[out.index("  next ") :])
    assert commands
    for text in commands:
        ran = bongsu(*text.replace("LAT,LON", BUSAN).split())
        assert ran.code == 0, (text, ran.err)


def test_a_new_episode(bongsu):
    """case new, case check, assess: each names the next, and an empty case says so."""
    ran = bongsu("case", "new", "my-case", "--title", "Mine")
    assert ran.code == 0
    assert "bongsu case check my-case.toml" in ran.out
    assert bongsu("case", "check", "my-case.toml").out == "= good  my-case: only a name so far\n"
    ran = bongsu("assess", "my-case.toml", *AT)
    assert ran.code == 0
    assert ran.out.startswith("Mine")
    assert "Nothing in this case can be computed yet." in ran.out
    assert "bongsu assess my-case -o" not in ran.out  # it is a file: that would not be found
    assert bongsu("case", "list").out.count("\n") == 4
    for name in ("malligyong-1", "nuri-2021"):
        assert bongsu("case", "show", name).out.count("[[source]]") > 3


def test_commands_for_a_file_name_the_file(bongsu, write):
    from test_bad_input import small_case  # noqa: PLC0415 - the case of the neighbour

    name = write("my case.toml", small_case("2024-06-07T10:01:10+09:00"))
    out = bongsu("assess", name, *AT).out
    assert "bongsu explain claim:c1 --case 'my case.toml'" in out
    assert "bongsu assess 'my case.toml' -o report.html" in out
    assert bongsu("explain", "claim:c1", "--case", name).out.startswith(f"{name}, claim:c1")


def test_help_of_every_command(bongsu):
    for args in [(), ("assess",), ("passes",), ("claim", "check"), ("flight", "check"), ("notice", "parse"), ("case",)]:
        ran = bongsu(*args, "--help")
        assert ran.code == 0
        assert ran.out.startswith("Usage: bongsu")


def test_each_feature_says_in_words_which_way_it_speaks(bongsu):
    """Signs and words, no colour: for, against or neither, on every row of an attempt's table."""
    shown = bongsu("explain", "attempt:flight-1", "--case", "kwangmyongsong-3").out
    table = shown.split("What each feature adds")[1].split("ORBITAL LAUNCH:")[0].splitlines()[2:]
    rows = [line.strip() for line in table if line.strip()]
    assert len(rows) == 5
    assert all(re.search(r"(\++ for|-+ against|neither)$", row) for row in rows)
    assert "Adding nothing: object in orbit (it failed in flight" in " ".join(shown.split())
    assert "Where the figures are from:" in shown
