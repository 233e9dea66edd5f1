"""briefgen.toml and sources.toml as checked values; a fault names file, key, value and the rule."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefgen.config import find_project, load_project
from briefgen.errors import ConfigError

LEAST = '[project]\nname = "清河专题简报"\nplace = "清河区"\n'


def _project(root: Path, config: str = LEAST, sources: str | None = None) -> Path:
    (root / "seeds").mkdir()
    (root / "briefgen.toml").write_text(config, "utf-8")
    if sources is not None:
        (root / "seeds" / "sources.toml").write_text(sources, "utf-8")
    return root


def _fault(root: Path) -> str:
    with pytest.raises(ConfigError) as caught:
        load_project(root)
    assert caught.value.exit_code == 78
    assert caught.value.hint
    return str(caught.value)


def test_name_and_place_are_all_that_a_project_needs(tmp_path: Path) -> None:
    project = load_project(_project(tmp_path))
    assert (project.settings.name, project.settings.place) == ("清河专题简报", "清河区")
    assert project.seeds == tmp_path / "seeds"
    assert project.output == tmp_path / "output"
    assert project.database_url == f"sqlite:///{tmp_path / 'briefgen.sqlite3'}"
    assert project.sources == ()


def test_a_database_elsewhere_keeps_its_url_and_a_relative_one_lies_in_the_project(
    tmp_path: Path,
) -> None:
    _project(tmp_path, LEAST + 'database = "sqlite:///facts/a.sqlite3"\n')
    assert load_project(tmp_path).database_url == f"sqlite:///{tmp_path / 'facts/a.sqlite3'}"
    (tmp_path / "briefgen.toml").write_text(LEAST + 'database = "postgresql://host/a"\n', "utf-8")
    assert load_project(tmp_path).database_url == "postgresql://host/a"


def test_a_file_saved_with_a_mark_by_notepad_is_read(tmp_path: Path) -> None:
    _project(tmp_path)
    (tmp_path / "briefgen.toml").write_bytes(b"\xef\xbb\xbf" + LEAST.encode())
    assert load_project(tmp_path).settings.place == "清河区"


@pytest.mark.parametrize(
    ("written", "read"),
    [("2024-01-20", "2024-01-20"), ('"2024-01"', "2024-01"), ('"2024"', "2024")],
)
def test_a_source_may_be_dated_to_the_day_the_month_or_the_year(
    tmp_path: Path, written: str, read: str
) -> None:
    _project(tmp_path, sources=f'[[source]]\nfile = "a.txt"\npublished = {written}\n')
    assert load_project(tmp_path).sources[0].published == read


@pytest.mark.parametrize(
    "written", ['"2024-13"', '"2024-02-30"', '"２０２４"', '"2024-1"', "2024-01-20T10:00:00", "20"]
)
def test_any_other_date_is_refused_with_an_example(tmp_path: Path, written: str) -> None:
    _project(
        tmp_path,
        sources=f'[[source]]\nfile = "a.txt"\n[[source]]\nfile = "b.txt"\npublished = {written}\n',
    )
    fault = _fault(tmp_path)
    assert "sources.toml: source[2].published = " in fault
    assert "; hint: a date such as 2023-01-20" in fault


@pytest.mark.parametrize(
    ("config", "told"),
    [
        (LEAST + "colour = 3\n", "unknown key project.colour = 3; hint: allowed: as_of, database"),
        ('[projekt]\nname = "a"\n', "unknown key projekt = "),
        ('[project]\nname = "a"\n', "project.place is missing; hint: add place = … to [project]"),
        ("", "project is missing; hint: add [project]"),
        (LEAST + "as_of = 3.5\n", "project.as_of = 3.5; hint: it must be a date such as"),
        ('[project]\nname = ""\nplace = "a"\n', "project.name = ''; hint: it must have at least"),
        (LEAST + 'seeds = "a\\nb"\n', "project.seeds = 'a\\nb'; hint: a path without"),
        (LEAST + 'style = "\\u0000"\n', "project.style = '\\x00'; hint: a path without"),
        (LEAST + "[[theme]]\nkeywords = []\n", "theme[1].name is missing"),
        (LEAST + "[masthead]\ncolour = 1\n", "hint: allowed: copies, date, distribute_to, editor"),
        ("a = " + "[" * 5000, "this is no valid TOML: brackets within brackets"),
        ("a = 1\na = 2\n", "this is no valid TOML: "),
    ],
)
def test_a_fault_names_key_and_value_and_what_is_allowed(
    tmp_path: Path, config: str, told: str
) -> None:
    fault = _fault(_project(tmp_path, config))
    assert fault.startswith(f"{tmp_path / 'briefgen.toml'}: ")
    assert told in fault
    assert "\n" not in fault


def test_a_value_of_any_length_stays_a_short_message(tmp_path: Path) -> None:
    fault = _fault(_project(tmp_path, f'[project]\nname = "{"长" * 5000}"\nplace = "a"\n'))
    assert "project.name = '长" in fault
    assert len(fault) < 400


def test_a_file_named_twice_is_refused(tmp_path: Path) -> None:
    _project(tmp_path, sources='[[source]]\nfile = "a.txt"\n' * 2)
    assert "source.file = 'a.txt' stands here twice" in _fault(tmp_path)


def test_a_folder_where_a_file_belongs_is_refused(tmp_path: Path) -> None:
    _project(tmp_path)
    (tmp_path / "seeds" / "sources.toml").mkdir()
    assert "sources.toml: cannot be read: Is a directory" in _fault(tmp_path)


def test_the_nearest_project_upwards_is_found(tmp_path: Path) -> None:
    _project(tmp_path)
    (tmp_path / "seeds" / "deep").mkdir()
    assert find_project(tmp_path / "seeds" / "deep") == tmp_path


def test_the_day_from_which_a_brief_looks_is_a_date(tmp_path: Path) -> None:
    _project(tmp_path, LEAST + "as_of = 2024-03-01\n")
    assert load_project(tmp_path).settings.as_of == date(2024, 3, 1)
