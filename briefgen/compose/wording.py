"""How a fact's clause and its measure are named in a brief.

Input: one fact. Output: Chinese text that says no more than the source. It chooses nothing and
joins nothing: that is done in `messages` and `sentences`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from briefgen.fact import LISTED, Fact, Kind

# words that tie a clause to what stood before it: “同时，新增…”, “例如成功解决…”
_LEADING = re.compile(
    r"^(?:[一二三四五六七八九十]是|(?:了解到|获悉|发现|同时|此外|另外|例如|比如|其中|据了解|据悉|随后|随即|接着|与此同时|目前|截至目前|如今(?!的)|现在|近日|日前|最近)"
    r"[，、：]?|(?:并且|并(?!购|网|轨|联)|还(?![款贷迁田林湿])|也|又|而|且|就(?=已|完成|形成)"
    r"|要(?![求素点闻道案]))(?=[\u4e00-\u9fff]))+"
)
_OURS = re.compile("我([省市区县])")
_RELATIVE_YEAR = {"去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "前年": -2}
# 比上年提高0.15个百分点, 由上年的2.02缩小到1.99: before the figure's own year
_RELATIVE = re.compile(
    "(?<![比较同与])(?:(?<![由从自])上年|"
    + "|".join(w for w in _RELATIVE_YEAR if w != "上年")
    + ")"
)
_YEAR_BEFORE = re.compile("(?<=[比较与])去年")
_NOW = re.compile(r"截至目前|目前|当前|眼下")
# beside what it was before (原本杂乱的路如今新建3个游园): the report is named
_NOWADAYS = re.compile("(?<![到至])如今，?(?!的)")
# 抓好当前各项重点工作: before a noun it only says that they are under way
_NOW_OF = re.compile("(?:目前|当前|眼下)(?:的)?(?=各项|重点|主要|首要|及?今后|工作)")
_RECENTLY = re.compile(r"近日|日前|最近")
_BARE_YEAR = re.compile(r"(?<!年)全年")
_BARE_DAY = re.compile(r"(?<![年\d])(?=\d{1,2}月\d{1,2}日)")


# what a plan or a measure is good for, said after it: …，让生态人文成为最靓丽的名片; …，形成新优势
_PURPOSE = re.compile(
    "让|使|从而|推动|促进|为[^，]*(?:贡献|提供|注入|奠定|增添|支撑|保障)|走出|跑出|以[^，]*赋能"
    "|形成[^，]*(?:局面|优势|格局|合力|形象)|向[^，]{1,4}聚力|切实把|把[^，]*转化|将[^，]*融入|共享|共谋"
    "|[^，]*(?:风景线|画卷|图景|篇章)$|[^，]*新(?:优势|高地|动能|画卷|魅力|样板|期待|提升|局面|突破、新|台阶)$"
)
_MOST_PARTS = 4  # of a plan's clause
_PART = re.compile("[，,；;]")


def squeeze(text: str) -> str:
    """Return `text` as it reads: no line breaks, and spaces only between Latin words."""

    def space(match: re.Match[str]) -> str:
        around = match.string[match.start() - 1], match.string[match.end()]
        latin = all("!" <= c <= "~" for c in around)
        return " " if latin and not all(c in "0123456789.,:%" for c in around) else ""

    return re.sub(r"\s+", space, text.strip())


def short_name(fact: Fact) -> str:
    """Return the indicator without the words that say how it is measured (…全市排名, …同比增速)."""
    name = re.sub(r"(?:同比|年均|比上年)?(?:增速|增长率|增长倍数|增幅)$", "", fact.indicator)
    return re.sub(r"(?<=.)排名$|位次$", "", name) or fact.indicator


_RATE_OF_GROWTH = re.compile("(?:增速|增长率|增幅|涨幅|降幅)$")


def grows(fact: Fact) -> bool:
    """Return whether the fact tells how fast something grows, be it reached or aimed at."""
    aimed = fact.kind is Kind.TARGET and fact.unit == "%"
    rate = _RATE_OF_GROWTH.search(fact.indicator) is not None
    return fact.kind is Kind.GROWTH or (aimed and rate and _TURNS.search(fact.clause) is not None)


_TURNS = re.compile(
    "增长|下降|降低|上升|提高|减少|增加(?!值)|上涨|压减|压缩|缩减|削减|回落|下跌|下滑"
)


def absolute(text: str, fact: Fact) -> str:
    """Return `text` with 去年, 今年, 目前 told from the article's date, never from the issue's.

    A bare “4月28日” or “全年” gets the year of the fact's own period, marked 推定 where that year
    is inferred (“全年新增市场主体2.5万户” told the next May). Without a date nothing changes.
    """
    if fact.published is None:
        return text
    year = int(fact.published[:4])
    text = _YEAR_BEFORE.sub("上年", text) if fact.period else text
    text = _RELATIVE.sub(lambda m: f"{year + _RELATIVE_YEAR[m.group()]}年", text)
    text = _NOW.sub("报道时", _NOW_OF.sub("", _NOWADAYS.sub("", text)))
    text = _RECENTLY.sub("", text)
    if fact.period is not None:
        text = _BARE_DAY.sub(f"{fact.period[:4]}年", text, count=1)
        mark = "（推定）" if fact.period_inferred else ""
        text = _BARE_YEAR.sub(f"{fact.period[:4]}年{mark}全年", text, count=1)
    return text


# the number of an entry in a list, before it: 10. 全市…第二名; （三）全力优化营商环境
LIST_MARK = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:[、．]|\.(?!\d)))\s*"
)


def without_link_words(clause: str) -> str:
    """Return `clause` without the words that tie it to what stood before it."""
    return _LEADING.sub("", LIST_MARK.sub("", squeeze(clause)))


def printed_text(fact: Fact) -> str:
    """Return the fact's clause word for word, as quotation marks promise: a link word may be left
    out before it, but no year is put in."""
    return _without_opening(_unlinked(fact))


def clause_text(fact: Fact) -> str:
    """Return the fact's clause as a brief prints it: no leading link word, absolute times."""
    if LISTED in fact.flags:
        return f"{'获' if _PRIZE.search(fact.indicator) else '获评'}{fact.indicator}"
    text = _OURS.sub(r"全\1", absolute(_unlinked(fact), fact).lstrip("，、；"))
    if fact.kind is Kind.PROBLEM:
        text = re.sub("的(?:突出)?问题$", "", text)  # 厂房严重不足的问题
    return _without_opening(text)


