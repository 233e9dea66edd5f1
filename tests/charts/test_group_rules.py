"""Each rule for what stands side by side, refusing the chart that would be wrong."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from charted import charts, fact, kinds

from briefgen.chart import ChartKind, Tone
from briefgen.fact import Fact, Kind, Level, Relation, RelationType


def firms() -> list[Fact]:
    return [
        fact("高新技术企业", "350", source="f.txt", at=0),
        fact("瞪羚企业", "18", source="f.txt", at=14),
    ]


def test_counts_of_one_group_are_bars_sorted_by_value() -> None:
    (spec,) = charts(firms()[::-1])
    assert spec.kind is ChartKind.BARS
    assert [p.label for p in spec.points] == ["高新技术企业", "瞪羚企业"]
    assert spec.title == "高新技术企业350家"


@pytest.mark.parametrize(
    "changes",
    [
        {"unit": "个"},
        {"source": "g.txt"},
        {"at": 400},
        {"scope": "石桥镇", "level": Level.ENTITY},
        {"scope": "石桥镇"},
        {"scope": "江北市"},
        {"level": Level.EVENT},
        {"indicator": "创新平台"},
        {"indicator": "新增瞪羚企业"},
        {"flags": ("source_slip",)},
        {"flags": ("rhetorical",)},
        {"meant": "瞪羚企业"},
        {"speaker": "区长李某"},
        {"kind": Kind.TARGET},
        {"qualifiers": ("预计",)},
        {"clause": "其中瞪羚企业18家"},
        {"period": "2021", "period_inferred": False},
        {"indicator": "规上高新技术企业"},  # a part of the first
        {"indicator": "高新技术企业"},  # two figures of one name
        {"values": (Decimal("0.1"),)},  # a bar that nobody sees
        {"number_text": "十几", "low": Decimal(10), "high": Decimal(20)},
        {"relations": (Relation(RelationType.PART_OF, "f-高新技术企业-350-家"),)},
    ],
)
def test_a_count_that_differs_does_not_stand_beside_the_other(changes: dict[str, Any]) -> None:
    pair = firms()
    pair[1] = replace(pair[1], **{k: v for k, v in changes.items() if k != "at"})
    if "at" in changes:
        pair[1] = replace(pair[1], start=changes["at"], end=changes["at"] + 7)
    assert ChartKind.BARS not in kinds(charts(pair))


def test_what_is_counted_by_the_piece_is_no_chart() -> None:
    pieces = [fact("企业帮扶措施", "18", "条", at=0), fact("人才引进措施", "20", "条", at=12)]
    assert charts(pieces) == ()


def test_a_hedge_stays_beside_its_bar_and_a_bound_is_outlined() -> None:
    near = fact("上云企业", "1万", at=0, qualifiers=("近",), quote="上云企业近1万家")
    over = fact("入库企业", "800", at=12, qualifiers=("超过",), quote="入库企业超过800家",
                low=Decimal(800))  # fmt: skip
    some = fact("孵化企业", "300", at=24, qualifiers=("余",), quote="孵化企业300余家",
                low=Decimal(300))  # fmt: skip
    (spec,) = charts([near, over, some])
    assert [(p.shown, p.tone) for p in spec.points] == [
        ("近1万家", Tone.ACTUAL),
        ("超过800家", Tone.EXPECTED),
        ("300余家", Tone.ACTUAL),
    ]
    assert "空心" in spec.note


# --- parts of a whole -------------------------------------------------------------------------


def ratio(name: str, *values: str) -> Fact:
    text = "：".join(values)
    return replace(
        fact(name, values[0], "比", quote=f"{name}为{text}"),
        kind=Kind.RATIO,
        values=tuple(Decimal(v) for v in values),
        number_text=text,
        number_start=None,
    )


def test_a_structure_that_adds_up_is_stacked_under_the_names_it_lists() -> None:
    (spec,) = charts([ratio("水田、旱地、林地结构", "20", "30", "50")])
    assert spec.kind is ChartKind.STACKED
    assert [p.label for p in spec.points] == ["水田", "旱地", "林地"]


@pytest.mark.parametrize(
    "figure",
    [
        ratio("三次产业结构", "2.6", "48.8", "40"),  # does not add up
        ratio("城乡居民收入比", "1.8", "1"),  # no whole
        ratio("能源结构", "40", "60"),  # nobody says what the terms are
        ratio("三次产业结构", "40", "60"),  # two terms, three names
    ],
)
def test_a_ratio_that_is_no_whole_is_not_stacked(figure: Fact) -> None:
    assert charts([figure]) == ()


def problems(**changes: Any) -> list[Fact]:
    whole = fact("梳理企业问题", "118", "个", at=0, level=Level.EVENT, scope="专项工作")
    part = fact("已办结企业问题", "73", "个", at=10, level=Level.EVENT, scope="专项工作",
                relations=(Relation(RelationType.PART_OF, whole.id),))  # fmt: skip
    return [whole, replace(part, **changes)]


def test_the_rest_of_a_whole_is_derived_and_outlined() -> None:
    (spec,) = charts(problems())
    assert spec.kind is ChartKind.PROGRESS
    assert (spec.points[1].shown, spec.points[1].tone) == ("45个", Tone.DERIVED)
    assert spec.note == "其余45个为推算：118个－73个。"
    assert spec.title == "梳理企业问题118个，已办结73个"


def test_of_two_reports_on_the_same_whole_the_newer_is_shown() -> None:
    def of(day: str, whole: str, part: str) -> list[Fact]:
        both = [replace(f, source=f"{day}.txt", published=day) for f in problems()]
        first = replace(both[0], id=f"{day}:w", values=(Decimal(whole),), number_text=whole)
        tie = (Relation(RelationType.PART_OF, first.id),)
        last = replace(both[1], id=f"{day}:p", values=(Decimal(part),), number_text=part)
        return [first, replace(last, relations=tie)]

    shown = charts([*of("2024-09", "138", "50"), *of("2024-12", "114", "63")])
    assert [p.value for spec in shown for p in spec.points] == [Decimal(63), Decimal(51)]


def test_a_figure_in_a_name_never_runs_into_the_count() -> None:
    whole = fact("A级景区", "7", "个", at=0)
    tied = (Relation(RelationType.PART_OF, whole.id),)
    (spec,) = charts([whole, fact("4A级景区", "2", "个", at=10, relations=tied)])
    assert spec.title == "A级景区7个，4A级景区2个"


@pytest.mark.parametrize(
    "changes",
    [
        {"relations": ()},
        {"unit": "家"},
        {"values": (Decimal(130),)},
        {"qualifiers": ("余",), "low": Decimal(73)},
        {"level": Level.ENTITY},
        {"source": "z.txt"},
        {"flags": ("source_slip",)},
    ],
)
def test_a_part_that_is_not_tied_exactly_makes_no_progress(changes: dict[str, Any]) -> None:
    assert ChartKind.PROGRESS not in kinds(charts(problems(**changes)))


def test_two_parts_of_one_whole_may_overlap_and_are_not_drawn() -> None:
    whole, part = problems()
    other = replace(part, id="x", indicator="已答复企业问题", values=(Decimal(90),))
    assert charts([whole, part, other]) == ()


def budget(*values: str) -> list[Fact]:
    """Return a whole of 20.00亿元 and parts that the source ties to it."""

    def amount(name: str, value: str, at: int, **changes: Any) -> Fact:
        made = fact(name, value, "元", at=at, quote=f"{name}{value}亿元", **changes)
        scaled = Decimal(value).scaleb(8)
        return replace(made, kind=Kind.LEVEL, values=(scaled,), number_text=f"{value}亿")

    whole = amount("财政支出", "20.00", 0)
    tied = (Relation(RelationType.PART_OF, whole.id),)
    names = ("教育支出", "卫生支出", "其他支出")
    told = enumerate(zip(names, values, strict=False), start=1)
    return [whole, *(amount(n, v, 20 * i, relations=tied) for i, (n, v) in told)]


@pytest.mark.parametrize("values", [("8.00", "7.00", "5.00"), ("8.00", "7.00", "5.01")])
def test_parts_that_add_up_to_their_whole_are_stacked(values: tuple[str, ...]) -> None:
    (spec,) = charts(budget(*values))
    assert spec.kind is ChartKind.STACKED
    assert spec.title == "教育支出8.00亿元，卫生支出7.00亿元"
    assert spec.subtitle.startswith("财政支出，亿元；")
    assert spec.note == "各项合计为财政支出20.00亿元，原文写明是其组成部分。"


@pytest.mark.parametrize("values", [("8.00", "7.00", "4.90"), ("8.00", "7.00"), ("12.00", "9.00")])
def test_parts_that_do_not_add_up_are_not_stacked(values: tuple[str, ...]) -> None:
    assert ChartKind.STACKED not in kinds(charts(budget(*values)))


def test_an_amount_and_the_one_part_that_is_told_leave_a_derived_rest() -> None:
    (spec,) = charts(budget("8.00"))
    assert spec.kind is ChartKind.PROGRESS
    assert [p.shown for p in spec.points] == ["8.00亿元", "12亿元"]


# --- shares and rates -------------------------------------------------------------------------


def share(name: str, shown: str, at: int, **changes: Any) -> Fact:
    return fact(name, shown, "%", **({"at": at, "kind": Kind.SHARE} | changes))


def test_shares_of_one_list_are_dots_and_a_rate_stands_among_them() -> None:
    pair = [share("民营经济占GDP比重", "50%", 0), share("参保率", "95%", 20, kind=Kind.LEVEL,
            qualifiers=("以上",), quote="参保率95%以上", low=Decimal(95))]  # fmt: skip
    (spec,) = charts(pair)
    assert spec.kind is ChartKind.SHARES
    assert [(p.shown, p.tone) for p in spec.points] == [
        ("95%以上", Tone.EXPECTED),
        ("50%", Tone.ACTUAL),
    ]
    assert spec.title == "民营经济占GDP比重50%"


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": Kind.GROWTH},
        {"values": (Decimal(120),)},
        {"kind": Kind.TARGET},
        {"source": "y.txt"},
        {"start": 900, "end": 910},
        {"published": "2022-01"},
        {"scope": "石桥镇"},
    ],
)
def test_a_share_that_differs_does_not_stand_beside_the_other(changes: dict[str, Any]) -> None:
    pair = [share("民营经济占GDP比重", "50%", 0), share("税收占比", "75%", 20)]
    assert charts([pair[0], replace(pair[1], **changes)]) == ()


def rate(name: str, shown: str, at: int, **changes: Any) -> Fact:
    return fact(name, shown, "%", **({"at": at, "kind": Kind.GROWTH} | changes))


def test_rates_of_one_kind_and_period_are_bars_and_a_fall_says_so() -> None:
    rates = [
        rate("工业增加值同比增速", "8.8%", 0),
        replace(rate("出口额同比增速", "3.2%", 40), values=(Decimal("-3.2"),)),
    ]
    (spec,) = charts(rates)
    assert [(p.label, p.shown, p.value) for p in spec.points] == [
        ("工业增加值", "8.8%", Decimal("8.8")),
        ("出口额", "下降3.2%", Decimal("-3.2")),
    ]


@pytest.mark.parametrize(
    "other",
    [
        rate("出口额年均增速", "3.2%", 40),
        rate("出口额同比增速", "3.2%", 500),  # another list
        rate("死亡人数同比增速", "3.2%", 40),
        replace(rate("出口额同比增速", "3.2%", 40), unit="倍"),
        rate("出口额同比增速", "3.2%", 40, period="2021"),
        rate("出口额同比增速", "3.2%", 40, period=None),
        rate("出口额同比增速", "3.2%", 40, scope="清河科技公司"),
        rate("出口额同比增速", "3.2%", 40, qualifiers=("预计",)),
    ],
)
def test_rates_of_another_kind_or_period_do_not_stand_together(other: Fact) -> None:
    assert charts([rate("工业增加值同比增速", "8.8%", 0), other]) == ()


def test_a_rate_without_a_word_for_its_pace_goes_with_its_list() -> None:
    listed = [rate("固定资产投资同比增速", "6.4%", 0), rate("民间投资增速", "3.6%", 40)]
    (spec,) = charts(listed)
    assert [p.label for p in spec.points] == ["固定资产投资", "民间投资"]
    assert spec.subtitle.startswith("增速，%")


def test_averages_over_the_same_years_stand_together_wherever_they_are_told() -> None:
    far = [rate(n, "6.9%", at, period="2016/2021") for n, at in
           (("地区生产总值年均增速", 0), ("工业增加值年均增速", 3000))]  # fmt: skip
    (spec,) = charts(far)
    assert len(spec.points) == 2


def test_what_a_loan_costs_is_no_share_beside_shares() -> None:
    pair = [share("民营经济占GDP比重", "50%", 0), share("税收占比", "75%", 20)]
    lent = share("平均利率", "3.65%", 40, kind=Kind.LEVEL)
    (spec,) = charts([*pair, lent])
    assert [p.shown for p in spec.points] == ["75%", "50%"]
