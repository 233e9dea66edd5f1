"""What the Chinese names of measures begin and end with, and what that makes of the rest.

Input: none. Output: tables from Chinese to patterns of English. It knows no whole measure: those
are of the lexicon.
"""

from __future__ import annotations

# what an indicator begins with, and the name that it gives to what follows
LEADS = {
    "新认定": "newly recognised {}", "新获批": "newly approved {}", "新引进": "{} newly brought in",
    "新开工": "{} newly started", "新签约": "newly signed {}", "新培育": "{} newly fostered",
    "新登记": "newly registered {}", "新设立": "newly registered {}", "新设": "newly registered {}",
    "新改扩建": "{} built, rebuilt or extended", "新建改扩建": "{} built, rebuilt or extended",
    "新建改建": "{} built or rebuilt", "新改建": "{} built or rebuilt",
    "新建改造": "{} built or renovated", "新建扩建": "{} built or extended",
    "新建": "{} newly built", "新增": "new {}", "净增": "net increase in {}",
    "增加": "increase in {}",
    "拆除改造": "{} demolished or renovated", "整治提升": "{} cleaned up and improved",
    "改造升级": "{} upgraded", "改造提升": "{} renovated and improved",
    "改造": "{} renovated", "建成": "{} completed",
    "累计建成": "{} completed in total", "累计完成": "{} completed in total",
    "累计": "total {}", "完成": "{} completed", "引进": "{} brought in", "培育": "{} fostered",
    "入选": "selections as {}", "获评": "selections as {}", "获批": "approvals as {}",
    "拥有": "{}", "现有": "{}", "共有": "{}", "已有": "{}", "全年": "{}", "全市": "{}",
    "全县": "{}",
    "全区": "{}", "全省": "{}", "全镇": "{}", "全村": "{}", "每年": "yearly {}", "年": "annual {}",
    "日均": "daily {}", "其中": "{}", "目前": "{}",
}  # fmt: skip
# what a measure may be of the thing that stands before it
OF_A_THING = {
    "国内市场占有率": "domestic market share of {}", "市场占有率": "market share of {}",
    "全球市场占有率": "global market share of {}", "占有率": "market share of {}",
    "产量": "output of {}", "总产量": "total output of {}", "年产量": "annual output of {}",
    "产值": "output value of {}", "总产值": "gross output of {}", "年产值": "annual output of {}",
    "工业产值": "industrial output of {}", "综合产值": "overall output of {}",
    "全产业链产值": "output of the whole chain of {}", "增加值": "value added of {}",
    "销售额": "sales of {}", "年销售额": "annual sales of {}", "销售收入": "sales revenue of {}",
    "网络零售额": "online retail sales of {}", "营业收入": "revenue of {}", "营收": "revenue of {}",
    "综合收入": "overall revenue from {}", "收入": "income from {}", "利润": "profits of {}",
    "税收": "tax revenue from {}", "完成综合税收": "taxes from {}", "综合税收": "taxes from {}",
    "面积": "area of {}", "种植面积": "area planted with {}", "播种面积": "area sown to {}",
    "养殖面积": "area under {}", "建筑面积": "floor space of {}", "规模": "scale of {}",
    "覆盖率": "coverage of {}", "普及率": "coverage of {}", "办结率": "completion rate of {}",
    "完成率": "completion rate of {}", "达标率": "compliance rate of {}",
    "满意率": "satisfaction rate with {}", "满意度": "satisfaction with {}",
    "合格率": "pass rate of {}", "利用率": "utilisation rate of {}",
    "处理率": "treatment rate of {}",
    "里程": "length of {}", "长度": "length of {}", "数量": "number of {}", "总数": "number of {}",
    "完成投资": "investment completed in {}", "累计完成投资": "investment completed in {}",
    "总投资": "total investment in {}", "总投资额": "total investment in {}",
    "计划总投资": "planned total investment in {}", "投资额": "investment in {}",
    "年度计划投资": "investment planned for the year in {}", "投资": "investment in {}",
    "出口": "exports of {}", "出口额": "exports of {}", "进出口": "imports and exports of {}",
    "进出口额": "imports and exports of {}", "交易额": "turnover of {}", "成交额": "turnover of {}",
    "成交金额": "turnover of {}", "装机": "installed capacity of {}",
    "装机容量": "installed capacity of {}", "产能": "capacity of {}",
    "年产能": "annual capacity of {}",
    "贷款余额": "outstanding loans to {}", "从业人员": "people employed in {}",
    "从业人数": "people employed in {}", "就业人数": "people employed in {}",
    "存栏": "{} in stock", "存栏量": "{} in stock", "出栏": "{} slaughtered",
    "出栏量": "{} slaughtered", "价格": "prices of {}", "品牌价值": "brand value of {}",
    "接待游客": "visitors to {}", "接待游客人次": "visitors to {}", "参保人数": "people in {}",
    "用电量": "electricity use of {}", "播放量": "views of {}",
    "发电量": "electricity output of {}",
    "库容": "storage capacity of {}", "储量": "reserves of {}", "能耗": "energy use of {}",
}  # fmt: skip
HOLIDAYS = {
    "五一假期": "May Day", "“五一”假期": "May Day", "国庆假期": "National Day",
    "“十一”假期": "National Day", "春节假期": "Spring Festival", "元旦假期": "New Year",
    "清明假期": "Qingming", "端午假期": "Dragon Boat Festival", "中秋假期": "Mid-Autumn",
    "中秋国庆假期": "Mid-Autumn and National Day", "中秋、国庆假期": "Mid-Autumn and National Day",
    "国庆中秋假期": "National Day and Mid-Autumn", "暑期": "summer", "春节期间": "Spring Festival",
}  # fmt: skip
WHOM = {
    "全国": "the national level", "全省": "the provincial level", "全市": "the city's level",
    "全国平均水平": "the national average", "全国平均": "the national average",
    "全省平均水平": "the provincial average", "全省平均": "the provincial average",
    "全市平均水平": "the city's average", "全市平均": "the city's average",
    "全区平均水平": "the district's average", "全县平均水平": "the county's average",
    "城镇": "that of urban residents", "城镇居民": "that of urban residents",
    "农村": "that of rural residents", "农村居民": "that of rural residents",
    "目标": "the target", "预期目标": "the target", "年度目标": "the annual target",
    "上年同期": "the same period of the previous year", "上年": "the previous year",
}  # fmt: skip
WHOLES = {
    "年度目标": "the annual target", "全年目标": "the annual target", "目标": "the target",
    "年度任务": "the annual target", "年度计划": "the annual plan", "全年任务": "the annual target",
    "全国市场份额": "the national market", "全国市场": "the national market",
    "国内市场": "the domestic market", "国际市场": "the world market",
    "全球市场": "the global market", "全球市场份额": "the global market",
    "全市外贸": "the city's foreign trade", "全市进出口": "the city's foreign trade",
    "电力总装机": "installed power capacity", "全部贷款": "all loans",
    "全国": "the national total", "全省": "the provincial total", "全市": "the city's total",
    "全县": "the county's total", "全区": "the district's total",
    "全球": "the global total",
}  # fmt: skip
