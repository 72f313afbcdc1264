from onrecord.annotate.recall import Recall


def test_chains_of_a_name_come_oldest_first() -> None:
    recall = Recall()
    recall.add_name(3, "oskar brun")
    recall.add_name(1, "brun")
    assert recall.named(["brun", "oskar brun", "halvik"]) == [1, 3]


def test_initials_leave_small_words_out() -> None:
    recall = Recall()
    recall.add_name(2, "union of the harbour workers")
    assert recall.abbreviated("uhw") == 2
    assert recall.abbreviated("uothw") is None


def test_a_single_word_has_no_initials() -> None:
    recall = Recall()
    recall.add_name(0, "tavara")
    assert recall.abbreviated("t") is None


def test_initials_stay_with_the_oldest_chain() -> None:
    recall = Recall()
    recall.add_name(4, "harbour union")
    recall.add_name(7, "high unit")
    assert recall.abbreviated("hu") == 4


def test_the_last_mentioned_comes_first() -> None:
    recall = Recall()
    recall.touch(0, ["diver"])
    recall.touch(1, ["diver", "captain"])
    recall.touch(0, ["diver"])
    assert list(recall.recent("diver")) == [0, 1]
    assert list(recall.recent("captain")) == [1]
    assert list(recall.recent("judge")) == []


def test_memory_is_bounded() -> None:
    recall = Recall()
    for chain in range(1000):
        recall.touch(chain, ["diver"])
    rivals = list(recall.recent("diver"))
    assert rivals[0] == 999
    assert len(rivals) < 500
