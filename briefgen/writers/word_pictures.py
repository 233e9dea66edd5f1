"""Pictures in the lines of a Word document: strokes beside a chart's PNG, room for a logo.

Input: an inline picture, and an SVG or the template's styles. Output: the picture with both, which
programs that know SVG show sharp at any size, or in a line as high as itself. It draws nothing.
"""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart
from docx.shared import Twips

from briefgen.writers.word_parts import Element

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_BLIP = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"  # of [MS-ODRAWXML] 2.3.1


def add_svg(document: DocumentPart, inline: Element, svg: bytes) -> None:
    """Set an SVG beside the PNG of an inline picture, in the way Word 2016 and later read it."""
    package = document.package
    taken = {str(part.partname) for part in package.iter_parts()}
    number = next(n for n in range(1, 10_000) if f"/word/media/chart{n}.svg" not in taken)
    part = Part(PackURI(f"/word/media/chart{number}.svg"), "image/svg+xml", svg, package)
    relation = document.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    (blip,) = inline.iter(f"{{{_A}}}blip")
    blip.append(
        parse_xml(
            f'<a:extLst xmlns:a="{_A}"><a:ext uri="{_SVG_BLIP}"><asvg:svgBlip xmlns:asvg="{_SVG}" '
            f'xmlns:r="{_R}" r:embed="{relation}"/></a:ext></a:extLst>'
        )
    )


def give_room(root: Element, document: Document) -> None:
    """Let lines of an exact pitch grow with the template's pictures, which Word would cut off.

    Distances that are not given are none: LibreOffice takes 9 points and moves the words.
    """
    for inline in root.iter(qn("wp:inline")):
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, inline.get(side, "0"))
        place = next(inline.iterancestors(qn("w:p")))
        pitch, rule = _spacing(place, document)
        if rule == "exact" and int(inline.extent.cy) / Twips(1) > int(pitch):
            spacing = place.get_or_add_pPr().get_or_add_spacing()
            spacing.set(qn("w:line"), pitch)
            spacing.set(qn("w:lineRule"), "atLeast")


def _spacing(place: Element, document: Document) -> tuple[str, str]:
    """Return the pitch of a paragraph's lines in twips and how it is meant."""
    layers, style = [place.pPr], place.style
    while style is not None:
        known = document.styles.element.get_by_id(style)
        layers.append(None if known is None else known.pPr)
        style = None if known is None or known.basedOn is None else known.basedOn.val
    given = [layer.spacing for layer in layers if layer is not None and layer.spacing is not None]
    pitched = next((space for space in given if space.get(qn("w:line"))), None)
    if pitched is None:
        return "240", "auto"
    return str(pitched.get(qn("w:line"))), str(pitched.get(qn("w:lineRule"), "auto"))
