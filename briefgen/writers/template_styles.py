"""The named styles of a template, resolved through everything they inherit.

Input: the parts of a .docx. Output: a `ParagraphFormat` for each style, and the same with a
paragraph's or a run's own formatting laid over it. It does not look at the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from briefgen.errors import DataError
from briefgen.writers.template_measures import (
    Grid,
    attributes,
    indents,
    read_grid,
    with_indent,
    with_spacing,
)
from briefgen.writers.template_model import FORMAT_NAMES, REFERENCE, Border, ParagraphFormat
from briefgen.writers.template_package import Package
from briefgen.writers.template_theme import read_bullets, theme_fonts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIDES = ("top", "bottom", "left", "right", "between")
_ALIGN = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
}
# what a style may set and the PDF cannot follow: refused by name rather than lost in silence
_REFUSED = {
    "u": "underlining",
    "strike": "strike-through",
    "dstrike": "strike-through",
    "caps": "capitals",
    "smallCaps": "small capitals",
    "highlight": "highlighting",
    "outline": "outlined letters",
    "shadow": "letter shadow",
    "emboss": "embossed letters",
    "imprint": "engraved letters",
    "vanish": "hidden text",
    "position": "raised or lowered letters",
    "w": "letter scaling",
    "em": "emphasis marks",
    "effect": "a text effect",
    "bdr": "a border or a tint around letters",
    "eastAsianLayout": "an East Asian text layout",
    "pageBreakBefore": "a page break before",
    "bidi": "right-to-left text",
    "contextualSpacing": "no space between paragraphs of one style",
    "textDirection": "a text direction",
    "suppressOverlap": "a frame",
}
_EFFECTS = "{http://schemas.microsoft.com/office/word/"  # newer than the standard: w14 and later
_LETTER_EFFECTS = (
    *("glow", "shadow", "reflection", "textOutline", "textFill", "scene3d", "props3d"),
)
_OFF = ("0", "false", "off", "none", "nil")
_LINES = ("single", "thick")


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of a template by id, its defaults and the fonts of its theme."""

    package: Package
    by_id: Mapping[str, etree._Element]
    defaults: etree._Element | None
    theme: Mapping[str, str]
    grid: Grid
    bullets: Mapping[str, str]
    adds_space: bool  # between paragraphs; Word takes the larger one unless its settings say so

    def find(self, name: str, kind: str = "paragraph") -> etree._Element | None:
        """Return the style that Word shows as `name`; capitals make no difference."""
        for style in self.by_id.values():
            if style.get(W + "type") == kind and _name(style).lower() == name.lower():
                return style
        return None

    def chain(self, style: etree._Element | None) -> list[etree._Element]:
        """Return a style and what it is based on, the furthest ancestor first."""
        chain: list[etree._Element] = []
        while style is not None and style not in chain:
            chain.insert(0, style)
            based = style.find(W + "basedOn")
            style = None if based is None else self.by_id.get(based.get(W + "val", ""))
        return chain


def read_styles(package: Package) -> Styles:
    """Return the styles of a template."""
    root = package.trees["word/styles.xml"]
    by_id = {style.get(W + "styleId", ""): style for style in root.iter(W + "style")}
    return Styles(
        package,
        by_id,
        root.find(W + "docDefaults"),
        theme_fonts(package),
        read_grid(package),
        read_bullets(package),
        _adds_space(package),
    )


def _adds_space(package: Package) -> bool:
    """Return whether the settings ask for the spacing of Word 97 (不使用HTML段落自动间距)."""
    settings = package.trees.get("word/settings.xml")
    compat = None if settings is None else settings.find(W + "compat")
    return compat is not None and bool(_switch(compat, "doNotUseHTMLParagraphAutoSpacing"))


def read_formats(styles: Styles) -> dict[str, ParagraphFormat]:
    """Return the documented styles, resolved; raise DataError where one is missing."""
    formats = {}
    for name in FORMAT_NAMES:
        style = styles.find(name)
        if style is None:
            raise DataError(
                f"the paragraph style “{name}” is missing",
                path=styles.package.path,
                hint="copy it from the standard style's brief.docx, or make a style of this name",
            )
        formats[name] = style_format(styles, style)
        if formats[name].at_foot:
            raise DataError(
                f"style “{name}” uses a frame, which the PDF cannot follow",
                path=styles.package.path,
                hint="only paragraphs below the body may stand in a frame",
            )
    reference = styles.find(REFERENCE, "character")
    if reference is None:
        raise DataError(
            f"the character style “{REFERENCE}” is missing",
            path=styles.package.path,
            hint="copy it from the standard style's brief.docx",
        )
    layers = _layers(styles, styles.chain(styles.find("Body Text")) + styles.chain(reference))
    formats[REFERENCE] = _format(styles, REFERENCE, layers, f"style “{REFERENCE}”")
    return formats


