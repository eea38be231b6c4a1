"""The report and its pictures: complete, self-contained, safe, and right where the data is odd."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
import sample  # tests/reports/sample.py
from PIL import Image

from bongsu.cases import Case, MapArea, MapPoint, MapTrack, TimelineMark
from bongsu.earth import Estimate
from bongsu.reports import has_map, map_png, map_svg, report_html
from bongsu.reports.map_marks import group_marks
from bongsu.reports.plots import Dot, miss_svg, off_nadir_svg
from bongsu.reports.svg import clean, fit, text_width, wrap
from bongsu.reports.tables import by_hand, claim_rows, figure_text, methods, off_nadir_bars
from bongsu.reports.timeline import timeline_svg
from bongsu.reports.world import load_world

SVG = "{http://www.w3.org/2000/svg}"
EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&\x00\x07\u202e]]>"
VOID = {"meta", "link", "br", "img", "hr", "input"}


class Page(HTMLParser):
    """Reads a page strictly enough to find unclosed elements, repeated identifiers and anything that loads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data):
        if "style" not in self.open[-1:]:
            self.text.append(data)


def read(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    assert not page.open, f"left open: {page.open}"
    return page


def words(page: Page) -> str:
    return re.sub(r"\s+", " ", "".join(page.text))


ALL = [sample.malligyong, sample.missile_flight, sample.empty]


@pytest.fixture(scope="module")
def html():
    return report_html(sample.malligyong())


@pytest.fixture(scope="module")
def svg():
    return map_svg(sample.malligyong())


@pytest.mark.parametrize("build", ALL, ids=lambda build: build.__name__)
def test_page_is_well_formed_and_loads_nothing(build):
    page = read(report_html(build()))
    assert page.tags[0] == ("html", {"lang": "en"})
    loading = {"src", "srcset", "data", "action", "background", "poster", "xlink:href", "style"}
    for tag, attributes in page.tags:
        assert tag not in {"script", "link", "img", "iframe", "object", "embed", "form", "base", "image", "use"}
        assert not loading & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]
        if "href" in attributes:
            assert tag == "a"
            assert re.match(r"(https?://|#)", attributes["href"])
    identifiers = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))
    links = {attributes["href"][1:] for tag, attributes in page.tags if attributes.get("href", "").startswith("#")}
    assert links <= set(identifiers)


@pytest.mark.parametrize("build", ALL, ids=lambda build: build.__name__)
def test_policy_allows_the_style_sheet_and_nothing_else(build):
    html = report_html(build())
    style = re.search(r"<style>(.*?)</style>", html, re.S).group(1)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src &#39;none&#39;; style-src &#39;sha256-{digest}&#39;" in html
    assert "@import" not in style
    assert "url(" not in style


@pytest.mark.parametrize("build", ALL[:2], ids=lambda build: build.__name__)
def test_every_finding_is_there_with_its_sign_word_and_range(build):
    assessment = build()
    text = words(read(report_html(assessment)))
    for finding in assessment.findings:
        assert finding.statement in text
        if finding.topic != "claim":
            assert f"{finding.sign} {finding.mark}" in text
            for estimate in finding.estimates.values():
                assert estimate.format() in text
    for line in (*assessment.summary, *assessment.unknown, *assessment.say, *assessment.do_not_say):
        assert line in text
    for entry in assessment.case.source:
        assert entry.publisher in text


def test_what_the_page_must_say(html):
    text = words(read(html))
    for phrase in (
        "public sources only", "Bongsu 0.1.0", "25 Nov 2026", "9f2c4be07d13", "Cite as", "none so far",
        "Not an official warning", "no opinion", "UTC+9", "approximate: published distances only", "experimental",
        "51c07aa2be41", "second-hand, in the words of KCNA", "two standard deviations", "30 deg", "≠ straight",
    ):  # fmt: skip
        assert phrase in text, phrase


def test_claims_table_holds_ranges_as_estimates_print_them(html):
    rows = claim_rows(sample.malligyong())
    kadena = next(row for row in rows if row.id == "claim:kadena")
    assert (kadena.miss, kadena.off_nadir, kadena.sun, kadena.utc) == ("11", "1-10", "34", "29 Nov 01:16:42")
    assert rows[0].miss == "–"
    assert html.count('data-label="Miss, s"') == len(rows) == 9
    assert html.count('scope="col"') == 13
    assert html.count('scope="row"') == 9


