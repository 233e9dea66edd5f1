"""Statements as reports and papers of many places word them; every sentence is invented."""

from __future__ import annotations

from functools import partial

import pytest
from statements_told import statements as found
from statements_told import told as kinds

from briefgen.document import Area
from briefgen.fact import Kind, Level, Status

AREA = Area("清河区", ("清河",), "江州市", ("柳岸镇", "云台村", "云台山", "清河工业园区"))
statements, told = partial(found, area=AREA), partial(kinds, area=AREA)


KINDS = [
    ("深化“三张清单”项目管理。", "measure started"),
    ("动态优化招商“一图一库”。", "measure started"),
    ("健全园区招商入驻、运行管理机制。", "measure started"),
    ("修订《清河区企业服务管理办法》。", "measure done"),
    ("有序推进粮站改制工作。", "measure started"),
    ("清河区集全区之力推进三个园区建设。", "measure started"),
    ("云台科技园一期已投入生产。", "milestone done"),
    ("园区“三横两纵”路网格局已然形成。", "milestone done"),
    ("管道施工正在推进。", "milestone started"),
    ("成功打赢春季防汛攻坚战。", "milestone done"),
    ("所有行政村通上了硬化路。", "milestone done"),
    ("清河机床集中签约和云台产业园开工活动在清河举行。", "milestone done"),
    ("云台净化成为全省最大的天然气净化基地。", "standing"),
    ("清河是全省的农业大区。", "standing"),
    ("云台药业园成功列入省级高新技术园区创建名单。", "honour candidate"),
    ("建成省级“四好农村路”示范县。", "honour awarded"),
    ("区卫生系统先后两次被省政府表彰。", "honour awarded"),
    ("计划整合下属国有企业资源。", "plan planned"),
    ("力争各项主要指标进入全市第一方阵。", "plan planned"),
    ("力促甲机器人、乙光伏等一批10亿元以上项目实现突破。", "plan planned"),
    ("到2025年，清河区创新体系将更加完善。", "plan planned"),
    ("云台实验基地即将运营。", "plan planned"),
    ("企业要打造“百年老店”。", "plan planned"),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_a_report_says_it_in_other_words(text: str, expected: str) -> None:
    assert told(text) == [expected]


NONE = [
    "签约亿元以上项目27个、投资规模112亿元。",
    "新谋划重点项目630个、总投资1280亿元。",
    "开工和即将投产项目7个。",
    "力争全年签约项目9个。",
    "实地察看城市建设及重点产业项目推进情况。",
    "清河区抓好经济工作的“生命线”。",
    "全区建设“一盘棋”、出行“一张网”的局面已徐徐展开。",
    "2023年，清河区发展的预期目标是：",
]


@pytest.mark.parametrize("text", NONE)
def test_counts_visits_and_figures_of_speech_are_none(text: str) -> None:
    assert told(text) == []


def test_an_expected_figure_makes_no_plan_of_what_follows() -> None:
    text = "生产总值预计2022年达到316亿元，增长8%。节能减排目标全面完成，云台水厂建成运营。"
    assert told(text) == ["milestone done", "milestone done"]


def test_an_expectation_lasts_for_its_sentence() -> None:
    text = "云台大桥有望年内通车。清河图书馆建成开放。"
    assert told(text) == ["plan planned", "milestone done"]


def test_a_plan_that_says_so_stands_alone_behind_a_milestone() -> None:
    text = "云台高新区揭牌成立，将构建区域一体化产业体系。"
    assert told(text) == ["milestone done", "plan planned"]


TROUBLES = (
    "我们也清醒地看到，发展中还存在不少困难和问题。主要是：整体经济实力不强，工业增长乏力；"
    "现代农业基础薄弱，还将制约后续发展；政务服务能力还需提升。对此，我们将深化作风整治行动。"
)


def test_what_is_short_is_a_problem_where_problems_are_told() -> None:
    facts = statements(TROUBLES)
    assert [f.clause for f in facts if f.kind is Kind.PROBLEM] == [
        "整体经济实力不强",
        "工业增长乏力",
        "现代农业基础薄弱",
        "还将制约后续发展",
        "政务服务能力还需提升",
    ]
    assert [f.kind for f in facts][-1] is Kind.PLAN


def test_a_reports_part_on_what_is_to_be_done_holds_plans() -> None:
    paragraphs = (
        "为实现上述目标，我们重点做好以下三方面工作：",
        "持续巩固脱贫成果。健全联农带农机制，落实“月访视”制度。",
    )
    assert told(*paragraphs) == ["plan planned"] * 3


def test_a_reports_part_on_what_was_done_does_not() -> None:
    assert told("一、2022年工作总结", "健全联农带农机制，落实“月访视”制度。") == [
        "measure started",
        "measure started",
    ]


def test_a_reports_running_heading_is_none() -> None:
    text = "（二）围绕强农兴农，乡村振兴稳步推进。云台高标准农田项目开工建设。"
    assert [f.clause for f in statements(text)] == ["云台高标准农田项目开工建设"]


SUBJECTS = [
    ("区政府印发《清河区城市更新方案》。", "区政府", Level.DISTRICT),
    ("清河区政府印发《清河区城市更新方案》。", "区政府", Level.DISTRICT),
    ("刚揭牌的云台科技园开工建设。", "云台科技园", Level.DISTRICT),
    ("云台水厂主体工程建成。", "云台水厂", Level.ENTITY),
    ("柳岸镇产业强镇项目入选全国典型案例。", "柳岸镇", Level.ENTITY),
    ("柳岸镇、长渡镇养老服务中心建成。", "柳岸镇、长渡镇", Level.ENTITY),
    ("清河区将推进云台山生态修复项目。", "云台山", Level.ENTITY),
    ("成功解决宏远齿轮因疫情运输受阻问题。", "宏远齿轮", Level.ENTITY),
    ("宏远齿轮建成国内首条自动化生产线。", "宏远齿轮", Level.ENTITY),
    ("两个污水泵站建成。", "清河区", Level.DISTRICT),
    ("甲中心、乙产业园落户。", "清河区", Level.DISTRICT),
    ("集体经济和农民专业合作社实现全覆盖。", "清河区", Level.DISTRICT),
]


@pytest.mark.parametrize(("text", "scope", "level"), SUBJECTS)
def test_whose_statement_it_is(text: str, scope: str, level: Level) -> None:
    (fact,) = statements(text)
    assert (fact.scope, fact.level) == (scope, level)


def test_a_village_keeps_its_town() -> None:
    facts = statements("位于山后的柳岸镇云台村，成为一处露营地。", "云台村重点发展露营经济。")
    assert [f.scope for f in facts] == ["柳岸镇云台村", "柳岸镇云台村"]


def test_this_park_is_the_one_told_before() -> None:
    text = "云台创新产业园由省研究院参与策划。该产业园将建设“三基地一中心”。"
    assert [f.scope for f in statements(text)] == ["云台创新产业园"]


def test_the_officer_of_an_according_to_speaks() -> None:
    text = "“项目入驻将为园区注入动力。”据园区负责人介绍，园区将建设云台众创空间。"
    assert [f.speaker for f in statements(text)] == ["园区负责人", "园区负责人"]


def test_a_clause_of_three_themes_is_of_none_of_them() -> None:
    text = "清河区将做好生态人文、科技创新、城乡融合“三篇文章”，建设社会主义现代化美丽清河。"
    assert [f.themes[0] for f in statements(text)] == ["综合实力"]


def test_a_clause_without_a_theme_is_of_its_sentences() -> None:
    facts = statements("云台科技园集聚科研机构，将重点建设“三基地一中心”。")
    assert facts[-1].themes[0] == "科技创新"


def test_what_goes_on_keeps_its_subject() -> None:
    text = "云台科技园将建设众创空间。同时，还将开展产学研合作行动。"
    facts = statements(text)
    assert {f.scope for f in facts} == {"云台科技园"}
    assert {f.status for f in facts} == {Status.PLANNED}


def test_an_honour_told_as_a_list_is_named_by_it() -> None:
    (fact,) = statements("我市“最美农村路”名单出炉，清河区三园路（柳岸至云台）不负众望，榜上有名。")
    assert (fact.indicator, fact.scope, fact.award_level) == ("“最美农村路”", "三园路", "市")


def test_a_case_of_the_year_says_not_who_awards_it() -> None:
    (fact,) = statements("南街片区改造项目获评“中国城市更新优秀案例”。")
    assert fact.award_level is None


# ---------------------------------------------------------------- prose of papers

PROSE = [
    ("云台小区成为居民点，让党建成果看得见、摸得着。", []),
    ("省工信厅发布第四批“小巨人”企业公示名单。", []),
    ("清河区入围该名单的企业已有7家。", []),
    ("经过积极争取，在云台广场增设了车辆管理分所。", ["measure done"]),
    ("小区改造工程使越来越多的居民感受到喜悦。", []),
    ("小区综合改造提升工作已开工57个小区93万平方米。", []),
    ("通过搭建银企平台、资金支持等服务，建立企业培育库。", ["measure done"]),
    ("清河区积极举办银企对接会等一系列活动。", ["milestone done"]),
    ("将一个矛盾村建设成为了闻名的和美家园。", ["milestone done"]),
    ("清河区将试点建设“社区食堂”。", ["plan planned"]),
    ("清河区将每月开展1次专家进社区便民巡诊活动。", ["plan planned"]),
    ("先后协调解决云台村缺水、办公场所选址等实际困难问题。", ["milestone done"]),
    (
        "清河区出台若干措施，推动老旧小区从里到外全方位提升。",
        ["measure done"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_a_paper_says_what_was_done(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def scopes(*paragraphs: str) -> list[str]:
    """Return the scope of each statement, in order."""
    return [f.scope for f in statements(*paragraphs)]


WHOSE = [
    ("代表们深入长渡村。该村建成育苗基地。", ["长渡村"]),
    ("代表们看了全国法治示范村长渡村。该村突出党建引领，建设法治阵地、优化乡村治理。", ["长渡村"]),
    ("长渡镇党委以党建统领发展，通盘全镇产业，成立了五个村为股东的公司。", ["长渡镇"]),
    ("今年以来，清河区新兴镇依托驻村书记资源，组建联合党委。", ["新兴镇"]),
    ("清河区新兴镇产业兴旺。到岗第二天，镇党委就组建招商专班。", ["新兴镇"]),
    ("新工社区房屋老旧，存在管网破损、停车位不足等问题。", ["新工社区"]),
    ("长渡村150亩食用菌基地已建成投入使用。", ["长渡村"]),
    ("云台科技产业园施工正忙，这里建成后将成为现代化生态农业园。", ["云台科技产业园"]),
    ("投资1.8亿元的云台阀门项目已开工建设，预计年底投产。", ["云台阀门项目"] * 2),
    (
        "江州市清河区磐石科技、锦云技术、万里电器等四家企业入选国家级“小巨人”企业。",
        ["磐石科技、锦云技术等"],
    ),
    ("今年，清河区将完成6个社区的管线更换工程。", ["清河区"]),
    ("云台小学改建项目投入使用；建设清河养老中心。", ["云台小学改建项目", "清河区"]),
    ("长渡村依山傍水。近年来，建成育苗基地。", ["长渡村"]),
    ("所有行政村通上了硬化路。", ["清河区"]),
]


@pytest.mark.parametrize(("text", "expected"), WHOSE)
def test_prose_keeps_its_subject(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected


MORE_PROSE = [
    ("甲香料将本土资源转化成效益，成为国内规模最大的香料基地。", ["standing"]),
    ("清河区将全面融入经济圈建设。", ["plan planned"]),
    ("清河区要用好土地。此次对园区企业的大走访活动，掌握了企业底数。", ["plan planned"]),
    ("于小区支部阵地设置健康之家、党群活动室等场所。", ["measure started"]),
    ("社区依托驿站，为往来市民提供暖心服务。", ["measure started"]),
    ("这标志着改革试点取得突破。", []),
    ("其示范项目建成投用。", []),
]


@pytest.mark.parametrize(("text", "expected"), MORE_PROSE)
def test_a_paper_says_it_in_its_own_way(text: str, expected: list[str]) -> None:
    assert told(text) == expected


MORE_WHOSE = [
    ("大城街道长街社区面貌一新。针对商户，社区打造党群中心。", ["大城街道长街社区"]),
    (
        "大城街道长街社区面貌一新。在治理方面，社区组建商户联盟。建立共享机制。",
        ["大城街道长街社区"] * 2,
    ),
    ("清河区工业园区以项目为平台，启动实施道路工程。", ["清河区工业园区"]),
    (
        "清河磐石科技有限公司坐落在河边。公司建成国内首条生产线，入选国家级专精特新“小巨人”企业。",
        ["清河磐石科技有限公司"] * 2,
    ),
    (
        "清河磐石科技有限公司订单不断。今年，入选国家级专精特新“小巨人”企业。",
        ["清河磐石科技有限公司"],
    ),
    (
        "走进长渡村，家家有花。近年来，先后获评中国美丽休闲乡村。",
        ["长渡村"],
    ),
    (
        "走进柳岸镇石桥村，处处都在丈量土地。石桥村成立了永禾蔬菜合作社。",
        ["柳岸镇石桥村"],
    ),
    (
        "清河区百川科技有限公司订单不断。百川科技获评国家级绿色工厂。",
        ["清河区百川科技有限公司"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MORE_WHOSE)
def test_an_honour_stays_with_whoever_won_it(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected


def test_a_standing_against_others_is_told_with_what_stands_so() -> None:
    text = "地区生产总值增长5.5%左右，高于全省平均水平。"
    (standing,) = statements(text)
    assert (standing.quote, standing.indicator) == (text[:-1], text[:-1])


def test_a_village_belongs_to_the_country_too() -> None:
    (fact,) = statements("长渡村建成文旅产业带。")
    assert "城乡融合" in fact.themes


def test_a_face_tells_who_spoke() -> None:
    text = "“村里的产业越来越好了。”说起变化，长渡村党支部书记吴山喜形于色。"
    assert [f.speaker for f in statements(text)] == ["长渡村党支部书记吴山"]


YET_MORE = [
    ("会议指出，要将一批优质企业培育成“隐形冠军”。", ["plan planned"]),
    ("今年他们将力争在专项债等方面实现新突破。", ["plan planned"]),
    ("公共洗手设施全覆盖。", ["milestone done"]),
    ("改造提升东园路、西清路等5条市政道路。", ["measure started"]),
    ("代表们认真审议报告。", []),
    ("代表们立志将在本职岗位继续发光发热。", []),
]


@pytest.mark.parametrize(("text", "expected"), YET_MORE)
def test_a_congress_and_a_review_say_it_so(text: str, expected: list[str]) -> None:
    assert told(text) == expected


OTHERS = [
    ("园区企业清河柔创科技有限公司的膜材料项目，获得全国科技贡献奖。", ["清河柔创科技有限公司"]),
    ("“园区新增了企业。”云台科创园负责人说。", ["云台科创园"]),
    ("“大家更有信心了。”来自河头镇的党代表于山告诉记者。", ["河头镇"]),
    ("接下来，他将携手羊岩茶厂打造茶叶基地。", ["清河区"]),
    ("茅州古镇商业区开街营业。", ["茅州古镇商业区"]),
    (
        "中国共产党清河区第五届代表大会第四次会议闭幕。",
        ["中国共产党清河区第五届代表大会第四次会议"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_firms_parks_and_meetings_are_named(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected


LAST = [
    ("清河区通过“江州瓷都”“江州名城”复评。", ["honour awarded"]),
    ("过去五年，经济总量完成历史性跨越。", []),
    (
        "停车提升项目，计划投入30万元，完成两个片区改造项目。云台公园建成开放。",
        ["plan planned", "milestone done"],
    ),
    ("清河区计划延展云台户外养老站。", ["plan planned"]),
    ("三个项目为：老旧小区焕新升级、养老服务提质扩面。", []),
    ("街道以议事会为纽带，绘就共建共治的治理图景。", []),
    ("柳岸镇在2022年开展代表活动时，代表们走访群众。", []),
    ("将云台小区纳入老旧小区进行改造，配备食堂、活动室。", ["measure done", "measure started"]),
    ("居民反映，场地设施不完善，小区环境待整治等问题。", ["problem"]),
    ("有力促进了经济发展，“十三五”规划确定的主要任务顺利完成。", ["milestone done"]),
    ("有力促进社会平稳发展，规划任务顺利完成。", ["milestone done"]),
    ("代表小组将该意见提交到镇里，设立云台服务站。", ["measure done"]),
]


@pytest.mark.parametrize(("text", "expected"), LAST)
def test_a_review_of_small_things_is_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected


WINNERS = [
    ("以艺术赋能乡村，获评全省特色乡村的大召村。", ["大召村"]),
    ("清河区朗公镇朱堤村党支部书记张山说：“机会难得！”", ["朗公镇朱堤村"]),
]


@pytest.mark.parametrize(("text", "expected"), WINNERS)
def test_a_winner_may_stand_behind_its_prize(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected


CHANGES = [
    ("县长王山宣布清河区重点项目集中开工。", ["milestone started"]),
    ("清河区打破了九龙治水的老办法。", ["milestone done"]),
    ("将工程治水模式转变为生态治水模式。", ["milestone done"]),
    ("云河已经成为国家水利风景区。", ["honour awarded"]),
    ("云湖的水生态保护曾面临诸多挑战。", ["problem"]),
    ("这更是全区打赢“双竞赛”决心的集中体现。", []),
    ("更是全区完成“双竞赛”任务决心的集中体现。", []),
    ("通过将治理的经验逐步推广到其他水系，水质好转。", []),
    ("逐步打造出云湖特有的水生态系统。", ["milestone done"]),
]


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_what_changed_is_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_adverbs_are_nobody() -> None:
    text = "清河区位列第79位，并首次入选“全国科技创新百强区”。"
    assert scopes(text) == ["清河区"]


FEATURE = [
    ("深入挖掘红色资源，打造红廉线路。", ["measure started"]),
    ("清河区推出“领航计划2.0版”。", ["measure done"]),
    ("清河区也是整个江南唯一的试点区。", ["standing"]),
    ("企业开办、施工许可、事项标准化5项指标排名第一。", []),
]


@pytest.mark.parametrize(("text", "expected"), FEATURE)
def test_a_feature_is_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected


OF_FEATURES = [
    ("江州市清河区获评营商环境引领奖。", ["清河区"]),
    ("近日，长渡镇“和美乡村”党建联盟揭牌成立。", ["长渡镇"]),
    ("云台科创园榜上有名，成为年度全市唯一入选的孵化器。", ["云台科创园"] * 2),
    ("清河区整治老街，恢复古镇建成云河客栈。", ["清河区"] * 2),
    ("长渡镇推进党建联盟工作，着力完善联席会议制度。", ["长渡镇"] * 2),
    ("长渡镇相关负责人表示，下一步，将完善联席会议制度。", ["长渡镇"]),
]


@pytest.mark.parametrize(("text", "expected"), OF_FEATURES)
def test_a_features_subject_is_named(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected
