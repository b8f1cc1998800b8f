# Objects that write their whole row, where another row leads to them or only their saving tells of it.
from django.db import models


class Purse(models.Model):
    held = models.DecimalField()
    owner = models.CharField(max_length=9, unique=True)


class Campaign(models.Model):
    purse = models.OneToOneField(Purse, on_delete=models.CASCADE)


def give(key, amount):
    campaign = Campaign.objects.get(pk=key)
    campaign.purse.held += amount
    campaign.purse.save()  # expect: SL302


def give_by_name(campaign: Campaign, amount):
    purse = campaign.purse
    purse.held += amount
    purse.save()  # expect: SL302


def vote(item, weight):
    item.score += weight
    item.save()  # expect: SL302


def count(owner, amount):
    purse, created = Purse.objects.get_or_create(owner=owner)
    purse.held += amount
    purse.save()  # expect: SL302


def count_first(owner, amount):
    purse = Purse.objects.get_or_create(owner=owner)[0]
    purse.held += amount
    purse.save(update_fields=["held"])  # expect: SL302


def count_locked(owner, amount):
    purse, created = Purse.objects.select_for_update().get_or_create(owner=owner)
    purse.held += amount
    purse.save()


def set_once(key, amount):
    campaign = Campaign.objects.get(pk=key)
    campaign.purse.held = amount
    campaign.purse.save()


def let_the_database_count(item, weight):
    item.score = models.F("score") + weight
    item.save()


def draw(shape, step, path):
    shape.width += step
    shape.save(path)


def fresh(owner, amount):
    purse = Purse(owner=owner, held=0)
    purse.held += amount
    purse.save()


def save_where_unchanged(item, step):
    known = {"id": item.id, "revision": item.revision}
    item.revision = item.revision + step
    item.save(save_condition=known)


class Profile(models.Model):
    settings = models.JSONField()


def replace(key, given):
    profile = Profile.objects.get(pk=key)
    old = profile.settings
    profile.settings = parsed(given)
    if profile.settings:
        profile.settings[old] = given
    profile.save()
