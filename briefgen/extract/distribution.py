"""Nouns of a list handed out to its figures: A、B分别增长5%、6%.

Input: the document's `Desk`, a clause and its quantities in order. Output: one noun a figure, or
none. It reads no figure itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefgen.extract.clauses import Clause
from briefgen.extract.drafts import Desk, Draft
from briefgen.extract.listing import COMPARED_WITH, SECTORS, members, paired_names
from briefgen.extract.naming import tidy
from briefgen.extract.phrases import Predicate, read_left
from briefgen.extract.quantities import Quantity
from briefgen.extract.times import TimeSpan
from briefgen.fact import Kind


def distributed(desk: Desk, clause: Clause, here: list[Quantity]) -> list[str]:
    """Return one noun a figure where 分别 hands them out: A、B分别增长5%、6%; else none."""
    if len(here) < 2:
        return []
    words = desk.context.text[clause.start : here[0].start]
    head, mark, tail = words.partition("分别")
    if (halves := _halved(desk, words, here)) is not None:
        return halves
    if (sectors := _of_sectors(desk, words, here)) is not None:
        return sectors
    if not mark and (grown := _grown(desk, words, here)) is not None:
        return grown
    if len(here) == 2 and not mark:
        return paired_names(desk.bare(words), desk.context.text[here[0].end : here[1].start])
    if not mark:
        return []
    if (against := _compared(desk, head, _HIGHER.sub("", tail), len(here))) is not None:
        return against
    if len(here) == 3 and (named := SECTORS.search(head)) is not None:
        tail = named.group("tail") or _owned(desk, clause, here[0]) or _invested(desk)
        return [f"第{n}产业{tail}" for n in "一二三"]
    head = desk.bare(
        re.sub(
            r"(?:同比|年均|[比较](?:上年|去年|[0-9]{4}年)(?:末|底|同期)?|预计|预期|有望|力争)+$",
            "",
            head,
        )
    )
    if (of_places := _of_places(head, len(here))) is not None:
        return of_places
    nouns = _trades(desk, clause, head, len(here))
    nouns = nouns or (_nouns_of(head, len(here)) if head else _told_before(desk, clause))
    nouns = _with_herds(nouns, tail)
    if (shares := _shares(desk, clause, head, len(here))) is not None:
        return shares
    if desk.memory.base and all(n in _RATES for n in nouns):
        nouns = [desk.memory.base + n for n in nouns]  # 民间投资下降0.2%，增速和占比分别提高…
    return nouns if len(nouns) == len(here) else []


def times_listed(desk: Desk, clause: Clause, here: list[Quantity]) -> Sequence[TimeSpan]:
    """Return one time a figure where a list of them has one measure, else nothing:
    一季度、上半年和全年GDP增速分别为18.8%、9.6%和6.2%，两年平均增速分别为4.7%、5.0%和4.4%.
    """
    text, memory = desk.context.text, desk.memory
    if len(here) < 2 or text.find("分别", clause.start, here[0].start) < 0:
        return ()
    times = desk.context.stated_in(clause.start, here[0].start)
    if not times and memory.timed_in == clause.sentence:
        return memory.times if len(memory.times) == len(here) else ()
    joined = all(text[a.end : b.start] in ("、", "和", "与") for a, b in pairwise(times))
    if len(times) != len(here) or not joined or text[times[-1].end : times[-1].end + 1] == "的":
        return ()
    memory.times, memory.timed_in = times, clause.sentence
    return times


def name_over_times(desk: Desk, clause: Clause, here: list[Quantity]) -> str:
    """Return what the figures of a list of times measure, "" where nothing is named."""
    words = desk.context.text[clause.start : here[0].start].partition("分别")[0]
    last = max((t.end for t in desk.context.stated_in(clause.start, here[0].start)), default=0)
    head = tidy(desk.bare(words[max(0, last - clause.start) :]))
    mean = _MEAN_RATE.fullmatch(head)
    told = _RATE_ENDS.sub("", desk.memory.base)
    return told + head if mean is not None or head in _RATES else head


_MEAN_RATE = re.compile("[两三四五]年(?:年均|平均)(?:增速|增幅|增长率?)")
_RATE_ENDS = re.compile("(?:增速|增幅|增长率)$")


def _with_herds(nouns: list[str], tail: str) -> list[str]:
    """Return the nouns of 生猪、牛、羊分别出栏6.4万头、1342头、1.2万只 with what is told of all."""
    herd = _HERD.match(tail)
    return nouns if herd is None else [noun + herd.group() for noun in nouns]


_HERD = re.compile("出栏|存栏")
_PLACES = re.compile(
    "(?P<names>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})+)[两三四五六][省市县区州镇乡村](?P<what>.{2,})"
)


def _of_places(head: str, count: int) -> list[str] | None:
    """Return the nouns of 白沙、青荷两县茶叶产量: one measure of places that share a word."""
    told = _PLACES.fullmatch(head) if "、" in head else None
    names = told["names"].split("、") if told is not None else []
    return [n + told["what"] for n in names] if told is not None and len(names) == count else None


_RATES = frozenset(("增速", "增幅", "占比", "比重", "总量", "规模"))
_PAIRS_BEGIN = re.compile("(?P<head>.+?)(?:分别|各自)?[由从](?:[^，。由从、]{0,12}的)?$")
_PAIRS_TURN = re.compile("[^，。；、]{0,8}?[到至为成](?:了)?(?:[^，。；、]{0,8}的)?")


def paired_changes(desk: Desk, clause: Clause, here: list[Quantity]) -> list[Draft] | None:
    """Return the changes of a list: 城乡居民收入分别由A、B增长到C、D; None where none is told."""
    half, odd = divmod(len(here), 2)
    if odd or half < 2:
        return None
    text = desk.context.text
    between = [text[a.end : b.start] for a, b in pairwise(here)]
    begin = _PAIRS_BEGIN.fullmatch(text[clause.start : here[0].start])
    turn = _PAIRS_TURN.fullmatch(between.pop(half - 1))
    if begin is None or turn is None or any(b not in ("、", "和", "与") for b in between):
        return None
    nouns = _nouns_of(tidy(desk.bare(begin["head"])), half)
    if len(nouns) != half:
        return None
    pairs = zip(nouns, here[:half], here[half:], strict=True)
    return [Draft(b, clause, clause, Kind.CHANGE, n, n, start=a) for n, a, b in pairs]


_BOTH_HALVES = re.compile("城乡(?:常住)?居民")


def _nouns_of(head: str, count: int) -> list[str]:
    """Return the nouns of a list: 城乡居民收入 and 存贷款余额 hold two each.

    城市维护和建设税、车辆购置税 hold no three.
    """
    nouns = members(head)
    if count == 2 and len(nouns) == 1 and "存贷款" in head:
        return [head.replace("存贷款", half) for half in ("存款", "贷款")]
    if count == 2 and len(nouns) == 1 and head.startswith("城乡"):
        town = "城镇" if _BOTH_HALVES.match(head) else "城市"
        return [town + head[2:], "农村" + head[2:]]
    if len(nouns) > count and len(fewer := members(head, _PAUSE)) == count:
        return fewer
    return nouns


_PAUSE = re.compile("、")
_AFTER_TRADE = re.compile("(?<=[业类])(?:[、，和与及]|以及)")


def _trades(desk: Desk, clause: Clause, head: str, count: int) -> list[str]:
    """Return the trades of a list whose names hold 、 and 和 themselves, none where it has others.

    信息传输、软件和信息技术服务业，租赁和商务服务业增加值分别增长11.2%、9.4%.
    """
    whole = head
    clauses = desk.context.clauses_of(clause.sentence)
    for before in reversed(clauses[: clause.index - clauses[0].index]):
        words = desk.bare(desk.context.clause_text(before)).rstrip("，")
        if not words.endswith(("业", "类")):
            break
        whole = f"{words}，{whole}"
    listed = (members(words, _AFTER_TRADE) for words in (whole, head))
    nouns = next((nouns for nouns in listed if len(nouns) == count > 1), [])
    if nouns and (above := _ABOVE.match(nouns[0])) is not None:
        nouns[1:] = [above.group() + noun.removeprefix(above.group()) for noun in nouns[1:]]
    return nouns


_ABOVE = re.compile("(?:限额|限|规模|规|资质)以?上(?:单位|企业)?")


def _invested(desk: Desk) -> str:
    """Return 投资 where it was told last: 固定资产投资增长7%。第一、二、三产业分别…."""
    return "投资" if desk.memory.base.endswith("投资") else ""


def _halved(desk: Desk, words: str, here: list[Quantity]) -> list[str] | None:
    """Return two nouns where town and country share a measure: 城镇和农村居民收入完成A、B."""
    if len(here) != 2 or "分别" in words or here[0].unit != here[1].unit:
        return None
    joined = desk.context.text[here[0].end : here[1].start] in ("、", "和")
    noun = desk.bare(read_left(words, desk.grammar).noun)
    if joined and (_BOTH_HALVES.match(noun) or "存贷款" in noun):
        return _nouns_of(tidy(noun), 2)  # 城乡居民收入27306元、8929元
    nouns = members(tidy(noun))
    halves = (
        len(nouns) == 2 and nouns[0][:2] in ("城镇", "城市") and nouns[1][:2] in ("农村", "乡村")
    )
    return nouns if joined and halves else None


_LEADS = re.compile(
    "(?P<list>.{3,30}?)(?P<what>增幅|增速|涨幅|降幅|占比|产量|产值)(?:最[大快高]|居前|领先|较[大快高]).*"
)


def _told_before(desk: Desk, clause: Clause) -> list[str]:
    """Return the nouns of a list told before: 矿产加工业和电子信息增幅最大，分别为22.5%和21.6%."""
    before = desk.memory.noun_clause
    if before is None or before.sentence != clause.sentence or clause.index - before.index != 1:
        return []
    told = _LEADS.fullmatch(desk.bare(desk.memory.noun))
    return [] if told is None else [n + told["what"] for n in members(told["list"])]


def _grown(desk: Desk, words: str, here: list[Quantity]) -> list[str] | None:
    """Return the nouns of a list that grew by rates in a row: 人数和收入较上年增长28%和32%."""
    text = desk.context.text
    if any(q.unit != "%" for q in here):
        return None
    if any(text[a.end : b.start] not in ("、", "和", "与") for a, b in pairwise(here)):
        return None
    reading = read_left(words, desk.grammar)
    if reading.predicate not in (Predicate.RISE, Predicate.FALL):
        return None
    nouns = _nouns_of(tidy(desk.bare(reading.noun)), len(here))
    return nouns if len(nouns) == len(here) and all(len(n) > 1 for n in nouns) else None


def _of_sectors(desk: Desk, words: str, here: list[Quantity]) -> list[str] | None:
    """Return the three sectors' nouns where no 分别 is said: 三次产业增加值比重为A、B和C."""
    if len(here) != 3 or "分别" in words or len({q.unit for q in here}) > 1:
        return None
    text = desk.context.text
    joined = all(text[a.end : b.start] in ("、", "和") for a, b in pairwise(here))
    noun = desk.bare(read_left(words, desk.grammar).noun)
    tail = noun.removeprefix("三次产业")
    return [f"第{n}产业{tail}" for n in "一二三"] if joined and tail not in ("", noun) else None


