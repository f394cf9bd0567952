"""Tests of the Python client against a real session, where PARALLAX_HOME says which.

PARALLAX_HOME=$PWD python3 -m unittest discover -s src/test/python -p 'session_test.py'
"""

import contextlib
import io
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import unittest.mock

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
sys.path.insert(0, os.path.join(HERE, "..", "..", "python"))
import parallax as px  # noqa: E402


def draw(x, rng):
    return x + rng.normal()


@unittest.skipUnless(os.environ.get("PARALLAX_HOME"), "PARALLAX_HOME is not set")
class RealSessionTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        quiet = contextlib.redirect_stderr(io.StringIO())
        quiet.__enter__()
        cls.addClassCleanup(quiet.__exit__, None, None, None)
        cls.session = px.Session("threads[2]", seed=5)
        cls.addClassCleanup(cls.session.close)

    def test_the_options_are_those_of_the_help(self):
        for command, known in px._words.OPTIONS.items():
            text = self.session.command([command, "--help"])
            shown = re.findall(r"^ +(?:-\w, )?(--[a-z][a-z0-9-]*(?:, --[a-z-]+)*)", text, re.M)
            names = {name[2:].replace("-", "_") for found in shown for name in found.split(", ")}
            self.assertEqual(sorted(names), sorted(known), command)

    def test_one_result_however_it_is_computed(self):
        xs = np.linspace(0, 1, 101)
        how = [{}, {"serial": True}, {"slices": 1}, {"slices": 7}, {"scatter": "cyclic", "slices": 3}]
        results = [self.session.map(draw, xs, **more) for more in how]
        self.assertEqual(1, len({r.digest for r in results}))
        self.assertEqual(1, len({np.asarray(r).tobytes() for r in results}))
        self.assertNotEqual(results[0].digest, self.session.map(draw, xs, seed=6).digest)

    def test_one_item_can_be_done_without_us(self):
        for seed in (5, 2**63 - 1, -3):
            drawn = np.asarray(self.session.map(draw, [0.0] * 4, seed=seed))
            children = np.random.SeedSequence(seed % 2**64).spawn(4)
            own = [np.random.Generator(np.random.SFC64(child)).normal() for child in children]
            self.assertEqual(own, drawn.tolist())

    @unittest.skipUnless(hasattr(os, "memfd_create"), "no files in memory here")
    def test_large_arrays_lie_in_memory_for_as_long_as_they_are_read(self):
        arrays = [np.arange(300_000.0) + i for i in range(6)]
        first = self.session.map(lambda a: float(a[1:].mean()), arrays)
        self.assertEqual([a[1:].mean() for a in arrays], list(first))
        again = self.session.submit("map", lambda a: float(a[1:].mean()), arrays).result()
        self.assertEqual(first.digest, again.digest)
        with unittest.mock.patch.object(px._function, "_room", return_value=0):  # on a disk instead
            self.assertEqual(first.digest, self.session.map(lambda a: float(a[1:].mean()), arrays).digest)
        with unittest.mock.patch.object(os, "memfd_create", side_effect=OSError("none here")):
            self.assertEqual(first.digest, self.session.map(lambda a: float(a[1:].mean()), arrays).digest)
        held = [entry.path for entry in os.scandir("/proc/self/fd")]
        names = [os.readlink(path) for path in held if os.path.lexists(path)]
        self.assertFalse([name for name in names if "memfd:parallax" in name])

    @unittest.skipUnless(hasattr(os, "memfd_create"), "no files in memory here")
    def test_elements_of_a_job_that_has_ended_are_not_those_of_another(self):
        function = px._function
        arrays = [np.arange(300_000.0) + i for i in range(2)]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "f.pyz")
            memory = function.write(path, len, parameters=[("element", "int")], items=arrays, call="element")
            names = px.worker.Namespaces()
            self.assertEqual(300_000, px.worker.Code(path, names).call(1, [], [], 0))
            memory.release()
            other = function.Memory(arrays[::-1])
            self.assertEqual(memory.path, other.path)  # the system gives the number again
            with self.assertRaisesRegex(RuntimeError, "its elements are gone"):
                px.worker.Code(path, names)
            other.release()

    def test_arrays_are_exact(self):
        numbers = np.random.default_rng(1).normal(size=1000) * 10.0 ** np.arange(-300, 300).repeat(2)[:1000]
        same = self.session.map(lambda x: x, numbers)
        self.assertEqual(numbers.tobytes(), np.asarray(same).tobytes())
        paired = self.session.sweep(lambda a, b: a - b, a=numbers, b=numbers[::-1], design="paired")
        self.assertEqual((numbers - numbers[::-1]).tobytes(), np.asarray(paired).tobytes())
        grid = self.session.sweep(lambda a, b: a, a=numbers[:50], b=[1, 2])
        self.assertEqual(numbers[:50].repeat(2).tobytes(), np.asarray(grid).tobytes())

    def test_values_of_every_kind(self):
        s = self.session
        self.assertEqual([1, -2, 2**53], list(s.map(lambda n: n, [1, -2, 2**53])))
        self.assertEqual([2**60, -1], list(s.map(lambda n: n, [2**60, -1])))
        texts = ["", "a,b", ' "é" ', "x\0", "\n"]
        self.assertEqual(texts, list(s.map(lambda t: t, texts)))
        self.assertEqual([False, True], list(s.map(lambda b: not b, [True, False])))
        self.assertEqual([True, False, True], s.map("is-prime", [2, 4, 2**61 - 1]).values)
        vectors = np.asarray(s.map(lambda x: np.arange(3) * x, [1.0, 2.0]))
        self.assertEqual([[0, 1, 2], [0, 2, 4]], vectors.tolist())

    def test_a_bootstrap_of_a_function_has_the_replicates_of_the_statistic(self):
        table = {"a": np.random.default_rng(1).normal(size=30)}
        built_in = np.asarray(self.session.bootstrap(table, "mean", column="a", resamples=500))
        own = np.asarray(self.session.bootstrap(table, lambda t: np.mean(t["a"]), resamples=500))
        np.testing.assert_allclose(built_in, own, rtol=0, atol=1e-14)

    def test_lists_of_options_are_all_used(self):
        table = {"a": np.arange(20.0)}
        given = dict(column="a", resamples=200, interval=["basic", "percentile"], level=[0.9, 0.5])
        r = self.session.bootstrap(table, ["mean", "median"], **given)
        self.assertEqual(["mean", "median"], [name.partition("(")[0] for name in r.summary["statistics"]])
        told = {(i["method"], i["level"]) for s in r.summary["statistics"].values() for i in s["intervals"]}
        self.assertEqual({(m, v) for m in ("basic", "percentile") for v in (0.9, 0.5)}, told)
        self.assertEqual(2, len(np.asarray(r).dtype.names))

    def test_it_says_what_is_misspelt(self):
        with self.assertRaisesRegex(px.InputError, "unknown option 'desing'; did you mean 'design'"):
            self.session.sweep(lambda x: x, x=[1], desing="paired")
        with self.assertRaisesRegex(px.InputError, "table: no column 'speeed'; did you mean 'speed'"):
            self.session.bootstrap({"a": [1.0, 2], "speed": [2.0, 3]}, "pearson", x="a", y="speeed")

    def test_what_stops_a_job_is_told(self):
        def some(x):
            if x % 3 == 1:
                raise ValueError(f"no {x}")
            return x

        for more in ({"fail_fast": True}, {"max_failures": 1}):
            with self.assertRaisesRegex(px.ItemsFailed, "failed: ValueError: no .; stopped as") as caught:
                self.session.map(some, range(10), slices=10, **more)
            self.assertIn("in some", caught.exception.detail)
        with self.assertRaisesRegex(px.ItemsFailed, "item 0 failed: ZeroDivisionError.*; keep_going computes all"):
            self.session.map(lambda x: 1 / 0, range(100))

    def test_functions_name_their_responses_themselves(self):
        with self.assertRaisesRegex(px.InputError, "a function names its responses by the keys of a dict"):
            self.session.sweep(lambda x: x * x, x=[1, 2], responses="chi2")
        r = self.session.sweep(lambda x: {"chi2": x * x}, x=[1, 2])
        self.assertEqual(["chi2"], r.responses)

    def test_pictures_and_files(self):
        r = self.session.sweep(expression="x^2", x=np.linspace(0, 1, 5))
        self.assertEqual(["curve"], r.figures)
        self.assertIn(b"<svg", r.figure("curve").data)
        self.assertTrue(r.figure("curve", format="png").data.startswith(b"\x89PNG"))
        with self.assertRaisesRegex(px.InputError, "did you mean 'curve'"):
            r.figure("curv")
        with tempfile.TemporaryDirectory() as folder:
            self.assertIn("table.ecsv", r.save(os.path.join(folder, "run")))

    def test_an_interrupt_cancels_the_job_and_the_session_lives_on(self):
        self.session.map(abs, range(4))
        threading.Timer(1, os.kill, (os.getpid(), signal.SIGINT)).start()
        with self.assertRaises(KeyboardInterrupt):
            self.session.map(lambda x: time.sleep(60), range(4))
        self.assertEqual([0, 1], list(self.session.map(abs, range(2))))

    def test_engines(self):
        s = self.session
        s.push(k=3)
        self.assertEqual([4, 3], s.scatter("x", np.arange(7)))
        s.execute("y = k * x")
        self.assertEqual([0, 3, 6, 9, 12, 15, 18], s.gather("y").tolist())
        self.assertEqual([18, 45], s["y.sum()"])
        with self.assertRaisesRegex(px.ItemsFailed, "NameError"):
            s.execute("z = nothing")

    def test_an_engine_is_one_process_and_does_what_it_is_told_once(self):
        s = self.session
        with tempfile.NamedTemporaryFile("r") as told:
            s.execute(f"import os\nwith open({told.name!r}, 'a') as f: f.write(f'{{os.getpid()}}\\n')")
            processes = s.pull("os.getpid()")
            for _ in range(5):
                self.assertEqual(processes, s.pull("os.getpid()"))
                s.map(lambda x: x, range(4), slices=4)
            self.assertEqual(2, len(set(processes)))
            self.assertEqual(sorted(processes), sorted(map(int, told.read().split())))

    def test_a_killed_session(self):
        with px.Session("threads[1]") as s:
            s.push(a=1)
            threading.Timer(2, lambda: os.kill(s._process._java.pid, signal.SIGKILL)).start()
            with self.assertRaisesRegex(px.SessionEnded, "SIGKILL"):
                s.map(lambda x: time.sleep(60), range(2))
            self.assertEqual([1], s.pull("a"))

    def test_classes_of_this_module_go_along(self):
        moved = self.session.map(lambda p: Point(p.value + 1), [Point(1), Point(2)])
        self.assertEqual([2, 3], [p.value for p in moved])


    def test_a_later_process_goes_on_with_a_run(self):
        def run(how, factor=2, more=""):
            script = _LATER.format(root=os.path.join(ROOT, "src", "python"), factor=factor, how=how, more=more)
            done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
            return done.stdout.split() or done.stderr

        with tempfile.TemporaryDirectory() as folder:
            os.environ["PARALLAX_TEST_FOLDER"] = folder
            whole = run("fails=False, output=None")
            self.assertEqual(["0", "0"], [whole[1], whole[4]], whole)
            self.assertEqual("20", run("fails=True, output=True")[1])
            other = run("fails=False, output=True, retry_failed=True", factor=3)
            self.assertRegex(other, "has another run: .*function f, SHA-256")
            again = run("fails=False, output=True, retry_failed=True", more="# other lines, another file\n\n")
            self.assertEqual(whole, again)


