"""Names of amounts set right: 男女性别比 for a ratio, 整改问题 for 17项问题整改完成16项.

Input: a `Mention` and the name that its clause gives. Output: the name as a title, "" where it
names nothing. It finds no names: `amounts` does.
"""

from __future__ import annotations

import re

from briefgen.extract.completing import LEADING, STATE
from briefgen.extract.drafts import Mention
from briefgen.extract.quantities import Quantity
from briefgen.numerals import Form

_PROPORTION = re.compile("(?:性别|收入|师生|产销|价格|抚养)比(?:例?为|是|达到?)?$")
_CONVERSIONS = ("折算", "折合", "换算")
_CONVERTED = re.compile(rf"^(?:按|约)?[^，]{{0,8}}(?:{'|'.join(_CONVERSIONS)})$")
_AT_RATE = re.compile("按[^，]{0,10}汇率(?:计算|折算|折合|换算)?")
_PROGRESS = re.compile(
    r"已?(?:分配入住|入住|退出|化解|办结|解决|整改|完成|办理|处理|查处|销号|供应分配|供应|配租|配售|交付|开工|竣工|完工|投产|侦破|破获|调处|办复|审结|执结|满意|开工建设)率?"
)
_NUMBER_OF = ("数量占", "总数占", "总量占")
_EVENTS = frozenset(("死亡", "出生", "受伤", "就业", "入境", "出境"))


def mended_name(mention: Mention, name: str) -> str:
    """Return `name` as a title; 按年平均汇率折算为5719美元 names nothing."""
    quantity = mention.quantity
    if quantity.dimension == "ratio" and _PROPORTION.search(mention.left) and name[-1:] != "比":
        return name + "比"  # 男女性别比为105:100
    if quantity.dimension == "index" and name.endswith("收入") and "收入比" in mention.left:
        return name + "比"  # 城乡居民收入比为1.91
    if name.startswith(_NUMBER_OF) and may_be_share(quantity):
        return name[2:]  # “小巨人”企业38家，数量占全市近四成
    if name == "中":
        return ""  # 39座中已有31座
    of_whole = not name or name.startswith(_IN_WHOLE)
    if of_whole and quantity.written == "户" and mention.right.startswith(_IN_WHOLE):
        return "户数"  # 全村486户中有412户种茶, 全村486户中有贫困户97户
    if len(name) > 2 and name.startswith(_IN_WHOLE):
        return name[2:]
    if quantity.dimension == "count" and (done := _SEEN_TO.fullmatch(name)) is not None:
        return done["did"] + done["what"]  # 反馈的17项问题整改完成16项
    if mention.quantity.unit == "家" and _OVER_A_SUM.search(name) is not None:
        return name + "的企业"  # 年产值过亿元的仅有4家
    if (name.endswith(_CONVERSIONS) and _CONVERTED.search(name)) or _AT_RATE.fullmatch(name):
        return ""
    if mention.left.endswith("占") and name and "占" not in name and may_be_share(quantity):
        return name + "占比"  # 总数达412家，其中民营企业占97.1%
    return name + "人数" if name in _EVENTS and quantity.unit == "人" else name


_IN_WHOLE = ("中有", "里有")
_SEEN_TO = re.compile(
    "(?P<what>[^，]{0,12}(?:问题|事项|案件|诉求|任务|隐患))(?:已|均|全部)*"
    "(?P<did>整改|办结|解决|化解|销号|处置|查处|办理|落实)"
)
_OVER_A_SUM = re.compile("[产销收利税营][^，的]{0,4}(?:超|过|突破|达)[^，的]{0,5}亿元(?:以上)?$")


def object_of(name: str, base: str) -> str | None:
    """Return a bare verb or rate with its object: 排查矛盾纠纷3260起，化解3198起，化解率达98.1%."""
    if not base or not 2 <= len(name) <= 5 or ("项目" in base and STATE.fullmatch(name)):
        return None
    rate = name.removesuffix("率")
    if _PROGRESS.fullmatch(name) is None:
        return None
    verb = LEADING.match(base)
    thing = _BEGUN.sub("", base[verb.end() :] if verb else base)
    if len(thing) < 2:
        return None
    return thing + name if rate != name else name + thing


_BEGUN = re.compile("^(?:开工|竣工|完工|投产)(?=.{3})")


def may_be_share(quantity: Quantity) -> bool:
    """Return whether an amount can be a part of a whole: 占全区的30%, not 占地300亩."""
    return quantity.unit in ("%", "‰", "成") or quantity.numeral.form is Form.FRACTION
