"""Thirty reports of two years about an invented area: four pages a theme, two the overview."""

from __future__ import annotations

from pathlib import Path

import pytest
from story_project import latest, own_project, pdf_pages, run, tight

QUARTERS = ("一季度", "上半年", "前三季度", "")
MATTERS = ("养老床位", "普惠托位", "停车位", "公办学位", "保障性住房", "社区食堂", "口袋公园")


def bulletin(number: int) -> str:
    """Return a quarter's bulletin of 平湖区 (invented)."""
    year, quarter = 2023 + number // 4, number % 4
    time = f"{year}年{QUARTERS[quarter]}"
    out = f"{year + 1}年1月20日" if quarter == 3 else f"{year}年{3 * quarter + 4}月20日"
    return f"""平湖区{time}经济运行情况

{out} 平湖发布

{time}，全区实现地区生产总值{150 * (quarter + 1) + number}亿元，同比增长{5 + number / 10}%。
城镇居民人均可支配收入{13000 * (quarter + 1) + 100 * number}元，同比增长{4 + number / 10}%。
一般公共预算收入{9 * (quarter + 1) + number}亿元，同比增长{3 + number / 10}%。
进出口总额{20 * (quarter + 1) + number}亿元，固定资产投资同比增长{2 + number / 10}%。
"""


def paper(number: int) -> str:
    """Return one of many papers on people's livelihood in 平湖区 (invented)."""
    day = f"{2023 + number // 11}年{number % 11 + 1}月15日"
    built_since = "，".join(
        f"新增{what}{1000 + 137 * number + 11 * place}个" for place, what in enumerate(MATTERS)
    )
    return f"""平湖区民生服务见闻之{number + 1}

{day} 平湖发布

记者从区民政局获悉，全区{built_since}。建成养老服务站{20 + number}个。
医保参保率{90 + number / 10}%。
开展职业技能培训{9000 + 70 * number}人次，发放救助资金{1 + number / 10}亿元。
基本养老保险参保{40 + number / 5}万人。
区第{number + 1}小学建成投用，区文化馆第{number + 1}分馆开馆。
下一步，将新建学校{3 + number}所，到2027年，新增学位{1 + number}万个。
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    project = own_project(tmp_path_factory.mktemp("many") / "a")
    for path in (project / "seeds").iterdir():
        path.unlink()
    (project / "briefgen.toml").write_text('[project]\nname = "简报"\nplace = "平湖区"\n')
    _fill(project / "seeds")
    result = run(project, "build", "--format", "pdf", "--lang", "zh,en", "--as-of", "2025-02-10")
    assert result.returncode == 0, result.stderr.decode()
    return {path.stem: pdf_pages(path) for path in latest(project).glob("*.pdf")}


def _fill(seeds: Path) -> None:
    for number in range(8):
        (seeds / f"a{number:02}.txt").write_text(bulletin(number), "utf-8")
    for number in range(22):
        (seeds / f"b{number:02}.txt").write_text(paper(number), "utf-8")


def test_every_brief_stays_within_its_pages(pages: dict[str, list[str]]) -> None:
    most = {name: 2 if name in ("总览", "Overview.en") else 4 for name in pages}
    assert {n: len(p) for n, p in pages.items() if len(p) > most[n]} == {}
    assert {"总览", "民生福祉", "综合实力"} <= pages.keys()


def test_what_matters_most_stays_and_what_is_left_out_is_counted(
    pages: dict[str, list[str]],
) -> None:
    text = tight("".join(pages["民生福祉"]))
    assert "2024年城镇居民人均可支配收入52700元，同比增长4.7%" in text
    assert "个数字未列入本表，见本期facts.jsonl" in text
    assert all(heading in text for heading in ("要点", "进展", "目标与展望", "资料来源"))
    economy = tight("".join(pages["综合实力"]))
    assert "2024年地区生产总值607亿元，同比增长5.7%" in economy
    assert "前三季度" not in economy
    assert "1—9月" not in economy.split("资料来源")[0]
