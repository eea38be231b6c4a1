"""Case files: what is read, what is refused, and that each fault is named with its line."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bongsu.cases import bundled_sets as fast
from bongsu.cases.case_file import append_notice, case_template, parse_case, read_case
from bongsu.cases.toml_lines import locate, scan
from bongsu.errors import CaseError

ROOT = Path(__file__).parents[2]

GOOD = """\
[case]
name = "test"

[[source]]
id = "agency"
publisher = "Agency"

[[site]]
id = "pad"
name = "Pad"
latitude = 39.66
longitude = 124.71

[launch]
id = "flight"
site = "pad"
norad_id = 58400

[launch.lift_off]
party = "Agency"
time = 2023-11-21T22:42:28+09:00

[satellite]
norad_id = 58400
name = "S"

[[claim]]
id = "one"
who = "Agency"
site = "pad"
time = 2023-11-25T10:01:10+09:00
source = "agency"
"""


def faults(text: str) -> list[str]:
    """Every fault of a text, as the user reads it."""
    with pytest.raises(CaseError) as caught:
        parse_case(text, where="t.toml")
    return [str(problem) for problem in caught.value.problems]


def changed(old: str, new: str) -> str:
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


# ── what is read ──


def test_single_tables_and_single_values_are_lists_of_one():
    case = parse_case(GOOD)
    assert [launch.id for launch in case.launch] == ["flight"]
    assert [time.party for time in case.launch[0].lift_off] == ["Agency"]
    assert case.satellite[0].name == "S"
    assert case.claim[0].site == ["pad"]
    assert case.claim[0].source == ["agency"]


def test_times_keep_the_zone_of_the_source():
    assert parse_case(GOOD).claim[0].time.isoformat() == "2023-11-25T10:01:10+09:00"


def test_only_a_name_is_needed():
    assert parse_case('case.name = "bare"').case.name == "bare"


def test_windows_line_ends_and_a_byte_order_mark():
    assert read_case(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()) == parse_case(GOOD)


def test_figures_are_kept_as_written():
    text = (
        'case.name = "t"\n[observation]\nid = "o"\nname = "o"\ndate = 2022-03-24\n[observation.reported]\nparty = "J"\n'
    )
    reported = parse_case(text + 'apogee_km = "6,000+"\nground_range_km = 1080\n').observation[0].reported[0]
    assert (reported.apogee_km, reported.ground_range_km) == (">6000", "1080")


# ── faults, one at a time, word for word ──

FAULTS = [
    (
        "time = 2023-11-25T10:01:10+09:00",
        "time = 2023-11-25T10:01:10",
        "t.toml, line 31, claim[1].time: 2023-11-25T10:01:10 has no time zone"
        " (add Z for UTC or an offset such as +09:00)",
    ),
    (
        "time = 2023-11-25T10:01:10+09:00",
        'time = "10:01"',
        "t.toml, line 31, claim[1].time: '10:01' is not a time (write it as 2023-11-25T10:01:10+09:00)",
    ),
    (
        "time = 2023-11-25T10:01:10+09:00",
        "time = 2023-11-21T10:01:10+09:00",
        "t.toml, line 31, claim[1].time: 2023-11-21T01:01:10Z is before the lift-off of 58400 at 2023-11-21T13:42:28Z"
        " (launch flight) (check the zone: the date in UTC may be the day before)",
    ),
    (
        'who = "Agency"',
        'whom = "Agency"',
        "t.toml, line 27, claim[1].who: who is missing (add a line who = ...)",
    ),
    (
        "latitude = 39.66",
        'latitude = "39.66"',
        "t.toml, line 11, site[1].latitude: '39.66' is text, where a number is expected (write it without quotes)",
    ),
    (
        "latitude = 39.66",
        "latitude = 139.66",
        "t.toml, line 11, site[1].latitude: 139.66 is out of range (it must be at most 90)",
    ),
    (
        "latitude = 39.66",
        "latitude = nan",
        "t.toml, line 11, site[1].latitude: nan is no finite number",
    ),
    (
        'name = "S"',
        "name = 58400",
        "t.toml, line 25, satellite[1].name: 58400 is a whole number, where text in quotes is expected",
    ),
    (
        'name = "S"',
        'name = "S"\nimager = "optcal"',
        "t.toml, line 26, satellite[1].imager: 'optcal' is not one of the words known here"
        " (did you mean 'optical'? choose one of optical, radar, unknown)",
    ),
    (
        'name = "S"',
        'name = "S"\ncontrol = "pod"',
        "t.toml, line 26, satellite[1].control: no [[site]] has the id 'pod' (did you mean 'pad'?)",
    ),
    (
        'name = "S"',
        'name = "S"\ndecayed = "2023-11"\n',
        None,
    ),
    (
        'name = "S"',
        'name = "S"\ndecayed = "2023-11-24"',
        "t.toml, line 32, claim[1].time: 2023-11-25T01:01:10Z is after 58400 decayed, 2023-11-24 (check both dates)",
    ),
    (
        'name = "test"',
        'name = "test case"',
        "t.toml, line 2, case.name: 'test case' is no identifier"
        " (use letters without accents, digits, '.', '_' and '-', and begin with a letter or digit)",
    ),
    (
        'name = "test"',
        'name = "test"\nprimary = "flght"',
        "t.toml, line 3, case.primary: no [[launch]] has the id 'flght' (did you mean 'flight'?)",
    ),
    (
        'source = "agency"',
        'source = "press"',
        "t.toml, line 32, claim[1].source[1]: no [[source]] has the id 'press' (add [[source]] with that id)",
    ),
    (
        'name = "test"',
        'name = "test"\nzone = "KST"',
        "t.toml, line 3, case.zone: 'KST' is no offset from UTC (write \"+09:00\")",
    ),
    (
        'name = "test"',
        'name = "test"\ncompiled = "2023-13-45"',
        "t.toml, line 3, case.compiled: '2023-13-45' is not a date (write 2023, 2023-11, 2023-11-25 or a full time)",
    ),
]


@pytest.mark.parametrize(("old", "new", "message"), FAULTS)
def test_fault_is_named_with_its_line(old, new, message):
    text = changed(old, new)
    if message is None:
        parse_case(text)
    else:
        assert message in faults(text)


def test_unknown_field_names_the_nearest_and_all_known():
    (fault,) = faults(changed('who = "Agency"', 'who = "Agency"\nsitte = "pad"'))
    assert fault.startswith("t.toml, line 30, claim[1].sitte: unknown field sitte (did you mean site? known here: id, ")
    assert "precision_s" in fault


def test_unknown_table():
    (fault,) = faults(GOOD + '\n[[sattelite]]\nname = "x"\n')
    assert fault.startswith("t.toml, line 34, sattelite: unknown table sattelite (did you mean satellite? known here: ")


def test_unknown_field_of_an_inner_table():
    text = changed('party = "Agency"', 'party = "Agency"\nprecision = 1')
    (fault,) = faults(text)
    assert fault.startswith("t.toml, line 21, launch[1].lift_off[1].precision: unknown field precision (did you mean")


def test_doubled_ids():
    more = '\n[[claim]]\nid = "one"\nwho = "Agency"\nsite = "pad"\ntime = 2023-11-26T00:00:00Z\n'
    assert faults(GOOD + more) == ["t.toml, line 35, claim[2].id: 'one' is the id of claim[1] too (give each its own)"]


def test_perigee_above_apogee():
    orbit = '[launch.orbit]\nparty = "P"\nperigee_km = 512\napogee_km = 493\ninclination_deg = 97.4\n\n[satellite]'
    assert faults(changed("[satellite]", orbit)) == [
        "t.toml, line 25, launch[1].orbit[1].perigee_km: the perigee, 512 km, is above the apogee, 493 km"
        " (exchange them)"
    ]


def test_insertion_before_lift_off():
    more = '[launch.insertion]\nparty = "P"\ntime = 2023-11-21T13:54:13+09:00\n\n[satellite]'
    assert faults(changed("[satellite]", more)) == [
        "t.toml, line 25, launch[1].insertion[1].time: 2023-11-21T04:54:13Z is before the lift-off at"
        " 2023-11-21T13:42:28Z (check zone and date)"
    ]


def test_unknown_references_of_launch_notice_and_claim():
    text = changed('site = "pad"\nnorad_id', 'site = "moon"\nnorad_id')
    text += '\n[notice]\nid = "n"\npublisher = "P"\nlaunch = "fligth"\n'
    assert faults(text) == [
        "t.toml, line 16, launch[1].site: no [[site]] has the id 'moon' (add [[site]] with that id)",
        "t.toml, line 37, notice[1].launch[1]: no [[launch]] has the id 'fligth' (did you mean 'flight'?)",
    ]


def test_element_file_must_lie_beside_the_case():
    for name in ("/etc/passwd", "../x.tle", "C:x.tle", "a\\\\b.tle"):
        (fault,) = faults(GOOD + f'\n[elements]\nfile = "{name}"\n')
        assert "may lie outside the folder of the case" in fault
    parse_case(GOOD + '\n[elements]\nfile = "sets/x.tle"\n')


def test_every_fault_is_reported_at_once_in_the_order_of_the_text():
    text = GOOD.replace("latitude = 39.66", 'latitude = "x"').replace("T10:01:10+09:00", "T10:01:10")
    text = text.replace('source = "agency"', 'source = "press"').replace('name = "S"', 'nmae = "S"')
    found = faults(text)
    lines = [int(re.search(r"line (\d+)", fault)[1]) for fault in found]
    assert len(found) == 5
    assert lines == sorted(lines)


def test_message_of_the_error_holds_the_first_fault_and_the_count():
    with pytest.raises(CaseError, match=r"t\.toml, line 11, .*\(and 1 more\)"):
        parse_case(GOOD.replace("39.66", '"a"').replace("124.71", '"b"'), where="t.toml")


# ── no TOML at all ──


def test_syntax_error_with_line_column_and_the_line_itself():
    assert faults('[case]\nname = "x"\ntitle "y"\n') == [
        "t.toml, line 3, column 7: not TOML: expected '=' after a key in a key/value pair (the line reads: title \"y\")"
    ]


def test_text_that_ends_inside_a_string():
    (fault,) = faults('[case]\nname = """x\n')
    assert fault.startswith("t.toml, line 3, column 1: not TOML: ")


