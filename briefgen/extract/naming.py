"""Titles of indicators: from the words around a figure to the name a reader would give it.

Input: noun phrases as they were cut. Output: names, slips of the print mended. It does not read
clauses.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from briefgen.extract.phrases import REMEMBERED, Predicate, Reading
from briefgen.lexicon import Lexicon

_HEADS = re.compile(
    r"^(?:的)?(?:措施|举措|内容|任务|项目|工程|政策|建议|要求|行动|工作|事项|制度|规定|意见|方案|问题|企业|单位)$"
)
_AFTER_OF = re.compile(r"^.*的(?=[^的]{3,}$)")
_VERBS_DROPPED = re.compile(
    r"^(?:完成|实现|办好|办成|实施|创建|拥有|落实|出台|制定|推出|确定|培育|培育发展|发展|获?评(?=[“《])|获批|有(?![效机色限关轨线害偿])|形成|收到|达到|获得|获|建有|设有|设立|成立|迎来|包括|担任|为(?!民)|共有)(?:了|有|起|出)?"
)
_RANK = re.compile(
    r"^(?P<noun>.*?)(?:连续[^居位列排保持]{0,4}年)?(?:持续|始终|一直|再次|继续|均|并列|稳|已|也|都)?"
    r"(?P<verb>位居|位列|排名|排位|排在|居(?!民|住)|名列|列|跃居|保持|保持在|稳居|蝉联|跻身|进位至|跃升至|跃升到|升至|上升至|上升到|前移至|位于|荣获|获评|获得|获|为|排|进入|、)+"
    r"(?P<area>[^，。；]{0,14})$"
)
_AREA = re.compile(
    r"(?P<area>(?:全市|全国|全省|全州|全区|全县|世界|全球|西部|中西部|主城都市区|中心城区|主城区?|[\u4e00-\u9fff]{0,6}"
    r"(?:区县|县（市、区）|县区|省份|城市|同类区|开发区)|[二两三四五六七八九十][区县市州旗]市?)(?:[\u4e00-\u9fff]{0,6}))$"
)


_AMONG = re.compile(
    "在?(?P<area>(?:(?:全[国省市州区县]|世界|全球)[^，在的]{0,8}|[所各]有?[县区市]{1,2}))(?:中|里|内)$"
)
_WIDER = re.compile("全[市国省州区县]$|全球$")
_COMPARED = re.compile(
    r"[比较](全[市国省州区县][^，]{0,4}|前[0-9一二三四五六七八九十]{1,2}个月|上半年|[一二三]季度|前三季度|上月|上季度|[0-9]{1,2}(?:[-—至][0-9]{1,2})?月份?)$"
)


def growth_name(base: str, reading: Reading, unit: str) -> str:
    """Return the name of a growth rate (地区生产总值年均增速) or of a difference (…面积扩大)."""
    if unit == "倍":
        return base + "增长倍数"
    if unit in ("%", "‰", "成"):
        base = base[2:] if base.startswith("累计") and len(base) > 4 else base
        if not reading.adverb:
            return base + "增速"
        if "年均" in reading.adverb or "年平均" in reading.adverb or "年复合" in reading.adverb:
            return base + "年均增速"
        if any(word in reading.adverb for word in ("同比", "上年", "上一年", "去年", "同期")):
            return base + "同比增速"
        return base + ("环比增速" if "环比" in reading.adverb else "增速")
    compared = _COMPARED.search(reading.adverb)
    if "年均" in reading.adverb:
        return f"{base}年均{reading.verb}"
    return base + (
        reading.verb + reading.against
        if compared is None
        else f"较{compared.group(1)}{reading.verb}"
    )


def rank_name(left: str) -> tuple[str, str]:
    """Return the noun and the area of a ranking's words: (空气质量优良天数, 中心城区)."""
    match = _RANK.match(left)
    if match is not None and len(match["noun"].strip("该我本区县市镇")) < 2:
        area_of = re.match(r"(全[市国省州]|全球|世界|西部)(?!同|[0-9])(.{4,})$", match["area"])
        if area_of is not None:  # 获评全市营商环境考核第一名
            return area_of.group(2), area_of.group(1)
        if re.search(r"百强|榜|排行|考核|评比|测评|百佳", match["area"]):
            return match["area"], ""
    among = _AMONG.match(match["noun"]) if match is not None else None
    if among is not None:
        return "", among["area"]  # 在全省园区中排名第7
    if match is not None and not match["area"] and (told := _WIDER.search(match["noun"])):
        return match["noun"][: told.start()], told.group()  # 增幅全省排第9位
    if match is not None:
        return match["noun"], match["area"].strip("的 ")
    area = _AREA.search(left)
    if area is not None:
        return left[: area.start()], area["area"]
    return left, ""


