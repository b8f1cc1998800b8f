from peewee import CharField, IntegerField, Model, SqliteDatabase

database = SqliteDatabase("files.db")


class Folder(Model):
    name = CharField()
    parent = IntegerField()

    class Meta:
        database = database


class FolderService:
    model = Folder

    @classmethod
    def save(cls, **columns):
        return cls.model(**columns).save(force_insert=True)

    @classmethod
    def make(cls, name, parent):
        for _ in cls.model.select().where((cls.model.name == name) & (cls.model.parent == parent)):
            return
        cls.save(name=name, parent=parent)  # expect: SL301

    @classmethod
    def copy(cls, name, parent):
        for folder in cls.model.select().where(cls.model.parent == parent):
            cls.save(name=folder.name, parent=0)
