"""Every text in Chinese."""

from __future__ import annotations

from collections.abc import Sequence

from paperatlas.atlas.trend import YearBar
from paperatlas.bibliography.model.dates import YearWords, year_label
from paperatlas.texts.definition import (
    AbstractTexts,
    AssessmentTexts,
    ChangesTexts,
    CitationTexts,
    CitingTexts,
    ComparisonTexts,
    DirectionMapTexts,
    ExportTexts,
    GraphTexts,
    GraphToolTexts,
    IndexTexts,
    LibraryTexts,
    MapTexts,
    Messages,
    MovedTexts,
    NoteTexts,
    NotFoundTexts,
    PaperTexts,
    PartTexts,
    RelatedTexts,
    RulesTexts,
    SearchTexts,
    ServedTexts,
)
from paperatlas.texts.paper_citations.zh import PAPER_CITATIONS_ZH
from paperatlas.texts.reading.zh import READING_ZH
from paperatlas.texts.results.zh import RESULTS_ZH
from paperatlas.texts.roles import CHINESE_ROLES

_AUTHORS_SHOWN = 3  # of those that two papers share; more make the reason longer than the title


def _names(names: Sequence[str]) -> str:
    return f"{names[0]} 等" if len(names) > 2 else " 与 ".join(names)


def _author_year(names: Sequence[str], year: int | str | None) -> str:
    return "，".join(part for part in (_CITATIONS.names(names), str(year or _CITATIONS.no_date)) if part)


def _year(bar: YearBar) -> str:
    before = "及以前" if bar.and_before else ""
    code = "" if bar.with_code is None else f"，其中 {bar.with_code} 篇有代码"
    return f"{bar.year} 年{before}：{bar.papers} 篇{code}"


def _library_summary(directions: int, papers: int, with_code: int | None, years: str) -> str:
    facts = [f"{directions} 个方向" if directions else "", f"{papers:,} 篇论文"]
    return "，".join(fact for fact in (*facts, "" if with_code is None else f"{with_code}% 有代码", years) if fact)


def _papers_intro(directions: bool, code: bool) -> str:
    filters = [*(["方向"] if directions else []), "年份", "会议", *(["代码"] if code else [])]
    return f"文献库中的全部论文。可按{'、'.join(filters[:-1])}或{filters[-1]}筛选，也可以排序。"


def _authors(names: Sequence[str]) -> str:
    if len(names) > _AUTHORS_SHOWN + 1:
        return f"共同作者：{'、'.join(names[:_AUTHORS_SHOWN])} 等 {len(names)} 人"
    return f"共同作者：{'、'.join(names)}"


_YEARS = YearWords("约 {}", "公元前 {}")


def _range(first: int, last: int) -> str:
    begin, end = year_label(first, _YEARS), year_label(last, _YEARS)
    return begin if first == last else f"{begin}–{end}"


_GENRES = {
    "bathesis": "学士学位论文",
    "candthesis": "副博士学位论文",
    "mastersthesis": "硕士学位论文",
    "mathesis": "硕士学位论文",
    "phdthesis": "博士学位论文",
    "resreport": "研究报告",
    "techreport": "技术报告",
}
_RECORD_FIELDS = {
    "titleaddon": "题名补充",
    "type": "类型",
    "institution": "机构",
    "publisher": "出版者",
    "location": "出版地",
    "series": "丛书",
    "volume": "卷",
    "number": "编号",
    "edition": "版次",
    "version": "版本",
    "isbn": "ISBN",
    "origdate": "初版",
}
_ABSTRACTS = AbstractTexts(
    title="作者原文摘要",
    origin=lambda source, day: f"作者原文摘要，取自 {source}，{day} 获取",
)

_CITATIONS = CitationTexts(
    references="参考文献",
    references_count=lambda number: f"本页引用的 {number} 篇论文",
    back=lambda number: f"回到第 {number} 处引用",
    comma="，",
    names=_names,
    narrative=lambda who, inside: f"{who}（{inside}）",
    no_date="无日期",
    roles=CHINESE_ROLES,
)

