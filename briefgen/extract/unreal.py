"""Figures that say nothing of the time or the place reported on: of a past that nobody dates,
compared with, supposed, asked, only heard of, denied, or set by a rule.

Input: a context, and a clause with where its figure begins and ends. Output: why the figure is no
fact, or None. What carries a year is read by `periods`, whose a figure is by `scope`.
"""

from __future__ import annotations

import re

from briefgen.extract.clauses import Clause, Sentence
from briefgen.extract.context import Context, once_each
from briefgen.extract.periods import is_before, time_of
from briefgen.extract.quantity import Quantity
from briefgen.extract.quick import compiled

_PAST = "of a past that nobody dates"
_SUPPOSED = "supposed"
_RULE = "set by a rule"
CAME_OF = "an aim that something came of"
COUNTED = "of those counted"
_YEARS = "(?<![0-9〇零])(?:[0-9]{1,2}|[一二三四五六七八九十两几数多]{1,3})"
_BEGUN = "(?:^|[，。；：“])"
_OF_CENTURY = "(?:世纪|到了?|^|，)[1-9五六七八九]"
_ONCE = (
    "过去(?=[，只仅没全这]|大家|的时候|传统|一[亩斤天趟家]|需|靠|种|每)|(?<![月日底末号年])以前，|从前，|往年"
    "|(?:高峰|鼎盛)(?:时期?|期)|一度(?=高?达|超|只|仅|跌|不足)|曾(?:经)?(?:高达|多达|低至|只有|仅有|不足)"
    f"|{_YEARS}年(?:以|之)?前(?=，|[全这我只]|的?时候)"
    "|(?:解放|建国|改革开放)(?:以前|之前|前|之?初)"
    "|(?:民国|晚清|清末)[^，。；]{0,6}，|最(?:多|高|低|少|好|红火|辉煌)(?:的时候，|时期)"
    f"|{_OF_CENTURY}[0十]年代[初中末后期]*，"
    f"|{_BEGUN}以前(?=[\u4e00-\u9fff])|[我他她咱]们?刚(?:来|到|起步|接手|开业|毕业)(?:的?时候?)"
)
# these are of the year that is told before them: 2012年，公司成立。当时只有6名员工
_THEN_TOLD = (
    f"{_BEGUN}(?:当时|当年，(?=[县村镇区全我])|那个?时候?|那个?年代|那些年|那[几一]年)"
    "|(?:灾荒|饥荒|困难)那[几一]?年|(?:成立|创业|创办|起步|建厂|办厂|建园|建所|建校|投产|开业)(?:之初|伊始)"
    "|最(?:多|高|低|少|差|好|红火|辉煌)的?(?:时候?|年份|那[几一]?年)(?=[，有仅只曾赔赚亏卖])"
)
# 如今只剩8座; 现在达到8.6万亩: told of today again
_NOW = re.compile(
    "如今|现|目前|今|已|后来|[增升扩降减变提][加长高级大小低少升]{0,2}[到至为]|[到至](?:[0-9约近超]|$)|比，|[0-9]{4}年"
)
_AT_THAT_TIME = re.compile("(?:去年|上年|前年)同期(?:仅|只|就)?(?:为|是|有|达)?$")
_IF = (
    f"{_BEGUN}(?:如果|若(?![干羌非隐无])|倘若|假[如设定使]|倘使|要是|一旦|如(?=[不能无]))"
    "|(?:比如|例如|譬如|好比)，?一[个家座亩头]|可能(?=[跌涨达超突降升会将减增])"
    "|每(?:提高|增加|下降|降低|上升|减少|增长|投入)(?=[0-9一])"
    "|按(?:照)?(?:一[个亩头户家]|每|亩均|户均)[^。；准]{0,40}算"
    f"|{_BEGUN}[一1][棵亩头台辆只户个家座公](?:(?!建成|落成|投产|投用)[^。；]){{1,24}}?(?:一?[年天]|每[天年日月])[可能要需]"
)
_HEARD = (
    "听说|据[传称]|网传|传言|传闻|谣传|外[面界]传|有人(?:说|建议|称|猜)"
    "|有(?:专家|网友|学者)[^，。；]{0,4}(?:建议|提出|猜|估计|预言)"
)
_SET = (
    "不得(?=[超高低少多大小])|(?<![未不反])(?:国家|有关|相关|按照?)规定，|(?<!相)应当(?!看到|说|承认|指出|认识)"
    "|减按|有效期(?!内)|国际上|通常[把将为在]|按(?:照)?每[人户亩头家台套吨件]"
    "|(?:给予|予以|享受|可获|申请|奖励|补[贴助]|资助)最高|最高(?:可(?=[获享补贷奖])|给予|奖励|补[贴助]|不超过)"
    "|一次性(?:给予|奖励|补[助贴])|对(?:首次|新)[^，。；0-9]{2,16}的[^，。；0-9]{0,8}，(?:分别)?(?:给予|奖励|补[助贴])"
    "|[按对]?每[人户亩头家台套吨件名个][^，。；0-9]{0,6}(?:补[贴助](?!标准)|奖励|资助)"
    "|第[0-9一二三四五六七八九十百]+条(?:规定)?，|指年|限购(?!政策|措施|令)|满分|报名(?:时间|费)|笔试满分|面试比例|体检标准|申请条件"
    "|》(?:明确)?规定|(?:要求|规定|明确)，(?=[^。；，0-9]{2,20}(?:不[超低少高]|超过[0-9.]+[^，。；]{0,6}的))|对[^，。；]{2,24}以上的[^，。；0-9]{0,8}(?:给予|奖励)|(?:购买|招用)[^，。；0-9]{2,16}(?:补[贴助]|奖励)(?=[0-9])"
    "|每[人户亩头家台套吨件名]最高|对[^，。；0-9]{1,10}每[人户名亩](?:每[年月]|一次性?)(?:发放|给予|补|奖)"
)
# 已发放高温补贴, 共奖励企业12家: what a rule gave is a fact
_GIVEN = re.compile(
    "已|累计|共(?!同)|(?<![给予])(?<!每[年月])发放(?!标准|[办方]|条例)|截至|目前|惠及|兑现|标准(?:计算，|拨付|落实)"
    "|去年|全年|上年|[提降][高到至低为]"
)
_KINDS = {
    "once": _ONCE,
    "then": _THEN_TOLD,
    "supposed": _IF,
    "heard": _HEARD,
    "rule": _SET,
    "wished": "(?:建议|呼吁|希望|期盼|盼望)[，：,:]",
    "denied": "[绝决]不能?(?=为|以|拿|靠)|不能以牺牲",
    "caption": "图为|图片为",
    "asked_of": "受访|被调查者|样本(?:企业|中)"
    "|抽样(?![^，。；]{0,4}推算|[^。；]{0,16}(?:满意|知晓|合格|支持)[率度])",
}
_WORDS = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items()))
# most sentences hold none; numbers, which are many, are left out
_ANY_WORD = compiled(
    "|".join(_KINDS.values())
    .replace(_YEARS, "")
    .replace(_OF_CENTURY, "")
    .replace(_BEGUN, r"(?:^|(?<=[，。；：“！？!?\s]))")  # of a sentence, seen from the whole text
)
_ASKS = re.compile("谁敢|难道|是不是|是否|能否|能不能|会不会|谁也说不准")
_WHAT = re.compile("什么(?!时候)|为何|怎么|怎样|如何|哪|何以|何在|谁|啥|几")  # asks why it is so
_NOTICE = re.compile(
    "(?:招聘|招租|招标|拍卖|停电|停水|遗失|天气|寻人|转让)(?:启事|公告|通知|预报|声明|简章)"
)
_DENIED = re.compile(
    "(?:没有?|从?未|并未|不再?)(?:发生|出现|追求|搞|贪图?|攀比)(?:过|一起|任何)?[约近]?$"
    "|(?:没有|并非|不是)$|绝?不能?(?:为了?|以|拿)$"
    "|(?:尚未|未能|没有|并未|从未)(?:突破|达到|超过|恢复到?)(?:[^，。；的]{0,10}|[^，。；]{0,10}创下的)$"
)
# 原本预期的3万人次并未出现, 计划投资的42亿元未能到位
_AIM_BEFORE = re.compile("计划|预期|原[本定拟来]|承诺|设想|约定|拟|提出|任务[是为]|目标[是为]")
_NOT_MET = re.compile("[^，。；0-9]{0,6}(?:并未|没有|未能?)(?:出现|实现|达到|到位|兑现|落地|完成)")
_AIMS = ("目标", "任务", "计划", "预算")
_SHARE_OF = re.compile("的[0-9.]+%")
_HELD_IN = re.compile("的[^，。；0-9]{0,6}目标(?:以内|之内|内)")
_MISSED = re.compile("(?:没有|未能?)(?:完成|实现|达到)[^，。；0-9]{0,14}$")
_THE_AIM = re.compile("的[^，。；0-9]{0,6}(?:目标|任务|计划)")
_OUTCOME = re.compile(
    "[^，。；0-9]{0,10}[，；]?(?:实际(?!上)|没有(?:完成|实现|达到)|未能?(?:完成|实现|达到)|[只仅](?:完成|建成|实现))"
    "|[，；](?:实际)?完成[0-9]"
)
_COMPARED = re.compile("[）)]?[^，。；0-9]{0,4}相比")
_IN_NAME = re.compile("内[\u4e00-\u9fff]{1,8}率")  # 8小时内回应率
_MAY_DENY = frozenset("没未不并")
# 年销售收入2000万元以上的企业纳入统计, 1.2米以下儿童免票, 不超过300万元的部分
_BOUND_OF = re.compile(
    "(?:及?以[上下内](?:的|儿童|老人|人员|工业)?[^，。；0-9]{0,12}"
    "(?:纳入|列入|给予|奖励|享受|予以|可申|不予|免票|半价|免费)|的部分|的[^，。；0-9]{0,6}(?:列入|纳入|须|不予|一律))"
)
_GIVES = re.compile(
    "的[^，。；0-9]{1,10}(?:给予|奖励|补[贴助])"
)  # 对营业满180天的商户每户奖励2000元
_OF_COUNTED = re.compile(
    "%以?[上下]?的[^，；。0-9]{2,20}(?:超过|不足|低于|高于|达到?|在|过)[约近]?$"
)
_EACH_MONTH = ("每月补贴", "每月补助", "每月发放补贴")  # 博士每月补贴3000元
_MAY_BOUND = frozenset("以及的")
_HOLDS = re.compile("的[^，。；0-9]{2,20}(?:超过|不足|低于|高于|达到?)[约近]?[0-9]")
_STILL = re.compile("[^，。；0-9]{1,8}中，?[仍尚还]有[0-9]")  # 23个社区中仍有9个没有
_OF_VIEW = re.compile("认为[^，。；]{1,16}的[^，。；]{0,4}占?$")  # 认为“看病贵”的占31.2%
# 对12个街道的2000名居民进行了问卷调查
_POLLED = re.compile("[^，。；]{0,24}进行了?(?:问卷|抽样|电话|随机)")
_AGAINST = re.compile("(?:[低高优快慢好]于|超过|不及|落后于)[^，。；0-9]{0,8}$")
_LEVEL = re.compile("的?(?:全?[国省市州])?(?:平均|总体|整体)?水平")
_BEHIND = 24  # characters behind a figure that may make it none
# one of these words stands in each sentence of which `_beside` or its mark makes a figure none
_MAY_SAY_SO = compiled(
    f"{_ASKS.pattern}|有误|同期|没|未|并非|不(?:再|是|能|发生|出现|追求|搞|贪|攀)|认为|问卷|抽样|电话|随机"
    "|目标|任务|计划|预[算期]|原[本定拟来]|承诺|设想|约定|拟|提出|内[\u4e00-\u9fff]{1,8}率|相比|水平"
)


