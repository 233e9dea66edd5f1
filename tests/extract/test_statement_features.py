"""Statements of newspaper features and congress pages; every sentence is invented."""

from __future__ import annotations

import pytest
from statements_told import scopes, statements, told

from briefgen.fact import Kind


def test_a_panels_plan_with_a_long_list_of_subjects_stands_alone() -> None:
    found = statements(
        "党建引领上台阶",
        "党组织的组织力、引领力、执行力、号召力不断增强，干部作风更加过硬，党建品牌形成更多成果。",
    )
    assert [f.clause for f in found] == [
        "党组织的组织力、引领力、执行力、号召力不断增强",
        "干部作风更加过硬，党建品牌形成更多成果",
    ]


KINDS = [
    ("云台小区建强“红色管家”体系。", ["measure started"]),
    ("柳岸镇素有“蜜桃之乡”的美誉。", ["standing"]),
    ("柳岸镇走出了一条“竹产业+”的新路。", ["milestone done"]),
    ("柳岸镇大力发展竹木工艺品等文旅商品。", ["plan started"]),
    ("清河区收获了全市营商环境评价“优秀”等次。", ["honour awarded"]),
    ("清河区组织实施了“护航”服务行动。", ["measure done"]),
    ("为解决停车难问题，社区“红管家”服务站引进智慧停车系统。", ["measure started"]),
    ("清河区收集企业反映问题128件。", []),
    ("今后五年，要以改革为主线，以开放为引领，准确把握新发展阶段。", []),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_a_features_words_are_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected


MORE = [
    ("去年，柳岸镇着力打造风车小镇和桃花之乡。", ["plan started"]),
    ("柳岸镇大力实施村庄净化、绿化、美化。", ["measure started"]),
    ("柳岸镇对重点村的陈旧民居进行改造。", ["measure done"]),
    ("柳岸镇形成一批以美丽乡村为特色的旅游点。", ["milestone done"]),
    ("云台村的旅游已从单一的观光游转变为多元体验。", ["milestone done"]),
    ("要重点突破机器人算法等“卡脖子”领域。", ["plan planned"]),
    ("要选优配强党组织书记。", ["plan planned"]),
    ("要建强产业链党委，构建企业参与的“1+1+N”责任链条。", ["plan planned"] * 2),
    ("柳岸镇的美景吸引来四方的游客。", []),
    ("柳岸镇充分利用得天独厚的气候优势。", []),
    ("张山一行详细了解企业招引入驻、成果转化等工作。", []),
    ("力争到2025年底消化60%超职数干部。", []),
]


SAID = [
    (
        "区长张山要求各相关单位：一是组织开展送政策上门行动；二是落实“首席服务官”制度。",
        ["plan planned"] * 2,
    ),
    ("区长张山表示，会后将认真梳理企业家提出的意见建议。", ["plan planned"]),
    ("柳岸镇长期缺乏公共议事空间。", ["problem"]),
    ("几年前，云河河水受到严重污染。", ["problem"]),
    ("柳岸镇对云河支流进行生态环境治理。", ["measure done"]),
    ("柳岸镇全面铺开“五化三改”建设。", ["measure started"]),
    ("柳岸镇招募了首批营商环境体验官。", ["measure done"]),
    ("云台小区将居民组织在一起，组成“邻里帮”小组。", ["measure done"]),
    ("云台小区改造工程采用“居民议事会+设计院”协作模式。", ["measure started"]),
    (
        "清河区正在积极谋划推动云塔下一阶段整体打造。完善档案收集工作。",
        ["plan started", "measure started"],
    ),
    ("清河区持续推进基层文化阵地建设。", ["measure started"]),
    ("合作社注册了“云台红薯”品牌。", ["milestone done"]),
    (
        "歌曲《花开》获全市大奖、节目《云河谣》入围全省展演。",
        ["honour awarded", "honour candidate"],
    ),
    ("清河区基本构建起公共文化服务网络体系。", ["milestone done"]),
    ("清河区举办诗歌周，推动了文旅“破圈”。", ["milestone done"]),
    ("着眼构建适应市民需求的服务体系。", []),
    ("双方签订“清河—长渡工商联协作框架协议”。", ["milestone signed"]),
    ("区工商联促成了展销中心与云山农业公司签订购销协议。", ["milestone signed"]),
    ("与云山商圈党支部联动开展主题党日活动。", ["measure started"]),
    ("空间规划调整取得实质性进展。", ["milestone started"]),
    ("政务服务事项全部实现“最多跑一次”。", ["milestone done"]),
    ("与江州农业大学、云山大学等多家高校院所开展产学研合作。", ["measure started"]),
    ("为践行生态理念，全面推动河长制落地见效。", []),
]


@pytest.mark.parametrize(("text", "expected"), MORE + SAID)
def test_a_towns_words_are_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected


SCOPES = [
    ("长渡街道大王社区针对外卖员等群体建设了“红色驿站”。", ["长渡街道大王社区"]),
    ("走近竹林社区红色驿站，设施齐全，社区还设立了“权益服务站”。", ["竹林社区"]),
    ("帮助3个村与企业达成招商签约协议。", ["清河区"]),
    ("清河区基本构建起公共文化服务网络体系。", ["清河区"]),
    ("年初，清河区率先在长渡镇组建了“爱卫协会”，建立联查制度。", ["清河区"] * 2),
    ("云河景区在2019年12月被评为3A级景区，2020年9月被评为全市十大金牌景区。", ["云河景区"] * 2),
    ("如清河区柳岸镇桃源村素有“蜜桃之乡”的美誉。", ["柳岸镇桃源村"]),
    ("在柳岸社区的指导下，云台小区成立了“红管家”队伍。", ["云台小区"]),
    ("由柳岸镇党委牵头，成立了环境监督委员会。", ["柳岸镇"]),
]


@pytest.mark.parametrize(("text", "expected"), SCOPES)
def test_a_quarter_is_somebody(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected


QUARTER = (
    "清河区柳岸街道云桥居民区党总支创新打造“红色物业联盟”，治理有了新格局。",
    "针对居民需求，党总支搭建“一家亲”平台，建立包联责任制。",
    "云桥居民区党总支强化队伍建设，推行“两委班子”与业委会交叉任职，在别墅小区试点“小秘书”自治模式。"
    "设立物业党员示范岗。",
)


def test_a_party_branch_acts_for_its_quarter() -> None:
    found = statements(*QUARTER)
    assert [str(f.kind) for f in found] == ["measure"] * 7
    assert all(f.scope.endswith("云桥居民区") for f in found)
    party = [f.themes[0] for f in found if "党" in f.clause or "两委" in f.clause]
    assert set(party) == {"党的建设"}


WORKS = [
    ("宏远新能源一期项目顺利实现投产。", ["宏远新能源一期项目"]),
    ("柳岸至长渡铁路项目（清河段）实现开工。", ["柳岸至长渡铁路项目（清河段）"]),
    ("云桥农业示范基地是一大亮点。基地围绕规模化，建立“支部+农户”模式。", ["云桥农业示范基地"]),
    (
        "清河区、柳岸经开区、云台综保区获评全省先进单位。",
        ["清河区、柳岸经开区、云台综保区"],
    ),
    ("目前，云桥居民区通过“红色联盟”打造共治平台。", ["云桥居民区"]),
    ("柳岸镇聚焦治理，服务更近。全镇建立“首席服务官”制度。", ["柳岸镇"]),
    ("柳岸镇推行“积分制”管理。设立“红黑榜”制度。", ["柳岸镇"] * 2),
]


@pytest.mark.parametrize(("text", "expected"), WORKS)
def test_a_work_and_its_short_name_are_told_apart_from_the_area(
    text: str, expected: list[str]
) -> None:
    assert scopes(text) == expected


DONE_BY = [
    ("柳岸经开区成为首批国家级知识产权示范园区。", ["honour awarded"]),
    ("云桥社区改造衰败绿地为生境花园。", ["measure started"]),
    ("社区党总支运用“三所联动”机制破解治理顽疾。", ["measure started"]),
    ("通过多次协商引入专业停车公司并制定管理办法。", ["measure started"]),
    ("清河区引进落地总投资21亿元的锂盐生产项目。", ["milestone done"]),
    ("通过搭建平台，服务更近了。", []),
    ("推动多项民生工程落地。", []),
]


@pytest.mark.parametrize(("text", "expected"), DONE_BY)
def test_what_a_quarter_does_is_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_villages_officer_speaks_for_the_village_of_his_town() -> None:
    quote = "“路修好了，游客也多了。”柳岸镇桃源村党总支副书记李山说。"
    assert scopes(quote) == ["柳岸镇桃源村"]


WHO = [
    ("江州市推行“全要素融合”治理模式。", ["江州市"]),
    (
        "作为省级隐形冠军企业，宏远科技专注于材料研发，在该领域处于国内领先地位。开发的产品填补了国内空白。",
        ["宏远科技"] * 2,
    ),
    (
        "我区的宏远科技有限公司、云山股份有限公司、长渡材料有限公司等7家企业入选省级榜单。",
        ["宏远科技有限公司、云山股份有限公司等"],
    ),
    ("云桥社区党支部书记李山共同为“红色物业”党支部揭牌。", ["云桥社区"]),
    ("区文化馆立足实际，开展文化惠民活动。", ["区文化馆"]),
    ("“下一步我们把馆办得更好。”区文化馆负责人说。", ["区文化馆"]),
    ("云桥社区惠民食堂正式落户云山商圈。", ["云桥社区惠民食堂"]),
    ("环科园（柳岸镇）将深入推动“红色物业”建设。", ["环科园（柳岸镇）"]),
    ("云桥社区建了食堂。“老人吃饭方便多了。”居民李山感慨道。", ["云桥社区"]),
]


@pytest.mark.parametrize(("text", "expected"), WHO)
def test_whose_a_features_statement_is(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected


def test_who_exclaims_is_named_without_the_verb() -> None:
    found = statements("居民李山感慨道：“社区把我们的想法都落到了实处。”")
    assert [f.speaker for f in found] == ["居民李山"]


NOT_UP = [
    ("云桥社区将紧紧把握工作法内涵，坚持党建引领，推动党建与社会治理融合。", ["plan planned"]),
    ("社区食堂已完成设施调试，预计下月正式开业。", ["milestone done", "plan planned"]),
    ("大家实地参观“红色物业”创建工作。", []),
    ("并叮嘱大家要做好防暑降温措施。", []),
    ("“管！”云桥社区书记李山说。", []),
    ("党支部刚成立不久，居民就感到了温暖。", []),
    ("近年来，清河区积极推进文化和旅游深度融合发展。", ["measure started"]),
    ("清河区围绕设施提升，不断完善公共文化服务网络。", ["measure started"]),
    ("清河区精心创编木偶剧《云河谣》等节目。", ["measure started"]),
    ("开展“戏曲进乡村”惠民演出120余场。", []),
    ("清河区已形成“县图书馆+文化站”的文化供给体系。", ["milestone done"]),
    ("云桥社区同步升级“暖新盟”服务体系。", ["measure started"]),
    ("社区党委针对食堂运营创新采用“公益+市场”双线模式。", ["measure started"]),
]


@pytest.mark.parametrize(("text", "expected"), NOT_UP)
def test_a_quarters_plan_and_its_talk_are_no_deeds(text: str, expected: list[str]) -> None:
    assert told(text) == expected


TOWN = (
    "近年来，青木镇聚焦乡村振兴，加快农文旅深度融合。",
    "坚持党建引领，夯实基础。构建“四联”共建机制，片区成立联建党委，打造党支部领办合作社联盟。",
)


def test_a_towns_feature_stays_the_towns_in_its_later_paragraphs() -> None:
    assert set(scopes(*TOWN)) == {"青木镇"}


def test_a_feature_that_speaks_of_the_area_too_does_not_lend_it_a_towns_name() -> None:
    found = statements(*TOWN, "全区上下一心，服务更优。建立“首席服务官”制度。")
    assert found[-1].scope == "清河区"


HELD = [
    ("清河区举行教育集团签约揭牌仪式。", ["milestone done"]),
    ("下一步，要持续完善服务体系，搭建有效沟通平台。", ["plan planned"] * 2),
    ("宏远公司正在加紧试生产。", ["milestone started"]),
    ("作为2021年落户云山工业园的企业，宏远公司主要从事加工。", []),
    ("柳岸镇开展水稻高品质种植实验。", ["measure started"]),
    ("柳岸镇实行党员联系企业制度。", ["measure started"]),
    ("办好一批学校就能带动一方发展。", []),
    ("坚持以组织对接园区，打造暖心聚力“加速器”。", []),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_what_is_held_tried_and_set_up_is_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_month_of_a_plan_is_no_subject() -> None:
    found = scopes("云山公司正在试生产，计划5月底全面投产。")
    assert found == ["云山公司"] * 2


SERVICE = [
    ("清河街道推行“积分制”管理，在辖区成立文明实践所。", ["清河街道"] * 2),
    ("云山新区入选首批科技小镇。", ["云山新区"]),
    ("云山老年医院建设完成。", ["云山老年医院"]),
    ("云山片区改造项目获评全国优秀案例。", ["云山片区改造项目"]),
    ("云桥社区志愿服务队开展人居环境整治活动。", ["云桥社区志愿服务队"]),
    ("柳岸镇云桥社区邻里文艺汇演在广场举行。", ["柳岸镇云桥社区"]),
]


@pytest.mark.parametrize(("text", "expected"), SERVICE)
def test_a_street_named_as_its_district_is_told_apart(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected


SERVED = [
    ("云桥社区专门设置了一间文化活动室。", ["measure done"]),
    ("云桥社区文明实践志愿服务队开展人居环境整治活动。", ["measure started"]),
    ("云桥社区与志愿服务中心开展党建共建。", ["measure started"]),
    ("云桥社区先后获得“全国敬老模范社区”“全国职工书屋”等10多项荣誉。", ["honour awarded"]),
    ("清河钢厂一举摘掉亏损帽子。", ["milestone done"]),
    ("云台公墓项目积极推进。", ["milestone started"]),
    ("依托“青创之家”开展公益性志愿填报咨询服务。", ["measure started"]),
]


@pytest.mark.parametrize(("text", "expected"), SERVED)
def test_what_a_quarter_sets_up_is_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_what_a_speaker_looks_at_is_no_part_of_the_name() -> None:
    found = statements("“我家把庭院拓宽了。”云台村村民李山看着自家的庭院说道。")
    assert [f.speaker for f in found] == ["云台村村民李山"]


def test_an_interviews_heading_is_no_part_of_an_office_and_no_theme() -> None:
    found = statements(
        "访青木镇党委书记李山", "李山说，今年，青木镇将扩大加工业规模，建设茶叶市场。"
    )
    assert {f.speaker for f in found} == {"青木镇党委书记李山"}
    assert not any("党的建设" in f.themes for f in found)


LEFT = [
    ("二是坚持开展“千企大走访”活动。", ["measure started"]),
    ("清河区坚定不移全面深化改革。", []),
    ("专家团队将为企业发展把脉。", []),
    ("清河区创新政企沟通模式。", ["measure started"]),
    ("清河区深入实施创新驱动发展战略。", ["measure started"]),
    ("优化营商环境就是提升区域竞争力。", []),
    ("柳岸镇打造集田园、康养于一体的乡村旅游休闲区。", ["measure started"]),
]


@pytest.mark.parametrize(("text", "expected"), LEFT)
def test_what_earlier_rounds_left_is_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_an_honour_behind_a_firm_s_figures_is_that_firm_s_and_not_of_one_told_before() -> None:
    found = statements(
        "今年，远洋渔业公司建成全省首个养殖基地。",
        "去年，蓝原机电投入研发经费4600万元，获评国家级专精特新“小巨人”企业。",
    )
    assert [f.scope for f in found if f.kind is Kind.HONOUR] == ["蓝原机电"]
