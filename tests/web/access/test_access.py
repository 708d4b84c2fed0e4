"""What a server may be started with."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.errors import ParleyError
from parley.settings import Serving
from parley.web.access.access import access_of, is_plain
from parley.web.access.guard import Guard, OpenDoor
from parley.web.access.hosts import LOOPBACK
from parley.web.access.visitor import Role, Visitor
from tests.web.access.served import TOKEN

ALONE = ["127.0.0.1", "127.0.0.2", "localhost", "::1"]
SHARED = {
    "an address of the network": Serving(host="192.0.2.7"),
    "every address": Serving(host="0.0.0.0", names=("parley.example.org",)),  # noqa: S104 - refused
    "every address of IPv6": Serving(host="::", names=("parley.example.org",)),
    "a name": Serving(host="parley.example.org"),
    "a name that begins like this computer": Serving(host="localhost.example.org"),
    "an address that is mapped": Serving(host="::ffff:192.0.2.7"),
    "a name given to a proxy": Serving(names=("parley.example.org",)),
    "a proxy": Serving(proxy="127.0.0.1"),
}


@pytest.mark.parametrize("host", ALONE)
def test_at_this_computer_nobody_signs_in(host: str) -> None:
    access = access_of(Serving(host=host), "Ines")
    assert access.door == OpenDoor(Visitor("Ines", Role.ADMIN))
    assert not access.signs_in


@pytest.mark.parametrize("serving", SHARED.values(), ids=SHARED)
def test_a_server_that_others_reach_does_not_start_without_signing_in(serving: Serving) -> None:
    with pytest.raises(ParleyError, match=r"nobody would have to sign in. Give --users FILE .* or --token new"):
        access_of(serving, "Ines")


def test_with_a_token_or_users_it_starts(users_path: Path) -> None:
    by_token = access_of(Serving(host="192.0.2.7", token=TOKEN), "Ines")
    by_name = access_of(Serving(host="192.0.2.7", users=users_path), "")
    assert isinstance(by_token.door, Guard)
    assert isinstance(by_name.door, Guard)
    assert (by_token.takes_bearer, by_name.takes_bearer) == (True, False)


def test_it_answers_under_its_own_names() -> None:
    serving = Serving(host="2001:db8::7", names=("Parley.example.org",), token=TOKEN)
    assert access_of(serving, "Ines").hosts == LOOPBACK | {"[2001:db8::7]", "parley.example.org"}


MISTAKES = {
    "a token that can be guessed": (Serving(token=TOKEN[:19]), "Ines", "less than 20 characters"),
    "token and users": (Serving(token=TOKEN, users=Path("users.json")), "Ines", "Give one"),
    "nobody who judges": (Serving(), "", "Give --who NAME"),
    "nobody who judges by token": (Serving(token=TOKEN), "", "Give --who NAME"),
    "every address and no name": (Serving(host="0.0.0.0", token=TOKEN), "Ines", "Give --name"),  # noqa: S104 - refused
    "a name with a port": (Serving(names=("parley.example.org:80",), token=TOKEN), "Ines", "is no name"),
    "a name with a scheme": (Serving(names=("https://parley.example.org",), token=TOKEN), "Ines", "is no name"),
    "every name": (Serving(names=("*",), token=TOKEN), "Ines", "is no name"),
    "every proxy": (Serving(proxy="*", token=TOKEN), "Ines", "is no address"),
    "users that are not there": (Serving(users=Path("nowhere.json")), "", "parley users add"),
}


@pytest.mark.parametrize(("serving", "who", "told"), MISTAKES.values(), ids=MISTAKES)
def test_what_contradicts_itself_is_refused(serving: Serving, who: str, told: str) -> None:
    with pytest.raises(ParleyError, match=told):
        access_of(serving, who)


def test_a_server_that_does_no_tls_is_told_from_one_behind_a_proxy() -> None:
    assert is_plain(Serving(host="192.0.2.7"))
    assert not is_plain(Serving(host="192.0.2.7", proxy="192.0.2.1"))
    assert not is_plain(Serving())


def test_a_token_is_shown_nowhere() -> None:
    assert TOKEN not in repr(Serving(token=TOKEN))
    assert TOKEN not in repr(access_of(Serving(token=TOKEN), "Ines"))
