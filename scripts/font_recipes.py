"""What the packaged fonts are made of: packages, names, licences, and the characters to keep.

Input: nothing. Output: constants for make_fonts.py. It does not fetch or change anything.
"""

from __future__ import annotations

from dataclasses import dataclass

# When the cuts were made: the fonts' own date, so that the same input gives the same bytes, and the
# date that the GPL asks for beside a changed file.
CUT_ON = "2026-11-20"
CUT_AT = "Fri Nov 20 00:00:00 2026"


@dataclass(frozen=True, slots=True)
class Package:
    """An archive of a public registry, with the hash of the bytes that the fonts were made from."""

    registry: str
    name: str
    version: str
    archive: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Cut:
    """One packaged font: where its outlines come from and what it is called here."""

    file: str
    package: Package
    member: str
    family: str
    bold: bool
    licence: str
    copyright: str


SERIF = Package(
    "npm",
    "@expo-google-fonts/noto-serif-sc",
    "0.4.3",
    "expo-google-fonts-noto-serif-sc-0.4.3.tgz",
    "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
)
SANS = Package(
    "npm",
    "@expo-google-fonts/noto-sans-sc",
    "0.4.3",
    "expo-google-fonts-noto-sans-sc-0.4.3.tgz",
    "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
)
WENKAI = Package(
    "Debian",
    "fonts-lxgw-wenkai",
    "1.250+repack-1",
    "fonts-lxgw-wenkai_1.250+repack-1_all.deb",
    "6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318",
)
FANDOL = Package(
    "Debian",
    "texlive-lang-chinese",
    "2022.20230122-1",
    "texlive-lang-chinese_2022.20230122-1_all.deb",
    "9cfa07bd44e7b9098e26f0ecac1b5ad210d2249d474c8074d53de92d650b0ec0",
)
UNIHAN = Package(
    "Debian",
    "unicode-data",
    "15.0.0-1",
    "unicode-data_15.0.0-1_all.deb",
    "5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc",
)
PACKAGES = (SERIF, SANS, WENKAI, FANDOL, UNIHAN)

WENKAI_TTF = "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
WENKAI_TERMS = "usr/share/doc/fonts-lxgw-wenkai/copyright"
FANDOL_OTF = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf"
FANDOL_TERMS = "usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz"
_NOTO_SERIF = "(c) 2017-2024 Adobe (http://www.adobe.com/)."
_NOTO_SANS = "(c) 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'."
_WENKAI = (
    "Copyright 2021-2023 LXGW (https://github.com/lxgw/LxgwWenKai), with Reserved Font Names "
    '"霞鹜" and "LXGW". Copyright 2020 The Klee Project Authors '
    "(https://github.com/fontworks-fonts/Klee)"
)
_FANDOL = "Copyright (c) 2012-2013, the Fandol team (Clerk Ma, Jie Su)."
OFL = "SIL Open Font License 1.1"
GPL = "GNU GPL 3 with font exception"

# 'Source' is the only name reserved for Noto, so its cuts keep theirs; WenKai reserves "LXGW", and
# the Fandol team's name stands for the Fandol team's outlines: those two cuts are renamed.
CUTS = (
    Cut(
        "NotoSerifSC-Regular.ttf",
        SERIF,
        "package/400Regular/NotoSerifSC_400Regular.ttf",
        "Noto Serif SC",
        False,
        OFL,
        _NOTO_SERIF,
    ),
    Cut(
        "NotoSerifSC-Bold.ttf",
        SERIF,
        "package/700Bold/NotoSerifSC_700Bold.ttf",
        "Noto Serif SC",
        True,
        OFL,
        _NOTO_SERIF,
    ),
    Cut(
        "NotoSansSC-Regular.ttf",
        SANS,
        "package/400Regular/NotoSansSC_400Regular.ttf",
        "Noto Sans SC",
        False,
        OFL,
        _NOTO_SANS,
    ),
    Cut(
        "NotoSansSC-Bold.ttf",
        SANS,
        "package/700Bold/NotoSansSC_700Bold.ttf",
        "Noto Sans SC",
        True,
        OFL,
        _NOTO_SANS,
    ),
    Cut("BriefgenKai-Regular.ttf", WENKAI, WENKAI_TTF, "Briefgen Kai", False, OFL, _WENKAI),
    Cut("BriefgenFang-Regular.ttf", FANDOL, FANDOL_OTF, "Briefgen Fang", False, GPL, _FANDOL),
)

