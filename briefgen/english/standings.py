"""Standings, lasting times, rates of change that a clause states: 稳居全国前列, 连续三年, 压缩60%.

Input: Chinese text and a place in it. Output: phrases. It compares nothing: all is the text's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefgen.english.numbers import CHINESE_COUNTS, count_word, ordinal_word
from briefgen.english.phrase import Phrase, Predicate

_COUNT = "[一二两三四五六七八九十]|\\d{1,3}"
_RUNNING = re.compile(f"(?:已)?连续({_COUNT})(年|届|季度|个月|次)")
_TURNS = {"年": "year", "届": "term", "季度": "quarter", "个月": "month", "次": "time"}
_WHERE = {
    "全国": "the country", "全省": "the province", "全市": "the city", "全区": "the district",
    "全县": "the county", "全球": "the world", "世界": "the world", "西部": "western China",
    "中西部": "central and western China", "东部": "eastern China", "中部": "central China",
    "中心城区": "the central urban area", "长三角": "the Yangtze River Delta",
}  # fmt: skip
AMONG = {
    "县级市": "county-level cities", "县级城市": "county-level cities",

    "县市": "counties and cities", "县域": "counties", "区县": "districts and counties",
    "县区": "counties and districts",
    "县市区": "counties, cities and districts", "城市": "cities", "同类城市": "cities of its kind",
    "同类地区": "areas of its kind", "各区": "districts", "各县": "counties", "县": "counties",
    "百强县": "the top 100 counties", "同类产品": "products of its kind",
    "同行业": "its industry", "同类开发区": "development zones of its kind",
}  # fmt: skip
_STANDING = re.compile(
    f"(?P<all>均|都|双双|全部)?(?:(?P<keep>稳居|保持|持续保持|继续保持|稳定在)|(?P<rise>跃居|跃升至|升至|上升至|跃升到)"
    f"|(?:位居|位列|排名|排在|走在|处于|居于|列|居|位于))(?:在|了)?"
    f"(?P<where>{'|'.join(sorted(_WHERE, key=len, reverse=True))})?"
    f"(?P<among>{'|'.join(sorted(AMONG, key=len, reverse=True))})?"
    f"(?:的)?(?P<place>前列|首位|第一方阵|第一|榜首|前茅|第(?:{_COUNT})[位名]?|前(?:{_COUNT})[位名强]?)"
)
_LEADERS = ("前列", "前茅")
_FIRST = ("首位", "第一", "榜首")
_RATE = re.compile(
    r"(?P<way>压缩|压减|缩短|减少|降低|下降|提高|提升|增长|增加|上升)(?P<by>近|约|超过|超)?"
    r"(?P<rate>\d+(?:\.\d+)?%)(?P<least>以上)?"
)
_WAYS = {"压缩": "be cut", "压减": "be cut", "缩短": "be cut", "减少": "fall", "降低": "fall",
         "下降": "fall"}  # fmt: skip
_BY = {"近": "nearly ", "约": "about ", "超过": "more than ", "超": "more than "}


def standings_at(text: str, start: int) -> Iterator[tuple[int, Phrase]]:
    """Yield what begins at `start`: `rank first in the country`, `for three years running`."""
    if (running := _RUNNING.match(text, start)) is not None:
        after = f"for {count_word(_count(running[1]))} {_TURNS[running[2]]}s running"
        yield running.end(), Phrase("ADV", "", 0.6, predicates=(Predicate("", after=after),))
    if (match := _STANDING.match(text, start)) is not None and _says_whom(match):
        yield match.end(), _verb(_standing(match))
    if (rate := _RATE.match(text, start)) is not None:
        way = _WAYS.get(rate["way"], "rise")
        least = "at least " if rate["least"] else _BY.get(rate["by"] or "", "")
        yield (
            rate.end(),
            Phrase("VP", way, 0.8, predicates=(Predicate(way, f"by {least}{rate['rate']}"),)),
        )


def _says_whom(match: re.Match[str]) -> bool:
    """Return whether a standing names whom it is among, or is a place that needs no such word."""
    return bool(match["where"] or match["among"]) or match["place"] in (*_LEADERS, "榜首", "首位")


def _verb(words: str) -> Phrase:
    verb, _, rest = words.partition(" ")
    if verb == "all":
        verb, _, rest = rest.partition(" ")
        return Phrase("VP", verb, 0.6, predicates=(Predicate(verb, rest, before="all"),))
    return Phrase("VP", verb, 0.6, predicates=(Predicate(verb, rest),))


def _standing(match: re.Match[str]) -> str:
    place, where, among = match["place"], match["where"] or "", match["among"] or ""
    verb = "remain" if match["keep"] else "rise to" if match["rise"] else "rank"
    whom = f" in {_WHERE[where]}" if where else ""
    whom = f" among {AMONG[among]}{whom}" if among else whom
    if place in _LEADERS:
        leaders = f"the leaders of {_WHERE[where]}" if where and not among else f"the leaders{whom}"
        said = f"{verb.removesuffix(' to')} among {leaders}"
    elif place in _FIRST:
        said = f"{verb} first{' place' if match['rise'] else ''}{whom}"
    elif place == "第一方阵":
        said = f"{'rank' if verb == 'rise to' else verb} in the top group{whom}"
    elif place[0] == "前":
        top = _count(place[1:].rstrip("位名强"))
        said = f"{'rank' if verb == 'rise to' else verb} in the top {top}{whom}"
    else:
        nth = ordinal_word(Decimal(_count(place[1:].rstrip("位名"))))
        said = f"{verb} {nth}{' place' if match['rise'] else ''}{whom}"
    return f"all {said}" if match["all"] else said


def _count(text: str) -> int:
    return CHINESE_COUNTS.get(text) or int(text)
