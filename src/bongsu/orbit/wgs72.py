"""Constants of WGS 72, with which element sets are made and SGP4 reads them (AIAA 2006-6753, appendix B)."""

__all__ = ["WGS72_GM_KM3_S2", "WGS72_J2", "WGS72_RADIUS_KM"]

WGS72_RADIUS_KM = 6378.135  # AIAA 2006-6753, appendix B
WGS72_GM_KM3_S2 = 398600.8  # AIAA 2006-6753, appendix B
WGS72_J2 = 1.082616e-3  # AIAA 2006-6753, appendix B
