"""What a session's engines are asked for: functions of an engine's names."""

from __future__ import annotations


class Execute:
    """Brings an engine up to date, and returns what that printed."""

    on_engine = True

    def __call__(self, engine, number: int) -> str:
        return engine.printed


class Pull:
    """The value of a name on an engine."""

    on_engine = True

    def __init__(self, name: str):
        self.name = name

    def __call__(self, engine, number: int):
        try:
            return engine.names[self.name]
        except KeyError:
            raise NameError(f"name '{self.name}' is not defined on engine {number}") from None
