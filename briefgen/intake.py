"""What `init` and `add` put into a project's folder: its configuration, articles, templates.

Input: a folder, or files and what is known about them. Output: files that were not there before:
nothing is overwritten, and where one of several files cannot be taken, none is.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from briefgen.config import CONFIG_NAME, SOURCES_NAME, Project, SourceSettings, load_project
from briefgen.document import Source
from briefgen.errors import DataError, OutputError, UsageError
from briefgen.pipeline import packaged_styles
from briefgen.readers import is_source, read_source

_CONFIG = """\
# 只有 [project] 的 name 与 place 必填；其余各节见 README.md。

[project]
name = {name}
place = {place}
# region = "重庆市"          # “全市”所指的上一级地区
# as_of = 2024-03-01         # 简报从哪一天看；不填则为运行当日
# style = "jianbao"          # 版式：standard（默认）或 jianbao

[masthead]                 # 没有给出的一律留空，不代拟
# organ = "编印单位"
# editor = "编辑"
# number = "auto"          # "auto"：用期次

[gazetteer]                # 地名与机构：只用来判断一个数字说的是谁
# aliases = ["清河"]         # 与 place 同指
# entities = ["东岭镇"]      # 区内的镇街、村、园区、单位：它们的数字不是全区的数字
"""


def start_project(
    root: Path, place: str | None, name: str | None = None, *, templates: bool = False
) -> tuple[Path, ...]:
    """Return what was made in `root`, which is then a project: only what was not there.

    `place` is the area that the briefs are about, needed where there is no briefgen.toml yet;
    `templates` puts the packaged styles there, to be edited. Raises UsageError without a place,
    OutputError where nothing can be written, ConfigError where the project's own file is wrong.
    """
    made: list[Path] = []
    config = root / CONFIG_NAME
    if not config.exists():
        if not place:
            hint = f"briefgen init {root} --place 清河区"
            raise UsageError("the area that the briefs are about is not given", hint=hint)
        if root.exists() and not root.is_dir():
            raise OutputError("this is no folder", path=root, hint="name another folder")
        root.mkdir(parents=True, exist_ok=True)
        words = {"name": _quoted(name or f"{place}专题简报"), "place": _quoted(place)}
        _write(config, _CONFIG.format_map(words).encode())
        made.append(config)
    elif place or name:
        raise UsageError(f"{config} is there already", hint="change its place and name in the file")
    project = load_project(root)
    if not project.seeds.exists():
        project.seeds.mkdir(parents=True)
        made.append(project.seeds)
    if templates:
        made += _copied_styles(project.root / (project.settings.templates or "templates"))
    return tuple(made)


def _copied_styles(home: Path) -> list[Path]:
    made = []
    for style in sorted(p for p in packaged_styles().iterdir() if p.is_dir()):
        if not (home / style.name).exists():
            shutil.copytree(style, home / style.name, ignore=shutil.ignore_patterns("~$*", ".*"))
            made.append(home / style.name)
    return made


@dataclass(frozen=True, slots=True)
class Taken:
    """An article of the project: `is_new` unless the project had the same article already."""

    source: Source
    path: Path
    is_new: bool


def told_of(told: Mapping[str, str | None], *, estimated: bool) -> SourceSettings | None:
    """Return what the user tells of articles, None where it is nothing.

    Raises UsageError for a value that sources.toml may not hold.
    """
    values = {key: value for key, value in told.items() if value is not None}
    if not values and not estimated:
        return None
    try:
        return SourceSettings.model_validate({"file": "-", **values, "estimated": estimated})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        rule = first["msg"].removeprefix("Value error, ")
        raise UsageError(f"--{first['loc'][0]} {first['input']!r}", hint=rule) from error


def add_sources(
    project: Project, files: Sequence[Path], known: SourceSettings | None = None
) -> tuple[Taken, ...]:
    """Return the articles, copied to the project's seeds; what is `known` goes to sources.toml.

    An article that is there already, under whatever name, is not copied again. Raises DataError
    for what no reader reads or where another article bears the name, and then copies none.
    """
    listing = project.seeds / SOURCES_NAME
    listed = {s.file for s in project.sources}
    there = {sha256(path.read_bytes()).hexdigest(): path for path in _sources_of(project)}
    taken: list[Taken] = []
    for file in files:
        source = read_source(file, known)
        path = there.get(source.sha256)
        if path is None:
            path = _free_place(file, project, [t.path for t in taken])
        if known is not None and path.name in listed:
            hint = "change what it says there"
            raise DataError(f"{path.name} is listed already", path=listing, hint=hint)
        taken.append(Taken(source, path, source.sha256 not in there))
        there[source.sha256] = path
    for file, one in zip(files, taken, strict=True):
        if one.is_new:
            project.seeds.mkdir(parents=True, exist_ok=True)
            _write(one.path, file.read_bytes())
    if known is not None:
        entries = "".join(_entry(path.name, known) for path in dict.fromkeys(t.path for t in taken))
        before = listing.read_bytes() if listing.exists() else b""
        _write(listing, before + (b"\n" if before else b"") + entries.encode())
    return tuple(taken)


def _sources_of(project: Project) -> list[Path]:
    entries = sorted(project.seeds.iterdir()) if project.seeds.exists() else []
    return [path for path in entries if is_source(path) and path.is_file()]


def _free_place(file: Path, project: Project, others: Sequence[Path]) -> Path:
    """Return where in the seeds a new article goes."""
    path = project.seeds / file.name
    if not is_source(path):
        hint = "give it the suffix .txt or .md, and a name that begins with a letter or a number"
        raise DataError("a file of this name is not read", path=file, hint=hint)
    if path.exists() or path in others:
        hint = "give one of the two another name"
        raise DataError(f"{path} is another article of this name", path=file, hint=hint)
    return path


def _entry(name: str, known: SourceSettings) -> str:
    told = known.model_copy(update={"file": name}).model_dump(exclude_defaults=True)
    lines = [f"{key} = {_quoted(value)}" for key, value in told.items()]
    return "\n".join(["[[source]]", *lines]) + "\n"


def _quoted(value: str | bool) -> str:
    """Return a value as TOML writes it, whose texts and truth values are JSON's."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