def test_sections_without_data_are_left_out():
    text = report_html(sample.missile_flight())
    for heading in ("h-map", "h-time", "h-claims", "<svg"):
        assert heading not in text
    for heading in ("h-found", "h-sources", "h-method", "h-hand", "h-unknown"):
        assert heading in text
    bare = report_html(sample.empty())
    assert "h-found" not in bare
    assert "h-line" not in bare
    assert not has_map(sample.empty())


def test_details_may_be_missing_or_odd():
    first, *rest = (finding for finding in sample.malligyong().findings if finding.topic == "claim")
    odd = {
        "off_nadir": None,
        "miss_s": float("nan"),
        "gsd_m": [1, 2],
        "utc": ["2023-11-24T01:15:00Z", "x"],
        "sigma_s": 0,
    }
    assessment = replace(sample.malligyong(), findings=(replace(first, details={}), replace(rest[0], details=odd)))
    read(report_html(assessment))
    row = claim_rows(assessment)[0]
    assert (row.place, row.miss, row.gsd) == ("Guam (picture received)", "–", ("–", "–", "–"))
    assert claim_rows(assessment)[1].utc == "24 Nov 01:15–x"


@pytest.mark.parametrize(
    ("value", "text"),
    [((1.2, 11.4), "1-11"), ((-3.0, 4.0), "-3 to 4"), (26.4, "26"), (-0.2, "0"), (None, "–"), ("x", "x"), (True, "–"),
     (float("inf"), "–"), ([1, "a"], "–")],
)  # fmt: skip
def test_figure_text(value, text):
    assert figure_text(value) == text


def hostile():
    """The sample with hostile text wherever text may stand."""
    assessment = sample.malligyong()
    first, *others = assessment.case.source  # copied without the checks that a case file goes through
    spoilt = first.model_copy(update={"publisher": EVIL, "title": EVIL, "of": EVIL, "address": "javascript:alert(1)"})
    head = assessment.case.case.model_copy(update={"title": EVIL, "summary": EVIL, "zone": EVIL})
    case = assessment.case.model_copy(update={"case": head, "source": [spoilt, *others]})
    first = assessment.findings[-1]
    bad = replace(
        first, id=f"claim:{EVIL}", statement=EVIL, question=EVIL, mark=EVIL, sign=EVIL, caveats=(EVIL,), method=EVIL,
        reference=EVIL, check_by_hand=EVIL, would_change=(EVIL,),
        details={**first.details, "place": EVIL, "stated": EVIL, "utc": EVIL, "overflight": EVIL, "note": EVIL},
    )  # fmt: skip
    return replace(
        assessment,
        case=case,
        findings=(*assessment.findings, bad, replace(bad, topic="orbit", id=f"orbit:{EVIL}")),
        summary=(EVIL,), unknown=(EVIL,), since=(EVIL,), say=(EVIL,), do_not_say=(EVIL,), next_commands=(EVIL,),
        version=EVIL, sha256=EVIL, extras={"question": EVIL, "corrections": [EVIL]},
        points=(*assessment.points, MapPoint(label=EVIL, kind=EVIL, latitude_deg=30, longitude_deg=125, remark=EVIL)),
        areas=(*assessment.areas, MapArea(label=EVIL, ring=((30, 125), (31, 125), (31, 126)), remark=EVIL)),
        tracks=(*assessment.tracks, MapTrack(label=EVIL, kind=EVIL, points=((30, 125), (20, 125)))),
        timeline=(*assessment.timeline, TimelineMark(label=EVIL, kind=EVIL, start=datetime(2023, 11, 25, tzinfo=UTC))),
    )  # fmt: skip


