"""The words of a figure whose own clause does not say them: its expectation, its growth, its rank.

Input: one fact and its clause. Output: Chinese words that say no more than the source. It joins no
messages: that is done in `sentences`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from briefgen.compose.dated_words import yearly
from briefgen.compose.wording import clause_text, grows, short_name
from briefgen.fact import Fact, Kind, Level, RelationType
from briefgen.telling import EXPECTED, dense, figure

Piece = tuple[Fact, str, tuple[str, ...]]  # who gives the words, the words, the ids they tell

GROWTH_TAIL = re.compile(
    r"(?:预计|有望|力争|预期)?(?:分别)?(?:(?:剔除|扣除)[^，,；;。]{1,14}后，?|按[^，,；;。]{1,8}(?:口径|价格?)(?:计算)?，?)?(?:[比较与][^，,；;。\d]{0,2}(?:\d{4}年|年初|年末|上年[末底]?|去年[末底]?)[^，,；;。]{0,3}?|同比|年均|两年平均|环比|(?:可比|同)口径|(?:可比|自然)口径下?|可比|比上年|较上年|比去年|较去年)?(?:实际|名义)?"
    r"(?:增长|下降|提高|降低|减少|增加(?!值)|上升|回落|上涨|下跌|翻)[^，,；;。]*$"
)
TURNED = re.compile("(?<=.{2})(?:提高|增加|增长|上升|净增|下降|减少)$")
_NAME_NOISE = re.compile(r"[\s“”‘’（）()、，的]")
_COUNTED = re.compile(
    "(?:人数|户数|宗数|数量|总数|面积|人次)$"
)  # the figure says it: 近12万学生返校
_SUFFICIENT = 0.75  # share of the indicator's characters that a clause must hold to speak alone


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
        return yearly(own, fact)
    pace = "同比" if "同比" in fact.indicator else ""
    ahead = next((word for word in EXPECTED if figure(fact).startswith(word)), "")
    size = figure(fact).removeprefix(ahead)
    return f"{ahead}{pace}{'下降' if fact.value < 0 else '增长'}{size}"


_TURN = re.compile("[增减升降长跌]|提高|扩大|缩小|收窄|回落")


def bases_of(fact: Fact) -> set[str]:
    return {r.to for r in fact.relations if r.type is RelationType.GROWTH_OF}


def hides_expectation(fact: Fact, clause: str) -> bool:
    """Return whether what is only expected reads as done in its own clause
    (预计年产值超过6亿元，年入库税金2000万元以上)."""
    expected = [q for q in fact.qualifiers if q in EXPECTED]
    return bool(expected) and not any(word in clause for word in EXPECTED)


_AHEAD = re.compile(r"[可将拟能]|预计|预期|力争|有望|计划|目标|确保|达产|投产后|建成后|到20\d\d年")


def reads_as_done(fact: Fact, words: str) -> bool:
    """Return whether a body's target reads as done, its 可 or 将 left in the clause before
    (全部建成后可实现年产值15亿元，带动就业800人)."""
    return fact.kind is Kind.TARGET and fact.level is Level.ENTITY and not _AHEAD.search(words)


def expected_words(fact: Fact, inside: Sequence[Fact], clause: str) -> str:
    """Return what is only expected with its 预计, a growth as one (进出口总额预计增长15%)."""
    word = next((q for q in fact.qualifiers if q in EXPECTED), EXPECTED[0])
    if "分别" in clause and sufficient(short_name(fact), clause):
        return clause.replace("分别", f"{word}分别", 1)
    tail = GROWTH_TAIL.search(clause)
    if (grows(fact) or fact.kind is Kind.CHANGE) and tail:
        base = next((f for f in inside if f.id in bases_of(fact)), None)
        if base is not None and base.qualifiers[:1] == fact.qualifiers[:1]:
            return f"{short_name(base)}{figure(base)}，{tail.group()}"
        name = TURNED.sub("", short_name(fact))
        return f"{name}{word}{tail.group()}"
    if fact.kind is Kind.RANK:
        place = tail_of(fact)  # 总量全市第三
        name = "" if _ASPECT.match(place) else re.sub("全[国省市]$", "", short_name(fact))
        return f"{name}{word}{place}"
    if fact.kind is Kind.CHANGE and (apart := _APART.search(clause)) is not None:
        ahead = clause[: apart.start()]
        if (grown := _GROWS.search(ahead)) is not None:
            return f"{ahead[: grown.start()]}{word}{clause[grown.start() :]}"
        return f"{ahead}{word}{apart.group()}"  # 预计高于全市平均水平1.8个百分点
    return f"{short_name(fact)}{figure(fact)}"


_GROWS = re.compile("(?:增长|下降)(?=[约近超]?[0-9])")
_APART = re.compile("(?:高于|低于|快于|慢于|高出|[较比]全).*$")


def needs_order(fact: Fact, clause: str) -> bool:
    """Return whether name and figure say the same better than the clause does.

    It comes to its figure by a long way round (像他一样活跃在田间地头的科技特派员共有32名), or it
    is a figure and a noun without a verb. What a change started from is said in its clause only.
    """
    if fact.start_value is not None or _TAKES_IN.match(clause):
        return False
    name, shown = short_name(fact), figure(fact)
    if held_of(clause):
        return False  # 粮食总产量786.5亿斤，连续11年稳定在750亿斤以上
    if clause[len(shown) :].startswith("的") and clause.startswith(shown):
        return False  # 43%的企业反映订单减少
    if clause.startswith(shown) and _FINISHED.search(clause):
        return False  # 8项民生实事项目顺利完成
    if clause.endswith(shown):
        return len(clause) > 2 * len(name) + len(shown) + 6
    return clause.startswith(shown) and sufficient(clause[len(shown) :], name)


_HELD = re.compile(
    r"(?:已|均|也)*(?:连续\d+年|连续多年|多年|常年|始终|一直|持续)(?:稳定|保持|维持|控制)在[^，]+$"
)


def held_of(clause: str) -> str:
    """Return the words that say how long a measure has kept above or below a bound, which is no
    figure of the year: 连续11年稳定在750亿斤以上; "" without any."""
    found = _HELD.search(clause)
    return found.group() if found else ""


_TAKES_IN = re.compile("(?:共)?(?:收到|接到|征集|受理)")  # 收到群众、代表反馈建议项目121项
_FINISHED = re.compile("(?:完成|完工|竣工|建成|投用|办结|兑现|达标|通车)$")


def sufficient(name: str, clause: str) -> bool:
    """Return whether `clause` names the indicator well enough to be said without it."""
    wanted = _NAME_NOISE.sub("", _COUNTED.sub("", name))
    held = sum(1 for c in wanted if c in clause)
    return held >= _SUFFICIENT * len(wanted)


def is_part(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Return whether a figure is told as part of one before: 进出口89亿元，其中出口67亿元; or of
    what its clause goes on from: 工业增加值增长7.8%，其中装备制造业增长12.3%."""
    wholes = {r.to for r in fact.relations if r.type is RelationType.PART_OF}
    told = any(f.id in wholes or goes_on(f, fact) for f in facts)
    return told and dense(fact.clause).startswith("其中")


