"""A writer's preview in a real browser: what was saved is shown without a click."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect


@pytest.fixture
def preview(project_copy: Path) -> Iterator[str]:
    """The address of a preview of the copy."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    log = project_copy / "preview.log"
    with (
        log.open("w") as lines,
        subprocess.Popen(command, cwd=project_copy, stderr=subprocess.PIPE, text=True) as server,
    ):
        assert server.stderr
        try:
            for line in server.stderr:
                lines.write(line)
                if "Serving on" in line:
                    break
            else:
                pytest.fail("The preview did not start.")
            yield f"http://{address}"
        finally:
            server.terminate()
            server.stderr.read()


def test_saved_page_is_shown_in_the_preview_without_a_click(
    chromium: Browser, project_copy: Path, preview: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{preview}/faq/")
    faq = project_copy / "docs/faq.md"
    faq.write_text(
        faq.read_text(encoding="utf-8") + "\n\nA sentence that was just written.\n", encoding="utf-8"
    )
    expect(page.get_by_text("A sentence that was just written.")).to_be_visible(timeout=120_000)
    page.close()
