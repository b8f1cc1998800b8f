"""Update or insert without a branch around the save: the key of the row that was found goes to the new object."""

from django.db import models


class Preference(models.Model):
    name = models.CharField(max_length=40)
    value = models.CharField(max_length=40)


class Child(models.Model):
    parent_id = models.IntegerField()


class Preferences:
    def find(self, name):
        return Preference.objects.filter(name=name).first()

    def put(self, name, value):
        known = self.find(name)
        row = Preference(name=name, value=value)
        if known:
            row.id = known.id
        row.save()  # expect: SL301

    def put_text(self, name, value):
        known = Preference.objects.filter(name=name).first()
        row = Preference(name=name, value=value)
        if known is not None:
            row.pk = int(known.pk)
        row.save()  # expect: SL301

    # Who finds none is sent away.
    def replace(self, name, value):
        known = self.find(name)
        if not known:
            raise KeyError(name)
        row = Preference(name=name, value=value)
        row.id = known.id
        row.save()

    # The found row's key goes to another column.
    def attach(self, name):
        known = self.find(name)
        child = Child(parent_id=0)
        if known:
            child.parent_id = known.id
        child.save()