@pytest.mark.parametrize("text", ["\x00", "[case]\nname = \x1b", "%PDF-1.4", "<html>", "{}", "x = " + "9" * 5000])
def test_other_things_are_refused(text):
    assert faults(text)


def test_empty_text():
    assert faults("") == ['t.toml, case: the table [case] is missing (begin with [case] and name = "my-case")']


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 a case", b"\x1f\x8b\x08", b"%PDF-1.7"])
def test_bytes_that_are_no_text(raw):
    with pytest.raises(CaseError, match=r"^t "):
        read_case(raw, "t")


def test_text_in_another_encoding():
    assert read_case(GOOD.encode("utf-16")) == parse_case(GOOD)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[case]\nname = "x"\nx = ' + "[" * 100_000, 3),
        ('[case]\nname = "x"\nx = ' + "[" * 100_000 + "]" * 100_000, 3),
        ("x = " + "{a=" * 100_000, 1),
        ("\n" + ".".join("a" * 100_000) + " = 1", 2),
        ("[" + ".".join("a" * 100_000) + "]", 1),
    ],
)
def test_depth_bombs_are_refused(text, line):
    (fault,) = faults(text)
    assert fault == f"t.toml, line {line}: tables or arrays stand more than 64 deep inside one another (a case needs 5)"


