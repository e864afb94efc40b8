"""What stands at the head of every page, ahead of Streamlit's own scripts: three of its habits, mended.

The keyboard stays with the table that is typed in. With a mouse, Streamlit 1.67 ignores every move of a table's current
cell while the mouse is outside the table: click a cell, push the mouse aside, type, Tab, type, and the second word takes
the place of the first. On a touch screen it does not, so its tables are told that this is one. They lose what goes with a
mouse: dragging column borders, ranges and fills (docs/architecture.md, The table editor; tests/browser/test_first_row.py).

One press of Back is one step. Streamlit empties the address before it leaves a page and the step is put back after
each arrival; it would make each of these a place of its own to go back to (tests/browser/test_return.py). On its way to
another page it also writes that page's step beside the old page for a moment, which is no place at all.

The first cell that is typed in is kept. Streamlit fetches what a cell is typed with when the first key is pressed, and a
figure that is followed by Enter within some 50 ms came to nothing; so it is fetched with the page (tests/browser/test_editor.py).
"""

from __future__ import annotations

from pathlib import Path

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Only a table asks the window for a coarse pointer; every other question is answered as before.
SCRIPT = b"""<script>
{
  const ask = window.matchMedia.bind(window);
  window.matchMedia = question => ask(question === '(pointer: coarse)' ? 'all' : question);

  const push = history.pushState.bind(history);
  history.pushState = (state, title, address) => {
    const from = new URL(location.href), to = new URL(address ?? location.href, location.href);
    const steps = new Set([from, to].map(url => url.searchParams.get('step')).filter(Boolean));
    const page = to.searchParams.get('step')?.split('.')[0];
    if (page && from.pathname === to.pathname && !to.pathname.endsWith(`/${page}`)) return;
    from.pathname === to.pathname && steps.size < 2 ? history.replaceState(state, title, address) : push(state, title, address);
  };
}
</script>"""
_SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
TYPED_WITH = "".join(
    f'<link rel="modulepreload" href="./static/js/{file.name}">'
    for file in sorted(_SCRIPTS.glob("*overlay-editor*.js"))
).encode()
OF_ANOTHER_PAGE = ("accept-encoding", "if-none-match", "if-modified-since")
"""Asked with these, the server could answer with a compressed page, or that the browser's own copy will do."""


class PageHead:
    """ASGI middleware that puts the script at the head of every page, so that it runs before anything else does."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; only pages are changed on their way out."""
        if (
            scope["type"] != "http"
            or scope["method"] != "GET"
            or "text/html" not in Headers(scope=scope).get("accept", "")
        ):
            await self.app(scope, receive, send)
            return
        asked = MutableHeaders(scope=scope)
        for name in OF_ANOTHER_PAGE:
            del asked[name]
        head: Message = {}
        body = b""

        async def put_first(message: Message) -> None:
            nonlocal head, body
            if message["type"] == "http.response.start":
                head = message
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            answered = MutableHeaders(scope=head)
            if answered.get("content-type", "").startswith("text/html"):
                body = body.replace(b"<head>", b"<head>" + SCRIPT + TYPED_WITH, 1)
                answered["content-length"] = str(len(body))
            await send(head)
            await send({"type": "http.response.body", "body": body})

        await self.app(scope, receive, put_first)
