"""Noun phrases beside a figure, and the predicate that ties them to it.

Input: the words left and right of a quantity in its clause. Output: `Reading`: the bare noun
phrase, the predicate's kind, and what was stripped. It knows nothing of periods or scopes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial

from briefgen.lexicon import Verbs
from briefgen.values import value_class


class Predicate(StrEnum):
    """What stands between a noun phrase and its figure."""

    LEVEL = "level"  # 达, 为, or nothing
    RISE = "rise"  # 增长
    FALL = "fall"  # 下降
    RANK = "rank"  # 位居


@value_class(frozen=True, slots=True)
class Reading:
    """What the words left of a figure say.

    `noun` is the bare noun phrase, "" where it has none of its own; `verb` the verb of change as
    written; `adverb` 同比, 年均 or 比上年; `attributive`: the words end in 的 (参加会议的234名).
    """

    noun: str
    predicate: Predicate
    verb: str = ""
    adverb: str = ""
    attributive: bool = False
    acquired: bool = False  # the words end in a verb whose object follows: 新增1600个车位
    share: bool = False
    against: str = ""  # what 高于 and the like compare with: 全市平均


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The lexicon's word lists as compiled patterns; compared by identity, as `Verbs` is."""

    change: re.Pattern[str]
    changes: re.Pattern[str]  # a verb of change anywhere: a quick look before `change`
    level: re.Pattern[str]
    acquire: re.Pattern[str]
    starts: re.Pattern[str]
    predicate: re.Pattern[str]
    lead: re.Pattern[str]
    rises: frozenset[str]
    verbs: re.Pattern[str]  # verbs of two characters and more that take an object


def _any(words: tuple[str, ...] | list[str]) -> str:
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w) for w in ordered) + ")"


def _levels(verbs: Verbs) -> str:
    """Return the verbs of reaching; 均 is none in 年人均提高到280元."""
    every = [w for w in verbs.level if w.startswith("均")]
    return (
        f"{_any([w for w in verbs.level if w not in every])}|(?<![户人年月日亩店校]){_any(every)}"
    )


_ADVERB = (
    r"(?:[，,]?(?:同比|年均|[比较]上一年|比上年同期|较上年同期|比上年末|较上年末|比上年|较上年|比去年同期|较去年同期|比去年"
    r"|较去年|环比|按(?:可比|不变)价(?:格)?(?:计算)?|名义|实际|可比(?:价|口径)?|逆势|累计|年复合|平均每年|年平均|较年初|比年初"
    r"|[比较][0-9]{4}年(?:末|底|同期)?|[比较](?:全[市国省州区县]|前[0-9一二三四五六七八九十]{1,2}个月|上半年|一季度|前三季度|上月|上季度|主城区?|(?:[0-9]{1,2}[-—至])?[0-9]{1,2}月份?)(?:平均)?(?:水平)?(?:末|底)?|两年平均|连续[^，]{0,6}年|预计|预期|力争|保持|实现|约|继续|将|再|共|已|分别|又|平均"
    r"|总体|扣除[^，]{2,8}因素(?:影响)?后?|(?:按|剔除[^，]{2,8}后)?(?:同|可比|自然)口径(?:计算)?|[，,\s]))*"
)


# What ends a noun phrase, but not in 在校学生, 到位资金, 就业人员, 对象, 以上
_PARTICLE = (
    r"(?:为(?![民老农企侨])|在(?![校建册岗编库职])|到(?!位)|对(?![象口接])|以(?![上下内外])|由|从(?!业)|向|与|给(?!水)"
    r"|被|未能|没能|无法|尚未|就(?![业诊读])|获|已经?|(?<!平)均|都|还|也|将)"
)
# A verb before these is part of the noun: 服务企业, 在建项目
_VERBAL_NOUN = re.compile(
    r"区(?=整治?|改|建设)|创投|企业|项目|人员|单位|公司|机构|平台|园区|基地|资金|面积|里程|设施|中心|站|点|户|用地|土地|政策|岗位|品种|产品|线|性"
)


_NOT_ALWAYS = ("基本", "就", "其", "高标准", "成功")  # they lead, but not before every word


