"""Bad input by the real command line: one line with place and hint, the last issue untouched."""

from __future__ import annotations

import fcntl
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from story_project import REPOSITORY, built, invented_project, run, snapshot

Damage = Callable[[Path], object]
_TEMPLATE_FILE = Path("templates", "standard", "brief.docx")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project that was built once."""
    root = invented_project(tmp_path_factory.mktemp("bad") / "sound")
    built(root)
    return root


@pytest.fixture
def project(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "project", symlinks=True))


def _write(name: str, content: str | bytes) -> Damage:
    def damage(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content if isinstance(content, bytes) else content.encode())

    return damage


def _config(old: str, new: str) -> Damage:
    def damage(root: Path) -> None:
        text = (root / "briefgen.toml").read_text("utf-8")
        assert old in text
        (root / "briefgen.toml").write_text(text.replace(old, new), "utf-8")

    return damage


def _styled(name: str, content: str | bytes) -> Damage:
    """Return damage to a project with a style of its own, one file of which is replaced."""

    def damage(root: Path) -> None:
        shutil.copytree(REPOSITORY / "templates", root / "templates")
        _write(f"templates/standard/{name}", content)(root)

    return damage


def _without(name: str) -> Damage:
    def damage(root: Path) -> None:
        shutil.copytree(REPOSITORY / "templates", root / "templates")
        (root / "templates" / "standard" / name).unlink()

    return damage


def _parts(root: Path) -> dict[str, bytes]:
    """Return the parts of a project's own template, which is first copied there."""
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    with zipfile.ZipFile(root / _TEMPLATE_FILE) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with_parts(root: Path, parts: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(root / _TEMPLATE_FILE, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)


def _part(name: str, old: str, new: str) -> Damage:
    """Return damage to one part of the template: a text in it exchanged for another."""

    def damage(root: Path) -> None:
        parts = _parts(root)
        assert old.encode() in parts[name]
        _with_parts(root, parts | {name: parts[name].replace(old.encode(), new.encode(), 1)})

    return damage


def _title(text: str) -> Damage:
    """Return damage to the template: another text where the title stands."""
    return _part("word/document.xml", "{{ brief.title }}", text)


def _more(name: str, content: bytes) -> Damage:
    """Return damage to the template: a part more, or another in its place."""

    def damage(root: Path) -> None:
        _with_parts(root, _parts(root) | {name: content})

    return damage


def _letterhead(root: Path) -> None:
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    page = Canvas(str(root / "templates" / "standard" / "letterhead.pdf"), pagesize=A4)
    page.drawString(40, 20, "Qinghe")
    page.save()


def _folder_in_the_way(name: str) -> Damage:
    def damage(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        (root / name).mkdir()

    return damage


def _no_seeds(root: Path) -> None:
    shutil.rmtree(root / "seeds")


def _assert_refused(
    root: Path, arguments: tuple[str, ...], code: int, *told: str
) -> tuple[str, str]:
    """Assert one line with all of `told` and a hint, and an untouched output; return the line."""
    before = snapshot(root / "output") if (root / "output").is_dir() else {}
    result = run(root, *arguments)
    error = result.stderr.decode()
    assert result.returncode == code, error
    assert result.stdout == b""
    assert re.fullmatch(r"briefgen: [^\n]+; hint: [^\n]+\n", error), error
    for words in told:
        assert words in error
    assert "Traceback" not in error
    if (root / "output").is_dir():
        assert snapshot(root / "output") == before
    return error, result.stdout.decode()


_SOURCES = {
    "empty": (_write("seeds/b.txt", b""), "seeds/b.txt: this file is empty"),
    "blank": (_write("seeds/b.txt", "\n 　\n"), "seeds/b.txt: this file is empty"),
    "undecodable": (
        _write("seeds/b.txt", "清河区新貌".encode() + b"\xff\xfe\xff"),
        "seeds/b.txt: byte 15 (0xff)",
    ),
    "binary": (_write("seeds/b.txt", b"\x01\x00\x02\x03" * 400), "seeds/b.txt: this is a binary"),
    "a PDF": (_write("seeds/b.txt", b"%PDF-1.7\n%"), "seeds/b.txt: this is a PDF file"),
    "a Word file": (_write("seeds/b.txt", b"PK\x03\x04 word"), "seeds/b.txt: this is a zip"),
    "a folder": (_folder_in_the_way("seeds/b.txt"), "seeds/b.txt: a source must be a plain file"),
    "no folder": (_no_seeds, "seeds: this folder does not exist"),
    "no fact": (_write("seeds/a.txt", "你好。"), "seeds: no fact about"),
    "nothing told": (
        _write("seeds/a.txt", "1月24日，清河区十四届人大二次会议在会展中心开幕。"),
        "seeds: no fact about",
    ),
}


@pytest.mark.parametrize("name", _SOURCES)
def test_a_source_that_cannot_be_read_ends_the_run_with_its_name(name: str, project: Path) -> None:
    damage, told = _SOURCES[name]
    damage(project)
    _assert_refused(project, ("build",), 65, told)


_CONFIGURATION = {
    "style.toml": (_styled("style.toml", 'colour = "x"\n'), "style.toml: unknown key colour"),
    "no such base": (_styled("style.toml", 'based_on = "x"\n'), "style.toml: based_on = 'x'"),
    "no TOML": (_write("briefgen.toml", "[project\n"), "briefgen.toml: this is no valid TOML"),
    "no UTF-8": (_write("briefgen.toml", 'a="清河"'.encode("gbk")), "briefgen.toml: byte 3"),
    "unknown key": (_config("place", 'colour = "x"\nplace'), "unknown key project.colour = 'x'"),
    "wrong type": (_config('"清河专题简报"', "5"), "project.name = 5; hint: it must be"),
    "no place": (_config('place = "清河区"\n', ""), "project.place is missing; hint: add"),
    "no style": (_config("place", 'style = "nope"\nplace'), "no style 'nope'"),
    "a folder": (_folder_in_the_way("seeds/sources.toml"), "seeds/sources.toml: cannot be read"),
    "missing file": (
        _write("seeds/sources.toml", '[[source]]\nfile = "x.txt"\n'),
        "seeds/sources.toml: source.file = 'x.txt' is not there; hint: files in seeds/: a.txt",
    ),
    "bad date": (
        _write("seeds/sources.toml", '[[source]]\nfile="a.txt"\npublished = "2024-13"\n'),
        "sources.toml: source[1].published = '2024-13'; hint: a date such as 2023-01-20",
    ),
    "no such day": (
        _write("seeds/sources.toml", '[[source]]\nfile="a.txt"\npublished = 2024-02-30\n'),
        "seeds/sources.toml: this is no valid TOML",
    ),
    "lexicon": (
        _write("lexicon/indicators.toml", '[[indicator]]\nname="x"\ncolour=3\n'),
        "lexicon/indicators.toml: ",
    ),
    "no database": (_config("place", 'database = "nope://x"\nplace'), "nope://x: no driver"),
}


@pytest.mark.parametrize("name", _CONFIGURATION)
def test_a_fault_in_the_configuration_is_named_with_key_and_value(name: str, project: Path) -> None:
    damage, told = _CONFIGURATION[name]
    damage(project)
    _assert_refused(project, ("build",), 78, told)


_TEMPLATE = {
    "unknown field": (
        _title("{{ brief.colour }}"),
        "brief.docx: paragraph 3 “{{ brief.colour }}”: there is no field brief.colour",
        "brief.title",
    ),
    "a loop": (
        _title("{% for x in brief %}{{ x }}"),
        "brief.docx: paragraph 3 “{% for x in brief %}{{ x…”",
        "a template has no loops",
    ),
    "a condition left open": (
        _title("{% if editor %}编辑"),
        "brief.docx: paragraph 3 “{% if editor %}编辑”",
        "close {% if … %} with {% endif %} in the same paragraph",
    ),
    "Python's internals": (
        _title("{{ ''.__class__.__mro__[1].__subclasses__() }}"),
        "brief.docx: paragraph 3 “{{ ''.__class__.__mro__[…”",
        "is not allowed in a template",
    ),
    "a field's internals": (
        _title("{{ brief.title.__class__ }}"),
        "brief.docx: paragraph 3 “{{ brief.title.__class__…”",
        "no field brief.title.__class__",
    ),
    "a zip bomb": (
        _more("word/media/big.xml", b" " * (40 * 2**20)),
        "brief.docx: word/media/big.xml unpacks to 41943040 bytes: refused as a zip bomb",
        "",
    ),
    "a DOCTYPE": (
        _more("word/settings.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
        "brief.docx: word/settings.xml holds a DOCTYPE: refused",
        "",
    ),
    "a link outside": (
        _part(
            "word/_rels/document.xml.rels",
            "</Relationships>",
            '<Relationship Id="x" Type="http://t/attachedTemplate" Target="http://127.0.0.1/a" '
            'TargetMode="External"/></Relationships>',
        ),
        "brief.docx: word/_rels/document.xml.rels points outside the file",
        "remove the link",
    ),
    "a macro": (
        _more("word/vbaProject.bin", b"x"),
        "brief.docx: macros (word/vbaProject.bin) are refused",
        "",
    ),
    "a missing style": (
        _part("word/styles.xml", '<w:name w:val="Key Point"/>', '<w:name w:val="Point"/>'),
        "brief.docx: the paragraph style “Key Point” is missing",
        "copy it from the standard style's brief.docx",
    ),
    "a text box": (
        _part(
            "word/document.xml",
            "{{ brief.title }}</w:t></w:r>",
            "{{ brief.title }}</w:t></w:r><w:r><w:pict/></w:r>",
        ),
        "brief.docx: paragraph 3 “{{ brief.title }}”: a text box or shape is not allowed here",
        "docs/template.md",
    ),
    "columns": (
        _part("word/document.xml", '<w:cols w:space="425"/>', '<w:cols w:num="2"/>'),
        "brief.docx: the template uses columns",
        "",
    ),
    "no body": (
        _part("word/document.xml", "{{ body }}", "正文"),
        "brief.docx: {{ body }} is missing",
        "in a paragraph of its own",
    ),
    "a letterhead without its font": (
        _letterhead,
        "letterhead.pdf: the font Helvetica is not embedded",
        "export it from Word as PDF/A",
    ),
    "no Word file": (_styled("brief.docx", b"junk"), "brief.docx: this is no .docx file", ""),
    "no template": (_without("brief.docx"), "brief.docx: this file does not exist", ""),
    "no sentences": (_without("narrative.zh.j2"), "narrative.zh.j2: this file does not exist", ""),
    "broken sentences": (_styled("narrative.zh.j2", "\n{% if %}"), "narrative.zh.j2: line 2: ", ""),
    "emptied sentences": (_styled("narrative.zh.j2", ""), "narrative.zh.j2: ", "is missing"),
    "unknown name": (_styled("narrative.zh.j2", "{{ nope.x }}"), "narrative.zh.j2: ", "'nope'"),
    "sentences in GBK": (
        _styled("narrative.zh.j2", "清河".encode("gbk")),
        "narrative.zh.j2: byte 0",
        "",
    ),
}


@pytest.mark.parametrize("name", _TEMPLATE)
def test_a_fault_in_a_style_is_named_with_its_file(name: str, project: Path) -> None:
    damage, *told = _TEMPLATE[name]
    damage(project)
    _assert_refused(project, ("build",), 65, *told)


_USAGE = {
    "theme": (("build", "火星"), "no theme '火星'; hint: themes: 生态人文、"),
    "theme with an escape": (("build", "火\n星\x1b[31m"), "no theme '火\\n星\\x1b[31m'"),
    "format": (("build", "--format", "odt"), "--format 'odt'; hint: allowed: docx, pdf"),
    "no format": (("build", "--format", ""), "--format ''"),
    "day": (("build", "--as-of", "morgen"), "--as-of 'morgen'; hint: a date such as"),
    "no such day": (("build", "--as-of", "2024-02-30"), "--as-of '2024-02-30'"),
    "a week": (("build", "--as-of", "2024-W01-1"), "--as-of '2024-W01-1'"),
    "option": (("build", "--no\npe"), "No such option: --no"),
    "command": (("bild",), "No such command 'bild'"),
    "facts' format": (("facts", "--format", "xml"), "'xml'"),
    "facts' theme": (("facts", "--theme", "火星"), "no theme '火星'"),
}


@pytest.mark.parametrize("name", _USAGE)
def test_words_that_mean_nothing_are_told_with_what_is_allowed(name: str, project: Path) -> None:
    arguments, told = _USAGE[name]
    _assert_refused(project, arguments, 64, told)


def test_a_style_or_a_project_that_is_not_there_is_a_fault_of_configuration(project: Path) -> None:
    _assert_refused(project, ("build", "--style", "nope"), 78, "no style 'nope'")
    _assert_refused(project, ("build", "--style", ".."), 78, "no style '..'")
    _assert_refused(project, ("build", "--project", "/nowhere"), 78, "/nowhere/briefgen.toml")
    _assert_refused(project, ("build", "--project", "briefgen.toml"), 78, "this is no folder")


def test_a_file_where_output_belongs_is_left_there(project: Path) -> None:
    shutil.rmtree(project / "output")
    (project / "output").write_text("mine")
    _assert_refused(project, ("build",), 73, "/output")
    assert (project / "output").read_text() == "mine"


def test_a_file_where_issues_belong_and_a_folder_where_latest_points_are_left_there(
    project: Path,
) -> None:
    (project / "output" / "latest").unlink()
    (project / "output" / "latest").mkdir()
    _assert_refused(project, ("build", "--force"), 73, "output/latest: latest is a folder")
    shutil.rmtree(project / "output")
    _write("output/issues", "mine")(project)
    _assert_refused(project, ("build",), 73, "/output/issues")


def test_a_database_that_is_none_is_named_and_left_there(project: Path) -> None:
    junk = b"not a database at all" * 100
    _write("briefgen.sqlite3", junk)(project)
    _assert_refused(project, ("build",), 65, "briefgen.sqlite3: this is no database")
    assert (project / "briefgen.sqlite3").read_bytes() == junk


def test_a_second_run_at_the_same_time_is_told_that_the_project_is_busy(project: Path) -> None:
    with (project / ".briefgen" / "lock").open("r+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        _assert_refused(project, ("build", "--force"), 75, "the project is busy")
    built(project, "--force", "--format", "docx", "民营经济")


def test_strict_makes_a_warning_fatal_and_makes_no_issue(project: Path) -> None:
    _write("seeds/b.txt", "2023年，清河区𠮷祥企业达30家。")(project)
    _assert_refused(project, ("build", "--strict"), 5, "--strict: ", "warning")


def test_a_chart_style_with_a_fault_is_told_before_anything_is_published(project: Path) -> None:
    earlier = '[[source]]\nfile = "b.txt"\ntitle = "清河旧貌"\npublished = 2023-01-20\n'
    listing = (project / "seeds" / "sources.toml").read_text("utf-8")
    _write("seeds/sources.toml", listing + earlier)(project)
    _write("seeds/b.txt", "2022年，清河区森林覆盖率50.7%。\n")(project)  # two reports: a chart
    _styled("charts.mplstyle", "text.usetex: True\n")(project)
    order = ("build", "生态人文", "--format", "pdf")
    _assert_refused(project, order, 78, "charts.mplstyle: text.usetex has no meaning")
