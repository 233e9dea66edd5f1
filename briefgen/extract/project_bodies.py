"""Projects, products and sights as subjects: what each costs, covers, yields or draws is its own.

Input: a `Context`, a clause and what a figure measures. Output: the project, or None. It is asked
only where no body, firm or area is the subject: `scope` looks for those first.
"""

from __future__ import annotations

import re

from briefgen.extract.body_names import subject_start
from briefgen.extract.clauses import Clause, Sentence
from briefgen.extract.context import Context, once_each
from briefgen.extract.quick import compiled
from briefgen.extract.short_bodies import Scope
from briefgen.fact import Level

_OWN = compiled(
    "总?投资|建成后|投产后|达产后|供水|灌溉|占地|用地|面积|年产|产值|产能|税收|利税|纳税|就业|岗位|生产线|厂房|容纳|装机|库容|全长|工期|用时|销售收入"
)
_NAME = "[\u4e00-\u9fffA-Za-z0-9（）“”]{4,30}?(?:建设)?(?:项目|(?<!民生)(?<!实事)(?<!惠民)工程)"
_WORK = re.compile("项目|工程")
_DOES = (
    "(?=位于|总投资|计划|占地|用地|规划|由[^，。；]{2,12}(?:投资|建设)|选址|坐落"
    "|从(?:签约|洽谈|落地|立项|拿地|开工|谈判)|分[一二两三]期|[一二三]期|建成后|投产后|达产后"
    "|(?:(?:1?[0-9]月)?[1-3]?[0-9]日)?(?:建成|竣工|正式|顺利|集中|全面|成功)*(?:投产|开工|奠基|启动|签约|落户)(?:建设)?$)"
)
_NAMED = re.compile(f"(?P<name>{_NAME}){_DOES}")
_TOLD = re.compile(
    f"(?P<name>{_NAME})(?=位于|总投资|计划|占地|用地|规划|由|开工|签约|落户|举行|正式|顺利|建成|投产|奠基|启动)"
)
_SHORT = re.compile("(?:这个|该|此|本)?项目(?!个|数|化|制|部|法|清单|库|审批|资金|建设(?!规模))")
_NO_NAME = re.compile(
    "[，。；]|一批|(?:等(?:一批)?|重[点大]|[0-9两三四五六七八九十]个|[这该此本各]个?|以上)(?:项目|工程)"
)
_COST = re.compile("(?:总?投资|耗资)[^，。；的]{2,12}的")
_SIGHTS = (
    "(?:(?<!旅游)(?<!景点)景区|景点|度假区|古[镇城]|博物馆|纪念馆|动物园|游乐园|(?:森林|湿地|地质|郊野)公园)"
    "(?=[^，。；0-9]{0,4}(?:接待|单日|日均|迎来|游客|入园|最高)"
    "|(?:[0-9]{4}年)?(?:正式|成功)?(?:晋升|晋级|创成|获评|升级为|跻身)(?:为|国家|全国|[0-9]A))"
)
# a sight that is told to draw visitors: behind the area's own name, and by a name of its own
SIGHT = re.compile("[\u4e00-\u9fff]{1,8}?" + _SIGHTS)
NAMED_SIGHT = re.compile(
    "(?![全各本等非]|[主重]要|重点|所有|乡村|国家|省级|红色|城市|免费|公共)[\u4e00-\u9fff]{2,10}?"
    + _SIGHTS
)
# a harbour or an airport that is told to ship or to fly: 清河港完成货物吞吐量1200万吨
_TRAFFIC = "(?:吞吐|货运|客运|旅客|货邮|航线|航班|起降|标箱)"
HUB = re.compile(
    "(?![全各本等]|我[区县市]|规模|沿海|主要)[\u4e00-\u9fff]{2,6}?(?:港(?![区口澳资股商人币务])|机场)"
    "(?=(?:全年|上半年|今年|去年|[0-9]{4}年|累计|预计|力争|共|已|将)*"
    f"(?:完成|实现|新?开通|开行)?[^，。；0-9]{{0,6}}{_TRAFFIC})"
)
IN_TRANSIT = re.compile(_TRAFFIC)
HUB_ENDS = ("港", "机场")
_FAR = 200  # characters back to the project's name


