"""The first templates/standard/brief.docx, written part by part.

Input: the looks below. Output: a Word template. It is needed once: afterwards a person opens the
file in Word and changes it there, and running this again would undo that.

    python scripts/make_template.py templates/standard/brief.docx
"""

from __future__ import annotations

import sys
from pathlib import Path

from template_looks import BLUE, HEI, INK, LOOKS, RULE, SLATE, SONG, TINT, Look

from briefgen.writers.package import CONTENT_TYPES, pack

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def twips(points: float) -> int:
    """Return points in twips."""
    return round(points * 20)


def fonts_xml(fonts: tuple[str, str]) -> str:
    """Return the font element with all slots named, the East Asian one too."""
    east, latin = fonts
    slots = f'w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"'
    return f"<w:rFonts {slots}/>"


def run_xml(look: Look) -> str:
    """Return the character properties of a style, in the order of the schema."""
    half = round(look.size * 2)
    weight = "<w:b/><w:bCs/>" if look.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    return (
        f"<w:rPr>{fonts_xml(look.fonts)}{weight}"
        f'<w:color w:val="{look.colour}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
    )


def paragraph_xml(look: Look) -> str:
    """Return the paragraph properties of a style, in the order of the schema."""
    parts = []
    if look.keep_next:
        parts.append("<w:keepNext/>")
    if look.keep_lines:
        parts.append("<w:keepLines/>")
    parts.append("<w:widowControl/>")
    if look.listed:
        parts.append('<w:numPr><w:numId w:val="1"/></w:numPr>')
    if look.sides:
        rules = "".join(
            f'<w:{s.name} w:val="single" w:sz="{s.eighths}" w:space="{s.space}" '
            f'w:color="{s.colour}"/>'
            for s in look.sides
        )
        parts.append(f"<w:pBdr>{rules}</w:pBdr>")
    if look.shade:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{look.shade}"/>')
    if look.tabs:
        stops = "".join(f'<w:tab w:val="{kind}" w:pos="{at}"/>' for kind, at in look.tabs)
        parts.append(f"<w:tabs>{stops}</w:tabs>")
    parts.append('<w:snapToGrid w:val="0"/>')
    parts.append(
        f'<w:spacing w:before="{twips(look.before)}" w:after="{twips(look.after)}" '
        f'w:line="{twips(look.pitch)}" w:lineRule="exact"/>'
    )
    parts.append(indent_xml(look))
    parts.append(f'<w:jc w:val="{look.align}"/>')
    if look.outline is not None:
        parts.append(f'<w:outlineLvl w:val="{look.outline}"/>')
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def indent_xml(look: Look) -> str:
    """Return the indents: the first line's in characters, so that it follows a change of size."""
    if look.hanging:
        first = f'w:hanging="{twips(look.hanging)}"'
    else:
        first = (
            f'w:firstLineChars="{round(look.first_chars * 100)}" '
            f'w:firstLine="{twips(look.first_chars * look.size)}"'
        )
    return f'<w:ind w:left="{twips(look.left)}" w:right="{twips(look.right)}" {first}/>'


def style_id(name: str) -> str:
    """Return the id of a style: Word knows its own styles by name, not by id."""
    return name.title().replace(" ", "")


def style_xml(look: Look) -> str:
    """Return a paragraph style."""
    custom = look.name not in (
        "Title", "heading 1", "heading 2", "Body Text", "List Bullet", "header", "footer"
    )  # fmt: skip
    following = {"Title": "Coverage", "heading 1": "Body Text", "heading 2": "Body Text"}
    own = ' w:customStyle="1"' if custom else ""
    after = style_id(following.get(look.name, look.name))
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style_id(look.name)}">'
        f'<w:name w:val="{look.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{after}"/><w:qFormat/>'
        f"{paragraph_xml(look)}{run_xml(look)}</w:style>"
    )


def styles_xml() -> str:
    """Return word/styles.xml."""
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts_xml(SONG)}"
        f'<w:sz w:val="21"/><w:szCs w:val="21"/>{language}</w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:rPr>{fonts_xml(SONG)}</w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    reference = (
        '<w:style w:type="character" w:customStyle="1" w:styleId="Reference">'
        '<w:name w:val="Reference"/><w:qFormat/><w:rPr>'
        f'{fonts_xml(HEI)}<w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="5B7A99"/>'
        '<w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
    )
    body = "".join(style_xml(look) for look in LOOKS)
    return (
        f"{HEAD}<w:styles {NAMESPACES}>{defaults}{normal}{body}{reference}{tables_xml()}</w:styles>"
    )


