from django.db import IntegrityError, models, transaction


class Settings(models.Model):
    owner = models.IntegerField()


class Journal(models.Model):
    text = models.TextField()


def settings_of(user):
    try:
        return user.settings
    except Settings.DoesNotExist:
        return Settings.objects.create(owner=user.id)  # expect: SL301 "Settings.DoesNotExist"


class Related:
    def __get__(self, instance, owner=None):
        model = self.related.model
        try:
            return super().__get__(instance, owner)
        except model.DoesNotExist:
            made = model(owner=instance)
            made.save()  # expect: SL301
            return made


# The loser's violation is handled; what is written is something else; the row is needed.
def settings_once(user):
    try:
        return user.settings
    except Settings.DoesNotExist:
        try:
            with transaction.atomic():
                return Settings.objects.create(owner=user.id)
        except IntegrityError:
            return Settings.objects.get(owner=user.id)


def settings_or_note(user):
    try:
        return user.settings
    except Settings.DoesNotExist:
        Journal.objects.create(text="no settings")


def settings_or_none(user):
    try:
        settings = user.settings
    except Settings.DoesNotExist:
        return None
    return Settings.objects.create(owner=settings.owner)
