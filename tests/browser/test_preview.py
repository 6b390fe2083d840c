"""A writer's preview in a real browser: what was saved, or what is wrong with it, shows without a click."""

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
            said = server.stderr.read()
    assert "Traceback" not in said


SENTENCE = "A sentence that was just written."
# The file of each mistake, what it takes the place of, and what the writer is told.
MISTAKES = [
    ("docs/faq.md", "title:", "titel:", "docs/faq.md:2: unknown field `titel`; did you mean `title`?"),
    ("docs/steps/okta/retry-one-user.md", "title:", "titel:", "docs/steps/okta/retry-one-user.md:2: unknown"),
    ("docs/answers/email-in-use.md", "title:", "titel:", "docs/answers/email-in-use.md:2: unknown field"),
    ("docs/troubleshooter/tree.yml", "start: ", "start: no", "docs/troubleshooter/tree.yml:"),
    ("docs/troubleshooter/wordings.yml", "wordings:", "words:", "docs/troubleshooter/wordings.yml:"),
    ("docs/faq.md", "\n# ", "\n[Gone](gone.md)\n\n# ", "'faq.md' contains a link 'gone.md'"),
    ("mkdocs.yml", "nav:", "nav: [", 'mkdocs.yml", line'),
    ("docs/faq.md", "title:", "titel:", "docs/faq.md:2: unknown field `titel`; did you mean `title`?"),
    ("troubleshooter/vocabulary.py", "\n", "\n\n", "troubleshooter/vocabulary.py has changed"),
]
# A build on a busy machine.
PATIENCE = 120_000


def test_saved_page_is_shown_in_the_preview_without_a_click(
    chromium: Browser, project_copy: Path, preview: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{preview}/faq/")
    save_sentence(project_copy)
    expect(page.get_by_text(SENTENCE)).to_be_visible(timeout=PATIENCE)
    page.close()


def test_mistake_is_shown_above_the_last_good_page_until_it_is_mended(
    chromium: Browser, project_copy: Path, preview: str
) -> None:
    page, new = chromium.new_page(), chromium.new_page()
    page.goto(f"{preview}/faq/")
    for name, word, mistake, sentence in MISTAKES:
        file = project_copy / name
        sound = file.read_text(encoding="utf-8")
        assert word in sound
        file.write_text(sound.replace(word, mistake, 1), encoding="utf-8")
        expect(page.get_by_role("alert")).to_contain_text(sentence, timeout=PATIENCE)
        expect(page.get_by_role("heading", level=1)).to_have_text("SCIM provisioning FAQ¶")
        new.goto(f"{preview}/answers/not-there-yet/")
        expect(new.get_by_role("alert")).to_contain_text(sentence)
        file.write_text(sound, encoding="utf-8")
    save_sentence(project_copy)
    expect(page.get_by_text(SENTENCE)).to_be_visible(timeout=PATIENCE)
    for shown in (page, new):
        expect(shown.get_by_role("alert")).to_have_count(0)
        shown.close()


def save_sentence(project: Path) -> None:
    """Add a sentence to a page."""
    faq = project / "docs/faq.md"
    faq.write_text(f"{faq.read_text(encoding='utf-8')}\n\n{SENTENCE}\n", encoding="utf-8")
