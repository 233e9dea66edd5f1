"""Titles of the figures of one body: without its name, with the part of the year they are of.

Input: an indicator, the body that it is of, its period. Output: the title. It finds no bodies.
"""

from __future__ import annotations

import re

from briefgen.extract.periods import Told
from briefgen.extract.project_bodies import HUB_ENDS
from briefgen.fact import Level


def titled(indicator: str, scope: str, level: Level, told: Told) -> str:
    """Return a firm's figure with its quarter in the name: 公司营收 of 2022-Q1 is 一季度营收."""
    if level is not Level.ENTITY:
        return indicator
    rank = _OF_RANK.match(indicator)
    if rank is not None and indicator.startswith(scope, rank.end()):
        indicator = indicator[rank.end() :]
    indicator = _without_tail_of(scope, indicator)
    if indicator.startswith(scope) and len(indicator) >= len(scope) + 2:
        tail = re.search(r"(?:商会|协会|学校|医院|合作社|园区)$", scope)
        bare = _IDLE.sub("", indicator[len(scope) :])
        bare = re.sub("^([\u4e00-\u9fff]{2})了(?=.{2})", r"\1", bare)
        indicator = (tail.group() if tail else "") + bare
    bare = re.sub(r"^(?:公司|企业(?!员工|数|总)|集团|该公司)(?=.{2,})", "", indicator)
    called = re.match("([\u4e00-\u9fff]{2,4})(?:公司|集团)(?:共?获得)?(?=.{2,})", indicator)
    if called is not None and called.group(1) in scope:
        bare = indicator[called.end() :]  # 双木公司获得有效专利
    bare = bare if bare == indicator else _IDLE.sub("", bare)
    part = None if told[1] else re.search(r"-(Q[1-4]|H[12])$", told[0] or "")
    names = {
        "Q1": "一季度",
        "Q2": "二季度",
        "Q3": "三季度",
        "Q4": "四季度",
        "H1": "上半年",
        "H2": "下半年",
    }
    told_before = part is not None and bare.startswith(names[part.group(1)])
    return bare if part is None or told_before else names[part.group(1)] + bare


def _without_tail_of(scope: str, indicator: str) -> str:
    """Return the indicator without the end of its body's name: 经开区今年产值 of 清河经开区."""
    if (hub := next((h for h in HUB_ENDS if scope.endswith(h)), "")) != "":
        bare = indicator.removeprefix(scope).removeprefix(hub)
        return re.sub("^(?:完成|实现|新?开通)", "", _IDLE.sub("", bare))
    if scope.endswith("园") and re.match("园区.{4,}", indicator) is not None:
        return _IDLE.sub("", indicator[2:])
    for at in range(1, len(scope) - 1):
        short = scope[at:]
        kind = len(short) > 2 or short in ("医院", "学校", "新区", "园区", "景区", "集团", "公园")
        kind = kind or _NUMBERED.fullmatch(short) is not None
        if kind and indicator.startswith(short) and len(indicator) > len(short) + 1:
            return _IDLE.sub("", indicator[len(short) :])
    return indicator


_OF_RANK = re.compile("(?:龙头|链主|骨干|领军|头部|明星)企业")
_NUMBERED = re.compile("[一二三四五六七八九]中")  # 清河一中
_IDLE = re.compile(
    "^(?:就(?=新增|引进|有)|以(?=营收|营业收入|年?产值|年?销售)|[自从]?[0-9]{4}年(?:开始|起)?|今年|去年|全年|现有|共有|总共|一共|目前|拥有|共|已经|已(?!有))"
)
