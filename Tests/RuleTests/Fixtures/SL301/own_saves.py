"""Models with a `save` of their own, which saves as the library does."""

from django.db import models


class Stamped(models.Model):
    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.stamp()
        super().save(*args, **kwargs)


class Pass(Stamped):
    verb = models.CharField(max_length=20)
    holder = models.CharField(max_length=20)

    def save(self, *args, **kwargs):
        super(Pass, self).save(*args, **kwargs)
        if self.holder:
            self.tell()


class Desk:
    def hand_out(self, verb, holder):
        known = Pass.objects.filter(holder=holder, verb=verb)
        if len(known) > 0:
            return False
        made = Pass()
        made.verb = verb
        made.holder = holder
        made.save()  # expect: SL301 "`Pass`"
        return True

    def extend(self, verb, holder, until):
        known = Pass.objects.filter(holder=holder, verb=verb).first()
        if known is None:
            raise LookupError(holder)
        known.until = until
        known.save()
