"""Clauses that tell a problem: what is short, slow, polluted, or in somebody's way.

Input: a clause with its quoted names blanked. Output: whether it tells a problem, and whether it
names none in particular. It does not know what the clauses around it say.
"""

from __future__ import annotations

import re
from itertools import pairwise

from briefgen.extract.quick import compiled

# 问题: 存在…困难, 厂房车间严重不足的问题
_PROBLEM = compiled(
    r"(?:存在|面临|遇到|了解到|反映|收集|梳理|遭遇).{0,40}(?:问题|困难|难题|短板|瓶颈|不足|堵点|痛点|风险|隐患|困境|挑战)"
    r"|(?:问题|矛盾|短板|瓶颈|困难|压力).{0,6}(?:突出|凸显|依然存在|仍然存在|较为|较大|明显)|严重不足|(?:依然|仍然|仍|还)(?:较为?|比较|十分)?(?:艰巨|突出|存在|不足|较大|薄弱|滞后|不高|不强|不够)"
    r"|(?:任务|压力|形势)(?:依然|仍然|仍|还|也|十分|较为|更加|更为|非常|相当|日益|较)+(?:繁重|艰巨|严峻|重|大)|分布不均|不具备[^，]*条件|不稳定|不平衡|(?:设施|设备|管网|管线|房屋|线路|道路|路面|墙[面皮])[^，]{0,8}(?:陈旧|老化|破旧|落后|失修|滞后|缺失|破损)"
    r"|(?:水质|生态|环境|空气质量)[^，]{0,6}(?:恶化|变差|退化)|导致[^，]{2,10}(?:堵塞|恶化|污染|受损|流失)|污染严重|脏、?乱、?差[^，]{0,2}(?:严重|突出)|(?:长期|一直|但|却|因|由于)[^，]{0,2}缺[乏少][^，]{4}|(?:人才|资金|用地|土地|劳动力|用工|师资|设备)[^，]{0,4}(?:匮乏|短缺|紧缺|缺乏)|受到[^，]{0,4}污染|尚未根治|不(?:能|很|太)?适应[^，]{2,10}(?:要求|需要|形势|发展)$|有待|亟待|制约.{0,12}的?(?:瓶颈|短板|问题)"
    # nobody calls these problems, and they are none else
    r"|未能(?:如期|按期|按时)|[工期度设收目程线][^，]{0,4}(?:受阻|搁浅|停滞不前|延误)|因[^，]{2,12}(?:受阻|搁置|搁浅|停摆|停工|延期)"
    r"|基础(?:还|尚|仍|依然)+不[^，]{0,2}[牢稳实强]|(?:有效|市场|内)需求?不足|等(?:矛盾|问题|困难|挑战)[^，]{0,4}(?:交织|叠加|并存|待解|仍存|犹存)"
    r"|(?:企业|商户|农户)[^，]{0,4}经营(?:较为|十分|依然|仍然)?困难$|对[^，]{2,10}依赖[过较偏太](?:重|高|大|强)|(?:普遍|持续|严重|大面积|连年)亏损|难以为继|低位徘徊|持续走低|继续(?:下滑|走低)"
    r"|[还仍尚]没有?[^，]{0,6}的?(?:答案|着落)|没[有了]?着落|伤脑筋|千[村镇城店校]一面|差距(?:依旧|依然|仍然?)[^，]{0,2}(?:明显|较大|不小|悬殊)"
    r"|留不住(?:人|$)|[赶跟]不上[^，]{2,14}(?:脚步|步伐|需要|需求|速度|节奏)$|至今[^，]{0,4}(?:闲[着置]|空[着置]|未[能有建开投]|没有?[建开投用])|闲置(?:多年|至今)|空置率[^，]{0,4}[高升]"
    r"|(?:投入|(?<!能耗)(?<!排放)强度|覆盖率|普及率|贡献率|集中度|化率|(?<!能耗)水平)(?:(?!差距)[^，]){0,8}(?:低于|落后于|不及|慢于|逊于)(?:全[国省市区]|周边)"
)
_SUCH_PROBLEMS = ("等问题", "等难题", "等困难")
_ABOUT = re.compile(".{0,4}(?:就|围绕|聚焦|关于|对|研究|讨论|避免|防止)")
# words that tell a lack wherever they end a clause
_LACK = (
    "屈指可数|居高不下|抬头|稀缺|欠缺|匮乏|淡薄|单薄|不厚|(?:断点|堵点|难点|痛点|矛盾|意见|差距|隐患)(?:不少|不小|较多|很多|点多面广)"
    "|犹存|依旧|加剧|陡增|趋紧|萎缩|外流|时有发生|艰难|捉襟见肘|青黄不接|堪忧|吃紧|卡得紧|不[牢厚透]|未除|未根除|尚未[^，]{2,8}|没有(?:根本|完全|得到)[^，]{2,8}|有待[^，]{2,8}|仍需[^，]{2,8}"
    "|(?:跟|赶|配|接)不上[^，]{0,8}|揪心|冒溢|雷同|没底|短板|偏[窄长]|谈不拢|恐慌|断档|失衡|脱节|空心化|重[^，]轻[^，]|散、?小、?弱[^，]{0,8}|风险"
)
# where problems are told, what is short, slow or heavy is one: 工业经济增长乏力, 基础不够稳固
_SHORT_OF = compiled(
    r"(?:不[强高足优宽长快畅多大稳牢实深细准匀力严活广浓齐便灵新亮密紧到顺]|不够[\u4e00-\u9fff]{0,6}|不(?:相适应|稳固|牢固|平衡|充分|均衡|适应|合理|完善|健全|到位|明显|协调|配套|规范|匹配)"
    r"|(?:总量|规模|体量|数量|种类)[偏较]?[小少]|(?:总量|规模|体量|层次|比重|占比|基数|底子|渠道|链条|密度|强度|程度|贡献|效益|实力|支撑|能力)[小低少弱薄窄短散深]|欠账[较偏]?多|[过太][高低大小多少重快慢远贵窄挤旧]|[\u4e00-\u9fff]不[住来进起动开饱满]|[留招引]不[住来进][^，]{2,8}|坑洼不平|拥堵|破损|脏乱|波动[较很]?大|(?:空间|利润)[^，]{0,4}(?:压缩|收窄)|恐慌|偏[低弱慢少小冷紧重高大软]|较[低弱少慢大多重紧高]|很[重大多少]|加[深剧重]|乏力|薄弱|滞后|短缺|欠账|缺乏|突出|艰巨|繁重|加大|下滑|下行|疲软"
    rf"|{_LACK}"
    r"|难度[较很]?大|反弹|(?:资金|人才|用地|用工)缺口[^，]{0,12}|(?:成本|价格|压力)[^，]{0,4}(?:上升|攀升|上涨|增加)|(?:成本|门槛|风险|负债|库存|能耗)高|(?<![不缩减降削转])[慢弱低少短窄薄]|紧张|单一|粗放|低下|迟缓|缓慢|受限|趋紧|承压|跟不上[^，]{0,10}|陈旧|老化|难以[^，]{2,8}|难|流失|老龄化|同质化|碎片化|紧缺|软弱|涣散|拖拉|欠发达(?:地区|[县州市区])?|没(?:有)?人[气来]|不担当|[不慢乱]作为|不容(?:乐观|忽视|小觑)|屡禁不止|缺位|参差不齐|良莠不齐|后劲不足|任重道远|[有的]差距|凸显|(?:有待|亟待|亟需|还需|仍需|尚需|需要?进一步|需要?继续)[\u4e00-\u9fff]{2,12}"
    r"|(?:尚未|仍未|未能|没有|还需|仍需|有待|亟待|亟需|急需|需要?进一步)[^，]{2,30}|不够|(?:存在|制约|拖累|影响|缺乏|缺少|依赖)[^，]{2,30})$"
)
_VAGUE = compiled(
    "^(?:存在|面临)的(?:主要)?(?:不足|问题|困难|短板|差距)(?:有|是|如下)?$|有得有失$|看到[^，]{0,8}(?:困难|不足|问题|差距)(?:[和与](?:困难|不足|问题|差距))?$|看到了?(?:工作中?的)?(?:不足|差距|困难|问题)$|(?:不少|一些|许多|诸多|很多|这样那样)[^，]{0,14}(?:困难|问题|不足|短板|差距|矛盾|挑战|弱项)"
)
# 社会民生领域还存在不少短板 names where
_IN_FIELD = re.compile(
    "(?![^，]*(?:全[县区市镇]|我[县区市镇们]|经济社会|发展中|工作中))[\u4e00-\u9fff]{2,10}(?:领域|方面|环节|工作)(?:还|仍|依然)"
)
_NOT_YET = re.compile("尚未|仍未|未能|还没|没有|难以|未得到")
# 四、存在的主要困难和问题 names none
_HEADS = compiled(
    "(?:[一二三四五六七八九十]+、)?(?:当前|目前)?(?:存在|面临)的?(?:主要|突出)?(?:问题|困难|不足|短板|挑战)"
    "(?:[和与及、](?:问题|困难|不足|短板|挑战|差距))*$"
    "|(?:挑战|困难|问题|差距|压力)(?:也|仍|依然|同样)?(?:犹存|依旧|不小|不少)$"
    "|(?:差距|不足|短板|隐忧)(?:也|仍|依然|同样)?(?:不容(?:忽视|小觑|回避)|客观存在|不小)$"
)
# what is solved, or only counted: 收集企业反映问题228件
_SOLVED = re.compile(
    r"^针对|^为|^结合|畅所欲言|不(?:再|用|必)|再[也没]|不怕|别怕|解决|补齐|补上|补短板|破解|化解|攻克|办结|缓解|整改|销号|^[^，]{0,6}(?<![待需应要])(?:[整纠]治|查处|打击|纠正|克服)[^，]{2,20}(?:问题|乱象|行为)$"
    r"|^[^，]{0,8}(?:收集|梳理|受理|征集|排查)[^，]{0,10}(?:问题|困难|诉求|隐患)\d"
)


