"""Element sets and what follows from them."""

from bongsu.orbit.elements import ElementSet

__all__ = ["ElementSet"]