def count_name(noun: str, reading: Reading, right: str, acquired: bool) -> str:
    """Return the name of an amount from the phrases on its left (`noun`) and right."""
    if right and (reading.attributive or not noun):
        return right
    if right and _HEADS.match(right) and len(noun) > 4:
        return noun + right
    if right and noun.endswith(("贷", "险", "券")) and not acquired:
        return noun + right  # “科创贷”累计为1863家次企业授信
    if right and (acquired or len(noun) <= 3):
        return _object_verb(noun) + right
    if right and "、" in noun:
        return right
    if right and len(noun) <= 8 and right.endswith(_PEOPLE) and not noun.endswith(_PEOPLE):
        return noun + right  # 锦绣家园347户回迁群众
    if right and (_WHEREABOUTS.search(noun) or noun.endswith(("以上", "以下"))):
        return noun + right
    if right and len(right) <= 6 and _REACHES.match(noun):
        return noun + right  # 通达欧洲25个国家
    return noun


_PEOPLE = ("群众", "居民", "村民", "住户", "老人", "学生", "职工")
_WHEREABOUTS = re.compile(
    "(?:沿[河江湖海线]|两岸|沿岸|周边|地区|山区|坝区|城区|试验区|片区|园区|库区|流域|沿线|境内|辖区|农村|城乡|城市|乡村)$"
)
_REACHES = re.compile(
    r"(?:产品)?(?:远销|销往|出口到?)|通达|覆盖|辐射|涉及|服务|联通|遍布|涵盖|惠及"
)
_LAST_VERB = re.compile(
    r"(?:新建改造|筹集建设|改造提升|建设改造|新增|建成投用|建成|新建改扩?建|新建|改扩建|新改扩建|新改建|改造|完成|选派|抽调|解决|清理核实|引进|培育|设立|成立|迎来|征集|收集|签约|签订|开工|"
    r"发放|投入|整治|修复|举办|开展|实施|打造|建设|组织|接待|培训|惠及|带动|吸纳|服务|覆盖|涉及|集聚|聚集|入驻|投放|提供|新开工|新引进|新培育|新认定|新签约|"
    r"新发展|拆除|关闭|化解|调解|办理|受理|办结|救助|资助|资助|安置|盘活|收储|出让|供应|筹集|推出|出台|制定)(?:了|出|到|过|起)?$"
)
_TWO_CHARACTERS = re.compile("[\u4e00-\u9fff]{2}(?:了|出|到|过|起)?$")


def _object_verb(words: str) -> str:
    """Return the verb that ends `words`, without 完成 and the like, which name nothing."""
    match = _LAST_VERB.search(words) or _TWO_CHARACTERS.search(words)
    verb = match.group() if match else words[-2:]
    verb = verb if len(verb) < 3 else verb.removesuffix("了").removesuffix("出")
    return "" if _VERBS_DROPPED.fullmatch(verb) else verb


_DOUBLED = re.compile(r"([\u4e00-\u9fff]{2,4})\1(?![家生者员])")  # 民营企业企业家 is right


