"""The wheel, built and installed without network, makes briefs far from the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Sequence
from email.message import Message
from email.parser import Parser
from pathlib import Path

import pypdfium2
import pytest

ROOT = Path(__file__).parents[2]
BUILT_FROM = ("pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE")
NOT_SHIPPED = shutil.ignore_patterns("__pycache__", "*.egg-info")

# invented: nothing in it happened
ARTICLE = """清河区民营经济稳步发展（本文为测试虚构）

2023年，清河区新增市场主体2.4万户，全区市场主体达8.42万户。民营经济增加值占GDP比重52%，税收占比73%。
2023年全区招商投资额达416亿元，到位资金87.6亿元，同比增长37%。
全区森林覆盖率达51.2%，科技型企业达1700家，全社会研发经费投入强度达5.2%。
"""
SETTINGS = '[project]\nname = "清河专题简报"\nplace = "清河区"\nas_of = 2024-03-01\n'


def run(command: Sequence[str | Path], cwd: Path) -> subprocess.CompletedProcess[str]:
    """Return what a command did that sees no package registry and nothing of this repository."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "PYTHON"))}
    no_registry = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    return subprocess.run(
        command, cwd=cwd, env=plain | no_registry, capture_output=True, text=True, check=False
    )


def pip(*words: str | Path, cwd: Path) -> None:
    done = run([sys.executable, "-m", "pip", "--disable-pip-version-check", *words], cwd)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what is built from: a build leaves files behind."""
    copy = tmp_path_factory.mktemp("tree")
    for name in BUILT_FROM:
        shutil.copy(ROOT / name, copy)
    for name in ("briefgen", "templates"):
        shutil.copytree(ROOT / name, copy / name, ignore=NOT_SHIPPED)
    (copy / "templates" / "standard" / "~$brief.docx").write_bytes(b"Word has it open")
    left_over = copy / "build" / "lib" / "briefgen" / "no_longer_there.py"
    left_over.parent.mkdir(parents=True)
    left_over.touch()
    return copy


@pytest.fixture(scope="module")
def wheel(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", into, tree, cwd=into)
    (made,) = into.iterdir()
    return made


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the command of an environment that holds the wheel, and can import what it needs."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, symlinks=True)
    python = home / "bin" / "python"
    pip("--python", python, "install", "--no-deps", wheel, cwd=home)
    (site,) = (home / "lib").glob("python*/site-packages")
    # a path in a .pth file is searched last, and the .pth files in it are not read: the
    # editable install of this repository is out of reach
    needed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "needed.pth").write_text("\n".join(sorted(needed)), "utf-8")
    where = run([python, "-c", "import briefgen; print(briefgen.__file__)"], home)
    assert Path(where.stdout.strip()).is_relative_to(home), where.stderr
    return home / "bin" / "briefgen"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a folder with a briefgen.toml and one article, and nothing else."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "虚构.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "briefgen.toml").write_text(SETTINGS, "utf-8")
    return tmp_path


def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        return Parser().parsestr(archive.read(name).decode("utf-8"))


def test_the_wheel_holds_every_file_of_the_package_and_the_templates(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    sources = {p for p in (ROOT / "briefgen").rglob("*") if p.is_file()}
    package = {p.relative_to(ROOT) for p in sources if "__pycache__" not in p.parts}
    styles = {p for p in (ROOT / "templates").rglob("*") if p.is_file()}
    templates = {Path("briefgen") / p.relative_to(ROOT) for p in styles}
    assert "briefgen/templates/standard/brief.docx" in held
    assert held == {p.as_posix() for p in package | templates if not p.name.startswith("~$")}


def test_the_wheel_says_what_it_may_be_used_for(wheel: Path) -> None:
    said = metadata(wheel)
    assert said["License-Expression"] == "MIT AND OFL-1.1 AND GPL-3.0-only WITH Font-exception-2.0"
    licences = {f"briefgen/fonts/{p.name}" for p in (ROOT / "briefgen/fonts").glob("LICENSE-*.txt")}
    assert set(said.get_all("License-File", [])) == {"LICENSE", *licences}
    with zipfile.ZipFile(wheel) as archive:
        texts = [n for n in archive.namelist() if ".dist-info/licenses/" in n]
        assert len(texts) == 1 + len(licences)
        assert all(archive.read(name).strip() for name in texts)


def test_the_wheel_needs_what_pyproject_names_and_tests_need_more(wheel: Path) -> None:
    needed = metadata(wheel).get_all("Requires-Dist", [])
    plain = {line.split(">=")[0] for line in needed if "extra ==" not in line}
    assert {"docxtpl", "jinja2", "matplotlib", "pydantic", "reportlab", "sqlalchemy"} <= plain
    assert not plain & {"pytest", "hypothesis", "mypy", "ruff", "setuptools", "cu2qu"}


def test_a_folder_of_articles_becomes_briefs_where_only_the_wheel_is_installed(
    program: Path, project: Path
) -> None:
    done = run([program, "build"], project)
    assert done.returncode == 0, done.stderr
    latest = project / "output" / "latest"
    assert (latest / "民营经济.docx").stat().st_size > 10_000
    with pypdfium2.PdfDocument(latest / "民营经济.pdf") as brief:
        text = "".join(page.get_textpage().get_text_bounded() for page in brief)
    assert "清河专题简报" in text
    assert "87.6亿元" in text
    again = run([program, "build"], project)
    assert again.returncode == 0
    assert len(list((project / "output" / "issues").iterdir())) == 1


def test_the_installed_command_makes_a_project_with_styles_to_edit(
    program: Path, tmp_path: Path
) -> None:
    done = run([program, "init", "我的", "--place", "清河区", "--templates"], tmp_path)
    assert done.returncode == 0, done.stderr
    copied = tmp_path / "我的" / "templates"
    own = {p.relative_to(ROOT / "templates") for p in (ROOT / "templates").rglob("*.*")}
    assert {p.relative_to(copied) for p in copied.rglob("*.*")} == own


def test_the_installed_command_finds_its_template_fonts_and_lexicon(
    program: Path, project: Path
) -> None:
    done = run([program, "check"], project)
    assert done.returncode == 0, done.stdout + done.stderr
    for part in ("template", "fonts", "lexicon"):
        assert any(line.startswith("ok") and part in line for line in done.stdout.splitlines()), (
            done.stdout
        )


def test_the_sources_that_are_handed_on_hold_what_the_wheel_is_built_from(
    tree: Path, tmp_path: Path
) -> None:
    code = f"from setuptools import build_meta; build_meta.build_sdist({str(tmp_path)!r})"
    done = run([sys.executable, "-c", code], tree)
    assert done.returncode == 0, done.stderr
    (made,) = tmp_path.iterdir()
    with tarfile.open(made) as archive:
        members = {m.name.partition("/")[2]: m for m in archive.getmembers() if m.isfile()}
        for name in (*BUILT_FROM, "templates/standard/brief.docx", "briefgen/lexicon/units.toml"):
            content = archive.extractfile(members[name])
            assert content is not None
            assert content.read() == (tree / name).read_bytes()
    assert not [name for name in members if "~$" in name]
