"""What `paperatlas propose` says: to maintainers, and in a pull request or an issue to people of both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

IDENTIFIER = "arXiv 编号、DOI 或网址 / arXiv identifier, DOI or address"
DIRECTION = "所属方向 / Direction"
METHOD = "方法名 / Name of the method"
WHY = "为什么应当收录？ / Why does it belong there?"
CODE = "代码 / Code"
"""The labels of the form, by which its fields are found in an issue."""

ELSEWHERE = "run it in the folder of a site"
PROPOSALS = "建议（依据文字相似程度，请核对） / Proposals, by likeness of texts; please check them"
PLACE_OF = "放在这里 / It stands in"
OTHER_PLACES = "也可以是 / It could also be"
RELATED = "可能有关的论文 / Papers it may be related to"
STATE_RELATIONS = "确有关系的，连同理由写进条目，例如 / State those that hold, with reasons, for example"
MISSING = "还缺 / Still missing"
SAID = "提议者的话 / What the person who proposed it says"
NAMED = "提议者提到它 / the proposal names it"
BAD_CODE = "代码地址不是网址，没有写入 / The address of the code is no URL, so it was left out"
NEXT = (
    "请在本分支上补全条目，然后合并；`make check` 会逐项指出还缺什么。 / "
    "Complete the entry on this branch, then merge it; `make check` says at which line something is missing."
)


def no_event(path: Path) -> str:
    """Report a file that is not the event of an issue."""
    return f"{path} is not the event of an issue, as GitHub writes it"


def title(key: str) -> str:
    """Return the title of the pull request and of its commit."""
    return f"Add {key}"


def closes(number: int) -> str:
    """Return the line that closes the issue when the pull request is merged."""
    return f"Closes #{number}"


def refused(reason: str) -> str:
    """Tell why no pull request was opened."""
    chinese = "没有自动创建 pull request，原因如下；维护者会继续处理。修改后关闭并重新打开本 issue，会再试一次。"
    english = "No pull request was opened, for this reason; a maintainer will look at it."
    again = "To try again, edit the issue, close it and open it again."
    return f"{chinese}\n\n{english} {again}\n\n{reason}"


def added(key: str, file: str) -> str:
    """Tell which entry was added where."""
    return f"`{key}` 已写入 `{file}` / `{key}` was added to `{file}`"


def not_found(reason: str) -> str:
    """Tell that the form names no work; `reason` says in English what can be given."""
    return f"表单里没有可以查询的 arXiv 编号、DOI 或网址 / {reason}"


def known_work(reason: str) -> str:
    """Tell that the library has a work already; `reason` says in English where."""
    return (
        "图谱里似乎已有这篇论文；如果确是另一篇，请在下面回复，维护者会手动添加 / "
        "The atlas seems to have this paper already; if it is another one, say so below, and a maintainer adds it by "
        f"hand: {reason}"
    )


def unknown_work(reason: str) -> str:
    """Tell that a service knows no such work; `reason` is what it says in English."""
    return f"查不到这个编号或网址所指的论文，请核对后再试 / Nobody knows this identifier, please check it: {reason}"


def no_record(reason: str) -> str:
    """Tell that there is no record of a work; `reason` says in English why."""
    return (
        "没有取得可用的题录：查询的服务可能暂时不可用，稍后可以再试，或改写 arXiv 编号、DOI / "
        "There is no record to be had; the service may be down for now, and an arXiv identifier or a DOI may help: "
        f"{reason}"
    )


def likely_method(method: str) -> str:
    """Say how to name the method of a paper, which is Markdown."""
    return (
        f"若论文的方法名为 {method}，请在条目中写入 `shorttitle` / "
        f"If its method is called {method}, write `shorttitle` into the entry"
    )


def same_title(key: str) -> str:
    """Tell that another paper, whose key is Markdown, has the same title."""
    return f"{key} 的题名与它相同，请核对是否为同一篇 / {key} has the same title: please check that it is another paper"


def of_the_source(remark: str) -> str:
    """Tell what the source of a record, or the making of its entry, gave to be remarked, in English."""
    return f"题录的备注 / Of the record: {remark}"


def problem(code: str, arguments: Mapping[str, object], sentence: str) -> str:
    """Tell what `paperatlas check` says of an entry: a `sentence` in English, and in Chinese what it is about."""
    missing = arguments.get("fields") if code == "EDI001" else None
    about = f"缺少字段 {missing}" if missing else _ABOUT.get(code[:3], "请核对")
    return f"{about} / {sentence}"


_ABOUT: Mapping[str, str] = {
    "ABS": "摘要需要修改",
    "DAT": "日期需要核对",
    "DUP": "可能与已有条目重复",
    "EDI": "文字不合本站要求",
    "IDN": "编号或网址需要核对",
    "NAM": "人名需要核对",
    "PAG": "页码或卷号需要核对",
    "REQ": "缺少这一类型必需的字段",
    "TEX": "含有无法识别的 LaTeX",
}
"""What a problem of an entry is about, by the family of its rule."""


def further_works(names: Iterable[str]) -> str:
    """Tell which works of a form were not added; their names are Markdown."""
    return (
        "一张表单只加入一篇论文，其余的请另行提交 / One form adds one paper; please open another issue for: "
        + ", ".join(names)
    )


def unknown_place(name: str) -> str:
    """Tell that a direction or group of the form, in Markdown, is not there."""
    return (
        f"没有方向或分组 {name}，已按相似论文放置 / "
        f"There is no direction or group {name}; the entry stands beside papers like it"
    )


def unplaced(directions: Iterable[str]) -> str:
    """Tell that it is not known where a paper belongs."""
    known = ", ".join(directions)
    return (
        f"请写明已有的方向（没有相似的论文可以参照）：{known} / "
        f"the form names no direction that there is, and no paper of the library is like it; the directions: {known}"
    )


def relation_lines(key: str) -> Sequence[str]:
    """Return the lines of an entry that state a relation."""
    return (
        f"  extends      = {{{key}}},",
        f"  evidence     = {{[{key}] …}},",
        f"  evidence_zh  = {{[{key}] …}},",
    )
