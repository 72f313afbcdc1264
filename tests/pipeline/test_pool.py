from onrecord.pipeline.pool import ahead, depth_of


def test_items_come_in_order_and_no_more_are_taken_than_allowed() -> None:
    taken = []

    def source():
        for number in range(6):
            taken.append(number)
            yield number

    given = []
    for item in ahead(source(), depth=2):
        assert len(taken) - len(given) <= 3
        given.append(item)
    assert given == list(range(6))


def test_one_job_takes_nothing_ahead() -> None:
    assert depth_of(1) == 0
    assert depth_of(3) > 3
