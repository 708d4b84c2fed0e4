"""The pages on which people sign in and out."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import Annotated

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.templating import Jinja2Templates

from parley.errors import ServingError
from parley.web.access.answers import refusal, too_many
from parley.web.access.asking import UNREADABLE, address_of
from parley.web.access.cookies import give, session_of, take
from parley.web.access.guard import Guard, Refused
from parley.web.access.paths import SIGN_IN, SIGN_OUT

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SignInForm:
    """What the sign-in page shows."""

    asks_name: bool
    goes_to: str
    name: str = ""
    fault: str = ""


class SignInPages:
    """Shows the form, takes what was written in it, and signs out."""

    def __init__(self, guard: Guard, pages: Jinja2Templates) -> None:
        self._guard = guard
        self._pages = pages
        # A try takes 128 MB; the others wait here and hold no thread that pages need.
        self._one_at_a_time = CapacityLimiter(1)

    async def ask(self, request: Request, goes_to: Annotated[str, Query(alias="next")] = "/") -> Response:
        """The form; who has signed in needs none."""
        if request.state.visitor:
            return RedirectResponse(safe_next(goes_to), 303)
        return self._show(request, SignInForm(self._guard.keys.asks_name, safe_next(goes_to)))

    async def enter(
        self,
        request: Request,
        secret: Annotated[str, Form()] = "",
        name: Annotated[str, Form()] = "",
        goes_to: Annotated[str, Form(alias="next")] = "/",
    ) -> Response:
        """In, with a new session, or the form again with what was wrong."""
        asks_name, address = self._guard.keys.asks_name, address_of(request)
        name = name if asks_name else ""
        try:
            entered = await to_thread.run_sync(self._guard.enter, name, secret, address, limiter=self._one_at_a_time)
        except ServingError as error:
            LOG.error("%s", error)
            return refusal(request.scope, 503, UNREADABLE)
        if isinstance(entered, Refused):
            return self._again(request, SignInForm(asks_name, safe_next(goes_to), name), entered.wait)
        self._guard.leave(session_of(request))
        response = RedirectResponse(safe_next(goes_to), 303)
        give(response, request, entered)
        return response

    async def leave(self, request: Request) -> Response:
        """Out, to the form."""
        self._guard.leave(session_of(request))
        response = RedirectResponse(SIGN_IN, 303)
        take(response, request)
        return response

    def _again(self, request: Request, form: SignInForm, wait: int) -> Response:
        if wait:
            response = self._show(request, replace(form, fault=too_many(wait)), 429)
            response.headers["Retry-After"] = str(wait)
            return response
        wrong = "The name or the password is wrong." if form.asks_name else "The token is wrong."
        return self._show(request, replace(form, fault=wrong), 401)

    def _show(self, request: Request, form: SignInForm, status: int = 200) -> Response:
        return self._pages.TemplateResponse(request, "sign-in.html", {"form": form, "visitor": None}, status)


def sign_in_routes(guard: Guard, pages: Jinja2Templates) -> APIRouter:
    """The routes /sign-in and /sign-out; their template sign-in.html extends base.html."""
    shown = SignInPages(guard, pages)
    router = APIRouter(include_in_schema=False)
    router.add_api_route(SIGN_IN, shown.ask, methods=["GET"], response_model=None)
    router.add_api_route(SIGN_IN, shown.enter, methods=["POST"], response_model=None)
    router.add_api_route(SIGN_OUT, shown.leave, methods=["POST"], response_model=None)
    return router


def safe_next(given: str) -> str:
    """Where to go after signing in: a page of this server, else the first one.

    >>> safe_next("/review?kind=meeting"), safe_next("https://elsewhere.example"), safe_next("//elsewhere.example")
    ('/review?kind=meeting', '/', '/')
    """
    rooted = given.startswith("/") and not given.startswith("//")
    plain = all(character > " " and character not in "\\\x7f" for character in given)
    return given if rooted and plain else "/"
