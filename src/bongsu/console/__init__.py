"""The duty room's screen in a browser: the same answers as the command line, first in words and then on a map."""

from bongsu.console.app import create_app
from bongsu.console.listening import loopback_address, serve

__all__ = ["create_app", "loopback_address", "serve"]
