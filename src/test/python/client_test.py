"""Tests of the Python client against a session without Java.

Run by ``python3 -m unittest discover -s src/test/python -p '*_test.py'`` in the project's folder.
"""

import contextlib
import io
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import types
import unittest
import unittest.mock
import warnings
from pathlib import Path

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "python"))
import parallax as px  # noqa: E402
from parallax import _arrays, _identity, _jobs, _words  # noqa: E402

FAKE = [sys.executable, os.path.join(HERE, "fake_session.py")]


def open_session(**environment):
    """A session of the stand-in, with more in its environment."""
    former = {name: os.environ.get(name) for name in environment}
    os.environ.update(environment)
    try:
        return px.Session(launcher=FAKE)
    finally:
        for name, value in former.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


class SessionCase(unittest.TestCase):
    """Tests with one session for all of them."""

    @classmethod
    def setUpClass(cls):
        cls.stderr = io.StringIO()
        quiet = contextlib.redirect_stderr(cls.stderr)
        quiet.__enter__()
        cls.addClassCleanup(quiet.__exit__, None, None, None)
        cls.session = open_session()
        cls.addClassCleanup(cls.session.close)


class IdentityTest(unittest.TestCase):
    """What says of a function, in another process, that it is the same one."""

    CODE = """
import collections, functools, math
import numpy as np
from parallax import _identity
factor = 3
words = {{"red", "green", "blue"}}
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
class Base:
    __slots__ = ("a",)
    def __init__(self, a): self.a = a
class Own(Base):
    table = collections.OrderedDict(one=np.arange(5.0))
    @property
    def twice(self): return 2 * self.a
    @staticmethod
    def count(): return len(words) * factor
    def go(self): return self
own = Own(np.float32(4))
own.me = own
def f(x, y=1, *, rng=None):
    def inner(t): return own.twice + own.table["one"][0] + Own.count() + even(t)
    return inner(x) + functools.partial(math.hypot, y)(2)
{}
print(_identity.of(f, [("push", {{"k": own}})], None))
"""

    def of(self, change="", seed="0", **replaced):
        code = self.CODE.format(change)
        for old, new in replaced.items():
            code = code.replace(old, new)
        where = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.path.join(HERE, "..", "..", "python")}
        done = subprocess.run([sys.executable, "-c", code], env=where, capture_output=True, text=True)
        self.assertEqual(0, done.returncode, done.stderr)
        return done.stdout

    def test_is_the_same_in_each_process(self):
        own = self.of()
        self.assertEqual(own, self.of(seed="7"))
        self.assertEqual(own, self.of("z = f(2)\nfor _ in range(99): f(1)", seed="8"))
        self.assertEqual(own, self.of(**{"factor = 3": "\n\n# a comment\nfactor = 3; other = 9"}))

    def test_is_another_where_anything_differs_that_is_used(self):
        changes = {
            "factor = 3": "factor = 4",
            '"blue"': '"blues"',
            "2 * self.a": "3 * self.a",
            "np.arange(5.0)": "np.arange(5)",
            "odd(n - 1)": "odd(n - 3)",
            "y=1": "y=2",
            "math.hypot, y": "math.atan2, y",
            "np.float32(4)": "np.float64(4)",
            "len(words) * factor": "len(words) + factor",
        }
        found = {self.of(**{old: new}) for old, new in changes.items()}
        self.assertEqual(len(changes), len(found - {self.of()}))

    def test_what_notebooks_are_made_of(self):
        code = """
import dataclasses, enum, typing
@dataclasses.dataclass
class P:
    a: int = 3
    b: list = dataclasses.field(default_factory=list, metadata={"unit": "m"})
class E(enum.Enum):
    A = 1
class T(typing.NamedTuple):
    a: int
f = lambda: (P(2), E.A, T(1))
"""
        self.assertEqual(self.of(code), self.of(code, seed="9"))
        self.assertNotEqual(self.of(code), self.of(code.replace("P(2)", "P(3)")))

    def test_what_cannot_be_told_is_like_nothing(self):
        deep = []
        for _ in range(5000):
            deep = [deep]
        for value in (deep, {}.keys(), memoryview(b"x")):
            self.assertNotEqual(_identity.of(value), _identity.of(value))

    def test_a_module_of_ones_own_counts_by_its_file(self):
        with tempfile.TemporaryDirectory() as folder:
            code = f"import sys; sys.path.insert(0, {folder!r}); import mine; f = mine.f"
            path = os.path.join(folder, "mine.py")
            found = set()
            for text in ("def f(x): return x", "def f(x): return x", "def f(x): return -x"):
                with open(path, "w") as file:
                    file.write(text)
                found.add(self.of(code))
            self.assertEqual(2, len(found))


