"""A line of date and credits stands alone. Everything of 清河 is invented."""

from __future__ import annotations

from briefgen.clean import clean_source
from briefgen.document import Role, Source


def test_a_title_does_not_run_on_into_the_line_of_its_date() -> None:
    text = "清河区：老工业区换新颜\n清河日报 2024年3月12日 第3版\n\n清河区企业增多，产业兴旺。"
    document = clean_source(Source("a.txt", text, ""))
    assert document.articles[0].title == "清河区：老工业区换新颜"
    roles = [p.role for p in document.paragraphs]
    assert roles == [Role.HEADING, Role.BYLINE, Role.PROSE]


def test_the_line_of_a_papers_reporters_is_no_title() -> None:
    text = "向水而兴\n——清河区综述\n江州日报记者 林晓 通讯员 周帆\n\n清河区港口增多。"
    document = clean_source(Source("a.txt", text, ""))
    assert document.articles[0].title == "向水而兴"
