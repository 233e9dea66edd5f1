"""A drawn chart as an SVG file: the same strokes as the PDF has, and text that stays text.

Input: recorded marks in points from the lower left. Output: bytes that refer to nothing outside the
file. It draws nothing anew and embeds no font: each word is told its width, so that another font
does not make it longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree

from briefgen.chart import Colour, Stroke, Words
from briefgen.charts.letters import width
from briefgen.fonts import face

_SPACE = "http://www.w3.org/2000/svg"
# what stands in for our faces on other machines
_FAMILIES = {
    "serif": "'Noto Serif SC', 'Source Han Serif SC', SimSun, serif",
    "sans": "'Noto Sans SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif",
    "kai": "'Briefgen Kai', KaiTi, STKaiti, serif",
    "fang": "'Briefgen Fang', FangSong, STFangsong, serif",
}


def svg_bytes(
    marks: Iterable[Stroke | Words], size: tuple[float, float], title: str, described: str
) -> bytes:
    """Return the marks as an SVG of `size` points on white, with title and description."""
    wide, high = (_number(side) for side in size)
    root = ElementTree.Element(
        "svg",
        {
            "xmlns": _SPACE,
            "width": f"{wide}pt",
            "height": f"{high}pt",
            "viewBox": f"0 0 {wide} {high}",
            "role": "img",
        },
    )
    ElementTree.SubElement(root, "title").text = title
    ElementTree.SubElement(root, "desc").text = described
    ElementTree.SubElement(root, "rect", {"width": wide, "height": high, "fill": "#ffffff"})
    for number, mark in enumerate(marks):
        if isinstance(mark, Words):
            root.append(_words(mark, size[1]))
        else:
            root.extend(_stroke(mark, size[1], f"clip{number}"))
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _words(mark: Words, height: float) -> ElementTree.Element:
    known = face(mark.face)
    x, y = _number(mark.x), _number(height - mark.y)
    look = {
        "x": x,
        "y": y,
        "font-family": _FAMILIES[mark.face.removesuffix("-bold")],
        "font-size": _number(mark.size),
        "fill": _colour(mark.colour),
        "textLength": _number(width(mark.text, mark.face, mark.size)),
        "lengthAdjust": "spacingAndGlyphs",
        "xml:space": "preserve",
    }
    if known.bold:
        look["font-weight"] = "bold"
    if mark.angle:
        look["transform"] = f"rotate({_number(-mark.angle)} {x} {y})"
    made = ElementTree.Element("text", look)
    made.text = mark.text
    return made


def _stroke(mark: Stroke, height: float, clip: str) -> Iterator[ElementTree.Element]:
    look = {
        "d": " ".join(_segment(code, points, height) for code, points in mark.path),
        "fill": "none" if mark.fill is None else _colour(mark.fill),
    }
    if mark.line is not None:
        look |= {"stroke": _colour(mark.line), "stroke-width": _number(mark.width)}
        if mark.dash:
            look["stroke-dasharray"] = " ".join(_number(d) for d in mark.dash)
    if mark.alpha != 1.0:
        look["opacity"] = _number(mark.alpha)
    if mark.clip is not None:
        x, y, wide, high = mark.clip
        box = ElementTree.Element("clipPath", {"id": clip})
        sides = (("x", x), ("y", height - y - high), ("width", wide), ("height", high))
        ElementTree.SubElement(box, "rect", {name: _number(side) for name, side in sides})
        look["clip-path"] = f"url(#{clip})"
        yield box
    yield ElementTree.Element("path", look)


def _segment(code: str, points: Sequence[float], height: float) -> str:
    flipped = [p if at % 2 == 0 else height - p for at, p in enumerate(points)]
    return code + " ".join(_number(p) for p in flipped)


def _colour(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _number(value: float) -> str:
    """Return a length with at most three decimals, and no more than it needs."""
    return f"{value + 0.0:.3f}".rstrip("0").rstrip(".") or "0"