def project_of(context: Context, clause: Clause, measure: str) -> Scope | None:
    """Return the project that the clause speaks of, if `measure` is a thing that projects have.

    恒远建材项目位于青山镇，总投资17.8亿元，用地400亩; 这个项目总投资6.3亿元 after its name.
    """
    start = context.sentences[clause.sentence].start
    if _OWN.search(measure) is None or _WORK.search(context.text, start, clause.end) is None:
        return None
    for index in range(clause.index, context.first_clause[clause.sentence] - 1, -1):
        if (found := _subject(context, context.clauses[index])) is not None:
            return found
    return None


# “清河脐橙”入选全国名录，种植面积达23万亩; 云屏山创成国家4A级景区，年接待游客120万人次
_HONOURED = re.compile(
    "(?P<who>“[^”，。；]{2,10}”|[\u4e00-\u9fff]{2,10}?)(?:成功|再次|也|还|先后|已|又|相继)*"
    "(?:入选|获评|获批|被评为|被认定为|被授予|创建为|创建|创成|荣获|获得?|跻身|列入|上榜)"
    "(?=[全中]国|国家|世界|[省市部]级|[省市]|“)"
)
_NOBODY = re.compile(
    "(?:全|我|先后|相继|累计|连续|成功|[去今近]年|目前|新|已|并|还|也|均|共|其中|一批|多[个家项])"
    "|.*(?:[区县市省州镇乡企个家项户等]|企业|单位|项目)$"
)
_OF_IT = re.compile(
    "(?:总|年)?(?:种植|养殖|栽种|栽培|产量|产值|销售|出口|接待|加工)|面积|规模|综合产值|品牌价值|日均|带动(?!全)"
)


_RANKED = re.compile(
    "(?:位居|位列|排名|名列|跃居|稳居|居|列|排)(?:在)?(?:全[国省市区县州]|世界|全球|第)"
)


def honoured_of(context: Context, clause: Clause) -> Scope | None:
    """Return the product or the sight whose honour begins the sentence, and which `clause` is of.

    None where the clause names what all of the area has: 旅游收入增长15%.
    """
    sentence = context.sentences[clause.sentence]
    who = _honoured(context, sentence)
    if who is None or clause.start <= sentence.start:
        return None
    first = subject_start(context, clause)
    ranked = _RANKED.match(context.text, first, clause.end)
    of_it = _OF_IT.match(context.text, first, clause.end) or ranked
    return (who, Level.ENTITY) if of_it is not None else None


@once_each
def _subject(context: Context, clause: Clause) -> Scope | None:
    """Return the project that begins `clause`, by its name or as 这个项目."""
    if _WORK.search(context.text, clause.start, clause.end) is None:
        return None
    first = subject_start(context, clause)
    cost = _COST.match(context.text, first, clause.end)
    first = first if cost is None else cost.end()  # 投资50亿元的云湖产业园项目
    named = _NAMED.match(context.text, first, clause.end)
    if named is not None and _is_name(named["name"]):
        return named["name"], Level.ENTITY
    if _SHORT.match(context.text, first, clause.end) is None:
        return None
    told = [
        m["name"]
        for m in _TOLD.finditer(context.text, max(0, first - _FAR), first)
        if _is_name(m["name"])
    ]
    return (told[-1], Level.ENTITY) if told else None


@once_each
def _honoured(context: Context, sentence: Sentence) -> str | None:
    """Return the product or the sight whose honour begins `sentence`."""
    told = _HONOURED.match(context.text, sentence.start, sentence.end)
    if told is None or _NOBODY.match(told["who"]) is not None:
        return None
    return str(told["who"])


def _is_name(words: str) -> bool:
    return words.count("（") == words.count("）") and _NO_NAME.search(words) is None
