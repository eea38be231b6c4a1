"""Bad input: where, what and advice in one breath, the right code, nothing written, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_samples import LINE_1, LINE_2, NAVAREA, NEAR_TLE, TLE, sealed

BUSAN = "35.10,129.10"
T2012, T2016 = "2012-12-12T00:49:46Z", "2016-02-07T00:29:30Z"  # lift-offs of Kwangmyongsong-3 unit 2 and -4
PASSES = ("passes", "58400", BUSAN, "--at", NEAR_TLE, "--for", "1d", "--elements")
PAGE = "<!DOCTYPE html>\n<html><head><title>403 Forbidden</title></head><body>Log in</body></html>"

# Three mistakes for each command: arguments, code, words that the message holds.
MISTAKES = [
    (("assess",), 2, "Missing argument"),
    (("assess", "malligyong"), 3, "bundled: hwasong-2022-03-24, kwangmyongsong-3, malligyong-1, nuri-2021"),
    (("assess", "nuri-2021", "-o", "report.doc"), 2, "write .html or .pdf (report)"),
    (("assess", "nuri-2021", "--site", "99,10"), 3, "latitude 99.0 is outside -90 to 90"),
    (
        ("assess", "nuri-2021", "--fail-on", "lies"),
        2,
        "'impossible', 'cannot both be right', 'not as announced', 'undetermined'",
    ),
    (("passes", "58400"), 2, "Missing argument 'SITE'"),
    (("passes", "maligyong", BUSAN), 3, "did you mean malligyong-1 (58400)?"),
    (("passes", "58400", "buzan"), 3, "did you mean busan?"),
    (("passes", "58400", BUSAN, "--for", "3x"), 3, "write 90min, 48h, 3d or 1w"),
    (("passes", "58400", BUSAN, "--min-elevation", "95", "--at", NEAR_TLE), 3, "outside 0 to 90"),
    (("passes", "58400", BUSAN, "--min-elevation", "nan", "--at", NEAR_TLE), 3, "outside 0 to 90"),
    (("passes", "58400", BUSAN, "--gsd", "1,x", "--at", NEAR_TLE), 3, "write --gsd 1,3,5"),
    (("passes", "58400", BUSAN, "--from-claims", "nope", "--at", NEAR_TLE), 3, "no bundled case is called 'nope'"),
    (("claim", "check", "58400", BUSAN), 2, "Missing argument 'TIME'"),
    (("claim", "check", "58400", BUSAN, "2023-11-25T10:01:10"), 3, "add Z for UTC or an offset such as +09:00"),
    (("claim", "check", "58400", "atlantis", "2023-11-25T10:01:10Z"), 3, "is no place in the bundled cases"),
    (("claim", "check", "58400", BUSAN, "yesterday"), 3, "is not a time"),
    (("claim", "chek", "58400"), 2, "check"),
    (("flight", "check"), 2, "--apogee-km and --range-km"),
    (("flight", "check", "hello"), 3, "cannot read 'hello'"),
    (("flight", "check", "--apogee-km", "nan", "--range-km", "950"), 3, "is not a figure in km"),
    (("flight", "check", "4475 km, 950 km", "--apogee-km", "4475"), 2, "not both"),
    (("flight", "check", "--apogee-km", "4475", "--range-km", "25000"), 3, "outside 0 to 15,000"),
    (("notice", "parse", "nofile"), 3, "No such file"),
    (("notice", "imply", "malligyong-1", "--site", "sohae"), 2, "leave --site out"),
    (("notice", "imply", "nofile"), 3, "No such file"),
    (("sat", "proxy", "39026", "--new", "2016-02-07T00:29Z"), 2, "Missing option '--launched'"),
    (("sat", "proxy", "12345", "--launched", T2012, "--new", T2016), 4, "no element set of 12345 is bundled"),
    (("sat", "proxy", "39026", "--launched", T2016, "--new", T2016), 3, "before the launch"),
    (("sat", "proxy", "39026", "--launched", T2012, "--new", f"{T2016}..{T2012}"), 3, "before it starts"),
    (("sat", "proxy", "39026", "--launched", T2012, "--new", f"{T2016}..2016-02-09T00:00Z"), 3, "over a day"),
    (("sat", "proxy", "39026", "--launched", "2012", "--new", T2016), 3, "is not a time"),
    (("notice", "parse", "-", "--year", "1200"), 2, "1950<=x<=2199"),
    (("case", "new", "bad name"), 3, "cannot name a case"),
    (("case", "new", "../../etc/passwd"), 3, "cannot name a case"),
    (("case", "show", "nuri"), 3, "no bundled case is called"),
    (("case", "check", "nofile"), 3, "No such file"),
    (("case", "add", "malligyong-1"), 2, "Missing option '--notice'"),
    (("explain", "claim:kaden"), 3, "did you mean claim:kadena?"),
    (("explain", "claim:kadena", "--case", "nuri-2021"), 3, "no finding is called"),
    (("cite", "nofile"), 3, "no bundled case and no file"),
    (("doctor", "x"), 2, "unexpected extra argument"),
    (("asess", "x"), 2, "tip: a similar command exists: assess"),
    (("--vers",), 2, "--version"),
]


@pytest.mark.parametrize(("args", "code", "words"), MISTAKES, ids=lambda value: str(value)[:40])
def test_mistakes(bongsu, args, code, words):
    ran = bongsu(*args)
    assert (ran.code, ran.out) == (code, "")
    assert words in ran.err
    assert "error: " in ran.err
    assert not list(Path().iterdir())


@pytest.mark.parametrize(("args", "code", "words"), MISTAKES[:8], ids=lambda value: str(value)[:40])
@pytest.mark.parametrize("form", [("-f", "json"), ("--format=json",), ("-fjson",)], ids=str)
def test_an_error_is_json_where_the_answer_would_be(bongsu, args, code, words, form):
    ran = bongsu(*args, *form)
    assert (ran.code, ran.out) == (code, "")
    body = json.loads(ran.err)
    assert set(body) == {"error", "advice", "problems"}
    assert words in body["error"] + body["advice"]


def test_an_error_is_json_by_environment(bongsu, monkeypatch):
    monkeypatch.setenv("BONGSU_FORMAT", "json")
    assert json.loads(bongsu("assess", "malligyong").err)["error"].startswith("no bundled case")


def test_a_message_says_a_thing_once(bongsu, write):
    ran = bongsu(*PASSES, write("x.tle", TLE.replace("3145465", "3145466")))
    assert ran.err.count("checksum is") == 1
    assert ran.err.count("copy it again") == 1


# -- element sets -----------------------------------------------------------------------------------

SPOILT = {
    "truncated": (TLE.replace(LINE_2, LINE_2[:60]), 3, "line 3, columns 61-69"),
    "one line": (f"{LINE_1}\n", 3, "no line 2 after it"),
    "wrong checksum": (TLE.replace("3145465", "3145466"), 3, "line 3, column 69: checksum is '6'"),
    "HTML page": (PAGE, 3, "its title is '403 Forbidden'"),
    "empty": ("", 3, "is empty"),
    "blanks": (" \n\t\n", 3, "is empty"),
    "something else": ("hello world\n", 3, "holds no element set"),
    "a program": (b"\x7fELF\x02\x01\x01\x00" * 40, 3, "is a program"),
    "gzip": (b"\x1f\x8b\x08\x00" + b"x" * 40, 3, "gunzip"),
    "NUL bytes": (b"1 58400\x00\x00\x00 and so on", 3, "NUL"),
}


@pytest.mark.parametrize("kind", SPOILT)
def test_spoilt_element_sets(bongsu, write, kind):
    content, code, words = SPOILT[kind]
    name = write("x.tle", content)
    for args in [(*PASSES, name), ("claim", "check", "58400", BUSAN, NEAR_TLE, "--elements", name)]:
        if kind == "wrong checksum" and args[0] == "claim":
            continue  # read tolerantly there, and said so (below)
        ran = bongsu(*args)
        assert (ran.code, ran.out) == (code, ""), args
        assert words in ran.err


def test_no_set_of_the_object(bongsu, write):
    name = write("x.tle", TLE)
    ran = bongsu("passes", "25544", BUSAN, "--at", NEAR_TLE, "--elements", name)
    assert (ran.code, ran.out) == (4, "")
    assert "holds no element set of object 25544" in ran.err
    assert bongsu("claim", "check", "25544", BUSAN, NEAR_TLE, "--elements", name).code == 4
    ran = bongsu("passes", "25544", BUSAN)
    assert (ran.code, ran.out) == (4, "")
    assert "--elements FILE" in ran.err


def test_tolerant_says_what_it_overlooked(bongsu, write):
    name = write("x.tle", TLE.replace("3145465", "3145466"))
    ran = bongsu(*PASSES, name, "--tolerant")
    assert ran.code == 0
    assert "2026-07-05 01:08:49" in ran.out
    assert "note: line 3, column 69: checksum is '6'" in ran.err
    ran = bongsu("claim", "check", "58400", BUSAN, "2026-07-05T01:12:02Z", "--elements", name)
    assert "checksum is '6'" in ran.err


def test_an_epoch_in_the_future(bongsu, write):
    """Two years ahead: no passes (exit 4); pasted, it is described as what it is."""
    name = write("x.tle", TLE.replace(LINE_1, sealed(LINE_1.replace("26185.", "28185."))))
    ran = bongsu(*PASSES, name)
    assert (ran.code, ran.out) == (4, "")
    assert "730 days in the future" in ran.err
    ran = bongsu("assess", name, "--at", NEAR_TLE)
    assert ran.code == 0
    assert "! future epoch" in ran.out


# Last set of Kwangmyongsong-4 kept in the fact sheet, section 5d; the object decayed on 30 June 2023.
KMS_4 = (
    "1 41332U 16009A   22125.21808161  .00030905  00000+0  73442-3 0  9997\n"
    "2 41332  97.2450 200.8790 0019764 121.8738 238.4436 15.41408035349170\n"
)


def test_a_decayed_object(bongsu, write):
    name = write("kms4.tle", KMS_4)
    ran = bongsu("passes", "41332", BUSAN, "--at", NEAR_TLE, "--elements", name)
    assert (ran.code, ran.out) == (4, "")
    assert "has decayed by its own element set of 2022-05-05" in ran.err
    ran = bongsu("assess", name, "--at", NEAR_TLE)
    assert "! decayed" in ran.out
    # Between its epoch and its fall it answers.
    assert bongsu("passes", "41332", BUSAN, "--at", "2022-05-06T00:00Z", "--elements", name).code == 0


def test_sets_too_old_name_a_way_out(bongsu):
    ran = bongsu("passes", "58400", BUSAN, "--at", "2023-11-25T00:00Z")
    assert (ran.code, ran.out) == (4, "")
    assert "--from-claims malligyong-1" in ran.err
    ran = bongsu("passes", "58400", BUSAN, "--at", "2027-11-25T00:00Z")
    assert ran.code == 4
    assert "--at 2026-07-10T12:00Z" in ran.err


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "latin-1", "utf-32"])
def test_text_in_any_common_encoding(bongsu, write, encoding):
    text = TLE.replace("MALLIGYONG-1", "MALLIGYONG-É")
    name = write("x.tle", text.encode(encoding))
    ran = bongsu(*PASSES, name)
    assert ran.code == 0, ran.err
    assert "2026-07-05 01:08:49" in ran.out
    assert "MALLIGYONG-É" in ran.out


def test_a_bad_item_loses_only_itself(bongsu, write):
    """Three sets, the second spoilt beyond reading: two are answered, and the answer names the third."""
    broken = TLE.replace("58400", "58401").replace("97.2992", "9x.2992")
    name = write("list.tle", TLE + broken + KMS_4)
    ran = bongsu("assess", name, "--at", NEAR_TLE, "-f", "json")
    assert ran.code == 0
    body = ran.json
    assert [item["id"] for item in body["items"]] == ["elements:41332", "elements:58400"]
    assert any("9x.2992" in problem["what"] or "inclination" in problem["what"] for problem in body["problems"])
    assert "note: " in ran.err
    assert bongsu(*PASSES, name).code == 0
    ran = bongsu("passes", "58401", BUSAN, "--at", NEAR_TLE, "--elements", name)
    assert ran.code == 3
    assert "inclination" in ran.err


# -- cases ------------------------------------------------------------------------------------------


def test_every_fault_of_a_case_with_its_line(bongsu, write):
    name = write(
        "x.toml",
        '[case]\nname = "x"\ntitel = "typo"\n\n[[claim]]\nid = "a"\nwho = "me"\ntime = 2023-11-25T10:01:10\n'
        'latitude = 95\nlongitude = 1\n\n[[launch]]\nid = "l"\nsite = "s"\noutcome = "perhaps"\n',
    )
    ran = bongsu("case", "check", name)
    assert ran.code == 3
    lines = ran.out.splitlines()
    assert "line 3" in lines[0] and "titel" in lines[0] and "did you mean title?" in lines[0]
    assert "line 8" in lines[1] and "has no time zone" in lines[1] and "add Z" in lines[1]
    assert "line 9" in lines[2] and "latitude" in lines[2]
    assert any("line 15" in line and "'perhaps'" in line for line in lines)
    assert "fault(s)" in ran.err
    ran = bongsu("assess", name)
    assert (ran.code, ran.out) == (3, "")
    assert "line 3" in ran.err


def test_a_claim_before_launch(bongsu, write):
    ran = bongsu("claim", "check", "58400", BUSAN, "2023-11-20T10:01:10+09:00")
    assert (ran.code, ran.out) == (3, "")
    assert "2023-11-20T01:01:10Z is before the launch of MALLIGYONG-1 (2023-11-21T13:42:28Z)" in ran.err
    assert "check the date and the time zone" in ran.err
    # A case file that holds one is refused, with the line.
    write("x.toml", small_case("2023-11-20T10:01:10+09:00"))
    for args in [("assess", "x.toml"), ("case", "check", "x.toml")]:
        ran = bongsu(*args)
        assert ran.code == 3
        assert "x.toml, line 30, claim[1].time: 2023-11-20T01:01:10Z is before the lift-off" in ran.out + ran.err


def small_case(*times: str, more: str = "") -> str:
    """A satellite with two element sets around the raise of June 2024, and claims that it saw Busan then."""
    head = """