# 然而，布局不够均衡，投入偏低: nobody says that these are problems
_TURNS = re.compile("(?:与此同时|同时|但是?|然而|不过|当然)，?")
# 多位企业负责人坦言，原材料价格波动大，利润空间被压缩
_COMPLAIN = re.compile("(?:坦言|直言|反映|吐槽|抱怨|诉苦)[，：]")
_PLAIN = (
    "(?:不(?:够[\u4e00-\u9fff]{0,6}|[足强优高快]|平衡|充分|均衡|协调|合理|健全|完善|到位)|差距(?:较|很|仍|还)?大|偏[低弱慢少小重]"
    f"|{_LACK}"
    "|乏力|薄弱|滞后|短缺|紧缺|[过太][高低大小多少重慢远窄旧]|坑洼不平|拥堵|波动[较很]?大|(?:空间|利润)[^，]{0,4}(?:压缩|收窄)|依赖[^，]{2,8}|[跟留招引]不[上住来进]|还?没有?形成[^，]{2,8}|老龄化|欠账[较偏]?多|下滑|难以[^，]{2,8}|难|缺[乏少][^，]{2,16})"
)
_PLAINLY_SHORT = compiled(_PLAIN + "$")
_MAY_FALL_SHORT = compiled(_PLAIN + "(?:[，；。]|$)")  # a quick look
_CLAUSE = re.compile("[^，；。：！？\\n]+")
_NEAR = 5  # clauses of which two are to fall short


