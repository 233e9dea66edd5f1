"""The store gives back what it took, migrates once, and names place and way out when it fails."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import fact, source
from sqlalchemy import create_engine, inspect

from briefgen.errors import ConfigError, DataError, Notice, NoticeKind, OutputError
from briefgen.fact import Fact, Kind, Level, Relation, RelationType, Start, Status
from briefgen.store import connection, schema
from briefgen.store.database import Issue, Store, StoredSource, open_store

KEY = "settings-1"
EXTRACTOR = "extractor-1"


def at(tmp_path: Path) -> str:
    """Return the URL of a database in the test's folder."""
    return f"sqlite:///{tmp_path / 'briefgen.sqlite3'}"


def keep(store: Store, name: str, sha256: str, *facts: Fact) -> None:
    """Keep facts of a source under the tests' settings and extractor."""
    store.keep(source(name, sha256), facts, settings_key=KEY, extractor=EXTRACTOR)


# --- facts ------------------------------------------------------------------------------------

words = st.text(max_size=20)
maybe = st.none() | words
places = st.integers(0, 10**6)
figures = st.decimals(allow_nan=False, allow_infinity=False, places=4)
fact_parts: dict[str, st.SearchStrategy[Any]] = {
    "id": words,
    "source": st.just("a.txt"),
    "start": places,
    "end": places,
    "quote": words,
    "kind": st.sampled_from(Kind),
    "indicator": words,
    "scope": words,
    "level": st.sampled_from(Level),
    "themes": st.lists(words, max_size=2).map(tuple),
    "article": words,
    "published": maybe,
    "values": st.lists(figures, max_size=3).map(tuple),
    "number_start": st.none() | places,
    "number_end": st.none() | places,
    "number_text": maybe,
    "low": st.none() | figures,
    "high": st.none() | figures,
    "start_value": st.none()
    | st.builds(Start, st.lists(figures, min_size=1, max_size=3).map(tuple), places, places),
    "unit": maybe,
    "status": st.none() | st.sampled_from(Status),
    "relations": st.lists(
        st.builds(Relation, st.sampled_from(RelationType), words), max_size=2
    ).map(tuple),
    "speaker": maybe,
    "award_level": maybe,
    "qualifiers": st.lists(words, max_size=2).map(tuple),
    "period": maybe,
    "period_inferred": st.booleans(),
    "period_alt": maybe,
    "topic": maybe,
    "flags": st.lists(words, max_size=2).map(tuple),
    "meant": maybe,
    "clause": words,
}
any_fact = st.builds(Fact, **fact_parts)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(kept=st.lists(any_fact, max_size=4))
def test_the_store_gives_back_every_field_of_every_fact(kept: list[Fact]) -> None:
    with open_store("sqlite://") as store:
        keep(store, "a.txt", "aa", *kept)
        assert store.known("aa", KEY, EXTRACTOR) == tuple(kept)
        assert sorted(map(repr, store.facts())) == sorted(map(repr, map(plain, kept)))


def plain(fact: Fact) -> Fact:
    """Return the fact with its figures as the wire writes them: equal, without trailing zeros."""
    return Fact.from_wire(fact.to_wire())


def test_the_property_test_varies_every_field_of_a_fact() -> None:
    assert set(fact_parts) == {field.name for field in fields(Fact)}


def test_text_that_a_database_refuses_comes_back_as_it_was(tmp_path: Path) -> None:
    hostile = fact(
        quote="a\x00b\udcffc\\u0000 R&D<5% {{7*7}} '; DROP TABLE facts; --\n", number_text="5"
    )
    name = "一份\udcff\\文件.txt"
    with open_store(at(tmp_path)) as store:
        store.keep(
            source(name, "aa", title="\x00"),
            [replace(hostile, source=name)],
            [(0, 1, "\udcff", "an \\u0041 ordinal\x00")],
            settings_key="k\x00",
            extractor=EXTRACTOR,
        )
    with open_store(at(tmp_path)) as store:
        assert store.known("aa", "k\x00", EXTRACTOR) == (replace(hostile, source=name),)
        assert store.sources()[0].name == name
        assert store.sources()[0].title == "\x00"
        assert store.abstentions()[0].quote == "\udcff"
        assert store.abstentions()[0].reason == "an \\u0041 ordinal\x00"


