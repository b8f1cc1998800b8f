"""An invitation that shall be whose request comes first."""

from django.db import models, transaction


class Invite(models.Model):
    code = models.CharField(max_length=20)
    taken_by = models.ForeignKey("accounts.User", null=True, on_delete=models.CASCADE)


def take(code, user):
    invite = Invite.objects.get(code=code)
    if invite.taken_by:
        raise ValueError("taken")
    invite.taken_by = user
    invite.save()  # expect: SL302 warning


def take_locked(code, user):
    with transaction.atomic():
        invite = Invite.objects.select_for_update().get(code=code)
        if invite.taken_by:
            raise ValueError("taken")
        invite.taken_by = user
        invite.save()


def free(code):
    invite = Invite.objects.get(code=code)
    if not invite.taken_by:
        return
    invite.taken_by = None
    invite.save()
