"""Where a measure ranks: first in the city, second among counties in a province, and for how long.

Input: ranks. Output: English words. It compares nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal

from briefgen.english.moves import own_words
from briefgen.english.names import place_name
from briefgen.english.numbers import CHINESE_COUNTS, ordinal_word
from briefgen.english.standings import AMONG
from briefgen.fact import Fact
from briefgen.lexicon.english import EnglishWords

_AMONG = {
    "主城都市区中心城区": "in the central urban area of the metropolis",
    "中心城区": "in the central urban area",
    "全市": "in the city",
    "全省": "in the province",
    "全国": "in the country",
    "全区": "in the district",
    "全县": "in the county",
    "西部": "in western China",
    "全球": "in the world",
}
# 增速居全市第二位: the amount itself may be of another rank
# 增速居东江市第二位: among the counties of that city
_CITY = "[^全]{2}省|(?!县级市|.城市|同类)[^全增速额]{2}(?:市|州)"
_RANKED = re.compile(
    f"(?:(?P<where>{'|'.join(_AMONG)})|(?P<province>{_CITY}))?"
    f"(?P<among>{'|'.join(AMONG)})?(?:排名|位次)$"
)
_UNMARKED = str.maketrans("", "", "“”‘’")  # marks within marks
_AMONG_WHOM = re.compile("((?:全[国省市区县]|西部)[^，]{2,10})(?:排名|位次)$")
STILL = "remained"
_RUNNING = re.compile(r"连续([一二两三四五六七八九十]|\d{1,2})([年季月])")
_TURNS = {"年": "year", "季": "quarter", "月": "month"}


def is_kept(fact: Fact) -> bool:
    """Return whether a rank was held, and not reached: 保持全市第一."""
    return "保持" in own_words(fact) or "稳居" in own_words(fact)


def running(fact: Fact) -> str:
    """Return for how long a rank was held: 连续三年居全市第一."""
    match = _RUNNING.search(own_words(fact))
    if match is None:
        return ""
    count = CHINESE_COUNTS.get(match[1]) or int(match[1])
    return f" for the {ordinal_word(Decimal(count))} {_TURNS[match[2]]} running"


def place(number: str | None, fact: Fact, words: EnglishWords) -> str:
    """Return a rank with whom it is among: first in the city."""
    where = _among(fact.indicator, words) or _within(fact)
    return f"{number}{where}{running(fact)}"


def _among(indicator: str, words: EnglishWords) -> str:
    """Return whom a rank is among: in the city, among county-level cities in the country."""
    match = _RANKED.search(indicator)
    named = match is not None and (match["where"] or match["among"] or match["province"])
    if match is None or not named:
        told = _AMONG_WHOM.search(indicator)
        return f" (“{told[1].translate(_UNMARKED)}”)" if told is not None else ""
    among = f" among {AMONG[match['among']]}" if match["among"] else ""
    if (province := match["province"]) is not None:
        return f"{among} in {place_name(province, words) or province}"
    return f"{among} {_AMONG[match['where']]}" if match["where"] else among


def _within(fact: Fact) -> str:
    """Return whom a rank is among where only its words say so: 全市综合考核第二名 of a county."""
    wider = {"县": "全[市省国]", "区": "全[市省国]", "市": "全[省国]"}.get(fact.scope[-1:], "全国")
    match = re.search(wider, own_words(fact))
    return f" {_AMONG[match[0]]}" if match else ""
