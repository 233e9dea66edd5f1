"""Whose the words of a speaker are: the body whose officer speaks, else the area.

Input: a `Context` and a speaker with his office. Output: a name and its `Level`. It does not find
speech.
"""

from __future__ import annotations

import re

from briefgen.extract.context import Context
from briefgen.extract.statement_bodies import home_of, is_name, meant_by
from briefgen.extract.statement_names import BY_TRADE, QUARTER_OF, Scope, full_village, within
from briefgen.extract.statement_openings import PUBLIC_BODY
from briefgen.fact import Level

FIRM = re.compile(r"[\u4e00-\u9fff（）()]{2,20}?(?:有限公司|股份公司|集团|合作社)")
_PARK_OF = re.compile(r"[\u4e00-\u9fff]{2,14}?(?:产业园|科创园|科技园|工业园|孵化园|示范园)(?!区)")
_VILLAGE = re.compile(
    r"(?:[\u4e00-\u9fff]{2,4}?(?:镇|乡|街道))?[\u4e00-\u9fff]{1,10}?(?:镇|村|社区|小区|街道|学校|小学|中学|医院)(?!委|长)"
)
# 星海食品行政总监何某
_OFFICER_OF = re.compile(
    f"{BY_TRADE}(?:行政|首席|副|总|技术|销售|人事|生产|研发|执行|常务|项目|市场|财务|运营)*(?:总监|经理|董事长|总裁|负责人|主管|工程师|创始人|厂长|员工)"
)


def speaker_scope(context: Context, speaker: str, at: int) -> Scope:
    """Return the body whose officer speaks (某村党支部书记), the area for anybody else."""
    bodies = [e for e in context.area.entities if e in speaker]
    if bodies:
        body = max(bodies, key=len)
        part = QUARTER_OF.match(speaker.partition(body)[2])
        if part is not None and body.endswith(("镇", "乡", "街道")):
            return body + part[0], Level.ENTITY
        return full_village(context, body, at), Level.ENTITY
    public = PUBLIC_BODY.match(speaker)
    if public is not None:
        return public[0], Level.ENTITY
    if (home := home_of(context, speaker, at)) is not None:
        return home
    speaker = speaker.removeprefix("来自")
    offices = map(_OFFICER_OF.match, speaker.split("、"))  # 人大代表、甲汽车总工程师
    if (officer := next(filter(None, offices), None)) is not None:
        return officer[1], Level.ENTITY
    inner = speaker.partition(context.area.place)[2]
    speaker = inner if _VILLAGE.match(inner) else speaker
    firm = FIRM.search(speaker) or _PARK_OF.match(speaker) or _VILLAGE.match(speaker)
    if firm and is_name(firm.group()):
        return within(firm.group(), context.area), Level.ENTITY
    return meant_by(context, speaker, at) or (context.area.place, Level.DISTRICT)
