"""How fast articles become facts: characters a second on one core, and whether time grows evenly.

Input: the seeds folder, and a bulletin and an article that this script makes up about 清河区, which
does not exist. Output: a small table. It judges nothing and keeps nothing.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from briefgen.clean import clean_source
from briefgen.document import Area, Document, Source
from briefgen.extract import extract_facts
from briefgen.extract.assemble import assemble_figures
from briefgen.extract.context import make_context
from briefgen.extract.figures import FigureReader
from briefgen.extract.quantities import find_quantities
from briefgen.extract.statements import find_statements
from briefgen.lexicon import Lexicon, load_lexicon
from briefgen.readers import list_sources, read_source

_SEEDS = Path(__file__).resolve().parents[1] / "seeds"
_AREA = Area("清河区", ("清河",), "江州市", ("青木镇", "柳河新城"))
_GOAL = 150_000  # characters a second on one core
_MILLION = 1_000_000
_TRADES = ("工业", "农业", "建筑业", "批发业", "零售业", "住宿业", "餐饮业", "金融业", "物流业")
_GOODS = ("汽车", "仪表", "水泥", "钢材", "蔬菜", "水果", "茶叶", "生猪", "家电", "药品", "化肥")


@dataclass(frozen=True, slots=True)
class _Timing:
    """A row of the table: seconds of each stage for so many characters, and the facts found."""

    name: str
    characters: int
    facts: int
    clean: float
    figures: float
    statements: float
    extract: float


def bulletin(characters: int) -> str:
    """Return an invented statistical bulletin: a figure every ten characters or so."""
    parts: list[str] = []
    length = number = 0
    while length < characters:
        number += 1
        parts.append(_bulletin_paragraph(number))
        length += len(parts[-1])
    return "".join(parts)[:characters]


def _bulletin_paragraph(number: int) -> str:
    trade, goods = _TRADES[number % len(_TRADES)], _GOODS[number % len(_GOODS)]
    a, b, c = number % 900 + 100, number * 7 % 90 + 10, number * 13 % 10
    return (
        f"全年实现{trade}增加值{a}.{b}亿元，比上年增长{c}.{c}%，占地区生产总值的比重为{b}.{c}%。"
        f"其中，{goods}产量{b}.{c}万吨，下降{c}.6%；{goods}销售额{a}万元，增长1{c}.2%。"
        f"年末{trade}法人单位{a}家，从业人员{b}.{c}万人，人均可支配收入{a}{b}元，"
        f"三次产业结构比为{c}.6：48.{c}：48.6，{goods}出口由{b}万美元提高到{a}万美元。\n"
    )


def prose(characters: int) -> str:
    """Return an invented article of a local newspaper: a figure every forty characters or so."""
    parts: list[str] = []
    length = number = 0
    while length < characters:
        number += 1
        parts.append(_prose_paragraph(number))
        length += len(parts[-1])
    return "".join(parts)[:characters]


def _prose_paragraph(number: int) -> str:
    trade, goods = _TRADES[number % len(_TRADES)], _GOODS[number % len(_GOODS)]
    a = number % 900 + 100
    return (
        f"近年来，清河区深入推进{trade}改革创新，坚持把营商环境作为发展的生命线，民营经济活力不断增强。"
        f"2022年，全区{trade}企业达{a}家，清河{goods}产业园建成投用，获评国家级示范基地。"
        "走进青木镇，一栋栋新居错落有致，一条条公路通到村口，群众的日子越过越红火。"
        f"“有了这条路，{goods}再也不愁卖了。”村民张三高兴地说。清河区发展改革委主任李四表示，"
        f"下一步，将加快建设{goods}产业园二期，打造全市一流的{trade}集聚区，力争年产值突破{a}亿元。\n"
    )


def main() -> int:
    """Measure, print the table, and return 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=Path, default=_SEEDS, help="folder of articles")
    parser.add_argument("--most", type=int, default=10, help="millions of characters of the text")
    options = parser.parse_args()
    lexicon = load_lexicon()
    print(f"{'':24}{'characters':>11}{'facts':>8}", end="")
    print(f"{'clean':>11}{'figures':>11}{'statements':>11}{'extraction':>11}  characters/s")
    articles = [read_source(path) for path in list_sources(options.seeds)]
    _measure("warm-up", articles, lexicon)
    repeats = max(1, _MILLION // sum(len(article.raw) for article in articles))
    several = [_again(article, number) for number in range(repeats) for article in articles]
    others = [
        _measure(f"(a) {len(several)} articles", several, lexicon),
        _measure("(b) bulletin", [_source("b", bulletin(_MILLION))], lexicon),
    ]
    for row in others:
        _print(row)
    rows = []
    for millions in (*(m for m in (1, 2, 4, 8) if m < options.most), options.most):
        text = prose(millions * _MILLION)
        rows.append(_measure(f"(c) one text, {millions} million", [_source("c", text)], lexicon))
        _print(rows[-1])
    _print_growth(rows)
    for row in (*others, min(rows, key=lambda row: row.characters / row.extract)):
        _print_verdict(row)
    return 0


def _source(name: str, text: str) -> Source:
    return Source(f"{name}.txt", text, "", published="2023-01")


def _again(article: Source, number: int) -> Source:
    """Return the article as another document of the same text."""
    return Source(f"{number:03}-{article.name}", article.raw, article.sha256, published="2023-01")


def _measure(name: str, sources: list[Source], lexicon: Lexicon) -> _Timing:
    """Return what the sources took, each stage for itself, on one core."""
    documents: list[Document] = []
    facts = 0
    with _Clock() as cleaning:
        for source in sources:
            documents.append(clean_source(source))
    with _Clock() as figures:
        _each(documents, lambda d: _figures(d, lexicon))
    contexts = [make_context(document, lexicon, _AREA) for document in documents]
    with _Clock() as statements:
        for context in contexts:
            find_statements(context)
    del contexts
    with _Clock() as extraction:
        for document in documents:
            facts += len(extract_facts(document, lexicon, _AREA).facts)
    characters = sum(len(source.raw) for source in sources)
    seconds = (c.seconds for c in (cleaning, figures, statements, extraction))
    return _Timing(name, characters, facts, *seconds)


class _Clock:
    """Seconds of this process between entering and leaving."""

    seconds = 0.0

    def __enter__(self) -> _Clock:
        gc.collect()
        self._start = process_time()
        return self

    def __exit__(self, *_: object) -> None:
        self.seconds = process_time() - self._start


def _each(documents: list[Document], act: Callable[[Document], None]) -> None:
    for document in documents:
        act(document)


def _figures(document: Document, lexicon: Lexicon) -> None:
    context = make_context(document, lexicon, _AREA)
    reader = FigureReader(context)
    reader.read(find_quantities(context)[0])
    assemble_figures(context, reader.drafts)


def _speeds(row: _Timing) -> Iterator[float]:
    for seconds in (row.clean, row.figures, row.statements, row.extract):
        yield row.characters / max(seconds, 1e-9)


def _print(row: _Timing) -> None:
    speeds = "".join(f"{speed:>11,.0f}" for speed in _speeds(row))
    print(f"{row.name:24}{row.characters:>11,}{row.facts:>8,}{speeds}", flush=True)


def _print_growth(rows: list[_Timing]) -> None:
    """Print by how much slower a character gets as the text grows: 1.0 is even growth."""
    first, last = rows[0], rows[-1]
    print(f"{'(c) seconds a character,':24}", end="")
    print(f"{last.characters / first.characters:>10.0f}×{'':8}", end="")
    pairs = zip(_speeds(first), _speeds(last), strict=True)
    print("".join(f"{small / large:>10.2f}×" for small, large in pairs))


def _print_verdict(row: _Timing) -> None:
    speed = list(_speeds(row))[3]
    told = "reached" if speed >= _GOAL else "missed"
    print(f"extraction of {row.name}: {speed:,.0f} characters/s; goal {_GOAL:,}: {told}")


if __name__ == "__main__":
    sys.exit(main())