# Everything but the Chinese characters, as ranges of code points; what a font lacks is skipped.
# Not here on purpose: the radicals of U+2E80–2FDF and the compatibility ideographs of U+F900–FAFF
# share glyphs with plain characters (⻓ with 长), and a shaper may put the wrong one into the text.
SYMBOLS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
    (0x01CD, 0x01DC),  # pinyin: ǎ ǐ ǒ ǔ ǖ
    (0x01F8, 0x01F9),
    (0x0251, 0x0251),
    (0x0261, 0x0261),
    (0x02C7, 0x02CB),
    (0x02D9, 0x02D9),
    (0x0391, 0x03C9),  # Greek
    (0x0401, 0x0401),
    (0x0410, 0x0451),  # Cyrillic
    (0x1E3E, 0x1E3F),
    (0x2010, 0x205E),  # general punctuation: – — ‘ ’ “ ” • … ‰ ※
    (0x2070, 0x209F),  # superscripts, subscripts: PM₂.₅
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x218F),  # ℃ № ™ ⅓ Ⅳ
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # ≈ ≤ ≥ ∼ − √
    (0x2312, 0x2312),
    (0x2460, 0x24FF),  # ① ⑴ ⒈ Ⓐ
    (0x2500, 0x25FF),  # box drawing, blocks, ■ □ ▲ ● ○ ◎ ◆
    (0x2600, 0x2606),
    (0x2609, 0x2613),
    (0x2640, 0x2642),
    (0x2660, 0x266F),
    (0x2713, 0x2718),  # ✓ ✗
    (0x2776, 0x2793),  # ❶
    (0x3000, 0x3037),  # CJK punctuation, 〇 〓
    (0x3041, 0x30FF),  # kana: in GB2312
    (0x3105, 0x312F),
    (0x3220, 0x3243),  # ㈠
    (0x3280, 0x32B0),  # ㊀ ㊣
    (0x3371, 0x33DF),  # ㎏ ㎡ ㎜ ㏑
    (0xFE50, 0xFE6B),
    (0xFF01, 0xFF60),  # full-width forms
    (0xFFE0, 0xFFE6),
)
# What a source draws wrongly, found by looking at each of its signs: FandolFang's ￥ is a dollar
# sign, its ™ a speck, and its full-width － ． ～ ￣ are the narrow ones. Another face draws them.
MISDRAWN = {"Briefgen Fang": frozenset(map(ord, "￥™－．～￣"))}
# Format characters draw nothing; a combining mark without layout tables stands beside its letter.
UNDRAWN = ("Cc", "Cf", "Mn", "Me", "Zl", "Zp")
# Spaces in thousandths of an em; figure and punctuation space are as wide as a digit and a point.
SPACES = {
    0x2000: 500, 0x2001: 1000, 0x2002: 500, 0x2003: 1000, 0x2004: 333, 0x2005: 250, 0x2006: 167,
    0x2007: "zero", 0x2008: "period", 0x2009: 200, 0x200A: 100, 0x202F: 200, 0x205F: 222,
    0x3000: 1000,
}  # fmt: skip
# Missing code points that another glyph of the same font draws rightly.
SAME_GLYPH = {0x00A0: 0x0020, 0x2010: 0x002D, 0x2011: 0x002D, 0x2015: 0x2014}

README = """# The packaged fonts

Made by `scripts/make_fonts.py` on {date}; `make_fonts.py --check` makes them again and compares.

| File | Family | From | Characters | Bytes | Licence |
|---|---|---|---:|---:|---|
{rows}

Each is cut to GB2312, the 8,105 characters of 通用规范汉字表 (Unihan's kTGH, {unihan}),
Latin, pinyin, Greek, Cyrillic, kana, and the punctuation, signs and units of Chinese office text,
as far as its source has them. Hinting, layout tables and vertical metrics are dropped. Spaces of
every width and small digits (₂, ⁸) are added, and Noto's em dash is stretched to the whole em, so
that —— has no gap. Radicals (⻓) and compatibility ideographs are left out: they share outlines
with plain characters, and text copied from a PDF would then hold the wrong ones.

- Noto reserves no name but 'Source', so its cuts are called Noto. LXGW WenKai reserves "LXGW" and
  "霞鹜": its cut is called Briefgen Kai. FandolFang's outlines are turned from cubic to quadratic
  curves (at most 1 unit of 1,000 away); that cut is called Briefgen Fang.
- Briefgen Fang is under the GNU GPL 3 with the font exception, which this cut keeps: a document
  that embeds the font does not come under the GPL by that. Its source is the font named above and
  the script. The font lies beside the program; it is not part of it.
- Briefgen Fang has GB2312's Chinese characters and no more; other characters of a 仿宋 paragraph
  are drawn in Noto Serif SC. So are the six signs that FandolFang draws wrongly: its ￥ is a $.
- Kai and Fang have no bold: their regular face stands for it.

sha256:

```
{sums}
```
"""