def test_chinese_text_is_readable_in_the_database(tmp_path: Path) -> None:
    with open_store(at(tmp_path)) as store:
        keep(store, "a.txt", "aa", fact(quote="清河区\n森林覆盖率100"))
    with sqlite3.connect(tmp_path / "briefgen.sqlite3") as raw:
        row = raw.execute("SELECT indicator, json_extract(wire, '$.quote') FROM facts").fetchone()
    assert row == ("森林覆盖率", "清河区\n森林覆盖率100")


def test_facts_come_in_order_of_source_and_place(tmp_path: Path) -> None:
    with open_store(at(tmp_path)) as store:
        keep(store, "乙.txt", "bb", fact(source="乙.txt", start=1))
        keep(store, "B.txt", "cc", fact(source="B.txt", start=5))
        keep(store, "a.txt", "aa", *(fact(source="a.txt", start=n) for n in (30, 10, 20)))
        assert [(f.source, f.start) for f in store.facts()] == [
            ("B.txt", 5),
            ("a.txt", 10),
            ("a.txt", 20),
            ("a.txt", 30),
            ("乙.txt", 1),
        ]


@pytest.mark.parametrize(
    "asked", [("bb", KEY, EXTRACTOR), ("aa", "other", EXTRACTOR), ("aa", KEY, "extractor-2")]
)
def test_other_bytes_settings_or_extractor_are_not_known(
    tmp_path: Path, asked: tuple[str, str, str]
) -> None:
    with open_store(at(tmp_path)) as store:
        keep(store, "a.txt", "aa", fact())
        assert store.known("aa", KEY, EXTRACTOR) is not None
        assert store.known(*asked) is None


def test_a_source_without_facts_is_known_to_have_none(tmp_path: Path) -> None:
    with open_store(at(tmp_path)) as store:
        keep(store, "a.txt", "aa")
        assert store.known("aa", KEY, EXTRACTOR) == ()


def test_equal_bytes_under_two_names_are_told_apart_by_name(tmp_path: Path) -> None:
    with open_store(at(tmp_path)) as store:
        keep(store, "b.txt", "aa", fact(source="b.txt"))
        keep(store, "a.txt", "aa", fact(source="a.txt"))
        first = store.known("aa", KEY, EXTRACTOR)
        second = store.known("aa", KEY, EXTRACTOR, name="b.txt")
        assert first is not None
        assert second is not None
        assert first[0].source == "a.txt"
        assert second[0].source == "b.txt"
        assert store.known("aa", KEY, EXTRACTOR, name="c.txt") is None


def test_keeping_a_source_again_replaces_what_was_kept(tmp_path: Path) -> None:
    with open_store(at(tmp_path)) as store:
        store.keep(
            source("a.txt", "aa"),
            [fact(start=1), fact(start=2)],
            [(3, 4, "第四", "an ordinal")],
            settings_key=KEY,
            extractor=EXTRACTOR,
        )
        keep(store, "a.txt", "bb", fact(start=9))
        assert [f.start for f in store.facts()] == [9]
        assert store.abstentions() == ()
        assert store.known("aa", KEY, EXTRACTOR) is None


_NOTICES = (
    Notice(NoticeKind.SOURCE, "控制字符 dropped: 1", "a.txt", (7, 8), "看一看"),
    Notice(NoticeKind.PERIOD, "no date \x00\ud800"),
)


def test_what_was_noticed_comes_back_in_order_and_goes_with_its_source(tmp_path: Path) -> None:
    with open_store(at(tmp_path)) as store:
        text = source("a.txt", "aa")
        store.keep(text, [], (), _NOTICES, settings_key=KEY, extractor=EXTRACTOR)
        keep(store, "b.txt", "bb", fact())
        assert store.notices("a.txt") == _NOTICES
        assert store.notices("b.txt") == ()
        keep(store, "a.txt", "cc", fact())
        assert store.notices("a.txt") == ()
        store.keep(text, [], (), _NOTICES, settings_key=KEY, extractor=EXTRACTOR)
        store.drop_missing({"b.txt"})
        assert store.notices("a.txt") == ()


def test_sources_that_are_gone_are_dropped_with_all_that_hangs_on_them(tmp_path: Path) -> None:
    with open_store(at(tmp_path)) as store:
        for name in ("a.txt", "b.txt"):
            store.keep(
                source(name, name, publisher="清河日报", estimated=True),
                [fact(source=name)],
                [(0, 2, "第四", "an ordinal")],
                settings_key=KEY,
                extractor=EXTRACTOR,
            )
        store.drop_missing({"b.txt", "never kept.txt"})
        assert [f.source for f in store.facts()] == ["b.txt"]
        assert [a.source for a in store.abstentions()] == ["b.txt"]
        assert store.sources() == (
            StoredSource("b.txt", "b.txt", KEY, EXTRACTOR, publisher="清河日报", estimated=True),
        )