def goes_on(one: Fact, other: Fact) -> bool:
    """Return whether the words of `other` stand next behind those of `one`."""
    return one.source == other.source and 0 <= other.start - one.end <= 1


def shares_words(name: str, words: str) -> bool:
    """Return whether `words` name what is counted: 8项民生实事项目顺利完成 needs no name."""
    return any(name[at : at + 2] in words for at in range(len(name) - 1))


def overlap(before: str, words: str) -> int:
    """Return how many characters at the start of `words` have just been said
    (…，同比增长5.6%; then 同比增长5.6%，增速居全省第二)."""
    longest = min(len(before), len(words) - 1)
    return next((n for n in range(longest, 3, -1) if before.endswith(words[:n])), 0)


YEAR_TWICE = re.compile(r"(20\d\d年)(?:全年|当年)")


def is_in(fact: Fact, words: str) -> bool:
    """Return whether `words` tell the figure: as printed, or its whole clause (预计达到15万吨).

    One 预计 is that of all: 预计分别达到42310元、21460元.
    """
    ahead = next((word for word in EXPECTED if word in words), "")
    shown = figure(fact).removeprefix(ahead)
    return shown in words or YEAR_TWICE.sub(r"\1", clause_text(fact)) in words


_ANOTHER = re.compile(r"\d[\d.万亿]*[余多]?[^\d\s，年月日]*，")


def tells_another(fact: Fact, inside: Sequence[Fact], clause: str) -> bool:
    """Return whether a count's clause begins with another figure that is told elsewhere
    (高新技术企业268家，新认定42家, where the 268 stand in a series)."""
    plain = fact.kind in (Kind.COUNT, Kind.LEVEL) and fact.level is Level.DISTRICT
    if not plain or fact.relations or fact.speaker or len(inside) != 1:
        return False
    number = dense(fact.number_text or "")
    ahead = clause[: clause.rfind(number)] if number in clause else ""
    return _ANOTHER.search(ahead) is not None


def widest(facts: Sequence[Fact]) -> list[Fact]:
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
        if not any(holds(w, fact) for w in out):
            out.append(fact)
    return out


def holds(fact: Fact, other: Fact) -> bool:
    """Return whether the words of one fact hold those of another of its source."""
    return fact.source == other.source and fact.start <= other.start and other.end <= fact.end


def elsewhere_based(fact: Fact, facts: Sequence[Fact]) -> Fact | None:
    """Return the figure of another report whose growth or rank the fact tells, if there is one."""
    ids = {r.to for r in fact.relations}
    return next((f for f in facts if f.id in ids and f.source != fact.source), None)


def told_place(fact: Fact, facts: Sequence[Fact]) -> tuple[float, int]:
    """Return where a fact's words stand among those of `facts`: in order of place; what another
    report adds to a figure after the figure and its own growth, and with it what follows there."""
    own = fact.number_start or fact.start
    based = [
        (f.start, base)
        for f in facts
        if f.source == fact.source and f.start <= fact.start and (base := elsewhere_based(f, facts))
    ]
    if not based:
        return float(own), own
    _, base = max(based, key=lambda pair: pair[0])
    beside = [f for f in facts if f.source == base.source and base.id in bases_of(f)]
    return max(f.number_start or f.start for f in (base, *beside)) + 0.5, own


def echoes_of(
    facts: Sequence[Fact], echoes: Sequence[Fact], told: Collection[str]
) -> tuple[str, ...]:
    """Return the ids of the `echoes`, which say in other reports what `facts` say, that echo those
    `told` in one piece; of a piece without figures all."""
    figures = {(f.kind, f.values) for f in facts if f.id in told and not f.is_statement}
    return tuple(f.id for f in echoes if not figures or (f.kind, f.values) in figures)


def without_subject(fact: Fact, words: str, pieces: Sequence[Piece]) -> str:
    """Return a growth's words without its subject, where the piece before has just told it
    (到位资金93.9亿元，同比增长39%)."""
    tail = GROWTH_TAIL.search(words)
    if not pieces or tail is None:
        return words
    before = pieces[-1]
    again = words[: tail.start()] in (short_name(before[0]), before[0].indicator)
    return tail.group() if again or bases_of(fact) & set(before[2]) else words