class ValuesTest(SessionCase):
    def test_numbers_and_texts_come_back_as_they_were_returned(self):
        s = self.session
        self.assertEqual([2, 4, 6], list(s.map(lambda x: 2 * x, [1, 2, 3])))
        self.assertEqual([0.5, 1.0], list(s.map(lambda x: x / 2, [1, 2])))
        self.assertEqual(["A", "É"], list(s.map(str.upper, ["a", "é"])))
        self.assertEqual([True, False], list(s.map(lambda x: x > 1, [2, 1])))
        self.assertIs(True, list(s.map(bool, [1]))[0])

    def test_any_objects_are_elements_and_results(self):
        s = self.session
        self.assertEqual([(1, "a"), None], list(s.map(lambda t: t[::-1] if t else None, [("a", 1), None])))
        arrays = list(s.map(lambda a: a.T, [np.ones((2, 3)), np.zeros((1, 2))]))
        self.assertEqual([(3, 2), (2, 1)], [a.shape for a in arrays])
        mixed = [1, 2.5, float("nan"), 2**70, "x"]
        self.assertEqual([type(v).__name__ for v in mixed], list(s.map(lambda v: type(v).__name__, mixed)))

    def test_a_dict_gives_a_response_for_each_key(self):
        r = self.session.map(lambda x: {"double": 2 * x, "text": str(x)}, [1, 2])
        self.assertEqual([{"double": 2, "text": "1"}, {"double": 4, "text": "2"}], r.values)
        self.assertEqual([2, 4], r["double"].tolist())
        self.assertEqual(("double", "text"), np.asarray(r).dtype.names)

    def test_paired_arrays_are_exact(self):
        mu = np.array([0.1, 1 / 3, 5e-324, -0.0])
        r = self.session.sweep(lambda mu, k: mu, mu=mu, k=2, design="paired")
        self.assertEqual(mu.tobytes(), np.asarray(r).tobytes())
        self.assertIn("--points", r.summary["words"])

    def test_a_grid_is_exact_and_the_last_parameter_changes_fastest(self):
        r = self.session.sweep(lambda a, b: (a, b), a=[0.1, 1 / 3], b=[1, 2])
        self.assertEqual([(0.1, 1), (0.1, 2), (1 / 3, 1), (1 / 3, 2)], r.values)

    def test_objects_are_parameters(self):
        r = self.session.sweep(lambda image, k: float(image.sum() * k), image=[np.ones(2), np.ones(3)], k=[1, 10])
        self.assertEqual([2, 20, 3, 30], np.asarray(r).tolist())
        self.assertEqual([2, 2, 3, 3], [len(image) for image in r["image"]])

    def test_random_numbers_are_keyed_by_seed_and_item(self):
        draw = lambda x, rng: rng.normal()  # noqa: E731
        first, again = (np.asarray(self.session.map(draw, [1, 2, 3])) for _ in range(2))
        other = np.asarray(self.session.map(draw, [1, 2, 3], seed=2))
        self.assertEqual(first.tobytes(), again.tobytes())
        self.assertEqual(6, len(set(first) | set(other)))

    def test_results_outlive_their_session(self):
        with open_session() as s:
            r = s.map(abs, [-1])
            r.figure("map", theme="dark")
        self.assertEqual([1], list(r))
        self.assertIn(b"dark", r.figure("map", theme="dark").data)
        with self.assertRaises(px.SessionClosed):
            r.save("anywhere")


