# Django's own tables, whose keys its model says.
from django.contrib.auth.models import Group, User


def user_of(invite):
    user = User.objects.filter(username=invite.email).first()
    if user is None:
        user = User(username=invite.email, email=invite.email)
        user.save()  # expect: SL303 "`User` is unique by username"
    return user


def by_mail(invite):
    user = User.objects.filter(email=invite.email).first()
    if user is None:
        user = User.objects.create(email=invite.email)  # expect: SL301 "`User` by `email`"
    return user


def group_of(name):
    if not Group.objects.filter(name=name).exists():
        Group.objects.create(name=name)  # expect: SL303


def group_in_one_step(name):
    group, _ = Group.objects.get_or_create(name=name)
    return group
