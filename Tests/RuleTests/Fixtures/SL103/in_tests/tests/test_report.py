from report import first_line


def test_first_line(tmp_path):
    target = open(tmp_path / "report.txt")
    assert target.readline() == "total"
    assert first_line(tmp_path / "report.txt") == "total"
    target.close()


def test_forgets(tmp_path):
    target = open(tmp_path / "report.txt")  # expect: SL101
    assert target.readline() == "total"
