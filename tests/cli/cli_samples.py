"""Texts that the tests of the command line paste, and check digits for those they spoil."""

from __future__ import annotations

# Set 26185 of object 58400, as CelesTrak published it (fact sheet, section 5d).
NAME = "MALLIGYONG-1"
LINE_1 = "1 58400U 23179A   26185.97809597  .00004231  00000+0  18409-3 0  9999"
LINE_2 = "2 58400  97.2992  67.0225 0007506 337.9436  22.1477 15.22750963145465"
TLE = f"{NAME}\n{LINE_1}\n{LINE_2}\n"
NEAR_TLE = "2026-07-05T00:00Z"  # half an hour after its epoch

# NAVAREA XII 841/23, as published (fact sheet, section 2b).
NAVAREA = """061011Z DEC 23
NAVAREA XII 841/23(19).
1. HAZARDOUS OPERATIONS 1430Z TO 1730Z DAILY 11 THRU 16 DEC IN AREAS BOUND BY
   A. 24-40.00N 164-32.00W, 24-52.00N 164-43.00W, 24-38.00N 165-07.00W, 24-26.00N 164-57.00W.
   B. 27-13.00N 158-33.00W, 27-34.00N 158-49.00W, 27-07.00N 159-45.00W, 26-44.00N 159-30.00W.
2. CANCEL THIS MSG 161830Z DEC 23.
"""


def checksum(line: str) -> str:
    """A TLE line's check digit: the digits added up, minus signs as 1, modulo 10."""
    return str(sum(int(sign) if sign.isdigit() else sign == "-" for sign in line[:68]) % 10)


def sealed(line: str) -> str:
    """A TLE line with its right check digit."""
    return line[:68] + checksum(line)
