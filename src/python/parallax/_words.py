"""Keyword arguments as words of a command line, one to one: Java reads them, and complains of them."""

from __future__ import annotations

import difflib
import dis
import inspect
import os
import re
import types
from typing import Any, Callable, Dict, Iterable, List, Mapping, Sequence, Set, Tuple

import numpy as np

from ._arrays import is_sequence
from ._errors import InputError

_RUN = """command compare_serial csv_safe decimal_comma delimiter dry_run event_log expression
fail_fast file format header help item_timeout jar jars json keep_going master max_failures output
properties_file protocol quiet report responses resume retry_failed seed serial slices ui verify
version"""

#: The options of each command; a test holds them to what ``--help`` shows.
OPTIONS: Dict[str, Set[str]] = {
    "sweep": set(
        f"""{_RUN} baseline best describe design log10 model nan_fails parameter points replications
        samples scatter scramble set unit where""".split()
    ),
    "map": set(f"{_RUN} array describe function map_slice nan_fails scatter unit".split()),
    "bootstrap": set(
        f"""{_RUN} alternative block block_length by cluster column columns error error_covariance
        error_mode given interval jackknife_after_bootstrap level limit log10 permutation_test
        replicate resamples resampling side statistic strata transform until_error weights where x
        y""".split()
    ),
}

_AGAIN = set(
    "baseline column describe error expression file interval jar jars level limit log10 responses set unit".split()
)
_JOINED = {"statistic", "columns"}  # lists with commas
_PAIRS = {"baseline", "describe", "error", "limit", "set", "unit"}
_KNOWN = set().union(*OPTIONS.values())
_PATHS = {"output", "points", "properties_file", "event_log", "jar", "jars", "file"}
_SPEC = re.compile(r"\s*(linspace|logspace|geomspace|range|uniform|loguniform|normal|integers|choice)\s*[:(]")
_NUMBER = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$")
_WHOLE = re.compile(r"\s*[+-]?\d+\s*$")


def options(given: Mapping[str, Any], moved: bool = False) -> List[str]:
    """The words of options: ``samples=8`` is ``--samples=8``.

    True stands for the option alone, False and None for none; a list gives the option again for each
    of its values, a dict for each pair: ``set={"draws": 1000}`` is ``--set=draws=1000``.

    :param moved: whether paths have to be made absolute, as Java works in another folder
    """
    words: List[str] = []
    for name, value in given.items():
        flag = "--" + name.replace("_", "-")
        if isinstance(value, (bool, np.bool_)) and name == "header":
            value = "yes" if value else "no"
        if value is None or value is False or isinstance(value, np.bool_) and not value:
            continue
        if value is True or isinstance(value, np.bool_):
            words.append(flag)
        elif isinstance(value, Mapping):
            _check(name, value, _PAIRS, "a dict")
            words += [f"{flag}={key}={text(name, one)}" for key, one in value.items()]
        elif is_sequence(value) and name in _JOINED:
            words.append(f"{flag}={','.join(text(name, one) for one in value)}")
        elif is_sequence(value):
            _check(name, value, _AGAIN, "a list")
            words += [f"{flag}={path(text(name, one), moved and name in _PATHS)}" for one in value]
        else:
            words.append(f"{flag}={path(text(name, value), moved and name in _PATHS)}")
    return words


def undashed(message: str) -> str:
    """A message of the command line with its options as keywords are written: fail_fast for --fail-fast."""
    return re.sub(r"(?<![\w-])--([a-z][a-z0-9]*(?:-[a-z0-9]+)*)", lambda m: m.group(1).replace("-", "_"), message)


def _check(name: str, value: Any, many: Set[str], what: str) -> None:
    """Refuses several values of an option that takes one: Java would take the last."""
    if name in _KNOWN and name not in many and (what == "a dict" or len(value) > 1):
        raise InputError(f"{name} takes one value, not {what}: {value!r:.80}")


def text(name: str, value: Any) -> str:
    """A value of an option as text."""
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, os.PathLike):
        value = os.fspath(value)
    if isinstance(value, (str, int, float)):
        return str(value)
    raise InputError(f"{name} cannot be {value!r:.80}: an option is a text, a number or True")


def path(written: str, moved: bool) -> str:
    """A path, absolute if Java works in another folder; an address stays as it is."""
    return os.path.abspath(written) if moved and "://" not in written else written


def kind_of(spec: str) -> str:
    """What the values that a text such as ``linspace:0:1:11`` describes are: float, int or str."""
    found = _SPEC.match(spec)
    form = found.group(1) if found else ""
    if form in ("integers", "random"):
        return "int"
    if form in ("", "choice", "range"):
        rest = re.sub(r"[()]", "", spec[found.end() :]) if found else spec
        parts = re.split(r"[,:]" if form == "range" else ",", rest)
        if all(_WHOLE.match(part) for part in parts):
            return "int"
        return "float" if all(_NUMBER.match(part) for part in parts) else "str"
    return "float"


def array_kind(spec: str) -> str:
    """The same of an array; empty if only its file can say."""
    form = spec.partition(":")[0]
    known = {"random": "int", "file": "int", "lines": "str", "files": "str", "column": ""}
    return known.get(form, "float" if form in ("linspace", "logspace", "geomspace") else kind_of(spec))


