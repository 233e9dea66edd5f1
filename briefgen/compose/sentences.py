"""Messages in words: phrases that say what the source says, each with its references.

Input: `Message`s and a `Narrator`. Output: `Runs` whose `Cite` keys are fact ids until `citations`
turns them into marks. It does not choose what is said.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from briefgen.brief import Cite, Run, Runs, Text, Value, plain_text
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
from briefgen.fact import Fact, Kind, Level, RelationType, Series
from briefgen.telling import (
    EXPECTED,
    change_between,
    dense,
    figure,
    period_text,
    report_text,
    since_text,
    span_words,
    states_period,
)

_GROWTH_TAIL = re.compile(
    r"(?:(?:剔除|扣除)[^，,；;。]{1,14}后，?)?(?:[比较与][^，,；;。\d]{0,2}(?:\d{4}年|年初|年末|上年[末底]?|去年[末底]?)[^，,；;。]{0,3}?|同比|年均|环比|比上年|较上年|比去年|较去年)?(?:实际|名义)?"
    r"(?:增长|下降|提高|降低|减少|增加(?!值)|上升|回落|上涨|下跌|翻)[^，,；;。]*$"
)
_FROM = re.compile("[由从][^，,；;。]*$")  # 由2018年的不足5万元增加到48万元
_THIS_BODY = re.compile("^该(?:公司|企业|集团|镇|乡|村|街道|社区|园区|学校|医院)")
_NAME_NOISE = re.compile(r"[\s“”‘’（）()、，的]")
_COUNTED = re.compile(
    "(?:人数|户数|宗数|数量|总数|面积|人次)$"
)  # the figure says it: 近12万学生返校
_YEAR_TWICE = re.compile(r"(20\d\d年)(?:全年|当年)")
_PART_TWICE = re.compile("^(?:上半年|下半年|前[一二三]季度|[一二三四]季度)")
_A_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})")
_A_DAY = len("2021-06-30")
_SPAN_SAID = re.compile("过去|未来|今后|年来")
_SUFFICIENT = 0.75  # share of the indicator's characters that a clause must hold to speak alone


Piece = tuple[Fact, str, tuple[str, ...]]  # who gives the words, the words, the ids they tell


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
        first, last = message.series.facts[0], message.series.facts[-1]
        change = change_of(message.series)
        value: Runs = (Value(figure(last), (last.id,)), Cite((last.id,)))
        short = self.say(
            "series_short",
            name=message.series.indicator,
            value=value,
            report=(Value(_report_or_period(last), (last.id,)),),
            earlier=(Value(_report_or_period(first), (first.id,)),),
            rises=last.value > first.value,
            change=(*change, Cite((first.id,))) if change else (),
        )
        return (*short, *self._ties(message, cite=True))

    def phrase(self, message: Message, *, cite: bool = True, timed: bool = True) -> Runs:
        """Return the message as a phrase without a full stop, its period said where stated.

        Without `timed` no period is put before it: the words around it have said it.
        """
        if message.series is not None:
            return (*self._series(message.series, cite), *self._ties(message, cite))
        if message.apart:
            return self._apart(message, cite)
        echoes = tuple(f.id for f in message.echoes)
        runs: list[Run] = []
        for fact, words, told in self._pieces(message.facts):
            ids = (*told, *echoes)
            piece: Runs = (Value(words, ids),)
            if timed and not fact.speaker:
                dated = min((f for f in message.facts if f.id in told), key=_number_place)
                piece = self._timed(dated, piece, first=not runs)
            if fact.flags and "source_slip" in fact.flags:
                piece = self.say("doubted", phrase=piece)
            if fact.speaker:
                said = "said" if fact.is_statement else "said_figure"
                piece = self.say(said, speaker=fact.speaker, phrase=piece)
            runs += [Text("，")] if runs else []
            runs += [*piece, Cite(ids)] if cite else piece
        return self.say("contested", phrase=tuple(runs)) if message.contested else tuple(runs)

    def _pieces(self, facts: Sequence[Fact]) -> list[Piece]:
        """Return the pieces of a phrase, in order.

        A figure that the widest words leave out (they name another measure) is a piece of its own.
        """
        pieces: list[Piece] = []
        for fact in _widest(facts):
            inside = [f for f in facts if f.start >= fact.start and f.end <= fact.end]
            words = self._words(fact, inside)
            words = _without_subject(fact, words, pieces)
            words = words[_overlap(pieces[-1][1], words) :].lstrip("，") if pieces else words
            told = [f for f in inside if f is fact or f.is_statement or _is_in(f, words)]
            pieces += self._pieces([f for f in inside if f not in told and not f.is_statement])
            ids = tuple(f.id for f in told)
            if pieces and words in pieces[-1][1]:
                pieces[-1] = (pieces[-1][0], pieces[-1][1], (*pieces[-1][2], *ids))
            else:
                pieces.append((fact, words, ids))
        return sorted(pieces, key=lambda p: p[0].number_start or p[0].start)

    def _words(self, fact: Fact, inside: Sequence[Fact]) -> str:
        clause = clause_text(fact)
        if fact.is_statement or fact.kind in (Kind.RATIO, Kind.DURATION) or is_unnamed(fact):
            words = telling_clause(fact, self._journalese) or clause
            if states_period(fact):
                time = since_text(fact) or period_text(fact.period or "")
                words = without_time(words, time) if len(fact.period or "") != _A_DAY else words
            words = without_own(words, self._own, ahead=is_intended(fact))
        elif "source_slip" in fact.flags:
            words = f"{fact.meant or short_name(fact)}{figure(fact)}"
        elif _hides_expectation(fact, clause):
            words = _expected_words(fact, inside, clause)
        elif _sufficient(short_name(fact), clause) and not _needs_order(fact, clause):
            ahead = is_intended(fact) and fact.level is Level.DISTRICT
            words = without_own(clause, self._own, ahead=ahead)
        else:
            words = self._named(fact, inside, clause)
        words = _YEAR_TWICE.sub(r"\1", words)
        if _reads_as_done(fact, words):
            words = f"{EXPECTED[0]}{words}"
        return self._with_scope(fact, words)

    def _named(self, fact: Fact, inside: Sequence[Fact], clause: str) -> str:
        """Return the words for a clause that leaves its subject out (税收占比75%, 同比增长39%)."""
        course = _FROM.search(clause)
        if fact.start_value is not None:
            return f"{short_name(fact)}{course.group()}" if course else clause
        tail = _GROWTH_TAIL.search(clause)
        if (grows(fact) or fact.kind is Kind.CHANGE) and tail:
            base = next((f for f in inside if f.kind in (Kind.LEVEL, Kind.COUNT)), None)
            if base is not None:
                return f"{short_name(base)}{figure(base)}，{tail.group()}"
            return f"{short_name(fact)}{tail.group()}"
        if fact.kind in (Kind.RANK, Kind.CHANGE, Kind.GROWTH):
            return clause
        return f"{short_name(fact)}{figure(fact)}"

    def _with_scope(self, fact: Fact, words: str) -> str:
        """Return `words` with the body they are about, where it is not the area and is not said."""
        named = self._own | self._bodies
        if fact.level is Level.DISTRICT or fact.scope in named or not fact.scope:
            return words
        words = _THIS_BODY.sub("", words)  # 该镇累计关闭煤矿14座: the town's name says which
        core = re.sub(r"[（(].*?[)）]", "", fact.scope)
        said = core in words or core[-4:] in words or _sufficient(core, words)
        return words if said or fact.level is Level.EVENT else f"{fact.scope}{words}"

    def _timed(self, fact: Fact, runs: Runs, *, first: bool) -> Runs:
        said = plain_text(runs)
        if first and (span := span_words(fact)) and not _SPAN_SAID.search(said):
            runs = _without_span(runs)
            return self.say("dated", time=(Value(span, (fact.id,)),), phrase=runs, to_the_day=False)
        if not first or not states_period(fact) or fact.period is None:
            return runs
        if fact.period[:4] in said or _SPAN_SAID.search(said):
            return runs
        wire = fact.period[:4] if "季度" in said else fact.period
        if since_text(fact) is None and (within := _dated_within(runs, wire)):
            return within
        words = since_text(fact) or period_text(wire)
        if len(wire) == len("2022-H1") and isinstance(runs[0], Value):
            runs = (replace(runs[0], text=_PART_TWICE.sub("", runs[0].text)), *runs[1:])
        time = (Value(words, (fact.id,)),)
        if len(wire) == len("2022"):
            runs = _without_year(runs)
        return self.say("dated", time=time, phrase=runs, to_the_day=len(wire) > len("2022-Q1"))

    # --- series ----------------------------------------------------------------------------------

    def _series(self, series: Series, cite: bool) -> Runs:
        first, last = series.facts[0], series.facts[-1]
        name = series.indicator

        def told(fact: Fact) -> Runs:
            value = Value(figure(fact), (fact.id,))
            return (value, Cite((fact.id,))) if cite else (value,)

        def report(fact: Fact) -> Runs:
            return (Value(_report_or_period(fact), (fact.id,)),)

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
            change=change_of(series),
        )

    def _ties(self, message: Message, cite: bool) -> Runs:
        """Return what the newest report ties to a series' figure: …，保持全市第一."""
        runs: list[Run] = []
        told = {f.id for f in message.series.facts} if message.series else set()
        for fact in (f for f in message.facts if f.id not in told):
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


