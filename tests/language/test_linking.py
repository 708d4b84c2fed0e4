from __future__ import annotations

import numpy as np

from parley.language.decoding import LINKS, TAGS, Scores
from parley.language.linking import Leaning, Linked, linked

WORDS = ["Moscow", "says", "Kyiv", "agreed", ",", "Oslo", "said", "no"]
SOURCE, INSIDE_SOURCE, CUE, CONTENT, INSIDE_CONTENT = 1, 2, 3, 5, 6


def scores(labels: list[int], width: int) -> Scores:
    made = np.zeros((len(labels), width), dtype=np.float32)
    made[np.arange(len(labels)), labels] = 6
    return made


def links(**of_cue: list[int]) -> Scores:
    """Nothing linked to any word but to the cues named."""
    made = np.stack([scores([0] * len(WORDS), LINKS) for _ in WORDS])
    for cue, labels in of_cue.items():
        made[WORDS.index(cue)] = scores(labels, LINKS)
    return made


def told(found: Linked) -> tuple[str, str, str]:
    source = WORDS[found.source.start : found.source.end] if found.source else []
    content = [w for run in found.content for w in WORDS[run.start : run.end]]
    return " ".join(source), " ".join(WORDS[found.cue.start : found.cue.end]), " ".join(content)


TAGGED = scores([SOURCE, CUE, CONTENT, INSIDE_CONTENT, 0, SOURCE, CUE, CONTENT], TAGS)
SAYS = [1, 0, 3, 4, 0, 0, 0, 0]
SAID = [0, 0, 0, 0, 0, 1, 0, 3]


def test_each_cue_has_its_own_source_and_content() -> None:
    found = [told(f) for f in linked(TAGGED, links(says=SAYS, said=SAID), Leaning(links=1))]
    assert found == [("Moscow", "says", "Kyiv agreed"), ("Oslo", "said", "no")]


def test_a_cue_without_content_is_none() -> None:
    assert [told(f)[1] for f in linked(TAGGED, links(says=SAYS), Leaning(links=1))] == ["says"]


def test_two_cues_may_share_a_source() -> None:
    shared = links(says=SAYS, said=[1, 0, 0, 0, 0, 0, 0, 3])
    assert [told(f)[0] for f in linked(TAGGED, shared, Leaning(links=1))] == ["Moscow", "Moscow"]


def test_a_word_goes_to_the_cue_that_wants_it_more() -> None:
    both = links(says=[1, 0, 3, 4, 0, 0, 0, 3], said=SAID)
    both[1, 7, 3] = 5
    assert [told(f)[2] for f in linked(TAGGED, both, Leaning())] == ["Kyiv agreed", "no"]


def test_a_missing_source_is_left_out() -> None:
    (found,) = linked(TAGGED, links(says=[0, 0, 3, 4, 0, 0, 0, 0]), Leaning(links=1))
    assert (found.source, told(found)[2]) == (None, "Kyiv agreed")


def test_a_content_in_two_parts_keeps_both() -> None:
    (found,) = linked(TAGGED, links(says=[3, 0, 3, 4, 0, 0, 0, 0]), Leaning(links=1))
    assert len(found.content) == 2


def test_the_cue_is_never_part_of_its_own_content() -> None:
    (found,) = linked(TAGGED, links(says=[0, 3, 4, 4, 0, 0, 0, 0]), Leaning(links=1))
    assert told(found) == ("", "says", "Kyiv agreed")


def test_only_one_source_is_kept() -> None:
    (found,) = linked(TAGGED, links(says=[1, 0, 3, 4, 0, 1, 0, 0]), Leaning(links=1))
    assert told(found)[0] in ("Moscow", "Oslo")


def test_the_tags_have_a_say_where_the_links_waver() -> None:
    wavering = links(says=SAYS)
    wavering[1, 2:4] = 0
    assert [told(f)[2] for f in linked(TAGGED, wavering, Leaning(links=0.5))] == ["Kyiv agreed"]


def test_leaning_towards_cues_finds_a_doubtful_one() -> None:
    doubtful = scores([SOURCE, 0, CONTENT, INSIDE_CONTENT, 0, 0, 0, 0], TAGS)
    doubtful[1, CUE] = 5
    assert list(linked(doubtful, links(says=SAYS), Leaning())) == []
    assert len(list(linked(doubtful, links(says=SAYS), Leaning(cue=2)))) == 1
