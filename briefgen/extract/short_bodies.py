"""Bodies told by a short name: 园区, 村里 and 双木公司 mean what was named in full before.

Input: a `Context` and a clause. Output: the body that is meant, or None. A figure of such a body is
never the district's.
"""

from __future__ import annotations

import re

from briefgen.extract.body_names import HEAD, PLACE_IN_IT, is_name, subject_start
from briefgen.extract.body_shapes import Names
from briefgen.extract.clauses import Clause, Sentence
from briefgen.extract.context import Context, once_each
from briefgen.fact import Level

Scope = tuple[str, Level]

_WHOLE = re.compile(
    r"[“]?(?:(?:全|该|我)(?P<end>镇|乡|村|街道|社区|校区|校|院|园)(?![级里于区])|(?P<at>[镇乡])(?:[里上内]|党委))"
)
# a body told by the end of its name alone, and the ends that its whole name may have
_BY_END = {
    "村": ("村",),
    "园": ("园", "园区", "开发区", "高新区", "经开区", "集中区", "基地"),
    "院": ("医院", "卫生院", "研究院", "学院"),
    "校": ("学校", "小学", "中学", "学院", "大学"),
    "合作社": ("合作社",),
}
_SHORT_FOR = re.compile(
    "(?:这家|该)?(?:(?P<area>(?:高新|新|开发|经开|经济开发|集中|综保|保税|度假|景)区|新城|科学城|科技城)|(?P<park>园区|产业园|园内)"
    "|(?P<village>村里|村民|村内|村上|村级?集体|村财|村办|村(?:党支部|党总支|“?两委))|(?P<garden>公园)(?=(?:去年|今年|[0-9]{4}年|全年|年|日)?均?接待)|(?P<hospital>医院)|(?P<school>学校)|(?P<coop>合作社))"
    "(?![\u4e00-\u9fff]{0,3}(?:级|医院|学校))"
)
# what a body that is told short begins with: most clauses begin otherwise
_WHOLE_BEGINS = frozenset("“全该我镇乡")
_SHORT_BEGINS = frozenset("公这该高新开经集综保度景科园产村医学合")
_NOW = ("现在", "如今", "目前")
_FAR = 600  # characters back to the whole name


def told_before(context: Context, clause: Clause, first: int) -> Scope | None:
    """Return the body that 全镇, 该村 or 高新区 at the clause's beginning means, named before.

    The subject begins at clean `first`. A 高新区 that is nowhere named in full is still no
    district: 高新区产值增长5%.
    """
    text = context.text
    at = first if text[clause.start : first] in _NOW else clause.start  # 现在全村有农机46台
    whole = text[at : at + 1] in _WHOLE_BEGINS
    if whole and (match := _WHOLE.match(text, at, clause.end)) is not None:
        end = match.group("end") or match.group("at")
        ends = _BY_END.get(end, (end,))
        return None if context.area.place.endswith(end) else _last_named(context, clause, ends)
    may_be_short = text[first : first + 1] in _SHORT_BEGINS
    short = _SHORT_FOR.match(text, first, clause.end) if may_be_short else None
    if short is None or context.area.place.endswith(short.group(short.lastgroup or 0)):
        return None
    if (area := short["area"]) is not None:
        return _last_named(context, clause, (area,)) or _alone(context, short, clause)
    if short["garden"] is not None:
        return _garden_before(context, clause, first)
    kinds = {"park": "园", "village": "村", "hospital": "院", "school": "校", "coop": "合作社"}
    found = _last_named(context, clause, _BY_END[kinds[short.lastgroup or ""]])
    if found is None and short["park"] is not None:
        owns = _PARK_OWNS.match(text, short.end(), clause.end) is not None
        return (short["park"], Level.ENTITY) if owns else None  # 园区去年实现产值1380亿元
    return None if found is None or _area_told_since(context, found[0], clause) else found


def _area_told_since(context: Context, name: str, clause: Clause) -> bool:
    """Return whether a sentence of the area stands between: 石桥村…。清河区新建公路…。村民…."""
    after = context.text.rfind(name, 0, clause.start) + len(name)
    own = context.names.own
    stops = re.compile("[。；\n]").finditer(context.text, after, clause.start)
    for stop in stops:
        head = HEAD.match(context.text, stop.end(), clause.start)
        at = head.end() if head else stop.end()
        if context.text[at : at + 1] in "，,":
            at += 1
        told = own.match(context.text, at, clause.start)
        if told is not None and PLACE_IN_IT.match(context.text, told.end()) is None:
            whole = context.names.shape.match(context.text, at, clause.start)
            if whole is None or not is_name(whole.group(), context.names):
                return True
    return False


