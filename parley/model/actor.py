"""Who takes part."""

from __future__ import annotations

from enum import StrEnum


class ActorKind(StrEnum):
    """What sort of actor: `record-format` names these four."""

    PERSON = "person"
    ORGANIZATION = "organization"
    STATE = "state"
    GROUP = "group"