_SHARED_OUT = re.compile(
    "(?P<verb>贡献|提供|创造|容纳|吸纳|承载)(?:了|出)?(?P<whole>全[国省市区县州])?(?:约|近|超过|超)?$"
)
_SHARED_THING = re.compile(
    "以?上?的(?P<thing>[^，。；、和与及0-9的]{2,12})(?=[，。；、和与及]|以及|$)"
)
_PARK = re.compile("(?:高新|经开|开发|集聚|集中)区|园区|新城")
_ECONOMY = re.compile("(?:民营|非公有?制?|数字|县域|文旅|外向型|海洋)经济|民营企业|中小企业")


def shared_out(desk: Desk, clause: Clause, here: list[Quantity]) -> list[Draft] | None:
    """Return the shares of 贡献了全区72.4%的税收、83%的就业岗位, each of the thing behind it.

    None for other clauses, and where nobody is named who contributes.
    """
    if here[0].unit not in ("%", "成") or any(q.unit not in ("%", "成") for q in here):
        return None
    text = desk.context.text
    head = _SHARED_OUT.search(text[clause.start : here[0].start])
    if head is None:
        return None
    stops = [q.start for q in here[1:]] + [clause.end]
    things = [_SHARED_THING.match(text, q.end, s) for q, s in zip(here, stops, strict=True)]
    if any(t is None for t in things):
        return None
    words = desk.bare(text[clause.start : clause.start + head.start()]) or desk.memory.base
    start = desk.context.sentences[clause.sentence].start
    who = _ECONOMY.match(words) or _PARK.search(text, start, clause.end)
    if who is None:
        return None
    of = f"占{head['whole']}比重" if head["whole"] else "占比"
    names = [f"{who.group()}{head['verb']}{t['thing']}{of}" for t in things if t is not None]
    return [Draft(q, clause, clause, Kind.SHARE, n, n) for q, n in zip(here, names, strict=True)]


