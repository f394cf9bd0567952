"""Results as a notebook shows them: findings, picture and cost, on a light and on a dark page."""

from __future__ import annotations

import base64
import html
import re
from typing import Any, List, Tuple

_LOOK = """<style>
.px-results{--px-dim:#57606a;--px-line:#d0d7de;--px-warn:#9a3412;
 color:inherit;font-size:.93em;line-height:1.45;max-width:76em}
.px-results .px-title{font-weight:600;margin:0 0 .4em}
.px-results .px-grid{display:flex;flex-wrap:wrap;gap:.6em 2em;align-items:flex-start}
.px-results .px-grid>div{flex:1 1 24em;min-width:0}
.px-results .px-grid>div+div{flex:0 1 460px}
.px-results table.px-findings{border-collapse:collapse;margin:0;background:none;color:inherit}
.px-results table.px-findings tr{background:none!important}
.px-results table.px-findings :is(th,td){
 text-align:left;vertical-align:top;padding:.1em .9em .1em 0;border:0;background:none;color:inherit;
 white-space:pre-wrap;max-width:34em;font-size:1em}
.px-results table.px-findings th{font-weight:400;color:var(--px-dim);white-space:nowrap}
.px-results table.px-findings th.px-name{font-weight:600;color:inherit}
.px-results table.px-findings td{font-variant-numeric:tabular-nums}
.px-results .px-cost{color:var(--px-dim);border-top:1px solid var(--px-line);margin-top:.6em;
 padding-top:.35em;white-space:pre-wrap;overflow-wrap:anywhere}
.px-results .px-notice{border:0;margin:0;padding:0}
.px-results .px-warn{color:var(--px-warn)}
.px-results details{margin:.3em 0}
.px-results summary{cursor:pointer;color:var(--px-dim)}
.px-results pre{margin:.2em 0;padding:0;background:none;border:0;color:inherit;
 white-space:pre-wrap;font-size:.92em;overflow-x:auto}
.px-results img{max-width:min(100%,460px);height:auto}
%s
</style>"""

# How pages say that they are dark: JupyterLab and notebook 7, VS Code, Colab, and those that Sphinx makes.
# Others, such as the classic notebook, are light whatever the system is.
_DARK = (
    '[data-jp-theme-light="false"]',
    ".vscode-dark",
    '[data-theme="dark"]',
    "html[theme=dark]",
)


def _dark(page: str) -> str:
    return (
        f"{page} .px-results{{--px-dim:#9da7b1;--px-line:#3d444d;--px-warn:#f0a36b}}\n"
        f"{page} .px-results img.px-light{{display:none!important}}\n"
        f"{page} .px-results img.px-dark{{display:inline!important}}"
    )


_AUTO = "@media (prefers-color-scheme:dark){\n" + _dark('[data-theme="auto"]') + "\n}"
_STYLE = _LOOK.replace("%s", "\n".join([*map(_dark, _DARK), _AUTO]))

_ROW = re.compile(r"  (\S(?:.*?\S)?)(?: {2,}(\S.*))?$")


def page(results: Any) -> str:
    """The HTML of results."""
    title, sections = _sections(results.text, results.title)
    findings, rest, cost = _told(sections)
    parts = [_STYLE, '<div class="px-results">']
    parts += [f'<div class="px-cost px-notice">{_text(line)}</div>' for line in results.notices]
    parts.append(f'<div class="px-title">{_text(title)}</div>')
    parts.append(f'<div class="px-grid"><div>{_table(findings)}{_failures(results)}</div>{_pictures(results)}</div>')
    parts += [f"<details><summary>{_text(name)}</summary><pre>{_text(body)}</pre></details>" for name, body in rest]
    if cost:
        parts.append(f'<div class="px-cost">{_text(cost)}</div>')
    parts.append("</div>")
    return "\n".join(parts)


def _text(text: str) -> str:
    return re.sub(r"(?<!\S)\+-(?= )", "\u00b1", html.escape(text, quote=False))


def _sections(text: str, title: str) -> Tuple[str, List[List[str]]]:
    """The title, and the paragraphs below it."""
    lines = text.split("\n")
    if lines and lines[0] and not lines[0].startswith(" "):
        title, lines = lines[0], lines[1:]
    sections: List[List[str]] = [[]]
    for line in lines:
        if line.strip():
            sections[-1].append(line)
        elif sections[-1]:
            sections.append([])
    return title, [section for section in sections if section]


def _told(sections: List[List[str]]) -> Tuple[List[str], List[Tuple[str, str]], str]:
    """What the paragraphs are: findings; what is folded away; the cost, which comes last."""
    cost = sections.pop() if len(sections) > 1 else []
    findings: List[str] = []
    rest: List[Tuple[str, str]] = []
    for section in sections:
        if re.match(r"\s*slice\s+items\s", section[0]):
            more = re.match(r"\s*\.\.\. (\d+) more,", section[-1])
            count = len(section) - 1 + (int(more.group(1)) - 1 if more else 0)
            rest.append((f"{count} slice{'s' if count != 1 else ''}", "\n".join(section)))
        elif not section[0].startswith("  failed: "):  # failures are shown with their tracebacks
            findings += section
    return findings, rest, "\n".join(line.strip() for line in cost)


def _table(lines: List[str]) -> str:
    """Lines of a name and a value; a line that is set in goes on with the value above it."""
    rows: List[List[str]] = []
    for line in lines:
        found = _ROW.fullmatch(line.rstrip())
        if found is None and rows:
            rows[-1][1] += "\n" + line.strip()
        elif found is None or found.group(2) is None:
            rows.append([line.strip(), ""])  # the name of one of several statistics
        else:
            rows.append([found.group(1), found.group(2)])
    if not rows:
        return ""
    cells = "".join(
        f"<tr><th>{_text(name)}</th><td>{_text(value)}</td></tr>"
        if value
        else f'<tr><th class="px-name" colspan="2">{_text(name)}</th></tr>'
        for name, value in rows
    )
    return f'<table class="px-findings">{cells}</table>'


def _failures(results: Any) -> str:
    parts = []
    for failure in results.failures[:10]:
        told = f'<span class="px-warn">{_text(repr(failure))}</span>'
        trace = failure.traceback.strip()
        folded = f"<details><summary>{told}</summary><pre>{_text(trace)}</pre></details>"
        parts.append(folded if trace else f"<div>{told}</div>")
    return "".join(parts)


def _pictures(results: Any) -> str:
    light, dark = results._picture("light"), results._picture("dark")
    if light is None:
        return ""
    name = html.escape(results.figures[0])
    shown = _image(light, "px-light", name, "")
    # Where the style is stripped, as on some sites, the light picture is the one that is left.
    return f"<div>{shown}{_image(dark, 'px-dark', name, 'display:none') if dark else ''}</div>"


def _image(data: bytes, kind: str, name: str, style: str) -> str:
    code = base64.b64encode(data).decode("ascii")
    mime = "png" if data.startswith(b"\x89PNG") else "svg+xml"
    return f'<img class="{kind}" alt="{name}" style="{style}" src="data:image/{mime};base64,{code}">'
