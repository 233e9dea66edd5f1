"""Every kind of chart, with real and with extreme figures, as pictures to be looked at.

Input: this project's articles, and descriptions that this script makes up about 清河区, which does
not exist. Output: docs/gallery/*.png and docs/gallery.md, which shows them. It chooses no chart of
its own: the real ones are those that the rules find right, all of them, not only a brief's best.

    .venv/bin/python scripts/gallery.py [--into docs]
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from PIL import Image

from briefgen.chart import ChartKind, ChartSpec, Point, Tone
from briefgen.charts.choose import RULES
from briefgen.charts.draw import draw_chart
from briefgen.charts.sight import look_at, main_share
from briefgen.config import load_project
from briefgen.pipeline import OVERVIEW, area_of, lexicon_of, read_project
from briefgen.store.series import find_series

ROOT = Path(__file__).resolve().parent.parent
WIDTH_PT = 453.5  # the type area of the standard template
PIXELS = 900
COLOURS = 32
_EARLIER, _ACTUAL = Tone.EARLIER, Tone.ACTUAL
_LONG = "市级以上“专精特新”中小企业和制造业单项冠军培育企业库入库企业"
_HOSTILE = ("R&D<5%", "$x$ 与 _y_", "#1 {{7*7}} & <b>")


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture of the gallery: its file's name, a chart, and what is to be seen in it."""

    name: str
    spec: ChartSpec
    why: str


def real_charts() -> Iterator[Shown]:
    """Yield what each rule finds right in this project's articles, theme by theme, each once."""
    project = load_project(ROOT)
    reading, lexicon = read_project(project), lexicon_of(project)
    series, area = find_series(reading.facts, lexicon), area_of(project)
    known = {f.id: f for f in reading.facts}
    seen: set[str] = set()
    for theme in (*(t.name for t in lexicon.themes), OVERVIEW):
        sight = look_at(reading.facts, series, area, theme)
        for rule in RULES:
            for candidate in rule(sight):
                drawn = [known[i] for i in candidate.spec.fact_ids]
                own = sight.of_all or main_share(drawn, theme) > 0
                if own and candidate.spec.id not in seen:
                    seen.add(candidate.spec.id)
                    name = f"real-{len(seen):02}-{candidate.spec.kind.value}"
                    yield Shown(name, candidate.spec, f"{theme}，规则 `{rule.__name__}`")


def _point(label: str, value: str, shown: str, tone: Tone = _ACTUAL, group: str = "") -> Point:
    return Point(label, Decimal(value), shown, (), tone, group)


def _made(
    kind: ChartKind, title: str, *points: Point, unit: str = "", note: str = "", why: str
) -> Shown:
    subtitle = f"虚构数据；清河区；{unit or '单位见图'}"
    return Shown(
        f"made-{kind.value}", ChartSpec(kind.value, kind, title, subtitle, unit, points, note), why
    )


