"""The words of the reader's marks in Chinese."""

from __future__ import annotations

from paperatlas.texts.reading.definition import MarkTexts, ReadingTexts

READING_ZH = ReadingTexts(
    marks=MarkTexts(
        mark="标记",
        to_read="待读",
        read="已读",
        starred="星标",
        known=lambda total: f"你读过 {{known}} / {total:,} 篇",
        blocked="浏览器没有保存本站的标记：存储被禁用或已满。",
        unreadable="浏览器中本站的标记无法读取，因此没有添加；可在“我的阅读”中删除。",
    ),
    page="我的阅读",
    intro="你标为待读、已读或星标的论文。标记只存在这个浏览器里，别人看不到。",
    no_script="标记由 JavaScript 在你自己的浏览器中记录、保存和列出。没有 JavaScript，本页没有内容可显示。",
    loading="正在载入…",
    empty="还没有标记。可在论文页上和列出论文之处标记。",
    show="显示",
    all_marks="全部标记",
    marked="标记日期",
    marks_column="标记",
    none_shown="没有带这种标记的论文。",
    gone="已不在文献库中",
    changed="{name} 已没有标记。",
    undo="撤销",
    undone="已恢复原状。",
    export="导出所显示的论文：",
    exported="my-reading",
    left_out="其中 {count} 篇已不在文献库中，未导出。",
    print="打印",
    known="我已经读过哪些？",
    known_intro="看看这里的论文哪些已在你自己的文献库中：选择一个 .bib 文件，或把它拖到这里。"
    "文件只由本页读取，不会发送到任何地方。按 DOI、arXiv 编号和标题查找。",
    choose="选择 .bib 文件",
    drop="或拖到这里",
    not_read="{file} 中没有可读取的条目。",
    matches="{file}：{entries} 个条目，其中 {found} 篇是这里的论文，{read} 篇已标为已读。",
    mark_read="把这 {count} 篇标为已读",
    marked_read="{count} 篇论文已标为已读。",
    by="{key}（依据：{what}）",
    by_arxiv="arXiv 编号",
    by_title="标题",
    directions="按方向",
    move="标记存在哪里",
    kept="只存在这台设备上这个浏览器的存储中，名称是 {key}，别处没有："
    "清除本站数据时也会一并清除。可存成文件，带到另一个浏览器。",
    on_disk="本站是从磁盘打开的。有些浏览器为每个页面分别保存数据，在一页上所作的标记在另一页上看不到；"
    "遇到这种情况，请通过服务器打开。",
    save="把标记存成文件",
    load="载入标记文件",
    saved="reading-marks",
    loaded="已载入标记：新增 {new}，更新 {newer}，未变 {same}。",
    not_marks="{file} 中没有在这里保存的标记。",
    remove="删除全部标记",
    removed="已删除 {count} 个标记，浏览器中不再有它们的任何数据。",
)