_CITING = CitingTexts(
    title="引用本文",
    bibtex="BibTeX 条目",
    exports="导出",
    copy="复制",
    copy_reference="复制参考文献",
    copy_bibtex="复制 BibTeX 条目",
    cite="引用",
    copied="已复制",
    selected="已选中，请按 Ctrl+C 复制",
)

_PAPER = PaperTexts(
    first_public="首次公开",
    published="发表",
    group="同组论文",
    previous="前一篇",
    next="后一篇",
    neighbourhood="它的近邻",
    more_papers=lambda number: f"另有 {number} 篇",
)

_COMPARISON = ComparisonTexts(
    title="比较",
    label=lambda group: f"比较：{group}",
    columns={
        "first_public": _PAPER.first_public,
        "venue": "发表",
        "change": "改动",
        "builds_on": "基于",
        "results": "结果",
        "code": "代码",
        "licence": "许可证",
    },
    these="从这些论文开始，自选比较",
    found="比较这 {count} 篇",
    page="比较论文",
    intro="把任选的几篇论文并排比较。所选论文都记在本页的地址里，可以分享，也可以保存。",
    add="添加论文",
    hint="方法或标题",
    none="没有符合条件的论文。",
    empty="还没有选论文。可在上方添加，或从下面的一组开始。",
    take_out="移除 {name}",
    unknown="文献库中没有：{keys}",
    loading="正在载入…",
    no_script="自选论文需要 JavaScript。没有时，下列各组在方向页上有自己的比较表。",
    tables="按组比较",
)

_DIRECTION_MAP = DirectionMapTexts(
    title="各个方向，以及它们之间的联系",
    summary=lambda directions, relations: f"方向 {directions} 个，不同方向之间的关系 {relations} 条。",
    legend="每个方框是一个方向，数字是论文数；线越粗，两个方向之间的关系越多。属于多个方向的论文，其关系从它的第一个方向画起。",
    opened="所选内容",
    hint="选一个方向，即可展开；再选一个，即可读到两者之间的联系。",
    no_ties="不同方向之间没有已陈述的关系。",
    first="展开",
    second="相联系的",
    nothing="–",
    until="截至年份",
    connected="相联系的方向",
    unconnected="两者之间没有已陈述的关系。",
    elsewhere=lambda count: f"其中 {count} 篇也属于另一方向，并画在那里。",
    inside=lambda title, count: f"{title}内部：关系 {count} 条",
    among_papers="在全部论文中查看",
    all_papers="全部论文",
    as_text=lambda pairs, relations: f"以文字列出：{pairs} 对方向，共 {relations} 条关系",
)

_EXPORTS = ExportTexts(
    feed="{site}：论文，按发表时间由新到旧",
    code="代码",
    counts="本站收录 {papers} 篇论文，分属 {directions} 个方向，并记录论文之间的 {relations} 条关系。",
    how=lambda files: (
        "全部数据都在 `atlas.json` 中：每篇论文的作者、发表处、摘要、代码与所属方向，以及哪篇论文扩展、加速或使用了"
        "哪篇。论文页面的地址是其 `path`；"
        + (
            "把末尾的斜杠换成 `.bib`、`.ris` 或 `.csl.json`，就是该论文的 BibTeX、RIS 与 CSL-JSON；方向也是如此。"
            if files
            else "该论文的 BibTeX、RIS 与 CSL-JSON 是页面中的链接。方向的这些文件，则把其页面地址末尾的斜杠换成 "
            "`.bib`、`.ris` 或 `.csl.json`。"
        )
    ),
    directions="方向",
    data="数据",
    in_direction="{papers} 篇论文",
    statuses={"early": "起步", "rising": "上升", "hot": "热门", "maturing": "成熟"},
    files={
        "atlas.json": "JSON 格式的方向、论文与关系",
        "atlas.schema.json": "上述文件的 JSON Schema",
        "library.bib": "BibLaTeX 格式的全部论文",
        "library.ris": "RIS 格式的全部论文",
        "library.csl.json": "CSL-JSON 格式的全部论文",
        "results.csv": "CSV 格式的全部已发表结果",
        "feed.xml": "最新论文的 Atom 订阅源",
    },
    pages={
        "papers/": "全部论文",
        "map/": "方法之间的关系",
        "people/": "作者",
        "venues/": "会议与期刊",
        "years/": "年份",
    },
    separator="；",
    full_stop="。",
)