_PRIZE = re.compile("(?:奖[章状牌]?|[金银铜]牌|称号)[”》]?$")  # which one wins, and is not named


def _unlinked(fact: Fact) -> str:
    if fact.speaker and squeeze(fact.clause).startswith("现在"):  # 过去要40个人，现在只要6个人
        return squeeze(fact.clause).strip("，、；。：！!")
    return without_link_words(fact.clause).strip("，、；。：！!")


def _without_opening(text: str) -> str:
    """Return `text` without a mark that opens a quotation which ends beyond it."""
    return text.strip("“") if text.count("“") > text.count("”") else text


def telling_clause(fact: Fact, journalese: Collection[str]) -> str:
    """Return the clause without parts that say nothing: journalese, and what a plan is good for.

    “切实推进农村黑臭水体整治，让…成为最靓丽的名片” is told as 切实推进农村黑臭水体整治; nothing is
    left of “三金路不负众望，榜上有名”. A part with the fact's own figure stays.
    """
    parts = _parts(clause_text(fact))
    number = squeeze(fact.number_text or "")
    plan = fact.kind in (Kind.PLAN, Kind.MEASURE)
    kept: list[str] = []
    for at, part in enumerate(parts):
        figure = bool(number) and number in part
        flowery = any(word in part for word in journalese)
        purpose = plan and at > 0 and _PURPOSE.match(part) is not None
        if (flowery or purpose) and not figure:
            if at == 0:
                return ""  # what follows has lost its subject
            continue
        kept.append(part)
    if kept and re.fullmatch(_TIME_BEFORE, kept[-1]):
        return ""  # nothing but the time is left
    return "，".join(kept[:_MOST_PARTS] if plan and not number else kept)


def _parts(text: str) -> list[str]:
    """Return `text` parted at its commas, none of them inside quotation marks or brackets."""
    parts, depth, begun = [], 0, 0
    for at, char in enumerate(text):
        depth += (char in "“《（(") - (char in "”》）)")
        if depth <= 0 and _PART.match(char):
            parts.append(text[begun:at])
            begun = at + 1
    return [*parts, text[begun:]]


# what may follow the area's own name where it is only the subject: 清河区已完成…, 清河将深化…
_VERBS = (
    "已经?|将|就已?|还|先后|全面|大力|持续|坚持|纵深|深化|深入|完善|统筹|优化|推进|推动|加快|积极|切实"
    "|高质量|高标准|高水平|高品质|进一步|继续|发力|抓好|坚定|毫不动摇|聚焦|围绕|建成|建设|打造|实施|建立"
    "|计划|举行|地区生产总值|举全|与|努力|着力|构建|培育|支持|促进|提升|开展|启动|新增|完成|力争"
)
_TIME_BEFORE = (
    r"(?P<time>(?:近年来|近[几两三五]年来?|过去[\d一二三四五六七八九十]+年"
    r"|20\d\d年(?:以来)?)[，,]?)?"
)
_OWN = re.compile(rf"^[该我](?:区|县|市|旗|州)(?={_VERBS}|[\u4e00-\u9fff])")  # 该县已建成…42个
_AHEAD = re.compile(
    r"^(?:“?十[三四五六]五”?(?:时期|期间)|下一步|接下来|(?:今后|未来)(?:的)?(?:[\d一二三四五六七八九十]+年|一个时期)?|新的一年)[，,]?"
)
_AIM = re.compile(r"^(?:力争|计划|确保)?到20\d\d年(?:底|末)?[，,]?")  # 力争到2025年…突破500万人次
# 将 and 要 of the future; 将十几口小水塘连片成湖 has another 将
_WILL = re.compile(rf"^(?:将要|将|要)(?={_VERBS})(?:继续|进一步)?")


def without_own(text: str, names: Collection[str], *, ahead: bool = False) -> str:
    """Return `text` without the area's own name as its subject, which a brief about it need not
    repeat; `ahead` takes 下一步, 未来五年 and 将 as well, where the sentence around says them."""
    if ahead:
        text = _AIM.sub("", _AHEAD.sub("", text))
    text = _OWN.sub("", text)
    for name in sorted(names, key=lambda n: (-len(n), n)):
        subject = re.match(
            rf"{_TIME_BEFORE}{re.escape(name)}[区县市]?(?:全[区县市]上下)?(?={_VERBS})", text
        )
        if subject:
            text = (subject["time"] or "") + text[subject.end() :]
            text = _AIM.sub("", text) if ahead else text
            break
    return _WILL.sub("", text) if ahead else re.sub("^就(?=已)", "", text)


def without_time(text: str, time: str) -> str:
    """Return `text` without `time` at its beginning, which is said before it (2022年以来，…)."""
    return text[len(time) :].lstrip("，,") if time and text.startswith(time) else text
