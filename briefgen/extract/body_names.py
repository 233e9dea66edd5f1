"""Names of bodies (公司, 镇, 高新区), and what is only a phrase that ends like one.

Input: a `Context` and words of its clean text. Output: whether they name a body, and whether it
acts. Whom a clause is about is decided in `scope`.
"""

from __future__ import annotations

import re

from briefgen.extract.body_shapes import SESSION, Names
from briefgen.extract.clauses import Clause
from briefgen.extract.context import Context, once_each


def acts(context: Context, at: int, end: int, names: Names) -> bool:
    """Return whether a predicate follows the name: 清河中学建成, not 清河大学创新生态圈."""
    text = context.text
    if _FOUNDING.match(text, at, end):
        return False  # 国家高新区创建取得成效: the area founds it
    work = names.act.match(text, at, end)
    drawn = work is not None and work.group() in ("签约", "引进", "招引", "落户")
    if work is not None and not drawn and _OF_A_WORK.match(text, work.end()):
        return False  # 区中医医院扩建项目有序推进: the project does
    if text[at - 2 : at] in (
        "公司",
        "集团",
        "商会",
        "协会",
        "医院",
        "中学",
        "小学",
        "学校",
        "街道",
        "社区",
    ):
        if _ENROLLED.match(text, at, end) is not None:
            return True  # 清河中学36人被清华大学录取
        if _AND_OTHERS.match(text, at):
            return False  # 区中医医院及医疗次中心相继投入使用: of two, neither owns what follows
        return (
            not text[at].isdigit() or text[at - 1] in "司团会"
        )  # 青木商会80余家企业考察, not 小学42所
    if text[at - 1] == "馆" and _MUSEUMS_OWN.match(text, at, end) is not None:
        return not text.startswith("公共", at - 5)  # 公共图书馆藏书86万册 are of all of them
    if text[at - 1] in "镇村" and not text[at].isdigit():
        return True
    if text[at - 1] in "中学校" and _SCHOOLS_OWN.match(text, at, end) is not None:
        return True
    if at >= end or text[at] in "，（( “里内的":
        return True
    if text[at].isdigit():  # 普通中学28所, but 青木镇14名村官离去
        return text[at - 1] in "镇乡村" and _PEOPLE.match(text, at, end) is not None
    return work is not None


def is_name(text: str, names: Names) -> bool:
    """Return whether `text` is a proper name: 市级重点实验室 and 参与贫困村 are none."""
    if SESSION.fullmatch(text):
        return True
    if _SOME_TIME.match(text) or _ONE_OF_A_KIND.match(text):
        return False  # 去年村集体收入达到186万元
    if text.count("（") != text.count("）"):
        return False  # 村（社区）服务覆盖率
    if text.endswith(("党支部", "党总支", "临时党委")) and text[:1] not in "我全各":
        return True
    if text.startswith(
        (
            "依托",
            "围绕",
            "立足",
            "借助",
            "支持",
            "推动",
            "建设",
            "打造",
            "发展",
            "推进",
            "培育",
            "规划",
            "建成",
        )
    ):
        return False  # 三是建设优势农产品产业集中区
    if text[0] == "要" and text[1:2] not in "庄村家":
        return False  # 要统筹城乡: what is called for
    proper = _KIND_ENDS.sub("", text)
    if _KIND_ALONE.fullmatch(proper) or _ONLY_TIME.fullmatch(proper):
        return False  # 产业园, 去年高新区
    if _COMMON.search(proper) or names.verb.search(proper if proper != text else text[:-1]):
        return False
    return not text.endswith(_COMMON_ENDS)


PLACE_IN_IT = re.compile("[\u4e00-\u9fff]{2,8}[0-9]A级(?:旅游)?景区")  # 清河县九瀑峡4A级旅游景区
_FOUNDING = re.compile(
    "(?:创建|创成|申报|申创|争创)(?:工作)?(?=取得|通过|进展|稳步|有序|顺利|获|成功|加快|扎实)"
)
# 清河一中本科上线率提升5%
_SCHOOLS_OWN = re.compile("高考|中考|[本专]科|一本|上线率|升学率|毕业生|在校|录取|占地|办学")
_ENROLLED = re.compile(
    "[0-9]+余?多?[名人位][\u4e00-\u9fff]{0,4}(?:被[^，。；]{2,12}录取|考[入上取])"
)
_MUSEUMS_OWN = re.compile("馆藏|藏[书品]|展陈|现有藏|展出")
_PEOPLE = re.compile("[0-9]+余?多?[名位](?!于)")
_AND_OTHERS = re.compile("(?<=[院校学道区])(?:及|和|、)(?!.{0,12}(?:合作|签|联合|共建))")
_OF_A_WORK = re.compile("(?:工程|项目|改造|建设)")
HEAD = re.compile(
    r"(?:仅(?=20)|[他她我]们?所在的|家住|上半年|下半年|前三季度|截至目前|截止目前|到目前为止|走进|来到|步入|漫步|同时|此外|目前|如今|现在|其中|例如|比如|随后|而|对于|在|位于|据了解|自?去年以来|近年来|今年|去年|"
    r"(?:自|从)?[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|[0-9一二三四五六七八九十]{1,3}年来|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}月|[一二三四五六七八九十]是|由(?=[^，。；]{2,24}(?:负责|承建|承担|承办|主办|牵头|领办|运营))|、|“|”|的)*"
)
# most clauses begin otherwise
HEAD_BEGINS = frozenset(
    "仅他她我家上下前截到走来步漫同此目如现其例比随而对在位据自去近今从由、“”的"
) | {*"0123456789一二三四五六七八九十"}


