"""How an editor would word it: quoted names, articles, what is of what; in invented words."""

from __future__ import annotations

import pytest

from briefgen.english.clauses import Mode, tell_clause
from briefgen.english.words import Words
from briefgen.lexicon.english import load_english

NAMES = {
    "清河区": "=Qinghe District|Qinghe",
    "清河": "=Qinghe",
    "清河园区": "=Qinghe Park",
    "双百计划": "=Double Hundred Plan",
    "三条红线": "=Three Red Lines",
    "百泉之城": "=City of a Hundred Springs",
    "最美乡道": "=Most Beautiful Country Road",
    "一山两水": "=One Hill and Two Rivers",
    "下半程": "=second half@on",
}  # fmt: skip
WORDS = Words(load_english(None, NAMES))


def told(clause: str, mode: Mode = Mode.DONE) -> str:
    made = tell_clause(clause, mode, WORDS, owner="the district", area=("清河区", "清河"))
    return f"untold: {made.text}" if made.untold else made.text


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("建立政企“直通车”制度", "the district established a government-business “through train”"),
        ("聚焦“一山两水”", "the district focused on the “One Hill and Two Rivers”"),
        ("守牢“三条红线”", "the district guarded the “Three Red Lines”"),
        ("打造“百泉之城”", "the district created the “City of a Hundred Springs”"),
        ("做好清河“下半程”", "the district did the “second half” on Qinghe well"),
        ("打造经济发展“主战场”", "the district created main battlefields of economic development"),
        ("清河乡道获评2022年“最美乡道”", "the Qinghe township road was named a 2022 “Most Beaut"),
    ],
)
def test_a_quoted_name_has_its_article_and_no_stray_capital(clause: str, english: str) -> None:
    assert told(clause).startswith(english)


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("获评国家外贸转型升级基地(仪器仪表)",
         "was named a National Base for Foreign Trade Transformation and Upgrading (instruments)"),
        ("入围全国文明城市提名城区",
         "was shortlisted for nomination as a National Civilised City"),
        ("创建国家森林城市、国家园林城市等",
         "created a National Forest City, a National Garden City and others"),
    ],
)  # fmt: skip
def test_an_honour_is_one_of_many(clause: str, english: str) -> None:
    assert told(clause) == f"the district {english}"


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("构建结构更优、竞争力更强的现代产业体系",
         "to build a better-structured, more competitive modern industrial system"),
        ("新兴产业成为经济高质量发展重要引擎",
         "for emerging industries to become important engines of high-quality economic"
         " development"),
        ("加快重点项目建设", "to speed up construction of key projects"),
        ("深化民营经济综合改革", "to deepen comprehensive reform of the private economy"),
    ],
)  # fmt: skip
def test_what_a_thing_is_like_and_what_it_is_of_stand_in_their_places(
    clause: str, english: str
) -> None:
    assert told(clause, Mode.AIM) == english


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("投入2.3亿元实施蓝色海湾整治行动",
         "the district invested 230 million yuan to carry out the blue-bay clean-up campaign"),
        ("首开区20万平方米标准厂房和孵化楼建成投用",
         "200,000 m² of standard factory buildings and incubator buildings in the first-phase area"
         " were completed and put into use"),
        ("位于云溪路旁的区妇幼保健院建成",
         "the district maternity and child health hospital beside Yunxi Road was completed"),
    ],
)  # fmt: skip
def test_money_sizes_and_sites_belong_to_what_the_source_ties_them_to(
    clause: str, english: str
) -> None:
    assert told(clause) == english


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("清河港是全省最大的散货港", "Qinghe Port was the province's largest bulk port"),
        ("清河港为全省最大的内河港", "Qinghe Port was the province's largest inland port"),
        ("蓝原机电获评国家级绿色工厂",
         "Lanyuan Electromechanical was named a national-level green factory"),
        ("市人民医院新院区主体工程封顶",
         "the main structure of the new campus of the municipal people's hospital was topped out"),
        ("组建城投、农投、文旅三大集团",
         "the district formed the three major groups of urban investment, agricultural investment"
         " and culture and tourism"),
        ("出台抓党建促乡村振兴25条措施",
         "the district issued 25 measures on Party building for rural revitalisation"),
        ("完成了195户500人生态搬迁协议签订",
         "the district completed signing of ecological relocation agreements for 195 households and"
         " 500 people"),
        ("坚持把民生实事摆在首位", "the district put livelihood projects first"),
        ("财政收支矛盾突出", "fiscal revenue and expenditure showed a pronounced imbalance"),
    ],
)  # fmt: skip
def test_what_something_is_and_who_it_is_of_is_told(clause: str, english: str) -> None:
    assert told(clause) == english


def test_what_has_only_begun_to_take_form_is_not_told_as_formed() -> None:
    said = "the district began to form a modern industrial system"
    assert told("初步形成现代产业体系", Mode.UNDER_WAY) == said


def test_what_provides_for_nothing_is_not_made_to_by_one_character() -> None:
    assert told("清河港为内河港").startswith("untold")


def test_a_town_with_an_ordinary_word_for_its_name_is_known_by_the_facts_of_it() -> None:
    words = Words(load_english(None, NAMES), ("渔港街道", "湾头社区"))
    made = tell_clause(
        "渔港街道湾头社区入选全国示范性老年友好型社区",
        Mode.DONE,
        words,
        owner="the district",
        area=(),
    )
    assert made.text == (
        "Wantou Community in Yugang Subdistrict was selected as a national model age-friendly"
        " community"
    )


@pytest.mark.parametrize(
    ("clause", "english"),
    [
        ("柳溪镇、东河镇养老服务分中心建成",
         "elderly-care sub-centres of Liuxi Town and Donghe Town were completed"),
        ("全覆盖建立“三条红线”小区党支部",
         "the district set up “Three Red Lines” residential compound Party branches everywhere"),
    ],
)  # fmt: skip
def test_what_several_have_is_told_in_the_plural(clause: str, english: str) -> None:
    assert told(clause) == english


def test_a_firm_may_be_named_what_no_area_can_be() -> None:
    clause = "获评国家级专精特新“小巨人”企业"
    made = tell_clause(clause, Mode.DONE, WORDS, owner="Lanyuan Electromechanical", area=())
    assert made.text.startswith("Lanyuan Electromechanical was named a national-level")
    assert told(clause).startswith("untold")
