"""An engine's connection ends by its block, and the engine does not."""
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine


async def upgrade(url):
    engine = create_engine(url)  # expect: SL101
    config = Config("alembic.ini")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


async def upgrade_and_dispose(url):
    engine = create_engine(url)
    config = Config("alembic.ini")
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()


def upgrade_by(url):
    engine = create_engine(url)
    config = Config("alembic.ini")
    try:
        config.attributes["connection"] = engine.connect()  # expect: SL101
        command.upgrade(config, "head")
    finally:
        engine.dispose()


def upgrade_shortly(engine):
    config = Config("alembic.ini")
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def keep(engine, registry):
    registry.connections["main"] = engine.connect()
