"""The ordinary words of yearly reports and newspaper round-ups in English.

The district of 清河 and all that is said of it are invented.
"""

from __future__ import annotations

import pytest

from briefgen.english.clauses import Aspect, Mode, tell_clause
from briefgen.english.words import Words
from briefgen.lexicon.english import load_english

WORDS = Words(load_english(None, {"清河区": "=Qinghe District|Qinghe", "清河": "=Qinghe"}))


def told(clause: str, mode: Mode = Mode.DONE, aspect: Aspect = Aspect.PLAIN) -> str:
    made = tell_clause(
        clause, mode, WORDS, owner="the district", area=("清河区", "清河"), aspect=aspect
    )
    assert not made.untold, clause
    assert not made.kept, clause
    return made.text


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("与3所大学续签合作协议",
         "the district renewed cooperation agreements with 3 universities"),
        ("轨道交通6号线东延段盾构始发",
         "rail transit Line 6 eastern extension started shield tunnelling"),
        ("城乡居民医保并轨运行",
         "medical insurance for urban and rural residents was run as one system"),
        ("道口平改立画上句号", "level-crossing grade separation came to an end"),
        ("污水处理厂提标改造进入调试阶段",
         "upgrading of sewage treatment plants entered the commissioning stage"),
        ("公立医院药品加成全部取消",
         "mark-ups on medicines of public hospitals were all abolished"),
        ("落后产能全部出清", "outdated capacity was all removed"),
        ("历史街区开街迎客", "historic blocks opened to visitors"),
        ("征收任务圆满收官", "expropriation tasks came to a close"),
        ("清河获准设立零碳园区试点",
         "the district was approved to set up a zero-carbon park pilot"),
        ("顺利通过脱贫摘帽第三方评估",
         "the district passed third-party assessments of the exit from poverty"),
        ("取得全国文明城区提名资格", "the district was nominated for National Civilised District"),
        ("滨河南路南延段全线贯通",
         "the southern extension of the south riverside road was connected throughout"),
        ("市第三小学东校区建成",
         "the east campus of the municipal No. 3 Primary School was completed"),
        ("3个村联建养殖基地", "3 villages built a breeding base together"),
        ("清河干流水质首次达到Ⅱ类",
         "Qinghe main-stream water quality reached Class II for the first time"),
        ("清河高铁纳入国家中长期铁路网规划",
         "the Qinghe High-Speed Railway was included in the national medium- and long-term railway "
         "network plan"),
        ("田园综合体列为省级试点",
         "the rural complex was listed as a provincial pilot"),
    ],
)  # fmt: skip
def test_what_was_done_is_told(clause: str, english: str) -> None:
    assert told(clause) == english


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("传统产业占比过大", "traditional industries held too large a share"),
        ("物流成本居高不下", "the logistics cost remained high"),
        ("高端产品依赖进口", "high-end products depended on imports"),
        ("技能人才结构性短缺", "skilled workers were in structural short supply"),
        ("民间投资意愿不强", "willingness of private investors to invest was not strong"),
        ("用工难没有根本缓解", "labour shortages had not been fundamentally eased"),
        ("少数干部思想不够解放", "a few officials were not open-minded enough"),
        ("少数群众内生动力不强", "a few people had little drive of their own"),
        ("巩固脱贫成果任务艰巨",
         "consolidation of the results of poverty alleviation was an arduous task"),
        ("高层次人才引不进、留不住", "high-level talent was hard to attract and to keep"),
        ("慢作为、假作为时有发生", "slow action and sham action occurred from time to time"),
        ("有的干部本领恐慌", "some officials were worried about a lack of skill"),
        ("熟练技工一将难求", "skilled workers were hard to find"),
        ("产业链上断点堵点不少", "breaks and bottlenecks in industrial chains were numerous"),
        ("工业用地捉襟见肘", "industrial land was very tight"),
        ("乡镇学校生源萎缩", "township school enrolment declined"),
    ],
)  # fmt: skip
def test_what_is_amiss_is_told(clause: str, english: str) -> None:
    assert told(clause) == english


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("推进县域医共体二次改革",
         "to advance second-stage reform of county medical communities"),
        ("谋划打造城乡融合示范带",
         "to plan to create a demonstration belt of urban-rural integration"),
        ("着手建设多式联运中心", "to begin to build a multimodal transport centre"),
        ("开工清河大剧院", "to start construction of Qinghe Grand Theatre"),
        ("退出贫困县序列", "to leave the list of poor counties"),
    ],
)  # fmt: skip
def test_a_plan_stays_a_plan(clause: str, english: str) -> None:
    assert told(clause, Mode.AIM) == english


def test_a_stage_is_entered_once() -> None:
    made = told("国家森林城市创建进入冲刺阶段", aspect=Aspect.SINCE)
    assert made == "the work to become a National Forest City has entered the final stage"


@pytest.mark.parametrize("clause", ["老街区获得新生", "加密水质监测", "不作为入学条件"])
def test_a_word_of_two_senses_is_not_guessed(clause: str) -> None:
    made = tell_clause(clause, Mode.DONE, WORDS, owner="the district", area=("清河区",))
    assert made.untold