def test_hostile_text_stays_text():
    assessment = hostile()
    html = report_html(assessment)
    page = read(html)
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "img"}
    assert "javascript:" not in {(attributes.get("href") or "")[:11] for _, attributes in page.tags}
    assert not re.search("[\x00-\x08\x0e-\x1f\u202a-\u202e]", html)
    root = ET.fromstring(map_svg(assessment))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "g", "path", "rect", "circle", "text", "tspan", "clipPath", "radialGradient", "stop",
    }  # fmt: skip


@pytest.mark.parametrize("width", [1600, 720, 400, 3200])
def test_map_draws_every_area_track_and_point_once(width):
    assessment = sample.malligyong()
    root = ET.fromstring(map_svg(assessment, width=width))
    groups = [element.get("class") for element in root.iter(f"{SVG}g")]
    counts = {name: groups.count(name) for name in ("area", "track", "point")}
    assert counts == {"area": 3, "track": 3, "point": 13}
    soft = list(root.iter(f"{SVG}radialGradient"))
    assert len(soft) == 3


def test_map_is_honest_when_cut_out(svg):
    root = ET.fromstring(svg)
    text = " ".join("".join(element.itertext()) for element in root.iter(f"{SVG}text"))
    for phrase in ("Sources: KCNA", "Natural Earth", "assessed 25 Nov 2026", "published distances only", "km", "N",
                   "no opinion", "not an official warning", "Area A", "Sohae", "Pearl Harbor", "Kadena"):  # fmt: skip
        assert phrase in text, phrase
    assert root.get("role") == "img"
    named = {element.get("id") for element in root.iter()}
    assert set(root.get("aria-labelledby").split()) <= named
    description = root.find(f"{SVG}desc").text
    for item in (*sample.malligyong().points, *sample.malligyong().areas, *sample.malligyong().tracks):
        assert item.label in description


def boxes(root):
    """Left, right, top and bottom of each label, by its anchor and an upper figure for its width."""
    found = []
    for element in root.iter(f"{SVG}text"):
        size, x, y = (float(element.get(key)) for key in ("font-size", "x", "y"))
        width = text_width("".join(element.itertext()), size) * 0.93
        left = x - {"middle": width / 2, "end": width}.get(element.get("text-anchor"), 0.0)
        found.append((left, left + width, y - 0.7 * size, y, "".join(element.itertext())))
    return found


@pytest.mark.parametrize("width", [1600, 720])
def test_labels_neither_overlap_nor_leave_the_picture(width):
    for picture in (map_svg(sample.malligyong(), width=width), timeline_svg(sample.malligyong(), width=width)):
        root = ET.fromstring(picture)
        found = boxes(root)
        for number, (left, right, top, bottom, text) in enumerate(found):
            assert left >= -1.0, text
            assert right <= float(root.get("width")) + 1.0, text
            for other in found[number + 1 :]:
                apart = right <= other[0] or other[1] <= left or bottom <= other[2] or other[3] <= top
                assert apart, f"{text!r} covers {other[4]!r}"


@pytest.mark.parametrize(
    "ring",
    [
        [(30.0, 170.0), (30.0, -170.0), (40.0, -170.0), (40.0, 170.0)],
        [(80.0, float(lon)) for lon in range(-180, 180, 30)],
        [(-80.0, float(lon)) for lon in range(180, -180, -30)],
        [
            (10.0, -150.0),
            (10.0, -50.0),
            (10.0, 50.0),
            (10.0, 150.0),
            (-10.0, 150.0),
            (-10.0, 50.0),
            (-10.0, -50.0),
            (-10.0, -150.0),
        ],
        [(1.0, 1.0)],
        [],
        [(5.0, 5.0)] * 9,
        [(float("nan"), 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0)],
    ],
    ids=["antimeridian", "north pole", "south pole", "300 deg wide", "one point", "none", "no area", "not a number"],
)
def test_map_of_odd_areas(ring):
    for way in (ring, ring[::-1]):
        picture = map_svg(replace(sample.empty(), areas=(MapArea(label="X", ring=tuple(way)),)))
        ET.fromstring(picture)
        assert "nan" not in re.sub(r"<(title|desc).*?</\1>", "", picture)
        assert "inf" not in re.sub(r"<(title|desc|text).*?</\1>", "", picture)