_RECOVERED = re.compile(
    "(?:分别)?(?:恢复|相当于)[到至为]?(?P<than>[^，。；0-9]{0,2}[0-9]{4}年[^，]{0,4}|上年同期|去年同期)的$"
)


# 分别增长19.6%和21.2%，完成全年目标任务的82.5%和78.7%
_OF_AIM = re.compile("完成(?P<than>[^，。；0-9]{0,6}(?:目标任务|目标|任务|计划|预期))的$")


def recovered(desk: Desk, clause: Clause, here: list[Quantity]) -> list[Draft] | None:
    """Return the shares of 接待游客…，实现旅游收入…，分别恢复到2019年同期的108%和103%, or None."""
    text = desk.context.text
    if len(here) < 2:
        return None
    words = text[clause.start : here[0].start]
    head = _RECOVERED.search(words) or _OF_AIM.search(words)
    if head is None:
        return None
    joined = all(text[a.end : b.start] in ("、", "和", "与") for a, b in pairwise(here))
    told = [d for d in desk.drafts[-6:] if d.clause.sentence == clause.sentence]
    owners = [d for d in told if d.kind in (Kind.COUNT, Kind.LEVEL)][-len(here) :]
    bases, first = [d.base for d in owners], owners[0].from_clause if owners else clause
    listed = members(desk.bare(words[: head.start()]))
    if len(listed) == len(here):
        bases, first = listed, clause  # 接待游客、旅游收入分别恢复至2019年的108%和112%
    if not joined or len(bases) < len(here):
        return None
    how = f"恢复至{head['than']}比例" if head.re is _RECOVERED else f"占{head['than']}比重"
    names = [f"{base}{how}" for base in bases]
    return [Draft(q, clause, first, Kind.SHARE, n, n) for q, n in zip(here, names, strict=True)]


