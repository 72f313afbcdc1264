from onrecord.case import Case


def test_a_page_gives_its_lists_by_name_in_the_order_shown(case: Case) -> None:
    page = case.actor("Verrin")
    groups = page.groups()
    assert list(groups)[:3] == ["said", "said_to", "did"]
    assert groups["said"] == page.said
    assert all(page.actor.id in (one.speaker, *one.on_behalf_of) for one in page.said)
