"""A function that is handed over for later answers no question of the one that hands it over."""

from django.db import models, transaction


class Letter(models.Model):
    subject = models.TextField()
    mail = models.TextField()
    loaded = models.BooleanField(default=False)


class Inquiry(models.Model):
    pass


def load_links(pk):
    letter = Letter.objects.get(pk=pk)
    letter.loaded = True
    return letter


def receive(post, mail):
    try:
        inquiry = Inquiry.objects.get(pk=mail)
    except Inquiry.DoesNotExist:
        inquiry = None
    try:
        with transaction.atomic():
            letter = Letter.objects.create(subject=post["subject"], mail=mail)
            transaction.on_commit(lambda: load_links(letter.pk))
            inquiry.touch()
    except AttributeError:
        return Letter.objects.create(subject=post["subject"], mail="orphan")
    return letter


# What is made later depends on what was asked before.
def receive_once(post, mail):
    if Letter.objects.filter(mail=mail).exists():
        return
    transaction.on_commit(lambda: Letter.objects.create(subject=post["subject"], mail=mail))  # expect: SL301
