# What one function sets behind another, is no write in between.
from django.db import models


class Job(models.Model):
    phase = models.CharField(max_length=10)


def work(pk):
    job = Job.objects.get(pk=pk)
    if job.phase == "failed":
        return None
    job.phase = "done"
    job.save()
    return job


def run(pk):
    try:
        return work(pk)
    except ValueError:
        job = Job.objects.get(pk=pk)
        job.phase = "failed"
        job.save()
        return None
