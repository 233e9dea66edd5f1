"""Whose a deed, an honour or a figure is that its own clause leaves open; all of it invented."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest
from statements_told import DISTRICT, quotes, scopes, statements, told

from briefgen.clean import clean_source
from briefgen.document import Source
from briefgen.extract import extract_facts
from briefgen.fact import Fact, Level
from briefgen.lexicon import load_lexicon


@cache
def _figures(text: str) -> tuple[Fact, ...]:
    document = clean_source(Source("case.txt", text, "", published="2023-05"))
    facts = extract_facts(document, load_lexicon(), DISTRICT).facts
    return tuple(fact for fact in facts if not fact.is_statement)


OWNERS = [
    # what a firm developed is its own, whatever place its name begins with
    ("清河重工自主研制的大型电铲成功下线。", "清河重工"),
    ("在海纳电机股份有限公司，自主研发的伺服电机实现量产。", "海纳电机股份有限公司"),
    # 企业 is the firm whose engineer speaks
    ("省人大代表、江淳汽车首席工程师马骏说，企业今年将建成首条全固态电池中试线。", "江淳汽车"),
    # her team is of the firm that she founded
    (
        "“找场地很快。”云脉生物创始人韩雪说。今年4月，她的团队在创业大赛上夺得一等奖。",
        "云脉生物",
    ),
    # 这里 is the hall, and the second stage is of the same work
    ("走进清河科技馆，孩子们问个不停。去年，这里人气很旺，获评全国科普教育基地。", "清河科技馆"),
    ("环理工大学创新生态圈一期投用，二期正在抓紧施工。", "环理工大学创新生态圈"),
    # who is helped is no part of a village's name
    ("区农业局派出工作队，帮助石门村成立合作社。村里还建起了加工厂。", "石门村"),
    # what the whole city has come to is not the district's
    ("2022年，全市实现“村村通公交”。", "全市"),
    ("全区实现“村村通公交”。", "清河区"),
    ("全市首个智慧驿站建成投用。", "清河区"),
]


@pytest.mark.parametrize(("words", "whose"), OWNERS)
def test_a_deed_is_of_who_did_it(words: str, whose: str) -> None:
    assert scopes(words)[-1] == whose


def test_what_the_city_has_come_to_is_told_in_no_brief() -> None:
    (fact,) = statements("2022年，全市实现“村村通公交”。")
    assert fact.level is Level.ENTITY
    assert fact.flags == ("elsewhere",)


def test_what_was_agreed_on_is_told_with_the_agreement() -> None:
    words = "石门村与区旅投公司签订合作协议，共同开发石门茶旅生态园。"
    assert told(words) == ["milestone signed"]
    assert quotes(words) == [words.rstrip("。")]


FIGURES = [
    # an institute that was opened owns nothing of the next sentence or entry
    ("青木镇迎来新春。省材料研究院揭牌运行。推行新模式，技术合同成交额32亿元。", "清河区"),
    ("市第一人民医院清河院区开诊；建成社区养老服务中心62个。", "清河区"),
]


@pytest.mark.parametrize(("words", "whose"), FIGURES)
def test_a_figure_is_not_of_what_was_opened_before_it(words: str, whose: str) -> None:
    assert _figures(words)[-1].scope == whose


def test_households_of_which_some_are_told_are_households() -> None:
    whole, part = _figures("2013年，全村312户中有建档立卡贫困户97户。")
    assert (whole.indicator, *whole.values) == ("户数", Decimal(312))
    assert (part.indicator, *part.values) == ("建档立卡贫困户", Decimal(97))


def test_what_a_time_is_owed_to_is_not_what_it_was_spent_on() -> None:
    names = [f.indicator for f in _figures("“走上生产线，我们只用了两年，离不开区里的支持。”")]
    assert not any("离不开" in name for name in names)