_GARDEN = re.compile("(?:^|(?<=[了在到为是的，。、]))[\u4e00-\u9fff]{2,6}?公园")


def _garden_before(context: Context, clause: Clause, first: int) -> Scope:
    """Return the park named last in the paragraph: 他成了向阳矿山公园的讲解员，公园去年接待…."""
    said = context.text[context.paragraph_of(clause).start : first]
    named = [match.group() for match in _GARDEN.finditer(said)]
    return (named[-1] if named else "公园", Level.ENTITY)


_PARK_OWNS = re.compile(
    "(?:去年|今年|上半年|前[一二三]季度|[0-9]{4}年|目前|现|已|累计)*"
    "(?:(?:实现|完成)[^，。；0-9]{0,8}(?:产值|税收|收入|进出口)|(?:入驻|注册|集聚|聚集)[^，。；0-9]{0,6}企业)"
)


def _alone(context: Context, short: re.Match[str], clause: Clause) -> Scope | None:
    """Return 高新区 itself where no whole name stands before, if it acts or owns: 高新区的产值."""
    after = context.names.act.match(context.text, short.end(), clause.end)
    owns = context.text.startswith("的", short.end())
    known = short["area"] not in ("景区", "新区", "新城", "度假区", "集中区")
    owns = owns or context.text.startswith(("全国", "全省", "在全", "综合排名"), short.end())
    owns = owns or _PARK_OWNS.match(context.text, short.end(), clause.end) is not None
    return (short["area"], Level.ENTITY) if known and (owns or after is not None) else None


def named_in_paragraph(context: Context, clause: Clause, ends: tuple[str, ...]) -> Scope | None:
    """Return the last body named in the paragraph before `clause` whose name has one of `ends`."""
    return _last_since(context, clause, ends, context.paragraph_of(clause).start)


def _last_named(context: Context, clause: Clause, ends: tuple[str, ...]) -> Scope | None:
    """Return the last body named before `clause`, within reach, whose name has one of `ends`."""
    return _last_since(context, clause, ends, _article_start(context, clause))


def _last_since(
    context: Context, clause: Clause, ends: tuple[str, ...], since: int
) -> Scope | None:
    since = max(0, clause.start - _FAR, since)
    for at in range(clause.sentence, -1, -1):
        if context.sentences[at].end <= since:
            break
        for start, end, name in reversed(_shapes_in(context, context.sentences[at])):
            if since <= start and end <= clause.start:
                whole = _proper(context, name, ends)
                if whole is not None:
                    return whole, Level.ENTITY
    return None


@once_each
def _shapes_in(context: Context, sentence: Sentence) -> tuple[tuple[int, int, str], ...]:
    """Return what has the shape of a body's name in `sentence`: its span, and the name in it."""
    text = context.text
    return tuple(
        (*shape.span(), _FROM.sub("", _WENT.sub("", shape.group())))
        for shape in context.names.shape.finditer(text, sentence.start, sentence.end)
        if not text.startswith("”", shape.end())  # “党建富民强村”工程
    )


def _proper(context: Context, name: str, ends: tuple[str, ...]) -> str | None:
    """Return the body's own name within `name` if it has one of `ends`: 清河县青山镇 is 青山镇."""
    if not name.endswith(ends):
        core = _ENDED.match(name)
        name = core.group() if core is not None else name
    if ends == ("镇",) and (town := _TOWN_OF.search(name)) is not None:
        name = town.group()  # 白鹭镇梨花坞村
    within = name.removeprefix(context.area.place)
    if len(within) > 2 and within[-1] in "镇乡村":
        name = within
    proper = name.endswith(ends) and not name.startswith("全") and is_name(name, context.names)
    return name if proper and name not in ends and name != context.area.place else None


def _article_start(context: Context, clause: Clause) -> int:
    article = context.paragraph_of(clause).article
    opening = context.openings[article] if article < len(context.openings) else ()
    return max(0, opening[0].start - 40) if opening else 0


