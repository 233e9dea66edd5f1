"""Statements that the first runs on papers of other places missed; every sentence is invented."""

from __future__ import annotations

import pytest
from statements_told import scopes, statements, told

from briefgen.fact import Kind

CALLED = [
    (
        "李山在讲话中强调，明确方向：一是加快产业优化升级。二是推进老旧小区改造。",
        ["plan planned"] * 2,
    ),
    ("会议要求，优化投资环境，健全服务机制。", ["plan planned"] * 2),
    ("会议号召广大党员建强基层组织，擦亮文明品牌。", ["plan planned"]),
    ("会议强调，目前云台大桥已建成通车。", ["milestone done"]),
    ("按照上级要求，建立联席会议制度。", ["measure done"]),
    ("李山强调，今年目标和任务较为繁重，带来很大挑战；依法行政还需提升。", ["problem"] * 2),
    (
        "党的二十大报告提出，要加强城市社区建设，推进基层治理。柳岸镇推行“积分制”管理。",
        ["measure started"],
    ),
    ("要强化招商促投产，建设两个产业园。", ["plan planned"]),
]


@pytest.mark.parametrize(("text", "expected"), CALLED)
def test_what_is_called_for_is_a_plan(text: str, expected: list[str]) -> None:
    assert told(text) == expected


QUARTERS = [
    ("云桥社区将服务触角延伸至居民“家门口”。", ["measure started"]),
    ("云桥社区以协商方式引导居民参与环境整治。", ["measure started"]),
    ("云桥社区建立议事制度，打通服务居民的“最后一公里”。", ["measure done"]),
    ("云桥社区建立议事制度，推动实现服务全覆盖。", ["measure done"]),
    ("柳岸镇规模化建设种养基地。", ["measure started"]),
    ("柳岸镇已成功发展甜瓜、木耳、山药等多个品类。", ["milestone done"]),
    ("云桥社区形成“党委统筹、支部推进”的治理闭环。", ["milestone done"]),
    ("两个共建单位主动响应、积极行动。", []),
    ("项目包括推动乡村振兴的风电、研学旅游园区建设项目等。", []),
    ("其中有上市公司投资的陶瓷基地。", []),
    ("云桥社区使党组织成为居民的主心骨。", []),
]


@pytest.mark.parametrize(("text", "expected"), QUARTERS)
def test_a_quarters_ways_are_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


RANKED = [
    ("云山经开区获评全省先进园区，综合实力稳居全省园区第一方阵。", ["云山经开区"] * 2),
    (
        "位于清河区的云山玻璃有限公司，是国家级“小巨人”企业。领先的“硬核”技术，还让他们成为国产大飞机的唯一供应商。",
        ["云山玻璃有限公司"] * 2,
    ),
    ("清河区东大街坚持党建引领，深化“双报到”机制。一方面，完善五级组织链条。", ["东大街"] * 2),
    ("柳岸街道云桥社区提升环境。社区党委建立“共商”机制。", ["柳岸街道云桥社区"]),
    (
        "云桥社区党委建立“共商”机制。下一步，将发动党员家庭，传递社区温暖。整合合伙人资源。",
        ["云桥社区"] * 2,
    ),
    ("清河区柳岸街道云桥社区建立“共商”机制。", ["柳岸街道云桥社区"]),
    ("柳岸镇坚持把“办实事”活动拓展到每个小区。", ["柳岸镇"]),
    ("柳岸镇聚焦治理，构建起服务新格局。", ["柳岸镇"]),
]


