from places import spot


def test_spot(session):
    assert spot(session, "a").name == "a"