def test_large_files():
    with pytest.raises(CaseError, match=r"21\.0 MB are more than the 20 MB"):
        read_case(b"#" * 21_000_000)
    long = GOOD + f'\n[[remark]]\ntopic = "context"\ntext = "{"x" * 5_000_000}"\n'
    assert len(parse_case(long).remark[0].text) == 5_000_000
    (fault,) = faults(changed('name = "S"', f'name = "S"\nimager = "{"x" * 5_000_000}"'))
    assert len(fault) < 300


def test_ten_thousand_faults():
    text = GOOD + "".join(f"\n[[claim]]\nid = {n}\n" for n in range(10_000))
    assert len(faults(text)) == 20_000


# ── lines ──

KEYS = st.from_regex(r"[A-Za-z0-9_-]{1,8}", fullmatch=True)
TEXTS = st.text(alphabet=st.sampled_from("ab\n[]{}#=\"'\\,. "), max_size=20)


class Writer:
    """Writes TOML at random and notes the line of every key and element as it goes."""

    def __init__(self, draw):
        self.draw = draw
        self.lines = [""]
        self.where: dict[tuple, int] = {}

    def write(self, text):
        first, *rest = text.split("\n")
        self.lines[-1] += first
        self.lines.extend(rest)

    def note(self, path):
        self.where[path] = len(self.lines)

    def plain(self):
        text = self.draw(TEXTS)
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        choices = ["1", "-2.5e3", "true", "2023-11-25 10:01:10Z", "0x1F", "inf", f'"""{escaped}"""']
        if "\n" not in text:
            choices.append(f'"{escaped}"')
        if "'''" not in text and not text.endswith("'"):
            choices.append(f"'''{text}'''")
        self.write(self.draw(st.sampled_from(choices)))

    def value(self, path, depth):
        kind = self.draw(st.sampled_from(["plain", "plain", "array", "table"])) if depth else "plain"
        if kind == "plain":
            self.plain()
            return
        self.write("[" if kind == "array" else "{")
        names = self.draw(st.lists(KEYS, max_size=3, unique=True))
        for n, name in enumerate(names):
            self.write(", " if n else " ")
            if kind == "array" and self.draw(st.booleans()):
                self.write(" # ] } = [\n  ")
            inner = (*path, n if kind == "array" else name)
            self.note(inner)
            self.write("" if kind == "array" else f'"{name}" = ')
            self.value(inner, depth - 1)
        if kind == "array" and names and self.draw(st.booleans()):
            self.write(",\n")
        self.write("]" if kind == "array" else "}")

    def table(self, name, counts):
        array = name.startswith("l")
        self.write(self.draw(st.sampled_from(["\n", "\n# [not.a.table]\n"])))
        path = (name, counts.get(name, 0)) if array else (name,)
        counts[name] = counts.get(name, 0) + 1
        self.where.setdefault((name,), len(self.lines))
        self.note(path)
        self.write(f"[[{name}]]" if array else f"[ {name} ]")
        for key in self.draw(st.lists(KEYS, max_size=4, unique=True)):
            self.write("\n" + self.draw(st.sampled_from(["", "  ", "\t"])))
            self.note((*path, key))
            self.write(f"{key} = ")
            self.value((*path, key), 3)


