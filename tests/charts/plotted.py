"""Invented charts of every kind, for tests of what is made from a drawn chart."""

from __future__ import annotations

from decimal import Decimal

from briefgen.chart import ChartKind, ChartSpec, Point, Tone

A, E, X, D = Tone.ACTUAL, Tone.EARLIER, Tone.EXPECTED, Tone.DERIVED
Row = tuple[str, str, str, Tone] | tuple[str, str, str, Tone, str]


def spec(kind: ChartKind, title: str, unit: str, *rows: Row, note: str = "") -> ChartSpec:
    """Return a chart; a row is label, value, figure as printed, tone, and its group if any."""
    points = tuple(
        Point(label, Decimal(value), shown, (f"f{at}",), tone, *group)
        for at, (label, value, shown, tone, *group) in enumerate(rows)
    )
    subtitle = f"{title}的口径，{unit}；清河区；2024年1月报道"
    alt = f"{title}。{'；'.join(f'{p.label}{p.shown}' for p in points)}"
    return ChartSpec(f"{kind.value}-{title}", kind, title, subtitle, unit, points, note, alt=alt)


PAIR = spec(
    ChartKind.PAIRS,
    "森林覆盖率升约2.5个百分点",
    "%",
    ("2022年12月报道", "50.7", "50.7%", E),
    ("2024年1月报道", "53.16", "53.16%", A),
    note="推算：53.16%－50.7%。",
)
BARS = spec(
    ChartKind.BARS,
    "科技型企业1600家",
    "家",
    ("科技型企业", "1600", "1600家", A),
    ("高新技术企业", "384", "近384家", A),
    ("R&D<5%", "120", "预计120家", X),
    ("=净变化", "-40", "减少40家", D),
)
GROUPS = spec(
    ChartKind.PAIRS,
    "两项都升",
    "%",
    ("2022年12月报道", "50.7", "50.7%", E, "森林覆盖率"),
    ("2024年1月报道", "53.16", "53.16%", A, "森林覆盖率"),
    ("2022年12月报道", "4.4", "4.4%", E, "研发强度"),
    ("2024年1月报道", "5.1", "5.1%", A, "研发强度"),
)
UNITS = spec(
    ChartKind.PAIRS,
    "单位不同",
    "",
    ("2022年12月报道", "50.7", "50.7%", E, "森林覆盖率"),
    ("2024年1月报道", "53.16", "53.16%", A, "森林覆盖率"),
    ("2022年12月报道", "24", "24平方米", E, "人均绿地"),
    ("2024年1月报道", "29", "29平方米", A, "人均绿地"),
)
STACKED = spec(
    ChartKind.STACKED,
    "第二产业占48.8%",
    "%",
    ("第一产业", "2.6", "2.6%", A),
    ("第二产业", "48.8", "48.8%", A),
    ("第三产业", "48.6", "48.6%", A),
)
PROGRESS = spec(
    ChartKind.PROGRESS,
    "问题126个，已办结81个",
    "个",
    ("已办结", "81", "81个", A),
    ("其余（推算）", "45", "45个", D),
)
LINE = spec(
    ChartKind.LINE,
    "研发强度由3.9%升至5.1%",
    "%",
    ("2021年", "3.9", "3.9%", A),
    ("2022年", "4.4", "4.4%", A),
    ("2023年", "5.1", "预计5.1%", X),
)
UNEVEN = spec(
    ChartKind.LINE,
    "日期间隔不等",
    "%",
    ("2021年12月报道", "3.9", "3.9%", A),
    ("2022年2月报道", "4.4", "4.4%", A),
    ("2024年1月报道", "5.1", "5.1%", A),
)
TARGET = spec(
    ChartKind.TARGET,
    "地区生产总值目标1000亿元",
    "亿元",
    ("2023年（预计）", "70000000000", "预计突破700亿元", X),
    ("目标（2026年）", "100000000000", "1000亿元", X),
)
SHARES = spec(
    ChartKind.SHARES, "占一半", "%", ("甲占比", "50", "50%", A), ("乙占比", "75", "75%", A)
)
TIMELINE = spec(
    ChartKind.TIMELINE,
    "有日期的进展",
    "",
    ("开工", "738521", "2023年1月", A),
    ("竣工", "738600", "2023年3月", A),
)
NATIVE = (PAIR, BARS, GROUPS, STACKED, PROGRESS, LINE, TARGET)
PICTURES = (UNITS, UNEVEN, SHARES, TIMELINE)