# 记者从清河高新区获悉, 位于合心村的百汇产业园, 成立了永跃合作社, 本网讯清河县青山镇
_FROM = re.compile("^.*(?:[从在对向据由了的讯]|成为|打造|成立|组建|创办)(?=.{3})")
_TOWN_OF = re.compile("(?:(?<=[县区市])|^)[\u4e00-\u9fff]{2,4}?镇(?=[\u4e00-\u9fff]{2,6}村)")
_ENDED = re.compile("[\u4e00-\u9fff]{2,8}?(?:村|镇|乡|社区|街道|园区)(?=党|村委|居委|人民政府)")
_SAID = re.compile(
    "(?P<body>[\u4e00-\u9fff]{2,12}?(?:村|社区|镇|乡|街道|园区|开发区|高新区|合作社|公司|集团|医院|学校|小学|中学|景区|农场|林场))"
    "(?:党支部|党总支|党委|村委会|居委会|管委会|理事会)?(?:第一|副|党委|支部|驻村|常务)*"
    "(?:书记|主任|经理|总经理|董事长|理事长|负责人|院长|校长|场长|镇长|乡长|队长|创始人|厂长|社长)[\u4e00-\u9fff]{0,4}?"
    "(?:说|介绍|表示|告诉记者|介绍说)$"
)


def speakers_body(context: Context, clause: Clause) -> Scope | None:
    """Return the body of one who says 我们: 石桥村党支部书记张明说，“我们这里有4000亩杏树."""
    paragraph = context.paragraph_of(clause)
    opened = context.text.rfind("“", paragraph.start, clause.start + 1)
    if opened < 0 or "”" in context.text[opened : clause.start]:
        return None
    if not re.search("我们|咱们|咱村|我村", context.text[opened : clause.end]):
        return None
    before = context.text[max(paragraph.start, opened - 50) : opened].rstrip("，：:, ")
    match = _SAID.search(before)
    if match is None:
        return None
    body = re.sub("^.*(?:据|，|。)", "", match["body"])
    return (body, Level.ENTITY) if is_name(body, context.names) else None


_ONE_OF_THOSE = re.compile(
    "其中，?(?P<body>[\u4e00-\u9fff]{3,8}?)"
    "(?=以[0-9][^，。；]{2,24}(?:位居|位列|排名|居|列|名列)|(?:位居|位列|名列|排名第|入选|入围|上榜|登榜|蝉联|荣获))"
)
_MANY = re.compile(
    "(?:企业|民企|公司|商会|学校|医院)(?=[^，。；]{0,12}[，；]|$)|[0-9]+余?家(?:企业|民企)?"
)
_MEASURE = re.compile("[产收价增总]|企业|项目|工业|出口|进口|投资|全[区县市省]")


def one_of_those(context: Context, clause: Clause) -> Scope | None:
    """Return the firm that stands out: 14家企业上榜，其中恒盛纺织以86.5亿元营业收入位居第9位."""
    if not context.text.startswith("其中", clause.start):
        return None
    named = _ONE_OF_THOSE.match(context.text, clause.start, clause.end)
    if named is None or _MEASURE.search(named["body"]):
        return None
    start = context.sentences[clause.sentence].start
    many = _MANY.search(context.text[start : clause.start])
    return (named["body"], Level.ENTITY) if many is not None else None


# 进入科技创业孵化园的企业总数达18家
_ENTERED = re.compile(
    "(?:进入|入驻|落户)(?P<body>[\u4e00-\u9fff]{3,14}?(?:园区?|基地|开发区|高新区|集聚区|中心|大厦|小镇))的?(?:企业|项目|机构|单位)"
)


def entered_body(context: Context, clause: Clause) -> Scope | None:
    """Return the park that those counted have moved into: 入驻青山产业园的企业达18家."""
    told = _ENTERED.match(context.text, subject_start(context, clause), clause.end)
    if told is None or not is_name(told["body"], context.names):
        return None
    return told["body"], Level.ENTITY


_WENT = re.compile("^(?:走进|来到|走访|步入|依托|围绕|立足)")
_CALLED = re.compile("([\u4e00-\u9fff]{2,4})(?:公司|集团)")


