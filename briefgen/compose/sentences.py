"""Messages in words: phrases that say what the source says, each with its references.

Input: `Message`s and a `Narrator`. Output: `Runs` whose `Cite` keys are fact ids until `citations`
turns them into marks. It does not choose what is said.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from briefgen.brief import Cite, Run, Runs, Text, Value, plain_text
from briefgen.compose.clause_words import (
    GROWTH_TAIL,
    TURNED,
    YEAR_TWICE,
    Piece,
    echoes_of,
    elsewhere_based,
    expected_words,
    held_of,
    hides_expectation,
    holds,
    is_in,
    is_part,
    needs_order,
    overlap,
    reads_as_done,
    shares_words,
    sufficient,
    tells_another,
    told_place,
    widest,
    without_subject,
)
from briefgen.compose.clause_words import tail_of as tail_of
from briefgen.compose.dated_words import (
    dated_within,
    is_of_another_time,
    number_place,
    with_span,
    without_span,
    without_year,
)
from briefgen.compose.messages import Message
from briefgen.compose.narrator import Narrator
from briefgen.compose.weights import is_intended, is_unnamed
from briefgen.compose.wording import (
    clause_text,
    grows,
    short_name,
    telling_clause,
    without_own,
    without_time,
)
from briefgen.fact import Fact, Kind, Level
from briefgen.telling import (
    EXPECTED,
    change_between,
    figure,
    period_text,
    report_text,
    since_text,
    span_words,
    stated_text,
    states_period,
)

_CONTRIBUTES = re.compile("(?P<who>.{2,8}?)(?P<verb>贡献|提供|创造|容纳|吸纳|承载)")
_FROM = re.compile("[由从][^，,；;。]*$")  # 由2018年的不足5万元增加到48万元
_VILLAGE = re.compile(r"(?<=[镇乡道])\w{2,4}(?:村|社区)$")  # 柳岸镇石桥村, told as 石桥村
_THIS_BODY = re.compile("^该(?:公司|企业|集团|镇|乡|村|街道|社区|园区|学校|医院)")
_OPENS_WITH_PART = re.compile("(?:第?[一二三四]|前[一二三])季度")
_PART_TWICE = re.compile("^(?:上半年|下半年|前[一二三]季度|[一二三四]季度)")
_PART_TOLD = re.compile(".{2,}(?:上半年|下半年|前[一二三]季度|(?<!第)[一二三四]季度)")
_A_DAY = len("2021-06-30")
_SPAN_SAID = re.compile("过去|未来|今后|年来|十[一二三四五]五”?(?:以来|期间|时期)")


# 公司副总经理陈某说，公司落户两年: who says it is told before
_SAID_BY = re.compile("^[^，。“”]{2,24}?(?:介绍说|告诉记者|说|表示|介绍|称|透露|坦言|认为)[，：]")


class Speaker:
    """Says messages by a narrator, for an area whose own name need not be repeated.

    `journalese` are words that no brief prints. What is chosen by its length is measured in the
    words of `measure`, so that a brief in another language chooses the same.
    """

    def __init__(
        self,
        narrator: Narrator,
        names: Collection[str],
        journalese: Collection[str] = (),
        bodies: Collection[str] = (),
        measure: Narrator | None = None,
    ) -> None:
        self.narrator = narrator
        self.say = narrator.say
        self._own = frozenset(names)
        self._journalese = journalese
        self._bodies = frozenset(bodies)
        self._measure = measure

    def about(self, body: str) -> Speaker:
        """Return a speaker for a passage that has already named `body`."""
        bodies = self._bodies | {body}
        return Speaker(self.narrator, self._own, self._journalese, bodies, self._measure)

    @property
    def measuring(self) -> Speaker:
        """Return who says the same in the words by whose length is chosen."""
        if self._measure is None:
            return self
        return Speaker(self._measure, self._own, self._journalese, self._bodies)

    # --- one message ---------------------------------------------------------------------------

    def brief_phrase(self, message: Message) -> Runs:
        """Return the message as `phrase` does, a course of two reports in fewer words."""
        if (
            message.series is None
            or message.series.facts[0].value == message.series.facts[-1].value
        ):
            return self.phrase(message)
        first, last = message.ends
        if message.is_compared_at_last:
            named = f"{message.series.indicator}{figure(last)}"
            piece = self._timed(last, (Value(named, (last.id,)),), first=True)
            return (*piece, Cite((last.id,)), *self._ties(message, cite=True))
        change = change_of((first, last))
        value: Runs = (Value(figure(last), (last.id,)), Cite((last.id,)))
        short = self.say(
            "series_short",
            name=message.series.indicator,
            value=value,
            report=(Value(report_or_period(last), (last.id,)),),
            earlier=(Value(report_or_period(first), (first.id,)),),
            rises=last.value > first.value,
            counted=is_counted(last),
            change=(*change, Cite((first.id,))) if change else (),
        )
        return (*short, *self._ties(message, cite=True))

    def phrase(self, message: Message, *, cite: bool = True, timed: bool = True) -> Runs:
        """Return the message as a phrase without a full stop, its period said where stated.

        Without `timed` no period is put before it: the words around it have said it.
        """
        if message.series is not None:
            return (*self._series(message, cite), *self._ties(message, cite))
        if message.apart:
            return self._apart(message, cite)
        runs: list[Run] = []
        spoken: str | None = None
        for fact, words, told in self._pieces(message.facts):
            if runs and fact.period == message.facts[0].period:
                words = _PART_TWICE.sub("", words)  # 一季度营收12亿元，净利润5085万元
            ids = (*told, *echoes_of(message.facts, message.echoes, told))
            piece: Runs = (Value(words, told),)
            if timed and not fact.speaker:
                dated = min((f for f in message.facts if f.id in told), key=number_place)
                anew = bool(runs) and is_of_another_time(dated, message.facts)
                piece = self._timed(dated, piece, first=anew or not runs)
            if fact.flags and "source_slip" in fact.flags:
                piece = self.say("doubted", phrase=piece)
            if fact.speaker:
                said = "said" if fact.kind is Kind.QUOTE else "said_figure"
                piece = (Value(_SAID_BY.sub("", words) or words, told),)
                again = fact.speaker == spoken and fact.kind is not Kind.QUOTE
                piece = piece if again else self.say(said, speaker=fact.speaker, phrase=piece)
            spoken = fact.speaker
            if runs and any(is_part(f, message.facts) for f in message.facts if f.id in told):
                piece = self.say("among", phrase=piece)
            runs += [Text("，")] if runs else []
            runs += [*piece, Cite(ids)] if cite else piece
        return self.say("contested", phrase=tuple(runs)) if message.contested else tuple(runs)

    def _pieces(self, facts: Sequence[Fact]) -> list[Piece]:
        """Return the pieces of a phrase, in order.

        A figure that the widest words leave out (they name another measure) is a piece of its own.
        """
        pieces: list[Piece] = []
        for fact in widest(facts):
            inside = [f for f in facts if holds(fact, f)]
            words = self._words(fact, inside)
            if fact.kind is Kind.RANK and elsewhere_based(fact, facts):
                words = tail_of(fact)  # 增速居全市第二位, told by another report than the growth
            words = without_subject(fact, words, pieces)
            if pieces and fact.scope in pieces[-1][1]:
                words = words.removeprefix(fact.scope)  # 某校区建成，迎来2000名学子
            words = words[overlap(pieces[-1][1], words) :].lstrip("，") if pieces else words
            told = [f for f in inside if f is fact or f.is_statement or is_in(f, words)]
            words = with_span(words, told, facts)
            pieces += self._pieces([f for f in inside if f not in told and not f.is_statement])
            ids = tuple(f.id for f in told)
            if pieces and words in pieces[-1][1]:
                pieces[-1] = (pieces[-1][0], pieces[-1][1], (*pieces[-1][2], *ids))
            else:
                pieces.append((fact, words, ids))
        return sorted(pieces, key=lambda p: told_place(p[0], facts))

    def _words(self, fact: Fact, inside: Sequence[Fact]) -> str:
        clause = clause_text(fact)
        if fact.is_statement or fact.kind in (Kind.RATIO, Kind.DURATION) or is_unnamed(fact):
            words = telling_clause(fact, self._journalese) or clause
            if states_period(fact):
                time = since_text(fact) or period_text(fact.period or "")
                words = (
                    without_time(words, time)
                    if len(fact.period or "") != len("2021-06-30")
                    else words
                )
            words = without_own(words, self._own, ahead=is_intended(fact))
        elif "source_slip" in fact.flags:
            words = f"{fact.meant or short_name(fact)}{figure(fact)}"
        elif hides_expectation(fact, clause):
            words = expected_words(fact, inside, clause)
        elif tells_another(fact, inside, clause):
            words = f"{short_name(fact)}{held_of(clause) or figure(fact)}"
        elif sufficient(short_name(fact), clause) and not needs_order(fact, clause):
            ahead = is_intended(fact) and fact.level is Level.DISTRICT
            words = without_own(clause, self._own, ahead=ahead)
        else:
            words = self._named(fact, inside, clause)
        words = YEAR_TWICE.sub(r"\1", words)
        if reads_as_done(fact, words):
            words = f"{EXPECTED[0]}{words}"
        return self._with_scope(fact, words)

    def _named(self, fact: Fact, inside: Sequence[Fact], clause: str) -> str:
        """Return the words for a clause that leaves its subject out (税收占比75%, 同比增长39%)."""
        course = _FROM.search(clause)
        if fact.start_value is not None:
            name = fact.indicator if fact.kind is Kind.RANK else short_name(fact)
            return f"{name}{course.group()}" if course else clause
        tail = GROWTH_TAIL.search(clause)
        points = fact.kind is Kind.TARGET and fact.unit == "个百分点"
        if (grows(fact) or fact.kind is Kind.CHANGE or points) and tail:
            base = next((f for f in inside if f.kind in (Kind.LEVEL, Kind.COUNT)), None)
            if base is not None:
                own = tail_of(fact) if "分别" in tail.group() else tail.group()
                return f"{short_name(base)}{figure(base)}，{own}"
            turned = points or fact.kind is Kind.CHANGE
            name = TURNED.sub("", short_name(fact)) if turned else short_name(fact)
            return f"{name}{tail.group()}"
        deed = _CONTRIBUTES.match(fact.indicator)
        if deed is not None and clause.startswith(deed["verb"]):
            return f"{deed['who']}{clause}"  # 民营经济贡献了全区72.4%的税收、83%的就业岗位
        as_much = "相当于" in fact.indicator and clause.startswith(("是", "为", "相当于"))
        beside = {f.id for f in inside}
        alone = not any(r.to in beside for r in fact.relations)
        if fact.kind is Kind.RANK and alone and _PLACE_ALONE.match(clause):
            return f"{re.sub('全[国省市]$', '', short_name(fact))}{clause}"  # “百强区”排名第63位
        if fact.kind in (Kind.RANK, Kind.CHANGE, Kind.GROWTH) or as_much:
            return clause
        behind = clause.removeprefix(figure(fact))
        if behind not in ("", clause) and not shares_words(short_name(fact), behind):
            return f"{short_name(fact)}{clause}"  # 主要指标14项已提前完成
        return f"{short_name(fact)}{figure(fact)}"

    def _with_scope(self, fact: Fact, words: str) -> str:
        """Return `words` with the body they are about, where it is not the area and is not said."""
        named = self._own | self._bodies
        if fact.level is Level.DISTRICT or fact.scope in named or not fact.scope:
            return words
        words = _THIS_BODY.sub("", words)  # 该镇累计关闭煤矿14座: the town's name says which
        core = re.sub(r"[（(].*?[)）]", "", fact.scope)
        village = _VILLAGE.search(core)
        short = village.group() if village else core[-4:]
        said = core in words or short in words or sufficient(core, words)
        return words if said or fact.level is Level.EVENT else f"{fact.scope}{words}"

    def _timed(self, fact: Fact, runs: Runs, *, first: bool) -> Runs:
        said = plain_text(runs)
        if first and (span := span_words(fact)) and not _SPAN_SAID.search(said):
            runs = without_span(runs)
            return self.say("dated", time=(Value(span, (fact.id,)),), phrase=runs, to_the_day=False)
        if not first or not states_period(fact) or fact.period is None:
            return runs
        if fact.period[:4] in said or _SPAN_SAID.search(said):
            return runs
        part = _OPENS_WITH_PART.match(said) or _PART_TOLD.match(said)
        wire = fact.period[:4] if part else fact.period
        if since_text(fact) is None and (within := dated_within(runs, wire)):
            return within
        words = stated_text(fact, wire)
        if len(wire) == len("2022-H1") and isinstance(runs[0], Value):
            runs = (replace(runs[0], text=_PART_TWICE.sub("", runs[0].text)), *runs[1:])
        time = (Value(words, (fact.id,)),)
        if len(wire) == len("2022"):
            runs = without_year(runs)
        # 2022年，位于清河边的石塔建成: the time is not that of where it stands
        long = len(wire) > len("2022-Q1") or words.startswith("截至")
        pause = long or said.startswith(("位于", "地处", "坐落"))
        return self.say("dated", time=time, phrase=runs, to_the_day=pause)

    # --- series ----------------------------------------------------------------------------------

    def _series(self, message: Message, cite: bool) -> Runs:
        assert message.series is not None
        series = message.series
        first, last = series.facts[0], series.facts[-1]
        name = series.indicator

        def told(fact: Fact) -> Runs:
            value = Value(figure(fact), (fact.id,))
            return (value, Cite((fact.id,))) if cite else (value,)

        def report(fact: Fact) -> Runs:
            return (Value(report_or_period(fact), (fact.id,)),)

        if first.value == last.value:
            return self.say(
                "unchanged",
                name=name,
                last=told(last),
                first_report=report(first),
                last_report=report(last),
            )
        return self.say(
            "series",
            name=name,
            first=told(first),
            first_report=report(first),
            last=told(last),
            last_report=report(last),
            rises=last.value > first.value,
            counted=is_counted(last),
            change=() if message.is_compared else change_of((first, last)),
        )

    def _ties(self, message: Message, cite: bool) -> Runs:
        """Return what the newest report ties to a series' figure: …，保持全市第一."""
        runs: list[Run] = []
        told = {f.id for f in message.series.facts} if message.series else set()
        tied = [f for f in message.facts if f.id not in told]
        tied.sort(key=lambda f: f.kind not in _TAILS)  # …，保持全市第一，投入36.55亿元: whose rank
        for fact in tied:
            words = tail_of(fact) if fact.kind in _TAILS else f"{short_name(fact)}{figure(fact)}"
            runs += [Text("，"), Value(words, (fact.id,))]
            runs += [Cite((fact.id,))] if cite else []
        return tuple(runs)

    def _apart(self, message: Message, cite: bool) -> Runs:
        """Return one measure as several reports tell it, side by side and not compared."""
        told: list[Run] = []
        for fact in message.facts:
            report = (Value(report_text(fact.published), (fact.id,)),)
            value: Runs = (Value(figure(fact), (fact.id,)),)
            value = self.say("doubted", phrase=value) if "source_slip" in fact.flags else value
            told += [Text("，")] if told else []
            told += self.say("told_by", report=report, value=value)
            told += [Cite((fact.id,))] if cite else []
        last = message.facts[-1]
        return self.say("apart", name=last.meant or last.indicator, told=tuple(told))