def made_charts() -> Iterator[Shown]:
    """Yield one extreme chart of each kind: long names, huge spans, hostile characters."""
    years = [str(y) for y in range(2014, 2024)]
    yield _made(
        ChartKind.PAIRS, "四项指标两次报道间一升三降",
        *(
            _point(when, value, shown, tone, group)
            for group, pair in (
                ("森林覆盖率", (("50.7", "50.7%"), ("53.16", "53.16%"))),
                (_LONG, (("1000000000000", "10000亿元"), ("0.01", "0.01亿元"))),
                ("单位GDP能耗", (("0.31", "0.31吨标准煤/万元"), ("0.29", "0.29吨标准煤/万元"))),
                ("PM2.5平均浓度", (("38", "38微克/立方米"), ("31", "31微克/立方米"))),
            )
            for when, (value, shown), tone in zip(
                ("2021年12月报道", "2023年1月报道"), pair, (_EARLIER, _ACTUAL), strict=True
            )
        ),
        why="四个单位，各有其轴；最大值是最小值的百万亿倍",
    )  # fmt: skip
    yield _made(
        ChartKind.LINE, "四个产业十年增速：均未回到2014年水平",
        *(
            _point(year, str(9 - i * rate), f"{9 - i * rate:.1f}%", group=name)
            for name, rate in (("工业", 0.4), ("建筑业", 0.6), ("批发零售业", 0.5), ("农业", 0.2))
            for i, year in enumerate(years)
        ),
        unit="%", why="四条线，各有标记形状，名称直接写在线尾",
    )  # fmt: skip
    yield _made(
        ChartKind.PROGRESS, "受理诉求1187件，已办结3件",
        _point("已办结", "3", "3件"),
        _point("其余（推算）", "1184", "1184件", Tone.DERIVED),
        unit="件", note="其余1184件为推算：1187件－3件。", why="部分极小；推算的部分是虚线框",
    )  # fmt: skip
    yield _made(
        ChartKind.BARS, f"{_HOSTILE[0]}企业1234567家",
        _point(_HOSTILE[0], "1234567", "1234567家"),
        _point(_HOSTILE[1], "345678", "近35万家"),
        _point(_LONG, "98765", "超过9.8万家", Tone.EXPECTED),
        _point(_HOSTILE[2], "20000", "预计2万余家", Tone.EXPECTED),
        _point("小微企业", "2500", "2500家"),
        _point("下降的一类", "-150000", "减少15万家"),
        unit="家", note="空心为下限、上限或预计。", why="三十字的名称、负值、照字面印的特殊字符",
    )  # fmt: skip
    yield _made(
        ChartKind.SHARES, "参保率99.99%，申报占0.01%",
        _point("城乡居民养老保险、医疗保险参保率", "99.99", "99.99%"),
        _point(_LONG, "95", "95%以上", Tone.EXPECTED),
        _point("R&D经费投入强度", "5.09", "5.09%"),
        _point("零申报", "0.01", "0.01%"),
        unit="%", note="各项的分母不同，不相加。", why="从0到100%的点，分母不同，不堆叠",
    )  # fmt: skip
    yield _made(
        ChartKind.STACKED, "第三产业占97.3%，第一产业0.2%",
        _point("第一产业", "0.2", "0.2%"),
        _point("第二产业", "2.5", "2.5%"),
        _point("第三产业", "97.3", "97.3%"),
        unit="%", why="极小的部分仍有名称和引线",
    )  # fmt: skip
    yield _made(
        ChartKind.TARGET, "地区生产总值目标1000亿元",
        _point("2021年（预计）", "700", "预计突破700亿元", Tone.EXPECTED),
        _point("2026年目标", "1000", "1000亿元", Tone.EXPECTED),
        unit="亿元", note="斜线为预计、下限或目标；两数不都是确数，不计差距。",
        why="预计与目标都不是已经发生的",
    )  # fmt: skip
    yield _made(
        ChartKind.TIMELINE, "清河新城：签约到投用二十个月",
        _point("清河新城首开区标准厂房和孵化楼签约", "1", "2021年4月30日"),
        _point("首批12家企业入驻，“一网通办”大厅启用", "2", "2022年9月"),
        _point(f"获评{_LONG}", "3", "2022年12月27—30日"),
        _point("二期开工", "4", "2023年2月", Tone.EXPECTED),
        why="间距不按比例，日期照原文；空心为尚未发生",
    )  # fmt: skip


def picture(shown: Shown) -> bytes:
    """Return the chart as a PNG of few colours, PIXELS wide."""
    drawn = draw_chart(shown.spec, WIDTH_PT, ROOT / "templates/standard/charts.mplstyle")
    with Image.open(io.BytesIO(drawn.png)) as image:
        size = (PIXELS, round(image.height * PIXELS / image.width))
        small = image.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()


def _section(title: str, charts: list[Shown]) -> Iterator[str]:
    yield f"\n## {title}\n"
    for shown in charts:
        yield f"{shown.why}\n\n![{shown.spec.title}](gallery/{shown.name}.png)\n"


def main() -> int:
    """Draw all charts, write the page that shows them, and return 0."""
    parser = argparse.ArgumentParser(description="draw a chart of every kind")
    parser.add_argument("--into", type=Path, default=ROOT / "docs")
    into = parser.parse_args().into
    real, made = list(real_charts()), list(made_charts())
    drawn = {shown.name: picture(shown) for shown in (*real, *made)}
    (into / "gallery").mkdir(parents=True, exist_ok=True)
    for old in (into / "gallery").glob("*.png"):
        old.unlink()
    for name, png in drawn.items():
        (into / "gallery" / f"{name}.png").write_bytes(png)
    page = [
        "# 图表样张\n\n`make gallery` 画出。前一半用本项目的文章：凡规则认为画得对的图都在这里，"
        "简报只取其中最能说明问题的几幅。后一半是虚构的极端数据。",
        *_section("文章里的图", real),
        *_section("极端数据（虚构）", made),
    ]
    (into / "gallery.md").write_text("\n".join(page), encoding="utf-8")
    print(f"{len(drawn)} charts in {into / 'gallery'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
