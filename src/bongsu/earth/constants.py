"""Constants of the Earth, each with its unit in its name and its source on its line."""

WGS84_EQUATORIAL_RADIUS_M = 6378137.0  # NGA.STND.0036 (WGS 84), table 3.1
WGS84_FLATTENING = 1.0 / 298.257223563  # NGA.STND.0036 (WGS 84), table 3.1
WGS84_ECCENTRICITY_SQUARED = WGS84_FLATTENING * (2.0 - WGS84_FLATTENING)  # from the flattening
EARTH_MEAN_RADIUS_M = 6371008.8  # IUGG mean radius R1 of GRS 80 (Moritz 2000)
EARTH_GM_M3_S2 = 3.986004418e14  # IERS Conventions 2010, table 1.1 (with atmosphere)
EARTH_J2 = 1.08262668e-3  # EGM96, unnormalised from C20 (Vallado 2013, table D-1)
EARTH_ROTATION_RAD_S = 7.292115146706979e-5  # IERS Conventions 2010, mean rate with precession (as SGP4)
ASTRONOMICAL_UNIT_M = 149597870700.0  # IAU 2012 Resolution B2
TROPICAL_YEAR_DAY = 365.242190402  # mean tropical year at J2000.0 (Simon et al. 1994)
NAUTICAL_MILE_M = 1852.0  # exact, International Hydrographic Conference 1929
EARTH_J3 = -2.53265648533e-6  # EGM96, unnormalised (Vallado 2013, table D-1)
EARTH_J4 = -1.61962159137e-6  # EGM96, unnormalised (Vallado 2013, table D-1)
STANDARD_GRAVITY_M_S2 = 9.80665  # 3rd CGPM, 1901
