"""Figures that are a manner of speech: 4年连跨三个台阶, 每5人中就有1个老板, 出门500米见绿.

Input: the text and a quantity. Output: yes or no. What a figure measures is told in `figures`.
"""

from __future__ import annotations

import re

from briefgen.extract.quantities import Quantity

_CROSSES = ("连跨", "连续跨", "跨越", "跨过", "跨上", "连上", "连迈", "迈过", "迈上", "翻")
_OF_SO_MANY = re.compile(
    "每[0-9一二三四五六七八九十]+个?(?:[\u4e00-\u9fff]{1,4}[中里])(?:就)?有[0-9一二三四五六七八九十]*$"
)
_EACH_HAS = re.compile("[\u4e00-\u9fff]{1,4}[中里](?:就)?有")
_AIM_BEHIND = re.compile(
    "的(?:[^，。；0-9]{0,6})?(?:控制目标|目标|控制线|红线|标准|警戒线|控制任务|要求)"
)
_CORRECTED = re.compile("应为“|”应为|更正为|误写为|误为")
_USES = re.compile("(?:用|以)(?:了|仅)?(?:不到|约|近)?全[市省国县区州](?:不到|约|近)?$")
_ASKED = re.compile("[^，。；0-9]{0,6}的?(?:问卷|调查|抽样|走访|回访|测评)")
_STAIRS = re.compile("[十百千万]*亿元?级?(?:台阶|大关|关口)")
_SO_MANY_WHOLE = re.compile("[0-9两三四五六七八九十]个$")
_AMONG = tuple(f"在全{area}" for area in "市省国县区州")
_RANKED = re.compile("[^，。；0-9]{2,12}(?:中(?:排|位|居|列|名)|中?(?:率先|首个|首家|第一个))")
_AGAINST = ("低于", "高于", "好于", "优于", "超过", "严于")


_ONE_OF = re.compile("[\u4e00-\u9fff“”（）]{2,12}(?<!分)之一")
_TO_BE_SEEN = ("见绿", "见园", "见景", "入园")
_ROUND_THE_CLOCK = re.compile(
    "24小时(?:通关|营业|值守|值班|服务|不打烊|不间断|在线|自助|城市书房|书房|书店|图书馆|药店|便利店|开放|热线|待命|供水|供应)"
)
_MINUTES_BEHIND = re.compile("(?:零|又)?[0-9]+(?:分|秒|个月)")
_HOURS_BEFORE = re.compile("[0-9](?:个?小时|年|分钟?)(?:零|又)?$")


_HOLIDAYS = (
    *("国庆", "国庆节", "国庆假期", "春节", "春节假期", "五一", "“五一”", "五一假期", "“五一”假期"),
    *("元旦", "中秋", "端午", "清明", "长假"),
)
_DID_FOR_YEARS = re.compile(
    "(?:[^，。；0-9的]{1,8})?的[\u4e00-\u9fff]{2,8}?(?=说|告诉|介绍|感慨|坦言)"
)
_OF_HOURS_AND_PATHS = frozenset(("米", "天", "小时", "分", "分钟", "秒", "年", "个月"))


def _is_idle(text: str, quantity: Quantity) -> bool:
    """Return whether the figure is of a path or an hour in a turn of speech, or part of a time."""
    if quantity.unit == "米":
        return text.startswith(_TO_BE_SEEN, quantity.end)  # 出门500米见绿
    if quantity.unit == "小时" and _ROUND_THE_CLOCK.match(text, quantity.start) is not None:
        return True  # 24小时通关成为常态
    if quantity.unit == "天" and text.endswith(_HOLIDAYS, 0, quantity.start):
        return True  # 国庆7天
    if quantity.unit == "年" and _DID_FOR_YEARS.match(text, quantity.end) is not None:
        return text.endswith("了", 0, quantity.start)  # 开了21年面馆的沈某说
    if quantity.unit == "年" and text.startswith((*_CROSSES, "的“"), quantity.end):
        return True  # 4年连跨三个百亿台阶, 摘掉35年的“贫困帽”
    return _is_part_of_time(text, quantity)  # 最快2小时48分: neither part is the time


def _is_part_of_time(text: str, quantity: Quantity) -> bool:
    """Return whether the figure is a part of 2小时48分 or of 3年零6个月."""
    if _MINUTES_BEHIND.match(text, quantity.end) is not None:
        return True
    return _HOURS_BEFORE.search(text[max(0, quantity.start - 6) : quantity.start]) is not None


def is_manner_of_speech(text: str, quantity: Quantity) -> bool:
    """Return whether the figure measures nothing of its own: 每5个人中就有1个老板, and the bound
    that a figure is held against (失业率2.4%，低于4.5%的控制目标)."""
    before = text[max(0, quantity.start - 16) : quantity.start]
    after = text[quantity.end : quantity.end + 16]
    if quantity.written == "个" and _STAIRS.match(after) is not None:
        return True  # 连续跨越3个百亿台阶
    if quantity.unit in _OF_HOURS_AND_PATHS and _is_idle(text, quantity):
        return True
    if after.startswith("100%") or (quantity.unit == "%" and _SO_MANY_WHOLE.search(before)):
        return True  # 开工、投产、达效率实现3个100%
    if "每" in before and (_OF_SO_MANY.search(before) or _is_each(before, after)):
        return True
    if ("为" in before or "为" in after) and _CORRECTED.search(before + after) is not None:
        return True
    if after.startswith("的土地") and _USES.search(before) is not None:
        return True  # 高新区用全区6%的土地，贡献了全区46%的GDP
    if before.endswith("对") and _ASKED.match(after) is not None:
        return True  # 对500家企业的问卷显示
    if before.endswith(_AMONG) and _RANKED.match(after) is not None:
        return True  # 在全市10个开发区中排名第一
    if "之一" in after and _ONE_OF.match(after) is not None:
        return True  # 全国仅有的5家国家级中心之一
    if "“" in before and _SLOGAN.match(text, quantity.end) and _IN_SLOGAN.search(before):
        return True
    return before.endswith(_AGAINST) and _AIM_BEHIND.match(after) is not None


# “300米见绿、500米见园”目标基本实现
_SLOGAN = re.compile("[^“”，。；]{0,16}”的?(?:目标|理念|愿景|格局|要求|效果|标准)")
_IN_SLOGAN = re.compile("“(?:(?!达到|突破|增长|超过)[^“”，。；]){0,14}$")


def _is_each(before: str, after: str) -> bool:
    return before.endswith("每") and _EACH_HAS.match(after) is not None
