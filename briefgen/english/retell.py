"""A brief told again in English: the same blocks, the same facts, the same order, other words.

Input: a brief composed around an English narrative, and its facts. Output: the brief in English,
and how much of it stays Chinese. Every value run keeps its facts; what it says is told anew from
them. Nothing is chosen here, and nothing is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.brief import (
    Block,
    Card,
    Cards,
    Chart,
    Cite,
    Heading,
    KeyPoints,
    Paragraph,
    Runs,
    SourceEntry,
    SourceList,
    Table,
    Value,
)
from briefgen.english.aims import is_amiss
from briefgen.english.claims import aspect_of, is_name, mode_of
from briefgen.english.clauses import Aspect, Clause, tell_clause
from briefgen.english.figures import Figures, is_of_firms
from briefgen.english.grammar import parse
from briefgen.english.measures import Names, bare_measure, upper
from briefgen.english.meetings import tell_meeting
from briefgen.english.moves import is_margin, than
from briefgen.english.our_words import OurWords
from briefgen.english.phrase import is_proper, noun
from briefgen.english.setting import (
    Sort,
    Told,
    in_region,
    joined_clauses,
    set_well,
    without_owner,
)
from briefgen.english.tails import (
    base_of,
    inner_figures,
    is_to_come,
    named_figure,
    names_it,
    some_of_these,
    tells_no_more,
    when_said,
    with_tails,
)
from briefgen.english.times import SPANS_SAID, period_words, printed_time
from briefgen.fact import Fact, Kind, Level
from briefgen.telling import EXPECTED, dense, figure, states_period

_WIDTHS = {4: (43, 27, 22, 8), 5: (33, 21, 20, 18, 8)}  # of tables: names are long, marks short
_SAID = "in the source's words, "  # before a clause that has no English
_NOBODY = "\x00"  # a subject that has no English
_SITE = re.compile("(?:zone|park|base|centre|hospital|school|area|market|station|village|town)$")
_LABELS = {"其余（推算）": "Rest (derived)"}  # of a chart's table
_NAME = 30  # characters that a name may have
_QUOTE_OPENS = re.compile("“$")
_BARE_MONTH = re.compile(r"^\d{1,2}月(?:\d{1,2}日)?[，,]?")
_ENDS = re.compile("[。]|[.:] ")
_TAIL = re.compile(
    "(?:同比|年均|环比|[比较](?:上年|去年)[末底]?|[比较]年初)?(?:实际|名义)?"
    "(?:增长|下降|提高|提升|降低|减少|增加|上升|回落|翻)"
)


@dataclass(frozen=True, slots=True)
class Share:
    """How many statements a brief tells, and how many of them have words left in Chinese."""

    told: int
    in_chinese: int


class Retelling(OurWords):
    """Tells the runs of one brief in English; `untold` and `statements` count as it goes."""

    def __init__(
        self,
        facts: Mapping[str, Fact],
        names: Names,
        figures: Figures,
        owner: str,
        area: Sequence[str],
    ) -> None:
        super().__init__(facts, names, figures)
        self.owner = owner
        self.area = frozenset(area)
        self.times: set[str] = set()  # said in the sentence that is being told
        self.statements: dict[str, bool] = {}  # the clause, and whether Chinese is left in it

    # --- runs ---------------------------------------------------------------------------------

    def runs(self, runs: Runs, *, label: bool = False) -> Runs:
        """Return runs in English, the first letter of each sentence a capital."""
        out: list[Told] = []
        before = ""
        aspect = Aspect.PLAIN
        self.times.clear()
        for run in runs:
            if isinstance(run, Cite):
                out.append(Told(replace(run, latin=True), Sort.OTHER, ""))
                continue
            if isinstance(run, Value):
                text, sort = run.text, Sort.OTHER
                if _QUOTE_OPENS.search(before) is None:
                    text, sort = self.value(run, label=label, aspect=aspect)
                    text = in_region(text, self.owner)
                if sort is Sort.TIME:
                    aspect = aspect_of(text, aspect)
                    self.times.add(text)
                formula = run.formula and self.plain(run.formula)
                out.append(Told(replace(run, text=text, formula=formula), sort, run.text))
            else:
                if _ENDS.search(run.text):
                    aspect = Aspect.PLAIN
                if "。" in run.text:
                    self.times.clear()
                out.append(Told(replace(run, text=self.plain(run.text)), Sort.OTHER, run.text))
            before = run.text
        return set_well(out)

    def value(
        self, run: Value, *, label: bool = False, aspect: Aspect = Aspect.PLAIN
    ) -> tuple[str, Sort]:
        """Return a value run's words told anew from its facts, and what they are."""
        text = run.text
        if (time := printed_time(dense(text))) is not None:
            return time, Sort.TIME
        if text in EXPECTED:
            return "expected ", Sort.OTHER  # 预计增长9.3%, on a card
        facts = [self.facts[i] for i in run.fact_ids if i in self.facts]
        if (short := self._name_or_figure(text, facts)) is not None:
            return short, Sort.OTHER
        if (amount := self.amount(dense(text))) is not None:
            firms = any(map(is_of_firms, facts))  # 较1月上升1980户 of 企业
            return amount.removesuffix(" households") if firms else amount, Sort.OTHER
        for fact in facts:
            if not fact.is_statement and dense(text) == dense(named_figure(fact)):
                return self._figures([fact], text, label, aspect)
        numbers = sorted(
            (f for f in facts if not f.is_statement), key=lambda f: (f.source, f.number_start or 0)
        )
        if len(numbers) == len(facts) == 1 and _TAIL.match(text):
            return self.figures.tail(facts[0]), Sort.TAIL
        if len(facts) == 1 and facts[0].kind is Kind.RANK and not names_it(text, facts[0]):
            return self.figures.tail(facts[0]), Sort.TAIL
        if any(map(is_to_come, numbers)) and not label:
            return self._statement(text, facts, label, aspect)
        if numbers and (label or len(numbers) == len(facts)):
            return self._figures(numbers, text, label, aspect)
        if not facts:
            return self.plain(text), Sort.OTHER
        told = self._statement(text, facts, label, aspect)
        inner = inner_figures(facts, self.facts.values()) if told[1] is Sort.QUOTED else []
        by_figures = tells_no_more(text, facts, inner)
        return self._figures(inner, text, label, aspect) if by_figures else told

    def _name_or_figure(self, text: str, facts: Sequence[Fact]) -> str | None:
        """Return what a cell holds, a measure's name or a figure, None for any other words."""
        for fact in (f for f in facts if not f.is_statement):
            if text in (fact.indicator, fact.meant, bare_measure(fact.indicator)):
                return self._name(fact)
            if dense(text) == dense(figure(fact)):
                return self.figures.cell(fact, self._name(fact))
        return _LABELS.get(text)

    def _figures(
        self, facts: Sequence[Fact], said: str, label: bool, aspect: Aspect
    ) -> tuple[str, Sort]:
        seen: dict[str, Sort] = {}
        plans = len({f.kind is Kind.TARGET for f in facts}) > 1  # beside what has come of them
        for fact in facts if label else with_tails(facts):
            name = self._name(fact)
            base = base_of(fact, facts)
            sort = Sort.CLAUSE
            if is_amiss(fact, name):
                return f"“{said}”", Sort.QUOTED
            if self._is_of_a_thing(fact) and not label:
                return self._statement(said, [fact], label, aspect)  # 设立2亿元的基金
            if (part := self._of_these(fact)) and seen and not label:
                seen.setdefault(part, sort)
                continue
            if label:
                told = self.figures.label(fact, name)
                told = without_owner(next(iter(seen), ""), told, its=False)
            elif seen and (beyond := self._beyond(fact, facts)):
                told, sort = beyond, Sort.TAIL
            elif base is not None and fact.kind in (Kind.GROWTH, Kind.RANK, Kind.CHANGE):
                told, sort = self.figures.tail(fact), Sort.TAIL
            else:
                of_a_year = states_period(fact) and re.fullmatch(r"\d{4}", fact.period or "")
                perfect = aspect is Aspect.SINCE and not of_a_year
                told = self.figures.sentence(fact, name, perfect=perfect)
                told += "" if self._said_time(fact) else when_said(fact, said)
            if (
                plans
                and told.startswith("for ")
                and not any(t.startswith("the plan") for t in seen)
            ):
                told = f"the plan is {told}"
            seen.setdefault(told, sort)
        if label:
            return ", ".join(seen), Sort.OTHER
        return joined_clauses(tuple(seen.items())), next(iter(seen.values()))

    def _is_of_a_thing(self, fact: Fact) -> bool:
        """Return whether an amount with no name but its verb says how big a thing is."""
        after = dense(fact.clause).partition(dense(fact.number_text or "\x00"))[2]
        of_it = after.startswith(f"{fact.unit}的")
        return of_it and fact.indicator in self.names.words.verb

    def _beyond(self, fact: Fact, facts: Sequence[Fact]) -> str | None:
        """Return how far a measure told before is from another: 1.2 points above the average."""
        over = than(fact.indicator) if is_margin(fact) else None
        if over is None or not any(f.indicator == over["what"] for f in facts):
            return None
        where = self.names.beyond(over)
        return where and f"{self.figures.shown(fact)} {where}"

    def _of_these(self, fact: Fact) -> str | None:
        deed = some_of_these(fact, self.names.speech)
        return deed and f"of these, {self.figures.shown(fact, 'them')} {deed}"

    def _said_time(self, fact: Fact) -> bool:
        return states_period(fact) and period_words(fact.period or "") in self.times

    def _name(self, fact: Fact) -> str:
        return self.name_for(fact)

    def _statement(
        self, text: str, facts: Sequence[Fact], label: bool, aspect: Aspect
    ) -> tuple[str, Sort]:
        fact = next((f for f in facts if f.is_statement), facts[0])
        if self.times:
            text = SPANS_SAID.sub("", text) or text  # over the past three years, 近三年…
        if aspect is Aspect.DATED:
            text = _BARE_MONTH.sub("", text)  # the time before it says the year too
        phrase = parse(text, self.names.speech, deed=True) if len(text) <= _NAME else None
        if phrase is not None and phrase.cat == "N" and not phrase.kept and is_name(phrase):
            self.names.note(phrase.terms)  # a name: 中共清河区第十三次代表大会
            return noun(phrase), Sort.OTHER
        if (met := tell_meeting(text, self.names)) is not None:
            self.statements[text] = False
            return met, Sort.CLAUSE
        owner = self.owner_of(fact)
        clause = tell_clause(
            text,
            mode_of(fact),
            self.names.speech,
            owner=owner,
            area=self.area,
            aspect=aspect,
        )
        if _NOBODY in clause.text:
            clause = Clause(text, True, (text,))  # of whom it is told, nobody can say in English
        self.statements[text] = bool(clause.untold or clause.kept)
        self.names.note(clause.terms)
        if clause.untold:
            said = "" if label else _SAID
            return f"{said}“{clause.text}”", Sort.QUOTED
        told = re.sub(rf"^{owner} (?:was )?", "", clause.text) if label else clause.text
        return told, Sort.CLAUSE

    def owner_of(self, fact: Fact) -> str:
        """Return who does what a statement of a fact leaves without a subject: whom it is about."""
        if fact.level is Level.DISTRICT or fact.scope in self.area:
            return self.owner
        phrase = parse(fact.scope, self.names.speech)
        if phrase is not None and phrase.cat == "N" and not is_proper(phrase):
            return f"the {phrase.singular}" if _SITE.search(phrase.singular) else _NOBODY
        return self.names.body(fact.scope) if self.names.is_body(fact.scope) else _NOBODY

    # --- blocks -------------------------------------------------------------------------------

    def block(self, block: Block) -> Block:
        """Return one block in English."""
        match block:
            case Heading(level, runs):
                return Heading(level, _opened(self.runs(runs, label=True)))
            case Paragraph(role, runs):
                return Paragraph(role, _opened(self.runs(runs)))
            case KeyPoints(title, points):
                return KeyPoints(self.plain(title), tuple(_opened(self.runs(p)) for p in points))
            case Cards(title, cards):
                return Cards(self.plain(title), tuple(self._card(c) for c in cards))
            case Chart(number, spec, source):
                return Chart(number, spec, self.runs(source))
            case Table(head, rows, widths, summary):
                made = tuple(tuple(_opened(self.runs(cell)) for cell in row) for row in rows)
                titles = tuple(self.plain(h) for h in head)
                return Table(titles, made, _WIDTHS.get(len(head), widths), self.plain(summary))
            case SourceList(entries):
                return SourceList(tuple(self._source(e) for e in entries))

    def _card(self, card: Card) -> Card:
        label = upper(self.name_of(card.label))
        return Card(label, _opened(self.runs(card.value)), _opened(self.runs(card.note)))

    def _source(self, entry: SourceEntry) -> SourceEntry:
        publisher, comma, note = entry.note.rpartition("，") if "，" in entry.note else ("", "", "")
        told = self.plain(entry.note) if not comma else f"{publisher}, {self.plain(note)}"
        return replace(entry, note=told)


def _opened(runs: Runs) -> Runs:
    """Return runs whose first word begins with a capital, without a blank at their end."""
    if runs and not isinstance(runs[-1], Cite):
        runs = (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip()))
    for at, run in enumerate(runs):
        if not isinstance(run, Cite) and run.text.strip():
            return (*runs[:at], replace(run, text=upper(run.text.lstrip())), *runs[at + 1 :])
    return runs
