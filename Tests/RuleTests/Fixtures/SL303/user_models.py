# The class of a project's users, by whatever name it is asked for.
from django.contrib.auth import get_user_model

User = get_user_model()


def by_name(name):
    try:
        user = User.objects.get(username=name)
    except User.DoesNotExist:
        user = User.objects.create(username=name)  # expect: SL303 "`User` is unique by username"
    return user


def by_mail(mail):
    user = User.objects.filter(email=mail).first()
    if user is None:
        user = User.objects.create(email=mail)  # expect: SL301
    return user


def inside(mail):
    Account = get_user_model()
    if not Account.objects.filter(email=mail).exists():
        Account.objects.create(email=mail)  # expect: SL301


def in_one_step(name):
    user, _ = User.objects.get_or_create(username=name)
    return user


def only_asked(name):
    return User.objects.filter(username=name).exists()