_TAILS = (Kind.RANK, Kind.GROWTH)
_ASPECT = re.compile("其?(?:增速|增幅|增长率|增量|涨幅|降幅|总量|规模|人均)")


def tail_of(fact: Fact) -> str:
    """Return what a growth or a rank adds to its base: 同比增长39%, 居全市第一.

    A rank of the rate stays one: 增速居全市第2位 does not say that the amount is second.
    """
    if fact.kind is Kind.RANK:
        place = fact.clause.rsplit("，", 1)[-1]
        if _ASPECT.match(place):
            return place
        for verb in ("位居", "位列", "保持", "居", "列", "排名"):
            if verb in place:
                return place[place.rindex(verb) :]
        return figure(fact)
    number = dense(fact.number_text or "")
    pieces = re.split("[，、；]", clause_text(fact))
    own = next((p for p in reversed(pieces) if number in p), pieces[-1])
    if "分别" not in own and len(re.findall(r"\d[%％倍]", own)) < 2 and _TURN.search(own):
        return own
    pace = "同比" if "同比" in fact.indicator else ""
    ahead = next((word for word in EXPECTED if figure(fact).startswith(word)), "")
    size = figure(fact).removeprefix(ahead)
    return f"{ahead}{pace}{'下降' if fact.value < 0 else '增长'}{size}"