def signature(function: Callable) -> Tuple[List[str], List[str], bool]:
    """A function's parameters: their names, those that must be given, and whether it takes any."""
    try:
        found = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):  # a builtin that does not say
        return [], [], True
    named = [p for p in found if p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY) and p.name != "rng"]
    return (
        [p.name for p in named],
        [p.name for p in named if p.default is p.empty],
        any(p.kind is p.VAR_KEYWORD for p in found),
    )


def takes_rng(function: Callable) -> bool:
    """Whether a function has a parameter ``rng``, for its random generator."""
    try:
        return "rng" in inspect.signature(function).parameters
    except (TypeError, ValueError):
        return False


def split(model: Any, given: Mapping[str, Any]) -> Tuple[Dict[str, Any], Dict[str, Any]]:
    """Tells a sweep's parameters from its options.

    A function's parameters have its names; a formula's those that are in it. Of other models, what
    is no option and has values, as a list or as ``linspace:0:1:11``, or a number, is a parameter. The rest are
    options, and Java knows them or complains.
    """
    parameters: Dict[str, Any] = dict(given.get("parameters") or {})
    rest = {name: value for name, value in given.items() if name != "parameters"}
    known = OPTIONS["sweep"]
    is_parameter = _by_function(model, known) if callable(model) else _by_words(rest, known)
    chosen = {name: value for name, value in rest.items() if is_parameter(name, value)}
    twice = sorted(set(chosen) & set(parameters))
    if twice:
        raise InputError(f"'{twice[0]}' is given twice: as a keyword and in parameters")
    return {**chosen, **parameters}, {n: v for n, v in rest.items() if n not in chosen}


def _by_function(model: Callable, known: Set[str]) -> Callable[[str, Any], bool]:
    names, _, any_name = signature(model)

    def is_parameter(name: str, value: Any) -> bool:
        if name in names and name in known:
            raise InputError(
                f"'{name}' is an option and a parameter of the function:"
                f" give the parameter by parameters={{'{name}': ...}}"
            )
        if name in names:
            return True
        many = is_sequence(value) or isinstance(value, str) and _SPEC.match(value)
        if name not in known and many and not any_name:
            raise InputError(f"the function has no parameter '{name}'{nearest(name, names + sorted(known))}")
        return name not in known and any_name

    return is_parameter


def _by_words(rest: Mapping[str, Any], known: Set[str]) -> Callable[[str, Any], bool]:
    formulas = rest.get("expression")
    texts = [formulas] if isinstance(formulas, str) else list(formulas or ())
    used = set(re.findall(r"[^\W\d]\w*", " ".join(map(str, texts))))

    def is_parameter(name: str, value: Any) -> bool:
        if name in known:
            return False
        many = is_sequence(value) or isinstance(value, str) and bool(_SPEC.match(value))
        number = isinstance(value, (int, float, np.number)) and not isinstance(value, bool)
        return name in used or many or number and not difflib.get_close_matches(name, known, 1, 0.75)

    return is_parameter


def nearest(name: str, names: Iterable[str]) -> str:
    """The nearest right spelling, as the end of a complaint."""
    found = difflib.get_close_matches(name, list(names), 1, 0.5)
    return f"; did you mean '{found[0]}'?" if found else ""


def check_complete(function: Callable, names: Sequence[str]) -> None:
    """Complains of parameters of the function that have no values, or that it does not have."""
    known, needed, any_name = signature(function)
    what = getattr(function, "__name__", type(function).__name__)
    for name in needed:
        if name not in names:
            raise InputError(f"{what} needs values of its parameter '{name}'")
    for name in names:
        if name not in known and not any_name:
            raise InputError(f"{what} has no parameter '{name}'{nearest(name, known)}")


def free_names(function: Callable) -> Set[str]:
    """Global names that a function uses and that are not defined here: an engine's, perhaps."""
    code = getattr(function, "__code__", None)
    known = getattr(function, "__globals__", {})
    builtins = known.get("__builtins__", {})
    builtins = vars(builtins) if isinstance(builtins, types.ModuleType) else builtins
    return {name for name in _globals_of(code) if name not in known and name not in builtins} if code else set()


def _globals_of(code: types.CodeType) -> Set[str]:
    found = {i.argval for i in dis.get_instructions(code) if i.opname == "LOAD_GLOBAL"}
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            found |= _globals_of(constant)
    return found


def returns_of(returns: Any) -> Any:
    """The kinds of a function's results: ``returns=float``, ``"float[32]"``, ``{"r": float}``."""
    if returns is None:
        return None
    pairs = returns.items() if isinstance(returns, Mapping) else [("value", returns)]
    return [[str(name), _kind_name(kind)] for name, kind in pairs]


def _kind_name(kind: Any) -> str:
    names = {float: "float", int: "int", bool: "bool", str: "str", object: "object"}
    found = names.get(kind) if isinstance(kind, type) else kind
    if isinstance(found, str) and re.fullmatch(r"float|int|bool|str|object|(float|int)\[[1-9]\d*\]", found):
        return found
    raise InputError(f"returns cannot be {kind!r}: it is float, int, bool, str, object or 'float[32]'")
