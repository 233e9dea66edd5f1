"""Where articles begin on a page. All samples are invented; 清河区 does not exist."""

from __future__ import annotations

from briefgen.clean import clean_source
from briefgen.document import Document, Source

REPORT = "本报讯（记者 张三）2月{}日，清河区{}。"


def _clean(raw: str, title: str | None = None) -> Document:
    return clean_source(Source("清河.txt", raw, "", title=title))


def _titles(document: Document) -> list[str]:
    return [article.title for article in document.articles]


def test_a_page_of_reports_is_parted_at_its_headings_and_datelines() -> None:
    raw = "\n\n".join(
        [
            "## 清河区委常委会召开会议",
            REPORT.format(1, "召开会议"),
            "会议研究了其他事项。",
            "## 政协委员视察清河",
            REPORT.format(2, "开展视察"),
            "## 同心协力赴盛会",
            "2月3日，委员们报到。",
        ]
    )
    document = _clean(raw, title="一版多文")
    assert _titles(document) == ["清河区委常委会召开会议", "政协委员视察清河", "同心协力赴盛会"]
    assert [p.article for p in document.paragraphs] == [0, 0, 0, 1, 1, 2, 2]
    assert [p.heading for p in document.paragraphs if p.heading] == [
        "清河区委常委会召开会议",
        "清河区委常委会召开会议",
        "政协委员视察清河",
        "同心协力赴盛会",
    ]


def test_a_heading_below_its_report_is_that_reports_title() -> None:
    raw = "\n\n".join(
        [
            "## 清河区委常委会召开会议",
            REPORT.format(1, "召开会议"),
            REPORT.format(2, "领导会见商会会长王五一行"),
            "## 区领导会见商会会长王五",
            "## 区政府召开常务会议",
            "赵六主持",
            REPORT.format(3, "政府召开常务会议"),
        ]
    )
    document = _clean(raw)
    assert _titles(document) == [
        "清河区委常委会召开会议",
        "区领导会见商会会长王五",
        "区政府召开常务会议",
    ]
    headed = [(p.article, p.heading) for p in document.paragraphs if p.heading]
    assert headed == list(enumerate(_titles(document)))


def test_the_highest_of_stacked_headings_is_the_title() -> None:
    raw = "\n\n".join(
        [
            "### 区委常委会召开会议",
            "# 奋力谱写清河篇章",
            "王五主持并讲话",
            REPORT.format(1, "召开会议"),
            "## 区政府召开会议",
            REPORT.format(2, "召开会议"),
        ]
    )
    document = _clean(raw)
    assert _titles(document) == ["奋力谱写清河篇章", "区政府召开会议"]
    assert document.paragraphs[3].heading == "奋力谱写清河篇章"


def test_reports_without_any_heading_are_parted_by_their_datelines() -> None:
    raw = "\n".join(REPORT.format(day, f"开工项目{day}个") for day in (1, 2, 3))
    document = _clean(raw)
    assert [p.article for p in document.paragraphs] == [0, 1, 2]
    assert _titles(document) == ["清河"] * 3


def test_one_dateline_makes_one_article_with_its_sections() -> None:
    raw = f"# 清河新篇\n\n{REPORT.format(1, '开会')}\n\n## 生态优先\n\n清河水质达标。"
    document = _clean(raw)
    assert _titles(document) == ["清河新篇"]
    assert document.paragraphs[-1].heading == "生态优先"


def test_the_title_of_a_single_article_is_what_the_user_gave() -> None:
    assert _titles(_clean("清河\n\n圆梦小康\n\n清河水质达标。", title="清河 圆梦小康")) == [
        "清河 圆梦小康"
    ]


def test_without_a_given_title_it_is_the_chief_of_the_first_headings() -> None:
    assert _titles(_clean("清河\n\n圆梦小康再出发\n\n开栏语\n\n清河水质达标。")) == [
        "圆梦小康再出发"
    ]
    report = (
        "清河区人民政府工作报告\n——2023年1月5日在清河区人民代表大会上\n各位代表：\n现在报告工作。"
    )
    assert _titles(_clean(report)) == ["清河区人民政府工作报告"]


def test_a_text_without_a_heading_is_called_by_its_file() -> None:
    assert _titles(_clean("清河水质达标。")) == ["清河"]


def test_a_subtitle_is_not_what_a_paragraph_stands_under() -> None:
    document = _clean("勇立潮头\n——清河区五年发展综述\n清河水质达标。")
    assert document.paragraphs[-1].heading == "勇立潮头"


def test_spaces_alone_make_no_article() -> None:
    document = _clean(" \n\u200b\n")
    assert (document.text, document.paragraphs, document.articles) == ("", (), ())
