"""A quick look never hides what the rule behind it would find."""

from __future__ import annotations

import importlib
import re
import tomllib
from importlib import resources
from typing import Any

import pytest

from briefgen.clean import clean_source
from briefgen.document import Area, Source
from briefgen.extract import (
    body_names,
    elsewhere,
    firm_heads,
    scope,
    short_bodies,
    statement_bodies,
    statement_joins,
    statement_openings,
    statement_rules,
    targets,
    unreal,
)
from briefgen.extract.context import make_context
from briefgen.extract.quick import compiled, firsts
from briefgen.extract.statement_lexicon import load_verbs
from briefgen.lexicon import load_lexicon
from briefgen.numerals import find_numerals, read_number

_STATEMENTS = resources.files("briefgen.lexicon").joinpath("statements.toml")
parser: Any = importlib.import_module("re._parser")


def _branches(pattern: str) -> list[str]:
    """Return the branches of a pattern, without the words that must stand around."""
    plain = re.sub(r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)", "", pattern)
    found, depth = [""], 0
    for char in plain:
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += char
    return [whole for branch in found for whole in _opened(branch)]


def _opened(branch: str) -> list[str]:
    """Return 目标是 and 目标为 for 目标(?:是|为): branches that are written as one."""
    match = re.fullmatch(r"([\u4e00-\u9fff])\(\?:((?:[^()]|\([^()]*\))+)\)", branch)
    return [branch] if match is None else [match[1] + rest for rest in _branches(match[2])]


@pytest.mark.parametrize("name", ["AIMED", "_AIM_BEHIND", "_CALLED_AIM", "_CALLS_FOR"])
def test_each_way_to_tell_an_aim_holds_a_word_that_the_look_through_the_text_finds(
    name: str,
) -> None:
    pattern: re.Pattern[str] = getattr(targets, name)
    branches = _branches(pattern.pattern)
    assert [b for b in branches if targets._MAY_AIM.search(b) is None] == []


def test_a_word_that_the_look_does_not_know_is_noticed() -> None:
    branches = _branches(r"力争|(?<!为)誓要|誓夺(?=第[一二])")
    assert [b for b in branches if targets._MAY_AIM.search(b) is None] == ["誓夺"]


def _firsts(parsed: Any) -> set[str]:
    """Return the characters that what a parsed pattern matches may begin with."""
    found: set[str] = set()
    for name, value in parsed:
        kind = str(name)
        if kind == "LITERAL":
            return found | {chr(value)}
        if kind == "IN":
            return found | {chr(v) for k, v in value if str(k) == "LITERAL"}
        if kind == "BRANCH":
            return found.union(*map(_firsts, value[1]))
        if kind == "SUBPATTERN":
            return found | _firsts(value[-1])
        if kind == "MAX_REPEAT":
            found |= _firsts(value[2])
            if value[0]:
                return found
    return found


@pytest.mark.parametrize(
    "name", ["_OF_PLACE", "_WHOLE", "_OF_BRANCH", "_OF_WORK", "_OF_FIRM", "_OF_PARK", "_HERE"]
)
def test_what_means_a_body_begins_with_a_character_that_the_look_at_the_first_one_knows(
    name: str,
) -> None:
    pattern: re.Pattern[str] = getattr(statement_bodies, name)
    firsts = _firsts(parser.parse(pattern.pattern))
    assert firsts
    assert firsts <= statement_bodies.MEANING


@pytest.mark.parametrize("name", ["WE", "ORGAN", "_THIS_HEAD"])
def test_what_speaks_of_the_area_begins_with_a_character_that_the_look_at_the_first_one_knows(
    name: str,
) -> None:
    firsts = _firsts(parser.parse(getattr(statement_openings, name).pattern))
    assert firsts
    assert firsts <= statement_openings.OPENING


