"""The answer to "was an orbital launch attempted?" as a finding, with what each feature adds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bongsu.assessment.attempt import AttemptAnswer, AttemptFacts, Contribution, attempt_answer
from bongsu.assessment.finding import Finding
from bongsu.earth import Estimate
from bongsu.provenance import Evidence
from bongsu.reference import FLIGHT_KINDS, attempt_table
from bongsu.wording import joined, phrase

__all__ = ["factor_words", "judge_attempt", "share_words"]

NAMED_FROM = 0.5  # a kind is named where the low end of its share reaches this
_MARKS = ("orbital", "lofted test", "standard test", "other kind")
_KEYS = ("orbital_launch", "lofted_test", "standard_test", "other")
_TELLING = 0.3  # log10: a factor of two either way
_BRIEF = 69  # characters of one line on a screen of 100
_SHORT = {
    "warning": "warning", "words": "its words", "layout": "areas", "stages": "stage names", "lead": "lead",
    "place": "place", "figures": "figures", "time": "time", "glide": "glide", "burn-out": "burn-out",
    "object": "object", "object-others": "object",
}  # fmt: skip
_ALMOST, _HARDLY = 0.995, 0.005
_HELP = {
    "warning beforehand": "Whether a warning to ships and aircraft was given beforehand, and its text.",
    "how the areas lie": "The coordinates of the notified areas.",
    "object in orbit": "Whether an object of the launch was catalogued in orbit.",
    "apogee and range": "Apogee and ground range as a party reports them.",
    "place and direction": "The launch point and the direction of flight.",
}


def judge_attempt(
    facts: AttemptFacts,
    *,
    id: str,
    name: str,
    of: str,
    sources: Sequence[str] = (),
    evidence: Sequence[Evidence] = (),
    unused: Sequence[str] = (),
    seed: int = 20231121,
) -> Finding | None:
    """Was an orbital launch attempted?

    Parameters
    ----------
    facts : AttemptFacts
    id, name : str
        Of the finding (``attempt:<id>``), and what the flight or warning is called in a sentence.
    of : str
        ``launch``, ``flight`` or ``notice``.
    sources, evidence : sequences
        Of the facts.
    unused : sequence of str
        What the caller holds and leaves out, with the reason.
    seed : int
        Of the draws.

    Returns
    -------
    Finding or None
        None where no feature of a flight or warning is known; of a launch it then says so. Estimates: the share of each kind with equal priors, that of an orbital launch
        with the counted prior, ``log10_factor`` without any prior. ``details`` as docs/reference/commands.md.

    Raises
    ------
    InputError
        As :func:`attempt_answer`.
    """
    answer = attempt_answer(facts, seed=seed)
    if not answer.contributions and of != "launch":
        return None
    best = max(range(4), key=lambda k: answer.equal[k].value or 0.0)
    named = answer.equal[best].low >= NAMED_FROM
    disagree = _disagreement(answer)
    return Finding(
        id=f"attempt:{id}",
        topic="attempt",
        question="Was an orbital launch attempted?",
        verdict="computed" if named else "undetermined",
        statement=_statement(answer, best, named, name),
        label="attempt",
        brief=_brief(answer, best, named),
        sign="=" if named else "?",
        mark=_MARKS[best] if named else "cannot tell",
        estimates=_estimates(answer),
        sources=tuple(dict.fromkeys(sources)),
        evidence=tuple(evidence),
        method=(
            "Likelihood of each of four kinds of flight over the features known, each a table of counts whose rows are"
            " drawn as Dirichlet distributions; features of one family together, families weighed down for what they say"
            " twice; priors stated apart."
        ),
        reference="Good 1950, Probability and the Weighing of Evidence; counts: Bongsu's attempt_counts.toml",
        experimental=True,
        caveats=_caveats(answer, facts, disagree, unused),
        would_change=tuple(_HELP[what] for what, why in answer.missing if what in _HELP and why == "not known"),
        check_by_hand=_by_hand(answer),
        say=_say(answer, best, named),
        do_not_say="that this settles what was intended, or whether the launch was permitted (see the finding legal)",
        details=_details(answer, of, disagree, unused),
    )


def _estimates(answer: AttemptAnswer) -> dict[str, Estimate]:
    if not answer.contributions:
        return {}
    found = {key: answer.equal[k] for k, key in enumerate(_KEYS)}
    return {**found, "orbital_launch_counted_prior": answer.counted[0], "log10_factor": answer.factor}


def share_words(share: Estimate) -> str:
    """A share with its interval: ``0.97 (0.88-0.99)``, ``over 0.99``."""
    value = share.value or 0.0
    if share.low >= _ALMOST:
        return "over 0.99"
    if share.high < _HARDLY:
        return "under 0.01"
    high = ">0.99" if share.high >= _ALMOST else f"{share.high:.2f}"
    low = "<0.01" if share.low < _HARDLY else f"{share.low:.2f}"
    return phrase("{value:.2f} ({low} to {high})", value=min(max(value, 0.01), 0.99), low=low, high=high)


def factor_words(factor: Estimate, *, interval: bool = True) -> str:
    """A base-10 logarithm as a factor: ``x 30 (5 to 90)``; below 1 as a fraction: ``x 1/20``."""
    middle = phrase("x {times}", times=_times(factor.value or 0.0))
    return (
        phrase("{middle} ({times} to {times_2})", middle=middle, times=_times(factor.low), times_2=_times(factor.high))
        if interval
        else middle
    )


def _times(log10: float) -> str:
    """``1/20``, ``0.8``, ``1.4``, ``30``: to two figures at most."""
    if log10 >= 4.0:
        return "over 10,000"
    if log10 <= -4.0:
        return "under 1/10,000"
    value = 10.0 ** abs(log10)
    if value < 2.0:
        return f"{10.0**log10:.1f}"
    rounded = float(f"{value:.1g}") if value >= 10.0 else round(value)
    return f"{rounded:,.0f}" if log10 > 0.0 else f"1/{rounded:,.0f}"


def _statement(answer: AttemptAnswer, best: int, named: bool, name: str) -> str:
    if not answer.contributions:
        return phrase("Nothing known of {name} tells which of four kinds of flight it was.", name=name)
    shares = joined(
        "; ",
        (
            phrase("{kind} {share_words}", kind=kind, share_words=share_words(answer.equal[k]))
            for k, kind in enumerate(FLIGHT_KINDS)
        ),
    )
    told = (
        phrase(
            "Of four kinds of flight, {article} fits what is known of {name} best",
            article=_article(FLIGHT_KINDS[best]),
            name=name,
        )
        if named
        else phrase("What is known of {name} cannot tell which of four kinds of flight it was", name=name)
    )
    return phrase(
        "{told}, all four taken as equally likely beforehand: {shares}; without any prior, it is"
        " {odds} under an orbital launch as under the mean of the other three; with the kinds as"
        " frequent as counted, an orbital launch has {share_words}.",
        told=told,
        shares=shares,
        odds=_odds(answer.factor),
        share_words=share_words(answer.counted[0]),
    )


def _odds(factor: Estimate) -> str:
    """How many times likelier, in words."""
    if factor.low >= 4.0:
        return "over 10,000 times as likely"
    return phrase(
        "{times} ({times_2} to {times_3}) times as likely",
        times=_times(factor.value or 0.0),
        times_2=_times(factor.low),
        times_3=_times(factor.high),
    )


def _article(kind: str) -> str:
    return {"other": "a flight of another kind"}.get(kind, f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}")


def _brief(answer: AttemptAnswer, best: int, named: bool) -> str:
    """The share of the kind that the mark names, and how the weightiest features count for an orbital launch."""
    weighty = sorted(answer.contributions, key=lambda each: -abs(each.factor.value or 0.0))[:3]
    if not weighty:
        return "nothing known tells: no warning, direction or object in orbit"
    share = (
        phrase("share {share_words}", share_words=share_words(answer.equal[best])) if named else "no kind stands out"
    )
    parts = [
        phrase(
            "{short} {factor_words}",
            short=_SHORT[each.feature.id],
            factor_words=factor_words(each.factor, interval=False),
        )
        for each in weighty
    ]
    while len(share) + 14 + len(joined(", ", parts)) > _BRIEF and len(parts) > 1:
        parts.pop()
    return phrase("{share}; to orbit: {parts}", share=share, parts=joined(", ", parts))


def _disagreement(answer: AttemptAnswer) -> tuple[str, str]:
    """The features that speak most clearly for and against an orbital launch, where both are clear; else empty."""
    for_it = [each for each in answer.contributions if each.factor.low >= _TELLING]
    against = [each for each in answer.contributions if each.factor.high <= -_TELLING]
    if not for_it or not against:
        return "", ""
    strongest = max(for_it, key=lambda each: each.factor.low)
    weakest = min(against, key=lambda each: each.factor.high)
    return strongest.feature.name, weakest.feature.name


def _caveats(
    answer: AttemptAnswer, facts: AttemptFacts, disagree: tuple[str, str], unused: Sequence[str]
) -> tuple[str, ...]:
    told = []
    if disagree[0]:
        told.append(
            phrase(
                "The features disagree: {disagree} speaks for an orbital launch, {disagree_2} against it.",
                disagree=disagree[0],
                disagree_2=disagree[1],
            )
        )
    if any(each.feature.family == "notice" for each in answer.contributions):
        told.append(
            phrase(
                "A warning is the launching state's own claim. A test dressed up as a launch has not"
                " been seen in {quiet_years} years of tests, which bounds what all features of a warning"
                " say together.",
                quiet_years=attempt_table().quiet_years,
            )
        )
    if any(each.feature.states == facts.state for each in answer.contributions if each.feature.states):
        told.append("North Korea has tried for an orbit ten times in 26 years: no interval can be narrow.")
    if any(each.feature.id == "figures" for each in answer.contributions):
        told.append("Lofted and standard are told apart by the shape of the arc, which is their definition.")
    if answer.missing:
        told.append(
            "Adding nothing, because not known or not telling: "
            + joined("; ", (what for what, _ in answer.missing))
            + "."
        )
    told += [phrase("Not used: {each}.", each=each) for each in unused]
    return tuple(told)


def _by_hand(answer: AttemptAnswer) -> str:
    """Products of the tables' own shares, without drawing: each line can be worked out from attempt_counts.toml."""
    if not answer.contributions:
        return ""
    product = [1.0] * 4
    parts = []
    for each in answer.contributions:
        parts.append(
            phrase("{short} ", short=_SHORT[each.feature.id]) + joined(", ", (f"{value:.3g}" for value in each.by_kind))
        )
        product = [one * two for one, two in zip(product, each.by_kind, strict=True)]
    products = joined(", ", (f"{value:.2g}" for value in product))
    shares = joined(", ", (f"{value / sum(product):.2g}" for value in product))
    return phrase(
        "Share of flights of each kind (orbital, lofted, standard, other) that show what was"
        " seen, (count + 0.5) over the row's sum in attempt_counts.toml: {parts}.\nProducts"
        " {products}; over their sum {shares}.\nThe answer is wider: rows are drawn, a warning is"
        " bounded, and families but the weightiest count to a power of 0.5 to 1.",
        parts=joined("; ", parts),
        products=products,
        shares=shares,
    )


