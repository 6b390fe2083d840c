"""What publishes the site: the zip, the recipes for CI, and the page that explains them."""

import os
import re
import subprocess
import tomllib
import zlib
from pathlib import Path
from zipfile import ZipFile

import brotli
import pytest
import yaml

from hooks.publish.headers import HEADERS
from hooks.publish.zip_site import pack_files
from hooks.publish.zip_site import zip_site
from tests.conftest import PROJECT

MOMENT = 1_800_000_000
PAGE = (PROJECT / "docs/reference/publish.md").read_text(encoding="utf-8")
GITHUB = ".github/workflows/publish.yml"
GITLAB = ".gitlab-ci.yml"


def test_zip_holds_the_whole_site(site: Path, tmp_path: Path) -> None:
    zip_site(site, tmp_path / "site.zip", MOMENT)
    files = [path for path in site.rglob("*") if path.is_file()]
    with ZipFile(tmp_path / "site.zip") as packed:
        held = {entry.filename: entry.CRC for entry in packed.infolist()}
    assert held == {path.relative_to(site).as_posix(): zlib.crc32(path.read_bytes()) for path in files}


def test_packed_file_stands_beside_each_that_gains_by_it(tmp_path: Path) -> None:
    assets = tmp_path / "assets"
    assets.mkdir()
    (assets / "start.js").write_text("start();" * 100)
    (assets / "short.js").write_text("1")
    pack_files(tmp_path)
    assert brotli.decompress((assets / "start.js.br").read_bytes()) == (assets / "start.js").read_bytes()
    assert not (assets / "short.js.br").exists()


def test_zip_of_the_same_files_is_the_same(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    packed = []
    for name in ("first.zip", "second.zip"):
        for file in ("b.html", "a.html"):
            (site / file).write_text(file)
            os.utime(site / file, (len(packed), len(packed)))
        zip_site(site, tmp_path / name, MOMENT)
        packed.append((tmp_path / name).read_bytes())
    assert packed[0] == packed[1]


def commands_of(recipe: str) -> list[str]:
    """Return the commands of all steps and jobs of a recipe."""
    data = yaml.safe_load((PROJECT / recipe).read_text(encoding="utf-8"))
    if recipe == GITHUB:
        return [step["run"] for job in data["jobs"].values() for step in job["steps"] if "run" in step]
    return [line for job in data.values() if isinstance(job, dict) for line in job["script"]]


@pytest.mark.parametrize("recipe", [GITHUB, GITLAB])
def test_recipe_runs_commands_that_exist(recipe: str) -> None:
    targets = re.findall(r"\bmake ([\w-]+)", "\n".join(commands_of(recipe)))
    assert {"test", "build"} <= set(targets)
    made = subprocess.run(["make", "--dry-run", *targets], cwd=PROJECT, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr


def test_github_gets_no_more_rights_than_publishing_needs() -> None:
    data = yaml.safe_load((PROJECT / GITHUB).read_text(encoding="utf-8"))
    assert data["permissions"] == {"contents": "read"}
    assert "permissions" not in data["jobs"]["test"]
    assert data["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert data["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_github_runs_others_code_at_one_commit_and_leaves_it_no_credentials() -> None:
    data = yaml.safe_load((PROJECT / GITHUB).read_text(encoding="utf-8"))
    used = [step for job in data["jobs"].values() for step in job["steps"] if "uses" in step]
    assert [step for step in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", step["uses"])] == []
    checkouts = [step for step in used if "checkout" in step["uses"]]
    assert [step["with"]["persist-credentials"] for step in checkouts] == [False, False]


@pytest.mark.parametrize(("recipe", "job"), [(GITHUB, "build"), (GITLAB, "pages")])
def test_what_is_published_is_built_apart_from_the_tests_and_with_no_example(recipe: str, job: str) -> None:
    data = yaml.safe_load((PROJECT / recipe).read_text(encoding="utf-8"))
    published = str(data["jobs"][job] if recipe == GITHUB else data[job])
    assert "make build" in published
    assert "make test" not in published
    assert re.search(r"PUBLISH\W+yes", published)


def test_recipes_ask_for_the_sources_on_a_schedule_and_never_fail_for_them() -> None:
    github = yaml.safe_load((PROJECT / ".github/workflows/sources.yml").read_text(encoding="utf-8"))
    # YAML reads the key `on` as true.
    assert list(github[True]) == ["schedule", "workflow_dispatch"]
    assert github["permissions"] == {"contents": "read"}
    job = github["jobs"]["sources"]
    assert job["continue-on-error"] is True
    assert job["steps"][0]["with"] == {"persist-credentials": False}
    assert "make sources" in job["steps"][-1]["run"]
    gitlab = yaml.safe_load((PROJECT / GITLAB).read_text(encoding="utf-8"))
    assert gitlab["sources"]["allow_failure"] is True
    scheduled = [name for name, job in gitlab.items() if name != "image" and '== "schedule"' in str(job["rules"])]
    assert scheduled == ["sources"]
    assert [name for name in ("check", "pages") if '!= "schedule"' not in str(gitlab[name]["rules"])] == []


def test_tools_that_publish_are_of_one_version() -> None:
    tools = re.findall(r"npx (\S+)", PAGE)
    assert tools
    assert [tool for tool in tools if not re.fullmatch(r"[\w-]+@\d+\.\d+\.\d+", tool)] == []


def test_page_names_the_headers_that_the_site_ships(site: Path) -> None:
    for file in ("_headers", "nginx.conf"):
        shipped = (site / file).read_text(encoding="utf-8")
        for value in ("frame-ancestors 'none'", "public, max-age=31536000, immutable", *HEADERS.values()):
            assert value in shipped
    for name, value in HEADERS.items():
        assert f"| `{name}` | {'the one in `_headers`' if '=' in value else f'`{value}`'} |" in PAGE


def dry_run(target: str) -> str:
    made = subprocess.run(["make", "--dry-run", target], cwd=PROJECT, capture_output=True, text=True, check=True)
    return made.stdout


def test_all_that_is_pinned_is_audited_and_not_by_every_test() -> None:
    [names] = re.findall(r"for pins in ([\w ]+);", dry_run("audit"))
    assert set(names.split()) == {path.stem for path in (PROJECT / "requirements").glob("*.txt")}
    assert "pip-audit" not in dry_run("test")


def test_tools_that_look_after_the_pins_are_pinned_too() -> None:
    groups = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    assert [tool for tool in groups["tools"] if "==" not in tool] == []
    installed = re.findall(r"pip install .*", dry_run("lock"))
    assert [command for command in installed if "--require-hashes" not in command] == []