@once_each
def subject_start(context: Context, clause: Clause) -> int:
    """Return where the subject of `clause` begins, behind times and the like."""
    if context.text[clause.start : clause.start + 1] not in HEAD_BEGINS:
        return clause.start
    head = HEAD.match(context.text, clause.start, clause.end)
    return head.end() if head else clause.start


_COMMON = re.compile(
    r"距离|毗邻|相距|平均|面积|农业村|移民村|自然村|山村$|普通|三甲|二甲|景点|拉动|[的了是着过将把被给对与及在从以有各全我本其该这那每某到于]|等(?!离子)|^村办|强村|富民|薄弱|先进村|空壳|^(?:企业|干部|党员|资本|人才|项目|科技|电商|游客)[进下入到驻]|借力|^(?:非|红色|绿色|[0-9A-Z]*A级|主要|其他|其它|周边|热门)|(?<!华)为|和(?![平谐顺美睦])|向(?!阳)|新(?=的|建|设|增|引|成立|改|型|入驻|落户|开工|签约|注册|认定)|[国省市区县]级|重点|贫困|行政|建制|"
    r"^居家|标准|[0-9０-９]|中小|重要|一批|示范|示点|优质|高等|公办|民办|普惠|农村|乡村|街镇|乡镇|美丽|特色|文明|平安"
)
_KIND_ENDS = re.compile(
    "(?:有限责任公司|股份有限公司|有限公司|(?:经济|高新)?(?:技术)?(?:产业)?开发区|经开区|高新区|新区|新城|综保区|保税区"
    "|工业集中区|集中区|产业集聚区|集聚区|(?:工业|产业|科技|物流|示范|创业|孵化|加速)?园区?|中学|小学|中心|(?:种植|养殖|加工)?(?:专业)?合作社)$"
)
# 产业集聚区, 专业园区: a kind, and no name
_ONE_OF_A_KIND = re.compile("(?:新?建成?|打造|形成)?一(?:座|个|家|条|批|处)")  # 建一座综合体
_SOME_TIME = re.compile(
    "(?:去年|今年|前年|上年|明年|当年|全年|目前|当前|如今|力争|确保)(?:[^，]{0,2}年[内来底]?)?[村镇乡]$"
)
_KIND_ALONE = re.compile(
    "(?:产业|工业|经济|农业|科技|物流|电子商务|专业|现代|特色|文化|创意|技术|高新|示范|全部|多个|重点)*"
)
_ONLY_TIME = re.compile("(?:去年|今年|目前|当前|全年|如今|现在|近年来?|同时|其中|此外)+")
_COMMON_ENDS = ("农村", "乡村", "街道办", "全村", "中小学", "小城镇", "城镇", "商场超市", "专业村")


MANY = ("中学", "小学", "学校", "幼儿园", "水厂", "实验室", "研究院")  # of which there are many
_OTHERS = re.compile("(?:[^，。；0-9]{2,10}等)?[0-9]+(?:所|家|座|个|条|处|项|栋)")


def counts_others(context: Context, clause: Clause) -> bool:
    """Return whether the clause begins with things counted, of which a school owns none."""
    first = subject_start(context, clause)
    return _OTHERS.match(context.text, first, clause.end) is not None


# （二）创新动能增强。…; ——产业转型加快。…
_NUMBERED = re.compile("[（(][一二三四五六七八九十]{1,3}[）)](?!项)|——?(?=[\u4e00-\u9fff])")


def lists_deeds(context: Context, clause: Clause, goes_on: bool) -> bool:
    """Return whether the clause stands in a numbered or dashed paragraph of a report, which lists
    what the area has done, sentence by sentence (（二）创新动能增强。…).

    Of a clause that `goes_on` about a body only where it is a part of what its own sentence tells:
    引育人才1.2万人，其中….
    """
    first = context.sentences[clause.sentence].start
    part = clause.start > first and context.text.startswith("其中", clause.start)
    start = context.paragraph_of(clause).start
    return (part or not goes_on) and _NUMBERED.match(context.text, start) is not None
