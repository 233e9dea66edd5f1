"""What a PDF says of itself, as XMP.

Input: title, author and the like. Output: an XMP packet that names PDF/A-3a and PDF/UA-1. It knows
no PDF object.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

DATE = "D:20000101000000+00'00'"  # of every file: a run's time would make two runs differ
_XMP_DATE = "2000-01-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself; what was not given is empty and is not said."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    language: str
    producer: str


def xmp_packet(about: About) -> bytes:
    """Return the metadata of a file in XMP, UTF-8."""
    said = [
        "<dc:format>application/pdf</dc:format>",
        _language_alternatives("dc:title", about.title),
        _list("dc:creator", "Seq", [about.author]),
        _language_alternatives("dc:description", about.subject),
        _list("dc:subject", "Bag", about.keywords),
        _list("dc:language", "Bag", [about.language]),
        _plain("pdf:Keywords", "；".join(about.keywords)),
        _plain("pdf:Producer", about.producer),
        _plain("xmp:CreatorTool", about.producer),
        _plain("xmp:CreateDate", _XMP_DATE),
        _plain("xmp:ModifyDate", _XMP_DATE),
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ]
    return _PACKET.format("\n".join(part for part in said if part)).encode("utf-8")


def _plain(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _list(name: str, kind: str, texts: Sequence[str]) -> str:
    items = "".join(f"<rdf:li>{escape(text)}</rdf:li>" for text in texts if text)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def _language_alternatives(name: str, text: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{escape(text)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>" if text else ""


# PDF/A knows no pdfuaid: a file that uses it has to explain it (ISO 19005-3, 6.6.2.3)
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{}
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
