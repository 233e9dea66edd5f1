"""What each style's first brief.docx holds: sheet, words around the body, looks, fonts.

Input: nothing. Output: `PLANS`, which make_template.py writes as Word templates. It knows only as
much XML as a paragraph of words needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import template_jianbao as jianbao
from template_looks import BLUE, GREY, HEI, LOOKS, RULE, SLATE, SONG, TINT, Look, in_english
from template_words import TAB, field_run, paragraph, text_run


@dataclass(frozen=True, slots=True)
class TablePlan:
    """The rules of data tables, in eighths of a point, and the tint of their head."""

    outer: int
    head: int
    inner: int
    colour: str
    row_colour: str
    tint: str | None = None
    side: int = 80  # twips at the left and right of a cell's text


@dataclass(frozen=True, slots=True)
class Plan:
    """All that one template holds; `furniture` is by kind and page, such as `footereven`."""

    looks: tuple[Look, ...]
    mark: Look  # the character style Reference
    body: tuple[str, ...]
    furniture: Mapping[str, str]
    sheet: str
    table: TablePlan
    fonts: tuple[str, str]  # of all that names none
    head_fonts: tuple[str, str]
    size: float
    font_rows: tuple[tuple[str, str, str, str], ...]  # name, charset, family, what stands in for it
    accent: str
    dark: str
    light: str
    grid: str = ""


def sheet_xml(top: int, right: int, bottom: int, left: int, header: int, footer: int) -> str:
    """Return an A4 sheet with margins in twips."""
    return (
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{top}" w:right="{right}" '
        f'w:bottom="{bottom}" w:left="{left}" w:header="{header}" w:footer="{footer}" '
        'w:gutter="0"/>'
    )


_LATIN = (("Times New Roman", "00", "roman", ""), ("Arial", "00", "swiss", ""))


def _standard() -> Plan:
    theme = text_run("{{ brief.theme }}", BLUE, 10.5)
    maker = (
        "{{ organ }}"
        "{% if editor %}\u3000{% if brief.english %}Editor: {% else %}编辑：{% endif %}"
        "{{ editor }}{% endif %}"
        "{% if issue.date %}\u3000{{ issue.date }}{% endif %}"
    )
    number = text_run("{{ issue.number }}", SLATE, 10.5, plain=True)
    body = (
        paragraph("Masthead Name", text_run("{{ issue.name }}"), TAB, number),
        paragraph("Masthead Line", theme, TAB, text_run(maker)),
        paragraph("Title", text_run("{{ brief.title }}")),
        paragraph("Coverage", text_run("{{ brief.coverage }}")),
        paragraph("Body Text", text_run("{{ body }}")),
    )
    page = (
        text_run("{% if brief.english %}Page {% else %}第 {% endif %}"),
        field_run("PAGE"),
        text_run("{% if brief.english %} of {% else %} 页　共 {% endif %}"),
        field_run("NUMPAGES"),
        text_run("{% if brief.english %}{% else %} 页{% endif %}"),
    )
    running = (
        text_run("{{ issue.name }}{% if brief.theme %} · {{ brief.theme }}{% endif %}"),
        TAB,
        text_run("{{ issue.number }}"),
    )
    footer = paragraph("footer", *page)
    bare = '<w:pPr><w:pStyle w:val="Header"/><w:pBdr><w:bottom w:val="nil"/></w:pBdr></w:pPr>'
    return Plan(
        looks=LOOKS,
        mark=Look("Reference", HEI, 8, 0, "5B7A99"),
        body=body,
        furniture={
            "headerdefault": paragraph("header", *running),
            "footerdefault": footer,
            "headerfirst": f"<w:p>{bare}</w:p>",
            "footerfirst": footer,
        },
        sheet=sheet_xml(1191, 1304, 1191, 1304, 680, 624),
        table=TablePlan(12, 6, 4, BLUE, RULE, TINT),
        fonts=SONG,
        head_fonts=HEI,
        size=10.5,
        font_rows=(("宋体", "86", "auto", ""), ("黑体", "86", "modern", ""), *_LATIN),
        accent=BLUE,
        dark=SLATE,
        light=TINT,
    )


def _jianbao() -> Plan:
    return Plan(
        looks=jianbao.LOOKS,
        mark=Look("Reference", jianbao.FANG, 12, 0, jianbao.INK),
        body=jianbao.body(),
        furniture=jianbao.furniture(),
        sheet=sheet_xml(2098, 1474, 1984, 1587, 851, jianbao.FOOTER_TWIPS),
        table=TablePlan(8, 6, 4, jianbao.INK, GREY, side=60),
        fonts=jianbao.FANG,
        head_fonts=jianbao.HEI,
        size=16,
        font_rows=(
            ("仿宋_GB2312", "86", "modern", "仿宋"),
            ("楷体_GB2312", "86", "modern", "楷体"),
            ("方正小标宋简体", "86", "auto", "华文中宋"),
            ("宋体", "86", "auto", ""),
            ("黑体", "86", "modern", ""),
            *_LATIN,
        ),
        accent=jianbao.RED,
        dark=jianbao.INK,
        light="F2F2F2",
        grid='<w:docGrid w:type="lines" w:linePitch="579"/>',
    )


def _english(plan: Plan) -> Plan:
    """Return a plan for English: Latin lines stand closer, and titles are longer."""
    sheet = sheet_xml(1134, 1304, 1020, 1304, 640, 567)
    return replace(plan, looks=in_english(plan.looks), sheet=sheet)


PLANS: Mapping[str, Plan] = {
    "standard": _standard(),
    "standard.en": _english(_standard()),
    "jianbao": _jianbao(),
    "jianbao.en": replace(
        _jianbao(),
        looks=jianbao.LOOKS_IN_ENGLISH,
        mark=Look("Reference", jianbao.FANG, 9, 0, jianbao.INK),
        size=12,
        grid="",
    ),
}
