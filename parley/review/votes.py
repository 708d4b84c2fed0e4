"""Who has judged what: the last judgement of each person on each finding that is not undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parley.model.judgement import Judgement
from parley.resolve import OF_ONE, active


@dataclass(frozen=True, slots=True)
class Votes:
    """For each finding that was judged right, wrong or corrected, by its id, each person's last word on it.

    What is undone does not count. That findings are of one thing, or are not, says nothing of whether they are right.
    """

    by_finding: Mapping[str, Mapping[str, Judgement]]

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Votes:
        """The votes in judgements, given in the order in which they were made, undone ones too."""
        found: dict[str, dict[str, Judgement]] = {}
        for judgement in active(judgements):
            if judgement.decision in OF_ONE:
                votes = found.setdefault(judgement.subject, {})
                votes.pop(judgement.who, None)  # so that the last to speak comes last
                votes[judgement.who] = judgement
        return cls(found)

    def on(self, finding_id: str) -> tuple[Judgement, ...]:
        """The votes on a finding, the latest last."""
        return tuple(self.by_finding.get(finding_id, {}).values())

    def by(self, who: str | None, finding_id: str) -> bool:
        """Whether somebody has judged a finding."""
        return who in self.by_finding.get(finding_id, {})

    def others(self, who: str | None, finding_id: str) -> int:
        """How many others than somebody have judged a finding."""
        votes = self.by_finding.get(finding_id, {})
        return len(votes) - (who in votes)