class FailuresTest(SessionCase):
    def test_items_that_fail_are_counted_and_told(self):
        with self.assertWarnsRegex(px.FailedItemsWarning, "1 of 3 items failed: ZeroDivisionError"):
            r = self.session.map(lambda x: 1 / x, [1, 0, 2])
        self.assertEqual([1.0, None, 0.5], list(r))
        self.assertTrue(np.isnan(np.asarray(r)[1]))
        self.assertEqual([1], r.failures[0].items)
        self.assertIn("ZeroDivisionError", r.failures[0].traceback)

    def test_errors_can_be_raised(self):
        with self.assertRaises(px.ItemsFailed) as caught:
            self.session.map(lambda x: 1 / x, [1, 0], errors="raise")
        self.assertEqual(1.0, caught.exception.results.values[0])
        self.assertIn("Traceback", str(caught.exception))

    def test_integers_beside_a_failure_stay_integers(self):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            r = self.session.map(lambda x: 6 // x, [1, 0])
        self.assertEqual([6, None], r.values)
        self.assertIs(int, type(r.values[0]))

    def test_java_knows_the_options(self):
        with self.assertRaisesRegex(px.InputError, "unknown option 'desing'; did you mean 'design'"):
            self.session.sweep(lambda x: x, x=[1, 2], desing="paired")

    def test_a_number_is_a_parameter_of_a_built_in_model_unless_it_looks_like_an_option(self):
        split = lambda **given: _words.split("normal-sum", given)  # noqa: E731
        self.assertEqual(({"mu": [1, 2], "sigma": 1}, {}), split(mu=[1, 2], sigma=1))
        self.assertEqual(({"mu": [1]}, {"sample": 100}), split(mu=[1], sample=100))
        self.assertEqual(({"mu": [1]}, {"verbose": True}), split(mu=[1], verbose=True))

    def test_parameters_are_checked_here(self):
        s = self.session
        with self.assertRaisesRegex(px.InputError, "no parameter 'sigmaa'; did you mean 'sigma'"):
            s.sweep(lambda sigma: sigma, sigmaa=[1, 2])
        with self.assertRaisesRegex(px.InputError, "needs values of its parameter 'b'"):
            s.sweep(lambda a, b: a, a=[1])
        with self.assertRaisesRegex(px.InputError, "'seed' is an option and a parameter"):
            s.sweep(lambda seed: seed, seed=[1, 2])
        self.assertEqual([1, 2], list(s.sweep(lambda seed: seed, parameters={"seed": [1, 2]})))
        with self.assertRaisesRegex(px.InputError, "a has 3, b has 2"):
            s.sweep(lambda a, b: a, a=[1, 2, 3], b=[1, 2], design="paired")

    def test_what_cannot_be_pickled_is_named(self):
        door = threading.Lock()
        with self.assertRaisesRegex(TypeError, "door"):
            self.session.map(lambda x: door and x, [1])


class ProcessTest(SessionCase):
    @classmethod
    def setUpClass(cls):
        pass

    def setUp(self):
        self.stderr = io.StringIO()
        quiet = contextlib.redirect_stderr(self.stderr)
        quiet.__enter__()
        self.addCleanup(quiet.__exit__, None, None, None)
        self.session = open_session()
        self.addCleanup(self.session.close)

    def test_a_killed_session_is_told_and_the_next_call_starts_another(self):
        former = self.session.map(abs, [-1])
        with self.assertRaisesRegex(px.SessionEnded, "SIGKILL"):
            self.session.map(abs, [1], die=True)
        self.assertEqual([2], list(self.session.map(abs, [-2])))
        self.assertEqual([1], list(former))
        with self.assertRaises(px.SessionEnded):
            former.save("anywhere")

    def test_engines_of_a_killed_session_know_their_names_again(self):
        self.session.push(a=1)
        with self.assertRaises(px.SessionEnded):
            self.session.map(abs, [1], die=True)
        self.assertEqual([1, 1], self.session.pull("a"))

    def test_what_is_no_protocol_is_told(self):
        with self.assertRaisesRegex(px.SessionError, "hello there"):
            self.session.map(abs, [1], garbage=True)
        with self.assertRaisesRegex(px.SessionError, "does not speak the protocol.*Usage"):
            open_session(FAKE_HELLO="Usage: other program")

    def test_the_launcher_is_where_the_package_was_installed_from(self):
        home = types.ModuleType("parallax._home")
        places = {name: value for name, value in os.environ.items() if name != "PARALLAX_HOME"}
        with tempfile.TemporaryDirectory() as folder, unittest.mock.patch.dict(
            sys.modules, {"parallax._home": home}
        ), unittest.mock.patch.dict(os.environ, {**places, "PATH": ""}, clear=True), unittest.mock.patch.object(
            px._process, "_HERE", Path(folder) / "parallax" / "_process.py"
        ):
            home.HOME = folder
            with self.assertRaisesRegex(px.SessionError, "Parallax was not found"):
                px._process.launcher()
            with open(os.path.join(folder, "parallax"), "w") as file:
                os.chmod(file.fileno(), 0o755)
            self.assertEqual([os.path.join(folder, "parallax")], px._process.launcher())

    def test_what_is_lost_with_a_session_is_told(self):
        session = open_session()
        r = session.map(lambda x: x, [1, 2])
        os.killpg(session._process._java.pid, signal.SIGKILL)
        session._process._java.wait()
        with self.assertRaisesRegex(px.SessionError, "this run is gone with it; its values are here"):
            r.save("anywhere")
        self.assertEqual([1, 2], list(r))
        session.close()

    def test_versions_are_compared(self):
        with self.assertRaisesRegex(px.VersionError, "0.1.9.*pip install"):
            open_session(FAKE_VERSION="0.1.9")

    def test_a_session_that_does_not_start_says_why(self):
        with self.assertRaisesRegex(px.SessionError, "no master 'wrong'"):
            px.Session("wrong", launcher=FAKE)
        with self.assertRaisesRegex(px.SessionError, "No such file"):
            px.Session(launcher="/nowhere/parallax")

    def test_a_closed_session_refuses(self):
        self.session.close()
        with self.assertRaises(px.SessionClosed):
            self.session.map(abs, [1])

    def test_closing_ends_the_process_and_its_folder(self):
        process = self.session._process
        self.session.close()
        self.assertEqual(0, process._java.returncode)
        self.assertFalse(os.path.exists(process.hello["folder"]))

    def test_a_forked_child_cannot_use_the_session(self):
        with multiprocessing.get_context("fork").Pool(1) as pool:
            told = pool.apply(_use)
        self.assertIn("forked", told)
        self.assertEqual([1], list(self.session.map(abs, [-1])))

    def test_a_forked_child_does_not_keep_the_session_alive(self):
        child = os.fork()
        if child == 0:
            time.sleep(30)
            os._exit(0)
        try:
            process = self.session._process
            process._java.stdin.close()
            self.assertEqual(0, process._java.wait(timeout=5))
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)

    def test_results_that_nobody_has_are_forgotten(self):
        self.session.map(abs, [1])
        self.session.map(abs, [1])
        self.session.map(abs, [1])
        time.sleep(0.3)
        self.assertIn("forgot 1\n", self.stderr.getvalue())

    def test_help_is_lines(self):
        self.assertEqual("Usage: sweep", self.session.command("sweep --help"))

    def test_threads_share_a_session(self):
        found = {}

        def work(n):
            found[n] = list(self.session.map(lambda x: x + n, range(3)))

        threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
        [t.start() for t in threads]
        [t.join() for t in threads]
        self.assertEqual({n: [n, n + 1, n + 2] for n in range(4)}, found)


