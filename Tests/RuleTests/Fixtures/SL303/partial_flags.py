"""A key for rows with a flag keeps those apart that have it."""

from django.db import models


class Role(models.Model):
    user = models.ForeignKey("auth.User", related_name="roles", on_delete=models.CASCADE)
    role = models.CharField(max_length=20)
    from_group = models.BooleanField(default=False)
    hidden = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["role", "user"], name="one_role", condition=models.Q(from_group=True, hidden=False)
            ),
        ]


# The rows that are there stand in a table by their role.
def sync(user, wanted):
    existing = {role.role: role for role in user.roles.filter(from_group=True)}
    fresh = []
    for name in wanted:
        role = existing.pop(name, None)
        if role is None:
            fresh.append(Role(user=user, role=name, from_group=True))
    if fresh:
        Role.objects.bulk_create(fresh)  # expect: SL303


def ensure(user, name):
    if not Role.objects.filter(user=user, role=name, from_group=True).exists():
        Role.objects.create(user=user, role=name, from_group=True)  # expect: SL303


def ensure_plain(user, name):
    if not Role.objects.filter(user=user, role=name, from_group=False).exists():
        Role.objects.create(user=user, role=name, from_group=False)  # expect: SL301


def ensure_hidden(user, name):
    if not Role.objects.filter(user=user, role=name, from_group=True, hidden=True).exists():
        Role.objects.create(user=user, role=name, from_group=True, hidden=True)  # expect: SL301
