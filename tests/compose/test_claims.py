"""Every rule of what a sentence may say, with the sentence that must not come out.

The district of 清河 and all that is said of it are invented.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from qinghe import a_fact, brief_of, material, words_of

from briefgen.brief import Cite, Table, Value, block_runs
from briefgen.compose.theme import compose_theme
from briefgen.fact import Conflict, Kind, Level, Relation, RelationType, Series, Status


def test_an_inferred_period_prints_as_the_reports_date_and_never_as_a_year() -> None:
    words = words_of(brief_of([a_fact("民营企业达350家", "350", unit="家", period="2023")]))
    assert "据2024年1月报道" in words
    assert "2023年" not in words


def test_a_stated_period_is_printed() -> None:
    fact = a_fact("到位资金93.9亿元", "93.9亿", unit="元", period="2023", period_inferred=False)
    assert "2023年到位资金93.9亿元" in words_of(brief_of([fact]))


def test_a_year_is_not_that_of_where_something_stands() -> None:
    tower = a_fact("位于清河边的石塔建成", period="2022", period_inferred=False)
    assert "2022年，位于清河边的石塔建成" in words_of(brief_of([tower]))


def test_last_year_is_told_from_the_articles_date_and_not_from_the_issues() -> None:
    fact = a_fact(
        "去年民营企业贷款30亿元", "30亿", unit="元", published="2022-05", indicator="民营企业贷款"
    )
    words = words_of(brief_of([fact], as_of=date(2024, 6, 1)))
    assert "2021年民营企业贷款30亿元" in words
    assert "去年" not in words.split("资料来源")[0]


def test_a_whole_year_without_its_year_is_marked_as_inferred() -> None:
    fact = a_fact("全年新增市场主体2.5万户", "2.5万", unit="户", published="2022-05", period="2021")
    assert "2021年（推定）全年新增市场主体2.5万户" in words_of(brief_of([fact]))


def test_a_plan_whose_time_has_passed_is_to_be_checked_and_no_plan() -> None:
    plan = a_fact(
        "到2023年底民营企业突破500家",
        "500",
        unit="家",
        kind=Kind.TARGET,
        qualifiers=("突破",),
        period="2023",
        period_inferred=False,
    )
    words = words_of(brief_of([plan], as_of=date(2024, 6, 1)))
    assert "到期待核" in words
    assert "目标任务包括" not in words
    before = words_of(brief_of([plan], as_of=date(2023, 6, 1)))
    assert "目标任务包括" in before
    assert "到期待核" not in before


def test_an_honour_that_an_earlier_report_told_is_not_told_again() -> None:
    honours = [
        a_fact(
            f"{verb}“全国民营经济示范城市”",
            kind=Kind.HONOUR,
            status=Status.AWARDED,
            source=name,
            published=day,
        )
        for verb, name, day in (("获评", "a.txt", "2022-01"), ("荣获", "b.txt", "2024-01"))
    ]
    words = words_of(brief_of(honours)).split("资料来源")[0]
    assert "获评“全国民营经济示范城市”" in words
    assert "荣获“全国民营经济示范城市”" not in words


def test_a_target_is_led_in_as_a_target_in_text_and_table() -> None:
    target = a_fact(
        "科技型企业数量实现翻番", "翻番", unit="倍", kind=Kind.TARGET, values=(Decimal(2),)
    )
    brief = brief_of([target])
    for line in words_of(brief).splitlines():
        if "实现翻番" in line:
            assert line.startswith(("据2024年1月报道，目标任务包括：", "科技型企业数量实现翻番"))
    table = next(b for b in brief.blocks if isinstance(b, Table))
    assert "".join(r.text for r in table.rows[0][0]).endswith("（目标）")


@pytest.mark.parametrize(
    ("clause", "number", "hedges", "printed"),
    [
        ("民营企业近1万家", "1万", ("近",), "近1万家"),
        ("民营企业35000多家", "35000", ("多",), "35000多家"),
        ("民营企业超过7.8万家", "7.8万", ("超过",), "超过7.8万家"),
        ("民营企业占比保持在70%以上", "70%", ("以上",), "70%以上"),
        ("民营企业投资约12.5亿元", "12.5亿", ("约",), "约12.5亿元"),
        ("填平十几口水塘", "十几", ("几",), "十几口"),
    ],
)
def test_a_hedge_stays_in_text_and_table(
    clause: str, number: str, hedges: tuple[str, ...], printed: str
) -> None:
    unit = {"%": "%"}.get(
        number[-1], clause[clause.index(number) + len(number) :].strip("多以上")[:1]
    )
    brief = brief_of([a_fact(clause, number, qualifiers=hedges, unit=unit)])
    table = next(b for b in brief.blocks if isinstance(b, Table))
    assert "".join(r.text for r in table.rows[0][1]) == printed
    assert printed in words_of(brief)


def test_an_expected_figure_says_so_where_its_clause_does_not() -> None:
    fact = a_fact(
        "年入库税金2000万元以上",
        "2000万",
        unit="元",
        kind=Kind.TARGET,
        qualifiers=("预计", "以上"),
        indicator="项目达产后年入库税金",
        scope="清河机械",
        level=Level.ENTITY,
    )
    assert "预计2000万元以上" in words_of(brief_of([fact]))


def test_what_stands_in_quoted_words_is_in_no_key_point_and_no_progress() -> None:
    said = a_fact("是全市唯一的示范区", kind=Kind.STANDING, speaker="区委书记张三", start=50)
    words = words_of(brief_of([said, a_fact("民营企业350家", "350", unit="家")]))
    assert "唯一" not in words


def test_growth_is_told_of_the_figure_that_it_belongs_to() -> None:
    base = a_fact("到位资金3亿元", "3亿", unit="元", start=20, indicator="招商到位资金")
    other = a_fact("2023年招商投资额达9亿元", "9亿", unit="元", indicator="招商投资额")
    growth = a_fact(
        "到位资金3亿元，同比增长12%",
        "12%",
        unit="%",
        kind=Kind.GROWTH,
        start=20,
        indicator="招商到位资金同比增速",
        relations=(Relation(RelationType.GROWTH_OF, base.id),),
    )
    words = words_of(brief_of([other, base, growth]))
    assert "招商到位资金3亿元，同比增长12%" in words
    assert not re.search(r"投资额[^；。]*9亿元，同比", words)


def test_a_share_changes_in_percentage_points_with_no_more_digits_than_the_coarser() -> None:
    first = a_fact(
        "民营占比50.7%",
        "50.7%",
        unit="%",
        kind=Kind.SHARE,
        values=(Decimal("50.7"),),
        published="2022-01",
        source="a.txt",
        indicator="民营占比",
    )
    last = a_fact(
        "民营占比53.16%",
        "53.16%",
        unit="%",
        kind=Kind.SHARE,
        values=(Decimal("53.16"),),
        source="b.txt",
        indicator="民营占比",
    )
    brief = brief_of([first, last], series=[Series("民营占比", "%", (first, last))])
    words = words_of(brief)
    assert "由50.7%" in words
    assert "约2.5个百分点（推算）" in words
    assert "2.46" not in words
    derived = [
        r
        for b in brief.blocks
        for runs in block_runs(b)
        for r in runs
        if isinstance(r, Value) and r.formula
    ]
    assert derived
    assert all(r.formula == "53.16%－50.7%" for r in derived)
    assert all(set(r.fact_ids) == {first.id, last.id} for r in derived)


def test_a_difference_of_ten_thousands_is_no_finer_than_its_coarser_figure() -> None:
    told = {"unit": "户", "kind": Kind.COUNT, "indicator": "市场主体"}
    first = a_fact(
        "市场主体7.8万户", "7.8万", values=(Decimal(78000),), published="2022-01", **told
    )
    last = a_fact("市场主体8.63万户", "8.63万", values=(Decimal(86300),), source="b.txt", **told)
    words = words_of(brief_of([first, last], series=[Series("市场主体", "户", (first, last))]))
    assert "约8000户（推算）" in words
    assert "8300" not in words


def test_a_slip_of_the_print_is_paraphrased_in_text_and_listed_for_checking() -> None:
    slip = a_fact(
        "科技型企业家达2854家",
        "2854",
        unit="家",
        kind=Kind.COUNT,
        indicator="科技型企业",
        meant="科技型企业",
        flags=("source_slip",),
    )
    words = words_of(brief_of([slip]))
    assert "科技型企业2854家（待核）" in words
    assert "疑有印误，按文意指“科技型企业”" in words
    assert "科技型企业（待核）" in words
    running = [line for line in words.splitlines() if line.startswith("据")]
    assert not any("企业家达" in line for line in running)


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("over_whole",), "部分大于整体"),
        (("source_slip", "over_100"), "大于其整体"),
        (("doubled_word",), "有重字"),
        (("damaged",), "有字符损坏"),
    ],
)
def test_what_the_print_makes_doubtful_is_listed_with_its_reason(
    flags: tuple[str, ...], said: str
) -> None:
    fact = a_fact("民营企业350家", "350", unit="家", kind=Kind.COUNT, flags=flags)
    (line,) = [t for t in words_of(brief_of([fact])).splitlines() if t.startswith("原文“")]
    assert "民营企业350家" in line
    assert said in line


def test_conflicting_values_stand_side_by_side_and_none_is_picked() -> None:
    rivals = tuple(
        a_fact(
            f"民营企业{n}家",
            n,
            unit="家",
            source=s,
            period="2023",
            period_inferred=False,
            values=(Decimal(n),),
            indicator="民营企业",
        )
        for n, s in (("350", "a.txt"), ("360", "b.txt"))
    )
    words = words_of(brief_of(rivals, conflicts=[Conflict("value", rivals)]))
    doubt = next(line for line in words.splitlines() if "不一致，待核" in line)
    assert "350" in doubt
    assert "360" in doubt
    assert "355" not in words


def test_a_firms_figure_is_in_no_card_and_in_no_key_point() -> None:
    own = [
        a_fact("民营企业占比61%", "61%", unit="%", kind=Kind.SHARE),
        a_fact("税收占比75%", "75%", unit="%", kind=Kind.SHARE, start=40, indicator="民营税收占比"),
    ]
    firm = a_fact(
        "营收约12.5亿元", "12.5亿", unit="元", scope="清河机械", level=Level.ENTITY, start=80
    )
    body = compose_theme("民营经济", material([*own, firm]), ())
    points, cards = body.blocks[0], body.blocks[1]
    for block in (points, cards):
        assert "12.5" not in "".join(r.text for runs in block_runs(block) for r in runs)
    assert "清河机械。" in words_of(body)


def test_a_theme_without_a_target_says_that_none_is_given() -> None:
    assert "没有本主题的量化目标" in words_of(brief_of([a_fact("民营企业350家", "350", unit="家")]))


def test_a_count_of_firms_is_no_figure_of_the_private_economy_unless_it_says_so() -> None:
    told = {"unit": "家", "kind": Kind.COUNT}
    tied = a_fact("民营科技型企业350家", "350", **told)
    other = a_fact("高新技术企业916家", "916", themes=("科技创新", "民营经济"), start=40, **told)
    words = words_of(brief_of([tied, other]))
    assert "350家" in words
    assert "916家" not in words


def test_a_round_number_in_a_speech_is_no_population() -> None:
    spoken = a_fact(
        "80万清河人民接续奋斗", "80万", unit="人", kind=Kind.COUNT, flags=("rhetorical",), start=40
    )
    words = words_of(brief_of([spoken, a_fact("民营企业350家", "350", unit="家")]))
    assert "80万" not in words


def test_a_masthead_is_never_invented() -> None:
    head = brief_of([a_fact("民营企业350家", "350", unit="家")]).masthead
    assert (head.organ, head.editor, head.number, head.date) == (None, None, None, None)


def test_every_figure_in_running_text_is_followed_by_its_reference() -> None:
    facts = [
        a_fact("民营企业350家", "350", unit="家"),
        a_fact("民营企业贷款30亿元", "30亿", unit="元", start=30),
    ]
    for block in brief_of(facts).blocks:
        for runs in block_runs(block):
            text = "".join(r.text for r in runs)
            if text.startswith("据") and re.search(r"\d", text):
                assert any(isinstance(r, Cite) for r in runs), text
