"""Lines: where they stand, and what each of them looks like by itself.

Input: a text in which lines end in a line feed. Output: `Line`s. It does not look at neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from briefgen.clean.characters import HAN
from briefgen.printed_date import date_line

LARGE_GAP = 3  # blank lines that say: something else stood here, a picture say


class Look(Enum):
    """What a line looks like by itself."""

    PLAIN = auto()
    MARKDOWN = auto()  # ## 综合实力
    BULLET = auto()  # ● 全区森林覆盖率50%
    NUMBERED = auto()  # 一、综合；（一）工业；1.农业；第一章 总则
    DATELINE = auto()  # 本报讯（记者 张三）
    CAPTION = auto()  # 清河新城 摄/张三
    CREDIT = auto()  # 记者 张三 摄
    BYLINE = auto()  # 本报记者 张三
    ROW = auto()  # 地区生产总值 亿元 700.5 6.9


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span without outer spaces, the blank lines above it, its look.

    The width counts Chinese characters: 1 each, ASCII characters one half.
    """

    start: int
    end: int
    text: str
    gap: int
    indented: bool
    look: Look
    width: float

    @property
    def ended(self) -> bool:
        """Return whether a sentence ends with the line."""
        return ends_sentence(self.text)

    @property
    def closed(self) -> bool:
        """Return whether a clause ends with the line so that a paragraph may end there."""
        return self.ended or self.text.endswith(("；", ";", "：", ":"))


_NOT_BLANK = re.compile(r"[^ \n][^\n]*")
_ENDED = re.compile(r"[。！？…!?][”’」』）)》】\"]*$")
_STOP = re.compile(r"[。！？；…]")

_NUMERAL = "[一二三四五六七八九十百]"
_MARKDOWN = re.compile(r"#{1,6} +\S")
BULLET = re.compile(r"[●•■◆▲★○◎□◇△☆▶►➤·] *|[-*] +(?=\S)")
_NUMBERED = re.compile(
    rf"{_NUMERAL}{{1,3}}、|[（(]{_NUMERAL}{{1,3}}[）)]|第{_NUMERAL}{{1,3}}[章节篇部编](?:分| |$|：)"
    r"|[0-9]{1,2}[.．、](?![0-9])|[（(][0-9]{1,2}[）)]|[①-⑳❶-❿⑴-⒇]"
)
DATELINE = re.compile(
    r"(?:本报|[^\s，。]{0,8}[^\s，。通资])讯 ?（[^）]{0,40}(?:记者|通讯员|特派)"
    r"|本报讯|本报.{1,4}讯[ （]|(?:新华社|中新社).{1,16}电"
    r"|(?:[^\s，。]{2,6}网).{1,16}(?:电|讯)[ （]"
)
BARE_DATELINE = re.compile(r"(?:本报|\S{0,8})讯 ?(?:[（(][^（）()]{0,40}[）)])?")
_ROW = re.compile(r"(?:\S+ +){2,}\S+")
_ROW_FIGURE = re.compile(r"(?:^| )[-−+]?[0-9][0-9.,]*%?(?: |$)")

