"""What others give back of what a method of this name gives, whoever has the method."""


class Reports:
    def __init__(self, helper):
        self.helper = helper

    def total(self):
        link = self.helper.open_ledger_session()
        try:
            return link.sum("total")
        finally:
            link.close()

    def count(self):
        link = self.helper.open_ledger_session()
        try:
            return link.count()
        finally:
            link.close()

    def latest(self):
        link = self.helper.open_ledger_session()  # expect: SL101
        return link.latest()

    def hand(self):
        return self.helper.open_ledger_session()


class Audit:
    def __init__(self, helper):
        self.helper = helper

    def one(self):
        link = self.helper.current_ledger_session()
        return link.one()

    def two(self):
        link = self.helper.current_ledger_session()
        return link.two()

    def three(self):
        link = self.helper.current_ledger_session()
        link.close()
