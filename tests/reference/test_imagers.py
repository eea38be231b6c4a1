"""The imager table: every figure with its source, in its unit's range; numbers that are those of the catalogue."""

from __future__ import annotations

import gzip

import pytest

from bongsu.cases import entry_for, entry_named, imager_of
from bongsu.errors import InputError
from bongsu.overflight import off_nadir_for_ground_range_deg
from bongsu.provenance import GRADES
from bongsu.reference import FIGURES, imager_sources, imagers, may_have_imager

ENTRIES = imagers()
# Words of the catalogue's names that are not those of the entry's.
CATALOGUE_WORDS = {
    "pleiades": "PLEIADES",
    "pleiades-neo": "PLEIADES NEO",
    "rcm": "RCM",
    "radarsat-2": "RADARSAT-2",
    "terrasar-x": "X",
}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_figure_has_a_source_and_a_sensible_value(entry):
    known = imager_sources()
    assert entry.figures and entry.sources
    for name in entry.sources:
        assert name in known
    for figure in entry.figures:
        assert figure.sources, f"{entry.id}: {figure.what} has no source"
        assert all(name in known for name in figure.sources)
        _, least, most = FIGURES[figure.what]
        assert least <= figure.low <= figure.high <= most, f"{entry.id}: {figure.what}"
        if known[figure.sources[0]].grade == "X":
            assert figure.mark, f"{entry.id}: {figure.what} is computed or assumed and does not say how"


def test_every_source_is_used_and_graded():
    used = {name for entry in ENTRIES for item in (entry, *entry.figures) for name in item.sources}
    assert used == set(imager_sources())
    for source in imager_sources().values():
        assert source.grade in GRADES and source.publisher
        assert source.address or source.grade == "X"


def test_entries_are_told_apart():
    numbers = [number for entry in ENTRIES for number in entry.norad]
    assert len(numbers) == len(set(numbers)) and len({entry.id for entry in ENTRIES}) == len(ENTRIES)
    assert all(entry.norad or entry.names for entry in ENTRIES)
    assert {entry.kind for entry in ENTRIES} == {"optical", "radar"}
    assert {entry.pointing for entry in ENTRIES} == {"agile", "fixed", "side"}
    assert all(entry.side in ("left", "right", "both") for entry in ENTRIES if entry.kind == "radar")
    assert all(not entry.side for entry in ENTRIES if entry.kind == "optical")


def test_optical_figures_fit_one_another():
    """Ground sample distance is height times pixel over focal length, where all are published: within 6 %."""
    checked = 0
    for entry in ENTRIES:
        found = [entry.figure(name) for name in ("nadir_gsd_m", "altitude_m", "pixel_m", "focal_length_m")]
        if all(found):
            gsd, height, pixel, focal = (item.low for item in found)
            assert height * pixel / focal == pytest.approx(gsd, rel=0.06), entry.id
            checked += 1
    assert checked >= 1


def test_worldview_1_off_nadir_from_its_field_of_regard():
    """The computed figure: half of 900 km from 496 km, on a sphere."""
    assert off_nadir_for_ground_range_deg(450e3, 496e3) == pytest.approx(41.3, abs=0.3)


def test_malligyong_1_is_only_scenarios():
    """facts.md 5c: no aperture, focal length or pixel figure was found; 1 to 20 m quoted, 3 to 5 m central."""
    entry = entry_named("58400")
    assert entry.scenario
    assert {item.what for item in entry.figures} == {"nadir_gsd_m", "max_off_nadir_deg"}
    assert (entry.figures[0].low, entry.figures[0].high) == (1.0, 20.0)
    imager = imager_of(entry, 500e3)
    assert imager.is_scenario and not imager.reach_known and imager.mtf_nyquist is None


def test_fleets_are_met_by_name():
    assert entry_for(99999, "ICEYE-X99").id == "iceye"
    assert entry_for(99999, "SENTINEL-6B") is None
    assert entry_for(40115).id == "worldview-3"


def test_the_quick_look_never_says_no_wrongly():
    assert all(may_have_imager(number) for entry in ENTRIES for number in entry.norad)
    assert not may_have_imager(99_999_999)


def test_an_unknown_imager_is_refused_with_the_nearest():
    with pytest.raises(InputError, match="worldview-9") as caught:
        entry_named("worldview-9")
    assert "worldview-" in caught.value.advice


@pytest.mark.reference
def test_numbers_are_those_of_the_catalogue(reference_data):
    """CelesTrak's active objects of 30 June 2026: each number that it lists carries the name the table gives."""
    text = gzip.decompress((reference_data / "catalogue-snapshots" / "active_2026-06-30.tle.gz").read_bytes()).decode()
    lines = text.splitlines()
    names = {
        int(lines[i + 1][2:7]): lines[i].strip()
        for i in range(0, len(lines) - 2, 3)
        if lines[i + 1][2:7].strip().isdigit()
    }
    seen = 0
    for entry in ENTRIES:
        for number in entry.norad:
            if number in names:
                first = CATALOGUE_WORDS.get(entry.id, entry.id.split("-")[0].upper())
                assert first in names[number].replace("ARIRANG", "KOMPSAT ARIRANG"), f"{number} is {names[number]}"
                seen += 1
        for start in entry.names:
            assert any(name.startswith(start) for name in names.values())
    assert seen > 35