_SHARE_CALLED = re.compile(r"占.*[（(]([^（()）]{4,})[）)]?$")
_IDLE_INSIDE = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:实现|拥有|分别(?=完成|实现)|共完成(?=投资)|完成(?=增加值|产值|总产值|投资额))(?=[\u4e00-\u9fff]{2})"
)
_CONTRIBUTION = re.compile("^(.{0,12}对.{2,10})的(?=贡献率|拉动|贡献)")
_BY = re.compile("^按[^，]{2,10}?(?:计算|统计|折算)的?(?=.{3})")
_EXPECTED_INSIDE = re.compile(r"(?<=[\u4e00-\u9fff])预计(?=[\u4e00-\u9fff])")
_CAN = re.compile(r"^可(?:实现)?(?=带动|提供|新增|吸纳|节约|年?产值|年?销售|年?税收)")
_A_DAY = re.compile(r"^平均(?:一|每)[天日]")
_AND_SO_ON = re.compile("(?<=.{3})(?<![高平同中初相上均])等$")
_ANY_KIND = re.compile("^(?:各[类级](?!各)|有关)(?=.{3})")


# 县交通运输局总投资5.6亿元: an office of the area does what the area does
_OFFICE = re.compile(
    "^[区县市省州旗]?[\u4e00-\u9fff]{2,8}?(?:局|委员会|党委|政府)(?=(?:共|累计|已|总)?(?:投资|投入|完成|实施|建成|新增|新建|改造|开展|发放|办理|受理|查处|检查|破获|培训|处理))"
)
_OFFICE_ENDS = re.compile("局|委员会|党委|政府")
_BEFORE_IT = re.compile(
    "^(?:届时(?=.{2})|因(?=资金|缺)|由于(?=.{3})|以(?=营收|营业收入|年?产值|年?销售)|(?:新冠肺炎|新冠)?疫情期间(?=.{3})|[他她](?=承包|流转|接下|租[了种下]|种|养)|[对给向](?!.{2,10}的(?:贡献|拉动))|为(?!民)|总共|一共|一[个座条所家处](?=总))"
)
# 零售总额原计划达到98亿元, 三家企业去年
_LEFT_OVER = re.compile(
    "(?<=[业家户民])去$|(?<=.{2})(?<![高草平中还复塬船])(?:原本?|只|实际)$|(?<=.{2})(?<![需主重摘首必纪])要$"
    "|(?<=人家)有$"
)
_LEFT_ENDS = ("原", "原本", "只", "去", "要", "实际", "人家有")
_LATIN = re.compile("(?<=.{3})[（(][A-Z&]{2,5}[)）]$")  # 地区生产总值（GDP）
_YEAR_INSIDE = re.compile(  # 中欧班列全年开行326列
    "(?<=[\u4e00-\u9fff]{2})全年(?=(?:累计|共)?(?:开行|接待|实现|完成|发放|举办|新增|销售|生产|发行|运送|吞吐))"
)
_THIS_FIRM = re.compile("^(?:(?:这家|该)(?:公司|企业)|(?:这个|该)项目)的?(?=.{3})")
_TIME_BEHIND = re.compile(
    "(?<=.{3})(?:去年|今年|上年|前年|[0-9]{4}年|(?:1?[0-9][-—至])?1?[0-9]月份?"
    "|上半年|前?[一二三四]季度|(?<=[数量率额积值入])[0-9]{1,2}年)$"
)  # 居民收入去年达到32860元
_ONLY_YEAR = re.compile("^[而但]?[0-9]{4}年[末底度]?$")  # 达12亿元，而2019年仅为8亿元
_TIME_INSIDE = re.compile(  # 清河石化去年实现产值362亿元
    r"(?<=[\u4e00-\u9fff]{3})(?<![比较与同到])(?:去年|今年|上年|前年)(?:全年)?(?=[\u4e00-\u9fff]{2})"
)
_DID = re.compile("^([\u4e00-\u9fff]{2})了(?=[\u4e00-\u9fff]{2})")  # 聚集了企业


