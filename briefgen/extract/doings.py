"""What the words behind a figure say was done: 12万学生正式返校, 300户老年人进行适老化改造.

Input: the noun behind a figure and the words around. Output: names. It reads no clause.
"""

from __future__ import annotations

import re

_DONE = re.compile(
    r"(?:全部|全面|均|已|顺利|如期|正式|相继)*"
    r"(建成投用|建成通车|投入使用|投入运营|建成开园|摘帽|脱贫|拆除|办复|办结|完成|完工|竣工|返校|入学|开学|投用|通车|开工|达标|入驻|落户|受益|硬化|封顶|揭牌|运营|"
    r"正在(?:加快|抓紧|有序|全力)?(?:施工|装修|清障|招标|建设|推进|实施|改造|运行|审批|办理)|正常运行)(?=$|[，。；、）])"
)
_BARE = frozenset(
    [
        "企业",
        "学生",
        "学子",
        "人员",
        "群众",
        "居民",
        "单位",
        "代表",
        "委员",
        "市民",
        "游客",
        "党员",
        "客商",
        "嘉宾",
        "师生",
        "村民",
        "农民",
        "农户",
        "住户",
        "家庭",
    ]
)
_INTRANSITIVE = re.compile(
    r"实地..|返校|入学|参会|就业|创业|上岗|参展|受益|入驻|返乡|搬迁|脱贫|入住|报名|参赛|毕业"
    "|(?:喜迁|搬进|住进|乔迁|喝上|用上|吃上|住上|走上|告别)(?:了)?[^，。；、0-9的]{2,8}(?=$|[，。；、])"
)
_SIZES = {"高": "高度", "长": "长度", "宽": "宽度", "深": "深度", "重": "重量", "占地": "占地面积"}
_SIZE_OF = re.compile(
    "(?:[座幢栋条根棵口颗枚块只片]|^)(高|长|宽|深|重|直径|占地|全长|总长|总建筑面积)"
    "(?:达|约|不到|不足|近)?$"
)
_LENT = re.compile(
    "(?P<who>[\u4e00-\u9fff]{0,4}(?:企业|商户|群众|居民|家庭|学生|老人|农户|主体|工商户))(?:累计|共)?"
    "(?P<did>放款|授信|续贷|(?:发放|投放|提供|落实|办理|兑现|减免|退还|协调)[\u4e00-\u9fff]{2,12})"
)
_SERVED = re.compile("(?:进行|实施|开展|提供)(?:了)?([^，。、；]{2,14})$")


_WINNERS = frozenset(
    (
        "单位",
        "成果",
        "企业",
        "项目",
        "产品",
        "人",
        "学校",
        "案例",
        "作品",
        "平台",
        "镇（乡）",
        "乡镇",
        "镇",
        "县",
        "乡",
        "村",
        "社区",
        "街道",
        "园区",
        "医院",
        "景区",
        "基地",
    )
)
_TAKEN = re.compile("被[^，。；0-9]{2,24}?(?P<did>录取|录用|聘用|表彰|选派|留用)(?=$|[，。；、])")
_WON = re.compile(
    "(?:均|先后|成功)?(?P<what>(?:获得?|荣获|获评|入选|入围|列入|上榜|通过|跻身|进入|被?评为|成为|创(?:建成?)?为|建成)"
    "[^，。；、的]{2,18})(?=$|[，。；])"
)
_MORE_COUNTED = re.compile("^[0-9]+[余多]?[项个家名件][\u4e00-\u9fff]{2}")


_BUSY_WITH = re.compile(
    "(?:正在?(?:开展|进行|接受|协调|办理)|(?:均?已经?(?=完成)))([^，。、；0-9的]{2,10})(?=$|[，。；）])"
)


_FARED = re.compile(
    "(?:同比|均|都)*(?:(?:保持|实现|呈现?|同比|均)(?P<how>(?:两位数|较快)?(?:正增长|负增长|增长|下降|盈利))"
    "|(?P<than>(?:增长速度|增速|增幅)(?:快于|高于|低于)[^，。；、0-9]{2,12}))(?=$|[，。；、）])"
)


