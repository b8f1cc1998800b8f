# Rows that are asked for because a column has no value.
from django.db import models


class Pass(models.Model):
    user = models.IntegerField()
    token = models.CharField(max_length=40, null=True)


# The row that is made would not have been found.
def hand(user, token):
    waiting = Pass.objects.filter(user=user, token__isnull=True).first()
    if waiting:
        waiting.token = token
        waiting.save()
    else:
        Pass.objects.create(user=user, token=token)


def wait(user):
    if not Pass.objects.filter(user=user, token__isnull=True).exists():
        Pass.objects.create(user=user)  # expect: SL301


def known(user, token):
    if not Pass.objects.filter(user=user, token__isnull=False).exists():
        Pass.objects.create(user=user, token=token)  # expect: SL301
