"""What lists call their links."""

from __future__ import annotations

from typing import Literal

from paperatlas.text.word_lists import words_in

LinkTarget = Literal["paper", "code", "website", "video", "slides", "blog", "other", "none"]


LABELS: dict[str, LinkTarget] = {
    **dict.fromkeys(
        words_in(
            "paper papers pdf arxiv abs abstract link links url html openreview doi ieee acm springer"
            " cvf acl anthology pmlr nips neurips journal conference preprint publication article"
            " manuscript nature science elsevier sciencedirect hal jmlr proceedings biorxiv 论文 链接 原文 pp"
            " ps ieeexplore tmlr pubmed thesis"
        ),
        "paper",
    ),
    **dict.fromkeys(
        words_in(
            "code codes github gitlab git repo repository implementation implementations pytorch"
            " tensorflow keras jax torch tf caffe matlab mxnet paddle paddlepaddle chainer theano lua"
            " tf2 mindspore julia numpy python 代码 源码 src software toolbox"
        ),
        "code",
    ),
    **dict.fromkeys(
        words_in("project website homepage page web site webpage proj projectpage 项目 主页 home"), "website"
    ),
    **dict.fromkeys(words_in("video videos youtube talk presentation 视频 recording spotlight oral"), "video"),
    **dict.fromkeys(words_in("slides slide ppt pptx"), "slides"),
    **dict.fromkeys(words_in("blog blogpost post explanation tutorial 知乎 解读"), "blog"),
    **dict.fromkeys(
        words_in(
            "poster demo supp supplementary supplement supplemental supplementals material materials"
            " appendix bib bibtex cite citation data dataset datasets model models weights checkpoint"
            " checkpoints colab notebook review reviews summary notes note twitter huggingface hf kaggle"
            " star stars leaderboard benchmark docs documentation awesome app ref reference references"
            " modelscope replicate space spaces news media discussion medium wechat playground x"
        ),
        "other",
    ),
}
"""What links are called. The first word of a label that is known tells what it is."""

FILLERS = frozenset(
    words_in(
        "official unofficial the and or in on a an here download full text long short extended"
        " version v1 v2 v3 v4 old new original camera ready my our authors author s re third party"
        " community of to for with latest 1 2 3 4 5 official's read more see view available soon"
        " coming based style open access online main free author's 官方 pdfs com net org"
    )
)
"""Words of a label that do not say what the link is for."""
