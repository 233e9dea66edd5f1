"""A year of monthly reports about an invented area: a brief tells how things stand, and once."""

from __future__ import annotations

import pytest
from story_project import built, own_project, tight, word_text

MONTHS = {1: "1月", 3: "一季度", 6: "上半年", 9: "前三季度", 12: "2024年"}


def month(number: int) -> str:
    """Return a month's bulletin of 平湖区 (invented), out on the eighth of the next month."""
    told = MONTHS.get(number, f"1—{number}月")
    year, following = 2024 + number // 12, number % 12 + 1
    firms = f"新设民营企业{200 * number}户，同比增长{number}.5%。截至{number}月末，"
    visits = f"走访企业{400 - 9 * number}家，收集问题{120 - number}个，已办结{60 + number}个。"
    return f"""平湖区{told}经济运行情况

{year}年{following}月8日 平湖发布

{told}，全区民间投资增长{3 + number / 10}%。{firms}全区共有民营企业{23000 + 180 * number}户。

{told}，空气质量优良天数比例为{80 + number}%。{number}月份，{visits}
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the words of each brief of the second issue, without blanks: a month on."""
    project = own_project(tmp_path_factory.mktemp("year") / "a")
    for path in (project / "seeds").iterdir():
        path.unlink()
    (project / "briefgen.toml").write_text('[project]\nname = "简报"\nplace = "平湖区"\n')
    for number in range(1, 13):
        (project / "seeds" / f"{number:02}.txt").write_text(month(number))
        if number == 11:
            built(project, "--format", "docx", "--as-of", "2024-12-10")
    issue = built(project, "--format", "docx", "--lang", "zh,en", "--as-of", "2025-01-10")
    return {path.stem: tight(word_text(path)) for path in issue.glob("*.docx")}


def test_months_that_a_newer_report_carries_on_are_not_told(told: dict[str, str]) -> None:
    text = told["民营经济"].split("要点")[1].split("资料来源")[0]
    assert "2024年全区民间投资增长4.2%" in text
    assert "新设民营企业2400户，同比增长12.5%" in text
    assert [n for n in range(2, 12) if f"新设民营企业{200 * n}户" in text] == []
    assert "1—11月" not in text


def test_what_is_no_stock_is_not_compared_with_another_length_of_time(told: dict[str, str]) -> None:
    assert "2024年空气质量优良天数比例为92%" in told["生态人文"]
    assert "81%" not in told["生态人文"]
    assert "2200户" not in told["民营经济"].split("要点")[1]  # 2400 less the 200 of January


def test_a_course_is_told_by_its_ends_and_shown_with_all_its_points(told: dict[str, str]) -> None:
    text, sources = told["民营经济"].split("资料来源")
    assert "23180户" in text
    assert "25160户" in text
    assert "较2024年1月增加1980户" in text
    assert "来源：2024年2月至2025年1月的12篇报道" in text
    shown = [n for n in range(1, 13) if f"走访企业{400 - 9 * n}家" in sources]
    assert shown == [*range(1, 13)]
    progress = text.split("进展")[1].split("图2")[0]
    assert progress.count("已办结问题") == 1  # in its own course, not again in that of its whole


def test_of_two_reports_on_one_whole_the_newer_is_drawn(told: dict[str, str]) -> None:
    assert "收集问题108个，已办结72个" in told["民营经济"]
    assert "收集问题119个，已办结61个" not in told["民营经济"].split("资料来源")[0]


def test_the_next_issue_tells_what_is_new_beside_the_last_issues_figure(
    told: dict[str, str],
) -> None:
    text = told["民营经济"].split("要点")[0]
    assert "与第1期相比，新增7项：民间投资增长4.2%（2024年；此前2024年1—11月增长4.1%）" in text
    assert "民营企业25160户（截至2024年12月底；此前截至2024年11月底为24980户）" in text
    assert "不再出现" not in text  # months that the newer report carries on
    told_in_english = "privateinvestmentup4.2%(2024;earlierup4.1%,JanuarytoNovember2024)"
    assert told_in_english in told["Private Economy.en"]


def test_what_firms_grew_by_is_no_number_of_households(told: dict[str, str]) -> None:
    text = told["Private Economy.en"]
    assert "up1,980" in text
    assert "households" not in text
