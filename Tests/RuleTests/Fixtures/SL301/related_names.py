"""Rows asked for through the member that their foreign key gives to others."""

from django.db import models


class Repository(models.Model):
    name = models.CharField(max_length=80)

    def all_labels(self):
        return self.labels.all()

    def mark(self, text):
        if not self.labels.filter(text=text).exists():
            Label.objects.create(repository=self, text=text)  # expect: SL301 "text"

    def mark_all(self, texts):
        known = self.all_labels()
        for text in texts:
            if known.filter(text=text).exists():
                continue
            Label.objects.create(repository=self, text=text)  # expect: SL301 "text"

    def mark_other(self, text):
        """What is found is changed."""
        for label in self.all_labels():
            label.text = text
            label.save()


class Label(models.Model):
    repository = models.ForeignKey(Repository, on_delete=models.CASCADE, related_name="labels")
    text = models.CharField(max_length=80)


class Watcher(models.Model):
    repository = models.ForeignKey(Repository, on_delete=models.CASCADE, related_name="watchers")
    email = models.CharField(max_length=80)


def label(repository, text):
    found = repository.labels.filter(text=text).first()
    if found is None:
        found = Label.objects.create(repository=repository, text=text)  # expect: SL301 "text"
    return found


def watch(repository, email):
    if repository.watchers.filter(email=email).exists():
        return
    repository.watchers.create(email=email)  # expect: SL301 "email"


def other(repository, text):
    """The watchers say nothing of labels."""
    if not repository.watchers.filter(email=text).exists():
        return Label.objects.create(repository=repository, text=text)


def again(repository, text):
    found = repository.labels.filter(text=text).first()
    if found is not None:
        found.text = text.strip()
        found.save()
    return found
