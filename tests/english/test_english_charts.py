"""Charts of this repository's facts in English: a short message, no Chinese, the same points."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from briefgen.chart import ChartKind, ChartSpec, Point, Tone
from briefgen.english.charts import TITLE_LIMIT, _fitting, retell_chart
from briefgen.english.figures import Figures
from briefgen.english.measures import Names
from briefgen.english.retell import Retelling
from briefgen.fact import Fact, Kind, Level, Status
from briefgen.lexicon import load_lexicon
from briefgen.lexicon.english import load_english


def a_share(identity: str, number: str, published: str) -> Fact:
    return Fact(
        id=identity, source=f"{identity}.txt", start=0, end=9, quote=f"森林覆盖率达{number}",
        kind=Kind.LEVEL, indicator="森林覆盖率", scope="清河区", level=Level.DISTRICT, themes=(),
        article="a", published=published, values=(Decimal(number.rstrip("%")),),
        number_text=number, number_start=6, number_end=12, unit="%", clause=f"森林覆盖率达{number}",
        period_inferred=True,
    )  # fmt: skip


def retold(spec: ChartSpec, *facts: Fact) -> ChartSpec:
    lexicon, words = load_lexicon(), load_english(None, {"清河区": "=Qinghe District"})
    known = {f.id: f for f in facts}
    names = Names(lexicon, words)
    retelling = Retelling(known, names, Figures(lexicon, words), "the district", ("清河区",))
    return retell_chart(spec, retelling)


def test_a_pair_of_reports_is_told_with_its_change_and_keeps_its_points() -> None:
    first, last = a_share("a", "50.7%", "2022-12"), a_share("b", "53.16%", "2024-01")
    points = (
        Point("2022年12月报道", Decimal("50.7"), "50.7%", ("a",), Tone.EARLIER),
        Point("2024年1月报道", Decimal("53.16"), "53.16%", ("b",)),
    )
    spec = ChartSpec("pairs-1", ChartKind.PAIRS, "森林覆盖率两次报道间升约2.5个百分点",
                     "森林覆盖率（%）；清河区", "%", points, "推算。")  # fmt: skip
    made = retold(spec, first, last)
    assert made.title == "Forest coverage up about 2.5 percentage points"
    assert len(made.title) <= TITLE_LIMIT
    assert made.subtitle.startswith("Forest coverage, %; Qinghe District")
    assert [p.label for p in made.points] == ["December 2022 report", "January 2024 report"]
    assert [(p.value, p.tone, p.fact_ids) for p in made.points] == [
        (p.value, p.tone, p.fact_ids) for p in points
    ]
    assert "53.16% − 50.7%" in made.note
    assert "Where no period is stated, the date of the report is shown" in made.note
    whole = " ".join((made.title, made.subtitle, made.note, made.alt, made.source))
    assert not re.search("[\u3400-\u9fff]", whole)
    assert "2022," not in made.subtitle.replace("2022 report", "")  # never the year as a period


def test_bars_name_what_they_count() -> None:
    fact = a_share("a", "350", "2024-01")
    fact = Fact(**{**{k: getattr(fact, k) for k in fact.__slots__}, "unit": "家",
                   "kind": Kind.COUNT, "indicator": "高新技术企业"})  # fmt: skip
    points = (Point("高新技术企业", Decimal(350), "350家", ("a",)),)
    made = retold(
        ChartSpec("bars-1", ChartKind.BARS, "高新技术企业350家", "企业，家", "家", points), fact
    )
    assert made.title == "High-tech enterprises: 350"
    assert made.points[0].label == "High-tech enterprises"
    assert made.points[0].shown == "350"


def test_a_share_whose_whole_the_source_does_not_name_is_said_to_be_one() -> None:
    fact = replace(a_share("a", "75%", "2024-01"), kind=Kind.SHARE, indicator="民营经济税收占比")
    points = (Point(fact.indicator, Decimal(75), "75%", ("a",)),)
    note = "各项的分母不同，不相加。原文未写明分母：民营经济税收占比。"
    spec = ChartSpec("shares-1", ChartKind.SHARES, "税收占75%", "占比，%", "%", points, note)
    assert retold(spec, fact).note == (
        "Shares are of different wholes and do not add up. "
        "The source does not say of what whole: the private economy's share of tax."
    )


def test_many_months_on_an_axis_are_short_and_the_subtitle_tells_their_ends() -> None:
    shares = [
        replace(
            a_share(f"m{n}", f"{50 + n}%", f"2024-{n + 1:02}-08"),
            period=f"2024-{n:02}",
            period_inferred=False,
        )
        for n in range(1, 9)
    ]
    points = tuple(
        Point(f"2024年{n}月", Decimal(50 + n), f"{50 + n}%", (f.id,))
        for n, f in enumerate(shares, 1)
    )
    line = ChartSpec("line-1", ChartKind.LINE, "森林覆盖率升", "森林覆盖率", "%", points)
    made = retold(line, *shares)
    assert [p.label for p in made.points][:2] == ["Jan 2024", "Feb 2024"]
    assert made.subtitle == "Forest coverage, %; Qinghe District; January 2024 to August 2024"
    few = retold(replace(line, points=points[:3]), *shares[:3])
    assert few.points[0].label == "January 2024"


def test_the_title_of_a_time_line_counts_its_events() -> None:
    """2022年5月以来2项有日期的进展 (invented)."""
    opened = replace(
        a_share("a", "50.7%", "2022-12"),
        kind=Kind.MILESTONE, values=(), number_text=None, period="2022-05-03",
        quote="清河大桥建成通车", clause="清河大桥建成通车",
    )  # fmt: skip
    points = tuple(Point("清河大桥建成通车", Decimal(n), "2022年5月3日", ("a",)) for n in (1, 2))
    spec = ChartSpec("t", ChartKind.TIMELINE, "2022年5月以来2项有日期的进展", "", "", points)
    assert retold(spec, opened).title == "2 dated events since May 2022"


def test_what_a_time_line_shows_as_begun_is_not_told_as_done() -> None:
    begun = replace(
        a_share("a", "50.7%", "2022-12"),
        kind=Kind.MEASURE, status=Status.STARTED, values=(), number_text=None, period="2022-05",
        quote="建设清河大桥", clause="建设清河大桥",
    )  # fmt: skip
    points = tuple(Point("建设清河大桥", Decimal(n), "2022年5月", ("a",)) for n in (1, 2))
    spec = ChartSpec("t", ChartKind.TIMELINE, "2022年5月以来2项有日期的进展", "", "", points)
    assert "was building" in retold(spec, begun).points[0].label
    done = replace(begun, status=Status.DONE)
    assert "built" in retold(spec, done).points[0].label


def test_parts_that_make_up_an_amount_are_told_as_its_parts() -> None:
    def an_amount(identity: str, indicator: str, number: str) -> Fact:
        return replace(
            a_share(identity, "1%", "2024-02"), indicator=indicator, unit="元", number_text=number,
            values=(Decimal(number.removesuffix("亿")) * 10**8,), clause=f"{indicator}{number}元",
            period="2023", period_inferred=False,
        )  # fmt: skip

    whole = an_amount("w", "地区生产总值", "512.8亿")
    parts = [
        an_amount("a", "第一产业增加值", "41.6亿"),
        an_amount("b", "第二产业增加值", "236.5亿"),
        an_amount("c", "第三产业增加值", "234.7亿"),
    ]
    points = tuple(
        Point(f.indicator, f.value, f"{f.number_text}元", (f.id, whole.id)) for f in parts
    )
    spec = ChartSpec("parts-1", ChartKind.STACKED, "地区生产总值512.8亿元",
                     "地区生产总值，亿元；清河区；2023年", "元", points,
                     "各项合计为地区生产总值512.8亿元，原文写明是其组成部分。")  # fmt: skip
    made = retold(spec, whole, *parts)
    assert made.title == "Gross regional product: 51.28 billion yuan"
    assert made.note.startswith("Parts, as the source says, of gross regional product, in all")
    assert "Told as" not in made.note


def test_a_long_title_keeps_its_figure_on_a_second_line() -> None:
    long = "Digital manufacturing's share of above-scale industrial output: 64%"
    assert len(long) > TITLE_LIMIT
    assert _fitting([long]) == long
