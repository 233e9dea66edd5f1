"""An issue that drops a measure whose name holds digits. The article is invented."""

from __future__ import annotations

from pathlib import Path

from story_project import invented_project, latest, run, word_text

_BEFORE = "清河区累计引进世界500强企业23家，民营企业达350家，民营经济增加值412亿元。"
_AFTER = "清河区民营企业达350家，民营经济增加值412亿元。"


def test_a_dropped_measure_with_a_number_in_its_name_stops_no_issue(tmp_path: Path) -> None:
    root = invented_project(tmp_path / "a", {"a.txt": _BEFORE})
    assert run(root, "build", "--lang", "zh,en", "--format", "docx,pdf").returncode == 0
    (root / "seeds" / "a.txt").write_text(_AFTER, "utf-8")
    done = run(root, "build", "--lang", "zh,en", "--format", "docx,pdf")
    assert done.returncode == 0, done.stderr.decode()
    told = "\n".join(word_text(p) for p in sorted(latest(root).glob("*.docx")))
    assert "不再出现1项：累计引进世界500强企业23家" in told
    assert "no longer reported: 1" in told
