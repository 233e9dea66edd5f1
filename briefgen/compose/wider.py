"""Facts that are not the area's own: of the city or the province above it, or of another place.

Input: facts and the area. Output: those that a brief on the area may tell. It words nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.compose.wording import without_link_words
from briefgen.document import Area
from briefgen.fact import ELSEWHERE, Fact, Kind, Level

_TIME = (
    r"(?:(?:截至|到)?(?:20\d\d年|去年|今年|全年|前三季度|上半年|\d{1,2}月[份底末]?|目前"
    r"|\d{1,2}[-—至]\d{1,2}月)，?)*"
)
# 全市汽车产量达到74.6万辆; not 全市首个, 全市平均
_OF_CITY = "全市|全省|全国|我国|全盟"
_ITS_OWN = "(?!首|唯一|第|最|率先|范围|各|排名|平均|同类|前|仅有|少有|领先|占)"
_ABOVE = {
    "区": _OF_CITY,
    "县": _OF_CITY,
    "旗": _OF_CITY,
    "市": "全省|全国|我国",
    "州": "全省|全国|我国",
}


def of_the_area(facts: Sequence[Fact], area: Area) -> tuple[Fact, ...]:
    """Return `facts` less what is told of another place, and the figures whose clause tells of the
    city, province or country above: a district's brief is silent on 全市新能源汽车产量."""
    facts = [fact for fact in facts if ELSEWHERE not in fact.flags]
    above = _ABOVE.get(area.place[-1:])
    if above is None:
        return tuple(facts)
    names = (area.place, *area.aliases, area.place[:-1])
    begins = re.compile(f"{_TIME}(?:{above}){_ITS_OWN}")
    return tuple(f for f in facts if not _is_wider(f, begins, names))


def _is_wider(fact: Fact, begins: re.Pattern[str], names: tuple[str, ...]) -> bool:
    if fact.kind in (Kind.RANK, Kind.QUOTE, Kind.HONOUR) or fact.level is not Level.DISTRICT:
        return False
    clause = without_link_words(fact.clause)
    found = begins.match(clause)
    if found is None:
        return False
    at = len(fact.quote[: (fact.number_start or fact.end) - fact.start])
    before = clause[found.end() : at] if not fact.is_statement else clause[found.end() :]
    return not any(name in before for name in names)
