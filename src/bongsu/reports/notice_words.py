"""Notices in words: one sentence in three languages, and a table, for people at sea, in the air or at a desk.

The Korean and Japanese sentences are drafts and say so: a native reader has not gone over them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import pairwise

import numpy as np

from bongsu.earth import Region, Window, constants, geodesic_inverse, geodetic_to_fixed
from bongsu.errors import InputError
from bongsu.notices import (
    Notam,
    NotamArea,
    Notice,
    NotifiedArea,
    NotifiedLine,
    NotifiedPoint,
    VerticalLimit,
    format_position,
)

__all__ = ["AUDIENCES", "LANGUAGES", "Wording", "notice_rows", "notice_sentence", "windows_in_words"]

AUDIENCES = ("sea", "air", "press")
LANGUAGES = ("en", "ko", "ja")
DRAFT = {
    "ko": "[초안: 원어민 검토 필요]",
    "ja": "[草案：母語話者の確認が必要]",
}
_KINDS = {
    "ko": {
        "space launch": "우주발사체 발사",
        "re-entry": "재진입",
        "missile test": "미사일 시험",
        "gunnery": "사격 훈련",
        "debris": "우주 물체 낙하",
        "other": "기타",
        "undetermined": "종류 미상",
    },
    "ja": {
        "space launch": "宇宙ロケット打上げ",
        "re-entry": "再突入",
        "missile test": "ミサイル試験",
        "gunnery": "射撃訓練",
        "debris": "宇宙物体の落下",
        "other": "その他",
        "undetermined": "種別不明",
    },
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PHRASES = {  # a span, daily hours, several windows, a vertical layer, no window
    "en": ("{a} to {b}", "{a} to {b} daily, {c} to {d}", "{n} windows from {a} to {b}", "{a} to {b}", "no window read"),
    "ko": ("{a}~{b}", "매일 {a}~{b}, {c}~{d}", "{a}~{b} 사이 {n}회", "{a}~{b}", "기간 미상"),
    "ja": ("{a}～{b}", "毎日{a}～{b}、{c}～{d}", "{a}～{b}の間に{n}回", "{a}～{b}", "期間不明"),
}
_BOUNDS = {  # what the press is told of SFC and UNL
    "en": ("the surface", "no upper limit"),
    "ko": ("지표면", "상한 없음"),
    "ja": ("地表", "上限なし"),
}
_MOST_AREAS = 6  # named in a sentence
_MOST_POINTS = 40  # rows of a table
_COUNTED = {  # lines and places of a notice, in a sentence
    "en": ("{n} line", "{n} lines", "{n} place", "{n} places", ", "),
    "ko": ("선 {n}개", "선 {n}개", "지점 {n}곳", "지점 {n}곳", ", "),
    "ja": ("線{n}本", "線{n}本", "地点{n}か所", "地点{n}か所", "、"),
}
_MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """How places, lengths and times are put: for ``sea``, ``air`` or ``press``, "" for plain; ``zone`` for local times.

    ``language`` is one of :data:`LANGUAGES`; dates are ISO 8601 in Korean and Japanese.

    Sea and plain: decimal minutes, nautical miles. Air: degrees, minutes and seconds run together, nautical miles,
    flight levels. Press: degrees to a tenth and kilometres, local time where a zone is given. Sea and air keep UTC
    and put the local time behind it.
    """

    audience: str = ""
    zone: tzinfo | None = None
    language: str = "en"

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise InputError(f"language {self.language!r}; expected {', '.join(LANGUAGES)}")
        if self.audience not in ("", *AUDIENCES):
            raise InputError(f"audience {self.audience!r}; expected {', '.join(AUDIENCES)}")

    def phrase(self, kind: int, **words: object) -> str:
        """A phrase of the language: 0 a span, 1 daily hours, 2 several windows, 3 a layer, 4 no window."""
        return _PHRASES[self.language][kind].format(**words)

    def centre(self, latitude_deg: float, longitude_deg: float) -> str:
        """A centre, to the whole minute, or to a tenth of a degree for the press."""
        if self.audience == "press":
            return self.place(latitude_deg, longitude_deg)
        join = "" if self.audience == "air" else " "
        dash = "" if self.audience == "air" else "-"
        return _minutes(latitude_deg, 2, "NS", dash) + join + _minutes(longitude_deg, 3, "EW", dash)

    def place(self, latitude_deg: float, longitude_deg: float) -> str:
        """``28-34.10N 080-13.40W``, ``283406N0801324W`` or ``28.6°N 80.2°W``."""
        if self.audience == "press":
            return _degrees(latitude_deg, "NS") + " " + _degrees(longitude_deg, "EW")
        if self.audience == "air":
            return _run_together(latitude_deg, 2, "NS") + _run_together(longitude_deg, 3, "EW")
        return format_position(latitude_deg, longitude_deg)

    def length(self, length_m: float) -> str:
        """Kilometres for the press, else nautical miles."""
        unit, scale = ("km", 1000.0) if self.audience == "press" else ("NM", constants.NAUTICAL_MILE_M)
        value = length_m / scale
        return f"{value:,.1f} {unit}" if value < 20.0 else f"{value:,.0f} {unit}"

    def area(self, area_km2: float) -> str:
        """Square kilometres for the press, else square nautical miles, to three figures."""
        unit, scale = ("km²", 1.0) if self.audience == "press" else ("sq NM", (constants.NAUTICAL_MILE_M / 1000.0) ** 2)
        value = area_km2 / scale
        digits = 2 - math.floor(math.log10(value)) if value > 0.0 else 0
        return f"{round(value, digits):,.{max(0, digits)}f} {unit}"

    def limit(self, limit: VerticalLimit | None) -> str:
        """A vertical limit: levels and feet, kilometres for the press."""
        if limit is None:
            return "?"
        if self.audience == "press":
            if limit.altitude_m is None:
                return _BOUNDS[self.language][limit.reference == "UNL"]
            return f"{limit.altitude_m / 1000.0:.1f} km"
        return limit.words

    def limits(self, notice: Notice) -> str:
        """``SFC to UNL``, "" where nothing is known."""
        if not isinstance(notice, Notam) or not (notice.lower or notice.upper):
            return ""
        return self.phrase(3, a=self.limit(notice.lower), b=self.limit(notice.upper))

    def day(self, moment: datetime) -> str:
        """``12 Nov 2022``, on the clock that :meth:`clock` shows first."""
        moment = self._shown(moment)
        if self.language != "en":
            return f"{moment:%Y-%m-%d}"
        return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"

    def clock(self, moment: datetime) -> str:
        """``16:06``."""
        return f"{self._shown(moment):%H:%M}"

    def time(self, moment: datetime | None) -> str:
        """``121606Z NOV 22`` at sea, ``2211121606`` in the air, ``13 Nov 2022, 01:06`` in the press and plain."""
        if moment is None:
            return "open"
        utc = moment.astimezone(UTC)
        local = "" if self.zone is None else f" ({self._local(moment):%d %b %H:%M} {self._zone_name(moment)})"
        if self.audience == "sea":
            return f"{utc:%d%H%M}Z {_MONTHS[utc.month - 1].upper()} {utc:%y}{local}"
        if self.audience == "air":
            return f"{utc:%y%m%d%H%M}{local}"
        return f"{self.day(moment)}{',' if self.language == 'en' else ''} {self.clock(moment)}"

    def zone_words(self, moment: datetime | None) -> str:
        """Which clock plain and press times are on."""
        if self._local_first() and moment is not None:
            return self._zone_name(moment)
        return "UTC"

    def _local_first(self) -> bool:
        return self.zone is not None and self.audience in {"", "press"}

    def _shown(self, moment: datetime) -> datetime:
        return self._local(moment) if self._local_first() else moment.astimezone(UTC)

    def _local(self, moment: datetime) -> datetime:
        try:
            return moment.astimezone(self.zone)
        except OverflowError:
            return moment

    def _zone_name(self, moment: datetime) -> str:
        offset = self._local(moment).utcoffset() or timedelta(0)
        minutes = round(offset.total_seconds() / 60.0)
        if minutes == 0:
            return "UTC"
        hours, rest = divmod(abs(minutes), 60)
        return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")


def windows_in_words(windows: Sequence[Window], wording: Wording) -> str:
    """Windows in one phrase: one span, daily hours, or how many between which times; those that touch are one."""
    if not windows:
        return wording.phrase(4)
    joined = _joined(windows)
    first, last = joined[0], joined[-1]
    plain = wording.audience in {"", "press"}
    zone = f" {wording.zone_words(first.start or first.end)}" if plain else ""
    if len(joined) == 1:
        ends = [wording.time(first.start), wording.time(first.end)]
        if plain and first.start and first.end and wording.day(first.start) == wording.day(first.end):
            ends[1] = wording.clock(first.end)
        ends[first.end is not None] += zone
        return wording.phrase(0, a=ends[0], b=ends[1])
    if _is_daily(joined) and first.start and first.end and last.start and last.end:
        clocks = [wording.clock(each) if plain else f"{each:%H%M}Z" for each in (first.start, first.end)]
        days = [
            wording.day(each) if plain else wording.time(each)
            for each in (first.start, last.start if plain else last.end)
        ]
        return wording.phrase(1, a=clocks[0], b=f"{clocks[1]}{zone}", c=days[0], d=days[1])
    return wording.phrase(2, n=len(joined), a=wording.time(first.start), b=f"{wording.time(last.end)}{zone}")


def _joined(windows: Sequence[Window]) -> list[Window]:
    """Windows with those that touch made one."""
    joined: list[Window] = []
    for window in windows:
        if joined and joined[-1].end is not None and joined[-1].end == window.start:
            joined[-1] = Window(start=joined[-1].start, end=window.end)
        else:
            joined.append(window)
    return joined


def _is_daily(windows: Sequence[Window]) -> bool:
    """Whether windows are the same hours on days in a row."""
    day = timedelta(days=1)
    return all(
        one.start and one.end and two.start and two.end and two.start - one.start == day and two.end - one.end == day
        for one, two in pairwise(windows)
    )


def notice_sentence(notice: Notice, *, wording: Wording | None = None) -> str:
    """One sentence of a notice: what, where, when, and that it is no official warning; ko and ja marked as drafts."""
    wording = wording or Wording()
    name = notice.id or {"en": "A notice", "ko": "통보", "ja": "通報"}[wording.language]
    count = len(notice.areas)
    centres = _centres(notice.areas, wording)
    when = windows_in_words(notice.windows, wording)
    limits = wording.limits(notice)
    kind = _KINDS.get(wording.language, {}).get(notice.kind, notice.kind_words)
    others = _others(notice, wording)
    if wording.language == "ko":
        places = f"고시 구역 {count}곳(중심 {centres})" if centres else "" if others else "구역 없음"
        places = ", ".join(filter(None, [places, others]))
        return f"{DRAFT['ko']} {name} ({kind}): {places}, {when}{f', {limits}' if limits else ''}. 공식 경보가 아님."
    if wording.language == "ja":
        places = f"通報区域{count}か所（中心{centres}）" if centres else "" if others else "区域なし"
        places = "、".join(filter(None, [places, others]))
        return f"{DRAFT['ja']} {name}（{kind}）：{places}、{when}{f'、{limits}' if limits else ''}。公式の警報ではありません。"
    rough = ", approximate: the circle of the Q line" if _is_approximate(notice.areas) else ""
    places = f"{count} area{'s' if count != 1 else ''} (centre{'s' if count != 1 else ''} {centres}{rough})"
    places = ", ".join(filter(None, [places if centres else "" if others else "no area read", others]))
    return f"{name} ({kind}): {places}, {when}{f', {limits}' if limits else ''}. Not an official warning."


def _others(notice: Notice, wording: Wording) -> str:
    """``2 lines, 1 place``, "" where there are none."""
    line, lines, place, places, comma = _COUNTED[wording.language]
    parts = [
        (one if count == 1 else many).format(n=count)
        for count, one, many in ((len(notice.lines), line, lines), (len(notice.points), place, places))
        if count
    ]
    return comma.join(parts)


def _is_approximate(areas: Sequence[NotifiedArea]) -> bool:
    return any(isinstance(area, NotamArea) and area.approximate for area in areas)


def _centres(areas: Sequence[NotifiedArea], wording: Wording) -> str:
    """``A 28-34.10N 080-13.40W, B ...``, the first six."""
    words = []
    for area in areas[:_MOST_AREAS]:
        try:
            words.append(f"{area.label}: {wording.centre(*area.region().centroid)}".removeprefix(": "))
        except InputError:
            words.append(f"{area.label}: ?".removeprefix(": "))
    more = f" +{len(areas) - _MOST_AREAS}" if len(areas) > _MOST_AREAS else ""
    return ", ".join(words) + more


def notice_rows(notice: Notice, *, wording: Wording | None = None, corners: bool = True) -> list[str]:
    """A notice as lines of a table: its areas with centre, extent and corners, lines with length, places, and windows."""
    wording = wording or Wording()
    issued = wording.time(notice.issued) if notice.issued else "?"
    rows = [f"{notice.id or 'notice'}  {notice.kind_in_full}  issued {issued}", *_because(notice)]
    if wording.limits(notice):
        rows.append(f"  from {wording.limits(notice)}")
    shared = {shape.windows for shape in notice.shapes}
    listed: list[NotifiedArea | NotifiedLine | NotifiedPoint] = [*notice.areas, *notice.lines]
    for shape in [*listed, *notice.points[:_MOST_POINTS]]:
        rows += _shape_rows(shape, wording, corners=corners)
        if len(shared) > 1:
            rows += _window_rows(shape.windows, wording)
    if len(notice.points) > _MOST_POINTS:
        rows.append(f"  and {len(notice.points) - _MOST_POINTS} more places")
    if not notice.areas:
        rows.append("  no area read")
    if len(shared) <= 1:
        if len(listed) > 1 and notice.windows:
            rows.append("  windows, the same for all of these:")
        rows += _window_rows(notice.windows, wording)
    if notice.cancels:
        replaced = isinstance(notice, Notam) and notice.action == "R"
        rows.append(f"  {'replaces' if replaced else 'cancels'} {', '.join(notice.cancels)}")
    if notice.expires and not isinstance(notice, Notam):
        rows.append(f"  cancels itself {wording.time(notice.expires)}{_zone(notice.expires, wording)}")
    return rows


def _shape_rows(shape: NotifiedArea | NotifiedLine | NotifiedPoint, wording: Wording, *, corners: bool) -> list[str]:
    if isinstance(shape, NotifiedPoint):
        words = f"place {wording.place(shape.latitude_deg, shape.longitude_deg)}"
    elif isinstance(shape, NotifiedLine):
        words = f"line of {len(shape.vertices)} places, {wording.length(_length_m(shape))}"
    else:
        words = _area_words(shape, wording)
    rows = [f"  {shape.label or '-':<4}{words}"]
    if shape.repaired:
        rows.append(f"      repaired: {shape.repaired}")
    if isinstance(shape, NotifiedLine) and shape.note:
        rows.append(f"      {shape.note}")
    ring = isinstance(shape, NotifiedArea) and shape.kind == "area"
    if corners and not isinstance(shape, NotifiedPoint) and (ring or isinstance(shape, NotifiedLine)):
        rows += [f"      {wording.place(*place)}" for place in shape.vertices]
    return rows


def _length_m(line: NotifiedLine) -> float:
    """Along its legs, on the ellipsoid. [m]"""
    return sum(geodesic_inverse(*one, *two)[0] for one, two in pairwise(line.vertices))


def _because(notice: Notice) -> list[str]:
    """The weightiest reasons for the kind named, or for its being undetermined; at most three."""
    for_it = [each for each in notice.kind_reasons if each.kind == notice.kind and each.weight > 0.0]
    said = list(dict.fromkeys(each.found for each in for_it if not each.name.startswith("first named")))
    return [f"  because: {'; '.join(said[:_MOST_REASONS])}"] if said else []


def _window_rows(windows: Sequence[Window], wording: Wording) -> list[str]:
    if not windows:
        return ["      no window read"]
    zone = _zone(windows[0].start, wording)
    rows = [f"      {wording.time(each.start)} to {wording.time(each.end)}{zone}" for each in windows[:8]]
    return rows + ([f"      and {len(windows) - 8} more windows"] if len(windows) > 8 else [])


def _zone(moment: datetime | None, wording: Wording) -> str:
    return f" {wording.zone_words(moment)}" if wording.audience in {"", "press"} else ""


def _area_words(area: NotifiedArea, wording: Wording) -> str:
    try:
        region = area.region()
    except InputError as error:
        return f"cannot be drawn: {error}"
    centre = f"centre {wording.centre(*region.centroid)}"
    size = f"{wording.length(_across_m(area, region))} across, {wording.area(region.area_km2)}"
    what = {
        "area": f"{len(area.vertices)} corners",
        "circle": f"circle of {wording.length(area.radius_m)}",
        "sector": f"sector of {wording.length(area.radius_m)}",
        "band": f"band of {wording.length(area.radius_m)} to either side of {len(area.vertices)} places",
    }[area.kind]
    rough = "approximate: " if isinstance(area, NotamArea) and area.approximate else ""
    return f"{rough}{what}; {centre}; {size}"


def _across_m(area: NotifiedArea, region: Region) -> float:
    """Greatest distance between two corners, along the mean sphere; within 0.5 % of the geodesic. [m]"""
    if area.kind == "circle":
        return 2.0 * area.radius_m
    corners = np.array(region.corners)[:400]
    fixed = geodetic_to_fixed(corners[:, 0], corners[:, 1], 0.0)
    chord = float(np.max(np.linalg.norm(fixed[:, None] - fixed[None, :], axis=-1)))
    radius = constants.EARTH_MEAN_RADIUS_M
    return 2.0 * radius * math.asin(min(1.0, chord / (2.0 * radius)))


def _degrees(value_deg: float, letters: str) -> str:
    return f"{abs(value_deg):.1f}°{letters[value_deg < 0]}"


def _minutes(value_deg: float, width: int, letters: str, dash: str) -> str:
    minutes = round(abs(value_deg) * 60.0)
    return f"{minutes // 60:0{width}d}{dash}{minutes % 60:02d}{letters[value_deg < 0]}"


def _run_together(value_deg: float, width: int, letters: str) -> str:
    seconds = round(abs(value_deg) * 3600.0)
    return f"{seconds // 3600:0{width}d}{seconds % 3600 // 60:02d}{seconds % 60:02d}{letters[value_deg < 0]}"
