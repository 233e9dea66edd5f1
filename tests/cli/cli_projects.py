"""A project about 清河区, which does not exist, for the commands that need articles or an issue."""

from __future__ import annotations

from pathlib import Path

CONFIG = '[project]\nname = "清河专题简报"\nplace = "清河区"\nas_of = 2024-03-01\n'
LISTED = '[[source]]\nfile = "a.txt"\ntitle = "清河新貌"\npublished = 2024-01-20\n'
ARTICLE = "2023年，清河区科技型企业达1600家，高新技术企业350家，研发投入强度4.4%。"


def told_project(root: Path) -> Path:
    """Return `root` as a project with one article."""
    (root / "seeds").mkdir()
    (root / "briefgen.toml").write_text(CONFIG, "utf-8")
    (root / "seeds" / "a.txt").write_text(ARTICLE, "utf-8")
    (root / "seeds" / "sources.toml").write_text(LISTED, "utf-8")
    return root
