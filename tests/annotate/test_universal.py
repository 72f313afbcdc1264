"""Universal trees become the trees that the rules read."""

import pytest

from onrecord.annotate.universal import Node, to_phrases

SPEECH = frozenset({"said", "says"})


def turned(rows: str) -> str:
    """Return "word/relation>head" for "word/tag/head number/relation" rows."""
    nodes = []
    for row in rows.split():
        lower, tag, head, rel = row.split("/")
        nodes.append(Node(lower, tag, int(head) - 1, rel))
    to_phrases(nodes, SPEECH)
    return " ".join(
        f"{n.lower}/{n.rel}" + (f">{nodes[n.head].lower}" if n.head >= 0 else "")
        for n in nodes
    )


CASES = {
    "a preposition governs its noun": (
        "ilic/NNP/2/nsubj landed/VBD/0/root in/IN/4/case sel/NNP/2/obl",
        "ilic/nsubj>landed landed/ROOT in/prep>landed sel/pobj>in",
    ),
    "the agent of a passive": (
        "he/PRP/3/nsubj:pass was/VBD/3/aux:pass held/VBN/0/root by/IN/5/case"
        " police/NNS/3/obl:agent",
        "he/nsubjpass>held was/auxpass>held held/ROOT by/agent>held police/pobj>by",
    ),
    "two prepositions stand in a row": (
        "ran/VBD/0/root out/IN/4/case of/IN/4/case court/NN/1/obl",
        "ran/ROOT out/prep>ran of/prep>out court/pobj>of",
    ),
    "fixed prepositions too": (
        "left/VBD/0/root because/IN/4/case of/IN/2/fixed rain/NN/1/obl",
        "left/ROOT because/prep>left of/prep>because rain/pobj>of",
    ),
    "a preposition before a clause without subject": (
        "charged/VBN/0/root with/IN/3/mark killing/VBG/1/advcl him/PRP/3/obj",
        "charged/ROOT with/prep>charged killing/pcomp>with him/dobj>killing",
    ),
    "a clause with its own subject keeps its conjunction": (
        "left/VBD/0/root after/IN/4/mark he/PRP/4/nsubj spoke/VBD/1/advcl",
        "left/ROOT after/mark>spoke he/nsubj>spoke spoke/advcl>left",
    ),
    "a copula governs subject and noun": (
        "she/PRP/4/nsubj is/VBZ/4/cop a/DT/4/det judge/NN/0/root of/IN/6/case"
        " peace/NN/4/nmod",
        "she/nsubj>is is/ROOT a/det>judge judge/attr>is of/prep>judge peace/pobj>of",
    ),
    "an adjective keeps what it asks for": (
        "he/PRP/3/nsubj is/VBZ/3/cop likely/JJ/0/root to/TO/5/mark leave/VB/3/xcomp",
        "he/nsubj>is is/ROOT likely/acomp>is to/aux>leave leave/xcomp>likely",
    ),
    "not and never are negations": (
        "he/PRP/4/nsubj was/VBD/4/cop not/RB/4/advmod free/JJ/0/root",
        "he/nsubj>was was/ROOT not/neg>was free/acomp>was",
    ),
    "being in a place": (
        "he/PRP/4/nsubj is/VBZ/4/cop in/IN/4/case jail/NN/0/root",
        "he/nsubj>is is/ROOT in/prep>is jail/pobj>in",
    ),
    "a verb of saying governs the words before it": (
        "it/PRP/2/nsubj rained/VBD/0/root ,/,/2/punct she/PRP/5/nsubj"
        " said/VBD/2/parataxis",
        "it/nsubj>rained rained/ccomp>said ,/punct>rained she/nsubj>said said/ROOT",
    ),
    "another aside does not": (
        "it/PRP/2/nsubj rained/VBD/0/root ,/,/2/punct it/PRP/5/nsubj"
        " poured/VBD/2/parataxis",
        "it/nsubj>rained rained/ROOT ,/punct>rained it/nsubj>poured"
        " poured/parataxis>rained",
    ),
    "a name ends in its head": (
        "sera/NNP/3/nsubj ilic/NNP/1/flat spoke/VBD/0/root",
        "sera/compound>ilic ilic/nsubj>spoke spoke/ROOT",
    ),
    "a possessive stays": (
        "ilic/NNP/3/nmod:poss 's/POS/1/case aide/NN/4/nsubj spoke/VBD/0/root",
        "ilic/poss>aide 's/case>ilic aide/nsubj>spoke spoke/ROOT",
    ),
    "a day without preposition": (
        "spoke/VBD/0/root monday/NNP/1/obl:unmarked",
        "spoke/ROOT monday/npadvmod>spoke",
    ),
    "joined phrases behind one verb": (
        "rose/VBD/0/root by/IN/3/case two/CD/1/obl or/CC/6/cc by/IN/6/case"
        " three/CD/3/conj",
        "rose/ROOT by/prep>rose two/pobj>by or/cc>three by/conj>by three/pobj>by",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_construction(name: str) -> None:
    rows, expected = CASES[name]
    assert turned(rows) == expected