_GRAPH = GraphTexts(
    title="相关方法",
    summary=lambda methods, relations: f"方法 {methods} 个，其间关系 {relations} 条。",
    canvas="相关方法图，可滚动",
    relations="关系",
    groups="分组",
    reading="箭头指向被依据的工作：A → B 读作“A 扩展 B”“A 使用 B”。",
    isolated="尚无已陈述的关系",
    edge=lambda source, relation, target: f"{source} {relation} {target}",
    links=lambda count: f"关系 {count} 条",
    between="不同方向之间的关系",
    separator="，",
)

_GRAPH_TOOLS = GraphToolTexts(
    tools="关系图工具",
    find="查找方法",
    no_match="没有符合的方法",
    matches="符合的方法：{count}",
    years="年份",
    year_from="起始年份",
    year_to="截止年份",
    group="分组",
    all_groups="全部分组",
    region="方向",
    all_regions="全部方向",
    shown="显示 {shown} / {total} 个方法",
    clear="清除",
    zoom_in="放大",
    zoom_out="缩小",
    zoom_reset="原始大小",
    full="全屏",
    leave_full="退出全屏",
    copy_link="复制当前视图的链接",
    copied="链接已复制",
    not_copied="链接在地址栏中",
    keys="方向键：切换方法 · Enter：打开 · Esc：离开 · + − 0：缩放",
    skip="跳过关系图",
    swipe="左右滑动查看全图",
    open_paper="论文页",
    column_source="方法",
    column_relation="关系",
    column_target="对象",
    column_evidence="依据",
)

_INDEXES = IndexTexts(
    label="索引",
    people="作者",
    people_intro="文献库中的全部作者，按姓氏排列，中文姓氏按拼音排列。姓名依文献库的写法：写法完全相同的才合为一行，此外不作合并。",
    people_hint="姓名依文献库的写法：写法不同则分列，同名者未加区分。",
    venues="会议与期刊",
    venues_intro="文献库中的论文发表之处：期刊、会议、图书、预印本库、出版社与机构。",
    years="年份",
    years_intro="文献库中的论文发表的年份，从新到旧。",
    initials="首字母",
    initial=lambda title, letter: f"{title}：{letter}",
    most_papers="论文最多",
    venue_kinds={
        "journal": "期刊",
        "conference": "会议",
        "book": "图书",
        "archive": "预印本库",
        "university": "大学",
        "institution": "机构",
        "publisher": "出版社",
    },
    without_author="未署名",
    without_venue="未注明会议或期刊",
    without_year="未注明日期",
    description=lambda label, papers: f"{label}：本图谱中有 {papers}。",
)

_LIBRARY = LibraryTexts(
    home="首页",
    newest="最新论文",
    latest=lambda when: f"按首次公开排列；本站收录的最后一篇公开于 {when}。",
    changed="最近改动",
    all_papers="全部论文",
    all_people="全部作者",
    all_venues="全部会议与期刊",
    downloads="整个文献库：",
    dated=lambda day: f"文献库更新于 {day}",
)

_CHANGES = ChangesTexts(
    page="最近的变化",
    intro="按月列出新增或改动的论文、关系与方向状态，依据文件的修改历史。",
    since=lambda count, day: f"自上次访问（{day}）以来新增 {count} 项，已标出；只有本浏览器知道。",
    nothing_since=lambda day: f"自上次访问（{day}）以来没有新内容。",
    begun=lambda papers: f"{papers} 篇论文在建库或迁移时一并加入。",
    judged="方向状态",
    from_to=lambda before, status: f"{before} → {status}",
    papers=lambda count: f"新增论文 {count} 篇",
    relations=lambda count: f"已有论文之间新增关系 {count} 条",
    changed=lambda count: f"改动条目 {count} 个",
)