# 年营业收入超百亿元的民营企业: which of them are counted
_SIZED = re.compile(
    "(?:[0-9一二三四五六七八九十百千万亿]+(?:元|人|亩|吨|年)|以上|以下|以内)(?:级)?的"
)
_ADVERB_LAST = re.compile("(?<=.{2})(?:反而|反倒|一度|只有|仅有)$")  # 矿业税收反而从2.1亿元增加到…
_ONLY = re.compile("(?<=.{2})(?:仅|只|约|已)(?=占)")


@lru_cache(maxsize=REMEMBERED)
def tidy(noun: str) -> str:
    """Return a noun phrase as a title: nothing before its last 的, no idle verb."""
    noun = _OFFICE.sub("", noun) if _OFFICE_ENDS.search(noun) else noun
    noun = _TIME_BEHIND.sub("", _BEFORE_IT.sub("", noun))
    noun = noun + "高" if noun.endswith("最") else noun  # 入住率最高达到96%: 高达 is no verb there
    noun = _LEFT_OVER.sub("", noun) if noun.endswith(_LEFT_ENDS) else noun
    noun = _LATIN.sub("", noun) if noun.endswith(("）", ")")) else noun
    noun = _YEAR_INSIDE.sub("", noun) if "全年" in noun else noun
    noun = _THIS_FIRM.sub("", noun)
    noun = _ONLY_YEAR.sub("", _TIME_INSIDE.sub("", noun)) if "年" in noun else noun
    noun = _ONLY.sub("", noun) if "占" in noun else noun
    if noun.startswith("占") and (inner := _SHARE_CALLED.match(noun)) is not None:
        noun = inner.group(1)  # 占常住人口比重（常住人口城镇化率）为86.7%
    by_means = "通过" in noun and _BY_MEANS.search(noun) is not None
    noun = noun if by_means else _IDLE_INSIDE.sub("", noun)
    if noun.startswith(("对", "按")) or noun.endswith("贡献率"):
        noun = _CONTRIBUTION.sub(r"\1", noun)
        noun = _BY.sub("", noun)
    noun = _DID.sub(r"\1", noun)
    noun = _SUCH_AS.sub(r"\g<act>\g<kind>", noun)
    examples = _EXAMPLES.match(noun)
    if examples is not None and examples["kind"] not in _NO_KINDS:
        noun = examples["act"] + examples["kind"]
    noun = _SPENT_BY.sub("投资", noun)
    kept = by_means or _balanced_of(noun) or _SIZED.search(noun) or _POLICY_ON.search(noun)
    if "的" in noun and not kept:
        noun = _AFTER_OF.sub("", noun)
    noun = _EXPECTED_INSIDE.sub("", noun) if "预计" in noun else noun
    noun = noun.replace("每年可", "每年")  # 园区每年可新增产值12亿元
    if noun.startswith(("可", "平均")):
        noun = _CAN.sub("", noun)
        noun = _A_DAY.sub("日均", noun)
    noun = _AND_SO_ON.sub("", noun) if noun.endswith("等") else noun
    noun = _REACHED_TO.sub(r"\1", noun)
    shorter = _VERBS_DROPPED.sub("", noun)
    shorter = _ANY_KIND.sub("", shorter)
    return shorter if len(shorter) >= 2 else noun


