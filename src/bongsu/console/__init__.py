"""The duty room's screen in a browser: the same answers as the command line, first in words and then on a map.

Names are loaded when first used: a page without a server needs no web server.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bongsu.console.app import create_app
    from bongsu.console.listening import loopback_address, serve
    from bongsu.console.own_files import OwnFiles
    from bongsu.console.page_file import static_page

_WHERE = {
    "OwnFiles": "own_files", "create_app": "app", "loopback_address": "listening", "serve": "listening",
    "static_page": "page_file",
}  # fmt: skip

__all__ = ["OwnFiles", "create_app", "loopback_address", "serve", "static_page"]


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        return getattr(import_module(f"bongsu.console.{_WHERE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
