"""The first templates/<style>/brief.docx, written part by part.

Input: the plan of a style. Output: a Word template. It is needed once: afterwards a person opens
the file in Word and changes it there, and running this again would undo that.

    python scripts/make_template.py standard templates/standard/brief.docx
    python scripts/make_template.py standard.en templates/standard/brief.en.docx
    python scripts/make_template.py jianbao templates/jianbao/brief.docx
    python scripts/make_template.py jianbao.en templates/jianbao/brief.en.docx
"""

from __future__ import annotations

import sys
from pathlib import Path

from template_looks import INK, Look
from template_plans import PLANS, Plan
from template_words import style_id

from briefgen.writers.package import CONTENT_TYPES, pack

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}/relationships"'
OFF_GRID = '<w:snapToGrid w:val="0"/>'
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
    tracking = f'<w:spacing w:val="{twips(look.tracking)}"/>' if look.tracking else ""
    weight = "<w:b/><w:bCs/>" if look.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    return (
        f"<w:rPr>{fonts_xml(look.fonts)}{weight}{'' if look.grid else OFF_GRID}"
        f'<w:color w:val="{look.colour}"/>{tracking}'
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
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
    parts.append('<w:overflowPunct w:val="0"/>' if look.grid else OFF_GRID)
    lines = f'w:beforeLines="{look.before_lines * 100}" ' if look.before_lines else ""
    before = twips(look.before_lines * look.pitch if look.before_lines else look.before)
    parts.append(
        f'<w:spacing {lines}w:before="{before}" w:after="{twips(look.after)}" '
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


def styles_xml(plan: Plan) -> str:
    """Return word/styles.xml."""
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    half = round(plan.size * 2)
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts_xml(plan.fonts)}"
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>{language}</w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:rPr>{fonts_xml(plan.fonts)}</w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    reference = (
        '<w:style w:type="character" w:customStyle="1" w:styleId="Reference">'
        '<w:name w:val="Reference"/><w:qFormat/><w:rPr>'
        f"{fonts_xml(plan.mark.fonts)}"
        '<w:b w:val="0"/><w:bCs w:val="0"/>'
        f'{OFF_GRID if plan.grid else ""}<w:color w:val="{plan.mark.colour}"/>'
        f'<w:sz w:val="{round(plan.mark.size * 2)}"/><w:szCs w:val="{round(plan.mark.size * 2)}"/>'
        "</w:rPr></w:style>"
    )
    body = "".join(style_xml(look) for look in plan.looks)
    tables = tables_xml(plan)
    return f"{HEAD}<w:styles {NAMESPACES}>{defaults}{normal}{body}{reference}{tables}</w:styles>"


def tables_xml(plan: Plan) -> str:
    """Return the two table styles: Word's plain one, and that of data tables."""
    margins = (
        '<w:tblCellMar><w:top w:w="{0}" w:type="dxa"/><w:left w:w="{1}" w:type="dxa"/>'
        '<w:bottom w:w="{0}" w:type="dxa"/><w:right w:w="{1}" w:type="dxa"/></w:tblCellMar>'
    )

    def rule(side: str, eighths: int, colour: str) -> str:
        return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'

    look = plan.table
    outer = rule("top", look.outer, look.colour) + rule("bottom", look.outer, look.colour)
    rules = outer + rule("insideH", look.inner, look.row_colour)
    tint = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.tint}"/>' if look.tint else ""
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        f'<w:tblInd w:w="0" w:type="dxa"/>{margins.format(0, 108)}</w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="BriefTable">'
        '<w:name w:val="Brief Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>'
        f"<w:tblBorders>{rules}</w:tblBorders>{margins.format(40, look.side)}</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f"{rule('bottom', look.head, look.colour)}</w:tcBorders>"
        f"{tint}</w:tcPr></w:tblStylePr></w:style>"
    )