def tables_xml() -> str:
    """Return the two table styles: Word's plain one, and that of data tables."""
    margins = (
        '<w:tblCellMar><w:top w:w="{0}" w:type="dxa"/><w:left w:w="{1}" w:type="dxa"/>'
        '<w:bottom w:w="{0}" w:type="dxa"/><w:right w:w="{1}" w:type="dxa"/></w:tblCellMar>'
    )

    def rule(side: str, eighths: int, colour: str) -> str:
        return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'

    rules = rule("top", 12, BLUE) + rule("bottom", 12, BLUE) + rule("insideH", 4, RULE)
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        f'<w:tblInd w:w="0" w:type="dxa"/>{margins.format(0, 108)}</w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="BriefTable">'
        '<w:name w:val="Brief Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>'
        f"<w:tblBorders>{rules}</w:tblBorders>{margins.format(40, 80)}</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f"{rule('bottom', 6, BLUE)}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr></w:style>'
    )


def text_run(text: str, colour: str = "", size: float = 0, plain: bool = False) -> str:
    """Return a run of words, with a colour, a size and a weight of its own where given."""
    own = '<w:b w:val="0"/><w:bCs w:val="0"/>' if plain else ""
    own += f'<w:color w:val="{colour}"/>' if colour else ""
    own += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    look = f"<w:rPr>{own}</w:rPr>" if own else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field_run(name: str) -> str:
    """Return a field with a cached result."""
    kinds = [f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")]
    instruction = f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
    return f"{kinds[0]}{instruction}{kinds[1]}<w:r><w:t>1</w:t></w:r>{kinds[2]}"


def paragraph(style: str, *runs: str) -> str:
    """Return a paragraph of a named style."""
    look = f'<w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>'
    return f"<w:p>{look}{''.join(runs)}</w:p>"


TAB = "<w:r><w:tab/></w:r>"


def document_xml() -> str:
    """Return word/document.xml: masthead, title, the place of the body, the sheet."""
    theme = text_run("{{ brief.theme }}", BLUE, 10.5)
    maker = (
        "{{ masthead.organ }}"
        "{% if masthead.editor %}\u3000{% if brief.english %}Editor: {% else %}编辑：{% endif %}"
        "{{ masthead.editor }}{% endif %}"
        "{% if masthead.date %}\u3000{{ masthead.date }}{% endif %}"
    )
    number = text_run("{{ masthead.number }}", SLATE, 10.5, plain=True)
    body = (
        paragraph("Masthead Name", text_run("{{ masthead.name }}"), TAB, number),
        paragraph("Masthead Line", theme, TAB, text_run(maker)),
        paragraph("Title", text_run("{{ brief.title }}")),
        paragraph("Coverage", text_run("{{ brief.coverage }}")),
        paragraph("Body Text", text_run("{{ body }}")),
    )
    references = "".join(
        f'<w:{kind}Reference w:type="{page}" r:id="{kind}{page}"/>'
        for page in ("default", "first")
        for kind in ("header", "footer")
    )
    section = (
        f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1191" w:right="1304" w:bottom="1191" w:left="1304" w:header="680" '
        'w:footer="624" w:gutter="0"/><w:cols w:space="425"/><w:titlePg/></w:sectPr>'
    )
    return f"{HEAD}<w:document {NAMESPACES}><w:body>{''.join(body)}{section}</w:body></w:document>"


def furniture() -> dict[str, str]:
    """Return the headers and footers: the first page has its masthead instead of a header."""
    page = (
        text_run("{% if brief.english %}Page {% else %}第 {% endif %}"),
        field_run("PAGE"),
        text_run("{% if brief.english %} of {% else %} 页　共 {% endif %}"),
        field_run("NUMPAGES"),
        text_run("{% if brief.english %}{% else %} 页{% endif %}"),
    )
    running = (
        text_run("{{ masthead.name }}{% if brief.theme %} · {{ brief.theme }}{% endif %}"),
        TAB,
        text_run("{{ masthead.number }}"),
    )
    footer = f"{HEAD}<w:ftr {NAMESPACES}>{paragraph('footer', *page)}</w:ftr>"
    bare = '<w:pPr><w:pStyle w:val="Header"/><w:pBdr><w:bottom w:val="nil"/></w:pBdr></w:pPr>'
    empty = f"<w:p>{bare}</w:p>"
    return {
        "headerdefault": f"{HEAD}<w:hdr {NAMESPACES}>{paragraph('header', *running)}</w:hdr>",
        "headerfirst": f"{HEAD}<w:hdr {NAMESPACES}>{empty}</w:hdr>",
        "footerdefault": footer,
        "footerfirst": footer,
    }


def numbering_xml() -> str:
    """Return word/numbering.xml: the bullet of List Bullet."""
    return (
        f"{HEAD}<w:numbering {NAMESPACES}>"
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        '<w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="300" w:hanging="300"/></w:pPr>'
        f"<w:rPr>{fonts_xml(('黑体', 'Arial'))}"
        f'<w:color w:val="{BLUE}"/></w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def settings_xml() -> str:
    """Return word/settings.xml: the mode of Word 2013 and later, no prompt of any kind."""
    mode = "http://schemas.microsoft.com/office/word"
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        f'w:uri="{mode}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def font_table_xml() -> str:
    """Return word/fontTable.xml: the fonts that the styles name."""
    rows = "".join(
        f'<w:font w:name="{name}"><w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/></w:font>'
        for name, charset, family in (
            ("宋体", "86", "auto"),
            ("黑体", "86", "modern"),
            ("Times New Roman", "00", "roman"),
            ("Arial", "00", "swiss"),
        )
    )
    return f"{HEAD}<w:fonts {NAMESPACES}>{rows}</w:fonts>"


def theme_xml() -> str:
    """Return word/theme/theme1.xml: the brief's colours and fonts, for Word's own menus."""
    slots = {"dk1": INK, "lt1": "FFFFFF", "dk2": SLATE, "lt2": TINT, "accent1": BLUE}
    slots |= {"accent2": "28A197", "accent3": "801650", "accent4": "F46A25", "accent5": "3D3D3D"}
    slots |= {"accent6": "A285D1", "hlink": BLUE, "folHlink": "801650"}
    colours = "".join(f'<a:{s}><a:srgbClr val="{c}"/></a:{s}>' for s, c in slots.items())
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{latin}"/><a:ea typeface="{east}"/>'
        f'<a:cs typeface=""/></a:{kind}Font>'
        for kind, (east, latin) in (("major", HEI), ("minor", SONG))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    lists = (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}"
        "</a:bgFillStyleLst>"
    )
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="Brief"><a:themeElements><a:clrScheme name="Brief">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Brief">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Brief">{lists}</a:fmtScheme></a:themeElements></a:theme>'
    )


