"""Bytes to text, or a clear refusal."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from parley.errors import IngestError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = frozenset(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}
_HEAD = 8192


def decoded(data: bytes, place: str) -> str:
    """The text of a file: UTF-8, or as its byte order mark says, or an older encoding that leaves no doubt.

    A byte order mark is no part of the text. IngestError where the file is empty, binary or in doubt.
    """
    if not data.strip():
        raise IngestError(place, "is empty", "Save the report's text in it, or leave it out")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, place)
    if sum(byte in _CONTROL for byte in data[:_HEAD]) > 0:
        raise IngestError(place, "is binary, not text", "Export the report as text, Markdown or HTML")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _guessed(data, place, fault)


def _strictly(data: bytes, encoding: str, place: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise IngestError(
            place, f"begins as {encoding} but byte {fault.start} is not", "Save it again as UTF-8"
        ) from fault


def _guessed(data: bytes, place: str, fault: UnicodeDecodeError) -> str:
    """The text in an older encoding if every likely one gives the same text.

    Western Windows encoding is tried first: it is what English text that is not UTF-8 nearly always is.
    """
    matches = from_bytes(data, threshold=0.1, language_threshold=0.1)
    readings = {str(match): match.encoding for match in matches}
    western = data.decode("cp1252", "replace")
    if western in readings and not _is_odd(western):
        return western
    if len(readings) == 1 and not _is_odd(next(iter(readings))):
        return next(iter(readings))
    tried = ", ".join(sorted({"utf-8", *readings.values()}))
    raise IngestError(
        place,
        f"is not UTF-8 (byte {fault.start}), and its encoding cannot be told for sure; tried {tried}",
        "Convert it, for instance with: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW",
    )


def _is_odd(text: str) -> bool:
    """Whether there are characters in it that no English report holds in number."""
    strange = sum(1 for char in text if ord(char) > 127 and not (char.isalpha() or char in "’‘“”–—…•€£°§ «»©®™½¼¾"))
    return "\ufffd" in text or strange > 2 + len(text) // 500