[case]
name = "small"
[[satellite]]
norad_id = 58400
name = "MALLIGYONG-1"
imager = "optical"
[[site]]
id = "sohae"
name = "Sohae"
latitude = 39.6596
longitude = 124.7057
[[launch]]
id = "flight"
site = "sohae"
norad_id = 58400
lift_off = [{ party = "KCNA", time = 2023-11-21T22:42:28+09:00 }]
[[elements]]
tle = '''
1 58400U 23179A   24158.19566690  .00000871  00000-0  41535-4 0  9999
2 58400  97.4052  45.2326 0002221 305.1745  54.9283 15.21704003 30052
1 58400U 23179A   24159.97159215  .00006581  00000+0  30025-3 0  9991
2 58400  97.4051  46.9797 0001572 158.6830 201.4471 15.20948569 30329
'''
"""
    claims = [
        f'[[claim]]\nid = "c{n}"\nwho = "KCNA"\nlatitude = 35.10\nlongitude = 129.10\ntime = {time}\n'
        for n, time in enumerate(times, start=1)
    ]
    return head + "\n".join(claims) + more


def test_a_claim_after_decay(bongsu, write):
    """The catalogue's date of decay is a fact of the case: what comes after it could not be seen."""
    name = write("x.toml", small_case().replace('imager = "optical"', 'imager = "optical"\ndecayed = "2025-01-05"'))
    ran = bongsu("claim", "check", "58400", BUSAN, "2025-06-07T10:01:10+09:00", "--case", name, "-f", "json")
    [claim] = ran.json["items"]
    assert claim["verdict"] == "impossible"
    assert claim["statement"] == "MALLIGYONG-1 had left orbit by 05 Jan 2025, so it was not there on 07 Jun 2025."
    write("y.toml", small_case("2025-06-07T10:01:10+09:00").replace("[[site]]", 'decayed = "2025-01-05"\n[[site]]', 1))
    ran = bongsu("case", "check", "y.toml")
    assert ran.code == 3
    assert "is after 58400 decayed, 2025-01-05" in ran.out


