"""A class that is kept in a field or property is the class of the rows that are asked for and made."""

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session


class Channel:
    def __init__(self, session: Session, queue_cls, other_model):
        self.session = session
        self.queue_cls = queue_cls
        self.other_model = other_model
        self.cls = queue_cls

    def declare(self, name):
        queue = self.session.query(self.queue_cls).filter(self.queue_cls.name == name).first()
        if not queue:
            queue = self.queue_cls(name)
            self.session.add(queue)  # expect: SL301
            try:
                self.session.commit()
            except OperationalError:
                self.session.rollback()
        return queue

    def ensure(self, name):
        if self.session.query(self.other_model).filter_by(name=name).count() == 0:
            self.session.add(self.other_model(name=name))  # expect: SL301
            self.session.commit()

    def ensure_own(self, name):
        if not self.session.query(self.cls).filter_by(name=name).first():
            self.session.add(self.cls(name=name))  # expect: SL301
            self.session.commit()

    # One is asked for, the other made.
    def follow(self, name):
        if not self.session.query(self.queue_cls).filter_by(name=name).first():
            self.session.add(self.other_model(name=name))
            self.session.commit()
