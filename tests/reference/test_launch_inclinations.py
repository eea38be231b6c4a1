"""The shipped counts of launches by site and inclination."""

from __future__ import annotations

from bongsu.reference import launch_histories


def test_north_korea_reached_orbit_three_times():
    """2012-12-12, 2016-02-07 and 2023-11-21 (the bundled record), all near 97.4 deg."""
    (sohae,) = [each for each in launch_histories() if each.site == "SOHAE"]
    assert sum(count.launches for count in sohae.counts) == 3
    assert {count.inclination_deg for count in sohae.counts} == {97.5}


def test_every_row_makes_sense():
    histories = launch_histories()
    assert len(histories) > 25
    assert sum(count.launches for each in histories for count in each.counts) > 3000
    for each in histories:
        assert abs(each.latitude_deg) < 75.0 and abs(each.longitude_deg) <= 180.0
        for count in each.counts:
            assert count.launches > 0
            assert count.inclination_deg is None or 0.0 <= count.inclination_deg < 150.0


def test_the_station_is_counted_from_the_cape():
    """Visits to the station have come down, and count all the same: 135 Shuttle flights went to 51.6 deg 40 times."""
    (cape,) = [each for each in launch_histories() if each.site == "CC"]
    assert sum(count.launches for count in cape.counts if count.inclination_deg == 51.5) > 80