def _use():
    try:
        for process in list(px._process._processes):
            process.check()
        return "it may"
    except px.SessionError as e:
        return str(e)


class CancelTest(SessionCase):
    def test_an_interrupt_cancels_the_job_and_the_session_lives_on(self):
        timer = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT))
        timer.start()
        began = time.monotonic()
        with self.assertRaises(KeyboardInterrupt):
            self.session.map(abs, [1, 2], sleep=60)
        self.assertLess(time.monotonic() - began, 30)
        self.assertEqual([1], list(self.session.map(abs, [-1])))

    def test_a_future_is_cancelled(self):
        future = self.session.submit("map", abs, [1, 2], sleep=60)
        self.assertTrue(future.running())
        self.assertTrue(future.cancel())
        self.assertTrue(future.cancelled())
        self.assertEqual([1], list(self.session.map(abs, [-1])))

    def test_a_future_has_a_job_or_a_call(self):
        self.assertEqual([1, 2], list(self.session.submit("map", abs, [-1, -2]).result()))
        self.assertEqual([1, 2], list(self.session.submit(px.map, abs, [-1, -2]).result()))
        self.assertEqual(8, self.session.submit(pow, 2, 3).result())
        self.assertIsInstance(self.session.submit(int, "x").exception(), px.ItemsFailed)
        with self.assertRaisesRegex(px.InputError, "no job 'mop'"):
            self.session.submit("mop", abs, [1])