def short_body(context: Context, clause: Clause, first: int) -> Scope | None:
    """Return the body that the clause names by a short name at `first`, or as an example."""
    end = clause.end
    if (firm := _short_name(context, first, end)) is not None:
        return firm
    if (like := firm_like(context, clause)) is not None:
        return like, Level.ENTITY
    if (headed := _HEADED_FIRM.match(context.text, first, end)) is not None:
        return headed["name"], Level.ENTITY
    example = (
        _EXAMPLE.match(context.text, clause.start, end)
        if context.text.startswith("以", clause.start)
        else None
    )
    if example is not None:
        return example["quoted"] or example["body"], Level.ENTITY
    return _short_village(context, first, end)


# 龙头企业清河石化去年实现产值362亿元
_HEADED_FIRM = re.compile(
    "(?:龙头|链主|骨干|领军|头部|明星)企业(?P<name>[\u4e00-\u9fff]{3,8}?)"
    "(?=去年|今年|上年|20[0-9]{2}年|上半年|前[一二三]季度|预计|已|现有|实现|完成|年产|年销|投资|产值|营收|自主|成功)"
)


def _short_name(context: Context, first: int, end: int) -> Scope | None:
    """Return the firm whose full name holds the clause's first words (天元科技)."""
    if not context.firms:
        return None
    called = _CALLED.match(context.text, first, min(end, first + 8))
    if called is not None:  # 双木公司 is 江州双木竹业有限公司
        part = called.group(1)
        told = (firm for _, firm in context.firms_in(max(0, first - 2000), first) if part in firm)
        whole = min(told, key=context.firms.__getitem__, default=None)  # the first one mentioned
        if whole is not None:
            return whole, Level.ENTITY
    firm = context.firm_parts.get(context.text[first : min(end, first + 3)])
    return None if firm is None else (firm, Level.ENTITY)


TRADES = (
    "生物|科技|药业|制药|木业|竹业|铝业|铜业|纸业|鞋业|管业|种业|果业|石化|重工|股份|光电|酒业|老窖|乳业|茶业|实业|服饰|牧业|食品|机械|纺织"
    "|化工|电子|智能|电气|电器|精密|新材料?|新能源|汽车|装备|环保|软件|农业|医疗|电力|金属|能源|数控|机器人|半导体|动力|传动|重机|机床|仪表|光学|激光|船舶|锂电|储能|机电|水产|米业|电缆"
)
_FIRM_LIKE = re.compile(
    f"(?P<name>(?P<own>[\u4e00-\u9fff]{{2,4}}?)(?P<trade>{TRADES})(?P<after>公司|集团)?)"
)
_KIND_OF_FIRM = re.compile("(?:民营|国有|本土|本地|龙头|骨干|上市){1,2}(?:[船车药酒乳茶钢]企|企业)")
_NO_FIRM = re.compile(
    "(?:^[全我该本各其这那每由以在从对把将与和为])|现代|先进|高端|高新|传统|特色|生态|战略|绿色|数字|智慧|人工|设施|休闲|都市|精细|精密|生物|新兴"
    "|农业|农村|工业|产业|企业|食品|医药|医疗|航空|航天|信息|电子|机械|纺织|轻工|汽车|新型|推动|推进|加快|发展|支持|培育|聚焦|围绕|加强|依托"
    "|国家|全国|全球|国内|民营|清洁|可再生|智能|重点|主要|优势|主导|非金|有色|黑色|贵金|基础|公共|中医|海洋|低碳|节能|创新|教育|新能源|规上|规模|限上|限额"
)
_ITS_OWN = re.compile(
    "(?:的[\u4e00-\u9fff]{0,4}?(?:车间|生产|厂房|产品|展厅|研发)|生产车间|车间|厂区|展厅|董事长|总经理|副总|负责人|创始人|研发团队|自主研发"
    "|拥有(?!量)|是[^，。；0-9]{0,14}(?:企业|公司)$|连续[两三四五六]年研发|研发(?:投入|费用|人员)占|(?:累计)?投入研发(?:经费|资金|费用)?[0-9]|(?:主导|参与|牵头)(?:制定|起草|承担)|现有员工|年产(?!值)|成立于|成立以来|位于|主要生产|专注|专业从事|入驻|落户|是一家|投产以来|年销售额)"
    # 北岳重工今年上半年营收58.7亿元, 白石精密因厂房不足: what a trade of the area does not have
    "|(?:20[0-9]{2}年|去年|今年|上年)?(?:全年|上半年|前[一二三]季度|第?[一二三四]季度)?(?:共|已|完成|实现)*"
    "(?:营业收入|营收|净利润|手持订单|交付[\u4e00-\u9fff]{2})|因(?:厂房|用地|场地|资金|订单)(?:不足|紧张|短缺)"
)


