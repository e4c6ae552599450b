"""Show the site while you write: each saved change is seen in the browser at once.

    python3 scripts/serve.py [--port N]

Warnings are shown but don't stop the preview. Ctrl-C ends it.
"""

import argparse
import socket

import environment

HOST = "127.0.0.1"
PORTS_TO_TRY = 100
LAST_PORT = 65535


def main() -> int:
    wanted = requested_port()
    environment.prepare(environment.BUILD_LOCK)
    port = usable_port(wanted)
    print("Starter visningen; adressen kommer nedenfor. Ctrl-C afslutter.")
    return environment.run("-m", "mkdocs", "serve", "--dev-addr", f"{HOST}:{port}")


def requested_port() -> int:
    parser = argparse.ArgumentParser(description="Vis siderne, mens du skriver.")
    parser.add_argument("--port", type=int, default=8000, help="porten, ellers 8000")
    port: int = parser.parse_args().port
    if not 1 <= port <= LAST_PORT:
        parser.error(f"porten skal være et tal fra 1 til {LAST_PORT}")
    return port


def usable_port(requested: int) -> int:
    """The requested port, or the next free one when it is taken."""
    for port in range(requested, min(requested + PORTS_TO_TRY, LAST_PORT + 1)):
        if is_free(port):
            if port != requested:
                print(f"Port {requested} er optaget, så siderne vises på port {port}.")
            return port
    raise environment.Problem(f"Der er ingen fri port fra {requested} og op; vælg en med --port.")


def is_free(port: int) -> bool:
    try:
        socket.create_server((HOST, port)).close()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    environment.run_script(main)
