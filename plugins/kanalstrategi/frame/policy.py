"""What a browser may do with our pages: nothing but show what comes from the site itself.

The policy stands in every page, so that it holds on hosts that cannot send headers (GitHub Pages);
the header files add what only a header can say.
"""

from __future__ import annotations

from collections.abc import Mapping

from kanalstrategi.frame.styles import digest


def page_policy() -> str:
    """The policy of every page. Its styles are a file of the site, or the same sheet inside the page."""
    return (
        f"default-src 'none'; style-src 'self' '{digest()}'; script-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'"
    )


def header_files(*, editor: bool = False) -> Mapping[str, str]:
    """The headers as common hosts take them: Netlify and Cloudflare, Apache, nginx.

    With a form editor at `/admin/`, whose page needs a policy of its own, the headers leave to the pages what
    each of them says itself, and let the window in which an editor logs in answer.
    """
    headers = {
        "Content-Security-Policy": f"{page_policy()}; frame-ancestors 'none'",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    if editor:
        headers["Content-Security-Policy"] = "frame-ancestors 'none'"
        headers["Cross-Origin-Opener-Policy"] = "same-origin-allow-popups"
    return {
        "_headers": "/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items()),
        "apache-headers.conf": "".join(f'Header always set {name} "{value}"\n' for name, value in headers.items())
        + "ErrorDocument 404 /404.html\n",
        "nginx-headers.conf": "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items()),
    }
