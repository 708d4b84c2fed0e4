"""The app: pages, the JSON API, and the files that pages need."""

from __future__ import annotations

from http import HTTPStatus
from importlib.resources import files

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from parley.errors import ParleyError, QueryError
from parley.web import adding, charting, downloads
from parley.web.access.access import Access
from parley.web.access.guard import Guard
from parley.web.access.guarded import GuardedApp
from parley.web.access.signing import sign_in_routes
from parley.web.desk import Desk
from parley.web.rendering import TEMPLATES, page
from parley.web.review import api as review_api
from parley.web.review import pages as review_pages
from parley.web.review.bench import Bench
from parley.web.routes import router
from parley.web.uploads import Uploads


def create(desk: Desk, uploads: Uploads, access: Access) -> FastAPI:
    """An app over a record, behind the rules of who may do what; `uploads` reads the reports that come through it."""
    app = GuardedApp(access, title="Parley", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.state.desk = desk
    app.state.uploads = uploads
    app.state.bench = Bench(desk)
    if isinstance(access.door, Guard):
        app.include_router(sign_in_routes(access.door, TEMPLATES))
    app.include_router(downloads.router())
    app.include_router(adding.router)
    app.include_router(charting.router)
    app.include_router(review_api.router)
    app.include_router(review_pages.router)
    app.include_router(router())
    app.mount("/static", StaticFiles(directory=str(files("parley.web") / "static")), name="static")
    app.add_exception_handler(HTTPException, _failed)
    app.add_exception_handler(RequestValidationError, _misasked)
    app.add_exception_handler(ParleyError, _unanswered)
    return app


def _failed(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    return _told(request, error.status_code, str(error.detail))


def _misasked(request: Request, error: Exception) -> Response:
    """A parameter that is not what it should be, told in one line."""
    if not isinstance(error, RequestValidationError):
        raise error
    faults = "; ".join(f"{fault['loc'][-1]}: {fault['msg']}" for fault in error.errors())
    return _told(request, HTTPStatus.UNPROCESSABLE_ENTITY, f"This cannot be asked so: {faults}.")


def _unanswered(request: Request, error: Exception) -> Response:
    """What the commands tell of it: of a question that cannot be asked, or of a record that cannot be used now."""
    wrongly = isinstance(error, QueryError)
    return _told(request, HTTPStatus.UNPROCESSABLE_ENTITY if wrongly else HTTPStatus.SERVICE_UNAVAILABLE, str(error))


def _told(request: Request, status: int, fault: str) -> Response:
    if request.url.path.startswith("/api"):
        return JSONResponse({"detail": fault}, status)
    heading = "That is not here" if status == HTTPStatus.NOT_FOUND else "That cannot be done"
    return page(request, "fault.html", status, heading=heading, fault=fault)