_MAY_LIST = re.compile("[、和与及]")  # a quick look: without one of these there is no list
_SHARING = re.compile("(.{4,}?)(?:双双|分别|(?<![人户年月日亩])均|都(?!市))")


def remember_list(desk: Desk, clause: Clause, here: list[Quantity]) -> None:
    """Keep the members of a list that shares a predicate: A、B双双突破200亿元，分别达到…."""
    words = desk.context.text[clause.start : here[0].start]
    head = _SHARING.match(words) if _MAY_LIST.search(words) else None
    told = desk.bare(head.group(1)) if head is not None else ""
    nouns = _trades(desk, clause, told, len(here)) or members(told) if told else []
    if len(nouns) > 1 and head is not None:
        nouns = _with_herds(nouns, words[head.end() :])
        desk.memory.members, desk.memory.listed_in = tuple(nouns), clause.sentence


def listed_before(desk: Desk, clause: Clause, here: list[Quantity]) -> list[str]:
    """Return the list's members where its sentence goes on: …，分别达到A和B，是2010年的C和D."""
    memory, text = desk.memory, desk.context.text
    if memory.listed_in != clause.sentence or len(memory.members) != len(here):
        return []
    told = read_left(text[clause.start : here[0].start], desk.grammar)
    joined = re.fullmatch("[、和与]", text[here[0].end : here[1].start].strip("（）() "))
    alone = not desk.bare(told.noun) and told.predicate is not Predicate.RANK
    return list(memory.members) if alone and joined is not None else []