def test_a_failure_while_keeping_leaves_what_was_kept_before(tmp_path: Path) -> None:
    broken = fact(start=2)
    object.__setattr__(broken, "id", None)
    with open_store(at(tmp_path)) as store:
        keep(store, "a.txt", "aa", fact(start=1))
        with pytest.raises(OutputError, match="refused a row"):
            keep(store, "a.txt", "bb", fact(start=1), broken)
        assert [f.start for f in store.facts()] == [1]
        assert store.known("aa", KEY, EXTRACTOR) is not None


# --- issues -----------------------------------------------------------------------------------


def issue(number: int, fingerprint: str = "f") -> Issue:
    """Return an invented issue."""
    day = date(2023, 3, number)
    files = (("民营经济.docx", "11"), ("民营经济.pdf", "22"))
    return Issue(number, day, f"{day}-{number:03}", fingerprint, files)


def test_issues_come_back_in_order_of_their_number(tmp_path: Path) -> None:
    with open_store(at(tmp_path)) as store:
        store.add_issue(issue(2))
        store.add_issue(replace(issue(1), files=()))
    with open_store(at(tmp_path)) as store:
        assert store.issues() == (replace(issue(1), files=()), issue(2))


def test_an_issue_noted_again_takes_the_old_ones_place(tmp_path: Path) -> None:
    with open_store(at(tmp_path)) as store:
        store.add_issue(issue(1))
        store.add_issue(replace(issue(1, "g"), files=(("x.pdf", "33"),)))
        assert store.issues() == (replace(issue(1, "g"), files=(("x.pdf", "33"),)),)


# --- migrations -------------------------------------------------------------------------------


def test_each_step_is_applied_once_and_in_order(tmp_path: Path) -> None:
    for _ in range(2):
        with open_store(at(tmp_path)) as store:
            keep(store, "a.txt", "aa", fact())
    with sqlite3.connect(tmp_path / "briefgen.sqlite3") as raw:
        names = [row[0] for row in raw.execute("SELECT name FROM migrations ORDER BY rowid")]
    assert names == [name for name, _ in schema.MIGRATIONS]


def test_the_steps_lead_to_the_tables_that_the_code_uses(tmp_path: Path) -> None:
    open_store(at(tmp_path)).close()
    look = inspect(create_engine(at(tmp_path)))
    for table in schema.tables.sorted_tables:
        made = {c["name"]: (str(c["type"]), c["nullable"]) for c in look.get_columns(table.name)}
        meant = {c.name: (str(c.type), bool(c.nullable)) for c in table.columns}
        assert made == meant
        keys = look.get_pk_constraint(table.name)["constrained_columns"]
        assert keys == [c.name for c in table.primary_key]


def test_a_database_of_one_step_gets_the_next_and_keeps_its_facts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = schema.MIGRATIONS
    monkeypatch.setattr(schema, "MIGRATIONS", whole[:1])
    open_store(at(tmp_path)).close()
    with sqlite3.connect(tmp_path / "briefgen.sqlite3") as old:  # as the version of that step did
        old.execute(
            "INSERT INTO sources VALUES ('a.txt', 'aa', ?, ?, NULL, NULL, NULL, NULL, 0)",
            (KEY, EXTRACTOR),
        )
        wire = json.dumps(fact(source="a.txt").to_wire())
        old.execute("INSERT INTO facts VALUES ('a.txt', 0, 'x', 'level', '森林覆盖率', ?)", (wire,))
    monkeypatch.setattr(schema, "MIGRATIONS", whole)
    with open_store(at(tmp_path)) as store:
        store.add_issue(issue(1))
        assert store.known("aa", KEY, EXTRACTOR) == (fact(source="a.txt"),)
        assert store.notices("a.txt") == ()
        keep(store, "b.txt", "bb", fact())
        assert len(store.facts()) == 2


def test_a_step_that_fails_leaves_the_database_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(at(tmp_path)) as store:
        keep(store, "a.txt", "aa", fact())
    broken = ("003-broken", ("CREATE TABLE extra (name VARCHAR)", "CREATE NONSENSE"))
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken))
        with pytest.raises(OutputError, match="NONSENSE"):
            open_store(at(tmp_path))
    assert "extra" not in inspect(create_engine(at(tmp_path))).get_table_names()
    with open_store(at(tmp_path)) as store:
        assert len(store.facts()) == 1


