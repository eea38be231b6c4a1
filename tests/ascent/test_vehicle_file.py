"""Vehicle files: what is read, and what is refused with its physical reason."""

from __future__ import annotations

import numpy as np
import pytest
from ascent_samples import nuri

from bongsu.ascent import craft_at, draw_craft, nominal_craft, parse_vehicle
from bongsu.errors import InputError
from bongsu.reference import vehicle_ids, vehicle_text

TEXT = vehicle_text("nuri")


@pytest.mark.parametrize("id", vehicle_ids())
def test_every_shipped_vehicle_flies_and_marks_every_figure(id):
    vehicle = parse_vehicle(vehicle_text(id), where=id)
    known = {source.id for source in vehicle.sources}
    for name, figure in vehicle.figures():
        assert figure.mark in "SDFP", name
        assert set(figure.sources) <= known, name
        assert figure.mark != "S" or figure.sources, name


def test_no_vehicle_of_may_2024_is_shipped():
    assert not [id for id in vehicle_ids() if "2024" in id or "unknown" in id]
    with pytest.raises(InputError, match="no shipped vehicle"):
        vehicle_text("may-2024")


def test_nuri_weighs_what_was_stated():
    assert nominal_craft(nuri()).lift_off_kg() == pytest.approx([200e3], rel=0.01)


def test_draws_stay_in_their_ranges():
    vehicle = nuri()
    drawn = draw_craft(vehicle, 4000, np.random.default_rng(1))
    sourced = vehicle.stages[0].thrust_vacuum_n.estimate
    assert drawn.stages[0].thrust_n.min() >= sourced.low and drawn.stages[0].thrust_n.max() <= sourced.high
    assumed = vehicle.stages[1].inert_kg.estimate  # a prior: its range is 5-95 %
    share = np.mean((drawn.stages[1].inert_kg >= assumed.low) & (drawn.stages[1].inert_kg <= assumed.high))
    assert share == pytest.approx(0.9, abs=0.02)


def test_deviations_reach_the_ends_of_the_range():
    vehicle = nuri()
    craft = craft_at(vehicle, {"stage 2 inert_kg": np.array([-1.6449, 0.0, 1.6449])})
    assert craft.stages[1].inert_kg == pytest.approx([3000.0, 3300.0, 3800.0])
    assert craft.stages[0].inert_kg == pytest.approx([17_000.0])


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("inert = { low = 16, value = 17.0, high = 18,", "inert = { low = -16, value = -7.0, high = 18,", "expected 5"),
        ("low = 2900, value = 2942, high = 2980", "low = 290, value = 294, high = 298", "does not lift its weight"),
        ("low = 289.1, value = 298.1, high = 298.9", "low = 2891, value = 2981, high = 2989", "specific_impulse_s: 2,891 to 2,989"),
        ('unit = "kN", mark = "S", source = ["news1"], note = "4 x 75 tf"', 'unit = "lbf", mark = "S", source = ["news1"]', "unit 'lbf'"),
        ("low = 126, value = 127.8, high = 130", "low = 126, value = nan, high = 130", "no finite number"),
        ("low = 126, value = 127.8, high = 130", "low = 126, value = 140, high = 130", "not in order"),
        ('mark = "D", note = "closes', 'mark = "Z", note = "closes', "mark 'Z'"),
        ('value = 3.5, unit = "m", mark = "S", source = ["news1"]', 'value = 3.5, unit = "m", mark = "S"', "without a source"),
        ('source = ["nchankook"]', 'source = ["nobody"]', "not listed"),
        ('name = "1"\n', 'name = "1"\nwarhead = 3\n', "unknown field"),
        ('drag = { low = 0.7, value = 1.0, high = 1.3, mark = "P" }', "", "missing"),
        ('name = "3"\n', 'name = "3"\nburns = [[0, 0.8], [200, 0.5]]\n', "longer than its propellant"),
        ('name = "3"\n', 'name = "3"\nthrottle = [[10, 3.0]]\n', "throttle outside"),
        ("[vehicle]", "[vehicles]", "no \\[vehicle\\]"),
        ("[vehicle]", "[vehicle", "not TOML"),
    ],
)  # fmt: skip
def test_impossible_vehicles_are_refused_with_the_reason(old, new, words):
    assert old in TEXT
    with pytest.raises(InputError, match=words):
        parse_vehicle(TEXT.replace(old, new))


def test_every_fault_is_named():
    with pytest.raises(InputError) as error:
        parse_vehicle(TEXT.replace('unit = "t"', 'unit = "lb"'))
    assert len(error.value.problems) >= 7


def test_hostile_files_are_refused_fast():
    with pytest.raises(InputError, match="over 200 kB"):
        parse_vehicle("a = 1\n" * 100_000)
    with pytest.raises(InputError):
        parse_vehicle("a = " + "[" * 50_000)