def style_format(styles: Styles, style: etree._Element) -> ParagraphFormat:
    """Return the resolved format of a paragraph style."""
    name = canonical(_name(style))
    return _format(styles, name, _layers(styles, styles.chain(style)), f"style “{name}”")


def paragraph_format(
    styles: Styles, style: etree._Element, own: etree._Element | None, where: str
) -> ParagraphFormat:
    """Return a paragraph's format: its style with its own `w:pPr` laid over it."""
    layers = _layers(styles, styles.chain(style))
    if own is not None:
        layers.append(_Layer(own, None))
    return _format(styles, canonical(_name(style)), layers, where)


def run_format(
    styles: Styles, above: ParagraphFormat, own: etree._Element | None, where: str
) -> ParagraphFormat:
    """Return the look of a run: its paragraph's format with its own `w:rPr` laid over it."""
    if own is None:
        return above
    layers = []
    ref = own.find(W + "rStyle")
    if ref is not None:
        for style in styles.chain(styles.by_id.get(ref.get(W + "val", ""))):
            layers.append(_Layer(None, style.find(W + "rPr")))
    layers.append(_Layer(None, own))
    made = above
    for layer in layers:
        _refuse(layer.run, where, styles)
        made = _with_run(made, layer.run, styles)
    return made


def canonical(name: str) -> str:
    """Return a style's name as the documentation writes it (Word stores `heading 1`)."""
    return next((known for known in FORMAT_NAMES if known.lower() == name.lower()), name)


@dataclass(frozen=True, slots=True)
class _Layer:
    paragraph: etree._Element | None
    run: etree._Element | None


_PLAIN = ParagraphFormat(
    name="",
    east_asian="",
    latin="Times New Roman",
    size_pt=10,
    bold=False,
    italic=False,
    colour="000000",
    align="left",
    space_before_pt=0,
    space_after_pt=0,
    line_pt=0,
    first_line_chars=0,
    left_pt=0,
    right_pt=0,
    hanging_pt=0,
    keep_with_next=False,
    shading=None,
    border_top=None,
    border_bottom=None,
    border_left=None,
    border_right=None,
)


def _layers(styles: Styles, chain: Iterable[etree._Element]) -> list[_Layer]:
    layers = []
    if styles.defaults is not None:
        layers.append(
            _Layer(
                styles.defaults.find(f"{W}pPrDefault/{W}pPr"),
                styles.defaults.find(f"{W}rPrDefault/{W}rPr"),
            )
        )
    return layers + [_Layer(style.find(W + "pPr"), style.find(W + "rPr")) for style in chain]


def _format(styles: Styles, name: str, layers: list[_Layer], where: str) -> ParagraphFormat:
    made = replace(
        _PLAIN, name=name, adds_space=styles.adds_space, char_grid_pt=styles.grid.char_pt
    )
    snaps = True
    spacing: dict[str, str] = {}
    indent: dict[str, str] = {}
    for layer in layers:
        _refuse(layer.paragraph, where, styles)
        _refuse(layer.run, where, styles)
        made = _with_run(made, layer.run, styles)
        made = _with_paragraph(made, layer.paragraph, where, styles)
        spacing |= attributes(layer.paragraph, "spacing")
        indent |= indents(layer.paragraph)
        switch = None if layer.paragraph is None else _switch(layer.paragraph, "snapToGrid")
        snaps = snaps if switch is None else switch
    if not made.east_asian:
        raise DataError(
            f"{where} names no East Asian font",
            path=styles.package.path,
            hint="choose a Chinese font for it in Word (Format > Font > 中文字体)",
        )
    return with_indent(with_spacing(made, spacing, styles.grid.line_pt, snaps=snaps), indent)


def _refuse(properties: etree._Element | None, where: str, styles: Styles) -> None:
    if properties is None:
        return
    for item in properties:
        tag = str(item.tag).removeprefix(W)
        if tag.startswith(_EFFECTS):
            tag = "effect" if etree.QName(item).localname in _LETTER_EFFECTS else tag
        if tag == "shd" and properties.tag == W + "rPr" and item.get(W + "fill", "auto") != "auto":
            tag = "bdr"
        if tag not in _REFUSED:
            continue
        value = item.get(W + "val", "1")
        harmless = value in _OFF or (tag == "w" and value == "100") or (tag == "em" and not value)
        if not harmless:
            raise DataError(
                f"{where} uses {_REFUSED[tag]}, which the PDF cannot follow",
                path=styles.package.path,
                hint="clear it in Word; docs/template.md lists what a style may set",
            )


