"""What else is saved, read before the store is."""

from media import (
    Anthem,
    Ballad,
    Carol,
    Duet,
    Elegy,
    Fugue,
    Gigue,
    Hymn,
    Impromptu,
    Jig,
    Lament,
    Madrigal,
    Nocturne,
    Ode,
    Prelude,
    Quartet,
    Rondo,
)


class Picture:
    def save(self):
        return "picture"


class Drawing:
    def save(self):
        return "drawing"


class Sound:
    def save(self):
        return "sound"


class Film:
    def save(self):
        return "film"


class Draft:
    def save(self):
        return "draft"


def save_all():
    from .store import Store

    store = Store()
    store.save(Anthem())
    store.save(Ballad())
    store.save(Carol())
    store.save(Duet())
    store.save(Elegy())
    store.save(Fugue())
    store.save(Gigue())
    store.save(Hymn())
    store.save(Impromptu())
    store.save(Jig())
    store.save(Lament())
    store.save(Madrigal())
    store.save(Nocturne())
    store.save(Ode())
    store.save(Prelude())
    store.save(Quartet())
    store.save(Rondo())
    store.save(Picture())
    store.save(Drawing())
    store.save(Sound())
    store.save(Film())
    store.save(Draft())


save_all()