_ITEM = re.compile("[^；。！？\n]+[；。！？\n]?")
_ONCE = re.compile(
    "过去|以前|从前|曾经?|原来|此前|昔日|往日|当年|当时|那时|年代|[修改搬整]造?[前后]|成立前|之前"
)


def turns_short(closed: str) -> tuple[int, int] | None:
    """Return the span of a paragraph that tells what falls short; None where none does.

    Two clauses near each other have to fall short plainly, in a paragraph that tells of no past;
    the span ends before the first sentence or item of a list in which nothing does.
    """
    turn = _TURNS.match(closed) or _COMPLAIN.search(closed)
    told = _short_in(closed, turn.end(), turned=True) if turn is not None else None
    if told is None and _MAY_FALL_SHORT.search(closed) is not None and not _ONCE.search(closed):
        return _short_in(closed, 0, turned=False)
    return told


def _short_in(closed: str, start: int, *, turned: bool) -> tuple[int, int] | None:
    """Return the span behind `start` that falls short; behind a turn it begins soon and mildly."""
    clauses = list(_CLAUSE.finditer(closed, start))
    short = [at for at, clause in enumerate(clauses) if _is_plainly_short(clause[0])]
    near = [a for a, b in pairwise(short) if b - a < _NEAR and (b < _NEAR or not turned)]
    if not near:
        return None
    mild = (at for at, clause in enumerate(clauses[: near[0]]) if falls_short(clause[0]))
    begun = clauses[next(mild, near[0]) if turned else near[0]].start()
    end = begun
    for item in _ITEM.finditer(closed, begun):
        if not any(falls_short(clause) for clause in _CLAUSE.findall(item[0])):
            break
        end = item.end()
    return begun, end


def _is_plainly_short(clause: str) -> bool:
    return _PLAINLY_SHORT.search(clause) is not None and falls_short(clause)


def falls_short(masked: str) -> bool:
    """Return whether a clause tells a lack where problems are being told: 工业经济增长乏力."""
    if _SHORT_OF.search(masked) is None:
        return False
    return _NOT_YET.search(masked) is not None or _SOLVED.search(masked) is None


# 对年轻人来说, 专家会诊时直言, 由于历史原因: what leads to a problem
_LEADS_TO = re.compile(
    "(?:由于|因为?|受|对|与|面对|随着|在|从|同时|其中|特别是|尤其是|我们)[^，]*$"
    "|[^，]*(?:来说|来看|来讲|而言|直言|坦言|说|认为|表示|讳言|看到|认识到|原因|问题|困难|不足|方面|时)$"
)
_CHANGED = re.compile("了(?![解然])|已|如今|现在")  # 如今，道路焕然一新
_SHORTEST_PROBLEM = 6  # characters


def is_among_problems(masked: str) -> bool:
    """Return whether a clause that claims nothing is a problem where problems are told."""
    told = len(masked) >= _SHORTEST_PROBLEM and _SOLVED.search(masked) is None
    told = told and _CHANGED.search(masked) is None
    return told and _LEADS_TO.match(masked) is None and not is_vague(masked)


def is_vague(masked: str) -> bool:
    """Return whether a clause speaks of problems without naming one: 还存在一些困难和问题."""
    if _HEADS.match(masked) is not None:
        return True
    return _VAGUE.search(masked) is not None and _IN_FIELD.match(masked) is None


def is_problem(masked: str) -> bool:
    """Return whether a clause tells a problem, and not one that is solved or talked about."""
    listed = masked.endswith(_SUCH_PROBLEMS) and len(masked) > 8 and not _ABOUT.match(masked)
    told = bool(listed or _PROBLEM.search(masked)) and not _SOLVED.search(masked)
    return told and _HEADS.match(masked) is None
