"""Hand-made assessments to draw: figures as published or rough, in the shape that cases give them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np

from bongsu.assessment import Finding
from bongsu.cases import Assessment, Case, InputRecord, MapArea, MapPoint, MapTrack, TimelineMark
from bongsu.earth import Estimate
from bongsu.provenance import Evidence
from bongsu.reports.projection import circle

SOHAE = (39.6596, 124.7057)


def _utc(day: int, clock: str) -> datetime:
    hour, minute, second = (int(part) for part in (clock + ":00").split(":")[:3])
    return datetime(2023, 11, day, hour, minute, second, tzinfo=UTC)


def _great_circle(start: tuple[float, float], azimuth_deg: float, length_km: float) -> tuple[tuple[float, float], ...]:
    lat0, lon0, azimuth = np.radians(start[0]), np.radians(start[1]), np.radians(azimuth_deg)
    angle = np.linspace(0.0, length_km / 6371.0, 80)
    sine = np.sin(lat0) * np.cos(angle) + np.cos(lat0) * np.sin(angle) * np.cos(azimuth)
    lon = lon0 + np.arctan2(np.sin(azimuth) * np.sin(angle) * np.cos(lat0), np.cos(angle) - np.sin(lat0) * sine)
    return tuple(zip(np.degrees(np.arcsin(sine)).tolist(), np.degrees(lon).tolist(), strict=True))


def _orbit() -> tuple[tuple[float, float], ...]:
    """One turn from 17.5 N 123.6 E southbound, circular, 94.6 min, 97.4 deg, over a turning Earth."""
    inclination = np.radians(97.4)
    first = np.pi - np.arcsin(np.sin(np.radians(17.5)) / np.sin(inclination))
    argument = first + np.linspace(0.0, 2.0 * np.pi, 240)
    minutes = (argument - first) / (2.0 * np.pi) * 94.6
    latitude = np.degrees(np.arcsin(np.sin(inclination) * np.sin(argument)))
    along = np.degrees(np.arctan2(np.cos(inclination) * np.sin(argument), np.cos(argument)))
    longitude = 123.6 + (along - along[0]) - minutes * 360.0 / 1436.07
    return tuple(zip(latitude.tolist(), ((longitude + 180) % 360 - 180).tolist(), strict=True))


def _ring(latitude: float, longitude: float, radius_km: float) -> tuple[tuple[float, float], ...]:
    return tuple(zip(*(axis.tolist() for axis in circle(latitude, longitude, radius_km)), strict=True))


# id, label, place, UTC+9 as stated, UTC, kind, miss, two sigma, off-nadir, sun up, sun azimuth, km, second-hand, note
CLAIMS = (
    ("guam-first", "Guam (picture received)", (13.44, 144.79), "22 Nov 09:21", (22, "00:18"), "received", None, None,
     (7, 19), 47, 139, (120, 190), True, "the time is that of reception in Pyongyang, stated by state media"),
    ("seoul", "Seoul, Osan and 3 more", (37.57, 126.98), "24 Nov 10:15-10:27", (24, "01:20"), "interval", None, None,
     (21, 29), 26, 154, (205, 290), False, ""),
    ("pearl-harbor", "Pearl Harbor", (21.35, -157.97), "25 Nov 05:13:22", (24, "20:13:22"), "instant", 7.2, 8.0,
     (16, 26), 38, 144, (150, 250), False, ""),
    ("busan", "Busan and 5 more", (35.10, 129.10), "25 Nov 09:59:40 +", (25, "00:59:40"), "instant", None, None,
     (0, 15), 26, 152, (0, 140), True, "several places under one stated time"),
    ("carl-vinson", "USS Carl Vinson, Busan", (35.10, 129.09), "25 Nov 10:01:10", (25, "01:01:10"), "instant", 0.3, 7.0,
     (1, 11), 26, 152, (10, 100), False, ""),
    ("guam-andersen", "Guam, Andersen", (13.58, 144.93), "27 Nov 09:17:07", (27, "00:17:07"), "instant", 5.1, 8.4,
     (3, 15), 46, 139, (30, 140), False, ""),
    ("norfolk", "Norfolk", (36.95, -76.33), "27 Nov 23:35:53", (27, "14:35:53"), "instant", 2.2, 8.8,
     (15, 23), 24, 148, (135, 220), False, ""),
    ("white-house", "White House, Pentagon", (38.89, -77.05), "27 Nov 23:36:25", (27, "14:36:25"), "instant", 4.4, 8.8,
     (16, 24), 22, 148, (145, 230), False, ""),
    ("kadena", "Kadena", (26.35, 127.77), "29 Nov 10:16:42", (29, "01:16:42"), "instant", 11.3, 12.0,
     (1, 10), 34, 154, (10, 90), False, ""),
)  # fmt: skip


def _gsd(nadir_m: float, off_nadir_deg: float) -> list[float]:
    slant = 1.0 / np.cos(np.radians(off_nadir_deg * 1.08))
    return [round(nadir_m * slant, 2), round(nadir_m * slant**2, 2)]


def _claim(row: tuple) -> Finding:
    (key, label, (lat, lon), stated, (day, clock), kind, miss, sigma, off, sun, azimuth, ground, second, note) = row
    miss_text = "" if miss is None else f", {miss:.0f} s from a pass predicted without this claim"
    statement = (
        f"The satellite had {label} in view at the time stated, {off[0]}-{off[1]} deg from straight down, with the"
        f" Sun {sun} deg up{miss_text}."
    )
    details = {
        "place": label, "stated": stated, "utc": _utc(day, clock).strftime("%Y-%m-%dT%H:%M:%SZ"), "latitude": lat,
        "longitude": lon, "kind": kind, "miss_s": miss, "sigma_s": sigma, "off_nadir": list(off),
        "sun_elevation_deg": float(sun), "sun_azimuth_deg": float(azimuth), "ground_range_km": list(ground),
        "gsd_m": {str(nadir): _gsd(nadir, sum(off) / 2) for nadir in (1, 3, 5)},
        "overflight": "whole pass" if kind == "interval" else "possible", "second_hand": second, "note": note,
    }  # fmt: skip
    return Finding(
        id=f"claim:{key}", topic="claim", question=f"Could the satellite see {label} then?", verdict="possible",
        statement=statement, label=label, brief=stated, sign="=", mark=details["overflight"],
        estimates={"off_nadir": Estimate(value=None, low=off[0], high=off[1], unit="deg")},
        sources=("kcna-2023-11", "yonhap-2023-11") if second else ("kcna-2023-11",),
        method="Orbit fitted to the other stated times, carried to this one; the plane from a later element set",
        reference="Vallado 2013, ch. 10; SGP4 as in AIAA 2006-6753", details=details,
    )  # fmt: skip


def _other_findings() -> tuple[Finding, ...]:
    return (
        Finding(
            id="notice", topic="notice", question="What was announced?", verdict="reported", label="notice",
            brief="20 Nov ~15:00, for 21 Nov 15:00 to 30 Nov 15:00; areas A B C", sign="=", mark="received",
            statement="A warning reached Japan's coast guard on 20 November for 21 November 15:00 to 30 November 15:00"
            " UTC, with three areas that public reports give by distances only.",
            sources=("jcg-2023-11",), caveats=("The twelve coordinates were not found in public.",),
            method="As reported; centres from published distances",
        ),
        Finding(
            id="launch-time", topic="launch", question="Did the launch keep to its window?",
            verdict="cannot both be right", label="launch", brief="21 Nov 13:42:28, 77 min BEFORE the window",
            sign="!", mark="early",
            statement="The rocket left 76-78 min before the announced window opened; state media say 13:42:28, the"
            " GCAT catalogue 13:42:58 UTC.",
            estimates={"lead": Estimate(value=77.3, low=77.0, high=77.5, level=1.0, unit="min")},
            sources=("kcna-2023-11", "gcat"), method="Difference of stated times",
        ),
        Finding(
            id="stages", topic="stages", question="Where did the stages fall?", verdict="reported", label="stages",
            brief="1: fell ~13:50 outside the notified areas; 2: fell ~13:57 inside", sign="!", mark="outside",
            statement="Japan's Ministry of Defense puts the first stage outside the notified areas at about 13:50 and"
            " the second inside area C at about 13:57 UTC.", sources=("mod-2023-11",),
            method="As reported",
        ),
        Finding(
            id="stage-may", topic="stages", question="Does the May 2023 crash site fit the notified area?",
            verdict="agree", label="31 May", brief="2nd stage unlit; fell 402 km, azimuth 192 from Sohae",
            sign="=", mark="fits A",
            statement="The wreck of 31 May lay 390-415 km from Sohae at azimuth 190-194 deg, inside the range of"
            " area A.",
            estimates={
                "distance": Estimate(value=402, low=390, high=415, unit="km"),
                "azimuth": Estimate(value=192, low=190.2, high=193.9, unit="deg"),
            },
            sources=("seesat-2023",), method="Geodesic on WGS 84", reference="Karney 2013, J. Geodesy 87:43",
            check_by_hand="cos d = sin 39.66 sin 36.12 + cos 39.66 cos 36.12 cos 0.95 gives d = 3.61 deg = 402 km.",
        ),
        Finding(
            id="orbit", topic="orbit", question="Was an orbit reached?", verdict="agree", label="orbit",
            brief="493 x 512 km, 97.4 deg, catalogued as 58400 (2023-179A)", sign="=", mark="reached",
            statement="Objects 58400 and 58401 were catalogued in an orbit of 493 by 512 km at 97.4 deg, as announced.",
            sources=("space-track", "kcna-2023-11"), method="Element set against announced heights",
            reference="Hoots and Roehrich 1980 (SGP4)",
            check_by_hand="T = 2 pi sqrt(a^3/GM), a = 6880.6 km: 5680 s = 94.7 min.",
        ),
        Finding(
            id="notice-orbit", topic="plane", question="Do the areas and the orbit lie in one plane?",
            verdict="cannot both be right", label="notice and orbit",
            brief="97.42 deg needs azimuth 192.3; areas lie at 195, 191, 171", sign="≠", mark="straight",
            statement="A straight flight through the areas would reach 72-75 deg, not the 97.4 deg that was reached.",
            estimates={"straight inclination": Estimate(value=73.4, low=72.1, high=74.9, unit="deg")},
            sources=("jcg-2023-11", "jsr"), method="Launch azimuth with Earth rotation",
            reference="McDowell, Jonathan's Space Report",
            check_by_hand="cos i = cos(39.66) sin(az): az 192.3 less rotation (0.36 km/s) gives i = 97.4 deg.",
            would_change=("The twelve published coordinates of the areas.",),
        ),
        Finding(
            id="dog-leg", topic="plane", question="Did the upper stages turn?", verdict="computed", label="plane",
            brief="node 10:01 local mean time, 3-6 deg east of a direct ascent", sign="=", mark="dog-leg",
            statement="The node lay 3-6 deg east of that of a direct ascent from Sohae, so the upper stages turned.",
            estimates={"node offset": Estimate(value=4.4, low=3.1, high=5.9, unit="deg")},
            sources=("space-track",), method="Element set of June 2024 carried back with J2", experimental=True,
            reference="Vallado 2013, eq. 9-41", caveats=("A manoeuvre between the dates would shift the node.",),
            would_change=("Element sets of November 2023.",),
            check_by_hand="i for 360 deg a year: cos i = -(a/12352 km)^3.5, a = 6878 km: i = 97.4 deg.",
        ),
        Finding(
            id="coincidence", topic="words", question="Could the times be chance?", verdict="computed",
            label="chance", brief="random times fit once in 7,000", sign="!", mark="computed",
            statement="A random time comes within 12 s of a daylight pass about once in 7,000; elements were public"
            " from 22 November, so anyone could compute these times.",
            estimates={"one in": Estimate(value=7000, low=6000, high=8200, unit="")},
            sources=("spo-2023",), method="Share of time within 12 s of a daylight pass",
        ),
    )  # fmt: skip


def _case() -> Case:
    rows = (
        ("kcna-2023-11", "KCNA, as quoted by other media", "State media on the launch and the overflights", "A", ""),
        ("yonhap-2023-11", "Yonhap", "Times of the claimed pictures", "B", "KCNA"),
        ("jcg-2023-11", "Japan Coast Guard", "Navigational warning of 20 November 2023", "B", ""),
        ("mod-2023-11", "Japan Ministry of Defense", "Falls of the stages", "A", ""),
        ("gcat", "Jonathan McDowell, GCAT", "General catalogue of artificial space objects", "A", ""),
        ("jsr", "Jonathan McDowell", "North Korean launch scenarios", "A", ""),
        ("seesat-2023", "SeeSat-L, M. Langbroek", "Crash site of 31 May 2023 and area A", "A", ""),
        ("space-track", "US Space Force catalogue", "Element sets of 58400", "A", ""),
        ("spo-2023", "SpacePolicyOnline", "Two tracked objects on 22 November", "B", "US Space Force"),
    )
    return Case.model_validate(
        {
            "case": {
                "name": "malligyong-1",
                "title": "Malligyong-1, third Chollima-1 flight, 21 November 2023",
                "summary": "Did the launch keep to its notice, was an orbit reached, and was the satellite over the"
                " places it is said to have pictured?",
                "compiled": "2026-11-20",
                "zone": "+09:00",
            },
            "source": [
                {
                    "id": key, "publisher": publisher, "title": title, "grade": grade, "of": of,
                    "published": "2023-11", "retrieved": "2026-11-02",
                    "address": f"https://example.org/{key}",
                }
                for key, publisher, title, grade, of in rows
            ],
        }
    )  # fmt: skip


def malligyong() -> Assessment:
    """The case the report is made for, with everything a report can show."""
    area_c = (13.0, 129.05)
    claims = tuple(_claim(row) for row in CLAIMS)
    notified = tuple(
        point
        for start, azimuth, length in ((SOHAE, 195, 409), ((36.12, 123.53), 184, 297), ((33.41, 123.30), 165, 2330))
        for point in _great_circle(start, azimuth, length)
    )
    return Assessment(
        case=_case(),
        at=datetime(2026, 11, 25, 9, 0, tzinfo=UTC),
        version="0.1.0",
        sha256="9f2c4be07d135a1e6b80c1f6a7730d1bb0ce55d2a6b9c1a0f4de52bb8a94c3e7",
        summary=(
            "A satellite reached a sun-synchronous orbit.",
            "At each time North Korea stated, it had the named place in view, in daylight.",
            "That shows that the orbit was known, not that a picture was taken.",
        ),
        findings=(*_other_findings(), *claims),
        unknown=(
            "The twelve notified coordinates; with them the areas could be tested as areas, not as distances.",
            "The camera: 1 to 20 m are quoted, none of them by a measurement.",
            "Any image: none has been published that can be tied to these passes.",
        ),
        since=("Last raise of the orbit between the sets of 3 and 7 June 2024.", "Last element set 10 July 2026."),
        next_commands=("bongsu explain claim:kadena",),
        say=("had Busan in view, in daylight, within 1 s of the time stated", "the stated times fit a public orbit"),
        do_not_say=("photographed Busan", "confirmed", "locked on"),
        points=(
            MapPoint(label="Sohae", kind="site", latitude_deg=SOHAE[0], longitude_deg=SOHAE[1]),
            MapPoint(label="Pyongyang control centre", kind="control", latitude_deg=39.03, longitude_deg=125.71),
            MapPoint(label="stage 1, ~13:50", kind="fall", latitude_deg=36.6, longitude_deg=122.6, radius_km=60,
                     remark="about 350 km west of the peninsula"),
            MapPoint(label="stage 2, ~13:57", kind="fall", latitude_deg=13.6, longitude_deg=128.4, radius_km=120),
            *(
                MapPoint(label=row[1], kind="claim", latitude_deg=row[2][0], longitude_deg=row[2][1])
                for row in CLAIMS
            ),
        ),
        areas=(
            MapArea(label="A", ring=_ring(36.12, 123.53, 45), approximate=True, uncertainty_km=45),
            MapArea(label="B", ring=_ring(33.41, 123.30, 60), approximate=True, uncertainty_km=60),
            MapArea(label="C", ring=_ring(*area_c, 170), approximate=True, uncertainty_km=170),
        ),
        tracks=(
            MapTrack(label="direct ascent, 97.4 deg", kind="direct", points=_great_circle(SOHAE, 192.3, 4400)),
            MapTrack(label="through the areas", kind="notified", points=notified),
            MapTrack(label="first orbit", kind="orbit", points=_orbit()),
        ),
        timeline=(
            TimelineMark(label="notice received", kind="notice", start=_utc(20, "15:00")),
            TimelineMark(label="announced window", kind="window", start=_utc(21, "15:00"), end=_utc(30, "15:00")),
            TimelineMark(label="launch", kind="launch", start=_utc(21, "13:42:28")),
            TimelineMark(label="stage 1 fell", kind="fall", start=_utc(21, "13:50")),
            TimelineMark(label="insertion", kind="insertion", start=_utc(21, "13:54:13")),
            TimelineMark(label="stage 2 fell", kind="fall", start=_utc(21, "13:57")),
            *(
                TimelineMark(
                    label=row[1], kind="claim", start=_utc(*row[4]) - timedelta(minutes=5 * (row[5] == "interval")),
                    end=_utc(*row[4]) + timedelta(minutes=7) if row[5] == "interval" else None,
                )
                for row in CLAIMS
            ),
        ),
        inputs=(
            InputRecord(id="case file", source="bundled", sha256="9f2c4be07d135a1e6b80c1f6a7730d1b"),
            InputRecord(id="elements 58400", source="space-track", sha256="51c07aa2be41d0e96f3b1d8a2c", age_days=196.0),
        ),
    )  # fmt: skip


def missile_flight() -> Assessment:
    """A case with reported flight figures only: no map, no timeline, no claims."""
    case = Case.model_validate(
        {
            "case": {"name": "hwasong-2022-03-24", "title": "Missile flight of 24 March 2022", "zone": "+09:00"},
            "source": [{"id": "jcs", "publisher": "ROK Joint Chiefs of Staff", "published": "2022-03-24"}],
        }
    )
    return Assessment(
        case=case,
        at=datetime(2026, 11, 25, 9, 0, tzinfo=UTC),
        version="0.1.0",
        sha256="ab" * 32,
        summary=("The reported figures belong to one ballistic flight.", "They do not show which missile flew."),
        findings=(
            Finding(
                id="flight:kcna", topic="flight", question="Do apogee, range and time fit one flight?",
                verdict="agree", label="KCNA", brief="6248.5 km, 1090 km, 67.5 min", sign="=", mark="fits",
                statement="An apogee of 6,248.5 km and a range of 1,090 km take 66-69 min without air, as stated.",
                estimates={"flight time": Estimate(value=67.6, low=66.3, high=69.0, unit="min")},
                sources=("jcs",), method="Two-body flight", reference="Wheelon 1959",
                check_by_hand="a = (6371 + 6371 + 6248)/2.",
                evidence=(Evidence(what="report", sources=("jcs",), sha256="cd" * 32),),
            ),
        ),
        unknown=("The payload's mass.",),
    )  # fmt: skip


def empty() -> Assessment:
    """The least a case can give."""
    return Assessment(
        case=Case.model_validate({"case": {"name": "nothing"}}),
        at=datetime(1, 1, 1, tzinfo=UTC),
        version="0",
        sha256="",
        summary=(),
        findings=(),
    )
