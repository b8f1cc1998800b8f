import os
import tempfile

import paramiko
from alembic import op
from sqlalchemy import orm, select


# A session on somebody else's connection takes none from the pool.
def upgrade():
    session = orm.Session(bind=op.get_bind())
    session.execute(select(1))
    session.commit()


def count(engine):
    session = orm.Session(engine)  # expect: SL101
    return session.execute(select(1)).scalar()


# The connection is the caller's: it was there before.
def login(client: paramiko.SSHClient, host):
    client.connect(host)
    return client


# What a list literal holds is released in the loop over it.
def folders():
    made = [tempfile.mkdtemp(), open("a.txt")]
    for item in made:
        item.close()


# A fork has two of each end.
def child():
    reader, writer = os.pipe()
    if os.fork() == 0:
        os.close(reader)
        return writer
    os.close(writer)
    return reader


# What is released by a key is something else.
def release(driver, key):
    manager = driver.connection_manager(key)
    if manager.find(key).connected():
        manager.release(key=key)