def test_a_case_may_name_only_files_beside_it(bongsu, write, tmp_path):
    (tmp_path / "secret.tle").write_text(TLE)
    folder = tmp_path / "cases"
    folder.mkdir()
    text = '[case]\nname = "x"\n[[satellite]]\nnorad_id = 58400\nname = "M"\n[[elements]]\nfile = "FILE"\n'
    for bad in ("../secret.tle", "/etc/passwd", "link.tle"):
        (folder / "x.toml").write_text(text.replace("FILE", bad))
        (folder / "link.tle").unlink(missing_ok=True)
        (folder / "link.tle").symlink_to(tmp_path / "secret.tle")
        ran = bongsu("assess", "cases/x.toml", "--at", NEAR_TLE)
        assert "outside" in ran.err
        assert "4 Jul 2026" not in ran.out
    (folder / "near.tle").write_text(TLE)
    (folder / "x.toml").write_text(text.replace("FILE", "near.tle"))
    ran = bongsu("assess", "cases/x.toml", "--at", NEAR_TLE)
    assert ran.err == ""
    assert "last set 4 Jul 2026" in ran.out


def test_a_bad_checksum_inside_a_case_is_said(bongsu, write):
    text = small_case("2024-06-07T10:01:10+09:00").replace("15.20948569 30329", "15.20948569 30328")
    ran = bongsu("assess", write("x.toml", text), "--at", NEAR_TLE)
    assert ran.code == 0
    assert "checksum" in ran.err and "elements[1]" in ran.err