def _with_run(made: ParagraphFormat, own: etree._Element | None, styles: Styles) -> ParagraphFormat:
    if own is None:
        return made
    fonts = own.find(W + "rFonts")
    if fonts is not None:
        latin = _font(fonts, "ascii", styles) or _font(fonts, "hAnsi", styles) or made.latin
        east = _font(fonts, "eastAsia", styles) or made.east_asian
        made = replace(made, latin=latin, east_asian=east)
    if size := _value(own, "sz"):
        made = replace(made, size_pt=int(size) / 2)
    if (bold := _switch(own, "b")) is not None:
        made = replace(made, bold=bold)
    if (italic := _switch(own, "i")) is not None:
        made = replace(made, italic=italic)
    colour = _value(own, "color")
    if colour:
        made = replace(made, colour="000000" if colour == "auto" else colour.upper())
    if spacing := _value(own, "spacing"):
        made = replace(made, letter_spacing_pt=int(spacing) / 20)
    if (snaps := _switch(own, "snapToGrid")) is not None:
        made = replace(made, char_grid_pt=styles.grid.char_pt if snaps else 0.0)
    if raised := _value(own, "vertAlign"):
        made = replace(made, raised=raised == "superscript")
    return made


def _with_paragraph(
    made: ParagraphFormat, own: etree._Element | None, where: str, styles: Styles
) -> ParagraphFormat:
    if own is None:
        return made
    if align := _value(own, "jc"):
        if align not in _ALIGN:
            raise DataError(
                f"{where} is aligned “{align}”, which the PDF cannot follow",
                path=styles.package.path,
                hint="align it left, centred, right or justified",
            )
        made = replace(made, align=_ALIGN[align])
    if (keep := _switch(own, "keepNext")) is not None:
        made = replace(made, keep_with_next=keep)
    frame = own.find(W + "framePr")
    if frame is not None:
        made = replace(made, at_foot=_is_at_foot(frame, where, styles))
    listed = own.find(f"{W}numPr/{W}numId")
    if listed is not None:
        made = replace(made, bullet=_bullet(listed.get(W + "val", "0"), where, styles))
    shade = own.find(W + "shd")
    if shade is not None:
        fill = shade.get(W + "fill", "auto")
        made = replace(made, shading=None if fill == "auto" else fill.upper())
    borders = own.find(W + "pBdr")
    if borders is not None:
        sides = {
            f"border_{side}": read_border(borders.find(W + side), where, styles) for side in _SIDES
        }
        made = replace(made, **sides)  # type: ignore[arg-type]
    return made


def _is_at_foot(frame: etree._Element, where: str, styles: Styles) -> bool:
    """Return True for a frame at the foot of the type area, the only one that is followed."""
    placed = tuple(frame.get(W + key) for key in ("vAnchor", "yAlign", "hAnchor", "xAlign"))
    if placed != ("margin", "bottom", "margin", "left"):
        raise DataError(
            f"{where} stands in a frame, which the PDF cannot follow",
            path=styles.package.path,
            hint="a frame may stand at the left and the bottom of the margins, below the body",
        )
    return True


def _bullet(number: str, where: str, styles: Styles) -> str | None:
    """Return the bullet of a list; None for number 0, which takes the list away again."""
    if number == "0":
        return None
    if number not in styles.bullets:
        raise DataError(
            f"{where} numbers its paragraphs, which the PDF cannot follow",
            path=styles.package.path,
            hint="use a bullet, or no list; style.toml can number the headings",
        )
    return styles.bullets[number]


def read_border(rule: etree._Element | None, where: str, styles: Styles) -> Border | None:
    """Return a rule of `w:pBdr` or of a table, None where there is none."""
    kind = "none" if rule is None else rule.get(W + "val", "none")
    if rule is None or kind in _OFF:
        return None
    if kind not in _LINES:
        raise DataError(
            f"{where} uses a rule of the kind {kind}, which the PDF cannot follow",
            path=styles.package.path,
            hint="choose a single line under 边框 (Borders)",
        )
    colour = rule.get(W + "color", "auto")
    width = int(rule.get(W + "sz", "4")) / 8
    return Border(
        width, "000000" if colour == "auto" else colour.upper(), int(rule.get(W + "space", "0"))
    )


def _value(own: etree._Element, name: str) -> str | None:
    item = own.find(W + name)
    return None if item is None else item.get(W + "val")


def _switch(own: etree._Element, name: str) -> bool | None:
    item = own.find(W + name)
    return None if item is None else item.get(W + "val", "1") not in _OFF


def _name(style: etree._Element) -> str:
    return _value(style, "name") or ""


def _font(fonts: etree._Element, slot: str, styles: Styles) -> str | None:
    """Return the font of a slot; a theme font wins over a named one, as in Word."""
    themed = styles.theme.get(fonts.get(f"{W}{slot}Theme", ""))
    return themed or fonts.get(W + slot)
