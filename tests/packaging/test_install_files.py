"""What is installed is pinned, whole, and named without saying where it comes from."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PINS = dict(
    line.split("==")
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
)
EXTRAS = [need for needs in PROJECT["optional-dependencies"].values() for need in needs]
NEEDS = sorted({*PROJECT["dependencies"], *EXTRAS})


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def numbers(release: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", release))


@pytest.mark.parametrize("need", NEEDS)
def test_every_dependency_has_a_lower_bound_and_an_exact_version_above_it(need: str) -> None:
    name, bound = need.split(">=")
    pinned = {plain(known): release for known, release in PINS.items()}[plain(name)]
    assert numbers(pinned) >= numbers(bound)


def test_no_constraint_names_a_place_or_a_file() -> None:
    for name, release in PINS.items():
        assert re.fullmatch(r"[A-Za-z0-9._-]+", name)
        assert re.fullmatch(r"[0-9A-Za-z.]+", release)


@pytest.mark.parametrize("name", ["Makefile", ".ci/run", "pyproject.toml", "setup.py", "README.md"])
def test_no_file_that_installs_names_a_registry_or_a_path_of_one_machine(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert not re.findall(r"https?://|--(?:extra-)?index-url|--find-links|--registry", text)
    assert not re.findall(r"(?<![\w.~}])/(?:home|root|work|opt|Users|tmp)/", text)


def test_the_version_is_said_once_and_the_python_that_runs_is_one_that_is_promised() -> None:
    import briefgen

    assert briefgen.__version__ == PROJECT["version"] == version("briefgen")
    least = numbers(PROJECT["requires-python"].removeprefix(">="))
    assert sys.version_info[:2] >= least


def test_every_picture_that_the_readme_shows_is_one_that_make_pages_draws() -> None:
    shown = set(re.findall(r"\(docs/pages/([^)]+)\)", (ROOT / "README.md").read_text("utf-8")))
    script = (ROOT / "scripts" / "pages.py").read_text("utf-8")
    drawn = {f"{n}-{p}.png" for n, p in re.findall(r'Shown\("(\w+)", "[^"]+", (\d+)', script)}
    assert shown == drawn
    assert len(shown) >= 5