def test_an_area_on_the_far_side_does_not_paint_the_map():
    """The main view shows the area only; a ring the wrong way round would fill it."""
    ring = tuple((lat, lon) for lat, lon in [(30.0, 170.0), (40.0, 170.0), (40.0, -170.0), (30.0, -170.0)])
    for way in (ring, ring[::-1]):
        picture = map_svg(replace(sample.empty(), areas=(MapArea(label="X", ring=way),)))
        image = np.asarray(Image.open(io.BytesIO(map_png(picture, width=800))).convert("RGB")).astype(int)
        reddish = np.mean((image[..., 0] - image[..., 2]) > 25)
        assert 0.1 < reddish < 0.6  # the area fills most of the main view, never the margins too


def test_map_without_anything_and_with_one_place():
    ET.fromstring(map_svg(sample.empty()))
    one = replace(sample.empty(), points=(MapPoint(label="Pole", kind="site", latitude_deg=90.0, longitude_deg=0.0),))
    assert map_svg(one).count('class="point"') == 1


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
        (datetime(1, 1, 1, tzinfo=UTC), None),
        (datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC), None),
        (datetime(9999, 12, 31, tzinfo=UTC), datetime(1, 1, 1, tzinfo=UTC)),
    ],
)
@pytest.mark.parametrize("zone", ["+09:00", "-12:00", "+00:00"])
def test_timeline_over_the_whole_calendar(start, end, zone):
    case = Case.model_validate({"case": {"name": "x", "zone": zone}})
    assessment = replace(
        sample.empty(), case=case, at=start, timeline=(TimelineMark(label="x", kind="claim", start=start, end=end),)
    )
    picture = timeline_svg(assessment)
    assert bool(picture) == (end is not None and end > start)  # one moment needs no picture
    if picture:
        ET.fromstring(picture)
    read(report_html(assessment))


def test_timeline_enlarges_the_launch_and_shows_both_zones():
    picture = timeline_svg(sample.malligyong())
    assert "21 Nov 2023, enlarged" in picture
    assert picture.count(">UTC<") == picture.count(">UTC+9<") == 2
    assert "13:42:28" in picture


def test_places_that_crowd_share_one_label():
    marks = [("claim", "a", 0.0, 0.0), ("claim", "b", 50.0, 0.0), ("claim", "c", 25.0, 0.0), ("site", "d", 1.0, 0.0),
             ("claim", "e", 90.0, 0.0)]  # fmt: skip
    names = sorted((kind, "".join(sorted(name for name, _, _ in group))) for kind, group in group_marks(marks, 30.0))
    assert names == [("claim", "abc"), ("claim", "e"), ("site", "d")]


def test_figures_come_from_estimates_and_times_from_utc_where_details_lack_them():
    claim = next(finding for finding in sample.malligyong().findings if finding.topic == "claim")
    details = {
        "utc": "2023-11-24T01:15:00Z",
        "utc_end": "2023-11-24T01:27:00Z",
        "second_hand": "KCNA",
        "note": "A note.",
    }
    estimates = {
        "off_nadir_deg": Estimate(value=None, low=13.2, high=26.4, unit="deg"),
        "sun_elevation_deg": Estimate(value=None, low=37.98, high=38.18, unit="deg"),
        "ground_range_m": Estimate(value=None, low=161288, high=222309, unit="m"),
    }
    pair = (replace(claim, details=details, estimates=estimates, caveats=("both", "one")),
            replace(claim, id="claim:b", details=details, estimates={}, caveats=("both",)))  # fmt: skip
    assessment = replace(sample.malligyong(), findings=pair)
    first, second = claim_rows(assessment)
    assert (first.stated, first.utc) == ("24 Nov 10:15–10:27", "24 Nov 01:15–01:27")
    assert (first.off_nadir, first.sun, first.ground_range) == ("13-26", "38", "161-222")
    assert (second.off_nadir, second.sun, second.ground_range) == ("–", "–", "–")
    assert first.note_sign == second.note_sign == "a"
    assert first.note == "second-hand, in the words of KCNA; A note"
    assert first.caveats == ("one",)
    assert words(read(report_html(assessment))).count("both") == 1
    assert [bar.text for bar in off_nadir_bars([first, second])] == ["13-26"]


