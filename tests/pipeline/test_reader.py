from onrecord.pipeline.reader import fingerprint_of


def test_a_fingerprint_hangs_on_every_part_and_not_on_their_order() -> None:
    parts = {"parser": "1", "lexicons": "2"}
    turned = {"lexicons": "2", "parser": "1"}
    assert fingerprint_of(parts) == fingerprint_of(turned)
    assert fingerprint_of(parts) != fingerprint_of({**parts, "parser": "3"})
