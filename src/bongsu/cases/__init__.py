"""One episode, the spine of the product: what is known of it, and everything that follows."""

from bongsu.cases.answer import Assessment, InputRecord, MapArea, MapPoint, MapTrack, TimelineMark
from bongsu.cases.case import Case

__all__ = ["Assessment", "Case", "InputRecord", "MapArea", "MapPoint", "MapTrack", "TimelineMark"]