def test_the_first_characters_of_a_pattern_are_read_as_it_matches() -> None:
    assert _firsts(parser.parse("(?:这|该)?(?:公司|[企集]业)(?!家)")) == set("这该公企集")


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("(?:存在|面临)问题|有待", "存在问题|面临问题|有待"),
        ("(?:(?:仍|还)然|依然)大", "仍然大|还然大|依然大"),
        ("(?:再|又)?建", "再建|又建|建"),
        ("总?投资|[两三]年", "总投资|投资|两年|三年"),
        ("[(|]甲|(?:乙)(?:丙|丁)", r"\(甲|\|甲|乙(?:丙|丁)"),
        ("[一二]+是|(?:甲|乙){2}丙|[^甲]乙|甲+丁", "[一二]+是|(?:甲|乙){2}丙|[^甲]乙|甲+丁"),
        (r"(?:\(|甲)乙|(?<!丙)丁", r"\(乙|甲乙|丁(?<!(?:丙)丁)"),
        (
            "(?<!刚)(?<!刚刚)将建|(?<=[甲乙])丙?丁",
            "将(?<!(?:刚)将)(?<!(?:刚刚)将)建|丙(?<=(?:[甲乙])丙)丁|丁(?<=(?:[甲乙])丁)",
        ),
        (r"(?<!\d)\d亩|(?<!丙)丁+", r"\d(?<!(?:\d)\d)亩|(?<!丙)丁+"),
        ("(?:^|，)从前|往年", "从(?<=(?:^)从)前|，从前|往年"),
        ("有效|同期|有误|有", "有(?:效|误|)|同期"),
        ("有效|[^甲]期|有误", "有效|[^甲]期|有误"),
        ("有+效|有误|有害", "有+效|有(?:误|害)"),
    ],
)
def test_a_pattern_is_written_out_up_to_the_first_character_of_each_branch(
    pattern: str, written: str
) -> None:
    assert compiled(pattern).pattern == written


@pytest.mark.parametrize(
    "text",
    [
        "甲乙",
        "仍大还大",
        "存在的问题",
        "面临问题，又建",
        "依然很大",
        "刚刚将建、还将投资",
        "从前，从前，总投",
        "总投资3亿",
    ],
)
def test_a_pattern_that_is_written_out_finds_the_same(text: str) -> None:
    pattern = (
        "(?:存在|面临).{0,2}问题|(?:依然|仍|还)(?:很|较)?大|(?:再|又)?建"
        "|(?<!刚)(?<!刚刚)还?将(?=投|建)|总?投资|(?<!第)[0-9]亿|(?:^|，)从前|总投"
    )
    found = [m.span() for m in compiled(pattern).finditer(text)]
    assert found == [m.span() for m in re.compile(pattern).finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("(?:存在|面临)问题|有待", "存面有"),
        ("总?投资|[两三]年", "总投两三"),
        ("(?:自|从)?(?:今年|[一\\d]+月)+", "自从今一0123456789０１２３４５６７８９"),
        ("(?<!刚)将|(?:^|，)如", "将，如"),
    ],
)
def test_the_characters_that_a_match_may_begin_with_are_told(pattern: str, begins: str) -> None:
    assert firsts(pattern) == set(begins)


@pytest.mark.parametrize("pattern", ["有|.甲", "(?:有|无)*甲", "[^甲]乙", "甲*乙", r"\d*年"])
def test_a_pattern_that_may_begin_with_anything_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="may begin with anything"):
        firsts(pattern)


def test_a_sentence_with_a_word_is_found_behind_one_whose_word_runs_into_it() -> None:
    source = Source("x.txt", "甲在山上！乙在山下。丙在山里？\n丁在山外，乙也在。", "")
    context = make_context(clean_source(source), load_lexicon(), Area("清河区"))
    told = [context.text[s.start : s.end].strip() for s in context.sentences]
    assert told == ["甲在山上！", "乙在山下。", "丙在山里？", "丁在山外，乙也在。"]
    assert context.sentences_with(re.compile("(?s:甲.{0,8}|乙)")) == {0, 1, 3}
    assert context.sentences_with(re.compile("戊")) == set()


_BESIDE = (
    *("_ASKS", "_AT_THAT_TIME", "_DENIED", "_OF_VIEW", "_POLLED", "_AIM_BEFORE", "_NOT_MET"),
    *("_HELD_IN", "_MISSED", "_THE_AIM", "_IN_NAME", "_COMPARED", "_LEVEL"),
)