_WENT_IN = ("走进", "来到", "步入", "走入")
_WORKS_OF = re.compile(
    "(?P<name>[\u4e00-\u9fffA-Za-z]{3,8}?(?<![区县市镇乡村园]))的[\u4e00-\u9fff]{0,4}(?:车间|厂区|厂房|生产线|展厅)"
)


@once_each
def firm_like(context: Context, clause: Clause) -> str | None:
    """Return a firm named without 公司 whose own things follow: 禾田生物拥有30项专利."""
    first = subject_start(context, clause)
    if context.text[max(0, first - 2) : first] in _WENT_IN:
        entered = _WORKS_OF.match(context.text, first, clause.end)
        if entered is not None and _NO_FIRM.search(entered["name"]) is None:
            return entered["name"]  # 走进恒转精工的智能车间，…
    kind = _KIND_OF_FIRM.match(context.text, first, clause.end)
    match = _FIRM_LIKE.match(context.text, kind.end() if kind else first, clause.end)
    if match is None or match["after"] or _NO_FIRM.search(match["own"]) is not None:
        return None
    known = (context.area.place, *context.area.aliases)
    if any(match["own"].startswith(n) for n in known) and len(match["own"]) < 4:
        return None  # 清河科技 may be the district's science
    its = _ITS_OWN.match(context.text, match.end(), clause.end)
    return match["name"] if its is not None else None


_EXAMPLE = re.compile("以(?P<body>[^，。；“”]{2,16}?)(?:“(?P<quoted>[^“”]{2,12})”)?为例")
_VILLAGES = ("村", "社区", "镇", "乡")
_VILLAGE_END = re.compile("|".join(_VILLAGES))


def _short_village(context: Context, first: int, end: int) -> Scope | None:
    """Return the village whose name without 村 begins the clause: 李家湾80户村民搬进了新居."""
    text = context.text
    if text[first + 2 : first + 5].isalpha() or not _villages(context):
        return None  # no number in reach: most clauses begin so
    for length in (4, 3, 2):
        stop = first + length
        if stop > end or not text[stop : stop + 1].isdigit():
            continue
        short = text[first:stop]
        if short not in _villages(context):
            continue
        if short in (context.area.place, *context.area.aliases):
            continue
        for suffix in _VILLAGES:
            whole = short + suffix
            near = text.rfind(whole, max(0, first - 1000), first) >= 0
            if near and is_name(whole, context.names):
                return whole, Level.ENTITY
    return None


def _villages(context: Context) -> frozenset[str]:
    """Return the words of two to four characters before every 村, 社区, 镇 or 乡 of the text."""
    known: dict[int, frozenset[str]] = context.remembered[_short_village]
    if 0 not in known:
        text = context.text
        ends = [m.start() for m in _VILLAGE_END.finditer(text)]
        known[0] = frozenset(text[end - length : end] for end in ends for length in (2, 3, 4))
    return known[0]


def placed_body(text: str, first: int, end: int, names: Names) -> Scope | None:
    """Return the body of 位于新城的天元科技发布一季报."""
    match = _PLACED.match(text, first, end) if text.find("的", first, end) >= 0 else None
    if match is None:
        return None
    whole = names.shape.match(text, match.end(), end)
    if whole is not None and is_name(whole.group(), names):
        return whole.group(), Level.ENTITY
    act = names.act.search(text, match.end() + 2, end)
    name = text[match.end() : act.start()] if act else ""
    return (name, Level.ENTITY) if 3 <= len(name) <= 16 and "区" not in name[:1] else None


_PLACED = re.compile(
    r"(?:走进|来到|在|走访)?(?:位于|坐落于|地处|身处)[^，。；的]{2,24}的"
    "|[^，。；的0-9]{0,10}(?:开发区|园区|高新区|经开区|新区|街道|园)(?:内|里)的"
    "(?=[^，。；的]{2,16}(?:公司|集团|厂|合作社))"
)
