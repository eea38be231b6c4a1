"""Where the console listens: this machine only, until there are accounts."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from typing import Any

from bongsu.errors import InputError

__all__ = ["loopback_address", "serve"]


def loopback_address(text: str) -> str:
    """An address of this machine itself, as ``127.0.0.1``, ``::1`` or ``localhost``.

    Raises
    ------
    InputError
        When others could reach it: the console has no accounts yet, so anyone who reached it could use it.
    """
    if text == "localhost":
        return "127.0.0.1"
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        raise InputError(f"--host {text[:60]!r} is not an address", advice="use 127.0.0.1 or ::1") from None
    if not address.is_loopback:
        raise InputError(
            f"--host {text} can be reached by other machines, and the console has no accounts yet",
            advice="use 127.0.0.1, and reach it from elsewhere through a tunnel that checks who you are (ssh -L)",
        )
    return text


def serve(app: Any, host: str, port: int, *, ready: Callable[[], None]) -> None:
    """Serve until interrupted; ``ready`` is called once the port is open.

    Raises
    ------
    InputError
        When the port is taken or may not be used.
    """
    import uvicorn  # noqa: PLC0415 - only to serve

    class Server(uvicorn.Server):
        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets)
            if self.started:
                ready()

    def stopping() -> bool:
        return server.should_exit

    settings = uvicorn.Config(app, host=host, port=port, log_level="warning", access_log=False, server_header=False)
    server = Server(settings)
    app.state.stopping = stopping  # a page's connection without end would else hold the server open
    try:
        server.run()
    except SystemExit as stop:  # how uvicorn says that it could not listen
        raise InputError(
            f"port {port} on {host} could not be opened", advice="another program has it: choose one with --port"
        ) from stop
