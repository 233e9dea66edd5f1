"""Who says what: invented sentences of an invented place (清河区)."""

from __future__ import annotations

import pytest

from briefgen.clean import clean_source
from briefgen.document import Role, Source
from briefgen.extract.speakers import Speech, find_speech


def speech_in(*paragraphs: str) -> list[tuple[str, str, bool]]:
    raw = "清河区新闻\n\n" + "\n\n".join(paragraphs) + "\n"
    document = clean_source(Source(name="invented.txt", raw=raw, sha256="0"))
    said: list[Speech] = []
    for paragraph in document.paragraphs:
        if paragraph.role is Role.PROSE:
            said.extend(find_speech(document, paragraph))
    return [(s.speaker, document.text[s.start : s.end], s.direct) for s in said]


def test_a_quote_belongs_to_the_person_named_after_it() -> None:
    said = speech_in("“平均一天要来六百多台车！”云台村党总支书记李大山高兴地说。")
    assert said == [("云台村党总支书记李大山", "平均一天要来六百多台车！", True)]


def test_a_quote_belongs_to_the_person_named_before_it() -> None:
    said = speech_in("清河光电有限公司经理张一鸣告诉记者：“我们的订单排到了明年。”")
    assert said == [("清河光电有限公司经理张一鸣", "我们的订单排到了明年。", True)]


def test_the_speaker_stands_behind_a_clause_of_place() -> None:
    said = speech_in("“变化非常大，令人振奋！”在结束参观后，区政协委员李想告诉记者，路也修好了。")
    assert said[0] == ("区政协委员李想", "变化非常大，令人振奋！", True)
    assert said[1] == ("区政协委员李想", "路也修好了。", False)


def test_reported_speech_runs_to_the_next_speaker() -> None:
    said = speech_in("王平说，清河是全市唯一的试点区。李和表示，商会将来清河投资。")
    assert [(who, direct) for who, _, direct in said] == [("王平", False), ("李和", False)]
    assert said[0][1] == "清河是全市唯一的试点区。"


def test_a_bare_name_gets_the_office_told_before() -> None:
    said = speech_in("2月20日，区委书记王平会见了客商。王平说，清河优势明显。")
    assert said[0][0] == "区委书记王平"


def test_a_pronoun_is_the_last_speaker() -> None:
    said = speech_in("清河商会会长李和表示，考察令人难忘。他说，商会成立多年。")
    assert [who for who, _, _ in said] == ["清河商会会长李和", "清河商会会长李和"]


def test_a_meeting_is_no_speaker() -> None:
    assert speech_in("会议指出，要加快推进项目建设。会议强调，发展是第一要务。") == []


def test_hearsay_is_no_speaker() -> None:
    assert speech_in("据介绍，清河公园已经建成开放。") == []


def test_a_quoted_name_is_no_speech() -> None:
    assert speech_in("清河区建设“四好农村路”，打造“公园之城”。") == []


def test_a_quote_without_a_speaker_is_nobodys() -> None:
    assert speech_in("“这栋楼建于1949年，曾是办公地。”跟随讲解员的脚步，大家走进展厅。") == []


def test_a_quote_left_open_ends_with_its_paragraph() -> None:
    said = speech_in("区住建委负责人张一鸣说：“老旧小区改造还在继续。")
    assert said == [("区住建委负责人张一鸣", "老旧小区改造还在继续。", True)]


def test_the_papers_own_report_ends_reported_speech() -> None:
    said = speech_in("区教委负责人李想介绍，新校区已开学。据了解，清河区还有两所学校在建。")
    assert said[0][1] == "新校区已开学。"


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("村党支部书记李桂芳掰着指头算账。", "村党支部书记李桂芳"),
        ("合作社理事长胡明算了一笔账，去年增收。", "合作社理事长胡明"),
        ("区政协委员吕静建议，加大支持力度。", "区政协委员吕静"),
        ("准备扩建厂房的宏达机械负责人蔡建国深有感触。", "准备扩建厂房的宏达机械负责人蔡建国"),
    ],
)
def test_who_stands_right_behind_a_quote_speaks(behind: str, speaker: str) -> None:
    assert speech_in(f"“去年的收入翻了番。”{behind}")[0][0] == speaker


def test_a_quote_that_nobody_stands_behind_has_no_speaker() -> None:
    assert speech_in("“去年的收入翻了番。”村口的标语格外醒目。") == []
