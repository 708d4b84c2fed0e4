"""Base forms, by rule and by the list of irregular ones.

spaCy's own lemmatizer costs a third of the reading time; the word lists need only
the base forms of the verbs and nouns that they name, and those are quick to derive.
"""

from __future__ import annotations

from functools import cache

from parley.lexicon.words import Irregular, english

VOWELS = "aeiou"


def verb_forms(lemma: str, irregular: Irregular) -> tuple[str, ...]:
    """The inflected forms of a verb, its base form first."""
    if lemma in irregular.verbs:
        return (lemma, *irregular.verbs[lemma])
    third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    stem = lemma
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    if lemma in irregular.doubling:
        stem = lemma + lemma[-1]
    if lemma.endswith("e"):
        return lemma, third, lemma + "d", lemma[:-1] + "ing"
    return lemma, third, stem + "ed", stem + "ing"


def singular(noun: str, irregular: Irregular) -> str:
    """The singular of a lower-cased plural noun, as far as rules go."""
    if noun in irregular.nouns:
        return irregular.nouns[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


@cache
def _known() -> dict[str, str]:
    """Verb form to base form, for every verb that a word list names."""
    words = english()
    lists = words.reporting
    verbs = {
        v for group in (lists.clause, lists.quote, lists.object, lists.calling, lists.urging) for r in group for v in r
    }
    verbs |= {v for group in (lists.accusing, lists.blaming) for row in group for v in row}
    verbs |= {v for row in words.stance.verbs for v in row.words}
    verbs |= {*words.stance.containing, *words.stance.stopping, *words.stance.accusing}
    verbs |= {v for row in words.meeting.verbs for v in row.words}
    verbs |= {*words.meeting.holding, *words.meeting.mediating.verbs, *words.proposal.making, *words.stance.having}
    verbs |= {*words.modality.planned, *words.modality.proposed, *words.modality.cancelled, *words.modality.refused}
    verbs |= {*words.modality.ongoing, *words.proposal.denying, *words.irregular.verbs}
    verbs |= {*words.dispute.denying, *words.dispute.rejecting, *words.dispute.accusing}
    verbs |= {*words.roles.leading, *words.roles.acting}
    verbs |= {v for row in words.proposal.statuses.values() for v in row}
    forms: dict[str, str] = {}
    for verb in sorted(v.split()[0] for v in verbs):
        for form in verb_forms(verb, words.irregular):
            forms.setdefault(form, verb)
    return forms


@cache
def lemma(lower: str, tag: str) -> str:
    """The base form of a lower-cased word with a Penn tag; the word itself where no rule applies."""
    if tag[0] == "V" or tag == "MD":
        return _known().get(lower) or _regular(lower, tag)
    if tag in ("NNS", "NNPS"):
        return singular(lower, english().irregular)
    return lower


def _regular(lower: str, tag: str) -> str:
    if tag == "VBZ" and lower.endswith("s"):
        return lower[:-3] + "y" if lower.endswith("ies") else lower[:-1]
    if tag in ("VBD", "VBN") and lower.endswith("ed"):
        return lower[:-1] if lower[-3:-2] in "eigcsvuz" else lower[:-2]
    if tag == "VBG" and lower.endswith("ing"):
        return lower[:-3]
    return lower