_TURN = re.compile("[增减升降长跌]")


def _report_or_period(fact: Fact) -> str:
    """Return the fact's stated period, else its report."""
    return period_text(fact.period or "") if states_period(fact) else report_text(fact.published)


def _without_year(runs: Runs) -> Runs:
    """Return `runs` without 全年 at their beginning, 年末 as 末, before which a year is said."""
    first = runs[0]
    if not isinstance(first, Value):
        return runs
    return (replace(first, text=re.sub("^[全当]年|^年(?=末|底)", "", first.text)), *runs[1:])


def _without_span(runs: Runs) -> Runs:
    """Return `runs` without 五年 at their beginning, before which 过去五年 is said (五年累计…)."""
    first = runs[0]
    if not isinstance(first, Value):
        return runs
    return (replace(first, text=re.sub("^[两三四五十]年(?=累计|共|来)", "", first.text)), *runs[1:])


def _dated_within(runs: Runs, period: str) -> Runs | None:
    """Return `runs` with the year put where they name the period's month, or None where they do
    not (一期项目已于6月投产)."""
    first = runs[0]
    month = _A_MONTH.fullmatch(period)
    if month is None or not isinstance(first, Value):
        return None
    named = re.compile(rf"(?<![\d年—至])(?={int(month['month'])}月)")
    if not named.search(first.text):
        return None
    text = named.sub(f"{month['year']}年", first.text, count=1)
    return (replace(first, text=text), *runs[1:])


def _number_place(fact: Fact) -> int:
    return fact.number_start or fact.start


def change_of(series: Series) -> Runs:
    """Return the difference from first to last report; nothing where rounding drowns it."""
    first, last = series.facts[0], series.facts[-1]
    change = change_between(first, last)
    return (Value(change.size, (first.id, last.id), change.formula),) if change else ()


