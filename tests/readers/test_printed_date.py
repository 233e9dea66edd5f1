"""The date of a source, where it is printed on it. Everything of 清河 is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.config import SourceSettings
from briefgen.printed_date import date_line, printed_date
from briefgen.readers.text import read_source


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("2024年3月12日 清河日报 记者 陈立", "2024-03-12"),
        ("2024年3月12日　清河日报记者 陈立", "2024-03-12"),
        ("2024年3月12日 清河融媒特约通讯员 陈立 周宁", "2024-03-12"),
        ("发布时间：2024-03-12 来源：清河日报", "2024-03-12"),
        ("来源: 清河网 发布时间: 2024-03-12 09:10", "2024-03-12"),
        ("《清河日报》2024年3月12日第1版", "2024-03-12"),
        ("（2024年1月8日在清河区第九届人民代表大会第四次会议上）", "2024-01-08"),
        ("——2024年1月8日在清河区第九届人民代表大会第四次会议上", "2024-01-08"),
        ("清河区政府工作报告（2024年1月8日在清河区第九届人民代表大会第四次会议上）", "2024-01-08"),
        ("清河区2023年统计公报（2024年3月2日）", "2024-03-02"),
        ("清河区政府工作报告（2024年草案）", None),
        ("清河区统计局　2024年4月2日", "2024-04-02"),
        ("2024年2月8日 清河发布", "2024-02-08"),
        ("清河融媒体中心 2024-02-08 18:20", "2024-02-08"),
        ("2024年4月", "2024-04"),
        ("2024年3月12日，清河区召开大会", None),
        ("2024年3月项目进展", None),
        ("2024年1月至3月", None),
        ("2023年工作回顾", None),
        ("到2024年3月", None),
        ("2024年2月30日", None),
    ],
)
def test_a_line_of_credits_has_a_date_and_a_sentence_has_none(line: str, told: str | None) -> None:
    assert date_line(line) == told


def test_the_date_stands_at_the_top_or_at_the_foot_and_not_in_the_middle() -> None:
    body = "\n".join(f"清河区建成第{n}座桥。" for n in range(30))
    assert printed_date(f"清河新貌\n2024年3月12日\n{body}") == "2024-03-12"
    assert printed_date(f"清河新貌\n{body}\n清河区统计局\n2024年4月2日") == "2024-04-02"
    assert printed_date(f"清河新貌\n{body}\n2024年4月2日\n{body}") is None


def test_a_chronicle_has_no_date_of_its_own() -> None:
    assert (
        printed_date("清河大事记\n2024年1月\n通车。\n2024年2月\n开工。\n2024年3月\n竣工。") is None
    )


def test_what_the_user_gave_goes_before_what_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("清河新貌\n2024年3月12日 清河日报\n清河区企业增多。", "utf-8")
    assert read_source(path).published == "2024-03-12"
    given = SourceSettings(file="a.txt", published="2024-03", estimated=True)
    assert (read_source(path, given).published, read_source(path, given).estimated) == (
        "2024-03",
        True,
    )
