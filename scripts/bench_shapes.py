"""Whether the time of extraction grows evenly with a text, whatever its shape.

Input: none: texts that this script makes up, each of one shape and no name told twice on purpose
(one endless line, no full stop, many firms, speakers, headings …). Output: a table of characters a
second of a short and of a longer text of each shape, and by how much slower a character got: a rule
that looks through all that stands before it shows there. It judges nothing and keeps nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from random import Random
from time import process_time

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract import extract_facts
from briefgen.lexicon import Lexicon, load_lexicon

_AREA = Area("清河区", ("清河",), "江州市", ("柳岸镇", "云台村"))
_CHARACTERS = (
    "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结霜金生丽水玉"
)


class _Words:
    """Sentences with names and numbers that change."""

    def __init__(self) -> None:
        self._random = Random(5)

    def name(self, length: int = 2) -> str:
        return "".join(self._random.choices(_CHARACTERS, k=length))

    def number(self, most: int = 999) -> int:
        return self._random.randint(2, most)

    def sentence(self) -> str:
        name, number = self.name, self.number()
        return self._random.choice(
            (
                f"2022年，全区{name()}企业达{number}家，{name()}产业园建成投用，获评国家级示范基地。",
                f"{name()}镇{name()}村修建便民路{number}公里，带动{number}户村民增收。",
                f"今年以来，累计投入{number}万元，新增{name()}车位{number}个，同比增长8.6%。",
                f"下一步，将加快建设{name()}大桥，力争2025年建成通车。",
                f"但是，{name()}产业还存在规模不大、链条不长等问题。",
                f"{name(3)}科技有限公司实现营业收入{number}亿元，公司研发投入占比5.8%。",
                f"该村党支部书记{name(3)}介绍，目前种植{name()}{number}亩。",
                f"春节期间，全区接待游客{number}万人次，旅游收入{number}万元。",
            )
        )

    def sentences(self, count: int = 6) -> str:
        return "".join(self.sentence() for _ in range(count))


def _shapes(words: _Words) -> dict[str, Callable[[], str]]:
    """Return, by name, what makes one piece of a text; pieces follow each other to its end."""
    name, number, some = words.name, words.number, words.sentences
    return {
        "articles": lambda: f"{name(4)}再上新台阶\n本报记者 {name(3)}\n{some()}\n{some()}\n\n",
        "one line": some,
        "no full stop": lambda: some().replace("。", "，"),
        "semicolons": lambda: some().replace("。", "；"),
        "dates": lambda: f"{2010 + number(9)}年{number(12)}月，{name()}项目开工；",
        "villages": lambda: f"{name()}镇{name()}村有{number()}户。该村发展{name()}，该镇建库3座。",
        "firms": lambda: (
            f"{name(3)}科技有限公司成立。公司产值{number()}亿元，企业员工{number()}人。"
        ),
        "speakers": lambda: f"“{some(1)}”{name()}局局长{name(3)}说，{some(1)}他表示，{some(1)}\n",
        "headings": lambda: f"一、{2010 + number(9)}年{name(4)}回顾\n（一）{name(6)}\n{some(2)}\n",
        "lists": lambda: f"●{name(4)}{number()}家\n①{name(3)}项目{number()}个\n",
        "holidays": lambda: f"国庆假期，接待游客{number()}万人次。春节期间，收入{number()}万元。",
        "five years": lambda: f"过去五年，{some(3)}累计完成投资{number()}亿元。",
        "open quotes": lambda: f"“{some(1)}",
        "open brackets": lambda: f"（{some(1)}",
    }


def _text(piece: Callable[[], str], characters: int) -> str:
    parts: list[str] = []
    while characters > 0:
        parts.append(piece())
        characters -= len(parts[-1])
    return "".join(parts)


def _speed(text: str, lexicon: Lexicon) -> float:
    """Return the characters a second of extraction, on one core."""
    document = clean_source(Source("x.txt", text, "", published="2023-01"))
    start = process_time()
    extract_facts(document, lexicon, _AREA)
    return len(text) / max(process_time() - start, 1e-9)


def main() -> int:
    """Measure, print the table, and return 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--least", type=int, default=20_000, help="characters of the short text")
    parser.add_argument("--times", type=int, default=8, help="the longer text is so much longer")
    options = parser.parse_args()
    lexicon, shapes = load_lexicon(), _shapes(_Words())
    _speed(_text(shapes["articles"], options.least), lexicon)  # warm-up
    print(f"{'characters/s of a text':24}{'short':>11}{f'{options.times}× longer':>13}  slower by")
    for shape, piece in shapes.items():
        short, longer = (
            _speed(_text(piece, options.least * times), lexicon) for times in (1, options.times)
        )
        print(f"{shape:24}{short:>11,.0f}{longer:>13,.0f}{short / longer:>10.2f}×", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
