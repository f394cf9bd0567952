"""Tests that functions get what they were given, and that nothing comes back as another number.

Those of the first class need a real session, where PARALLAX_HOME says which.
"""

import contextlib
import datetime
import functools
import importlib
import io
import itertools
import linecache
import math
import os
import pickle
import random
import sys
import tempfile
import unittest
import unittest.mock
import warnings

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "python"))
import parallax as px  # noqa: E402
from parallax import _arrays, _display, _errors, _function, _modules, _progress, _traces, watch, worker  # noqa: E402


def bits(value):
    """A value with its type and all of its bits."""
    if isinstance(value, np.ndarray):
        return "array", value.dtype.str, value.shape, value.tobytes()
    if isinstance(value, (list, tuple)):
        return type(value).__name__, [bits(one) for one in value]
    return type(value).__name__, value.hex() if isinstance(value, float) else repr(value)


@unittest.skipUnless(os.environ.get("PARALLAX_HOME"), "PARALLAX_HOME is not set")
class ExactTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.stderr = io.StringIO()
        quiet = contextlib.redirect_stderr(cls.stderr)
        quiet.__enter__()
        cls.addClassCleanup(quiet.__exit__, None, None, None)
        cls.session = px.Session("threads[2]")
        cls.addClassCleanup(cls.session.close)

    def given_back(self, results, **more):
        """What comes back where the items give these results."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", px.FailedItemsWarning)
            return self.session.map(lambda i: results[i], range(len(results)), **more)

    def test_results_are_not_rounded_to_the_kind_of_the_first(self):
        for results in (
            [1, 2.5], [1, math.nan], [0, math.inf], [1, -0.0], [1, 2**53], [1.5, 2.0],
            [np.array([1, 2]), np.array([1.5, 2.5])], [np.array([1, 2]), np.array([math.nan, 2])],
            [{"n": 0, "s": "x"}, {"n": 0.5, "s": "y"}],
        ):
            with self.subTest(results=results):
                self.assertEqual(bits(results), bits(self.given_back(results).values))
        self.assertEqual([1.0, 2.5], np.asarray(self.given_back([1, 2.5])).tolist())
        self.assertEqual([1, 2], np.asarray(self.given_back([1, 2])).tolist())
        self.assertEqual([1.5], self.given_back([1.5], returns=int).values)

    def test_what_is_more_than_a_number_stays_so(self):
        for result in (np.timedelta64(5, "ns"), np.datetime64("2020-01-01", "ns"), {"value": 1}, "\ud800", (1, 2.5)):
            self.assertEqual(bits([result]), bits(self.given_back([result]).values))
        for other in (np.ma.masked, np.timedelta64(5, "ns"), np.longdouble("0.1"), 1j, None, "2"):
            r = self.given_back([1.0, other])
            self.assertEqual([1.0, None], r.values)
            self.assertIn("where the first item gave a number", r.failures[0].message)
        masked = np.ma.array([1.0, 2.0], mask=[False, True])
        self.assertTrue(self.given_back([np.array([1.0, 2.0]), masked]).failed[1])

    def test_keys_may_come_in_any_order(self):
        results = [{"a": 1, "b": 2}, {"b": 1, "a": 2}]
        self.assertEqual(results, self.given_back(results).values)

    def test_texts_that_look_like_numbers_are_texts(self):
        texts = ["1", "01", "1e3", "+1", "nan", "-", "true", "***", "inf", ".5"]
        for chosen in (texts, texts[:2], ["a", "NA"], ["1", "a"]):
            self.assertEqual(bits([(t,) for t in chosen]), bits(self.session.map(lambda t: (t,), chosen).values))
            for design in ("factorial", "paired"):
                r = self.session.sweep(lambda t: (t,), t=chosen, design=design)
                self.assertEqual(bits([(t,) for t in chosen]), bits(r.values))
                self.assertEqual(chosen, list(r["t"]))

    def test_a_table_of_points_has_any_values(self):
        table = {"t": ["1", "01", ""], "x": [-0.0, math.nan, 1.5], "n": [None, 2, 3]}
        r = self.session.sweep(lambda t, x, n: (t, x, n), points=table)
        self.assertEqual(bits(list(zip(*table.values()))), bits(r.values))

    def test_values_have_their_signs_and_types(self):
        day = datetime.timedelta(days=1)
        for values in ([-0.0, 0.0], [-0.0, 1.0], [1, 2.5], [1, 1.0], [True, 2], [day], [math.nan, 1.0], [2**53 + 1]):
            self.assertEqual(bits([(v,) for v in values]), bits(self.session.map(lambda v: (v,), values).values))
            for design in ("factorial", "paired"):
                r = self.session.sweep(lambda v: (v,), v=values, design=design)
                self.assertEqual(bits([(v,) for v in values]), bits(r.values))
        spans = list(np.array([1, 2], "m8[s]"))
        self.assertEqual(bits([(v,) for v in spans]), bits(self.session.map(lambda v: (v,), spans).values))

    def test_integers_beside_fractions_are_numbers_on_an_axis(self):
        r = self.session.sweep(lambda x: x * 2, x=[0, 0.5])
        self.assertEqual([0.0, 0.5], r["x"].tolist())
        self.assertIn("max at 0.5", r.text)

    def test_a_built_in_is_not_given_places_of_what_it_cannot_take(self):
        whole = self.session.sweep("normal-sum", mu=[0.0, 0.5], sigma=[1.0], set={"draws": 10})
        mixed = self.session.sweep("normal-sum", mu=[0, 0.5], sigma=[1], set={"draws": 10})
        self.assertEqual(whole.digest, mixed.digest)
        for odd in ([None, 7], [math.nan, 7.0], ["7", 8], [(1, 2)], [True, 3], [1.5, 2**70]):
            why = "takes numbers or texts|neither a finite"
            with self.subTest(odd=odd), self.assertRaisesRegex(px.InputError, why):
                self.session.map("is-prime", odd)
            with self.subTest(odd=odd), self.assertRaisesRegex(px.InputError, why):
                self.session.sweep("normal-sum", mu=odd, sigma=[1.0], set={"draws": 10})

    def test_what_is_no_array_is_refused(self):
        for none, why in (({1, 2}, "a set has no order"), ({"a": 1}, "an array is a list"), (5, "an array is a list")):
            with self.assertRaisesRegex(px.InputError, why):
                self.session.map(abs, none)
        self.assertEqual([1, 2], self.session.map(abs, {1: 0, 2: 0}.keys()).values)

    def test_texts_that_are_one_number_are_no_groups(self):
        table = {"v": [1.0, 2.0, 3.0, 4.0], "g": ["1", "01", "1", "01"]}
        with self.assertRaisesRegex(px.InputError, "column 'g' has the texts '01' and '1'"):
            self.session.bootstrap(table, "mean", column="v", strata="g", resamples=10)

    def test_masked_values_are_not_resampled(self):
        masked = np.ma.array([1.0, 2.0, 4.0], mask=[False, True, False])
        for statistic in ("mean", lambda v: v.mean()):
            self.assertEqual(2.5, self.session.bootstrap(masked, statistic, resamples=20).summary["estimate"])

    def test_random_generators_that_came_along_are_refused(self):
        generator, old, plain = np.random.default_rng(1), np.random.RandomState(1), random.Random(1)
        numbers, words = itertools.count(), io.StringIO("a\nb\n")
        for function in (
            lambda x: generator.normal(),
            lambda x: old.normal(),
            lambda x: plain.random(),
            lambda x: next(numbers),
            lambda x: words.readline(),
            lambda x, one=generator: one.normal(),
            functools.partial(lambda one, x: one.normal(), generator),
        ):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", px.FailedItemsWarning)
                r = self.session.map(function, range(2))
            self.assertTrue(r.failed.all())
            self.assertTrue(any("which came along" in failure.message for failure in r.failures))
        self.assertEqual([0, 1], self.session.map(lambda x: (generator, x)[1], range(2)).values)  # not drawn from
        copied = self.session.map(lambda x: pickle.loads(pickle.dumps(generator)).normal(), range(4))
        self.assertEqual(1, len(set(copied)))
        with self.assertRaisesRegex(px.InputError, "'generator', which came along"):
            self.session.bootstrap(np.arange(9.0), lambda v: generator.choice(v), resamples=20)

    def test_what_came_along_is_refused_behind_its_end_too(self):
        text, raw, numbers = io.StringIO("a\nb\n"), io.BytesIO(b"a\nb\n"), iter([1, 2])
        for function in (
            lambda x: len(text.readline()),
            lambda x: len(raw.readline()),
            lambda x: next(numbers, 0),
            lambda x: sum(numbers),
        ):
            with self.assertRaisesRegex(px.ItemsFailed, "which came along.*stopped as the first 16"):
                self.session.map(function, range(40))

    def test_only_items_that_draw_fail(self):
        generator = np.random.default_rng(1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", px.FailedItemsWarning)
            r = self.session.map(lambda x: generator.normal() if x % 5 == 2 else x, range(20))
        self.assertEqual([x % 5 == 2 for x in range(20)], r.failed.tolist())

    def noted(self, function):
        before = len(self.stderr.getvalue())
        self.session.map(function, range(4))
        self.session.map(abs, range(4))  # what was said before has come now
        return self.stderr.getvalue()[before:]

    def test_it_is_said_that_variables_are_copies(self):
        found, count = [], {"n": 0}

        def append(x, seen=[]):
            seen.append(x)
            found.append(x)
            return x

        def counted(x):
            count["n"] += 1
            return x

        said = self.noted(append)
        self.assertIn("append changes 'found', of which each worker has a copy", said)
        self.assertIn("append changes 'seen'", said)
        self.assertEqual(1, said.count("'found'"))
        self.assertIn("counted changes 'count'", self.noted(counted))
        self.assertIn("draws from np.random", self.noted(lambda x: np.random.normal()))
        self.assertIn("draws from random", self.noted(lambda x: random.random()))
        self.assertNotIn("note", self.noted(lambda x: (np.random.seed(x), np.random.normal())[1]))
        self.assertNotIn("note", self.noted(lambda x, rng: rng.normal() + len(found)))

    def test_points_do_not_share_what_one_changes(self):
        def count(c, k):
            c["n"] += k
            return c["n"]

        counts = self.session.sweep(count, c=[{"n": 0}, {"n": 10}], k=[1, 2, 3])
        self.assertEqual([1, 2, 3, 11, 12, 13], list(counts))
        image = np.zeros(3)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", px.FailedItemsWarning)
            r = self.session.sweep(lambda a, k: a.__iadd__(k).sum(), a=[image], k=[1, 2])
        self.assertIn("read-only", r.failures[0].message)
        self.assertEqual([3.0, 6.0], list(self.session.sweep(lambda a, k: (a + k).sum(), a=[image], k=[1, 2])))

    def test_a_worker_starts_no_jobs(self):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", px.FailedItemsWarning)
            r = self.session.map(lambda x: px.map(abs, [x]).values, range(2))
        self.assertIn("a function that runs on a worker starts no jobs", r.failures[0].message)

    def test_functions_with_a_cache_of_this_module_go_along(self):
        self.assertEqual([0, 1, 1, 2, 3, 5, 8], self.session.map(cached(), range(7)).values)

    def test_objects_are_not_summed_up_as_texts(self):
        self.assertIn("objects of Python", self.session.map(lambda x: None, range(3)).text)


def cached():
    """A function with a cache that calls itself, as in a cell."""
    names = {"functools": functools, "__name__": "__main__"}
    code = "@functools.lru_cache(None)\ndef fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)"
    exec(code, names)
    return names["fib"]


class SendingTest(unittest.TestCase):
    def refused(self, value):
        with self.assertRaises(TypeError) as caught:
            _function._pickled(value, "the function f")
        self.assertIsInstance(caught.exception, px.ParallaxError)
        self.assertTrue(caught.exception.__suppress_context__)
        return str(caught.exception)

    def test_an_open_file_is_no_text(self):
        with open(__file__) as file:
            said = self.refused(lambda: file.read())
            self.assertIn("its variable 'file' cannot be pickled: it is an open file", said)
            inner = lambda: file  # noqa: E731
            self.assertIn("'file' of 'inner'", self.refused(lambda: inner()))
            self.assertIn("it is an open file", self.refused([file]))

    def test_streams_of_the_system_may_be_used(self):
        stream = sys.stderr
        self.assertTrue(_function._pickled(lambda: stream.write(""), "f") if stream is sys.__stderr__ else True)

    def test_variables_are_named_wherever_they_are(self):
        lock = __import__("threading").Lock()

        class Own:
            def __init__(self):
                self.lock = lock

            def go(self, x):
                return x

        self.assertIn("'lock'", self.refused(Own().go))
        self.assertIn("'argument 0'", self.refused(functools.partial(print, lock)))
        self.assertIn("'lock'", self.refused(lambda x, lock=lock: x))


class ModulesTest(unittest.TestCase):
    def test_a_module_that_was_edited_is_not_run_as_it_was(self):
        with tempfile.TemporaryDirectory() as folder, unittest.mock.patch.object(sys, "path", [folder, *sys.path]):
            codes = {"own_inner": "def g(): return 1\n", "own_outer": "import own_inner\ndef f(x): return x\n"}
            for name, code in codes.items():
                with open(os.path.join(folder, name + ".py"), "w") as file:
                    file.write(code)
            import own_outer

            try:
                _modules.check(b"own_outer", "f")
                inner = os.path.join(folder, "own_inner.py")
                with open(inner, "a") as file:
                    file.write("# edited\n")
                _modules.check(b"another", "g")
                with self.assertRaisesRegex(px.InputError, r"f needs the module own_inner, and .* was edited after"):
                    _modules.check(b"own_outer", "f")
                importlib.reload(own_outer.own_inner)
                _modules.check(b"own_outer", "f")
            finally:
                del sys.modules["own_outer"], sys.modules["own_inner"]


class ShownTest(unittest.TestCase):
    def test_tracebacks_have_the_lines_of_cells(self):
        cell = "/tmp/ipykernel_1/2.py"
        linecache.cache[cell] = (9, None, ["def f(x):\n", "    return 1 / x\n"], cell)
        self.addCleanup(linecache.cache.pop, cell)
        trace = f'Traceback (most recent call last):\n  File "{cell}", line 2, in f\nZeroDivisionError: division'
        self.assertEqual(
            f'Traceback (most recent call last):\n  File "{cell}", line 2, in f\n    return 1 / x\n'
            "ZeroDivisionError: division",
            _traces.told(trace),
        )
        real = f'  File "{__file__}", line 2, in f\n    its own line'
        self.assertEqual(real, _traces.told(real))
        self.assertEqual("'a' is missing", _traces.told("java.lang.IllegalArgumentException: 'a' is missing"))

    def test_a_notebook_shows_the_callers_lines_alone(self):
        def fail():
            raise px.InputError("wrong")

        names = {"__name__": "parallax.inner", "fail": fail}
        exec("def within(): fail()", names)
        try:
            names["within"]()
        except px.InputError as e:
            frames, trace = [], _errors.own_frames(e.__traceback__)
            while trace:
                frames.append(trace.tb_frame.f_code.co_name)
                trace = trace.tb_next
        self.assertEqual(["test_a_notebook_shows_the_callers_lines_alone", "fail"], frames)

    def test_no_job_fails_for_its_bar(self):
        class Broken:
            def __init__(self, *args, **more):
                raise AttributeError("'FloatProgress' object has no attribute 'style'")

        with unittest.mock.patch.object(_progress, "_LATE", 0), unittest.mock.patch.object(
            _progress, "_tqdm", return_value=Broken
        ):
            bar = _progress.Progress(True)
            bar.show({"done": 1, "items": 2})
            bar.show({"done": 2, "items": 2})
            bar.close()

    def test_all_slices_are_counted(self):
        slices = "  slice  items  seconds\n" + "  0  1  1\n" * 7 + "    ... 13 more, 1 s each"
        page = f"a title\n\n  value  1\n\n{slices}\n\n  cost"
        title, sections = _display._sections(page, "")
        self.assertEqual("20 slices", _display._told(sections)[1][0][0])

    def test_a_legend_has_the_sign_of_the_values(self):
        self.assertEqual("\u00b1 is the error; 1 \u00b1 2", _display._text("+- is the error; 1 +- 2"))

    def test_completion_shows_what_is_to_be_called(self):
        self.assertEqual(sorted(px.__all__), dir(px))


class WatchTest(unittest.TestCase):
    def test_a_function_that_changes_nothing_is_silent(self):
        numbers = np.arange(4.0)
        seen = watch.Watch(lambda x: numbers[x], "f", b"")
        with contextlib.redirect_stderr(io.StringIO()) as said:
            self.assertEqual([""] * 9, [seen.look() for _ in range(9)])
        self.assertEqual("", said.getvalue())

    def test_two_kinds_of_doubtful_texts(self):
        doubtful = ["1", "01", "-1", "+.5", "1e3", "nan", "NA", "n/a", "--", "...", "***", "Infinity", "True", "none"]
        self.assertEqual(doubtful, [t for t in doubtful if _arrays._is_doubtful(t)])
        plain = ["a", "nano", "x1", "in", "e3", "truely", "-a", "日本"]
        self.assertEqual([], [t for t in plain if _arrays._is_doubtful(t)])

    def test_kinds_of_results(self):
        self.assertEqual("object", worker._kind(np.ma.masked))
        self.assertEqual("object", worker._kind(np.timedelta64(5, "ns")))
        self.assertEqual("float", worker._kind(np.array(2.5)))
        self.assertEqual([["value", "object"]], worker.forms({"value": 3}))


if __name__ == "__main__":
    unittest.main()