@lru_cache(maxsize=4)
def grammar_of(verbs: Verbs) -> Grammar:
    """Return the word lists of a lexicon as compiled patterns, made once."""
    change = _any(verbs.rise + verbs.fall)
    return Grammar(
        change=re.compile(
            rf"(?P<adverb>{_ADVERB})(?P<verb>{change})"
            r"(?:了|约|近|超过|超|达到|达|到达|为|是|逾|：|:|\s|不低于|保持在|稳定在|在|率|幅度|出"
            r"|(?:全[市国省州区县]|同期|主城区?|西部)(?:平均)?(?:水平|增速|增幅)?)*$"
        ),
        changes=re.compile(change),
        level=re.compile(
            rf"(?:{_levels(verbs)}|了|(?<![签节履违合契公条邀])约|近|：|:|\s|、|突破|超过|同样)+$"
        ),
        acquire=re.compile(rf"(?:{_any(verbs.acquire)})(?:了|出|到|过|起|近|(?<!签)约)?$"),
        starts=re.compile(_any(verbs.acquire + verbs.lead)),
        predicate=re.compile(f"{_any(verbs.predicate)}|逐[一项个]|{_PARTICLE}"),
        lead=re.compile(
            rf"(?:{_any([w for w in verbs.lead if w not in _NOT_ALWAYS])}|其(?![他它余])"
            r"|成功(?!率|案例|经验)|就(?![业诊读学近地医餐])|高标准(?!农田|基本农田|厂房|粮田)|基本(?!公共|医疗|养老|农田|生活|药物)|[，、：:“”\s●·•◆■★☆（）()—…-]|[一二三四五六七八九十]+是|[0-9]{1,2}[.．](?![0-9])|0[1-9]\s?(?=[\u4e00-\u9fff]|$)|[①-⑳])+"
        ),
        rises=frozenset(verbs.rise),
        verbs=re.compile(_any([w for w in verbs.acquire if len(w) > 1])),
    )


_TIME_LEAD = re.compile(
    r"(?:(?:自|从|到|至|截至|截止|于|在)?“?(?:[0-9]{4}年(?:度|末|底|初|全年)?(?:[0-9]{1,2}月(?:份|底|末)?(?:[0-9]{1,2}日)?)?|"
    r"(?:去年|今年|前年|明年|上年|本年|当年|同年)(?:全年|以来|末|底|初|[0-9]{1,2}月(?:份)?)?|全年|年末|年底|年初|年内|上半年|下半年|前三季度|"
    r"第?[一二三四]季度|[0-9]{1,2}[-—至][0-9]{1,2}月份?|[0-9]{1,2}月(?:份|底|末)?(?:[0-9]{1,2}日)?|十[一二三四五]五”?(?:期间|时期|末|期末)?|"
    r"(?:前|头)[一二三四五六七八九十0-9]{1,2}个月|(?:过去|近|未来|今后|这)?(?:的)?[一二三四五六七八九十0-9]{1,2}年(?:来|间|以来|前|(?=累计|共|城镇|$))|过去[一二三四五]年|未来[五5]年|当[天日月]|截至目前|目前|近年来|当前|期间)”?"
    r"(?:以来|期间|，|,|的)?)+"
)
_OF_FIRM = re.compile(
    rf"^(?:该?公司|该?企业|我们|园区|新区)(?=(?:{_TIME_LEAD.pattern})[^，]{{2,}})"
)
_HEDGE_TAIL = re.compile(
    r"(?:不低于|不少于|不超过|不足|不到|超过了?|突破了?|接近|将近|大约|至少|最多|刚过|超|(?<![附靠临邻])近|(?<![签节履违合契公条邀])约|逾|(?<![以跃迈站登跨镇县乡村路网线地水山身楼车])上|预计|(?<![市国省州区县])平均)+$"
)
_ADVERB_TAIL = re.compile(
    r"(?:由负转正|计划|可能|或将|努力|一下子?|一举|全部|反而|一度|常年|长期|一直|始终|双双|有望|可望|由降转[升增]|止跌回升|累计|总共|共|已经|已|就|(?<![户人日年月])均|分别|各|全年|目前|总计|合计|年均|同比|超额|首次|历史性|(?:在|于)?(?:年内|年底前?)|成功|稳定|仍然|依然|仍|继续|持续|预计|预期|力争|将|还|也|又|同期|每年|每月|每天|人均每年|先后|每(?:人|户|亩)每年|每[人户亩])+$"
)
_WITHIN = re.compile("^.{0,4}[里中](?:曾经?|已|现|还)$")
_IN_ALL = re.compile(
    r"^[^，]{2,40}?共(?=反馈|新增|建成|完成(?!(?:固定资产)?投资|产值|增加值|营业收入)|实施|收到|办理|确定|梳理|受理)"
)
_OF_WHOLE = re.compile(r"占[^，。]*(?:比重|比例|比)?$|占比$|比重$|比例$")
_BLANKS = re.compile(r"[，,\s]")
_ADVERB_AT_END = re.compile(r"(?:，|,)?(年均|同比|比上年|较上年|环比)$")
_IN_RESPECT = re.compile(r"在[^，。]{0,40}?(?:等)?方面(?:所)?(?:存在)?的")


