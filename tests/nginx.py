"""A real nginx that serves a folder with the configuration that ships in the built site."""

import contextlib
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

# Where get_nginx.py unpacks one; else that of the system is taken.
UNPACKED = Path(__file__).parents[1] / ".venv" / "nginx"
ROOT = UNPACKED if UNPACKED.exists() else Path("/")
NGINX = shutil.which("nginx", path=f"{ROOT / 'usr/sbin'}:/usr/local/sbin:/usr/bin:/usr/local/bin")
needs_nginx = pytest.mark.skipif(not NGINX, reason="nginx is not installed: its tests are left out")
# On Debian, Brotli is a module of its own.
MODULES = ROOT / "usr/lib/nginx/modules"
BROTLI = ["ngx_http_brotli_filter_module.so", "ngx_http_brotli_static_module.so"]
MAIN = """\
{modules}
daemon off;
master_process off;
pid {work}/nginx.pid;
error_log {work}/error.log warn;
events {{ worker_connections 1024; }}
http {{
    include {etc}/mime.types;
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port}{tls};
        {certificate}
        root {root};
        set $site_path "{at}";
        include {site}/nginx.conf;
        {brotli}
    }}
}}
"""


@contextlib.contextmanager
def nginx(site: Path, work: Path, *, at: str = "", tls: bool = False) -> Iterator[str]:
    """Serve the built site under the path `at`, such as "/help", and yield the address of its root.

    With `tls` it speaks HTTP/2 and, where nginx has the module, packs with Brotli; `work` is an empty folder.
    """
    assert NGINX
    root = site
    if at:
        root = work / "root"
        root.joinpath(at.strip("/")).parent.mkdir(parents=True)
        root.joinpath(at.strip("/")).symlink_to(site)
    with_brotli = tls and has_brotli()
    port = free_port()
    config = work / "nginx.conf"
    config.write_text(
        MAIN.format(
            modules="".join(f"load_module {MODULES / name};" for name in BROTLI) if with_brotli else "",
            brotli=f"include {site}/nginx-brotli.conf;" if with_brotli else "",
            certificate=certificate(work) if tls else "",
            tls=" ssl http2" if tls else "",
            etc=ROOT / "etc/nginx",
            port=port,
            root=root,
            site=site,
            at=at,
            work=work,
        )
    )
    command = [NGINX, "-p", work, "-c", config]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment(ROOT)) as process:
        try:
            wait_until_it_answers(port, process)
            yield f"http{'s' if tls else ''}://127.0.0.1:{port}{at}"
        finally:
            process.terminate()
            process.communicate()


def has_brotli() -> bool:
    return all((MODULES / name).exists() for name in BROTLI)


def environment(root: Path) -> dict[str, str]:
    """Return an environment in which an nginx unpacked in `root` finds the libraries beside it."""
    return {**os.environ, "LD_LIBRARY_PATH": ":".join(map(str, root.glob("usr/lib/*-linux-gnu")))}


def certificate(work: Path) -> str:
    """Make a certificate for this machine, and return the lines that name it."""
    command = "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=127.0.0.1"
    subprocess.run(
        [*command.split(), "-keyout", "key.pem", "-out", "certificate.pem"],
        cwd=work,
        check=True,
        capture_output=True,
    )
    return f"ssl_certificate {work}/certificate.pem; ssl_certificate_key {work}/key.pem;"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_until_it_answers(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return once the server takes connections; raise RuntimeError with what it printed if it stops."""
    while process.poll() is None:
        with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
    assert process.stderr
    raise RuntimeError(process.stderr.read().decode())
