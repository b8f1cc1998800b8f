"""A store that saves rows, and much else that can be saved."""

from .aside import Picture
from .database import open_session
from .models import Folder, Label


class Store:
    def save(self, entity):
        entity.save()


class Folders(Store):
    def find_or_make(self, name):
        session = open_session()
        found = session.query(Folder).filter_by(name=name).first()
        if found is None:
            found = Folder(name=name)
            self.save(found)  # expect: SL301
        return found

    # What is saved is another row.
    def find_or_note(self, name):
        session = open_session()
        found = session.query(Folder).filter_by(name=name).first()
        if found is None:
            self.save(Label(text=name))
        return found

    # Nothing of it is a row.
    def find_or_draw(self, name):
        session = open_session()
        found = session.query(Folder).filter_by(name=name).first()
        if found is None:
            self.save(Picture())
        return found
