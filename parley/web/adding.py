"""The pages on which reports are added."""

from __future__ import annotations

from dataclasses import asdict
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from parley.web.missing import missing
from parley.web.rendering import page
from parley.web.uploads import Batch, Given, Pasted, Uploads

router = APIRouter()


def uploads_of(request: Request) -> Uploads:
    """Where the app keeps what is being added."""
    uploads = request.app.state.uploads
    if not isinstance(uploads, Uploads):
        raise TypeError("the app was made without a place for uploads")
    return uploads


AtUploads = Annotated[Uploads, Depends(uploads_of)]


@router.get("/add", response_class=HTMLResponse, include_in_schema=False)
def form(request: Request) -> Response:
    """The form."""
    return page(request, "add.html", fault="")


@router.post("/add", include_in_schema=False)
def add(
    request: Request,
    uploads: AtUploads,
    files: Annotated[list[UploadFile] | None, File()] = None,
    text: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    outlet: Annotated[str, Form()] = "",
    url: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
) -> Response:
    """Take files and pasted text, and go to where their progress is shown."""
    given = [Given(file.filename, file.file) for file in files or () if file.filename]
    if not given and not text.strip():
        return page(
            request, "add.html", HTTPStatus.UNPROCESSABLE_ENTITY, fault="Choose a file or paste a report first."
        )
    batch = uploads.add(given, Pasted(text, title, outlet, url, published))
    return RedirectResponse(f"/add/{batch.id}", HTTPStatus.SEE_OTHER)


@router.get("/add/{batch}", response_class=HTMLResponse, include_in_schema=False)
def progress(request: Request, uploads: AtUploads, batch: str) -> Response:
    """How far a batch is."""
    return page(request, "adding.html", found=_known(uploads, batch))


@router.get("/api/add/{batch}")
def progress_as_json(uploads: AtUploads, batch: str) -> JSONResponse:
    """How far a batch is, as JSON."""
    return JSONResponse(asdict(_known(uploads, batch)))


def _known(uploads: Uploads, identity: str) -> Batch:
    batch = uploads.batch(identity)
    if batch is None:
        raise missing("batch of reports", identity)
    return batch
