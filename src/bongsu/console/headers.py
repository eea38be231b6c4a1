"""What every answer of the console carries, and who may ask."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["POLICY", "SecurityHeaders"]

# No script or style that is not a file of ours, no eval, no frame, no request to another machine.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self';"
    " font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# The 3-D view alone: CesiumJS cuts its geometry in workers and writes styles of its own.
POLICY_3D = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'") + "; worker-src 'self' blob:"
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class SecurityHeaders:
    """Security headers on everything; a request sent by another site's page is refused.

    Plain ASGI: Starlette's own wrapper raises where a page leaves before its answer is begun.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(MutableHeaders(scope=message), scope["path"])
            await send(message)

        if Headers(scope=scope).get("sec-fetch-site", "same-origin") in ("same-origin", "none"):
            await self.app(scope, receive, sent)
        else:
            refusal = {"error": "asked by another site's page", "advice": "", "problems": []}
            await JSONResponse(refusal, 403)(scope, receive, sent)


def _add(headers: MutableHeaders, path: str) -> None:
    for name, value in _HEADERS.items():
        headers[name] = value
    if path == "/globe.html":
        headers["Content-Security-Policy"] = POLICY_3D
    if path.startswith("/api/"):
        headers["Cache-Control"] = "no-store"
    else:
        headers.setdefault("Cache-Control", "no-cache")  # asked again each time, answered 304 when unchanged