# Several rules ask for the words beside one figure, and a text repeats its phrases: those that were
# read are remembered, so many at most. A bulletin takes a sixth less time by it.
REMEMBERED = 4096


@lru_cache(maxsize=REMEMBERED)
def read_left(words: str, grammar: Grammar) -> Reading:
    """Return what `words`, from the clause's start to the quantity, say about it."""
    mean = _MEAN_OF.search(words.rstrip())
    words = words if mean is None else words[: mean.start("against")]
    rest = _HEDGE_TAIL.sub("", words.rstrip())
    if rest.endswith("的"):  # 产值恢复到去年同期的96%: no output of 96%
        rest = re.sub("恢复[到至]$", "恢复", _TIMES_OF.sub("", rest))
    change = grammar.change.search(rest) if grammar.changes.search(rest) else None
    if change is not None and not _is_noun_tail(rest, change):
        noun = _trimmed_right(rest[: change.start()], grammar)
        verb = change["verb"]
        predicate = Predicate.RISE if verb in grammar.rises else Predicate.FALL
        verb = _MORE.get(verb, verb)
        adverb = _BLANKS.sub("", change["adverb"])
        noun, adverb = _adverb_inside(noun, adverb)
        against = mean or _PLACE.search(rest, change.end("verb"))
        return Reading(noun, predicate, verb, adverb, against=against["against"] if against else "")
    attributive = rest.endswith("的") and not rest.endswith(("目的", "的的"))
    attributive = attributive or rest.endswith("等")  # 江清高速等12个续建项目
    acquired = grammar.acquire.search(rest) is not None
    noun = _trimmed_right(rest, grammar)
    share = _OF_WHOLE.search(noun) is not None
    return Reading(noun, Predicate.LEVEL, "", "", attributive, acquired, share)


# 降幅收窄至3.6%, 增速回落至5.6%: the rate says which way, and not how it moved
RATE_MOVED = re.compile(
    "(?P<rate>(?:[增涨降跌减]幅|增速))(?:进一步|逐[月季]|持续|继续)?(?:收窄|缩小|扩大|回落|放缓|提高|提升|加快"
    "|回升|上升|攀升|下降|下滑|[升降])[至到为](?:约|近)?$"
)
_PLACE = re.compile(r"(?P<against>(?:全[市国省州区县]|主城区?|西部)(?:平均)?(?:水平|增速|增幅)?)")
# 增幅高出江州平均0.5个百分点
_MEAN_OF = re.compile(
    "(?:高出|高于|低于|快于|慢于|领先)(?P<against>(?!全)[\u4e00-\u9fff]{2,6}?平均(?:水平)?)$"
)


_MORE = {"多": "增加", "少": "减少"}
BESIDE = frozenset(("多", "少", "改善"))  # no change but with 比


def _is_noun_tail(rest: str, change: re.Match[str]) -> bool:
    """Return whether the verb of change ends another word: 新增3户 is no growth of 新."""
    verb = change["verb"]
    before = rest[: change.start("verb")]
    if verb in BESIDE and not re.search("[比较]", change["adverb"]):
        return True  # 比去年多3个, but not 最多
    if verb in ("高", "低") and not re.search(r"(?<!占)[比较][^，]{1,14}$", before):
        return True  # 比全市高1.5个百分点, but not 最高
    if "率" in rest[change.end("verb") :] and before.endswith("自然"):
        return True  # 人口自然增长率为-1.9‰ is a level
    return len(verb) == 1 and bool(before) and before[-1:] in "新净倍扩加递提"


def _adverb_inside(noun: str, adverb: str) -> tuple[str, str]:
    match = _ADVERB_AT_END.search(noun)
    return (noun[: match.start()], adverb or match.group(1)) if match else (noun, adverb)


def _trimmed_right(words: str, grammar: Grammar) -> str:
    """Return `words` without hedges, verbs of reaching and adverbs at their end."""
    while True:
        shorter = _HEDGE_TAIL.sub("", words.rstrip(" ，,、：:"))
        if not _KEPT_TAIL.search(shorter):
            shorter = grammar.level.sub("", shorter)
        shorter = _ADVERB_TAIL.sub("", shorter)
        shorter = _CONTINUED.sub("", shorter)
        if shorter == words:
            return words
        words = shorter


