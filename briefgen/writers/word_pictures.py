"""A picture as strokes beside its PNG: programs that know SVG show it sharp at any size.

Input: an inline picture of python-docx and an SVG. Output: the picture with both. It draws nothing.
"""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart

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