# -- times ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "at",
    [
        "now",
        "NOW",
        " now ",
        "+48h",
        "-2d",
        "2026-11-25T10:00+09:00",
        "2026-11-25T01:00Z",
        "2026-11-25 01:00Z",
        "20261125T010000Z",
    ],
)
def test_forms_of_at(bongsu, at):
    assert bongsu("assess", "nuri-2021", "--at", at).code == 0


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-11-25", "no time zone"),
        ("2026-11-25T10:00", "no time zone"),
        ("yesterday", "is not a time"),
        ("", "is not a time"),
        ("48h", "is not a time"),
        ("2026-13-01T00:00Z", "is not a time"),
        ("0001-01-01T00:00+14:00", "outside the years 1958 to 2199"),
        ("9999-12-31T23:59-12:00", "outside the years 1958 to 2199"),
        ("+99999999d", "outside 0 to 10 years"),
    ],
)
def test_bad_at(bongsu, at, words):
    for args in [("assess", "nuri-2021"), ("doctor",), ("cite",), ("passes", "58400", BUSAN)]:
        ran = bongsu(*args, "--at", at)
        assert (ran.code, ran.out) == (3, "")
        assert words in ran.err


@pytest.mark.parametrize("moment", ["0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00", "1900-01-01T00:00Z"])
def test_claims_outside_our_time(bongsu, moment):
    ran = bongsu("claim", "check", "58400", BUSAN, moment)
    assert ran.code == 3
    assert "1958 to 2199" in ran.err