_KEPT_TAIL = re.compile(
    r"(?:行为|作为|认为|国有|私有|占有|持有|目的|标的|单位|到位|市场占有|夏至|[比占]重|甚至|享有|[户人年月日亩店校]均)$"
)


# 为困难群体发放救助资金 is 发放困难群体救助资金
_FOR = re.compile(
    "^(?:累计|共|全年)?[为向给](?P<whom>[\u4e00-\u9fff]{2,8}?)(?P<act>发放|减免|兑现|拨付|退还|追回|清退|落实|协调解决|解决|办理)(?P<thing>.{2,})$"
)


# 表上显示：2019年园区产值; 计划表中“2024年产值
_SAYS = re.compile(
    r"^[^，。；]{0,12}(?:显示|表明|写着|透露|获悉|介绍|报道|统计)[：，:]“?|^[^“”，。；]{1,8}[里中上]“(?=(?:20)?[0-9]{2}年)"
)
_ALL_YEAR = re.compile("^[^，]{2,20}?全年(?=发放|新增|建成|完成|实现|接待|引进|培训)")


@lru_cache(maxsize=8)
def bare_noun(grammar: Grammar, own: tuple[str, ...]) -> Callable[[str], str]:
    """Return what takes times, adverbs and the area's `own` names from before a noun.

    全区科技型企业 is 科技型企业, 其中市级以上平台 is 市级以上平台.
    """
    return lru_cache(maxsize=REMEMBERED)(partial(_bare_noun, grammar=grammar, own=own))


_QUOTED = re.compile("[、，和与及 ]+(“[^“”]{2,12}”)")


def without(pattern: re.Pattern[str], words: str) -> str:
    """Return `words` without what `pattern` matches at their beginning."""
    found = pattern.match(words)
    return words if found is None else words[found.end() :]


def _bare_noun(noun: str, grammar: Grammar, own: tuple[str, ...]) -> str:
    if noun.endswith("”") and (quoted := _QUOTED.fullmatch(noun)) is not None:
        return quoted[1]  # 新增“个转企”413户、“小升规”68户
    noun = _IN_RESPECT.sub("", noun) if "方面" in noun else noun
    noun = without(_SAYS, noun)
    if (given := _FOR.match(noun)) is not None:
        noun = given["act"] + given["whom"] + given["thing"]
    noun = _WITHIN.sub("", noun) if len(noun) <= 7 else noun  # 43个村里曾有33个贫困村
    noun = "" if noun in ("和", "与", "及", "以及", "实际") else noun
    if noun[:1] in ("而", "但") and (noun[1:] == "" or noun[1:].startswith(("同期", "全", *own))):
        noun = noun[1:].removeprefix("同期")  # 而清河区只有265万元
    noun = _IN_ALL.sub("", noun) if "共" in noun else noun
    noun = _ALL_YEAR.sub("", noun) if "全年" in noun else noun
    while noun:
        if noun.startswith("“") and noun[1:].startswith(own) and "”" in noun:
            break  # “清河红茶”品牌价值
        shorter = without(_TIME_LEAD, noun)
        named = shorter.startswith(own)  # 和顺县生产总值: no 和 leads it
        lead = None if named else grammar.lead.match(shorter)
        done = lead is not None and _DONE.match(shorter, lead.end() - 1)
        if lead is not None and done:  # 已办结问题73个: a part of those told before
            return shorter[lead.end() - 1 :]
        if lead is not None:
            shorter = shorter[lead.end() :]
        shorter = without(_OF_FIRM, shorter)
        for name in own:
            if shorter.startswith(name) and (
                name[-1] in _ENDS_AREA or not shorter.startswith(("区", "县", "市"), len(name))
            ):
                shorter = shorter[len(name) :]
                break
        if shorter == noun:
            break
        noun = shorter
    noun = noun.strip("，、：: 的”“。")
    return "" if _TAKES_IT.search(noun) else _unbalanced(noun)


# 青山镇把28栋农房改成民宿, 竹林里“长”出36家农家乐, 县职教中心与7所高校合办学院
_TAKES_IT = re.compile("(?<![火门])把$|(?<=[村镇乡区县市司团社])将$|“.”出$|(?<=.{2})(?<!参)与$")


def _unbalanced(noun: str) -> str:
    """Return `noun` with the quotation mark that stripping cut off."""
    for opens, closes in ("（）", "()"):
        if noun.count(opens) > noun.count(closes):
            noun = noun.rpartition(opens)[0]
        elif noun.count(closes) > noun.count(opens):
            noun = noun.replace(closes, "", 1)
    if noun.count("“") > noun.count("”"):
        return noun + "”" if not noun.endswith("“") else noun[:-1]
    if noun.count("”") > noun.count("“"):
        return "“" + noun
    return noun


