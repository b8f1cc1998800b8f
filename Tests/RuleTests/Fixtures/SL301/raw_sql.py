import asyncpg
import psycopg2
import psycopg
import sqlite3


async def book(pool: asyncpg.Pool, room: int, day: str) -> None:
    taken = await pool.fetchrow(  # step: probed
        "SELECT id FROM bookings WHERE room = $1 AND day = $2", room, day
    )
    if taken is not None:  # step: branch
        raise ValueError("taken")
    await pool.execute(  # expect: SL301 "by `room`, `day`" step: called
        "INSERT INTO bookings (room, day) VALUES ($1, $2)", room, day
    )


async def counted(conn: asyncpg.Connection, slot: int, capacity: int) -> bool:
    async with conn.transaction():
        booked = await conn.fetchval("SELECT count(*) FROM bookings WHERE slot = $1", slot)
        if booked >= capacity:
            return False
        await conn.execute("INSERT INTO bookings (slot) VALUES ($1)", slot)  # expect: SL301 "transaction does not help"
        return True


def by_cursor(email):
    conn = psycopg2.connect("dbname=shop")
    try:
        cur = conn.cursor()
        cur.execute("SELECT id FROM users WHERE email = %s", (email,))
        row = cur.fetchone()
        if row:
            return row[0]
        cur.execute("INSERT INTO users (email) VALUES (%s) RETURNING id", (email,))  # expect: SL301
        conn.commit()
        return cur.fetchone()[0]
    finally:
        conn.close()


def counted_rows(conn: psycopg.Connection, code: str) -> None:
    cur = conn.execute("SELECT 1 FROM redemptions WHERE code = %s", [code])
    if len(cur.fetchall()) == 0:
        conn.execute("INSERT INTO redemptions (code) VALUES (%s)", [code])  # expect: SL301


def user_exists(conn: sqlite3.Connection, email: str) -> bool:
    row = conn.execute("SELECT 1 FROM users WHERE email = ?", (email,)).fetchone()
    return row is not None


def sign_up(conn: sqlite3.Connection, email: str) -> None:
    if user_exists(conn, email):
        raise ValueError("taken")
    conn.execute("INSERT INTO users (email) VALUES (?)", (email,))  # expect: SL301


class NotThere(Exception):
    pass


def find(conn: sqlite3.Connection, email: str):
    row = conn.execute("SELECT * FROM users WHERE email = ?", (email,)).fetchone()
    if row is None:
        raise NotThere(email)
    return row


def find_or_make(conn: sqlite3.Connection, email: str):
    try:
        return find(conn, email)
    except NotThere:
        conn.execute("INSERT INTO users (email) VALUES (?)", (email,))  # expect: SL301
        return find(conn, email)


# Correct look-alikes.


async def conflict_clause(pool: asyncpg.Pool, email: str) -> None:
    if await pool.fetchval("SELECT 1 FROM users WHERE email = $1", email):
        return
    await pool.execute("INSERT INTO users (email) VALUES ($1) ON CONFLICT DO NOTHING", email)


async def advisory(conn: asyncpg.Connection, slot: int) -> None:
    async with conn.transaction():
        await conn.execute("SELECT pg_advisory_xact_lock($1)", slot)
        if await conn.fetchval("SELECT 1 FROM bookings WHERE slot = $1", slot) is None:
            await conn.execute("INSERT INTO bookings (slot) VALUES ($1)", slot)


async def handled(pool: asyncpg.Pool, email: str) -> bool:
    if await pool.fetchval("SELECT 1 FROM users WHERE email = $1", email):
        return False
    try:
        await pool.execute("INSERT INTO users (email) VALUES ($1)", email)
    except asyncpg.UniqueViolationError:
        return False
    return True


def handled_by_type(conn: psycopg.Connection, email: str) -> bool:
    if conn.execute("SELECT 1 FROM users WHERE email = %s", [email]).fetchone():
        return False
    try:
        conn.execute("INSERT INTO users (email) VALUES (%s)", [email])
    except psycopg.errors.UniqueViolation:
        return False
    return True


async def add_user(pool: asyncpg.Pool, email: str) -> None:
    if await pool.fetchval("SELECT 1 FROM users WHERE email = $1", email):
        raise ValueError("taken")
    await pool.execute("INSERT INTO users (email) VALUES ($1)", email)


# The caller expects the violation.
async def register(pool: asyncpg.Pool, email: str) -> bool:
    try:
        await add_user(pool, email)
    except asyncpg.UniqueViolationError:
        return False
    return True


async def reply(pool: asyncpg.Pool, parent: int, text: str) -> None:
    found = await pool.fetchrow("SELECT id FROM comments WHERE id = $1", parent)
    if found is None:
        raise LookupError(parent)
    await pool.execute("INSERT INTO comments (parent, text) VALUES ($1, $2)", parent, text)


async def serializable(conn: asyncpg.Connection, slot: int) -> None:
    async with conn.transaction(isolation="serializable"):
        if not await conn.fetchval("SELECT 1 FROM bookings WHERE slot = $1", slot):
            await conn.execute("INSERT INTO bookings (slot) VALUES ($1)", slot)


def immediate(conn: sqlite3.Connection, email: str) -> None:
    conn.execute("BEGIN IMMEDIATE")
    if not conn.execute("SELECT 1 FROM users WHERE email = ?", (email,)).fetchone():
        conn.execute("INSERT INTO users (email) VALUES (?)", (email,))
    conn.commit()


def log_visit(conn: sqlite3.Connection, user: int) -> None:
    rows = conn.execute("SELECT id FROM visits WHERE visitor = ?", (user,)).fetchall()
    if not rows:
        print("first visit")
    conn.execute("INSERT INTO visits (visitor) VALUES (?)", (user,))
