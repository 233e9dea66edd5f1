"""Roles: what each paragraph is on its page.

Input: a clean text's lines, one a paragraph. Output: a `Role` for each. It does not say which
heading stands over which paragraph.
"""

from __future__ import annotations

import re

from briefgen.clean.lines import LARGE_GAP, Line, Look, has_stop
from briefgen.document import Role
from briefgen.honours import heads_over

_HEADING_WIDTH = 45.0
_PROSE_WIDTH = 40.0
_SHORT = 24.0
_LONGEST_ENTRY = 120
_DATED = re.compile(
    r"[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}.{0,9}"
)
_BODY = (Role.PROSE, Role.ITEM)
_LOOKS = {
    Look.MARKDOWN: Role.HEADING,
    Look.CAPTION: Role.CAPTION,
    Look.CREDIT: Role.CREDIT,
    Look.BYLINE: Role.BYLINE,
    Look.DATELINE: Role.PROSE,
    Look.ROW: Role.ITEM,
}
# 年均增长8.8%, 达2189公里, 第1名, 2.6：48.8：48.6, but not 2023年 or 第27次
_MEASURED = re.compile(
    r"(?<![第0-9.])[0-9][0-9.,]{0,20}(?:%|[：:][0-9]|(?!年|月|日|次|届|号|期)[\u4e00-\u9fff㎡])|第[0-9一二三]+[名位]"
)
# what a caption may tell that is news: 清河路近日获评“最美农村路”
_CLAIM = re.compile(r"获评|获得|获批|荣获|入选|命名|建成|通车|开工|投用|投产|签约|揭牌|[0-9]%")
_FURNITURE = re.compile(
    r"(?:返回|上一篇|下一篇|点击|扫码|扫一扫|长按|分享到|打印本页|关闭窗口|阅读原文|相关链接|免责声明|版权所有"
    r"|未经授权|广告$|字体)"
)
_SIGN_OFF = re.compile(
    r"(?:责任编辑|责编|编辑|编审|校对|美编|版式|来源|审核|终审|监制|总值班|值班主任)[ ：:]"
)


def find_roles(lines: list[Line], once: frozenset[int] = frozenset()) -> list[Role]:
    """Return a role for each paragraph; `once` holds the indexes of captions that stood twice."""
    roles = [Role.CAPTION if i in once else _by_itself(line) for i, line in enumerate(lines)]
    _mark_advertisement(lines, roles)
    _mark_honours(lines, roles)
    _mark_tables(lines, roles)
    _mark_panels(lines, roles)
    _mark_lists(lines, roles)
    _mark_around_pictures(lines, roles)
    _mark_end(lines, roles)
    return [role or Role.HEADING for role in roles]


def _by_itself(line: Line) -> Role | None:
    """Return the role that a paragraph's own words give it; None for a short line."""
    if line.look in _LOOKS:
        return _LOOKS[line.look]
    if line.look is Look.BULLET:
        return Role.ITEM
    if len(line.text) <= _HEADING_WIDTH and _SIGN_OFF.match(line.text):
        return Role.CREDIT
    if len(line.text) <= _HEADING_WIDTH and _FURNITURE.match(line.text):
        return Role.FURNITURE
    if _DATED.fullmatch(line.text):
        return Role.BYLINE
    prose = line.closed or has_stop(line.text) or line.width > _HEADING_WIDTH
    if line.look is Look.NUMBERED and not prose:
        return Role.ITEM if _is_measured(line) else None
    if prose or ("，" in line.text and line.width > _PROSE_WIDTH):
        return Role.PROSE
    return None


def _is_measured(line: Line) -> bool:
    return len(line.text) <= _LONGEST_ENTRY and _MEASURED.search(line.text) is not None


def _mark_honours(lines: list[Line], roles: list[Role | None]) -> None:
    """Short lines under 荣誉 that are titles are entries of a list, and no headings."""
    for i, head in heads_over([line.text for line in lines]).items():
        if roles[i] is not Role.PROSE:
            roles[i], roles[head] = Role.ITEM, roles[head] or Role.HEADING


