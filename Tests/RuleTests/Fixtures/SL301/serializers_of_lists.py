"""A serializer that is given what is left saves what was not there a moment ago."""

from django.db import models
from rest_framework import serializers


class Project(models.Model):
    pass


class Label(models.Model):
    project = models.ForeignKey(Project, related_name="labels", on_delete=models.CASCADE)
    text = models.CharField(max_length=40)


class LabelSerializer(serializers.ModelSerializer):
    class Meta:
        model = Label
        fields = ["text"]


def load(project: Project, batch):
    known = {label.text for label in project.labels.all()}
    labels = [label for label in batch if label["text"] not in known]
    serializer = LabelSerializer(data=labels, many=True)
    serializer.is_valid()
    serializer.save(project=project)  # expect: SL301


# All that came is saved, whatever is there.
def load_all(project: Project, batch):
    known = {label.text for label in project.labels.all()}
    serializer = LabelSerializer(data=batch, many=True)
    serializer.is_valid()
    serializer.save(project=project)
    return known
