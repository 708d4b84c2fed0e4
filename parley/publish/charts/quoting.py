"""Whose words each outlet quotes: a table of tellers by parties, the darker the larger the share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from parley.analysis.telling import Quoted, Teller
from parley.publish.charts.layers import Json, Spec
from parley.publish.charts.standing import INK, RULE, standing
from parley.publish.charts.symbols import OWN
from parley.publish.words import counted, plain

_TELLERS, _PARTIES = 14, 6
_ROW = 34
# A column narrower than this has smaller letters.
_NARROW = 44
_NOBODY, _OTHERS = "no party", "others"
# The darkest that ink can still be read on.
_DARKEST = 0.5


def quoting(found: Sequence[Quoted]) -> Spec | None:
    """Each teller's statements by party, in percent and, where they are few, as counts; None where there are none."""
    if not found:
        return None
    tellers = list(dict.fromkeys(q.teller for q in found))
    noun = "outlet" if all(len(t.outlets) == 1 for t in tellers) else "group"
    shown, columns = tellers[:_TELLERS], _columns(found)
    cells = [cell for teller in shown for cell in _cells(teller, [q for q in found if q.teller == teller], columns)]
    return standing(
        f"Whose statements {counted(len(shown), noun)} carry, by party.",
        _ROW * len(shown) + 28,
        _layers(cells, [plain(t.name) for t in shown], columns),
        (),
        _notes(tellers, noun, found),
    )


def _columns(found: Sequence[Quoted]) -> list[str]:
    """The parties with most statements first, then all others, then speakers of no party."""
    counts = Counter[str]()
    for q in found:
        if q.party is not None:
            counts[q.party] += len(q.told)
    most = [plain(party) for party, _ in counts.most_common(_PARTIES)]
    others = [_OTHERS] if len(counts) > _PARTIES else []
    return [*most, *others, *([_NOBODY] if any(q.party is None for q in found) else [])]


def _cells(teller: Teller, own: Sequence[Quoted], columns: Sequence[str]) -> Iterator[Json]:
    grouped: dict[str, list[Quoted]] = {}
    for q in own:
        party = _NOBODY if q.party is None else plain(q.party)
        grouped.setdefault(party if party in columns else _OTHERS, []).append(q)
    total = own[0].of_statements
    for column, parts in grouped.items():
        count, words = sum(len(q.told) for q in parts), sum(q.words for q in parts)
        share = count / total
        yield {
            "teller": plain(teller.name),
            "party": column,
            "dark": round(share * _DARKEST, 3),
            "text": f"{count} of {total}" if own[0].few else f"{share:.0%}",
            "tip": [
                f"{plain(teller.name)}: {column}",
                f"{count:,} of {counted(total, 'statement')}",
                f"{words:,} of {counted(own[0].of_words, 'word')}",
            ],
            "href": _where(teller, parts),
        }


def _where(teller: Teller, parts: Sequence[Quoted]) -> str:
    """The statements themselves where they are of one outlet and one party; else the table of the page."""
    if len(teller.outlets) == 1 and len(parts) == 1 and parts[0].party:
        return "/tables/statements?" + urlencode({"outlet": next(iter(teller.outlets)), "party": parts[0].party})
    return "#quoted"


def _layers(cells: Sequence[Json], tellers: Sequence[str], columns: Sequence[str]) -> list[Json]:
    axis: Spec = {"domain": False, "ticks": False, "title": None, "labelColor": INK, "labelFontSize": 12}
    x: Spec = {
        "field": "party",
        "type": "nominal",
        "sort": list(columns),
        "axis": {**axis, "orient": "top", "labelAngle": 0, "labelLimit": {"expr": "width / " + str(len(columns))}},
    }
    y: Spec = {
        "field": "teller",
        "type": "nominal",
        "sort": list(tellers),
        "axis": {**axis, "labelLimit": {"expr": "width < 400 ? 84 : 160"}},
    }
    tile: Spec = {"type": "rect", "fill": OWN.stroke, "stroke": RULE, "cursor": "pointer"}
    words: Spec = {"type": "text", "fill": INK, "fontSize": {"expr": f"width < {_NARROW * len(columns)} ? 9 : 12"}}
    data: Spec = {"values": list(cells)}
    dark: Spec = {"field": "dark", "type": "quantitative", "scale": None, "legend": None}
    return [
        {"data": data, "mark": tile, "encoding": {"x": x, "y": y, "fillOpacity": dark}},
        {"data": data, "mark": {**words, "cursor": "pointer"}, "encoding": {"x": x, "y": y, "text": {"field": "text"}}},
    ]


def _notes(tellers: Sequence[Teller], noun: str, found: Sequence[Quoted]) -> Iterator[str]:
    if any(q.few for q in found):
        yield "Of fewer than ten statements the numbers are given, since a share would say little."
    if len(tellers) > _TELLERS:
        yield f"Not drawn: {counted(len(tellers) - _TELLERS, noun)} with fewer reports."