# the hundred and more commonest family names; a byline of names alone is told by them
_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁"
    "沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱"
    "施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符"
    "辛苗詹曲欧靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项"
    "闵邬吉党阳司费蒙席晏隋古强穆姬宫景米麦谈柏瞿艾沙鄢桂窦郁缪畅巩卓褚栾戚全娄甄郎池丛边岑农苟迟保"
    "商臧佘卞虞刁冷应匡栗仇练楚揭师官佟封燕桑巫敖原植邝仲荆储宗楼干苑寇盖南屠鞠荣井乐银奚明麻雍花闻冼"
    "木郜廉衣蔺和冀占门帅利满"
)
_NAME = (
    rf"(?:[{_SURNAMES}][{HAN}]{{1,2}}|(?:欧阳|司马|上官|诸葛|皇甫|东方|令狐|夏侯)[{HAN}]{{1,2}})"
)
_NAMES = rf"{_NAME}(?:[ 、]+{_NAME}){{0,7}}"
_OFFICE = "本报|本刊|本网|特约|首席|全媒体|见习|实习|新华社|融媒体|融媒"
_PAPER = rf"[{HAN}]{{2,10}}(?:报|报社|晚报|网|电视台|融媒体中心|客户端|发布)"  # 清河日报记者 张三
_REPORTER = rf"(?:(?:{_PAPER})?(?:{_OFFICE})*(?:记者|通讯员|实习生)|作者)"
_BYLINE = re.compile(
    rf"[（(]?(?:{_REPORTER}(?:[ 、：:/]|{_REPORTER}|{_NAME}|文|图)*"
    rf"|{_NAME}(?:[ 、]+{_NAME}){{1,7}})[）)]?$"
    rf"|(?:[{HAN}]{{0,20}}(?:长|主任|书记))[ ：]+{_NAME}$"
    r"|[（(—-]+(?:.{0,12}[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日.*|.{0,20}[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)[）)]?$"
    rf"|[{HAN} ]{{2,16}}(?:统计局|调查队|人民政府|办公室)(?: +[{HAN}]{{2,16}}(?:局|队|府|室))?$"
)
_CREDIT = re.compile(
    rf"[（(]?(?:{_REPORTER}|摄影|图片|供图|图)?[ ：:/／]*{_NAMES} *(?:[/／] *)?"
    r"(?:摄影|摄|供图|图|文/图|图/文)[）)]?$"
    r"|[（(]?(?:摄影?|供图|文/图|图/文) ?[/／：:] ?\S{1,12}$"
    rf"|[（(]?(?:{_NAMES} +)?(?:本版|本组|本文)?(?:图片|照片|图)(?:除署名外)?[，、]?"
    r"(?:均?由.{1,30}提供|来源.{0,30})[）)]?$"
    r"|(?:本版|本组|本文)?(?:图片|照片)?(?:均)?为?(?:资料图片|资料照片|资料图)$"
)
_PHOTO = re.compile(
    rf"摄影?[/／]|[/／] ?摄|[ （(/／](?:{_REPORTER} ?)?[{HAN}]{{2,4}} ?(?:摄|供图)[）)]?$"
    r"|[ （(](?:资料图片?|资料照片|受访者供图)[）)]?$"
    r"|（(?:前排|后排|图)?[左右中](?:[一二三四五六七八九十]|起)?）|（新华社发.{0,12}）$"
)
_PICTURED = re.compile(r"(?:上|下|左|右|题)?图(?:[①-⑳一二三四]|为|：)")


_MONTH = 8  # characters of 2024年4月: over a part of a chronicle it is a heading


def split_lines(text: str) -> list[Line]:
    """Return the lines of `text` that are not blank, without spaces at either end."""
    lines: list[Line] = []
    below = 0
    for match in _NOT_BLANK.finditer(text):
        gap = text.count("\n", below, match.start()) - 1 if lines else 0
        indented = match.start() > 0 and text[match.start() - 1] == " "
        below = match.end()
        lines.append(_line(match.start(), match[0].rstrip(" "), gap, indented))
    return lines


def ends_sentence(text: str) -> bool:
    """Return whether a sentence ends with `text`; quotes and brackets may close after its stop."""
    return _ENDED.search(text[-6:]) is not None


def has_stop(text: str) -> bool:
    """Return whether a sentence, or a clause before a semicolon, ends within `text`."""
    return _STOP.search(text) is not None


def _line(start: int, text: str, gap: int, indented: bool) -> Line:
    narrow = len(text.encode("ascii", "ignore"))
    return Line(
        start, start + len(text), text, gap, indented, look_of(text), len(text) - narrow / 2
    )


def look_of(text: str) -> Look:
    """Return what `text`, one line or one paragraph, looks like by itself."""
    if _MARKDOWN.match(text):
        return Look.MARKDOWN
    bullet = BULLET.match(text)
    if bullet:
        inner = _look_beside_a_picture(text[bullet.end() :])
        return inner if inner in (Look.BYLINE, Look.CREDIT) else Look.BULLET
    if _NUMBERED.match(text):
        return Look.NUMBERED
    if DATELINE.match(text):
        return Look.DATELINE
    return _look_beside_a_picture(text)


def _look_beside_a_picture(text: str) -> Look:
    """Return the look of a byline, a credit or a caption: short, and no sentence."""
    if len(text) > 90:
        return Look.PLAIN
    if _PICTURED.match(text) and len(text) <= 60:
        return Look.CAPTION
    if ends_sentence(text):
        return Look.PLAIN
    if _CREDIT.match(text):
        return Look.CREDIT
    if (len(text) <= 45 and _BYLINE.match(text)) or (len(text) > _MONTH and date_line(text)):
        return Look.BYLINE
    if _ROW.fullmatch(text) and _ROW_FIGURE.search(text) and "，" not in text:
        return Look.ROW
    return Look.CAPTION if _PHOTO.search(text) else Look.PLAIN