# -- output files -----------------------------------------------------------------------------------


def test_no_file_is_written_over(bongsu, tmp_path):
    (tmp_path / "map.svg").write_text("mine")
    ran = bongsu("assess", "nuri-2021", "-o", "first.svg", "-o", "map.svg")
    assert (ran.code, ran.out) == (3, "")
    assert "map.svg exists already" in ran.err and "--force" in ran.err
    assert not (tmp_path / "first.svg").exists()  # all or none
    assert (tmp_path / "map.svg").read_text() == "mine"
    assert bongsu("assess", "nuri-2021", "-o", "map.svg", "--force").code == 0
    assert "<svg" in (tmp_path / "map.svg").read_text()
    assert bongsu("case", "new", "mine").code == 0
    assert bongsu("case", "new", "mine").code == 3


def test_unwritable_folders(bongsu, tmp_path):
    ran = bongsu("assess", "nuri-2021", "-o", "nowhere/map.svg")
    assert ran.code == 3 and "there is no folder nowhere" in ran.err
    (tmp_path / "dir.html").mkdir()
    ran = bongsu("assess", "nuri-2021", "-o", "dir.html", "--force")
    assert ran.code == 3 and "is a folder" in ran.err
    ran = bongsu("passes", "58400", BUSAN, "--at", NEAR_TLE, "-o", "nowhere/p.csv")
    assert ran.code == 3 and ran.out == ""
    ran = bongsu("case", "new", "x", "-o", "nowhere/x.toml")
    assert ran.code == 3


