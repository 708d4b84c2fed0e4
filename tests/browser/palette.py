"""Pictures of pages made small: a palette of 256 colours is plenty for paper, ink and few hues."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode, b64encode
from pathlib import Path

import numpy as np
from playwright.sync_api import Page

COMMON, RARE = 200, 56
"""Of so many colours a picture has most, and so many it has little of but nothing like them."""
PIXELS = """async png => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height), brush = canvas.getContext("2d");
    brush.drawImage(image, 0, 0);
    const file = new FileReader();
    const read = new Promise(done => file.onload = () => done(file.result.split(",")[1]));
    file.readAsDataURL(new Blob([brush.getImageData(0, 0, image.width, image.height).data]));
    return [image.width, image.height, await read];
}"""


def save(png: bytes, path: Path, blank: Page) -> None:
    """The picture with a palette; an empty page takes it apart."""
    width, height, pixels = blank.evaluate(PIXELS, b64encode(png).decode())
    red, green, blue, _ = np.frombuffer(b64decode(pixels), np.uint8).reshape(-1, 4).astype(np.uint32).T
    colours, index, counts = np.unique(red << 16 | green << 8 | blue, return_inverse=True, return_counts=True)
    parts = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1).astype(np.int32)
    chosen = _palette(parts, counts)
    lines = np.stack([_apart(parts, parts[each]) for each in chosen]).argmin(axis=0).astype(np.uint8)[index]
    path.write_bytes(_png(np.pad(lines.reshape(height, width), ((0, 0), (1, 0))), parts[chosen].astype(np.uint8)))


def _palette(colours: np.ndarray, counts: np.ndarray) -> list[int]:
    """Which colours to keep: first those seen most, then one by one whatever is least like all before."""
    chosen = [int(each) for each in np.argsort(-counts, kind="stable")[:COMMON]]
    apart = np.stack([_apart(colours, colours[each]) for each in chosen]).min(axis=0)
    for _ in range(min(RARE, len(colours) - len(chosen))):
        chosen.append(int((apart * np.minimum(counts, COMMON)).argmax()))
        apart = np.minimum(apart, _apart(colours, colours[chosen[-1]]))
    return chosen


def _apart(colours: np.ndarray, one: np.ndarray) -> np.ndarray:
    return np.asarray(((colours - one) ** 2).sum(axis=1))


def _png(lines: np.ndarray, palette: np.ndarray) -> bytes:
    """The file; each line begins with a zero, for it is not filtered."""
    height, width = lines.shape
    header = struct.pack(">IIBBBBB", width - 1, height, 8, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", header),
        (b"PLTE", palette.tobytes()),
        (b"IDAT", zlib.compress(lines.tobytes(), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
