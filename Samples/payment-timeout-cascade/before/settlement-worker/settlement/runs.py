from datetime import date
from uuid import UUID

from psycopg_pool import AsyncConnectionPool


async def start_run(pool: AsyncConnectionPool, day: date) -> int | None:
    async with pool.connection() as connection, connection.cursor() as cursor:
        await cursor.execute(
            """
            INSERT INTO settlement_runs (day) VALUES (%s)
            ON CONFLICT (day) DO UPDATE SET started_at = now()
             WHERE settlement_runs.settled IS NULL
            RETURNING id
            """,
            (day,),
        )
        row = await cursor.fetchone()
    return row[0] if row else None


async def finish_run(pool: AsyncConnectionPool, run_id: int, exported: list[UUID]) -> None:
    connection = await pool.getconn()
    try:
        async with connection.transaction():
            await connection.execute(
                "UPDATE captures SET settled_in = %s WHERE id = ANY(%s)",
                (run_id, exported),
            )
            await connection.execute(
                "UPDATE settlement_runs SET settled = %s WHERE id = %s",
                (len(exported), run_id),
            )
    except BaseException:
        pool.putconn(connection)
        raise
    await pool.putconn(connection)