def _widest(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts whose words no other fact's words hold, in order; figures before statements.

    Where two say the same words, the figure speaks: it knows its indicator. A statement around a
    slip of the print does not: the slip is never repeated in running text (claims 14).
    """
    slips = [f for f in facts if "source_slip" in f.flags]
    fit = [
        f
        for f in facts
        if not (f.is_statement and any(f.start <= s.start and s.end <= f.end for s in slips))
    ]
    ordered = sorted(fit, key=lambda f: (f.source, f.start, -f.end, f.is_statement))
    out: list[Fact] = []
    for fact in ordered:
        if not any(w.start <= fact.start and fact.end <= w.end for w in out):
            out.append(fact)
    return out


def _is_in(fact: Fact, words: str) -> bool:
    """Return whether `words` tell the figure: as printed, or its whole clause (预计达到15万吨).

    One 预计 is that of all: 预计分别达到42310元、21460元.
    """
    ahead = next((word for word in EXPECTED if word in words), "")
    shown = figure(fact).removeprefix(ahead)
    return shown in words or _YEAR_TWICE.sub(r"\1", clause_text(fact)) in words


def _without_subject(fact: Fact, words: str, pieces: Sequence[Piece]) -> str:
    """Return a growth's words without its subject, where the piece before has just told it
    (到位资金93.9亿元，同比增长39%)."""
    tail = _GROWTH_TAIL.search(words)
    return tail.group() if pieces and tail and _bases(fact) & set(pieces[-1][2]) else words


def _bases(fact: Fact) -> set[str]:
    return {r.to for r in fact.relations if r.type is RelationType.GROWTH_OF}


def _overlap(before: str, words: str) -> int:
    """Return how many characters at the start of `words` have just been said
    (…，同比增长5.6%; then 同比增长5.6%，增速居全省第二)."""
    longest = min(len(before), len(words) - 1)
    return next((n for n in range(longest, 3, -1) if before.endswith(words[:n])), 0)


def _hides_expectation(fact: Fact, clause: str) -> bool:
    """Return whether what is only expected reads as done in its own clause
    (预计年产值超过6亿元，年入库税金2000万元以上)."""
    expected = [q for q in fact.qualifiers if q in EXPECTED]
    return bool(expected) and not any(word in clause for word in EXPECTED)


_AHEAD = re.compile(r"[可将拟能]|预计|预期|力争|有望|计划|目标|确保|达产|投产后|建成后|到20\d\d年")


def _reads_as_done(fact: Fact, words: str) -> bool:
    """Return whether a body's target reads as done, its 可 or 将 left in the clause before
    (全部建成后可实现年产值15亿元，带动就业800人)."""
    return fact.kind is Kind.TARGET and fact.level is Level.ENTITY and not _AHEAD.search(words)


def _expected_words(fact: Fact, inside: Sequence[Fact], clause: str) -> str:
    """Return what is only expected with its 预计, a growth as one (进出口总额预计增长15%)."""
    word = next((q for q in fact.qualifiers if q in EXPECTED), EXPECTED[0])
    if "分别" in clause and _sufficient(short_name(fact), clause):
        return clause.replace("分别", f"{word}分别", 1)
    tail = _GROWTH_TAIL.search(clause)
    if (grows(fact) or fact.kind is Kind.CHANGE) and tail:
        base = next((f for f in inside if f.id in _bases(fact)), None)
        if base is not None and base.qualifiers[:1] == fact.qualifiers[:1]:
            return f"{short_name(base)}{figure(base)}，{tail.group()}"
        name = re.sub("(?<=.{2})(?:提高|增加|增长|上升|净增|下降|减少)$", "", short_name(fact))
        return f"{name}{word}{tail.group()}"
    if fact.kind is Kind.RANK:
        place = tail_of(fact)  # 总量全市第三
        name = "" if _ASPECT.match(place) else re.sub("全[国省市]$", "", short_name(fact))
        return f"{name}{word}{place}"
    if fact.kind is Kind.CHANGE and (apart := _APART.search(clause)) is not None:
        return f"{clause[: apart.start()]}{word}{apart.group()}"  # 预计高于全市平均水平1.8个百分点
    return f"{short_name(fact)}{figure(fact)}"


_APART = re.compile("(?:高于|低于|快于|慢于|高出|[较比]全).*$")


def _needs_order(fact: Fact, clause: str) -> bool:
    """Return whether name and figure say the same better than the clause does.

    It comes to its figure by a long way round (像他一样活跃在田间地头的科技特派员共有32名), or it
    is a figure and a noun without a verb. What a change started from is said in its clause only.
    """
    if fact.start_value is not None:
        return False
    name, shown = short_name(fact), figure(fact)
    if clause.endswith(shown):
        return len(clause) > 2 * len(name) + len(shown) + 6
    return clause.startswith(shown) and _sufficient(clause[len(shown) :], name)


def _sufficient(name: str, clause: str) -> bool:
    """Return whether `clause` names the indicator well enough to be said without it."""
    wanted = _NAME_NOISE.sub("", _COUNTED.sub("", name))
    held = sum(1 for c in wanted if c in clause)
    return held >= _SUFFICIENT * len(wanted)


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