@st.composite
def toml_documents(draw):
    """TOML text with the line of every key, as written down while it was made."""
    writer, counts = Writer(draw), {}
    for name in draw(st.lists(KEYS, max_size=5)):
        if name.startswith("l") or name not in counts:
            writer.table(name, counts)
    for _ in range(draw(st.integers(0, 3))):
        writer.table("list", counts)
    return "\n".join(writer.lines), writer.where


@settings(max_examples=300, deadline=None)
@given(toml_documents())
def test_every_key_is_found_at_its_line(document):
    text, where = document
    tomllib.loads(text)
    assert scan(text).lines == where


def paths_of(value, path=()):
    """All key paths of loaded TOML."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from paths_of(inner, (*path, key))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab.=[]{}\"'\\#\n ,1"), max_size=60))
def test_scan_never_fails_and_finds_the_keys_of_whatever_is_toml(text):
    found = scan(text)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert set(found.lines) == set(paths_of(data))


def test_locate_in_a_text_full_of_traps():
    text = '''a."b.c".'d' = 1
[x]
s = """
[[claim]]
id = "no""""
t = \'\'\'[x.y]\'\'\'  # [z]
[[x.list]]
k = { p = [1, {q = 2}], "r s" = 3 }
[x.list.deep]
v = [
  1, # ]
  [2,
   3],
]
[[x.list]]
k = 2
'''
    tomllib.loads(text)
    assert locate(text, ("a", "b.c", "d")) == 1
    assert locate(text, ("x", "s")) == 3
    assert locate(text, ("x", "t")) == 6
    assert locate(text, ("x", "list", 0)) == 7
    assert locate(text, ("x", "list", 0, "k", "p", 1, "q")) == 8
    assert locate(text, ("x", "list", 0, "k", "r s")) == 8
    assert locate(text, ("x", "list", 0, "deep", "v", 1, 1)) == 13
    assert locate(text, ("x", "list", 1, "k")) == 16
    assert locate(text, ("claim",)) is None
    assert locate(text, ("x", "list", 2)) is None


# ── writing ──


def test_template_parses_as_it_stands_and_with_its_examples():
    text = case_template("my-test", 'A "title" with \\ and é')
    case = parse_case(text)
    assert (case.case.name, case.case.title) == ("my-test", 'A "title" with \\ and é')
    whole = parse_case(re.sub(r"^#: ?", "", text, flags=re.MULTILINE))
    for part in type(whole).model_fields:
        assert getattr(whole, part), f"the template shows no [[{part}]]"


@pytest.mark.parametrize("name", ["", "a b", "../x", "x" * 81, 'a"', "é"])
def test_template_refuses_names_that_cannot_name_a_case(name):
    with pytest.raises(CaseError, match="cannot name a case"):
        case_template(name)


NASTY = 'SAYS "A" \\ B \'\'\' C """ D\\n\tE\r\nLINE 2 é 한 \x07 \x7f "'