@pytest.mark.parametrize("name", _BESIDE)
def test_each_way_to_deny_a_figure_beside_it_holds_a_word_that_its_sentence_is_asked_for(
    name: str,
) -> None:
    pattern: re.Pattern[str] = getattr(unreal, name)
    branches = [b.replace("[\u4e00-\u9fff]{1,8}", "甲") for b in _branches(pattern.pattern)]
    assert [b for b in branches if unreal._MAY_SAY_SO.search(b) is None] == []


@pytest.mark.parametrize("kind", sorted(unreal._KINDS))
def test_a_sentence_is_asked_for_each_kind_of_word_that_makes_its_figures_none(kind: str) -> None:
    said = {
        "once": "全县20年前，只有3家|到了90年代，只有3家|以前只有3家|我们刚来的时候只有3家",
        "then": "困难那几年，只有3家|那时候只有3家|创业之初只有3家",
        "supposed": "要是有3家|一头牛一年能产3吨，每增加1家",
        "heard": "据说，不，据传有3家|有人说有3家",
        "rule": "不得超过3家|对首次入选的企业，给予3万元|每户补贴3万元",
        "denied": "决不能为3万元|不能以牺牲3家",
        "caption": "图为3家|图片为3家",
        "wished": "她建议，建成3所|委员呼吁：新建3所",
        "asked_of": "受访的3家|样本企业3家",
    }
    for words in said[kind].split("|"):
        found = unreal._WORDS.search(words)
        assert found is not None
        assert found.lastgroup == kind
        assert unreal._ANY_WORD.search(words) is not None


@pytest.mark.parametrize(
    ("name", "known"),
    [("beside", elsewhere._SETS_BESIDE), ("beyond", elsewhere._BORDERS)],
)
def test_a_place_set_beside_the_area_begins_with_a_character_that_the_look_knows(
    name: str, known: frozenset[str]
) -> None:
    shapes = elsewhere._Shapes(Area("清河区", ("清河",), "江州市"))
    assert _firsts(parser.parse(getattr(shapes, name).pattern)) <= known
    assert _firsts(parser.parse(elsewhere._ITS_TEXT.pattern)) == elsewhere._LEADS


@pytest.mark.parametrize(
    "pattern",
    [
        *(firm_heads._HEADS, short_bodies._ENTERED, short_bodies._ONE_OF_THOSE),
        *(scope._OF_NATION, scope._IN_NATION),
    ],
)
def test_each_way_to_mean_a_body_holds_a_word_that_its_sentence_is_asked_for(
    pattern: re.Pattern[str],
) -> None:
    assert [b for b in _branches(pattern.pattern) if scope._MEANS.search(b) is None] == []


def test_what_stands_before_a_subject_begins_with_a_character_that_the_look_knows() -> None:
    firsts = _firsts(parser.parse(body_names.HEAD.pattern)) | set("0123456789")
    assert firsts == body_names.HEAD_BEGINS


@pytest.mark.parametrize("text", ["16", "8.63万", "3.45亿", "50.7%", "0.5", "007", "9‰"])
def test_a_plain_number_is_read_as_any_other(text: str) -> None:
    wide = text.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert read_number(text) == read_number(wide) != ()


_HEDGES = (
    *(
        "不低于",
        "不少于",
        "不超过",
        "不足",
        "不到",
        "超过",
        "超过了",
        "突破",
        "突破了",
        "接近",
        "将近",
    ),
    *("大约", "约为", "至少", "最多", "刚过", "超", "近", "约", "逾", "破", "上"),
)


@pytest.mark.parametrize("hedge", _HEDGES)
def test_a_hedge_before_a_number_is_told_by_its_last_characters(hedge: str) -> None:
    (numeral,) = find_numerals(f"数量{hedge}500家")
    assert numeral.hedges == (hedge.rstrip("了为"),)


@pytest.mark.parametrize("before", ["提高到", "数量为", "位于", "增加了", "满足"])
def test_what_only_ends_like_a_hedge_is_none(before: str) -> None:
    (numeral,) = find_numerals(f"{before}500家")
    assert numeral.hedges == ()