def relations(rows: list[tuple[str, str, str]]) -> str:
    """Return a relationships part from ids, kinds and targets."""
    body = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, kind, target in rows
    )
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{uri}">{body}</Relationships>'


def template_parts() -> dict[str, bytes]:
    """Return all parts of the template by name."""
    named = {
        "document": (document_xml(), "document.main"),
        "styles": (styles_xml(), "styles"),
        "numbering": (numbering_xml(), "numbering"),
        "settings": (settings_xml(), "settings"),
        "fontTable": (font_table_xml(), "fontTable"),
    }
    named |= {name: (xml, name[:6]) for name, xml in furniture().items()}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.{kind}+xml"/>'
        for name, (_, kind) in named.items()
    )
    theme = "application/vnd.openxmlformats-officedocument.theme+xml"
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    types = (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{overrides}<Override PartName="/word/theme/theme1.xml" ContentType="{theme}"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )
    inner = [
        (name, f"{OFFICE}/relationships/{name[:6] if name[:6] in KINDS else name}", f"{name}.xml")
        for name in named
        if name != "document"
    ]
    inner.append(("theme", f"{OFFICE}/relationships/theme", "theme/theme1.xml"))
    props = "http://schemas.openxmlformats.org/package/2006"
    meta = f"{props}/metadata/core-properties"
    outer = [
        ("rId1", f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
        ("rId2", f"{props}/relationships/metadata/core-properties", "docProps/core.xml"),
    ]
    texts = {f"word/{name}.xml": xml for name, (xml, _) in named.items()}
    texts |= {
        CONTENT_TYPES: types,
        "word/theme/theme1.xml": theme_xml(),
        "_rels/.rels": relations(outer),
        "word/_rels/document.xml.rels": relations(inner),
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="{meta}"/>',
    }
    return {name: text.encode() for name, text in texts.items()}


KINDS = ("header", "footer")

if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(pack(template_parts()))
