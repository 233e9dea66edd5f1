"""Honours in a list, told by their titles alone: 荣誉 over 1. 全国绿化模范县.

Input: the lines of a page. Output: which of them are entries under which head, and their parts.
It reads no sentence with a verb, and does not say whose an honour is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LONGEST_HEAD = 40
_YEAR = "(?:19|20)[0-9]{2}"
_MARK = (
    r"(?:[#【●•■◆▲★○◎□◇△☆▶►➤·|* -]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[①-⑳❶-❿⑴-⒇]"
    rf"|[0-9]{{1,2}}(?:[.．、）)](?:(?={_YEAR})|(?![0-9]))|(?= *\|)"
    r"|(?= *[\u4e00-\u9fff“])(?! *[年月个项次家名]))"
    r"|[一二三四五六七八九十]{1,3}、)*"
)
_HONOURS = "荣誉|获奖|奖项|表彰|称号"
_WON = "荣?获得?|获评|被?评为|被?授予"
_AROUND = (
    f"(?:{_HONOURS}|{_WON}|(?:19|20)[0-9]{{2}}年度?(?:以来)?|[历近]年来?|近[几三五]年来?|先后|曾|已|累计|所"
    "|得到|受到?|的|了|以下|下列|如下|主要|部分|集体|各[类级项]|重[大要]|[国省市县区]家?级|相关|工作|创建"
    "|和|与|及|、|其他|情况|名单|一览表?|目录|清单|榜|墙|项目|奖励|有)*"
)
# 六、近年来所获奖项, 恒远机械所获荣誉, 荣誉：; not 全县召开表彰大会
_HEADING = re.compile(
    rf"{_MARK}(?P<whose>[^，。；：|“”]{{0,14}}?){_AROUND}(?:{_HONOURS}){_AROUND}"
    "(?:】?：|[>》】★☆◆●■ ]*$)"
)
# 近年来，先后获得：
_LEAD = re.compile(
    rf"(?:[^。；：]{{0,30}}，)?(?P<whose>[^，。；：“”]{{0,14}}?){_AROUND}(?:{_WON}){_AROUND}："
)
_MAY_HEAD = re.compile("[誉获奖彰号评授]")  # a quick look
_DATE = (
    rf"{_YEAR}(?:年(?:度|[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?|[-./][0-9]{{1,2}}(?![0-9]))?"
    rf"(?:[-—–~～至]+{_YEAR}年?度?)?"
)
# 国家级：, 2021年, 序号 荣誉名称 时间 授予单位: what parts a list
_DIVIDES = re.compile(
    rf"{_MARK}(?:[国省市县区部]家?级|{_DATE}|[0-9]{{1,2}}|(?:序号|荣誉|名称|称号|奖项|获奖?|授予|颁[发奖]|时间|日期"
    "|年[份度]|单位|部门|机关|级别|备注|[ |:-])+)：?"
)
_NATION = "全国|国家|中[国华]|世界|国际|联合国"
_RANKED = re.compile(f"{_NATION}|全[省市]|[省市]级")
# 云台村：全国文明村, 柳岸镇 全国重点镇
_WHO = (
    rf"(?P<who>(?!{_NATION}|[全省市]级?)[^，。；：（）()|—]{{2,16}}?"
    "(?:：|(?<=[县市村镇乡局校厂学区道院司团]) +))?"
)
_ENTRY = re.compile(
    rf"(?P<mark>{_MARK})(?:{_DATE}[ ，：|、]*)?{_WHO}"
    rf"(?P<title>(?:(?!{_YEAR})[^，。；：（）()|— ]){{4,30}})"
    rf"(?P<tail>(?:[（(，—| ]|(?={_YEAR})).{{0,40}})?"
)
_PRAISE = (
    "示范|先进|模范|文明|优秀|最[佳美]|十佳|[百十]强|百佳|试点|标[兵杆]|样板|典型|达标|双拥|园林|卫生|森林|生态"
    "|绿化|平安|满意|特色|绿色|和谐|健康|法治|创新|节水|长寿|宜居|名[县城镇村]|强[省市县区镇]|之乡|奖|称号|先锋|红旗"
)
# no person's: 全国先进工作者
_TITLE = re.compile(
    rf"(?=.*(?:{_NATION}|{_PRAISE}))[“《]?.+(?:[县市旗州城镇乡村盟园强佳奖号岗]|县域|街道|单位|集体|基地|企业|公司"
    "|区(?<!开发区)(?<!高新区)(?<!园区)|学校|[中小大]学|医院|奖[状牌]|[金银铜]牌|团队|班组|窗口|团委|党组织|支部"
    "|案例|品牌|试点)(?:[”》](?:荣誉)?称号|[”》])?"
)
# 建设国家森林城市, 全国文明城市提名城市
_TELLS = re.compile(
    "^[0-9]+[个项次家名]|^(?:建设|创建|推动|深化|加强|做好|实现|强化|健全|完善|提升|争)|[荣喜]获|[夺斩]得|获[得评批]|授予|评[为选]"
    "|命名|列[为入]|认定|入选|成为|通过|召开|举行|推进|开展|实施|^我|打造|加快|聚焦|坚持|构建|全面|做[强优大]"
    "|提名|候选|入围|申报|拟|培育|储备|创建(?!先进|模范|优秀|工作)|推荐|撤销|取消|未|争创|力争|目标|预期|将"
)
_TELLS_BEHIND = re.compile("获得|荣获|将|已|被|我[区县市们]|成为|未|撤销|取消|提名|入围|创建中")
_IDLE = "，、（）()—| "
_EACH, _PARTS = re.compile(r"[^；;。！\n、，]+"), re.compile(r"[^；;。！\n]+")
# 柳岸镇全国重点镇; not 第六届全国文明城市, 平安中国建设示范县
_WINNER_BEFORE = re.compile(
    f"(?![第首“《0-9])(?!.{{0,12}}?(?:{_PRAISE})).{{2,12}}?(?=(?:{_RANKED.pattern}).{{3}})"
)
# 全国先进集体（县教育局）; （中央文明委）, （省林业局） gave it
_WINNER_BEHIND = re.compile(
    "(?!.*[国省市部中])(?:.*(?:[村镇乡局校厂]|公司|集团|[小]学|社区|街道|医院)|.{0,4}[县区](?!委|政府|人民政府).{2,})"
)


@dataclass(frozen=True, slots=True)
class ListedHonour:
    """An entry of a list; its spans index the line, `who` is "" where it names nobody."""

    span: tuple[int, int]
    title: tuple[int, int]
    who: str


def heads_over(lines: Sequence[str]) -> dict[int, int]:
    """Return the index of the line that heads it for each line of a list of honours.

    荣誉：全国文明县城；省级园林县城。 heads itself. A title over a paragraph is no entry.
    """
    found: dict[int, int] = {}
    head: int | None = None
    for at, line in enumerate(lines):
        lead = _head(line)
        if lead is not None and lead.end() < len(line):
            if entries_of(line):
                found[at] = at
        elif lead is not None:
            head = at
        elif head is not None and entries_of(line):
            if at - 1 in found or not _is_paragraph(lines[at + 1 : at + 2]):
                found[at] = head
        elif head is not None and _ends_list(line, begun=at - 1 in found):
            head = None
    return found


def _is_paragraph(below: Sequence[str]) -> bool:
    return any(len(line) > _LONGEST_HEAD and not entries_of(line) for line in below)


def _ends_list(line: str, *, begun: bool) -> bool:
    """Return whether a line that is no entry ends the list: another heading, or prose at its top.

    我县荣获全国卫生县城称号。 among the entries does not.
    """
    if "。" in line:
        return not begun
    return not divides(line) and _RANKED.search(line) is None


def _head(line: str) -> re.Match[str] | None:
    """Return the words at the beginning of a line that lead in to honours, or None."""
    if _MAY_HEAD.search(line, 0, _LONGEST_HEAD) is None:
        return None
    if len(line) > _LONGEST_HEAD and "：" not in line[:_LONGEST_HEAD]:
        return None
    head = _HEADING.match(line) or _LEAD.match(line)
    if head is None or head.end() > _LONGEST_HEAD or head["whose"].endswith("个人"):
        return None
    named = re.sub("^我(?=[区县市])", "", head["whose"])
    return None if _TELLS.search(named) or re.search(_NATION, named) else head


def lead_of(line: str) -> tuple[str, str]:
    """Return the words that lead in to honours, and whom they name: 恒远机械所获荣誉, 恒远机械."""
    head = _head(line)
    return ("", "") if head is None else (head[0], head["whose"])


def divides(heading: str) -> bool:
    """Return whether a heading only parts a list of honours: 国家级, 2021年."""
    return _DIVIDES.fullmatch(heading) is not None


def entries_of(line: str) -> tuple[ListedHonour, ...]:
    """Return the honours of a line that holds nothing else, none for any other line."""
    lead = _head(line)
    start = lead.end() if lead is not None else 0
    for parts in (_EACH, _PARTS):
        found = [_entry(line, part.span()) for part in parts.finditer(line, start)]
        if found and None not in found:
            return tuple(entry for entry in found if entry is not None)
    return ()


def _entry(line: str, span: tuple[int, int]) -> ListedHonour | None:
    entry = _ENTRY.fullmatch(line, *span)
    if entry is None or _TITLE.fullmatch(entry["title"]) is None:
        return None
    tail = entry["tail"] or ""
    behind = re.split(f"[{_IDLE}]+", tail)
    if any(map(_TITLE.fullmatch, behind)):  # 全国文明县城，国家卫生县城
        return None
    if _TELLS.search(entry["title"]) or _TELLS_BEHIND.search(tail):
        return None
    start, end = entry.span("title")
    before = None if entry["who"] else _WINNER_BEFORE.match(line, start, end)
    start = before.end() if before is not None else start
    named = (
        (entry["who"] or "").rstrip("： "),
        before and before[0],
        *filter(_WINNER_BEHIND.fullmatch, behind),
    )
    who = next(filter(None, named), "")
    stop = start + len(line[start : entry.end()].rstrip("，、| "))
    return ListedHonour((entry.end("mark"), stop), (start, end), who)
