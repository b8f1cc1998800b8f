"""A manager asks for rows of the model that has it."""

from django.db import models


class OfficeQuerySet(models.QuerySet):
    def pending(self, name, user):
        found = self.filter(name=name, user=user).first()
        if found:
            return found
        return self.create(name=name, user=user)  # expect: SL303


class Office(models.Model):
    name = models.CharField(max_length=80, unique=True)
    user = models.ForeignKey("auth.User", on_delete=models.CASCADE)
    objects = OfficeQuerySet.as_manager()


class DraftManager(models.Manager):
    def blank(self, user):
        draft = self.filter(user=user, title="Untitled").first()
        if draft is None:
            draft = self.create(user=user, title="Untitled")  # expect: SL301
        return draft


class Draft(models.Model):
    user = models.ForeignKey("auth.User", on_delete=models.CASCADE)
    title = models.CharField(max_length=80)
    objects = DraftManager()


class TopicQuerySet(models.QuerySet):
    def named(self, name):
        if not self.filter(name=name).exists():
            self.create(name=name)  # expect: SL303


class Topic(models.Model):
    name = models.CharField(max_length=80, unique=True)
    objects = models.Manager.from_queryset(TopicQuerySet)()
