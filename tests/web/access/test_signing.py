"""Signing in and out."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from parley.web.access import passwords
from parley.web.access.access import Access
from parley.web.access.passwords import Hash
from parley.web.access.sessions import LIFETIME
from parley.web.access.signing import safe_next
from parley.web.access.users import User, read_users, with_user, without_user, write_users
from parley.web.access.visitor import Role
from tests.web.access.conftest import PASSWORD
from tests.web.access.served import BEARER, HERE, OWN, TOKEN, Clock, client, token_access

HTTPS = "https://127.0.0.1:8000"


def by_token(browser: TestClient, token: str = TOKEN, **more: str) -> int:
    headers = {"Origin": str(browser.base_url).rstrip("/")}
    return browser.post("/sign-in", data={"secret": token, **more}, headers=headers).status_code


def by_name(browser: TestClient, name: str = "Ines", password: str = PASSWORD) -> int:
    return by_token(browser, password, name=name)


def test_the_form_asks_a_name_where_people_have_names(users_access: Access) -> None:
    page = client(users_access).get("/sign-in").text
    assert 'name="name"' in page
    assert 'autocomplete="current-password"' in page


def test_the_form_asks_for_the_token_alone_where_there_is_one() -> None:
    page = client(token_access()).get("/sign-in").text
    assert 'name="name"' not in page
    assert "Token" in page


def test_a_name_and_its_password_let_in(users_access: Access) -> None:
    browser = client(users_access)
    assert by_name(browser) == 303
    assert browser.get("/").json() == "Ines"
    assert browser.post("/review/1", headers=OWN).status_code == 200
    assert browser.post("/add", headers=OWN).status_code == 403


WRONG = {
    "a wrong password": ("Ines", "four words and less"),
    "another's name": ("Nobody", PASSWORD),
    "no password": ("Ines", ""),
    "nothing": ("", ""),
    "a name in other letters": ("ines", PASSWORD),
    "a name that is none": ("I\x00nes", PASSWORD),
}


@pytest.mark.parametrize(("name", "password"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_lets_nobody_in(users_access: Access, name: str, password: str) -> None:
    browser = client(users_access)
    assert by_name(browser, name, password) == 401
    assert browser.cookies.get("parley") is None
    assert browser.get("/").status_code == 303


def test_it_is_not_told_whether_the_name_or_the_password_is_wrong(users_access: Access) -> None:
    browser = client(users_access)
    told = [browser.post("/sign-in", data={"name": n, "secret": "x"}, headers=OWN).text for n in ("Ines", "Eves")]
    assert "The name or the password is wrong." in told[0]
    assert told[0].replace("Ines", "Eves") == told[1]


def test_an_unknown_name_takes_as_long_as_a_wrong_password(
    users_access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    costs = []

    def counted(_password: str, cost: passwords.Cost, _salt: bytes) -> bytes:
        costs.append(cost)
        return b"no password has this"

    monkeypatch.setattr(passwords, "_digest", counted)
    browser = client(users_access)
    assert (by_name(browser, "Ines", "wrong"), by_name(browser, "Nobody", "wrong")) == (401, 401)
    assert costs == [passwords.Cost(), passwords.Cost()]


def test_passwords_are_compared_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    def counted(one: bytes, other: bytes) -> bool:
        compared.append((one, other))
        return one == other

    kept = Hash.of(PASSWORD)
    monkeypatch.setattr("hmac.compare_digest", counted)
    assert kept.fits(PASSWORD)
    assert compared == [(kept.digest, kept.digest)]


def test_a_password_typed_at_another_keyboard_is_the_same() -> None:
    assert Hash.of("caf\N{LATIN SMALL LETTER E WITH ACUTE} au lait").fits("cafe\N{COMBINING ACUTE ACCENT} au lait")


def test_the_cookie_is_kept_from_scripts_and_from_other_sites() -> None:
    answer = client(token_access()).post("/sign-in", data={"secret": TOKEN}, headers=OWN)
    name, *flags = answer.headers["Set-Cookie"].split("; ")
    assert name.startswith("parley=")
    assert {flag.lower() for flag in flags} == {"httponly", "samesite=strict", "path=/"}


def test_with_tls_the_cookie_never_goes_without() -> None:
    answer = client(token_access(), HTTPS).post("/sign-in", data={"secret": TOKEN}, headers={"Origin": HTTPS})
    name, *flags = answer.headers["Set-Cookie"].split("; ")
    assert name.startswith("__Host-parley=")
    assert {flag.lower() for flag in flags} == {"httponly", "samesite=strict", "path=/", "secure"}


def test_another_site_signs_nobody_in_or_out() -> None:
    browser = client(token_access())
    elsewhere = {"Origin": "https://evil.example"}
    assert browser.post("/sign-in", data={"secret": TOKEN}, headers=elsewhere).status_code == 403
    by_token(browser)
    assert browser.post("/sign-out", headers=elsewhere).status_code == 403
    assert browser.get("/").status_code == 200


def test_each_sign_in_is_a_new_session_and_ends_the_one_before() -> None:
    access = token_access()
    browser, other = client(access), client(access)
    by_token(browser)
    first = browser.cookies["parley"]
    assert other.get("/", headers={"Cookie": f"parley={first}"}).status_code == 200
    by_token(browser)
    assert browser.cookies["parley"] != first
    assert other.get("/", headers={"Cookie": f"parley={first}"}).status_code == 303


def test_who_signs_out_is_out_though_the_cookie_was_kept() -> None:
    browser = client(token_access())
    by_token(browser)
    kept = browser.cookies["parley"]
    assert browser.get("/").status_code == 200
    answer = browser.post("/sign-out", headers=OWN)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sign-in")
    assert browser.cookies.get("parley") is None
    assert browser.get("/", headers={"Cookie": f"parley={kept}"}).status_code == 303


def test_a_session_ends_some_hours_after_the_last_request(clock: Clock) -> None:
    browser = client(token_access(clock))
    by_token(browser)
    clock.now += LIFETIME - 1
    assert browser.get("/").status_code == 200
    clock.now += LIFETIME - 1
    assert browser.get("/").status_code == 200
    clock.now += LIFETIME
    assert browser.get("/").status_code == 303


def test_a_wrong_token_is_not_made_up_for_by_a_session() -> None:
    browser = client(token_access())
    by_token(browser)
    assert browser.post("/api/review/1", headers={"Authorization": "Bearer guessed"}).status_code == 401


def test_names_do_not_come_in_by_token(users_access: Access) -> None:
    assert client(users_access).get("/api/review/1", headers=BEARER).status_code == 401


def test_who_is_removed_is_out_at_once(users_access: Access, users_path: Path) -> None:
    browser = client(users_access)
    assert by_name(browser) == 303
    assert browser.get("/").status_code == 200
    write_users(users_path, without_user(read_users(users_path), "Ines"))
    assert browser.get("/").status_code == 303


def test_a_new_role_holds_at_once(users_access: Access, users_path: Path) -> None:
    browser = client(users_access)
    by_name(browser)
    kept = read_users(users_path)
    demoted = User("Ines", Role.READER, kept[0].password)
    write_users(users_path, with_user(without_user(kept, "Ines"), demoted))
    assert browser.get("/").status_code == 200
    assert browser.post("/review/1", headers=OWN).status_code == 403


def test_a_new_password_ends_the_sessions_of_the_old_one(users_access: Access, users_path: Path) -> None:
    browser = client(users_access)
    assert by_name(browser) == 303
    assert browser.get("/").status_code == 200
    renewed = User("Ines", Role.REVIEWER, Hash.of("some other words"))
    write_users(users_path, with_user(without_user(read_users(users_path), "Ines"), renewed))
    assert browser.get("/").status_code == 303


def test_a_users_file_that_is_gone_keeps_everybody_out(users_access: Access, users_path: Path) -> None:
    browser = client(users_access)
    assert by_name(browser) == 303
    assert browser.get("/").status_code == 200
    users_path.unlink()
    assert browser.get("/").status_code == 503


def test_after_five_failures_nobody_at_that_address_is_heard_for_a_minute(clock: Clock) -> None:
    access = token_access(clock)
    browser = client(access)
    assert [by_token(browser, "guessed") for _ in range(5)] == [401] * 5
    clock.now += 20
    answer = browser.post("/sign-in", data={"secret": TOKEN}, headers=OWN)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "40")
    assert "Wait 40 seconds" in answer.text
    assert by_token(client(access, address="192.0.2.8")) == 303
    clock.now += 41
    assert by_token(browser) == 303


def test_after_thirty_failures_in_an_hour_it_takes_longer(clock: Clock) -> None:
    browser = client(token_access(clock))
    for _ in range(6):
        assert [by_token(browser, "guessed") for _ in range(5)] == [401] * 5
        clock.now += 61
    answer = browser.post("/sign-in", data={"secret": TOKEN}, headers=OWN)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, str(3600 - 6 * 61))


def test_a_token_cannot_be_guessed_by_header_either(clock: Clock) -> None:
    browser = client(token_access(clock))
    tries = [browser.get("/api/add", headers={"Authorization": f"Bearer {n}"}).status_code for n in range(6)]
    assert tries == [401] * 5 + [429]
    answer = browser.get("/api/add", headers=BEARER)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")


def test_who_has_signed_in_is_heard_whatever_others_at_that_address_do(clock: Clock) -> None:
    access = token_access(clock)
    inside = client(access)
    by_token(inside)
    for _ in range(6):
        by_token(client(access), "guessed")
    assert inside.get("/").status_code == 200


def test_signing_in_does_not_count() -> None:
    browser = client(token_access())
    assert [by_token(browser) for _ in range(9)] == [303] * 9


SPELLINGS = ["Ines", "ines", " Ines ", "INES", "\N{FULLWIDTH LATIN CAPITAL LETTER I}nes"]


def test_a_name_is_guarded_from_whatever_address_and_in_whatever_spelling(
    users_access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "_digest", lambda *_: b"no password has this")
    for number, spelled in enumerate(SPELLINGS):
        assert by_name(client(users_access, address=f"192.0.2.{number}"), spelled, "wrong") == 401
    assert by_name(client(users_access, address="192.0.2.99")) == 429
    assert by_name(client(users_access, address="192.0.2.99"), "Rolf") == 401


def test_one_network_of_ipv6_is_one_address(clock: Clock) -> None:
    access = token_access(clock)
    tries = [by_token(client(access, address=f"2001:db8::{n}"), "guessed") for n in range(6)]
    assert tries == [401] * 5 + [429]


PLACES = {
    "/review/1?kind=meeting": True,
    "/": True,
    "": False,
    "https://evil.example/": False,
    "//evil.example/": False,
    "/\\evil.example/": False,
    "\\\\evil.example": False,
    "/\t/evil.example": False,
    "/\n/evil.example": False,
    " /review": False,
    "javascript:alert(1)": False,
    "review": False,
}


@pytest.mark.parametrize(("place", "ours"), PLACES.items(), ids=map(repr, PLACES))
def test_after_signing_in_one_goes_to_a_page_of_this_server(place: str, ours: bool) -> None:
    assert safe_next(place) == (place if ours else "/")
    browser = client(token_access())
    answer = browser.post("/sign-in", data={"secret": TOKEN, "next": place}, headers=OWN)
    assert answer.headers["Location"] == (place if ours else "/")
    again = browser.get("/sign-in", params={"next": place})
    assert (again.status_code, again.headers["Location"]) == (303, place if ours else "/")


def test_what_is_typed_comes_back_as_text(users_access: Access) -> None:
    typed = {"name": '"><script>alert(1)</script>', "secret": "kept to itself", "next": '/"><script>'}
    page = client(users_access).post("/sign-in", data=typed, headers=OWN).text
    assert "<script>" not in page
    assert "kept to itself" not in page
    assert HERE not in page
