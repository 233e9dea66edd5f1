"""Statements of newspaper features and congress pages; every sentence is invented."""

from __future__ import annotations

from functools import cache

import pytest

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract.context import make_context
from briefgen.extract.statements import find_statements
from briefgen.fact import Fact
from briefgen.lexicon import load_lexicon

AREA = Area("清河区", ("清河",), "江州市", ("柳岸镇", "云台村"))


@cache
def statements(*paragraphs: str) -> tuple[Fact, ...]:
    raw = "清河区新闻\n\n" + "\n\n".join(paragraphs) + "\n"
    source = Source(name="invented.txt", raw=raw, sha256="0", published="2023-01")
    return find_statements(make_context(clean_source(source), load_lexicon(), AREA))


def told(*paragraphs: str) -> list[str]:
    """Return "kind status" of each statement, in order."""
    return [f"{f.kind} {f.status or ''}".strip() for f in statements(*paragraphs)]


def scopes(*paragraphs: str) -> list[str]:
    return [f.scope for f in statements(*paragraphs)]


def test_a_panels_plan_with_a_long_list_of_subjects_stands_alone() -> None:
    found = statements(
        "党建引领上台阶",
        "党组织的组织力、引领力、执行力、号召力不断增强，干部作风更加过硬，党建品牌形成更多成果。",
    )
    assert [f.clause for f in found] == [
        "党组织的组织力、引领力、执行力、号召力不断增强",
        "干部作风更加过硬，党建品牌形成更多成果",
    ]


KINDS = [
    ("云台小区建强“红色管家”体系。", ["measure started"]),
    ("柳岸镇素有“蜜桃之乡”的美誉。", ["standing"]),
    ("柳岸镇走出了一条“竹产业+”的新路。", ["milestone done"]),
    ("柳岸镇大力发展竹木工艺品等文旅商品。", ["plan started"]),
    ("清河区收获了全市营商环境评价“优秀”等次。", ["honour awarded"]),
    ("清河区组织实施了“护航”服务行动。", ["measure done"]),
    ("为解决停车难问题，社区“红管家”服务站引进智慧停车系统。", ["measure started"]),
    ("清河区收集企业反映问题128件。", []),
    ("今后五年，要以改革为主线，以开放为引领，准确把握新发展阶段。", []),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_a_features_words_are_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected


SCOPES = [
    ("如清河区柳岸镇桃源村素有“蜜桃之乡”的美誉。", ["柳岸镇桃源村"]),
    ("在柳岸社区的指导下，云台小区成立了“红管家”队伍。", ["云台小区"]),
    ("由柳岸镇党委牵头，成立了环境监督委员会。", ["柳岸镇"]),
]


@pytest.mark.parametrize(("text", "expected"), SCOPES)
def test_a_quarter_is_somebody(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected
