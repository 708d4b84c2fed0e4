"""The record format: what was read of one report as one JSON object, and back.

It is the stored JSON in a shape for people and other programs: evidence as strings with
their offsets beside them, spans as pairs, and how sure and by whom at the end of each item.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, Field, fields
from typing import TypeAlias, TypeVar

from parley.errors import EvidenceError, RecordError
from parley.model.document import Document
from parley.model.finding import KINDS, Dispute, Finding
from parley.record.adding import check_proof
from parley.record.codec import Json, decode, encode

T = TypeVar("T")
Item: TypeAlias = dict[str, Json]

HEADER = ("id", "outlet", "title", "url", "published", "published_basis", "language")
INTERVAL = "published_between"
REMEDY = "See the record format for what an item holds"


def to_form(document: Document, findings: Sequence[Finding]) -> Item:
    """The record format's object for a report; JSON types only, ready for `json.dumps`."""
    lists: Item = {f"{kind.KIND}s": [_item(document, f) for f in findings if isinstance(f, kind)] for kind in KINDS}
    return {"document": _header(document), **lists}


def _header(document: Document) -> Item:
    when = document.published
    header: Item = {
        "id": document.slug,
        "outlet": document.outlet,
        "title": document.title,
        "url": document.url,
        "published": encode(when.day) if when else None,
        "published_basis": encode(when.basis) if when else None,
        "language": document.language,
    }
    if when and when.day is None:
        header[INTERVAL] = [encode(when.first), encode(when.last), encode(when.precision)]
    return header


def _item(document: Document, finding: Finding) -> Item:
    body = _shaped(encode(finding))
    last = {name: body.pop(name) for name in ("evidence", "evidence_spans", "confidence", "reader")}
    return {"id": finding.id_in(document.id), **body, **last}


def _shaped(body: Json) -> Item:
    if not isinstance(body, dict):
        raise TypeError(f"an item of the record format is an object, not {type(body).__name__}")
    shaped: Item = {}
    for name, value in body.items():
        if name == "evidence" and isinstance(value, list):
            shaped["evidence"] = [item["text"] for item in value if isinstance(item, dict)]
            shaped["evidence_spans"] = [_pair(item["span"]) for item in value if isinstance(item, dict)]
        elif name.endswith("_spans") and isinstance(value, list):
            shaped[name] = [_pair(item) for item in value]
        elif name == "claims" and isinstance(value, list):
            shaped[name] = [_shaped(claim) for claim in value]
        else:
            shaped[name] = int(value) if name == "value" and isinstance(value, float) and value.is_integer() else value
    return shaped


def _pair(span: Json) -> Json:
    return list(span.values()) if isinstance(span, dict) else span


def from_form(form: Json, text: str, *, origin: str, reader: str = "hand") -> tuple[Document, tuple[Finding, ...]]:
    """The report and findings that a record format's object tells of a text; `origin` says where it came from.

    Offsets may be missing: the evidence is then found in the text. An item without a reader or confidence
    is by `reader`, and sure. Raises RecordError where the object is not in the format and EvidenceError
    where evidence is not in the text.
    """
    lists = {f"{kind.KIND}s": kind for kind in KINDS}
    if not isinstance(form, dict) or form.keys() != {"document", *lists}:
        raise _fault(origin, f"should hold document, {', '.join(lists)} and nothing else")
    document = _document(form["document"], text, origin)
    found = tuple(
        _finding(kind, item, text, f"{origin} {name}[{index}]", reader)
        for name, kind in lists.items()
        for index, item in enumerate(_list(form[name], f"{origin} {name}"))
    )
    for finding in found:
        check_proof(document, finding)
    return document, found


def _document(header: Json, text: str, origin: str) -> Document:
    place = f"{origin} document"
    if not isinstance(header, dict) or header.keys() - {INTERVAL} != set(HEADER):
        raise _fault(place, f"should hold {', '.join(HEADER)}")
    body: Item = {name: header[name] for name in ("outlet", "title", "url", "language")}
    body |= {"text": text, "slug": header["id"], "origin": origin, "furniture": [], "published": _when(header, place)}
    return _decoded(Document, body, place)


def _when(header: Item, place: str) -> Json:
    basis = header["published_basis"]
    if header["published"] is not None:
        day = header["published"]
        return {"first": day, "last": day, "precision": "day", "basis": basis}
    if (between := header.get(INTERVAL)) is None:
        return None
    match between:
        case [first, last, precision]:
            return {"first": first, "last": last, "precision": precision, "basis": basis}
    raise _fault(f"{place}.{INTERVAL}", "should be a first day, a last day and a precision")


def _finding(kind: type[Finding], item: Json, text: str, place: str, reader: str) -> Finding:
    if not isinstance(item, dict):
        raise _fault(place, "should be an object")
    body = {"confidence": 1.0, "reader": reader, **_defaults(kind), **_stored(item, text, place)}
    if kind is Dispute and "evidence" not in body:
        body["evidence"] = [proof for claim in _list(body.get("claims"), place) for proof in _proof(claim)]
    body.pop("id", None)
    return _decoded(kind, body, place)


def _decoded(kind: type[T], body: Json, place: str) -> T:
    try:
        return decode(kind, body, place)
    except RecordError as error:
        raise _fault(error.place, error.fault) from error


def _proof(claim: Json) -> list[Json]:
    return _list(claim.get("evidence"), "claim") if isinstance(claim, dict) else []


def _defaults(kind: type[Finding]) -> Item:
    return {f.name: encode(_default(f)) for f in fields(kind) if f.default is not MISSING}


def _default(field: Field[object]) -> object:
    return field.default


def _stored(item: Item, text: str, place: str) -> Item:
    """The item in the shape that the record stores."""
    body: Item = {}
    for name, value in item.items():
        if name == "evidence":
            body[name] = _located(_list(value, place), item.get("evidence_spans"), text, place)
        elif name.endswith("_spans") and name != "evidence_spans":
            body[name] = [_span(pair, place) for pair in _list(value, place)]
        elif name == "responses":
            body[name] = [{"count": None, **r} if isinstance(r, dict) else r for r in _list(value, place)]
        elif name == "claims":
            body[name] = [_stored(c, text, place) if isinstance(c, dict) else c for c in _list(value, place)]
        elif name != "evidence_spans":
            body[name] = float(value) if name == "value" and isinstance(value, int) else value
    return body


def _located(strings: list[Json], spans: Json, text: str, place: str) -> Json:
    pairs = _list(spans, place) if spans is not None else [_found(string, text, place) for string in strings]
    if len(pairs) != len(strings):
        raise _fault(f"{place}.evidence_spans", "should be one for each string of evidence")
    return [{"text": string, "span": _span(pair, place)} for string, pair in zip(strings, pairs, strict=True)]


def _found(string: Json, text: str, place: str) -> Json:
    start = text.find(string) if isinstance(string, str) else -1
    if start < 0 or not string:
        raise EvidenceError(place, f"the text does not hold {string!r:.80}", "Copy the evidence from the text as it is")
    return [start, start + len(str(string))]


def _span(pair: Json, place: str) -> Json:
    match pair:
        case [int(start), int(end)]:
            return {"start": start, "end": end}
    raise _fault(place, f"{pair!r:.60} is not a [start, end] pair")


def _list(value: Json, place: str) -> list[Json]:
    if not isinstance(value, list):
        raise _fault(place, f"should be a list, is {value!r:.60}")
    return value


def _fault(place: str, fault: str) -> RecordError:
    return RecordError(place, fault, REMEDY)
