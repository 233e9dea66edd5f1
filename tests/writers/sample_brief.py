"""An invented brief about 清河区 that uses every block, and pictures for its charts.

Nothing here happened: place, firms and figures are made up for tests of the writers.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from decimal import Decimal

from briefgen.brief import (
    Block,
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
)
from briefgen.chart import ChartKind, ChartSpec, Picture, Point, Stroke, Tone, Words

FACE = "sans"
BLUE = (0x12 / 255, 0x43 / 255, 0x6D / 255)
PALE = (0.84, 0.88, 0.92)
INK = (0.1, 0.1, 0.1)


def runs(*parts: str) -> Runs:
    """Return runs from short notations.

    `#…` holds figures, `@1a` or `@1a,2c` is a reference, `*…` is strong, `=…|…` is derived.
    """
    made: list[Text | Value | Cite] = []
    for part in parts:
        if part.startswith("#"):
            made.append(Value(part[1:], ("f" + str(len(made)),)))
        elif part.startswith("="):
            text, formula = part[1:].split("|")
            made.append(Value(text, ("f1", "f2"), formula))
        elif part.startswith("*"):
            made.append(Text(part[1:], strong=True))
        elif part.startswith("@"):
            made.append(Cite(tuple(part[1:].split(","))))
        else:
            made.append(Text(part))
    return tuple(made)


def sample_brief() -> Brief:
    """Return the brief in Chinese, about as long as a real one."""
    return Brief(
        theme="民营经济",
        language="zh",
        title="民营经济增加值占比过半，企业难题清单化解决",
        masthead=Masthead(
            "清河专题简报",
            organ="清河区委政策研究室",
            editor="李明",
            number="第3期",
            date="2024年3月1日",
        ),
        coverage=runs("资料时段：", "#2022年12月至2024年2月的5篇报道", "；此后情况不在本期之内"),
        blocks=_blocks(),
        subject="清河区民营经济专题简报",
        keywords=("民营经济", "市场主体", "招商引资"),
    )


def _blocks() -> tuple[Block, ...]:
    return (
        Paragraph(
            ParagraphRole.NOTE,
            runs("本期变化：新增", "#6", "条，修订", "#1", "条，其余", "#21", "条未变。"),
        ),
        _key_points(),
        _cards(),
        Heading(1, runs("进展")),
        Heading(2, runs("（一）民营经济占GDP一半，税收占四分之三")),
        Paragraph(
            ParagraphRole.LEAD,
            runs("民营经济增加值占GDP比重", "#52%", "，税收占比", "#73%", "。"),
        ),
        Paragraph(ParagraphRole.BODY, _growth()),
        Chart(1, _shares(), runs("来源：", "@1a,1d", "。")),
        Heading(2, runs("（二）企业难题有清单、有办结数，也有余量")),
        Paragraph(ParagraphRole.BODY, _problems()),
        Chart(2, _progress(), runs("来源：", "@4d", "。")),
        Heading(2, runs("典型案例")),
        Paragraph(ParagraphRole.ITEM, _case_one()),
        Paragraph(ParagraphRole.ITEM, _case_two()),
        Heading(1, runs("目标与展望")),
        Paragraph(ParagraphRole.BODY, _outlook()),
        Heading(1, runs("指标明细")),
        _table(),
        Paragraph(ParagraphRole.NOTE, runs("※ 原文有重字，见“需核对”。推定年度不作正文表述。")),
        Heading(1, runs("需核对")),
        Paragraph(ParagraphRole.ITEM, _doubt_one()),
        Paragraph(ParagraphRole.ITEM, _doubt_two()),
        Heading(1, runs("资料来源")),
        _sources(),
    )


def _key_points() -> KeyPoints:
    return KeyPoints(
        "要点",
        (
            runs("民营经济增加值占GDP比重", "#52%", "，税收占比", "#73%", "（", "#2024年1月")
            + runs("报道，未注明统计年度）", "@1a", "。"),
            runs("#2023年", "全区招商投资额", "#416亿元", "，到位资金", "#87.6亿元", "；到位资金")
            + runs("同比增长", "#37%", "（全区招商，不限于民营企业）", "@1b", "。"),
            runs("#2022年", "全年新增市场主体", "#2.4万户", "、民营企业", "#6000余户")
            + runs("，民营科技型企业数量翻番", "@4a", "。"),
            runs("近年来以项目化、清单化方式解决", "#1782户", "企业的难题，相关机制获评全市")
            + runs("经济改革创新案例", "@1c", "。"),
            runs("#2023年5月", "开展的专项工作梳理问题", "#126个", "，报道时已办结", "#81个")
            + runs("@4d", "，尚有", "=45个|126－81", "未办结（推算：126－81）。"),
        ),
    )


def _cards() -> Cards:
    def card(label: str, value: str, *note: str) -> Card:
        return Card(label, runs("#" + value), runs(*note))

    return Cards(
        "核心指标",
        (
            card("民营经济增加值占GDP比重", "52%", "#2024年1月", "报道，年度未注明", "@1a"),
            card("民营经济税收占比", "73%", "#2024年1月", "报道，年度未注明", "@1a"),
            card("招商到位资金（全区）", "87.6亿元", "#2023年", "；同比增长", "#37%", "@1b"),
            card("新增市场主体", "2.4万户", "#2022年", "（推定）", "@4a"),
            card("解决难题的企业", "1782户", "近年来累计，起止未注明", "@1c"),
        ),
    )


def _growth() -> Runs:
    return (
        runs("#2022年", "全年新增市场主体", "#2.4万户", "、民营企业", "#6000余户", "，民营科技型")
        + runs("企业数量翻番", "@4a", "。市场主体总量，", "#2022年12月", "报道为", "#超过7.6万户")
        + runs("@0a", "，", "#2024年1月", "报道为", "#8.42万户", "@1d", "，后者原文有重字，两数暂")
        + runs("不比较。近", "#1万家", "企业上云（“R&D<5%”的企业除外），全社会研发投入强度")
        + runs("#5.09%", "，", "#2024年", "预计突破", "#6%", "@1i", "。")
    )


def _problems() -> Runs:
    return (
        runs("近年来建立全覆盖联系走访和政企“直通车”制度，项目化、清单化解决", "#1782户", "企业")
        + runs("难题", "@1c", "。", "#2023年5月", "开展“稳存量、扩增量、提质量”专项工作", "@4h")
        + runs(
            "，开展半月即形成", "#6个方面18条", "措施办法", "@4c", "；梳理出项目建设、生产运行、"
        )
        + runs("融资贷款等方面问题", "#126个", "，报道时已办结", "#81个", "@4d", "。其中，新桥齿轮")
        + runs("原材料运输受阻已解决，全区", "#18宗2400亩", "闲置土地已清理核实（来源未载已盘活）")
        + runs("@4e", "。")
    )


def _case_one() -> Runs:
    return (
        runs("*远帆工贸（用地）。")
        + runs(
            "#2023年4月", "走访中发现厂房车间严重不足", "@1e", "，", "#6月", "完成土地摘牌，从洽谈"
        )
        + runs(
            "到摘牌用时",
            "#一个半月",
            "@1f",
            "。项目达产后，预计年产值",
            "#超过6亿元",
            "、年入库税金",
        )
        + runs("#2000万元以上", "@1g", "。")
    )


def _case_two() -> Runs:
    return (
        runs("*新桥科技（用工）。")
        + runs(
            "据其一季报，营收",
            "#约12.5亿元",
            "，同比增长",
            "#48%",
            "；净利润",
            "#5085万元",
            "，同比",
        )
        + runs(
            "增长", "#220%", "@4f", "。园区协助其招聘普通工人", "@4g", "；报道称其逆势而上“离不开”"
        )
        + runs("帮扶，属评语，不作因果写入。")
    )


def _outlook() -> Runs:
    return (
        runs(
            "#2022年12月",
            "区第十次党代会提出，未来",
            "#五年",
            "民营经济综合改革成为全市样板，营商环境",
        )
        + runs(
            "达到全国一流水平",
            "@2a",
            "。",
            "#2024年2月16日",
            "区委常委会要求，建立完善全区民营企业",
        )
        + runs("工作台账，分类型、专班做好服务", "@3a", "。")
    )


def _table() -> Table:
    rows = (
        ("民营经济增加值占GDP比重", "#52%", "未注明（2024年1月报道）", "全区", "@1a"),
        ("民营经济税收占比", "#73%", "未注明（2024年1月报道）", "全区", "@1a"),
        ("市场主体", "#超过7.6万户", "#2022年12月报道", "全区", "@0a"),
        ("市场主体 ※", "#8.42万户", "#2024年1月报道", "全区", "@1d"),
        ("新增市场主体", "#2.4万户", "#2022年（推定）", "全区", "@4a"),
        ("新增民营企业", "#6000余户", "#2022年（推定）", "全区", "@4a"),
        ("招商投资额", "#416亿元", "#2023年", "全区", "@1b"),
        ("招商到位资金", "#87.6亿元，同比增长37%", "#2023年", "全区", "@1b"),
        ("解决难题的企业", "#1782户", "近年来", "全区", "@1c"),
        ("梳理问题／已办结", "#126个／81个", "#2023年5月报道时", "专项工作", "@4d"),
        ("远帆工贸达产后年产值", "#预计超过6亿元", "达产后", "企业", "@1g"),
        ("新桥科技营收", "#约12.5亿元，同比增长48%", "#2023年一季度", "企业", "@4f"),
    )
    return Table(
        ("指标", "数值", "时期", "范围", "来源"),
        tuple(tuple(runs(cell) for cell in row) for row in rows),
        (30, 27, 24, 11, 8),
        "全部指标的数值、时期、范围和来源",
    )


def _doubt_one() -> Runs:
    return runs(
        "原文“市场主体主体达", "#8.42万户", "”", "@1d", "有重字。可能是“市场主体”，也可能是"
    ) + runs("“民营市场主体”，与", "#7.6万户", "@0a", "口径不同。请核后再作比较。")


def _doubt_two() -> Runs:
    return runs(
        "新增市场主体", "#2.4万户", "与民营企业", "#6000余户", "@4a", "是否包含关系，原文未说，"
    ) + runs("不相加、不求比。")


def _sources() -> SourceList:
    def quote(key: str, text: str) -> Quote:
        return Quote(key, text, ("q" + key,))

    return SourceList(
        (
            SourceEntry(
                0,
                "清河 圆梦小康再出发",
                "刊期未印，推定2022年12月",
                (quote("0a", "市场主体超过7.6万户"),),
            ),
            SourceEntry(
                1,
                "聚焦“两大定位” 做好“四篇文章” 全力以赴建设现代化清河",
                "推定2024年1月",
                (
                    quote("1a", "民营经济增加值占GDP比重52%，税收占比73%"),
                    quote("1b", "2023年招商投资额达416亿元，到位资金87.6亿元，同比增长37%"),
                    quote("1c", "项目化、清单化解决1782户企业难题，鼓励引导支持民营经济发展壮大"),
                    quote("1d", "市场主体主体达8.42万户，市场主体占比96%"),
                    quote("1e", "走访联系服务民营企业时，了解到远帆工贸厂房车间严重不足的问题"),
                    quote("1f", "6月，远帆工贸完成土地摘牌，从洽谈到摘牌仅用时一个半月"),
                    quote("1g", "项目达产后预计实现年产值超过6亿元，年入库税金2000万元以上"),
                    quote("1i", "近1万家企业上云，全社会研发投入强度达5.09%，2024年预计突破6%"),
                ),
            ),
            SourceEntry(
                2,
                "清河区第十次党代会开幕",
                "2022年12月28日",
                (quote("2a", "民营经济综合改革成为全市样板，营商环境达到全国一流水平"),),
            ),
            SourceEntry(
                3,
                "区委常委会召开会议",
                "2024年2月17日",
                (quote("3a", "建立完善全区民营企业工作台账,分类型、专班做好民营企业服务工作"),),
            ),
            SourceEntry(
                4,
                "党建引领风帆劲 凝心聚力著文章",
                "推定2023年5月下旬",
                (
                    quote("4a", "全年新增市场主体2.4万户、民营企业6000余户,科技型企业数量翻番"),
                    quote("4c", "工作开展仅半月,就已形成相关措施办法,包括6个方面18条内容"),
                    quote("4d", "收集梳理企业存在的问题126个,目前已办结问题81个"),
                    quote("4e", "解决新桥齿轮原材料运输受阻问题、清理核实18宗2400亩闲置土地"),
                    quote("4f", "公司营收约12.5亿元,同比增长48%;实现净利润5085万元,同比增长220%"),
                    quote("4g", "今年,园区协助新桥科技招聘普通工人,解了企业燃眉之急"),
                    quote("4h", "全区上下大力开展服务企业“稳存量、扩增量、提质量”专项工作"),
                ),
            ),
        )
    )


def _shares() -> ChartSpec:
    return ChartSpec(
        id="shares-1",
        kind=ChartKind.SHARES,
        title="民营经济占GDP一半、税收四分之三",
        subtitle="占比，%；清河区；2024年1月报道",
        unit="%",
        points=(
            Point("民营经济增加值占GDP比重", Decimal(52), "52%", ("f1",)),
            Point("民营经济税收占比", Decimal(73), "73%", ("f2",)),
        ),
        alt="横向点图：民营经济增加值占GDP比重52%，民营经济税收占比73%（2024年1月报道）",
    )


def _progress() -> ChartSpec:
    return ChartSpec(
        id="progress-2",
        kind=ChartKind.PROGRESS,
        title="企业问题126个，报道时办结81个",
        subtitle="个；清河区；2023年5月报道时",
        unit="个",
        points=(
            Point("已办结", Decimal(81), "81个", ("f3",)),
            Point("未办结", Decimal(45), "45个", ("f3", "f4"), Tone.DERIVED),
        ),
        alt="单条堆叠图：问题126个，已办结81个，未办结45个（推算）",
    )


def charts_of(brief: Brief) -> tuple[Chart, ...]:
    """Return the charts of `brief` in order."""
    return tuple(block for block in brief.blocks if isinstance(block, Chart))


def sample_pictures(brief: Brief) -> dict[str, Picture]:
    """Return a drawn picture for each chart, by the id of its description."""
    return {chart.spec.id: _picture(chart.spec) for chart in charts_of(brief)}


def _picture(spec: ChartSpec, width: float = 470.0) -> Picture:
    """Return two strips of bars with labels, as vectors and as a PNG of about 100 dpi."""
    height = 46.0 + 26.0 * len(spec.points)
    marks: list[Stroke | Words] = [
        Words(spec.title, 0, height - 14, 11, FACE, BLUE),
        Words(spec.subtitle, 0, height - 30, 8.5, FACE, INK),
    ]
    boxes = []
    for row, point in enumerate(spec.points):
        y = height - 46 - 26 * (row + 1) + 8
        long = float(point.value) / 130 * (width - 200)
        boxes.append((150.0, y, long, 14.0, BLUE if point.tone is Tone.ACTUAL else PALE))
        marks.append(Words(point.label, 0, y + 3, 9, FACE, INK))
        marks.append(_rectangle(*boxes[-1]))
        marks.append(Words(point.shown, 156 + long, y + 3, 9, FACE, INK))
    return Picture(width, height, tuple(marks), _png(width, height, boxes))


def _rectangle(
    x: float, y: float, width: float, height: float, fill: tuple[float, float, float]
) -> Stroke:
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    path = tuple(("M" if at == 0 else "L", corner) for at, corner in enumerate(corners))
    return Stroke((*path, ("Z", ())), fill=fill, line=None, width=0)


def _png(
    width: float,
    height: float,
    boxes: list[tuple[float, float, float, float, tuple[float, float, float]]],
) -> bytes:
    """Return a PNG with filled boxes, 1.4 pixels to the point, written by hand."""
    scale = 1.4
    wide, high = round(width * scale), round(height * scale)
    rows = [bytearray(b"\xff" * wide * 3) for _ in range(high)]
    for x, y, long, tall, colour in boxes:
        ink = bytes(round(part * 255) for part in colour)
        left, right = round(x * scale), round((x + long) * scale)
        for line in range(round((height - y - tall) * scale), round((height - y) * scale)):
            rows[line][left * 3 : right * 3] = ink * (right - left)
    pixels = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows), 9)
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    parts: Mapping[bytes, bytes] = {b"IHDR": head, b"IDAT": pixels, b"IEND": b""}
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in parts.items())


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