def why_unreal(context: Context, clause: Clause, figure: Quantity) -> str | None:
    """Return why `figure` in `clause` is none of the time and place reported on, or None."""
    start = figure.start
    if is_before(context, clause, start):
        return "of the time before a year"
    text, sentence = context.text, context.sentences[clause.sentence]
    if not _may_be_unreal(context, sentence):
        return _bound(text, clause, figure)
    if (why := _beside(text, clause, figure)) is not None:
        return why
    if _is_asked(context, sentence) or _ASKS.search(text, clause.start, clause.end) is not None:
        return "asked"
    if text.find("有误", figure.end, sentence.end) >= 0:
        return "corrected"
    if _is_notice(context, sentence):
        return "of a notice"
    if _is_rule(context, context.paragraph_of(clause).article) and not _looks(context, sentence):
        return _RULE
    return _said(context, clause, sentence, start) if _words(context, sentence) else None


@once_each
def _may_be_unreal(context: Context, sentence: Sentence) -> bool:
    """Return whether words of the sentence, its paragraph or its article may make figures none.

    Most sentences hold no such word, and none of their figures need be asked.
    """
    text, end = context.text, sentence.end
    if text[end - 1] in "？?" or _words(context, sentence) or _is_notice(context, sentence):
        return True
    if _MAY_SAY_SO.search(text, sentence.start, end + _BEHIND) is not None:
        return True
    return _is_rule(context, context.document.paragraphs[sentence.paragraph].article)


