import asyncio
import logging
from datetime import date, timedelta

from .database import pool
from .export import export_captures
from .runs import finish_run, start_run
from .settings import settings

log = logging.getLogger(__name__)


async def settle(day: date) -> None:
    async with pool:
        run_id = await start_run(pool, day)
        if run_id is None:
            log.info("%s is settled already", day)
            return
        target = settings.export_folder / f"{day}.csv"
        with target.open("w", encoding="ascii") as out:
            exported = await export_captures(pool, day, out)
        await finish_run(pool, run_id, exported)
        log.info("run %d settled %d captures of %s", run_id, len(exported), day)


def run() -> None:
    logging.basicConfig(level=logging.INFO)
    asyncio.run(settle(date.today() - timedelta(days=1)))