def _owned(desk: Desk, clause: Clause, first: Quantity) -> str:
    """Return the measure behind 分别: 第一、二、三产业分别实现增加值86亿元、568亿元."""
    words = desk.context.text[clause.start : first.start].partition("分别")[2]
    return tidy(read_left(words, desk.grammar).noun)


def _shares(desk: Desk, clause: Clause, head: str, count: int) -> list[str] | None:
    """Return the names of shares of what was told before: …，占工业的比重分别达到41%和28%."""
    match = re.fullmatch(r"占(?P<whole>[^，]{2,20}?)的?(?:比重|比例)", head)
    owners = [
        d.base
        for d in desk.drafts[-count:]
        if d.clause.sentence == clause.sentence and d.kind is not Kind.RANK
    ]
    if match is None or len(owners) < count:
        return None
    return [f"{owner}占{match.group('whole')}比重" for owner in owners]


# 增速较上半年加快1.1个百分点，比全国、全省分别高2.8个和0.5个百分点
_DIFFERS = re.compile(
    "(?<=.{3})(?:较[^较]{2,8}?)?(?:加快|回落|放缓|收窄|提高|(?:高于|低于|快于|慢于|较全).*)$"
)


def _what_moved(desk: Desk, what: str) -> str:
    """Return the rate or the rank told last, where the words before name none: 位次较一季度…."""
    last = desk.drafts[-1]
    if what in ("位次", "排名", "位次分别") and last.kind is Kind.RANK:
        return last.indicator
    return what or (last.indicator if last.kind is Kind.GROWTH else desk.memory.base)


_BRACKETED = re.compile("[（(][^（()）]*[)）]")
_TIME = "(?:上半年|前?[一二三]季度|[上去]年|[0-9]{4}年|1?[0-9]月份?)"
# 全市经济增幅比一季度和上半年分别提高0.3和0.2个百分点
_THAN_TIMES = re.compile(
    f"(?P<what>[^比较，]{{0,16}}?)(?:分别)?[比较](?P<times>{_TIME}(?:[、和与]{_TIME})+)"
)
_HIGHER = re.compile("(?:高出?|低|快|慢|领先)$")  # 分别比全国、全省高1和0.1个百分点


def _compared(desk: Desk, head: str, tail: str, count: int) -> list[str] | None:
    """Return the names of differences from several places: 比全国、全市分别高0.8、0.5个百分点.

    None where `head` compares with nothing.
    """
    then = _THAN_TIMES.fullmatch(head) or _THAN_TIMES.match(head + tail)
    if then is not None:
        times = re.split("[、和与]", then["times"])
        what = _what_moved(desk, desk.bare(then["what"]))
        return [f"{what}较{t}" for t in times] if len(times) == count else None
    match = COMPARED_WITH.search(_BRACKETED.sub("", head)) or COMPARED_WITH.search(tail)
    if match is None or not desk.drafts:
        return None
    places = re.split(r"[、和与]", match.group("places"))
    last = _DIFFERS.sub("", desk.drafts[-1].indicator)
    how = match["how"] or ""
    return [f"{last}较{p}{how}" for p in places] if len(places) == count else None


# 城乡居民收入分别达41230元、19860元，增长5.3%、7.9%: each its own, without another 分别
_BARE_GROWTH = re.compile("(?:同比|年均|[比较]上年)*(?:增长|下降)")


# 城镇、农村居民收入分别达A、B，总量全市第二、第三
_RANKS_ALONE = re.compile(
    "(?:总量|增速|增幅|规模)?(?:位?[居列]|排名?)?(?:全[国省市州]|中心城区)第?"
)
_TOTALS_ALONE = re.compile("累计(?:达到?|为|有)")  # 新增农场12家、合作社5家，累计达68家和41家


def hands_on(text: str, clause: Clause, here: Sequence[Quantity]) -> bool:
    """Return whether bare growth rates in a row go to the figures of the clause before in turn."""
    if len(here) < 2:
        return False
    words = (_BARE_GROWTH, _TOTALS_ALONE, _RANKS_ALONE)
    if not any(p.fullmatch(text, clause.start, here[0].start) for p in words):
        return False
    return all(text[a.end : b.start] in ("、", "和") for a, b in pairwise(here))