def _beside(text: str, clause: Clause, figure: Quantity) -> str | None:
    """Return why the words next to the figure make it none."""
    start, end = figure.start, figure.end
    before, after = text[max(clause.start, start - 20) : start], text[end : end + 12]
    if "同期" in before[-4:] and _AT_THAT_TIME.search(before) is not None:
        return "of the time compared with"
    if not _MAY_DENY.isdisjoint(before) and _DENIED.search(before) is not None:
        return "denied"
    if before.endswith("差") and after[:1] in ("未", "没"):
        return "a shortfall"  # 差8100万元未完成
    asked = "认为" in before and _OF_VIEW.search(before) is not None
    if asked or ("对" in before and _POLLED.match(text, end, clause.end) is not None):
        return "of those asked"
    if _came_of(before, text[end : end + _BEHIND]):
        return CAME_OF
    if ("未" in after or "没有" in after) and _NOT_MET.match(after) is not None:
        return "denied" if _AIM_BEFORE.search(before) is not None else None
    if after[:1] == "内" and _IN_NAME.match(after) is not None:
        return "part of a name"
    return _bound(text, clause, figure) or _compared(before, after)


def _came_of(before: str, after: str) -> bool:
    """Return whether a figure is an aim of which its sentence says what came of it.

    任务是治理65平方公里，完成71平方公里; 完成年度目标2.7万人的107.4%; 控制在4.5%的目标以内.
    """
    if before.endswith(_AIMS) and _SHARE_OF.match(after) is not None:
        return True
    if "目标" in after or "任务" in after:
        if _HELD_IN.match(after) is not None:
            return True
        if _MISSED.search(before) is not None and _THE_AIM.match(after) is not None:
            return True
    return _AIM_BEFORE.search(before) is not None and _OUTCOME.match(after) is not None