@lru_cache(maxsize=REMEMBERED)
def read_right(words: str, grammar: Grammar) -> str:
    """Return the noun phrase that begins `words`, the words right of a quantity, "" for none.

    1896户企业难题 counts 企业难题; 400余名党建指导员驻企服务 ends at the verb 驻企.
    """
    words = words.strip()
    if not words or words[0] in "，。；、！？,;）)：:（(" or _STEP.match(words):
        return ""
    if words[0] == "的":
        words = words[1:]
    words = _NEW.sub(r"\1", words)
    if (whose := _FROM_FIELDS.match(words)) is not None:
        words = words[whose.end() :]
    if (kind := _WORKS_OF.match(words)) is not None:
        words = kind["thing"]
    cut = len(words)
    for match in grammar.predicate.finditer(words):
        if _VERBAL_NOUN.match(words, match.end()) and match.group() in _NOUNISH:
            continue
        if match.start() == 0:
            if _VERBAL_NOUN.match(words, match.end()):
                continue
            if match.group() == "主要":  # 34项主要指标
                continue
            return ""
        if not _inside_quotes(words, match.start()):
            cut = match.start()
            break
    stop = _STOP.search(words, 0, cut)
    noun = words[: stop.start()] if stop else words[:cut]
    head, comma, tail = noun.partition("、")
    if comma and (grammar.starts.match(tail) or len(noun) > 24):
        noun = head  # 闲置土地、指导产业基金完成…: a second predicate follows
    noun = noun[:-1] if noun.endswith("新") and cut < len(words) else noun  # 6个县新|签约
    noun = _ADVERB_BEHIND.sub("", noun.strip("、 "))
    noun = _AND_END.sub("", _HOLDS.sub("", _WITHIN_IT.sub("", _AMONG_END.sub("", noun))))
    noun = "" if noun in ("和", "与", "及", "以及", "中有", "里有") else noun
    return _unbalanced(noun) if _WORD.search(noun) else ""


_STOP = re.compile("[，。；！？,;：:的]|——")
_AMONG_END = re.compile("(?<=.{3})(?<![集其])中$")  # 39个工业大类行业中，有32个
_HOLDS = re.compile("(?<=.)(?:里|当?中)(?:曾经?|现|还|已)?有.*$")  # 43个村里曾有33个
_AND_END = re.compile("(?<=.{2})(?:以及|[和与及])$")  # 26所幼儿园和140个村卫生室
_NEW = re.compile("^(新|全新)的")  # 3个以上新的项目
# 3000平方米的中试车间里机器轰鸣
_WITHIN_IT = re.compile("(?<=车间|工厂|厂房|大厅|展厅|大棚|基地|市场|广场|仓库)(?:里|内|中|上).+$")
_ENDS_AREA = "区县市省州"  # 清河区市场主体, but not 清河 in 清河市民
_FROM_FIELDS = re.compile(
    "(?:来自|从事)[^，。；]{1,60}?的(?=[^的，。；、]{2,12})"
)  # 135家来自…的企业
# 年产150万套空调等一批重大项目: the figure counts the first
_WORKS_OF = re.compile(
    "(?P<thing>[^，。；、的]{2,12}?)等(?:一批|一系列|重大|重点)[^，。；]{0,8}?(?:项目|工程)"
)
_NOUNISH = frozenset(("生产", "服务", "出口", "达标"))  # 2条深加工生产线
_STEP = re.compile("大关|关口|大?台阶")  # 突破千亿元大关 counts no 大关
_ADVERB_BEHIND = re.compile(
    r"(?:全面|全部|均|已|都|顺利|基本|正式|如期|陆续|先后|相继|集中|也|还|正在|正|纷纷|更是|更)+$"
)
_TIMES_OF = re.compile(
    r"(?:是|为|相当于|达到?)?(?:[0-9]{4}年|去年|上年|前年|[一二三四五六七八九十]年前)(?:同期|末|底)?的$|(?:是|为|相当于|达到?)全[市省国区县州](?:平均)?(?:水平)?的$"
)
_CONTINUED = re.compile(
    r"(?:已)?连续[0-9一二三四五六七八九十]+[多余]?(?:年|个?月|个?季度|次)$|(?<=[\u4e00-\u9fffA-Z])[三五十]年$"
)
_DONE = re.compile(r"已(?:办结|解决|整改|化解|办理|销号)")
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]")


def _inside_quotes(words: str, at: int) -> bool:
    return words.count("“", 0, at) > words.count("”", 0, at)
