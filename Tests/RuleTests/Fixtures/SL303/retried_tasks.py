import celery
from sqlalchemy import Column, Integer, String
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Session


class Base(DeclarativeBase):
    pass


class Branch(Base):
    __tablename__ = "branches"
    id = Column(Integer, primary_key=True)
    name = Column(String(80), unique=True)


# What subclasses do is run by the base, which expects the violation.
class Job(celery.Task):
    def run(self, *args):
        db = Session()
        try:
            return self.run_job(db, *args)
        except IntegrityError:
            db.rollback()
            self.retry(countdown=5)
        finally:
            db.close()


class KeepBranch(Job):
    def run_job(self, db: Session, name: str):
        branch = db.query(Branch).filter(Branch.name == name).first()
        if branch is None:
            branch = Branch(name=name)
            db.add(branch)
            db.flush()
        return branch.id


class OtherJob(celery.Task):
    def run_job(self, db: Session, name: str):
        branch = db.query(Branch).filter(Branch.name == name).first()
        if branch is None:
            branch = Branch(name=name)
            db.add(branch)  # expect: SL303
            db.flush()
        return branch.id