def _bound(text: str, clause: Clause, figure: Quantity) -> str | None:
    """Return why a figure only says what a rule holds for, or which of many are counted."""
    end = figure.end
    if text.endswith(_EACH_MONTH, 0, figure.start):
        return _RULE
    behind = end - 2 if text[end - 2] == "以" else end
    if text[behind : behind + 1] in _MAY_BOUND and _BOUND_OF.match(text, behind) is not None:
        return _RULE
    if "中" in text[end : end + 10] and _STILL.match(text, end) is not None:
        return COUNTED
    if text[end : end + 1] == "的":
        if text[clause.start] == "对" and _GIVES.match(text, end) is not None:
            return _RULE
        if figure.unit == "%" and _HOLDS.match(text, end) is not None:
            return COUNTED
    if "%" not in text[max(clause.start, figure.start - 24) : figure.start]:
        return None
    counted = _OF_COUNTED.search(text, clause.start, figure.numeral.start)
    return None if counted is None else COUNTED  # 15%的老人每月支出超过500元


def _compared(before: str, after: str) -> str | None:
    """Return why a figure is that of those compared with: 低于全市36.8%的水平."""
    if "相比" in after:
        held = _COMPARED.match(after) is not None
    else:
        held = "水平" in after and bool(_LEVEL.match(after) and _AGAINST.search(before))
    return "of those compared with" if held else None


@once_each
def is_unreal(context: Context, clause: Clause) -> bool:
    """Return whether the sentence only supposes, asks or has heard what `clause` tells."""
    sentence = context.sentences[clause.sentence]
    if _is_asked(context, sentence):
        return True
    upto = clause.start - sentence.start
    words = _words(context, sentence)
    if any(at <= upto and why in ("supposed", "heard") for at, why in words):
        return True
    if any(at <= upto and why == "wished" for at, why in words):
        return not _is_granted(context.text[sentence.start : clause.end])
    return any(why == "asked_of" and at < upto + clause.end - clause.start for at, why in words)


