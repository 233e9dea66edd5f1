"""Parts of the area that a list names, each with its figure: 其中东区增长9.1%、西湖县下降6.4%.

Input: the document's `Desk`, a `Mention` and the noun before it. Output: the place with what the
list measures. It decides no kind and no period.
"""

from __future__ import annotations

import re

from briefgen.extract.clauses import Clause
from briefgen.extract.drafts import Desk, Mention
from briefgen.extract.naming import tidy
from briefgen.extract.phrases import read_left

_ENDS = frozenset("区县市州旗镇乡道")  # a quick look: most nouns hold none of these
_NAME = re.compile(r"[^\W全我本各对占拉0-9A-Za-z]{1,6}?(?:区|县|市|州|旗|镇|乡|街道)")
_KINDS = frozenset(
    (
        *(
            "城区",
            "市区",
            "郊区",
            "山区",
            "园区",
            "景区",
            "社区",
            "灾区",
            "库区",
            "片区",
            "地区",
            "小区",
        ),
        *(
            "乡镇",
            "城镇",
            "县区",
            "中心城区",
            "主城区",
            "老城区",
            "建成区",
            "新区",
            "城市",
            "农村地区",
        ),
        *("山区县", "贫困县", "重点镇", "特色小镇", "中心镇", "建制镇", "小镇", "各区", "各县"),
        *("贫困地区", "脱贫县", "脱贫地区", "沿海地区", "县域市", "集镇", "街道", "上市", "示范区"),
    )
)
_KIND_ENDS = (
    "景区",
    "社区",
    "小区",
    "地区",
    "山区",
    "城区",
    "市区",
    "郊区",
    "灾区",
    "库区",
    "片区",
)
_FOLLOW = re.compile("其中|分(?:区域|地区|县区|区县|县市|乡镇|镇街|市州|市县|各县区)看")
_RATE_END = re.compile("(?:增速|增幅|占比|比重)$")
# 5A级景区接待人数为：青龙山108万人次、白马湖85.7万人次
_HANDS_OUT = re.compile(
    "(?:.*[0-9]+[个家座处])?(?P<what>[^，。；]{2,30}?)(?:分别)?(?:为|有|是|达)?"
)
_FOR_EACH = re.compile("(?:人数|人次|收入|产量|产值|面积|增加值|投资|总额|余额)$")
_SIGHT = re.compile(
    "[\u4e00-\u9fff]{2,10}(?:[区县市州旗镇乡山湖窟岛寺江河洞城泉峡园村]|街道|月牙泉)"
)


def place_told(desk: Desk, mention: Mention, noun: str) -> tuple[str, str] | None:
    """Return the part of the area that `noun` names and what is measured there, or None.

    Only where the sentence says that parts follow: 其中东区增长9.1%, 分县区看，西湖县52.3万人.
    """
    base = desk.memory.base
    if not noun or not base or _ENDS.isdisjoint(noun[:8]):
        return None
    name = _NAME.match(noun)
    if (
        name is None
        or name.group() in _KINDS
        or name.group().endswith(_KIND_ENDS)
        or name.group().startswith(("全", "各"))
    ):
        return None
    measure = noun[name.end() :]
    known = desk.context.lexicon.indicator_pattern.match(measure) if measure else None
    if measure and measure != base and (known is None or known.end() < len(measure)):
        return None
    start = desk.context.sentences[mention.clause.sentence].start
    if _FOLLOW.search(desk.context.text, start, mention.quantity.start) is None:
        return None
    return name.group(), measure or _RATE_END.sub("", base)


def handed_out(desk: Desk, clause: Clause, noun: str) -> tuple[str, str] | None:
    """Return a sight or a place and what the words before a colon measure for each, or None."""
    before = desk.context.clauses[clause.index - 1] if clause.index else None
    if before is None or before.close not in ("：", ":") or before.sentence != clause.sentence:
        return None
    if _SIGHT.fullmatch(noun) is None or noun in _KINDS:
        return None
    head = _HANDS_OUT.fullmatch(desk.context.clause_text(before))
    what = tidy(desk.bare(read_left(head["what"], desk.grammar).noun)) if head is not None else ""
    return (noun, what) if _FOR_EACH.search(what) is not None else None