def test_each_word_of_a_group_of_verbs_is_held_by_the_two_characters_that_are_looked_for() -> None:
    verbs = load_verbs()
    rows = tomllib.loads(_STATEMENTS.read_text(encoding="utf-8"))["group"]
    unseen = [
        word
        for group, row in zip(verbs.groups, rows, strict=True)
        for word in row["words"]
        if group.number not in verbs.may_hold(f"清河{word.replace('…', '丙丁')}甲乙")
    ]
    assert unseen == []
    assert verbs.may_hold("甲乙丙丁") == set()


def test_words_of_acts_are_told_by_their_first_character_as_one_list_after_the_other_does() -> None:
    verbs = load_verbs()
    content = tomllib.loads(_STATEMENTS.read_text(encoding="utf-8"))
    markers = ("anchor", "adverb", "tail", "lead")
    patterns = (verbs.anchor, verbs.adverb, verbs.tail, verbs.lead, verbs.verb)
    words = [word for row in content["group"] for word in row["words"]]
    words += [word for name in markers for word in content["markers"][name]]
    for word in (word.replace("…", "丙丁") for word in words):
        ends = [m.end() for m in (pattern.match(f"{word}甲乙") for pattern in patterns) if m]
        told = verbs.acts[word[0]].match(f"{word}甲乙")
        assert told is not None
        assert told.end() == ends[0], word
    assert "甲" not in verbs.acts


@pytest.mark.parametrize(
    "clause",
    [
        "将建",
        "要建",
        "拟建",
        "打算新建",
        "计划于明年",
        "今后三年",
        "未来五年",
        "做好以下工作",
        "到2025年",
        "到“十五五”末",
        "到本世纪中叶",
        "抓好如下任务",
        "办好下列实事",
    ],
)
def test_what_is_to_come_has_a_mark_that_the_quick_look_finds(clause: str) -> None:
    assert load_verbs().hint.search(clause) is not None


def test_marks_of_what_is_to_come_are_found_at_the_quick_look_and_other_words_are_not() -> None:
    content = tomllib.loads(_STATEMENTS.read_text(encoding="utf-8"))
    hint = load_verbs().hint
    assert [word for word in content["markers"]["future"] if not hint.search(word)] == []
    assert hint.search("到场群众300人，打造总部基地") is None


@pytest.mark.parametrize(
    ("look", "pattern", "clauses"),
    [
        (
            statement_rules._MAY_GO_ALONG,
            statement_rules._ALSO_ALONG,
            [
                "李某一行深入了解",
                "李某一行就合作进行了座谈",
                "企业善于创新",
                "两地共同举办",
                "他在调研时",
                "他在任期间",
                "他在签约之际",
                "他在建设过程中",
                "他在发展的同时",
                "两地联合主办",
                "两地携手承办",
                "两地联合举行",
            ],
        ),
        (
            statement_rules._MAY_BE_UNNAMED,
            statement_rules._UNNAMED_WORKS,
            [
                "引进一批企业",
                "招引多家企业",
                "培育若干企业",
                "新增系列企业",
                "签约众多企业",
                "引育优质企业",
                "新增重大项目",
                "引进大批企业",
                "构建大格局",
                "新产业、新业态",
                "推进重点项目建设",
                "加快工程",
                "推进多项工程落地",
                "多个项目",
            ],
        ),
        (
            statement_joins._MAY_BE_PERSON,
            statement_joins._PERSON,
            [
                "区委书记张三",
                "局长李小四",
                "商会会长王五",
                "董事长赵六",
                "主任孙七",
                "副主席周八",
                "总经理吴九",
                "常委郑十",
                "秘书长钱一一",
                "区领导冯二",
            ],
        ),
    ],
)
def test_a_clause_that_a_rule_matches_is_not_passed_over_by_its_quick_look(
    look: re.Pattern[str], pattern: re.Pattern[str], clauses: list[str]
) -> None:
    for clause in clauses:
        assert pattern.match(clause) is not None, clause
        assert look.search(clause) is not None, clause