def _said(context: Context, clause: Clause, sentence: Sentence, start: int) -> str | None:
    """Return why the words before the figure in its sentence make it none."""
    said = context.text[sentence.start : start]
    told = [(at, why) for at, why in _words(context, sentence) if at <= len(said)]
    if not told:
        return None
    past = [at for at, why in told if why == "once"]
    if any(why == "then" for _, why in told) and time_of(context, clause, start) is None:
        past += [at for at, why in told if why == "then"]
    if past and _NOW.search(said, max(past)) is None and not said.endswith("的"):
        return _PAST
    since = said.rfind("；") + 1  # a rule or a supposition ends with its part of a list
    kinds = {why for at, why in told if at >= since}
    if "rule" in kinds and _GIVEN.search(said, since) is None:
        return _RULE
    if any(why == "wished" for _, why in told) and not _is_granted(said):
        return "only wished for"
    if "asked_of" in kinds:
        return "of those asked"
    return next((_WHY[why] for why in _WHY if why in kinds), None)


_WHY = {"supposed": _SUPPOSED, "heard": "only heard of", "denied": "denied", "caption": "caption"}


@once_each
def _words(context: Context, sentence: Sentence) -> tuple[tuple[int, str], ...]:
    """Return where words begin that make a figure none, and of what kind each is.

    Those of the past are told by where they end: 十年前 is before the year that it is reckoned to.
    """
    if not context.speaks_of(_ANY_WORD, sentence.index):
        return ()
    said = context.text[sentence.start : sentence.end]
    found = []
    for match in _WORDS.finditer(said):
        kind = match.lastgroup or ""
        if kind == "wished" and _ADOPTED.search(said, 0, match.start()) is not None:
            continue
        found.append((match.end() if kind in ("once", "then") else match.start(), kind))
    return tuple(found)


# 采纳代表建议，建成…: done; 委员建议，加固堤坝；水利局答复，已列入计划
_ADOPTED = re.compile(
    "(?:采纳|办理|根据|按|听取|落实|吸[收纳]|征[集求]|结合|收集|提出|针对|回应)[^，。；]*$"
)
_GRANTED = re.compile(
    "(?:建议|呼吁|希望|期盼|盼望)[，：,:].*(?:已经?(?!成)|采纳|答复|办结|目前|去年|回应)"
)


def _is_granted(words: str) -> bool:
    """Return whether words that tell a wish go on with what was done about it."""
    return _GRANTED.search(words) is not None


@once_each
def _is_asked(context: Context, sentence: Sentence) -> bool:
    """Return whether the sentence asks whether it is so, and not why: 真能落地10亿元吗？"""
    if context.text[sentence.end - 1] not in "？?":
        return False
    return _WHAT.search(context.text, sentence.start, sentence.end) is None


# a paper that only sets rules: 一图读懂…, 促进消费若干措施二十条
_RULES = re.compile(
    "一图读懂|^图解|政策(?:解读|问答|明白卡)|(?:政策|措施|举措|意见|促进|支持)[^，]{0,20}[0-9一二三四五六七八九十]+条$"
)
_LOOKS = re.compile("到[0-9]{4}年|力争|目标|目前|截至|已|去年|上年|同比|累计|现有")


def _is_rule(context: Context, article: int) -> bool:
    """Return whether the article with this index only sets rules, as its title says."""
    known: dict[int, bool] = context.remembered[_is_rule]
    if article not in known:
        articles = context.document.articles
        title = articles[article].title if article < len(articles) else ""
        known[article] = _RULES.search(title) is not None
    return known[article]


def _looks(context: Context, sentence: Sentence) -> bool:
    """Return whether a sentence among rules tells what is, or what is aimed at."""
    return _LOOKS.search(context.text, sentence.start, sentence.end) is not None


def _is_notice(context: Context, sentence: Sentence) -> bool:
    """Return whether the paragraph is a notice: 招聘启事：…; 天气预报：…."""
    paragraph = context.document.paragraphs[sentence.paragraph]
    return _NOTICE.match(context.text, paragraph.start) is not None