@pytest.mark.parametrize(
    "text", ["PLAIN\nTEXT 36-20.00N", NASTY, "ENDS'", 'ENDS"', "ENDS\\", "'''", '"""', "\\", "\u2028"]
)
def test_append_notice_keeps_the_rest_and_the_text(text):
    longer = append_notice(GOOD, text, 'The "guard"', "2023-11-20", launch=["flight"], source=["agency"])
    assert longer.startswith(GOOD)
    notice = parse_case(longer).notice[-1]
    assert notice.text == text.strip()
    assert (notice.id, notice.publisher, notice.issued) == ("added-1", 'The "guard"', "2023-11-20")
    assert (notice.launch, notice.source) == (["flight"], ["agency"])


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1), st.text(st.characters(exclude_categories=("C", "Z")), min_size=1))
def test_append_notice_with_any_text(text, publisher):
    notice = parse_case(append_notice('case.name = "t"', text, publisher)).notice[-1]
    assert (notice.text, notice.publisher) == (text.strip(), publisher)


def test_append_notice_twice_gives_two_ids():
    twice = append_notice(append_notice(GOOD, "A", "P"), "B", "P")
    assert [notice.id for notice in parse_case(twice).notice] == ["added-1", "added-2"]


def test_append_notice_to_a_case_in_another_form():
    with pytest.raises(CaseError, match=r"another form than \[\[notice\]\]"):
        append_notice(GOOD + '\n[notice]\nid = "n"\npublisher = "P"\n', "A", "P")


def test_append_notice_checks_what_it_is_given():
    with pytest.raises(CaseError, match="not a date"):
        append_notice(GOOD, "A", "P", "yesterday")
    with pytest.raises(CaseError, match=r"no \[\[launch\]\]"):
        append_notice(GOOD, "A", "P", launch=["x"])
    with pytest.raises(CaseError, match="half of a character pair"):
        append_notice(GOOD, "A \ud800", "P")


# ── speed and independence ──


def test_bundled_elements_imports_no_schema():
    tree = ast.parse(Path(fast.__file__).read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names <= set(sys.stdlib_module_names) | {"__future__"}
    code = (
        "import importlib.util, sys, time\n"
        f"spec = importlib.util.spec_from_file_location('fast', {fast.__file__!r})\n"
        "module = importlib.util.module_from_spec(spec)\nspec.loader.exec_module(module)\n"
        "assert module.bundled_elements(58400)\nassert 'pydantic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# ── the reference page ──


def test_example_of_the_reference_page_parses():
    page = (ROOT / "docs/reference/case-file.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", page, flags=re.DOTALL)
    assert blocks
    for block in blocks:
        parse_case(block)


def test_reference_page_names_every_field():
    from bongsu.cases import case as schema  # noqa: PLC0415

    page = (ROOT / "docs/reference/case-file.md").read_text(encoding="utf-8")
    for name in schema.__all__:
        fields = getattr(getattr(schema, name), "model_fields", {})
        for field in fields if name != "Case" else ():
            assert f"`{field}`" in page, f"{name}.{field} is not documented"


def test_dates_may_be_toml_dates():
    case = parse_case("case.name = 't'\ncase.compiled = 2023-11-25\n")
    assert case.case.compiled == date(2023, 11, 25).isoformat()
    assert datetime.fromisoformat(case.case.compiled)