_GROUP_OF = re.compile(
    "(?P<who>.*(?:行业|产业|企业|地区|[区县镇乡]|街道))(?P<what>增加值|总?产值|利润总?额?|营业收入|投资|销售额)"
)
_FOR = re.compile("[为给对](?:全[区县市省州镇村])?\\s*$")


def served_by(left: str, after: str, right: str) -> str | None:
    """Return the name of those for whom something is done: 为300户老年人进行适老化改造."""
    if not after or not _FOR.search(left):
        return None
    if (lent := _LENT.fullmatch(right.strip())) is not None:
        return lent["did"] + lent["who"]  # “园区贷”为326家企业放款15.4亿元
    done = _SERVED.match(right.strip()[len(after) :])
    return None if done is None else done.group(1) + after


_MEETS = re.compile("(?P<act>解决|化解|满足|缓解|改善|保障|实现)(?:了|好)?$")
# 为28个村集体带来了238万元的增收
_BRINGS = re.compile("(?:[为给](?P<whom>[^，。；0-9个]{0,10}?))?带来(?:了)?(?:近|约|超过?|逾)?$")
_BROUGHT = re.compile("的(?P<what>[^，。；、0-9的]{2,10})(?=$|[，。；、])")


def brought(left: str, right: str) -> str | None:
    """Return what somebody is brought: 带来238万元的增收, whose 增收 where that is said."""
    brings = _BRINGS.search(left) if "带来" in left else None
    what = None if brings is None else _BROUGHT.match(right)
    return None if brings is None or what is None else (brings["whom"] or "") + what["what"]


_NEED = re.compile(
    "(?:的)?(?P<what>[^，。；、0-9的]{2,8}(?:问题|难题|困难|需求|需要|条件|难|环境|功能))(?=$|[，。；、])"
)


def need_met(left: str, after: str, right: str) -> str | None:
    """Return whose need is met: 解决了397户群众的住房难题 is 解决群众住房难题."""
    if not 2 <= len(after) <= 12:
        return None
    met = _MEETS.search(left)
    if met is None:
        return None
    need = _NEED.match(right.strip()[len(after) :])
    return None if need is None else met["act"] + after + need["what"]


def size_of(left: str, after: str, right: str) -> str | None:
    """Return the name of a size told before its thing: 一幢高148米的写字楼 is 写字楼高度."""
    if not right.startswith("的") or not 2 <= len(after) <= 12:
        return None
    size = _SIZE_OF.search(left)
    return (
        None
        if size is None
        else re.sub("[和及与].*$", "", after) + _SIZES.get(size.group(1), size.group(1))
    )


def doing_of(after: str, right: str) -> str:
    """Return a bare noun with what it did: 12万学生正式返校 is 返校学生, 80家企业考察 考察企业."""
    if not after:
        return ""
    rest = right.strip()[len(after) :]
    if after and (busy := _BUSY_WITH.match(rest)) is not None:
        return busy.group(1) + after
    if after in _WINNERS and (won := _WON.match(_MORE_COUNTED.sub("", rest))) is not None:
        what = won.group("what")  # 3个镇进入全国重点镇
        return what if what.endswith(after) else what + after
    if (fared := _FARED.match(rest)) is not None:
        how, own = fared["how"] or fared["than"], _GROUP_OF.fullmatch(after)
        if own is not None:
            return own["what"] + how + own["who"]  # 29个行业增加值实现增长
        return how + after  # 27个行业中，18个行业保持正增长
    if after in _BARE and (taken := _TAKEN.match(rest)) is not None:
        return taken["did"] + after  # 79名学生被江州学院录取
    if after not in _BARE:
        done = _DONE.match(rest)
        return done.group(1) + after if done else after
    verb = _INTRANSITIVE.match(re.sub(r"^(?:还|已|均|都|正式|全部|陆续|顺利|来)", "", rest))
    return re.sub("(?<=.{2})了", "", verb.group()) + after if verb else after