def document_xml(plan: Plan) -> str:
    """Return word/document.xml: what stands around the body, the body's place, the sheet."""
    references = "".join(
        f'<w:{name[:6]}Reference w:type="{name[6:]}" r:id="{name}"/>' for name in plan.furniture
    )
    first = "<w:titlePg/>" if any(name.endswith("first") for name in plan.furniture) else ""
    section = (
        f'<w:sectPr>{references}{plan.sheet}<w:cols w:space="425"/>{first}{plan.grid}</w:sectPr>'
    )
    body = f"<w:body>{''.join(plan.body)}{section}</w:body>"
    return f"{HEAD}<w:document {NAMESPACES}>{body}</w:document>"


def furniture_xml(plan: Plan) -> dict[str, str]:
    """Return the headers and footers by name."""
    tags = {"header": "hdr", "footer": "ftr"}
    return {
        name: f"{HEAD}<w:{tags[name[:6]]} {NAMESPACES}>{text}</w:{tags[name[:6]]}>"
        for name, text in plan.furniture.items()
    }


def numbering_xml(plan: Plan) -> str:
    """Return word/numbering.xml: the bullet of List Bullet."""
    return (
        f"{HEAD}<w:numbering {NAMESPACES}>"
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        '<w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="300" w:hanging="300"/></w:pPr>'
        f"<w:rPr>{fonts_xml(('黑体', 'Arial'))}"
        f'<w:color w:val="{plan.accent}"/></w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def settings_xml(plan: Plan) -> str:
    """Return word/settings.xml: the mode of Word 2013 and later, no prompt of any kind."""
    mode = "http://schemas.microsoft.com/office/word"
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="420"/>'
        f"{'<w:evenAndOddHeaders/>' if 'footereven' in plan.furniture else ''}"
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        f'w:uri="{mode}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def font_table_xml(plan: Plan) -> str:
    """Return word/fontTable.xml: the fonts that the styles name, and what stands in for them."""
    rows = "".join(
        f'<w:font w:name="{name}">'
        + (f'<w:altName w:val="{other}"/>' if other else "")
        + f'<w:charset w:val="{charset}"/><w:family w:val="{family}"/></w:font>'
        for name, charset, family, other in plan.font_rows
    )
    return f"{HEAD}<w:fonts {NAMESPACES}>{rows}</w:fonts>"


def theme_xml(plan: Plan) -> str:
    """Return word/theme/theme1.xml: the brief's colours and fonts, for Word's own menus."""
    slots = {"dk1": INK, "lt1": "FFFFFF", "dk2": plan.dark, "lt2": plan.light}
    slots |= {"accent1": plan.accent}
    slots |= {"accent2": "28A197", "accent3": "801650", "accent4": "F46A25", "accent5": "3D3D3D"}
    slots |= {"accent6": "A285D1", "hlink": plan.accent, "folHlink": "801650"}
    colours = "".join(f'<a:{s}><a:srgbClr val="{c}"/></a:{s}>' for s, c in slots.items())
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{latin}"/><a:ea typeface="{east}"/>'
        f'<a:cs typeface=""/></a:{kind}Font>'
        for kind, (east, latin) in (("major", plan.head_fonts), ("minor", plan.fonts))
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


def template_parts(plan: Plan) -> dict[str, bytes]:
    """Return all parts of the template by name."""
    named = {
        "document": (document_xml(plan), "document.main"),
        "styles": (styles_xml(plan), "styles"),
        "numbering": (numbering_xml(plan), "numbering"),
        "settings": (settings_xml(plan), "settings"),
        "fontTable": (font_table_xml(plan), "fontTable"),
    }
    named |= {name: (xml, name[:6]) for name, xml in furniture_xml(plan).items()}
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
        "word/theme/theme1.xml": theme_xml(plan),
        "_rels/.rels": relations(outer),
        "word/_rels/document.xml.rels": relations(inner),
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="{meta}"/>',
    }
    return {name: text.encode() for name, text in texts.items()}


KINDS = ("header", "footer")

if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(pack(template_parts(PLANS[sys.argv[1]])))