class EnginesTest(SessionCase):
    def test_names_are_pushed_and_pulled(self):
        value = [1]
        self.session.push(value=value)
        value.append(2)
        self.assertEqual([[1], [1]], self.session.pull("value"))
        self.session["other"] = 3
        self.assertEqual([4, 4], self.session["other + 1"])

    def test_shares_are_scattered_and_gathered(self):
        self.assertEqual([4, 3], self.session.scatter("x", np.arange(7)))
        self.session.execute("y = x * x")
        self.assertEqual([v * v for v in range(7)], self.session.gather("y").tolist())
        self.session.scatter("words", ["a", "b", "c"])
        self.assertEqual(["a", "b", "c"], self.session.gather("words"))

    def test_what_engines_print_has_their_number(self):
        said = io.StringIO()
        self.session.scatter("x", [5, 6])
        with contextlib.redirect_stdout(said):
            self.session.execute("print(x)")
        self.assertEqual("[0] [5]\n[1] [6]\n", said.getvalue())

    def test_code_that_fails_is_told_and_not_done_again(self):
        self.session.push(a=1)
        with self.assertRaisesRegex(px.ItemsFailed, "engine 0, 1: NameError.*'b'"):
            self.session.execute("c = a + b")
        with self.assertRaisesRegex(px.InputError, "line 1"):
            self.session.execute("c = = 2")
        self.assertEqual([1, 1], self.session.pull("a"))

    def test_a_script_defines_what_functions_may_use(self):
        with tempfile.NamedTemporaryFile("w", suffix=".py", delete=False) as script:
            script.write("import math\n\ndef half(x):\n    return x / 2\n")
        self.addCleanup(os.unlink, script.name)
        self.session = open_session()
        self.addCleanup(self.session.close)
        self.session.run(script.name)
        # A function of a script or a notebook, which travels by value, sees an engine's names.
        halved = eval("lambda x: half(x)", {"__name__": "__main__"})
        self.assertEqual([1.0, 2.0], list(self.session.map(halved, [2, 4])))
        self.session.scatter("x", [2, 4])
        self.session.execute("y = [half(v) for v in x]")
        self.assertEqual([1.0, 2.0], self.session.gather("y"))
        self.assertEqual([1.0], list(self.session.map(halved, [2])))


class WordsTest(unittest.TestCase):
    def test_options(self):
        given = dict(samples=8, nan_fails=True, serial=False, level=[0.9, 0.5], set={"draws": 10}, header=False)
        words = ["--samples=8", "--nan-fails", "--level=0.9", "--level=0.5", "--set=draws=10", "--header=no"]
        self.assertEqual(words, _words.options(given))
        self.assertEqual(["--until-error=0.001"], _words.options({"until_error": np.float64(0.001)}))
        self.assertEqual(["--statistic=mean,median"], _words.options({"statistic": ["mean", "median"]}))
        self.assertEqual(["--interval=bc", "--interval=bca"], _words.options({"interval": ["bc", "bca"]}))
        with self.assertRaisesRegex(px.InputError, "samples takes one value, not a list"):
            _words.options({"samples": [8, 16]})
        with self.assertRaisesRegex(px.InputError, "design takes one value, not a dict"):
            _words.options({"design": {"a": 1}})
        with self.assertRaisesRegex(px.InputError, "samples cannot be"):
            _words.options({"samples": object()})

    def test_parameters_of_formulas_and_programs(self):
        given = dict(expression="exp(-x^2)", x=[1, 2], desing="paired", design="paired")
        rest = {name: given[name] for name in ("expression", "desing", "design")}
        self.assertEqual(({"x": [1, 2]}, rest), _words.split(None, given))
        given = dict(command="cat", mass="uniform:0:1", item_timeot="5s", file=["a", "b"])
        self.assertEqual(["mass"], list(_words.split(None, given)[0]))

    def test_kinds_of_what_is_written(self):
        for text, kind in {
            "linspace:0:1:3": "float",
            "range:0:5:1": "int",
            "range:0:1:0.1": "float",
            "1,2": "int",
            "1,2.5": "float",
            "red,green": "str",
            "normal:0:1": "float",
            "integers:1:6": "int",
            "choice:red,1": "str",
            "choice:1,2": "int",
        }.items():
            self.assertEqual(kind, _words.kind_of(text), text)

    def test_lists_read_back_to_the_same_bits(self):
        numbers = np.random.default_rng(1).normal(size=100) * 10.0 ** np.arange(-50, 50)
        listed = _arrays.values_of(numbers).listed()
        self.assertEqual(numbers.tolist(), [float(text) for text in listed.split(",")])
        self.assertEqual('"a,b","say ""x"""', _arrays.values_of(["a,b", 'say "x"']).listed())