_MAP = MapTexts(
    intro=lambda papers, relations: (
        f"{papers:,} 篇论文，{relations:,} 条已陈述的关系。每个点是一篇论文，点击进入论文页。"
    ),
    search="查找论文",
    search_hint="方法或标题",
    no_match="没有符合条件的论文。",
    place="方向或分组",
    everywhere="全部方向",
    every_relation="全部关系",
    relation="关系",
    from_year="起始年份",
    to_year="截止年份",
    shown="显示 {papers} / {all_papers} 篇论文，{relations} / {all_relations} 条关系",
    canvas="全部论文的地图",
    keys="方向键移动地图，+ 与 − 缩放。不用鼠标时，可按名称查找论文，再由它逐一前往相关论文；按 Esc 取消选中。",
    touch="点击地图后可用滚轮缩放。",
    zoom_in="放大",
    zoom_out="缩小",
    whole="全图",
    full_screen="全屏",
    leave_full_screen="退出全屏",
    view_link="当前视图的链接",
    close="取消选中",
    more="另有 {count} 篇",
    directions="方向",
    reading="颜色与形状表示方向，大小表示关系的多少；每个分组中，越早的论文越靠近中心。线表示关系，指向一篇论文时显示它的关系。属于多个方向的论文画在第一个方向里。",
    no_script="可移动、可搜索的地图需要 JavaScript。没有时，下面列出各个方向以及方向之间的关系。",
    overview="地图的概览与列表",
    overview_title="方向以及方向之间的关系",
    overview_summary=lambda directions, relations: f"方向 {directions} 个，不同方向的论文之间有关系 {relations:,} 条。",
    tie=lambda first, second, count: f"{first} – {second}：关系 {count:,} 条",
    ties_left_out=lambda count: f"每个方向只画出关系最多的三个方向；另有 {count:,} 对方向之间有关系而未画线。",
    nearest="关系最多的方向",
    further=lambda count: f"另有 {count} 个",
    as_text="每条关系都以文字列在所属方向的页面和论文页上。",
    all_papers="以表格列出全部论文",
    graph_part=lambda papers, all_papers, relations, all_relations: (
        f"图中围绕关系最多的论文画出 {papers:,} 篇（共 {all_papers:,} 篇）"
        f"和 {relations:,} 条关系（共 {all_relations:,} 条）；下面的列表包含全部关系。"
    ),
)

_NEW_NOTE = NoteTexts(
    summary="一句话介绍，显示在首页",
    status="发展到了哪一步：{statuses}",
    order="在各方向中的次序",
    groups="论文的分组。条目写 `keywords = {{{slug}/models}}` 归入一组，写 `keywords = {{{slug}}}` 则不分组。",
    group_title="模型",
    group_summary="一句话介绍这一组",
    related="相关方向的 slug：[one, another]",
    sections=(
        ("这是什么", "用两三段话讲给没听说过它的人。引用论文写它的键：[@key]。"),
        ("为什么值得关注", "它为什么兴起，是谁这样说的。"),
        ("方法脉络", "推动它的论文，按思路的先后排列。"),
        ("还没解决的问题", "哪些问题至今无人解决。"),
    ),
)

_PARTS = PartTexts(
    label=lambda heading: f"列表分页：{heading}",
    title=lambda title, number: f"{title}（第 {number} 页）",
    previous="上一页",
    next="下一页",
    more="再显示 {count} 篇",
    not_loaded="未能载入全部论文的数据，请刷新页面后重试。",
)