def _say(answer: AttemptAnswer, best: int, named: bool) -> str:
    if not named:
        return "what is publicly known cannot tell whether an orbital launch was attempted"
    return phrase(
        "what is publicly known fits {article} best, {share_words} of four kinds",
        article=_article(FLIGHT_KINDS[best]),
        share_words=share_words(answer.equal[best]),
    )


def _plain(estimate: Estimate) -> dict[str, float | None]:
    return {"value": _round(estimate.value), "low": _round(estimate.low), "high": _round(estimate.high)}


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _details(answer: AttemptAnswer, of: str, disagree: tuple[str, str], unused: Sequence[str]) -> dict[str, Any]:
    return {
        "of": of,
        "posterior": {
            kind: {"equal_prior": _plain(answer.equal[k]), "counted_prior": _plain(answer.counted[k])}
            for k, kind in enumerate(FLIGHT_KINDS)
        },
        "counted_prior": {kind: _round(answer.counted_prior[k]) for k, kind in enumerate(FLIGHT_KINDS)},
        "log10_factor": _plain(answer.factor),
        "families": {family: _plain(factor) for family, factor in answer.families.items()},
        "contributions": [_contribution(each) for each in answer.contributions],
        "missing": [{"feature": what, "why": why} for what, why in answer.missing],
        "not_used": list(unused),
        "disagree": [name for name in disagree if name],
        "held_out": attempt_table().held_out,
    }


def _contribution(each: Contribution) -> dict[str, Any]:
    feature = each.feature
    return {
        "feature": feature.name,
        "family": feature.family,
        "seen": each.seen,
        "log10_factor": _plain(each.factor),
        "words": factor_words(each.factor),
        "probability": {kind: _round(each.by_kind[k]) for k, kind in enumerate(FLIGHT_KINDS)},
        "mark": feature.mark,
        "unit": feature.unit,
        "note": feature.note,
        "sources": list(feature.sources),
    }
