"""Notices that the format tests share."""

from __future__ import annotations

from datetime import UTC, datetime

from bongsu.notices import read_notices

AT = datetime(2026, 11, 25, tzinfo=UTC)
GALAXY = """072239Z NOV 22 NAVAREA IV 1177/22(11,26).
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING
   121606Z TO 121854Z NOV, ALTERNATE 131606Z TO 131854Z AND 1607Z TO 1854Z DAILY 14 THRU 18 NOV IN AREAS BOUND BY:
   A. 28-39.92N 080-38.33W, 28-40.00N 079-44.00W, 28-28.00N 079-40.00W, 28-29.97N 080-32.29W
   B. 27-51.00N 073-56.00W, 28-37.00N 073-55.00W, 28-40.00N 071-21.00W, 28-13.00N 069-58.00W,
      27-31.00N 069-58.00W, 27-21.00N 071-43.00W.
3. CANCEL THIS MSG 181954Z NOV 22.
"""
ANTIMERIDIAN = """NAVAREA XII 10/24
ROCKET LAUNCH 121606Z TO 121854Z NOV 24
A. 10-00N 179-00E, 10-00N 179-00W, 12-00N 179-00W, 12-00N 179-00E.
B. WITHIN 300 MILES OF 89-00N 010-00E.
"""
OPEN_ENDED = """(A0001/23 NOTAMN
Q) RKRR/QWMLW/IV/NBO/W/000/999/3543N12430E060
A) RKRR B) 2305301500 C) PERM
E) <b>R&D</b> ROCKET LAUNCH, SEE AIP; "PART 1"\\N
F) SFC G) FL200)
"""


def galaxy():
    """NAVAREA IV 1177/22 (facts.md 2b), two areas and seven windows."""
    return read_notices(GALAXY)


def antimeridian():
    """One area across 180 degrees, one over the pole."""
    return read_notices(ANTIMERIDIAN)


def open_ended():
    """A NOTAM without an end, with markup in its text and only a Q circle."""
    return read_notices(OPEN_ENDED)
