"""How a fact's clause and its measure are named in a brief.

Input: one fact. Output: Chinese text that says no more than the source. It chooses nothing and
joins nothing: that is done in `messages` and `sentences`.
"""

from __future__ import annotations

import re

from briefgen.fact import Fact

# words that tie a clause to what stood before it: “同时，新增…”, “例如成功解决…”
_LEADING = re.compile(
    r"^(?:(?:同时|此外|另外|例如|比如|其中|据了解|据悉|随后|随即|接着|与此同时|目前|截至目前|如今|现在|近日|日前|最近)"
    r"[，、：]?|(?:并且|并(?!购|网|轨|联)|还(?![款贷迁田林湿])|也|又|而|且|就(?=已|完成|形成)"
    r"|要(?![求素点闻道案]))(?=[\u4e00-\u9fff]))+"
)
_OURS = re.compile("我([省市区县])")
_RELATIVE_YEAR = {"去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "前年": -2}
_RELATIVE = re.compile("|".join(_RELATIVE_YEAR))
_NOW = re.compile(r"截至目前|目前|当前|如今|眼下")
_RECENTLY = re.compile(r"近日|日前|最近")
_BARE_YEAR = re.compile(r"(?<!年)全年")
_BARE_DAY = re.compile(r"(?<![年\d])(?=\d{1,2}月\d{1,2}日)")


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


def absolute(text: str, fact: Fact) -> str:
    """Return `text` with 去年, 今年, 目前 told from the article's date, never from the issue's.

    A bare “4月28日” or “全年” gets the year of the fact's own period, marked 推定 where that year
    is inferred (“全年新增市场主体2.5万户” told the next May). Without a date nothing changes.
    """
    if fact.published is None:
        return text
    year = int(fact.published[:4])
    text = _RELATIVE.sub(lambda m: f"{year + _RELATIVE_YEAR[m.group()]}年", text)
    text = _RECENTLY.sub("", _NOW.sub("报道时", text))
    if fact.period is not None:
        text = _BARE_DAY.sub(f"{fact.period[:4]}年", text, count=1)
        mark = "（推定）" if fact.period_inferred else ""
        text = _BARE_YEAR.sub(f"{fact.period[:4]}年{mark}全年", text, count=1)
    return text


def clause_text(fact: Fact) -> str:
    """Return the fact's clause as a brief prints it: no leading link word, absolute times."""
    text = _LEADING.sub("", squeeze(fact.clause)).strip("，、；。：！!")
    text = _OURS.sub(r"全\1", absolute(text, fact).lstrip("，、；"))
    return text.strip("“") if text.count("“") > text.count("”") else text
