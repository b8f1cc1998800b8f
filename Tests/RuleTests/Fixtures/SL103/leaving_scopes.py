"""To roll back is a part of giving back, where an object's block is left."""

from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

Maker = sessionmaker(bind=create_engine("sqlite://"))


class UnitOfWork:
    def __enter__(self):
        self.session = Maker()
        return self

    def __exit__(self, kind, *details):
        if kind:
            self.session.rollback()
        self.session.close()
