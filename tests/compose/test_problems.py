"""What falls short, in words and in figures, stands with the problems; 清河 is invented."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from qinghe import NARRATIVE, a_fact, brief_of, material, words_of

from briefgen.brief import Brief, Cards, KeyPoints, block_runs, plain_text
from briefgen.charts.sight import is_sound
from briefgen.compose.narrator import Narrator
from briefgen.compose.overview import compose_overview
from briefgen.compose.theme import compose_theme
from briefgen.english.figures import Figures
from briefgen.english.measures import Names
from briefgen.english.retell import Retelling
from briefgen.fact import LACKING, Fact, Kind, Level
from briefgen.lexicon import load_lexicon
from briefgen.lexicon.english import load_english

SMALL = a_fact("民营经济规模偏小", kind=Kind.PROBLEM, start=4000)
FEW = a_fact(
    "亿元以上民营企业不足30家", "30", unit="家", kind=Kind.COUNT, start=4010, flags=(LACKING,),
    values=(Decimal(30),),
    qualifiers=("不足",), indicator="亿元以上民营企业",
)  # fmt: skip
GOOD = [
    a_fact(
        f"民营企业{name}类达到{count}家", str(count), unit="家", kind=Kind.COUNT, start=90 * count,
        indicator=f"民营企业{name}类",
    )
    for count, name in enumerate("甲乙丙丁戊己庚辛", 11)
]  # fmt: skip
FACTS = [*GOOD, SMALL, FEW]


def parts(brief: Brief, progress: str, problems: str, after: str) -> tuple[str, str]:
    """Return what is told as progress, and with the problems."""
    told, rest = words_of(brief).split(f"\n{progress}\n")[1].split(f"\n{problems}\n")
    return told, rest.split(f"\n{after}\n")[0]


def test_a_figure_that_falls_short_stands_with_the_problems_alone() -> None:
    told, short = parts(brief_of(FACTS), "进展", "存在问题", "指标明细")
    assert "30家" not in told
    assert "规模偏小" not in told
    assert "亿元以上民营企业不足30家" in short
    assert "民营经济规模偏小" in short
    assert "民营企业甲类" in told


def test_what_falls_short_is_no_key_point_and_no_card() -> None:
    heavy = replace(FEW, themes=("民营经济",), clause="民营企业不足30家", indicator="民营企业")
    brief = brief_of([*GOOD[:2], SMALL, heavy])
    summary = [b for b in brief.blocks if isinstance(b, KeyPoints | Cards)]
    said = "".join(plain_text(runs) for block in summary for runs in block_runs(block))
    assert "甲类" in said
    assert "30家" not in said
    assert "偏小" not in said


def test_an_overview_tells_no_lack_as_progress() -> None:
    brief = compose_overview("总览", material([GOOD[0], GOOD[1], SMALL, FEW]), ())
    assert "30家" not in words_of(brief)


def test_a_figure_within_the_words_of_a_problem_stands_with_it() -> None:
    words = "民营企业用工缺口仍达1200人"
    lack = a_fact(words, kind=Kind.PROBLEM, start=4100)
    figure = a_fact(words, "1200", unit="人", kind=Kind.COUNT, start=4100, indicator="用工缺口")
    told, short = parts(brief_of([*GOOD, lack, figure]), "进展", "存在问题", "指标明细")
    assert "1200人" not in told
    assert "1200人" in short


def test_problems_that_were_gathered_are_work_done() -> None:
    words = "收集梳理民营企业存在的问题90个"
    gathered = a_fact(words, kind=Kind.PROBLEM, start=4100)
    figure = a_fact(words, "90", unit="个", kind=Kind.COUNT, start=4100, indicator="梳理企业问题")
    told = words_of(brief_of([*GOOD, gathered, figure]))
    assert "存在问题" not in told
    assert "90个" in told


def test_a_firms_lack_stays_with_its_case() -> None:
    own = replace(FEW, level=Level.ENTITY, scope="天元公司")
    assert "存在问题" not in words_of(brief_of([*GOOD, own]))


def test_a_chart_of_progress_draws_no_lack() -> None:
    assert is_sound(GOOD[0])
    assert not is_sound(FEW)


def in_english(facts: list[Fact]) -> str:
    """Return the brief on the private economy as its English file has it."""
    path = NARRATIVE.with_name("narrative.en.j2")
    english = replace(material(facts), narrator=Narrator(path.read_text("utf-8"), str(path)))
    brief = compose_theme("民营经济", english, ())
    lexicon, words = load_lexicon(), load_english(None, {"清河区": "=Qinghe District"})
    known, names = {f.id: f for f in facts}, Names(lexicon, words)
    retelling = Retelling(known, names, Figures(lexicon, words), "the district", ("清河区",))
    return words_of(replace(brief, blocks=tuple(map(retelling.block, brief.blocks))))


def test_the_english_brief_has_the_same_section() -> None:
    told, rest = in_english(FACTS).split("\nProgress\n")[1].split("\nProblems\n")
    short = rest.split("\nFigures in detail\n")[0]
    assert "30" not in told
    assert "less than 30" in short
    assert "rather small" in short


def test_a_problem_of_a_report_long_before_the_newest_is_not_told_as_one_of_today() -> None:
    old = a_fact("民营企业用工难", kind=Kind.PROBLEM, source="b.txt", published="2023-01")
    recent = a_fact("民营企业融资难", kind=Kind.PROBLEM, source="c.txt", published="2023-08")
    told = words_of(brief_of([*GOOD, old, recent]))
    assert "融资难" in told
    assert "用工难" not in told
    assert "用工难" in words_of(brief_of([replace(f, published="2023-06") for f in GOOD] + [old]))
