"""A member of a row leads to another row, or there is none."""

from django.core.exceptions import ObjectDoesNotExist
from django.db import models


class Purse(models.Model):
    owner = models.ForeignKey("auth.User", on_delete=models.CASCADE)


def purse_of(user):
    try:
        purse = user.purse
    except ObjectDoesNotExist:
        purse = Purse(owner=user)
        purse.save()  # expect: SL301
    return purse


def ensure(user):
    if not hasattr(user, "purse"):
        Purse.objects.create(owner=user)  # expect: SL301


# Correct: what is kept in memory is no row that was asked for.
class Desk:
    def purse_for(self, user):
        if not hasattr(self, "purse"):
            self.purse = Purse.objects.create(owner=user)
        return self.purse