def test_sums_and_methods_that_differ_only_in_figures_stand_once():
    base = sample.missile_flight()
    one = replace(base.findings[0], method="Passes by: orbit 1.", check_by_hand="T = 6877.2 s")
    two = replace(one, id="b", method="Passes by: orbit 2.", check_by_hand="T = 6877.4 s")
    assessment = replace(base, findings=(one, two))
    assert methods(assessment) == [("Passes by", "Wheelon 1959", False)]
    assert by_hand(assessment) == ["T = 6877.2 s"]
    assert methods(replace(base, findings=(one,))) == [("Passes by: orbit 1", "Wheelon 1959", False)]


def test_sources_that_nothing_cites_are_only_counted():
    assessment = sample.malligyong()
    few = replace(assessment, findings=assessment.findings[:1], inputs=())
    text = words(read(report_html(few)))
    assert "8 further sources" in text
    assert "SpacePolicyOnline" not in text


def test_plots_in_words_and_without_data():
    assert miss_svg([]) == off_nadir_svg([]) == ""
    picture = miss_svg(
        [Dot(label="a", value=-3.0, two_sigma=None, text="-3"), Dot(label="b", value=0.0, two_sigma=4.0, text="0")]
    )
    root = ET.fromstring(picture)
    assert root.find(f"{SVG}desc").text == "a -3 s; b 0 s (two standard deviations 4 s)."
    assert len([element for element in root.iter(f"{SVG}g") if element.get("class") == "dot"]) == 2


def test_png_is_1600_wide_with_text_and_marks(svg):
    data = map_png(svg)
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    image = Image.open(io.BytesIO(data)).convert("L")
    assert image.width == 1600
    grey = np.asarray(image)
    assert len(np.unique(grey)) > 50
    height = image.height
    for name, part in (
        ("title", grey[10:50, :800]),
        ("date", grey[10:50, 1000:]),
        ("source", grey[height - 60 :, :1200]),
    ):
        share = np.mean(part < 140)
        assert 0.005 < share < 0.4, name


def test_png_text_is_set_in_the_shipped_font():
    """Without a font the text would be missing: the same picture with and without its words differs."""
    picture = map_svg(sample.empty())
    bare = re.sub(r"<text.*?</text>", "", picture)
    first, second = (np.asarray(Image.open(io.BytesIO(map_png(each)))) for each in (picture, bare))
    assert np.mean(first != second) > 0.002


def test_many_vertices():
    turn = np.linspace(0.0, 2.0 * np.pi, 100_000)
    ring = tuple(zip((30 + 3 * np.sin(turn)).tolist(), (125 + 3 * np.cos(turn)).tolist(), strict=True))
    assessment = replace(sample.empty(), areas=(MapArea(label="X", ring=ring),))
    picture = map_svg(assessment)
    assert len(picture) < 600_000


def test_text_tools():
    assert clean("a\x00\u202eb\nc") == "ab c"
    assert fit("abcdef" * 50, 10.0, 60.0).endswith("…")
    assert text_width(fit("abcdef" * 50, 10.0, 60.0), 10.0) <= 60.0
    assert wrap("one two three", 10.0, 45.0) == ["one two", "three"] or len(wrap("one two three", 10.0, 45.0)) <= 3
    assert len(wrap("word " * 400, 10.0, 100.0, lines=3)) == 3


def test_world_is_whole_and_small():
    world = load_world()
    for lines in (world.land, world.border):
        assert lines.start[-1] == len(lines.latitude_deg) == len(lines.longitude_deg)
        assert np.abs(lines.latitude_deg).max() <= 90.0
        assert np.abs(lines.longitude_deg).max() <= 180.0
    here = Path(__file__).parents[2] / "src" / "bongsu" / "reports" / "data"
    assert (here / "world.npz").stat().st_size < 300_000
    licences = (here.parents[1] / "reference" / "LICENSES.md").read_text(encoding="utf-8")
    for file in here.iterdir():
        assert file.name in licences, f"{file.name} has no notice"


def test_numbers_and_letters_of_the_page_are_the_same_twice(html):
    assert report_html(sample.malligyong()) == html
