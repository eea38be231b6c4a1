"""The places that tell kinds apart are those of the shipped table of launch sites, where both have one."""

from bongsu.earth import geodesic_inverse
from bongsu.notices.kind_places import PLACES
from bongsu.reference import launch_sites


def test_both_tables_have_the_same_sites_in_the_same_places():
    """`notices` may not look into `reference`, so it keeps its own rows; they must not drift apart."""
    known = {site.name.lower(): site for site in launch_sites()}
    compared = 0
    for name, _, latitude, longitude in PLACES:
        site = next((each for key, each in known.items() if key.startswith(name.lower())), None)
        if site is None:
            continue
        compared += 1
        distance_m = geodesic_inverse(latitude, longitude, site.latitude_deg, site.longitude_deg)[0]
        assert distance_m < 5_000.0, f"{name}: {distance_m / 1e3:.1f} km apart"
    assert compared >= 15
