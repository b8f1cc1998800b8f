"""Who begins to work says so; two that look before both begin."""

from django.db import models


class Job(models.Model):
    state = models.CharField(max_length=20)
    locked_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)


def start(pk, run):
    job = Job.objects.get(pk=pk)
    if job.state == "queued":
        job.state = "running"
        job.save()  # expect: SL302
        run(job)


def resume(pk, run):
    job = Job.objects.get(pk=pk)
    if job.state == "running":
        return
    job.state = "running"
    job.save()  # expect: SL302
    run(job)


def lock(pk, now):
    job = Job.objects.get(pk=pk)
    if job.locked_at:
        raise ValueError("locked")
    job.locked_at = now
    job.save()  # expect: SL302


# The statement asks again.
def start_once(pk, run):
    if Job.objects.filter(pk=pk, state="queued").update(state="running"):
        run(pk)


# Under a lock nobody comes in between.
def start_locked(pk, run):
    job = Job.objects.select_for_update().get(pk=pk)
    if job.state == "queued":
        job.state = "running"
        job.save()
        run(job)


# When it began is written by both, and is the same.
def note_start(pk, now):
    job = Job.objects.get(pk=pk)
    if not job.started_at:
        job.started_at = now
        job.save()