_RELATED = RelatedTexts(
    title="相关方法",
    explanation="以下并非文献库所陈述的关系，而是比较文本、方向、引用与作者得出的。",
    shared_place=lambda title: f"同在“{title}”",
    names_it=lambda paper, other: f"{paper} 的摘要提到 {other}",
    cited_together=lambda titles: f"{'、'.join(f'“{title}”' for title in titles)}有一句同时引用两者",
    cites_it=lambda paper, other: f"{paper} 引用 {other}",
    both_cited=lambda number: f"本图谱中有 {number:,} 篇同时引用两者",
    both_cite=lambda number: f"两者都引用本图谱中的 {number:,} 篇论文",
    shared_authors=_authors,
    shared_terms=lambda terms: f"共同用语：{'、'.join(terms)}",
    joined="；".join,
)

_RULES = RulesTexts(
    title="问题与规则",
    description="检查文献库与笔记所用的全部规则，以及违反规则时如何改正。",
    intro="每次构建都按这些规则检查文献库与笔记；命令 {code} 也作同样的检查，"
    "并可按代码或代码开头的字母只报告其中一部分。",
    in_english="类别名称为中文，各条规则的说明为英文。",
    contents="按类别列出的规则",
    instead_of="不写",
    write="而写",
    severities={"error": "错误", "warning": "警告", "info": "提示"},
    families={
        "SYN": "语法",
        "ENC": "编码",
        "MAC": "宏",
        "TEX": "LaTeX",
        "NAM": "人名",
        "DAT": "日期",
        "IDN": "标识符与网址",
        "XRF": "继承",
        "TYP": "条目类型",
        "FLD": "字段名",
        "REQ": "必需字段",
        "KEY": "引用键",
        "DUP": "重复文献",
        "MET": "方法名",
        "LIB": "文献库文件",
        "RES": "结果",
        "REL": "关系",
        "CBP": "论文之间的引用",
        "REF": "条目间的引用",
        "DIR": "方向",
        "NOT": "笔记",
        "CIT": "引文",
        "EDI": "本站的要求",
        "EXP": "导出的文件",
        "GRA": "关系图",
        "SEA": "搜索",
        "PIC": "预览图片",
        "OFF": "离线阅读的网站",
        "FMT": "排版",
        "CFG": "配置",
        "LNK": "链接",
        "ABS": "作者摘要",
        "IMP": "导入的文件",
    },
)

_SEARCH = SearchTexts(
    title="搜索",
    placeholder="论文、作者、方向、主题",
    hint="↑ ↓ 选择，回车打开，Esc 关闭。",
    searching="正在搜索……",
    results="搜索结果",
    one="1 个页面",
    count="{count} 个页面",
    none="没有找到“{query}”。",
    more="更多页面",
    close="关闭搜索",
    failed="无法载入搜索索引。",
    disk="搜索需要通过 HTTP 访问本站：浏览器不会从磁盘载入索引。",
    kinds={
        "direction": "方向",
        "paper": "论文",
        "person": "人物",
        "venue": "会议或期刊",
        "year": "年份",
        "page": "页面",
    },
)

_ASSESSMENTS = AssessmentTexts(
    month=lambda year, month: f"{year} 年 {month} 月",
    own="本图谱",
    why="看理由",
    why_of=lambda direction, month: f"看理由：{direction}，{month}",
    answer="各方向今天的状态",
    separator="、",
    bars=lambda code: (
        "柱形：本站收录的论文按发表年份的篇数，各方向同一时间轴，最高的柱一样高"
        + ("；彩色部分有代码" if code else "")
        + "。它数的是本站收录的论文，不是已发表的全部。"
    ),
)