def test_a_folder_without_rights(bongsu, tmp_path, monkeypatch):
    """Root may write anywhere, so the system's answer is made up."""
    (tmp_path / "locked").mkdir()
    monkeypatch.setattr("bongsu.cli.options.os.access", lambda *_: False)
    ran = bongsu("assess", "nuri-2021", "-o", "locked/map.svg")
    assert ran.code == 3 and "may not be written to" in ran.err


# -- size -------------------------------------------------------------------------------------------


def test_50_mb_of_element_sets(bongsu, write):
    """Some 350,000 sets, the wanted one among them."""
    pad = (TLE.split("\n", 1)[1].replace("58400", "58399") * 1000)[: 140 * 1000]
    big = pad * 180 + TLE + pad * 180
    assert len(big) > 50_000_000
    name = write("big.tle", big)
    ran = bongsu(*PASSES, name)
    assert ran.code == 0
    assert "2026-07-05 01:08:49" in ran.out


@pytest.mark.parametrize(
    "text",
    ["lorem ipsum dolor " * 2_800_000, "9" * 50_000_000, "[" * 200_000, "<!-- " * 2_000_000, '{"a":' * 100_000],
    ids=["words", "one line", "brackets", "comments", "nested JSON"],
)
def test_large_nonsense_is_refused(bongsu, text):
    ran = bongsu("assess", "-", stdin=text)
    assert (ran.code, ran.out) == (3, "")
    assert len(ran.err) < 2000


def test_a_deeply_nested_case(bongsu, write):
    ran = bongsu("case", "check", write("x.toml", '[case]\nname = "x"\ny = ' + "[" * 100_000))
    assert ran.code == 3
    assert "deep" in ran.out


# -- warnings ---------------------------------------------------------------------------------------


def test_what_is_no_warning(bongsu, write):
    ran = bongsu("notice", "parse", write("x.txt", "hello world"))
    assert (ran.code, ran.out) == (3, "")
    assert "no area, position or time of" in ran.err
    ran = bongsu("notice", "imply", "x.txt", "--site", "sohae")
    assert (ran.code, ran.out) == (3, "")
    assert bongsu("notice", "parse", write("page.txt", PAGE)).code == 3
    assert "HTML page" in bongsu("assess", "page.txt").err


def test_adding_a_warning(bongsu, write):
    name = write("warning.txt", NAVAREA)
    ran = bongsu("case", "add", "malligyong-1", "--notice", name, "--launch", "nope", "-o", "x.toml")
    assert ran.code == 3 and "flight-1, flight-2, flight-3, flight-2024" in ran.err
    ran = bongsu("case", "add", "malligyong-1", "--notice", name, "--issued", "soon", "-o", "x.toml")
    assert ran.code == 3 and "'soon' is not a date" in ran.err
    assert not Path("x.toml").exists()
    ran = bongsu("case", "add", "malligyong-1", "--notice", name, "-o", "x.toml")
    assert ran.code == 0 and "flight-3" in ran.err
    assert bongsu("case", "check", "x.toml").code == 0
    ran = bongsu("case", "add", "nuri-2021", "--notice", write("not.txt", "hello"), "-o", "y.toml")
    assert "no area, position or time" in ran.err
