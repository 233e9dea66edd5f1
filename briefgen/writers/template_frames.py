"""The frame at the foot of a page as LibreOffice saves it, put back as Word writes it.

Input: the body of a template. Output: the same body. LibreOffice gives a frame the height and the
place that it had when it was saved, out of the schema's order: with another brief's words in it the
frame would hang above the foot. It touches no frame that stands elsewhere.
"""

from __future__ import annotations

from lxml import etree

from briefgen.writers.template_styles import W

_NEAR = 40  # twips: LibreOffice rounds to hundredths of a millimetre
_AT_FOOT = {"vAnchor": "margin", "hAnchor": "margin", "xAlign": "left", "yAlign": "bottom"}
_KEPT = ("w", "wrap")
_BEFORE = [W + name for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore")]


def mend_frames(document: etree._Element) -> bool:
    """Align frames that end where the type area ends to its foot; return whether there was one."""
    found = [frame for frame in document.iter(W + "framePr") if _ends_at_foot(frame, document)]
    for frame in found:
        _align(frame)
    return bool(found)


def _ends_at_foot(frame: etree._Element, document: etree._Element) -> bool:
    """Return whether a frame of fixed place stands at the left and the bottom of the margins."""
    size = next(document.iter(W + "pgSz"), None)
    margin = next(document.iter(W + "pgMar"), None)
    anchors = (frame.get(W + "vAnchor"), frame.get(W + "hAnchor"))
    aligned = frame.get(W + "xAlign") or frame.get(W + "yAlign")
    if size is None or margin is None or aligned or anchors != ("margin", "margin"):
        return False
    high = _twips(size, "h") - _twips(margin, "top") - _twips(margin, "bottom")
    low = _twips(frame, "y") + _twips(frame, "h")
    return abs(_twips(frame, "x")) < _NEAR and abs(low - high) < _NEAR


def _twips(item: etree._Element, name: str) -> int:
    return int(item.get(W + name, "0"))


def _align(frame: etree._Element) -> None:
    for name in [str(key) for key in frame.attrib]:
        if name.removeprefix(W) not in _KEPT:
            del frame.attrib[name]
    for name, value in _AT_FOOT.items():
        frame.set(W + name, value)
    look = frame.getparent()
    if look is None:
        return
    look.insert(sum(item.tag in _BEFORE for item in look), frame)
    rules = look.findall(W + "pBdr")
    for own in rules[:-1]:  # those of the frame follow the paragraph's, which it took away
        look.replace(own, rules[-1])
