"""A small invented brief about 清河区, and plain Word and PDF files made without briefgen."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import briefgen
from briefgen.brief import (
    Brief,
    Card,
    Cards,
    Chart,
    Cite,
    Heading,
    KeyPoints,
    Masthead,
    Paragraph,
    ParagraphRole,
    Quote,
    Runs,
    SourceEntry,
    SourceList,
    Table,
    Text,
    Value,
    plain_text,
)
from briefgen.chart import ChartKind, ChartSpec, Point

FONT = Path(briefgen.__file__).parent / "fonts/NotoSansSC-Regular.ttf"
PAGE_LINES = 22


def runs(*parts: str) -> Runs:
    """Return runs from short notations: `#…` holds figures, `@1a` is a reference."""
    return tuple(
        Value(part[1:], (f"id-{part[1:]}",))
        if part[0] == "#"
        else Cite(tuple(part[1:].split(",")))
        if part[0] == "@"
        else Text(part)
        for part in parts
    )


def small_brief() -> Brief:
    """Return an invented brief with a block of each kind."""
    return Brief(
        theme="民营经济",
        language="zh",
        title="民营经济增加值占比过半",
        masthead=Masthead("清河专题简报", number="第3期", date="2024年3月1日"),
        coverage=runs("资料时段：", "#2022年12月至2024年2月", "。"),
        blocks=(
            KeyPoints(
                "要点",
                (
                    runs("招商投资额", "#416亿元", "，到位资金", "#87.6亿元", "@1b", "。"),
                    runs(
                        "新增市场主体", "#2.4万户", "，PM2.5平均浓度", "#28微克/立方米", "@1a", "。"
                    ),
                ),
            ),
            Cards("核心指标", (Card("到位资金", runs("#87.6亿元"), runs("#2023年", "@1b")),)),
            Heading(1, runs("进展")),
            Paragraph(
                ParagraphRole.BODY,
                (
                    *runs("梳理问题", "#126个", "，已办结", "#81个", "，尚有"),
                    Value("45个", ("f1", "f2"), formula="126－81"),
                    *runs("未办结（推算：126－81）", "@1a", "。企业数量", "#翻番", "。"),
                ),
            ),
            Chart(1, _chart(), runs("来源：", "@1a", "。")),
            Table(
                ("指标", "数值", "时期", "来源"),
                (
                    tuple(map(runs, ("招商投资额", "#416亿元", "#2023年", "@1b"))),
                    tuple(map(runs, ("新增市场主体", "#2.4万户", "#2023年", "@1a"))),
                ),
                (2, 1, 1, 1),
                "指标",
            ),
            SourceList(
                (
                    SourceEntry(
                        1,
                        "清河区2023年回顾",
                        "推定2024年1月",
                        (
                            Quote("1a", "PM2.5平均浓度28微克/立方米，新增市场主体2.4万户", ("q1",)),
                            Quote("1b", "招商投资额416亿元，到位资金87.6亿元", ("q2",)),
                        ),
                    ),
                )
            ),
        ),
    )


def _chart() -> ChartSpec:
    points = (
        Point("已办结", Decimal(81), "81个", ("f1",)),
        Point("未办结", Decimal(45), "45个", ("f2",)),
    )
    return ChartSpec(
        "c1", ChartKind.SHARES, "问题126个，办结81个", "个；2023年5月", "个", points, alt="共126个"
    )


def lines_of(brief: Brief) -> list[str]:
    """Return the brief as lines, as the writers number and mark them; no chart."""
    head = brief.masthead
    lines = [head.name, f"{head.number or ''}\t{head.date or ''}", brief.title]
    lines.append(plain_text(brief.coverage))
    for block in brief.blocks:
        lines += _lines(block)
    return lines


def _lines(block: object) -> Iterator[str]:
    match block:
        case KeyPoints(title, points):
            yield title
            yield from (f"{n}. {plain_text(p)}" for n, p in enumerate(points, 1))
        case Cards(title, cards):
            yield title
            for card in cards:
                yield from (card.label, plain_text(card.value), plain_text(card.note))
        case Heading(_, words) | Paragraph(_, words):
            yield plain_text(words)
        case Chart(number, _, source):
            yield f"图{number}\u3000{plain_text(source)}"
        case Table(head, rows):
            yield from head
            yield from (plain_text(cell) for row in rows for cell in row)
        case SourceList(entries):
            for entry in entries:
                yield f"〔{entry.number}〕 {entry.title}（{entry.note}）"
                yield from (f"〔{q.key}〕 “{q.text}”" for q in entry.quotes)


def docx_of(lines: Sequence[str], footer: str = "清河专题简报") -> bytes:
    """Return a Word file of the lines; every tenth one stands in a table's cell."""
    import docx

    document = docx.Document()
    for number, line in enumerate(lines):
        if number % 10 == 5:
            document.add_table(1, 1).cell(0, 0).paragraphs[0].add_run(line)
            continue
        paragraph = document.add_paragraph()
        for piece in re.split("(?<=[，、])", line):  # several runs, as writers make them
            paragraph.add_run(piece)
    document.sections[0].footer.paragraphs[0].text = footer
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def pdf_of(lines: Sequence[str], footer: str = "第{}页", width: int = 24) -> bytes:
    """Return a PDF of the lines, broken after `width` characters and over pages."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("small", FONT))
    kept = io.BytesIO()
    canvas = Canvas(kept, invariant=1)
    broken = [piece for line in lines for piece in _broken(line, width)]
    for page, start in enumerate(range(0, len(broken), PAGE_LINES), 1):
        canvas.setFont("small", 12)
        canvas.drawString(72, 800, "清河专题简报")
        for row, text in enumerate(broken[start : start + PAGE_LINES]):
            canvas.drawString(72, 770 - 30 * row, text)
        canvas.drawString(260, 40, footer.format(page))
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


def _broken(line: str, width: int) -> Iterator[str]:
    """Yield pieces of a line, no number parted from its magnitude."""
    while len(line) > width:
        cut = width
        while (
            cut > 1 and re.match(r"[\d.,万亿%]", line[cut]) and re.match(r"[\d.,]", line[cut - 1])
        ):
            cut -= 1
        yield line[:cut]
        line = line[cut:]
    yield line


def repacked(content: bytes, changes: dict[str, bytes]) -> bytes:
    """Return a package with some of its parts replaced or added."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(kept, "w") as new:
        for name in {**dict.fromkeys(old.namelist()), **changes}:
            new.writestr(name, changes.get(name) or old.read(name))
    return kept.getvalue()