# 出台支持茶产业发展的政策措施12条: what a policy is for
_POLICY_ON = re.compile(
    "(?:支持|促进|推动|推进|鼓励|扶持|加快|助推|服务)[^，的]{3,16}的(?:政策措施|政策|措施|举措|意见)$"
)
# 限额以上单位通过公共网络实现的商品零售额
_BY_MEANS = re.compile("通过[^，]{2,10}(?:实现|完成|取得|销售|办理)的")
# 新引进清河银行、江州信托等各类金融机构: the kind is counted
_SUCH_AS = re.compile(
    "^(?P<act>(?:新?引进|新?入驻|新增|建成|培育|创建|拥有|聚集|集聚|吸引)?)[^，]{4,}等(?:各类|一批|知名|多家)(?P<kind>.{2,})$"
)
# 引进江州手套加工、南河石油助剂等招商项目
_EXAMPLES = re.compile(
    "^(?P<act>新?引进(?:落地)?|新?入驻|聚集|集聚|吸引|承办|新增|建成|新建|培育|实施|推进|签约|落地|新?开工|完成|创建|获评|获批|打造|(?:协调)?解决|开展|举办|发放|推广|制定|出台|推出|打通|畅通|整治|修建|续建|改造)"
    "(?:[^，]{2,}、[^，]{2,}|[^，、]{3,20})等(?P<kind>(?:[^，、等]){2,10})$"
)
_NO_KINDS = frozenset(("资金", "经费", "补贴", "补助", "费用", "贷款", "工作", "活动", "项目"))
_REACHED_TO = re.compile("^(覆盖|惠及|延伸|扩展|拓展)到(?=.{2})")  # 已覆盖到318个村居
_SPENT_BY = re.compile("^(?:一口气|先后|累计|再|又)?(?:砸下|投下|斥资|出资)$")


def _balanced_of(noun: str) -> bool:
    tail = noun.rpartition("的")[2]
    return len(tail) < 3


def mended(noun: str, unit: str, lexicon: Lexicon) -> str | None:
    """Return what a slip of the print must mean, or None where there is no slip.

    科技型企业家达2854家 counts firms; 市场主体主体 repeats a word; 中国美丽乡村休闲乡村 repeats
    one word of a name that the lexicon knows.
    """
    if unit in ("家", "户") and noun.endswith("企业家"):
        return noun[:-1]
    if len({*pairwise(noun)}) == len(noun) - 1:
        return None  # no word stands twice
    doubled = _DOUBLED.search(noun)
    if doubled is not None:
        return noun[: doubled.start(1)] + noun[doubled.end(1) :]
    known = lexicon.indicator(noun)
    if known is not None:
        return None
    for match in re.finditer(r"(?=([\u4e00-\u9fff]{2}))", noun):
        word, at = match.group(1), match.start()
        if noun.count(word) > 1:
            shorter = noun[:at] + noun[at + 2 :]
            if lexicon.indicator(shorter) is not None:
                return shorter
    return None


_MEASURED_BY = {"户": "户数", "人": "人数", "宗": "宗数", "栋": "栋数", "家": "户数"}
_SIGNED = re.compile(r"^(.{2,})(签订|签约|征收|拆除|发放|交付)$")


def packed_name(name: str, unit: str, dimension: str) -> str:
    """Return the name of one of several figures that share a noun: 完成195户500人搬迁协议签订.

    The first is 签订搬迁协议户数, the second 签订搬迁协议人数.
    """
    match = _SIGNED.match(name)
    if match is not None:
        name = match.group(2) + match.group(1)
    if dimension == "area":
        return name if name.endswith("面积") else name + "面积"
    return name if name.endswith(("户数", "人数")) else name + _MEASURED_BY.get(unit, "")


# 23个社区中仍有9个没有; 还有13家只是来考察过
_NO_NOUN = re.compile(
    "[^，]*(?:把自己|凑出|商定由)|仍?没有.{0,4}|只是.?|平时|差未?|(?:超过|高于|低于)[^，]{0,6}标准"
)
_MODALS = frozenset("能可会将要还只仍")  # 今年预计能突破8万元
_SAYS = ("不", "仍", "未", "无一", "坦言", "表示", "透露", "指出")


def names_nothing(indicator: str) -> bool:
    """Return whether the words left for a figure's name say of nothing what is counted."""
    bare = indicator in _MODALS or indicator.endswith(_SAYS)
    return bare or _NO_NOUN.fullmatch(indicator) is not None


def is_change(reading: Reading) -> bool:
    """Return whether the figure tells how something rose or fell."""
    return reading.predicate in (Predicate.RISE, Predicate.FALL)