ZH = Messages(
    language="zh",
    abstract="摘要",
    genres=_GENRES,
    record_fields=_RECORD_FIELDS,
    abstract_is_authors="摘要为论文作者的原文。",
    abstracts_differ="摘要为论文作者的原文；由本图谱自行撰写者，见该论文页面上的说明。",
    abstract_is_ours="摘要由本图谱自行撰写；作者的原文摘要见论文链接。",
    all_directions="全部方向",
    all_venues="全部会议与期刊",
    all_years="全部年份",
    assessments=_ASSESSMENTS,
    authors_abstract=_ABSTRACTS,
    backlinks="提到本文的页面",
    changes=_CHANGES,
    citation_key="引用键",
    citations=_CITATIONS,
    citing=_CITING,
    code_only="只看有代码的",
    code_unofficial="代码（非作者实现）",
    comparison=_COMPARISON,
    details="详细信息",
    direction="方向",
    direction_map=_DIRECTION_MAP,
    directions="方向",
    et_al="等",
    exports=_EXPORTS,
    filter="筛选",
    filter_text=lambda abstracts: "方法、标题、作者或摘要中的词" if abstracts else "方法、标题或作者",
    graph=_GRAPH,
    graph_text=lambda number: f"以文字列出这 {number} 条关系",
    graph_tools=_GRAPH_TOOLS,
    indexes=_INDEXES,
    keywords="关键词",
    language_names={"en": "英文", "zh": "中文"},
    large_map=_MAP,
    library=_LIBRARY,
    library_summary=_library_summary,
    link_names={
        "paper": "论文",
        "pdf": "PDF",
        "code": "代码",
        "website": "主页",
        "video": "视频",
        "slides": "幻灯片",
        "poster": "海报",
        "blog": "博客",
        "arxiv": "arXiv",
        "doi": "DOI",
        "review": "评论",
    },
    links="链接",
    list_separator="、",
    map="地图",
    map_intro="各个方向以及它们之间的联系；下面是全部论文。",
    mentioned_in="提到这里的页面",
    method="方法",
    moved=MovedTexts(title=lambda name: f"{name} 已移动", to="此页已移至"),
    new_note=_NEW_NOTE,
    no_match="没有符合条件的论文。",
    no_relations="文献库还没有陈述这些论文之间的关系。",
    not_found=NotFoundTexts(
        title="没有这个页面",
        intro="页面可能已经移动，或者地址有误。可以搜索：",
        near="地址相近的页面",
        home="首页",
    ),
    other_directions="其他方向的论文",
    other_papers="其他论文",
    paper="论文",
    paper_citations=PAPER_CITATIONS_ZH,
    paper_page=_PAPER,
    papers="论文",
    papers_count=lambda number: f"{number:,} 篇论文",
    papers_intro=_papers_intro,
    parts=_PARTS,
    published="发表于",
    reading=READING_ZH,
    related=_RELATED,
    related_directions="相关方向",
    related_methods="相关方法",
    relations="关系",
    remark="按语",
    results=RESULTS_ZH,
    reset="重置",
    rules=_RULES,
    search=_SEARCH,
    served=ServedTexts(
        errors=lambda count: f"文献库和笔记中有 {count} 处错误",
        failed="保存的内容无法构建，这里显示的是之前的站点。",
        more=lambda count: f"另有 {count} 处，见日志。",
    ),
    share_with_code=lambda percent: f"{percent}% 有代码",
    shown_in=lambda language: f"本页尚无译文，正文以{language}显示。",
    shown_of=lambda shown, total: f"显示 {shown} / {total} 篇",
    sorted_by=lambda column, ascending: f"{column}（{'升序' if ascending else '降序'}）",
    sorting="排序",
    newest_first="最新在前",
    unknown_value=lambda name, value: f"{name}：这里没有“{value}”，已忽略。",
    sort_by=lambda column: f"按{column}排序",
    states={
        "forthcoming": "即将出版",
        "inpreparation": "撰写中",
        "inpress": "印刷中",
        "prepublished": "预印",
        "submitted": "已投稿",
    },
    status_labels={"early": "起步", "rising": "上升", "hot": "热门", "maturing": "成熟"},
    tight_citations=True,
    trend_text=lambda bars: "各年论文数。" + "；".join(_year(bar) for bar in bars if bar.papers),
    trend_year=_year,
    venue="会议或期刊",
    with_code=lambda count, total: f"{total} 篇中 {count} 篇有代码",
    year="年份",
    year_words=_YEARS,
    years=_range,
    parenthesised=lambda parts: f"（{'；'.join(parts)}）",
    author_year=_author_year,
)