@pytest.mark.parametrize(("text", "expected"), RANKED)
def test_who_is_meant_is_found_in_the_sentences_before(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected


def test_a_broadcasters_quote_has_its_speaker_before_the_colon() -> None:
    found = statements("云山玻璃有限公司董事长李山：“有了政策支持，我们的信心更足了。”")
    assert [(f.speaker, f.scope) for f in found] == [
        ("云山玻璃有限公司董事长李山", "云山玻璃有限公司")
    ]


PEOPLE = [
    (
        "清河区柳岸镇桃源村党支部书记李山带领村民修路。李山牵头成立了红薯合作社。",
        ["柳岸镇桃源村"],
    ),
    (
        "柳岸镇桃源村党支部书记李山被授予“江州楷模”称号。他先后获评全市优秀党员。",
        ["柳岸镇桃源村"] * 2,
    ),
    ("清河区柳岸镇桃源村三大合作社理事长李山荣获全市脱贫致富奖。", ["柳岸镇桃源村"]),
    ("柳岸镇桃源村面貌一新。“环境变好了。”在这个小乡村住了多年的张大伯说。", ["柳岸镇桃源村"]),
    ("如今的桃源村，已彻底摘脱市级贫困村帽子，成为全国生态村。村里建起了加工厂。", ["桃源村"] * 3),
    ("谈到桃源村的变化，村民笑了。", []),
    ("肝病、护理入选市级重点专科。", ["清河区"]),
    ("街道文化站和社区文化中心全部达标。", ["清河区"]),
    ("清河区硬化乡镇道路。持续推进和美乡村建设。", ["清河区"]),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_who_acts_for_a_village_is_the_village(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected


WON = [
    ("云山遗址列入中华文明探源工程。", ["honour awarded"]),
    ("合作社成为“江州市十佳合作社”。", ["honour awarded"]),
    ("区委宣传部发布9月“江州楷模”上榜人物。", []),
    ("桃源村打响了“软玉”牌大米品牌。", ["milestone done"]),
    ("桃源村实现了从“空心村”到“网红村”的转身。", ["milestone done"]),
    ("桃源村成为远近闻名的民宿村。", ["milestone done"]),
    ("清河区发展农村电商、直播农业等新业态。", ["measure started"]),
    ("在一体化平台开发情形化配置功能。", ["measure started"]),
    ("记者从清河区创建示范区推进会上获悉。", []),
    ("清河区推进乡村振兴工作走深走实。", []),
]


@pytest.mark.parametrize(("text", "expected"), WON)
def test_what_is_won_and_opened_up_is_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


PROBLEMS = [
    ("云桥小区的基础设施日益陈旧。", ["problem"]),
    ("生活污水流入河中，导致河道堵塞。", ["problem"]),
    ("云河生态一度恶化。", ["problem"]),
    ("小区环境脏乱、配套设施落后、停车难。", ["problem"]),
    ("我们也看到，还存在一些困难和问题：县域经济规模小，民生领域还存在不少短板。", ["problem"] * 2),
    ("企业家结合当前遇到的困难畅所欲言。", []),
]


@pytest.mark.parametrize(("text", "expected"), PROBLEMS)
def test_what_is_old_small_or_worse_is_a_problem(text: str, expected: list[str]) -> None:
    assert told(text) == expected


SPOKEN = [
    ("李山指出，要不断优化投资环境，更加自觉推动技术改造。", ["plan planned"]),
    ("李山强调，发展是永恒的主题。", []),
    ("李山强调，用好“四方”合作机制，解决企业融资困难。", ["plan planned"]),
    ("云桥公寓有望成为全区首个全加装电梯的小区。", ["plan planned"]),
    ("将“鸽子笼”拆除，对楼顶进行了防漏处理。", ["milestone done", "measure done"]),
    ("云桥公寓建成于2017年，共有13幢楼。", []),
    ("云河街道对河道进行加固。", ["measure done"]),
    ("云河街道对桃源、云台等村开展污水截污工程。", ["measure started"]),
    ("清河区全面落实河长制，着力恢复河流功能。", ["measure started"] * 2),
    ("清河区实现了“水清滩净、人海和谐”。", ["milestone done"]),
    ("协商议题旨在推动区域可持续更新。", []),
    ("座谈会上，企业家介绍发展战略。", []),
    ("企业家善于把“不可能”变成“可能”。", []),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_what_is_spoken_of_in_visits_is_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_one_of_several_who_spoke_is_not_whom_the_next_sentence_is_of() -> None:
    found = scopes(
        "座谈会上，云钢集团、兴云集团等13家企业代表发言。李山指出，要推进复工复产，优化投资环境。"
    )
    assert found == ["清河区"] * 2


def test_a_quarters_work_is_the_quarters() -> None:
    assert scopes("云桥社区的老旧小区改造工作也正在逐步推进。") == ["云桥社区"]


TOWNS = [
    ("云山镇研发了绞股蓝茶。", ["milestone done"]),
    ("云山镇发展有桃源茶园、云台茶园等。", ["milestone done"]),
    ("云山镇采取“党总支+合作社”的模式。", ["measure started"]),
    ("清河区第十届河灯文化节在古镇启幕。", ["milestone done"]),
    ("古镇荣升国家级旅游休闲街区。", ["honour awarded"]),
    ("桃源村是中国水仙茶发源地。", ["standing"]),
    ("水仙茶已成为镇上的绿色产业。", ["milestone done"]),
    ("桃源村因缺乏一个规范的市场，茶文化人才匮乏。", ["problem"] * 2),
    ("云山镇将“云山水仙”成功申报国家地理标志。", ["honour awarded"]),
    ("清河区与企业签订协议，将在古镇建设非遗体验馆。", ["milestone signed", "plan planned"]),
    ("该镇八个村联合社组建成立云山茶业公司。", ["milestone done"]),
    ("推介活动是推动文旅融合的关键举措。", []),
    ("开幕式上，歌舞轮番上演。", []),
]


@pytest.mark.parametrize(("text", "expected"), TOWNS)
def test_what_towns_grow_and_hold_is_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_works_that_are_announced_in_a_number_of_fields_are_plans() -> None:
    found = told(
        "我们将坚定不移做好6个方面工作：",
        "探索产业创新融合新路。推动标准厂房、小微园上半年投用。",
    )
    assert found == ["plan planned"] * 2


OF_TOWNS = [
    (
        "清河区云山镇打造教育强镇。去年以来，该镇推动医联体建设，居民医疗保险实现全覆盖。",
        ["云山镇"] * 2,
    ),
    ("近年来，向林镇积极探索发展思路，创新构建“四位一体”模式。", ["向林镇"]),
    ("大进镇种茶历史悠久。该镇在茶产业链上建立了联合党支部。", ["大进镇"]),
    (
        "云山镇坚持党建引领，整合资源建成清河县云品茗茶叶合作社。合作社组建后，改变了农户自产自销的模式。",
        ["云山镇", "清河县云品茗茶叶合作社"],
    ),
    ("我市云山乳粉示范工厂成功入选智能制造示范名单。", ["云山乳粉示范工厂"]),
    (
        "云山镇桃源村村民李小山开始了除草工作。“茶园面积不断扩大，收入也好了。”李小山脸上露出了笑容。",
        ["云山镇桃源村"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OF_TOWNS)
def test_a_town_by_its_pronoun_and_its_things(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected


def test_problems_under_their_heading_are_told_one_by_one() -> None:
    listed = "一是规模偏小，亿元以上企业不多；二是融资难融资贵问题尚未根本解决；三是用工成本上升。"
    found = statements("五、存在问题", listed)
    assert [f.indicator for f in found if f.kind is Kind.PROBLEM] == [
        "规模偏小",
        "亿元以上企业不多",
        "融资难融资贵问题尚未根本解决",
        "用工成本上升",
    ]


def test_the_words_that_lead_problems_in_are_none() -> None:
    assert told("存在的不足：一是产业链条短；二是劳动力外流。") == ["problem", "problem"]


def test_what_follows_a_problem_in_its_sentence_is_one_and_later_ones_are_not() -> None:
    text = "清河区仍有3个断面水质不稳定，污染治理难度大，水质反弹。支持力度加大，新建公园3个。"
    found = statements(text)
    assert [f.indicator for f in found if f.kind is Kind.PROBLEM] == [
        "清河区仍有3个断面水质不稳定",
        "污染治理难度大",
        "水质反弹",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "获授权专利3126件。",
        "通过绿色食品认证8.2万亩、有机认证1.5万亩。",
        "这样的变化，得益于清河区打好污染防治攻坚战。",
    ],
)
def test_a_patent_and_a_cause_are_no_honour_and_no_standing(text: str) -> None:
    assert not [f for f in statements(text) if f.kind in (Kind.HONOUR, Kind.STANDING)]


def test_how_many_came_into_a_list_is_no_candidacy() -> None:
    assert told("入围数量居全市首位。") == ["standing"]


def test_a_number_that_leads_is_told_with_what_is_counted() -> None:
    found = statements("高新技术企业86家、科技型企业512家，数量均居全市首位。")
    (first,) = (f for f in found if f.kind is Kind.STANDING)
    assert first.clause == "高新技术企业86家、科技型企业512家，数量均居全市首位"


def test_where_a_speaker_lives_is_no_part_of_the_place() -> None:
    (said,) = statements("“以前这里是臭水沟，现在成了公园。”家住沿河社区的居民刘大妈感慨。")
    assert (said.speaker, said.scope) == ("沿河社区居民刘大妈", "沿河社区")


def test_a_guest_who_praises_speaks() -> None:
    found = statements("“七夕节有文化、有新意！”来自江州的游客李山点赞。")
    assert [f.speaker for f in found] == ["来自江州的游客李山"]


LISTS = [
    (
        "报告指出，要重点抓好三个方面工作：坚持民生为本，推动社会事业实现新突破；坚持绿色先行，推动生态建设实现新突破。",
        ["plan planned"] * 2,
    ),
    ("今年，清河区力争新增企业20家，建成云山科创园，完成三个小区改造。", ["plan planned"] * 2),
    ("这些项目带动性强，将有力促进两地相关产业延链补链。", ["plan planned"]),
    ("李山指出，要真抓实干，攻坚克难。", []),
    ("清河区以创建国家级示范区为抓手，全力打造旅游目的地。", ["plan started"]),
    ("由区委、区政府联合举办，云山文化节在古镇开幕。", ["milestone done"]),
    ("清河区、云山县先后有28个项目集中开工或签约。", []),
    ("此次集中开工8个项目、签约10个项目。", []),
    ("清河区成功晋级全市第2个千亿区。", ["honour awarded"]),
    ("部分自然村不具备建立党支部的条件。", ["problem"]),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_of_tasks_and_counts_are_read(text: str, expected: list[str]) -> None:
    assert told(text) == expected


ABOVE = [
    ("云山省切实保护云河流域，出台《云河保护条例》。", ["云山省"]),
    ("江州市以文旅融合为抓手，全力打造旅游目的地。", ["江州市"]),
    ("区政协调研组要通过专报反映企业诉求，做好调研工作。", ["区政协"]),
    ("清河区委统战部、区工商联召开圆桌会。", ["清河区"]),
]


@pytest.mark.parametrize(("text", "expected"), ABOVE)
def test_what_stands_above_and_what_serves_the_area_is_named(
    text: str, expected: list[str]
) -> None:
    assert scopes(text) == expected


def test_what_is_claimed_does_not_drown_in_its_leads() -> None:
    found = statements(
        "李山指出，要牢牢把握引导民营经济健康发展的总体要求，针对不同企业的行业特点和实际痛点，"
        "围绕企业所需所盼，加大纾困帮扶力度。"
    )
    assert [f.clause[:2] for f in found] == ["针对"]


FOUNDED = [
    ("李山流转了土地，成立了云山种植农民合作社，建立了扶贫机制。", ["云山种植农民合作社"] * 2),
    (
        "李山成立了云山果蔬合作社。合作社主动对接市场，着力建立产供销链条。",
        ["云山果蔬合作社"] * 2,
    ),
    ("李山看到村里变了样，她决定回乡创业。次年，成立云山蔬菜合作社。", ["云山蔬菜合作社"]),
    ("云山公司高原蓄电池获省科学技术奖一等奖。", ["云山公司"]),
    ("云山街道成为全区唯一入选省级实验区的单位。", ["云山街道"]),
    ("云山省江州市清河区探索多元共治的治理模式。", ["清河区"]),
    ("云山路下穿通道正在加快施工。", ["云山路下穿通道"]),
    (
        "仪式在柳山镇桃源村榛子园举行。“生活越过越好了。”桃源村村民李山笑着说。",
        ["清河区", "柳山镇桃源村"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUNDED)
def test_what_somebody_founds_goes_on_as_its_own(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected


FOUND = [
    ("清河区涌现出“楼栋自治”等一批治理品牌。", ["milestone done"]),
    ("合作社创造了“党支部+公司”的帮扶模式。", ["milestone done"]),
    ("另一方面与果农大户构建利益联结机制。", ["measure started"]),
    ("为带动群众发展产业，进一步扩大基地规模，李山先后参观学习。", []),
    ("据云山产业发展有限公司总经理李山介绍，果园始建于2013年。", []),
    ("李山一行就项目建设工作开展进行交流。", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_what_is_created_and_what_only_leads_in(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_works_progress_is_of_the_areas_strength() -> None:
    found = statements("李山强调，要全力以赴加快推进项目建设。")
    assert [f.themes[0] for f in found] == ["综合实力"]


BEGUN = [
    ("清河区在产业集聚区举行云山小镇集中开工仪式。", ["milestone done"]),
    ("云山工业园举行了云山公司等14个重点项目的集中开工仪式。", ["milestone done"]),
    ("今年以来，清河区全力以赴开展招商引资。", ["measure started"]),
    ("桃源村结合村情民意，完善村规民约。", ["measure started"]),
]


@pytest.mark.parametrize(("text", "expected"), BEGUN)
def test_what_is_begun_with_a_ceremony_is_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


OF_VILLAGES = [
    ("郑家村今年第一季度开展了积分兑换活动。", ["郑家村"]),
    ("云山乡计划年内在全乡推广积分制。", ["云山乡"]),
    ("桃源村组织村民学习，收集村民意见，修订《村规民约》。", ["桃源村"]),
]


@pytest.mark.parametrize(("text", "expected"), OF_VILLAGES)
def test_a_time_behind_a_village_is_no_part_of_it(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected


OWNERS = [
    # firms that nobody names have the problem, not the firm told before
    (
        "青峰茶业集团建成生产线。但部分企业反映，融资难、融资贵问题依然突出。",
        ["青峰茶业集团", "清河区"],
    ),
    ("白岭药业营业收入达3.2亿元，被认定为省级龙头企业。", ["白岭药业"]),
    (
        "东岭船舶营收31亿元。“百名干部联百企”行动累计解决难题316个，获评全省典型案例。",
        ["清河区"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), OWNERS)
def test_problems_and_honours_stay_with_their_owners(text: str, expected: list[str]) -> None:
    assert scopes(text) == expected


SUGGESTED = [
    ("区工商联主席李山建议，建立账款清偿台账。", []),
    ("委员们建议，建成云台学校，完善台账制度。", []),
    ("采纳代表建议，建成云台大桥。", ["milestone done"]),
]


@pytest.mark.parametrize(("text", "expected"), SUGGESTED)
def test_what_somebody_suggests_is_neither_done_nor_planned(text: str, expected: list[str]) -> None:
    assert told(text) == expected
