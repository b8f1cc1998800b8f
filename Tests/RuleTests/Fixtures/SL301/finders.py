# Finders of libraries that are handed the class of what they look for.
from django.db import models
from guardian.shortcuts import get_object_or_none, get_objects_for_group, get_user_perms


class Shelf(models.Model):
    name = models.CharField(max_length=10)


def shelf_of(group, name):
    owned = get_objects_for_group(group, ["view_shelf"], klass=Shelf)
    if owned:
        return owned
    return Shelf.objects.create(name=name)  # expect: SL301


def shelf_called(name):
    shelf = get_object_or_none(Shelf, name=name)
    if shelf is None:
        shelf = Shelf.objects.create(name=name)  # expect: SL301 "for the same name"
    return shelf


def shelf_anyway(group, name):
    # What the finder gives decides nothing.
    owned = get_objects_for_group(group, ["view_shelf"], klass=Shelf)
    print(owned)
    return Shelf.objects.create(name=name)


def permitted(user, shelf, name):
    # No class is handed over.
    if not get_user_perms(user, shelf):
        return Shelf.objects.create(name=name)
    return None
