"""People who act for a body: 云台村党支部书记李某, later 李某 or 他, is of 云台村.

Input: a `Context` and the words of a subject. Output: the village, firm or school whose officer or
member they name, as a `Scope`, or None. Officers of the area itself have no such body.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from briefgen.extract.context import Context
from briefgen.extract.statement_bodies import is_name
from briefgen.extract.statement_names import BY_TRADE, Scope, full_village, within, without_area
from briefgen.fact import Level

_BACK = 1500  # characters in which the office is looked for
_WINDOW = 40  # characters of a body with its office
_OFFICE = (
    r"(?:书记|主任|主席|镇长|乡长|村长|董事长|总经理|经理|理事长|社长|厂长|校长|院长|园长|站长|场长|馆长|创始人|负责人|队长"
    r"|村民|居民|农户|党员|员工|社员|工人|种植户|养殖户|大户|带头人|技术员|班长|主管|厂长)"
)
_PLACE = r"(?:村|社区|小区|居民区|镇|乡|街道)"
_FIRM = r"(?:公司|集团|合作社|厂|医院|学校|小学|中学|幼儿园|景区|园区|产业园|基地|农场|林场)"
_OF_PLACE = re.compile(
    rf"(?P<body>[\u4e00-\u9fff]{{2,12}}?{_PLACE})(?:(?!{_PLACE}(?!民))[\u4e00-\u9fff“”（）]){{0,16}}?{_OFFICE}$"
)
_OF_FIRM = re.compile(
    rf"(?P<body>[\u4e00-\u9fffA-Za-z（）()]{{2,20}}?{_FIRM})(?:党委|党支部|党总支)?(?:副|常务|执行|技术|生产|车间)*{_OFFICE}$"
)
_OF_TRADE = re.compile(rf"{BY_TRADE}(?:联合|首席|副|总|执行|技术|生产)*{_OFFICE}$")
_SEVERAL = re.compile("[两三四五六七八九十几多数]+[大个家名]|等|各|全|众多|一家|该|这家|本")
_LEAD = re.compile("^.*(?:[的在到是和与了对为由]|位于|走进|来到|记者|今年|去年|近日|如今)(?=.{3})")
_NAMED = re.compile(rf"{_OFFICE}(?=[\u4e00-\u9fff]{{2,3}}(?![\u4e00-\u9fff]{{0,2}}书记))")
_PRONOUN = re.compile("[他她](?!们)")


class People:
    """Whom the people of one document act for; each office is read once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._offices: list[int] = []  # where an office ends that a name follows, in order
        self._by_name: dict[str, list[int]] = {}
        self._bodies: dict[int, Scope | None] = {}  # by where the office ends
        for office in _NAMED.finditer(context.text):
            end = office.end()
            self._offices.append(end)
            for length in (2, 3):
                self._by_name.setdefault(context.text[end : end + length], []).append(end)

    def body_of(self, words: str, at: int) -> Scope | None:
        """Return the body of the person that `words` begin with, told before clean `at`, or None.

        他 is of the body of the person named last.
        """
        if words[:1] in ("他", "她") and _PRONOUN.match(words):
            return self._last(self._offices, at)
        for length in (3, 2):
            told = self._by_name.get(words[:length]) if len(words) >= length else None
            found = self._last(told, at) if told else None
            if found is not None:
                return found
        return None

    def _last(self, ends: list[int], at: int) -> Scope | None:
        """Return the body of the last of the offices that end at `ends`, up to three, near `at`."""
        last = bisect_left(ends, at)
        for end in reversed(ends[max(0, last - 3) : last]):
            if at - end > _BACK:
                break
            if end not in self._bodies:
                words = self._context.text[max(0, end - _WINDOW) : end]
                self._bodies[end] = _body(self._context, words, end)
            if self._bodies[end] is not None:
                return self._bodies[end]
        return None


def officers_body(context: Context, words: str, at: int) -> Scope | None:
    """Return the body of an officer told with the office: 云台村党支部书记李某; or None."""
    for office in reversed(list(_NAMED.finditer(words))):
        found = _body(context, words[: office.end()], at)
        if found is not None:
            return found
    return None


def _body(context: Context, words: str, at: int) -> Scope | None:
    """Return the body whose office `words` end with, or None."""
    told = re.split("[，。；：、“”\n]", words)[-1]
    firm, place = _OF_FIRM.search(told), _OF_PLACE.search(told)
    if firm is not None and not _SEVERAL.search(firm["body"]):
        name = within(_LEAD.sub("", firm["body"]), context.area)
        return (name, Level.ENTITY) if len(name) > 3 else None
    if (trade := _OF_TRADE.match(told)) is not None:
        return trade[1], Level.ENTITY
    if place is None:
        return None
    name = without_area(within(_LEAD.sub("", place["body"]), context.area), context.area)
    if not name or not is_name(name):
        return None
    return full_village(context, name, at), Level.ENTITY
