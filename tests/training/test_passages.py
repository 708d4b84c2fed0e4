"""Marked passages are read strictly: what is marked is found where it stands, and a slip is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.model.stand import Act, MeetingStatus, Stance
from training.findings.check import duplicates, leaks, main
from training.findings.passages import Passage, PassageError, load, read

TEXT = """%% Free Port talks

# wire
Ilse Brandt said she would [1: reopen the quay to [F: forty] ships] [1?: if the guns went], but not [2: leave].
= 1 | Ilse Brandt | Harbour Council | corridors | conditional | commit
= 2 | Ilse Brandt | Harbour Council | withdrawal | oppose | reject

# broadsheet
The envoys [M1: met] in May.
Nobody spoke.
= M1 | held | The envoys
"""


def passages(folder: Path, text: str) -> list[Passage]:
    (folder / "port.txt").write_text(text, "utf-8")
    return list(read(folder / "port.txt"))


def test_marks_are_taken_out_and_kept_as_spans(tmp_path: Path) -> None:
    first, second = passages(tmp_path, TEXT)
    assert first.text == "Ilse Brandt said she would reopen the quay to forty ships if the guns went, but not leave."
    quay, leaving = first.holdings
    assert quay.measure.of(first.text) == "reopen the quay to forty ships"
    assert quay.condition is not None
    assert quay.condition.of(first.text) == "if the guns went"
    assert (quay.holder.of(first.text), quay.party, quay.issue) == ("Ilse Brandt", "Harbour Council", "corridors")
    assert (leaving.stance, leaving.act) == (Stance.OPPOSE, Act.REJECT)
    assert [f.of(first.text) for f in first.figures] == ["forty"]
    assert [p.of(second.text) for p in second.paragraphs] == ["The envoys met in May.", "Nobody spoke."]
    assert second.gatherings[0].status is MeetingStatus.HELD


def test_the_holder_is_the_mention_nearest_to_the_measure(tmp_path: Path) -> None:
    text = "%% P\n\n# wire\nHe slept. He wants [1: peace].\n= 1 | He | Osk | other | support | state\n"
    [passage] = passages(tmp_path, text)
    assert passage.holdings[0].holder.start == 10


@pytest.mark.parametrize(
    ("passage", "fault"),
    [
        pytest.param("The quay.\n", "does not begin with its manner", id="no manner"),
        pytest.param("# wire\n= 1 | He | X | other | support | state\n", "has no text", id="no text"),
        pytest.param("# wire\nHe wants [1: peace].\n", "do not fit", id="a mark without a label"),
        pytest.param(
            "# wire\nPeace.\n= 1 | He | X | other | support | state\n", "do not fit", id="a label without a mark"
        ),
        pytest.param("# wire\nHe wants peace].\n", "not opened", id="a closing bracket too many"),
        pytest.param("# wire\nHe wants [1: peace.\n", "not closed", id="a bracket left open"),
        pytest.param(
            "# wire\nA [1: b] [1: c].\n= 1 | A | X | other | support | state\n", "twice", id="a mark used twice"
        ),
        pytest.param(
            "# wire\nA [1: b].\n= 1 | B | X | other | support | state\n", "not in the text", id="no such holder"
        ),
        pytest.param("# wire\nA [1: b].\n= 1 | A | X | peace | support | state\n", "no issue", id="no such issue"),
        pytest.param("# wire\nA [1: b].\n= 1 | A | X | other | for | state\n", "no stance", id="no such stance"),
        pytest.param("# wire\nA [1: b].\n= 1 | A | X | other\n", "has 4 fields", id="a label too short"),
        pytest.param("# wire\nA [M1: met] B.\n= M1 | done | A; B\n", "no status", id="no such status"),
    ],
)
def test_a_slip_is_told_with_its_place(tmp_path: Path, passage: str, fault: str) -> None:
    with pytest.raises(PassageError, match=fault) as raised:
        passages(tmp_path, f"%% P\n\n{passage}")
    assert raised.value.place.endswith("port.txt:3")


def test_a_file_must_name_its_process(tmp_path: Path) -> None:
    with pytest.raises(PassageError, match="names no process"):
        passages(tmp_path, "# wire\nThe quay.\n")


def test_a_sentence_told_again_is_noticed(tmp_path: Path) -> None:
    text = "The council will reopen the northern quay to relief ships from Monday on."
    again = text.replace("Monday", "Tuesday")
    first, second = passages(tmp_path, f"%% P\n\n# wire\n{text}\n\n# radio\n{again}\n")
    assert [(a, b) for a, b, _ in duplicates([first, second])] == [(first, second)]


def test_a_run_of_words_from_a_report_is_noticed(tmp_path: Path) -> None:
    [passage] = passages(tmp_path, "%% P\n\n# wire\nIt will reopen the northern quay to relief ships on Monday.\n")
    report = tmp_path / "report.md"
    report.write_text("Brandt: we will reopen the northern quay to relief ships, if asked.", "utf-8")
    assert [run for _, _, run in leaks([passage], [report])] == []
    report.write_text("Brandt: it will reopen the northern quay to relief ships.", "utf-8")
    assert [run for _, _, run in leaks([passage], [report])] == ["it will reopen the northern quay to relief ships"]


def test_the_shipped_passages_follow_the_guide(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0, capsys.readouterr().out


@pytest.mark.shared
def test_the_shipped_passages_share_no_sentence_with_the_corpus(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--against", str(shared / "corpus" / "seeds"), str(shared / "corpus" / "dev")]) == 0, (
        capsys.readouterr().out
    )


def test_every_file_is_a_process_of_its_own() -> None:
    folder = Path(__file__).resolve().parents[2] / "training" / "findings" / "data"
    assert len({p.process for p in load(folder)}) == len(list(folder.glob("*.txt")))