class TablesTest(unittest.TestCase):
    def test_columns_of_a_dict(self):
        table = _arrays.table_of({"a": [1, 2], "b": [0.5, None], "c": ["x", None]})
        self.assertEqual([1, 2], table["a"].tolist())
        self.assertTrue(np.isnan(table["b"][1]))
        self.assertEqual(["x", ""], table["c"].tolist())

    def test_masked_integers_are_missing(self):
        column = np.ma.MaskedArray([1, 2], mask=[False, True])
        self.assertTrue(np.isnan(_arrays.table_of({"a": column})["a"][1]))
        with self.assertRaisesRegex(px.InputError, "beyond 2"):
            _arrays.table_of({"a": np.ma.MaskedArray([2**60, 2], mask=[False, True])})

    def test_a_plain_array_keeps_what_is_missing(self):
        masked = np.ma.array([1.0, 2.0, 4.0], mask=[False, True, False])
        for values in (masked, [1.0, None, 4.0], (v for v in [1.0, None, 4.0])):
            self.assertEqual([1.0, 4.0], [v for v in _arrays.plain_of(values)["value"] if v == v])
        self.assertEqual([0, 1, 2], _arrays.plain_of(range(3))["value"].tolist())

    def test_columns_that_nobody_can_read_are_left_out(self):
        table = {"a": [1.0, 2.0], "day": np.array(["2020-01-01", "2020-01-02"], "M8[D]"), "b": [1j, 2j]}
        left = {}
        self.assertEqual(("a",), _arrays.table_of(table, left).dtype.names)
        self.assertEqual({"day", "b"}, set(left))
        with self.assertRaisesRegex(px.InputError, "'day' is of type datetime64"):
            _arrays.table_of(table)
        with self.assertRaisesRegex(px.InputError, "'b' is of type complex"):
            _arrays.table_of({"b": [1j]}, {})
        job = _jobs.Job(["bootstrap"])
        _jobs.Jobs._left(job, left, {"column": "a"})
        self.assertEqual(["columns left out, which have neither numbers nor texts: day, b"], job.notes)
        with self.assertRaisesRegex(px.InputError, "'day' is of type"):
            _jobs.Jobs._left(job, left, {"where": "day > 3"})

    def test_cells_that_are_no_column(self):
        for cells, why in (
            (3.0, "is the one value 3.0"),
            ([1, "x"], "has texts and numbers"),
            ([2**53 + 1, 0.5], "has integers beyond 2\\^53"),
            (np.array([b"\xff"]), "no text in UTF-8"),
        ):
            with self.assertRaisesRegex(px.InputError, why):
                _arrays.table_of({"a": cells})

    def test_what_is_no_table(self):
        with self.assertRaisesRegex(px.InputError, "a has 2, b has 1"):
            _arrays.table_of({"a": [1, 2], "b": [1]})
        with self.assertRaisesRegex(px.InputError, "column 'a' has .*object"):
            _arrays.table_of({"a": [object()]})
        with self.assertRaisesRegex(px.InputError, "arrays in its cells"):
            _arrays.table_of({"a": np.ones((2, 2))})
        with self.assertRaisesRegex(px.InputError, "not int"):
            _arrays.table_of(5)


if __name__ == "__main__":
    unittest.main()