def _mark_tables(lines: list[Line], roles: list[Role | None]) -> None:
    """The line of column names right above a table's rows is one of its lines."""
    for i, line in enumerate(lines[1:]):
        if line.look is Look.ROW and line.gap == 0 and lines[i].text.count(" ") >= 2:
            roles[i] = roles[i] or Role.ITEM


def _mark_panels(lines: list[Line], roles: list[Role | None]) -> None:
    """Short lines with figures that stand next to each other are entries of a panel."""
    entries = [roles[i] is None and _is_measured(line) for i, line in enumerate(lines)]
    for i, entry in enumerate(entries):
        if entry and (True in entries[max(0, i - 2) : i] or True in entries[i + 1 : i + 3]):
            roles[i] = Role.ITEM


def _mark_lists(lines: list[Line], roles: list[Role | None]) -> None:
    """Three or more short lines without a blank one between them are a list.

    The first may be its heading: “三个新”任务, over 深入推动创新，形成竞争优势 and two lines more.
    """
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and lines[end].gap == 0:
            end += 1
        own = range(start, end)
        short = [i for i in own if roles[i] is None and lines[i].look is Look.PLAIN]
        if len(own) >= 3 and len(short) == len(own):
            usual = sorted(lines[i].width for i in own)[len(own) // 2]
            headed = lines[start].width < 0.7 * usual
            for i in own[1 if headed else 0 :]:
                roles[i] = Role.ITEM
        start = end


def _mark_around_pictures(lines: list[Line], roles: list[Role | None]) -> None:
    """A short line with a large gap above it stands under a picture, where headings do not.

    It is a heading still where the text's other headings have such gaps too.
    """
    heads = [i for i in range(1, len(lines)) if roles[i] is None]
    under = [i for i in heads if lines[i].gap >= LARGE_GAP]
    if 2 * len(under) > len(heads) and not _stand_apart(under, roles):
        return
    for i in under:
        roles[i] = Role.ITEM if _CLAIM.search(lines[i].text) else Role.CAPTION


def _stand_apart(under: list[int], roles: list[Role | None]) -> bool:
    """Return whether no prose follows any of these lines at once."""
    return all(i + 1 == len(roles) or roles[i + 1] is not Role.PROSE for i in under)


def _mark_end(lines: list[Line], roles: list[Role | None]) -> None:
    """Short lines with nothing below them head nothing: captions of pictures, or page furniture."""
    for i in range(_body_end(roles), len(lines)):
        if roles[i] is None and _is_measured(lines[i]) and lines[i].look is Look.PLAIN:
            roles[i] = Role.ITEM
    end = _body_end(roles)
    for i in range(end or len(lines), len(lines)):
        if roles[i] is None and lines[i].look is Look.PLAIN:
            beside = roles[i - 1] in (Role.CREDIT, Role.CAPTION) or lines[i].gap >= LARGE_GAP
            roles[i] = Role.CAPTION if beside else Role.FURNITURE


def _body_end(roles: list[Role | None]) -> int:
    """Return the index after the last paragraph or list line; 0 where there is neither."""
    return max((i + 1 for i, role in enumerate(roles) if role in _BODY), default=0)


def _mark_advertisement(lines: list[Line], roles: list[Role | None]) -> None:
    """Mark the last lines of a page as advertisements: far below it, no comma, no figure."""
    start = len(lines) - 1
    while start > 0 and lines[start].gap == 0:
        start -= 1
    own = range(max(start, 0), len(lines))
    plain = all(
        roles[i] is None and lines[i].look is Look.PLAIN and lines[i].width <= _SHORT for i in own
    )
    bare = not any("，" in lines[i].text or _is_measured(lines[i]) for i in own)
    if start > 0 and len(own) >= 2 and plain and bare and lines[start].gap >= LARGE_GAP:
        for i in own:
            roles[i] = Role.FURNITURE
