"""A session without Java, for tests of the client: it speaks the protocol and runs Python functions here.

Words that are none of Parallax's make it misbehave: ``sweep --die``, ``--garbage``, ``--sleep=SECONDS``.
``FAKE_VERSION`` is the version that it claims to have, ``FAKE_HELLO`` a line that it greets with instead.
"""

import base64
import itertools
import json
import os
import pickle
import queue
import shutil
import sys
import tempfile
import threading
import time
import traceback

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "python"))
from parallax import _version, worker  # noqa: E402

out = sys.stdout.buffer
lock = threading.Lock()
jobs = queue.Queue()
cancelled = set()
runs = {}
names = worker.Namespaces()


def say(message, frames=()):
    if frames:
        message["frames"] = [len(frame) for frame in frames]
    with lock:
        out.write(json.dumps(message).encode() + b"\n" + b"".join(frames))
        out.flush()


def option(words, name, default=None):
    for i, word in enumerate(words):
        if word == name:
            return words[i + 1]
        if word.startswith(name + "="):
            return word[len(name) + 1 :]
    return default


def points(words):
    """The names of a job's parameters, and its points."""
    if option(words, "--points"):
        table = np.load(option(words, "--points"))
        return list(table.dtype.names), [list(row) for row in table.tolist()]
    if words[0] == "map":
        form, _, rest = option(words, "--array").partition(":")
        if form == "range":
            return ["element"], [[i] for i in range(*map(int, rest.split(":")))]
        return ["element"], [[v] for v in np.load(rest.rpartition(":")[0]).tolist()]
    pairs = [words[i + 1].partition("=")[::2] for i, word in enumerate(words) if word == "-p"]
    lists = [[json.loads(v) for v in values.split(",")] for _, values in pairs]
    return [name for name, _ in pairs], [list(point) for point in itertools.product(*lists)]


def run(number, words):
    if "--help" in words:
        return say({"id": number, "event": "done", "status": 0, "text": ["Usage: " + words[0]]})
    if "--die" in words:
        os.kill(os.getpid(), 9)
    if "--garbage" in words:
        out.write(b"hello there\n")
        return out.flush()
    for word in words:
        if word.partition("=")[0] in ("--desing",):
            told = "unknown option '--desing'; did you mean '--design'?"
            return say({"id": number, "event": "failed", "status": 2, "message": told})
    compute(number, words)


def compute(number, words):
    columns, rows = points(words)
    say({"id": number, "event": "begun", "title": "a job", "notices": ["a notice"], "items": len(rows)})
    code = worker.Code(option(words, "--python"), names)
    seed = int(option(words, "--seed", "1"))
    results, status, failures = [], [], []
    for item, row in enumerate(rows):
        until = time.monotonic() + float(option(words, "--sleep", "0"))
        while True:
            if number in cancelled:
                return say({"id": number, "event": "failed", "status": 130, "message": "interrupted"})
            if time.monotonic() >= until:
                break
            time.sleep(0.01)
        say({"id": number, "event": "progress", "done": item, "items": len(rows), "failed": len(failures), "stage": ""})
        try:
            results.append(code.call(item, row, columns, seed))
            status.append(0)
        except Exception as e:
            text = worker._failure(e).decode()
            failures.append({"item": item, "message": text.partition("\n")[0], "detail": text})
            results.append(None)
            status.append(2)
    first = next((r for r, s in zip(results, status) if s == 0), None)
    answers = code.header["returns"] or worker.forms(first)
    runs[number] = frames(columns, rows, answers, results, status), failures
    runs[number][0]["status"] = np.array(status, dtype="u1").tobytes()
    kinds = ["text" if isinstance(value, str) else "double" for value in rows[0]]
    heads = [{"name": n, "type": k, "role": "input"} for n, k in zip(columns, kinds)]
    heads += [
        {"name": n, "type": "text" if k in ("str", "object") else "double", "role": "response", "unit": "m"}
        for n, k in answers
    ]
    summary = {"workload": words[0], "items": len(rows), "failed": len(failures), "digest": "abc", "words": words}
    if failures:
        items, message = [f["item"] for f in failures], failures[0]["message"]
        summary["failures"] = [{"count": len(failures), "items": items, "message": message}]
    text = ["a job", "", "  value   mean 1, sd 2", "        min 0", "", "  0.1 s on one"]
    say({"id": number, "event": "done", "status": 3 if failures else 0, "title": "a job", "text": text,
         "summary": summary, "columns": heads, "answers": answers})


def frames(columns, rows, answers, results, status):
    found = {}
    for i, name in enumerate(columns):
        values = [row[i] for row in rows]
        texts = isinstance(values[0], str)
        found[name] = texts_of(v.encode() for v in values) if texts else np.array(values, float).tobytes()
    for name, kind in answers:
        values = [r[name] if isinstance(r, dict) and name != "value" else r for r in results]
        if kind in ("str", "object"):
            texts = [
                b"" if s == 2 else v.encode() if kind == "str" else base64.b64encode(pickle.dumps(v))
                for v, s in zip(values, status)
            ]
            found[name] = texts_of(texts)
        else:
            found[name] = np.array([np.nan if s == 2 else float(v) for v, s in zip(values, status)]).tobytes()
    return found


def texts_of(texts):
    """A frame of texts: their ends, then their bytes."""
    texts = list(texts)
    return np.cumsum([0] + [len(t) for t in texts]).astype("<i8").tobytes() + b"".join(texts)


def answer(message):
    number, do, of = message["id"], message["do"], message.get("run")
    done = {"id": number, "event": "done"}
    if do in ("columns", "status", "figures", "figure", "failures", "save") and of not in runs:
        return say({"id": number, "event": "failed", "status": 2, "message": f"no run {of}"})
    if do == "columns":
        say(done, [runs[of][0][name] for name in message["names"]])
    elif do == "status":
        say(done, [runs[of][0]["status"]])
    elif do == "failures":
        say({**done, "failures": runs[of][1][: message["most"]]})
    elif do == "figure":
        say(done, [f"<svg xmlns='http://www.w3.org/2000/svg'><!--{message['theme']}--></svg>".encode()])
    elif do == "figures":
        say({**done, "figures": ["map"]})
    elif do == "save":
        say({**done, "complaints": []})
    elif do == "cancel":
        cancelled.add(of)
    elif do == "forget":
        runs.pop(of, None)
        sys.stderr.write(f"forgot {of}\n")
        sys.stderr.flush()
        say(done)


def work():
    while True:
        try:
            run(*jobs.get())
        except Exception:
            traceback.print_exc()
            os._exit(70)


def main():
    folder = tempfile.mkdtemp(prefix="fake-session-")
    if "--master=wrong" in sys.argv or "wrong" in sys.argv:
        sys.exit("parallax: no master 'wrong'")
    hello = {"parallax": os.environ.get("FAKE_VERSION", _version.VERSION), "protocol": 1, "master": "threads[2]",
             "parallelism": 2, "folder": folder}
    print(os.environ.get("FAKE_HELLO") or json.dumps(hello), flush=True)
    threading.Thread(target=work, daemon=True).start()
    for line in sys.stdin:
        message = json.loads(line)
        if message["do"] == "end":
            break
        if message["do"] == "run":
            jobs.put((message["id"], message["words"]))
        else:
            answer(message)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


main()
