from clauses_by_hand import actor, argument, clause, context, who
from onrecord.extract.speech.channels import find_channel
from onrecord.model.actor import ActorKind
from onrecord.model.clause import Role

CHANNELS = {
    "channels": {
        "letter": {"channel": "letter"},
        "court": {"channel": "court_hearing"},
        "press conference": {"channel": "press_conference"},
        "statement": {"channel": "statement"},
    }
}


def _found(text: str, verb: str, role: Role, words: str, marker: str | None) -> object:
    cue = clause(text, verb, argument(text, role, words, marker=marker))
    told = context(text, CHANNELS, clauses=(cue,))
    return find_channel(told, cue, who(text, "Velt"), [])


def test_the_channel_is_the_cues_own_phrase() -> None:
    text = "Velt said in a letter"
    found = _found(text, "said", Role.OBLIQUE, "a letter", "in")
    assert found == ("letter", "a letter")


def test_two_words_name_a_channel_that_one_does_not() -> None:
    text = "Velt said at a press conference"
    found = _found(text, "said", Role.PLACE, "a press conference", "at")
    assert found == ("press_conference", "a press conference")


def test_what_it_is_said_about_is_no_channel() -> None:
    text = "Velt spoke about a letter"
    found = _found(text, "spoke", Role.OBLIQUE, "a letter", "about")
    assert found == (None, None)


def test_a_court_that_is_told_is_a_hearing_but_a_court_that_is_blamed_is_not() -> None:
    for verb, channel in (("tell", "court_hearing"), ("blame", None)):
        text = f"Velt {verb} the court"
        found = _found(text, verb, Role.PATIENT, "the court", None)
        assert found == (channel, "the court" if channel else None)


def test_who_is_spoken_to_can_tell_the_channel() -> None:
    text = "Velt swore before the court"
    told = context(text, CHANNELS)
    court = who(text, "the court")
    found = find_channel(told, None, who(text, "Velt"), [court])
    assert found == ("court_hearing", "the court")


def test_a_speaker_is_a_channel_only_where_it_is_a_text() -> None:
    text = "A statement said so"
    speaker = who(text, "A statement", "ac-A statement")
    document = actor("A statement", kind=ActorKind.DOCUMENT)
    group = actor("A statement", kind=ActorKind.GROUP)
    told = context(text, CHANNELS, actors=(document,))
    assert find_channel(told, None, speaker, []) == ("statement", "A statement")
    told = context(text, CHANNELS, actors=(group,))
    assert find_channel(told, None, speaker, []) == (None, None)