_PLACE_ALONE = re.compile("(?:排名|位居|位列|名列|列|居)(?:全[国省市]|第)")
_TAILS = (Kind.RANK, Kind.GROWTH, Kind.CHANGE)


def report_or_period(fact: Fact) -> str:
    """Return the fact's stated period, else its report."""
    return period_text(fact.period or "") if states_period(fact) else report_text(fact.published)


def is_counted(fact: Fact) -> bool:
    """Return whether more of it is 增加 (35家, 218.3亿元); a share or a rate 上升."""
    unit = fact.unit or ""
    return bool(unit) and unit not in ("%", "‰") and "/" not in unit


def change_of(ends: tuple[Fact, Fact]) -> Runs:
    """Return the difference between two figures; nothing where rounding drowns it."""
    first, last = ends
    change = change_between(first, last)
    return (Value(change.size, (first.id, last.id), change.formula),) if change else ()


def sentence(phrases: Sequence[Runs], lead: Runs = (), near: Sequence[bool] = ()) -> Runs:
    """Return phrases as one sentence: the lead, the phrases parted by ；, and a full stop.

    Where `near` holds at a place, the phrase after it goes on in the same breath, after a comma.
    """
    runs: list[Run] = list(lead)
    for number, phrase in enumerate(phrases):
        if number:
            runs.append(Text("，" if near and near[number - 1] else "；"))
        runs += phrase
    return (*runs, Text("。"))