def test_a_database_of_a_newer_version_is_refused_with_a_hint(tmp_path: Path) -> None:
    open_store(at(tmp_path)).close()
    with sqlite3.connect(tmp_path / "briefgen.sqlite3") as raw:
        raw.execute("INSERT INTO migrations VALUES ('999-later', '9.9')")
    with pytest.raises(ConfigError, match=r"briefgen\.sqlite3.*newer.*999-later.*hint: update"):
        open_store(at(tmp_path))


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "briefgen.sqlite3") as raw:
        raw.execute("CREATE TABLE sources (x)")
    with pytest.raises(DataError, match="table sources of another program"):
        open_store(at(tmp_path))


# --- trouble ----------------------------------------------------------------------------------


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "briefgen.sqlite3").write_bytes(b"R&D<5% and no database at all" * 100)
    with pytest.raises(DataError, match=r"briefgen\.sqlite3: .*no database.*hint: move the file"):
        open_store(at(tmp_path))


def test_a_damaged_database_is_named(tmp_path: Path) -> None:
    with open_store(at(tmp_path)) as store:
        for n in range(40):
            keep(store, f"{n}.txt", str(n), *(fact(start=i, quote="清河" * 90) for i in range(9)))
    path = tmp_path / "briefgen.sqlite3"
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with (
        pytest.raises(DataError, match="no database that can be read"),
        open_store(at(tmp_path)) as s,
    ):
        s.facts()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"gone/briefgen\.sqlite3: .*cannot be written.*hint: "):
        open_store(f"sqlite:///{tmp_path / 'gone' / 'briefgen.sqlite3'}")


def test_a_read_only_database_is_named(tmp_path: Path) -> None:
    open_store(at(tmp_path)).close()
    url = f"sqlite:///file:{tmp_path / 'briefgen.sqlite3'}?mode=ro&uri=true"
    with (
        open_store(url) as store,
        pytest.raises(OutputError, match=r"cannot be written: .*readonly"),
    ):
        keep(store, "a.txt", "aa", fact())


def test_a_locked_database_is_named_after_a_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "WAIT_SECONDS", 0.05)
    open_store(at(tmp_path)).close()
    other = sqlite3.connect(tmp_path / "briefgen.sqlite3")
    other.execute("BEGIN IMMEDIATE")
    try:
        with open_store(at(tmp_path)) as store:
            assert store.facts() == ()  # reading goes on beside a writer
            with pytest.raises(OutputError, match="locked by another program"):
                keep(store, "a.txt", "aa", fact())
    finally:
        other.close()


@pytest.mark.parametrize("url", ["", "briefgen.sqlite3", "sqlite:/x", "://"])
def test_an_url_that_names_no_database_is_a_configuration_error(url: str) -> None:
    with pytest.raises(ConfigError, match="no URL of a database"):
        open_store(url)


def test_a_database_without_its_driver_is_a_configuration_error() -> None:
    with pytest.raises(ConfigError, match="no driver"):
        open_store("nosuchdatabase://host/name")


def test_a_password_is_never_shown() -> None:
    with pytest.raises(ConfigError) as caught:
        open_store("nosuchdatabase://me:geheim@host/name")
    assert "geheim" not in str(caught.value)
    assert "host/name" in str(caught.value)


@pytest.mark.parametrize("name", ["清河?区", "a#b", "a%41b", "a b'c", "a?b=c"])
def test_a_folder_name_is_no_part_of_an_url(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    open_store(f"sqlite:///{folder / 'briefgen.sqlite3'}").close()
    assert [p.name for p in folder.iterdir()] == ["briefgen.sqlite3"]


def test_two_processes_that_open_a_new_database_at_once_both_succeed(tmp_path: Path) -> None:
    code = f"from briefgen.store.database import open_store; open_store({at(tmp_path)!r}).close()"
    runs = [
        subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE) for _ in range(3)
    ]
    errors = [run.communicate(timeout=60)[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0], errors


def test_figures_come_back_exactly(tmp_path: Path) -> None:
    exact = ("86300", "0.0509", "-0.001", "1E+30", "123456789012345678901234567890.123456789")
    with open_store(at(tmp_path)) as store:
        keep(store, "a.txt", "aa", fact(None, values=tuple(map(Decimal, exact)), number_text="x"))
        assert store.facts()[0].values == tuple(map(Decimal, exact))
