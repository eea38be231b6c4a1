"""What an element set, or a warning by itself, says: findings without a case."""

from __future__ import annotations

from datetime import datetime

from bongsu.assessment import Finding
from bongsu.cases.imply import implied_by_notice, site_of_areas
from bongsu.earth import (
    Estimate,
    bundled_orientation,
    format_utc,
    node_mean_solar_time_h,
    to_datetime64,
)
from bongsu.notices import Notice, notice_to_json
from bongsu.orbit import (
    MAX_TIMING_S,
    ElementSet,
    decay_time,
    node_rate_deg_day,
    perigee_apogee_km,
    timing_error_s,
)
from bongsu.overflight import Site
from bongsu.provenance import Evidence
from bongsu.rawtext import counted
from bongsu.wording import joined, phrase

__all__ = ["element_set_finding", "notice_findings"]


def element_set_finding(element_set: ElementSet, at: datetime, sha256: str = "") -> Finding:
    """Orbit, node, age and usability of one element set at a time. Id ``elements:<number>``."""
    perigee, apogee = perigee_apogee_km(element_set)
    age = element_set.age_days(at)
    gone = decay_time(element_set, within_days=max(1.0, age))
    error = float(timing_error_s(element_set, at)[0])
    period = 1440.0 / element_set.mean_motion_rev_day
    clock = ""
    low = period < 225.0
    if low:
        hours = float(
            node_mean_solar_time_h(element_set.node_deg, [to_datetime64(element_set.epoch)], bundled_orientation())[0]
        )
        minutes = round(hours * 60.0) % 1440
        clock = phrase(
            ", node {minutes:02d}:{minutes_2:02d} local mean time", minutes=minutes // 60, minutes_2=minutes % 60
        )
    drift = node_rate_deg_day(element_set)
    sun_synchronous = abs(drift - 360.0 / 365.2422) < 0.02
    named = (
        phrase("{name} ({norad_id}", name=element_set.name, norad_id=element_set.norad_id)
        if element_set.name
        else phrase("Object {norad_id}", norad_id=element_set.norad_id)
    )
    named += phrase(", {designator}", designator=element_set.designator) if element_set.designator else ""
    named += ")" if element_set.name else ""
    if gone is not None and gone < at:
        verdict, sign, mark, state = (
            "undetermined",
            "!",
            "decayed",
            phrase("decayed by about {gone:%Y-%m-%d} by its own drag", gone=gone),
        )
    elif age < -1.0:
        verdict, sign, mark, state = (
            "computed",
            "!",
            "future epoch",
            phrase("its epoch lies {age:.1f} days in the future", age=-age),
        )
    elif error > MAX_TIMING_S:
        verdict, sign, mark = "computed", "!", "too old"
        state = phrase(
            "{age:.0f} days old: times would be off by some {error:.0f} min, so it gives no passes now",
            age=age,
            error=error / 60.0,
        )
    else:
        verdict, sign, mark, state = (
            "computed",
            "=",
            "usable",
            phrase("{age:.1f} days old: times good to ±{error:.1f} s", age=age, error=error),
        )
    kind = "sun-synchronous, " if sun_synchronous else ""
    size = phrase(
        "{perigee:.0f} x {apogee:.0f} km, {inclination_deg:.2f} deg",
        perigee=perigee,
        apogee=apogee,
        inclination_deg=element_set.inclination_deg,
    )
    return Finding(
        id=f"elements:{element_set.norad_id}",
        topic="elements",
        question="Which orbit is this, and may it be used now?",
        verdict=verdict,
        statement=(
            phrase(
                "{named}: {kind}{size}, period {period:.2f} min{clock}; epoch {epoch}, {state}.",
                named=named,
                kind=kind,
                size=size,
                period=period,
                clock=clock,
                epoch=format_utc(element_set.epoch),
                state=state,
            )
        ),
        label=str(element_set.norad_id),
        brief=phrase("{name}: {size}; {state}", name=element_set.name or "object", size=size, state=state),
        sign=sign,
        mark=mark,
        estimates={
            "perigee_km": Estimate(value=perigee, low=perigee - 1.0, high=perigee + 1.0, unit="km"),
            "apogee_km": Estimate(value=apogee, low=apogee - 1.0, high=apogee + 1.0, unit="km"),
            "period_min": Estimate(value=period, low=period - 0.001, high=period + 0.001, unit="min"),
            "age_days": Estimate(value=age, low=age, high=age, level=1.0, unit="d"),
            "timing_s": Estimate(value=error, low=0.0, high=error, unit="s"),
        },
        evidence=(Evidence(what="element set", sha256=sha256, age_days=age),),
        method="SGP4 mean elements; heights above 6378.137 km from the Brouwer mean axis.",
        reference="AIAA 2006-6753",
        caveats=("An element set does not see manoeuvres made after its epoch.",),
        check_by_hand=phrase(
            "T = 1440 / {mean_motion_rev_day:.5f} = {period:.3f} min",
            mean_motion_rev_day=element_set.mean_motion_rev_day,
            period=period,
        ),
        say="this is the orbit at the epoch",
        do_not_say="where the object is now"
        if error > MAX_TIMING_S or (gone and gone < at)
        else "that it is controlled",
        details={"node_rate_deg_day": round(drift, 4), "epoch": format_utc(element_set.epoch)},
    )


def notice_findings(notice: Notice, site: Site | None) -> list[Finding]:
    """What a warning says, and the orbits it implies. Ids ``notice:<id>`` and ``implies:<id>``.

    Without a site that of a space launch is told from the areas, where one of the counted launch sites lies in them.
    """
    data = notice_to_json(notice)
    windows = [w for area in notice.areas for w in area.windows] or list(notice.windows)
    starts, ends = [w.start for w in windows if w.start], [w.end for w in windows if w.end]
    span = (
        phrase("{starts} to {ends}", starts=format_utc(min(starts)), ends=format_utc(max(ends)))
        if starts and ends
        else "no window read"
    )
    labels = joined(", ", (area.label or "?" for area in notice.areas)) or "none"
    unread = (
        phrase("; {counted} on the text", counted=counted(len(notice.problems), "remark")) if notice.problems else ""
    )
    found = [
        Finding(
            id=f"notice:{notice.id or 'pasted'}",
            topic="notice",
            question="What does the warning say?",
            verdict="reported",
            statement=(
                phrase(
                    "{id}: {kind_in_full}, {counted}{value}, {counted_2}, {span}{unread}.",
                    id=notice.id or "The warning",
                    kind_in_full=notice.kind_in_full,
                    counted=counted(len(notice.areas), "area"),
                    value=phrase(" ({labels})", labels=labels) if notice.areas else "",
                    counted_2=counted(len(set(windows)), "window"),
                    span=span,
                    unread=unread,
                )
            ),
            label="notice",
            brief=phrase(
                "{kind_words}; areas {labels}; {span}", kind_words=notice.kind_words, labels=labels, span=span
            ),
            sign="!" if notice.problems else "=",
            mark="read" if not notice.problems else "read in part",
            evidence=(Evidence(what="the text as pasted"),),
            method="Plain NAVAREA and HYDROPAC reader; daily windows expanded.",
            caveats=("The kind is what the text supports, not what will be flown.",),
            say="warns of these areas and times",
            do_not_say="what will be launched",
            details=data,
        )
    ]
    if notice.areas and site is None and notice.kind == "space launch":
        site = site_of_areas(notice.areas)
    if notice.areas and site is not None:
        found.append(implied_by_notice(notice, site))
    return found
