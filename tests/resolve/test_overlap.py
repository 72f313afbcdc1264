import resolve_builders as build

from onrecord.resolve.overlap import group_by_words, share_any
from onrecord.resolve.words import content_words


def groups(*texts, least=0.5, fits=lambda one, group: True):
    facts = [build.statement(f"st-{n}", "a", text) for n, text in enumerate(texts)]
    made = group_by_words(
        facts,
        words=lambda one: content_words(one.content),
        least=least,
        block=lambda one: one.act,
        fits=fits,
    )
    return [[one.id for one in group] for group in made]


def test_a_report_joins_the_group_it_overlaps_most():
    assert groups("red fox", "red fox hunting dogs", "fox hunting dogs") == [
        ["st-0", "st-1"],
        ["st-2"],
    ]
    assert groups("brown cow grass", "red fox dogs", "red fox grass") == [
        ["st-0"],
        ["st-1", "st-2"],
    ]


def test_what_does_not_fit_stands_alone():
    assert len(groups("red fox", "red fox", fits=lambda one, group: False)) == 2


def test_texts_without_content_words_never_join():
    assert groups("it is so", "it is so") == [["st-0"], ["st-1"]]


def test_parties_share_somebody_or_one_names_nobody():
    assert share_any(["a", "b"], ["b"])
    assert share_any([], ["b"])
    assert not share_any(["a"], ["b"])
