"""Parameters that are words or flags are taken as they were typed.

Typer has pydantic see that a word is a word; making it ready takes longer than reading an article.
"""

from typing import Any


def as_typed(params: list[Any]) -> list[Any]:
    """The parameters of a command; those that are nothing but words or a flag take them unchecked from now on.

    Numbers and choices are left to typer, and everything in versions of it that work otherwise.
    """
    for param in params:
        if getattr(param, "_runtime_param", param) is None and _is_plain(param):
            param._runtime_param = _AS_TYPED
    return params


def _is_plain(param: Any) -> bool:
    kind = param.type_descriptor.annotation
    return kind in (str, list[str]) or (kind is bool and param.envvar is None)


class _AsTyped:
    """Stands in the place of what typer makes for each parameter when its value is first needed."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The words; an empty tuple where a parameter that may have many has none."""
        if param.multiple or param.nargs == -1:
            return () if value is None else list(value)
        return value


_AS_TYPED = _AsTyped()