_LATER = """
{more}import os, sys, warnings
sys.path.insert(0, {root!r})
warnings.simplefilter("ignore")
import numpy as np
import parallax as px

class Scale:
    names = {{"a", "b", "c"}}

    def __init__(self, factor):
        self.factor = factor

    def __call__(self, x):
        return self.factor * x * len(self.names)

scale = Scale({factor})

def f(x, broken, rng):
    if x > 0.8 and os.path.exists(broken):
        raise ValueError("too large")
    return scale(x) + rng.normal()

def g(words):
    return scale(len(words[0]))

def run(fails, output, **more):
    folder = os.environ["PARALLAX_TEST_FOLDER"]
    broken = os.path.join(folder, "broken")
    if fails:
        open(broken, "w").close()
    elif os.path.exists(broken):
        os.remove(broken)
    with px.Session("threads[2]", seed=5) as s:
        to = (lambda name: {{"output": os.path.join(folder, name)}}) if output else (lambda name: {{}})
        r = s.sweep(f, x=np.linspace(0, 1, 101), broken=[broken], **to("sweep"), **more)
        print(r.digest, int(r.failed.sum()), len(r))
        q = s.map(g, [("red", i) for i in range(9)], **to("map"), **({{}} if fails else more))
        print(q.digest, int(q.failed.sum()), len(q))

run({how})
"""


class Point:
    def __init__(self, value):
        self.value = value


if __name__ == "__main__":
    unittest.main()
