// Written by `swift run Generate` from Rules/**/*.yaml; do not edit.
// swift-format-ignore-file

/// The nodes of all built-in rule files, as `CompactTable.swift` describes.
let builtinRuleTable = ###"""
[176
{11
2:id"5:SL401
4:name"24:held-across-network-call
5:title"58:A pooled connection is held while another service is asked
8:severity"7:warning
7:default"5:false
9:precision"6:medium
4:tags[4
"11:performance
"11:reliability
"8:resource
"7:CWE-400
3:why"278:While the other service thinks, the connection does nothing, and nobody else can have it. When that
service becomes slow, every request holds its connection for as long as the time-out allows, and the
pool is empty: a slow card validator takes down pages that validate no card.

3:fix"168:Ask first, then take the connection; or give it back before asking and take one again afterwards. If
the call must be inside the transaction, give it a short time-out.

10:references[2
"90:CWE-400: Uncontrolled Resource Consumption https://cwe.mitre.org/data/definitions/400.html
"94:HikariCP, about pool sizing https://github.com/brettwooldridge/HikariCP/wiki/About-Pool-Sizing
8:examples[4
{3
5:title"43:the connection waits for the card validator
8:language"10:javascript
4:code"447:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function saveCard(card) {
  const client = await pool.connect();
  try {
    const answer = await fetch('https://cards.example/validate', { method: 'POST', body: card }); // expect: SL401
    const { token } = await answer.json();
    await client.query('INSERT INTO cards (token) VALUES ($1)', [token]);
  } finally {
    client.release();
  }
}

{3
5:title"43:the connection waits for the card validator
8:language"6:python
4:code"351:import asyncpg
import httpx


async def save_card(pool: asyncpg.Pool, http: httpx.AsyncClient, card: str) -> None:
    async with pool.acquire() as conn:
        answer = await http.post("https://cards.example/validate", json={"card": card})  # expect: SL401
        await conn.execute("INSERT INTO cards (token) VALUES ($1)", answer.json()["token"])

{3
5:title"33:asked first, connected afterwards
8:language"10:javascript
4:code"426:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function saveCard(card) {
  const answer = await fetch('https://cards.example/validate', { method: 'POST', body: card });
  const { token } = await answer.json();
  const client = await pool.connect();
  try {
    await client.query('INSERT INTO cards (token) VALUES ($1)', [token]);
  } finally {
    client.release();
  }
}

{3
5:title"33:asked first, connected afterwards
8:language"6:python
4:code"330:import asyncpg
import httpx


async def save_card(pool: asyncpg.Pool, http: httpx.AsyncClient, card: str) -> None:
    answer = await http.post("https://cards.example/validate", json={"card": card})
    async with pool.acquire() as conn:
        await conn.execute("INSERT INTO cards (token) VALUES ($1)", answer.json()["token"])

{11
2:id"5:SL402
4:name"14:nested-acquire
5:title"46:A second connection is taken while one is held
8:severity"7:warning
7:default"5:false
9:precision"6:medium
4:tags[5
"11:reliability
"8:resource
"8:deadlock
"7:CWE-833
"7:CWE-400
3:why"239:Each request needs two connections of one pool. When as many requests run as the pool has connections,
each holds one and waits for another, and none will ever be given back: a deadlock by traffic. It
halves the capacity long before that.

3:fix"95:Hand the connection you have to the helper that needs one, instead of letting it take its own.

10:references[2
"65:CWE-833: Deadlock https://cwe.mitre.org/data/definitions/833.html
"108:HikariCP, about pool sizing: pool locking https://github.com/brettwooldridge/HikariCP/wiki/About-Pool-Sizing
8:examples[4
{3
5:title"39:the audit takes a connection of its own
8:language"10:javascript
4:code"530:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

async function audit(text) {
  const client = await pool.connect();
  try {
    await client.query('INSERT INTO audit (line) VALUES ($1)', [text]);
  } finally {
    client.release();
  }
}

export async function close(id) {
  const client = await pool.connect();
  try {
    await client.query('UPDATE orders SET closed = true WHERE id = $1', [id]);
    await audit(`closed ${id}`); // expect: SL402
  } finally {
    client.release();
  }
}

{3
5:title"27:two connections of one pool
8:language"6:python
4:code"349:import asyncpg


async def close(pool: asyncpg.Pool, order_id: int) -> None:
    async with pool.acquire() as conn:
        await conn.execute("UPDATE orders SET closed = true WHERE id = $1", order_id)
        async with pool.acquire() as other:  # expect: SL402
            await other.execute("INSERT INTO audit (order_id) VALUES ($1)", order_id)

{3
5:title"43:the audit uses the connection that is there
8:language"10:javascript
4:code"440:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

async function audit(client, text) {
  await client.query('INSERT INTO audit (line) VALUES ($1)', [text]);
}

export async function close(id) {
  const client = await pool.connect();
  try {
    await client.query('UPDATE orders SET closed = true WHERE id = $1', [id]);
    await audit(client, `closed ${id}`);
  } finally {
    client.release();
  }
}

{3
5:title"34:one connection for both statements
8:language"6:python
4:code"283:import asyncpg


async def close(pool: asyncpg.Pool, order_id: int) -> None:
    async with pool.acquire() as conn:
        await conn.execute("UPDATE orders SET closed = true WHERE id = $1", order_id)
        await conn.execute("INSERT INTO audit (order_id) VALUES ($1)", order_id)

{11
2:id"5:SL404
4:name"18:no-acquire-timeout
5:title"38:A pool makes its callers wait for ever
8:severity"7:warning
7:default"5:false
9:precision"4:high
4:tags[5
"11:reliability
"8:resource
"7:timeout
"7:CWE-400
"8:CWE-1088
3:why"267:When the pool is empty its callers wait. Without a limit they wait for ever, one request after another,
each with its memory and its socket: the service does not fail, it fills up, and what would have been an
error that names the pool is an outage without a message.

3:fix"207:Set the time-out for taking a connection to a few seconds: `connectionTimeoutMillis` for node-postgres,
`timeout` in asyncpg's `acquire`. An error after five seconds is found and answered; a silence is not.

10:references[3
"90:CWE-400: Uncontrolled Resource Consumption https://cwe.mitre.org/data/definitions/400.html
"55:node-postgres, Pool https://node-postgres.com/apis/pool
"102:asyncpg, connection pools https://magicstack.github.io/asyncpg/current/api/index.html#connection-pools
8:examples[4
{3
5:title"23:no limit is the default
8:language"10:javascript
4:code"88:import { Pool } from 'pg';

export const pool = new Pool({ max: 20 }); // expect: SL404

{3
5:title"23:no limit is the default
8:language"6:python
4:code"208:import aiomysql


async def ping(host: str) -> None:
    pool = await aiomysql.create_pool(host=host, maxsize=20)  # expect: SL404
    async with pool.acquire() as connection:
        await connection.ping()

{3
5:title"27:five seconds, then an error
8:language"10:javascript
4:code"102:import { Pool } from 'pg';

export const pool = new Pool({ max: 20, connectionTimeoutMillis: 5000 });

{3
5:title"47:the pool has a limit of its own, thirty seconds
8:language"6:python
4:code"125:from psycopg_pool import ConnectionPool


def start(url: str) -> ConnectionPool:
    return ConnectionPool(url, max_size=20)

{11
2:id"5:SL403
4:name"13:pool-per-call
5:title"43:A pool or client is made anew for each call
8:severity"7:warning
7:default"5:false
9:precision"6:medium
4:tags[5
"11:performance
"11:reliability
"8:resource
"7:CWE-400
"7:CWE-770
3:why"270:A pool is worth its cost when it lives as long as the process. Made inside a handler, each request opens
connections of its own, shares them with nobody, and leaves them to a time-out; the database's limit is
reached by traffic that one pool would have served with ten.

3:fix"102:Make it once, where the module is loaded or the application starts, and hand it to those who need it.

10:references[3
"90:CWE-400: Uncontrolled Resource Consumption https://cwe.mitre.org/data/definitions/400.html
"83:node-postgres, project structure https://node-postgres.com/guides/project-structure
"100:SQLAlchemy, engine configuration https://docs.sqlalchemy.org/en/20/core/connections.html#basic-usage
8:examples[4
{3
5:title"24:a pool for every request
8:language"10:javascript
4:code"285:import { Pool } from 'pg';

export async function countOrders(request, response) {
  const pool = new Pool({ connectionTimeoutMillis: 5000 }); // expect: SL403
  const { rows } = await pool.query('SELECT count(*) AS total FROM orders');
  await pool.end();
  response.json(rows[0]);
}

{3
5:title"24:an engine for every call
8:language"6:python
4:code"242:from sqlalchemy import create_engine, text


def count_orders(url: str) -> int:
    engine = create_engine(url)  # expect: SL403
    with engine.connect() as conn:
        return conn.execute(text("SELECT count(*) FROM orders")).scalar_one()

{3
5:title"24:one pool for the process
8:language"10:javascript
4:code"247:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function countOrders(request, response) {
  const { rows } = await pool.query('SELECT count(*) AS total FROM orders');
  response.json(rows[0]);
}

{3
5:title"26:one engine for the process
8:language"6:python
4:code"248:import os

from sqlalchemy import create_engine, text

engine = create_engine(os.environ["DATABASE_URL"])


def count_orders() -> int:
    with engine.connect() as conn:
        return conn.execute(text("SELECT count(*) FROM orders")).scalar_one()

{11
2:id"5:SL405
4:name"14:query-per-item
5:title"53:A query runs for each item while a connection is held
8:severity"7:warning
7:default"5:false
9:precision"6:medium
4:tags[4
"11:performance
"8:resource
"7:CWE-400
"8:CWE-1073
3:why"249:A list of two hundred items is two hundred round trips, and the connection is taken for all of them. With
the data of a test it is fast. With a customer's it holds a connection for seconds, and a pool of twenty
serves ten requests a second no more.

3:fix"147:Ask once for all: `WHERE id = ANY($1)`, `IN (...)`, a join, an insert of many rows, `executemany`. Or run
the loop before the connection is taken.

10:references[3
"90:CWE-400: Uncontrolled Resource Consumption https://cwe.mitre.org/data/definitions/400.html
"101:CWE-1073: Excessive Number of Data Resource Accesses https://cwe.mitre.org/data/definitions/1073.html
"104:PostgreSQL, row and array comparisons https://www.postgresql.org/docs/current/functions-comparisons.html
8:examples[4
{3
5:title"33:a query for each item of the cart
8:language"10:javascript
4:code"440:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function prices(items) {
  const client = await pool.connect();
  try {
    const found = [];
    for (const item of items) {
      const { rows } = await client.query('SELECT price FROM products WHERE id = $1', [item.id]); // expect: SL405
      found.push(rows[0].price);
    }
    return found;
  } finally {
    client.release();
  }
}

{3
5:title"33:a query for each item of the cart
8:language"6:python
4:code"327:import asyncpg


async def prices(pool: asyncpg.Pool, items: list[int]) -> list[int]:
    found = []
    async with pool.acquire() as conn:
        for item in items:
            found.append(
                await conn.fetchval("SELECT price FROM products WHERE id = $1", item)  # expect: SL405
            )
    return found

{3
5:title"28:one query for the whole cart
8:language"10:javascript
4:code"283:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function prices(items) {
  const ids = items.map((item) => item.id);
  const { rows } = await pool.query('SELECT id, price FROM products WHERE id = ANY($1)', [ids]);
  return rows;
}

{3
5:title"28:one query for the whole cart
8:language"6:python
4:code"228:import asyncpg


async def prices(pool: asyncpg.Pool, items: list[int]) -> list[asyncpg.Record]:
    async with pool.acquire() as conn:
        return await conn.fetch("SELECT id, price FROM products WHERE id = ANY($1)", items)

{10
2:id"5:SL105
4:name"14:double-release
5:title"30:A resource is given back twice
8:severity"5:error
9:precision"4:high
4:tags[4
"11:reliability
"8:resource
"8:CWE-1341
"7:CWE-675
3:why"319:The second release fails: node-postgres throws, psycopg2's pool does not know the connection any
more, a lock is not held. It mostly stands in a `finally` or a `catch`, so its error takes the place
of the one that mattered. Where the library does not notice, it is worse: the connection may be
somebody else's by then.

3:fix"124:Release in one place. A `finally` alone covers success and failure; take the releases out of the
`try` and of the handlers.

10:references[3
"103:CWE-1341: Multiple Releases of Same Resource or Handle https://cwe.mitre.org/data/definitions/1341.html
"55:node-postgres, Pool https://node-postgres.com/apis/pool
"65:psycopg2, connection pools https://www.psycopg.org/docs/pool.html
8:examples[4
{3
5:title"54:released in the handler and again in the finally block
8:language"10:javascript
4:code"357:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function countOrders() {
  const client = await pool.connect();
  try {
    return await client.query('SELECT count(*) FROM orders');
  } catch (error) {
    client.release(error);
    throw error;
  } finally {
    client.release(); // expect: SL105
  }
}

{3
5:title"54:put back in the handler and again in the finally block
8:language"6:python
4:code"399:from psycopg2.pool import ThreadedConnectionPool


def count_orders(pool: ThreadedConnectionPool):
    conn = pool.getconn()
    try:
        with conn.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM orders")
            return cursor.fetchone()
    except Exception:
        pool.putconn(conn, close=True)
        raise
    finally:
        pool.putconn(conn)  # expect: SL105

{3
5:title"28:one release for all ways out
8:language"10:javascript
4:code"356:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function countOrders() {
  const client = await pool.connect();
  let failure;
  try {
    return await client.query('SELECT count(*) FROM orders');
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    client.release(failure);
  }
}

{3
5:title"28:one release for all ways out
8:language"6:python
4:code"307:from psycopg2.pool import ThreadedConnectionPool


def count_orders(pool: ThreadedConnectionPool):
    conn = pool.getconn()
    try:
        with conn.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM orders")
            return cursor.fetchone()
    finally:
        pool.putconn(conn)

{10
2:id"5:SL102
4:name"18:leak-on-early-exit
5:title"59:A resource is not given back when the function leaves early
8:severity"5:error
9:precision"4:high
4:tags[4
"11:reliability
"8:resource
"7:CWE-772
"7:CWE-404
3:why"336:The function gives its resource back at the end, and somebody later added a `return`, a `break` or
a `continue` above. On that way out the resource stays taken. Early exits are the rare cases: no
such row, nothing to do, already done. So the leak passes every test of the main path and grows in
production at the rate of the rare case.

3:fix"174:Put the work into a `try` and the release into its `finally`: it covers the early exits that exist
and those that will be added. Or leave early before the resource is taken.

10:references[3
"109:CWE-772: Missing Release of Resource after Effective Lifetime https://cwe.mitre.org/data/definitions/772.html
"55:node-postgres, Pool https://node-postgres.com/apis/pool
"82:psycopg, connection pools https://www.psycopg.org/psycopg3/docs/advanced/pool.html
8:examples[4
{3
5:title"47:an order that does not exist costs a connection
8:language"10:javascript
4:code"437:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function findOrder(id) {
  const client = await pool.connect(); // expect: SL102
  let result;
  try {
    result = await client.query('SELECT * FROM orders WHERE id = $1', [id]);
  } catch (error) {
    client.release(error);
    throw error;
  }
  if (result.rowCount === 0) return null;
  client.release();
  return result.rows[0];
}

{3
5:title"47:an order that does not exist costs a connection
8:language"6:python
4:code"377:from psycopg_pool import ConnectionPool


def find_order(pool: ConnectionPool, order_id: int):
    conn = pool.getconn()  # expect: SL102
    try:
        row = conn.execute("SELECT * FROM orders WHERE id = %s", (order_id,)).fetchone()
    except Exception:
        pool.putconn(conn)
        raise
    if row is None:
        return None
    pool.putconn(conn)
    return row

{3
5:title"38:every way out passes the finally block
8:language"10:javascript
4:code"368:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function findOrder(id) {
  const client = await pool.connect();
  try {
    const result = await client.query('SELECT * FROM orders WHERE id = $1', [id]);
    if (result.rowCount === 0) return null;
    return result.rows[0];
  } finally {
    client.release();
  }
}

{3
5:title"30:every way out leaves the block
8:language"6:python
4:code"287:from psycopg_pool import ConnectionPool


def find_order(pool: ConnectionPool, order_id: int):
    with pool.connection() as conn:
        row = conn.execute("SELECT * FROM orders WHERE id = %s", (order_id,)).fetchone()
        if row is None:
            return None
        return row

{10
2:id"5:SL103
4:name"18:leak-on-error-path
5:title"50:A resource is not given back when something throws
8:severity"5:error
9:precision"4:high
4:tags[6
"11:reliability
"8:resource
"14:error-handling
"7:CWE-772
"7:CWE-755
"7:CWE-404
3:why"541:The release stands after statements that can fail: a query, an `await`, a validation. When one of
them throws, the release is skipped, and a `catch` that rolls back and rethrows does not make up
for it. Errors come in bursts (a slow database, a failing provider), so these leaks do too: a pool
that held for months is empty within minutes, exactly when the service is under stress. Then every
request that needs a connection waits, the healthy ones as well.
Nothing is said in tests: there what throws fails the test, which is told already.

3:fix"250:Take the resource, open a `try` right after, and give it back in the `finally`. A handler may still
roll back and rethrow; the release does not belong into it. Where the language has a block for the
purpose (`with`, `async with`, `using`), use that.

10:references[4
"109:CWE-772: Missing Release of Resource after Effective Lifetime https://cwe.mitre.org/data/definitions/772.html
"100:CWE-755: Improper Handling of Exceptional Conditions https://cwe.mitre.org/data/definitions/755.html
"75:node-postgres, transactions https://node-postgres.com/features/transactions
"101:Python, the with statement https://docs.python.org/3/reference/compound_stmts.html#the-with-statement
8:examples[4
{3
5:title"42:rolled back and rethrown, but not released
8:language"10:javascript
4:code"459:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function reserve(sku, quantity) {
  const client = await pool.connect(); // expect: SL103
  try {
    await client.query('BEGIN');
    await client.query('UPDATE stock SET left = left - $2 WHERE sku = $1', [sku, quantity]);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

{3
5:title"53:the query can raise before the connection is put back
8:language"6:python
4:code"290:from psycopg_pool import ConnectionPool


def reserve(pool: ConnectionPool, sku: str, quantity: int) -> None:
    conn = pool.getconn()  # expect: SL103
    conn.execute("UPDATE stock SET left_over = left_over - %s WHERE sku = %s", (quantity, sku))
    conn.commit()
    pool.putconn(conn)

{3
5:title"35:the release is in the finally block
8:language"10:javascript
4:code"456:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function reserve(sku, quantity) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('UPDATE stock SET left = left - $2 WHERE sku = $1', [sku, quantity]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

{3
5:title"35:the release is in the finally block
8:language"6:python
4:code"329:from psycopg_pool import ConnectionPool


def reserve(pool: ConnectionPool, sku: str, quantity: int) -> None:
    conn = pool.getconn()
    try:
        conn.execute(
            "UPDATE stock SET left_over = left_over - %s WHERE sku = %s", (quantity, sku)
        )
        conn.commit()
    finally:
        pool.putconn(conn)

{10
2:id"5:SL101
4:name"14:never-released
5:title"45:A resource is taken and on no path given back
8:severity"5:error
9:precision"4:high
4:tags[4
"11:reliability
"8:resource
"7:CWE-772
"7:CWE-404
3:why"377:A pool hands out a fixed number of connections, a process a fixed number of descriptors. Every
call of a function that takes one and never gives it back makes the supply smaller by one. With a
pool of twenty, the twenty-first call waits; so does everyone else who needs a connection, and
from outside the service looks as if it hung. Nothing is logged, because nothing failed.

3:fix"402:Give the resource back in a `finally` block, so that it happens however the function ends, or let
the language do it: `with` and `async with` in Python, `using` and `await using` in JavaScript.
If the library can run the work itself, prefer that: `pool.query(...)` needs no connection of
yours. If the caller is meant to give it back, return it, or store it in an object that has a
method to close it.

10:references[3
"109:CWE-772: Missing Release of Resource after Effective Lifetime https://cwe.mitre.org/data/definitions/772.html
"55:node-postgres, Pool https://node-postgres.com/apis/pool
"102:asyncpg, connection pools https://magicstack.github.io/asyncpg/current/api/index.html#connection-pools
8:examples[5
{3
5:title"47:the client is taken from the pool and forgotten
8:language"10:javascript
4:code"286:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function countOrders() {
  const client = await pool.connect(); // expect: SL101
  const { rows } = await client.query('SELECT count(*) AS total FROM orders');
  return rows[0].total;
}

{3
5:title"51:the connection is taken from the pool and forgotten
8:language"6:python
4:code"179:import asyncpg


async def count_orders(pool: asyncpg.Pool) -> int:
    conn = await pool.acquire()  # expect: SL101
    return await conn.fetchval("SELECT count(*) FROM orders")

{3
5:title"68:`with` ends psycopg2's transaction but does not close the connection
8:language"6:python
4:code"230:import psycopg2


def mark_paid(dsn, order_id):
    with psycopg2.connect(dsn) as conn:  # expect: SL101
        with conn.cursor() as cursor:
            cursor.execute("UPDATE orders SET paid = true WHERE id = %s", (order_id,))

{3
5:title"27:released in a finally block
8:language"10:javascript
4:code"321:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function countOrders() {
  const client = await pool.connect();
  try {
    const { rows } = await client.query('SELECT count(*) AS total FROM orders');
    return rows[0].total;
  } finally {
    client.release();
  }
}

{3
5:title"35:the block gives the connection back
8:language"6:python
4:code"173:import asyncpg


async def count_orders(pool: asyncpg.Pool) -> int:
    async with pool.acquire() as conn:
        return await conn.fetchval("SELECT count(*) FROM orders")

{10
2:id"5:SL107
4:name"16:open-transaction
5:title"73:A transaction is begun and on some path neither committed nor rolled back
8:severity"5:error
9:precision"4:high
4:tags[5
"11:reliability
"8:resource
"11:transaction
"7:CWE-772
"7:CWE-459
3:why"371:A transaction that nobody ends keeps its locks and its snapshot. If the connection goes back to the
pool meanwhile, the next user inherits the transaction: its own statements are not saved, or a
stranger's failed statement makes all of its own fail ("current transaction is aborted"). If the
connection does not go back, rows stay locked until someone kills the session.

3:fix"257:Commit at the end of the `try`, roll back in its `catch`, release in its `finally`; or let the
library do all three: `sequelize.transaction(async (t) => ...)`, `dataSource.transaction(...)`,
`async with conn.transaction():`, `with engine.begin() as conn:`.

10:references[4
"109:CWE-772: Missing Release of Resource after Effective Lifetime https://cwe.mitre.org/data/definitions/772.html
"75:CWE-459: Incomplete Cleanup https://cwe.mitre.org/data/definitions/459.html
"75:node-postgres, transactions https://node-postgres.com/features/transactions
"94:asyncpg, transactions https://magicstack.github.io/asyncpg/current/api/index.html#transactions
8:examples[4
{3
5:title"41:released in any case, rolled back in none
8:language"10:javascript
4:code"493:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function transfer(from, to, amount) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN'); // expect: SL107
    await client.query('UPDATE accounts SET sum = sum - $2 WHERE id = $1', [from, amount]);
    await client.query('UPDATE accounts SET sum = sum + $2 WHERE id = $1', [to, amount]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

{3
5:title"49:an update that raises leaves the transaction open
8:language"6:python
4:code"407:import asyncpg


async def transfer(conn: asyncpg.Connection, source: int, target: int, amount: int) -> None:
    transaction = conn.transaction()
    await transaction.start()  # expect: SL107
    await conn.execute("UPDATE accounts SET sum = sum - $2 WHERE id = $1", source, amount)
    await conn.execute("UPDATE accounts SET sum = sum + $2 WHERE id = $1", target, amount)
    await transaction.commit()

{3
5:title"25:committed, or rolled back
8:language"10:javascript
4:code"549:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function transfer(from, to, amount) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('UPDATE accounts SET sum = sum - $2 WHERE id = $1', [from, amount]);
    await client.query('UPDATE accounts SET sum = sum + $2 WHERE id = $1', [to, amount]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

{3
5:title"31:the block commits or rolls back
8:language"6:python
4:code"335:import asyncpg


async def transfer(conn: asyncpg.Connection, source: int, target: int, amount: int) -> None:
    async with conn.transaction():
        await conn.execute("UPDATE accounts SET sum = sum - $2 WHERE id = $1", source, amount)
        await conn.execute("UPDATE accounts SET sum = sum + $2 WHERE id = $1", target, amount)

{10
2:id"5:SL108
4:name"26:overwritten-before-release
5:title"56:A resource is lost because its variable gets another one
8:severity"5:error
9:precision"4:high
4:tags[4
"11:reliability
"8:resource
"7:CWE-772
"7:CWE-404
3:why"387:The only way to the resource was the variable, and the variable now holds another one. The release
at the end gives back the second; the first is out of reach. It happens in retries ("try again with
a fresh connection") and in loops whose release stands after the loop. A field loses it in
the same way: an object that closes its connections in one method may not forget one in another.

3:fix"146:Give the first one back before taking the second, or let each have a variable and a `finally` of its
own, which in a loop means: inside the loop.

10:references[2
"109:CWE-772: Missing Release of Resource after Effective Lifetime https://cwe.mitre.org/data/definitions/772.html
"55:node-postgres, Pool https://node-postgres.com/apis/pool
8:examples[4
{3
5:title"48:the second client takes the first one's variable
8:language"10:javascript
4:code"443:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function countOrders() {
  let client = await pool.connect(); // expect: SL108
  try {
    const { rows } = await client.query('SELECT pg_is_in_recovery() AS replica');
    if (rows[0].replica) {
      client = await pool.connect();
    }
    return await client.query('SELECT count(*) FROM orders');
  } finally {
    client.release();
  }
}

{3
5:title"48:only the last connection of the loop is put back
8:language"6:python
4:code"352:from psycopg_pool import ConnectionPool


def clear(pool: ConnectionPool, tables: list[str]) -> None:
    conn = None
    try:
        for table in tables:
            conn = pool.getconn()  # expect: SL108
            conn.execute("DELETE FROM queue WHERE kind = %s", (table,))
    finally:
        if conn is not None:
            pool.putconn(conn)

{3
5:title"53:the first client goes back before the second is taken
8:language"10:javascript
4:code"543:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

async function isReplica() {
  const client = await pool.connect();
  try {
    const { rows } = await client.query('SELECT pg_is_in_recovery() AS replica');
    return rows[0].replica;
  } finally {
    client.release();
  }
}

export async function countOrders() {
  if (await isReplica()) return null;
  const client = await pool.connect();
  try {
    return await client.query('SELECT count(*) FROM orders');
  } finally {
    client.release();
  }
}

{3
5:title"39:each turn of the loop has its own block
8:language"6:python
4:code"239:from psycopg_pool import ConnectionPool


def clear(pool: ConnectionPool, tables: list[str]) -> None:
    for table in tables:
        with pool.connection() as conn:
            conn.execute("DELETE FROM queue WHERE kind = %s", (table,))

{10
2:id"5:SL104
4:name"19:release-not-awaited
5:title"37:A release that must be awaited is not
8:severity"5:error
9:precision"4:high
4:tags[5
"11:reliability
"8:resource
"5:async
"7:CWE-772
"7:CWE-404
3:why"400:In Python a coroutine that nobody awaits never runs: `pool.release(conn)` without `await` builds an
object and drops it, and the connection stays taken. The interpreter prints a warning at best. In
JavaScript the release does start, but nobody knows when it ends or that it failed: the function
returns before the connection is back, and a rejection becomes an unhandled one, which ends the
process.

3:fix"127:Write `await` before the release. In a handler that must not fail because of the clean-up, await it
inside a `try` of its own.

10:references[4
"109:CWE-772: Missing Release of Resource after Effective Lifetime https://cwe.mitre.org/data/definitions/772.html
"107:asyncpg, Pool.release https://magicstack.github.io/asyncpg/current/api/index.html#asyncpg.pool.Pool.release
"124:Python, coroutines that are never awaited https://docs.python.org/3/library/asyncio-dev.html#detect-never-awaited-coroutines
"57:TypeORM, QueryRunner https://typeorm.io/docs/query-runner
8:examples[4
{3
5:title"41:the release is started and not waited for
8:language"10:javascript
4:code"344:import { DataSource } from 'typeorm';

const dataSource = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });

export async function countOrders() {
  const runner = dataSource.createQueryRunner();
  try {
    return await runner.query('SELECT count(*) FROM orders');
  } finally {
    runner.release(); // expect: SL104
  }
}

{3
5:title"33:the coroutine is made and dropped
8:language"6:python
4:code"232:import asyncpg


async def count_orders(pool: asyncpg.Pool) -> int:
    conn = await pool.acquire()
    try:
        return await conn.fetchval("SELECT count(*) FROM orders")
    finally:
        pool.release(conn)  # expect: SL104

{3
5:title"22:the release is awaited
8:language"10:javascript
4:code"333:import { DataSource } from 'typeorm';

const dataSource = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });

export async function countOrders() {
  const runner = dataSource.createQueryRunner();
  try {
    return await runner.query('SELECT count(*) FROM orders');
  } finally {
    await runner.release();
  }
}

{3
5:title"22:the release is awaited
8:language"6:python
4:code"221:import asyncpg


async def count_orders(pool: asyncpg.Pool) -> int:
    conn = await pool.acquire()
    try:
        return await conn.fetchval("SELECT count(*) FROM orders")
    finally:
        await pool.release(conn)

{10
2:id"5:SL106
4:name"17:use-after-release
5:title"42:A resource is used after it was given back
8:severity"5:error
9:precision"4:high
4:tags[3
"11:reliability
"8:resource
"7:CWE-672
3:why"250:Once it is back in the pool a connection belongs to whoever takes it next. A query on it may fail,
or run inside somebody else's transaction and be committed or rolled back with it. The second is
rare, depends on load, and looks like corrupted data.

3:fix"132:Move the release behind the last use, best into a `finally` block around all of them; or run the
late statement on the pool itself.

10:references[3
"108:CWE-672: Operation on a Resource after Expiration or Release https://cwe.mitre.org/data/definitions/672.html
"55:node-postgres, Pool https://node-postgres.com/apis/pool
"102:asyncpg, connection pools https://magicstack.github.io/asyncpg/current/api/index.html#connection-pools
8:examples[4
{3
5:title"61:an audit line is written on a client that is back in the pool
8:language"10:javascript
4:code"393:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function close(orderId) {
  const client = await pool.connect();
  try {
    await client.query('UPDATE orders SET closed = true WHERE id = $1', [orderId]);
  } finally {
    client.release();
  }
  await client.query('INSERT INTO audit (order_id) VALUES ($1)', [orderId]); // expect: SL106
}

{3
5:title"65:an audit line is written on a connection that is back in the pool
8:language"6:python
4:code"344:import asyncpg


async def close(pool: asyncpg.Pool, order_id: int) -> None:
    conn = await pool.acquire()
    try:
        await conn.execute("UPDATE orders SET closed = true WHERE id = $1", order_id)
    finally:
        await pool.release(conn)
    await conn.execute("INSERT INTO audit (order_id) VALUES ($1)", order_id)  # expect: SL106

{3
5:title"34:both statements before the release
8:language"10:javascript
4:code"378:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function close(orderId) {
  const client = await pool.connect();
  try {
    await client.query('UPDATE orders SET closed = true WHERE id = $1', [orderId]);
    await client.query('INSERT INTO audit (order_id) VALUES ($1)', [orderId]);
  } finally {
    client.release();
  }
}

{3
5:title"34:both statements before the release
8:language"6:python
4:code"283:import asyncpg


async def close(pool: asyncpg.Pool, order_id: int) -> None:
    async with pool.acquire() as conn:
        await conn.execute("UPDATE orders SET closed = true WHERE id = $1", order_id)
        await conn.execute("INSERT INTO audit (order_id) VALUES ($1)", order_id)

{7
7:library"14:advisory locks
8:language"10:javascript
7:modules[4
"2:pg
"4:knex
"9:sequelize
"7:typeorm
8:triggers[1
"16:pg_advisory_lock
5:types[1
"15:pg.AdvisoryLock
9:resources[1
{11
2:id"13:advisory-lock
4:noun"13:advisory lock
4:kind"4:lock
6:weight"4:high
4:type"15:pg.AdvisoryLock
7:acquire[1
{3
4:call[3
"19:pg.ClientBase#query
"25:typeorm.QueryRunner#query
"13:knex.Knex#raw
4:when{2
8:argument"1:0
3:sql[1
"13:advisory-lock
5:gives"8:receiver
7:release[3
{2
4:call[3
"19:pg.ClientBase#query
"25:typeorm.QueryRunner#query
"13:knex.Knex#raw
4:when{2
8:argument"1:0
3:sql[1
"15:advisory-unlock
"13:pg.Client#end
{2
4:call"21:pg.PoolClient#release
4:when{2
8:argument"1:0
2:is"7:present
7:context"11:unsupported
17:closed-implicitly"4:true
10:of-session"4:true
3:fix"97:unlock in a `finally` block, or take `pg_advisory_xact_lock` in a transaction, which ends with it
8:examples[2
{3
5:title"64:the work throws, and the pool gets its client back with the lock
8:language"10:javascript
4:code"336:const { Pool } = require('pg');

const pool = new Pool();

async function migrate(step) {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [7]); // expect: SL103
    await step();
    await client.query('SELECT pg_advisory_unlock($1)', [7]);
  } finally {
    client.release();
  }
}

{3
5:title"30:the lock ends whatever happens
8:language"10:javascript
4:code"718:const { Pool } = require('pg');

const pool = new Pool();

async function migrate(step) {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [7]);
    try {
      await step();
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [7]);
    }
  } finally {
    client.release();
  }
}

async function migrateInTransaction(step) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [7]);
    await step(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

{8
7:library"7:amqplib
8:language"10:javascript
7:modules[2
"7:amqplib
"20:amqplib/callback_api
5:types[2
"18:amqplib.Connection
"15:amqplib.Channel
7:returns{3
15:amqplib.connect"18:amqplib.Connection
32:amqplib.Connection#createChannel"15:amqplib.Channel
39:amqplib.Connection#createConfirmChannel"15:amqplib.Channel
9:resources[2
{8
2:id"10:connection
4:noun"17:broker connection
4:kind"10:connection
6:weight"6:medium
4:type"18:amqplib.Connection
7:acquire[1
"15:amqplib.connect
7:release[1
"24:amqplib.Connection#close
3:fix"87:keep one connection for the process, or `await connection.close()` in a `finally` block
{9
2:id"7:channel
4:noun"7:channel
4:kind"5:other
6:weight"6:medium
4:type"15:amqplib.Channel
7:acquire[1
{1
4:call[2
"32:amqplib.Connection#createChannel
"39:amqplib.Connection#createConfirmChannel
7:release[1
"21:amqplib.Channel#close
17:closed-implicitly"4:true
3:fix"44:`await channel.close()` in a `finally` block
9:consumers[1
{2
4:call"23:amqplib.Channel#consume
5:value{1
8:argument"1:1
7:network[1
{1
4:call[2
"27:amqplib.Channel#assertQueue
"31:amqplib.Channel#waitForConfirms
{6
7:library"8:archiver
8:language"10:javascript
7:modules[4
"8:archiver
"16:archiver-promise
"10:zip-stream
"4:yazl
5:types[1
{3
4:name"17:archiver.Archiver
12:constructors[4
"8:archiver
"15:archiver.create
"16:archiver.default
"19:archiver.ZipArchive
7:aliases[1
"17:archiver.Archiver
9:resources[1
{11
2:id"7:archive
4:noun"7:archive
4:kind"6:stream
6:weight"6:medium
4:type"17:archiver.Archiver
7:acquire[1
{1
4:call[3
"8:archiver
"15:archiver.create
"16:archiver.default
7:release[1
{1
4:call[2
"23:archiver.Archiver#abort
"25:archiver.Archiver#destroy
8:hand-off[1
{2
4:call"26:archiver.Archiver#finalize
5:takes"8:receiver
17:closed-implicitly"4:true
9:collected"4:true
3:fix"87:use `pipeline(archive, response)`, or call `archive.destroy()` when the response closes
8:examples[2
{3
5:title"53:a download that is broken off leaves the archive open
8:language"10:javascript
4:code"205:const archiver = require('archiver');

function download(req, res) {
  const archive = archiver('zip'); // expect: SL101
  archive.pipe(res);
  archive.directory('reports', false);
  archive.finalize();
}

{3
5:title"23:it ends with its reader
8:language"10:javascript
4:code"232:const archiver = require('archiver');

function download(req, res) {
  const archive = archiver('zip');
  res.on('close', () => archive.destroy());
  archive.pipe(res);
  archive.directory('reports', false);
  archive.finalize();
}

{6
7:library"8:archives
8:language"10:javascript
7:modules[1
"15:node-stream-zip
5:types[1
{2
4:name"25:node-stream-zip.StreamZip
12:constructors[2
"15:node-stream-zip
"21:node-stream-zip.async
9:resources[1
{10
2:id"3:zip
4:noun"7:archive
4:kind"4:file
6:weight"6:medium
4:type"25:node-stream-zip.StreamZip
7:acquire[1
{1
4:call[2
"15:node-stream-zip
"21:node-stream-zip.async
7:release[1
"31:node-stream-zip.StreamZip#close
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"40:`await zip.close()` in a `finally` block
8:examples[2
{3
5:title"52:an entry that cannot be read leaves the archive open
8:language"10:javascript
4:code"231:import StreamZip from 'node-stream-zip';

export async function read(path, name) {
  const zip = new StreamZip.async({ file: path }); // expect: SL103
  const data = await zip.entryData(name);
  await zip.close();
  return data;
}

{3
5:title"23:closed whatever happens
8:language"10:javascript
4:code"223:import StreamZip from 'node-stream-zip';

export async function read(path, name) {
  const zip = new StreamZip.async({ file: path });
  try {
    return await zip.entryData(name);
  } finally {
    await zip.close();
  }
}

{9
7:library"11:async-mutex
8:language"10:javascript
7:modules[1
"11:async-mutex
5:types[4
{3
4:name"17:async-mutex.Mutex
12:constructors[3
"17:async-mutex.Mutex
"23:async-mutex.withTimeout
"22:async-mutex.tryAcquire
7:aliases[1
"26:async-mutex.MutexInterface
{2
4:name"21:async-mutex.Semaphore
7:aliases[1
"30:async-mutex.SemaphoreInterface
{2
4:name"20:async-mutex.Releaser
7:aliases[1
"35:async-mutex.MutexInterface.Releaser
"18:async-mutex.Permit
7:returns{2
25:async-mutex.Mutex#acquire"20:async-mutex.Releaser
29:async-mutex.Semaphore#acquire"18:async-mutex.Permit
9:resources[1
{9
2:id"4:lock
4:noun"4:lock
4:kind"4:lock
6:weight"4:high
4:type"17:async-mutex.Mutex
7:acquire[3
{2
4:call"25:async-mutex.Mutex#acquire
4:when{2
6:result"4:true
2:is"7:present
{3
4:call[2
"25:async-mutex.Mutex#acquire
"29:async-mutex.Semaphore#acquire
4:when{2
6:result"4:true
2:is"6:absent
5:gives"8:receiver
{3
4:call"29:async-mutex.Semaphore#acquire
4:when{2
6:result"4:true
2:is"7:present
5:gives{2
6:result"4:true
8:property"1:1
7:release[3
{2
4:call[2
"23:async-mutex.Releaser#()
"20:async-mutex.Permit#1
5:takes"8:receiver
{1
4:call[2
"25:async-mutex.Mutex#release
"29:async-mutex.Semaphore#release
{1
4:call[2
"24:async-mutex.Mutex#cancel
"28:async-mutex.Semaphore#cancel
7:context"11:unsupported
3:fix"66:call the releaser in a `finally` block, or use `runExclusive(...)`
6:guards[1
{2
4:kind"5:mutex
4:call[4
"25:async-mutex.Mutex#acquire
"30:async-mutex.Mutex#runExclusive
"29:async-mutex.Semaphore#acquire
"34:async-mutex.Semaphore#runExclusive
12:never-raises[1
{1
4:call[5
"25:async-mutex.Mutex#release
"29:async-mutex.Semaphore#release
"23:async-mutex.Releaser#()
"20:async-mutex.Permit#1
"26:async-mutex.Mutex#isLocked
8:examples[4
{3
5:title"50:work that fails keeps the lock, and everyone waits
8:language"10:javascript
4:code"192:import { Mutex } from 'async-mutex';

const mutex = new Mutex();

export async function save(write) {
  const release = await mutex.acquire(); // expect: SL103
  await write();
  release();
}

{3
5:title"29:released in the finally block
8:language"10:javascript
4:code"340:import { Mutex } from 'async-mutex';

const mutex = new Mutex();

export async function save(write) {
  const release = await mutex.acquire();
  try {
    await write();
  } finally {
    release();
  }
}

export async function load(read) {
  await mutex.acquire();
  try {
    return await read();
  } finally {
    mutex.release();
  }
}

{3
5:title"38:one of the semaphore's permits is lost
8:language"10:javascript
4:code"242:import { Semaphore } from 'async-mutex';

const semaphore = new Semaphore(3);

export async function render(page) {
  const [, free] = await semaphore.acquire(); // expect: SL103
  const image = await page.draw();
  free();
  return image;
}

{3
5:title"37:the permit goes back whatever happens
8:language"10:javascript
4:code"232:import { Semaphore } from 'async-mutex';

const semaphore = new Semaphore(3);

export async function render(page) {
  const [, free] = await semaphore.acquire();
  try {
    return await page.draw();
  } finally {
    free();
  }
}

{7
7:library"13:axios streams
8:language"10:javascript
7:modules[1
"5:axios
5:types[1
"14:axios.Response
7:returns{7
9:axios.get"14:axios.Response
10:axios.post"14:axios.Response
13:axios.request"14:axios.Response
15:axios.Axios#get"14:axios.Response
16:axios.Axios#post"14:axios.Response
19:axios.Axios#request"14:axios.Response
14:axios.Axios#()"14:axios.Response
9:resources[1
{10
2:id"17:streamed-response
4:noun"17:streamed response
4:kind"8:response
6:weight"6:medium
4:type"14:axios.Response
7:acquire[3
{2
4:call[2
"9:axios.get
"15:axios.Axios#get
4:when{3
8:argument"1:1
8:property"12:responseType
6:one-of[1
"6:stream
{2
4:call[2
"10:axios.post
"16:axios.Axios#post
4:when{3
8:argument"1:2
8:property"12:responseType
6:one-of[1
"6:stream
{2
4:call[4
"5:axios
"13:axios.request
"19:axios.Axios#request
"14:axios.Axios#()
4:when{3
8:argument"1:0
8:property"12:responseType
6:one-of[1
"6:stream
7:read-by[1
"4:data
7:context"11:unsupported
9:collected"4:true
3:fix"52:destroy what nobody reads: `response.data.destroy()`
8:examples[2
{3
5:title"35:a stream that is thrown away unread
8:language"10:typescript
4:code"268:import axios from 'axios';

export async function open(url: string) {
  const response = await axios.get(url, { responseType: 'stream' }); // expect: SL102 warning
  if (response.headers['content-type'] !== 'text/csv') {
    return null;
  }
  return response.data;
}

{3
5:title"47:it is destroyed, or read by whoever is given it
8:language"10:typescript
4:code"529:import axios from 'axios';
import { createWriteStream } from 'fs';
import { pipeline } from 'stream/promises';

export async function open(url: string) {
  const response = await axios.get(url, { responseType: 'stream' });
  if (response.headers['content-type'] !== 'text/csv') {
    response.data.destroy();
    return null;
  }
  return response.data;
}

export async function save(url: string, path: string) {
  const { data } = await axios({ url, responseType: 'stream' });
  await pipeline(data, createWriteStream(path));
}

{10
7:library"20:JavaScript behaviour
8:language"10:javascript
8:triggers[7
"7:unlock(
"12:releaseLock(
"15:removeListener(
"20:removeEventListener(
"5:.off(
"24:signal.addEventListener(
"25:signal?.addEventListener(
9:behaviour{166
15:release-methods[17
"7:release
"5:close
"9:closeSync
"3:end
"4:quit
"10:disconnect
"7:destroy
"7:dispose
"4:free
"6:unlock
"8:shutdown
"9:terminate
"10:endSession
"11:releaseLock
"11:$disconnect
"8:teardown
"7:cleanup
14:ending-methods[24
"4:stop
"4:kill
"4:exit
"8:tearDown
"8:closeAll
"9:close_all
"13:disconnectAll
"7:stopAll
"10:destroyAll
"8:shutDown
"7:cleanUp
"6:deinit
"10:deactivate
"15:onModuleDestroy
"21:onApplicationShutdown
"25:beforeApplicationShutdown
"11:ngOnDestroy
"20:componentWillUnmount
"20:disconnectedCallback
"6:onStop
"10:onShutdown
"8:onUnload
"7:onClose
"9:onDestroy
13:abort-methods[2
"5:abort
"15:resetAndDestroy
14:return-methods[17
"7:release
"17:releaseConnection
"13:releaseClient
"15:releaseResource
"16:returnConnection
"12:returnClient
"12:returnToPool
"8:giveBack
"13:putConnection
"7:putBack
"7:checkin
"7:checkIn
"7:recycle
"17:destroyConnection
"15:closeConnection
"6:unlock
"4:free
13:acquire-verbs[21
"7:acquire
"6:attach
"6:reader
"7:connect
"10:connection
"4:open
"8:checkout
"7:reserve
"6:borrow
"4:lock
"5:spawn
"6:launch
"6:client
"7:session
"6:cursor
"6:socket
"7:channel
"7:browser
"4:page
"6:handle
"7:watcher
15:element-methods[5
"3:get
"3:pop
"5:shift
"2:at
"4:find
15:listing-methods[4
"6:values
"7:entries
"4:keys
"4:from
10:path-names[3
"13:path.basename
"13:path.relative
"10:path.parse
14:running-makers[6
"17:http.createServer
"18:https.createServer
"16:net.createServer
"18:http2.createServer
"24:http2.createSecureServer
"16:tls.createServer
12:lock-methods[3
"7:acquire
"11:acquireLock
"4:lock
13:not-resources[48
"13:createElement
"10:createRoot
"13:createContext
"14:createSelector
"11:createSlice
"11:createStore
"13:createReducer
"13:createMachine
"9:createRef
"6:useRef
"8:useState
"7:useMemo
"10:openDialog
"9:openModal
"8:openMenu
"12:openSnackBar
"9:showModal
"7:confirm
"6:prompt
"3:ora
"7:Spinner
"5:Modal
"6:Dialog
"4:Menu
"7:Popover
"7:Tooltip
"8:observer
"8:Observer
"5:Toast
"5:Chart
"3:Map
"3:Set
"4:Date
"7:Promise
"5:Error
"3:URL
"15:AbortController
"12:EventEmitter
"7:Subject
"15:BehaviorSubject
"13:ReplaySubject
"11:RateLimiter
"4:mock
"2:fn
"4:stub
"3:spy
"18:createStubInstance
"8:mockDeep
16:counting-members[28
"6:length
"4:size
"4:rows
"8:rowCount
"5:count
"5:total
"10:totalCount
"4:data
"4:docs
"9:recordset
"10:recordsets
"7:records
"7:results
"5:items
"4:Item
"5:Items
"5:Count
"6:exists
"12:affectedRows
"8:affected
"12:matchedCount
"13:modifiedCount
"9:nModified
"14:numUpdatedRows
"12:rowsAffected
"7:changes
"6:_count
"4:_all
13:empty-members[2
"5:empty
"7:isEmpty
14:counting-calls[13
"8:Math.max
"8:Math.min
"7:Boolean
"6:Number
"8:parseInt
"15:Number.parseInt
"10:Array.from
"3:Set
"3:Map
"11:Object.keys
"13:Object.values
"14:Object.entries
"13:Array.isArray
12:own-counters[11
"8:attempts
"7:attempt
"13:attempt_count
"7:retries
"11:retry_count
"5:tries
"8:failures
"15:failed_attempts
"7:version
"8:revision
"10:generation
15:temporary-paths[5
"9:os.tmpdir
"14:fs.mkdtempSync
"10:fs.mkdtemp
"19:fs/promises.mkdtemp
"19:fs.promises.mkdtemp
13:table-members[1
"9:tableName
12:table-fields[7
"9:tableName
"5:table
"9:tablename
"10:table_name
"5:TABLE
"10:TABLE_NAME
"14:collectionName
16:deleting-methods[9
"6:delete
"3:del
"7:destroy
"6:remove
"10:deleteMany
"9:deleteOne
"10:destroyAll
"9:removeAll
"5:clear
14:delivery-nouns[3
"5:event
"7:webhook
"8:delivery
13:absence-words[3
"6:isNull
"9:whereNull
"5:Op.is
16:relative-options[3
"9:increment
"9:decrement
"4:$inc
13:reading-verbs[5
"3:get
"4:find
"5:fetch
"4:load
"4:read
11:class-names[3
"5:model
"5:Model
"6:Entity
17:filtering-methods[7
"5:where
"8:andWhere
"7:whereIn
"2:eq
"5:match
"6:filter
"2:is
15:comparing-calls[3
"2:eq
"7:inArray
"5:ilike
17:condition-options[34
"6:equals
"2:in
"5:notIn
"3:not
"2:is
"5:isNot
"2:lt
"3:lte
"2:gt
"3:gte
"8:contains
"10:startsWith
"8:endsWith
"6:search
"4:mode
"4:path
"3:has
"8:hasEvery
"7:hasSome
"7:isEmpty
"4:some
"5:every
"4:none
"3:$eq
"3:$in
"4:$nin
"3:$ne
"3:$gt
"4:$gte
"3:$lt
"4:$lte
"7:$exists
"6:$regex
"10:$elemMatch
15:joining-options[4
"3:AND
"2:OR
"4:$and
"3:$or
14:either-options[2
"2:OR
"3:$or
12:either-calls[1
"2:or
11:table-calls[11
"6:Schema
"6:define
"4:init
"7:pgTable
"10:mysqlTable
"11:sqliteTable
"5:table
"11:createTable
"10:alterTable
"12:defineEntity
"12:EntitySchema
14:unique-options[2
"6:unique
"8:isUnique
15:primary-options[2
"10:primaryKey
"7:primary
13:setting-names[5
"6:config
"8:settings
"3:env
"6:limits
"9:constants
14:database-words[9
"6:sqlite
"8:postgres
"10:postgresql
"2:pg
"5:mysql
"7:mariadb
"5:mssql
"7:dialect
"6:vendor
14:commit-methods[1
"6:commit
16:rollback-methods[1
"8:rollback
11:start-names[3
"12:onModuleInit
"22:onApplicationBootstrap
"18:onApplicationStart
12:start-events[2
"7:onReady
"8:onListen
10:once-words[2
"8:backfill
"4:seed
15:beginning-verbs[18
"7:connect
"4:open
"6:create
"4:load
"4:main
"9:bootstrap
"8:activate
"5:ready
"7:prepare
"9:configure
"5:build
"4:make
"3:new
"7:install
"11:constructor
"6:before
"3:did
"4:join
13:failure-words[22
"5:error
"7:errored
"4:fail
"7:failure
"7:timeout
"8:timedout
"5:retry
"9:reconnect
"6:reopen
"12:reconnecting
"7:recover
"7:restore
"6:finish
"7:offline
"4:stop
"7:stopped
"5:drain
"7:expired
"9:unhandled
"8:uncaught
"9:rejection
"9:exception
15:leaving-methods[1
"5:unref
12:once-members[3
"7:up down
"24:command describe handler
"23:command builder handler
15:command-modules[8
"9:commander
"5:yargs
"3:cac
"4:sade
"5:citty
"7:caporal
"11:@oclif/core
"27:@commander-js/extra-typings
13:command-calls[2
"6:action
"7:command
14:attended-words[10
"5:admin
"6:admins
"10:superadmin
"9:superuser
"10:backoffice
"4:cron
"5:crons
"7:cronjob
"8:cronjobs
"7:crontab
14:callback-names[4
"8:callback
"2:cb
"4:done
"4:next
10:row-makers[6
"6:create
"5:build
"6:insert
"4:save
"12:findOrCreate
"10:bulkCreate
12:row-removers[3
"7:destroy
"6:remove
"6:delete
12:piping-calls[4
"4:pipe
"6:pipeTo
"8:pipeline
"5:toWeb
14:failure-events[3
"5:error
"9:pageerror
"5:crash
17:transport-members[5
"6:stream
"6:socket
"7:_socket
"4:sock
"9:transport
13:lasting-verbs[8
"3:run
"7:process
"6:listen
"9:subscribe
"7:consume
"5:watch
"5:start
"5:serve
12:header-names[4
"7:headers
"7:cookies
"7:environ
"12:query_params
15:reference-words[3
"2:id
"2:by
"2:to
12:holder-words[14
"5:owner
"4:user
"6:holder
"5:buyer
"6:winner
"8:assignee
"8:assigned
"6:driver
"7:courier
"6:worker
"5:agent
"8:reviewer
"8:claimant
"8:customer
11:actor-words[4
"4:user
"8:reviewer
"8:customer
"5:agent
14:ordering-words[16
"8:position
"3:pos
"5:order
"8:ordering
"4:sort
"4:rank
"5:index
"3:idx
"8:priority
"6:weight
"5:depth
"5:level
"7:display
"4:step
"4:page
"3:seq
15:numbering-words[14
"6:number
"2:no
"3:num
"2:nr
"4:code
"6:serial
"9:reference
"3:ref
"2:id
"3:sku
"5:folio
"4:roll
"6:ticket
"7:invoice
13:largest-words[6
"3:max
"7:maximum
"7:highest
"6:latest
"4:last
"7:largest
14:counting-names[5
"6:length
"4:size
"5:count
"8:rowCount
"5:total
11:held-states[14
"7:running
"10:processing
"11:in_progress
"10:inprogress
"11:in-progress
"7:working
"6:locked
"7:started
"8:assigned
"8:accepted
"6:leased
"6:picked
"9:executing
"7:sending
16:expression-calls[4
"3:sql
"3:raw
"7:literal
"3:SQL
11:sent-states[22
"4:sent
"8:notified
"7:emailed
"6:mailed
"9:delivered
"10:dispatched
"9:announced
"9:processed
"7:handled
"8:executed
"9:completed
"4:paid
"4:done
"7:charged
"8:credited
"8:refunded
"8:rewarded
"7:granted
"7:awarded
"9:fulfilled
"7:shipped
"11:provisioned
13:sending-verbs[17
"4:send
"6:notify
"5:email
"4:mail
"3:sms
"7:deliver
"8:dispatch
"8:announce
"6:charge
"6:credit
"6:refund
"6:reward
"5:grant
"5:award
"7:fulfill
"4:ship
"9:provision
11:once-states[10
"4:used
"8:redeemed
"8:consumed
"7:claimed
"5:spent
"4:sold
"6:booked
"8:reserved
"5:taken
"8:occupied
12:record-nouns[20
"3:log
"4:logs
"5:audit
"7:history
"5:event
"6:events
"8:activity
"12:notification
"7:message
"5:email
"4:mail
"7:comment
"5:trail
"8:revision
"7:version
"8:snapshot
"6:metric
"5:alert
"7:session
"4:note
14:schedule-calls[6
"4:Cron
"7:CronJob
"8:schedule
"11:scheduleJob
"10:onSchedule
"13:scheduledTask
14:creation-hooks[4
"11:AfterCreate
"11:AfterInsert
"11:afterCreate
"11:afterInsert
13:setting-nouns[8
"7:setting
"8:settings
"6:config
"13:configuration
"8:template
"6:policy
"5:style
"6:layout
12:setting-keys[12
"2:id
"3:key
"4:name
"4:slug
"4:code
"8:language
"4:lang
"6:locale
"4:type
"4:kind
"8:category
"7:section
11:money-nouns[22
"5:order
"7:payment
"7:invoice
"6:charge
"6:refund
"6:payout
"8:transfer
"11:transaction
"6:credit
"7:balance
"6:wallet
"7:booking
"11:reservation
"6:ticket
"4:seat
"8:purchase
"8:checkout
"6:coupon
"7:voucher
"4:gift
"12:subscription
"10:redemption
18:row-saving-methods[2
"4:save
"5:asave
17:row-method-tables[2
"7:methods
"9:prototype
16:row-method-calls[1
"6:method
11:row-modules[4
"8:mongoose
"9:sequelize
"20:sequelize-typescript
"20:@typegoose/typegoose
15:statement-names[11
"3:sql
"5:query
"9:statement
"4:stmt
"4:text
"1:q
"9:queryText
"11:queryString
"8:sqlQuery
"7:sqlText
"9:sqlString
11:quota-words[6
"5:limit
"6:limits
"3:max
"7:maximum
"5:quota
"6:quotas
10:plan-words[8
"4:plan
"5:plans
"4:tier
"5:tiers
"11:entitlement
"12:entitlements
"5:claim
"6:claims
14:capacity-words[10
"5:seats
"4:seat
"8:capacity
"6:places
"5:slots
"5:stock
"8:quantity
"5:rooms
"7:tickets
"9:inventory
20:answer-registrations[1
"5:Catch
17:unique-statements[2
"19:CREATE UNIQUE INDEX
"19:create unique index
12:unique-calls[6
"6:Unique
"6:unique
"11:uniqueIndex
"9:uniqueKey
"19:addUniqueConstraint
"11:TableUnique
13:primary-calls[6
"13:PrimaryColumn
"22:PrimaryGeneratedColumn
"10:PrimaryKey
"10:primaryKey
"7:primary
"23:addPrimaryKeyConstraint
11:index-calls[9
"5:Index
"5:index
"11:createIndex
"13:createIndexes
"8:addIndex
"13:addConstraint
"11:ensureIndex
"22:createUniqueConstraint
"10:TableIndex
12:list-options[4
"7:indexes
"7:indices
"7:uniques
"10:uniqueKeys
15:columns-options[2
"7:columns
"10:properties
12:adding-calls[1
"9:addColumn
14:making-methods[5
"6:create
"5:build
"4:make
"6:assign
"5:merge
16:chaining-methods[17
"7:timeout
"9:asPromise
"3:tap
"8:tapCatch
"5:delay
"10:asCallback
"11:cancellable
"4:bind
"2:on
"4:once
"11:addListener
"15:prependListener
"11:setEncoding
"12:setKeepAlive
"10:setNoDelay
"3:ref
"5:unref
17:iterating-methods[11
"3:map
"6:filter
"7:forEach
"4:some
"5:every
"4:find
"9:findIndex
"8:findLast
"7:flatMap
"6:reduce
"4:sort
15:gathering-calls[1
"11:Promise.all
15:sifting-methods[1
"6:filter
18:difference-methods[3
"10:difference
"12:differenceBy
"7:without
16:removing-methods[1
"6:delete
15:holding-methods[3
"8:includes
"3:has
"8:contains
12:making-verbs[9
"6:create
"4:init
"10:initialize
"5:start
"4:make
"5:build
"5:setup
"4:boot
"9:bootstrap
14:vague-releases[6
"3:end
"7:cleanup
"8:teardown
"7:dispose
"4:free
"7:destroy
12:body-methods[8
"4:json
"4:text
"11:arrayBuffer
"4:blob
"8:formData
"5:bytes
"6:buffer
"4:dump
14:stream-members[9
"8:readable
"8:writable
"4:body
"6:stdout
"5:stdin
"6:stderr
"6:stream
"6:socket
"10:connection
14:relation-calls[6
"9:OneToMany
"10:ManyToMany
"9:ManyToOne
"8:OneToOne
"7:HasMany
"13:BelongsToMany
17:owning-decorators[2
"8:OneToOne
"10:JoinColumn
11:error-names[4
"3:err
"5:error
"1:e
"2:er
12:naming-calls[12
"4:from
"4:into
"5:table
"10:selectFrom
"10:insertInto
"11:updateTable
"10:deleteFrom
"9:container
"6:define
"13:getRepository
"13:getCollection
"16:createCollection
17:path-naming-calls[2
"10:collection
"5:model
21:document-naming-calls[1
"3:doc
10:row-counts[2
"5:count
"13:countDistinct
14:database-calls[11
"2:db
"8:database
"5:useDb
"6:schema
"10:withSchema
"8:pgSchema
"11:mysqlSchema
"7:connect
"16:createConnection
"10:createPool
"12:createClient
15:deferring-calls[7
"10:setTimeout
"12:setImmediate
"11:setInterval
"8:nextTick
"14:queueMicrotask
"11:afterCommit
"9:waitUntil
13:pairing-calls[2
"10:zipLongest
"6:zipAll
15:version-options[1
"21:optimisticConcurrency
14:renaming-calls[1
"11:renameTable
13:equality-keys[3
"2:is
"6:equals
"3:$eq
17:promised-suffixes[1
"5:Async
17:exhaustion-events[4
"3:end
"5:ended
"8:finished
"3:eof
14:dropping-calls[5
"11:removeIndex
"16:removeConstraint
"9:dropIndex
"10:dropUnique
"20:dropUniqueConstraint
11:busy-states[10
"7:running
"10:processing
"11:in_progress
"10:inprogress
"11:in-progress
"7:working
"6:locked
"6:leased
"9:executing
"7:sending
12:final-states[17
"9:completed
"8:complete
"4:done
"8:finished
"4:paid
"9:succeeded
"7:success
"10:successful
"7:settled
"8:refunded
"8:captured
"8:approved
"9:delivered
"8:resolved
"5:ended
"5:final
"9:confirmed
11:final-words[6
"5:final
"8:terminal
"8:finished
"5:ended
"6:closed
"4:done
11:dead-states[21
"9:cancelled
"8:canceled
"7:expired
"10:deprecated
"6:failed
"8:rejected
"8:declined
"7:revoked
"7:deleted
"8:archived
"6:closed
"7:aborted
"9:abandoned
"8:obsolete
"10:superseded
"9:discarded
"9:dismissed
"8:disabled
"9:timed_out
"7:timeout
"5:error
17:generated-columns[10
"2:id
"3:_id
"2:pk
"4:uuid
"3:uid
"4:guid
"10:created_at
"9:createdAt
"10:updated_at
"9:updatedAt
15:violation-words[3
"9:duplicate
"6:unique
"3:dup
13:undoing-names[2
"9:downgrade
"4:down
11:fresh-words[8
"6:random
"4:uuid
"5:uuid4
"4:guid
"6:nanoid
"5:nonce
"4:cuid
"4:ulid
13:mapping-words[5
"2:to
"4:from
"3:map
"7:convert
"5:build
13:copying-calls[16
"5:parse
"9:stringify
"15:structuredClone
"9:cloneDeep
"5:clone
"6:assign
"5:slice
"8:toObject
"6:toJSON
"4:from
"7:entries
"11:fromEntries
"7:toFixed
"11:toPrecision
"8:toString
"7:valueOf
13:merging-verbs[15
"6:assign
"5:merge
"9:deepmerge
"6:concat
"8:defaults
"6:extend
"5:union
"7:combine
"6:filter
"7:without
"4:uniq
"4:omit
"3:set
"7:produce
"5:patch
16:changing-methods[8
"4:push
"7:unshift
"6:splice
"3:set
"6:delete
"3:add
"3:pop
"5:shift
15:mapping-methods[2
"3:set
"6:delete
10:pure-calls[6
"13:Array.isArray
"15:Buffer.isBuffer
"16:Number.isInteger
"15:Number.isFinite
"12:Number.isNaN
"5:isNaN
12:pure-methods[2
"10:startsWith
"8:endsWith
13:pausing-calls[4
"5:sleep
"5:delay
"4:wait
"10:setTimeout
10:long-pause"5:30000
14:response-names[7
"3:res
"8:response
"5:reply
"4:resp
"3:raw
"12:httpResponse
"14:serverResponse
15:handing-methods[1
"8:disposer
18:requesting-methods[10
"3:get
"4:post
"3:put
"5:patch
"6:delete
"4:head
"7:options
"7:request
"4:send
"5:fetch
14:stream-methods[8
"5:write
"3:end
"4:cork
"6:uncork
"11:setEncoding
"2:on
"4:once
"4:pipe
14:keeping-events[1
"12:notification
13:process-verbs[14
"4:main
"3:run
"5:serve
"5:start
"9:bootstrap
"4:boot
"4:init
"10:initialize
"5:setup
"6:launch
"8:lifespan
"6:listen
"6:daemon
"6:worker
13:process-nouns[53
"3:app
"11:application
"6:server
"7:servers
"7:service
"8:services
"6:worker
"7:workers
"6:daemon
"3:bot
"2:db
"8:database
"9:databases
"7:forever
"3:all
"7:logging
"6:logger
"6:client
"7:clients
"7:cluster
"4:pool
"5:pools
"6:broker
"8:consumer
"9:consumers
"8:listener
"9:listeners
"4:main
"4:loop
"3:cli
"6:system
"6:engine
"4:node
"5:agent
"9:scheduler
"7:gateway
"7:process
"5:redis
"5:cache
"5:queue
"6:queues
"10:connection
"11:connections
"7:session
"5:store
"3:api
"4:http
"9:websocket
"6:socket
"7:tracing
"9:telemetry
"10:monitoring
"7:watcher
12:pool-methods[4
"3:get
"4:item
"3:pop
"4:take
12:pool-returns[2
"3:put
"4:give
13:request-names[3
"3:req
"7:request
"8:incoming
14:parting-events[3
"5:close
"7:aborted
"6:finish
15:opening-methods[14
"7:connect
"16:startTransaction
"4:open
"5:start
"4:init
"10:initialize
"6:launch
"5:begin
"7:acquire
"4:lock
"6:listen
"5:mount
"5:login
"5:setup
17:lasting-listeners[3
"2:on
"11:addListener
"15:prependListener
17:connection-events[2
"10:connection
"7:connect
15:repeating-calls[1
"11:setInterval
14:removing-verbs[6
"3:off
"6:remove
"5:clear
"11:unsubscribe
"8:unlisten
"6:detach
17:listening-methods[6
"2:on
"4:once
"11:addListener
"15:prependListener
"19:prependOnceListener
"16:addEventListener
16:deriving-methods[3
"2:db
"4:fork
"9:duplicate
12:asking-verbs[41
"5:query
"3:get
"4:read
"5:fetch
"4:find
"4:load
"6:select
"6:insert
"6:update
"5:write
"4:exec
"7:execute
"3:run
"5:count
"4:list
"5:check
"2:is
"3:has
"4:send
"5:print
"5:parse
"4:dump
"4:scan
"4:size
"6:length
"4:stat
"5:equal
"7:compare
"6:assert
"6:expect
"3:log
"5:close
"3:map
"6:filter
"4:some
"5:every
"7:forEach
"6:reduce
"7:flatMap
"4:then
"4:sort
12:keep-methods[22
"4:push
"7:unshift
"3:add
"3:set
"6:append
"7:enqueue
"8:register
"6:attach
"5:track
"5:store
"3:use
"5:adopt
"5:defer
"7:resolve
"4:emit
"4:send
"4:next
"3:put
"7:setItem
"7:provide
"8:decorate
"4:bind
16:released-members[11
"6:closed
"9:destroyed
"8:released
"10:isReleased
"5:ended
"6:killed
"11:isCompleted
"8:isClosed
"8:finished
"13:writableEnded
"9:_released
12:held-members[13
"19:isTransactionActive
"6:isOpen
"11:isConnected
"9:connected
"13:inTransaction
"13:isInitialized
"6:isHeld
"8:isLocked
"2:ok
"7:success
"8:acquired
"7:granted
"8:obtained
15:quiet-receivers[23
"6:logger
"3:log
"7:console
"7:_logger
"6:Logger
"8:logDebug
"7:logInfo
"10:logWarning
"8:logError
"10:logMessage
"3:LOG
"5:debug
"7:metrics
"5:stats
"6:statsd
"4:span
"6:Sentry
"9:telemetry
"6:tracer
"3:dbg
"8:reporter
"7:spinner
"5:chalk
10:tame-verbs[27
"3:set
"3:get
"2:is
"3:has
"3:add
"2:on
"2:to
"2:as
"6:format
"6:escape
"6:append
"5:build
"6:enable
"7:disable
"8:register
"9:configure
"6:option
"6:header
"4:cast
"4:wrap
"3:str
"3:int
"3:len
"4:bool
"4:list
"4:dict
"5:tuple
16:dropping-methods[1
"6:delete
14:opening-events[4
"5:ready
"7:connect
"4:open
"9:connected
13:parting-words[33
"4:lost
"6:closed
"5:close
"12:disconnected
"10:disconnect
"13:disconnection
"4:exit
"6:exited
"3:eof
"3:end
"5:ended
"6:broken
"5:reset
"4:gone
"4:dead
"4:died
"10:terminated
"8:finished
"4:fork
"7:destroy
"9:destroyed
"5:setup
"8:teardown
"6:forget
"6:detach
"7:release
"7:refused
"7:aborted
"9:cancelled
"5:unset
"6:failed
"10:invalidate
"5:clear
15:logging-methods[13
"3:log
"5:error
"4:warn
"7:warning
"4:info
"5:debug
"5:trace
"7:verbose
"6:notice
"5:fatal
"7:success
"5:silly
"4:http
10:page-names[3
"6:window
"8:document
"12:localStorage
12:page-modules[11
"9:react-dom
"18:@hotwired/stimulus
"15:@hotwired/turbo
"6:jquery
"8:alpinejs
"13:@angular/core
"20:@angular/common/http
"10:vue-router
"3:lit
"8:htmx.org
"16:@ember/component
12:text-methods[12
"5:shift
"7:replace
"10:replaceAll
"5:split
"4:join
"8:padStart
"6:padEnd
"9:substring
"6:substr
"6:charAt
"11:lastIndexOf
"5:match
13:quiet-methods[69
"4:push
"7:unshift
"8:includes
"7:indexOf
"10:startsWith
"8:endsWith
"4:trim
"11:toLowerCase
"11:toUpperCase
"8:toString
"11:toISOString
"7:getTime
"5:slice
"6:concat
"3:has
"4:keys
"6:values
"7:entries
"14:removeListener
"18:removeAllListeners
"5:unref
"3:ref
"4:once
"2:on
"3:off
"4:emit
"11:addListener
"15:prependListener
"19:prependOnceListener
"16:addEventListener
"19:removeEventListener
"15:setMaxListeners
"11:setEncoding
"12:setKeepAlive
"10:setNoDelay
"5:split
"4:join
"5:match
"8:matchAll
"7:replace
"10:replaceAll
"6:repeat
"9:trimStart
"7:trimEnd
"8:padStart
"6:padEnd
"9:substring
"6:substr
"6:charAt
"10:charCodeAt
"7:toFixed
"14:toLocaleString
"11:lastIndexOf
"14:hasOwnProperty
"4:flat
"7:reverse
"3:pop
"7:resolve
"4:bind
"7:isArray
"4:pipe
"6:unpipe
"3:get
"3:log
"4:warn
"4:info
"5:debug
"5:trace
"7:verbose
12:never-raises[14
"9:console.*
{1
4:call[102
"12:clearTimeout
"13:clearInterval
"14:clearImmediate
"10:setTimeout
"11:setInterval
"12:setImmediate
"14:queueMicrotask
"4:Date
"8:Date.now
"8:Date.UTC
"15:performance.now
"16:performance.mark
"5:Error
"9:TypeError
"10:RangeError
"14:AggregateError
"3:Map
"3:Set
"7:WeakMap
"7:WeakSet
"6:Symbol
"6:String
"6:Number
"6:BigInt
"7:Boolean
"5:Array
"6:Object
"15:AbortController
"21:AbortController#abort
"18:stream.PassThrough
"15:stream.Readable
"15:stream.Writable
"13:stream.Duplex
"16:stream.Transform
"19:events.EventEmitter
"8:parseInt
"10:parseFloat
"5:isNaN
"8:isFinite
"13:Array.isArray
"10:Array.from
"11:Object.keys
"13:Object.values
"14:Object.entries
"13:Object.assign
"13:Object.freeze
"9:Object.is
"16:Number.isInteger
"15:Number.isFinite
"12:Number.isNaN
"15:Number.parseInt
"17:Number.parseFloat
"15:Promise.resolve
"18:Promise.allSettled
"7:Promise
"17:crypto.randomUUID
"14:process.hrtime
"21:process.hrtime.bigint
"19:process.memoryUsage
"14:process.uptime
"11:process.cwd
"16:process.nextTick
"10:process.on
"12:process.once
"19:process.emitWarning
"7:require
"14:JSON.stringify
"15:Buffer.isBuffer
"11:Buffer.from
"12:Buffer.alloc
"18:Buffer.allocUnsafe
"13:Buffer.concat
"17:Buffer.byteLength
"18:crypto.randomBytes
"17:crypto.createHash
"6:RegExp
"11:TextEncoder
"11:TextDecoder
"19:AbortSignal.timeout
"15:AbortSignal.any
"10:Uint8Array
"11:ArrayBuffer
"8:DataView
"7:Headers
"8:FormData
"15:URLSearchParams
"4:Blob
"15:TransformStream
"14:ReadableStream
"14:WritableStream
"17:TextDecoderStream
"17:TextEncoderStream
"14:MessageChannel
"16:BroadcastChannel
"8:Bun.file
"8:bun.file
"12:EventEmitter
"19:events.EventEmitter
"15:structuredClone
"11:Reflect.get
"10:Symbol.for
"5:Proxy
"6:Math.*
{1
4:call[6
"5:Map#*
"9:WeakMap#*
"5:Set#*
"9:WeakSet#*
"17:URLSearchParams#*
"13:TextEncoder#*
{1
4:call[22
"8:lodash.*
"8:lodash/*
"12:underscore.*
"7:ramda.*
"6:uuid.*
"8:nanoid.*
"6:nanoid
"4:uuid
"6:uuid/*
"9:shortid.*
"7:shortid
"4:cuid
"6:cuid.*
"22:@paralleldrive/cuid2.*
"6:ulid.*
"4:ulid
"14:randomstring.*
"17:crypto.randomUUID
"7:chalk.*
"4:os.*
"8:awilix.*
"6:Intl.*
{1
4:call[9
"20:@aws-sdk/client-s3.*
"22:@aws-sdk/lib-storage.*
"21:@aws-sdk/client-sqs.*
"21:@aws-sdk/client-sns.*
"21:@aws-sdk/client-ses.*
"21:@aws-sdk/client-sts.*
"24:@aws-sdk/client-lambda.*
"26:@aws-sdk/client-dynamodb.*
"33:@aws-sdk/client-secrets-manager.*
"12:util.inspect
{1
4:call[5
"6:expect
"13:vitest.expect
"20:@jest/globals.expect
"23:@playwright/test.expect
"11:chai.expect
"11:util.format
{1
4:call[5
"9:path.join
"13:path.basename
"12:path.dirname
"12:path.extname
"12:path.resolve
{1
4:call[10
"24:winston.createLogger()#*
"9:winston.*
"8:pino()#*
"6:pino.*
"23:bunyan.createLogger()#*
"20:log4js.getLogger()#*
"9:debug()()
"10:loglevel.*
"9:consola.*
"9:signale.*
{1
4:call[5
"23:@nestjs/common.Logger#*
"23:@nestjs/common.Logger.*
"29:@sentry/node.captureException
"27:@sentry/node.captureMessage
"26:@sentry/node.addBreadcrumb
{1
4:call[44
"11:rxjs.filter
"8:rxjs.map
"9:rxjs.take
"14:rxjs.takeUntil
"14:rxjs.takeWhile
"8:rxjs.tap
"10:rxjs.first
"9:rxjs.last
"9:rxjs.skip
"13:rxjs.mergeMap
"14:rxjs.switchMap
"14:rxjs.concatMap
"15:rxjs.exhaustMap
"17:rxjs.debounceTime
"17:rxjs.throttleTime
"25:rxjs.distinctUntilChanged
"15:rxjs.catchError
"10:rxjs.retry
"10:rxjs.delay
"12:rxjs.timeout
"13:rxjs.finalize
"10:rxjs.share
"16:rxjs.shareReplay
"14:rxjs.startWith
"9:rxjs.scan
"11:rxjs.reduce
"12:rxjs.toArray
"15:rxjs.bufferTime
"16:rxjs.bufferCount
"7:rxjs.of
"9:rxjs.from
"14:rxjs.fromEvent
"10:rxjs.merge
"11:rxjs.concat
"9:rxjs.race
"13:rxjs.interval
"10:rxjs.timer
"10:rxjs.defer
"18:rxjs.combineLatest
"13:rxjs.forkJoin
"9:rxjs.pipe
"12:rxjs.Subject
"15:rxjs.Observable
"16:rxjs/operators.*
{1
4:call[2
"18:react.useState()#1
"18:react.useState().1
13:never-returns[10
"12:process.exit
"13:process.abort
"18:process.reallyExit
"11:assert.fail
"16:node:assert.fail
"16:chai.assert.fail
"16:chai.expect.fail
"18:vitest.assert.fail
"25:vitest.expect.unreachable
{1
4:call[7
"24:next/navigation.notFound
"24:next/navigation.redirect
"33:next/navigation.permanentRedirect
"25:next/navigation.forbidden
"28:next/navigation.unauthorized
"19:@sveltejs/kit.error
"22:@sveltejs/kit.redirect
14:passes-through[12
"14:util.promisify
"9:path.join
"12:path.resolve
"16:util.callbackify
"15:Promise.resolve
"12:Promise.race
"11:Promise.any
"21:bluebird.promisifyAll
"16:bluebird.resolve
"9:p-timeout
"7:p-retry
"13:Object.freeze
9:hand-offs[8
{1
4:call[2
"11:Promise.all
"18:Promise.allSettled
{1
4:call[6
"15:stream.pipeline
"24:stream/promises.pipeline
"4:pump
"7:pumpify
"20:stream.Readable.from
"14:stream.compose
{1
4:call[2
"15:stream.finished
"24:stream/promises.finished
{2
4:call"11:events.once
4:when{2
8:argument"1:1
6:one-of[5
"5:close
"3:end
"6:finish
"4:exit
"5:drain
{1
4:call"11:on-finished
{2
4:call"13:Object.assign
5:value{1
8:argument"1:1
{1
4:call[6
"21:stream.Readable.toWeb
"20:stream.Readable.wrap
"19:stream.Duplex.toWeb
"21:stream.Writable.toWeb
"8:Response
"14:awilix.asValue
{1
4:call[6
"19:DisposableStack#use
"21:DisposableStack#adopt
"21:DisposableStack#defer
"24:AsyncDisposableStack#use
"26:AsyncDisposableStack#adopt
"26:AsyncDisposableStack#defer
5:types[4
"6:number
"15:DisposableStack
"20:AsyncDisposableStack
"15:AbortController
7:returns{3
8:parseInt"6:number
10:parseFloat"6:number
6:Number"6:number
{8
7:library"18:brokers and stores
8:language"10:javascript
7:modules[9
"4:nats
"23:@nats-io/transport-node
"16:cassandra-driver
"13:snowflake-sdk
"13:@grpc/grpc-js
"7:piscina
"4:bull
"4:tarn
"5:memjs
5:types[7
{2
4:name"19:nats.NatsConnection
7:aliases[2
"19:nats.NatsConnection
"38:@nats-io/transport-node.NatsConnection
{1
4:name"23:cassandra-driver.Client
{2
4:name"15:piscina.Piscina
12:constructors[2
"7:piscina
"15:piscina.Piscina
{2
4:name"10:bull.Queue
12:constructors[1
"4:bull
{1
4:name"9:tarn.Pool
{1
4:name"19:tarn.PendingAcquire
{2
4:name"11:grpc.Client
12:constructors[1
"20:@grpc/grpc-js.Client
7:returns{3
12:nats.connect"19:nats.NatsConnection
31:@nats-io/transport-node.connect"19:nats.NatsConnection
17:tarn.Pool#acquire"19:tarn.PendingAcquire
9:resources[3
{9
2:id"10:connection
4:noun"10:connection
4:kind"6:client
6:weight"6:medium
4:type"19:nats.NatsConnection
7:acquire[1
{1
4:call[2
"12:nats.connect
"31:@nats-io/transport-node.connect
7:release[1
{2
4:call[2
"25:nats.NatsConnection#drain
"25:nats.NatsConnection#close
5:await"4:true
7:context"11:unsupported
3:fix"47:`await connection.drain()` in a `finally` block
{10
2:id"6:client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"23:cassandra-driver.Client
7:acquire[1
{1
4:call[5
"23:cassandra-driver.Client
"7:piscina
"15:piscina.Piscina
"4:bull
"20:@grpc/grpc-js.Client
7:release[1
{1
4:call[5
"32:cassandra-driver.Client#shutdown
"23:piscina.Piscina#destroy
"21:piscina.Piscina#close
"16:bull.Queue#close
"17:grpc.Client#close
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"43:share one, or close it in a `finally` block
{9
2:id"4:slot
4:noun"15:pooled resource
4:kind"10:connection
6:weight"4:high
4:type"19:tarn.PendingAcquire
7:acquire[1
"27:tarn.PendingAcquire#promise
7:release[1
{2
4:call"17:tarn.Pool#release
5:takes{1
8:argument"1:0
7:context"11:unsupported
3:fix"45:`pool.release(resource)` in a `finally` block
12:never-raises[1
{1
4:call[4
"16:nats.StringCodec
"14:nats.JSONCodec
"12:nats.headers
"16:nats.createInbox
8:examples[2
{3
5:title"41:a message that fails keeps the connection
8:language"10:javascript
4:code"235:import { connect } from 'nats';

export async function announce(servers, subject, message) {
  const connection = await connect({ servers }); // expect: SL103
  await connection.request(subject, message);
  await connection.drain();
}

{3
5:title"28:drained in the finally block
8:language"10:javascript
4:code"248:import { connect } from 'nats';

export async function announce(servers, subject, message) {
  const connection = await connect({ servers });
  try {
    await connection.request(subject, message);
  } finally {
    await connection.drain();
  }
}

{3
7:library"22:JavaScript collections
8:language"10:javascript
10:containers{7
6:makers[5
"3:Map
"7:WeakMap
"3:Set
"7:WeakSet
"5:Array
8:listings[5
"13:Object.values
"14:Object.entries
"13:Object.freeze
"11:Object.seal
"10:Array.from
7:putting[4
"3:set
"3:add
"4:push
"7:unshift
6:taking[6
"3:get
"3:pop
"5:shift
"2:at
"4:find
"8:findLast
7:listing[11
"6:values
"7:entries
"5:slice
"6:splice
"6:filter
"6:concat
"7:reverse
"4:sort
"8:toSorted
"10:toReversed
"4:flat
8:visiting[8
"7:forEach
"3:map
"7:flatMap
"6:filter
"4:find
"8:findLast
"4:some
"5:every
7:mapping[2
"3:map
"7:flatMap
{8
7:library"28:Strapi, Payload and Feathers
8:language"10:javascript
7:modules[4
"14:@strapi/strapi
"7:payload
"20:@feathersjs/feathers
"18:@feathersjs/client
5:types[6
{2
4:name"13:strapi.Strapi
7:telling[1
"6:strapi
"15:strapi.Database
{2
4:name"12:strapi.Query
6:fluent"4:true
"20:strapi.EntityService
{2
4:name"15:payload.Payload
7:telling[2
"7:payload
"9:*.payload
{2
4:name"16:feathers.Service
7:telling[2
"13:app.service()
"15:*.app.service()
7:returns{6
16:strapi.Strapi#db"15:strapi.Database
21:strapi.Database#query"12:strapi.Query
19:strapi.Strapi#query"12:strapi.Query
23:strapi.Strapi#documents"12:strapi.Query
27:strapi.Strapi#entityService"20:strapi.EntityService
18:payload.getPayload"15:payload.Payload
6:probes[4
{3
4:call[4
"20:strapi.Query#findOne
"21:strapi.Query#findMany
"22:strapi.Query#findFirst
"18:strapi.Query#count
6:entity"4:root
7:columns[2
{2
8:argument"1:0
8:property"5:where
{2
8:argument"1:0
8:property"7:filters
{3
4:call[2
"29:strapi.EntityService#findMany
"26:strapi.EntityService#count
6:entity{1
8:argument"1:0
7:columns{2
8:argument"1:1
8:property"7:filters
{3
4:call[2
"20:payload.Payload#find
"21:payload.Payload#count
6:entity{2
8:argument"1:0
8:property"10:collection
7:columns{2
8:argument"1:0
8:property"5:where
{3
4:call"21:feathers.Service#find
6:entity"4:root
7:columns{2
8:argument"1:0
8:property"5:query
7:inserts[4
{3
4:call"19:strapi.Query#create
6:entity"4:root
7:columns{2
8:argument"1:0
8:property"4:data
{3
4:call"27:strapi.EntityService#create
6:entity{1
8:argument"1:0
7:columns{2
8:argument"1:1
8:property"4:data
{3
4:call"22:payload.Payload#create
6:entity{2
8:argument"1:0
8:property"10:collection
7:columns{2
8:argument"1:0
8:property"4:data
{3
4:call"23:feathers.Service#create
6:entity"4:root
7:columns{1
8:argument"1:0
8:examples[3
{3
5:title"22:two votes of one voter
8:language"10:javascript
4:code"525:module.exports = ({ strapi }) => ({
  async vote(poll, voter) {
    const found = await strapi.db.query('api::vote.vote').findOne({ where: { poll, voter } });
    if (found) return found;
    return strapi.db.query('api::vote.vote').create({ data: { poll, voter } }); // expect: SL301
  },
  async log(poll, voter) {
    const found = await strapi.db.query('api::vote.vote').findOne({ where: { poll, voter } });
    if (found) return found;
    return strapi.db.query('api::entry.entry').create({ data: { poll } });
  },
});

{3
5:title"21:two pages of one name
8:language"10:javascript
4:code"362:import { getPayload } from 'payload';

export async function page(config, slug) {
  const payload = await getPayload({ config });
  const found = await payload.find({ collection: 'pages', where: { slug: { equals: slug } } });
  if (found.docs.length > 0) return found.docs[0];
  return payload.create({ collection: 'pages', data: { slug } }); // expect: SL301
}

{3
5:title"26:two members of one address
8:language"10:javascript
4:code"250:export const join = (app) => async (email) => {
  const { total } = await app.service('members').find({ query: { email, $limit: 0 } });
  if (total > 0) throw new Error('is one');
  await app.service('members').create({ email }); // expect: SL301
};

{7
7:library"4:Deno
8:language"10:javascript
7:modules[1
"4:Deno
8:triggers[1
"4:Deno
5:types[4
{3
4:name"11:Deno.FsFile
12:constructors[4
"9:Deno.open
"13:Deno.openSync
"11:Deno.create
"15:Deno.createSync
7:aliases[1
"9:Deno.File
{3
4:name"9:Deno.Conn
12:constructors[2
"12:Deno.connect
"15:Deno.connectTls
7:aliases[2
"12:Deno.TcpConn
"12:Deno.TlsConn
{2
4:name"13:Deno.Listener
12:constructors[2
"11:Deno.listen
"14:Deno.listenTls
{2
4:name"7:Deno.Kv
12:constructors[1
"11:Deno.openKv
9:resources[3
{8
2:id"4:file
4:noun"4:file
4:kind"4:file
6:weight"6:medium
4:type"11:Deno.FsFile
7:acquire[1
{1
4:call[4
"9:Deno.open
"13:Deno.openSync
"11:Deno.create
"15:Deno.createSync
7:release[1
"17:Deno.FsFile#close
3:fix"63:declare it with `using`, or call `close()` in a `finally` block
{8
2:id"10:connection
4:noun"10:connection
4:kind"6:socket
6:weight"6:medium
4:type"9:Deno.Conn
7:acquire[1
{1
4:call[2
"12:Deno.connect
"15:Deno.connectTls
7:release[1
{1
4:call[2
"15:Deno.Conn#close
"20:Deno.Conn#closeWrite
3:fix"63:declare it with `using`, or call `close()` in a `finally` block
{9
2:id"2:kv
4:noun"15:key-value store
4:kind"6:client
6:weight"6:medium
4:type"7:Deno.Kv
7:acquire[1
"11:Deno.openKv
7:release[1
"13:Deno.Kv#close
17:closed-implicitly"4:true
3:fix"63:declare it with `using`, or call `close()` in a `finally` block
8:examples[2
{3
5:title"34:a file that is sent and not closed
8:language"10:typescript
4:code"161:export async function serve(req: any, path: string) {
  const file = await Deno.open(path); // expect: SL101
  await req.respond({ status: 200, body: file });
}

{3
5:title"53:closed when the answer is out, or given to the answer
8:language"10:typescript
4:code"316:export async function serve(req: any, path: string) {
  const file = await Deno.open(path);
  req.done.then(() => {
    file.close();
  });
  await req.respond({ status: 200, body: file });
}

export async function answer(path: string) {
  const file = await Deno.open(path);
  return new Response(file.readable);
}

{6
7:library"12:LDAP clients
8:language"10:javascript
7:modules[2
"6:ldapts
"6:ldapjs
5:types[2
{2
4:name"13:ldapts.Client
12:constructors[1
"13:ldapts.Client
{2
4:name"13:ldapjs.Client
12:constructors[1
"19:ldapjs.createClient
9:resources[2
{9
2:id"6:client
4:noun"16:directory client
4:kind"6:client
6:weight"6:medium
4:type"13:ldapts.Client
7:acquire[1
{2
4:call"18:ldapts.Client#bind
5:gives"8:receiver
7:release[1
{2
4:call"20:ldapts.Client#unbind
5:await"4:true
7:context"11:unsupported
3:fix"44:`await client.unbind()` in a `finally` block
{10
2:id"13:failed-client
4:noun"16:directory client
4:kind"6:client
6:weight"6:medium
4:type"13:ldapjs.Client
7:acquire[1
"19:ldapjs.createClient
7:release[1
{1
4:call[2
"20:ldapjs.Client#unbind
"21:ldapjs.Client#destroy
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"39:call `client.unbind()` on every way out
8:examples[2
{3
5:title"40:a search that fails keeps the connection
8:language"10:typescript
4:code"332:import { Client } from 'ldapts';

export async function find(url: string, name: string) {
  const client = new Client({ url }); // expect: SL103
  await client.bind('cn=reader', 'secret');
  const { searchEntries } = await client.search('dc=shop', { filter: `(uid=${name})` });
  await client.unbind();
  return searchEntries[0];
}

{3
5:title"24:unbound whatever happens
8:language"10:typescript
4:code"349:import { Client } from 'ldapts';

export async function find(url: string, name: string) {
  const client = new Client({ url });
  try {
    await client.bind('cn=reader', 'secret');
    const { searchEntries } = await client.search('dc=shop', { filter: `(uid=${name})` });
    return searchEntries[0];
  } finally {
    await client.unbind();
  }
}

{8
7:library"18:NeDB and Bookshelf
8:language"10:javascript
7:modules[4
"4:nedb
"13:nedb-promises
"14:@seald-io/nedb
"9:bookshelf
5:types[3
{2
4:name"14:nedb.Datastore
12:constructors[4
"4:nedb
"20:nedb-promises.create
"14:@seald-io/nedb
"12:nedb.default
"19:bookshelf.Bookshelf
{2
4:name"15:bookshelf.Model
6:fluent"4:true
7:returns{7
9:bookshelf"19:bookshelf.Bookshelf
25:bookshelf.Bookshelf#model"15:bookshelf.Model
32:bookshelf.Bookshelf#Model.extend"15:bookshelf.Model
18:bookshelf.Model#()"15:bookshelf.Model
21:bookshelf.Model#where"15:bookshelf.Model
21:bookshelf.Model#query"15:bookshelf.Model
21:bookshelf.Model#forge"15:bookshelf.Model
6:probes[2
{3
4:call[3
"22:nedb.Datastore#findOne
"19:nedb.Datastore#find
"20:nedb.Datastore#count
6:entity"8:receiver
7:columns{1
8:argument"1:0
{2
4:call[3
"21:bookshelf.Model#fetch
"21:bookshelf.Model#count
"24:bookshelf.Model#fetchAll
6:entity"4:root
7:inserts[2
{3
4:call"21:nedb.Datastore#insert
6:entity"8:receiver
7:columns{1
8:argument"1:0
{3
4:call"20:bookshelf.Model#save
6:entity"4:root
5:value"8:receiver
8:examples[1
{3
5:title"22:two votes of one voter
8:language"10:javascript
4:code"292:const Datastore = require('nedb-promises');
const votes = Datastore.create('votes.db');

async function vote(poll, voter) {
  const found = await votes.findOne({ poll, voter });
  if (found) return found;
  return votes.insert({ poll, voter }); // expect: SL301
}

module.exports = { vote };

{13
7:library"7:drizzle
8:language"10:javascript
7:modules[1
"11:drizzle-orm
5:types[5
{4
4:name"16:drizzle.Database
7:hinting[1
"1:*
12:constructors[22
"33:drizzle-orm/node-postgres.drizzle
"31:drizzle-orm/postgres-js.drizzle
"26:drizzle-orm/mysql2.drizzle
"34:drizzle-orm/better-sqlite3.drizzle
"22:drizzle-orm/d1.drizzle
"29:drizzle-orm/neon-http.drizzle
"35:drizzle-orm/neon-serverless.drizzle
"26:drizzle-orm/pglite.drizzle
"35:drizzle-orm/vercel-postgres.drizzle
"42:drizzle-orm/planetscale-serverless.drizzle
"30:drizzle-orm/bun-sqlite.drizzle
"35:drizzle-orm/aws-data-api/pg.drizzle
"31:drizzle-orm/expo-sqlite.drizzle
"29:drizzle-orm/op-sqlite.drizzle
"34:drizzle-orm/durable-sqlite.drizzle
"32:drizzle-orm/sqlite-proxy.drizzle
"28:drizzle-orm/pg-proxy.drizzle
"31:drizzle-orm/mysql-proxy.drizzle
"35:drizzle-orm/tidb-serverless.drizzle
"29:drizzle-orm/xata-http.drizzle
"31:drizzle-orm/singlestore.drizzle
"23:drizzle-orm/gel.drizzle
7:aliases[9
"40:drizzle-orm/node-postgres.NodePgDatabase
"42:drizzle-orm/postgres-js.PostgresJsDatabase
"33:drizzle-orm/mysql2.MySql2Database
"48:drizzle-orm/better-sqlite3.BetterSQLite3Database
"32:drizzle-orm/d1.DrizzleD1Database
"30:drizzle-orm/pg-core.PgDatabase
"33:drizzle-orm/pg-core.PgTransaction
"36:drizzle-orm/mysql-core.MySqlDatabase
"42:drizzle-orm/sqlite-core.BaseSQLiteDatabase
{4
4:name"22:drizzle.SerialDatabase
7:extends[1
"16:drizzle.Database
12:constructors[7
"26:drizzle-orm/libsql.drizzle
"31:drizzle-orm/libsql/http.drizzle
"30:drizzle-orm/libsql/web.drizzle
"31:drizzle-orm/libsql/node.drizzle
"29:drizzle-orm/libsql/ws.drizzle
"34:drizzle-orm/libsql/sqlite3.drizzle
"31:drizzle-orm/libsql/wasm.drizzle
7:aliases[1
"33:drizzle-orm/libsql.LibSQLDatabase
{2
4:name"14:drizzle.Select
6:fluent"4:true
{2
4:name"14:drizzle.Insert
6:fluent"4:true
{2
4:name"14:drizzle.Update
6:fluent"4:true
7:returns{4
23:drizzle.Database#select"14:drizzle.Select
31:drizzle.Database#selectDistinct"14:drizzle.Select
23:drizzle.Database#insert"14:drizzle.Insert
23:drizzle.Database#update"14:drizzle.Update
19:callback-parameters{1
28:drizzle.Database#transaction[1
"16:drizzle.Database
7:queries[2
{2
4:call"24:drizzle.Database#execute
4:text{1
8:argument"1:0
{1
4:call[4
"19:drizzle.Select#from
"21:drizzle.Insert#values
"18:drizzle.Update#set
"23:drizzle.Database#delete
6:probes[3
{2
4:call"19:drizzle.Select#from
6:entity{1
8:argument"1:0
{3
4:call[2
"34:drizzle.Database#query.*.findFirst
"33:drizzle.Database#query.*.findMany
6:entity{1
6:member"1:1
7:columns{2
8:argument"1:0
8:property"5:where
{2
4:call"23:drizzle.Database#$count
6:entity{1
8:argument"1:0
7:inserts[1
{3
4:call"21:drizzle.Insert#values
6:entity{2
5:chain"6:insert
8:argument"1:0
7:columns{1
8:argument"1:0
7:updates[1
{3
4:call"18:drizzle.Update#set
6:entity{2
5:chain"6:update
8:argument"1:0
7:columns{1
8:argument"1:0
6:guards[6
{2
4:kind"15:conflict-clause
4:call[4
"34:drizzle.Insert#onConflictDoNothing
"33:drizzle.Insert#onConflictDoUpdate
"35:drizzle.Insert#onDuplicateKeyUpdate
"21:drizzle.Insert#ignore
{3
4:kind"4:lock
4:call"18:drizzle.Select#for
4:when{2
8:argument"1:0
6:one-of[2
"6:update
"13:no key update
{3
4:kind"4:lock
4:call"24:drizzle.Database#execute
4:when{2
8:argument"1:0
3:sql[1
"4:lock
{3
4:kind"12:serializable
4:call"28:drizzle.Database#transaction
4:when{3
8:argument"1:1
8:property"14:isolationLevel
6:one-of[1
"12:serializable
{2
4:kind"12:serializable
4:call"34:drizzle.SerialDatabase#transaction
{2
4:kind"11:transaction
4:call"28:drizzle.Database#transaction
10:violations[1
{1
5:codes[3
"5:23505
"12:ER_DUP_ENTRY
"24:SQLITE_CONSTRAINT_UNIQUE
12:never-raises[2
{1
4:call[13
"33:drizzle-orm/node-postgres.drizzle
"31:drizzle-orm/postgres-js.drizzle
"26:drizzle-orm/mysql2.drizzle
"34:drizzle-orm/better-sqlite3.drizzle
"26:drizzle-orm/libsql.drizzle
"22:drizzle-orm/d1.drizzle
"29:drizzle-orm/neon-http.drizzle
"35:drizzle-orm/neon-serverless.drizzle
"26:drizzle-orm/pglite.drizzle
"35:drizzle-orm/vercel-postgres.drizzle
"42:drizzle-orm/planetscale-serverless.drizzle
"30:drizzle-orm/bun-sqlite.drizzle
"35:drizzle-orm/aws-data-api/pg.drizzle
{1
4:call[10
"23:drizzle.Database#select
"23:drizzle.Database#insert
"23:drizzle.Database#update
"14:drizzle-orm.eq
"15:drizzle-orm.and
"14:drizzle-orm.or
"15:drizzle-orm.sql
"16:drizzle-orm.desc
"15:drizzle-orm.asc
"19:drizzle-orm.inArray
{6
7:library"6:Dwolla
8:language"10:javascript
7:modules[1
"9:dwolla-v2
5:types[1
{2
4:name"16:dwolla-v2.Client
12:constructors[1
"16:dwolla-v2.Client
8:payments[1
{6
8:provider"6:Dwolla
4:call"21:dwolla-v2.Client#post
4:when{2
8:argument"1:0
11:starts-with[4
"9:transfers
"10:/transfers
"13:mass-payments
"14:/mass-payments
3:key{2
8:argument"1:2
8:property"15:Idempotency-Key
6:effect"8:transfer
3:fix"70:`{ 'Idempotency-Key': `transfer-${payout.id}` }` as the third argument
8:examples[1
{3
5:title"65:a transfer without and with the header; a customer moves no money
8:language"10:javascript
4:code"486:import { Client } from 'dwolla-v2';

const dwolla = new Client({ key: process.env.KEY, secret: process.env.SECRET });

export function pay(payout) {
  return dwolla.post('transfers', { amount: payout.amount }); // expect: SL201
}

export function payOnce(payout) {
  return dwolla.post('transfers', { amount: payout.amount }, {
    'Idempotency-Key': `transfer-${payout.id}`,
  });
}

export function register(customer) {
  return dwolla.post('customers', { email: customer.email });
}

{9
7:library"8:DynamoDB
8:language"10:javascript
7:modules[2
"21:@aws-sdk/lib-dynamodb
"24:@aws-sdk/client-dynamodb
5:types[1
{3
4:name"15:dynamodb.Client
12:constructors[2
"49:@aws-sdk/lib-dynamodb.DynamoDBDocumentClient.from
"39:@aws-sdk/client-dynamodb.DynamoDBClient
7:aliases[3
"44:@aws-sdk/lib-dynamodb.DynamoDBDocumentClient
"38:@aws-sdk/lib-dynamodb.DynamoDBDocument
"33:@aws-sdk/client-dynamodb.DynamoDB
6:probes[2
{4
4:call[2
"32:@aws-sdk/lib-dynamodb.GetCommand
"39:@aws-sdk/client-dynamodb.GetItemCommand
6:entity{2
8:argument"1:0
8:property"9:TableName
7:columns{2
8:argument"1:0
8:property"3:Key
9:whole-key"4:true
{2
4:call[2
"34:@aws-sdk/lib-dynamodb.QueryCommand
"37:@aws-sdk/client-dynamodb.QueryCommand
6:entity{2
8:argument"1:0
8:property"9:TableName
7:inserts[2
{5
4:call[2
"32:@aws-sdk/lib-dynamodb.PutCommand
"39:@aws-sdk/client-dynamodb.PutItemCommand
4:when{3
8:argument"1:0
8:property"19:ConditionExpression
2:is"7:present
6:entity{2
8:argument"1:0
8:property"9:TableName
7:columns{2
8:argument"1:0
8:property"4:Item
6:atomic"4:true
{4
4:call[2
"32:@aws-sdk/lib-dynamodb.PutCommand
"39:@aws-sdk/client-dynamodb.PutItemCommand
6:entity{2
8:argument"1:0
8:property"9:TableName
7:columns{2
8:argument"1:0
8:property"4:Item
7:refusal"50:`ConditionExpression: 'attribute_not_exists(…)'`
7:updates[2
{4
4:call[2
"32:@aws-sdk/lib-dynamodb.PutCommand
"39:@aws-sdk/client-dynamodb.PutItemCommand
4:when{3
8:argument"1:0
8:property"19:ConditionExpression
2:is"6:absent
6:entity{2
8:argument"1:0
8:property"9:TableName
7:columns{2
8:argument"1:0
8:property"4:Item
{5
4:call[2
"35:@aws-sdk/lib-dynamodb.UpdateCommand
"42:@aws-sdk/client-dynamodb.UpdateItemCommand
4:when{3
8:argument"1:0
8:property"16:UpdateExpression
2:is"7:present
6:entity{2
8:argument"1:0
8:property"9:TableName
10:expression[2
{2
8:argument"1:0
8:property"16:UpdateExpression
{2
8:argument"1:0
8:property"19:ConditionExpression
17:expression-values{2
8:argument"1:0
8:property"25:ExpressionAttributeValues
10:violations[1
{2
5:types[1
"56:@aws-sdk/client-dynamodb.ConditionalCheckFailedException
5:codes[1
"31:ConditionalCheckFailedException
14:passes-through[1
"20:dynamodb.Client#send
{8
7:library"7:devices
8:language"10:javascript
7:modules[17
"10:serialport
"3:usb
"8:node-hid
"7:i2c-bus
"5:onoff
"8:net-snmp
"13:modbus-serial
"13:telnet-client
"13:multicast-dns
"15:bonjour-service
"10:node-opcua
"4:imap
"3:ftp
"14:@stomp/stompjs
"18:@azure/service-bus
"18:@opentelemetry/api
"18:@hocuspocus/server
5:types[17
{2
4:name"21:serialport.SerialPort
12:constructors[2
"10:serialport
"21:serialport.SerialPort
{2
4:name"12:node-hid.HID
12:constructors[2
"12:node-hid.HID
"22:node-hid.HIDAsync.open
{2
4:name"11:i2c-bus.Bus
12:constructors[2
"16:i2c-bus.openSync
"23:i2c-bus.openPromisified
{1
4:name"10:onoff.Gpio
{2
4:name"16:net-snmp.Session
12:constructors[2
"22:net-snmp.createSession
"24:net-snmp.createV3Session
{2
4:name"23:modbus-serial.ModbusRTU
12:constructors[1
"13:modbus-serial
{2
4:name"20:telnet-client.Telnet
12:constructors[2
"13:telnet-client
"20:telnet-client.Telnet
{2
4:name"26:multicast-dns.MulticastDNS
12:constructors[3
"13:multicast-dns
"23:bonjour-service.Bonjour
"15:bonjour-service
{2
4:name"22:node-opcua.OPCUAClient
12:constructors[1
"29:node-opcua.OPCUAClient.create
{2
4:name"15:imap.Connection
12:constructors[2
"4:imap
"15:imap.Connection
{2
4:name"10:ftp.Client
12:constructors[1
"3:ftp
{2
4:name"21:@stomp/stompjs.Client
7:aliases[1
"21:@stomp/stompjs.Client
{2
4:name"28:service-bus.ServiceBusClient
12:constructors[1
"35:@azure/service-bus.ServiceBusClient
{2
4:name"25:@opentelemetry/api.Tracer
12:constructors[1
"34:@opentelemetry/api.trace.getTracer
"23:@opentelemetry/api.Span
{3
4:name"29:@hocuspocus/server.Hocuspocus
12:constructors[2
"25:@hocuspocus/server.Server
"35:@hocuspocus/server.Server.configure
7:aliases[1
"29:@hocuspocus/server.Hocuspocus
"35:@hocuspocus/server.DirectConnection
7:returns{2
50:@hocuspocus/server.Hocuspocus#openDirectConnection"35:@hocuspocus/server.DirectConnection
35:@opentelemetry/api.Tracer#startSpan"23:@opentelemetry/api.Span
9:resources[6
{9
2:id"17:direct-connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"35:@hocuspocus/server.DirectConnection
7:acquire[1
{2
4:call"50:@hocuspocus/server.Hocuspocus#openDirectConnection
7:telling[2
"31:hocuspocus.openDirectConnection
"27:server.openDirectConnection
7:release[1
{2
4:call"46:@hocuspocus/server.DirectConnection#disconnect
5:await"4:true
7:context"11:unsupported
3:fix"90:`await connection.disconnect()` in a `finally` block; the document stays loaded until then
{10
2:id"4:line
4:noun"6:device
4:kind"4:file
6:weight"6:medium
4:type"21:serialport.SerialPort
7:acquire[2
{1
4:call[2
"21:serialport.SerialPort
"10:serialport
{1
4:call[5
"12:node-hid.HID
"22:node-hid.HIDAsync.open
"16:i2c-bus.openSync
"23:i2c-bus.openPromisified
"10:onoff.Gpio
7:release[1
{1
4:call[6
"27:serialport.SerialPort#close
"29:serialport.SerialPort#destroy
"18:node-hid.HID#close
"17:i2c-bus.Bus#close
"21:i2c-bus.Bus#closeSync
"19:onoff.Gpio#unexport
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"29:close it in a `finally` block
{10
2:id"7:session
4:noun"7:session
4:kind"6:socket
6:weight"6:medium
4:type"16:net-snmp.Session
7:acquire[1
{1
4:call[5
"22:net-snmp.createSession
"24:net-snmp.createV3Session
"13:multicast-dns
"23:bonjour-service.Bonjour
"15:bonjour-service
7:release[1
{1
4:call[2
"22:net-snmp.Session#close
"34:multicast-dns.MulticastDNS#destroy
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"29:close it in a `finally` block
{10
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"23:modbus-serial.ModbusRTU
7:acquire[1
{2
4:call[8
"34:modbus-serial.ModbusRTU#connectTCP
"42:modbus-serial.ModbusRTU#connectRTUBuffered
"34:modbus-serial.ModbusRTU#connectRTU
"45:modbus-serial.ModbusRTU#connectTcpRTUBuffered
"28:telnet-client.Telnet#connect
"30:node-opcua.OPCUAClient#connect
"23:imap.Connection#connect
"18:ftp.Client#connect
5:gives"8:receiver
7:release[1
{1
4:call[9
"29:modbus-serial.ModbusRTU#close
"31:modbus-serial.ModbusRTU#destroy
"24:telnet-client.Telnet#end
"28:telnet-client.Telnet#destroy
"33:node-opcua.OPCUAClient#disconnect
"19:imap.Connection#end
"23:imap.Connection#destroy
"14:ftp.Client#end
"18:ftp.Client#destroy
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"29:close it in a `finally` block
{10
2:id"13:broker-client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"21:@stomp/stompjs.Client
7:acquire[2
{2
4:call"30:@stomp/stompjs.Client#activate
5:gives"8:receiver
"35:@azure/service-bus.ServiceBusClient
7:release[1
{1
4:call[3
"32:@stomp/stompjs.Client#deactivate
"37:@stomp/stompjs.Client#forceDisconnect
"34:service-bus.ServiceBusClient#close
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"27:end it in a `finally` block
{11
2:id"4:span
4:noun"4:span
4:kind"5:other
6:weight"3:low
4:type"23:@opentelemetry/api.Span
7:acquire[2
"35:@opentelemetry/api.Tracer#startSpan
{2
4:call"41:@opentelemetry/api.Tracer#startActiveSpan
8:callback{2
8:argument"4:last
6:handle"1:0
7:release[1
"27:@opentelemetry/api.Span#end
7:context"11:unsupported
9:collected"4:true
17:closed-implicitly"4:true
3:fix"78:call `span.end()` in a `finally` block; a span that is not ended is never sent
12:never-raises[1
{1
4:call[4
"28:@opentelemetry/api.context.*
"26:@opentelemetry/api.trace.*
"25:@opentelemetry/api.Span#*
"35:@opentelemetry/core.suppressTracing
8:examples[2
{3
5:title"57:a register that cannot be read leaves the connection open
8:language"10:javascript
4:code"503:import ModbusRTU from 'modbus-serial';
import snmp from 'net-snmp';

export async function coils(host) {
  const client = new ModbusRTU(); // expect: SL103
  await client.connectTCP(host, { port: 502 });
  const answer = await client.readCoils(0, 8);
  client.close();
  return answer.data;
}

export async function uptime(host, ask) {
  const session = snmp.createSession(host, 'public'); // expect: SL103
  const answer = await ask(session, '1.3.6.1.2.1.1.3.0');
  session.close();
  return answer;
}

{3
5:title"23:closed whatever happens
8:language"10:javascript
4:code"506:import ModbusRTU from 'modbus-serial';
import snmp from 'net-snmp';

export async function coils(host) {
  const client = new ModbusRTU();
  await client.connectTCP(host, { port: 502 });
  try {
    const answer = await client.readCoils(0, 8);
    return answer.data;
  } finally {
    client.close();
  }
}

export async function uptime(host, ask) {
  const session = snmp.createSession(host, 'public');
  try {
    return await ask(session, '1.3.6.1.2.1.1.3.0');
  } finally {
    session.close();
  }
}

{7
7:library"10:file locks
8:language"10:javascript
7:modules[2
"15:proper-lockfile
"8:lockfile
5:types[1
"23:proper-lockfile.Release
7:returns{2
20:proper-lockfile.lock"23:proper-lockfile.Release
24:proper-lockfile.lockSync"23:proper-lockfile.Release
9:resources[1
{9
2:id"4:lock
4:noun"4:lock
4:kind"4:lock
6:weight"4:high
4:type"23:proper-lockfile.Release
7:acquire[2
{2
4:call[2
"20:proper-lockfile.lock
"24:proper-lockfile.lockSync
4:when{2
6:result"4:true
2:is"7:present
{3
4:call[3
"20:proper-lockfile.lock
"24:proper-lockfile.lockSync
"17:lockfile.lockSync
4:when{2
6:result"4:true
2:is"6:absent
5:gives{1
8:argument"1:0
7:release[2
{2
4:call"26:proper-lockfile.Release#()
5:takes"8:receiver
{2
4:call[4
"22:proper-lockfile.unlock
"26:proper-lockfile.unlockSync
"15:lockfile.unlock
"19:lockfile.unlockSync
5:takes{1
8:argument"1:0
7:context"11:unsupported
3:fix"66:release it in a `finally` block; the others wait until it is stale
8:examples[2
{3
5:title"37:work that fails keeps the file locked
8:language"10:javascript
4:code"191:import lockfile from 'proper-lockfile';

export async function append(path, change) {
  const release = await lockfile.lock(path); // expect: SL103
  await change(path);
  await release();
}

{3
5:title"25:unlocked whatever happens
8:language"10:javascript
4:code"365:import lockfile from 'proper-lockfile';

export async function append(path, change) {
  const release = await lockfile.lock(path);
  try {
    await change(path);
  } finally {
    await release();
  }
}

export async function replace(path, change) {
  await lockfile.lock(path);
  try {
    await change(path);
  } finally {
    await lockfile.unlock(path);
  }
}

{6
7:library"13:node-firebird
8:language"10:javascript
7:modules[1
"13:node-firebird
5:types[3
{3
4:name"18:node-firebird.Pool
12:constructors[1
"18:node-firebird.pool
7:aliases[1
"28:node-firebird.ConnectionPool
{2
4:name"22:node-firebird.Database
7:aliases[1
"22:node-firebird.Database
{2
4:name"25:node-firebird.Transaction
7:aliases[1
"25:node-firebird.Transaction
9:resources[2
{9
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"4:high
4:type"22:node-firebird.Database
7:acquire[1
{2
4:call[4
"20:node-firebird.attach
"28:node-firebird.attachOrCreate
"20:node-firebird.create
"22:node-firebird.Pool#get
8:callback{3
8:argument"4:last
5:error"1:0
6:handle"1:1
7:release[1
"29:node-firebird.Database#detach
7:context"11:unsupported
3:fix"49:call `detach()` on every way out, the error's too
{9
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"25:node-firebird.Transaction
7:acquire[1
{2
4:call[2
"34:node-firebird.Database#transaction
"39:node-firebird.Database#startTransaction
8:callback{3
8:argument"4:last
5:error"1:0
6:handle"1:1
7:release[1
{1
4:call[2
"32:node-firebird.Transaction#commit
"34:node-firebird.Transaction#rollback
7:context"11:unsupported
3:fix"47:roll back on every way out that does not commit
8:examples[2
{3
5:title"37:the error branch keeps the connection
8:language"10:javascript
4:code"405:const Firebird = require('node-firebird');

const pool = Firebird.pool(5, { host: 'db' });

function names(callback) {
  pool.get((error, db) => { // expect: SL102
    if (error) return callback(error);
    db.query('SELECT name FROM people', [], (failure, rows) => {
      if (failure) return callback(failure);
      db.detach();
      callback(null, rows);
    });
  });
}

module.exports = { names };

{3
5:title"39:detached before the answer is looked at
8:language"10:javascript
4:code"346:const Firebird = require('node-firebird');

const pool = Firebird.pool(5, { host: 'db' });

function names(callback) {
  pool.get((error, db) => {
    if (error) return callback(error);
    db.query('SELECT name FROM people', [], (failure, rows) => {
      db.detach();
      callback(failure, rows);
    });
  });
}

module.exports = { names };

{12
7:library"15:Cloud Firestore
8:language"10:javascript
7:modules[5
"14:firebase-admin
"24:firebase-admin/firestore
"23:@google-cloud/firestore
"18:firebase/firestore
"19:@firebase/firestore
5:types[3
{5
4:name"19:firestore.Firestore
12:constructors[3
"37:firebase-admin/firestore.getFirestore
"24:firebase-admin.firestore
"33:@google-cloud/firestore.Firestore
7:aliases[2
"34:firebase-admin/firestore.Firestore
"33:@google-cloud/firestore.Firestore
7:telling[3
"9:firestore
"11:firestore()
"7:adminDb
7:hinting[1
"1:*
{2
4:name"15:firestore.Query
6:fluent"4:true
"18:firestore.Document
7:returns{5
30:firestore.Firestore#collection"15:firestore.Query
35:firestore.Firestore#collectionGroup"15:firestore.Query
23:firestore.Firestore#doc"18:firestore.Document
19:firestore.Query#doc"18:firestore.Document
29:firestore.Document#collection"15:firestore.Query
7:queries[1
{1
4:call[5
"19:firestore.Query#get
"22:firestore.Document#get
"19:firestore.Query#add
"22:firestore.Document#set
"25:firestore.Document#update
6:probes[4
{2
4:call"19:firestore.Query#get
6:entity{2
5:chain"10:collection
8:argument"1:0
{3
4:call"22:firestore.Document#get
6:entity{2
5:chain"10:collection
8:argument"1:0
9:whole-key"4:true
{4
4:call"22:firestore.Document#get
4:when{3
5:chain"10:collection
8:argument"1:0
2:is"6:absent
6:entity"8:receiver
9:whole-key"4:true
{2
4:call[3
"25:firebase/firestore.getDoc
"26:firebase/firestore.getDocs
"37:firebase/firestore.getCountFromServer
6:entity{1
8:argument"1:0
7:inserts[5
{3
4:call"19:firestore.Query#add
6:entity{2
5:chain"10:collection
8:argument"1:0
7:columns{1
8:argument"1:0
{4
4:call"25:firestore.Document#create
6:entity{2
5:chain"10:collection
8:argument"1:0
7:columns{1
8:argument"1:0
6:atomic"4:true
{4
4:call"22:firestore.Document#set
6:entity{2
5:chain"10:collection
8:argument"1:0
7:columns{1
8:argument"1:0
7:refusal"29:`create()` instead of `set()`
{5
4:call"22:firestore.Document#set
4:when{3
5:chain"10:collection
8:argument"1:0
2:is"6:absent
6:entity"8:receiver
7:columns{1
8:argument"1:0
7:refusal"29:`create()` instead of `set()`
{3
4:call[2
"25:firebase/firestore.addDoc
"25:firebase/firestore.setDoc
6:entity{1
8:argument"1:0
7:columns{1
8:argument"1:1
7:updates[3
{4
4:call[2
"25:firestore.Document#update
"22:firestore.Document#set
4:when{3
5:chain"10:collection
8:argument"1:0
2:is"6:absent
6:entity"8:receiver
7:columns{1
8:argument"1:0
{3
4:call[2
"25:firestore.Document#update
"22:firestore.Document#set
6:entity{2
5:chain"10:collection
8:argument"1:0
7:columns{1
8:argument"1:0
{3
4:call[2
"28:firebase/firestore.updateDoc
"25:firebase/firestore.setDoc
6:entity{1
8:argument"1:0
7:columns{1
8:argument"1:1
6:guards[1
{2
4:kind"12:serializable
4:call[2
"34:firestore.Firestore#runTransaction
"33:firebase/firestore.runTransaction
10:violations[1
{1
5:codes[2
"14:ALREADY_EXISTS
"14:already-exists
12:never-raises[1
{1
4:call[9
"30:firestore.Firestore#collection
"23:firestore.Firestore#doc
"19:firestore.Query#doc
"21:firestore.Query#where
"21:firestore.Query#limit
"22:firebase/firestore.doc
"29:firebase/firestore.collection
"24:firebase/firestore.query
"24:firebase/firestore.where
{11
7:library"2:fs
8:language"10:javascript
7:modules[4
"2:fs
"11:fs/promises
"8:fs-extra
"11:graceful-fs
5:types[2
"13:fs.FileHandle
{1
4:name"6:fs.Dir
7:returns{4
16:fs/promises.open"13:fs.FileHandle
16:fs.promises.open"13:fs.FileHandle
19:fs/promises.opendir"6:fs.Dir
19:fs.promises.opendir"6:fs.Dir
9:resources[4
{11
2:id"10:descriptor
4:noun"15:file descriptor
4:kind"4:file
6:weight"6:medium
4:type"5:fs.fd
7:acquire[3
{2
4:call[3
"11:fs.openSync
"20:graceful-fs.openSync
"17:fs-extra.openSync
7:telling[1
"11:fs.openSync
{3
4:call[3
"7:fs.open
"16:graceful-fs.open
"13:fs-extra.open
4:when{2
8:argument"4:last
2:is"8:function
8:callback{3
8:argument"4:last
5:error"1:0
6:handle"1:1
{2
4:call[3
"7:fs.open
"16:graceful-fs.open
"13:fs-extra.open
4:when{2
8:argument"4:last
2:is"12:not-function
7:release[1
{2
4:call[6
"12:fs.closeSync
"8:fs.close
"21:graceful-fs.closeSync
"17:graceful-fs.close
"18:fs-extra.closeSync
"14:fs-extra.close
5:takes{1
8:argument"1:0
8:hand-off[1
{2
4:call[2
"19:fs.createReadStream
"20:fs.createWriteStream
5:takes{2
8:argument"1:1
8:property"2:fd
7:context"11:unsupported
14:double-release"5:fails
3:fix"41:close the descriptor in a `finally` block
{11
2:id"11:file-handle
4:noun"11:file handle
4:kind"4:file
6:weight"6:medium
4:type"13:fs.FileHandle
7:acquire[1
{1
4:call[2
"16:fs/promises.open
"16:fs.promises.open
7:release[1
"19:fs.FileHandle#close
8:hand-off[1
{2
4:call[3
"30:fs.FileHandle#createReadStream
"31:fs.FileHandle#createWriteStream
"23:fs.FileHandle#readLines
5:takes"8:receiver
9:collected"4:true
19:fails-after-release"4:true
3:fix"77:`await handle.close()` in a `finally` block, or declare it with `await using`
{10
2:id"9:directory
4:noun"16:directory handle
4:kind"4:file
6:weight"3:low
4:type"6:fs.Dir
7:acquire[1
{1
4:call[3
"19:fs/promises.opendir
"19:fs.promises.opendir
"14:fs.opendirSync
7:release[1
{1
4:call[2
"12:fs.Dir#close
"16:fs.Dir#closeSync
17:closed-implicitly"4:true
9:collected"4:true
3:fix"69:iterate with `for await`, or close the directory in a `finally` block
{10
2:id"6:stream
4:noun"11:file stream
4:kind"6:stream
6:weight"6:medium
4:type"9:fs.Stream
7:acquire[1
{1
4:call[6
"19:fs.createReadStream
"20:fs.createWriteStream
"25:fs-extra.createReadStream
"26:fs-extra.createWriteStream
"28:graceful-fs.createReadStream
"29:graceful-fs.createWriteStream
7:release[3
{1
4:call[5
"35:fs-extra.createReadStream()#destroy
"33:fs-extra.createReadStream()#close
"32:fs-extra.createWriteStream()#end
"36:fs-extra.createWriteStream()#destroy
"34:fs-extra.createWriteStream()#close
{1
4:call[5
"38:graceful-fs.createReadStream()#destroy
"36:graceful-fs.createReadStream()#close
"35:graceful-fs.createWriteStream()#end
"39:graceful-fs.createWriteStream()#destroy
"37:graceful-fs.createWriteStream()#close
{1
4:call[5
"29:fs.createReadStream()#destroy
"27:fs.createReadStream()#close
"26:fs.createWriteStream()#end
"30:fs.createWriteStream()#destroy
"28:fs.createWriteStream()#close
17:closed-implicitly"4:true
9:collected"4:true
3:fix"76:hand the stream to `pipeline(...)`, or call `destroy()` in a `finally` block
11:file-probes[1
{2
4:call[8
"13:fs.existsSync
"13:fs.accessSync
"9:fs.access
"18:fs/promises.access
"18:fs.promises.access
"19:fs-extra.pathExists
"23:fs-extra.pathExistsSync
"19:fs-extra.existsSync
5:value{1
8:argument"1:0
9:file-uses[4
{5
4:call[8
"12:fs.mkdirSync
"8:fs.mkdir
"17:fs/promises.mkdir
"17:fs.promises.mkdir
"18:fs-extra.mkdirSync
"14:fs-extra.mkdir
"21:graceful-fs.mkdirSync
"17:graceful-fs.mkdir
4:when{3
8:argument"1:1
8:property"9:recursive
2:is"6:absent
5:value{1
8:argument"1:0
6:effect"5:makes
3:fix"78:Make it without asking: `mkdir(path, { recursive: true })`, or catch `EEXIST`.
{4
4:call[6
"14:fs.symlinkSync
"19:fs/promises.symlink
"19:fs.promises.symlink
"11:fs.linkSync
"16:fs/promises.link
"16:fs.promises.link
5:value{1
8:argument"1:1
6:effect"5:makes
3:fix"42:Make it without asking and catch `EEXIST`.
{5
4:call[4
"16:fs.writeFileSync
"12:fs.writeFile
"21:fs/promises.writeFile
"21:fs.promises.writeFile
4:when{3
8:argument"1:2
8:property"4:flag
2:is"6:absent
5:value{1
8:argument"1:0
6:effect"6:writes
3:fix"92:Write with the flag `wx`, which refuses a file that is there, or write beside it and rename.
{4
4:call[7
"13:fs.unlinkSync
"9:fs.unlink
"18:fs/promises.unlink
"18:fs.promises.unlink
"12:fs.rmdirSync
"17:fs/promises.rmdir
"17:fs.promises.rmdir
5:value{1
8:argument"1:0
6:effect"7:removes
3:fix"73:Remove it without asking: `rm(path, { force: true })`, or catch `ENOENT`.
6:guards[1
{2
4:kind"4:lock
4:call[4
"20:proper-lockfile.lock
"24:proper-lockfile.lockSync
"13:lockfile.lock
"17:lockfile.lockSync
12:never-raises[1
{1
4:call[7
"13:fs.existsSync
"19:fs.createReadStream
"20:fs.createWriteStream
"25:fs-extra.createReadStream
"26:fs-extra.createWriteStream
"28:graceful-fs.createReadStream
"29:graceful-fs.createWriteStream
8:examples[4
{3
5:title"43:a reader who goes away leaves the file open
8:language"10:javascript
4:code"167:const fs = require('node:fs');

function send(path, res) {
  res.writeHead(200);
  fs.createReadStream(path).pipe(res); // expect: SL101
}

module.exports = { send };

{3
5:title"31:the stream ends with the answer
8:language"10:javascript
4:code"440:const fs = require('node:fs');
const { pipeline } = require('node:stream');

function send(path, res, done) {
  pipeline(fs.createReadStream(path), res, done);
}

function sendByHand(path, res) {
  const stream = fs.createReadStream(path);
  res.on('close', () => stream.destroy());
  stream.pipe(res);
}

function copy(from, to) {
  fs.createReadStream(from).pipe(fs.createWriteStream(to));
}

module.exports = { send, sendByHand, copy };

{3
5:title"39:a write that fails keeps the descriptor
8:language"10:javascript
4:code"190:const fs = require('node:fs');

function save(path, text) {
  const fd = fs.openSync(path, 'w'); // expect: SL103
  fs.writeSync(fd, text);
  fs.closeSync(fd);
}

module.exports = { save };

{3
5:title"27:closed in the finally block
8:language"10:javascript
4:code"207:import { open } from 'node:fs/promises';

export async function save(path, text) {
  const handle = await open(path, 'w');
  try {
    await handle.write(text);
  } finally {
    await handle.close();
  }
}

{7
7:library"24:further database drivers
8:language"10:javascript
7:modules[9
"4:odbc
"6:ibm_db
"6:duckdb
"16:@duckdb/node-api
"9:memcached
"4:lmdb
"30:@opensearch-project/opensearch
"6:agenda
"7:pg-boss
5:types[9
{2
4:name"15:odbc.Connection
12:constructors[1
"12:odbc.connect
{2
4:name"9:odbc.Pool
12:constructors[1
"9:odbc.pool
{2
4:name"15:ibm_db.Database
12:constructors[2
"11:ibm_db.open
"15:ibm_db.openSync
{2
4:name"15:duckdb.Database
12:constructors[2
"15:duckdb.Database
"22:duckdb.cached.Database
{3
4:name"21:duckdb.DuckDBInstance
12:constructors[2
"38:@duckdb/node-api.DuckDBInstance.create
"41:@duckdb/node-api.DuckDBInstance.fromCache
7:aliases[1
"31:@duckdb/node-api.DuckDBInstance
{2
4:name"23:duckdb.DuckDBConnection
7:aliases[1
"33:@duckdb/node-api.DuckDBConnection
{2
4:name"16:memcached.Client
12:constructors[1
"9:memcached
{2
4:name"17:lmdb.RootDatabase
12:constructors[1
"9:lmdb.open
{2
4:name"13:agenda.Agenda
12:constructors[4
"6:agenda
"13:agenda.Agenda
"7:pg-boss
"14:pg-boss.PgBoss
7:returns{2
17:odbc.Pool#connect"15:odbc.Connection
29:duckdb.DuckDBInstance#connect"23:duckdb.DuckDBConnection
9:resources[3
{9
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"4:high
4:type"15:odbc.Connection
7:acquire[4
{2
4:call[2
"12:odbc.connect
"11:ibm_db.open
4:when{2
8:argument"4:last
2:is"12:not-function
{3
4:call[2
"12:odbc.connect
"11:ibm_db.open
4:when{2
8:argument"4:last
2:is"8:function
8:callback{3
8:argument"4:last
5:error"1:0
6:handle"1:1
"15:ibm_db.openSync
"17:odbc.Pool#connect
7:release[2
{1
4:call[2
"21:odbc.Connection#close
"21:ibm_db.Database#close
"25:ibm_db.Database#closeSync
7:context"11:unsupported
3:fix"29:close it in a `finally` block
{10
2:id"5:store
4:noun"8:database
4:kind"6:client
6:weight"6:medium
4:type"15:duckdb.Database
7:acquire[4
"15:duckdb.Database
"29:duckdb.DuckDBInstance#connect
"9:memcached
"9:lmdb.open
7:release[2
{1
4:call[3
"21:duckdb.Database#close
"23:lmdb.RootDatabase#close
"20:memcached.Client#end
{1
4:call[2
"33:duckdb.DuckDBConnection#closeSync
"38:duckdb.DuckDBConnection#disconnectSync
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"43:share one, or close it in a `finally` block
{10
2:id"9:job-queue
4:noun"9:job queue
4:kind"6:client
6:weight"6:medium
4:type"13:agenda.Agenda
7:acquire[1
{2
4:call"19:agenda.Agenda#start
5:gives"8:receiver
7:release[2
"18:agenda.Agenda#stop
"19:agenda.Agenda#close
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"41:`await queue.stop()` in a `finally` block
8:examples[2
{3
5:title"39:a query that fails keeps the connection
8:language"10:javascript
4:code"275:import * as odbc from 'odbc';

export async function total(settings) {
  const connection = await odbc.connect(settings); // expect: SL103
  const rows = await connection.query('SELECT SUM(amount) AS total FROM orders');
  await connection.close();
  return rows[0].total;
}

{3
5:title"23:closed whatever happens
8:language"10:javascript
4:code"290:import * as odbc from 'odbc';

export async function total(settings) {
  const connection = await odbc.connect(settings);
  try {
    const rows = await connection.query('SELECT SUM(amount) AS total FROM orders');
    return rows[0].total;
  } finally {
    await connection.close();
  }
}

{8
7:library"12:generic-pool
8:language"10:javascript
7:modules[1
"12:generic-pool
5:types[2
{2
4:name"17:generic-pool.Pool
12:constructors[2
"23:generic-pool.createPool
"17:generic-pool.Pool
"21:generic-pool.Resource
7:returns{1
25:generic-pool.Pool#acquire"21:generic-pool.Resource
9:resources[1
{11
2:id"8:resource
4:noun"15:pooled resource
4:kind"10:connection
6:weight"4:high
4:type"21:generic-pool.Resource
7:acquire[1
"25:generic-pool.Pool#acquire
7:release[1
{2
4:call[2
"25:generic-pool.Pool#release
"25:generic-pool.Pool#destroy
5:takes{1
8:argument"1:0
7:context"11:unsupported
14:double-release"5:fails
19:fails-after-release"4:true
3:fix"74:call `pool.release(resource)` in a `finally` block, or use `pool.use(...)`
5:pools[1
{4
4:call"23:generic-pool.createPool
4:noun"4:pool
7:timeout{2
8:argument"1:1
8:property"20:acquireTimeoutMillis
3:fix"85:set `acquireTimeoutMillis`; without it a caller waits for ever when the pool is empty
8:examples[2
{3
5:title"34:work that fails keeps the resource
8:language"10:javascript
4:code"340:import { createPool } from 'generic-pool';
import { factory } from './factory.js';

const pool = createPool(factory, { max: 10, acquireTimeoutMillis: 5000 });

export async function run(task) {
  const worker = await pool.acquire(); // expect: SL103
  const result = await worker.run(task);
  await pool.release(worker);
  return result;
}

{3
5:title"31:given back in the finally block
8:language"10:javascript
4:code"328:import { createPool } from 'generic-pool';
import { factory } from './factory.js';

const pool = createPool(factory, { max: 10, acquireTimeoutMillis: 5000 });

export async function run(task) {
  const worker = await pool.acquire();
  try {
    return await worker.run(task);
  } finally {
    await pool.release(worker);
  }
}

{7
7:library"20:helpers of their own
8:language"10:javascript
7:modules[17
"8:node-pty
"10:workerpool
"8:tinypool
"11:jest-worker
"12:tesseract.js
"17:puppeteer-cluster
"9:dockerode
"14:testcontainers
"7:esbuild
"6:rollup
"4:vite
"15:@parcel/watcher
"5:jsdom
"5:http2
"11:localtunnel
"10:tunnel-ssh
"10:nodemailer
5:types[18
{2
4:name"13:node-pty.IPty
12:constructors[2
"14:node-pty.spawn
"13:node-pty.fork
{2
4:name"21:workerpool.WorkerPool
12:constructors[1
"15:workerpool.pool
{2
4:name"17:tinypool.Tinypool
12:constructors[2
"8:tinypool
"17:tinypool.Tinypool
{2
4:name"18:jest-worker.Worker
12:constructors[2
"11:jest-worker
"18:jest-worker.Worker
{2
4:name"19:tesseract.js.Worker
12:constructors[1
"25:tesseract.js.createWorker
{3
4:name"25:puppeteer-cluster.Cluster
12:constructors[1
"32:puppeteer-cluster.Cluster.launch
7:aliases[1
"25:puppeteer-cluster.Cluster
{2
4:name"16:dockerode.Docker
12:constructors[1
"9:dockerode
"19:dockerode.Container
{2
4:name"31:testcontainers.GenericContainer
6:fluent"4:true
"35:testcontainers.StartedTestContainer
{2
4:name"20:esbuild.BuildContext
12:constructors[1
"15:esbuild.context
{2
4:name"13:rollup.Bundle
12:constructors[2
"13:rollup.rollup
"12:rollup.watch
{2
4:name"18:vite.ViteDevServer
12:constructors[1
"17:vite.createServer
{2
4:name"19:parcel.Subscription
12:constructors[1
"25:@parcel/watcher.subscribe
{1
4:name"11:jsdom.JSDOM
{2
4:name"13:http2.Session
12:constructors[1
"13:http2.connect
{2
4:name"18:localtunnel.Tunnel
12:constructors[1
"11:localtunnel
{2
4:name"22:nodemailer.Transporter
12:constructors[1
"26:nodemailer.createTransport
7:returns{2
32:dockerode.Docker#createContainer"19:dockerode.Container
37:testcontainers.GenericContainer#start"35:testcontainers.StartedTestContainer
9:resources[10
{10
2:id"8:terminal
4:noun"13:child process
4:kind"7:process
6:weight"6:medium
4:type"13:node-pty.IPty
7:acquire[1
{1
4:call[2
"14:node-pty.spawn
"13:node-pty.fork
7:release[1
{1
4:call[2
"18:node-pty.IPty#kill
"21:node-pty.IPty#destroy
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"34:call `kill()` in a `finally` block
{9
2:id"10:recognizer
4:noun"6:worker
4:kind"7:process
6:weight"6:medium
4:type"19:tesseract.js.Worker
7:acquire[2
"25:tesseract.js.createWorker
"32:puppeteer-cluster.Cluster.launch
7:release[2
"29:tesseract.js.Worker#terminate
"31:puppeteer-cluster.Cluster#close
7:context"11:unsupported
3:fix"86:`await worker.terminate()` in a `finally` block; until then it keeps the process alive
{10
2:id"4:pool
4:noun"11:worker pool
4:kind"7:process
6:weight"6:medium
4:type"21:workerpool.WorkerPool
7:acquire[1
{1
4:call[5
"15:workerpool.pool
"8:tinypool
"17:tinypool.Tinypool
"11:jest-worker
"18:jest-worker.Worker
7:release[1
{1
4:call[4
"31:workerpool.WorkerPool#terminate
"25:tinypool.Tinypool#destroy
"22:jest-worker.Worker#end
"28:jest-worker.Worker#forceExit
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"41:share one, or end it in a `finally` block
{10
2:id"9:container
4:noun"9:container
4:kind"7:process
6:weight"6:medium
4:type"19:dockerode.Container
7:acquire[2
{2
4:call"32:dockerode.Docker#createContainer
4:when{2
8:argument"4:last
2:is"12:not-function
"37:testcontainers.GenericContainer#start
7:release[1
{1
4:call[4
"26:dockerode.Container#remove
"24:dockerode.Container#stop
"24:dockerode.Container#kill
"40:testcontainers.StartedTestContainer#stop
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"30:remove it in a `finally` block
{10
2:id"7:bundler
4:noun"7:bundler
4:kind"7:process
6:weight"6:medium
4:type"20:esbuild.BuildContext
7:acquire[1
{1
4:call[4
"15:esbuild.context
"13:rollup.rollup
"12:rollup.watch
"17:vite.createServer
7:release[1
{1
4:call[3
"28:esbuild.BuildContext#dispose
"19:rollup.Bundle#close
"24:vite.ViteDevServer#close
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"27:end it in a `finally` block
{10
2:id"12:subscription
4:noun"12:file watcher
4:kind"12:subscription
6:weight"6:medium
4:type"19:parcel.Subscription
7:acquire[1
{1
4:call"25:@parcel/watcher.subscribe
7:release[1
{1
4:call"31:parcel.Subscription#unsubscribe
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"55:`await subscription.unsubscribe()` in a `finally` block
{11
2:id"6:window
4:noun"6:window
4:kind"5:other
6:weight"3:low
4:type"11:jsdom.JSDOM
7:acquire[1
"11:jsdom.JSDOM
7:release[1
{2
4:call"24:jsdom.JSDOM#window.close
5:takes{1
4:root"4:true
7:context"11:unsupported
9:collected"4:true
17:closed-implicitly"4:true
3:fix"73:call `dom.window.close()` in a `finally` block; its timers run until then
{10
2:id"13:http2-session
4:noun"7:session
4:kind"10:connection
6:weight"6:medium
4:type"13:http2.Session
7:acquire[1
"13:http2.connect
7:release[1
{1
4:call[2
"19:http2.Session#close
"21:http2.Session#destroy
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"72:call `close()` in a `finally` block; the session keeps the process alive
{10
2:id"6:tunnel
4:noun"6:tunnel
4:kind"10:connection
6:weight"6:medium
4:type"18:localtunnel.Tunnel
7:acquire[1
"11:localtunnel
7:release[1
"24:localtunnel.Tunnel#close
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"35:call `close()` in a `finally` block
{10
2:id"9:mail-pool
4:noun"9:mail pool
4:kind"6:client
6:weight"6:medium
4:type"22:nodemailer.Transporter
7:acquire[1
{2
4:call"26:nodemailer.createTransport
4:when{3
8:argument"1:0
8:property"4:pool
2:is"4:true
7:release[1
"28:nodemailer.Transporter#close
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"49:share one, or call `close()` in a `finally` block
8:examples[2
{3
5:title"54:a picture that cannot be read leaves the worker behind
8:language"10:javascript
4:code"423:import { createWorker } from 'tesseract.js';
import http2 from 'http2';

export async function read(picture) {
  const worker = await createWorker('eng'); // expect: SL103
  const found = await worker.recognize(picture);
  await worker.terminate();
  return found.data.text;
}

export async function push(origin, send) {
  const session = http2.connect(origin); // expect: SL103
  await send(session);
  session.close();
}

{3
5:title"22:ended whatever happens
8:language"10:javascript
4:code"451:import { createWorker } from 'tesseract.js';
import http2 from 'http2';

export async function read(picture) {
  const worker = await createWorker('eng');
  try {
    const found = await worker.recognize(picture);
    return found.data.text;
  } finally {
    await worker.terminate();
  }
}

export async function push(origin, send) {
  const session = http2.connect(origin);
  try {
    await send(session);
  } finally {
    session.close();
  }
}

{9
7:library"12:HTTP clients
8:language"10:javascript
7:modules[9
"5:axios
"3:got
"2:ky
"6:undici
"10:node-fetch
"11:cross-fetch
"16:isomorphic-fetch
"6:needle
"10:superagent
5:types[3
{3
4:name"11:axios.Axios
12:constructors[1
"12:axios.create
7:aliases[2
"19:axios.AxiosInstance
"25:@nestjs/axios.HttpService
{2
4:name"7:got.Got
12:constructors[2
"10:got.extend
"14:got.got.extend
{2
4:name"5:ky.Ky
12:constructors[2
"9:ky.create
"9:ky.extend
7:returns{1
20:axios.Axios#axiosRef"11:axios.Axios
10:http-calls[7
{5
4:call[7
"5:fetch
"10:node-fetch
"11:cross-fetch
"16:isomorphic-fetch
"12:undici.fetch
"17:cross-fetch.fetch
"16:node-fetch.fetch
3:url{1
8:argument"1:0
12:method-place{2
8:argument"1:1
8:property"6:method
7:headers{2
8:argument"1:1
8:property"7:headers
4:body{2
8:argument"1:1
8:property"4:body
{5
4:call"14:undici.request
3:url{1
8:argument"1:0
12:method-place{2
8:argument"1:1
8:property"6:method
7:headers{2
8:argument"1:1
8:property"7:headers
4:body{2
8:argument"1:1
8:property"4:body
{6
4:call[2
"10:axios.post
"16:axios.Axios#post
3:url{1
8:argument"1:0
4:base{3
5:chain"6:create
8:argument"1:0
8:property"7:baseURL
6:method"4:POST
7:headers[2
{2
8:argument"1:2
8:property"7:headers
{3
5:chain"6:create
8:argument"1:0
8:property"7:headers
4:body{1
8:argument"1:1
{6
4:call[2
"9:axios.put
"15:axios.Axios#put
3:url{1
8:argument"1:0
4:base{3
5:chain"6:create
8:argument"1:0
8:property"7:baseURL
6:method"3:PUT
7:headers[2
{2
8:argument"1:2
8:property"7:headers
{3
5:chain"6:create
8:argument"1:0
8:property"7:headers
4:body{1
8:argument"1:1
{6
4:call[4
"5:axios
"13:axios.request
"19:axios.Axios#request
"14:axios.Axios#()
3:url{2
8:argument"1:0
8:property"3:url
4:base[2
{2
8:argument"1:0
8:property"7:baseURL
{3
5:chain"6:create
8:argument"1:0
8:property"7:baseURL
12:method-place{2
8:argument"1:0
8:property"6:method
7:headers[2
{2
8:argument"1:0
8:property"7:headers
{3
5:chain"6:create
8:argument"1:0
8:property"7:headers
4:body{2
8:argument"1:0
8:property"4:data
{6
4:call[5
"8:got.post
"12:got.got.post
"12:got.Got#post
"7:ky.post
"10:ky.Ky#post
3:url{1
8:argument"1:0
4:base[2
{3
5:chain"6:extend
8:argument"1:0
8:property"9:prefixUrl
{3
5:chain"6:create
8:argument"1:0
8:property"9:prefixUrl
6:method"4:POST
7:headers[3
{2
8:argument"1:1
8:property"7:headers
{3
5:chain"6:extend
8:argument"1:0
8:property"7:headers
{3
5:chain"6:create
8:argument"1:0
8:property"7:headers
4:body[3
{2
8:argument"1:1
8:property"4:json
{2
8:argument"1:1
8:property"4:body
{2
8:argument"1:1
8:property"4:form
{5
4:call[5
"3:got
"7:got.got
"2:ky
"10:got.Got#()
"8:ky.Ky#()
3:url{1
8:argument"1:0
12:method-place{2
8:argument"1:1
8:property"6:method
7:headers{2
8:argument"1:1
8:property"7:headers
4:body[2
{2
8:argument"1:1
8:property"4:json
{2
8:argument"1:1
8:property"4:body
7:network[1
{1
4:call[31
"5:fetch
"10:node-fetch
"11:cross-fetch
"12:undici.fetch
"14:undici.request
"5:axios
"9:axios.get
"10:axios.post
"9:axios.put
"11:axios.patch
"12:axios.delete
"13:axios.request
"15:axios.Axios#get
"16:axios.Axios#post
"15:axios.Axios#put
"17:axios.Axios#patch
"18:axios.Axios#delete
"19:axios.Axios#request
"14:axios.Axios#()
"3:got
"7:got.get
"8:got.post
"11:got.Got#get
"12:got.Got#post
"2:ky
"6:ky.get
"7:ky.post
"14:superagent.get
"15:superagent.post
"10:needle.get
"11:needle.post
13:payment-hosts[25
{4
8:provider"9:TrueLayer
5:hosts[2
"17:api.truelayer.com
"25:api.truelayer-sandbox.com
5:paths[3
"12:/v3/payments
"11:/v3/payouts
"22:/v3/payments/*/refunds
7:headers[1
"15:Idempotency-Key
{4
8:provider"6:Circle
5:hosts[2
"14:api.circle.com
"22:api-sandbox.circle.com
5:paths[4
"12:/v1/payments
"11:/v1/payouts
"13:/v1/transfers
"21:/v1/payments/*/refund
6:fields[1
"14:idempotencyKey
{4
8:provider"5:Rapyd
5:hosts[2
"13:api.rapyd.net
"20:sandboxapi.rapyd.net
5:paths[3
"12:/v1/payments
"11:/v1/payouts
"11:/v1/refunds
7:headers[1
"11:idempotency
{4
8:provider"6:Stripe
5:hosts[1
"14:api.stripe.com
5:paths[8
"11:/v1/charges
"19:/v1/payment_intents
"11:/v1/refunds
"13:/v1/transfers
"11:/v1/payouts
"17:/v1/subscriptions
"10:/v1/topups
"16:/v1/invoiceitems
7:headers[1
"15:Idempotency-Key
{4
8:provider"5:Adyen
5:hosts[2
"10:.adyen.com
"18:.adyenpayments.com
5:paths[8
"11:/*/payments
"22:/*/payments/*/captures
"21:/*/payments/*/refunds
"23:/*/payments/*/reversals
"27:/*/payments/*/amountUpdates
"10:/*/payouts
"12:/*/transfers
"20:/checkout/*/payments
7:headers[1
"15:Idempotency-Key
{4
8:provider"6:PayPal
5:hosts[4
"14:api.paypal.com
"16:api-m.paypal.com
"22:api.sandbox.paypal.com
"24:api-m.sandbox.paypal.com
5:paths[6
"30:/v2/payments/captures/*/refund
"37:/v2/payments/authorizations/*/capture
"20:/v1/payments/payouts
"20:/v1/payments/payment
"26:/v1/payments/sale/*/refund
"25:/v1/billing/subscriptions
7:headers[1
"17:PayPal-Request-Id
{4
8:provider"6:Square
5:hosts[2
"20:connect.squareup.com
"27:connect.squareupsandbox.com
5:paths[2
"12:/v2/payments
"11:/v2/refunds
6:fields[1
"15:idempotency_key
{4
8:provider"6:Mollie
5:hosts[1
"14:api.mollie.com
5:paths[3
"12:/v2/payments
"22:/v2/payments/*/refunds
"10:/v2/orders
7:headers[1
"15:Idempotency-Key
{4
8:provider"12:Checkout.com
5:hosts[3
"16:api.checkout.com
"24:api.sandbox.checkout.com
"17:.api.checkout.com
5:paths[4
"9:/payments
"20:/payments/*/captures
"19:/payments/*/refunds
"10:/transfers
7:headers[1
"19:Cko-Idempotency-Key
{4
8:provider"10:GoCardless
5:hosts[2
"18:api.gocardless.com
"26:api-sandbox.gocardless.com
5:paths[3
"9:/payments
"8:/refunds
"8:/payouts
7:headers[1
"15:Idempotency-Key
{5
8:provider"8:Razorpay
5:hosts[1
"16:api.razorpay.com
5:paths[3
"11:/v1/payouts
"21:/v1/payments/*/refund
"11:/v1/refunds
7:headers[3
"20:X-Payout-Idempotency
"20:X-Refund-Idempotency
"17:X-Idempotency-Key
6:effect"6:payout
{4
8:provider"12:Mercado Pago
5:hosts[1
"19:api.mercadopago.com
5:paths[2
"12:/v1/payments
"22:/v1/payments/*/refunds
7:headers[1
"17:X-Idempotency-Key
{6
8:provider"4:Wise
5:hosts[3
"12:api.wise.com
"20:api.transferwise.com
"29:api.sandbox.transferwise.tech
5:paths[2
"13:/v1/transfers
"35:/v3/profiles/*/transfers/*/payments
7:headers[1
"18:X-idempotence-uuid
6:fields[1
"21:customerTransactionId
6:effect"8:transfer
{4
8:provider"6:Klarna
5:hosts[1
"11:.klarna.com
5:paths[3
"37:/ordermanagement/v1/orders/*/captures
"36:/ordermanagement/v1/orders/*/refunds
"35:/payments/v1/authorizations/*/order
7:headers[1
"22:Klarna-Idempotency-Key
{5
8:provider"5:Plaid
5:hosts[1
"10:.plaid.com
5:paths[4
"16:/transfer/create
"30:/transfer/authorization/create
"23:/transfer/refund/create
"27:/wallet/transaction/execute
6:fields[1
"15:idempotency_key
6:effect"8:transfer
{4
8:provider"8:Paystack
5:hosts[1
"15:api.paystack.co
5:paths[3
"9:/transfer
"33:/transaction/charge_authorization
"7:/charge
6:fields[1
"9:reference
{5
8:provider"11:Flutterwave
5:hosts[1
"19:api.flutterwave.com
5:paths[1
"13:/v3/transfers
6:fields[1
"9:reference
6:effect"8:transfer
{4
8:provider"11:Flutterwave
5:hosts[1
"19:api.flutterwave.com
5:paths[2
"11:/v3/charges
"21:/v3/tokenized-charges
6:fields[1
"6:tx_ref
{5
8:provider"6:Xendit
5:hosts[1
"13:api.xendit.co
5:paths[5
"17:/payment_requests
"11:/v2/payouts
"8:/refunds
"14:/disbursements
"20:/credit_card_charges
7:headers[2
"15:Idempotency-Key
"17:X-Idempotency-Key
6:fields[1
"11:external_id
{5
8:provider"8:YooKassa
5:hosts[1
"15:api.yookassa.ru
5:paths[3
"12:/v3/payments
"11:/v3/refunds
"11:/v3/payouts
7:headers[1
"15:Idempotence-Key
6:effect"7:payment
{5
8:provider"9:Airwallex
5:hosts[2
"17:api.airwallex.com
"22:api-demo.airwallex.com
5:paths[4
"36:/api/v1/pa/payment_intents/*/confirm
"25:/api/v1/pa/refunds/create
"24:/api/v1/transfers/create
"23:/api/v1/payments/create
6:fields[1
"10:request_id
6:effect"7:payment
{5
8:provider"6:Circle
5:hosts[2
"14:api.circle.com
"22:api-sandbox.circle.com
5:paths[4
"12:/v1/payments
"11:/v1/payouts
"13:/v1/transfers
"27:/v1/businessAccount/payouts
6:fields[1
"14:idempotencyKey
6:effect"7:payment
{5
8:provider"15:Modern Treasury
5:hosts[1
"22:app.moderntreasury.com
5:paths[1
"19:/api/payment_orders
7:headers[1
"15:Idempotency-Key
6:effect"7:payment
{5
8:provider"7:Revolut
5:hosts[2
"15:b2b.revolut.com
"23:sandbox-b2b.revolut.com
5:paths[2
"12:/api/1.0/pay
"17:/api/1.0/transfer
6:fields[1
"10:request_id
6:effect"7:payment
{5
8:provider"6:Dwolla
5:hosts[1
"11:.dwolla.com
5:paths[2
"10:/transfers
"14:/mass-payments
7:headers[1
"15:Idempotency-Key
6:effect"8:transfer
8:examples[1
{3
5:title"44:a client with a base URL and default headers
8:language"10:typescript
4:code"689:import axios from 'axios';

export class Acquirer {
  private client = axios.create({ baseURL: 'https://connect.squareup.com/v2' });

  pay(source: string, amount: number) {
    return this.client.post('/payments', { // expect: SL202
      idempotency_key: `${source}-${Date.now()}`,
      source_id: source,
      amount_money: { amount },
    });
  }

  payOnce(order: { id: string; source: string; amount: number }) {
    return this.client.post('/payments', {
      idempotency_key: `charge-${order.id}`,
      source_id: order.source,
      amount_money: { amount: order.amount },
    });
  }

  locations() {
    return this.client.post('/locations', { name: 'Main street' });
  }
}

{12
7:library"7:ioredis
8:language"10:javascript
7:modules[1
"7:ioredis
5:types[2
{2
4:name"13:ioredis.Redis
12:constructors[3
"7:ioredis
"13:ioredis.Redis
"15:ioredis.Cluster
{2
4:name"16:ioredis.Pipeline
6:fluent"4:true
7:returns{3
23:ioredis.Redis#duplicate"13:ioredis.Redis
19:ioredis.Redis#multi"16:ioredis.Pipeline
22:ioredis.Redis#pipeline"16:ioredis.Pipeline
9:resources[1
{9
2:id"6:client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"13:ioredis.Redis
7:acquire[1
{1
4:call[4
"7:ioredis
"13:ioredis.Redis
"15:ioredis.Cluster
"23:ioredis.Redis#duplicate
7:release[1
{1
4:call[3
"18:ioredis.Redis#quit
"24:ioredis.Redis#disconnect
"17:ioredis.Redis#end
7:context"11:unsupported
3:fix"76:keep one client for the process, or call `disconnect()` in a `finally` block
6:probes[1
{3
4:call[4
"17:ioredis.Redis#get
"20:ioredis.Redis#exists
"21:ioredis.Redis#hexists
"18:ioredis.Redis#hget
6:entity{1
8:argument"1:0
4:mark"4:true
7:inserts[5
{4
4:call"17:ioredis.Redis#set
4:when{2
8:argument"4:last
6:one-of[1
"2:NX
6:entity{1
8:argument"1:0
6:atomic"4:true
{4
4:call"17:ioredis.Redis#set
4:when{2
8:argument"1:2
6:one-of[1
"2:NX
6:entity{1
8:argument"1:0
6:atomic"4:true
{3
4:call[2
"19:ioredis.Redis#setnx
"20:ioredis.Redis#hsetnx
6:entity{1
8:argument"1:0
6:atomic"4:true
{4
4:call"17:ioredis.Redis#set
4:when{2
8:argument"1:1
6:one-of[11
"1:1
"4:true
"6:locked
"4:lock
"7:running
"10:processing
"7:pending
"11:in_progress
"4:done
"4:sent
"1:x
6:entity{1
8:argument"1:0
4:mark"4:true
{4
4:call[2
"19:ioredis.Redis#setex
"19:ioredis.Redis#setEx
4:when{2
8:argument"1:2
6:one-of[11
"1:1
"4:true
"6:locked
"4:lock
"7:running
"10:processing
"7:pending
"11:in_progress
"4:done
"4:sent
"1:x
6:entity{1
8:argument"1:0
4:mark"4:true
7:updates[3
{3
4:call[2
"17:ioredis.Redis#set
"17:ioredis.Redis#SET
5:value{1
8:argument"1:1
6:entity{1
8:argument"1:0
{3
4:call[4
"19:ioredis.Redis#setex
"19:ioredis.Redis#setEx
"18:ioredis.Redis#hset
"18:ioredis.Redis#hSet
5:value{1
8:argument"1:2
6:entity{1
8:argument"1:0
{3
4:call[2
"18:ioredis.Redis#decr
"20:ioredis.Redis#decrby
6:entity{1
8:argument"1:0
8:relative"4:true
6:guards[4
{2
4:kind"12:serializable
4:call[2
"19:ioredis.Redis#watch
"19:ioredis.Redis#WATCH
{3
4:kind"4:lock
4:call"17:ioredis.Redis#set
4:when{2
8:argument"4:last
6:one-of[1
"2:NX
{3
4:kind"4:lock
4:call"17:ioredis.Redis#set
4:when{2
8:argument"1:2
6:one-of[1
"2:NX
{2
4:kind"4:lock
4:call"19:ioredis.Redis#setnx
12:never-raises[1
{1
4:call[2
"16:ioredis.Redis#on
"24:ioredis.Redis#disconnect
8:examples[2
{3
5:title"41:a command that fails keeps the connection
8:language"10:javascript
4:code"193:import Redis from 'ioredis';

export async function warm(keys) {
  const redis = new Redis(); // expect: SL103
  for (const key of keys) {
    await redis.get(key);
  }
  redis.disconnect();
}

{3
5:title"18:closed in any case
8:language"10:javascript
4:code"210:import Redis from 'ioredis';

export async function warm(keys) {
  const redis = new Redis();
  try {
    for (const key of keys) {
      await redis.get(key);
    }
  } finally {
    redis.disconnect();
  }
}

{9
7:library"7:kafkajs
8:language"10:javascript
7:modules[1
"7:kafkajs
5:types[5
"13:kafkajs.Kafka
"16:kafkajs.Producer
"16:kafkajs.Consumer
"13:kafkajs.Admin
"19:kafkajs.Transaction
7:returns{4
22:kafkajs.Kafka#producer"16:kafkajs.Producer
22:kafkajs.Kafka#consumer"16:kafkajs.Consumer
19:kafkajs.Kafka#admin"13:kafkajs.Admin
28:kafkajs.Producer#transaction"19:kafkajs.Transaction
9:resources[3
{9
2:id"6:client
4:noun"12:Kafka client
4:kind"6:client
6:weight"6:medium
4:type"16:kafkajs.Producer
7:acquire[1
{2
4:call[2
"24:kafkajs.Producer#connect
"21:kafkajs.Admin#connect
5:gives"8:receiver
7:release[1
{1
4:call[2
"27:kafkajs.Producer#disconnect
"24:kafkajs.Admin#disconnect
7:context"11:unsupported
3:fix"88:keep one producer for the process, or `await producer.disconnect()` in a `finally` block
{10
2:id"8:consumer
4:noun"14:Kafka consumer
4:kind"6:client
6:weight"6:medium
4:type"16:kafkajs.Consumer
7:acquire[1
{2
4:call"24:kafkajs.Consumer#connect
5:gives"8:receiver
7:release[1
{1
4:call[2
"27:kafkajs.Consumer#disconnect
"21:kafkajs.Consumer#stop
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"50:`await consumer.disconnect()` in a `finally` block
{9
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"19:kafkajs.Transaction
7:acquire[1
"28:kafkajs.Producer#transaction
7:release[1
{2
4:call[2
"26:kafkajs.Transaction#commit
"25:kafkajs.Transaction#abort
5:await"4:true
7:context"11:unsupported
3:fix"83:`await transaction.abort()` in the `catch`; an open transaction stops its consumers
9:consumers[2
{2
4:call"20:kafkajs.Consumer#run
5:value{2
8:argument"1:0
8:property"11:eachMessage
{2
4:call"20:kafkajs.Consumer#run
5:value{2
8:argument"1:0
8:property"9:eachBatch
7:network[1
{1
4:call[3
"21:kafkajs.Producer#send
"26:kafkajs.Producer#sendBatch
"24:kafkajs.Transaction#send
8:examples[2
{3
5:title"53:a message that is refused leaves the transaction open
8:language"10:javascript
4:code"391:import { Kafka } from 'kafkajs';

const producer = new Kafka({ brokers: ['kafka:9092'] }).producer({ transactionalId: 'orders' });

export async function publish(orders) {
  const transaction = await producer.transaction(); // expect: SL107
  for (const order of orders) {
    await transaction.send({ topic: 'orders', messages: [{ value: order.id }] });
  }
  await transaction.commit();
}

{3
5:title"20:aborted in the catch
8:language"10:javascript
4:code"462:import { Kafka } from 'kafkajs';

const producer = new Kafka({ brokers: ['kafka:9092'] }).producer({ transactionalId: 'orders' });

export async function publish(orders) {
  const transaction = await producer.transaction();
  try {
    for (const order of orders) {
      await transaction.send({ topic: 'orders', messages: [{ value: order.id }] });
    }
    await transaction.commit();
  } catch (error) {
    await transaction.abort();
    throw error;
  }
}

{9
7:library"16:Key-value stores
8:language"10:javascript
7:modules[6
"10:@vercel/kv
"4:keyv
"9:unstorage
"14:@upstash/redis
"11:localforage
"8:ueberdb2
5:types[2
{3
4:name"8:kv.Store
12:constructors[5
"4:keyv
"23:unstorage.createStorage
"20:@upstash/redis.Redis
"17:ueberdb2.Database
"23:@vercel/kv.createClient
7:aliases[2
"9:keyv.Keyv
"19:@vercel/kv.VercelKV
{2
4:name"12:kv.Namespace
7:telling[1
"5:env.*
7:returns{3
13:@vercel/kv.kv"8:kv.Store
28:@upstash/redis.Redis.fromEnv"8:kv.Store
11:localforage"8:kv.Store
6:probes[1
{3
4:call[4
"12:kv.Store#get
"16:kv.Store#getItem
"15:kv.Store#exists
"16:kv.Namespace#get
6:entity{1
8:argument"1:0
4:mark"4:true
7:inserts[3
{4
4:call"12:kv.Store#set
4:when{3
8:argument"1:2
8:property"2:nx
2:is"4:true
6:entity{1
8:argument"1:0
6:atomic"4:true
{3
4:call"14:kv.Store#setnx
6:entity{1
8:argument"1:0
6:atomic"4:true
{4
4:call"12:kv.Store#set
4:when{2
8:argument"1:1
6:one-of[11
"1:1
"4:true
"6:locked
"4:lock
"7:running
"10:processing
"7:pending
"11:in_progress
"4:done
"4:sent
"1:x
6:entity{1
8:argument"1:0
4:mark"4:true
7:updates[1
{3
4:call[3
"12:kv.Store#set
"16:kv.Store#setItem
"16:kv.Namespace#put
5:value{1
8:argument"1:1
6:entity{1
8:argument"1:0
8:examples[1
{3
5:title"36:two entries at once, and one is kept
8:language"10:javascript
4:code"335:import Keyv from 'keyv';

const store = new Keyv();

export async function add(item) {
  const list = (await store.get('items')) ?? [];
  await store.set('items', [...list, item]); // expect: SL302
}

export async function replace(list) {
  const before = await store.get('items');
  await store.set('items', list);
  return before;
}

{17
7:library"4:knex
8:language"10:javascript
7:modules[1
"4:knex
8:triggers[1
"17:acquireConnection
5:types[5
{3
4:name"9:knex.Knex
12:constructors[3
"4:knex
"9:knex.knex
"9:knex.Knex
7:telling[3
"4:knex
"2:db
"3:trx
{3
4:name"16:knex.Transaction
7:aliases[1
"21:knex.Knex.Transaction
7:extends[1
"9:knex.Knex
"24:knex.TransactionProvider
{3
4:name"17:knex.QueryBuilder
7:aliases[1
"22:knex.Knex.QueryBuilder
6:fluent"4:true
"11:knex.Client
7:returns{11
12:knex.Knex#()"17:knex.QueryBuilder
15:knex.Knex#table"17:knex.QueryBuilder
14:knex.Knex#from"17:knex.QueryBuilder
16:knex.Knex#select"17:knex.QueryBuilder
14:knex.Knex#with"17:knex.QueryBuilder
22:knex.Knex#queryBuilder"17:knex.QueryBuilder
16:knex.Knex#insert"17:knex.QueryBuilder
21:knex.Knex#transaction"16:knex.Transaction
29:knex.Knex#transactionProvider"24:knex.TransactionProvider
27:knex.TransactionProvider#()"16:knex.Transaction
16:knex.Knex#client"11:knex.Client
19:callback-parameters{2
21:knex.Knex#transaction[1
"16:knex.Transaction
24:knex.QueryBuilder#modify[1
"17:knex.QueryBuilder
9:resources[3
{11
2:id"4:pool
4:noun"9:knex pool
4:kind"6:client
6:weight"6:medium
4:type"9:knex.Knex
7:acquire[1
{1
4:call[2
"4:knex
"9:knex.knex
7:release[1
{2
4:call"17:knex.Knex#destroy
5:await"4:true
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"60:share one instance, or call `destroy()` in a `finally` block
{10
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"16:knex.Transaction
7:acquire[2
{3
4:call"21:knex.Knex#transaction
4:when{2
8:argument"1:0
2:is"12:not-function
7:telling[1
"16:knex.transaction
"27:knex.TransactionProvider#()
7:release[1
{2
4:call[2
"23:knex.Transaction#commit
"25:knex.Transaction#rollback
5:await"4:true
7:context"11:unsupported
19:fails-after-release"4:true
3:fix"96:call `trx.rollback()` in the `catch`, or pass the work to `knex.transaction(async (trx) => ...)`
{9
2:id"14:raw-connection
4:noun"14:raw connection
4:kind"10:connection
6:weight"4:high
4:type"15:knex.Connection
7:acquire[1
{2
4:call"29:knex.Client#acquireConnection
7:telling[1
"24:client.acquireConnection
7:release[2
{3
4:call"29:knex.Client#releaseConnection
5:takes{1
8:argument"1:0
5:await"4:true
{2
4:call"32:knex.Client#destroyRawConnection
5:takes{1
8:argument"1:0
7:context"11:unsupported
3:fix"64:call `client.releaseConnection(connection)` in a `finally` block
5:pools[1
{5
4:call[2
"4:knex
"9:knex.knex
4:noun"4:pool
7:timeout[2
{2
8:argument"1:0
8:property"24:acquireConnectionTimeout
{2
8:argument"1:0
8:property"25:pool.acquireTimeoutMillis
13:waits-forever"5:false
3:fix"55:set `acquireConnectionTimeout`; the default is a minute
7:queries[2
{3
4:call"13:knex.Knex#raw
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
{1
4:call[8
"23:knex.QueryBuilder#first
"24:knex.QueryBuilder#select
"24:knex.QueryBuilder#insert
"24:knex.QueryBuilder#update
"21:knex.QueryBuilder#del
"24:knex.QueryBuilder#delete
"23:knex.QueryBuilder#pluck
"23:knex.QueryBuilder#count
6:probes[5
{3
4:call[3
"23:knex.QueryBuilder#where
"26:knex.QueryBuilder#andWhere
"23:knex.QueryBuilder#first
6:entity{2
5:chain"2:()
8:argument"1:0
7:columns{1
8:argument"1:0
{2
4:call[5
"24:knex.QueryBuilder#select
"23:knex.QueryBuilder#count
"31:knex.QueryBuilder#countDistinct
"23:knex.QueryBuilder#pluck
"21:knex.QueryBuilder#max
6:entity{2
5:chain"2:()
8:argument"1:0
{3
4:call[3
"23:knex.QueryBuilder#where
"26:knex.QueryBuilder#andWhere
"23:knex.QueryBuilder#first
6:entity{2
5:chain"4:from
8:argument"1:0
7:columns{1
8:argument"1:0
{2
4:call[4
"24:knex.QueryBuilder#select
"23:knex.QueryBuilder#count
"23:knex.QueryBuilder#pluck
"21:knex.QueryBuilder#max
6:entity{2
5:chain"4:from
8:argument"1:0
{2
4:call"22:knex.QueryBuilder#from
6:entity{1
8:argument"1:0
7:inserts[3
{3
4:call"24:knex.QueryBuilder#insert
6:entity{2
5:chain"2:()
8:argument"1:0
7:columns{1
8:argument"1:0
{3
4:call[2
"16:knex.Knex#insert
"24:knex.QueryBuilder#insert
6:entity{2
5:chain"4:from
8:argument"1:0
7:columns{1
8:argument"1:0
{2
4:call"22:knex.QueryBuilder#into
6:entity{1
8:argument"1:0
7:updates[2
{4
4:call[2
"27:knex.QueryBuilder#increment
"27:knex.QueryBuilder#decrement
6:entity{2
5:chain"2:()
8:argument"1:0
7:columns{1
8:argument"1:0
8:relative"4:true
{3
4:call"24:knex.QueryBuilder#update
6:entity{2
5:chain"2:()
8:argument"1:0
7:columns{1
8:argument"1:0
6:guards[5
{2
4:kind"15:conflict-clause
4:call"28:knex.QueryBuilder#onConflict
{2
4:kind"4:lock
4:call[2
"27:knex.QueryBuilder#forUpdate
"32:knex.QueryBuilder#forNoKeyUpdate
{3
4:kind"4:lock
4:call"13:knex.Knex#raw
4:when{2
8:argument"1:0
3:sql[1
"4:lock
{3
4:kind"12:serializable
4:call"21:knex.Knex#transaction
4:when{3
8:argument"1:1
8:property"14:isolationLevel
6:one-of[1
"12:serializable
{2
4:kind"11:transaction
4:call"21:knex.Knex#transaction
10:violations[1
{1
5:codes[4
"5:23505
"12:ER_DUP_ENTRY
"17:SQLITE_CONSTRAINT
"24:SQLITE_CONSTRAINT_UNIQUE
12:never-raises[1
{1
4:call[4
"12:knex.Knex#()
"16:knex.Knex#fn.now
"23:knex.QueryBuilder#where
"29:knex.QueryBuilder#transacting
8:examples[4
{3
5:title"29:a failed query keeps the pool
8:language"10:javascript
4:code"355:const knex = require('knex');

async function check(options) {
  const db = knex(options); // expect: SL103
  await db('orders').count();
  await db.destroy();
}

async function checkSafely(options) {
  const db = knex(options);
  try {
    await db('orders').count();
  } finally {
    await db.destroy();
  }
}

module.exports = { check, checkSafely };

{3
5:title"45:nothing to do, and the transaction stays open
8:language"10:javascript
4:code"447:const knex = require('knex')({ client: 'pg' });

async function close(id) {
  const trx = await knex.transaction(); // expect: SL107
  try {
    const order = await trx('orders').where({ id }).forUpdate().first();
    if (!order) return null;
    await trx('orders').where({ id }).update({ closed: true });
    await trx.commit();
    return order;
  } catch (error) {
    await trx.rollback();
    throw error;
  }
}

module.exports = { close };

{3
5:title"33:the library commits or rolls back
8:language"10:javascript
4:code"340:const knex = require('knex')({ client: 'pg' });

async function close(id) {
  return knex.transaction(async (trx) => {
    const order = await trx('orders').where({ id }).forUpdate().first();
    if (!order) return null;
    await trx('orders').where({ id }).update({ closed: true });
    return order;
  });
}

module.exports = { close };

{3
5:title"34:every way out ends the transaction
8:language"10:javascript
4:code"310:const knex = require('knex')({ client: 'pg' });

async function close(id) {
  const trx = await knex.transaction();
  try {
    await trx('orders').where({ id }).update({ closed: true });
    await trx.commit();
  } catch (error) {
    await trx.rollback();
    throw error;
  }
}

module.exports = { close };

{15
7:library"6:kysely
8:language"10:javascript
7:modules[1
"6:kysely
5:types[8
{2
4:name"33:kysely.CallbackTransactionBuilder
6:fluent"4:true
{3
4:name"13:kysely.Kysely
7:telling[1
"1:*
7:aliases[1
"18:kysely.Transaction
{2
4:name"13:kysely.Select
6:fluent"4:true
{2
4:name"13:kysely.Insert
6:fluent"4:true
{2
4:name"13:kysely.Update
6:fluent"4:true
{2
4:name"25:kysely.TransactionBuilder
7:aliases[1
"35:kysely.ControlledTransactionBuilder
{2
4:name"28:kysely.ControlledTransaction
7:extends[1
"13:kysely.Kysely
"11:kysely.Rows
7:returns{10
25:kysely.Kysely#transaction"33:kysely.CallbackTransactionBuilder
24:kysely.Kysely#selectFrom"13:kysely.Select
24:kysely.Kysely#insertInto"13:kysely.Insert
25:kysely.Kysely#updateTable"13:kysely.Update
30:kysely.Kysely#startTransaction"25:kysely.TransactionBuilder
43:kysely.TransactionBuilder#setIsolationLevel"25:kysely.TransactionBuilder
33:kysely.TransactionBuilder#execute"28:kysely.ControlledTransaction
21:kysely.Select#execute"11:kysely.Rows
30:kysely.Select#executeTakeFirst"11:kysely.Rows
37:kysely.Select#executeTakeFirstOrThrow"11:kysely.Rows
19:callback-parameters{2
41:kysely.CallbackTransactionBuilder#execute[1
"13:kysely.Kysely
34:kysely.Kysely#connection()#execute[1
"13:kysely.Kysely
9:resources[1
{9
2:id"22:controlled-transaction
4:noun"22:controlled transaction
4:kind"11:transaction
6:weight"4:high
4:type"28:kysely.ControlledTransaction
7:acquire[1
"33:kysely.TransactionBuilder#execute
7:release[1
{1
4:call[2
"35:kysely.ControlledTransaction#commit
"37:kysely.ControlledTransaction#rollback
19:fails-after-release"4:true
3:fix"87:`await trx.rollback().execute()` in the `catch`, or use `db.transaction().execute(...)`
7:queries[1
{1
4:call[5
"21:kysely.Select#execute
"30:kysely.Select#executeTakeFirst
"37:kysely.Select#executeTakeFirstOrThrow
"21:kysely.Insert#execute
"21:kysely.Update#execute
6:probes[2
{2
4:call[2
"30:kysely.Select#executeTakeFirst
"21:kysely.Select#execute
6:entity{2
5:chain"10:selectFrom
8:argument"1:0
{3
4:call"37:kysely.Select#executeTakeFirstOrThrow
6:entity{2
5:chain"10:selectFrom
8:argument"1:0
18:raises-when-absent"4:true
7:inserts[1
{3
4:call"20:kysely.Insert#values
6:entity{2
5:chain"10:insertInto
8:argument"1:0
7:columns{1
8:argument"1:0
7:updates[1
{3
4:call"17:kysely.Update#set
6:entity{2
5:chain"11:updateTable
8:argument"1:0
7:columns{1
8:argument"1:0
6:guards[3
{3
4:kind"12:serializable
4:call[2
"51:kysely.CallbackTransactionBuilder#setIsolationLevel
"43:kysely.TransactionBuilder#setIsolationLevel
4:when{2
8:argument"1:0
6:one-of[1
"12:serializable
{2
4:kind"15:conflict-clause
4:call[3
"24:kysely.Insert#onConflict
"34:kysely.Insert#onDuplicateKeyUpdate
"20:kysely.Insert#ignore
{2
4:kind"4:lock
4:call[2
"23:kysely.Select#forUpdate
"28:kysely.Select#forNoKeyUpdate
10:violations[1
{1
5:codes[3
"5:23505
"12:ER_DUP_ENTRY
"24:SQLITE_CONSTRAINT_UNIQUE
12:never-raises[1
{1
4:call[3
"24:kysely.Kysely#selectFrom
"24:kysely.Kysely#insertInto
"25:kysely.Kysely#updateTable
8:examples[2
{3
5:title"48:an update that fails leaves the transaction open
8:language"10:typescript
4:code"285:import { Kysely } from 'kysely';

export async function close(db: Kysely<any>, id: number) {
  const trx = await db.startTransaction().execute(); // expect: SL107
  await trx.updateTable('orders').set({ closed: true }).where('id', '=', id).execute();
  await trx.commit().execute();
}

{3
5:title"24:rolled back in the catch
8:language"10:typescript
4:code"357:import { Kysely } from 'kysely';

export async function close(db: Kysely<any>, id: number) {
  const trx = await db.startTransaction().execute();
  try {
    await trx.updateTable('orders').set({ closed: true }).where('id', '=', id).execute();
    await trx.commit().execute();
  } catch (error) {
    await trx.rollback().execute();
    throw error;
  }
}

{8
7:library"6:libp2p
8:language"10:javascript
7:modules[4
"6:libp2p
"17:@libp2p/interface
"28:@libp2p/interface-connection
"18:@libp2p/interfaces
8:triggers[2
"9:newStream
"12:dialProtocol
5:types[3
{2
4:name"17:libp2p.Connection
7:aliases[2
"28:@libp2p/interface.Connection
"39:@libp2p/interface-connection.Connection
{2
4:name"13:libp2p.Stream
7:aliases[2
"24:@libp2p/interface.Stream
"35:@libp2p/interface-connection.Stream
{3
4:name"13:libp2p.Libp2p
12:constructors[1
"19:libp2p.createLibp2p
7:aliases[2
"24:@libp2p/interface.Libp2p
"13:libp2p.Libp2p
7:returns{3
27:libp2p.Connection#newStream"13:libp2p.Stream
26:libp2p.Libp2p#dialProtocol"13:libp2p.Stream
18:libp2p.Libp2p#dial"17:libp2p.Connection
9:resources[1
{11
2:id"6:stream
4:noun"6:stream
4:kind"6:stream
6:weight"6:medium
4:type"13:libp2p.Stream
7:acquire[1
{2
4:call[2
"27:libp2p.Connection#newStream
"26:libp2p.Libp2p#dialProtocol
7:telling[2
"9:newStream
"12:dialProtocol
7:release[1
{1
4:call[4
"19:libp2p.Stream#close
"19:libp2p.Stream#abort
"24:libp2p.Stream#closeWrite
"19:libp2p.Stream#reset
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"69:close the stream in a `finally` block, or `abort()` it in the `catch`
8:examples[1
{3
5:title"40:a ping that fails leaves its stream open
8:language"10:typescript
4:code"624:import type { Connection } from '@libp2p/interface';

export async function ping(connection: Connection, talk: (stream: unknown) => Promise<number>) {
  const stream = await connection.newStream('/ping/1.0.0'); // expect: SL103
  const took = await talk(stream);
  await stream.close();
  return took;
}

export async function pingSafely(connection: Connection, talk: (stream: unknown) => Promise<number>) {
  const stream = await connection.newStream('/ping/1.0.0');
  try {
    const took = await talk(stream);
    await stream.close();
    return took;
  } catch (error) {
    stream.abort(error);
    throw error;
  }
}

{7
7:library"5:locks
8:language"10:javascript
7:modules[7
"10:async-sema
"10:await-lock
"21:@sapphire/async-queue
"21:semaphore-async-await
"10:es-toolkit
"15:proper-lockfile
"15:await-semaphore
5:types[5
{2
4:name"15:async-sema.Sema
12:constructors[2
"15:async-sema.Sema
"20:async-sema.RateLimit
{2
4:name"20:await-lock.AwaitLock
12:constructors[2
"10:await-lock
"18:await-lock.default
{3
4:name"22:async-queue.AsyncQueue
12:constructors[1
"32:@sapphire/async-queue.AsyncQueue
7:aliases[1
"32:@sapphire/async-queue.AsyncQueue
{2
4:name"31:semaphore-async-await.Semaphore
12:constructors[3
"21:semaphore-async-await
"31:semaphore-async-await.Semaphore
"29:semaphore-async-await.default
{2
4:name"16:es-toolkit.Mutex
12:constructors[2
"16:es-toolkit.Mutex
"20:es-toolkit.Semaphore
9:resources[2
{9
2:id"4:turn
4:noun"17:turn in the queue
4:kind"4:lock
6:weight"4:high
4:type"22:async-queue.AsyncQueue
7:acquire[1
{2
4:call"27:async-queue.AsyncQueue#wait
5:gives"8:receiver
7:release[1
{1
4:call[2
"28:async-queue.AsyncQueue#shift
"31:async-queue.AsyncQueue#abortAll
7:context"11:unsupported
3:fix"35:call `shift()` in a `finally` block
{9
2:id"4:lock
4:noun"4:lock
4:kind"4:lock
6:weight"4:high
4:type"4:Lock
7:acquire[1
{4
4:call[5
"23:async-sema.Sema#acquire
"33:await-lock.AwaitLock#acquireAsync
"39:semaphore-async-await.Semaphore#acquire
"36:semaphore-async-await.Semaphore#wait
"24:es-toolkit.Mutex#acquire
4:when{2
6:result"4:true
2:is"6:absent
5:gives"8:receiver
7:telling[7
"13:mutex.acquire
"10:mutex.lock
"17:semaphore.acquire
"12:sema.acquire
"12:lock.acquire
"17:lock.acquireAsync
"14:locker.acquire
7:release[1
{1
4:call[5
"23:async-sema.Sema#release
"28:await-lock.AwaitLock#release
"39:semaphore-async-await.Semaphore#release
"38:semaphore-async-await.Semaphore#signal
"24:es-toolkit.Mutex#release
7:context"11:unsupported
3:fix"31:release it in a `finally` block
12:never-raises[1
{1
4:call[3
"28:async-queue.AsyncQueue#shift
"23:async-sema.Sema#release
"28:await-lock.AwaitLock#release
8:examples[4
{3
5:title"45:an upload that fails keeps its place for ever
8:language"10:typescript
4:code"463:import { AsyncQueue } from '@sapphire/async-queue';

export class Uploads {
  private readonly queue = new AsyncQueue();

  async send(upload: () => Promise<string>) {
    await this.queue.wait(); // expect: SL103
    const id = await upload();
    this.queue.shift();
    return id;
  }

  async sendSafely(upload: () => Promise<string>) {
    await this.queue.wait();
    try {
      return await upload();
    } finally {
      this.queue.shift();
    }
  }
}

{3
5:title"56:a lock whose acquire gives the function that releases it
8:language"10:javascript
4:code"449:const { Mutex } = require('await-semaphore');

class Account {
  constructor() {
    this.mutex = new Mutex();
  }

  async pay(amount) {
    const release = await this.mutex.acquire(); // expect: SL103
    await this.charge(amount);
    release();
  }

  async paySafely(amount) {
    const release = await this.mutex.acquire();
    try {
      await this.charge(amount);
    } finally {
      release();
    }
  }
}

module.exports = { Account };

{3
5:title"49:a semaphore that a failing job does not give back
8:language"10:javascript
4:code"207:import { Sema } from 'async-sema';

const slots = new Sema(4);

export async function run(job) {
  await slots.acquire(); // expect: SL103
  const result = await job();
  slots.release();
  return result;
}

{3
5:title"37:a semaphore that is always given back
8:language"10:javascript
4:code"195:import { Sema } from 'async-sema';

const slots = new Sema(4);

export async function run(job) {
  await slots.acquire();
  try {
    return await job();
  } finally {
    slots.release();
  }
}

{10
7:library"7:mariadb
8:language"10:javascript
7:modules[2
"7:mariadb
"16:mariadb/callback
5:types[3
{3
4:name"12:mariadb.Pool
12:constructors[1
"18:mariadb.createPool
7:aliases[1
"12:mariadb.Pool
{2
4:name"21:mariadb/callback.Pool
12:constructors[1
"27:mariadb/callback.createPool
{2
4:name"18:mariadb.Connection
7:aliases[2
"18:mariadb.Connection
"22:mariadb.PoolConnection
7:returns{2
26:mariadb.Pool#getConnection"18:mariadb.Connection
24:mariadb.createConnection"18:mariadb.Connection
9:resources[3
{9
2:id"17:pooled-connection
4:noun"17:pooled connection
4:kind"10:connection
6:weight"4:high
4:type"18:mariadb.Connection
7:acquire[2
{2
4:call"35:mariadb/callback.Pool#getConnection
8:callback{3
8:argument"1:0
5:error"1:0
6:handle"1:1
"26:mariadb.Pool#getConnection
7:release[1
{1
4:call[3
"26:mariadb.Connection#release
"22:mariadb.Connection#end
"26:mariadb.Connection#destroy
7:context"11:unsupported
3:fix"49:`await connection.release()` in a `finally` block
{9
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"18:mariadb.Connection
7:acquire[1
"24:mariadb.createConnection
7:release[1
{1
4:call[2
"22:mariadb.Connection#end
"26:mariadb.Connection#destroy
7:context"11:unsupported
3:fix"45:`await connection.end()` in a `finally` block
{9
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"18:mariadb.Connection
7:acquire[1
{2
4:call"35:mariadb.Connection#beginTransaction
5:gives"8:receiver
7:release[2
{2
4:call[2
"25:mariadb.Connection#commit
"27:mariadb.Connection#rollback
5:await"4:true
"26:mariadb.Connection#destroy
7:context"11:unsupported
3:fix"83:call `rollback()` in the `catch`, before the `finally` that releases the connection
7:queries[1
{3
4:call[4
"18:mariadb.Pool#query
"20:mariadb.Pool#execute
"24:mariadb.Connection#query
"26:mariadb.Connection#execute
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
10:violations[1
{1
5:codes[2
"12:ER_DUP_ENTRY
"4:1062
12:never-raises[1
{1
4:call[2
"15:mariadb.Pool#on
"26:mariadb.Connection#destroy
8:examples[2
{3
5:title"39:a query that fails keeps the connection
8:language"10:javascript
4:code"391:const mariadb = require('mariadb');

const pool = mariadb.createPool({ host: 'db', acquireTimeout: 10000 });

async function total(customer) {
  const connection = await pool.getConnection(); // expect: SL103
  const rows = await connection.query('SELECT sum(amount) AS s FROM bills WHERE c = ?', [customer]);
  await connection.release();
  return rows[0].s;
}

module.exports = { total };

{3
5:title"29:released in the finally block
8:language"10:javascript
4:code"406:const mariadb = require('mariadb');

const pool = mariadb.createPool({ host: 'db', acquireTimeout: 10000 });

async function total(customer) {
  const connection = await pool.getConnection();
  try {
    const rows = await connection.query('SELECT sum(amount) AS s FROM bills WHERE c = ?', [customer]);
    return rows[0].s;
  } finally {
    await connection.release();
  }
}

module.exports = { total };

{7
7:library"24:handles of native memory
8:language"10:javascript
7:modules[2
"11:isolated-vm
"10:any-signal
5:types[5
"19:isolated-vm.Isolate
"19:isolated-vm.Context
"24:isolated-vm.ExternalCopy
"18:isolated-vm.Script
{2
4:name"26:any-signal.ClearableSignal
12:constructors[1
"20:any-signal.anySignal
7:returns{2
37:isolated-vm.Isolate#createContextSync"19:isolated-vm.Context
33:isolated-vm.Isolate#createContext"19:isolated-vm.Context
9:resources[4
{11
2:id"7:isolate
4:noun"7:isolate
4:kind"5:other
6:weight"6:medium
4:type"19:isolated-vm.Isolate
7:acquire[1
"19:isolated-vm.Isolate
7:release[1
"27:isolated-vm.Isolate#dispose
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"40:`isolate.dispose()` in a `finally` block
{11
2:id"7:context
4:noun"7:context
4:kind"5:other
6:weight"6:medium
4:type"19:isolated-vm.Context
7:acquire[1
{1
4:call[2
"37:isolated-vm.Isolate#createContextSync
"33:isolated-vm.Isolate#createContext
7:release[1
"27:isolated-vm.Context#release
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"40:`context.release()` in a `finally` block
{11
2:id"13:external-copy
4:noun"4:copy
4:kind"5:other
6:weight"6:medium
4:type"24:isolated-vm.ExternalCopy
7:acquire[1
"24:isolated-vm.ExternalCopy
7:release[1
"32:isolated-vm.ExternalCopy#release
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"37:`copy.release()` in a `finally` block
{11
2:id"6:signal
4:noun"6:signal
4:kind"5:other
6:weight"6:medium
4:type"26:any-signal.ClearableSignal
7:acquire[1
"20:any-signal.anySignal
7:release[1
"32:any-signal.ClearableSignal#clear
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"83:`signal.clear()` in a `finally` block; until then the signals it listens to hold it
8:examples[1
{3
5:title"42:an expression that fails keeps its context
8:language"10:javascript
4:code"593:import ivm from 'isolated-vm';

export function evaluate(isolate, text) {
  const context = isolate.createContextSync();
  const answer = context.evalSync(text);
  context.release();
  return answer;
}

export function evaluateAlone(text) {
  const isolate = new ivm.Isolate({ memoryLimit: 8 }); // expect: SL103
  const script = isolate.compileScriptSync(text);
  isolate.dispose();
  return script;
}

export function evaluateSafely(text) {
  const isolate = new ivm.Isolate({ memoryLimit: 8 });
  try {
    return isolate.compileScriptSync(text);
  } finally {
    isolate.dispose();
  }
}

{8
7:library"6:Meteor
8:language"10:javascript
7:modules[1
"12:meteor/mongo
5:types[1
{2
4:name"17:meteor.Collection
12:constructors[1
"29:meteor/mongo.Mongo.Collection
6:probes[1
{3
4:call[2
"30:meteor.Collection#findOneAsync
"32:meteor.Collection#countDocuments
6:entity"8:receiver
7:columns{1
8:argument"1:0
7:inserts[2
{3
4:call"29:meteor.Collection#insertAsync
6:entity"8:receiver
7:columns{1
8:argument"1:0
{4
4:call"29:meteor.Collection#upsertAsync
6:entity"8:receiver
7:columns{1
8:argument"1:0
6:atomic"4:true
7:updates[1
{3
4:call"29:meteor.Collection#updateAsync
6:entity"8:receiver
7:columns[2
{2
8:argument"1:1
8:property"4:$set
{1
8:argument"1:1
8:examples[1
{3
5:title"21:two rooms of one name
8:language"10:javascript
4:code"464:import { Mongo } from 'meteor/mongo';

const Rooms = new Mongo.Collection('rooms');

export async function open(name) {
  const found = await Rooms.findOneAsync({ name });
  if (found) throw new Error('taken');
  return Rooms.insertAsync({ name }); // expect: SL301
}

export async function openOnce(name) {
  const { insertedId } = await Rooms.upsertAsync({ name }, { $setOnInsert: { name } });
  if (!insertedId) throw new Error('taken');
  return insertedId;
}

{14
7:library"8:MikroORM
8:language"10:javascript
7:modules[7
"15:@mikro-orm/core
"21:@mikro-orm/postgresql
"16:@mikro-orm/mysql
"18:@mikro-orm/mariadb
"17:@mikro-orm/sqlite
"24:@mikro-orm/better-sqlite
"18:@mikro-orm/mongodb
5:types[3
{2
4:name"18:mikro-orm.MikroORM
7:aliases[7
"24:@mikro-orm/core.MikroORM
"30:@mikro-orm/postgresql.MikroORM
"25:@mikro-orm/mysql.MikroORM
"27:@mikro-orm/mariadb.MikroORM
"26:@mikro-orm/sqlite.MikroORM
"33:@mikro-orm/better-sqlite.MikroORM
"27:@mikro-orm/mongodb.MikroORM
{2
4:name"23:mikro-orm.EntityManager
7:aliases[6
"29:@mikro-orm/core.EntityManager
"35:@mikro-orm/postgresql.EntityManager
"38:@mikro-orm/postgresql.SqlEntityManager
"30:@mikro-orm/mysql.EntityManager
"31:@mikro-orm/sqlite.EntityManager
"32:@mikro-orm/mongodb.EntityManager
{2
4:name"26:mikro-orm.EntityRepository
7:aliases[3
"32:@mikro-orm/core.EntityRepository
"38:@mikro-orm/postgresql.EntityRepository
"33:@mikro-orm/mysql.EntityRepository
7:returns{11
29:@mikro-orm/core.MikroORM.init"18:mikro-orm.MikroORM
35:@mikro-orm/postgresql.MikroORM.init"18:mikro-orm.MikroORM
30:@mikro-orm/mysql.MikroORM.init"18:mikro-orm.MikroORM
32:@mikro-orm/mariadb.MikroORM.init"18:mikro-orm.MikroORM
31:@mikro-orm/sqlite.MikroORM.init"18:mikro-orm.MikroORM
38:@mikro-orm/better-sqlite.MikroORM.init"18:mikro-orm.MikroORM
32:@mikro-orm/mongodb.MikroORM.init"18:mikro-orm.MikroORM
21:mikro-orm.MikroORM#em"23:mikro-orm.EntityManager
28:mikro-orm.EntityManager#fork"23:mikro-orm.EntityManager
37:mikro-orm.EntityManager#getRepository"26:mikro-orm.EntityRepository
43:mikro-orm.EntityRepository#getEntityManager"23:mikro-orm.EntityManager
19:callback-parameters{1
37:mikro-orm.EntityManager#transactional[1
"23:mikro-orm.EntityManager
9:resources[2
{8
2:id"3:orm
4:noun"17:MikroORM instance
4:kind"6:client
6:weight"6:medium
4:type"18:mikro-orm.MikroORM
7:acquire[1
{2
4:call[7
"29:@mikro-orm/core.MikroORM.init
"35:@mikro-orm/postgresql.MikroORM.init
"30:@mikro-orm/mysql.MikroORM.init
"32:@mikro-orm/mariadb.MikroORM.init
"31:@mikro-orm/sqlite.MikroORM.init
"38:@mikro-orm/better-sqlite.MikroORM.init
"32:@mikro-orm/mongodb.MikroORM.init
7:telling[1
"13:MikroORM.init
7:release[1
"24:mikro-orm.MikroORM#close
3:fix"78:keep one instance for the process, or `await orm.close()` in a `finally` block
{9
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"23:mikro-orm.EntityManager
7:acquire[1
{2
4:call"29:mikro-orm.EntityManager#begin
5:gives"8:receiver
7:release[1
{2
4:call[2
"30:mikro-orm.EntityManager#commit
"32:mikro-orm.EntityManager#rollback
5:await"4:true
7:context"11:unsupported
3:fix"67:call `em.rollback()` in the `catch`, or use `em.transactional(...)`
7:queries[1
{1
4:call[5
"31:mikro-orm.EntityManager#findOne
"28:mikro-orm.EntityManager#find
"29:mikro-orm.EntityManager#count
"29:mikro-orm.EntityManager#flush
"39:mikro-orm.EntityManager#persistAndFlush
6:probes[3
{3
4:call[3
"31:mikro-orm.EntityManager#findOne
"28:mikro-orm.EntityManager#find
"29:mikro-orm.EntityManager#count
6:entity{1
8:argument"1:0
7:columns{1
8:argument"1:1
{4
4:call"37:mikro-orm.EntityManager#findOneOrFail
6:entity{1
8:argument"1:0
7:columns{1
8:argument"1:1
18:raises-when-absent"4:true
{3
4:call[3
"34:mikro-orm.EntityRepository#findOne
"31:mikro-orm.EntityRepository#find
"32:mikro-orm.EntityRepository#count
6:entity"8:receiver
7:columns{1
8:argument"1:0
7:inserts[4
{2
4:call[2
"31:mikro-orm.EntityManager#persist
"39:mikro-orm.EntityManager#persistAndFlush
6:entity{1
8:argument"1:0
{3
4:call"30:mikro-orm.EntityManager#insert
6:entity{1
8:argument"1:0
7:columns{1
8:argument"1:1
{4
4:call"30:mikro-orm.EntityManager#upsert
6:entity{1
8:argument"1:0
7:columns{1
8:argument"1:1
6:atomic"4:true
{3
4:call[1
"33:mikro-orm.EntityRepository#insert
6:entity"8:receiver
7:columns{1
8:argument"1:0
7:updates[2
{2
4:call[1
"29:mikro-orm.EntityManager#flush
6:entity{1
8:argument"1:0
{3
4:call"36:mikro-orm.EntityManager#nativeUpdate
6:entity{1
8:argument"1:0
7:columns{1
8:argument"1:2
6:guards[1
{2
4:kind"11:transaction
4:call"37:mikro-orm.EntityManager#transactional
10:violations[1
{2
5:types[2
"50:@mikro-orm/core.UniqueConstraintViolationException
"56:@mikro-orm/postgresql.UniqueConstraintViolationException
5:codes[1
"34:UniqueConstraintViolationException
8:examples[2
{3
5:title"46:a flush that fails leaves the transaction open
8:language"10:typescript
4:code"236:import { EntityManager } from '@mikro-orm/postgresql';

export async function close(em: EntityManager, order: { closed: boolean }) {
  await em.begin(); // expect: SL107
  order.closed = true;
  await em.flush();
  await em.commit();
}

{3
5:title"24:rolled back in the catch
8:language"10:typescript
4:code"299:import { EntityManager } from '@mikro-orm/postgresql';

export async function close(em: EntityManager, order: { closed: boolean }) {
  await em.begin();
  try {
    order.closed = true;
    await em.flush();
    await em.commit();
  } catch (error) {
    await em.rollback();
    throw error;
  }
}

{17
7:library"7:mongodb
8:language"10:javascript
7:modules[1
"7:mongodb
8:triggers[1
"12:startSession
5:types[7
{3
4:name"19:mongodb.MongoClient
7:telling[2
"11:mongoClient
"5:mongo
7:hinting[1
"6:client
{2
4:name"10:mongodb.Db
7:telling[7
"2:db
"8:database
"11:client.db()
"8:mongo.db
"7:getDb()
"13:getDatabase()
"19:connectToDatabase()
{2
4:name"18:mongodb.Collection
7:telling[5
"12:collection()
"15:getCollection()
"10:collection
"11:*Collection
"13:collections.*
"21:mongodb.ClientSession
"20:mongodb.ChangeStream
{2
4:name"18:mongodb.FindCursor
6:fluent"4:true
"17:mongodb.Documents
7:returns{13
27:mongodb.MongoClient.connect"19:mongodb.MongoClient
27:mongodb.MongoClient#connect"19:mongodb.MongoClient
22:mongodb.MongoClient#db"10:mongodb.Db
32:mongodb.MongoClient#startSession"21:mongodb.ClientSession
25:mongodb.MongoClient#watch"20:mongodb.ChangeStream
21:mongodb.Db#collection"18:mongodb.Collection
16:mongodb.Db#watch"20:mongodb.ChangeStream
24:mongodb.Collection#watch"20:mongodb.ChangeStream
23:mongodb.Collection#find"18:mongodb.FindCursor
28:mongodb.Collection#aggregate"18:mongodb.FindCursor
26:mongodb.FindCursor#toArray"17:mongodb.Documents
23:mongodb.FindCursor#next"17:mongodb.Documents
26:mongodb.FindCursor#hasNext"17:mongodb.Documents
19:callback-parameters{2
31:mongodb.MongoClient#withSession[1
"21:mongodb.ClientSession
37:mongodb.ClientSession#withTransaction[1
"21:mongodb.ClientSession
9:resources[4
{9
2:id"7:session
4:noun"7:session
4:kind"7:session
6:weight"4:high
4:type"21:mongodb.ClientSession
7:acquire[1
{2
4:call"32:mongodb.MongoClient#startSession
7:telling[1
"19:client.startSession
7:release[1
"32:mongodb.ClientSession#endSession
19:fails-after-release"4:true
3:fix"93:`await session.endSession()` in a `finally` block; `withTransaction` does not end the session
{8
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"21:mongodb.ClientSession
7:acquire[1
{2
4:call"38:mongodb.ClientSession#startTransaction
5:gives"8:receiver
7:release[2
{2
4:call[2
"39:mongodb.ClientSession#commitTransaction
"38:mongodb.ClientSession#abortTransaction
5:await"4:true
"32:mongodb.ClientSession#endSession
3:fix"79:call `abortTransaction()` in the `catch`, or use `session.withTransaction(...)`
{8
2:id"6:client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"19:mongodb.MongoClient
7:acquire[3
{3
4:call"27:mongodb.MongoClient.connect
4:when{2
8:argument"4:last
2:is"8:function
8:callback{3
8:argument"4:last
5:error"1:0
6:handle"1:1
{2
4:call"27:mongodb.MongoClient.connect
4:when{2
8:argument"4:last
2:is"12:not-function
{2
4:call"27:mongodb.MongoClient#connect
5:gives"8:receiver
7:release[1
"25:mongodb.MongoClient#close
3:fix"79:keep one client for the process, or `await client.close()` in a `finally` block
{8
2:id"13:change-stream
4:noun"13:change stream
4:kind"6:stream
6:weight"6:medium
4:type"20:mongodb.ChangeStream
7:acquire[1
{1
4:call[3
"24:mongodb.Collection#watch
"16:mongodb.Db#watch
"25:mongodb.MongoClient#watch
7:release[1
"26:mongodb.ChangeStream#close
3:fix"49:`await changeStream.close()` in a `finally` block
5:pools[1
{4
4:call"19:mongodb.MongoClient
4:noun"6:client
7:timeout[2
{2
8:argument"1:1
8:property"18:waitQueueTimeoutMS
{2
8:argument"1:1
8:property"9:timeoutMS
3:fix"87:set `waitQueueTimeoutMS`; without it an operation waits for ever when the pool is empty
7:queries[1
{1
4:call[7
"26:mongodb.Collection#findOne
"28:mongodb.Collection#insertOne
"28:mongodb.Collection#updateOne
"28:mongodb.Collection#deleteOne
"33:mongodb.Collection#countDocuments
"35:mongodb.Collection#findOneAndUpdate
"26:mongodb.FindCursor#toArray
6:probes[2
{3
4:call[3
"26:mongodb.Collection#findOne
"23:mongodb.Collection#find
"33:mongodb.Collection#countDocuments
6:entity{2
5:chain"10:collection
8:argument"1:0
7:columns{1
8:argument"1:0
{3
4:call[3
"26:mongodb.Collection#findOne
"23:mongodb.Collection#find
"33:mongodb.Collection#countDocuments
6:entity"8:receiver
7:columns{1
8:argument"1:0
7:inserts[3
{3
4:call[2
"28:mongodb.Collection#insertOne
"29:mongodb.Collection#insertMany
6:entity"8:receiver
7:columns{1
8:argument"1:0
{3
4:call[2
"28:mongodb.Collection#insertOne
"29:mongodb.Collection#insertMany
6:entity{2
5:chain"10:collection
8:argument"1:0
7:columns{1
8:argument"1:0
{5
4:call[4
"28:mongodb.Collection#updateOne
"35:mongodb.Collection#findOneAndUpdate
"29:mongodb.Collection#replaceOne
"36:mongodb.Collection#findOneAndReplace
4:when{3
8:argument"1:2
8:property"6:upsert
2:is"4:true
6:entity{2
5:chain"10:collection
8:argument"1:0
7:columns{1
8:argument"1:0
6:atomic"4:true
7:updates[2
{3
4:call[3
"28:mongodb.Collection#updateOne
"29:mongodb.Collection#updateMany
"29:mongodb.Collection#replaceOne
6:entity"8:receiver
7:columns[2
{2
8:argument"1:1
8:property"4:$set
{1
8:argument"1:1
{3
4:call[3
"28:mongodb.Collection#updateOne
"29:mongodb.Collection#updateMany
"29:mongodb.Collection#replaceOne
6:entity{2
5:chain"10:collection
8:argument"1:0
7:columns[2
{2
8:argument"1:1
8:property"4:$set
{1
8:argument"1:1
6:guards[1
{2
4:kind"11:transaction
4:call[2
"37:mongodb.ClientSession#withTransaction
"38:mongodb.ClientSession#startTransaction
10:violations[1
{2
5:types[2
"24:mongodb.MongoServerError
"27:mongodb.MongoBulkWriteError
5:codes[2
"5:11000
"6:E11000
12:never-raises[1
{1
4:call[4
"22:mongodb.MongoClient#db
"21:mongodb.Db#collection
"22:mongodb.MongoClient#on
"38:mongodb.ClientSession#startTransaction
8:examples[2
{3
5:title"60:a failing update leaves the session to the server's time-out
8:language"10:javascript
4:code"489:import { MongoClient } from 'mongodb';

const client = new MongoClient(process.env.MONGO_URL);

export async function move(from, to) {
  const session = client.startSession(); // expect: SL103
  await session.withTransaction(async () => {
    const stock = client.db('shop').collection('stock');
    await stock.updateOne({ _id: from }, { $inc: { left: -1 } }, { session });
    await stock.updateOne({ _id: to }, { $inc: { left: 1 } }, { session });
  });
  await session.endSession();
}

{3
5:title"17:ended in any case
8:language"10:javascript
4:code"510:import { MongoClient } from 'mongodb';

const client = new MongoClient(process.env.MONGO_URL);

export async function move(from, to) {
  const session = client.startSession();
  try {
    await session.withTransaction(async () => {
      const stock = client.db('shop').collection('stock');
      await stock.updateOne({ _id: from }, { $inc: { left: -1 } }, { session });
      await stock.updateOne({ _id: to }, { $inc: { left: 1 } }, { session });
    });
  } finally {
    await session.endSession();
  }
}

{15
7:library"8:mongoose
8:language"10:javascript
7:modules[2
"8:mongoose
"16:@nestjs/mongoose
5:types[5
"19:mongoose.Connection
{3
4:name"14:mongoose.Model
7:aliases[1
"22:mongoose.PaginateModel
7:telling[1
"7:<class>
{2
4:name"17:mongoose.Document
7:telling[1
"9:<class>()
{3
4:name"22:mongoose.ClientSession
7:aliases[1
"28:mongoose.mongo.ClientSession
7:extends[1
"21:mongodb.ClientSession
{2
4:name"14:mongoose.Query
6:fluent"4:true
7:returns{15
14:mongoose.model"14:mongoose.Model
25:mongoose.createConnection"19:mongoose.Connection
29:mongoose.Connection#asPromise"19:mongoose.Connection
19:mongoose.connection"19:mongoose.Connection
25:mongoose.Connection#model"14:mongoose.Model
17:mongoose.Model#()"17:mongoose.Document
17:mongoose.Model#db"19:mongoose.Connection
21:mongoose.startSession"22:mongoose.ClientSession
32:mongoose.connection.startSession"22:mongoose.ClientSession
32:mongoose.Connection#startSession"22:mongoose.ClientSession
27:mongoose.Model#startSession"22:mongoose.ClientSession
22:mongoose.Model#findOne"14:mongoose.Query
23:mongoose.Model#findById"14:mongoose.Query
19:mongoose.Model#find"14:mongoose.Query
21:mongoose.Model#create"17:mongoose.Document
19:callback-parameters{1
31:mongoose.Connection#transaction[1
"22:mongoose.ClientSession
9:resources[3
{9
2:id"7:session
4:noun"7:session
4:kind"7:session
6:weight"4:high
4:type"22:mongoose.ClientSession
7:acquire[1
{2
4:call[3
"21:mongoose.startSession
"32:mongoose.Connection#startSession
"27:mongoose.Model#startSession
7:telling[2
"21:mongoose.startSession
"23:connection.startSession
7:release[1
"32:mongodb.ClientSession#endSession
19:fails-after-release"4:true
3:fix"86:`await session.endSession()` in a `finally` block; committing does not end the session
{8
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"22:mongoose.ClientSession
7:acquire[1
{2
4:call"38:mongodb.ClientSession#startTransaction
5:gives"8:receiver
7:release[2
{2
4:call[2
"39:mongodb.ClientSession#commitTransaction
"38:mongodb.ClientSession#abortTransaction
5:await"4:true
"32:mongodb.ClientSession#endSession
3:fix"78:call `abortTransaction()` in the `catch`, or use `connection.transaction(...)`
{11
2:id"10:connection
4:noun"10:connection
4:kind"6:client
6:weight"6:medium
4:type"19:mongoose.Connection
7:acquire[1
"25:mongoose.createConnection
7:release[1
{2
4:call[2
"25:mongoose.Connection#close
"27:mongoose.Connection#destroy
5:await"4:true
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"43:close it in a `finally` block, or share one
7:queries[1
{1
4:call[7
"22:mongoose.Model#findOne
"23:mongoose.Model#findById
"19:mongoose.Model#find
"29:mongoose.Model#countDocuments
"21:mongoose.Model#create
"24:mongoose.Model#updateOne
"22:mongoose.Document#save
6:probes[2
{4
4:call[4
"22:mongoose.Model#findOne
"19:mongoose.Model#find
"21:mongoose.Model#exists
"29:mongoose.Model#countDocuments
6:entity"8:receiver
7:columns{1
8:argument"1:0
9:told-when{3
8:argument"1:0
8:property"5:where
2:is"6:absent
{2
4:call"23:mongoose.Model#findById
6:entity"8:receiver
7:inserts[3
{3
4:call[2
"21:mongoose.Model#create
"25:mongoose.Model#insertMany
6:entity"8:receiver
7:columns{1
8:argument"1:0
{4
4:call[2
"22:mongoose.Document#save
"19:mongoose.Query#save
6:entity"4:root
7:columns{2
5:chain"2:()
8:argument"1:0
5:value"8:receiver
{5
4:call[4
"31:mongoose.Model#findOneAndUpdate
"24:mongoose.Model#updateOne
"32:mongoose.Model#findOneAndReplace
"32:mongoose.Model#findByIdAndUpdate
4:when{3
8:argument"1:2
8:property"6:upsert
2:is"4:true
6:entity"8:receiver
7:columns{1
8:argument"1:0
6:atomic"4:true
7:updates[1
{3
4:call[4
"24:mongoose.Model#updateOne
"25:mongoose.Model#updateMany
"31:mongoose.Model#findOneAndUpdate
"32:mongoose.Model#findByIdAndUpdate
6:entity"8:receiver
7:columns[2
{2
8:argument"1:1
8:property"4:$set
{1
8:argument"1:1
6:guards[1
{2
4:kind"11:transaction
4:call[3
"31:mongoose.Connection#transaction
"37:mongodb.ClientSession#withTransaction
"38:mongodb.ClientSession#startTransaction
10:violations[1
{2
5:types[1
"31:mongoose.mongo.MongoServerError
5:codes[2
"5:11000
"6:E11000
12:never-raises[1
{1
4:call[3
"17:mongoose.Model#()
"14:mongoose.model
"25:mongoose.Connection#model
8:examples[2
{3
5:title"33:committed or aborted, never ended
8:language"10:javascript
4:code"557:const mongoose = require('mongoose');

const Stock = mongoose.model('Stock', new mongoose.Schema({ left: Number }));

async function move(from, to) {
  const session = await mongoose.startSession(); // expect: SL101
  session.startTransaction();
  try {
    await Stock.updateOne({ _id: from }, { $inc: { left: -1 } }, { session });
    await Stock.updateOne({ _id: to }, { $inc: { left: 1 } }, { session });
    await session.commitTransaction();
  } catch (error) {
    await session.abortTransaction();
    throw error;
  }
}

module.exports = { move };

{3
5:title"17:ended in any case
8:language"10:javascript
4:code"588:const mongoose = require('mongoose');

const Stock = mongoose.model('Stock', new mongoose.Schema({ left: Number }));

async function move(from, to) {
  const session = await mongoose.startSession();
  try {
    session.startTransaction();
    await Stock.updateOne({ _id: from }, { $inc: { left: -1 } }, { session });
    await Stock.updateOne({ _id: to }, { $inc: { left: 1 } }, { session });
    await session.commitTransaction();
  } catch (error) {
    await session.abortTransaction();
    throw error;
  } finally {
    await session.endSession();
  }
}

module.exports = { move };

{9
7:library"5:mssql
8:language"10:javascript
7:modules[1
"5:mssql
5:types[5
"20:mssql.ConnectionPool
"17:mssql.Transaction
"23:mssql.PreparedStatement
{2
4:name"13:mssql.Request
6:fluent"4:true
"10:mssql.Rows
7:returns{7
13:mssql.connect"20:mssql.ConnectionPool
28:mssql.ConnectionPool#connect"20:mssql.ConnectionPool
32:mssql.ConnectionPool#transaction"17:mssql.Transaction
28:mssql.ConnectionPool#request"13:mssql.Request
25:mssql.Transaction#request"13:mssql.Request
19:mssql.Request#query"10:mssql.Rows
21:mssql.Request#execute"10:mssql.Rows
9:resources[3
{10
2:id"4:pool
4:noun"4:pool
4:kind"6:client
6:weight"6:medium
4:type"20:mssql.ConnectionPool
7:acquire[1
{1
4:call[2
"28:mssql.ConnectionPool#connect
"13:mssql.connect
7:release[1
{2
4:call"26:mssql.ConnectionPool#close
5:await"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"60:share one pool, or `await pool.close()` in a `finally` block
{9
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"17:mssql.Transaction
7:acquire[1
{2
4:call"23:mssql.Transaction#begin
5:gives"8:receiver
7:release[1
{2
4:call[2
"24:mssql.Transaction#commit
"26:mssql.Transaction#rollback
5:await"4:true
7:context"11:unsupported
3:fix"86:call `transaction.rollback()` in the `catch`; an open transaction keeps its connection
{9
2:id"18:prepared-statement
4:noun"18:prepared statement
4:kind"5:other
6:weight"4:high
4:type"23:mssql.PreparedStatement
7:acquire[1
{2
4:call"31:mssql.PreparedStatement#prepare
5:gives"8:receiver
7:release[1
{2
4:call"33:mssql.PreparedStatement#unprepare
5:await"4:true
7:context"11:unsupported
3:fix"91:`await statement.unprepare()` in a `finally` block; a prepared statement keeps a connection
7:queries[1
{2
4:call"19:mssql.Request#query
4:text{1
8:argument"1:0
10:violations[1
{1
5:codes[2
"4:2627
"4:2601
8:examples[2
{3
5:title"43:a failed update leaves the transaction open
8:language"10:javascript
4:code"320:const sql = require('mssql');

async function close(pool, id) {
  const transaction = new sql.Transaction(pool);
  await transaction.begin(); // expect: SL107
  await transaction.request().input('id', id).query('UPDATE orders SET closed = 1 WHERE id = @id');
  await transaction.commit();
}

module.exports = { close };

{3
5:title"24:rolled back in the catch
8:language"10:javascript
4:code"390:const sql = require('mssql');

async function close(pool, id) {
  const transaction = new sql.Transaction(pool);
  await transaction.begin();
  try {
    await transaction.request().input('id', id).query('UPDATE orders SET closed = 1 WHERE id = @id');
    await transaction.commit();
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

module.exports = { close };

{11
7:library"5:mysql
8:language"10:javascript
7:modules[2
"5:mysql
"13:promise-mysql
5:types[5
{2
4:name"10:mysql.Pool
12:constructors[1
"16:mysql.createPool
{2
4:name"16:mysql.Connection
12:constructors[1
"22:mysql.createConnection
{2
4:name"20:mysql.PoolConnection
7:extends[1
"16:mysql.Connection
{2
4:name"18:promise-mysql.Pool
12:constructors[1
"24:promise-mysql.createPool
{1
4:name"28:promise-mysql.PoolConnection
7:returns{1
32:promise-mysql.Pool#getConnection"28:promise-mysql.PoolConnection
9:resources[4
{11
2:id"4:pool
4:noun"4:pool
4:kind"6:client
6:weight"6:medium
4:type"10:mysql.Pool
7:acquire[1
{1
4:call[2
"16:mysql.createPool
"24:promise-mysql.createPool
7:release[1
{1
4:call[2
"14:mysql.Pool#end
"22:promise-mysql.Pool#end
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"41:end it in a `finally` block, or share one
{11
2:id"15:pool-connection
4:noun"17:pooled connection
4:kind"10:connection
6:weight"4:high
4:type"20:mysql.PoolConnection
7:acquire[1
{3
4:call"24:mysql.Pool#getConnection
8:callback{3
8:argument"4:last
5:error"1:0
6:handle"1:1
7:telling[1
"18:pool.getConnection
7:release[3
"28:mysql.PoolConnection#release
"24:mysql.Connection#destroy
{2
4:call"28:mysql.Pool#releaseConnection
5:takes{1
8:argument"1:0
7:context"11:unsupported
14:double-release"5:fails
19:fails-after-release"4:true
3:fix"65:call `release()` first thing in every branch of the last callback
{11
2:id"24:promised-pool-connection
4:noun"17:pooled connection
4:kind"10:connection
6:weight"4:high
4:type"28:promise-mysql.PoolConnection
7:acquire[1
"32:promise-mysql.Pool#getConnection
7:release[3
"36:promise-mysql.PoolConnection#release
"36:promise-mysql.PoolConnection#destroy
{2
4:call"36:promise-mysql.Pool#releaseConnection
5:takes{1
8:argument"1:0
7:context"11:unsupported
14:double-release"5:fails
19:fails-after-release"4:true
3:fix"84:call `release()` in the `finally` of a `try` that starts right after `getConnection`
{10
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"16:mysql.Connection
7:acquire[1
{2
4:call"24:mysql.Connection#connect
5:gives"8:receiver
7:release[2
"20:mysql.Connection#end
"24:mysql.Connection#destroy
7:context"11:unsupported
19:fails-after-release"4:true
3:fix"58:call `end()` when the last callback has run, or use a pool
5:pools[1
{4
4:call[2
"16:mysql.createPool
"24:promise-mysql.createPool
4:noun"4:pool
7:timeout[2
{2
8:argument"1:0
8:property"10:queueLimit
{2
8:argument"1:0
8:property"18:waitForConnections
3:fix"79:`acquireTimeout` does not count the time in the queue: set `queueLimit` as well
7:queries[1
{3
4:call[4
"16:mysql.Pool#query
"22:mysql.Connection#query
"24:promise-mysql.Pool#query
"34:promise-mysql.PoolConnection#query
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
10:violations[1
{1
5:codes[2
"12:ER_DUP_ENTRY
"4:1062
12:never-raises[1
{1
4:call[9
"28:mysql.PoolConnection#release
"24:mysql.Connection#destroy
"13:mysql.Pool#on
"12:mysql.escape
"14:mysql.escapeId
"12:mysql.format
"16:sqlstring.escape
"18:sqlstring.escapeId
"16:sqlstring.format
8:examples[2
{3
5:title"37:the error branch keeps the connection
8:language"10:javascript
4:code"491:const mysql = require('mysql');

const pool = mysql.createPool({ host: 'db', queueLimit: 50 });

function total(customer, callback) {
  pool.getConnection((error, connection) => { // expect: SL102
    if (error) return callback(error);
    connection.query('SELECT sum(amount) AS s FROM bills WHERE c = ?', [customer], (failure, rows) => {
      if (failure) return callback(failure);
      connection.release();
      callback(null, rows[0].s);
    });
  });
}

module.exports = { total };

{3
5:title"40:released before anything else is decided
8:language"10:javascript
4:code"474:const mysql = require('mysql');

const pool = mysql.createPool({ host: 'db', queueLimit: 50 });

function total(customer, callback) {
  pool.getConnection((error, connection) => {
    if (error) return callback(error);
    connection.query('SELECT sum(amount) AS s FROM bills WHERE c = ?', [customer], (failure, rows) => {
      connection.release();
      if (failure) return callback(failure);
      callback(null, rows[0].s);
    });
  });
}

module.exports = { total };

{12
7:library"6:mysql2
8:language"10:javascript
7:modules[2
"6:mysql2
"14:mysql2/promise
5:types[6
{2
4:name"11:mysql2.Pool
12:constructors[1
"17:mysql2.createPool
{2
4:name"17:mysql2.Connection
12:constructors[1
"23:mysql2.createConnection
{2
4:name"21:mysql2.PoolConnection
7:extends[1
"17:mysql2.Connection
{2
4:name"19:mysql2/promise.Pool
12:constructors[1
"25:mysql2/promise.createPool
{2
4:name"25:mysql2/promise.Connection
12:constructors[1
"31:mysql2/promise.createConnection
{2
4:name"29:mysql2/promise.PoolConnection
7:extends[1
"25:mysql2/promise.Connection
7:returns{4
19:mysql2.Pool#promise"19:mysql2/promise.Pool
29:mysql2.PoolConnection#promise"29:mysql2/promise.PoolConnection
25:mysql2.Connection#promise"25:mysql2/promise.Connection
33:mysql2/promise.Pool#getConnection"29:mysql2/promise.PoolConnection
9:resources[5
{11
2:id"4:pool
4:noun"4:pool
4:kind"6:client
6:weight"6:medium
4:type"11:mysql2.Pool
7:acquire[1
{1
4:call[2
"17:mysql2.createPool
"25:mysql2/promise.createPool
7:release[1
{1
4:call[2
"15:mysql2.Pool#end
"23:mysql2/promise.Pool#end
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"41:end it in a `finally` block, or share one
{10
2:id"15:pool-connection
4:noun"17:pooled connection
4:kind"10:connection
6:weight"4:high
4:type"21:mysql2.PoolConnection
7:acquire[1
{3
4:call"25:mysql2.Pool#getConnection
8:callback{3
8:argument"4:last
5:error"1:0
6:handle"1:1
7:telling[1
"18:pool.getConnection
7:release[3
"29:mysql2.PoolConnection#release
"25:mysql2.Connection#destroy
{2
4:call"29:mysql2.Pool#releaseConnection
5:takes{1
8:argument"1:0
14:double-release"5:fails
19:fails-after-release"4:true
3:fix"65:call `release()` first thing in every branch of the last callback
{10
2:id"24:promised-pool-connection
4:noun"17:pooled connection
4:kind"10:connection
6:weight"4:high
4:type"29:mysql2/promise.PoolConnection
7:acquire[1
{2
4:call"33:mysql2/promise.Pool#getConnection
7:telling[1
"18:pool.getConnection
7:release[3
"37:mysql2/promise.PoolConnection#release
"33:mysql2/promise.Connection#destroy
{2
4:call"37:mysql2/promise.Pool#releaseConnection
5:takes{1
8:argument"1:0
14:double-release"5:fails
19:fails-after-release"4:true
3:fix"84:call `release()` in the `finally` of a `try` that starts right after `getConnection`
{9
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"25:mysql2/promise.Connection
7:acquire[2
"31:mysql2/promise.createConnection
"23:mysql2.createConnection
7:release[2
{1
4:call[2
"29:mysql2/promise.Connection#end
"33:mysql2/promise.Connection#destroy
{1
4:call[2
"21:mysql2.Connection#end
"25:mysql2.Connection#destroy
19:fails-after-release"4:true
3:fix"48:call `end()` in a `finally` block, or use a pool
{9
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"25:mysql2/promise.Connection
7:acquire[2
{2
4:call"42:mysql2/promise.Connection#beginTransaction
5:gives"8:receiver
{3
4:call[2
"31:mysql2/promise.Connection#query
"33:mysql2/promise.Connection#execute
4:when{2
8:argument"1:0
3:sql[1
"5:begin
5:gives"8:receiver
7:release[3
{2
4:call[2
"32:mysql2/promise.Connection#commit
"34:mysql2/promise.Connection#rollback
5:await"4:true
{2
4:call[2
"31:mysql2/promise.Connection#query
"33:mysql2/promise.Connection#execute
4:when{2
8:argument"1:0
3:sql[2
"6:commit
"8:rollback
"33:mysql2/promise.Connection#destroy
7:context"11:unsupported
3:fix"83:call `rollback()` in the `catch`, before the `finally` that releases the connection
5:pools[1
{4
4:call[2
"17:mysql2.createPool
"25:mysql2/promise.createPool
4:noun"4:pool
7:timeout[2
{2
8:argument"1:0
8:property"10:queueLimit
{2
8:argument"1:0
8:property"18:waitForConnections
3:fix"116:mysql2 has no time-out for taking a connection: set `queueLimit`, so that callers fail rather than queue without end
7:queries[1
{3
4:call[8
"17:mysql2.Pool#query
"19:mysql2.Pool#execute
"23:mysql2.Connection#query
"25:mysql2.Connection#execute
"25:mysql2/promise.Pool#query
"27:mysql2/promise.Pool#execute
"31:mysql2/promise.Connection#query
"33:mysql2/promise.Connection#execute
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
6:guards[1
{3
4:kind"4:lock
4:call[4
"25:mysql2/promise.Pool#query
"27:mysql2/promise.Pool#execute
"31:mysql2/promise.Connection#query
"33:mysql2/promise.Connection#execute
4:when{2
8:argument"1:0
3:sql[1
"4:lock
10:violations[1
{1
5:codes[2
"12:ER_DUP_ENTRY
"4:1062
12:never-raises[2
{1
4:call[6
"29:mysql2.PoolConnection#release
"25:mysql2.Connection#destroy
"14:mysql2.Pool#on
"13:mysql2.escape
"15:mysql2.escapeId
"13:mysql2.format
{1
4:call[2
"37:mysql2/promise.PoolConnection#release
"33:mysql2/promise.Connection#destroy
8:examples[4
{3
5:title"39:a query that fails keeps the connection
8:language"10:javascript
4:code"356:import mysql from 'mysql2/promise';

const pool = mysql.createPool({ host: 'db', queueLimit: 50 });

export async function total(customer) {
  const connection = await pool.getConnection(); // expect: SL103
  const [rows] = await connection.query('SELECT sum(amount) AS s FROM bills WHERE c = ?', [customer]);
  connection.release();
  return rows[0].s;
}

{3
5:title"37:the error branch keeps the connection
8:language"10:javascript
4:code"492:const mysql = require('mysql2');

const pool = mysql.createPool({ host: 'db', queueLimit: 50 });

function total(customer, callback) {
  pool.getConnection((error, connection) => { // expect: SL102
    if (error) return callback(error);
    connection.query('SELECT sum(amount) AS s FROM bills WHERE c = ?', [customer], (failure, rows) => {
      if (failure) return callback(failure);
      connection.release();
      callback(null, rows[0].s);
    });
  });
}

module.exports = { total };

{3
5:title"43:a failed update leaves the transaction open
8:language"10:javascript
4:code"516:import mysql from 'mysql2/promise';

const pool = mysql.createPool({ host: 'db', queueLimit: 50 });

export async function pay(from, to, sum) {
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction(); // expect: SL107
    await connection.query('UPDATE accounts SET sum = sum - ? WHERE id = ?', [sum, from]);
    await connection.query('UPDATE accounts SET sum = sum + ? WHERE id = ?', [sum, to]);
    await connection.commit();
  } finally {
    connection.release();
  }
}

{3
5:title"24:rolled back and released
8:language"10:javascript
4:code"569:import mysql from 'mysql2/promise';

const pool = mysql.createPool({ host: 'db', queueLimit: 50 });

export async function pay(from, to, sum) {
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction();
    await connection.query('UPDATE accounts SET sum = sum - ? WHERE id = ?', [sum, from]);
    await connection.query('UPDATE accounts SET sum = sum + ? WHERE id = ?', [sum, to]);
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}

{7
7:library"5:neo4j
8:language"10:javascript
7:modules[1
"12:neo4j-driver
5:types[3
{3
4:name"12:neo4j.Driver
12:constructors[1
"19:neo4j-driver.driver
7:aliases[1
"19:neo4j-driver.Driver
{2
4:name"13:neo4j.Session
7:aliases[1
"20:neo4j-driver.Session
{2
4:name"17:neo4j.Transaction
7:aliases[1
"24:neo4j-driver.Transaction
7:returns{2
20:neo4j.Driver#session"13:neo4j.Session
30:neo4j.Session#beginTransaction"17:neo4j.Transaction
9:resources[3
{9
2:id"7:session
4:noun"7:session
4:kind"7:session
6:weight"4:high
4:type"13:neo4j.Session
7:acquire[1
{2
4:call"20:neo4j.Driver#session
7:telling[1
"14:driver.session
7:release[1
{2
4:call"19:neo4j.Session#close
5:await"4:true
10:opens-late"4:true
3:fix"44:`await session.close()` in a `finally` block
{9
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"17:neo4j.Transaction
7:acquire[1
"30:neo4j.Session#beginTransaction
7:release[2
{2
4:call[3
"24:neo4j.Transaction#commit
"26:neo4j.Transaction#rollback
"23:neo4j.Transaction#close
5:await"4:true
{2
4:call"19:neo4j.Session#close
5:takes"8:receiver
7:context"11:unsupported
3:fix"45:`await transaction.rollback()` in the `catch`
{9
2:id"6:driver
4:noun"6:driver
4:kind"6:client
6:weight"6:medium
4:type"12:neo4j.Driver
7:acquire[1
"19:neo4j-driver.driver
7:release[1
{2
4:call"18:neo4j.Driver#close
5:await"4:true
17:closed-implicitly"4:true
3:fix"64:share one driver, or `await driver.close()` in a `finally` block
8:examples[2
{3
5:title"36:a query that fails keeps the session
8:language"10:javascript
4:code"323:import neo4j from 'neo4j-driver';

const driver = neo4j.driver('neo4j://db');

export async function names() {
  const session = driver.session(); // expect: SL103
  const result = await session.run('MATCH (n) RETURN n.name AS name');
  await session.close();
  return result.records.map((record) => record.get('name'));
}

{3
5:title"27:closed in the finally block
8:language"10:javascript
4:code"338:import neo4j from 'neo4j-driver';

const driver = neo4j.driver('neo4j://db');

export async function names() {
  const session = driver.session();
  try {
    const result = await session.run('MATCH (n) RETURN n.name AS name');
    return result.records.map((record) => record.get('name'));
  } finally {
    await session.close();
  }
}

{7
7:library"26:Node sockets and processes
8:language"10:javascript
7:modules[8
"3:net
"3:tls
"5:dgram
"13:child_process
"14:worker_threads
"4:http
"5:https
"5:http2
8:triggers[1
"5:execa
5:types[5
{2
4:name"10:net.Socket
12:constructors[4
"10:net.Socket
"11:net.connect
"20:net.createConnection
"11:tls.connect
{2
4:name"12:dgram.Socket
12:constructors[1
"18:dgram.createSocket
{2
4:name"26:child_process.ChildProcess
12:constructors[4
"19:child_process.spawn
"18:child_process.fork
"18:child_process.exec
"22:child_process.execFile
"21:worker_threads.Worker
{3
4:name"10:net.Server
12:constructors[6
"16:net.createServer
"16:tls.createServer
"17:http.createServer
"18:https.createServer
"18:http2.createServer
"24:http2.createSecureServer
7:aliases[4
"10:net.Server
"10:tls.Server
"11:http.Server
"12:https.Server
9:resources[5
{10
2:id"6:server
4:noun"6:server
4:kind"6:socket
6:weight"6:medium
4:type"10:net.Server
7:acquire[1
{2
4:call"17:net.Server#listen
5:gives"8:receiver
7:release[2
"16:net.Server#close
"30:net.Server#closeAllConnections
17:closed-implicitly"4:true
9:collected"4:true
3:fix"35:call `close()` in a `finally` block
{9
2:id"6:socket
4:noun"6:socket
4:kind"6:socket
6:weight"6:medium
4:type"10:net.Socket
7:acquire[1
{1
4:call[4
"11:net.connect
"20:net.createConnection
"11:tls.connect
"10:net.Socket
7:release[1
{1
4:call[3
"18:net.Socket#destroy
"14:net.Socket#end
"22:net.Socket#destroySoon
17:closed-implicitly"4:true
3:fix"37:call `destroy()` in a `finally` block
{9
2:id"15:datagram-socket
4:noun"6:socket
4:kind"6:socket
6:weight"6:medium
4:type"12:dgram.Socket
7:acquire[1
"18:dgram.createSocket
7:release[1
"18:dgram.Socket#close
17:closed-implicitly"4:true
3:fix"35:call `close()` in a `finally` block
{9
2:id"7:process
4:noun"13:child process
4:kind"7:process
6:weight"6:medium
4:type"26:child_process.ChildProcess
7:acquire[1
{1
4:call[4
"19:child_process.spawn
"18:child_process.fork
"18:child_process.exec
"22:child_process.execFile
7:release[1
{1
4:call[2
"31:child_process.ChildProcess#kill
"37:child_process.ChildProcess#disconnect
17:closed-implicitly"4:true
3:fix"34:call `kill()` in a `finally` block
{9
2:id"6:worker
4:noun"6:worker
4:kind"7:process
6:weight"6:medium
4:type"21:worker_threads.Worker
7:acquire[1
"21:worker_threads.Worker
7:release[1
"31:worker_threads.Worker#terminate
17:closed-implicitly"4:true
3:fix"47:`await worker.terminate()` in a `finally` block
12:never-raises[1
{1
4:call[5
"18:net.Socket#destroy
"21:net.Socket#setTimeout
"31:child_process.ChildProcess#kill
"19:child_process.spawn
"18:child_process.fork
{12
7:library"13:node-postgres
8:language"10:javascript
7:modules[5
"2:pg
"7:pg-pool
"24:@neondatabase/serverless
"9:pg-cursor
"15:pg-query-stream
5:types[6
{2
4:name"7:pg.Pool
12:constructors[5
"7:pg.Pool
"14:pg.native.Pool
"7:pg-pool
"12:pg-pool.Pool
"29:@neondatabase/serverless.Pool
"13:pg.ClientBase
{3
4:name"9:pg.Client
12:constructors[3
"9:pg.Client
"16:pg.native.Client
"31:@neondatabase/serverless.Client
7:extends[1
"13:pg.ClientBase
{3
4:name"13:pg.PoolClient
7:aliases[1
"35:@neondatabase/serverless.PoolClient
7:extends[1
"13:pg.ClientBase
{3
4:name"16:pg-cursor.Cursor
12:constructors[2
"9:pg-cursor
"17:pg-cursor.default
7:aliases[1
"16:pg-cursor.Cursor
{2
4:name"27:pg-query-stream.QueryStream
12:constructors[2
"15:pg-query-stream
"23:pg-query-stream.default
7:returns{1
15:pg.Pool#connect"13:pg.PoolClient
9:resources[5
{11
2:id"4:pool
4:noun"4:pool
4:kind"6:client
6:weight"6:medium
4:type"7:pg.Pool
7:acquire[1
{1
4:call[5
"7:pg.Pool
"14:pg.native.Pool
"7:pg-pool
"12:pg-pool.Pool
"29:@neondatabase/serverless.Pool
7:release[1
{2
4:call[1
"11:pg.Pool#end
5:await"4:true
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"41:end it in a `finally` block, or share one
{10
2:id"6:cursor
4:noun"6:cursor
4:kind"6:cursor
6:weight"6:medium
4:type"16:pg-cursor.Cursor
7:acquire[1
{1
4:call[2
"9:pg-cursor
"17:pg-cursor.default
7:release[1
{2
4:call"22:pg-cursor.Cursor#close
5:await"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"37:close the cursor in a `finally` block
{11
2:id"11:pool-client
4:noun"13:pooled client
4:kind"10:connection
6:weight"4:high
4:type"13:pg.PoolClient
7:acquire[3
{3
4:call"15:pg.Pool#connect
4:when{2
8:argument"1:0
2:is"8:function
8:callback{4
8:argument"1:0
5:error"1:0
6:handle"1:1
7:release"1:2
{2
4:call"10:pg.connect
8:callback{4
8:argument"4:last
5:error"1:0
6:handle"1:1
7:release"1:2
{2
4:call"15:pg.Pool#connect
7:telling[1
"12:pool.connect
7:release[1
"21:pg.PoolClient#release
7:context"11:unsupported
14:double-release"5:fails
19:fails-after-release"4:true
3:fix"80:call `release()` in the `finally` of a `try` that starts right after the connect
{9
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"13:pg.ClientBase
7:acquire[1
{3
4:call"19:pg.ClientBase#query
4:when{2
8:argument"1:0
3:sql[1
"5:begin
5:gives"8:receiver
7:release[3
{2
4:call"19:pg.ClientBase#query
4:when{2
8:argument"1:0
3:sql[2
"6:commit
"8:rollback
{2
4:call"21:pg.PoolClient#release
4:when{2
8:argument"1:0
2:is"7:present
"13:pg.Client#end
7:context"11:unsupported
3:fix"71:roll back in the `catch`, before the `finally` that releases the client
{10
2:id"6:client
4:noun"6:client
4:kind"10:connection
6:weight"6:medium
4:type"9:pg.Client
7:acquire[1
{2
4:call"17:pg.Client#connect
5:gives"8:receiver
7:release[1
"13:pg.Client#end
7:context"11:unsupported
19:fails-after-release"4:true
3:fix"48:call `end()` in a `finally` block, or use a pool
5:pools[1
{4
4:call[3
"7:pg.Pool
"7:pg-pool
"14:pg.native.Pool
4:noun"4:pool
7:timeout{2
8:argument"1:0
8:property"23:connectionTimeoutMillis
3:fix"88:set `connectionTimeoutMillis`; without it a caller waits for ever when the pool is empty
7:queries[2
{4
4:call[2
"19:pg.ClientBase#query
"13:pg.Pool#query
4:when{3
8:argument"1:0
8:property"4:text
2:is"7:present
4:text{2
8:argument"1:0
8:property"4:text
10:parameters{2
8:argument"1:0
8:property"6:values
{3
4:call[2
"19:pg.ClientBase#query
"13:pg.Pool#query
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
6:guards[1
{3
4:kind"4:lock
4:call[2
"19:pg.ClientBase#query
"13:pg.Pool#query
4:when{2
8:argument"1:0
3:sql[1
"4:lock
10:violations[1
{1
5:codes[4
"5:23505
"5:23P01
"16:unique_violation
"46:duplicate key value violates unique constraint
12:never-raises[2
{1
4:call[7
"10:pg.Pool#on
"16:pg.ClientBase#on
"21:pg.PoolClient#release
"19:pg.escapeIdentifier
"16:pg.escapeLiteral
"36:pg.Client.prototype.escapeIdentifier
"33:pg.Client.prototype.escapeLiteral
{1
4:call[2
"30:pg.ClientBase#escapeIdentifier
"27:pg.ClientBase#escapeLiteral
8:examples[3
{3
5:title"49:the client is not given back when the query fails
8:language"10:javascript
4:code"291:import { Pool } from 'pg';

const pool = new Pool();

export async function total(customer) {
  const client = await pool.connect(); // expect: SL103
  const { rows } = await client.query('SELECT sum(amount) FROM bills WHERE c = $1', [customer]);
  client.release();
  return rows[0].sum;
}

{3
5:title"22:given back in any case
8:language"10:javascript
4:code"446:import { Pool } from 'pg';

const pool = new Pool();

export async function total(customer) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query('SELECT sum(amount) FROM bills WHERE c = $1', [customer]);
    await client.query('COMMIT');
    return rows[0].sum;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

{3
5:title"36:done is called first in every branch
8:language"10:javascript
4:code"421:const { Pool } = require('pg');

const pool = new Pool();

function total(customer, callback) {
  pool.connect((error, client, done) => {
    if (error) return callback(error);
    client.query('SELECT sum(amount) FROM bills WHERE c = $1', [customer], (failure, result) => {
      done();
      if (failure) return callback(failure);
      callback(null, result.rows[0].sum);
    });
  });
}

module.exports = { total };

{13
7:library"12:Objection.js
8:language"10:javascript
7:modules[1
"9:objection
5:types[4
"15:objection.Model
{3
4:name"22:objection.QueryBuilder
7:telling[1
"7:query()
6:fluent"4:true
"14:objection.Rows
{2
4:name"21:objection.Transaction
7:aliases[2
"21:objection.Transaction
"27:objection.TransactionOrKnex
7:returns{4
27:objection.transaction.start"21:objection.Transaction
32:objection.Model#startTransaction"21:objection.Transaction
21:objection.Model#query"22:objection.QueryBuilder
22:objection.Model#$query"22:objection.QueryBuilder
9:resources[1
{9
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"21:objection.Transaction
7:acquire[3
"27:objection.transaction.start
"32:objection.Model#startTransaction
"32:objection.Model.startTransaction
7:release[1
{2
4:call[2
"28:objection.Transaction#commit
"30:objection.Transaction#rollback
5:await"4:true
7:context"11:unsupported
3:fix"85:roll back in the `catch`, or pass the work to `Model.transaction(async (trx) => ...)`
7:queries[1
{1
4:call[2
"21:objection.Model#query
"22:objection.Model#$query
6:probes[1
{3
4:call[5
"30:objection.QueryBuilder#findOne
"31:objection.QueryBuilder#findById
"28:objection.QueryBuilder#first
"33:objection.QueryBuilder#resultSize
"28:objection.QueryBuilder#where
6:entity"4:root
7:columns{1
8:argument"1:0
7:inserts[1
{3
4:call[4
"29:objection.QueryBuilder#insert
"37:objection.QueryBuilder#insertAndFetch
"34:objection.QueryBuilder#insertGraph
"42:objection.QueryBuilder#insertGraphAndFetch
6:entity"4:root
7:columns{1
8:argument"1:0
7:updates[1
{3
4:call[2
"28:objection.QueryBuilder#patch
"29:objection.QueryBuilder#update
6:entity"4:root
7:columns{1
8:argument"1:0
6:guards[3
{2
4:kind"15:conflict-clause
4:call[3
"33:objection.QueryBuilder#onConflict
"29:objection.QueryBuilder#ignore
"28:objection.QueryBuilder#merge
{2
4:kind"4:lock
4:call[1
"32:objection.QueryBuilder#forUpdate
{2
4:kind"11:transaction
4:call[2
"27:objection.Model#transaction
"21:objection.transaction
10:violations[1
{2
5:types[1
"30:objection.UniqueViolationError
5:codes[3
"5:23505
"12:ER_DUP_ENTRY
"17:SQLITE_CONSTRAINT
8:examples[2
{3
5:title"40:a started transaction is not rolled back
8:language"10:javascript
4:code"241:const { transaction } = require('objection');

async function rename(Person, id, name) {
  const trx = await transaction.start(Person.knex()); // expect: SL107
  await Person.query(trx).patch({ name }).where({ id });
  await trx.commit();
}

{3
5:title"24:rolled back in the catch
8:language"10:javascript
4:code"303:const { transaction } = require('objection');

async function rename(Person, id, name) {
  const trx = await transaction.start(Person.knex());
  try {
    await Person.query(trx).patch({ name }).where({ id });
    await trx.commit();
  } catch (error) {
    await trx.rollback();
    throw error;
  }
}

{9
7:library"8:oracledb
8:language"10:javascript
7:modules[1
"8:oracledb
5:types[4
{1
4:name"13:oracledb.Pool
{1
4:name"19:oracledb.Connection
{1
4:name"15:oracledb.Result
{1
4:name"18:oracledb.ResultSet
7:returns{6
19:oracledb.createPool"13:oracledb.Pool
16:oracledb.getPool"13:oracledb.Pool
22:oracledb.getConnection"19:oracledb.Connection
27:oracledb.Pool#getConnection"19:oracledb.Connection
27:oracledb.Connection#execute"15:oracledb.Result
25:oracledb.Result#resultSet"18:oracledb.ResultSet
9:resources[2
{10
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"4:high
4:type"19:oracledb.Connection
7:acquire[2
{3
4:call[2
"22:oracledb.getConnection
"27:oracledb.Pool#getConnection
4:when{2
8:argument"4:last
2:is"8:function
8:callback{3
8:argument"4:last
5:error"1:0
6:handle"1:1
{2
4:call[2
"22:oracledb.getConnection
"27:oracledb.Pool#getConnection
7:telling[1
"22:oracledb.getConnection
7:release[1
{2
4:call[2
"25:oracledb.Connection#close
"27:oracledb.Connection#release
5:await"4:true
14:double-release"5:fails
19:fails-after-release"4:true
3:fix"89:`await connection.close()` in a `finally` block; it gives the connection back to the pool
{10
2:id"10:result-set
4:noun"10:result set
4:kind"6:cursor
6:weight"6:medium
4:type"18:oracledb.ResultSet
7:acquire[1
"25:oracledb.Result#resultSet
7:release[1
{2
4:call"24:oracledb.ResultSet#close
5:await"4:true
18:closed-with-parent"4:true
9:collected"4:true
3:fix"46:`await resultSet.close()` in a `finally` block
7:queries[1
{3
4:call"27:oracledb.Connection#execute
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
10:violations[1
{1
5:codes[1
"9:ORA-00001
8:examples[2
{3
5:title"43:a statement that fails keeps the connection
8:language"10:javascript
4:code"327:const oracledb = require('oracledb');

async function total(customer) {
  const connection = await oracledb.getConnection(); // expect: SL103
  const result = await connection.execute('SELECT sum(amount) FROM bills WHERE c = :1', [customer]);
  await connection.close();
  return result.rows[0];
}

module.exports = { total };

{3
5:title"27:closed in the finally block
8:language"10:javascript
4:code"342:const oracledb = require('oracledb');

async function total(customer) {
  const connection = await oracledb.getConnection();
  try {
    const result = await connection.execute('SELECT sum(amount) FROM bills WHERE c = :1', [customer]);
    return result.rows[0];
  } finally {
    await connection.close();
  }
}

module.exports = { total };

{9
7:library"17:payment providers
8:language"10:javascript
7:modules[10
"18:@adyen/api-library
"25:@paypal/paypal-server-sdk
"6:square
"14:square-connect
"18:@mollie/api-client
"17:checkout-sdk-node
"17:gocardless-nodejs
"11:mercadopago
"8:razorpay
"9:braintree
5:types[15
{2
4:name"17:adyen.CheckoutAPI
12:constructors[1
"30:@adyen/api-library.CheckoutAPI
{2
4:name"17:adyen.PaymentsApi
12:constructors[2
"30:@adyen/api-library.PaymentsApi
"68:@adyen/api-library/lib/src/services/checkout/paymentsApi.PaymentsApi
{2
4:name"22:adyen.ModificationsApi
12:constructors[2
"35:@adyen/api-library.ModificationsApi
"78:@adyen/api-library/lib/src/services/checkout/modificationsApi.ModificationsApi
{2
4:name"23:paypal.OrdersController
12:constructors[1
"42:@paypal/paypal-server-sdk.OrdersController
{2
4:name"25:paypal.PaymentsController
12:constructors[1
"44:@paypal/paypal-server-sdk.PaymentsController
{2
4:name"13:square.Client
12:constructors[2
"19:square.SquareClient
"13:square.Client
{2
4:name"26:square-connect.PaymentsApi
12:constructors[1
"26:square-connect.PaymentsApi
{2
4:name"25:square-connect.RefundsApi
12:constructors[1
"25:square-connect.RefundsApi
{3
4:name"13:mollie.Client
12:constructors[2
"18:@mollie/api-client
"37:@mollie/api-client.createMollieClient
7:aliases[1
"31:@mollie/api-client.MollieClient
{2
4:name"17:checkout.Checkout
12:constructors[2
"17:checkout-sdk-node
"26:checkout-sdk-node.Checkout
{2
4:name"17:gocardless.Client
12:constructors[3
"17:gocardless-nodejs
"25:gocardless-nodejs.default
"41:gocardless-nodejs/client.GoCardlessClient
"19:mercadopago.Payment
"25:mercadopago.PaymentRefund
{2
4:name"26:braintree.BraintreeGateway
12:constructors[2
"26:braintree.BraintreeGateway
"17:braintree.connect
{3
4:name"17:razorpay.Razorpay
12:constructors[1
"8:razorpay
7:aliases[1
"16:razorpay.default
7:returns{2
29:adyen.CheckoutAPI#PaymentsApi"17:adyen.PaymentsApi
34:adyen.CheckoutAPI#ModificationsApi"22:adyen.ModificationsApi
8:payments[17
{6
8:provider"5:Adyen
4:call[2
"26:adyen.PaymentsApi#payments
"26:adyen.CheckoutAPI#payments
3:key{2
8:argument"1:1
8:property"14:idempotencyKey
9:misplaced{2
8:argument"1:0
8:property"14:idempotencyKey
6:effect"6:charge
3:fix"46:`{ idempotencyKey: … }` as the last argument
{6
8:provider"5:Adyen
4:call[4
"47:adyen.ModificationsApi#captureAuthorisedPayment
"44:adyen.ModificationsApi#refundCapturedPayment
"45:adyen.ModificationsApi#updateAuthorisedAmount
"44:adyen.ModificationsApi#refundOrCancelPayment
3:key{2
8:argument"1:2
8:property"14:idempotencyKey
9:misplaced{2
8:argument"1:1
8:property"14:idempotencyKey
6:effect"17:capture or refund
3:fix"64:`{ idempotencyKey: `refund-${refund.id}` }` as the last argument
{5
8:provider"6:PayPal
4:call[3
"36:paypal.OrdersController#captureOrder
"37:paypal.OrdersController#ordersCapture
"38:paypal.OrdersController#authorizeOrder
3:key{2
8:argument"1:0
8:property"15:paypalRequestId
18:protected-by-state"4:true
6:effect"6:charge
{5
8:provider"6:PayPal
4:call[4
"50:paypal.PaymentsController#captureAuthorizedPayment
"47:paypal.PaymentsController#authorizationsCapture
"47:paypal.PaymentsController#refundCapturedPayment
"40:paypal.PaymentsController#capturesRefund
3:key{2
8:argument"1:0
8:property"15:paypalRequestId
6:effect"17:capture or refund
3:fix"55:`paypalRequestId: `refund-${refund.id}`` in the request
{5
8:provider"6:Square
4:call[4
"29:square.Client#payments.create
"35:square.Client#refunds.refundPayment
"39:square.Client#paymentsApi.createPayment
"38:square.Client#refundsApi.refundPayment
3:key{2
8:argument"1:0
8:property"14:idempotencyKey
6:effect"6:charge
3:fix"36:`idempotencyKey: …` in the request
{5
8:provider"6:Square
4:call[2
"40:square-connect.PaymentsApi#createPayment
"39:square-connect.RefundsApi#refundPayment
3:key{2
8:argument"1:0
8:property"15:idempotency_key
6:effect"6:charge
3:fix"37:`idempotency_key: …` in the request
{6
8:provider"6:Mollie
4:call[3
"29:mollie.Client#payments.create
"37:mollie.Client#customerPayments.create
"27:mollie.Client#orders.create
4:when{3
8:argument"1:0
8:property"11:redirectUrl
2:is"7:present
3:key{2
8:argument"1:0
8:property"14:idempotencyKey
18:protected-by-state"4:true
6:effect"7:payment
{6
8:provider"6:Mollie
4:call[5
"35:mollie.Client#paymentRefunds.create
"37:mollie.Client#payments_refunds.create
"37:mollie.Client#payments.refunds.create
"33:mollie.Client#orderRefunds.create
"35:mollie.Client#orders_refunds.create
3:key{2
8:argument"1:0
8:property"14:idempotencyKey
13:automatic-key"4:true
6:effect"6:refund
3:fix"60:`idempotencyKey: `refund-${refund.id}`` among the parameters
{6
8:provider"6:Mollie
4:call[6
"29:mollie.Client#payments.create
"37:mollie.Client#customerPayments.create
"39:mollie.Client#customers_payments.create
"27:mollie.Client#orders.create
"42:mollie.Client#customerSubscriptions.create
"44:mollie.Client#customers_subscriptions.create
3:key{2
8:argument"1:0
8:property"14:idempotencyKey
13:automatic-key"4:true
6:effect"7:payment
3:fix"42:`idempotencyKey: …` among the parameters
{5
8:provider"12:Checkout.com
4:call[2
"34:checkout.Checkout#payments.request
"36:checkout.Checkout#transfers.initiate
3:key{1
8:argument"1:1
6:effect"6:charge
3:fix"28:a key as the second argument
{5
8:provider"12:Checkout.com
4:call[2
"34:checkout.Checkout#payments.capture
"33:checkout.Checkout#payments.refund
3:key{1
8:argument"1:2
6:effect"17:capture or refund
3:fix"42:`refund-${refund.id}` as the last argument
{6
8:provider"10:GoCardless
4:call[3
"33:gocardless.Client#payments.create
"32:gocardless.Client#refunds.create
"41:gocardless.Client#outboundPayments.create
3:key{1
8:argument"1:1
13:automatic-key"4:true
6:effect"7:payment
3:fix"28:a key as the second argument
{7
8:provider"12:Mercado Pago
4:call[2
"26:mercadopago.Payment#create
"32:mercadopago.PaymentRefund#create
3:key{2
8:argument"1:0
8:property"29:requestOptions.idempotencyKey
9:misplaced[2
{2
8:argument"1:0
8:property"14:idempotencyKey
{2
8:argument"1:0
8:property"19:body.idempotencyKey
13:automatic-key"4:true
6:effect"7:payment
3:fix"41:`requestOptions: { idempotencyKey: … }`
{4
8:provider"9:Braintree
4:call[2
"43:braintree.BraintreeGateway#transaction.sale
"45:braintree.BraintreeGateway#transaction.refund
18:protected-by-state"4:true
6:effect"6:charge
{5
8:provider"9:Braintree
4:call"46:braintree.BraintreeGateway#subscription.create
3:key{2
8:argument"1:0
8:property"2:id
6:effect"12:subscription
3:fix"73:`id: `order-${order.id}`` in the request: a second one with it is refused
{6
8:provider"8:Razorpay
4:call"33:razorpay.Razorpay#payments.refund
4:when{3
8:argument"1:1
8:property"6:amount
2:is"7:present
3:key{2
8:argument"1:2
8:property"20:X-Refund-Idempotency
6:effect"6:refund
3:fix"89:a request of your own to `/v1/payments/:id/refund` with the header `X-Refund-Idempotency`
{4
8:provider"8:Razorpay
4:call[2
"34:razorpay.Razorpay#payments.capture
"33:razorpay.Razorpay#payments.refund
18:protected-by-state"4:true
6:effect"6:charge
8:webhooks[1
{1
4:call[3
"37:square.WebhooksHelper.verifySignature
"33:razorpay.validateWebhookSignature
"52:braintree.BraintreeGateway#webhookNotification.parse
7:network[2
{1
4:call[4
"19:adyen.PaymentsApi#*
"24:adyen.ModificationsApi#*
"25:paypal.OrdersController#*
"27:paypal.PaymentsController#*
{1
4:call[6
"17:square.Client#*.*
"17:mollie.Client#*.*
"21:checkout.Checkout#*.*
"21:gocardless.Client#*.*
"30:braintree.BraintreeGateway#*.*
"21:razorpay.Razorpay#*.*
8:examples[7
{3
5:title"52:Adyen, a refund without and with the request options
8:language"10:typescript
4:code"484:import { Client, CheckoutAPI } from '@adyen/api-library';

export class Payments {
  constructor(private readonly checkout: CheckoutAPI) {}

  refund(reference: string, body: object) {
    return this.checkout.ModificationsApi.refundCapturedPayment(reference, body); // expect: SL201
  }

  refundOnce(reference: string, body: object, id: string) {
    return this.checkout.ModificationsApi.refundCapturedPayment(reference, body, {
      idempotencyKey: `refund-${id}`,
    });
  }
}

{3
5:title"48:PayPal, a refund without and with its request id
8:language"10:javascript
4:code"475:import { PaymentsController } from '@paypal/paypal-server-sdk';

export function refund(client, captureId, amount) {
  return new PaymentsController(client).refundCapturedPayment({ // expect: SL201
    captureId,
    body: { amount },
  });
}

export function refundOnce(client, refund) {
  return new PaymentsController(client).refundCapturedPayment({
    captureId: refund.captureId,
    paypalRequestId: `refund-${refund.id}`,
    body: { amount: refund.amount },
  });
}

{3
5:title"63:Square, a payment with a key of the moment and one of the order
8:language"10:javascript
4:code"509:import { randomUUID } from 'node:crypto';
import { SquareClient } from 'square';

const square = new SquareClient({ token: process.env.SQUARE_TOKEN });

export function pay(order) {
  return square.payments.create({ // expect: SL202
    idempotencyKey: randomUUID(),
    sourceId: order.source,
    amountMoney: order.total,
  });
}

export function payOnce(order) {
  return square.payments.create({
    idempotencyKey: `charge-${order.id}`,
    sourceId: order.source,
    amountMoney: order.total,
  });
}

{3
5:title"70:Mollie, a recurring payment; on the hosted page the customer pays once
8:language"10:javascript
4:code"780:import { createMollieClient } from '@mollie/api-client';

const mollie = createMollieClient({ apiKey: process.env.MOLLIE_KEY });

export function renew(subscription) {
  return mollie.payments.create({ // expect: SL201
    amount: subscription.price,
    customerId: subscription.customer,
    sequenceType: 'recurring',
  });
}

export function renewOnce(subscription) {
  return mollie.payments.create({
    amount: subscription.price,
    customerId: subscription.customer,
    sequenceType: 'recurring',
    idempotencyKey: `renew-${subscription.id}-${subscription.period}`,
  });
}

export function checkout(order) {
  return mollie.payments.create({
    amount: order.total,
    description: order.number,
    redirectUrl: `https://shop.example/orders/${order.id}`,
  });
}

{3
5:title"55:Braintree has no keys, its gateway looks for duplicates
8:language"10:javascript
4:code"233:import braintree from 'braintree';

const gateway = new braintree.BraintreeGateway({ merchantId: process.env.MERCHANT });

export function pay(order) {
  return gateway.transaction.sale({ amount: order.total, orderId: order.id });
}

{3
5:title"43:Razorpay, a part of a payment and all of it
8:language"10:typescript
4:code"320:import Razorpay from 'razorpay';

export class Refunds {
  protected razorpay: Razorpay;

  part(payment: string, amount: number) {
    return this.razorpay.payments.refund(payment, { amount }); // expect: SL201
  }

  all(payment: string) {
    return this.razorpay.payments.refund(payment, { speed: 'normal' });
  }
}

{3
5:title"46:Mollie, a refund by a client that is handed in
8:language"10:typescript
4:code"434:import { MollieClient } from '@mollie/api-client';

export function refund(mollie: MollieClient, paymentId: string, amount: object) {
  return mollie.payments_refunds.create({ paymentId, amount }); // expect: SL201
}

export function refundOnce(mollie: MollieClient, refund: { id: string; payment: string }) {
  return mollie.payments_refunds.create({
    paymentId: refund.payment,
    idempotencyKey: `refund-${refund.id}`,
  });
}

{6
7:library"24:Paystack and Flutterwave
8:language"10:javascript
7:modules[4
"8:paystack
"12:paystack-api
"22:@paystack/paystack-sdk
"19:flutterwave-node-v3
5:types[2
{2
4:name"17:paystack.Paystack
12:constructors[4
"8:paystack
"12:paystack-api
"22:@paystack/paystack-sdk
"31:@paystack/paystack-sdk.Paystack
{2
4:name"31:flutterwave-node-v3.Flutterwave
12:constructors[1
"19:flutterwave-node-v3
8:payments[3
{5
8:provider"8:Paystack
4:call[6
"36:paystack.Paystack#transaction.charge
"49:paystack.Paystack#transaction.chargeAuthorization
"31:paystack.Paystack#charge.create
"31:paystack.Paystack#charge.charge
"33:paystack.Paystack#transfer.create
"35:paystack.Paystack#transfer.initiate
3:key{2
8:argument"1:0
8:property"9:reference
6:effect"6:charge
3:fix"37:`reference: …` among the parameters
{5
8:provider"11:Flutterwave
4:call[3
"43:flutterwave-node-v3.Flutterwave#Charge.card
"52:flutterwave-node-v3.Flutterwave#Charge.bank_transfer
"48:flutterwave-node-v3.Flutterwave#Tokenized.charge
3:key{2
8:argument"1:0
8:property"6:tx_ref
6:effect"6:charge
3:fix"34:`tx_ref: …` among the parameters
{5
8:provider"11:Flutterwave
4:call"49:flutterwave-node-v3.Flutterwave#Transfer.initiate
3:key{2
8:argument"1:0
8:property"9:reference
6:effect"8:transfer
3:fix"57:`reference: `transfer-${payout.id}`` among the parameters
8:examples[1
{3
5:title"55:a transfer's reference of the moment, and of the payout
8:language"10:javascript
4:code"492:const Flutterwave = require('flutterwave-node-v3');

const flutterwave = new Flutterwave(process.env.PUBLIC, process.env.SECRET);

exports.pay = (payout) =>
  flutterwave.Transfer.initiate({ // expect: SL202
    amount: payout.amount,
    account_number: payout.account,
    reference: `transfer-${Date.now()}`,
  });

exports.payOnce = (payout) =>
  flutterwave.Transfer.initiate({
    amount: payout.amount,
    account_number: payout.account,
    reference: `transfer-${payout.id}`,
  });

{11
7:library"10:pg-promise
8:language"10:javascript
7:modules[1
"10:pg-promise
5:types[3
{2
4:name"15:pg-promise.Main
12:constructors[1
"10:pg-promise
{2
4:name"19:pg-promise.Database
7:aliases[2
"20:pg-promise.IDatabase
"16:pg-promise.ITask
"20:pg-promise.Connected
7:returns{2
18:pg-promise.Main#()"19:pg-promise.Database
27:pg-promise.Database#connect"20:pg-promise.Connected
19:callback-parameters{2
24:pg-promise.Database#task[1
"19:pg-promise.Database
22:pg-promise.Database#tx[1
"19:pg-promise.Database
9:resources[1
{11
2:id"10:connection
4:noun"17:shared connection
4:kind"10:connection
6:weight"4:high
4:type"20:pg-promise.Connected
7:acquire[1
"27:pg-promise.Database#connect
7:release[1
"25:pg-promise.Connected#done
7:context"11:unsupported
14:double-release"5:fails
19:fails-after-release"4:true
3:fix"70:call `done()` in a `finally` block, or pass the work to `db.task(...)`
7:queries[1
{3
4:call[11
"25:pg-promise.Database#query
"24:pg-promise.Database#none
"23:pg-promise.Database#one
"29:pg-promise.Database#oneOrNone
"23:pg-promise.Database#any
"24:pg-promise.Database#many
"30:pg-promise.Database#manyOrNone
"26:pg-promise.Connected#query
"25:pg-promise.Connected#none
"24:pg-promise.Connected#one
"24:pg-promise.Connected#any
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
6:guards[2
{3
4:kind"4:lock
4:call[11
"25:pg-promise.Database#query
"24:pg-promise.Database#none
"23:pg-promise.Database#one
"29:pg-promise.Database#oneOrNone
"23:pg-promise.Database#any
"24:pg-promise.Database#many
"30:pg-promise.Database#manyOrNone
"26:pg-promise.Connected#query
"25:pg-promise.Connected#none
"24:pg-promise.Connected#one
"24:pg-promise.Connected#any
4:when{2
8:argument"1:0
3:sql[1
"4:lock
{2
4:kind"11:transaction
4:call"22:pg-promise.Database#tx
10:violations[1
{1
5:codes[2
"5:23505
"5:23P01
8:examples[2
{3
5:title"39:a query that fails keeps the connection
8:language"10:javascript
4:code"336:const pgp = require('pg-promise')();

const db = pgp(process.env.DATABASE_URL);

async function total(customer) {
  const connection = await db.connect(); // expect: SL103
  const row = await connection.one('SELECT sum(amount) FROM bills WHERE c = $1', [customer]);
  connection.done();
  return row.sum;
}

module.exports = { total };

{3
5:title"25:the library gives it back
8:language"10:javascript
4:code"264:const pgp = require('pg-promise')();

const db = pgp(process.env.DATABASE_URL);

async function total(customer) {
  const row = await db.task((t) => t.one('SELECT sum(amount) FROM bills WHERE c = $1', [customer]));
  return row.sum;
}

module.exports = { total };

{6
7:library"5:Plaid
8:language"10:javascript
7:modules[1
"5:plaid
5:types[1
{2
4:name"14:plaid.PlaidApi
12:constructors[1
"14:plaid.PlaidApi
8:payments[2
{6
8:provider"5:Plaid
4:call[6
"42:plaid.PlaidApi#transferAuthorizationCreate
"35:plaid.PlaidApi#transferRefundCreate
"38:plaid.PlaidApi#transferRecurringCreate
"36:plaid.PlaidApi#transferLedgerDeposit
"37:plaid.PlaidApi#transferLedgerWithdraw
"39:plaid.PlaidApi#walletTransactionExecute
3:key{2
8:argument"1:0
8:property"15:idempotency_key
9:misplaced{2
8:argument"1:1
8:property"14:idempotencyKey
6:effect"8:transfer
3:fix"57:`idempotency_key: `transfer-${payout.id}`` in the request
{5
8:provider"5:Plaid
4:call"29:plaid.PlaidApi#transferCreate
3:key{2
8:argument"1:0
8:property"15:idempotency_key
18:protected-by-state"4:true
6:effect"8:transfer
8:examples[1
{3
5:title"33:a refund without and with its key
8:language"10:javascript
4:code"428:import { Configuration, PlaidApi } from 'plaid';

const plaid = new PlaidApi(new Configuration({}));

export function refund(transfer, amount) {
  return plaid.transferRefundCreate({ transfer_id: transfer.id, amount }); // expect: SL201
}

export function refundOnce(refund) {
  return plaid.transferRefundCreate({
    transfer_id: refund.transfer,
    amount: refund.amount,
    idempotency_key: `refund-${refund.id}`,
  });
}

{7
7:library"10:playwright
8:language"10:javascript
7:modules[4
"10:playwright
"15:playwright-core
"16:@playwright/test
"19:playwright-chromium
5:types[3
{2
4:name"18:playwright.Browser
7:aliases[2
"23:playwright-core.Browser
"24:@playwright/test.Browser
{2
4:name"25:playwright.BrowserContext
7:aliases[2
"30:playwright-core.BrowserContext
"31:@playwright/test.BrowserContext
{2
4:name"15:playwright.Page
7:aliases[2
"20:playwright-core.Page
"21:@playwright/test.Page
7:returns{11
26:playwright.chromium.launch"18:playwright.Browser
25:playwright.firefox.launch"18:playwright.Browser
24:playwright.webkit.launch"18:playwright.Browser
27:playwright.chromium.connect"18:playwright.Browser
34:playwright.chromium.connectOverCDP"18:playwright.Browser
31:playwright-core.chromium.launch"18:playwright.Browser
35:playwright-chromium.chromium.launch"18:playwright.Browser
32:@playwright/test.chromium.launch"18:playwright.Browser
29:playwright.Browser#newContext"25:playwright.BrowserContext
26:playwright.Browser#newPage"15:playwright.Page
33:playwright.BrowserContext#newPage"15:playwright.Page
9:resources[3
{8
2:id"7:browser
4:noun"7:browser
4:kind"7:process
6:weight"6:medium
4:type"18:playwright.Browser
7:acquire[1
{2
4:call[8
"26:playwright.chromium.launch
"25:playwright.firefox.launch
"24:playwright.webkit.launch
"27:playwright.chromium.connect
"34:playwright.chromium.connectOverCDP
"31:playwright-core.chromium.launch
"35:playwright-chromium.chromium.launch
"32:@playwright/test.chromium.launch
7:telling[1
"15:chromium.launch
7:release[1
"24:playwright.Browser#close
3:fix"94:`await browser.close()` in a `finally` block; a browser that is left is a process that runs on
{10
2:id"7:context
4:noun"15:browser context
4:kind"5:other
6:weight"6:medium
4:type"25:playwright.BrowserContext
7:acquire[1
{2
4:call"29:playwright.Browser#newContext
7:telling[1
"18:browser.newContext
7:release[1
"31:playwright.BrowserContext#close
18:closed-with-parent"4:true
9:collected"4:true
3:fix"44:`await context.close()` in a `finally` block
{10
2:id"4:page
4:noun"4:page
4:kind"5:other
6:weight"6:medium
4:type"15:playwright.Page
7:acquire[1
{2
4:call[2
"26:playwright.Browser#newPage
"33:playwright.BrowserContext#newPage
7:telling[1
"15:context.newPage
7:release[1
"21:playwright.Page#close
18:closed-with-parent"4:true
9:collected"4:true
3:fix"41:`await page.close()` in a `finally` block
7:network[1
"20:playwright.Page#goto
{10
7:library"4:pogi
8:language"10:javascript
7:modules[1
"4:pogi
8:triggers[3
"14:.insertAndGet(
"17:.updateAndGetOne(
"14:.updateAndGet(
5:types[1
{2
4:name"10:pogi.Table
7:telling[2
"10:*.public.*
"8:public.*
6:probes[1
{3
4:call[4
"18:pogi.Table#findOne
"20:pogi.Table#findFirst
"15:pogi.Table#find
"16:pogi.Table#count
6:entity"8:receiver
7:columns{1
8:argument"1:0
7:inserts[1
{3
4:call[2
"17:pogi.Table#insert
"23:pogi.Table#insertAndGet
6:entity"8:receiver
7:columns{1
8:argument"1:0
7:updates[1
{3
4:call[4
"17:pogi.Table#update
"20:pogi.Table#updateOne
"23:pogi.Table#updateAndGet
"26:pogi.Table#updateAndGetOne
6:entity"8:receiver
7:columns{1
8:argument"1:1
10:violations[1
{1
5:codes[1
"5:23505
8:examples[1
{3
5:title"47:who finds none makes one, and so does the other
8:language"10:javascript
4:code"275:const subscribe = async (pgdb, userId, topic) => {
  const known = await pgdb.public.subscriptions.findOne({ userId, topic });
  if (known) return known;
  return pgdb.public.subscriptions.insertAndGet({ userId, topic }); // expect: SL301
};

module.exports = { subscribe };

{7
7:library"26:transactions through pools
8:language"10:javascript
7:modules[4
"2:pg
"6:mysql2
"5:mysql
"7:mariadb
8:triggers[4
"5:BEGIN
"5:begin
"17:START TRANSACTION
"17:start transaction
5:types[1
"20:pg.PooledTransaction
9:resources[1
{9
2:id"18:pooled-transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"20:pg.PooledTransaction
7:acquire[2
{3
4:call"13:pg.Pool#query
4:when{2
8:argument"1:0
3:sql[1
"5:begin
5:gives"8:receiver
{3
4:call[8
"17:mysql2.Pool#query
"19:mysql2.Pool#execute
"25:mysql2/promise.Pool#query
"27:mysql2/promise.Pool#execute
"16:mysql.Pool#query
"24:promise-mysql.Pool#query
"18:mariadb.Pool#query
"20:mariadb.Pool#execute
4:when{2
8:argument"1:0
3:sql[1
"5:begin
5:gives"8:receiver
7:release[0
7:context"11:unsupported
3:fix"87:take one connection from the pool, and send BEGIN, the statements and COMMIT through it
8:examples[2
{3
5:title"51:each statement goes to whichever connection is free
8:language"10:javascript
4:code"442:import { Pool } from 'pg';

const pool = new Pool();

export async function move(from, to, amount) {
  await pool.query('BEGIN'); // expect: SL107
  try {
    await pool.query('UPDATE accounts SET sum = sum - $1 WHERE id = $2', [amount, from]);
    await pool.query('UPDATE accounts SET sum = sum + $1 WHERE id = $2', [amount, to]);
    await pool.query('COMMIT');
  } catch (error) {
    await pool.query('ROLLBACK');
    throw error;
  }
}

{3
5:title"28:one connection for all of it
8:language"10:javascript
4:code"512:import { Pool } from 'pg';

const pool = new Pool();

export async function move(from, to, amount) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('UPDATE accounts SET sum = sum - $1 WHERE id = $2', [amount, from]);
    await client.query('UPDATE accounts SET sum = sum + $1 WHERE id = $2', [amount, to]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

{11
7:library"11:postgres.js
8:language"10:javascript
7:modules[1
"8:postgres
5:types[2
{3
4:name"12:postgres.Sql
12:constructors[1
"8:postgres
7:aliases[1
"23:postgres.TransactionSql
{2
4:name"20:postgres.ReservedSql
7:extends[1
"12:postgres.Sql
7:returns{1
20:postgres.Sql#reserve"20:postgres.ReservedSql
19:callback-parameters{2
18:postgres.Sql#begin[1
"12:postgres.Sql
22:postgres.Sql#savepoint[1
"12:postgres.Sql
9:resources[2
{11
2:id"6:client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"12:postgres.Sql
7:acquire[1
{1
4:call[1
"8:postgres
7:release[1
{2
4:call[1
"16:postgres.Sql#end
5:await"4:true
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"41:end it in a `finally` block, or share one
{9
2:id"8:reserved
4:noun"19:reserved connection
4:kind"10:connection
6:weight"4:high
4:type"20:postgres.ReservedSql
7:acquire[1
{2
4:call"20:postgres.Sql#reserve
7:telling[1
"11:sql.reserve
7:release[1
"28:postgres.ReservedSql#release
19:fails-after-release"4:true
3:fix"75:call `release()` in a `finally` block, or pass the work to `sql.begin(...)`
7:queries[1
{3
4:call[2
"15:postgres.Sql#()
"19:postgres.Sql#unsafe
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
6:guards[2
{3
4:kind"4:lock
4:call[2
"15:postgres.Sql#()
"19:postgres.Sql#unsafe
4:when{2
8:argument"1:0
3:sql[1
"4:lock
{2
4:kind"11:transaction
4:call"18:postgres.Sql#begin
10:violations[1
{2
5:types[1
"22:postgres.PostgresError
5:codes[2
"5:23505
"5:23P01
8:examples[2
{3
5:title"39:a query that fails keeps the connection
8:language"10:javascript
4:code"350:import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL);

export async function refresh(name) {
  const reserved = await sql.reserve(); // expect: SL103
  await reserved`SELECT pg_advisory_lock(42)`;
  await reserved`REFRESH MATERIALIZED VIEW totals`;
  await reserved`SELECT pg_advisory_unlock(42)`;
  reserved.release();
}

{3
5:title"31:given back in the finally block
8:language"10:javascript
4:code"263:import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL);

export async function refresh() {
  const reserved = await sql.reserve();
  try {
    await reserved`REFRESH MATERIALIZED VIEW totals`;
  } finally {
    reserved.release();
  }
}

{17
7:library"6:Prisma
8:language"10:javascript
7:modules[1
"14:@prisma/client
9:generated[1
"6:prisma
8:triggers[1
"6:prisma
5:types[1
{3
4:name"27:@prisma/client.PrismaClient
7:aliases[1
"39:@prisma/client.Prisma.TransactionClient
7:telling[1
"1:*
7:returns{1
36:@prisma/client.PrismaClient#$extends"27:@prisma/client.PrismaClient
19:callback-parameters{1
40:@prisma/client.PrismaClient#$transaction[1
"27:@prisma/client.PrismaClient
9:resources[1
{9
2:id"6:client
4:noun"13:Prisma client
4:kind"6:client
6:weight"6:medium
4:type"27:@prisma/client.PrismaClient
7:acquire[1
"27:@prisma/client.PrismaClient
7:release[1
"39:@prisma/client.PrismaClient#$disconnect
7:context"11:unsupported
3:fix"85:keep one client for the process, or `await prisma.$disconnect()` in a `finally` block
5:pools[1
{4
4:call"27:@prisma/client.PrismaClient
4:noun"13:Prisma client
13:waits-forever"5:false
3:fix"70:set `pool_timeout` in the connection's URL; the default is ten seconds
7:queries[2
{2
4:call[4
"37:@prisma/client.PrismaClient#$queryRaw
"39:@prisma/client.PrismaClient#$executeRaw
"43:@prisma/client.PrismaClient#$queryRawUnsafe
"45:@prisma/client.PrismaClient#$executeRawUnsafe
4:text{1
8:argument"1:0
{1
4:call[8
"40:@prisma/client.PrismaClient#*.findUnique
"39:@prisma/client.PrismaClient#*.findFirst
"38:@prisma/client.PrismaClient#*.findMany
"35:@prisma/client.PrismaClient#*.count
"36:@prisma/client.PrismaClient#*.create
"36:@prisma/client.PrismaClient#*.update
"36:@prisma/client.PrismaClient#*.upsert
"36:@prisma/client.PrismaClient#*.delete
6:probes[4
{4
4:call[3
"40:@prisma/client.PrismaClient#*.findUnique
"39:@prisma/client.PrismaClient#*.findFirst
"37:@prisma/client.PrismaClient#*.findOne
6:entity{1
6:member"1:1
7:columns{2
8:argument"1:0
8:property"5:where
9:told-when{3
8:argument"1:0
8:property"5:where
2:is"7:present
{3
4:call"38:@prisma/client.PrismaClient#*.findMany
6:entity{1
6:member"1:1
7:columns{2
8:argument"1:0
8:property"5:where
{4
4:call[3
"35:@prisma/client.PrismaClient#*.count
"39:@prisma/client.PrismaClient#*.aggregate
"40:@prisma/client.PrismaClient#*.updateMany
6:entity{1
6:member"1:1
7:columns{2
8:argument"1:0
8:property"5:where
9:told-when{3
8:argument"1:0
8:property"5:where
2:is"7:present
{4
4:call[2
"47:@prisma/client.PrismaClient#*.findUniqueOrThrow
"46:@prisma/client.PrismaClient#*.findFirstOrThrow
6:entity{1
6:member"1:1
7:columns{2
8:argument"1:0
8:property"5:where
18:raises-when-absent"4:true
7:inserts[4
{5
4:call"40:@prisma/client.PrismaClient#*.createMany
4:when{3
8:argument"1:0
8:property"14:skipDuplicates
2:is"4:true
6:entity{1
6:member"1:1
7:columns{2
8:argument"1:0
8:property"4:data
6:atomic"4:true
{5
4:call"36:@prisma/client.PrismaClient#*.upsert
6:entity{1
6:member"1:1
7:columns{2
8:argument"1:0
8:property"6:create
6:atomic"4:true
9:told-when{3
8:argument"1:0
8:property"6:create
2:is"7:present
{4
4:call"36:@prisma/client.PrismaClient#*.create
6:entity{1
6:member"1:1
7:columns{2
8:argument"1:0
8:property"4:data
9:told-when[2
{3
8:argument"1:0
8:property"4:data
2:is"7:present
{2
8:argument"1:0
4:only[8
"4:data
"5:where
"6:select
"7:include
"4:omit
"14:skipDuplicates
"20:relationLoadStrategy
"5:limit
{5
4:call[2
"40:@prisma/client.PrismaClient#*.createMany
"49:@prisma/client.PrismaClient#*.createManyAndReturn
6:entity{1
6:member"1:1
7:columns{2
8:argument"1:0
8:property"4:data
9:told-when[2
{3
8:argument"1:0
8:property"4:data
2:is"7:present
{2
8:argument"1:0
4:only[8
"4:data
"5:where
"6:select
"7:include
"4:omit
"14:skipDuplicates
"20:relationLoadStrategy
"5:limit
3:fix"22:`skipDuplicates: true`
7:updates[4
{4
4:call"36:@prisma/client.PrismaClient#*.upsert
6:entity{1
6:member"1:1
7:columns{2
8:argument"1:0
8:property"6:update
9:told-when{3
8:argument"1:0
8:property"6:update
2:is"7:present
{5
4:call"36:@prisma/client.PrismaClient#*.update
6:entity{1
6:member"1:1
7:columns{2
8:argument"1:0
8:property"4:data
18:raises-when-absent"4:true
9:told-when[2
{3
8:argument"1:0
8:property"4:data
2:is"7:present
{2
8:argument"1:0
4:only[8
"4:data
"5:where
"6:select
"7:include
"4:omit
"14:skipDuplicates
"20:relationLoadStrategy
"5:limit
{4
4:call"40:@prisma/client.PrismaClient#*.updateMany
6:entity{1
6:member"1:1
7:columns{2
8:argument"1:0
8:property"4:data
9:told-when[2
{3
8:argument"1:0
8:property"4:data
2:is"7:present
{2
8:argument"1:0
4:only[8
"4:data
"5:where
"6:select
"7:include
"4:omit
"14:skipDuplicates
"20:relationLoadStrategy
"5:limit
{6
4:call"36:@prisma/client.PrismaClient#*.delete
6:entity{1
6:member"1:1
7:columns{2
8:argument"1:0
8:property"5:where
7:removes"4:true
18:raises-when-absent"4:true
9:told-when{3
8:argument"1:0
8:property"5:where
2:is"7:present
6:guards[3
{3
4:kind"12:serializable
4:call"40:@prisma/client.PrismaClient#$transaction
4:when{3
8:argument"1:1
8:property"14:isolationLevel
6:one-of[2
"12:Serializable
"45:Prisma.TransactionIsolationLevel.Serializable
{2
4:kind"11:transaction
4:call"40:@prisma/client.PrismaClient#$transaction
{3
4:kind"4:lock
4:call[4
"37:@prisma/client.PrismaClient#$queryRaw
"39:@prisma/client.PrismaClient#$executeRaw
"43:@prisma/client.PrismaClient#$queryRawUnsafe
"45:@prisma/client.PrismaClient#$executeRawUnsafe
4:when{2
8:argument"1:0
3:sql[1
"4:lock
10:violations[1
{2
5:types[1
"51:@prisma/client.Prisma.PrismaClientKnownRequestError
5:codes[2
"5:P2002
"17:Unique constraint
12:never-raises[1
{1
4:call[2
"36:@prisma/client.PrismaClient#$extends
"31:@prisma/client.PrismaClient#$on
{8
7:library"9:puppeteer
8:language"10:javascript
7:modules[3
"9:puppeteer
"14:puppeteer-core
"15:puppeteer-extra
5:types[3
{2
4:name"17:puppeteer.Browser
7:aliases[1
"22:puppeteer-core.Browser
{2
4:name"14:puppeteer.Page
7:aliases[1
"19:puppeteer-core.Page
"24:puppeteer.BrowserContext
7:returns{9
16:puppeteer.launch"17:puppeteer.Browser
17:puppeteer.connect"17:puppeteer.Browser
21:puppeteer-core.launch"17:puppeteer.Browser
22:puppeteer-core.connect"17:puppeteer.Browser
22:puppeteer-extra.launch"17:puppeteer.Browser
25:puppeteer.Browser#newPage"14:puppeteer.Page
32:puppeteer.BrowserContext#newPage"14:puppeteer.Page
38:puppeteer.Browser#createBrowserContext"24:puppeteer.BrowserContext
47:puppeteer.Browser#createIncognitoBrowserContext"24:puppeteer.BrowserContext
9:resources[3
{8
2:id"7:browser
4:noun"7:browser
4:kind"7:process
6:weight"6:medium
4:type"17:puppeteer.Browser
7:acquire[1
{2
4:call[5
"16:puppeteer.launch
"21:puppeteer-core.launch
"22:puppeteer-extra.launch
"17:puppeteer.connect
"22:puppeteer-core.connect
7:telling[1
"16:puppeteer.launch
7:release[1
{1
4:call[2
"23:puppeteer.Browser#close
"28:puppeteer.Browser#disconnect
3:fix"94:`await browser.close()` in a `finally` block; a browser that is left is a process that runs on
{10
2:id"4:page
4:noun"4:page
4:kind"5:other
6:weight"6:medium
4:type"14:puppeteer.Page
7:acquire[1
{2
4:call[2
"25:puppeteer.Browser#newPage
"32:puppeteer.BrowserContext#newPage
7:telling[1
"15:browser.newPage
7:release[1
"20:puppeteer.Page#close
18:closed-with-parent"4:true
9:collected"4:true
3:fix"41:`await page.close()` in a `finally` block
{9
2:id"7:context
4:noun"15:browser context
4:kind"5:other
6:weight"6:medium
4:type"24:puppeteer.BrowserContext
7:acquire[1
{1
4:call[2
"38:puppeteer.Browser#createBrowserContext
"47:puppeteer.Browser#createIncognitoBrowserContext
7:release[1
"30:puppeteer.BrowserContext#close
18:closed-with-parent"4:true
3:fix"44:`await context.close()` in a `finally` block
7:network[1
{1
4:call[2
"19:puppeteer.Page#goto
"32:puppeteer.Page#waitForNavigation
8:examples[2
{3
5:title"49:a page that does not load leaves a browser behind
8:language"10:javascript
4:code"280:import puppeteer from 'puppeteer';

export async function shoot(url) {
  const browser = await puppeteer.launch(); // expect: SL103
  const page = await browser.newPage();
  await page.goto(url);
  const image = await page.screenshot();
  await browser.close();
  return image;
}

{3
5:title"27:closed in the finally block
8:language"10:javascript
4:code"274:import puppeteer from 'puppeteer';

export async function shoot(url) {
  const browser = await puppeteer.launch();
  try {
    const page = await browser.newPage();
    await page.goto(url);
    return await page.screenshot();
  } finally {
    await browser.close();
  }
}

{6
7:library"18:queues and retries
8:language"10:javascript
7:modules[11
"6:bullmq
"4:bull
"9:bee-queue
"6:agenda
"7:pg-boss
"15:graphile-worker
"12:sqs-consumer
"7:p-retry
"11:async-retry
"13:promise-retry
"19:exponential-backoff
5:types[5
"13:bullmq.Worker
{2
4:name"10:bull.Queue
12:constructors[2
"4:bull
"10:bull.Queue
{2
4:name"15:bee-queue.Queue
12:constructors[1
"9:bee-queue
{2
4:name"13:agenda.Agenda
12:constructors[2
"6:agenda
"13:agenda.Agenda
{2
4:name"14:pg-boss.PgBoss
12:constructors[1
"7:pg-boss
9:consumers[5
{2
4:call"13:bullmq.Worker
5:value{1
8:argument"1:1
{2
4:call[4
"18:bull.Queue#process
"23:bee-queue.Queue#process
"19:pg-boss.PgBoss#work
"20:agenda.Agenda#define
5:value{1
8:argument"4:last
{2
4:call"28:sqs-consumer.Consumer.create
5:value{2
8:argument"1:0
8:property"13:handleMessage
{2
4:call"28:sqs-consumer.Consumer.create
5:value{2
8:argument"1:0
8:property"18:handleMessageBatch
{2
4:call"19:graphile-worker.run
5:value{2
8:argument"1:0
8:property"8:taskList
7:retries[2
{2
4:call[10
"7:p-retry
"14:p-retry.pRetry
"11:async-retry
"17:async-retry.retry
"5:retry
"13:promise-retry
"22:ts-retry-promise.retry
"27:exponential-backoff.backOff
"23:@lifeomic/attempt.retry
"13:attempt.retry
5:value{1
8:argument"1:0
{2
4:call[1
"11:async.retry
5:value{1
8:argument"4:last
{7
7:library"11:RedBeanNode
8:language"10:javascript
7:modules[1
"12:redbean-node
7:returns{1
19:redbean-node.R.knex"17:knex.QueryBuilder
6:probes[2
{2
4:call[4
"23:knex.QueryBuilder#where
"23:knex.QueryBuilder#first
"23:knex.QueryBuilder#count
"24:knex.QueryBuilder#select
6:entity{2
5:chain"4:knex
8:argument"1:0
{2
4:call[3
"22:redbean-node.R.findOne
"19:redbean-node.R.find
"20:redbean-node.R.count
6:entity{1
8:argument"1:0
7:inserts[1
{2
4:call"23:redbean-node.R.dispense
6:entity{1
8:argument"1:0
7:queries[1
{3
4:call[4
"19:redbean-node.R.exec
"21:redbean-node.R.getAll
"21:redbean-node.R.getRow
"22:redbean-node.R.getCell
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
{12
7:library"5:redis
8:language"10:javascript
7:modules[2
"5:redis
"13:@redis/client
5:types[1
{3
4:name"12:redis.Client
12:constructors[3
"18:redis.createClient
"19:redis.createCluster
"26:@redis/client.createClient
7:aliases[1
"21:redis.RedisClientType
7:returns{2
22:redis.Client#duplicate"12:redis.Client
20:redis.Client#connect"12:redis.Client
9:resources[1
{9
2:id"6:client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"12:redis.Client
7:acquire[1
{2
4:call"20:redis.Client#connect
5:gives"8:receiver
7:release[1
{1
4:call[5
"17:redis.Client#quit
"23:redis.Client#disconnect
"18:redis.Client#close
"20:redis.Client#destroy
"16:redis.Client#end
7:context"11:unsupported
3:fix"65:keep one client for the process, or close it in a `finally` block
6:probes[1
{3
4:call[4
"16:redis.Client#get
"19:redis.Client#exists
"20:redis.Client#hExists
"17:redis.Client#hGet
6:entity{1
8:argument"1:0
4:mark"4:true
7:inserts[5
{4
4:call"16:redis.Client#set
4:when{3
8:argument"1:2
8:property"2:NX
2:is"4:true
6:entity{1
8:argument"1:0
6:atomic"4:true
{4
4:call"16:redis.Client#set
4:when{3
8:argument"1:2
8:property"9:condition
2:is"7:present
6:entity{1
8:argument"1:0
6:atomic"4:true
{3
4:call[2
"18:redis.Client#setNX
"19:redis.Client#hSetNX
6:entity{1
8:argument"1:0
6:atomic"4:true
{4
4:call"16:redis.Client#set
4:when{2
8:argument"1:1
6:one-of[11
"1:1
"4:true
"6:locked
"4:lock
"7:running
"10:processing
"7:pending
"11:in_progress
"4:done
"4:sent
"1:x
6:entity{1
8:argument"1:0
4:mark"4:true
{4
4:call[2
"18:redis.Client#setex
"18:redis.Client#setEx
4:when{2
8:argument"1:2
6:one-of[11
"1:1
"4:true
"6:locked
"4:lock
"7:running
"10:processing
"7:pending
"11:in_progress
"4:done
"4:sent
"1:x
6:entity{1
8:argument"1:0
4:mark"4:true
7:updates[3
{3
4:call[2
"16:redis.Client#set
"16:redis.Client#SET
5:value{1
8:argument"1:1
6:entity{1
8:argument"1:0
{3
4:call[4
"18:redis.Client#setex
"18:redis.Client#setEx
"17:redis.Client#hset
"17:redis.Client#hSet
5:value{1
8:argument"1:2
6:entity{1
8:argument"1:0
{3
4:call[2
"17:redis.Client#decr
"19:redis.Client#decrBy
6:entity{1
8:argument"1:0
8:relative"4:true
6:guards[3
{2
4:kind"12:serializable
4:call[2
"18:redis.Client#watch
"18:redis.Client#WATCH
{3
4:kind"4:lock
4:call"16:redis.Client#set
4:when{3
8:argument"1:2
8:property"2:NX
2:is"4:true
{2
4:kind"4:lock
4:call"18:redis.Client#setNX
12:never-raises[1
{1
4:call[3
"15:redis.Client#on
"22:redis.Client#duplicate
"18:redis.createClient
8:examples[2
{3
5:title"47:a command that fails keeps the client connected
8:language"10:javascript
4:code"234:import { createClient } from 'redis';

export async function warm(keys) {
  const client = createClient();
  await client.connect(); // expect: SL103
  for (const key of keys) {
    await client.get(key);
  }
  await client.quit();
}

{3
5:title"18:closed in any case
8:language"10:javascript
4:code"251:import { createClient } from 'redis';

export async function warm(keys) {
  const client = createClient();
  await client.connect();
  try {
    for (const key of keys) {
      await client.get(key);
    }
  } finally {
    await client.quit();
  }
}

{8
7:library"7:redlock
8:language"10:javascript
7:modules[1
"7:redlock
5:types[2
{2
4:name"15:redlock.Redlock
12:constructors[2
"7:redlock
"15:redlock.Redlock
"12:redlock.Lock
7:returns{3
23:redlock.Redlock#acquire"12:redlock.Lock
20:redlock.Redlock#lock"12:redlock.Lock
19:redlock.Lock#extend"12:redlock.Lock
9:resources[1
{10
2:id"4:lock
4:noun"4:lock
4:kind"4:lock
6:weight"4:high
4:type"12:redlock.Lock
7:acquire[1
{2
4:call[2
"23:redlock.Redlock#acquire
"20:redlock.Redlock#lock
7:telling[2
"15:redlock.acquire
"12:redlock.lock
7:release[2
{2
4:call[2
"20:redlock.Lock#release
"19:redlock.Lock#unlock
5:await"4:true
{3
4:call[2
"23:redlock.Redlock#release
"22:redlock.Redlock#unlock
5:takes{1
8:argument"1:0
5:await"4:true
8:hand-off[2
{2
4:call[1
"19:redlock.Lock#extend
5:takes"8:receiver
{2
4:call[1
"22:redlock.Redlock#extend
5:takes{1
8:argument"1:0
9:collected"4:true
3:fix"72:`await lock.release()` in a `finally` block, or use `redlock.using(...)`
6:guards[1
{2
4:kind"4:lock
4:call[3
"23:redlock.Redlock#acquire
"20:redlock.Redlock#lock
"21:redlock.Redlock#using
8:examples[2
{3
5:title"47:work that fails keeps the lock until it expires
8:language"10:javascript
4:code"190:import Redlock from 'redlock';

export async function sync(redlock, work) {
  const lock = await redlock.acquire(['sync'], 60000); // expect: SL103
  await work();
  await lock.release();
}

{3
5:title"29:released in the finally block
8:language"10:javascript
4:code"203:import Redlock from 'redlock';

export async function sync(redlock, work) {
  const lock = await redlock.acquire(['sync'], 60000);
  try {
    await work();
  } finally {
    await lock.release();
  }
}

{6
7:library"12:Repositories
8:language"10:javascript
8:triggers[5
"9:.findOne(
"16:.findOneByEmail(
"15:.findOneByName(
"13:.findByEmail(
"12:.findByName(
5:types[2
{2
4:name"16:store.Repository
7:telling[8
"11:*Repository
"5:*Repo
"4:*Dao
"6:*Model
"5:model
"8:models.*
"14:repositories.*
"7:repos.*
{2
4:name"13:store.Service
7:telling[1
"8:*Service
6:probes[2
{3
4:call[11
"24:store.Repository#findOne
"26:store.Repository#findFirst
"27:store.Repository#findUnique
"24:store.Repository#findBy*
"27:store.Repository#findOneBy*
"29:store.Repository#findFirstBy*
"23:store.Repository#getBy*
"26:store.Repository#getOneBy*
"23:store.Repository#exists
"26:store.Repository#existsBy*
"22:store.Repository#count
6:entity"8:receiver
7:columns[2
{2
8:argument"1:0
8:property"5:where
{1
8:argument"1:0
{2
4:call[3
"21:store.Service#findBy*
"24:store.Service#findOneBy*
"23:store.Service#existsBy*
6:entity"8:receiver
7:inserts[3
{4
4:call"21:store.Repository#save
6:entity"8:receiver
7:columns{1
8:argument"1:0
5:value{1
8:argument"1:0
{3
4:call[3
"20:store.Service#create
"23:store.Service#createOne
"22:store.Service#register
6:entity"8:receiver
7:columns{1
8:argument"1:0
{3
4:call[5
"23:store.Repository#create
"26:store.Repository#createOne
"23:store.Repository#insert
"26:store.Repository#insertOne
"20:store.Repository#add
6:entity"8:receiver
7:columns{1
8:argument"1:0
{7
7:library"15:fetch responses
8:language"10:javascript
7:modules[3
"6:undici
"10:node-fetch
"11:cross-fetch
5:types[1
{2
4:name"8:Response
7:aliases[2
"15:undici.Response
"19:node-fetch.Response
7:returns{6
5:fetch"8:Response
12:undici.fetch"8:Response
10:node-fetch"8:Response
11:cross-fetch"8:Response
17:cross-fetch.fetch"8:Response
16:node-fetch.fetch"8:Response
9:resources[2
{11
2:id"8:response
4:noun"8:response
4:kind"8:response
6:weight"3:low
4:type"8:Response
7:acquire[1
{1
4:call[6
"5:fetch
"12:undici.fetch
"10:node-fetch
"11:cross-fetch
"17:cross-fetch.fetch
"16:node-fetch.fetch
7:release[1
{1
4:call[7
"13:Response#json
"13:Response#text
"20:Response#arrayBuffer
"13:Response#blob
"17:Response#formData
"14:Response#bytes
"15:Response#buffer
7:context"11:unsupported
17:closed-implicitly"4:true
9:collected"4:true
3:fix"60:read the body, or cancel it: `await response.body?.cancel()`
{11
2:id"4:body
4:noun"8:response
4:kind"8:response
6:weight"6:medium
4:type"19:undici.ResponseData
7:acquire[1
{1
4:call[2
"14:undici.request
"25:undici.Dispatcher#request
7:release[1
{2
4:call[7
"29:undici.ResponseData#body.json
"29:undici.ResponseData#body.text
"36:undici.ResponseData#body.arrayBuffer
"29:undici.ResponseData#body.blob
"30:undici.ResponseData#body.bytes
"29:undici.ResponseData#body.dump
"32:undici.ResponseData#body.destroy
5:takes"8:receiver
7:context"11:unsupported
17:closed-implicitly"4:true
9:collected"4:true
3:fix"46:read the body, or drop it: `await body.dump()`
8:examples[2
{3
5:title"33:only the body of an error is read
8:language"10:typescript
4:code"243:export async function publish(url: string, message: string): Promise<void> {
  const response = await fetch(url, { method: 'POST', body: message }); // expect: SL101 note
  if (!response.ok) {
    throw new Error(await response.text());
  }
}

{3
5:title"31:the body is read whatever it is
8:language"10:typescript
4:code"408:export async function publish(url: string, message: string): Promise<void> {
  const response = await fetch(url, { method: 'POST', body: message });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(text);
  }
}

export async function load(url: string) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

{7
7:library"9:WebDriver
8:language"10:javascript
7:modules[2
"18:selenium-webdriver
"11:webdriverio
5:types[3
{2
4:name"26:selenium-webdriver.Builder
6:fluent"4:true
{2
4:name"28:selenium-webdriver.WebDriver
7:aliases[2
"28:selenium-webdriver.WebDriver
"36:selenium-webdriver.ThenableWebDriver
{2
4:name"19:webdriverio.Browser
7:aliases[1
"19:webdriverio.Browser
7:returns{2
32:selenium-webdriver.Builder#build"28:selenium-webdriver.WebDriver
18:webdriverio.remote"19:webdriverio.Browser
9:resources[1
{9
2:id"6:driver
4:noun"7:browser
4:kind"7:process
6:weight"6:medium
4:type"28:selenium-webdriver.WebDriver
7:acquire[1
{1
4:call[2
"32:selenium-webdriver.Builder#build
"18:webdriverio.remote
7:release[2
{2
4:call"33:selenium-webdriver.WebDriver#quit
5:await"4:true
{2
4:call"33:webdriverio.Browser#deleteSession
5:await"4:true
7:context"11:unsupported
3:fix"76:`await driver.quit()` in a `finally` block; `close()` closes one window only
8:examples[2
{3
5:title"49:a page that does not load leaves a browser behind
8:language"10:javascript
4:code"271:import { Builder } from 'selenium-webdriver';

export async function title(url) {
  const driver = await new Builder().forBrowser('chrome').build(); // expect: SL103
  await driver.get(url);
  const text = await driver.getTitle();
  await driver.quit();
  return text;
}

{3
5:title"25:quit in the finally block
8:language"10:javascript
4:code"265:import { Builder } from 'selenium-webdriver';

export async function title(url) {
  const driver = await new Builder().forBrowser('chrome').build();
  try {
    await driver.get(url);
    return await driver.getTitle();
  } finally {
    await driver.quit();
  }
}

{16
7:library"9:sequelize
8:language"10:javascript
7:modules[3
"9:sequelize
"15:@sequelize/core
"20:sequelize-typescript
5:types[3
{2
4:name"19:sequelize.Sequelize
12:constructors[4
"19:sequelize.Sequelize
"9:sequelize
"25:@sequelize/core.Sequelize
"30:sequelize-typescript.Sequelize
{3
4:name"15:sequelize.Model
7:aliases[4
"21:@sequelize/core.Model
"26:sequelize-typescript.Model
"21:sequelize.ModelStatic
"19:sequelize.ModelCtor
7:telling[1
"7:<class>
{2
4:name"21:sequelize.Transaction
7:aliases[1
"27:@sequelize/core.Transaction
7:returns{10
31:sequelize.Sequelize#transaction"21:sequelize.Transaction
45:sequelize.Sequelize#startUnmanagedTransaction"21:sequelize.Transaction
26:sequelize.Sequelize#define"15:sequelize.Model
25:sequelize.Sequelize#model"15:sequelize.Model
21:sequelize.Model#scope"15:sequelize.Model
24:sequelize.Model#unscoped"15:sequelize.Model
21:sequelize.Model#build"15:sequelize.Model
23:sequelize.Model#findOne"15:sequelize.Model
24:sequelize.Model#findByPk"15:sequelize.Model
25:sequelize.Model#sequelize"19:sequelize.Sequelize
19:callback-parameters{1
31:sequelize.Sequelize#transaction[1
"21:sequelize.Transaction
9:resources[3
{11
2:id"8:instance
4:noun"18:Sequelize instance
4:kind"6:client
6:weight"6:medium
4:type"19:sequelize.Sequelize
7:acquire[1
{1
4:call[4
"19:sequelize.Sequelize
"9:sequelize
"25:@sequelize/core.Sequelize
"30:sequelize-typescript.Sequelize
7:release[1
{2
4:call[1
"25:sequelize.Sequelize#close
5:await"4:true
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"43:close it in a `finally` block, or share one
{9
2:id"11:transaction
4:noun"21:unmanaged transaction
4:kind"11:transaction
6:weight"4:high
4:type"21:sequelize.Transaction
7:acquire[2
{3
4:call"31:sequelize.Sequelize#transaction
4:when[2
{2
8:argument"1:0
2:is"12:not-function
{2
8:argument"1:1
2:is"12:not-function
7:telling[1
"21:sequelize.transaction
{2
4:call"45:sequelize.Sequelize#startUnmanagedTransaction
7:telling[1
"25:startUnmanagedTransaction
7:release[1
{2
4:call[2
"28:sequelize.Transaction#commit
"30:sequelize.Transaction#rollback
5:await"4:true
7:context"11:unsupported
3:fix"97:call `t.rollback()` in the `catch`, or pass the work to `sequelize.transaction(async (t) => ...)`
{9
2:id"14:raw-connection
4:noun"14:raw connection
4:kind"10:connection
6:weight"4:high
4:type"20:sequelize.Connection
7:acquire[1
{2
4:call"51:sequelize.Sequelize#connectionManager.getConnection
7:telling[1
"31:connectionManager.getConnection
7:release[2
{2
4:call"55:sequelize.Sequelize#connectionManager.releaseConnection
5:takes{1
8:argument"1:0
{2
4:call"55:sequelize.Sequelize#connectionManager.destroyConnection
5:takes{1
8:argument"1:0
7:context"11:unsupported
3:fix"75:call `connectionManager.releaseConnection(connection)` in a `finally` block
5:pools[1
{5
4:call[2
"19:sequelize.Sequelize
"9:sequelize
4:noun"4:pool
13:waits-forever"5:false
7:timeout[1
{2
8:argument"4:last
8:property"12:pool.acquire
3:fix"43:set `pool.acquire`; the default is a minute
7:queries[2
{3
4:call"25:sequelize.Sequelize#query
4:text{1
8:argument"1:0
10:parameters{2
8:argument"1:1
8:property"12:replacements
{1
4:call[11
"23:sequelize.Model#findOne
"24:sequelize.Model#findByPk
"23:sequelize.Model#findAll
"21:sequelize.Model#count
"22:sequelize.Model#create
"22:sequelize.Model#update
"20:sequelize.Model#save
"23:sequelize.Model#destroy
"22:sequelize.Model#reload
"25:sequelize.Model#increment
"25:sequelize.Model#decrement
6:probes[3
{3
4:call[4
"23:sequelize.Model#findOne
"21:sequelize.Model#count
"23:sequelize.Model#findAll
"31:sequelize.Model#findAndCountAll
6:entity"8:receiver
7:columns{2
8:argument"1:0
8:property"5:where
{2
4:call"24:sequelize.Model#findByPk
6:entity"8:receiver
{3
4:call"19:sequelize.Model#max
6:entity"8:receiver
7:columns{2
8:argument"1:1
8:property"5:where
7:inserts[7
{4
4:call[2
"28:sequelize.Model#findOrCreate
"30:sequelize.Model#findCreateFind
6:entity"8:receiver
7:columns{2
8:argument"1:0
8:property"5:where
6:atomic"4:true
{4
4:call"22:sequelize.Model#upsert
6:entity"8:receiver
7:columns{1
8:argument"1:0
6:atomic"4:true
{5
4:call[2
"22:sequelize.Model#create
"26:sequelize.Model#bulkCreate
4:when{3
8:argument"1:1
8:property"16:ignoreDuplicates
2:is"4:true
6:entity"8:receiver
7:columns{1
8:argument"1:0
6:atomic"4:true
{5
4:call"26:sequelize.Model#bulkCreate
4:when{3
8:argument"1:1
8:property"17:updateOnDuplicate
2:is"7:present
6:entity"8:receiver
7:columns{1
8:argument"1:0
6:atomic"4:true
{3
4:call"22:sequelize.Model#create
6:entity"8:receiver
7:columns{1
8:argument"1:0
{4
4:call"26:sequelize.Model#bulkCreate
6:entity"8:receiver
7:columns{1
8:argument"1:0
3:fix"24:`ignoreDuplicates: true`
{3
4:call"20:sequelize.Model#save
6:entity"4:root
5:value"8:receiver
7:updates[2
{4
4:call[2
"25:sequelize.Model#increment
"25:sequelize.Model#decrement
6:entity"8:receiver
7:columns{1
8:argument"1:0
8:relative"4:true
{3
4:call"22:sequelize.Model#update
6:entity"8:receiver
7:columns{1
8:argument"1:0
6:guards[5
{3
4:kind"4:lock
4:call[3
"23:sequelize.Model#findOne
"23:sequelize.Model#findAll
"21:sequelize.Model#count
4:when{3
8:argument"1:0
8:property"4:lock
2:is"7:present
{3
4:kind"4:lock
4:call"24:sequelize.Model#findByPk
4:when{3
8:argument"1:1
8:property"4:lock
2:is"7:present
{3
4:kind"4:lock
4:call"25:sequelize.Sequelize#query
4:when{2
8:argument"1:0
3:sql[1
"4:lock
{3
4:kind"12:serializable
4:call"31:sequelize.Sequelize#transaction
4:when{3
8:argument"1:0
8:property"14:isolationLevel
6:one-of[1
"12:SERIALIZABLE
{2
4:kind"11:transaction
4:call"31:sequelize.Sequelize#transaction
10:violations[1
{2
5:types[3
"31:sequelize.UniqueConstraintError
"37:@sequelize/core.UniqueConstraintError
"41:sequelize.Sequelize.UniqueConstraintError
5:codes[1
"30:SequelizeUniqueConstraintError
12:never-raises[1
{1
4:call[6
"26:sequelize.Sequelize#define
"25:sequelize.Sequelize#model
"21:sequelize.Model#build
"27:sequelize.Sequelize#literal
"23:sequelize.Sequelize#col
"22:sequelize.Sequelize#fn
8:examples[2
{3
5:title"43:an early return leaves the transaction open
8:language"10:javascript
4:code"548:const { Sequelize } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);
const Order = sequelize.define('Order', {});

async function close(id) {
  const t = await sequelize.transaction(); // expect: SL107
  try {
    const order = await Order.findByPk(id, { transaction: t, lock: true });
    if (!order) return null;
    await order.update({ closed: true }, { transaction: t });
    await t.commit();
    return order;
  } catch (error) {
    await t.rollback();
    throw error;
  }
}

module.exports = { close };

{3
5:title"33:the library commits or rolls back
8:language"10:javascript
4:code"428:const { Sequelize } = require('sequelize');

const sequelize = new Sequelize(process.env.DATABASE_URL);
const Order = sequelize.define('Order', {});

async function close(id) {
  return sequelize.transaction(async (t) => {
    const order = await Order.findByPk(id, { transaction: t, lock: true });
    if (!order) return null;
    return order.update({ closed: true }, { transaction: t });
  });
}

module.exports = { close };

{7
7:library"14:Serverless SQL
8:language"10:javascript
7:modules[2
"16:@vercel/postgres
"24:@neondatabase/serverless
5:types[1
{3
4:name"14:serverless.Sql
12:constructors[1
"29:@neondatabase/serverless.neon
7:aliases[1
"42:@neondatabase/serverless.NeonQueryFunction
7:queries[1
{3
4:call[4
"17:serverless.Sql#()
"20:serverless.Sql#query
"20:@vercel/postgres.sql
"26:@vercel/postgres.sql.query
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
10:violations[1
{1
5:codes[1
"5:23505
8:examples[1
{3
5:title"28:one reader, subscribed twice
8:language"10:javascript
4:code"465:import { sql } from '@vercel/postgres';

export async function subscribe(email) {
  const { rows } = await sql`SELECT id FROM readers WHERE email = ${email}`;
  if (rows.length > 0) return false;
  await sql`INSERT INTO readers (email) VALUES (${email})`; // expect: SL301
  return true;
}

export async function subscribeOnce(email) {
  const { rowCount } = await sql`INSERT INTO readers (email) VALUES (${email}) ON CONFLICT DO NOTHING`;
  return rowCount > 0;
}

{6
7:library"15:service clients
8:language"10:javascript
7:modules[12
"18:@clickhouse/client
"9:basic-ftp
"8:imapflow
"6:bullmq
"8:chokidar
"22:@elastic/elasticsearch
"5:level
"13:classic-level
"14:@libsql/client
"20:@electric-sql/pglite
"5:etcd3
"6:ldapts
5:types[11
{2
4:name"17:clickhouse.Client
12:constructors[1
"31:@clickhouse/client.createClient
{1
4:name"16:basic-ftp.Client
{1
4:name"17:imapflow.ImapFlow
{2
4:name"12:bullmq.Queue
7:aliases[3
"12:bullmq.Queue
"18:bullmq.QueueEvents
"19:bullmq.FlowProducer
{2
4:name"18:chokidar.FSWatcher
12:constructors[1
"14:chokidar.watch
{2
4:name"14:elastic.Client
12:constructors[1
"29:@elastic/elasticsearch.Client
{2
4:name"11:level.Level
12:constructors[3
"5:level
"11:level.Level
"26:classic-level.ClassicLevel
{2
4:name"13:libsql.Client
12:constructors[1
"27:@libsql/client.createClient
{3
4:name"13:pglite.PGlite
12:constructors[2
"27:@electric-sql/pglite.PGlite
"34:@electric-sql/pglite.PGlite.create
7:aliases[1
"27:@electric-sql/pglite.PGlite
{1
4:name"11:etcd3.Etcd3
{1
4:name"13:ldapts.Client
9:resources[5
{10
2:id"5:store
4:noun"8:database
4:kind"6:client
6:weight"6:medium
4:type"11:level.Level
7:acquire[2
{1
4:call[5
"5:level
"11:level.Level
"26:classic-level.ClassicLevel
"27:@libsql/client.createClient
"11:etcd3.Etcd3
{1
4:call[2
"27:@electric-sql/pglite.PGlite
"34:@electric-sql/pglite.PGlite.create
7:release[1
{1
4:call[4
"17:level.Level#close
"19:libsql.Client#close
"17:etcd3.Etcd3#close
"19:pglite.PGlite#close
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"43:share one, or close it in a `finally` block
{10
2:id"16:directory-client
4:noun"11:LDAP client
4:kind"6:client
6:weight"6:medium
4:type"13:ldapts.Client
7:acquire[1
{2
4:call[2
"18:ldapts.Client#bind
"22:ldapts.Client#startTLS
5:gives"8:receiver
7:release[1
{2
4:call"20:ldapts.Client#unbind
5:await"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"44:`await client.unbind()` in a `finally` block
{10
2:id"6:client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"17:clickhouse.Client
7:acquire[6
"31:@clickhouse/client.createClient
"29:@elastic/elasticsearch.Client
"12:bullmq.Queue
"18:bullmq.QueueEvents
"19:bullmq.FlowProducer
"16:basic-ftp.Client
7:release[1
{1
4:call[5
"23:clickhouse.Client#close
"20:elastic.Client#close
"18:bullmq.Queue#close
"23:bullmq.Queue#disconnect
"22:basic-ftp.Client#close
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"64:share one client, or `await client.close()` in a `finally` block
{10
2:id"14:mailbox-client
4:noun"11:mail client
4:kind"6:client
6:weight"6:medium
4:type"17:imapflow.ImapFlow
7:acquire[1
{2
4:call"25:imapflow.ImapFlow#connect
5:gives"8:receiver
7:release[1
{1
4:call[2
"24:imapflow.ImapFlow#logout
"23:imapflow.ImapFlow#close
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"44:`await client.logout()` in a `finally` block
{10
2:id"7:watcher
4:noun"12:file watcher
4:kind"5:other
6:weight"6:medium
4:type"18:chokidar.FSWatcher
7:acquire[1
"14:chokidar.watch
7:release[1
{1
4:call"24:chokidar.FSWatcher#close
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"44:`await watcher.close()` in a `finally` block
8:examples[2
{3
5:title"41:a failed query keeps the client's sockets
8:language"10:javascript
4:code"242:import { createClient } from '@clickhouse/client';

export async function countRows(url, query) {
  const client = createClient({ url }); // expect: SL103
  const rows = await client.query({ query });
  await client.close();
  return rows;
}

{3
5:title"23:closed whatever happens
8:language"10:javascript
4:code"234:import { createClient } from '@clickhouse/client';

export async function countRows(url, query) {
  const client = createClient({ url });
  try {
    return await client.query({ query });
  } finally {
    await client.close();
  }
}

{7
7:library"6:slonik
8:language"10:javascript
7:modules[1
"6:slonik
5:types[1
{3
4:name"11:slonik.Pool
12:constructors[1
"17:slonik.createPool
7:aliases[4
"19:slonik.DatabasePool
"29:slonik.DatabasePoolConnection
"36:slonik.DatabaseTransactionConnection
"25:slonik.CommonQueryMethods
19:callback-parameters{2
19:slonik.Pool#connect[1
"11:slonik.Pool
23:slonik.Pool#transaction[1
"11:slonik.Pool
7:queries[1
{2
4:call[8
"17:slonik.Pool#query
"15:slonik.Pool#one
"20:slonik.Pool#maybeOne
"15:slonik.Pool#any
"16:slonik.Pool#many
"18:slonik.Pool#exists
"20:slonik.Pool#oneFirst
"25:slonik.Pool#maybeOneFirst
4:text{1
8:argument"1:0
10:violations[1
{2
5:types[1
"46:slonik.UniqueIntegrityConstraintViolationError
5:codes[1
"5:23505
{6
7:library"13:snowflake-sdk
8:language"10:javascript
7:modules[1
"13:snowflake-sdk
5:types[1
{3
4:name"24:snowflake-sdk.Connection
12:constructors[1
"30:snowflake-sdk.createConnection
7:aliases[1
"24:snowflake-sdk.Connection
9:resources[1
{10
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"24:snowflake-sdk.Connection
7:acquire[1
{2
4:call[2
"37:snowflake-sdk.Connection#connectAsync
"32:snowflake-sdk.Connection#connect
5:gives"8:receiver
7:release[1
{1
4:call"32:snowflake-sdk.Connection#destroy
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"37:call `destroy()` in a `finally` block
8:examples[2
{3
5:title"43:a statement that fails keeps the connection
8:language"10:javascript
4:code"281:import snowflake from 'snowflake-sdk';

export async function total(options, run) {
  const connection = snowflake.createConnection(options);
  await connection.connectAsync(); // expect: SL103
  const rows = await run(connection);
  connection.destroy(() => {});
  return rows;
}

{3
5:title"30:destroyed in the finally block
8:language"10:javascript
4:code"273:import snowflake from 'snowflake-sdk';

export async function total(options, run) {
  const connection = snowflake.createConnection(options);
  await connection.connectAsync();
  try {
    return await run(connection);
  } finally {
    connection.destroy(() => {});
  }
}

{6
7:library"9:SQL texts
8:language"10:javascript
8:triggers[2
"11:INSERT INTO
"11:insert into
5:types[2
{2
4:name"14:sql.Connection
7:telling[1
"1:*
{2
4:name"13:sql.Statement
6:fluent"4:true
7:returns{1
22:sql.Connection#prepare"13:sql.Statement
7:queries[2
{4
4:call[5
"19:sql.Statement#first
"17:sql.Statement#all
"17:sql.Statement#run
"17:sql.Statement#raw
"17:sql.Statement#get
4:when{3
5:chain"7:prepare
8:argument"1:0
3:sql[6
"5:begin
"6:select
"6:insert
"6:update
"4:lock
"6:upsert
4:text{2
5:chain"7:prepare
8:argument"1:0
10:parameters{2
5:chain"4:bind
8:argument"1:0
{4
4:call[21
"20:sql.Connection#query
"22:sql.Connection#execute
"19:sql.Connection#exec
"18:sql.Connection#run
"18:sql.Connection#get
"18:sql.Connection#all
"18:sql.Connection#one
"24:sql.Connection#oneOrNone
"19:sql.Connection#none
"18:sql.Connection#any
"25:sql.Connection#manyOrNone
"18:sql.Connection#raw
"23:sql.Connection#queryOne
"23:sql.Connection#queryRow
"21:sql.Connection#getOne
"23:sql.Connection#fetchOne
"22:sql.Connection#findOne
"24:sql.Connection#$queryRaw
"30:sql.Connection#$queryRawUnsafe
"26:sql.Connection#$executeRaw
"17:sql.Connection#()
4:when{2
8:argument"1:0
3:sql[6
"5:begin
"6:select
"6:insert
"6:update
"4:lock
"6:upsert
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
{9
7:library"6:SQLite
8:language"10:javascript
7:modules[3
"14:better-sqlite3
"7:sqlite3
"6:sqlite
5:types[4
{2
4:name"23:better-sqlite3.Database
12:constructors[2
"14:better-sqlite3
"23:better-sqlite3.Database
{2
4:name"16:sqlite3.Database
12:constructors[2
"16:sqlite3.Database
"23:sqlite3.cached.Database
{1
4:name"15:sqlite.Database
{1
4:name"19:sqlite.DatabaseSync
7:returns{1
11:sqlite.open"15:sqlite.Database
9:resources[2
{10
2:id"8:database
4:noun"8:database
4:kind"10:connection
6:weight"6:medium
4:type"23:better-sqlite3.Database
7:acquire[1
{1
4:call[5
"14:better-sqlite3
"23:better-sqlite3.Database
"19:sqlite.DatabaseSync
"11:sqlite.open
"16:sqlite3.Database
7:release[1
{1
4:call[4
"29:better-sqlite3.Database#close
"25:sqlite.DatabaseSync#close
"21:sqlite.Database#close
"22:sqlite3.Database#close
9:collected"4:true
19:fails-after-release"4:true
3:fix"35:call `close()` in a `finally` block
{9
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"23:better-sqlite3.Database
7:acquire[1
{3
4:call[6
"28:better-sqlite3.Database#exec
"24:sqlite.DatabaseSync#exec
"20:sqlite.Database#exec
"19:sqlite.Database#run
"21:sqlite3.Database#exec
"20:sqlite3.Database#run
4:when{2
8:argument"1:0
3:sql[1
"5:begin
5:gives"8:receiver
7:release[2
{2
4:call[6
"28:better-sqlite3.Database#exec
"24:sqlite.DatabaseSync#exec
"20:sqlite.Database#exec
"19:sqlite.Database#run
"21:sqlite3.Database#exec
"20:sqlite3.Database#run
4:when{2
8:argument"1:0
3:sql[2
"6:commit
"8:rollback
{1
4:call[4
"29:better-sqlite3.Database#close
"25:sqlite.DatabaseSync#close
"21:sqlite.Database#close
"22:sqlite3.Database#close
7:context"11:unsupported
3:fix"82:roll back in a `catch` that throws again, or use `db.transaction(…)`, which does
7:queries[1
{3
4:call[8
"19:sqlite.Database#get
"19:sqlite.Database#all
"19:sqlite.Database#run
"20:sqlite.Database#exec
"20:sqlite3.Database#get
"20:sqlite3.Database#all
"20:sqlite3.Database#run
"21:sqlite3.Database#exec
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
10:violations[1
{1
5:codes[5
"17:SQLITE_CONSTRAINT
"24:SQLITE_CONSTRAINT_UNIQUE
"28:SQLITE_CONSTRAINT_PRIMARYKEY
"4:2067
"4:1555
8:examples[2
{3
5:title"47:an insert throws and the transaction stays open
8:language"10:javascript
4:code"280:const Database = require('better-sqlite3');

const db = new Database('orders.db');

function store(rows) {
  const insert = db.prepare('INSERT INTO orders (id) VALUES (?)');
  db.exec('BEGIN'); // expect: SL107
  for (const row of rows) insert.run(row.id);
  db.exec('COMMIT');
}

{3
5:title"23:the catch rolls it back
8:language"10:javascript
4:code"341:const Database = require('better-sqlite3');

const db = new Database('orders.db');

function store(rows) {
  const insert = db.prepare('INSERT INTO orders (id) VALUES (?)');
  db.exec('BEGIN');
  try {
    for (const row of rows) insert.run(row.id);
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

{7
7:library"20:SSH and SFTP clients
8:language"10:javascript
7:modules[4
"4:ssh2
"16:ssh2-sftp-client
"8:node-ssh
"11:promise-ftp
5:types[4
{1
4:name"11:ssh2.Client
"16:ssh2.SFTPWrapper
{2
4:name"23:ssh2-sftp-client.Client
12:constructors[1
"16:ssh2-sftp-client
{2
4:name"16:node-ssh.NodeSSH
12:constructors[2
"16:node-ssh.NodeSSH
"8:node-ssh
7:returns{3
14:ssh2.Client#on"11:ssh2.Client
16:ssh2.Client#once"11:ssh2.Client
23:ssh2.Client#addListener"11:ssh2.Client
9:resources[2
{9
2:id"6:client
4:noun"10:connection
4:kind"6:client
6:weight"6:medium
4:type"11:ssh2.Client
7:acquire[1
{2
4:call[3
"31:ssh2-sftp-client.Client#connect
"24:node-ssh.NodeSSH#connect
"19:ssh2.Client#connect
5:gives"8:receiver
7:release[1
{1
4:call[4
"27:ssh2-sftp-client.Client#end
"24:node-ssh.NodeSSH#dispose
"15:ssh2.Client#end
"19:ssh2.Client#destroy
7:context"11:unsupported
3:fix"39:end the connection in a `finally` block
{10
2:id"12:sftp-session
4:noun"12:SFTP session
4:kind"7:session
6:weight"6:medium
4:type"16:ssh2.SFTPWrapper
7:acquire[1
{2
4:call"16:ssh2.Client#sftp
8:callback{2
5:error"1:0
6:handle"1:1
7:release[1
{1
4:call[2
"20:ssh2.SFTPWrapper#end
"24:ssh2.SFTPWrapper#destroy
7:context"11:unsupported
18:closed-with-parent"4:true
3:fix"38:call `sftp.end()` in a `finally` block
8:examples[2
{3
5:title"41:an upload that fails keeps the connection
8:language"10:javascript
4:code"225:import Client from 'ssh2-sftp-client';

export async function upload(options, from, to) {
  const client = new Client(); // expect: SL103
  await client.connect(options);
  await client.put(from, to);
  await client.end();
}

{3
5:title"26:ended in the finally block
8:language"10:javascript
4:code"238:import Client from 'ssh2-sftp-client';

export async function upload(options, from, to) {
  const client = new Client();
  await client.connect(options);
  try {
    await client.put(from, to);
  } finally {
    await client.end();
  }
}

{7
7:library"8:Storages
8:language"10:javascript
8:triggers[10
"13:storage.find*
"12:storage.get*
"7:db.get*
"8:db.find*
"13:database.get*
"14:database.find*
"8:dao.get*
"9:dao.find*
"10:store.get*
"11:store.find*
5:types[1
{2
4:name"13:store.Storage
7:telling[9
"8:*storage
"5:store
"6:*Store
"2:db
"3:*Db
"8:database
"9:*Database
"3:dao
"4:*Dao
6:probes[1
{2
4:call[3
"19:store.Storage#find*
"18:store.Storage#get*
"20:store.Storage#fetch*
6:entity"4:noun
7:inserts[1
{2
4:call[3
"21:store.Storage#create*
"21:store.Storage#insert*
"18:store.Storage#add*
6:entity"4:noun
8:examples[1
{3
5:title"47:who finds none makes one, and so does the other
8:language"10:javascript
4:code"193:export async function ensureUser(storage, email) {
  const user = await storage.getUserByEmail(email);
  if (user) return user;
  return await storage.createUser({ email }); // expect: SL301
}

{8
7:library"6:Stripe
8:language"10:javascript
7:modules[3
"6:stripe
"24:@golevelup/nestjs-stripe
"13:nestjs-stripe
5:types[1
{2
4:name"13:stripe.Stripe
12:constructors[2
"6:stripe
"13:stripe.Stripe
8:payments[13
{7
8:provider"6:Stripe
4:call"35:stripe.Stripe#paymentIntents.create
4:when{3
8:argument"1:0
8:property"18:confirmation_token
2:is"7:present
3:key{2
8:argument"1:1
8:property"14:idempotencyKey
13:automatic-key"4:true
18:protected-by-state"4:true
6:effect"6:charge
{8
8:provider"6:Stripe
4:call"35:stripe.Stripe#paymentIntents.create
4:when{3
8:argument"1:0
8:property"7:confirm
2:is"4:true
3:key{2
8:argument"1:1
8:property"14:idempotencyKey
9:misplaced[4
{2
8:argument"1:0
8:property"14:idempotencyKey
{2
8:argument"1:0
8:property"15:idempotency_key
{2
8:argument"1:0
8:property"23:metadata.idempotencyKey
{2
8:argument"1:1
8:property"15:idempotency_key
13:automatic-key"4:true
6:effect"6:charge
3:fix"48:`{ idempotencyKey: … }` as the second argument
{8
8:provider"6:Stripe
4:call"35:stripe.Stripe#paymentIntents.create
3:key{2
8:argument"1:1
8:property"14:idempotencyKey
9:misplaced[4
{2
8:argument"1:0
8:property"14:idempotencyKey
{2
8:argument"1:0
8:property"15:idempotency_key
{2
8:argument"1:0
8:property"23:metadata.idempotencyKey
{2
8:argument"1:1
8:property"15:idempotency_key
13:automatic-key"4:true
8:prepares"4:true
6:effect"7:payment
3:fix"48:`{ idempotencyKey: … }` as the second argument
{7
8:provider"6:Stripe
4:call"28:stripe.Stripe#charges.create
3:key{2
8:argument"1:1
8:property"14:idempotencyKey
9:misplaced[4
{2
8:argument"1:0
8:property"14:idempotencyKey
{2
8:argument"1:0
8:property"15:idempotency_key
{2
8:argument"1:0
8:property"23:metadata.idempotencyKey
{2
8:argument"1:1
8:property"15:idempotency_key
13:automatic-key"4:true
6:effect"6:charge
3:fix"48:`{ idempotencyKey: … }` as the second argument
{8
8:provider"6:Stripe
4:call"28:stripe.Stripe#refunds.create
4:when{3
8:argument"1:0
8:property"6:amount
2:is"6:absent
3:key{2
8:argument"1:1
8:property"14:idempotencyKey
9:misplaced[4
{2
8:argument"1:0
8:property"14:idempotencyKey
{2
8:argument"1:0
8:property"15:idempotency_key
{2
8:argument"1:0
8:property"23:metadata.idempotencyKey
{2
8:argument"1:1
8:property"15:idempotency_key
13:automatic-key"4:true
18:protected-by-state"4:true
6:effect"6:refund
{7
8:provider"6:Stripe
4:call"28:stripe.Stripe#refunds.create
3:key{2
8:argument"1:1
8:property"14:idempotencyKey
9:misplaced[4
{2
8:argument"1:0
8:property"14:idempotencyKey
{2
8:argument"1:0
8:property"15:idempotency_key
{2
8:argument"1:0
8:property"23:metadata.idempotencyKey
{2
8:argument"1:1
8:property"15:idempotency_key
13:automatic-key"4:true
6:effect"6:refund
3:fix"66:`{ idempotencyKey: `refund-${refund.id}` }` as the second argument
{7
8:provider"6:Stripe
4:call[3
"30:stripe.Stripe#transfers.create
"28:stripe.Stripe#payouts.create
"27:stripe.Stripe#topups.create
3:key{2
8:argument"1:1
8:property"14:idempotencyKey
9:misplaced[4
{2
8:argument"1:0
8:property"14:idempotencyKey
{2
8:argument"1:0
8:property"15:idempotency_key
{2
8:argument"1:0
8:property"23:metadata.idempotencyKey
{2
8:argument"1:1
8:property"15:idempotency_key
13:automatic-key"4:true
6:effect"6:payout
3:fix"66:`{ idempotencyKey: `payout-${payout.id}` }` as the second argument
{7
8:provider"6:Stripe
4:call"34:stripe.Stripe#subscriptions.create
3:key{2
8:argument"1:1
8:property"14:idempotencyKey
9:misplaced[4
{2
8:argument"1:0
8:property"14:idempotencyKey
{2
8:argument"1:0
8:property"15:idempotency_key
{2
8:argument"1:0
8:property"23:metadata.idempotencyKey
{2
8:argument"1:1
8:property"15:idempotency_key
13:automatic-key"4:true
6:effect"12:subscription
3:fix"85:`{ idempotencyKey: `subscription-${customer.id}-${plan.id}` }` as the second argument
{8
8:provider"6:Stripe
4:call"29:stripe.Stripe#invoices.create
4:when{3
8:argument"1:0
8:property"12:auto_advance
2:is"4:true
3:key{2
8:argument"1:1
8:property"14:idempotencyKey
9:misplaced[4
{2
8:argument"1:0
8:property"14:idempotencyKey
{2
8:argument"1:0
8:property"15:idempotency_key
{2
8:argument"1:0
8:property"23:metadata.idempotencyKey
{2
8:argument"1:1
8:property"15:idempotency_key
13:automatic-key"4:true
6:effect"7:invoice
3:fix"66:`{ idempotencyKey: `invoice-${order.id}` }` as the second argument
{7
8:provider"6:Stripe
4:call[2
"33:stripe.Stripe#invoiceItems.create
"32:stripe.Stripe#creditNotes.create
3:key{2
8:argument"1:1
8:property"14:idempotencyKey
9:misplaced[4
{2
8:argument"1:0
8:property"14:idempotencyKey
{2
8:argument"1:0
8:property"15:idempotency_key
{2
8:argument"1:0
8:property"23:metadata.idempotencyKey
{2
8:argument"1:1
8:property"15:idempotency_key
13:automatic-key"4:true
6:effect"12:invoice line
3:fix"62:`{ idempotencyKey: `line-${item.id}` }` as the second argument
{7
8:provider"6:Stripe
4:call[2
"38:stripe.Stripe#transfers.createReversal
"42:stripe.Stripe#applicationFees.createRefund
4:when{3
8:argument"1:1
8:property"6:amount
2:is"6:absent
3:key[2
{2
8:argument"1:2
8:property"14:idempotencyKey
{2
8:argument"1:1
8:property"14:idempotencyKey
13:automatic-key"4:true
18:protected-by-state"4:true
6:effect"6:refund
{6
8:provider"6:Stripe
4:call[4
"38:stripe.Stripe#transfers.createReversal
"48:stripe.Stripe#customers.createBalanceTransaction
"42:stripe.Stripe#applicationFees.createRefund
"51:stripe.Stripe#paymentIntents.incrementAuthorization
3:key[2
{2
8:argument"1:2
8:property"14:idempotencyKey
{2
8:argument"1:1
8:property"14:idempotencyKey
13:automatic-key"4:true
6:effect"7:payment
3:fix"47:`{ idempotencyKey: ... }` as the third argument
{6
8:provider"6:Stripe
4:call[5
"36:stripe.Stripe#paymentIntents.confirm
"36:stripe.Stripe#paymentIntents.capture
"29:stripe.Stripe#charges.capture
"26:stripe.Stripe#invoices.pay
"27:stripe.Stripe#quotes.accept
3:key[2
{2
8:argument"1:2
8:property"14:idempotencyKey
{2
8:argument"1:1
8:property"14:idempotencyKey
13:automatic-key"4:true
18:protected-by-state"4:true
6:effect"6:charge
8:webhooks[2
{1
4:call[2
"37:stripe.Stripe#webhooks.constructEvent
"42:stripe.Stripe#webhooks.constructEventAsync
{1
4:call[2
"30:stripe.webhooks.constructEvent
"37:stripe.Stripe.webhooks.constructEvent
7:network[1
{1
4:call[12
"22:stripe.Stripe#*.create
"24:stripe.Stripe#*.retrieve
"22:stripe.Stripe#*.update
"20:stripe.Stripe#*.list
"22:stripe.Stripe#*.search
"23:stripe.Stripe#*.confirm
"23:stripe.Stripe#*.capture
"22:stripe.Stripe#*.cancel
"19:stripe.Stripe#*.del
"19:stripe.Stripe#*.pay
"33:stripe.Stripe#checkout.sessions.*
"43:stripe.Stripe#billingPortal.sessions.create
8:examples[3
{3
5:title"62:the key stands among the parameters, where nobody looks for it
8:language"10:javascript
4:code"290:import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY);

export async function pay(order) {
  return stripe.paymentIntents.create({ // expect: SL201
    amount: order.total,
    currency: 'eur',
    confirm: true,
    idempotency_key: `charge-${order.id}`,
  });
}

{3
5:title"30:the key is the second argument
8:language"10:javascript
4:code"270:import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY);

export async function pay(order) {
  return stripe.paymentIntents.create(
    { amount: order.total, currency: 'eur', confirm: true },
    { idempotencyKey: `charge-${order.id}` },
  );
}

{3
5:title"40:a charge can be refunded whole only once
8:language"10:javascript
4:code"182:import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY);

export async function refund(order) {
  return stripe.refunds.create({ charge: order.chargeId });
}

{11
7:library"8:Supabase
8:language"10:javascript
7:modules[4
"21:@supabase/supabase-js
"13:@supabase/ssr
"29:@supabase/auth-helpers-nextjs
"22:@supabase/postgrest-js
5:types[5
{4
4:name"15:supabase.Client
12:constructors[6
"34:@supabase/supabase-js.createClient
"32:@supabase/ssr.createServerClient
"33:@supabase/ssr.createBrowserClient
"57:@supabase/auth-helpers-nextjs.createServerComponentClient
"54:@supabase/auth-helpers-nextjs.createRouteHandlerClient
"54:@supabase/auth-helpers-nextjs.createServerActionClient
7:aliases[2
"36:@supabase/supabase-js.SupabaseClient
"38:@supabase/postgrest-js.PostgrestClient
7:telling[7
"8:supabase
"14:supabaseClient
"13:supabaseAdmin
"15:supabaseService
"11:adminClient
"5:admin
"10:*.supabase
"14:supabase.Table
{2
4:name"15:supabase.Select
6:fluent"4:true
{2
4:name"15:supabase.Insert
6:fluent"4:true
{2
4:name"15:supabase.Update
6:fluent"4:true
7:returns{6
20:supabase.Client#from"14:supabase.Table
22:supabase.Client#schema"15:supabase.Client
21:supabase.Table#select"15:supabase.Select
21:supabase.Table#insert"15:supabase.Insert
21:supabase.Table#upsert"15:supabase.Insert
21:supabase.Table#update"15:supabase.Update
7:queries[1
{1
4:call[4
"21:supabase.Table#select
"21:supabase.Table#insert
"21:supabase.Table#upsert
"21:supabase.Table#update
6:probes[1
{2
4:call"21:supabase.Table#select
6:entity{2
5:chain"4:from
8:argument"1:0
7:inserts[2
{3
4:call"21:supabase.Table#insert
6:entity{2
5:chain"4:from
8:argument"1:0
7:columns{1
8:argument"1:0
{4
4:call"21:supabase.Table#upsert
6:entity{2
5:chain"4:from
8:argument"1:0
7:columns{1
8:argument"1:0
6:atomic"4:true
7:updates[1
{3
4:call"21:supabase.Table#update
6:entity{2
5:chain"4:from
8:argument"1:0
7:columns{1
8:argument"1:0
10:violations[1
{1
5:codes[2
"5:23505
"5:23P01
12:never-raises[1
{1
4:call[2
"20:supabase.Client#from
"22:supabase.Client#schema
{6
7:library"15:temporary files
8:language"10:javascript
7:modules[8
"3:tmp
"4:temp
"11:tmp-promise
"2:fs
"11:fs/promises
"8:fs-extra
"6:rimraf
"3:del
5:types[1
{2
4:name"22:tmp-promise.FileResult
12:constructors[6
"16:tmp-promise.file
"15:tmp-promise.dir
"20:tmp-promise.fileSync
"19:tmp-promise.dirSync
"12:tmp.fileSync
"11:tmp.dirSync
9:resources[3
{10
2:id"10:descriptor
4:noun"32:descriptor of the temporary file
4:kind"4:file
6:weight"6:medium
4:type"5:fs.fd
7:acquire[1
{2
4:call[1
"8:tmp.file
8:callback{4
8:argument"4:last
5:error"1:0
6:handle"1:2
7:release"1:3
7:release[1
{2
4:call[2
"12:fs.closeSync
"8:fs.close
5:takes{1
8:argument"1:0
8:hand-off[1
{2
4:call[2
"19:fs.createReadStream
"20:fs.createWriteStream
5:takes{2
8:argument"1:1
8:property"2:fd
17:closed-implicitly"4:true
3:fix"68:close the descriptor, or ask for none: `{ discardDescriptor: true }`
{11
2:id"9:temporary
4:noun"14:temporary file
4:kind"5:other
6:weight"6:medium
4:type"22:tmp-promise.FileResult
7:acquire[1
{1
4:call[6
"16:tmp-promise.file
"15:tmp-promise.dir
"20:tmp-promise.fileSync
"19:tmp-promise.dirSync
"12:tmp.fileSync
"11:tmp.dirSync
7:release[1
{1
4:call[2
"30:tmp-promise.FileResult#cleanup
"37:tmp-promise.FileResult#removeCallback
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"69:clean it up in a `finally` block, or use `withFile()` and `withDir()`
{11
2:id"6:folder
4:noun"16:temporary folder
4:kind"5:other
6:weight"6:medium
4:type"6:string
7:acquire[2
{1
4:call[5
"14:fs.mkdtempSync
"19:fs/promises.mkdtemp
"19:fs.promises.mkdtemp
"16:fs-extra.mkdtemp
"20:fs-extra.mkdtempSync
{2
4:call"10:fs.mkdtemp
4:when{2
8:argument"4:last
2:is"12:not-function
7:release[2
{2
4:call[8
"9:fs.rmSync
"12:fs.rmdirSync
"8:fs.rmdir
"14:fs/promises.rm
"17:fs/promises.rmdir
"14:fs.promises.rm
"17:fs.promises.rmdir
"5:fs.rm
5:takes{1
8:argument"1:0
{2
4:call[10
"15:fs-extra.remove
"19:fs-extra.removeSync
"11:fs-extra.rm
"15:fs-extra.rmSync
"17:fs-extra.emptyDir
"6:rimraf
"13:rimraf.rimraf
"11:rimraf.sync
"17:rimraf.rimrafSync
"3:del
5:takes{1
8:argument"1:0
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"30:remove it in a `finally` block
8:examples[3
{3
5:title"37:the error branch keeps the descriptor
8:language"10:javascript
4:code"358:const fs = require('fs');
const tmp = require('tmp');

function stage(text, callback) {
  tmp.file((error, path, fd) => { // expect: SL102
    if (error) return callback(error);
    fs.write(fd, text, (failure) => {
      if (failure) return callback(failure);
      fs.closeSync(fd);
      callback(null, path);
    });
  });
}

module.exports = { stage };

{3
5:title"37:closed before the answer is looked at
8:language"10:javascript
4:code"299:const fs = require('fs');
const tmp = require('tmp');

function stage(text, callback) {
  tmp.file((error, path, fd) => {
    if (error) return callback(error);
    fs.write(fd, text, (failure) => {
      fs.closeSync(fd);
      callback(failure, path);
    });
  });
}

module.exports = { stage };

{3
5:title"45:a command that fails leaves its folder behind
8:language"10:javascript
4:code"642:import { mkdtemp, rm } from 'node:fs/promises';

export async function render(source, convert) {
  const folder = await mkdtemp('/tmp/render-'); // expect: SL103
  const page = await convert(source, folder);
  await rm(folder, { recursive: true });
  return page;
}

export async function renderSafely(source, convert) {
  const folder = await mkdtemp('/tmp/render-');
  try {
    return await convert(source, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function keep(source, convert) {
  const folder = await mkdtemp('/tmp/render-');
  await convert(source, folder);
  return folder;
}

{7
7:library"6:timers
8:language"10:javascript
7:modules[1
"6:timers
8:triggers[2
"13:clearTimeout(
"14:clearInterval(
9:resources[1
{12
2:id"5:timer
4:noun"5:timer
4:kind"5:timer
6:weight"6:medium
4:type"7:Timeout
7:acquire[1
{1
4:call[4
"10:setTimeout
"11:setInterval
"17:timers.setTimeout
"18:timers.setInterval
7:release[2
{2
4:call[4
"12:clearTimeout
"13:clearInterval
"19:timers.clearTimeout
"20:timers.clearInterval
5:takes{1
8:argument"1:0
{1
4:call[2
"18:setTimeout()#close
"19:setInterval()#close
8:hand-off[1
{2
4:call[2
"18:setTimeout()#unref
"19:setInterval()#unref
5:takes"8:receiver
7:context"8:releases
17:closed-implicitly"4:true
9:collected"4:true
3:fix"36:clear the timer in a `finally` block
12:never-raises[1
{1
4:call[4
"17:timers.setTimeout
"18:timers.setInterval
"19:timers.clearTimeout
"20:timers.clearInterval
8:examples[3
{3
5:title"35:a race that is lost keeps the timer
8:language"10:javascript
4:code"340:export async function within(ms, work) {
  let timer; // the executor runs at once: the timer is this function's
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), ms); // expect: SL103
  });
  const result = await Promise.race([work(), late]);
  clearTimeout(timer);
  return result;
}

{3
5:title"42:a request that fails keeps its abort timer
8:language"10:typescript
4:code"305:export async function load(url: string): Promise<string> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 5_000); // expect: SL103 note
  const response = await fetch(url, { signal: controller.signal });
  clearTimeout(timer);
  return response.text();
}

{3
5:title"24:cleared whatever happens
8:language"10:javascript
4:code"269:export async function within(ms, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), ms);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

{17
7:library"7:TypeORM
8:language"10:javascript
7:modules[2
"7:typeorm
"15:@nestjs/typeorm
8:triggers[1
"17:createQueryRunner
5:types[9
{2
4:name"18:typeorm.DataSource
7:aliases[1
"18:typeorm.Connection
"21:typeorm.EntityManager
"19:typeorm.QueryRunner
{3
4:name"18:typeorm.Repository
7:aliases[2
"22:typeorm.TreeRepository
"23:typeorm.MongoRepository
7:hinting[1
"1:*
{2
4:name"18:typeorm.BaseEntity
7:telling[1
"7:<class>
{2
4:name"26:typeorm.SelectQueryBuilder
6:fluent"4:true
{2
4:name"26:typeorm.InsertQueryBuilder
6:fluent"4:true
{2
4:name"26:typeorm.UpdateQueryBuilder
6:fluent"4:true
{1
4:name"12:typeorm.Rows
7:returns{33
24:typeorm.createConnection"18:typeorm.DataSource
21:typeorm.getConnection"18:typeorm.DataSource
18:typeorm.getManager"21:typeorm.EntityManager
21:typeorm.getRepository"18:typeorm.Repository
36:typeorm.DataSource#createQueryRunner"19:typeorm.QueryRunner
26:typeorm.DataSource#manager"21:typeorm.EntityManager
38:typeorm.DataSource#createEntityManager"21:typeorm.EntityManager
32:typeorm.DataSource#getRepository"18:typeorm.Repository
37:typeorm.DataSource#createQueryBuilder"26:typeorm.SelectQueryBuilder
32:typeorm.EntityManager#connection"18:typeorm.DataSource
32:typeorm.EntityManager#dataSource"18:typeorm.DataSource
33:typeorm.EntityManager#queryRunner"19:typeorm.QueryRunner
35:typeorm.EntityManager#getRepository"18:typeorm.Repository
36:typeorm.EntityManager#withRepository"18:typeorm.Repository
41:typeorm.EntityManager#getCustomRepository"18:typeorm.Repository
40:typeorm.EntityManager#createQueryBuilder"26:typeorm.SelectQueryBuilder
27:typeorm.QueryRunner#manager"21:typeorm.EntityManager
26:typeorm.Repository#manager"21:typeorm.EntityManager
25:typeorm.Repository#extend"18:typeorm.Repository
37:typeorm.Repository#createQueryBuilder"26:typeorm.SelectQueryBuilder
37:typeorm.BaseEntity#createQueryBuilder"26:typeorm.SelectQueryBuilder
33:typeorm.SelectQueryBuilder#insert"26:typeorm.InsertQueryBuilder
33:typeorm.SelectQueryBuilder#update"26:typeorm.UpdateQueryBuilder
33:typeorm.SelectQueryBuilder#getOne"12:typeorm.Rows
39:typeorm.SelectQueryBuilder#getOneOrFail"12:typeorm.Rows
34:typeorm.SelectQueryBuilder#getMany"12:typeorm.Rows
35:typeorm.SelectQueryBuilder#getCount"12:typeorm.Rows
36:typeorm.SelectQueryBuilder#getExists"12:typeorm.Rows
36:typeorm.SelectQueryBuilder#getRawOne"12:typeorm.Rows
37:typeorm.SelectQueryBuilder#getRawMany"12:typeorm.Rows
34:typeorm.SelectQueryBuilder#execute"12:typeorm.Rows
34:typeorm.InsertQueryBuilder#execute"12:typeorm.Rows
34:typeorm.UpdateQueryBuilder#execute"12:typeorm.Rows
19:callback-parameters{2
30:typeorm.DataSource#transaction[1
"21:typeorm.EntityManager
33:typeorm.EntityManager#transaction[1
"21:typeorm.EntityManager
9:resources[3
{9
2:id"11:data-source
4:noun"11:data source
4:kind"6:client
6:weight"6:medium
4:type"18:typeorm.DataSource
7:acquire[1
{2
4:call"29:typeorm.DataSource#initialize
5:gives"8:receiver
7:release[1
{2
4:call[2
"26:typeorm.DataSource#destroy
"24:typeorm.DataSource#close
5:await"4:true
7:context"11:unsupported
3:fix"75:share one data source, or `await dataSource.destroy()` in a `finally` block
{10
2:id"12:query-runner
4:noun"12:query runner
4:kind"10:connection
6:weight"4:high
4:type"19:typeorm.QueryRunner
7:acquire[1
{2
4:call"36:typeorm.DataSource#createQueryRunner
7:telling[1
"17:createQueryRunner
7:release[1
{2
4:call"27:typeorm.QueryRunner#release
5:await"4:true
10:opens-late"4:true
19:fails-after-release"4:true
3:fix"86:`await queryRunner.release()` in a `finally` block; commit and rollback do not release
{8
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"19:typeorm.QueryRunner
7:acquire[1
{2
4:call"36:typeorm.QueryRunner#startTransaction
5:gives"8:receiver
7:release[1
{2
4:call[2
"37:typeorm.QueryRunner#commitTransaction
"39:typeorm.QueryRunner#rollbackTransaction
5:await"4:true
3:fix"81:call `rollbackTransaction()` in the `catch`, or use `dataSource.transaction(...)`
5:pools[1
{4
4:call"18:typeorm.DataSource
4:noun"11:data source
13:waits-forever"5:false
3:fix"88:set the driver's own time-out in `extra`, such as `connectionTimeoutMillis` for postgres
7:queries[2
{3
4:call[4
"24:typeorm.DataSource#query
"27:typeorm.EntityManager#query
"25:typeorm.QueryRunner#query
"24:typeorm.Repository#query
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
{1
4:call[12
"23:typeorm.Repository#find
"25:typeorm.Repository#findBy
"26:typeorm.Repository#findOne
"28:typeorm.Repository#findOneBy
"23:typeorm.Repository#save
"25:typeorm.Repository#update
"26:typeorm.EntityManager#find
"28:typeorm.EntityManager#findBy
"29:typeorm.EntityManager#findOne
"31:typeorm.EntityManager#findOneBy
"26:typeorm.EntityManager#save
"28:typeorm.EntityManager#update
6:probes[8
{3
4:call[8
"26:typeorm.Repository#findOne
"23:typeorm.Repository#find
"24:typeorm.Repository#count
"24:typeorm.Repository#exist
"25:typeorm.Repository#exists
"26:typeorm.BaseEntity#findOne
"23:typeorm.BaseEntity#find
"24:typeorm.BaseEntity#count
6:entity"8:receiver
7:columns[2
{2
8:argument"1:0
8:property"5:where
{1
8:argument"1:0
{3
4:call[8
"28:typeorm.Repository#findOneBy
"25:typeorm.Repository#findBy
"26:typeorm.Repository#countBy
"27:typeorm.Repository#existsBy
"28:typeorm.BaseEntity#findOneBy
"25:typeorm.BaseEntity#findBy
"26:typeorm.BaseEntity#countBy
"27:typeorm.BaseEntity#existsBy
6:entity"8:receiver
7:columns{1
8:argument"1:0
{4
4:call[2
"32:typeorm.Repository#findOneOrFail
"32:typeorm.BaseEntity#findOneOrFail
6:entity"8:receiver
7:columns[1
{2
8:argument"1:0
8:property"5:where
18:raises-when-absent"4:true
{4
4:call[2
"34:typeorm.Repository#findOneByOrFail
"34:typeorm.BaseEntity#findOneByOrFail
6:entity"8:receiver
7:columns{1
8:argument"1:0
18:raises-when-absent"4:true
{3
4:call[4
"29:typeorm.EntityManager#findOne
"26:typeorm.EntityManager#find
"27:typeorm.EntityManager#count
"28:typeorm.EntityManager#exists
6:entity{1
8:argument"1:0
7:columns[2
{2
8:argument"1:1
8:property"5:where
{1
8:argument"1:1
{3
4:call[4
"31:typeorm.EntityManager#findOneBy
"28:typeorm.EntityManager#findBy
"29:typeorm.EntityManager#countBy
"30:typeorm.EntityManager#existsBy
6:entity{1
8:argument"1:0
7:columns{1
8:argument"1:1
{4
4:call[2
"35:typeorm.EntityManager#findOneOrFail
"37:typeorm.EntityManager#findOneByOrFail
6:entity{1
8:argument"1:0
7:columns[2
{2
8:argument"1:1
8:property"5:where
{1
8:argument"1:1
18:raises-when-absent"4:true
{2
4:call[6
"33:typeorm.SelectQueryBuilder#getOne
"34:typeorm.SelectQueryBuilder#getMany
"35:typeorm.SelectQueryBuilder#getCount
"36:typeorm.SelectQueryBuilder#getExists
"36:typeorm.SelectQueryBuilder#getRawOne
"37:typeorm.SelectQueryBuilder#getRawMany
6:entity"4:root
7:inserts[10
{4
4:call"23:typeorm.Repository#save
6:entity"8:receiver
7:columns{1
8:argument"1:0
5:value{1
8:argument"1:0
{3
4:call"25:typeorm.Repository#insert
6:entity"8:receiver
7:columns{1
8:argument"1:0
{3
4:call[1
"25:typeorm.BaseEntity#insert
6:entity"8:receiver
7:columns{1
8:argument"1:0
{3
4:call"23:typeorm.BaseEntity#save
6:entity"4:root
5:value"8:receiver
{4
4:call[2
"25:typeorm.Repository#upsert
"25:typeorm.BaseEntity#upsert
6:entity"8:receiver
7:columns{1
8:argument"1:0
6:atomic"4:true
{5
4:call"26:typeorm.EntityManager#save
4:when{2
8:argument"1:1
2:is"7:present
6:entity{1
8:argument"1:0
7:columns{1
8:argument"1:1
5:value{1
8:argument"1:1
{4
4:call"26:typeorm.EntityManager#save
6:entity{1
8:argument"1:0
7:columns{1
8:argument"1:0
5:value{1
8:argument"1:0
{3
4:call"28:typeorm.EntityManager#insert
6:entity{1
8:argument"1:0
7:columns{1
8:argument"1:1
{4
4:call"28:typeorm.EntityManager#upsert
6:entity{1
8:argument"1:0
7:columns{1
8:argument"1:1
6:atomic"4:true
{3
4:call"33:typeorm.InsertQueryBuilder#values
6:entity{2
5:chain"4:into
8:argument"1:0
7:columns{1
8:argument"1:0
7:updates[5
{4
4:call[2
"28:typeorm.Repository#increment
"28:typeorm.Repository#decrement
6:entity"8:receiver
7:columns{1
8:argument"1:1
8:relative"4:true
{4
4:call[2
"31:typeorm.EntityManager#increment
"31:typeorm.EntityManager#decrement
6:entity{1
8:argument"1:0
7:columns{1
8:argument"1:2
8:relative"4:true
{3
4:call"25:typeorm.Repository#update
6:entity"8:receiver
7:columns{1
8:argument"1:1
{3
4:call"28:typeorm.EntityManager#update
6:entity{1
8:argument"1:0
7:columns{1
8:argument"1:2
{3
4:call"30:typeorm.UpdateQueryBuilder#set
6:entity{2
5:chain"6:update
8:argument"1:0
7:columns{1
8:argument"1:0
6:guards[7
{2
4:kind"15:conflict-clause
4:call[3
"35:typeorm.InsertQueryBuilder#orIgnore
"35:typeorm.InsertQueryBuilder#orUpdate
"37:typeorm.InsertQueryBuilder#onConflict
{3
4:kind"4:lock
4:call"34:typeorm.SelectQueryBuilder#setLock
4:when{2
8:argument"1:0
6:one-of[3
"17:pessimistic_write
"25:pessimistic_write_or_fail
"25:pessimistic_partial_write
{3
4:kind"4:lock
4:call[4
"26:typeorm.Repository#findOne
"23:typeorm.Repository#find
"32:typeorm.Repository#findOneOrFail
"31:typeorm.Repository#findAndCount
4:when{3
8:argument"1:0
8:property"9:lock.mode
6:one-of[2
"17:pessimistic_write
"25:pessimistic_write_or_fail
{3
4:kind"4:lock
4:call[4
"29:typeorm.EntityManager#findOne
"26:typeorm.EntityManager#find
"35:typeorm.EntityManager#findOneOrFail
"34:typeorm.EntityManager#findAndCount
4:when{3
8:argument"1:1
8:property"9:lock.mode
6:one-of[2
"17:pessimistic_write
"25:pessimistic_write_or_fail
{3
4:kind"12:serializable
4:call[3
"30:typeorm.DataSource#transaction
"33:typeorm.EntityManager#transaction
"36:typeorm.QueryRunner#startTransaction
4:when{2
8:argument"1:0
6:one-of[1
"12:SERIALIZABLE
{2
4:kind"11:transaction
4:call[3
"30:typeorm.DataSource#transaction
"33:typeorm.EntityManager#transaction
"36:typeorm.QueryRunner#startTransaction
{3
4:kind"4:lock
4:call[3
"24:typeorm.DataSource#query
"27:typeorm.EntityManager#query
"25:typeorm.QueryRunner#query
4:when{2
8:argument"1:0
3:sql[1
"4:lock
10:violations[1
{2
5:types[1
"24:typeorm.QueryFailedError
5:codes[4
"5:23505
"12:ER_DUP_ENTRY
"17:SQLITE_CONSTRAINT
"4:1062
12:never-raises[2
{1
4:call[4
"32:typeorm.DataSource#getRepository
"35:typeorm.EntityManager#getRepository
"25:typeorm.Repository#create
"28:typeorm.EntityManager#create
{1
4:call[2
"37:typeorm.Repository#createQueryBuilder
"37:typeorm.DataSource#createQueryBuilder
8:examples[2
{3
5:title"73:committed or rolled back, but not released when connecting fails half-way
8:language"10:typescript
4:code"485:import { DataSource } from 'typeorm';

export async function pay(dataSource: DataSource, id: number, sum: number) {
  const runner = dataSource.createQueryRunner(); // expect: SL103
  await runner.connect();
  await runner.startTransaction();
  try {
    await runner.query('UPDATE accounts SET sum = sum - $2 WHERE id = $1', [id, sum]);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
  await runner.release();
}

{3
5:title"55:rolled back in the catch, released in the finally block
8:language"10:typescript
4:code"514:import { DataSource } from 'typeorm';

export async function pay(dataSource: DataSource, id: number, sum: number) {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.connect();
    await runner.startTransaction();
    try {
      await runner.query('UPDATE accounts SET sum = sum - $2 WHERE id = $1', [id, sum]);
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    }
  } finally {
    await runner.release();
  }
}

{6
7:library"6:undici
8:language"10:javascript
7:modules[1
"6:undici
5:types[2
{2
4:name"17:undici.Dispatcher
12:constructors[3
"11:undici.Pool
"13:undici.Client
"12:undici.Agent
"19:undici.ResponseData
7:returns{2
14:undici.request"19:undici.ResponseData
25:undici.Dispatcher#request"19:undici.ResponseData
9:resources[1
{10
2:id"10:dispatcher
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"17:undici.Dispatcher
7:acquire[1
{1
4:call[3
"11:undici.Pool
"13:undici.Client
"12:undici.Agent
7:release[1
{1
4:call[2
"23:undici.Dispatcher#close
"25:undici.Dispatcher#destroy
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"43:`await client.close()` in a `finally` block
{5
7:library"17:JavaScript values
8:language"10:javascript
15:unstable-values[2
{1
4:call[35
"17:crypto.randomUUID
"18:crypto.randomBytes
"16:crypto.randomInt
"22:crypto.getRandomValues
"27:crypto.webcrypto.randomUUID
"7:uuid.v1
"7:uuid.v4
"7:uuid.v6
"7:uuid.v7
"4:uuid
"7:uuid/v1
"7:uuid/v4
"6:uuidv4
"6:uuidv7
"5:uuid4
"11:uuid-random
"19:short-uuid.generate
"15:short-uuid.uuid
"13:nanoid.nanoid
"6:nanoid
"19:nanoid/async.nanoid
"24:nanoid/non-secure.nanoid
"4:cuid
"9:cuid.cuid
"29:@paralleldrive/cuid2.createId
"9:ulid.ulid
"23:ulid.monotonicFactory()
"10:ulidx.ulid
"16:ksuid.randomSync
"9:hyperid()
"16:shortid.generate
"6:uniqid
"20:crypto-random-string
"21:randomstring.generate
"11:Math.random
{2
4:call[3
"13:bson.ObjectId
"16:mongodb.ObjectId
"23:mongoose.Types.ObjectId
4:when{2
8:argument"1:0
2:is"6:absent
6:clocks[7
"8:Date.now
"15:performance.now
"14:process.hrtime
"21:process.hrtime.bigint
"10:moment.now
"18:luxon.DateTime.now
{2
4:call[4
"4:Date
"5:dayjs
"6:moment
"18:luxon.DateTime.utc
4:when{2
8:argument"1:0
2:is"6:absent
6:values{11
8:failures[1
"14:Promise.reject
6:copies[23
"13:Object.assign
"13:Object.freeze
"11:Object.seal
"18:Object.fromEntries
"14:Object.entries
"3:Map
"7:Headers
"15:URLSearchParams
"15:structuredClone
"14:JSON.stringify
"10:JSON.parse
"12:qs.stringify
"21:querystring.stringify
"12:lodash.merge
"12:lodash.clone
"16:lodash.cloneDeep
"15:lodash.defaults
"13:lodash.assign
"13:lodash.omitBy
"13:lodash.pickBy
"12:lodash/merge
"16:lodash/cloneDeep
"9:deepmerge
6:merges[4
"13:Object.assign
"12:lodash.merge
"13:lodash.assign
"15:lodash.defaults
4:puts[3
"3:set
"6:append
"9:setHeader
7:derives[20
"6:String
"6:Number
"11:Buffer.from
"4:btoa
"18:encodeURIComponent
"17:crypto.createHash
"17:crypto.createHmac
"11:crypto.hash
"20:crypto.subtle.digest
"7:uuid.v5
"7:uuid.v3
"14:uuid.stringify
"7:uuid/v5
"11:object-hash
"14:hash.js.sha256
"16:js-sha256.sha256
"6:sha.js
"3:md5
"11:bcrypt.hash
"11:util.format
10:serializes[4
"14:JSON.stringify
"11:object-hash
"21:json-stable-stringify
"26:fast-json-stable-stringify
6:coarse[18
"7:getDate
"6:getDay
"8:getMonth
"11:getFullYear
"10:getUTCDate
"11:getUTCMonth
"14:getUTCFullYear
"12:toDateString
"18:toLocaleDateString
"7:startOf
"5:endOf
"6:format
"8:toFormat
"9:toISODate
"5:slice
"5:split
"9:substring
"6:substr
6:stores[26
"4:save
"6:insert
"9:insertOne
"10:insertInto
"6:create
"10:createMany
"6:update
"9:updateOne
"10:updateMany
"6:upsert
"12:findOrCreate
"16:findOneAndUpdate
"17:findByIdAndUpdate
"3:put
"7:putItem
"3:add
"3:set
"6:setDoc
"7:setItem
"5:setex
"4:hset
"4:hSet
"7:persist
"5:store
"5:write
"9:writeFile
6:owners[18
"4:user
"8:customer
"6:client
"7:account
"6:member
"8:merchant
"6:seller
"6:tenant
"7:company
"12:organization
"12:organisation
"3:org
"4:team
"9:workspace
"7:product
"4:plan
"5:price
"5:email
8:per-item[10
"3:map
"7:forEach
"7:flatMap
"6:filter
"4:some
"5:every
"6:reduce
"4:each
"10:eachSeries
"9:mapSeries
7:batches[8
"5:batch
"7:batches
"5:chunk
"6:chunks
"4:page
"5:pages
"5:slice
"6:slices
{6
7:library"22:webhooks in JavaScript
8:language"10:javascript
7:modules[7
"22:@polar-sh/sdk/webhooks
"16:standardwebhooks
"4:svix
"17:@octokit/webhooks
"20:@shopify/shopify-api
"23:@paddle/paddle-node-sdk
"18:@adyen/api-library
13:webhook-words{8
6:events[44
"26:checkout.session.completed
"40:checkout.session.async_payment_succeeded
"24:payment_intent.succeeded
"29:payment_intent.payment_failed
"16:charge.succeeded
"15:charge.captured
"15:charge.refunded
"22:charge.dispute.created
"12:invoice.paid
"25:invoice.payment_succeeded
"22:invoice.payment_failed
"15:invoice.created
"17:invoice.finalized
"29:customer.subscription.created
"29:customer.subscription.updated
"29:customer.subscription.deleted
"36:customer.subscription.trial_will_end
"11:payout.paid
"16:transfer.created
"25:PAYMENT.CAPTURE.COMPLETED
"24:PAYMENT.CAPTURE.REFUNDED
"22:PAYMENT.SALE.COMPLETED
"23:CHECKOUT.ORDER.APPROVED
"24:CHECKOUT.ORDER.COMPLETED
"30:BILLING.SUBSCRIPTION.ACTIVATED
"30:BILLING.SUBSCRIPTION.CANCELLED
"28:subscription_payment_success
"30:subscription_payment_recovered
"16:payment.captured
"18:payment.authorized
"20:subscription.charged
"16:refund.processed
"14:charge.success
"16:transfer.success
"16:charge.completed
"21:transaction.completed
"22:subscription.activated
"30:subscription_payment_succeeded
"16:charge:confirmed
"15:charge:resolved
"13:AUTHORISATION
"15:payment.created
"15:payment.updated
"20:invoice.payment_made
7:headers[9
"10:-signature
"14:-signature-256
"12:-hmac-sha256
"5:-hmac
"11:-hmacsha256
"10:verif-hash
"13:hmacsignature
"17:-transmission-sig
"5:-sign
5:signs[7
"17:crypto.createHmac
"22:crypto.timingSafeEqual
"19:crypto.createVerify
"20:crypto-js.HmacSHA256
"20:crypto-js.HmacSHA512
"21:crypto-js/hmac-sha256
"20:crypto.subtle.verify
9:operators[3
"9:increment
"9:decrement
"4:$inc
6:adders[7
"9:increment
"11:incrementBy
"6:incrby
"6:incrBy
"4:incr
"7:hincrby
"7:zincrby
7:updates[9
"6:update
"10:updateMany
"9:updateOne
"16:findOneAndUpdate
"17:findByIdAndUpdate
"11:updateFirst
"3:set
"5:patch
"4:save
6:claims[27
"9:processed
"9:duplicate
"10:duplicated
"10:duplicates
"6:dedupe
"5:dedup
"11:deduplicate
"12:deduplicated
"10:idempotent
"11:idempotency
"12:idempotently
"7:already
"4:seen
"5:claim
"7:claimed
"4:once
"7:handled
"9:fulfilled
"8:credited
"8:consumed
"8:redeemed
"6:replay
"8:replayed
"5:nonce
"5:setnx
"4:lock
"6:locked
8:journals[34
"5:event
"6:events
"7:webhook
"8:webhooks
"3:log
"4:logs
"5:audit
"6:audits
"7:history
"8:delivery
"10:deliveries
"5:trace
"6:outbox
"3:job
"4:jobs
"5:queue
"8:activity
"7:attempt
"8:attempts
"5:retry
"7:retries
"5:tries
"7:failure
"8:failures
"5:error
"6:errors
"7:version
"4:view
"5:views
"9:analytics
"6:metric
"7:metrics
"7:message
"5:email
8:webhooks[1
{1
4:call[8
"36:@polar-sh/sdk/webhooks.validateEvent
"31:standardwebhooks.Webhook#verify
"19:svix.Webhook#verify
"33:@octokit/webhooks.Webhooks#verify
"24:@octokit/webhooks.verify
"49:@paddle/paddle-node-sdk.Paddle#webhooks.unmarshal
"45:@adyen/api-library.hmacValidator#validateHMAC
"45:@adyen/api-library.HmacValidator#validateHMAC
5:types[5
{2
4:name"24:standardwebhooks.Webhook
12:constructors[1
"24:standardwebhooks.Webhook
{2
4:name"12:svix.Webhook
12:constructors[1
"12:svix.Webhook
{2
4:name"30:@paddle/paddle-node-sdk.Paddle
12:constructors[1
"30:@paddle/paddle-node-sdk.Paddle
{2
4:name"32:@adyen/api-library.hmacValidator
12:constructors[1
"32:@adyen/api-library.hmacValidator
{2
4:name"32:@adyen/api-library.HmacValidator
12:constructors[1
"32:@adyen/api-library.HmacValidator
{7
7:library"10:WebSockets
8:language"10:javascript
7:modules[5
"2:ws
"9:websocket
"13:isomorphic-ws
"4:mqtt
"16:socket.io-client
5:types[2
{3
4:name"9:WebSocket
12:constructors[4
"2:ws
"12:ws.WebSocket
"13:isomorphic-ws
"23:isomorphic-ws.WebSocket
7:aliases[1
"12:ws.WebSocket
{3
4:name"15:mqtt.MqttClient
12:constructors[1
"12:mqtt.connect
7:aliases[2
"15:mqtt.MqttClient
"11:mqtt.Client
7:returns{1
17:mqtt.connectAsync"15:mqtt.MqttClient
9:resources[2
{10
2:id"6:socket
4:noun"9:WebSocket
4:kind"6:socket
6:weight"6:medium
4:type"9:WebSocket
7:acquire[1
{1
4:call[5
"9:WebSocket
"2:ws
"12:ws.WebSocket
"13:isomorphic-ws
"23:isomorphic-ws.WebSocket
7:release[1
{1
4:call[2
"15:WebSocket#close
"19:WebSocket#terminate
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"66:call `close()` in a `finally` block, and where a time-out gives up
{10
2:id"13:broker-client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"15:mqtt.MqttClient
7:acquire[1
{1
4:call[2
"12:mqtt.connect
"17:mqtt.connectAsync
7:release[1
{1
4:call[2
"19:mqtt.MqttClient#end
"24:mqtt.MqttClient#endAsync
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"46:`await client.endAsync()` in a `finally` block
8:examples[2
{3
5:title"48:a message that fails leaves the client connected
8:language"10:javascript
4:code"218:import mqtt from 'mqtt';

export async function announce(url, topic, message) {
  const client = await mqtt.connectAsync(url); // expect: SL103
  await client.publishAsync(topic, message);
  await client.endAsync();
}

{3
5:title"22:ended whatever happens
8:language"10:javascript
4:code"231:import mqtt from 'mqtt';

export async function announce(url, topic, message) {
  const client = await mqtt.connectAsync(url);
  try {
    await client.publishAsync(topic, message);
  } finally {
    await client.endAsync();
  }
}

{6
7:library"6:Xendit
8:language"10:javascript
7:modules[1
"11:xendit-node
5:types[1
{2
4:name"18:xendit-node.Xendit
12:constructors[2
"18:xendit-node.Xendit
"11:xendit-node
8:payments[3
{5
8:provider"6:Xendit
4:call[2
"54:xendit-node.Xendit#PaymentRequest.createPaymentRequest
"55:xendit-node.Xendit#PaymentRequest.capturePaymentRequest
3:key{2
8:argument"1:0
8:property"14:idempotencyKey
6:effect"6:charge
3:fix"35:`idempotencyKey: …` beside `data`
{5
8:provider"6:Xendit
4:call"38:xendit-node.Xendit#Payout.createPayout
3:key{2
8:argument"1:0
8:property"14:idempotencyKey
6:effect"6:payout
3:fix"53:`idempotencyKey: `payout-${payout.id}`` beside `data`
{5
8:provider"6:Xendit
4:call"38:xendit-node.Xendit#Refund.createRefund
3:key{2
8:argument"1:0
8:property"14:idempotencyKey
6:effect"6:refund
3:fix"53:`idempotencyKey: `refund-${refund.id}`` beside `data`
8:examples[1
{3
5:title"33:a payout without and with its key
8:language"10:javascript
4:code"390:import { Xendit } from 'xendit-node';

const xendit = new Xendit({ secretKey: process.env.XENDIT_KEY });

export function pay(payout) {
  return xendit.Payout.createPayout({ data: { amount: payout.amount } }); // expect: SL201
}

export function payOnce(payout) {
  return xendit.Payout.createPayout({
    idempotencyKey: `payout-${payout.id}`,
    data: { amount: payout.amount },
  });
}

{7
7:library"21:Python advisory locks
8:language"6:python
7:modules[3
"8:psycopg2
"7:psycopg
"10:sqlalchemy
8:triggers[1
"16:pg_advisory_lock
5:types[1
"21:psycopg2.AdvisoryLock
9:resources[1
{11
2:id"13:advisory-lock
4:noun"13:advisory lock
4:kind"4:lock
6:weight"4:high
4:type"21:psycopg2.AdvisoryLock
7:acquire[1
{3
4:call[5
"34:psycopg2.extensions.cursor#execute
"22:psycopg.Cursor#execute
"26:psycopg.Connection#execute
"29:sqlalchemy.Connection#execute
"30:sqlalchemy.orm.Session#execute
4:when{2
8:argument"1:0
3:sql[1
"13:advisory-lock
5:gives"8:receiver
7:release[1
{2
4:call[5
"34:psycopg2.extensions.cursor#execute
"22:psycopg.Cursor#execute
"26:psycopg.Connection#execute
"29:sqlalchemy.Connection#execute
"30:sqlalchemy.orm.Session#execute
4:when{2
8:argument"1:0
3:sql[1
"15:advisory-unlock
7:context"11:unsupported
17:closed-implicitly"4:true
10:of-session"4:true
3:fix"97:unlock in a `finally` block, or take `pg_advisory_xact_lock` in a transaction, which ends with it
8:examples[2
{3
5:title"35:the work raises, and the lock stays
8:language"6:python
4:code"252:import psycopg2


def migrate(pool_connection: psycopg2.extensions.connection, step):
    cursor = pool_connection.cursor()
    cursor.execute("SELECT pg_advisory_lock(7)")  # expect: SL103
    step()
    cursor.execute("SELECT pg_advisory_unlock(7)")

{3
5:title"30:the lock ends whatever happens
8:language"6:python
4:code"265:import psycopg2


def migrate(pool_connection: psycopg2.extensions.connection, step):
    cursor = pool_connection.cursor()
    cursor.execute("SELECT pg_advisory_lock(7)")
    try:
        step()
    finally:
        cursor.execute("SELECT pg_advisory_unlock(7)")

{10
7:library"7:aiohttp
8:language"6:python
7:modules[1
"7:aiohttp
5:types[4
{3
4:name"21:aiohttp.ClientSession
7:awaited"4:true
7:aliases[2
"21:aiohttp.ClientSession
"28:aiohttp.client.ClientSession
{2
4:name"22:aiohttp.ClientResponse
7:aliases[2
"22:aiohttp.ClientResponse
"36:aiohttp.client_reqrep.ClientResponse
{2
4:name"31:aiohttp.ClientWebSocketResponse
7:aliases[1
"31:aiohttp.ClientWebSocketResponse
{2
4:name"21:aiohttp.BaseConnector
7:aliases[3
"21:aiohttp.BaseConnector
"20:aiohttp.TCPConnector
"21:aiohttp.UnixConnector
7:returns{9
25:aiohttp.ClientSession#get"22:aiohttp.ClientResponse
26:aiohttp.ClientSession#post"22:aiohttp.ClientResponse
25:aiohttp.ClientSession#put"22:aiohttp.ClientResponse
27:aiohttp.ClientSession#patch"22:aiohttp.ClientResponse
28:aiohttp.ClientSession#delete"22:aiohttp.ClientResponse
26:aiohttp.ClientSession#head"22:aiohttp.ClientResponse
29:aiohttp.ClientSession#options"22:aiohttp.ClientResponse
29:aiohttp.ClientSession#request"22:aiohttp.ClientResponse
32:aiohttp.ClientSession#ws_connect"31:aiohttp.ClientWebSocketResponse
9:resources[3
{9
2:id"7:session
4:noun"14:client session
4:kind"6:client
6:weight"6:medium
4:type"21:aiohttp.ClientSession
7:acquire[2
"21:aiohttp.ClientSession
"28:aiohttp.client.ClientSession
7:release[2
{2
4:call"27:aiohttp.ClientSession#close
5:await"4:true
"28:aiohttp.ClientSession#detach
19:fails-after-release"4:true
3:fix"73:use `async with aiohttp.ClientSession() as session`, or share one session
{9
2:id"8:response
4:noun"8:response
4:kind"8:response
6:weight"6:medium
4:type"22:aiohttp.ClientResponse
7:acquire[1
{1
4:call[6
"25:aiohttp.ClientSession#get
"26:aiohttp.ClientSession#post
"25:aiohttp.ClientSession#put
"27:aiohttp.ClientSession#patch
"28:aiohttp.ClientSession#delete
"29:aiohttp.ClientSession#request
7:release[7
"30:aiohttp.ClientResponse#release
"28:aiohttp.ClientResponse#close
"27:aiohttp.ClientResponse#read
"27:aiohttp.ClientResponse#text
"27:aiohttp.ClientResponse#json
"39:aiohttp.ClientResponse#raise_for_status
{2
4:call[6
"35:aiohttp.ClientResponse#content.read
"38:aiohttp.ClientResponse#content.readany
"39:aiohttp.ClientResponse#content.readline
"43:aiohttp.ClientResponse#content.iter_chunked
"39:aiohttp.ClientResponse#content.iter_any
"42:aiohttp.ClientResponse#content.iter_chunks
5:takes{1
4:root"4:true
9:collected"4:true
3:fix"45:use `async with session.get(...) as response`
{9
2:id"9:websocket
4:noun"10:web socket
4:kind"6:socket
6:weight"6:medium
4:type"31:aiohttp.ClientWebSocketResponse
7:acquire[1
"32:aiohttp.ClientSession#ws_connect
7:release[1
{2
4:call"37:aiohttp.ClientWebSocketResponse#close
5:await"4:true
19:fails-after-release"4:true
3:fix"50:use `async with session.ws_connect(...) as socket`
5:pools[1
{4
4:call[2
"21:aiohttp.ClientSession
"28:aiohttp.client.ClientSession
4:noun"14:client session
13:waits-forever"5:false
3:fix"59:make one session where the application starts, and share it
7:network[1
{1
4:call[10
"25:aiohttp.ClientSession#get
"26:aiohttp.ClientSession#post
"25:aiohttp.ClientSession#put
"27:aiohttp.ClientSession#patch
"28:aiohttp.ClientSession#delete
"26:aiohttp.ClientSession#head
"29:aiohttp.ClientSession#options
"29:aiohttp.ClientSession#request
"32:aiohttp.ClientSession#ws_connect
"15:aiohttp.request
12:never-raises[1
{1
4:call[7
"21:aiohttp.ClientSession
"21:aiohttp.ClientTimeout
"17:aiohttp.BasicAuth
"16:aiohttp.FormData
"20:aiohttp.TCPConnector
"30:aiohttp.ClientResponse#release
"28:aiohttp.ClientResponse#close
8:examples[3
{3
5:title"52:an error leaves the session and its connections open
8:language"6:python
4:code"233:import aiohttp


async def rates(url: str) -> dict:
    session = aiohttp.ClientSession()  # expect: SL103
    async with session.get(url) as response:
        found = await response.json()
    await session.close()
    return found

{3
5:title"43:the body is not read when the status is bad
8:language"6:python
4:code"230:import aiohttp


async def rates(session: aiohttp.ClientSession, url: str) -> dict | None:
    response = await session.get(url)  # expect: SL102
    if response.status != 200:
        return None
    return await response.json()

{3
5:title"21:the blocks close both
8:language"6:python
4:code"236:import aiohttp


async def rates(url: str) -> dict | None:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        if response.status != 200:
            return None
        return await response.json()

{11
7:library"8:aiomysql
8:language"6:python
7:modules[2
"8:aiomysql
"7:asyncmy
5:types[3
{3
4:name"13:aiomysql.Pool
12:constructors[2
"20:aiomysql.create_pool
"19:asyncmy.create_pool
7:aliases[3
"13:aiomysql.Pool
"18:aiomysql.pool.Pool
"17:asyncmy.pool.Pool
{3
4:name"19:aiomysql.Connection
12:constructors[2
"16:aiomysql.connect
"15:asyncmy.connect
7:aliases[3
"19:aiomysql.Connection
"30:aiomysql.connection.Connection
"29:asyncmy.connection.Connection
{2
4:name"15:aiomysql.Cursor
7:aliases[8
"15:aiomysql.Cursor
"19:aiomysql.DictCursor
"17:aiomysql.SSCursor
"21:aiomysql.SSDictCursor
"23:aiomysql.cursors.Cursor
"27:aiomysql.cursors.DictCursor
"22:asyncmy.cursors.Cursor
"26:asyncmy.cursors.DictCursor
7:returns{3
21:aiomysql.Pool#acquire"19:aiomysql.Connection
26:aiomysql.Connection#cursor"15:aiomysql.Cursor
26:aiomysql.Cursor#connection"19:aiomysql.Connection
9:resources[4
{10
2:id"17:pooled-connection
4:noun"17:pooled connection
4:kind"10:connection
6:weight"4:high
4:type"19:aiomysql.Connection
7:acquire[1
"21:aiomysql.Pool#acquire
7:release[1
{2
4:call"21:aiomysql.Pool#release
5:takes{2
8:argument"1:0
7:keyword"4:conn
14:double-release"5:fails
19:fails-after-release"4:true
3:fix"97:use `async with pool.acquire() as connection`, or `pool.release(connection)` in a `finally` block
{9
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"4:high
4:type"19:aiomysql.Connection
7:acquire[2
"16:aiomysql.connect
"15:asyncmy.connect
7:release[2
"25:aiomysql.Connection#close
{2
4:call"33:aiomysql.Connection#ensure_closed
5:await"4:true
19:fails-after-release"4:true
3:fix"52:use `async with aiomysql.connect(...) as connection`
{8
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"19:aiomysql.Connection
7:acquire[1
{2
4:call"25:aiomysql.Connection#begin
5:gives"8:receiver
7:release[4
{2
4:call[2
"26:aiomysql.Connection#commit
"28:aiomysql.Connection#rollback
5:await"4:true
"25:aiomysql.Connection#close
"33:aiomysql.Connection#ensure_closed
{2
4:call"21:aiomysql.Pool#release
5:takes{2
8:argument"1:0
7:keyword"4:conn
3:fix"56:roll back in an `except BaseException` that raises again
{9
2:id"4:pool
4:noun"4:pool
4:kind"6:client
6:weight"6:medium
4:type"13:aiomysql.Pool
7:acquire[1
{1
4:call[2
"20:aiomysql.create_pool
"19:asyncmy.create_pool
7:release[1
{1
4:call[2
"19:aiomysql.Pool#close
"23:aiomysql.Pool#terminate
17:closed-implicitly"4:true
3:fix"62:use it in a `with` statement, or close it in a `finally` block
5:pools[1
{4
4:call[2
"20:aiomysql.create_pool
"19:asyncmy.create_pool
4:noun"4:pool
8:acquires[1
{1
4:call"21:aiomysql.Pool#acquire
3:fix"86:wait with `asyncio.wait_for(pool.acquire(), ...)`; the pool has no time-out of its own
7:queries[2
{3
4:call[2
"23:aiomysql.Cursor#execute
"27:aiomysql.Cursor#executemany
4:text{2
8:argument"1:0
7:keyword"5:query
10:parameters{2
8:argument"1:1
7:keyword"4:args
{2
4:call"25:aiomysql.Connection#query
4:text{2
8:argument"1:0
7:keyword"3:sql
10:violations[1
{2
5:types[4
"23:aiomysql.IntegrityError
"29:asyncmy.errors.IntegrityError
"26:pymysql.err.IntegrityError
"22:pymysql.IntegrityError
5:codes[1
"4:1062
12:never-raises[1
{1
4:call[3
"21:aiomysql.Pool#acquire
"21:aiomysql.Pool#release
"25:aiomysql.Connection#close
8:examples[3
{3
5:title"36:an error between acquire and release
8:language"6:python
4:code"316:import aiomysql


async def rename(pool: aiomysql.Pool, user_id: int, name: str) -> None:
    conn = await pool.acquire()  # expect: SL103
    async with conn.cursor() as cursor:
        await cursor.execute("UPDATE users SET name = %s WHERE id = %s", (name, user_id))
    await conn.commit()
    pool.release(conn)

{3
5:title"44:the early return leaves the transaction open
8:language"6:python
4:code"463:import aiomysql


async def rename(conn: aiomysql.Connection, user_id: int, name: str) -> bool:
    await conn.begin()  # expect: SL107
    try:
        async with conn.cursor() as cursor:
            await cursor.execute("UPDATE users SET name = %s WHERE id = %s", (name, user_id))
            if cursor.rowcount == 0:
                return False
        await conn.commit()
    except BaseException:
        await conn.rollback()
        raise
    return True

{3
5:title"23:the block gives it back
8:language"6:python
4:code"554:import aiomysql


async def rename(pool: aiomysql.Pool, user_id: int, name: str) -> None:
    async with pool.acquire() as conn, conn.cursor() as cursor:
        await cursor.execute("UPDATE users SET name = %s WHERE id = %s", (name, user_id))
        await conn.commit()


async def names(pool: aiomysql.Pool) -> list[tuple]:
    conn = await pool.acquire()
    try:
        async with conn.cursor() as cursor:
            await cursor.execute("SELECT name FROM users")
            return await cursor.fetchall()
    finally:
        pool.release(conn)

{12
7:library"5:aiopg
8:language"6:python
7:modules[1
"5:aiopg
5:types[5
{3
4:name"10:aiopg.Pool
12:constructors[1
"17:aiopg.create_pool
7:aliases[2
"10:aiopg.Pool
"15:aiopg.pool.Pool
{3
4:name"16:aiopg.Connection
12:constructors[1
"13:aiopg.connect
7:aliases[2
"16:aiopg.Connection
"27:aiopg.connection.Connection
{2
4:name"12:aiopg.Cursor
7:aliases[2
"12:aiopg.Cursor
"23:aiopg.connection.Cursor
{3
4:name"15:aiopg.sa.Engine
12:constructors[1
"22:aiopg.sa.create_engine
7:aliases[2
"15:aiopg.sa.Engine
"22:aiopg.sa.engine.Engine
{2
4:name"21:aiopg.sa.SAConnection
7:aliases[2
"21:aiopg.sa.SAConnection
"32:aiopg.sa.connection.SAConnection
7:returns{4
18:aiopg.Pool#acquire"16:aiopg.Connection
17:aiopg.Pool#cursor"12:aiopg.Cursor
23:aiopg.Connection#cursor"12:aiopg.Cursor
23:aiopg.sa.Engine#acquire"21:aiopg.sa.SAConnection
9:resources[2
{10
2:id"17:pooled-connection
4:noun"17:pooled connection
4:kind"10:connection
6:weight"4:high
4:type"16:aiopg.Connection
7:acquire[2
"18:aiopg.Pool#acquire
"23:aiopg.sa.Engine#acquire
7:release[2
{2
4:call"18:aiopg.Pool#release
5:takes{2
8:argument"1:0
7:keyword"4:conn
{2
4:call"23:aiopg.sa.Engine#release
5:takes{2
8:argument"1:0
7:keyword"4:conn
14:double-release"5:fails
19:fails-after-release"4:true
3:fix"97:use `async with pool.acquire() as connection`, or `pool.release(connection)` in a `finally` block
{9
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"4:high
4:type"16:aiopg.Connection
7:acquire[1
"13:aiopg.connect
7:release[1
"22:aiopg.Connection#close
19:fails-after-release"4:true
3:fix"49:use `async with aiopg.connect(...) as connection`
5:pools[1
{5
4:call[2
"17:aiopg.create_pool
"22:aiopg.sa.create_engine
4:noun"4:pool
7:timeout{1
7:keyword"7:timeout
13:waits-forever"5:false
3:fix"49:wait with `asyncio.wait_for(pool.acquire(), ...)`
7:queries[2
{3
4:call[2
"20:aiopg.Cursor#execute
"24:aiopg.Cursor#executemany
4:text{2
8:argument"1:0
7:keyword"9:operation
10:parameters{2
8:argument"1:1
7:keyword"10:parameters
{3
4:call[2
"29:aiopg.sa.SAConnection#execute
"28:aiopg.sa.SAConnection#scalar
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
6:guards[1
{2
4:kind"11:transaction
4:call[2
"18:aiopg.Cursor#begin
"27:aiopg.sa.SAConnection#begin
10:violations[1
{2
5:types[2
"23:psycopg2.IntegrityError
"31:psycopg2.errors.UniqueViolation
5:codes[2
"5:23505
"5:23P01
12:never-raises[1
{1
4:call[4
"18:aiopg.Pool#acquire
"18:aiopg.Pool#release
"22:aiopg.Connection#close
"18:aiopg.Cursor#close
8:examples[2
{3
5:title"39:a query that fails keeps the connection
8:language"6:python
4:code"273:import aiopg


async def count(pool: aiopg.Pool) -> int:
    conn = await pool.acquire()  # expect: SL103
    cursor = await conn.cursor()
    await cursor.execute("SELECT count(*) FROM users")
    (total,) = await cursor.fetchone()
    pool.release(conn)
    return total

{3
5:title"23:the block gives it back
8:language"6:python
4:code"244:import aiopg


async def count(pool: aiopg.Pool) -> int:
    async with pool.acquire() as conn, conn.cursor() as cursor:
        await cursor.execute("SELECT count(*) FROM users")
        (total,) = await cursor.fetchone()
        return total

{9
7:library"27:odmantic, ormar and Piccolo
8:language"6:python
7:modules[3
"8:odmantic
"5:ormar
"7:piccolo
5:types[5
{2
4:name"18:odmantic.AIOEngine
7:aliases[4
"19:odmantic.SyncEngine
"27:odmantic.session.AIOSession
"31:odmantic.session.AIOTransaction
"25:odmantic.engine.AIOEngine
{3
4:name"11:ormar.Model
7:aliases[1
"18:ormar.models.Model
7:hinting[1
"9:<class>()
{3
4:name"14:ormar.QuerySet
7:aliases[1
"23:ormar.queryset.QuerySet
6:fluent"4:true
{2
4:name"19:piccolo.table.Table
7:hinting[1
"9:<class>()
{2
4:name"13:piccolo.Query
6:fluent"4:true
7:returns{9
19:ormar.Model#objects"14:ormar.QuerySet
18:ormar.QuerySet#get"11:ormar.Model
26:ormar.QuerySet#get_or_none"11:ormar.Model
20:ormar.QuerySet#first"11:ormar.Model
26:piccolo.table.Table#exists"13:piccolo.Query
27:piccolo.table.Table#objects"13:piccolo.Query
26:piccolo.table.Table#select"13:piccolo.Query
25:piccolo.table.Table#count"13:piccolo.Query
19:piccolo.Query#first"13:piccolo.Query
6:probes[6
{2
4:call[3
"27:odmantic.AIOEngine#find_one
"24:odmantic.AIOEngine#count
"23:odmantic.AIOEngine#find
6:entity{1
8:argument"1:0
{3
4:call"21:ormar.QuerySet#filter
6:entity"4:root
20:keywords-are-columns"4:true
{3
4:call"26:ormar.QuerySet#get_or_none
6:entity"4:root
20:keywords-are-columns"4:true
{4
4:call"18:ormar.QuerySet#get
6:entity"4:root
20:keywords-are-columns"4:true
18:raises-when-absent"4:true
{2
4:call[3
"21:ormar.QuerySet#exists
"20:ormar.QuerySet#count
"20:ormar.QuerySet#first
6:entity"4:root
{2
4:call[4
"26:piccolo.table.Table#exists
"25:piccolo.table.Table#count
"19:piccolo.Query#where
"19:piccolo.Query#first
6:entity"4:root
7:inserts[6
{3
4:call"23:odmantic.AIOEngine#save
6:entity{1
8:argument"1:0
5:value{1
8:argument"1:0
{3
4:call"21:ormar.QuerySet#create
6:entity"4:root
20:keywords-are-columns"4:true
{4
4:call[2
"28:ormar.QuerySet#get_or_create
"31:ormar.QuerySet#update_or_create
6:entity"4:root
20:keywords-are-columns"4:true
6:atomic"4:true
{4
4:call"16:ormar.Model#save
6:entity"4:root
7:columns{2
5:chain"2:()
8:keywords"4:true
5:value"8:receiver
{4
4:call"24:piccolo.table.Table#save
6:entity"4:root
7:columns{2
5:chain"2:()
8:keywords"4:true
5:value"8:receiver
{2
4:call"26:piccolo.table.Table#insert
6:entity"4:root
6:guards[1
{2
4:kind"15:conflict-clause
4:call"25:piccolo.Query#on_conflict
8:examples[2
{3
5:title"22:two votes of one voter
8:language"6:python
4:code"294:from odmantic import AIOEngine, Model

engine = AIOEngine()


class Vote(Model):
    poll: int
    voter: int


async def vote(poll, voter):
    if not await engine.find_one(Vote, Vote.poll == poll, Vote.voter == voter):
        await engine.save(Vote(poll=poll, voter=voter))  # expect: SL301

{3
5:title"26:the same by another mapper
8:language"6:python
4:code"308:from piccolo.columns import Integer
from piccolo.table import Table


class Vote(Table):
    poll = Integer()
    voter = Integer()


async def vote(poll, voter):
    if not await Vote.exists().where(Vote.poll == poll, Vote.voter == voter):
        await Vote(poll=poll, voter=voter).save()  # expect: SL301

{6
7:library"14:Trio and AnyIO
8:language"6:python
7:modules[2
"4:trio
"5:anyio
5:types[2
{2
4:name"18:trio.AsyncResource
12:constructors[11
"20:trio.open_tcp_stream
"29:trio.open_ssl_over_tcp_stream
"21:trio.open_unix_socket
"14:trio.open_file
"18:trio.socket.socket
"17:anyio.connect_tcp
"18:anyio.connect_unix
"15:anyio.open_file
"23:anyio.create_udp_socket
"33:anyio.create_connected_udp_socket
"24:anyio.NamedTemporaryFile
{2
4:name"12:trio.Process
12:constructors[3
"17:trio.open_process
"26:trio.lowlevel.open_process
"18:anyio.open_process
9:resources[2
{10
2:id"6:stream
4:noun"6:stream
4:kind"6:stream
6:weight"6:medium
4:type"18:trio.AsyncResource
7:acquire[1
{1
4:call[10
"20:trio.open_tcp_stream
"29:trio.open_ssl_over_tcp_stream
"21:trio.open_unix_socket
"14:trio.open_file
"18:trio.socket.socket
"17:anyio.connect_tcp
"18:anyio.connect_unix
"15:anyio.open_file
"23:anyio.create_udp_socket
"33:anyio.create_connected_udp_socket
7:release[2
{2
4:call"25:trio.AsyncResource#aclose
5:await"4:true
"24:trio.AsyncResource#close
8:hand-off[1
{2
4:call[5
"14:trio.SSLStream
"17:trio.SocketStream
"18:trio.StapledStream
"32:anyio.streams.tls.TLSStream.wrap
"48:anyio.streams.buffered.BufferedByteReceiveStream
5:takes{1
8:argument"1:0
9:collected"4:true
3:fix"35:use it in an `async with` statement
{8
2:id"7:process
4:noun"13:child process
4:kind"7:process
6:weight"6:medium
4:type"12:trio.Process
7:acquire[1
{1
4:call[3
"17:trio.open_process
"26:trio.lowlevel.open_process
"18:anyio.open_process
7:release[4
"17:trio.Process#kill
"22:trio.Process#terminate
"24:trio.Process#send_signal
{3
4:call[2
"19:trio.Process#aclose
"17:trio.Process#wait
5:await"4:true
8:may-fail"4:true
3:fix"68:use it in an `async with` statement, or kill it in a `finally` block
8:examples[2
{3
5:title"44:what cannot be parsed leaves the stream open
8:language"6:python
4:code"224:import anyio


async def ask(host, question):
    stream = await anyio.connect_tcp(host, 7000)  # expect: SL103
    await stream.send(question)
    answer = await stream.receive()
    await stream.aclose()
    return answer

{3
5:title"19:the block closes it
8:language"6:python
4:code"182:import anyio


async def ask(host, question):
    async with await anyio.connect_tcp(host, 7000) as stream:
        await stream.send(question)
        return await stream.receive()

{13
7:library"7:asyncpg
8:language"6:python
7:modules[1
"7:asyncpg
8:triggers[1
"7:acquire
5:types[4
{4
4:name"12:asyncpg.Pool
7:awaited"4:true
12:constructors[2
"19:asyncpg.create_pool
"24:asyncpg.pool.create_pool
7:aliases[2
"12:asyncpg.Pool
"17:asyncpg.pool.Pool
{3
4:name"18:asyncpg.Connection
7:awaited"4:true
7:aliases[3
"18:asyncpg.Connection
"29:asyncpg.connection.Connection
"32:asyncpg.pool.PoolConnectionProxy
{1
4:name"31:asyncpg.transaction.Transaction
{1
4:name"39:asyncpg.prepared_stmt.PreparedStatement
7:returns{5
15:asyncpg.connect"18:asyncpg.Connection
26:asyncpg.connection.connect"18:asyncpg.Connection
20:asyncpg.Pool#acquire"18:asyncpg.Connection
30:asyncpg.Connection#transaction"31:asyncpg.transaction.Transaction
26:asyncpg.Connection#prepare"39:asyncpg.prepared_stmt.PreparedStatement
9:resources[4
{9
2:id"17:pooled-connection
4:noun"17:pooled connection
4:kind"10:connection
6:weight"4:high
4:type"18:asyncpg.Connection
7:acquire[1
{2
4:call"20:asyncpg.Pool#acquire
7:telling[1
"12:pool.acquire
7:release[1
{3
4:call"20:asyncpg.Pool#release
5:takes{2
8:argument"1:0
7:keyword"10:connection
5:await"4:true
19:fails-after-release"4:true
3:fix"103:use `async with pool.acquire() as connection`, or `await pool.release(connection)` in a `finally` block
{10
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"4:high
4:type"18:asyncpg.Connection
7:acquire[1
{1
4:call[2
"15:asyncpg.connect
"26:asyncpg.connection.connect
7:release[2
{2
4:call"24:asyncpg.Connection#close
5:await"4:true
"28:asyncpg.Connection#terminate
7:context"11:unsupported
19:fails-after-release"4:true
3:fix"95:call `await connection.close()` in the `finally` of a `try` that starts right after the connect
{8
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"31:asyncpg.transaction.Transaction
7:acquire[1
{2
4:call"37:asyncpg.transaction.Transaction#start
5:gives{1
8:receiver"4:true
7:release[1
{2
4:call[2
"38:asyncpg.transaction.Transaction#commit
"40:asyncpg.transaction.Transaction#rollback
5:await"4:true
3:fix"81:use `async with connection.transaction()`, which commits and rolls back by itself
{9
2:id"4:pool
4:noun"4:pool
4:kind"6:client
6:weight"6:medium
4:type"12:asyncpg.Pool
7:acquire[1
{1
4:call[2
"19:asyncpg.create_pool
"24:asyncpg.pool.create_pool
7:release[1
{1
4:call[2
"18:asyncpg.Pool#close
"22:asyncpg.Pool#terminate
17:closed-implicitly"4:true
3:fix"62:use it in a `with` statement, or close it in a `finally` block
5:pools[1
{4
4:call[2
"19:asyncpg.create_pool
"24:asyncpg.pool.create_pool
4:noun"4:pool
8:acquires[1
{2
4:call"20:asyncpg.Pool#acquire
7:timeout{2
8:argument"1:0
7:keyword"7:timeout
3:fix"34:give `timeout` to `pool.acquire()`
7:queries[1
{3
4:call[14
"26:asyncpg.Connection#execute
"30:asyncpg.Connection#executemany
"24:asyncpg.Connection#fetch
"27:asyncpg.Connection#fetchrow
"27:asyncpg.Connection#fetchval
"28:asyncpg.Connection#fetchmany
"26:asyncpg.Connection#prepare
"25:asyncpg.Connection#cursor
"20:asyncpg.Pool#execute
"24:asyncpg.Pool#executemany
"18:asyncpg.Pool#fetch
"21:asyncpg.Pool#fetchrow
"21:asyncpg.Pool#fetchval
"22:asyncpg.Pool#fetchmany
4:text{2
8:argument"1:0
7:keyword"5:query
10:parameters{2
8:argument"1:1
7:keyword"4:args
6:guards[2
{3
4:kind"12:serializable
4:call"30:asyncpg.Connection#transaction
4:when{2
7:keyword"9:isolation
6:one-of[1
"12:serializable
{2
4:kind"11:transaction
4:call"30:asyncpg.Connection#transaction
10:violations[1
{2
5:types[6
"28:asyncpg.UniqueViolationError
"31:asyncpg.ExclusionViolationError
"41:asyncpg.IntegrityConstraintViolationError
"39:asyncpg.exceptions.UniqueViolationError
"42:asyncpg.exceptions.ExclusionViolationError
"52:asyncpg.exceptions.IntegrityConstraintViolationError
5:codes[2
"5:23505
"5:23P01
12:never-raises[1
{1
4:call[9
"30:asyncpg.Connection#transaction
"28:asyncpg.Connection#is_closed
"36:asyncpg.Connection#is_in_transaction
"28:asyncpg.Connection#terminate
"20:asyncpg.Pool#acquire
"21:asyncpg.Pool#get_size
"26:asyncpg.Pool#get_idle_size
"23:asyncpg.Pool#is_closing
"22:asyncpg.Pool#terminate
8:examples[6
{3
5:title"45:a failing query keeps the connection for ever
8:language"6:python
4:code"233:import asyncpg


async def pay(pool: asyncpg.Pool, order_id: int) -> None:
    conn = await pool.acquire()  # expect: SL103
    await conn.execute("UPDATE orders SET paid = true WHERE id = $1", order_id)
    await pool.release(conn)

{3
5:title"45:the release is a coroutine that nobody awaits
8:language"6:python
4:code"260:import asyncpg


async def paid(pool: asyncpg.Pool, order_id: int) -> bool:
    conn = await pool.acquire()
    try:
        return await conn.fetchval("SELECT paid FROM orders WHERE id = $1", order_id)
    finally:
        pool.release(conn)  # expect: SL104

{3
5:title"35:the connection is closed on no path
8:language"6:python
4:code"168:import asyncpg


async def count(dsn: str) -> int:
    conn = await asyncpg.connect(dsn)  # expect: SL101
    return await conn.fetchval("SELECT count(*) FROM orders")

{3
5:title"43:an early return leaves the transaction open
8:language"6:python
4:code"436:import asyncpg


async def close(conn: asyncpg.Connection, order_id: int) -> bool:
    change = conn.transaction()
    await change.start()  # expect: SL107
    try:
        status = await conn.execute("UPDATE orders SET open = false WHERE id = $1", order_id)
        if status == "UPDATE 0":
            return False
        await change.commit()
    except BaseException:
        await change.rollback()
        raise
    return True

{3
5:title"60:the block gives the connection back and ends the transaction
8:language"6:python
4:code"299:import asyncpg


async def pay(pool: asyncpg.Pool, order_id: int) -> None:
    async with pool.acquire() as conn, conn.transaction():
        await conn.execute("UPDATE orders SET paid = true WHERE id = $1", order_id)
        await conn.execute("INSERT INTO audit (order_id) VALUES ($1)", order_id)

{3
5:title"31:released and closed in any case
8:language"6:python
4:code"438:import asyncpg


async def paid(pool: asyncpg.Pool, order_id: int) -> bool:
    conn = await pool.acquire()
    try:
        return await conn.fetchval("SELECT paid FROM orders WHERE id = $1", order_id)
    finally:
        await pool.release(conn)


async def count(dsn: str) -> int:
    conn = await asyncpg.connect(dsn)
    try:
        return await conn.fetchval("SELECT count(*) FROM orders")
    finally:
        await conn.close()

{12
7:library"16:Python behaviour
8:language"6:python
8:triggers[5
"13:def __exit__(
"14:def __aexit__(
"21:mark_error_retryable(
"13:errorhandler(
"18:exception_handler(
5:types[12
"20:contextlib.ExitStack
{2
4:name"25:contextlib.AsyncExitStack
7:extends[1
"20:contextlib.ExitStack
{2
4:name"14:logging.Logger
7:aliases[1
"21:logging.LoggerAdapter
{2
4:name"17:datetime.datetime
7:extends[1
"13:datetime.date
"13:datetime.date
"18:datetime.timedelta
"15:threading.Event
"16:threading.Thread
"13:asyncio.Event
"17:unittest.TestCase
{2
4:name"32:unittest.IsolatedAsyncioTestCase
7:extends[1
"17:unittest.TestCase
"11:flask.Flask
7:returns{17
17:logging.getLogger"14:logging.Logger
23:logging.Logger#getChild"14:logging.Logger
20:structlog.get_logger"14:logging.Logger
27:structlog.stdlib.get_logger"14:logging.Logger
19:structlog.getLogger"14:logging.Logger
19:logging.Logger#bind"14:logging.Logger
13:loguru.logger"14:logging.Logger
18:logging.Logger#opt"14:logging.Logger
32:celery.utils.log.get_task_logger"14:logging.Logger
27:celery.utils.log.get_logger"14:logging.Logger
25:django.utils.timezone.now"17:datetime.datetime
21:datetime.datetime.now"17:datetime.datetime
24:datetime.datetime.utcnow"17:datetime.datetime
23:datetime.datetime.today"17:datetime.datetime
19:datetime.date.today"13:datetime.date
24:flask.current_app.logger"14:logging.Logger
18:flask.Flask#logger"14:logging.Logger
9:behaviour{165
15:lazy-coroutines"4:true
15:release-methods[36
"7:release
"5:close
"6:aclose
"10:disconnect
"4:quit
"6:logout
"8:shutdown
"9:terminate
"6:unlock
"7:dispose
"7:destroy
"7:cleanup
"4:free
"11:end_session
"12:server_close
"8:closeall
"9:close_all
"12:closeQuietly
"16:close_connection
"9:tear_down
"8:teardown
"8:arelease
"11:adisconnect
"8:adispose
"6:unbind
"8:unbind_s
"13:ensure_closed
"12:release_conn
"13:close_session
"12:close_cursor
"8:finalize
"7:putconn
"7:checkin
"8:__exit__
"9:__aexit__
"6:detach
14:ending-methods[14
"4:stop
"5:astop
"4:kill
"4:exit
"6:deinit
"10:deactivate
"8:tearDown
"7:on_stop
"11:on_shutdown
"7:on_exit
"8:on_close
"9:on_unload
"10:on_destroy
"10:closeEvent
13:abort-methods[1
"5:abort
14:return-methods[27
"7:putconn
"8:put_conn
"7:release
"18:release_connection
"12:release_conn
"14:put_connection
"17:return_connection
"11:return_conn
"9:give_back
"7:checkin
"8:check_in
"15:push_connection
"16:close_connection
"9:_put_conn
"7:recycle
"6:unlock
"4:free
"13:putconnection
"11:releaseconn
"8:giveback
"8:put_back
"7:putback
"14:return_to_pool
"13:return_client
"15:free_connection
"15:drop_connection
"18:discard_connection
13:acquire-verbs[43
"7:acquire
"7:connect
"10:connection
"4:conn
"7:getconn
"4:open
"8:checkout
"6:cursor
"7:session
"6:client
"6:socket
"7:channel
"5:popen
"5:spawn
"6:launch
"7:urlopen
"8:tempfile
"8:executor
"6:driver
"3:pdf
"9:reconnect
"5:fopen
"8:aacquire
"6:borrow
"5:lease
"5:begin
"11:transaction
"4:pool
"9:transport
"4:sock
"10:subprocess
"7:request
"6:stream
"6:pubsub
"8:consumer
"8:producer
"8:receiver
"6:sender
"6:accept
"10:subscriber
"7:browser
"5:login
"6:engine
14:timeout-errors[2
"12:TimeoutError
"14:CancelledError
14:element-errors[3
"8:KeyError
"10:IndexError
"11:LookupError
15:element-methods[4
"3:get
"3:pop
"7:popleft
"7:popitem
15:listing-methods[10
"6:values
"5:items
"4:keys
"4:list
"5:tuple
"8:reversed
"4:copy
"3:pop
"7:popitem
"7:popleft
11:path-makers[4
"12:pathlib.Path
"10:anyio.Path
"12:builtins.str
"9:os.fspath
10:path-names[3
"16:os.path.basename
"15:os.path.relpath
"13:os.path.split
14:running-makers[7
"16:threading.Thread
"15:threading.Timer
"23:multiprocessing.Process
"31:multiprocessing.context.Process
"19:asyncio.create_task
"21:asyncio.ensure_future
"24:_thread.start_new_thread
12:lock-methods[3
"7:acquire
"12:acquire_lock
"4:lock
13:not-resources[54
"8:StringIO
"9:ExitStack
"14:AsyncExitStack
"7:BytesIO
"4:Mock
"9:MagicMock
"9:AsyncMock
"5:patch
"11:RateLimiter
"17:WebSocketResponse
"7:Limiter
"7:manager
"8:registry
"7:factory
"6:string
"3:url
"4:info
"8:settings
"6:config
"7:options
"6:params
"4:Lock
"5:RLock
"9:Semaphore
"5:Event
"5:Queue
"14:ArgumentParser
"7:Process
"6:Thread
"4:Path
"8:PurePath
"7:Decimal
"8:Template
"6:Dialog
"7:QDialog
"6:Figure
"6:figure
"8:subplots
"4:tqdm
"9:Condition
"16:BoundedSemaphore
"13:build_request
"15:prepare_request
"7:Request
"11:create_task
"13:ensure_future
"15:current_session
"19:get_current_session
"14:object_session
"14:get_event_loop
"14:new_event_loop
"12:from_session
"15:from_connection
"17:get_stream_logger
16:counting-members[16
"4:Item
"5:Items
"5:Count
"6:exists
"4:data
"8:rowcount
"13:matched_count
"14:modified_count
"4:rows
"5:total
"5:count
"8:fetchone
"8:fetchall
"9:fetchmany
"8:fetchval
"8:fetchrow
14:counting-calls[15
"12:builtins.len
"13:builtins.bool
"12:builtins.int
"13:builtins.list
"12:builtins.set
"14:builtins.tuple
"13:builtins.dict
"12:builtins.sum
"12:builtins.max
"12:builtins.min
"12:builtins.any
"13:builtins.next
"13:builtins.iter
"15:builtins.sorted
"17:builtins.reversed
18:difference-methods[1
"10:difference
16:removing-methods[3
"6:remove
"7:discard
"17:difference_update
20:shielding-decorators[2
"7:fixture
"11:listens_for
12:memory-files[3
"10:io.BytesIO
"11:io.StringIO
"29:tempfile.SpooledTemporaryFile
13:system-errors[5
"7:OSError
"7:IOError
"16:EnvironmentError
"15:ConnectionError
"5:error
14:system-modules[6
"2:os
"5:fcntl
"6:select
"6:shutil
"7:termios
"6:socket
14:absence-errors[1
"12:DoesNotExist
12:index-errors[3
"10:IndexError
"11:LookupError
"9:TypeError
13:table-members[2
"13:__tablename__
"9:__table__
12:table-fields[6
"10:table_name
"5:table
"9:tablename
"5:TABLE
"10:TABLE_NAME
"15:collection_name
16:deleting-methods[5
"6:delete
"7:adelete
"10:delete_one
"11:delete_many
"6:remove
15:computing-calls[3
"15:column_property
"8:Computed
"14:GeneratedField
14:delivery-nouns[3
"5:event
"7:webhook
"8:delivery
13:absence-words[2
"3:is_
"8:__isnull
16:relative-options[1
"4:$inc
12:column-calls[1
"1:F
16:condition-labels[2
"6:_where
"9:condition
15:gathering-calls[1
"14:asyncio.gather
13:reading-verbs[5
"3:get
"4:find
"5:fetch
"4:load
"4:read
11:class-names[5
"5:model
"3:cls
"5:klass
"5:class
"6:entity
11:class-leads[2
"16:serializer_class
"10:form_class
15:inserting-verbs[5
"6:create
"4:post
"3:add
"6:insert
"8:register
17:filtering-methods[5
"5:where
"6:filter
"9:filter_by
"2:eq
"5:match
17:condition-options[11
"3:$eq
"3:$in
"4:$nin
"3:$ne
"3:$gt
"4:$gte
"3:$lt
"4:$lte
"7:$exists
"6:$regex
"10:$elemMatch
15:joining-options[2
"4:$and
"3:$or
14:either-options[1
"3:$or
12:either-calls[1
"3:or_
11:table-calls[2
"5:Table
"12:create_table
14:unique-options[1
"6:unique
15:primary-options[1
"11:primary_key
14:relation-calls[3
"12:relationship
"12:Relationship
"7:backref
13:setting-names[4
"6:config
"8:settings
"3:env
"9:constants
14:database-words[9
"6:sqlite
"8:postgres
"10:postgresql
"2:pg
"5:mysql
"7:mariadb
"5:mssql
"7:dialect
"6:vendor
14:commit-methods[1
"6:commit
16:rollback-methods[1
"8:rollback
11:start-names[3
"8:lifespan
"10:create_app
"8:make_app
10:main-names[1
"4:main
12:start-events[2
"7:startup
"14:before_serving
10:once-words[2
"8:backfill
"4:seed
15:beginning-verbs[18
"7:connect
"4:open
"6:create
"4:load
"4:main
"9:bootstrap
"8:activate
"5:ready
"7:prepare
"9:configure
"5:build
"4:make
"3:new
"7:install
"11:constructor
"6:before
"3:did
"4:join
13:failure-words[22
"5:error
"7:errored
"4:fail
"7:failure
"7:timeout
"8:timedout
"5:retry
"9:reconnect
"6:reopen
"12:reconnecting
"7:recover
"7:restore
"6:finish
"7:offline
"4:stop
"7:stopped
"5:drain
"7:expired
"9:unhandled
"8:uncaught
"9:rejection
"9:exception
14:mark-questions[1
"6:is_set
12:mark-methods[1
"3:set
16:flushing-methods[1
"5:flush
15:copying-options[1
"12:force_insert
15:several-options[1
"4:many
12:once-members[1
"17:upgrade downgrade
15:command-modules[8
"5:click
"10:asyncclick
"10:rich_click
"5:typer
"7:asyncer
"8:cyclopts
"9:flask.cli
"4:cleo
13:command-calls[3
"7:command
"5:group
"8:callback
19:wrapping-decorators[14
"12:staticmethod
"11:classmethod
"8:property
"15:cached_property
"14:abstractmethod
"8:override
"8:overload
"14:contextmanager
"19:asynccontextmanager
"5:wraps
"5:cache
"9:lru_cache
"5:retry
"6:atomic
14:attended-words[10
"5:admin
"6:admins
"10:superadmin
"9:superuser
"10:backoffice
"4:cron
"5:crons
"7:cronjob
"8:cronjobs
"7:crontab
10:row-makers[6
"6:create
"5:build
"6:insert
"4:save
"12:findOrCreate
"10:bulkCreate
12:row-removers[3
"7:destroy
"6:remove
"6:delete
17:transport-members[5
"6:stream
"6:socket
"7:_socket
"4:sock
"9:transport
12:header-names[4
"7:headers
"7:cookies
"7:environ
"12:query_params
15:reference-words[3
"2:id
"2:by
"2:to
12:holder-words[14
"5:owner
"4:user
"6:holder
"5:buyer
"6:winner
"8:assignee
"8:assigned
"6:driver
"7:courier
"6:worker
"5:agent
"8:reviewer
"8:claimant
"8:customer
11:actor-words[4
"4:user
"8:reviewer
"8:customer
"5:agent
14:ordering-words[16
"8:position
"3:pos
"5:order
"8:ordering
"4:sort
"4:rank
"5:index
"3:idx
"8:priority
"6:weight
"5:depth
"5:level
"7:display
"4:step
"4:page
"3:seq
15:numbering-words[14
"6:number
"2:no
"3:num
"2:nr
"4:code
"6:serial
"9:reference
"3:ref
"2:id
"3:sku
"5:folio
"4:roll
"6:ticket
"7:invoice
13:largest-words[6
"3:max
"7:maximum
"7:highest
"6:latest
"4:last
"7:largest
14:counting-names[2
"3:len
"5:count
11:held-states[14
"7:running
"10:processing
"11:in_progress
"10:inprogress
"11:in-progress
"7:working
"6:locked
"7:started
"8:assigned
"8:accepted
"6:leased
"6:picked
"9:executing
"7:sending
16:expression-calls[3
"4:text
"14:literal_column
"6:RawSQL
11:sent-states[22
"4:sent
"8:notified
"7:emailed
"6:mailed
"9:delivered
"10:dispatched
"9:announced
"9:processed
"7:handled
"8:executed
"9:completed
"4:paid
"4:done
"7:charged
"8:credited
"8:refunded
"8:rewarded
"7:granted
"7:awarded
"9:fulfilled
"7:shipped
"11:provisioned
13:sending-verbs[17
"4:send
"6:notify
"5:email
"4:mail
"3:sms
"7:deliver
"8:dispatch
"8:announce
"6:charge
"6:credit
"6:refund
"6:reward
"5:grant
"5:award
"7:fulfill
"4:ship
"9:provision
11:once-states[10
"4:used
"8:redeemed
"8:consumed
"7:claimed
"5:spent
"4:sold
"6:booked
"8:reserved
"5:taken
"8:occupied
12:record-nouns[20
"3:log
"4:logs
"5:audit
"7:history
"5:event
"6:events
"8:activity
"12:notification
"7:message
"5:email
"4:mail
"7:comment
"5:trail
"8:revision
"7:version
"8:snapshot
"6:metric
"5:alert
"7:session
"4:note
14:schedule-calls[9
"13:scheduled_job
"7:add_job
"13:periodic_task
"23:register_recurring_task
"12:repeat_every
"9:run_daily
"13:run_repeating
"11:on_schedule
"4:cron
16:dependency-calls[2
"7:Depends
"8:Security
13:setting-nouns[8
"7:setting
"8:settings
"6:config
"13:configuration
"8:template
"6:policy
"5:style
"6:layout
12:setting-keys[12
"2:id
"3:key
"4:name
"4:slug
"4:code
"8:language
"4:lang
"6:locale
"4:type
"4:kind
"8:category
"7:section
11:money-nouns[22
"5:order
"7:payment
"7:invoice
"6:charge
"6:refund
"6:payout
"8:transfer
"11:transaction
"6:credit
"7:balance
"6:wallet
"7:booking
"11:reservation
"6:ticket
"4:seat
"8:purchase
"8:checkout
"6:coupon
"7:voucher
"4:gift
"12:subscription
"10:redemption
18:row-saving-methods[2
"4:save
"5:asave
18:row-saving-options[5
"13:update_fields
"5:using
"8:validate
"12:force_update
"5:clean
11:row-modules[4
"6:django
"14:rest_framework
"11:mongoengine
"6:peewee
14:cursor-methods[1
"6:cursor
15:statement-names[11
"3:sql
"5:query
"9:statement
"4:stmt
"4:text
"1:q
"10:query_text
"12:query_string
"9:sql_query
"8:sql_text
"10:sql_string
11:quota-words[6
"5:limit
"6:limits
"3:max
"7:maximum
"5:quota
"6:quotas
10:plan-words[8
"4:plan
"5:plans
"4:tier
"5:tiers
"11:entitlement
"12:entitlements
"5:claim
"6:claims
14:capacity-words[10
"5:seats
"4:seat
"8:capacity
"6:places
"5:slots
"5:stock
"8:quantity
"5:rooms
"7:tickets
"9:inventory
19:retry-registrations[1
"20:mark_error_retryable
20:answer-registrations[5
"12:errorhandler
"16:app_errorhandler
"17:exception_handler
"21:add_exception_handler
"22:register_error_handler
11:shape-types[4
"15:typing.Protocol
"26:typing_extensions.Protocol
"15:typing.Callable
"24:collections.abc.Callable
13:joining-words[7
"4:join
"7:joining
"11:association
"7:through
"4:link
"3:m2m
"5:pivot
14:wrapping-calls[11
"5:wraps
"6:unwrap
"7:partial
"14:update_wrapper
"7:getattr
"7:hasattr
"7:setattr
"10:isinstance
"9:signature
"19:iscoroutinefunction
"4:cast
14:missing-errors[1
"18:ObjectDoesNotExist
11:error-names[4
"3:err
"5:error
"1:e
"2:er
14:draining-calls[11
"13:builtins.list
"14:builtins.tuple
"12:builtins.set
"18:builtins.frozenset
"13:builtins.dict
"15:builtins.sorted
"12:builtins.sum
"12:builtins.max
"12:builtins.min
"12:builtins.any
"12:builtins.all
12:naming-calls[7
"14:get_collection
"17:create_collection
"20:get_container_client
"5:table
"5:Table
"5:from_
"14:get_repository
17:path-naming-calls[2
"9:get_model
"10:collection
14:database-calls[8
"12:get_database
"20:get_default_database
"19:get_database_client
"6:schema
"13:create_engine
"7:connect
"8:MetaData
"8:Database
12:member-calls[2
"16:builtins.hasattr
"16:builtins.getattr
15:deferring-calls[17
"9:on_commit
"16:run_after_commit
"5:delay
"15:delay_on_commit
"11:apply_async
"10:call_later
"9:call_soon
"20:call_soon_threadsafe
"17:add_done_callback
"8:add_task
"19:add_background_task
"7:enqueue
"10:enqueue_in
"10:enqueue_at
"11:spawn_after
"9:callLater
"15:callWhenRunning
13:pairing-calls[4
"11:zip_longest
"5:chain
"13:from_iterable
"7:product
15:version-options[2
"14:version_id_col
"10:version_id
14:renaming-calls[1
"12:rename_table
14:dropping-calls[2
"10:drop_index
"15:drop_constraint
11:busy-states[10
"7:running
"10:processing
"11:in_progress
"10:inprogress
"11:in-progress
"7:working
"6:locked
"6:leased
"9:executing
"7:sending
12:final-states[17
"9:completed
"8:complete
"4:done
"8:finished
"4:paid
"9:succeeded
"7:success
"10:successful
"7:settled
"8:refunded
"8:captured
"8:approved
"9:delivered
"8:resolved
"5:ended
"5:final
"9:confirmed
11:final-words[6
"5:final
"8:terminal
"8:finished
"5:ended
"6:closed
"4:done
11:dead-states[21
"9:cancelled
"8:canceled
"7:expired
"10:deprecated
"6:failed
"8:rejected
"8:declined
"7:revoked
"7:deleted
"8:archived
"6:closed
"7:aborted
"9:abandoned
"8:obsolete
"10:superseded
"9:discarded
"9:dismissed
"8:disabled
"9:timed_out
"7:timeout
"5:error
17:generated-columns[10
"2:id
"3:_id
"2:pk
"4:uuid
"3:uid
"4:guid
"10:created_at
"9:createdAt
"10:updated_at
"9:updatedAt
15:violation-words[3
"9:duplicate
"6:unique
"3:dup
13:undoing-names[2
"9:downgrade
"4:down
11:fresh-words[8
"6:random
"4:uuid
"5:uuid4
"4:guid
"6:nanoid
"5:nonce
"4:cuid
"4:ulid
13:mapping-words[5
"2:to
"4:from
"3:map
"7:convert
"5:build
13:copying-calls[13
"8:deepcopy
"4:copy
"4:dict
"4:list
"3:set
"5:loads
"5:dumps
"10:model_dump
"7:to_dict
"11:OrderedDict
"11:defaultdict
"8:quantize
"9:normalize
13:merging-verbs[8
"5:merge
"9:deepmerge
"6:update
"5:union
"6:extend
"6:concat
"7:combine
"5:patch
16:changing-methods[7
"6:append
"6:extend
"6:insert
"6:update
"10:setdefault
"10:appendleft
"3:pop
15:mapping-methods[2
"6:update
"10:setdefault
10:pure-calls[4
"19:builtins.isinstance
"19:builtins.issubclass
"16:builtins.hasattr
"17:builtins.callable
12:pure-methods[4
"10:startswith
"8:endswith
"7:isdigit
"9:isnumeric
13:pausing-calls[1
"5:sleep
11:row-members[1
"8:instance
17:unique-statements[2
"19:CREATE UNIQUE INDEX
"19:create unique index
12:unique-calls[7
"16:UniqueConstraint
"13:OneToOneField
"19:ExclusionConstraint
"17:ExcludeConstraint
"20:PrimaryKeyConstraint
"24:create_unique_constraint
"18:create_primary_key
11:index-calls[5
"5:Index
"12:create_index
"12:ensure_index
"10:IndexModel
"14:create_indexes
14:unique-members[1
"15:unique_together
19:unique-with-options[1
"11:unique_with
12:list-options[1
"7:indexes
11:key-methods[1
"14:__table_args__
12:own-counters[11
"8:attempts
"7:attempt
"13:attempt_count
"7:retries
"11:retry_count
"5:tries
"8:failures
"15:failed_attempts
"7:version
"8:revision
"10:generation
15:temporary-paths[6
"16:tempfile.mkdtemp
"16:tempfile.mkstemp
"15:tempfile.mktemp
"19:tempfile.gettempdir
"27:tempfile.TemporaryDirectory
"27:tempfile.NamedTemporaryFile
14:making-methods[4
"14:model_validate
"8:from_orm
"9:construct
"15:model_construct
16:chaining-methods[2
"17:execution_options
"6:fileno
18:requesting-methods[10
"3:get
"4:post
"3:put
"5:patch
"6:delete
"4:head
"7:options
"7:request
"4:send
"5:fetch
15:running-methods[6
"17:run_in_threadpool
"9:to_thread
"8:run_sync
"13:deferToThread
"13:run_in_thread
"18:to_thread_run_sync
17:executing-methods[1
"15:run_in_executor
13:process-verbs[14
"4:main
"3:run
"5:serve
"5:start
"9:bootstrap
"4:boot
"4:init
"10:initialize
"5:setup
"6:launch
"8:lifespan
"6:listen
"6:daemon
"6:worker
13:process-nouns[53
"3:app
"11:application
"6:server
"7:servers
"7:service
"8:services
"6:worker
"7:workers
"6:daemon
"3:bot
"2:db
"8:database
"9:databases
"7:forever
"3:all
"7:logging
"6:logger
"6:client
"7:clients
"7:cluster
"4:pool
"5:pools
"6:broker
"8:consumer
"9:consumers
"8:listener
"9:listeners
"4:main
"4:loop
"3:cli
"6:system
"6:engine
"4:node
"5:agent
"9:scheduler
"7:gateway
"7:process
"5:redis
"5:cache
"5:queue
"6:queues
"10:connection
"11:connections
"7:session
"5:store
"3:api
"4:http
"9:websocket
"6:socket
"7:tracing
"9:telemetry
"10:monitoring
"7:watcher
14:process-scopes[1
"8:lifespan
12:pool-methods[4
"3:get
"4:item
"3:pop
"4:take
12:pool-returns[2
"3:put
"4:give
15:opening-methods[13
"7:connect
"4:open
"5:start
"4:init
"10:initialize
"6:launch
"5:begin
"7:acquire
"4:lock
"6:listen
"5:login
"5:setup
"11:run_forever
12:asking-verbs[38
"5:query
"3:get
"4:read
"5:fetch
"4:find
"4:load
"6:select
"6:insert
"6:update
"5:write
"4:exec
"7:execute
"3:run
"5:count
"4:list
"5:check
"2:is
"3:has
"4:send
"5:print
"5:parse
"4:dump
"4:scan
"4:bulk
"4:size
"3:len
"4:stat
"5:equal
"7:compare
"6:assert
"3:log
"5:close
"3:sql
"3:all
"3:one
"5:first
"3:map
"6:filter
12:keep-methods[55
"6:append
"10:appendleft
"3:add
"3:put
"10:put_nowait
"6:insert
"6:extend
"6:update
"10:setdefault
"8:register
"4:push
"3:set
"4:send
"10:set_result
"13:enter_context
"19:enter_async_context
"8:callback
"10:addCleanup
"15:addAsyncCleanup
"17:add_done_callback
"5:track
"6:attach
"10:addHandler
"12:addfinalizer
"5:lpush
"7:enqueue
"11:__setitem__
"15:push_async_exit
"19:push_async_callback
"12:add_callback
"11:add_cleanup
"15:addClassCleanup
"16:addModuleCleanup
"12:enterContext
"17:enterAsyncContext
"17:enterClassContext
"13:add_finalizer
"8:add_task
"10:add_thread
"7:spawn_n
"11:spawn_after
"10:call_later
"9:call_soon
"20:call_soon_threadsafe
"13:call_on_close
"13:with_resource
"10:start_soon
"5:spawn
"6:submit
"11:apply_async
"16:start_new_thread
"20:set_default_executor
"17:connect_read_pipe
"18:connect_write_pipe
"12:set_executor
16:released-members[13
"6:closed
"9:is_closed
"10:is_closing
"8:isclosed
"7:_closed
"11:is_finished
"10:terminated
"7:closing
"8:released
"11:is_released
"8:disposed
"8:finished
"4:done
12:held-members[17
"6:locked
"9:is_locked
"12:i_am_locking
"8:isOpened
"12:is_connected
"14:in_transaction
"9:is_active
"6:isOpen
"7:is_open
"9:connected
"4:open
"5:owned
"6:opened
"11:isConnected
"17:is_in_transaction
"5:alive
"8:is_alive
15:quiet-receivers[19
"6:logger
"3:log
"3:LOG
"6:LOGGER
"7:_logger
"7:_LOGGER
"7:logging
"9:log_debug
"8:log_info
"11:log_warning
"9:log_error
"13:log_exception
"7:metrics
"6:statsd
"5:stats
"4:span
"10:sentry_sdk
"7:console
"8:warnings
16:dropping-methods[2
"3:pop
"7:discard
13:parting-words[37
"4:lost
"6:closed
"5:close
"12:disconnected
"10:disconnect
"13:disconnection
"4:exit
"6:exited
"3:eof
"3:end
"5:ended
"6:broken
"5:reset
"4:gone
"4:dead
"4:died
"10:terminated
"8:finished
"4:fork
"8:getstate
"8:setstate
"8:deepcopy
"3:del
"5:enter
"4:exit
"5:setup
"8:teardown
"6:forget
"6:detach
"7:release
"7:refused
"7:aborted
"9:cancelled
"5:unset
"6:failed
"10:invalidate
"5:clear
15:logging-methods[11
"3:log
"5:error
"4:warn
"7:warning
"4:info
"5:debug
"5:trace
"9:exception
"8:critical
"5:fatal
"7:success
14:stream-members[4
"3:raw
"6:socket
"4:sock
"6:stream
14:lookup-methods[2
"3:get
"3:pop
10:tame-verbs[27
"3:set
"3:get
"2:is
"3:has
"3:add
"2:on
"2:to
"2:as
"6:format
"6:escape
"6:append
"5:build
"6:enable
"7:disable
"8:register
"9:configure
"6:option
"6:header
"4:cast
"4:wrap
"3:str
"3:int
"3:len
"4:bool
"4:list
"4:dict
"5:tuple
12:text-methods[14
"7:replace
"5:split
"6:rsplit
"9:partition
"10:rpartition
"4:join
"6:format
"12:removeprefix
"12:removesuffix
"5:count
"4:find
"5:ljust
"5:rjust
"5:zfill
13:quiet-methods[54
"6:append
"10:appendleft
"5:items
"4:keys
"6:values
"10:setdefault
"5:strip
"6:lstrip
"6:rstrip
"5:lower
"5:upper
"10:startswith
"7:isdigit
"9:isnumeric
"9:isdecimal
"7:isalpha
"7:isalnum
"7:isspace
"12:isidentifier
"8:casefold
"8:swapcase
"17:add_done_callback
"18:add_signal_handler
"9:cancelled
"4:done
"10:model_dump
"15:model_dump_json
"8:endswith
"9:isoformat
"13:total_seconds
"7:discard
"5:clear
"6:cursor
"6:encode
"6:fileno
"5:flush
"3:add
"6:extend
"6:is_set
"10:setsockopt
"10:settimeout
"11:setblocking
"6:utcnow
"3:now
"9:get_debug
"9:hexdigest
"10:capitalize
"5:title
"10:splitlines
"6:rstrip
"5:debug
"4:info
"7:warning
"9:exception
13:type-wrappers[4
"16:typing.Annotated
"15:typing.Optional
"14:typing.NewType
"27:typing_extensions.Annotated
14:passes-through[13
"12:os.path.join
"15:os.path.abspath
"16:os.path.realpath
"16:asyncio.wait_for
"14:asyncio.shield
"21:asyncio.ensure_future
"22:async_timeout.wait_for
"26:asgiref.sync.sync_to_async
"26:asgiref.sync.async_to_sync
"13:builtins.iter
"14:builtins.aiter
"22:contextlib.nullcontext
"11:asyncio.run
9:hand-offs[4
{2
4:call[2
"11:typing.cast
"22:typing_extensions.cast
5:value{1
8:argument"1:1
{2
4:call[22
"18:contextlib.closing
"19:contextlib.aclosing
"34:contextlib.ExitStack#enter_context
"25:contextlib.ExitStack#push
"45:contextlib.AsyncExitStack#enter_async_context
"41:contextlib.AsyncExitStack#push_async_exit
"24:async_generator.aclosing
"9:os.fdopen
"16:io.TextIOWrapper
"17:io.BufferedReader
"17:io.BufferedWriter
"17:io.BufferedRandom
"15:flask.send_file
"15:quart.send_file
"24:django.http.FileResponse
"33:django.http.StreamingHttpResponse
"37:starlette.responses.StreamingResponse
"35:fastapi.responses.StreamingResponse
"23:werkzeug.wsgi.wrap_file
"30:unittest.TestCase#enterContext
"35:unittest.TestCase#enterClassContext
"50:unittest.IsolatedAsyncioTestCase#enterAsyncContext
5:value{1
8:argument"1:0
{1
4:call[14
"29:contextlib.ExitStack#callback
"45:contextlib.AsyncExitStack#push_async_callback
"15:atexit.register
"16:weakref.finalize
"28:unittest.TestCase#addCleanup
"33:unittest.TestCase#addClassCleanup
"48:unittest.IsolatedAsyncioTestCase#addAsyncCleanup
"25:unittest.addModuleCleanup
"16:builtins.setattr
"16:threading.Thread
"23:multiprocessing.Process
"24:_thread.start_new_thread
"19:asyncio.create_task
"32:asyncio.run_coroutine_threadsafe
{1
4:call"14:asyncio.gather
13:never-returns[17
"8:sys.exit
"8:os._exit
"8:os.abort
"13:builtins.exit
"13:builtins.quit
"11:pytest.fail
"11:pytest.skip
"11:pytest.exit
{1
4:call[8
"11:flask.abort
"11:quart.abort
"25:werkzeug.exceptions.abort
"19:flask_restful.abort
"17:flask_restx.abort
"19:flask_smorest.abort
"12:bottle.abort
"22:sanic.exceptions.abort
"8:os.execv
"9:os.execve
"9:os.execvp
"10:os.execvpe
"8:os.execl
"9:os.execle
"9:os.execlp
"10:os.execlpe
6:raises[6
{2
4:call[3
"12:builtins.int
"14:builtins.float
"16:builtins.complex
4:only[1
"10:ValueError
{2
4:call[4
"10:json.loads
"11:ujson.loads
"12:orjson.loads
"16:simplejson.loads
4:only[2
"10:ValueError
"15:JSONDecodeError
{2
4:call[4
"9:uuid.UUID
"31:datetime.datetime.fromisoformat
"26:datetime.datetime.strptime
"27:datetime.date.fromisoformat
4:only[1
"10:ValueError
{2
4:call[2
"16:base64.b64decode
"24:base64.urlsafe_b64decode
4:only[2
"10:ValueError
"5:Error
{2
4:call[2
"21:subprocess.Popen#wait
"28:subprocess.Popen#communicate
4:only[2
"14:TimeoutExpired
"15:SubprocessError
{2
4:call"23:importlib.import_module
4:only[2
"11:ImportError
"19:ModuleNotFoundError
12:never-raises[4
{2
4:call"14:asyncio.gather
4:when{2
7:keyword"17:return_exceptions
2:is"4:true
{1
4:call[245
"17:anyio.CancelScope
"15:asyncio.timeout
"18:asyncio.timeout_at
"19:contextlib.suppress
"7:os.dup2
"8:os.chmod
"13:signal.signal
"16:signal.getsignal
"9:os.path.*
"9:os.getcwd
"8:yarl.URL
"15:functools.wraps
"24:functools.update_wrapper
"12:builtins.len
"14:builtins.print
"12:builtins.str
"13:builtins.repr
"14:builtins.ascii
"15:builtins.format
"13:builtins.bool
"19:builtins.isinstance
"19:builtins.issubclass
"17:builtins.callable
"16:builtins.hasattr
"11:builtins.id
"13:builtins.type
"13:builtins.hash
"14:builtins.range
"13:builtins.list
"13:builtins.dict
"14:builtins.tuple
"12:builtins.set
"18:builtins.frozenset
"18:builtins.bytearray
"14:builtins.bytes
"18:builtins.enumerate
"12:builtins.zip
"12:builtins.map
"15:builtins.filter
"17:builtins.reversed
"15:builtins.sorted
"13:builtins.iter
"12:builtins.any
"12:builtins.all
"12:builtins.abs
"14:builtins.round
"13:builtins.vars
"12:builtins.dir
"15:builtins.locals
"16:builtins.globals
"14:builtins.super
"15:builtins.object
"17:builtins.property
"21:builtins.staticmethod
"20:builtins.classmethod
"14:builtins.slice
"22:builtins.BaseException
"18:builtins.Exception
"24:builtins.ArithmeticError
"23:builtins.AssertionError
"23:builtins.AttributeError
"24:builtins.ConnectionError
"17:builtins.EOFError
"24:builtins.FileExistsError
"26:builtins.FileNotFoundError
"16:builtins.IOError
"20:builtins.ImportError
"19:builtins.IndexError
"25:builtins.InterruptedError
"17:builtins.KeyError
"26:builtins.KeyboardInterrupt
"20:builtins.LookupError
"28:builtins.NotImplementedError
"16:builtins.OSError
"22:builtins.OverflowError
"24:builtins.PermissionError
"21:builtins.RuntimeError
"27:builtins.StopAsyncIteration
"22:builtins.StopIteration
"19:builtins.SystemExit
"21:builtins.TimeoutError
"18:builtins.TypeError
"21:builtins.UnicodeError
"19:builtins.ValueError
"16:builtins.Warning
"9:logging.*
"16:logging.Logger#*
"13:warnings.warn
"19:traceback.print_exc
"20:traceback.format_exc
"21:traceback.print_stack
"26:traceback.format_exception
"12:sys.exc_info
"16:sys.stdout.write
"16:sys.stderr.write
"16:sys.stdout.flush
"16:sys.stderr.flush
"28:sentry_sdk.capture_exception
"21:sentry_sdk.start_span
"28:sentry_sdk.start_transaction
"12:logfire.span
"30:opentelemetry.trace.get_tracer
"36:opentelemetry.trace.get_current_span
"48:opentelemetry.trace.Tracer#start_as_current_span
"38:opentelemetry.trace.Span#set_attribute
"34:opentelemetry.trace.Span#add_event
"35:opentelemetry.trace.Span#set_status
"41:opentelemetry.trace.Span#record_exception
"26:sentry_sdk.capture_message
"18:sentry_sdk.set_tag
"22:sentry_sdk.set_context
"10:click.echo
"11:click.secho
"9:time.time
"12:time.time_ns
"14:time.monotonic
"17:time.monotonic_ns
"17:time.perf_counter
"20:time.perf_counter_ns
"17:time.process_time
"10:time.sleep
"13:time.strftime
"14:time.localtime
"11:time.gmtime
"21:datetime.datetime.now
"24:datetime.datetime.utcnow
"23:datetime.datetime.today
"19:datetime.date.today
"18:datetime.timedelta
"27:datetime.datetime#isoformat
"26:datetime.datetime#strftime
"27:datetime.datetime#timestamp
"22:datetime.datetime#date
"22:datetime.datetime#time
"23:datetime.date#isoformat
"22:datetime.date#strftime
"32:datetime.timedelta#total_seconds
"25:django.utils.timezone.now
"10:uuid.uuid1
"10:uuid.uuid4
"13:random.random
"14:random.randint
"14:random.uniform
"17:secrets.token_hex
"21:secrets.token_urlsafe
"9:os.getpid
"10:os.getppid
"9:os.getenv
"14:os.environ.get
"12:os.cpu_count
"12:os.path.join
"16:os.path.basename
"15:os.path.dirname
"16:os.path.splitext
"15:os.path.abspath
"16:os.path.normpath
"18:os.path.expanduser
"14:os.path.exists
"14:os.path.isfile
"13:os.path.isdir
"14:os.path.islink
"9:os.fspath
"10:gc.collect
"15:platform.system
"18:socket.gethostname
"12:shutil.which
"13:sys.getsizeof
"23:collections.defaultdict
"23:collections.OrderedDict
"19:collections.Counter
"17:collections.deque
"20:collections.ChainMap
"9:copy.copy
"17:functools.partial
"19:operator.itemgetter
"19:operator.attrgetter
"15:itertools.chain
"15:itertools.count
"16:itertools.islice
"10:io.BytesIO
"11:io.StringIO
"10:re.compile
"9:re.escape
"11:typing.cast
"19:contextlib.suppress
"22:contextlib.nullcontext
"20:contextlib.ExitStack
"30:contextlib.ExitStack#__enter__
"25:contextlib.AsyncExitStack
"36:contextlib.AsyncExitStack#__aenter__
"18:contextlib.closing
"19:contextlib.aclosing
"29:contextlib.ExitStack#callback
"25:contextlib.ExitStack#push
"45:contextlib.AsyncExitStack#push_async_callback
"41:contextlib.AsyncExitStack#push_async_exit
"22:contextvars.ContextVar
"24:contextvars.copy_context
"15:atexit.register
"11:weakref.ref
"13:weakref.proxy
"18:weakref.WeakMethod
"16:weakref.finalize
"14:threading.Lock
"15:threading.RLock
"15:threading.Event
"19:threading.Condition
"16:threading.Thread
"22:threading.Thread#start
"15:threading.local
"24:threading.current_thread
"19:threading.get_ident
"19:threading.Event#set
"21:threading.Event#clear
"22:threading.Event#is_set
"13:asyncio.Event
"17:asyncio.Event#set
"19:asyncio.Event#clear
"20:asyncio.Event#is_set
"12:asyncio.Lock
"17:asyncio.Semaphore
"13:asyncio.Queue
"20:asyncio.current_task
"19:asyncio.create_task
"21:asyncio.ensure_future
"22:asyncio.get_event_loop
"22:asyncio.set_event_loop
"24:asyncio.get_running_loop
"15:asyncio.timeout
"16:asyncio.wait_for
"14:asyncio.shield
"13:asyncio.sleep
"11:queue.Queue
"20:structlog.get_logger
"20:inspect.currentframe
"16:io.TextIOWrapper
"17:io.BufferedReader
"17:io.BufferedWriter
"11:fcntl.fcntl
"20:mimetypes.guess_type
"25:mimetypes.guess_extension
"46:oslo_utils.excutils.save_and_reraise_exception
"7:os.pipe
"18:os.set_inheritable
"15:os.set_blocking
{2
4:call"16:builtins.getattr
4:when{2
8:argument"1:2
2:is"7:present
{2
4:call"13:builtins.next
4:when{2
8:argument"1:1
2:is"7:present
{7
7:library"13:cloud clients
8:language"6:python
7:modules[13
"5:azure
"18:kubernetes_asyncio
"9:aiodocker
"13:qdrant_client
"8:weaviate
"15:influxdb_client
"9:curl_cffi
"3:nio
"9:pyppeteer
"6:pycurl
"14:jupyter_client
"13:opentelemetry
"6:aiortc
5:types[8
{3
4:name"17:azure.AsyncClient
12:constructors[31
"40:azure.storage.blob.aio.BlobServiceClient
"63:azure.storage.blob.aio.BlobServiceClient.from_connection_string
"38:azure.storage.blob.aio.ContainerClient
"61:azure.storage.blob.aio.ContainerClient.from_connection_string
"33:azure.storage.blob.aio.BlobClient
"56:azure.storage.blob.aio.BlobClient.from_connection_string
"42:azure.storage.queue.aio.QueueServiceClient
"65:azure.storage.queue.aio.QueueServiceClient.from_connection_string
"35:azure.storage.queue.aio.QueueClient
"58:azure.storage.queue.aio.QueueClient.from_connection_string
"52:azure.storage.filedatalake.aio.DataLakeServiceClient
"40:azure.data.tables.aio.TableServiceClient
"63:azure.data.tables.aio.TableServiceClient.from_connection_string
"33:azure.data.tables.aio.TableClient
"56:azure.data.tables.aio.TableClient.from_connection_string
"41:azure.identity.aio.DefaultAzureCredential
"41:azure.identity.aio.ClientSecretCredential
"44:azure.identity.aio.ManagedIdentityCredential
"37:azure.identity.aio.AzureCliCredential
"39:azure.keyvault.secrets.aio.SecretClient
"33:azure.keyvault.keys.aio.KeyClient
"29:azure.cosmos.aio.CosmosClient
"52:azure.cosmos.aio.CosmosClient.from_connection_string
"39:azure.search.documents.aio.SearchClient
"35:kubernetes_asyncio.client.ApiClient
"16:aiodocker.Docker
"31:qdrant_client.AsyncQdrantClient
"64:influxdb_client.client.influxdb_client_async.InfluxDBClientAsync
"31:curl_cffi.requests.AsyncSession
"15:nio.AsyncClient
"24:aiortc.RTCPeerConnection
7:aliases[4
"35:kubernetes_asyncio.client.ApiClient
"15:nio.AsyncClient
"24:aiortc.RTCPeerConnection
"16:aiodocker.Docker
{3
4:name"23:weaviate.WeaviateClient
12:constructors[5
"25:weaviate.connect_to_local
"23:weaviate.connect_to_wcs
"34:weaviate.connect_to_weaviate_cloud
"26:weaviate.connect_to_custom
"28:weaviate.connect_to_embedded
7:aliases[1
"23:weaviate.WeaviateClient
{3
4:name"17:pyppeteer.Browser
12:constructors[3
"16:pyppeteer.launch
"25:pyppeteer.launcher.launch
"17:pyppeteer.connect
7:aliases[1
"25:pyppeteer.browser.Browser
{2
4:name"11:pycurl.Curl
12:constructors[2
"11:pycurl.Curl
"16:pycurl.CurlMulti
{2
4:name"28:jupyter_client.KernelManager
7:aliases[4
"28:jupyter_client.KernelManager
"33:jupyter_client.AsyncKernelManager
"36:jupyter_client.manager.KernelManager
"41:jupyter_client.manager.AsyncKernelManager
{2
4:name"27:jupyter_client.KernelClient
7:aliases[3
"27:jupyter_client.KernelClient
"35:jupyter_client.BlockingKernelClient
"44:jupyter_client.blocking.BlockingKernelClient
{3
4:name"26:opentelemetry.trace.Tracer
12:constructors[1
"30:opentelemetry.trace.get_tracer
7:aliases[1
"26:opentelemetry.trace.Tracer
{2
4:name"24:opentelemetry.trace.Span
7:aliases[1
"24:opentelemetry.trace.Span
7:returns{2
37:opentelemetry.trace.Tracer#start_span"24:opentelemetry.trace.Span
35:jupyter_client.KernelManager#client"27:jupyter_client.KernelClient
9:resources[8
{9
2:id"6:client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"17:azure.AsyncClient
7:acquire[1
{1
4:call[26
"40:azure.storage.blob.aio.BlobServiceClient
"63:azure.storage.blob.aio.BlobServiceClient.from_connection_string
"38:azure.storage.blob.aio.ContainerClient
"61:azure.storage.blob.aio.ContainerClient.from_connection_string
"33:azure.storage.blob.aio.BlobClient
"56:azure.storage.blob.aio.BlobClient.from_connection_string
"42:azure.storage.queue.aio.QueueServiceClient
"65:azure.storage.queue.aio.QueueServiceClient.from_connection_string
"35:azure.storage.queue.aio.QueueClient
"58:azure.storage.queue.aio.QueueClient.from_connection_string
"52:azure.storage.filedatalake.aio.DataLakeServiceClient
"40:azure.data.tables.aio.TableServiceClient
"63:azure.data.tables.aio.TableServiceClient.from_connection_string
"33:azure.data.tables.aio.TableClient
"56:azure.data.tables.aio.TableClient.from_connection_string
"39:azure.keyvault.secrets.aio.SecretClient
"33:azure.keyvault.keys.aio.KeyClient
"29:azure.cosmos.aio.CosmosClient
"52:azure.cosmos.aio.CosmosClient.from_connection_string
"39:azure.search.documents.aio.SearchClient
"35:kubernetes_asyncio.client.ApiClient
"16:aiodocker.Docker
"64:influxdb_client.client.influxdb_client_async.InfluxDBClientAsync
"31:curl_cffi.requests.AsyncSession
"15:nio.AsyncClient
"24:aiortc.RTCPeerConnection
7:release[1
{2
4:call"23:azure.AsyncClient#close
5:await"4:true
9:collected"4:true
3:fix"56:use it in an `async with` statement, or share one client
{10
2:id"10:credential
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"17:azure.AsyncClient
7:acquire[1
{1
4:call[5
"41:azure.identity.aio.DefaultAzureCredential
"41:azure.identity.aio.ClientSecretCredential
"44:azure.identity.aio.ManagedIdentityCredential
"37:azure.identity.aio.AzureCliCredential
"31:qdrant_client.AsyncQdrantClient
7:release[1
{2
4:call"23:azure.AsyncClient#close
5:await"4:true
9:collected"4:true
17:closed-implicitly"4:true
3:fix"49:use it in an `async with` statement, or share one
{9
2:id"12:vector-store
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"23:weaviate.WeaviateClient
7:acquire[5
"25:weaviate.connect_to_local
"23:weaviate.connect_to_wcs
"34:weaviate.connect_to_weaviate_cloud
"26:weaviate.connect_to_custom
"28:weaviate.connect_to_embedded
7:release[1
"29:weaviate.WeaviateClient#close
9:collected"4:true
3:fix"49:use it in a `with` statement, or share one client
{9
2:id"7:browser
4:noun"7:browser
4:kind"7:process
6:weight"6:medium
4:type"17:pyppeteer.Browser
7:acquire[2
"16:pyppeteer.launch
"25:pyppeteer.launcher.launch
7:release[1
{2
4:call[2
"23:pyppeteer.Browser#close
"28:pyppeteer.Browser#disconnect
5:await"4:true
7:context"11:unsupported
3:fix"82:call `await browser.close()` in a `finally` block; the browser outlives its parent
{10
2:id"8:transfer
4:noun"8:transfer
4:kind"10:connection
6:weight"3:low
4:type"11:pycurl.Curl
7:acquire[2
"11:pycurl.Curl
"16:pycurl.CurlMulti
7:release[1
"17:pycurl.Curl#close
9:collected"4:true
17:closed-implicitly"4:true
3:fix"35:call `close()` in a `finally` block
{8
2:id"6:kernel
4:noun"6:kernel
4:kind"7:process
6:weight"6:medium
4:type"28:jupyter_client.KernelManager
7:acquire[1
{2
4:call"41:jupyter_client.KernelManager#start_kernel
5:gives"8:receiver
7:release[2
"44:jupyter_client.KernelManager#shutdown_kernel
"46:jupyter_client.KernelManager#cleanup_resources
3:fix"81:call `shutdown_kernel()` in a `finally` block; the kernel is a process of its own
{9
2:id"8:channels
4:noun"17:kernel's channels
4:kind"10:connection
6:weight"6:medium
4:type"27:jupyter_client.KernelClient
7:acquire[1
{2
4:call"42:jupyter_client.KernelClient#start_channels
5:gives"8:receiver
7:release[2
"41:jupyter_client.KernelClient#stop_channels
"36:jupyter_client.KernelClient#shutdown
17:closed-implicitly"4:true
3:fix"43:call `stop_channels()` in a `finally` block
{11
2:id"4:span
4:noun"4:span
4:kind"5:other
6:weight"3:low
4:type"24:opentelemetry.trace.Span
7:acquire[1
"37:opentelemetry.trace.Tracer#start_span
7:release[1
"28:opentelemetry.trace.Span#end
8:hand-off[1
{3
4:call"28:opentelemetry.trace.use_span
4:when{2
7:keyword"11:end_on_exit
2:is"4:true
5:takes{1
8:argument"1:0
9:collected"4:true
17:closed-implicitly"4:true
3:fix"44:use `with tracer.start_as_current_span(...)`
8:examples[2
{3
5:title"57:who cannot list them leaves the client's connections open
8:language"6:python
4:code"677:from azure.storage.blob.aio import BlobServiceClient
from jupyter_client import KernelManager
from pyppeteer import launch


async def names(url, container):
    client = BlobServiceClient(url)  # expect: SL103
    found = [blob.name async for blob in client.get_container_client(container).list_blobs()]
    await client.close()
    return found


async def title(url):
    browser = await launch()  # expect: SL101
    page = await browser.newPage()
    await page.goto(url)
    return await page.title()


def run(code):
    manager = KernelManager()
    manager.start_kernel()  # expect: SL103
    answer = code.run(manager)
    manager.shutdown_kernel()
    return answer

{3
5:title"23:closed whatever happens
8:language"6:python
4:code"674:from azure.storage.blob.aio import BlobServiceClient
from jupyter_client import KernelManager
from pyppeteer import launch


async def names(url, container):
    async with BlobServiceClient(url) as client:
        return [blob.name async for blob in client.get_container_client(container).list_blobs()]


async def title(url):
    browser = await launch()
    try:
        page = await browser.newPage()
        await page.goto(url)
        return await page.title()
    finally:
        await browser.close()


def run(code):
    manager = KernelManager()
    manager.start_kernel()
    try:
        return code.run(manager)
    finally:
        manager.shutdown_kernel()

{7
7:library"27:compressed and remote files
8:language"6:python
7:modules[11
"9:zstandard
"3:lz4
"5:xopen
"5:pgzip
"4:isal
"11:compression
"6:fsspec
"4:s3fs
"5:gcsfs
"5:adlfs
"9:smbclient
5:types[2
{2
4:name"11:fsspec.File
12:constructors[9
"14:zstandard.open
"21:compression.zstd.open
"25:compression.zstd.ZstdFile
"14:lz4.frame.open
"22:lz4.frame.LZ4FrameFile
"11:xopen.xopen
"10:pgzip.open
"15:isal.igzip.open
"19:smbclient.open_file
{3
4:name"25:fsspec.AbstractFileSystem
12:constructors[4
"17:fsspec.filesystem
"17:s3fs.S3FileSystem
"19:gcsfs.GCSFileSystem
"25:adlfs.AzureBlobFileSystem
7:aliases[4
"17:s3fs.S3FileSystem
"19:gcsfs.GCSFileSystem
"25:adlfs.AzureBlobFileSystem
"25:fsspec.AbstractFileSystem
7:returns{2
30:fsspec.AbstractFileSystem#open"11:fsspec.File
18:fsspec.open()#open"11:fsspec.File
9:resources[1
{9
2:id"4:file
4:noun"4:file
4:kind"4:file
6:weight"6:medium
4:type"11:fsspec.File
7:acquire[1
{1
4:call[11
"14:zstandard.open
"21:compression.zstd.open
"25:compression.zstd.ZstdFile
"14:lz4.frame.open
"22:lz4.frame.LZ4FrameFile
"11:xopen.xopen
"10:pgzip.open
"15:isal.igzip.open
"19:smbclient.open_file
"30:fsspec.AbstractFileSystem#open
"18:fsspec.open()#open
7:release[1
"17:fsspec.File#close
9:collected"4:true
3:fix"28:use it in a `with` statement
8:examples[2
{3
5:title"42:nobody closes what was opened for one look
8:language"6:python
4:code"260:import fsspec
import zstandard


def head(path):
    file = zstandard.open(path)  # expect: SL101
    return file.readline()


def remote_head(path):
    system = fsspec.filesystem("s3")
    file = system.open(path)  # expect: SL101
    return file.readline()

{3
5:title"21:the blocks close them
8:language"6:python
4:code"277:import fsspec
import zstandard


def head(path):
    with zstandard.open(path) as file:
        return file.readline()


def remote_head(path):
    with fsspec.filesystem("s3").open(path) as file:
        return file.readline()


def lazily(path):
    return fsspec.open(path)

{3
7:library"18:Python collections
8:language"6:python
10:containers{5
6:makers[15
"13:builtins.dict
"13:builtins.list
"12:builtins.set
"14:builtins.tuple
"18:builtins.frozenset
"23:collections.OrderedDict
"23:collections.defaultdict
"17:collections.deque
"27:weakref.WeakValueDictionary
"25:weakref.WeakKeyDictionary
"15:weakref.WeakSet
"11:queue.Queue
"15:queue.LifoQueue
"13:asyncio.Queue
"17:asyncio.LifoQueue
8:listings[5
"15:builtins.sorted
"17:builtins.reversed
"13:builtins.iter
"18:builtins.enumerate
"9:copy.copy
7:putting[7
"6:append
"10:appendleft
"3:add
"6:insert
"3:put
"10:put_nowait
"10:setdefault
6:taking[5
"3:get
"3:pop
"7:popleft
"10:get_nowait
"10:setdefault
7:listing[3
"6:values
"5:items
"4:copy
{7
7:library"10:data files
8:language"6:python
7:modules[29
"7:pikepdf
"9:pypdfium2
"6:pandas
"5:fiona
"2:av
"9:soundfile
"4:aifc
"5:sunau
"5:pysam
"8:tifffile
"7:imageio
"7:astropy
"7:pyarrow
"10:smart_open
"6:geoip2
"9:maxminddb
"3:cv2
"4:zarr
"8:openpyxl
"5:laspy
"7:pyshark
"5:scapy
"10:tensorflow
"5:py7zr
"7:rarfile
"7:olefile
"9:fileinput
"3:mss
"8:picamera
5:types[36
{2
4:name"11:pikepdf.Pdf
12:constructors[2
"12:pikepdf.open
"16:pikepdf.Pdf.open
"21:pypdfium2.PdfDocument
"16:pandas.ExcelFile
"15:pandas.HDFStore
"18:pandas.ExcelWriter
{2
4:name"16:fiona.Collection
12:constructors[1
"10:fiona.open
{2
4:name"22:av.container.Container
12:constructors[2
"7:av.open
"17:av.container.open
"19:soundfile.SoundFile
{2
4:name"11:sunau.Sound
12:constructors[2
"9:aifc.open
"10:sunau.open
"19:pysam.AlignmentFile
"17:pysam.VariantFile
"15:pysam.FastaFile
"15:pysam.TabixFile
"17:tifffile.TiffFile
"19:tifffile.TiffWriter
{2
4:name"14:imageio.Format
12:constructors[4
"18:imageio.get_reader
"18:imageio.get_writer
"21:imageio.v2.get_reader
"21:imageio.v2.get_writer
{2
4:name"23:astropy.io.fits.HDUList
12:constructors[1
"20:astropy.io.fits.open
{3
4:name"18:pyarrow.NativeFile
12:constructors[4
"14:pyarrow.OSFile
"18:pyarrow.memory_map
"20:pyarrow.input_stream
"21:pyarrow.output_stream
7:aliases[2
"18:pyarrow.NativeFile
"14:pyarrow.OSFile
"29:pyarrow.parquet.ParquetWriter
{2
4:name"15:smart_open.File
12:constructors[2
"15:smart_open.open
"21:smart_open.smart_open
"22:geoip2.database.Reader
{3
4:name"16:maxminddb.Reader
12:constructors[1
"23:maxminddb.open_database
7:aliases[1
"16:maxminddb.Reader
"15:cv2.VideoWriter
{2
4:name"13:zarr.ZipStore
7:aliases[2
"13:zarr.ZipStore
"21:zarr.storage.ZipStore
{3
4:name"17:openpyxl.Workbook
12:constructors[1
"22:openpyxl.load_workbook
7:aliases[1
"17:openpyxl.Workbook
{2
4:name"15:laspy.LasReader
12:constructors[1
"10:laspy.open
"19:pyshark.FileCapture
"19:pyshark.LiveCapture
{2
4:name"22:scapy.utils.PcapReader
7:aliases[4
"22:scapy.utils.PcapReader
"20:scapy.all.PcapReader
"22:scapy.utils.PcapWriter
"20:scapy.all.PcapWriter
{2
4:name"28:tensorflow.io.TFRecordWriter
7:aliases[2
"28:tensorflow.io.TFRecordWriter
"35:tensorflow.python_io.TFRecordWriter
"18:py7zr.SevenZipFile
"15:rarfile.RarFile
"17:olefile.OleFileIO
{3
4:name"19:fileinput.FileInput
12:constructors[1
"15:fileinput.input
7:aliases[1
"19:fileinput.FileInput
{2
4:name"10:mss.Screen
12:constructors[1
"7:mss.mss
"17:picamera.PiCamera
7:returns{1
20:rarfile.RarFile#open"9:io.IOBase
9:resources[4
{9
2:id"6:reader
4:noun"9:data file
4:kind"4:file
6:weight"6:medium
4:type"11:pikepdf.Pdf
7:acquire[34
"12:pikepdf.open
"16:pikepdf.Pdf.open
"21:pypdfium2.PdfDocument
"16:pandas.ExcelFile
"15:pandas.HDFStore
"10:fiona.open
"7:av.open
"19:soundfile.SoundFile
"9:aifc.open
"10:sunau.open
"19:pysam.AlignmentFile
"17:pysam.VariantFile
"15:pysam.FastaFile
"15:pysam.TabixFile
"17:tifffile.TiffFile
"18:imageio.get_reader
"21:imageio.v2.get_reader
"20:astropy.io.fits.open
"14:pyarrow.OSFile
"18:pyarrow.memory_map
"15:smart_open.open
"21:smart_open.smart_open
"22:geoip2.database.Reader
"23:maxminddb.open_database
"13:zarr.ZipStore
"21:zarr.storage.ZipStore
{2
4:call"22:openpyxl.load_workbook
4:when{2
7:keyword"9:read_only
2:is"4:true
"10:laspy.open
"22:scapy.utils.PcapReader
"20:scapy.all.PcapReader
"18:py7zr.SevenZipFile
"15:rarfile.RarFile
"20:rarfile.RarFile#open
"17:olefile.OleFileIO
7:release[1
{1
4:call[27
"17:pikepdf.Pdf#close
"27:pypdfium2.PdfDocument#close
"22:pandas.ExcelFile#close
"21:pandas.HDFStore#close
"22:fiona.Collection#close
"28:av.container.Container#close
"25:soundfile.SoundFile#close
"17:sunau.Sound#close
"25:pysam.AlignmentFile#close
"23:pysam.VariantFile#close
"21:pysam.FastaFile#close
"21:pysam.TabixFile#close
"23:tifffile.TiffFile#close
"20:imageio.Format#close
"29:astropy.io.fits.HDUList#close
"24:pyarrow.NativeFile#close
"21:smart_open.File#close
"28:geoip2.database.Reader#close
"22:maxminddb.Reader#close
"19:zarr.ZipStore#close
"23:openpyxl.Workbook#close
"21:laspy.LasReader#close
"28:scapy.utils.PcapReader#close
"24:py7zr.SevenZipFile#close
"21:rarfile.RarFile#close
"23:olefile.OleFileIO#close
"15:io.IOBase#close
9:collected"4:true
3:fix"28:use it in a `with` statement
{9
2:id"6:writer
4:noun"9:data file
4:kind"4:file
6:weight"6:medium
4:type"18:pandas.ExcelWriter
7:acquire[10
"18:pandas.ExcelWriter
"18:imageio.get_writer
"21:imageio.v2.get_writer
"19:tifffile.TiffWriter
"29:pyarrow.parquet.ParquetWriter
"15:cv2.VideoWriter
"28:tensorflow.io.TFRecordWriter
"35:tensorflow.python_io.TFRecordWriter
"22:scapy.utils.PcapWriter
"20:scapy.all.PcapWriter
7:release[1
{1
4:call[8
"24:pandas.ExcelWriter#close
"23:pandas.ExcelWriter#save
"20:imageio.Format#close
"25:tifffile.TiffWriter#close
"35:pyarrow.parquet.ParquetWriter#close
"23:cv2.VideoWriter#release
"34:tensorflow.io.TFRecordWriter#close
"28:scapy.utils.PcapReader#close
9:collected"4:true
3:fix"62:use it in a `with` statement, or close it in a `finally` block
{9
2:id"7:capture
4:noun"15:capture process
4:kind"7:process
6:weight"6:medium
4:type"19:pyshark.FileCapture
7:acquire[2
"19:pyshark.FileCapture
"19:pyshark.LiveCapture
7:release[1
{1
4:call[2
"25:pyshark.FileCapture#close
"25:pyshark.LiveCapture#close
9:collected"4:true
3:fix"62:use it in a `with` statement, or close it in a `finally` block
{9
2:id"6:camera
4:noun"6:camera
4:kind"5:other
6:weight"6:medium
4:type"17:picamera.PiCamera
7:acquire[2
"17:picamera.PiCamera
"7:mss.mss
7:release[1
{1
4:call[2
"23:picamera.PiCamera#close
"16:mss.Screen#close
9:collected"4:true
3:fix"28:use it in a `with` statement
8:examples[2
{3
5:title"47:a sheet that cannot be read keeps its file open
8:language"6:python
4:code"181:import pandas


def totals(path):
    book = pandas.ExcelFile(path)  # expect: SL103
    sheets = [book.parse(name) for name in book.sheet_names]
    book.close()
    return sheets

{3
5:title"19:its block closes it
8:language"6:python
4:code"291:import pandas
import tifffile


def totals(path):
    with pandas.ExcelFile(path) as book:
        return [book.parse(name) for name in book.sheet_names]


def pixels(path):
    picture = tifffile.TiffFile(path)
    try:
        return picture.asarray()
    finally:
        picture.close()

{9
7:library"9:databases
8:language"6:python
7:modules[1
"9:databases
5:types[3
"18:databases.Database
"25:databases.core.Connection
"26:databases.core.Transaction
7:returns{3
29:databases.Database#connection"25:databases.core.Connection
30:databases.Database#transaction"26:databases.core.Transaction
37:databases.core.Connection#transaction"26:databases.core.Transaction
9:resources[2
{9
2:id"8:database
4:noun"8:database
4:kind"6:client
6:weight"6:medium
4:type"18:databases.Database
7:acquire[1
{2
4:call"26:databases.Database#connect
5:gives"8:receiver
7:release[1
{2
4:call"29:databases.Database#disconnect
5:await"4:true
17:closed-implicitly"4:true
3:fix"42:use `async with Database(url) as database`
{8
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"26:databases.core.Transaction
7:acquire[1
{2
4:call"32:databases.core.Transaction#start
5:gives"8:receiver
7:release[1
{2
4:call[2
"33:databases.core.Transaction#commit
"35:databases.core.Transaction#rollback
5:await"4:true
3:fix"39:use `async with database.transaction()`
7:queries[1
{3
4:call[9
"26:databases.Database#execute
"31:databases.Database#execute_many
"28:databases.Database#fetch_all
"28:databases.Database#fetch_one
"28:databases.Database#fetch_val
"33:databases.core.Connection#execute
"35:databases.core.Connection#fetch_all
"35:databases.core.Connection#fetch_one
"35:databases.core.Connection#fetch_val
4:text{2
8:argument"1:0
7:keyword"5:query
10:parameters{2
8:argument"1:1
7:keyword"6:values
6:guards[1
{2
4:kind"11:transaction
4:call[2
"30:databases.Database#transaction
"37:databases.core.Connection#transaction
8:examples[2
{3
5:title"43:an early return leaves the transaction open
8:language"6:python
4:code"537:from databases import Database


async def close(database: Database, order_id: int) -> bool:
    change = database.transaction()
    await change.start()  # expect: SL107
    try:
        row = await database.fetch_one("SELECT 1 FROM orders WHERE id = :i", {"i": order_id})
        if row is None:
            return False
        await database.execute("UPDATE orders SET open = false WHERE id = :i", {"i": order_id})
        await change.commit()
    except BaseException:
        await change.rollback()
        raise
    return True

{3
5:title"31:the block commits or rolls back
8:language"6:python
4:code"228:from databases import Database


async def close(database: Database, order_id: int) -> None:
    async with database.transaction():
        await database.execute("UPDATE orders SET open = false WHERE id = :i", {"i": order_id})

{9
7:library"3:ndb
8:language"6:python
7:modules[3
"16:google.cloud.ndb
"24:google.appengine.ext.ndb
"23:google.appengine.ext.db
5:types[2
{2
4:name"22:google.cloud.ndb.Model
7:aliases[4
"30:google.appengine.ext.ndb.Model
"29:google.appengine.ext.db.Model
"24:google.cloud.ndb.Expando
"32:google.appengine.ext.ndb.Expando
{2
4:name"22:google.cloud.ndb.Query
6:fluent"4:true
7:returns{3
28:google.cloud.ndb.Model#query"22:google.cloud.ndb.Query
32:google.cloud.ndb.Model#get_by_id"22:google.cloud.ndb.Model
26:google.cloud.ndb.Query#get"22:google.cloud.ndb.Model
6:probes[2
{2
4:call[3
"26:google.cloud.ndb.Query#get
"28:google.cloud.ndb.Query#count
"28:google.cloud.ndb.Query#fetch
6:entity"4:root
{2
4:call[2
"32:google.cloud.ndb.Model#get_by_id
"38:google.cloud.ndb.Model#get_by_key_name
6:entity"8:receiver
7:inserts[2
{4
4:call"26:google.cloud.ndb.Model#put
6:entity"4:root
7:columns{2
5:chain"2:()
8:keywords"4:true
5:value"8:receiver
{3
4:call"36:google.cloud.ndb.Model#get_or_insert
6:entity"8:receiver
6:atomic"4:true
6:guards[1
{2
4:kind"12:serializable
4:call[6
"30:google.cloud.ndb.transactional
"28:google.cloud.ndb.transaction
"38:google.appengine.ext.ndb.transactional
"36:google.appengine.ext.ndb.transaction
"32:google.cloud.ndb.transactional()
"40:google.appengine.ext.ndb.transactional()
8:examples[1
{3
5:title"22:two votes of one voter
8:language"6:python
4:code"444:from google.cloud import ndb


class Vote(ndb.Model):
    poll = ndb.IntegerProperty()
    voter = ndb.IntegerProperty()


def vote(poll, voter):
    if Vote.query(Vote.poll == poll, Vote.voter == voter).get() is None:
        Vote(poll=poll, voter=voter).put()  # expect: SL301


@ndb.transactional
def vote_once(poll, voter):
    if Vote.query(Vote.poll == poll, Vote.voter == voter).get() is None:
        Vote(poll=poll, voter=voter).put()

{10
7:library"14:DB-API drivers
8:language"6:python
7:modules[35
"9:cx_Oracle
"8:oracledb
"5:trino
"9:snowflake
"6:duckdb
"6:pg8000
"7:pymssql
"18:redshift_connector
"14:vertica_python
"10:databricks
"17:clickhouse_driver
"18:clickhouse_connect
"11:teradatasql
"6:hdbcli
"10:jaydebeapi
"9:phoenixdb
"6:pyhive
"6:impala
"3:fdb
"11:kinterbasdb
"11:firebirdsql
"9:pymonetdb
"8:turbodbc
"8:pyexasol
"8:adodbapi
"8:prestodb
"8:pyathena
"4:nzpy
"4:taos
"8:taosrest
"13:singlestoredb
"4:pgdb
"8:sqlanydb
"7:cymysql
"8:firebird
5:types[8
{3
4:name"16:dbapi.Connection
12:constructors[39
"17:cx_Oracle.connect
"16:oracledb.connect
"19:trino.dbapi.connect
"27:snowflake.connector.connect
"14:duckdb.connect
"14:pg8000.connect
"20:pg8000.dbapi.connect
"15:pymssql.connect
"26:redshift_connector.connect
"22:vertica_python.connect
"22:databricks.sql.connect
"25:clickhouse_driver.connect
"31:clickhouse_driver.dbapi.connect
"19:teradatasql.connect
"20:hdbcli.dbapi.connect
"18:jaydebeapi.connect
"17:phoenixdb.connect
"19:pyhive.hive.connect
"21:pyhive.presto.connect
"20:impala.dbapi.connect
"11:fdb.connect
"19:kinterbasdb.connect
"19:firebirdsql.connect
"17:pymonetdb.connect
"16:turbodbc.connect
"16:pyexasol.connect
"16:adodbapi.connect
"22:pyhive.hive.Connection
"24:pyhive.presto.Connection
"20:pyhive.trino.connect
"22:prestodb.dbapi.connect
"16:pyathena.connect
"12:nzpy.connect
"12:taos.connect
"21:singlestoredb.connect
"12:pgdb.connect
"16:sqlanydb.connect
"15:cymysql.connect
"23:firebird.driver.connect
7:aliases[8
"20:cx_Oracle.Connection
"19:oracledb.Connection
"22:trino.dbapi.Connection
"39:snowflake.connector.SnowflakeConnection
"50:snowflake.connector.connection.SnowflakeConnection
"25:duckdb.DuckDBPyConnection
"23:pg8000.dbapi.Connection
"29:redshift_connector.Connection
{3
4:name"24:oracledb.AsyncConnection
12:constructors[1
"22:oracledb.connect_async
7:aliases[1
"24:oracledb.AsyncConnection
{3
4:name"23:oracledb.ConnectionPool
12:constructors[2
"20:oracledb.create_pool
"21:cx_Oracle.SessionPool
7:aliases[2
"23:oracledb.ConnectionPool
"21:cx_Oracle.SessionPool
{2
4:name"28:oracledb.AsyncConnectionPool
12:constructors[1
"26:oracledb.create_pool_async
"12:dbapi.Cursor
"20:oracledb.AsyncCursor
{3
4:name"24:clickhouse_driver.Client
12:constructors[1
"33:clickhouse_driver.Client.from_url
7:aliases[1
"24:clickhouse_driver.Client
{2
4:name"25:clickhouse_connect.Client
12:constructors[2
"29:clickhouse_connect.get_client
"32:clickhouse_connect.create_client
7:returns{5
23:dbapi.Connection#cursor"12:dbapi.Cursor
23:dbapi.Cursor#connection"16:dbapi.Connection
31:oracledb.AsyncConnection#cursor"20:oracledb.AsyncCursor
31:oracledb.ConnectionPool#acquire"16:dbapi.Connection
36:oracledb.AsyncConnectionPool#acquire"24:oracledb.AsyncConnection
9:resources[5
{9
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"4:high
4:type"16:dbapi.Connection
7:acquire[1
{1
4:call[40
"17:cx_Oracle.connect
"16:oracledb.connect
"22:oracledb.connect_async
"19:trino.dbapi.connect
"27:snowflake.connector.connect
"14:pg8000.connect
"20:pg8000.dbapi.connect
"15:pymssql.connect
"26:redshift_connector.connect
"22:vertica_python.connect
"22:databricks.sql.connect
"25:clickhouse_driver.connect
"31:clickhouse_driver.dbapi.connect
"19:teradatasql.connect
"20:hdbcli.dbapi.connect
"18:jaydebeapi.connect
"17:phoenixdb.connect
"19:pyhive.hive.connect
"21:pyhive.presto.connect
"20:impala.dbapi.connect
"11:fdb.connect
"19:kinterbasdb.connect
"19:firebirdsql.connect
"17:pymonetdb.connect
"16:turbodbc.connect
"16:pyexasol.connect
"16:adodbapi.connect
"20:cx_Oracle.Connection
"22:pyhive.hive.Connection
"24:pyhive.presto.Connection
"20:pyhive.trino.connect
"22:prestodb.dbapi.connect
"16:pyathena.connect
"12:nzpy.connect
"12:taos.connect
"21:singlestoredb.connect
"12:pgdb.connect
"16:sqlanydb.connect
"15:cymysql.connect
"23:firebird.driver.connect
7:release[2
"22:dbapi.Connection#close
{2
4:call"30:oracledb.AsyncConnection#close
5:await"4:true
19:fails-after-release"4:true
3:fix"68:use it in a `with` statement, or call `close()` in a `finally` block
{9
2:id"17:pooled-connection
4:noun"17:pooled connection
4:kind"10:connection
6:weight"4:high
4:type"19:oracledb.Connection
7:acquire[2
"31:oracledb.ConnectionPool#acquire
"36:oracledb.AsyncConnectionPool#acquire
7:release[4
"22:dbapi.Connection#close
{2
4:call"30:oracledb.AsyncConnection#close
5:await"4:true
{2
4:call[2
"31:oracledb.ConnectionPool#release
"28:oracledb.ConnectionPool#drop
5:takes{2
8:argument"1:0
7:keyword"10:connection
{3
4:call[2
"36:oracledb.AsyncConnectionPool#release
"33:oracledb.AsyncConnectionPool#drop
5:takes{2
8:argument"1:0
7:keyword"10:connection
5:await"4:true
19:fails-after-release"4:true
3:fix"39:use `with pool.acquire() as connection`
{9
2:id"16:local-connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"16:dbapi.Connection
7:acquire[1
"14:duckdb.connect
7:release[1
"22:dbapi.Connection#close
9:collected"4:true
3:fix"44:use `with duckdb.connect(...) as connection`
{9
2:id"17:clickhouse-client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"24:clickhouse_driver.Client
7:acquire[4
"24:clickhouse_driver.Client
"33:clickhouse_driver.Client.from_url
"29:clickhouse_connect.get_client
"32:clickhouse_connect.create_client
7:release[2
"35:clickhouse_driver.Client#disconnect
"31:clickhouse_connect.Client#close
9:collected"4:true
3:fix"28:use it in a `with` statement
{10
2:id"6:cursor
4:noun"6:cursor
4:kind"6:cursor
6:weight"3:low
4:type"12:dbapi.Cursor
7:acquire[7
"23:dbapi.Connection#cursor
"25:pymysql.Connection#cursor
"37:psycopg2.extensions.connection#cursor
"38:mysql.connector.MySQLConnection#cursor
"52:mysql.connector.pooling.PooledMySQLConnection#cursor
"24:pyodbc.Connection#cursor
"28:ibm_db_dbi.Connection#cursor
7:release[6
"18:dbapi.Cursor#close
"20:pymysql.Cursor#close
"32:psycopg2.extensions.cursor#close
"28:mysql.connector.Cursor#close
"19:pyodbc.Cursor#close
"23:ibm_db_dbi.Cursor#close
9:collected"4:true
17:closed-implicitly"4:true
3:fix"60:use `with contextlib.closing(connection.cursor()) as cursor`
7:queries[1
{3
4:call[9
"20:dbapi.Cursor#execute
"24:dbapi.Cursor#executemany
"24:dbapi.Connection#execute
"28:oracledb.AsyncCursor#execute
"32:oracledb.AsyncCursor#executemany
"32:oracledb.AsyncConnection#execute
"32:clickhouse_driver.Client#execute
"31:clickhouse_connect.Client#query
"33:clickhouse_connect.Client#command
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
10:violations[1
{2
5:types[6
"24:cx_Oracle.IntegrityError
"23:oracledb.IntegrityError
"34:oracledb.exceptions.IntegrityError
"22:pymssql.IntegrityError
"21:pg8000.IntegrityError
"26:duckdb.ConstraintException
5:codes[4
"9:ORA-00001
"4:2627
"4:2601
"5:23505
12:never-raises[1
{1
4:call[5
"23:dbapi.Connection#cursor
"22:dbapi.Connection#close
"18:dbapi.Cursor#close
"31:oracledb.AsyncConnection#cursor
"36:oracledb.AsyncConnectionPool#acquire
8:examples[5
{3
5:title"46:a query that fails keeps the pool's connection
8:language"6:python
4:code"259:import oracledb


def rename(pool: oracledb.ConnectionPool, user_id: int, name: str) -> None:
    conn = pool.acquire()  # expect: SL103
    conn.cursor().execute("UPDATE users SET name = :1 WHERE id = :2", [name, user_id])
    conn.commit()
    conn.close()

{3
5:title"59:the warehouse's connection stays open when nothing is found
8:language"6:python
4:code"287:import snowflake.connector


def latest(settings):
    conn = snowflake.connector.connect(**settings)  # expect: SL102
    cursor = conn.cursor()
    row = cursor.execute("SELECT max(day) FROM sales").fetchone()
    if row is None:
        return None
    conn.close()
    return row[0]

{3
5:title"64:a query that fails leaves the cursor of a shared connection open
8:language"6:python
4:code"250:import pymysql


def count(conn: pymysql.Connection, table):
    cursor = conn.cursor()  # expect: SL103
    cursor.execute("SELECT count(*) FROM orders WHERE kind = %s", (table,))
    total = cursor.fetchone()[0]
    cursor.close()
    return total

{3
5:title"41:closing the connection closes its cursors
8:language"6:python
4:code"319:import pymysql


def count(settings, table):
    conn = pymysql.connect(**settings)
    try:
        cursor = conn.cursor()
        cursor.execute("SELECT count(*) FROM orders WHERE kind = %s", (table,))
        total = cursor.fetchone()[0]
        cursor.close()
        return total
    finally:
        conn.close()

{3
5:title"25:the with statement closes
8:language"6:python
4:code"427:import oracledb
import snowflake.connector


def rename(pool: oracledb.ConnectionPool, user_id: int, name: str) -> None:
    with pool.acquire() as conn:
        conn.cursor().execute("UPDATE users SET name = :1 WHERE id = :2", [name, user_id])
        conn.commit()


def latest(settings):
    with snowflake.connector.connect(**settings) as conn:
        return conn.cursor().execute("SELECT max(day) FROM sales").fetchone()

{9
7:library"7:DBUtils
8:language"6:python
7:modules[2
"7:dbutils
"7:DBUtils
5:types[3
{2
4:name"26:dbutils.pooled_db.PooledDB
7:aliases[3
"26:dbutils.pooled_db.PooledDB
"25:DBUtils.PooledDB.PooledDB
"16:DBUtils.PooledDB
{1
4:name"45:dbutils.pooled_db.PooledDedicatedDBConnection
"32:dbutils.steady_db.SteadyDBCursor
7:returns{3
37:dbutils.pooled_db.PooledDB#connection"45:dbutils.pooled_db.PooledDedicatedDBConnection
47:dbutils.pooled_db.PooledDB#dedicated_connection"45:dbutils.pooled_db.PooledDedicatedDBConnection
52:dbutils.pooled_db.PooledDedicatedDBConnection#cursor"32:dbutils.steady_db.SteadyDBCursor
9:resources[1
{9
2:id"17:pooled-connection
4:noun"17:pooled connection
4:kind"10:connection
6:weight"4:high
4:type"45:dbutils.pooled_db.PooledDedicatedDBConnection
7:acquire[2
"37:dbutils.pooled_db.PooledDB#connection
"47:dbutils.pooled_db.PooledDB#dedicated_connection
7:release[1
"51:dbutils.pooled_db.PooledDedicatedDBConnection#close
19:fails-after-release"4:true
3:fix"84:call `close()`, which gives it back, in a `finally` block, or use a `with` statement
7:queries[1
{3
4:call[2
"40:dbutils.steady_db.SteadyDBCursor#execute
"44:dbutils.steady_db.SteadyDBCursor#executemany
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
12:never-raises[1
{1
4:call[3
"52:dbutils.pooled_db.PooledDedicatedDBConnection#cursor
"51:dbutils.pooled_db.PooledDedicatedDBConnection#close
"38:dbutils.steady_db.SteadyDBCursor#close
8:examples[2
{3
5:title"39:a query that fails keeps the connection
8:language"6:python
4:code"331:import pymysql
from dbutils.pooled_db import PooledDB

pool = PooledDB(pymysql, maxconnections=10, blocking=True)


def rename(user_id, name):
    conn = pool.connection()  # expect: SL103
    cursor = conn.cursor()
    cursor.execute("UPDATE users SET name = %s WHERE id = %s", (name, user_id))
    conn.commit()
    conn.close()

{3
5:title"18:closed in any case
8:language"6:python
4:code"352:import pymysql
from dbutils.pooled_db import PooledDB

pool = PooledDB(pymysql, maxconnections=10, blocking=True)


def rename(user_id, name):
    conn = pool.connection()
    try:
        cursor = conn.cursor()
        cursor.execute("UPDATE users SET name = %s WHERE id = %s", (name, user_id))
        conn.commit()
    finally:
        conn.close()

{8
7:library"20:devices and consoles
8:language"6:python
7:modules[8
"6:serial
"7:pyaudio
"7:netmiko
"6:pysftp
"3:smb
"6:thrift
"6:winreg
"7:_winreg
5:types[8
{3
4:name"13:serial.Serial
12:constructors[2
"13:serial.Serial
"21:serial.serial_for_url
7:aliases[1
"13:serial.Serial
"15:pyaudio.PyAudio
"14:pyaudio.Stream
{2
4:name"22:netmiko.BaseConnection
12:constructors[3
"22:netmiko.ConnectHandler
"19:netmiko.ConnLogOnly
"17:netmiko.ConnUnify
"17:pysftp.Connection
"31:smb.SMBConnection.SMBConnection
{2
4:name"42:thrift.transport.TTransport.TTransportBase
12:constructors[5
"46:thrift.transport.TTransport.TBufferedTransport
"44:thrift.transport.TTransport.TFramedTransport
"32:thrift.transport.TSocket.TSocket
"38:thrift.transport.TSSLSocket.TSSLSocket
"40:thrift.transport.THttpClient.THttpClient
{2
4:name"10:winreg.Key
12:constructors[9
"14:winreg.OpenKey
"16:winreg.OpenKeyEx
"16:winreg.CreateKey
"18:winreg.CreateKeyEx
"22:winreg.ConnectRegistry
"15:_winreg.OpenKey
"17:_winreg.OpenKeyEx
"17:_winreg.CreateKey
"23:_winreg.ConnectRegistry
7:returns{1
20:pyaudio.PyAudio#open"14:pyaudio.Stream
9:resources[7
{9
2:id"4:line
4:noun"11:serial line
4:kind"4:file
6:weight"6:medium
4:type"13:serial.Serial
7:acquire[2
{2
4:call[2
"13:serial.Serial
"21:serial.serial_for_url
4:when{3
8:argument"1:0
7:keyword"4:port
2:is"7:present
{2
4:call"18:serial.Serial#open
5:gives"8:receiver
7:release[1
"19:serial.Serial#close
9:collected"4:true
3:fix"37:use `with serial.Serial(...) as line`
{10
2:id"5:sound
4:noun"12:sound system
4:kind"5:other
6:weight"6:medium
4:type"15:pyaudio.PyAudio
7:acquire[1
"15:pyaudio.PyAudio
7:release[1
"25:pyaudio.PyAudio#terminate
7:context"11:unsupported
9:collected"4:true
3:fix"39:call `terminate()` in a `finally` block
{10
2:id"12:sound-stream
4:noun"12:sound stream
4:kind"6:stream
6:weight"6:medium
4:type"14:pyaudio.Stream
7:acquire[1
"20:pyaudio.PyAudio#open
7:release[1
"20:pyaudio.Stream#close
7:context"11:unsupported
9:collected"4:true
3:fix"35:call `close()` in a `finally` block
{8
2:id"7:console
4:noun"14:remote session
4:kind"10:connection
6:weight"6:medium
4:type"22:netmiko.BaseConnection
7:acquire[3
"22:netmiko.ConnectHandler
"17:netmiko.ConnUnify
"17:pysftp.Connection
7:release[2
"33:netmiko.BaseConnection#disconnect
"23:pysftp.Connection#close
3:fix"28:use it in a `with` statement
{9
2:id"5:share
4:noun"10:file share
4:kind"10:connection
6:weight"6:medium
4:type"31:smb.SMBConnection.SMBConnection
7:acquire[1
{2
4:call"39:smb.SMBConnection.SMBConnection#connect
5:gives"8:receiver
7:release[1
"37:smb.SMBConnection.SMBConnection#close
9:collected"4:true
3:fix"38:use `with SMBConnection(...) as share`
{10
2:id"9:transport
4:noun"9:transport
4:kind"10:connection
6:weight"6:medium
4:type"42:thrift.transport.TTransport.TTransportBase
7:acquire[1
{2
4:call"47:thrift.transport.TTransport.TTransportBase#open
5:gives"8:receiver
7:release[1
"48:thrift.transport.TTransport.TTransportBase#close
7:context"11:unsupported
9:collected"4:true
3:fix"35:call `close()` in a `finally` block
{9
2:id"12:registry-key
4:noun"12:registry key
4:kind"4:file
6:weight"6:medium
4:type"10:winreg.Key
7:acquire[9
"14:winreg.OpenKey
"16:winreg.OpenKeyEx
"16:winreg.CreateKey
"18:winreg.CreateKeyEx
"22:winreg.ConnectRegistry
"15:_winreg.OpenKey
"17:_winreg.OpenKeyEx
"17:_winreg.CreateKey
"23:_winreg.ConnectRegistry
7:release[3
{2
4:call[2
"15:winreg.CloseKey
"16:_winreg.CloseKey
5:takes{1
8:argument"1:0
"16:winreg.Key#Close
"17:winreg.Key#Detach
9:collected"4:true
3:fix"37:use `with winreg.OpenKey(...) as key`
12:never-raises[1
{1
4:call[8
"25:pyaudio.PyAudio#terminate
"20:pyaudio.Stream#close
"19:serial.Serial#close
"48:thrift.transport.TTransport.TTransportBase#close
"46:thrift.transport.TTransport.TBufferedTransport
"44:thrift.transport.TTransport.TFramedTransport
"32:thrift.transport.TSocket.TSocket
"37:smb.SMBConnection.SMBConnection#close
8:examples[3
{3
5:title"44:a device that does not answer keeps the line
8:language"6:python
4:code"184:import serial


def weigh(port):
    line = serial.Serial(port, timeout=1)  # expect: SL103
    line.write(b"W")
    answer = line.readline()
    line.close()
    return float(answer)

{3
5:title"38:a command that fails keeps the session
8:language"6:python
4:code"207:from netmiko import ConnectHandler


def version(device):
    session = ConnectHandler(**device)  # expect: SL103
    answer = session.send_command("show version")
    session.disconnect()
    return answer

{3
5:title"21:the blocks close them
8:language"6:python
4:code"457:import winreg

import serial
from netmiko import ConnectHandler


def weigh(port):
    with serial.Serial(port, timeout=1) as line:
        line.write(b"W")
        return float(line.readline())


def version(device):
    with ConnectHandler(**device) as session:
        return session.send_command("show version")


def installed():
    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, "Software") as key:
        return winreg.QueryValueEx(key, "Version")

{15
7:library"6:Django
8:language"6:python
7:modules[1
"6:django
5:types[15
{3
4:name"22:django.db.models.Model
7:hinting[5
"9:<class>()
"7:model()
"5:cls()
"7:klass()
"13:model_class()
7:aliases[7
"27:django.db.models.base.Model
"43:django.contrib.auth.models.AbstractBaseUser
"46:django.contrib.auth.base_user.AbstractBaseUser
"34:django.contrib.gis.db.models.Model
"44:django_extensions.db.models.TimeStampedModel
"35:model_utils.models.TimeStampedModel
"21:mptt.models.MPTTModel
{3
4:name"39:django.contrib.auth.models.AbstractUser
7:extends[1
"22:django.db.models.Model
6:unique[1
"8:username
{3
4:name"31:django.contrib.auth.models.User
7:extends[1
"22:django.db.models.Model
6:unique[1
"8:username
{3
4:name"32:django.contrib.auth.models.Group
7:extends[1
"22:django.db.models.Model
6:unique[1
"4:name
{3
4:name"37:django.contrib.auth.models.Permission
7:extends[1
"22:django.db.models.Model
6:unique[1
"21:content_type codename
{3
4:name"46:django.contrib.contenttypes.models.ContentType
7:extends[1
"22:django.db.models.Model
6:unique[1
"15:app_label model
{3
4:name"32:django.contrib.sites.models.Site
7:extends[1
"22:django.db.models.Model
6:unique[1
"6:domain
{3
4:name"38:django.contrib.sessions.models.Session
7:extends[1
"22:django.db.models.Model
6:unique[1
"11:session_key
{3
4:name"37:rest_framework.authtoken.models.Token
7:extends[1
"22:django.db.models.Model
6:unique[2
"3:key
"4:user
{2
4:name"22:django.forms.ModelForm
7:aliases[1
"29:django.forms.models.ModelForm
{3
4:name"25:django.db.models.QuerySet
7:aliases[1
"31:django.db.models.query.QuerySet
6:fluent"4:true
{5
4:name"24:django.db.models.Manager
7:telling[3
"9:*.objects
"18:*._default_manager
"5:*_set
7:aliases[5
"32:django.db.models.manager.Manager
"36:django.db.models.manager.BaseManager
"38:django.contrib.auth.models.UserManager
"42:django.contrib.auth.models.BaseUserManager
"45:django.contrib.auth.base_user.BaseUserManager
7:extends[1
"25:django.db.models.QuerySet
6:fluent"4:true
{2
4:name"27:django.core.mail.Connection
7:aliases[2
"47:django.core.mail.backends.base.BaseEmailBackend
"43:django.core.mail.backends.smtp.EmailBackend
"16:django.db.Cursor
"14:django.db.Rows
9:relations[2
{5
4:call"27:django.db.models.ForeignKey
5:value{2
8:argument"1:0
7:keyword"2:to
6:member{1
7:keyword"12:related_name
4:type"24:django.db.models.Manager
6:column"4:true
{4
4:call"32:django.db.models.ManyToManyField
5:value{2
8:argument"1:0
7:keyword"2:to
6:member{1
7:keyword"12:related_name
4:type"24:django.db.models.Manager
7:returns{30
31:django.core.mail.get_connection"27:django.core.mail.Connection
30:django.db.models.Model#objects"24:django.db.models.Manager
39:django.db.models.Model#_default_manager"24:django.db.models.Manager
34:django.contrib.auth.get_user_model"39:django.contrib.auth.models.AbstractUser
39:django.contrib.auth.models.User.objects"24:django.db.models.Manager
40:django.contrib.auth.models.Group.objects"24:django.db.models.Manager
45:django.contrib.auth.models.Permission.objects"24:django.db.models.Manager
54:django.contrib.contenttypes.models.ContentType.objects"24:django.db.models.Manager
40:django.contrib.sites.models.Site.objects"24:django.db.models.Manager
46:django.contrib.sessions.models.Session.objects"24:django.db.models.Manager
45:rest_framework.authtoken.models.Token.objects"24:django.db.models.Manager
26:django.apps.apps.get_model"22:django.db.models.Model
29:django.db.models.QuerySet#get"22:django.db.models.Model
31:django.db.models.QuerySet#first"22:django.db.models.Model
30:django.db.models.QuerySet#last"22:django.db.models.Model
32:django.db.models.QuerySet#create"22:django.db.models.Model
30:django.db.models.QuerySet#aget"22:django.db.models.Model
32:django.db.models.QuerySet#afirst"22:django.db.models.Model
32:django.db.models.QuerySet#exists"14:django.db.Rows
33:django.db.models.QuerySet#aexists"14:django.db.Rows
31:django.db.models.QuerySet#count"14:django.db.Rows
32:django.db.models.QuerySet#acount"14:django.db.Rows
35:django.db.models.QuerySet#aggregate"14:django.db.Rows
32:django.db.models.QuerySet#update"14:django.db.Rows
32:django.db.models.QuerySet#delete"14:django.db.Rows
39:django.db.models.QuerySet#get_or_create"14:django.db.Rows
42:django.db.models.QuerySet#update_or_create"14:django.db.Rows
34:django.shortcuts.get_object_or_404"22:django.db.models.Model
27:django.db.connection.cursor"16:django.db.Cursor
28:django.db.connections.cursor"16:django.db.Cursor
9:resources[2
{9
2:id"15:mail-connection
4:noun"15:mail connection
4:kind"10:connection
6:weight"6:medium
4:type"27:django.core.mail.Connection
7:acquire[1
{3
4:call"32:django.core.mail.Connection#open
5:gives"8:receiver
16:succeeds-if-true"4:true
7:release[1
"33:django.core.mail.Connection#close
9:collected"4:true
3:fix"81:use `with get_connection() as connection`, or call `close()` in a `finally` block
{10
2:id"6:cursor
4:noun"6:cursor
4:kind"6:cursor
6:weight"3:low
4:type"16:django.db.Cursor
7:acquire[1
"27:django.db.connection.cursor
7:release[1
"22:django.db.Cursor#close
9:collected"4:true
17:closed-implicitly"4:true
3:fix"40:use `with connection.cursor() as cursor`
7:queries[2
{3
4:call[2
"24:django.db.Cursor#execute
"28:django.db.Cursor#executemany
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
{3
4:call"29:django.db.models.QuerySet#raw
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
6:probes[6
{3
4:call[2
"32:django.db.models.QuerySet#filter
"33:django.db.models.QuerySet#exclude
6:entity"4:root
20:keywords-are-columns"4:true
{3
4:call[4
"29:django.db.models.QuerySet#all
"37:django.db.models.QuerySet#values_list
"32:django.db.models.QuerySet#values
"34:django.db.models.QuerySet#order_by
4:when{2
6:result"4:true
2:is"8:iterated
6:entity"4:root
{4
4:call[2
"29:django.db.models.QuerySet#get
"30:django.db.models.QuerySet#aget
6:entity"4:root
20:keywords-are-columns"4:true
18:raises-when-absent"4:true
{4
4:call"34:django.shortcuts.get_object_or_404
6:entity{1
8:argument"1:0
20:keywords-are-columns"4:true
18:raises-when-absent"4:true
{2
4:call[10
"32:django.db.models.QuerySet#exists
"33:django.db.models.QuerySet#aexists
"31:django.db.models.QuerySet#first
"32:django.db.models.QuerySet#afirst
"30:django.db.models.QuerySet#last
"31:django.db.models.QuerySet#count
"32:django.db.models.QuerySet#acount
"35:django.db.models.QuerySet#aggregate
"32:django.db.models.QuerySet#update
"33:django.db.models.QuerySet#aupdate
6:entity"4:root
{3
4:call[3
"27:django.core.cache.cache.get
"28:django.core.cache.cache.aget
"31:django.core.cache.cache.has_key
6:entity{1
8:argument"1:0
4:mark"4:true
7:inserts[10
{4
4:call[2
"27:django.core.cache.cache.set
"28:django.core.cache.cache.aset
4:when{2
8:argument"1:1
2:is"4:true
6:entity{1
8:argument"1:0
4:mark"4:true
{4
4:call[2
"27:django.core.cache.cache.set
"28:django.core.cache.cache.aset
4:when{2
8:argument"1:1
6:one-of[11
"1:1
"4:true
"6:locked
"4:lock
"7:running
"10:processing
"7:pending
"11:in_progress
"4:done
"4:sent
"1:x
6:entity{1
8:argument"1:0
4:mark"4:true
{4
4:call[4
"39:django.db.models.QuerySet#get_or_create
"42:django.db.models.QuerySet#update_or_create
"40:django.db.models.QuerySet#aget_or_create
"43:django.db.models.QuerySet#aupdate_or_create
6:entity"4:root
20:keywords-are-columns"4:true
6:atomic"4:true
{4
4:call[2
"37:django.db.models.QuerySet#bulk_create
"38:django.db.models.QuerySet#abulk_create
4:when{2
7:keyword"16:ignore_conflicts
2:is"4:true
6:entity"4:root
6:atomic"4:true
{4
4:call[2
"37:django.db.models.QuerySet#bulk_create
"38:django.db.models.QuerySet#abulk_create
4:when{2
7:keyword"16:update_conflicts
2:is"4:true
6:entity"4:root
6:atomic"4:true
{3
4:call[2
"37:django.db.models.QuerySet#bulk_create
"38:django.db.models.QuerySet#abulk_create
6:entity"4:root
3:fix"23:`ignore_conflicts=True`
{3
4:call[4
"32:django.db.models.QuerySet#create
"33:django.db.models.QuerySet#acreate
"37:django.db.models.QuerySet#create_user
"42:django.db.models.QuerySet#create_superuser
6:entity"4:root
20:keywords-are-columns"4:true
{4
4:call"27:django.forms.ModelForm#save
4:when[2
{3
5:chain"2:()
7:keyword"8:instance
2:is"6:absent
{3
8:argument"1:0
7:keyword"6:commit
2:is"6:absent
6:entity"4:root
12:numbers-rows"4:true
{6
4:call"27:django.forms.ModelForm#save
4:when[2
{3
5:chain"2:()
7:keyword"8:instance
2:is"7:present
{3
8:argument"1:0
7:keyword"6:commit
2:is"6:absent
6:entity"4:root
7:columns{2
5:chain"2:()
7:keyword"8:instance
5:value"8:receiver
12:numbers-rows"4:true
{5
4:call[2
"27:django.db.models.Model#save
"28:django.db.models.Model#asave
9:told-when{2
7:keyword"6:commit
2:is"6:absent
6:entity"4:root
7:columns{2
5:chain"2:()
8:keywords"4:true
5:value"8:receiver
7:updates[1
{3
4:call[2
"32:django.db.models.QuerySet#update
"33:django.db.models.QuerySet#aupdate
6:entity"4:root
20:keywords-are-columns"4:true
6:guards[4
{3
4:kind"4:lock
4:call"43:django.db.models.QuerySet#select_for_update
4:when{2
6:result"4:true
2:is"7:present
{2
4:kind"4:lock
4:call[5
"28:django_pglocks.advisory_lock
"15:pglock.advisory
"22:pglock.django.advisory
"27:django.core.cache.cache.add
"28:django.core.cache.cache.lock
{3
4:kind"4:lock
4:call"24:django.db.Cursor#execute
4:when{2
8:argument"1:0
3:sql[1
"4:lock
{2
4:kind"11:transaction
4:call[2
"28:django.db.transaction.atomic
"30:django.db.transaction.atomic()
10:violations[1
{1
5:types[4
"24:django.db.IntegrityError
"30:django.db.utils.IntegrityError
"23:django.db.DatabaseError
"29:django.db.utils.DatabaseError
12:never-raises[1
{1
4:call[14
"32:django.db.models.QuerySet#filter
"33:django.db.models.QuerySet#exclude
"34:django.db.models.QuerySet#order_by
"29:django.db.models.QuerySet#all
"30:django.db.models.QuerySet#none
"40:django.db.models.QuerySet#select_related
"42:django.db.models.QuerySet#prefetch_related
"25:django.utils.timezone.now
"22:django.db.Cursor#close
"27:django.db.connection.cursor
"18:django.db.models.F
"18:django.db.models.Q
"32:django.utils.translation.gettext
"37:django.utils.translation.gettext_lazy
8:examples[3
{3
5:title"60:mail that is refused keeps the connection to the mail server
8:language"6:python
4:code"535:from django.core import mail


def send_all(messages):
    connection = mail.get_connection()
    connection.open()  # expect: SL103
    connection.send_messages(messages)
    connection.close()


def send_in_block(messages):
    with mail.get_connection() as connection:
        connection.send_messages(messages)


def send_alone(messages):
    connection = mail.get_connection()
    is_new = connection.open()
    try:
        return connection.send_messages(messages)
    finally:
        if is_new:
            connection.close()

{3
5:title"30:a double click makes two votes
8:language"6:python
4:code"360:from django.db import models


class Vote(models.Model):
    talk = models.IntegerField()
    voter = models.IntegerField()


def vote(talk: int, voter: int) -> Vote:
    if not Vote.objects.filter(talk=talk, voter=voter).exists():
        return Vote.objects.create(talk=talk, voter=voter)  # expect: SL301
    return Vote.objects.get(talk=talk, voter=voter)

{3
5:title"58:the library asks, inserts, and reads what another inserted
8:language"6:python
4:code"295:from django.db import models


class Vote(models.Model):
    talk = models.IntegerField()
    voter = models.IntegerField()

    class Meta:
        unique_together = [("talk", "voter")]


def vote(talk: int, voter: int) -> Vote:
    return Vote.objects.get_or_create(talk=talk, voter=voter)[0]

{9
7:library"8:DynamoDB
8:language"6:python
7:modules[3
"5:boto3
"8:aioboto3
"11:aiobotocore
5:types[1
{2
4:name"11:boto3.Table
7:telling[1
"1:*
7:returns{1
22:boto3.resource().Table"11:boto3.Table
6:probes[5
{5
4:call"20:boto3.Table#get_item
4:when{2
7:keyword"9:TableName
2:is"7:present
6:entity{1
7:keyword"9:TableName
7:columns{1
7:keyword"3:Key
9:whole-key"4:true
{3
4:call[2
"17:boto3.Table#query
"16:boto3.Table#scan
4:when{2
7:keyword"9:TableName
2:is"7:present
6:entity{1
7:keyword"9:TableName
{4
4:call"20:boto3.Table#get_item
6:entity"8:receiver
7:columns{1
7:keyword"3:Key
9:whole-key"4:true
{3
4:call"17:boto3.Table#query
6:entity"8:receiver
9:told-when{2
7:keyword"22:KeyConditionExpression
2:is"7:present
{3
4:call"16:boto3.Table#scan
6:entity"8:receiver
9:told-when{2
7:keyword"16:FilterExpression
2:is"7:present
7:inserts[3
{5
4:call"20:boto3.Table#put_item
4:when{2
7:keyword"19:ConditionExpression
2:is"7:present
6:entity"8:receiver
7:columns{1
7:keyword"4:Item
6:atomic"4:true
{5
4:call"20:boto3.Table#put_item
4:when{2
7:keyword"9:TableName
2:is"7:present
6:entity{1
7:keyword"9:TableName
7:columns{1
7:keyword"4:Item
7:refusal"49:`ConditionExpression="attribute_not_exists(…)"`
{4
4:call"20:boto3.Table#put_item
6:entity"8:receiver
7:columns{1
7:keyword"4:Item
7:refusal"49:`ConditionExpression="attribute_not_exists(…)"`
7:updates[3
{4
4:call"20:boto3.Table#put_item
4:when[2
{2
7:keyword"19:ConditionExpression
2:is"6:absent
{2
7:keyword"9:TableName
2:is"7:present
6:entity{1
7:keyword"9:TableName
7:columns{1
7:keyword"4:Item
{4
4:call"20:boto3.Table#put_item
4:when{2
7:keyword"19:ConditionExpression
2:is"6:absent
6:entity"8:receiver
7:columns{1
7:keyword"4:Item
{5
4:call"23:boto3.Table#update_item
4:when{2
7:keyword"16:UpdateExpression
2:is"7:present
6:entity"8:receiver
10:expression[2
{1
7:keyword"16:UpdateExpression
{1
7:keyword"19:ConditionExpression
17:expression-values{1
7:keyword"25:ExpressionAttributeValues
10:violations[1
{1
5:codes[1
"31:ConditionalCheckFailedException
{7
7:library"32:embedded stores and coordination
8:language"6:python
7:modules[16
"4:lmdb
"6:plyvel
"6:tables
"9:happybase
"15:influxdb_client
"8:influxdb
"5:kazoo
"6:tinydb
"10:sqlitedict
"9:rocksdict
"7:unqlite
"7:semidbm
"6:xapian
"6:whoosh
"6:gridfs
"4:ZODB
5:types[16
{2
4:name"16:lmdb.Environment
12:constructors[2
"9:lmdb.open
"16:lmdb.Environment
"16:lmdb.Transaction
"9:plyvel.DB
{2
4:name"14:embedded.Store
12:constructors[6
"13:tinydb.TinyDB
"21:sqlitedict.SqliteDict
"15:rocksdict.Rdict
"15:unqlite.UnQLite
"12:semidbm.open
"23:xapian.WritableDatabase
{3
4:name"18:whoosh.index.Index
12:constructors[2
"21:whoosh.index.open_dir
"22:whoosh.index.create_in
7:aliases[2
"18:whoosh.index.Index
"22:whoosh.index.FileIndex
"26:whoosh.writing.IndexWriter
"25:whoosh.searching.Searcher
{2
4:name"13:gridfs.GridFS
7:aliases[2
"13:gridfs.GridFS
"19:gridfs.GridFSBucket
{2
4:name"13:gridfs.GridIn
7:aliases[2
"13:gridfs.GridIn
"23:gridfs.grid_file.GridIn
"7:ZODB.DB
"26:ZODB.Connection.Connection
{2
4:name"11:tables.File
12:constructors[2
"16:tables.open_file
"11:tables.File
{1
4:name"20:happybase.Connection
{2
4:name"30:influxdb_client.InfluxDBClient
7:aliases[2
"30:influxdb_client.InfluxDBClient
"23:influxdb.InfluxDBClient
{1
4:name"24:influxdb_client.WriteApi
{1
4:name"24:kazoo.client.KazooClient
7:returns{7
12:ZODB.DB#open"26:ZODB.Connection.Connection
25:whoosh.index.Index#writer"26:whoosh.writing.IndexWriter
27:whoosh.index.Index#searcher"25:whoosh.searching.Searcher
22:gridfs.GridFS#new_file"13:gridfs.GridIn
32:gridfs.GridFS#open_upload_stream"13:gridfs.GridIn
22:lmdb.Environment#begin"16:lmdb.Transaction
40:influxdb_client.InfluxDBClient#write_api"24:influxdb_client.WriteApi
9:resources[8
{9
2:id"5:store
4:noun"5:store
4:kind"4:file
6:weight"6:medium
4:type"16:lmdb.Environment
7:acquire[12
"9:lmdb.open
"16:lmdb.Environment
"9:plyvel.DB
"16:tables.open_file
"11:tables.File
"13:tinydb.TinyDB
"21:sqlitedict.SqliteDict
"15:rocksdict.Rdict
"15:unqlite.UnQLite
"12:semidbm.open
"23:xapian.WritableDatabase
"7:ZODB.DB
7:release[5
"22:lmdb.Environment#close
"15:plyvel.DB#close
"17:tables.File#close
"20:embedded.Store#close
"13:ZODB.DB#close
9:collected"4:true
3:fix"68:use it in a `with` statement, or call `close()` in a `finally` block
{8
2:id"12:index-writer
4:noun"19:writer of the index
4:kind"11:transaction
6:weight"4:high
4:type"26:whoosh.writing.IndexWriter
7:acquire[1
"25:whoosh.index.Index#writer
7:release[2
"33:whoosh.writing.IndexWriter#commit
"33:whoosh.writing.IndexWriter#cancel
3:fix"70:use `with index.writer() as writer`; the index stays locked until then
{9
2:id"8:searcher
4:noun"8:searcher
4:kind"4:file
6:weight"6:medium
4:type"25:whoosh.searching.Searcher
7:acquire[1
"27:whoosh.index.Index#searcher
7:release[1
"31:whoosh.searching.Searcher#close
9:collected"4:true
3:fix"39:use `with index.searcher() as searcher`
{8
2:id"11:stored-file
4:noun"11:stored file
4:kind"4:file
6:weight"6:medium
4:type"13:gridfs.GridIn
7:acquire[2
"22:gridfs.GridFS#new_file
"32:gridfs.GridFS#open_upload_stream
7:release[2
"19:gridfs.GridIn#close
"19:gridfs.GridIn#abort
3:fix"68:use it in a `with` statement; a file that is not closed is not there
{9
2:id"17:object-connection
4:noun"17:pooled connection
4:kind"10:connection
6:weight"4:high
4:type"26:ZODB.Connection.Connection
7:acquire[1
"12:ZODB.DB#open
7:release[1
"32:ZODB.Connection.Connection#close
7:context"11:unsupported
3:fix"87:use `with database.transaction() as connection`, or call `close()` in a `finally` block
{8
2:id"17:store-transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"16:lmdb.Transaction
7:acquire[1
"22:lmdb.Environment#begin
7:release[2
"23:lmdb.Transaction#commit
"22:lmdb.Transaction#abort
3:fix"45:use `with environment.begin() as transaction`
{9
2:id"6:client
4:noun"6:client
4:kind"10:connection
6:weight"6:medium
4:type"30:influxdb_client.InfluxDBClient
7:acquire[3
"30:influxdb_client.InfluxDBClient
"47:influxdb_client.InfluxDBClient.from_config_file
"20:happybase.Connection
7:release[2
"36:influxdb_client.InfluxDBClient#close
"26:happybase.Connection#close
9:collected"4:true
3:fix"68:use it in a `with` statement, or call `close()` in a `finally` block
{9
2:id"11:coordinator
4:noun"6:client
4:kind"10:connection
6:weight"6:medium
4:type"24:kazoo.client.KazooClient
7:acquire[1
{2
4:call"30:kazoo.client.KazooClient#start
5:gives"8:receiver
7:release[2
"29:kazoo.client.KazooClient#stop
"30:kazoo.client.KazooClient#close
7:context"11:unsupported
3:fix"63:call `stop()` in a `finally` block; its thread lives until then
8:examples[3
{3
5:title"60:a write that fails leaves the transaction and the store open
8:language"6:python
4:code"372:import lmdb


def remember(path, key, value):
    environment = lmdb.open(path)  # expect: SL103
    with environment.begin(write=True) as change:
        change.put(key, value)
    environment.close()


def move(environment: lmdb.Environment, old, new):
    change = environment.begin(write=True)  # expect: SL107
    change.put(new, change.get(old))
    change.commit()

{3
5:title"55:the client's thread lives on when the node is not there
8:language"6:python
4:code"198:from kazoo.client import KazooClient


def leader(hosts):
    client = KazooClient(hosts)
    client.start()  # expect: SL103
    found, _ = client.get("/leader")
    client.stop()
    return found

{3
5:title"22:all of them are closed
8:language"6:python
4:code"528:import lmdb
from influxdb_client import InfluxDBClient
from kazoo.client import KazooClient


def remember(path, key, value):
    with lmdb.open(path) as environment, environment.begin(write=True) as change:
        change.put(key, value)


def measure(url, point):
    with InfluxDBClient(url=url) as client:
        client.write_api().write(bucket="shop", record=point)


def leader(hosts):
    client = KazooClient(hosts)
    client.start()
    try:
        return client.get("/leader")[0]
    finally:
        client.stop()

{8
7:library"21:buses and instruments
8:language"6:python
7:modules[22
"3:can
"5:smbus
"6:smbus2
"6:spidev
"6:pigpio
"9:bluetooth
"5:bleak
"3:hid
"4:usb1
"8:pymodbus
"13:minimalmodbus
"6:pyvisa
"5:snap7
"5:opcua
"7:asyncua
"7:pycomm3
"5:evdev
"5:gpiod
"14:serial_asyncio
"4:Xlib
"9:dbus_next
"9:dbus_fast
5:types[4
{3
4:name"7:can.Bus
12:constructors[14
"7:can.Bus
"17:can.interface.Bus
"17:can.ThreadSafeBus
"11:smbus.SMBus
"12:smbus2.SMBus
"9:pigpio.pi
"25:bluetooth.BluetoothSocket
"15:usb1.USBContext
"22:pyvisa.ResourceManager
"17:evdev.InputDevice
"12:evdev.UInput
"10:gpiod.Chip
"10:hid.Device
"20:Xlib.display.Display
7:aliases[7
"7:can.Bus
"10:can.BusABC
"11:smbus.SMBus
"12:smbus2.SMBus
"25:bluetooth.BluetoothSocket
"17:evdev.InputDevice
"10:gpiod.Chip
{3
4:name"15:pymodbus.Device
12:constructors[15
"10:hid.device
"13:spidev.SpiDev
"19:snap7.client.Client
"12:opcua.Client
"19:pycomm3.LogixDriver
"17:pycomm3.SLCDriver
"17:pycomm3.CIPDriver
"31:pymodbus.client.ModbusTcpClient
"34:pymodbus.client.ModbusSerialClient
"31:pymodbus.client.ModbusUdpClient
"36:pymodbus.client.AsyncModbusTcpClient
"39:pymodbus.client.AsyncModbusSerialClient
"36:pymodbus.client.sync.ModbusTcpClient
"39:pymodbus.client.sync.ModbusSerialClient
"36:pymodbus.client.sync.ModbusUdpClient
7:aliases[3
"13:spidev.SpiDev
"31:pymodbus.client.ModbusTcpClient
"36:pymodbus.client.sync.ModbusTcpClient
{3
4:name"17:bleak.BleakClient
12:constructors[2
"17:bleak.BleakClient
"14:asyncua.Client
7:aliases[2
"17:bleak.BleakClient
"14:asyncua.Client
{3
4:name"24:dbus_next.aio.MessageBus
12:constructors[2
"24:dbus_next.aio.MessageBus
"24:dbus_fast.aio.MessageBus
7:aliases[2
"24:dbus_next.aio.MessageBus
"24:dbus_fast.aio.MessageBus
7:returns{3
36:pyvisa.ResourceManager#open_resource"7:can.Bus
21:can.Bus#open_resource"7:can.Bus
32:dbus_next.aio.MessageBus#connect"24:dbus_next.aio.MessageBus
9:resources[6
{9
2:id"3:bus
4:noun"6:device
4:kind"4:file
6:weight"6:medium
4:type"7:can.Bus
7:acquire[1
{1
4:call[11
"7:can.Bus
"17:can.interface.Bus
"17:can.ThreadSafeBus
"11:smbus.SMBus
"12:smbus2.SMBus
"9:pigpio.pi
"25:bluetooth.BluetoothSocket
"15:usb1.USBContext
"21:can.Bus#open_resource
"12:evdev.UInput
"10:hid.Device
7:release[3
"13:can.Bus#close
"16:can.Bus#shutdown
"12:can.Bus#stop
9:collected"4:true
3:fix"62:use it in a `with` statement, or close it in a `finally` block
{10
2:id"6:handle
4:noun"6:device
4:kind"4:file
6:weight"3:low
4:type"7:can.Bus
7:acquire[1
{1
4:call[3
"17:evdev.InputDevice
"10:gpiod.Chip
"20:Xlib.display.Display
7:release[1
"13:can.Bus#close
9:collected"4:true
17:closed-implicitly"4:true
3:fix"29:close it in a `finally` block
{9
2:id"4:line
4:noun"6:device
4:kind"10:connection
6:weight"6:medium
4:type"15:pymodbus.Device
7:acquire[1
{2
4:call[2
"20:pymodbus.Device#open
"23:pymodbus.Device#connect
5:gives"8:receiver
7:release[2
"21:pymodbus.Device#close
"26:pymodbus.Device#disconnect
9:collected"4:true
3:fix"62:use it in a `with` statement, or close it in a `finally` block
{8
2:id"10:async-line
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"17:bleak.BleakClient
7:acquire[1
{2
4:call"25:bleak.BleakClient#connect
5:gives"8:receiver
7:release[1
{2
4:call"28:bleak.BleakClient#disconnect
5:await"4:true
3:fix"88:use it in an `async with` statement, or `await client.disconnect()` in a `finally` block
{10
2:id"11:message-bus
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"24:dbus_next.aio.MessageBus
7:acquire[1
"32:dbus_next.aio.MessageBus#connect
7:release[1
"35:dbus_next.aio.MessageBus#disconnect
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"44:call `bus.disconnect()` in a `finally` block
{10
2:id"13:serial-writer
4:noun"11:serial line
4:kind"4:file
6:weight"6:medium
4:type"20:asyncio.StreamWriter
7:acquire[1
{2
4:call"37:serial_asyncio.open_serial_connection
5:gives{2
6:result"4:true
8:property"1:1
7:release[1
"26:asyncio.StreamWriter#close
7:context"11:unsupported
9:collected"4:true
3:fix"42:call `writer.close()` in a `finally` block
8:examples[2
{3
5:title"50:a register that cannot be read leaves the bus open
8:language"6:python
4:code"646:from bleak import BleakClient
from pymodbus.client import ModbusTcpClient
from smbus2 import SMBus


def temperature(address):
    bus = SMBus(1)  # expect: SL103
    value = bus.read_byte_data(address, 0)
    bus.close()
    return value


def coils(host):
    client = ModbusTcpClient(host)
    client.connect()  # expect: SL103
    answer = client.read_coils(0, count=8)
    client.close()
    return answer.bits


async def battery(address, characteristic):
    client = BleakClient(address)
    await client.connect()  # expect: SL103
    level = await client.read_gatt_char(characteristic)
    await client.disconnect()
    return level[0]

{3
5:title"23:closed whatever happens
8:language"6:python
4:code"526:from bleak import BleakClient
from pymodbus.client import ModbusTcpClient
from smbus2 import SMBus


def temperature(address):
    with SMBus(1) as bus:
        return bus.read_byte_data(address, 0)


def coils(host):
    client = ModbusTcpClient(host)
    client.connect()
    try:
        return client.read_coils(0, count=8).bits
    finally:
        client.close()


async def battery(address, characteristic):
    async with BleakClient(address) as client:
        return (await client.read_gatt_char(characteristic))[0]

12:never-raises[1
{1
4:call[5
"13:can.Bus#close
"21:pymodbus.Device#close
"10:hid.device
"13:spidev.SpiDev
"17:bleak.BleakClient
{11
7:library"12:Python files
8:language"6:python
7:modules[30
"7:logging
"13:pkg_resources
"9:importlib
"19:importlib_resources
"2:io
"2:os
"6:codecs
"4:gzip
"3:bz2
"4:lzma
"7:zipfile
"7:tarfile
"8:tempfile
"6:shelve
"3:dbm
"6:anydbm
"4:gdbm
"5:bsddb
"6:bsddb3
"4:wave
"4:aifc
"5:sunau
"4:mmap
"7:pathlib
"8:aiofiles
"3:pty
"8:tokenize
"9:fileinput
"3:imp
"7:mailbox
5:types[14
{2
4:name"19:logging.FileHandler
7:aliases[4
"19:logging.FileHandler
"36:logging.handlers.RotatingFileHandler
"41:logging.handlers.TimedRotatingFileHandler
"35:logging.handlers.WatchedFileHandler
{3
4:name"9:io.IOBase
12:constructors[12
"13:builtins.open
"7:io.open
"12:io.open_code
"11:codecs.open
"9:gzip.open
"8:bz2.open
"9:lzma.open
"9:os.fdopen
"8:os.popen
"10:os.tmpfile
"13:tokenize.open
"29:pkg_resources.resource_stream
7:aliases[16
"9:io.IOBase
"13:io.TextIOBase
"16:io.TextIOWrapper
"17:io.BufferedReader
"17:io.BufferedWriter
"9:io.FileIO
"13:gzip.GzipFile
"11:bz2.BZ2File
"13:lzma.LZMAFile
"22:tempfile.TemporaryFile
"27:tempfile.NamedTemporaryFile
"29:tempfile.SpooledTemporaryFile
"25:codecs.StreamReaderWriter
"9:typing.IO
"13:typing.TextIO
"15:typing.BinaryIO
{2
4:name"15:zipfile.ZipFile
7:aliases[2
"15:zipfile.ZipFile
"17:zipfile.PyZipFile
{3
4:name"15:tarfile.TarFile
12:constructors[6
"12:tarfile.open
"20:tarfile.TarFile.open
"15:tarfile.TarFile
"22:tarfile.TarFile.gzopen
"23:tarfile.TarFile.bz2open
"22:tarfile.TarFile.xzopen
7:aliases[1
"15:tarfile.TarFile
"27:tempfile.TemporaryDirectory
{2
4:name"10:anyio.Path
12:constructors[1
"10:anyio.Path
{2
4:name"12:shelve.Shelf
12:constructors[2
"11:shelve.open
"22:shelve.DbfilenameShelf
{2
4:name"12:dbm.Database
12:constructors[12
"8:dbm.open
"12:dbm.gnu.open
"13:dbm.ndbm.open
"13:dbm.dumb.open
"16:dbm.sqlite3.open
"11:anydbm.open
"9:gdbm.open
"14:bsddb.hashopen
"12:bsddb.btopen
"12:bsddb.rnopen
"15:bsddb3.hashopen
"13:bsddb3.btopen
{2
4:name"9:wave.Wave
12:constructors[3
"9:wave.open
"14:wave.Wave_read
"15:wave.Wave_write
"9:mmap.mmap
{2
4:name"15:mailbox.Mailbox
7:aliases[5
"12:mailbox.mbox
"15:mailbox.Maildir
"10:mailbox.MH
"13:mailbox.Babyl
"12:mailbox.MMDF
{2
4:name"18:os.ScandirIterator
12:constructors[1
"10:os.scandir
"13:aiofiles.File
{3
4:name"12:pathlib.Path
12:constructors[2
"16:pathlib.Path.cwd
"17:pathlib.Path.home
7:aliases[3
"12:pathlib.Path
"17:pathlib.PosixPath
"16:pathlib.PurePath
7:returns{17
25:importlib.resources.files"12:pathlib.Path
25:importlib_resources.files"12:pathlib.Path
17:pathlib.Path#open"9:io.IOBase
21:pathlib.Path#joinpath"12:pathlib.Path
19:pathlib.Path#parent"12:pathlib.Path
14:pathlib.Path#/"12:pathlib.Path
20:pathlib.Path#resolve"12:pathlib.Path
21:pathlib.Path#absolute"12:pathlib.Path
23:pathlib.Path#expanduser"12:pathlib.Path
24:pathlib.Path#with_suffix"12:pathlib.Path
22:pathlib.Path#with_name"12:pathlib.Path
19:pathlib.Path#rename"12:pathlib.Path
20:zipfile.ZipFile#open"9:io.IOBase
27:tarfile.TarFile#extractfile"9:io.IOBase
19:tempfile.gettempdir"12:builtins.str
13:aiofiles.open"13:aiofiles.File
24:aiofiles.threadpool.open"13:aiofiles.File
9:resources[17
{10
2:id"4:file
4:noun"4:file
4:kind"4:file
6:weight"6:medium
4:type"9:io.IOBase
7:acquire[26
"13:builtins.open
"13:builtins.file
"7:io.open
"12:io.open_code
"9:io.FileIO
"13:tokenize.open
"11:codecs.open
"9:gzip.open
"13:gzip.GzipFile
"8:bz2.open
"11:bz2.BZ2File
"9:lzma.open
"13:lzma.LZMAFile
"17:pathlib.Path#open
"9:os.fdopen
"22:tempfile.TemporaryFile
"27:tempfile.NamedTemporaryFile
"8:os.popen
"10:os.tmpfile
{2
4:call"15:imp.find_module
5:gives{2
6:result"4:true
8:property"1:0
"9:mmap.mmap
"29:pkg_resources.resource_stream
"29:importlib.resources.open_text
"31:importlib.resources.open_binary
"29:importlib_resources.open_text
"31:importlib_resources.open_binary
7:release[3
"15:io.IOBase#close
"15:mmap.mmap#close
"25:fileinput.FileInput#close
8:hand-off[1
{2
4:call[1
"16:io.IOBase#detach
5:takes"8:receiver
9:collected"4:true
3:fix"28:use `with open(...) as file`
{9
2:id"7:archive
4:noun"7:archive
4:kind"4:file
6:weight"6:medium
4:type"15:zipfile.ZipFile
7:acquire[8
"15:zipfile.ZipFile
"17:zipfile.PyZipFile
"12:tarfile.open
"20:tarfile.TarFile.open
"15:tarfile.TarFile
"22:tarfile.TarFile.gzopen
"23:tarfile.TarFile.bz2open
"22:tarfile.TarFile.xzopen
7:release[1
{1
4:call[2
"21:zipfile.ZipFile#close
"21:tarfile.TarFile#close
9:collected"4:true
3:fix"73:use it in a `with` statement; an archive that is not closed lacks its end
{9
2:id"8:database
4:noun"13:database file
4:kind"4:file
6:weight"6:medium
4:type"12:shelve.Shelf
7:acquire[3
{1
4:call[7
"11:shelve.open
"22:shelve.DbfilenameShelf
"8:dbm.open
"12:dbm.gnu.open
"13:dbm.ndbm.open
"13:dbm.dumb.open
"16:dbm.sqlite3.open
{1
4:call[7
"11:anydbm.open
"9:gdbm.open
"14:bsddb.hashopen
"12:bsddb.btopen
"12:bsddb.rnopen
"15:bsddb3.hashopen
"13:bsddb3.btopen
{1
4:call[3
"9:wave.open
"14:wave.Wave_read
"15:wave.Wave_write
7:release[1
{1
4:call[3
"18:shelve.Shelf#close
"18:dbm.Database#close
"15:wave.Wave#close
9:collected"4:true
3:fix"28:use it in a `with` statement
{9
2:id"10:async-file
4:noun"4:file
4:kind"4:file
6:weight"6:medium
4:type"13:aiofiles.File
7:acquire[1
"13:aiofiles.open
7:release[1
{2
4:call"19:aiofiles.File#close
5:await"4:true
9:collected"4:true
3:fix"43:use `async with aiofiles.open(...) as file`
{9
2:id"6:member
4:noun"14:archive member
4:kind"4:file
6:weight"6:medium
4:type"9:io.IOBase
7:acquire[1
"20:zipfile.ZipFile#open
7:release[1
"15:io.IOBase#close
9:collected"4:true
3:fix"38:use `with archive.open(...) as member`
{10
2:id"10:tar-member
4:noun"14:archive member
4:kind"4:file
6:weight"3:low
4:type"9:io.IOBase
7:acquire[1
"27:tarfile.TarFile#extractfile
7:release[1
"15:io.IOBase#close
9:collected"4:true
17:closed-implicitly"4:true
3:fix"45:use `with archive.extractfile(...) as member`
{10
2:id"10:descriptor
4:noun"15:file descriptor
4:kind"4:file
6:weight"6:medium
4:type"12:builtins.int
7:acquire[2
{1
4:call[7
"7:os.open
"6:os.dup
"15:os.memfd_create
"10:os.eventfd
"17:os.timerfd_create
"13:os.pidfd_open
"15:os.posix_openpt
{2
4:call"16:tempfile.mkstemp
5:gives{2
6:result"4:true
8:property"1:0
7:release[1
{2
4:call"8:os.close
5:takes{1
8:argument"1:0
8:hand-off[3
{2
4:call[4
"13:builtins.open
"7:io.open
"9:os.fdopen
"9:io.FileIO
5:takes{1
8:argument"1:0
{2
4:call[1
"13:socket.socket
5:takes{1
7:keyword"6:fileno
{2
4:call[2
"25:asyncio.connect_read_pipe
"13:os.closerange
5:takes{1
8:argument"1:0
7:context"11:unsupported
3:fix"89:call `os.close()` in a `finally` block, or give it to `os.fdopen()` in a `with` statement
{10
2:id"9:directory
4:noun"16:directory handle
4:kind"4:file
6:weight"3:low
4:type"18:os.ScandirIterator
7:acquire[1
"10:os.scandir
7:release[1
"24:os.ScandirIterator#close
9:collected"4:true
17:closed-implicitly"4:true
3:fix"37:use `with os.scandir(...) as entries`
{9
2:id"12:mailbox-lock
4:noun"4:lock
4:kind"4:lock
6:weight"4:high
4:type"15:mailbox.Mailbox
7:acquire[1
{2
4:call"20:mailbox.Mailbox#lock
5:gives"8:receiver
7:release[2
"22:mailbox.Mailbox#unlock
"21:mailbox.Mailbox#close
7:context"11:unsupported
3:fix"36:call `unlock()` in a `finally` block
{11
2:id"11:lock-folder
4:noun"11:lock folder
4:kind"5:other
6:weight"6:medium
4:type"12:builtins.str
7:acquire[1
{2
4:call"8:os.mkdir
5:gives{1
8:argument"1:0
7:release[1
{2
4:call"8:os.rmdir
5:takes{1
8:argument"1:0
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"30:remove it in a `finally` block
{11
2:id"6:folder
4:noun"16:temporary folder
4:kind"5:other
6:weight"6:medium
4:type"12:builtins.str
7:acquire[1
"16:tempfile.mkdtemp
7:release[1
{2
4:call[3
"13:shutil.rmtree
"8:os.rmdir
"13:os.removedirs
5:takes{1
8:argument"1:0
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"50:use `with tempfile.TemporaryDirectory() as folder`
{12
2:id"14:temporary-path
4:noun"14:temporary file
4:kind"5:other
6:weight"6:medium
4:type"12:builtins.str
7:acquire[2
{2
4:call"16:tempfile.mkstemp
5:gives{2
6:result"4:true
8:property"1:1
{3
4:call[2
"27:tempfile.NamedTemporaryFile
"36:aiofiles.tempfile.NamedTemporaryFile
4:when{2
7:keyword"6:delete
2:is"5:false
5:gives{2
6:result"4:true
8:property"4:name
7:release[3
{2
4:call[4
"9:os.unlink
"9:os.remove
"18:aiofiles.os.remove
"18:aiofiles.os.unlink
5:takes{1
8:argument"1:0
"19:pathlib.Path#unlink
"17:anyio.Path#unlink
8:hand-off[1
{2
4:call[6
"9:os.rename
"10:os.replace
"10:os.renames
"11:shutil.move
"18:aiofiles.os.rename
"19:aiofiles.os.replace
5:takes{1
8:argument"1:0
9:collected"4:true
7:context"5:keeps
17:closed-implicitly"4:true
3:fix"74:remove it in a `finally` block, or use `with NamedTemporaryFile() as file`
{10
2:id"11:reading-end
4:noun"21:reading end of a pipe
4:kind"4:file
6:weight"6:medium
4:type"12:builtins.int
7:acquire[1
{2
4:call[4
"7:os.pipe
"8:os.pipe2
"10:os.openpty
"11:pty.openpty
5:gives{2
6:result"4:true
8:property"1:0
7:release[1
{2
4:call"8:os.close
5:takes{1
8:argument"1:0
8:hand-off[3
{2
4:call[4
"13:builtins.open
"7:io.open
"9:os.fdopen
"9:io.FileIO
5:takes{1
8:argument"1:0
{2
4:call[3
"25:asyncio.connect_read_pipe
"13:os.closerange
"13:socket.socket
5:takes{1
8:argument"1:0
"7:os.fork
7:context"11:unsupported
3:fix"89:call `os.close()` in a `finally` block, or give it to `os.fdopen()` in a `with` statement
{10
2:id"11:writing-end
4:noun"21:writing end of a pipe
4:kind"4:file
6:weight"6:medium
4:type"12:builtins.int
7:acquire[1
{2
4:call[4
"7:os.pipe
"8:os.pipe2
"10:os.openpty
"11:pty.openpty
5:gives{2
6:result"4:true
8:property"1:1
7:release[1
{2
4:call"8:os.close
5:takes{1
8:argument"1:0
8:hand-off[3
{2
4:call[4
"13:builtins.open
"7:io.open
"9:os.fdopen
"9:io.FileIO
5:takes{1
8:argument"1:0
{2
4:call[3
"26:asyncio.connect_write_pipe
"13:os.closerange
"13:socket.socket
5:takes{1
8:argument"1:0
"7:os.fork
7:context"11:unsupported
3:fix"89:call `os.close()` in a `finally` block, or give it to `os.fdopen()` in a `with` statement
{10
2:id"8:terminal
4:noun"26:descriptor of the terminal
4:kind"4:file
6:weight"6:medium
4:type"12:builtins.int
7:acquire[1
{2
4:call[2
"8:pty.fork
"10:os.forkpty
5:gives{2
6:result"4:true
8:property"1:1
7:release[1
{2
4:call"8:os.close
5:takes{1
8:argument"1:0
8:hand-off[2
{2
4:call[4
"13:builtins.open
"7:io.open
"9:os.fdopen
"9:io.FileIO
5:takes{1
8:argument"1:0
{2
4:call"13:os.closerange
5:takes{1
8:argument"1:0
7:context"11:unsupported
3:fix"89:call `os.close()` in a `finally` block, or give it to `os.fdopen()` in a `with` statement
{11
2:id"8:log-file
4:noun"8:log file
4:kind"4:file
6:weight"6:medium
4:type"19:logging.FileHandler
7:acquire[1
{1
4:call[4
"19:logging.FileHandler
"36:logging.handlers.RotatingFileHandler
"41:logging.handlers.TimedRotatingFileHandler
"35:logging.handlers.WatchedFileHandler
7:release[1
"25:logging.FileHandler#close
9:collected"4:true
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"57:take it from its logger and close it in a `finally` block
{9
2:id"19:temporary-directory
4:noun"19:temporary directory
4:kind"4:file
6:weight"3:low
4:type"27:tempfile.TemporaryDirectory
7:acquire[1
"27:tempfile.TemporaryDirectory
7:release[1
"35:tempfile.TemporaryDirectory#cleanup
9:collected"4:true
3:fix"48:use `with tempfile.TemporaryDirectory() as path`
11:file-probes[2
{2
4:call[6
"14:os.path.exists
"15:os.path.lexists
"14:os.path.isfile
"13:os.path.isdir
"14:os.path.islink
"9:os.access
5:value{1
8:argument"1:0
{2
4:call[4
"19:pathlib.Path#exists
"20:pathlib.Path#is_file
"19:pathlib.Path#is_dir
"23:pathlib.Path#is_symlink
5:value"8:receiver
9:file-uses[10
{5
4:call[3
"13:builtins.open
"7:io.open
"11:codecs.open
4:when{3
8:argument"1:1
7:keyword"4:mode
6:one-of[6
"1:w
"2:wb
"2:w+
"3:wb+
"3:w+b
"2:wt
5:value{2
8:argument"1:0
7:keyword"4:file
6:effect"6:writes
3:fix"95:Open it with mode `x`, which refuses a file that is there, or write beside it and `os.replace`.
{4
4:call[5
"9:os.remove
"9:os.unlink
"8:os.rmdir
"13:os.removedirs
"13:shutil.rmtree
5:value{1
8:argument"1:0
6:effect"7:removes
3:fix"85:Remove it without asking and catch `FileNotFoundError`, or use `contextlib.suppress`.
{4
4:call"8:os.mkdir
5:value{2
8:argument"1:0
7:keyword"4:path
6:effect"5:makes
3:fix"87:Make it without asking: `os.makedirs(path, exist_ok=True)`, or catch `FileExistsError`.
{5
4:call"11:os.makedirs
4:when{3
8:argument"1:2
7:keyword"8:exist_ok
2:is"6:absent
5:value{2
8:argument"1:0
7:keyword"4:name
6:effect"5:makes
3:fix"59:Make it without asking: `os.makedirs(path, exist_ok=True)`.
{4
4:call[2
"7:os.link
"10:os.symlink
5:value{2
8:argument"1:1
7:keyword"3:dst
6:effect"5:makes
3:fix"51:Make it without asking and catch `FileExistsError`.
{5
4:call"15:shutil.copytree
4:when{2
7:keyword"13:dirs_exist_ok
2:is"6:absent
5:value{2
8:argument"1:1
7:keyword"3:dst
6:effect"5:makes
3:fix"75:Copy without asking, with `dirs_exist_ok=True`, or catch `FileExistsError`.
{4
4:call[4
"9:os.rename
"11:shutil.move
"11:shutil.copy
"15:shutil.copyfile
5:value{2
8:argument"1:1
7:keyword"3:dst
6:effect"6:writes
3:fix"80:Make the destination with mode `x` or `os.link`, which refuse one that is there.
{5
4:call"19:pathlib.Path#unlink
4:when{2
7:keyword"10:missing_ok
2:is"6:absent
5:value"8:receiver
6:effect"7:removes
3:fix"52:Remove it without asking: `unlink(missing_ok=True)`.
{5
4:call"18:pathlib.Path#mkdir
4:when{3
8:argument"1:2
7:keyword"8:exist_ok
2:is"6:absent
5:value"8:receiver
6:effect"5:makes
3:fix"61:Make it without asking: `mkdir(parents=True, exist_ok=True)`.
{4
4:call[2
"23:pathlib.Path#write_text
"24:pathlib.Path#write_bytes
5:value"8:receiver
6:effect"6:writes
3:fix"95:Open it with mode `x`, which refuses a file that is there, or write beside it and `os.replace`.
6:guards[1
{2
4:kind"4:lock
4:call[7
"17:filelock.FileLock
"21:filelock.SoftFileLock
"11:fcntl.flock
"11:fcntl.lockf
"16:portalocker.Lock
"16:portalocker.lock
"26:fasteners.InterProcessLock
8:examples[3
{3
5:title"63:nobody closes the descriptor that comes with the temporary name
8:language"6:python
4:code"120:import tempfile


def reserve_name(folder):
    _, path = tempfile.mkstemp(dir=folder)  # expect: SL101
    return path

{3
5:title"48:a pipe whose child does not start keeps its ends
8:language"6:python
4:code"250:import os
import subprocess


def capture(command):
    reader, writer = os.pipe()  # expect: SL103, SL103
    subprocess.run(command, stdout=writer, check=True)
    os.close(writer)
    with os.fdopen(reader) as output:
        return output.read()

{3
5:title"31:both descriptors are given back
8:language"6:python
4:code"383:import os
import tempfile


def reserve_name(folder):
    descriptor, path = tempfile.mkstemp(dir=folder)
    os.close(descriptor)
    return path


def write(folder, text):
    descriptor, path = tempfile.mkstemp(dir=folder)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    return path


def ends():
    reader, writer = os.pipe()
    return reader, writer

12:never-raises[1
{1
4:call[15
"15:io.IOBase#close
"11:io.StringIO
"10:io.BytesIO
"15:tarfile.TarInfo
"15:zipfile.ZipInfo
"8:os.close
"12:pathlib.Path
"21:pathlib.Path#joinpath
"24:pathlib.Path#with_suffix
"22:pathlib.Path#with_name
"19:pathlib.Path#exists
"20:pathlib.Path#is_file
"19:pathlib.Path#is_dir
"21:pathlib.Path#as_posix
"19:tempfile.gettempdir
{11
7:library"22:google-cloud-firestore
8:language"6:python
7:modules[4
"22:google.cloud.firestore
"24:firebase_admin.firestore
"12:google.cloud
"14:firebase_admin
5:types[3
{4
4:name"29:google.cloud.firestore.Client
12:constructors[3
"29:google.cloud.firestore.Client
"31:firebase_admin.firestore.client
"34:google.cloud.firestore.AsyncClient
7:aliases[1
"34:google.cloud.firestore.AsyncClient
7:hinting[1
"1:*
{2
4:name"28:google.cloud.firestore.Query
6:fluent"4:true
"31:google.cloud.firestore.Document
7:returns{3
40:google.cloud.firestore.Client#collection"28:google.cloud.firestore.Query
37:google.cloud.firestore.Query#document"31:google.cloud.firestore.Document
42:google.cloud.firestore.Document#collection"28:google.cloud.firestore.Query
7:queries[1
{1
4:call[3
"32:google.cloud.firestore.Query#get
"35:google.cloud.firestore.Query#stream
"32:google.cloud.firestore.Query#add
6:probes[2
{2
4:call[2
"32:google.cloud.firestore.Query#get
"35:google.cloud.firestore.Query#stream
6:entity{2
5:chain"10:collection
8:argument"1:0
{3
4:call"35:google.cloud.firestore.Document#get
6:entity{2
5:chain"10:collection
8:argument"1:0
9:whole-key"4:true
7:inserts[3
{3
4:call"32:google.cloud.firestore.Query#add
6:entity{2
5:chain"10:collection
8:argument"1:0
7:columns{1
8:argument"1:0
{4
4:call"38:google.cloud.firestore.Document#create
6:entity{2
5:chain"10:collection
8:argument"1:0
7:columns{1
8:argument"1:0
6:atomic"4:true
{4
4:call"35:google.cloud.firestore.Document#set
6:entity{2
5:chain"10:collection
8:argument"1:0
7:columns{1
8:argument"1:0
7:refusal"29:`create()` instead of `set()`
7:updates[1
{3
4:call"38:google.cloud.firestore.Document#update
6:entity{2
5:chain"10:collection
8:argument"1:0
7:columns{1
8:argument"1:0
6:guards[1
{2
4:kind"12:serializable
4:call"36:google.cloud.firestore.transactional
10:violations[1
{2
5:types[2
"40:google.api_core.exceptions.AlreadyExists
"35:google.api_core.exceptions.Conflict
5:codes[1
"14:ALREADY_EXISTS
{12
7:library"6:Frappe
8:language"6:python
7:modules[1
"6:frappe
5:types[1
"15:frappe.Document
7:returns{2
14:frappe.new_doc"15:frappe.Document
14:frappe.get_doc"15:frappe.Document
7:queries[1
{3
4:call[1
"13:frappe.db.sql
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
6:probes[2
{3
4:call[4
"16:frappe.db.exists
"15:frappe.db.count
"19:frappe.db.get_value
"17:frappe.db.get_all
6:entity{1
8:argument"1:0
7:columns[2
{1
8:argument"1:1
{1
7:keyword"7:filters
{3
4:call[2
"14:frappe.get_all
"15:frappe.get_list
6:entity{1
8:argument"1:0
7:columns[2
{1
7:keyword"7:filters
{1
8:argument"1:1
7:inserts[1
{2
4:call"22:frappe.Document#insert
6:entity"4:root
7:updates[1
{4
4:call"19:frappe.db.set_value
6:entity{1
8:argument"1:0
7:columns{1
8:argument"1:2
5:value{1
8:argument"1:3
6:guards[2
{3
4:kind"4:lock
4:call[3
"19:frappe.db.get_value
"14:frappe.get_doc
"14:frappe.get_all
4:when{2
7:keyword"10:for_update
2:is"4:true
{2
4:kind"4:lock
4:call"37:frappe.utils.synchronization.filelock
10:violations[1
{1
5:types[2
"26:frappe.DuplicateEntryError
"28:frappe.UniqueValidationError
8:examples[2
{3
5:title"47:who finds none makes one, and so does the other
8:language"6:python
4:code"290:import frappe


def enroll(course, member):
    if not frappe.db.exists("Enrollment", {"course": course, "member": member}):
        enrollment = frappe.new_doc("Enrollment")
        enrollment.course = course
        enrollment.member = member
        enrollment.insert()  # expect: SL301

{3
5:title"35:two redemptions, and one is counted
8:language"6:python
4:code"343:import frappe


def redeem(coupon):
    used = frappe.db.get_value("Coupon", coupon, "used") or 0
    frappe.db.set_value("Coupon", coupon, "used", used + 1)  # expect: SL302


def redeem_locked(coupon):
    used = frappe.db.get_value("Coupon", coupon, "used", for_update=True) or 0
    frappe.db.set_value("Coupon", coupon, "used", used + 1)

{10
7:library"5:httpx
8:language"6:python
7:modules[1
"5:httpx
5:types[3
{2
4:name"12:httpx.Client
7:aliases[3
"12:httpx.Client
"29:fastapi.testclient.TestClient
"31:starlette.testclient.TestClient
{2
4:name"17:httpx.AsyncClient
7:awaited"4:true
"14:httpx.Response
7:returns{18
9:httpx.get"14:httpx.Response
10:httpx.post"14:httpx.Response
16:httpx.Client#get"14:httpx.Response
17:httpx.Client#post"14:httpx.Response
16:httpx.Client#put"14:httpx.Response
18:httpx.Client#patch"14:httpx.Response
19:httpx.Client#delete"14:httpx.Response
20:httpx.Client#request"14:httpx.Response
17:httpx.Client#send"14:httpx.Response
19:httpx.Client#stream"14:httpx.Response
21:httpx.AsyncClient#get"14:httpx.Response
22:httpx.AsyncClient#post"14:httpx.Response
21:httpx.AsyncClient#put"14:httpx.Response
23:httpx.AsyncClient#patch"14:httpx.Response
24:httpx.AsyncClient#delete"14:httpx.Response
25:httpx.AsyncClient#request"14:httpx.Response
22:httpx.AsyncClient#send"14:httpx.Response
24:httpx.AsyncClient#stream"14:httpx.Response
9:resources[3
{10
2:id"6:client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"12:httpx.Client
7:acquire[1
"12:httpx.Client
7:release[1
"18:httpx.Client#close
19:fails-after-release"4:true
9:collected"4:true
3:fix"56:use `with httpx.Client() as client`, or share one client
{9
2:id"12:async-client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"17:httpx.AsyncClient
7:acquire[1
"17:httpx.AsyncClient
7:release[1
{2
4:call"24:httpx.AsyncClient#aclose
5:await"4:true
19:fails-after-release"4:true
3:fix"67:use `async with httpx.AsyncClient() as client`, or share one client
{8
2:id"6:stream
4:noun"17:streamed response
4:kind"8:response
6:weight"6:medium
4:type"14:httpx.Response
7:acquire[2
{2
4:call[2
"17:httpx.Client#send
"22:httpx.AsyncClient#send
4:when{2
7:keyword"6:stream
2:is"4:true
{2
4:call[3
"19:httpx.Client#stream
"24:httpx.AsyncClient#stream
"12:httpx.stream
6:scoped"4:true
7:release[4
"20:httpx.Response#close
"19:httpx.Response#read
{2
4:call"21:httpx.Response#aclose
5:await"4:true
{2
4:call"20:httpx.Response#aread
5:await"4:true
3:fix"75:use `with client.stream(...) as response`, or close it in a `finally` block
5:pools[1
{5
4:call[2
"12:httpx.Client
"17:httpx.AsyncClient
4:noun"6:client
13:waits-forever"5:false
7:timeout[1
{1
7:keyword"7:timeout
3:fix"58:make one client where the application starts, and share it
7:network[1
{1
4:call[29
"9:httpx.get
"10:httpx.post
"9:httpx.put
"11:httpx.patch
"12:httpx.delete
"10:httpx.head
"13:httpx.options
"13:httpx.request
"12:httpx.stream
"16:httpx.Client#get
"17:httpx.Client#post
"16:httpx.Client#put
"18:httpx.Client#patch
"19:httpx.Client#delete
"17:httpx.Client#head
"20:httpx.Client#options
"20:httpx.Client#request
"17:httpx.Client#send
"19:httpx.Client#stream
"21:httpx.AsyncClient#get
"22:httpx.AsyncClient#post
"21:httpx.AsyncClient#put
"23:httpx.AsyncClient#patch
"24:httpx.AsyncClient#delete
"22:httpx.AsyncClient#head
"25:httpx.AsyncClient#options
"25:httpx.AsyncClient#request
"22:httpx.AsyncClient#send
"24:httpx.AsyncClient#stream
12:never-raises[1
{1
4:call[6
"12:httpx.Client
"17:httpx.AsyncClient
"18:httpx.Client#close
"20:httpx.Response#close
"13:httpx.Timeout
"12:httpx.Limits
8:examples[2
{3
5:title"55:the asynchronous client is closed only if all goes well
8:language"6:python
4:code"190:import httpx


async def rates(url: str) -> dict:
    client = httpx.AsyncClient()  # expect: SL103
    response = await client.get(url)
    await client.aclose()
    return response.json()

{3
5:title"41:a streamed response is closed in any case
8:language"6:python
4:code"419:import httpx


async def rates(url: str) -> dict:
    async with httpx.AsyncClient() as client:
        response = await client.get(url)
        return response.json()


async def size(client: httpx.AsyncClient, url: str) -> int:
    response = await client.send(client.build_request("GET", url), stream=True)
    try:
        return int(response.headers["content-length"])
    finally:
        await response.aclose()

{9
7:library"6:ibm_db
8:language"6:python
7:modules[2
"6:ibm_db
"10:ibm_db_dbi
5:types[3
"23:ibm_db.IBM_DBConnection
{2
4:name"21:ibm_db_dbi.Connection
12:constructors[1
"18:ibm_db_dbi.connect
"17:ibm_db_dbi.Cursor
7:returns{2
14:ibm_db.connect"23:ibm_db.IBM_DBConnection
28:ibm_db_dbi.Connection#cursor"17:ibm_db_dbi.Cursor
9:resources[2
{11
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"4:high
4:type"23:ibm_db.IBM_DBConnection
7:acquire[1
"14:ibm_db.connect
7:release[1
{2
4:call"12:ibm_db.close
5:takes{1
8:argument"1:0
8:hand-off[1
{2
4:call"21:ibm_db_dbi.Connection
5:takes{1
8:argument"1:0
7:context"11:unsupported
19:fails-after-release"4:true
3:fix"52:call `ibm_db.close(connection)` in a `finally` block
{10
2:id"14:dbi-connection
4:noun"10:connection
4:kind"10:connection
6:weight"4:high
4:type"21:ibm_db_dbi.Connection
7:acquire[1
"18:ibm_db_dbi.connect
7:release[1
"27:ibm_db_dbi.Connection#close
7:context"11:unsupported
19:fails-after-release"4:true
3:fix"35:call `close()` in a `finally` block
7:queries[2
{2
4:call[2
"21:ibm_db.exec_immediate
"14:ibm_db.prepare
4:text{1
8:argument"1:1
{3
4:call[2
"25:ibm_db_dbi.Cursor#execute
"29:ibm_db_dbi.Cursor#executemany
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
10:violations[1
{2
5:types[1
"25:ibm_db_dbi.IntegrityError
5:codes[2
"8:SQL0803N
"5:23505
8:examples[2
{3
5:title"43:a statement that fails keeps the connection
8:language"6:python
4:code"154:import ibm_db


def rename(dsn, sql):
    conn = ibm_db.connect(dsn, "", "")  # expect: SL103
    ibm_db.exec_immediate(conn, sql)
    ibm_db.close(conn)

{3
5:title"18:closed in any case
8:language"6:python
4:code"167:import ibm_db


def rename(dsn, sql):
    conn = ibm_db.connect(dsn, "", "")
    try:
        ibm_db.exec_immediate(conn, sql)
    finally:
        ibm_db.close(conn)

{9
7:library"12:Python locks
8:language"6:python
7:modules[8
"9:threading
"15:multiprocessing
"7:asyncio
"5:anyio
"5:fcntl
"6:msvcrt
"11:portalocker
"7:redlock
8:triggers[1
"7:acquire
5:types[11
{2
4:name"14:threading.Lock
7:aliases[5
"14:threading.Lock
"21:_thread.allocate_lock
"20:thread.allocate_lock
"15:threading.RLock
"19:threading.Condition
{2
4:name"19:threading.Semaphore
7:aliases[1
"19:threading.Semaphore
{2
4:name"26:threading.BoundedSemaphore
7:extends[1
"14:threading.Lock
{2
4:name"20:multiprocessing.Lock
7:aliases[3
"20:multiprocessing.Lock
"21:multiprocessing.RLock
"25:multiprocessing.Condition
{2
4:name"25:multiprocessing.Semaphore
7:aliases[2
"25:multiprocessing.Semaphore
"32:multiprocessing.BoundedSemaphore
{2
4:name"12:asyncio.Lock
7:aliases[3
"12:asyncio.Lock
"17:asyncio.Condition
"18:asyncio.locks.Lock
{2
4:name"24:asyncio.BoundedSemaphore
7:extends[1
"12:asyncio.Lock
{2
4:name"17:asyncio.Semaphore
7:aliases[2
"17:asyncio.Semaphore
"23:asyncio.locks.Semaphore
"15:redlock.Redlock
"12:redlock.Lock
{2
4:name"10:anyio.Lock
7:aliases[3
"10:anyio.Lock
"15:anyio.Semaphore
"21:anyio.CapacityLimiter
9:resources[6
{10
2:id"4:lock
4:noun"4:lock
4:kind"4:lock
6:weight"4:high
4:type"14:threading.Lock
7:acquire[4
{3
4:call[2
"22:threading.Lock#acquire
"28:multiprocessing.Lock#acquire
4:when[3
{3
8:argument"1:0
7:keyword"8:blocking
2:is"6:absent
{2
7:keyword"5:block
2:is"6:absent
{2
7:keyword"7:timeout
2:is"6:absent
5:gives"8:receiver
{4
4:call[2
"22:threading.Lock#acquire
"28:multiprocessing.Lock#acquire
4:when{3
8:argument"1:0
7:keyword"8:blocking
2:is"7:present
5:gives"8:receiver
16:succeeds-if-true"4:true
{4
4:call"28:multiprocessing.Lock#acquire
4:when{2
7:keyword"5:block
2:is"7:present
5:gives"8:receiver
16:succeeds-if-true"4:true
{4
4:call[2
"22:threading.Lock#acquire
"28:multiprocessing.Lock#acquire
4:when[3
{3
8:argument"1:0
7:keyword"8:blocking
2:is"6:absent
{2
7:keyword"5:block
2:is"6:absent
{2
7:keyword"7:timeout
2:is"7:present
5:gives"8:receiver
16:succeeds-if-true"4:true
7:release[2
"22:threading.Lock#release
"28:multiprocessing.Lock#release
14:double-release"5:fails
17:closed-implicitly"4:true
3:fix"16:use `with lock:`
{9
2:id"9:semaphore
4:noun"18:semaphore's permit
4:kind"4:lock
6:weight"4:high
4:type"19:threading.Semaphore
7:acquire[3
{3
4:call[2
"27:threading.Semaphore#acquire
"33:multiprocessing.Semaphore#acquire
4:when[3
{3
8:argument"1:0
7:keyword"8:blocking
2:is"6:absent
{2
7:keyword"5:block
2:is"6:absent
{2
7:keyword"7:timeout
2:is"6:absent
5:gives"8:receiver
{4
4:call[2
"27:threading.Semaphore#acquire
"33:multiprocessing.Semaphore#acquire
4:when{3
8:argument"1:0
7:keyword"8:blocking
2:is"7:present
5:gives"8:receiver
16:succeeds-if-true"4:true
{4
4:call[2
"27:threading.Semaphore#acquire
"33:multiprocessing.Semaphore#acquire
4:when[2
{3
8:argument"1:0
7:keyword"8:blocking
2:is"6:absent
{2
7:keyword"7:timeout
2:is"7:present
5:gives"8:receiver
16:succeeds-if-true"4:true
7:release[2
"27:threading.Semaphore#release
"33:multiprocessing.Semaphore#release
17:closed-implicitly"4:true
3:fix"21:use `with semaphore:`
{10
2:id"10:async-lock
4:noun"4:lock
4:kind"4:lock
6:weight"4:high
4:type"12:asyncio.Lock
7:acquire[2
{2
4:call"20:asyncio.Lock#acquire
5:gives"8:receiver
{2
4:call"18:anyio.Lock#acquire
5:gives"8:receiver
7:release[2
"20:asyncio.Lock#release
"18:anyio.Lock#release
14:double-release"5:fails
17:closed-implicitly"4:true
3:fix"22:use `async with lock:`
{9
2:id"15:async-semaphore
4:noun"18:semaphore's permit
4:kind"4:lock
6:weight"4:high
4:type"17:asyncio.Semaphore
7:acquire[1
{2
4:call"25:asyncio.Semaphore#acquire
5:gives"8:receiver
7:release[6
"25:asyncio.Semaphore#release
"24:threading.Lock#__enter__
"29:threading.Semaphore#__enter__
"30:multiprocessing.Lock#__enter__
"23:asyncio.Lock#__aenter__
"28:asyncio.Semaphore#__aenter__
17:closed-implicitly"4:true
3:fix"27:use `async with semaphore:`
{10
2:id"9:file-lock
4:noun"9:file lock
4:kind"4:lock
6:weight"4:high
4:type"11:fcntl.flock
7:acquire[3
{3
4:call[2
"11:fcntl.flock
"11:fcntl.lockf
4:when{3
8:argument"1:1
7:keyword"3:cmd
6:called[2
"7:lock_ex
"7:lock_sh
5:gives{1
8:argument"1:0
{3
4:call"14:msvcrt.locking
4:when{2
8:argument"1:1
6:called[3
"7:lk_lock
"8:lk_nblck
"7:lk_rlck
5:gives{1
8:argument"1:0
{2
4:call"16:portalocker.lock
5:gives{1
8:argument"1:0
7:release[3
{3
4:call[2
"11:fcntl.flock
"11:fcntl.lockf
4:when{3
8:argument"1:1
7:keyword"3:cmd
6:called[1
"7:lock_un
5:takes{1
8:argument"1:0
{3
4:call"14:msvcrt.locking
4:when{2
8:argument"1:1
6:called[1
"8:lk_unlck
5:takes{1
8:argument"1:0
{2
4:call"18:portalocker.unlock
5:takes{1
8:argument"1:0
7:context"8:releases
17:closed-implicitly"4:true
3:fix"68:unlock in a `finally` block, or close the file in a `with` statement
{10
2:id"7:redlock
4:noun"4:lock
4:kind"4:lock
6:weight"4:high
4:type"12:redlock.Lock
7:acquire[1
"20:redlock.Redlock#lock
7:release[1
{2
4:call"22:redlock.Redlock#unlock
5:takes{1
8:argument"1:0
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"30:unlock it in a `finally` block
6:guards[1
{2
4:kind"5:mutex
4:call[8
"22:threading.Lock#acquire
"27:threading.Semaphore#acquire
"28:multiprocessing.Lock#acquire
"20:asyncio.Lock#acquire
"25:asyncio.Semaphore#acquire
"24:threading.Lock#__enter__
"23:asyncio.Lock#__aenter__
"28:asyncio.Semaphore#__aenter__
12:never-raises[1
{1
4:call[16
"22:threading.Lock#release
"21:threading.Lock#locked
"27:threading.Semaphore#release
"21:threading.Lock#notify
"25:threading.Lock#notify_all
"24:threading.Lock#notifyAll
"20:asyncio.Lock#release
"19:asyncio.Lock#locked
"19:asyncio.Lock#notify
"23:asyncio.Lock#notify_all
"25:asyncio.Semaphore#release
"24:asyncio.Semaphore#locked
"28:multiprocessing.Lock#release
"19:threading.Semaphore
"26:threading.BoundedSemaphore
"24:asyncio.BoundedSemaphore
8:examples[3
{3
5:title"40:the work raises and the lock stays taken
8:language"6:python
4:code"145:import threading

lock = threading.Lock()


def book(seats, seat):
    lock.acquire()  # expect: SL103
    seats.remove(seat)
    lock.release()

{3
5:title"44:an early return keeps the semaphore's permit
8:language"6:python
4:code"235:import asyncio


async def fetch(limit: asyncio.Semaphore, client, url):
    await limit.acquire()  # expect: SL102
    if not url:
        return None
    try:
        return await client.get(url)
    finally:
        limit.release()

{3
5:title"32:the with statement gives it back
8:language"6:python
4:code"422:import asyncio
import threading

lock = threading.Lock()


def book(seats, seat):
    with lock:
        seats.remove(seat)


def try_to_book(seats, seat):
    if not lock.acquire(timeout=1):
        return False
    try:
        seats.remove(seat)
        return True
    finally:
        lock.release()


async def fetch(limit: asyncio.Semaphore, client, url):
    async with limit:
        return await client.get(url)

{7
7:library"18:sound and pictures
8:language"6:python
7:modules[9
"7:imageio
"10:imageio.v3
"7:moviepy
"3:vlc
"3:mss
"11:sounddevice
"9:alsaaudio
"9:picamera2
"12:pyrealsense2
5:types[5
{2
4:name"13:moviepy.Media
12:constructors[7
"17:imageio.v3.imopen
"14:imageio.imopen
"28:moviepy.editor.VideoFileClip
"21:moviepy.VideoFileClip
"28:moviepy.editor.AudioFileClip
"21:moviepy.AudioFileClip
"7:mss.MSS
{2
4:name"17:sounddevice.Sound
12:constructors[8
"23:sounddevice.InputStream
"24:sounddevice.OutputStream
"18:sounddevice.Stream
"26:sounddevice.RawInputStream
"27:sounddevice.RawOutputStream
"21:sounddevice.RawStream
"13:alsaaudio.PCM
"15:alsaaudio.Mixer
{2
4:name"16:picamera2.Camera
12:constructors[1
"19:picamera2.Picamera2
{2
4:name"21:pyrealsense2.pipeline
7:aliases[1
"21:pyrealsense2.pipeline
{2
4:name"15:vlc.MediaPlayer
12:constructors[2
"15:vlc.MediaPlayer
"12:vlc.Instance
9:resources[5
{9
2:id"10:media-file
4:noun"10:media file
4:kind"4:file
6:weight"6:medium
4:type"13:moviepy.Media
7:acquire[1
{1
4:call[6
"17:imageio.v3.imopen
"14:imageio.imopen
"28:moviepy.editor.VideoFileClip
"21:moviepy.VideoFileClip
"28:moviepy.editor.AudioFileClip
"21:moviepy.AudioFileClip
7:release[1
"19:moviepy.Media#close
9:collected"4:true
3:fix"66:use it in a `with` statement; a process of ffmpeg can be behind it
{9
2:id"6:screen
4:noun"6:screen
4:kind"5:other
6:weight"3:low
4:type"13:moviepy.Media
7:acquire[1
{1
4:call[1
"7:mss.MSS
7:release[1
"19:moviepy.Media#close
9:collected"4:true
3:fix"30:use `with mss.mss() as screen`
{9
2:id"5:sound
4:noun"12:sound stream
4:kind"6:stream
6:weight"6:medium
4:type"17:sounddevice.Sound
7:acquire[1
{1
4:call[7
"23:sounddevice.InputStream
"24:sounddevice.OutputStream
"18:sounddevice.Stream
"26:sounddevice.RawInputStream
"27:sounddevice.RawOutputStream
"21:sounddevice.RawStream
"13:alsaaudio.PCM
7:release[2
"23:sounddevice.Sound#close
"23:sounddevice.Sound#abort
9:collected"4:true
3:fix"68:use it in a `with` statement, or call `close()` in a `finally` block
{8
2:id"6:camera
4:noun"6:camera
4:kind"5:other
6:weight"6:medium
4:type"16:picamera2.Camera
7:acquire[2
{1
4:call[1
"19:picamera2.Picamera2
{2
4:call"27:pyrealsense2.pipeline#start
5:gives"8:receiver
7:release[1
{1
4:call[3
"22:picamera2.Camera#close
"21:picamera2.Camera#stop
"26:pyrealsense2.pipeline#stop
3:fix"97:use it in a `with` statement, or close it in a `finally` block; nobody else can use it until then
{10
2:id"6:player
4:noun"6:player
4:kind"5:other
6:weight"6:medium
4:type"15:vlc.MediaPlayer
7:acquire[2
"15:vlc.MediaPlayer
"12:vlc.Instance
7:release[1
"23:vlc.MediaPlayer#release
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"37:call `release()` in a `finally` block
8:examples[2
{3
5:title"62:a cut that cannot be written leaves the clip's process running
8:language"6:python
4:code"374:import sounddevice
from moviepy import VideoFileClip


def preview(path, target):
    clip = VideoFileClip(path)  # expect: SL103
    clip.subclipped(0, 10).write_videofile(target)
    clip.close()


def hear(frames):
    stream = sounddevice.InputStream(channels=1)  # expect: SL103
    stream.start()
    found, _ = stream.read(frames)
    stream.close()
    return found

{3
5:title"22:ended whatever happens
8:language"6:python
4:code"350:import sounddevice
from moviepy import VideoFileClip


def preview(path, target):
    with VideoFileClip(path) as clip:
        clip.subclipped(0, 10).write_videofile(target)


def hear(frames):
    stream = sounddevice.InputStream(channels=1)
    try:
        stream.start()
        return stream.read(frames)[0]
    finally:
        stream.close()

12:never-raises[1
{1
4:call[2
"19:moviepy.Media#close
"23:sounddevice.Sound#close
{10
7:library"15:message brokers
8:language"6:python
7:modules[14
"4:pika
"8:aio_pika
"5:kombu
"6:celery
"5:kafka
"8:aiokafka
"15:confluent_kafka
"4:nats
"3:zmq
"16:azure.servicebus
"14:azure.eventhub
"4:qpid
"6:proton
"5:pymqi
5:types[19
"23:pika.BlockingConnection
"20:pika.channel.Channel
{3
4:name"19:aio_pika.Connection
12:constructors[2
"16:aio_pika.connect
"23:aio_pika.connect_robust
7:aliases[4
"19:aio_pika.Connection
"25:aio_pika.RobustConnection
"31:aio_pika.abc.AbstractConnection
"37:aio_pika.abc.AbstractRobustConnection
{2
4:name"16:aio_pika.Channel
7:aliases[2
"28:aio_pika.abc.AbstractChannel
"34:aio_pika.abc.AbstractRobustChannel
{3
4:name"16:kombu.Connection
12:constructors[2
"27:kombu.connection.Connection
"22:kombu.BrokerConnection
7:aliases[2
"16:kombu.Connection
"27:kombu.connection.Connection
"14:kombu.Producer
"13:celery.Celery
{2
4:name"19:kafka.KafkaProducer
7:aliases[4
"19:kafka.KafkaProducer
"19:kafka.KafkaConsumer
"22:kafka.KafkaAdminClient
"28:kafka.admin.KafkaAdminClient
{2
4:name"23:aiokafka.AIOKafkaClient
7:aliases[2
"25:aiokafka.AIOKafkaProducer
"25:aiokafka.AIOKafkaConsumer
"24:confluent_kafka.Consumer
{3
4:name"33:azure.servicebus.ServiceBusClient
12:constructors[6
"56:azure.servicebus.ServiceBusClient.from_connection_string
"60:azure.servicebus.aio.ServiceBusClient.from_connection_string
"60:azure.eventhub.EventHubProducerClient.from_connection_string
"60:azure.eventhub.EventHubConsumerClient.from_connection_string
"64:azure.eventhub.aio.EventHubProducerClient.from_connection_string
"64:azure.eventhub.aio.EventHubConsumerClient.from_connection_string
7:aliases[4
"33:azure.servicebus.ServiceBusClient
"37:azure.servicebus.aio.ServiceBusClient
"37:azure.eventhub.EventHubProducerClient
"41:azure.eventhub.aio.EventHubProducerClient
{3
4:name"22:nats.aio.client.Client
12:constructors[1
"12:nats.connect
7:aliases[2
"22:nats.aio.client.Client
"9:nats.NATS
{3
4:name"25:qpid.messaging.Connection
12:constructors[4
"25:qpid.messaging.Connection
"35:qpid.messaging.Connection.establish
"31:proton.utils.BlockingConnection
"13:pymqi.connect
7:aliases[4
"25:qpid.messaging.Connection
"35:qpid.messaging.endpoints.Connection
"31:proton.utils.BlockingConnection
"18:pymqi.QueueManager
{3
4:name"22:qpid.messaging.Session
7:aliases[1
"32:qpid.messaging.endpoints.Session
7:hinting[3
"7:session
"9:*.session
"9:*_session
"19:qpid.messaging.Link
{1
4:name"11:pymqi.Queue
"24:kombu.simple.SimpleQueue
"11:zmq.Context
"10:zmq.Socket
7:returns{18
31:pika.BlockingConnection#channel"20:pika.channel.Channel
27:aio_pika.Connection#channel"16:aio_pika.Channel
31:kombu.pools.connections.acquire"16:kombu.Connection
28:kombu.Connection#SimpleQueue"24:kombu.simple.SimpleQueue
29:kombu.Connection#SimpleBuffer"24:kombu.simple.SimpleQueue
33:qpid.messaging.Connection#session"22:qpid.messaging.Session
31:qpid.messaging.Session#receiver"19:qpid.messaging.Link
29:qpid.messaging.Session#sender"19:qpid.messaging.Link
41:qpid.messaging.Connection#create_receiver"19:qpid.messaging.Link
39:qpid.messaging.Connection#create_sender"19:qpid.messaging.Link
29:kombu.pools.producers.acquire"14:kombu.Producer
24:celery.Celery#connection"16:kombu.Connection
34:celery.Celery#connection_for_write"16:kombu.Connection
33:celery.Celery#connection_for_read"16:kombu.Connection
35:celery.Celery#connection_or_acquire"16:kombu.Connection
20:zmq.Context.instance"11:zmq.Context
18:zmq.Context#socket"10:zmq.Socket
19:zmq.asyncio.Context"11:zmq.Context
9:resources[10
{9
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"23:pika.BlockingConnection
7:acquire[5
"23:pika.BlockingConnection
"16:aio_pika.connect
"23:aio_pika.connect_robust
"12:nats.connect
{2
4:call"30:nats.aio.client.Client#connect
5:gives"8:receiver
7:release[3
"29:pika.BlockingConnection#close
{2
4:call"25:aio_pika.Connection#close
5:await"4:true
{2
4:call[2
"28:nats.aio.client.Client#close
"28:nats.aio.client.Client#drain
5:await"4:true
19:fails-after-release"4:true
3:fix"62:use it in a `with` statement, or close it in a `finally` block
{10
2:id"7:channel
4:noun"7:channel
4:kind"10:connection
6:weight"3:low
4:type"16:aio_pika.Channel
7:acquire[1
"27:aio_pika.Connection#channel
7:release[1
{2
4:call"22:aio_pika.Channel#close
5:await"4:true
19:fails-after-release"4:true
17:closed-implicitly"4:true
3:fix"48:use `async with connection.channel() as channel`
{9
2:id"16:kombu-connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"16:kombu.Connection
7:acquire[5
"16:kombu.Connection
"27:kombu.connection.Connection
"24:celery.Celery#connection
"34:celery.Celery#connection_for_write
"33:celery.Celery#connection_for_read
7:release[2
"24:kombu.Connection#release
"22:kombu.Connection#close
9:collected"4:true
3:fix"28:use it in a `with` statement
{9
2:id"15:amqp-connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"25:qpid.messaging.Connection
7:acquire[2
{1
4:call[3
"35:qpid.messaging.Connection.establish
"31:proton.utils.BlockingConnection
"13:pymqi.connect
{2
4:call"30:qpid.messaging.Connection#open
5:gives"8:receiver
7:release[1
{1
4:call[2
"31:qpid.messaging.Connection#close
"36:qpid.messaging.Connection#disconnect
7:context"11:unsupported
3:fix"35:call `close()` in a `finally` block
{9
2:id"4:link
4:noun"4:link
4:kind"10:connection
6:weight"6:medium
4:type"19:qpid.messaging.Link
7:acquire[4
{1
4:call[2
"31:qpid.messaging.Session#receiver
"29:qpid.messaging.Session#sender
{1
4:call[2
"41:qpid.messaging.Connection#create_receiver
"39:qpid.messaging.Connection#create_sender
{1
4:call[2
"28:kombu.Connection#SimpleQueue
"29:kombu.Connection#SimpleBuffer
"11:pymqi.Queue
7:release[1
{1
4:call[3
"25:qpid.messaging.Link#close
"30:kombu.simple.SimpleQueue#close
"17:pymqi.Queue#close
17:closed-implicitly"4:true
3:fix"35:call `close()` in a `finally` block
{8
2:id"15:pooled-producer
4:noun"15:pooled producer
4:kind"10:connection
6:weight"4:high
4:type"14:kombu.Producer
7:acquire[2
"29:kombu.pools.producers.acquire
"31:kombu.pools.connections.acquire
7:release[3
"22:kombu.Producer#release
"20:kombu.Producer#close
"24:kombu.Connection#release
3:fix"64:use `with producers[connection].acquire(block=True) as producer`
{9
2:id"12:kafka-client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"19:kafka.KafkaProducer
7:acquire[5
"19:kafka.KafkaProducer
"19:kafka.KafkaConsumer
"22:kafka.KafkaAdminClient
"28:kafka.admin.KafkaAdminClient
"24:confluent_kafka.Consumer
7:release[2
"25:kafka.KafkaProducer#close
"30:confluent_kafka.Consumer#close
7:context"11:unsupported
3:fix"56:call `close()` in a `finally` block, or share one client
{9
2:id"10:bus-client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"33:azure.servicebus.ServiceBusClient
7:acquire[6
"56:azure.servicebus.ServiceBusClient.from_connection_string
"60:azure.servicebus.aio.ServiceBusClient.from_connection_string
"60:azure.eventhub.EventHubProducerClient.from_connection_string
"60:azure.eventhub.EventHubConsumerClient.from_connection_string
"64:azure.eventhub.aio.EventHubProducerClient.from_connection_string
"64:azure.eventhub.aio.EventHubConsumerClient.from_connection_string
7:release[1
"39:azure.servicebus.ServiceBusClient#close
17:closed-implicitly"4:true
3:fix"28:use it in a `with` statement
{8
2:id"18:async-kafka-client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"23:aiokafka.AIOKafkaClient
7:acquire[1
{2
4:call"29:aiokafka.AIOKafkaClient#start
5:gives"8:receiver
7:release[1
{2
4:call"28:aiokafka.AIOKafkaClient#stop
5:await"4:true
3:fix"68:call `await client.stop()` in a `finally` block, or use `async with`
{9
2:id"10:zmq-socket
4:noun"6:socket
4:kind"6:socket
6:weight"6:medium
4:type"10:zmq.Socket
7:acquire[1
"18:zmq.Context#socket
7:release[1
"16:zmq.Socket#close
9:collected"4:true
3:fix"40:use `with context.socket(...) as socket`
5:pools[1
{4
4:call[4
"19:kafka.KafkaProducer
"19:kafka.KafkaConsumer
"22:kafka.KafkaAdminClient
"24:confluent_kafka.Producer
4:noun"6:client
13:waits-forever"5:false
3:fix"58:make one client where the application starts, and share it
7:network[1
{1
4:call[6
"34:pika.channel.Channel#basic_publish
"27:aio_pika.Connection#channel
"25:kafka.KafkaProducer#flush
"37:aiokafka.AIOKafkaClient#send_and_wait
"30:confluent_kafka.Producer#flush
"30:nats.aio.client.Client#request
12:never-raises[1
{1
4:call[8
"29:pika.BlockingConnection#close
"16:kombu.Connection
"24:kombu.Connection#release
"16:aio_pika.Message
"16:zmq.Socket#close
"34:confluent_kafka.Consumer#subscribe
"31:confluent_kafka.Consumer#assign
"36:confluent_kafka.Consumer#unsubscribe
8:examples[2
{3
5:title"34:an error keeps the pool's producer
8:language"6:python
4:code"219:from kombu.pools import producers


def publish(connection, message):
    producer = producers[connection].acquire(block=True)  # expect: SL103
    producer.publish(message, routing_key="orders")
    producer.release()

{3
5:title"23:the block gives it back
8:language"6:python
4:code"190:from kombu.pools import producers


def publish(connection, message):
    with producers[connection].acquire(block=True) as producer:
        producer.publish(message, routing_key="orders")

{8
7:library"22:mongoengine and beanie
8:language"6:python
7:modules[2
"11:mongoengine
"6:beanie
5:types[4
{3
4:name"20:mongoengine.Document
7:aliases[2
"29:mongoengine.document.Document
"27:mongoengine.DynamicDocument
7:hinting[1
"9:<class>()
{2
4:name"20:mongoengine.QuerySet
6:fluent"4:true
{2
4:name"15:beanie.Document
7:hinting[2
"7:<class>
"9:<class>()
{2
4:name"16:beanie.FindQuery
6:fluent"4:true
7:returns{7
28:mongoengine.Document#objects"20:mongoengine.QuerySet
23:mongoengine.QuerySet#()"20:mongoengine.QuerySet
24:mongoengine.QuerySet#get"20:mongoengine.Document
26:mongoengine.QuerySet#first"20:mongoengine.Document
20:beanie.Document#find"16:beanie.FindQuery
24:beanie.Document#find_one"15:beanie.Document
19:beanie.Document#get"15:beanie.Document
6:probes[4
{3
4:call[2
"23:mongoengine.QuerySet#()
"27:mongoengine.QuerySet#filter
6:entity"4:root
20:keywords-are-columns"4:true
{4
4:call"24:mongoengine.QuerySet#get
6:entity"4:root
20:keywords-are-columns"4:true
18:raises-when-absent"4:true
{2
4:call[2
"26:mongoengine.QuerySet#first
"26:mongoengine.QuerySet#count
6:entity"4:root
{2
4:call[3
"24:beanie.Document#find_one
"20:beanie.Document#find
"19:beanie.Document#get
6:entity"8:receiver
7:inserts[4
{4
4:call"25:mongoengine.Document#save
6:entity"4:root
7:columns{2
5:chain"2:()
8:keywords"4:true
5:value"8:receiver
{4
4:call[3
"22:beanie.Document#insert
"22:beanie.Document#create
"20:beanie.Document#save
6:entity"4:root
7:columns{2
5:chain"2:()
8:keywords"4:true
5:value"8:receiver
{2
4:call[2
"26:beanie.Document#insert_one
"27:beanie.Document#insert_many
6:entity"8:receiver
{3
4:call"23:beanie.FindQuery#upsert
6:entity"4:root
6:atomic"4:true
10:violations[1
{1
5:types[3
"33:mongoengine.errors.NotUniqueError
"26:mongoengine.NotUniqueError
"32:pymongo.errors.DuplicateKeyError
{13
7:library"15:mysql-connector
8:language"6:python
7:modules[2
"15:mysql.connector
"7:mariadb
5:types[6
{3
4:name"31:mysql.connector.MySQLConnection
12:constructors[3
"23:mysql.connector.connect
"23:mysql.connector.Connect
"15:mariadb.connect
7:aliases[7
"31:mysql.connector.MySQLConnection
"32:mysql.connector.CMySQLConnection
"42:mysql.connector.connection.MySQLConnection
"48:mysql.connector.connection_cext.CMySQLConnection
"49:mysql.connector.abstracts.MySQLConnectionAbstract
"18:mariadb.Connection
"30:mariadb.connections.Connection
{2
4:name"45:mysql.connector.pooling.PooledMySQLConnection
7:extends[1
"31:mysql.connector.MySQLConnection
{2
4:name"43:mysql.connector.pooling.MySQLConnectionPool
7:aliases[2
"43:mysql.connector.pooling.MySQLConnectionPool
"22:mariadb.ConnectionPool
{2
4:name"22:mysql.connector.Cursor
7:aliases[5
"34:mysql.connector.cursor.MySQLCursor
"40:mysql.connector.cursor_cext.CMySQLCursor
"45:mysql.connector.abstracts.MySQLCursorAbstract
"14:mariadb.Cursor
"22:mariadb.cursors.Cursor
{3
4:name"35:mysql.connector.aio.MySQLConnection
12:constructors[1
"27:mysql.connector.aio.connect
7:aliases[1
"35:mysql.connector.aio.MySQLConnection
"26:mysql.connector.aio.Cursor
7:returns{4
38:mysql.connector.MySQLConnection#cursor"22:mysql.connector.Cursor
52:mysql.connector.pooling.PooledMySQLConnection#cursor"22:mysql.connector.Cursor
58:mysql.connector.pooling.MySQLConnectionPool#get_connection"45:mysql.connector.pooling.PooledMySQLConnection
42:mysql.connector.aio.MySQLConnection#cursor"26:mysql.connector.aio.Cursor
9:resources[3
{9
2:id"17:pooled-connection
4:noun"17:pooled connection
4:kind"10:connection
6:weight"4:high
4:type"45:mysql.connector.pooling.PooledMySQLConnection
7:acquire[1
{2
4:call"58:mysql.connector.pooling.MySQLConnectionPool#get_connection
7:telling[1
"19:pool.get_connection
7:release[1
"37:mysql.connector.MySQLConnection#close
19:fails-after-release"4:true
3:fix"84:call `close()`, which gives it back, in a `finally` block, or use a `with` statement
{9
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"4:high
4:type"31:mysql.connector.MySQLConnection
7:acquire[6
"23:mysql.connector.connect
"23:mysql.connector.Connect
"42:mysql.connector.connection.MySQLConnection
"31:mysql.connector.MySQLConnection
"15:mariadb.connect
"27:mysql.connector.aio.connect
7:release[4
"37:mysql.connector.MySQLConnection#close
"42:mysql.connector.MySQLConnection#disconnect
"40:mysql.connector.MySQLConnection#shutdown
{2
4:call"41:mysql.connector.aio.MySQLConnection#close
5:await"4:true
19:fails-after-release"4:true
3:fix"53:use `with mysql.connector.connect(...) as connection`
{8
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"31:mysql.connector.MySQLConnection
7:acquire[1
{2
4:call"49:mysql.connector.MySQLConnection#start_transaction
5:gives"8:receiver
7:release[3
"38:mysql.connector.MySQLConnection#commit
"40:mysql.connector.MySQLConnection#rollback
"37:mysql.connector.MySQLConnection#close
3:fix"56:roll back in an `except BaseException` that raises again
5:pools[1
{4
4:call[2
"43:mysql.connector.pooling.MySQLConnectionPool
"22:mariadb.ConnectionPool
4:noun"4:pool
13:waits-forever"5:false
3:fix"48:make the pool once, where the application starts
7:queries[1
{3
4:call[4
"30:mysql.connector.Cursor#execute
"34:mysql.connector.Cursor#executemany
"34:mysql.connector.aio.Cursor#execute
"38:mysql.connector.aio.Cursor#executemany
4:text{2
8:argument"1:0
7:keyword"9:operation
10:parameters{2
8:argument"1:1
7:keyword"6:params
6:guards[2
{3
4:kind"12:serializable
4:call"49:mysql.connector.MySQLConnection#start_transaction
4:when{2
7:keyword"15:isolation_level
6:one-of[1
"12:serializable
{2
4:kind"11:transaction
4:call"49:mysql.connector.MySQLConnection#start_transaction
10:violations[1
{2
5:types[3
"30:mysql.connector.IntegrityError
"37:mysql.connector.errors.IntegrityError
"22:mariadb.IntegrityError
5:codes[1
"4:1062
6:raises[1
{2
4:call[10
"38:mysql.connector.MySQLConnection#cursor
"38:mysql.connector.MySQLConnection#commit
"40:mysql.connector.MySQLConnection#rollback
"49:mysql.connector.MySQLConnection#start_transaction
"30:mysql.connector.Cursor#execute
"34:mysql.connector.Cursor#executemany
"31:mysql.connector.Cursor#fetchone
"31:mysql.connector.Cursor#fetchall
"32:mysql.connector.Cursor#fetchmany
"31:mysql.connector.Cursor#callproc
4:only[1
"5:Error
12:never-raises[1
{1
4:call[4
"38:mysql.connector.MySQLConnection#cursor
"37:mysql.connector.MySQLConnection#close
"44:mysql.connector.MySQLConnection#is_connected
"28:mysql.connector.Cursor#close
8:examples[2
{3
5:title"43:an early return keeps the pool's connection
8:language"6:python
4:code"390:from mysql.connector.pooling import MySQLConnectionPool

pool = MySQLConnectionPool(pool_name="shop", pool_size=8)


def name_of(user_id):
    conn = pool.get_connection()  # expect: SL102
    cursor = conn.cursor()
    cursor.execute("SELECT name FROM users WHERE id = %s", (user_id,))
    row = cursor.fetchone()
    if row is None:
        return None
    conn.close()
    return row[0]

{3
5:title"18:closed in any case
8:language"6:python
4:code"621:import mysql.connector
from mysql.connector.pooling import MySQLConnectionPool

pool = MySQLConnectionPool(pool_name="shop", pool_size=8)


def name_of(user_id):
    conn = pool.get_connection()
    try:
        cursor = conn.cursor()
        cursor.execute("SELECT name FROM users WHERE id = %s", (user_id,))
        row = cursor.fetchone()
        return row[0] if row else None
    finally:
        conn.close()


def rename(settings, user_id, name):
    with mysql.connector.connect(**settings) as conn:
        conn.cursor().execute("UPDATE users SET name = %s WHERE id = %s", (name, user_id))
        conn.commit()

{9
7:library"19:Neo4j and Cassandra
8:language"6:python
7:modules[2
"5:neo4j
"9:cassandra
5:types[8
{3
4:name"12:neo4j.Driver
12:constructors[1
"26:neo4j.GraphDatabase.driver
7:aliases[1
"12:neo4j.Driver
{3
4:name"17:neo4j.AsyncDriver
12:constructors[1
"31:neo4j.AsyncGraphDatabase.driver
7:aliases[1
"17:neo4j.AsyncDriver
"13:neo4j.Session
"18:neo4j.AsyncSession
"17:neo4j.Transaction
"22:neo4j.AsyncTransaction
{1
4:name"25:cassandra.cluster.Cluster
"25:cassandra.cluster.Session
7:returns{5
20:neo4j.Driver#session"13:neo4j.Session
25:neo4j.AsyncDriver#session"18:neo4j.AsyncSession
31:neo4j.Session#begin_transaction"17:neo4j.Transaction
36:neo4j.AsyncSession#begin_transaction"22:neo4j.AsyncTransaction
33:cassandra.cluster.Cluster#connect"25:cassandra.cluster.Session
9:resources[4
{9
2:id"7:session
4:noun"7:session
4:kind"7:session
6:weight"4:high
4:type"13:neo4j.Session
7:acquire[2
"20:neo4j.Driver#session
"25:neo4j.AsyncDriver#session
7:release[2
"19:neo4j.Session#close
{2
4:call"24:neo4j.AsyncSession#close
5:await"4:true
19:fails-after-release"4:true
3:fix"38:use `with driver.session() as session`
{8
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"17:neo4j.Transaction
7:acquire[2
"31:neo4j.Session#begin_transaction
"36:neo4j.AsyncSession#begin_transaction
7:release[4
"24:neo4j.Transaction#commit
"26:neo4j.Transaction#rollback
"23:neo4j.Transaction#close
{2
4:call[3
"29:neo4j.AsyncTransaction#commit
"31:neo4j.AsyncTransaction#rollback
"28:neo4j.AsyncTransaction#close
5:await"4:true
3:fix"83:use `with session.begin_transaction() as transaction`, or `session.execute_write()`
{9
2:id"6:driver
4:noun"6:driver
4:kind"6:client
6:weight"6:medium
4:type"12:neo4j.Driver
7:acquire[2
"26:neo4j.GraphDatabase.driver
"31:neo4j.AsyncGraphDatabase.driver
7:release[2
"18:neo4j.Driver#close
{2
4:call"23:neo4j.AsyncDriver#close
5:await"4:true
9:collected"4:true
3:fix"67:use `with GraphDatabase.driver(...) as driver`, or share one driver
{8
2:id"7:cluster
4:noun"7:cluster
4:kind"6:client
6:weight"6:medium
4:type"25:cassandra.cluster.Cluster
7:acquire[1
"25:cassandra.cluster.Cluster
7:release[1
"34:cassandra.cluster.Cluster#shutdown
3:fix"60:call `shutdown()` in a `finally` block, or share one cluster
5:pools[1
{5
4:call[2
"26:neo4j.GraphDatabase.driver
"31:neo4j.AsyncGraphDatabase.driver
4:noun"6:driver
7:timeout{1
7:keyword"30:connection_acquisition_timeout
13:waits-forever"5:false
3:fix"58:make one driver where the application starts, and share it
12:never-raises[1
{1
4:call[2
"20:neo4j.Driver#session
"25:neo4j.AsyncDriver#session
8:examples[2
{3
5:title"36:a query that fails keeps the session
8:language"6:python
4:code"218:from neo4j import Driver


def count(driver: Driver) -> int:
    session = driver.session()  # expect: SL103
    total = session.run("MATCH (n) RETURN count(n) AS n").single()["n"]
    session.close()
    return total

{3
5:title"19:the block closes it
8:language"6:python
4:code"174:from neo4j import Driver


def count(driver: Driver) -> int:
    with driver.session() as session:
        return session.run("MATCH (n) RETURN count(n) AS n").single()["n"]

{7
7:library"13:network tools
8:language"6:python
7:modules[36
"5:scapy
"5:pcapy
"6:fabric
"8:ncclient
"7:scrapli
"6:napalm
"9:sshtunnel
"3:scp
"7:ftputil
"8:impacket
"8:pyroute2
"5:pyVim
"7:libvirt
"5:stomp
"6:pulsar
"4:paho
"5:gmqtt
"4:rpyc
"10:imapclient
"10:imap_tools
"6:aioftp
"10:aiosmtplib
"5:socks
"8:telethon
"8:pyrogram
"8:socketio
"4:amqp
"6:aiormq
"7:execnet
"9:ovirtsdk4
"11:librouteros
"5:pyrfc
"4:solr
"4:jnpr
"7:redfish
"7:guestfs
5:types[17
{2
4:name"20:fabric.AnyConnection
12:constructors[28
"17:fabric.Connection
"28:fabric.connection.Connection
"24:ncclient.manager.connect
"28:ncclient.manager.connect_ssh
"13:scp.SCPClient
"15:ftputil.FTPHost
"20:ftputil.host.FTPHost
"36:impacket.smbconnection.SMBConnection
"16:pyroute2.IPRoute
"14:pyroute2.NetNS
"12:pyroute2.NDB
"13:pyroute2.IPDB
"12:libvirt.open
"20:libvirt.openReadOnly
"16:libvirt.openAuth
"13:pulsar.Client
"12:rpyc.connect
"20:rpyc.classic.connect
"16:rpyc.ssl_connect
"21:imapclient.IMAPClient
"15:amqp.Connection
"19:execnet.makegateway
"20:ovirtsdk4.Connection
"19:librouteros.connect
"16:pyrfc.Connection
"19:solr.SolrConnection
"9:solr.Solr
"15:guestfs.GuestFS
{2
4:name"14:redfish.Client
12:constructors[1
"22:redfish.redfish_client
{2
4:name"13:pcapy.Capture
12:constructors[6
"23:scapy.all.RawPcapReader
"23:scapy.all.RawPcapWriter
"25:scapy.utils.RawPcapReader
"25:scapy.utils.RawPcapWriter
"15:pcapy.open_live
"18:pcapy.open_offline
{2
4:name"18:scapy.AsyncSniffer
12:constructors[2
"22:scapy.all.AsyncSniffer
"27:scapy.sendrecv.AsyncSniffer
{3
4:name"28:sshtunnel.SSHTunnelForwarder
12:constructors[2
"28:sshtunnel.SSHTunnelForwarder
"21:sshtunnel.open_tunnel
7:aliases[1
"28:sshtunnel.SSHTunnelForwarder
{2
4:name"14:scrapli.Driver
12:constructors[10
"15:scrapli.Scrapli
"28:scrapli.driver.GenericDriver
"28:scrapli.driver.NetworkDriver
"31:scrapli.driver.core.IOSXEDriver
"31:scrapli.driver.core.IOSXRDriver
"30:scrapli.driver.core.NXOSDriver
"29:scrapli.driver.core.EOSDriver
"31:scrapli.driver.core.JunosDriver
"27:napalm.get_network_driver()
"17:jnpr.junos.Device
{3
4:name"16:stomp.Connection
12:constructors[3
"16:stomp.Connection
"18:stomp.Connection11
"18:stomp.Connection12
7:aliases[1
"16:stomp.Connection
{2
4:name"23:paho.mqtt.client.Client
7:aliases[1
"23:paho.mqtt.client.Client
{2
4:name"12:gmqtt.Client
7:aliases[1
"12:gmqtt.Client
{2
4:name"21:pyVim.ServiceInstance
12:constructors[3
"26:pyVim.connect.SmartConnect
"31:pyVim.connect.SmartConnectNoSSL
"21:pyVim.connect.Connect
{2
4:name"13:aioftp.Client
7:aliases[1
"13:aioftp.Client
{2
4:name"15:aiosmtplib.SMTP
7:aliases[1
"15:aiosmtplib.SMTP
{3
4:name"23:telethon.TelegramClient
12:constructors[2
"23:telethon.TelegramClient
"28:telethon.sync.TelegramClient
7:aliases[2
"23:telethon.TelegramClient
"28:telethon.sync.TelegramClient
{2
4:name"15:pyrogram.Client
7:aliases[1
"15:pyrogram.Client
{2
4:name"15:socketio.Client
7:aliases[2
"15:socketio.Client
"21:socketio.SimpleClient
{2
4:name"20:socketio.AsyncClient
7:aliases[2
"20:socketio.AsyncClient
"26:socketio.AsyncSimpleClient
{2
4:name"17:aiormq.Connection
12:constructors[1
"14:aiormq.connect
9:resources[13
{9
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"20:fabric.AnyConnection
7:acquire[1
{1
4:call[25
"24:ncclient.manager.connect
"28:ncclient.manager.connect_ssh
"15:ftputil.FTPHost
"20:ftputil.host.FTPHost
"36:impacket.smbconnection.SMBConnection
"16:pyroute2.IPRoute
"14:pyroute2.NetNS
"12:pyroute2.NDB
"13:pyroute2.IPDB
"12:libvirt.open
"20:libvirt.openReadOnly
"16:libvirt.openAuth
"13:pulsar.Client
"12:rpyc.connect
"20:rpyc.classic.connect
"16:rpyc.ssl_connect
"21:imapclient.IMAPClient
"15:amqp.Connection
"19:execnet.makegateway
"20:ovirtsdk4.Connection
"19:librouteros.connect
"16:pyrfc.Connection
"19:solr.SolrConnection
"9:solr.Solr
"15:guestfs.GuestFS
7:release[7
"26:fabric.AnyConnection#close
"34:fabric.AnyConnection#close_session
"28:fabric.AnyConnection#release
"27:fabric.AnyConnection#logout
"27:fabric.AnyConnection#logoff
"29:fabric.AnyConnection#shutdown
"25:fabric.AnyConnection#exit
9:collected"4:true
3:fix"62:use it in a `with` statement, or close it in a `finally` block
{11
2:id"15:lazy-connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"20:fabric.AnyConnection
7:acquire[1
{1
4:call[3
"17:fabric.Connection
"28:fabric.connection.Connection
"13:scp.SCPClient
7:release[1
"26:fabric.AnyConnection#close
10:opens-late"4:true
9:collected"4:true
17:closed-implicitly"4:true
3:fix"62:use it in a `with` statement, or close it in a `finally` block
{9
2:id"7:capture
4:noun"7:capture
4:kind"4:file
6:weight"6:medium
4:type"13:pcapy.Capture
7:acquire[1
{1
4:call[5
"23:scapy.all.RawPcapReader
"23:scapy.all.RawPcapWriter
"25:scapy.utils.RawPcapReader
"25:scapy.utils.RawPcapWriter
"15:pcapy.open_live
7:release[1
"19:pcapy.Capture#close
9:collected"4:true
3:fix"68:use it in a `with` statement, or call `close()` in a `finally` block
{10
2:id"7:sniffer
4:noun"7:sniffer
4:kind"5:other
6:weight"6:medium
4:type"18:scapy.AsyncSniffer
7:acquire[1
{2
4:call"24:scapy.AsyncSniffer#start
5:gives"8:receiver
7:release[2
"23:scapy.AsyncSniffer#stop
"23:scapy.AsyncSniffer#join
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"34:call `stop()` in a `finally` block
{8
2:id"6:tunnel
4:noun"10:SSH tunnel
4:kind"10:connection
6:weight"6:medium
4:type"28:sshtunnel.SSHTunnelForwarder
7:acquire[1
{2
4:call"34:sshtunnel.SSHTunnelForwarder#start
5:gives"8:receiver
7:release[2
"33:sshtunnel.SSHTunnelForwarder#stop
"34:sshtunnel.SSHTunnelForwarder#close
3:fix"82:use `with SSHTunnelForwarder(...) as tunnel`; its threads live until it is stopped
{8
2:id"6:driver
4:noun"14:remote session
4:kind"10:connection
6:weight"6:medium
4:type"14:scrapli.Driver
7:acquire[1
{2
4:call"19:scrapli.Driver#open
5:gives"8:receiver
7:release[1
"20:scrapli.Driver#close
3:fix"28:use it in a `with` statement
{10
2:id"16:stomp-connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"16:stomp.Connection
7:acquire[1
{2
4:call"24:stomp.Connection#connect
5:gives"8:receiver
7:release[1
"27:stomp.Connection#disconnect
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"69:call `disconnect()` in a `finally` block; its thread lives until then
{11
2:id"15:mqtt-connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"23:paho.mqtt.client.Client
7:acquire[1
{2
4:call[2
"31:paho.mqtt.client.Client#connect
"20:gmqtt.Client#connect
5:gives"8:receiver
7:release[2
"34:paho.mqtt.client.Client#disconnect
{2
4:call"23:gmqtt.Client#disconnect
5:await"4:true
8:hand-off[1
{2
4:call"36:paho.mqtt.client.Client#loop_forever
5:takes"8:receiver
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"40:call `disconnect()` in a `finally` block
{10
2:id"9:mqtt-loop
4:noun"12:network loop
4:kind"5:other
6:weight"6:medium
4:type"23:paho.mqtt.client.Client
7:acquire[1
{2
4:call"34:paho.mqtt.client.Client#loop_start
5:gives"8:receiver
7:release[1
"33:paho.mqtt.client.Client#loop_stop
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"68:call `loop_stop()` in a `finally` block; its thread lives until then
{8
2:id"15:redfish-session
4:noun"7:session
4:kind"7:session
6:weight"6:medium
4:type"14:redfish.Client
7:acquire[1
{2
4:call"20:redfish.Client#login
5:gives"8:receiver
7:release[1
"21:redfish.Client#logout
3:fix"67:call `logout()` in a `finally` block; a controller has few sessions
{10
2:id"15:vsphere-session
4:noun"7:session
4:kind"7:session
6:weight"6:medium
4:type"21:pyVim.ServiceInstance
7:acquire[1
{1
4:call[3
"26:pyVim.connect.SmartConnect
"31:pyVim.connect.SmartConnectNoSSL
"21:pyVim.connect.Connect
7:release[2
{2
4:call"24:pyVim.connect.Disconnect
5:takes{1
8:argument"1:0
{2
4:call"51:pyVim.ServiceInstance#content.sessionManager.Logout
5:takes{1
4:root"4:true
8:hand-off[1
{2
4:call"15:atexit.register
5:takes{1
8:argument"1:1
7:context"11:unsupported
3:fix"88:call `Disconnect(service)` in a `finally` block; the server keeps the session until then
{9
2:id"16:async-connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"13:aioftp.Client
7:acquire[2
{2
4:call[2
"21:aioftp.Client#connect
"23:aiosmtplib.SMTP#connect
5:gives"8:receiver
"14:aiormq.connect
7:release[2
{2
4:call[3
"18:aioftp.Client#quit
"20:aiosmtplib.SMTP#quit
"23:aiormq.Connection#close
5:await"4:true
{1
4:call[2
"19:aioftp.Client#close
"21:aiosmtplib.SMTP#close
9:collected"4:true
3:fix"69:use it in an `async with` statement, or close it in a `finally` block
{10
2:id"11:chat-client
4:noun"6:client
4:kind"10:connection
6:weight"6:medium
4:type"23:telethon.TelegramClient
7:acquire[1
{2
4:call[6
"31:telethon.TelegramClient#connect
"29:telethon.TelegramClient#start
"23:pyrogram.Client#connect
"21:pyrogram.Client#start
"23:socketio.Client#connect
"28:socketio.AsyncClient#connect
5:gives"8:receiver
7:release[1
{1
4:call[5
"34:telethon.TelegramClient#disconnect
"26:pyrogram.Client#disconnect
"20:pyrogram.Client#stop
"26:socketio.Client#disconnect
"31:socketio.AsyncClient#disconnect
8:hand-off[1
{2
4:call[3
"46:telethon.TelegramClient#run_until_disconnected
"20:socketio.Client#wait
"25:socketio.AsyncClient#wait
5:takes"8:receiver
17:closed-implicitly"4:true
3:fix"83:use it in a `with` or `async with` statement, or disconnect it in a `finally` block
8:examples[2
{3
5:title"53:what fails leaves captures, tunnels and sessions open
8:language"6:python
4:code"806:import libvirt
import pcapy
from pyVim.connect import Disconnect, SmartConnect
from sshtunnel import SSHTunnelForwarder


def first_packet(path):
    capture = pcapy.open_live(path, 65536, 1, 100)  # expect: SL103
    found = capture.next()
    capture.close()
    return found


def state(uri, name):
    connection = libvirt.open(uri)  # expect: SL101
    return connection.lookupByName(name).state()


def machines(host, user, password):
    service = SmartConnect(host=host, user=user, pwd=password)  # expect: SL103
    found = service.RetrieveContent().rootFolder.childEntity
    Disconnect(service)
    return found


def through(gateway, ask):
    tunnel = SSHTunnelForwarder(gateway)
    tunnel.start()  # expect: SL103
    answer = ask(tunnel.local_bind_port)
    tunnel.stop()
    return answer

{3
5:title"65:closed whatever happens, or kept for as long as the process lives
8:language"6:python
4:code"971:import libvirt
import paho.mqtt.client as mqtt
import pcapy
from pyVim.connect import Disconnect, SmartConnect
from sshtunnel import SSHTunnelForwarder


def first_packet(path):
    capture = pcapy.open_live(path, 65536, 1, 100)
    try:
        return capture.next()
    finally:
        capture.close()


def state(uri, name):
    connection = libvirt.open(uri)
    try:
        return connection.lookupByName(name).state()
    finally:
        connection.close()


def machines(host, user, password):
    service = SmartConnect(host=host, user=user, pwd=password)
    try:
        return service.RetrieveContent().rootFolder.childEntity
    finally:
        Disconnect(service)


def through(gateway, ask):
    with SSHTunnelForwarder(gateway) as tunnel:
        return ask(tunnel.local_bind_port)


def listen(host, topic, heard):
    client = mqtt.Client()
    client.on_message = heard
    client.connect(host)
    client.subscribe(topic)
    client.loop_forever()

12:never-raises[1
{1
4:call[5
"19:pcapy.Capture#close
"23:paho.mqtt.client.Client
"33:paho.mqtt.client.Client#loop_stop
"33:sshtunnel.SSHTunnelForwarder#stop
"17:fabric.Connection
{8
7:library"4:Odoo
8:language"6:python
7:modules[2
"4:odoo
"7:openerp
5:types[1
{3
4:name"17:odoo.models.Model
7:aliases[4
"26:odoo.models.TransientModel
"25:odoo.models.AbstractModel
"20:openerp.models.Model
"21:odoo.models.BaseModel
7:hinting[4
"5:env.*
"7:*.env.*
"12:env.*.sudo()
"14:*.env.*.sudo()
7:returns{4
22:odoo.models.Model#sudo"17:odoo.models.Model
30:odoo.models.Model#with_context"17:odoo.models.Model
30:odoo.models.Model#with_company"17:odoo.models.Model
24:odoo.models.Model#search"17:odoo.models.Model
6:probes[1
{2
4:call[2
"24:odoo.models.Model#search
"30:odoo.models.Model#search_count
6:entity"4:root
7:inserts[1
{3
4:call"24:odoo.models.Model#create
6:entity"4:root
7:columns{1
8:argument"1:0
8:examples[1
{3
5:title"45:two requests make two partners of one address
8:language"6:python
4:code"523:from odoo import models


class Import(models.Model):
    _name = "partner.import"

    def partner(self, email):
        partner = self.env["res.partner"].sudo().search([("email", "=", email)], limit=1)
        if not partner:
            partner = self.env["res.partner"].sudo().create({"email": email})  # expect: SL301
        return partner

    def note(self, email):
        if not self.env["res.partner"].search([("email", "=", email)], limit=1):
            return self.env["mail.message"].create({"body": email})

{7
7:library"7:oslo.db
8:language"6:python
7:modules[2
"7:oslo_db
"7:oslo.db
5:types[1
{2
4:name"35:oslo_db.sqlalchemy.models.ModelBase
7:aliases[1
"35:oslo.db.sqlalchemy.models.ModelBase
7:returns{2
36:oslo_db.sqlalchemy.utils.model_query"20:sqlalchemy.orm.Query
36:oslo.db.sqlalchemy.utils.model_query"20:sqlalchemy.orm.Query
7:inserts[1
{4
4:call"40:oslo_db.sqlalchemy.models.ModelBase#save
6:entity"4:root
7:columns{2
5:chain"2:()
8:keywords"4:true
5:value"8:receiver
10:violations[1
{1
5:types[2
"34:oslo_db.exception.DBDuplicateEntry
"34:oslo.db.exception.DBDuplicateEntry
{9
7:library"17:payment providers
8:language"6:python
7:modules[9
"5:Adyen
"15:paypalserversdk
"6:square
"6:mollie
"12:checkout_sdk
"14:gocardless_pro
"11:mercadopago
"8:razorpay
"9:braintree
5:types[12
"11:Adyen.Adyen
{2
4:name"13:paypal.Client
12:constructors[1
"61:paypalserversdk.paypal_serversdk_client.PaypalServersdkClient
{2
4:name"13:square.Square
12:constructors[3
"13:square.Square
"20:square.client.Square
"18:square.AsyncSquare
{2
4:name"13:square.Client
12:constructors[1
"20:square.client.Client
"24:mollie.api.client.Client
{2
4:name"16:checkout_sdk.Api
12:constructors[1
"37:checkout_sdk.checkout_api.CheckoutApi
"21:gocardless_pro.Client
"15:mercadopago.SDK
"19:mercadopago.Payment
"18:mercadopago.Refund
"26:braintree.BraintreeGateway
"15:razorpay.Client
7:returns{2
23:mercadopago.SDK#payment"19:mercadopago.Payment
22:mercadopago.SDK#refund"18:mercadopago.Refund
8:payments[17
{6
8:provider"5:Adyen
4:call[2
"42:Adyen.Adyen#checkout.payments_api.payments
"29:Adyen.Adyen#checkout.payments
3:key{2
8:argument"1:1
7:keyword"15:idempotency_key
9:misplaced{3
8:argument"1:0
7:keyword"7:request
8:property"15:idempotency_key
6:effect"6:charge
3:fix"21:`idempotency_key=…`
{5
8:provider"5:Adyen
4:call[7
"65:Adyen.Adyen#checkout.modifications_api.capture_authorised_payment
"62:Adyen.Adyen#checkout.modifications_api.refund_captured_payment
"63:Adyen.Adyen#checkout.modifications_api.update_authorised_amount
"63:Adyen.Adyen#checkout.modifications_api.refund_or_cancel_payment
"38:Adyen.Adyen#checkout.payments_captures
"37:Adyen.Adyen#checkout.payments_refunds
"39:Adyen.Adyen#checkout.payments_reversals
3:key{2
8:argument"1:2
7:keyword"15:idempotency_key
6:effect"17:capture or refund
3:fix"39:`idempotency_key=f"refund-{refund.id}"`
{6
8:provider"5:Adyen
4:call[11
"42:Adyen.Adyen#payment.payments_api.authorise
"29:Adyen.Adyen#payment.authorise
"45:Adyen.Adyen#payment.modifications_api.capture
"44:Adyen.Adyen#payment.modifications_api.refund
"54:Adyen.Adyen#payment.modifications_api.cancel_or_refund
"27:Adyen.Adyen#payment.capture
"26:Adyen.Adyen#payment.refund
"36:Adyen.Adyen#payment.cancel_or_refund
"45:Adyen.Adyen#payout.instant_payouts_api.payout
"73:Adyen.Adyen#payout.initialization_api.store_detail_and_submit_third_party
"50:Adyen.Adyen#transfers.transfers_api.transfer_funds
3:key{1
7:keyword"15:idempotency_key
9:misplaced{3
8:argument"1:0
7:keyword"7:request
8:property"15:idempotency_key
6:effect"16:charge or refund
3:fix"39:`idempotency_key=f"refund-{refund.id}"`
{5
8:provider"6:PayPal
4:call[2
"34:paypal.Client#orders.capture_order
"36:paypal.Client#orders.authorize_order
3:key{3
8:argument"1:0
7:keyword"7:options
8:property"17:paypal_request_id
18:protected-by-state"4:true
6:effect"6:charge
{5
8:provider"6:PayPal
4:call[2
"49:paypal.Client#payments.capture_authorized_payment
"46:paypal.Client#payments.refund_captured_payment
3:key{3
8:argument"1:0
7:keyword"7:options
8:property"17:paypal_request_id
6:effect"17:capture or refund
3:fix"59:`"paypal_request_id": f"refund-{refund.id}"` in the options
{5
8:provider"6:Square
4:call[2
"29:square.Square#payments.create
"36:square.Square#refunds.refund_payment
3:key{1
7:keyword"15:idempotency_key
6:effect"6:charge
3:fix"21:`idempotency_key=…`
{5
8:provider"6:Square
4:call[2
"37:square.Client#payments.create_payment
"36:square.Client#refunds.refund_payment
3:key{3
8:argument"1:0
7:keyword"4:body
8:property"15:idempotency_key
6:effect"6:charge
3:fix"36:`"idempotency_key": …` in the body
{5
8:provider"6:Mollie
4:call[2
"40:mollie.api.client.Client#payments.create
"38:mollie.api.client.Client#orders.create
3:key{1
7:keyword"15:idempotency_key
6:effect"7:payment
3:fix"21:`idempotency_key=…`
{5
8:provider"12:Checkout.com
4:call[2
"41:checkout_sdk.Api#payments.request_payment
"40:checkout_sdk.Api#payments.request_payout
3:key{2
8:argument"1:1
7:keyword"15:idempotency_key
6:effect"6:charge
3:fix"21:`idempotency_key=…`
{5
8:provider"12:Checkout.com
4:call[2
"41:checkout_sdk.Api#payments.capture_payment
"40:checkout_sdk.Api#payments.refund_payment
3:key{2
8:argument"1:2
7:keyword"15:idempotency_key
6:effect"17:capture or refund
3:fix"39:`idempotency_key=f"refund-{refund.id}"`
{6
8:provider"10:GoCardless
4:call[2
"37:gocardless_pro.Client#payments.create
"36:gocardless_pro.Client#refunds.create
3:key[2
{3
8:argument"1:1
7:keyword"7:headers
8:property"15:Idempotency-Key
{2
7:keyword"7:headers
8:property"15:Idempotency-Key
13:automatic-key"4:true
6:effect"7:payment
3:fix"34:`headers={"Idempotency-Key": …}`
{6
8:provider"12:Mercado Pago
4:call"26:mercadopago.Payment#create
3:key{2
8:argument"1:1
7:keyword"15:request_options
13:automatic-key"4:true
6:effect"7:payment
3:fix"70:request options with an `x-idempotency-key` header made from the order
{6
8:provider"12:Mercado Pago
4:call"25:mercadopago.Refund#create
3:key{2
8:argument"1:2
7:keyword"15:request_options
13:automatic-key"4:true
6:effect"6:refund
3:fix"71:request options with an `x-idempotency-key` header made from the refund
{4
8:provider"9:Braintree
4:call[3
"43:braintree.BraintreeGateway#transaction.sale
"26:braintree.Transaction.sale
"45:braintree.BraintreeGateway#transaction.refund
18:protected-by-state"4:true
6:effect"6:charge
{5
8:provider"9:Braintree
4:call[2
"46:braintree.BraintreeGateway#subscription.create
"29:braintree.Subscription.create
3:key{2
8:argument"1:0
8:property"2:id
6:effect"12:subscription
3:fix"75:`'id': f'order-{order.id}'` in the request: a second one with it is refused
{6
8:provider"8:Razorpay
4:call"30:razorpay.Client#payment.refund
4:when{3
8:argument"1:1
7:keyword"6:amount
2:is"7:present
3:key{2
7:keyword"7:headers
8:property"20:X-Refund-Idempotency
6:effect"6:refund
3:fix"57:`headers={"X-Refund-Idempotency": f"refund-{refund.id}"}`
{4
8:provider"8:Razorpay
4:call[2
"31:razorpay.Client#payment.capture
"30:razorpay.Client#payment.refund
18:protected-by-state"4:true
6:effect"6:charge
8:webhooks[1
{1
4:call[3
"53:braintree.BraintreeGateway#webhook_notification.parse
"48:razorpay.Client#utility.verify_webhook_signature
"29:gocardless_pro.webhooks.parse
7:network[1
{1
4:call[7
"24:Adyen.Adyen#checkout.*.*
"17:square.Square#*.*
"17:square.Client#*.*
"25:gocardless_pro.Client#*.*
"30:braintree.BraintreeGateway#*.*
"19:razorpay.Client#*.*
"17:paypal.Client#*.*
8:examples[6
{3
5:title"38:Adyen, a refund without and with a key
8:language"6:python
4:code"369:import Adyen


def refund(client: Adyen.Adyen, reference, body):
    return client.checkout.modifications_api.refund_captured_payment(body, reference)  # expect: SL201


def refund_once(client: Adyen.Adyen, refund):
    return client.checkout.modifications_api.refund_captured_payment(
        refund.body, refund.reference, idempotency_key=f"refund-{refund.id}"
    )

{3
5:title"47:Square, a payment without and with a stable key
8:language"6:python
4:code"396:import uuid

from square import Square

client = Square(token="...")


def pay(order):
    return client.payments.create(  # expect: SL202
        source_id=order.source, idempotency_key=str(uuid.uuid4()), amount_money=order.total
    )


def pay_once(order):
    return client.payments.create(
        source_id=order.source, idempotency_key=f"charge-{order.id}", amount_money=order.total
    )

{3
5:title"49:GoCardless, a payment without and with the header
8:language"6:python
4:code"401:import gocardless_pro


def collect(client: gocardless_pro.Client, invoice):
    return client.payments.create({"amount": invoice.total, "links": invoice.links})  # expect: SL201


def collect_once(client: gocardless_pro.Client, invoice):
    return client.payments.create(
        {"amount": invoice.total, "links": invoice.links},
        headers={"Idempotency-Key": f"collect-{invoice.id}"},
    )

{3
5:title"55:Braintree has no keys, its gateway looks for duplicates
8:language"6:python
4:code"155:import braintree


def pay(gateway: braintree.BraintreeGateway, order):
    return gateway.transaction.sale({"amount": order.total, "order_id": order.id})

{3
5:title"59:Braintree, a subscription without and with an id of its own
8:language"6:python
4:code"394:import braintree


def subscribe(gateway: braintree.BraintreeGateway, plan, token):
    return gateway.subscription.create({"plan_id": plan, "payment_method_token": token})  # expect: SL201


def subscribe_once(gateway: braintree.BraintreeGateway, plan, token, order):
    return gateway.subscription.create(
        {"id": f"order-{order.id}", "plan_id": plan, "payment_method_token": token})

{3
5:title"52:Adyen's classic API, a refund without and with a key
8:language"6:python
4:code"379:import Adyen


class Provider:
    def __init__(self):
        self.adyen = Adyen.Adyen()

    def refund(self, request):
        return self.adyen.payment.modifications_api.refund(request)  # expect: SL201

    def refund_once(self, refund):
        return self.adyen.payment.modifications_api.refund(
            refund.request, idempotency_key=f"refund-{refund.id}"
        )

{5
7:library"16:payment requests
8:language"6:python
8:triggers[9
"14:api.stripe.com
"9:adyen.com
"10:paypal.com
"12:squareup.com
"14:api.mollie.com
"12:checkout.com
"14:gocardless.com
"12:razorpay.com
"15:mercadopago.com
10:http-calls[7
{6
4:call[5
"13:requests.post
"21:requests.Session#post
"10:httpx.post
"17:httpx.Client#post
"22:httpx.AsyncClient#post
3:url{2
8:argument"1:0
7:keyword"3:url
4:base[2
{2
5:chain"6:Client
7:keyword"8:base_url
{2
5:chain"11:AsyncClient
7:keyword"8:base_url
6:method"4:POST
7:headers{1
7:keyword"7:headers
4:body[2
{2
8:argument"1:1
7:keyword"4:data
{2
8:argument"1:2
7:keyword"4:json
{5
4:call[5
"12:requests.put
"20:requests.Session#put
"9:httpx.put
"16:httpx.Client#put
"21:httpx.AsyncClient#put
3:url{2
8:argument"1:0
7:keyword"3:url
6:method"3:PUT
7:headers{1
7:keyword"7:headers
4:body[2
{2
8:argument"1:1
7:keyword"4:data
{1
7:keyword"4:json
{5
4:call[5
"16:requests.request
"24:requests.Session#request
"13:httpx.request
"20:httpx.Client#request
"25:httpx.AsyncClient#request
3:url{2
8:argument"1:1
7:keyword"3:url
12:method-place{2
8:argument"1:0
7:keyword"6:method
7:headers{1
7:keyword"7:headers
4:body[2
{1
7:keyword"4:data
{1
7:keyword"4:json
{6
4:call"26:aiohttp.ClientSession#post
3:url{2
8:argument"1:0
7:keyword"3:url
4:base{3
5:chain"13:ClientSession
8:argument"1:0
7:keyword"8:base_url
6:method"4:POST
7:headers{1
7:keyword"7:headers
4:body[2
{1
7:keyword"4:json
{1
7:keyword"4:data
{5
4:call"29:aiohttp.ClientSession#request
3:url{2
8:argument"1:1
7:keyword"3:url
12:method-place{2
8:argument"1:0
7:keyword"6:method
7:headers{1
7:keyword"7:headers
4:body[2
{1
7:keyword"4:json
{1
7:keyword"4:data
{5
4:call[3
"27:urllib3.PoolManager#request
"27:urllib3.PoolManager#urlopen
"15:urllib3.request
3:url{2
8:argument"1:1
7:keyword"3:url
12:method-place{2
8:argument"1:0
7:keyword"6:method
7:headers{1
7:keyword"7:headers
4:body[3
{1
7:keyword"4:body
{1
7:keyword"4:json
{1
7:keyword"6:fields
{5
4:call"22:urllib.request.Request
3:url{2
8:argument"1:0
7:keyword"3:url
12:method-place{1
7:keyword"6:method
7:headers{2
8:argument"1:2
7:keyword"7:headers
4:body{2
8:argument"1:1
7:keyword"4:data
13:payment-hosts[25
{4
8:provider"9:TrueLayer
5:hosts[2
"17:api.truelayer.com
"25:api.truelayer-sandbox.com
5:paths[3
"12:/v3/payments
"11:/v3/payouts
"22:/v3/payments/*/refunds
7:headers[1
"15:Idempotency-Key
{4
8:provider"6:Circle
5:hosts[2
"14:api.circle.com
"22:api-sandbox.circle.com
5:paths[4
"12:/v1/payments
"11:/v1/payouts
"13:/v1/transfers
"21:/v1/payments/*/refund
6:fields[1
"14:idempotencyKey
{4
8:provider"5:Rapyd
5:hosts[2
"13:api.rapyd.net
"20:sandboxapi.rapyd.net
5:paths[3
"12:/v1/payments
"11:/v1/payouts
"11:/v1/refunds
7:headers[1
"11:idempotency
{4
8:provider"6:Stripe
5:hosts[1
"14:api.stripe.com
5:paths[8
"11:/v1/charges
"19:/v1/payment_intents
"11:/v1/refunds
"13:/v1/transfers
"11:/v1/payouts
"17:/v1/subscriptions
"10:/v1/topups
"16:/v1/invoiceitems
7:headers[1
"15:Idempotency-Key
{4
8:provider"5:Adyen
5:hosts[2
"10:.adyen.com
"18:.adyenpayments.com
5:paths[8
"11:/*/payments
"22:/*/payments/*/captures
"21:/*/payments/*/refunds
"23:/*/payments/*/reversals
"27:/*/payments/*/amountUpdates
"10:/*/payouts
"12:/*/transfers
"20:/checkout/*/payments
7:headers[1
"15:Idempotency-Key
{4
8:provider"6:PayPal
5:hosts[4
"14:api.paypal.com
"16:api-m.paypal.com
"22:api.sandbox.paypal.com
"24:api-m.sandbox.paypal.com
5:paths[6
"30:/v2/payments/captures/*/refund
"37:/v2/payments/authorizations/*/capture
"20:/v1/payments/payouts
"20:/v1/payments/payment
"26:/v1/payments/sale/*/refund
"25:/v1/billing/subscriptions
7:headers[1
"17:PayPal-Request-Id
{4
8:provider"6:Square
5:hosts[2
"20:connect.squareup.com
"27:connect.squareupsandbox.com
5:paths[2
"12:/v2/payments
"11:/v2/refunds
6:fields[1
"15:idempotency_key
{4
8:provider"6:Mollie
5:hosts[1
"14:api.mollie.com
5:paths[3
"12:/v2/payments
"22:/v2/payments/*/refunds
"10:/v2/orders
7:headers[1
"15:Idempotency-Key
{4
8:provider"12:Checkout.com
5:hosts[3
"16:api.checkout.com
"24:api.sandbox.checkout.com
"17:.api.checkout.com
5:paths[4
"9:/payments
"20:/payments/*/captures
"19:/payments/*/refunds
"10:/transfers
7:headers[1
"19:Cko-Idempotency-Key
{4
8:provider"10:GoCardless
5:hosts[2
"18:api.gocardless.com
"26:api-sandbox.gocardless.com
5:paths[3
"9:/payments
"8:/refunds
"8:/payouts
7:headers[1
"15:Idempotency-Key
{5
8:provider"8:Razorpay
5:hosts[1
"16:api.razorpay.com
5:paths[3
"11:/v1/payouts
"21:/v1/payments/*/refund
"11:/v1/refunds
7:headers[3
"20:X-Payout-Idempotency
"20:X-Refund-Idempotency
"17:X-Idempotency-Key
6:effect"6:payout
{4
8:provider"12:Mercado Pago
5:hosts[1
"19:api.mercadopago.com
5:paths[2
"12:/v1/payments
"22:/v1/payments/*/refunds
7:headers[1
"17:X-Idempotency-Key
{6
8:provider"4:Wise
5:hosts[3
"12:api.wise.com
"20:api.transferwise.com
"29:api.sandbox.transferwise.tech
5:paths[2
"13:/v1/transfers
"35:/v3/profiles/*/transfers/*/payments
7:headers[1
"18:X-idempotence-uuid
6:fields[1
"21:customerTransactionId
6:effect"8:transfer
{4
8:provider"6:Klarna
5:hosts[1
"11:.klarna.com
5:paths[3
"37:/ordermanagement/v1/orders/*/captures
"36:/ordermanagement/v1/orders/*/refunds
"35:/payments/v1/authorizations/*/order
7:headers[1
"22:Klarna-Idempotency-Key
{5
8:provider"5:Plaid
5:hosts[1
"10:.plaid.com
5:paths[4
"16:/transfer/create
"30:/transfer/authorization/create
"23:/transfer/refund/create
"27:/wallet/transaction/execute
6:fields[1
"15:idempotency_key
6:effect"8:transfer
{4
8:provider"8:Paystack
5:hosts[1
"15:api.paystack.co
5:paths[3
"9:/transfer
"33:/transaction/charge_authorization
"7:/charge
6:fields[1
"9:reference
{5
8:provider"11:Flutterwave
5:hosts[1
"19:api.flutterwave.com
5:paths[1
"13:/v3/transfers
6:fields[1
"9:reference
6:effect"8:transfer
{4
8:provider"11:Flutterwave
5:hosts[1
"19:api.flutterwave.com
5:paths[2
"11:/v3/charges
"21:/v3/tokenized-charges
6:fields[1
"6:tx_ref
{5
8:provider"6:Xendit
5:hosts[1
"13:api.xendit.co
5:paths[5
"17:/payment_requests
"11:/v2/payouts
"8:/refunds
"14:/disbursements
"20:/credit_card_charges
7:headers[2
"15:Idempotency-Key
"17:X-Idempotency-Key
6:fields[1
"11:external_id
{5
8:provider"8:YooKassa
5:hosts[1
"15:api.yookassa.ru
5:paths[3
"12:/v3/payments
"11:/v3/refunds
"11:/v3/payouts
7:headers[1
"15:Idempotence-Key
6:effect"7:payment
{5
8:provider"9:Airwallex
5:hosts[2
"17:api.airwallex.com
"22:api-demo.airwallex.com
5:paths[4
"36:/api/v1/pa/payment_intents/*/confirm
"25:/api/v1/pa/refunds/create
"24:/api/v1/transfers/create
"23:/api/v1/payments/create
6:fields[1
"10:request_id
6:effect"7:payment
{5
8:provider"6:Circle
5:hosts[2
"14:api.circle.com
"22:api-sandbox.circle.com
5:paths[4
"12:/v1/payments
"11:/v1/payouts
"13:/v1/transfers
"27:/v1/businessAccount/payouts
6:fields[1
"14:idempotencyKey
6:effect"7:payment
{5
8:provider"15:Modern Treasury
5:hosts[1
"22:app.moderntreasury.com
5:paths[1
"19:/api/payment_orders
7:headers[1
"15:Idempotency-Key
6:effect"7:payment
{5
8:provider"7:Revolut
5:hosts[2
"15:b2b.revolut.com
"23:sandbox-b2b.revolut.com
5:paths[2
"12:/api/1.0/pay
"17:/api/1.0/transfer
6:fields[1
"10:request_id
6:effect"7:payment
{5
8:provider"6:Dwolla
5:hosts[1
"11:.dwolla.com
5:paths[2
"10:/transfers
"14:/mass-payments
7:headers[1
"15:Idempotency-Key
6:effect"8:transfer
{11
7:library"6:peewee
8:language"6:python
7:modules[2
"6:peewee
"9:playhouse
5:types[4
{2
4:name"12:peewee.Model
7:hinting[4
"7:<class>
"9:<class>()
"7:model()
"5:cls()
{2
4:name"12:peewee.Query
6:fluent"4:true
{2
4:name"15:peewee.Database
7:aliases[5
"25:peewee.PostgresqlDatabase
"20:peewee.MySQLDatabase
"21:peewee.SqliteDatabase
"39:playhouse.pool.PooledPostgresqlDatabase
"34:playhouse.pool.PooledMySQLDatabase
"11:peewee.Rows
7:returns{12
19:peewee.Model#select"12:peewee.Query
19:peewee.Model#insert"12:peewee.Query
19:peewee.Model#update"12:peewee.Query
19:peewee.Query#exists"11:peewee.Rows
18:peewee.Query#count"11:peewee.Rows
18:peewee.Query#first"11:peewee.Rows
16:peewee.Query#get"12:peewee.Model
24:peewee.Query#get_or_none"12:peewee.Model
16:peewee.Model#get"12:peewee.Model
24:peewee.Model#get_or_none"12:peewee.Model
22:peewee.Model#get_by_id"12:peewee.Model
20:peewee.Query#execute"11:peewee.Rows
9:resources[1
{11
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"15:peewee.Database
7:acquire[1
{2
4:call"23:peewee.Database#connect
5:gives"8:receiver
7:release[1
"21:peewee.Database#close
7:context"11:unsupported
9:collected"4:true
17:closed-implicitly"4:true
3:fix"81:use `with database.connection_context():`, or call `close()` in a `finally` block
7:queries[1
{3
4:call"27:peewee.Database#execute_sql
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
6:probes[4
{2
4:call[6
"18:peewee.Query#where
"19:peewee.Query#filter
"19:peewee.Query#exists
"18:peewee.Query#count
"18:peewee.Query#first
"24:peewee.Query#get_or_none
6:entity"4:root
{3
4:call"16:peewee.Query#get
6:entity"4:root
18:raises-when-absent"4:true
{3
4:call"24:peewee.Model#get_or_none
6:entity"8:receiver
20:keywords-are-columns"4:true
{4
4:call[2
"16:peewee.Model#get
"22:peewee.Model#get_by_id
6:entity"8:receiver
20:keywords-are-columns"4:true
18:raises-when-absent"4:true
7:inserts[4
{3
4:call"19:peewee.Model#create
6:entity"8:receiver
20:keywords-are-columns"4:true
{4
4:call"26:peewee.Model#get_or_create
6:entity"8:receiver
20:keywords-are-columns"4:true
6:atomic"4:true
{3
4:call"19:peewee.Model#insert
6:entity"8:receiver
20:keywords-are-columns"4:true
{4
4:call"17:peewee.Model#save
6:entity"4:root
7:columns{2
5:chain"2:()
8:keywords"4:true
5:value"8:receiver
6:guards[3
{2
4:kind"15:conflict-clause
4:call[3
"24:peewee.Query#on_conflict
"31:peewee.Query#on_conflict_ignore
"32:peewee.Query#on_conflict_replace
{2
4:kind"4:lock
4:call"23:peewee.Query#for_update
{2
4:kind"11:transaction
4:call[2
"22:peewee.Database#atomic
"27:peewee.Database#transaction
10:violations[1
{1
5:types[1
"21:peewee.IntegrityError
{6
7:library"7:pexpect
8:language"6:python
7:modules[3
"7:pexpect
"10:ptyprocess
"6:winpty
5:types[4
{3
4:name"13:pexpect.spawn
12:constructors[3
"13:pexpect.spawn
"14:pexpect.spawnu
"23:pexpect.pty_spawn.spawn
7:aliases[1
"23:pexpect.pty_spawn.spawn
{2
4:name"30:pexpect.popen_spawn.PopenSpawn
12:constructors[1
"30:pexpect.popen_spawn.PopenSpawn
{3
4:name"19:pexpect.pxssh.pxssh
12:constructors[1
"19:pexpect.pxssh.pxssh
7:aliases[1
"19:pexpect.pxssh.pxssh
{3
4:name"21:ptyprocess.PtyProcess
12:constructors[3
"27:ptyprocess.PtyProcess.spawn
"34:ptyprocess.PtyProcessUnicode.spawn
"23:winpty.PtyProcess.spawn
7:aliases[2
"21:ptyprocess.PtyProcess
"28:ptyprocess.PtyProcessUnicode
9:resources[1
{9
2:id"8:terminal
4:noun"13:child process
4:kind"7:process
6:weight"6:medium
4:type"13:pexpect.spawn
7:acquire[4
{1
4:call[3
"13:pexpect.spawn
"14:pexpect.spawnu
"23:pexpect.pty_spawn.spawn
{1
4:call[3
"27:ptyprocess.PtyProcess.spawn
"34:ptyprocess.PtyProcessUnicode.spawn
"23:winpty.PtyProcess.spawn
"30:pexpect.popen_spawn.PopenSpawn
{2
4:call"25:pexpect.pxssh.pxssh#login
5:gives"8:receiver
7:release[5
{1
4:call[2
"35:pexpect.popen_spawn.PopenSpawn#wait
"35:pexpect.popen_spawn.PopenSpawn#kill
{1
4:call[3
"26:pexpect.pxssh.pxssh#logout
"25:pexpect.pxssh.pxssh#close
"29:pexpect.pxssh.pxssh#terminate
{1
4:call[4
"19:pexpect.spawn#close
"23:pexpect.spawn#terminate
"18:pexpect.spawn#wait
"18:pexpect.spawn#kill
{1
4:call[4
"27:ptyprocess.PtyProcess#close
"31:ptyprocess.PtyProcess#terminate
"26:ptyprocess.PtyProcess#wait
"26:ptyprocess.PtyProcess#kill
"22:pexpect.spawn#interact
9:collected"4:true
3:fix"78:use `with pexpect.spawn(...) as child`, or call `close()` in a `finally` block
8:examples[2
{3
5:title"60:a prompt that does not come keeps the child and its terminal
8:language"6:python
4:code"217:import pexpect


def change(user, password):
    child = pexpect.spawn("passwd", [user])  # expect: SL103
    child.expect("New password:")
    child.sendline(password)
    child.expect(pexpect.EOF)
    child.close()

{3
5:title"19:the block closes it
8:language"6:python
4:code"139:import pexpect


def ask(command):
    with pexpect.spawn(command) as child:
        child.expect(pexpect.EOF)
        return child.before

{6
7:library"5:Plaid
8:language"6:python
7:modules[3
"5:plaid
"9:plaid.api
"19:plaid.api.plaid_api
5:types[1
{3
4:name"14:plaid.PlaidApi
12:constructors[1
"28:plaid.api.plaid_api.PlaidApi
7:aliases[1
"28:plaid.api.plaid_api.PlaidApi
8:payments[1
{5
8:provider"5:Plaid
4:call[3
"44:plaid.PlaidApi#transfer_authorization_create
"37:plaid.PlaidApi#transfer_refund_create
"41:plaid.PlaidApi#wallet_transaction_execute
3:key{2
8:argument"1:0
8:property"15:idempotency_key
6:effect"8:transfer
3:fix"59:`"idempotency_key": f"transfer-{payout.id}"` in the request
8:examples[1
{3
5:title"33:a refund without and with its key
8:language"6:python
4:code"456:from plaid.api import plaid_api


def refund(client: plaid_api.PlaidApi, transfer, amount):
    return client.transfer_refund_create({"transfer_id": transfer.id, "amount": amount})  # expect: SL201


def refund_once(client: plaid_api.PlaidApi, refund):
    return client.transfer_refund_create(
        {
            "transfer_id": refund.transfer,
            "amount": refund.amount,
            "idempotency_key": f"refund-{refund.id}",
        }
    )

{7
7:library"21:playwright for Python
8:language"6:python
7:modules[1
"10:playwright
5:types[12
"27:playwright.sync_api.Starter
"30:playwright.sync_api.Playwright
"31:playwright.sync_api.BrowserType
"27:playwright.sync_api.Browser
"34:playwright.sync_api.BrowserContext
"24:playwright.sync_api.Page
"28:playwright.async_api.Starter
"31:playwright.async_api.Playwright
"32:playwright.async_api.BrowserType
"28:playwright.async_api.Browser
"35:playwright.async_api.BrowserContext
"25:playwright.async_api.Page
7:returns{26
35:playwright.sync_api.sync_playwright"27:playwright.sync_api.Starter
33:playwright.sync_api.Starter#start"30:playwright.sync_api.Playwright
37:playwright.sync_api.Starter#__enter__"30:playwright.sync_api.Playwright
39:playwright.sync_api.Playwright#chromium"31:playwright.sync_api.BrowserType
38:playwright.sync_api.Playwright#firefox"31:playwright.sync_api.BrowserType
37:playwright.sync_api.Playwright#webkit"31:playwright.sync_api.BrowserType
38:playwright.sync_api.BrowserType#launch"27:playwright.sync_api.Browser
39:playwright.sync_api.BrowserType#connect"27:playwright.sync_api.Browser
48:playwright.sync_api.BrowserType#connect_over_cdp"27:playwright.sync_api.Browser
57:playwright.sync_api.BrowserType#launch_persistent_context"34:playwright.sync_api.BrowserContext
39:playwright.sync_api.Browser#new_context"34:playwright.sync_api.BrowserContext
36:playwright.sync_api.Browser#new_page"24:playwright.sync_api.Page
43:playwright.sync_api.BrowserContext#new_page"24:playwright.sync_api.Page
37:playwright.async_api.async_playwright"28:playwright.async_api.Starter
34:playwright.async_api.Starter#start"31:playwright.async_api.Playwright
39:playwright.async_api.Starter#__aenter__"31:playwright.async_api.Playwright
40:playwright.async_api.Playwright#chromium"32:playwright.async_api.BrowserType
39:playwright.async_api.Playwright#firefox"32:playwright.async_api.BrowserType
38:playwright.async_api.Playwright#webkit"32:playwright.async_api.BrowserType
39:playwright.async_api.BrowserType#launch"28:playwright.async_api.Browser
40:playwright.async_api.BrowserType#connect"28:playwright.async_api.Browser
49:playwright.async_api.BrowserType#connect_over_cdp"28:playwright.async_api.Browser
58:playwright.async_api.BrowserType#launch_persistent_context"35:playwright.async_api.BrowserContext
40:playwright.async_api.Browser#new_context"35:playwright.async_api.BrowserContext
37:playwright.async_api.Browser#new_page"25:playwright.async_api.Page
44:playwright.async_api.BrowserContext#new_page"25:playwright.async_api.Page
9:resources[4
{9
2:id"6:driver
4:noun"14:browser driver
4:kind"7:process
6:weight"6:medium
4:type"30:playwright.sync_api.Playwright
7:acquire[2
"33:playwright.sync_api.Starter#start
"34:playwright.async_api.Starter#start
7:release[2
"35:playwright.sync_api.Playwright#stop
{2
4:call"36:playwright.async_api.Playwright#stop
5:await"4:true
7:context"11:unsupported
3:fix"81:use `with sync_playwright() as playwright`, or call `stop()` in a `finally` block
{9
2:id"7:browser
4:noun"7:browser
4:kind"7:process
6:weight"6:medium
4:type"27:playwright.sync_api.Browser
7:acquire[6
"38:playwright.sync_api.BrowserType#launch
"39:playwright.sync_api.BrowserType#connect
"48:playwright.sync_api.BrowserType#connect_over_cdp
"39:playwright.async_api.BrowserType#launch
"40:playwright.async_api.BrowserType#connect
"49:playwright.async_api.BrowserType#connect_over_cdp
7:release[2
"33:playwright.sync_api.Browser#close
{2
4:call"34:playwright.async_api.Browser#close
5:await"4:true
18:closed-with-parent"4:true
3:fix"134:use `with playwright.chromium.launch() as browser`, or close it in a `finally` block; a browser that is left is a process that runs on
{10
2:id"7:context
4:noun"15:browser context
4:kind"5:other
6:weight"6:medium
4:type"34:playwright.sync_api.BrowserContext
7:acquire[4
"57:playwright.sync_api.BrowserType#launch_persistent_context
"39:playwright.sync_api.Browser#new_context
"58:playwright.async_api.BrowserType#launch_persistent_context
"40:playwright.async_api.Browser#new_context
7:release[2
"40:playwright.sync_api.BrowserContext#close
{2
4:call"41:playwright.async_api.BrowserContext#close
5:await"4:true
18:closed-with-parent"4:true
9:collected"4:true
3:fix"77:use `with browser.new_context() as context`, or close it in a `finally` block
{10
2:id"4:page
4:noun"4:page
4:kind"5:other
6:weight"6:medium
4:type"24:playwright.sync_api.Page
7:acquire[4
"36:playwright.sync_api.Browser#new_page
"43:playwright.sync_api.BrowserContext#new_page
"37:playwright.async_api.Browser#new_page
"44:playwright.async_api.BrowserContext#new_page
7:release[2
"30:playwright.sync_api.Page#close
{2
4:call"31:playwright.async_api.Page#close
5:await"4:true
18:closed-with-parent"4:true
9:collected"4:true
3:fix"71:use `with context.new_page() as page`, or close it in a `finally` block
8:examples[2
{3
5:title"70:a page that does not answer keeps the browser of a driver that goes on
8:language"6:python
4:code"470:from playwright.async_api import async_playwright


class Shots:
    async def start(self):
        self.driver = await async_playwright().start()

    async def stop(self):
        await self.driver.stop()

    async def shot(self, url):
        browser = await self.driver.chromium.launch()  # expect: SL103
        page = await browser.new_page()
        await page.goto(url)
        image = await page.screenshot()
        await browser.close()
        return image

{3
5:title"63:the driver's block ends its browsers, and their pages with them
8:language"6:python
4:code"589:from playwright.async_api import async_playwright
from playwright.sync_api import sync_playwright


def title(url):
    with sync_playwright() as playwright:
        page = playwright.chromium.launch().new_page()
        page.goto(url)
        return page.title()


async def text(url):
    async with async_playwright() as playwright:
        browser = await playwright.firefox.launch()
        context = await browser.new_context()
        page = await context.new_page()
        await page.goto(url)
        text = await page.content()
        await browser.close()
        return text

{6
7:library"26:process pools and clusters
8:language"6:python
7:modules[10
"12:multiprocess
"8:billiard
"21:torch.multiprocessing
"6:pebble
"6:pathos
"6:mpi4py
"11:distributed
"16:dask.distributed
"7:pyspark
"8:eventlet
5:types[3
{2
4:name"20:multiprocess.AnyPool
12:constructors[8
"17:multiprocess.Pool
"28:multiprocess.pool.ThreadPool
"13:billiard.Pool
"18:billiard.pool.Pool
"26:torch.multiprocessing.Pool
"18:pebble.ProcessPool
"17:pebble.ThreadPool
"30:mpi4py.futures.MPIPoolExecutor
{2
4:name"19:distributed.Cluster
12:constructors[4
"18:distributed.Client
"24:distributed.LocalCluster
"23:dask.distributed.Client
"29:dask.distributed.LocalCluster
{2
4:name"20:pyspark.SparkContext
12:constructors[1
"20:pyspark.SparkContext
9:resources[3
{8
2:id"4:pool
4:noun"12:process pool
4:kind"7:process
6:weight"6:medium
4:type"20:multiprocess.AnyPool
7:acquire[1
{1
4:call[8
"17:multiprocess.Pool
"28:multiprocess.pool.ThreadPool
"13:billiard.Pool
"18:billiard.pool.Pool
"26:torch.multiprocessing.Pool
"18:pebble.ProcessPool
"17:pebble.ThreadPool
"30:mpi4py.futures.MPIPoolExecutor
7:release[4
"26:multiprocess.AnyPool#close
"30:multiprocess.AnyPool#terminate
"25:multiprocess.AnyPool#stop
"29:multiprocess.AnyPool#shutdown
3:fix"28:use it in a `with` statement
{10
2:id"7:cluster
4:noun"7:cluster
4:kind"6:client
6:weight"6:medium
4:type"19:distributed.Cluster
7:acquire[1
{1
4:call[4
"18:distributed.Client
"24:distributed.LocalCluster
"23:dask.distributed.Client
"29:dask.distributed.LocalCluster
7:release[2
"25:distributed.Cluster#close
"28:distributed.Cluster#shutdown
9:collected"4:true
17:closed-implicitly"4:true
3:fix"28:use it in a `with` statement
{9
2:id"5:spark
4:noun"7:session
4:kind"6:client
6:weight"6:medium
4:type"20:pyspark.SparkContext
7:acquire[1
"20:pyspark.SparkContext
7:release[1
"25:pyspark.SparkContext#stop
17:closed-implicitly"4:true
3:fix"67:use it in a `with` statement, or call `stop()` in a `finally` block
8:examples[2
{3
5:title"43:a task that fails leaves the workers behind
8:language"6:python
4:code"220:from torch.multiprocessing import Pool


def squares(numbers):
    pool = Pool(4)  # expect: SL103
    found = pool.map(square, numbers)
    pool.close()
    return found


def square(number):
    return number * number

{3
5:title"19:the block ends them
8:language"6:python
4:code"179:from torch.multiprocessing import Pool


def squares(numbers):
    with Pool(4) as pool:
        return pool.map(square, numbers)


def square(number):
    return number * number

{15
7:library"7:psycopg
8:language"6:python
7:modules[2
"7:psycopg
"12:psycopg_pool
8:triggers[1
"7:getconn
5:types[10
{3
4:name"18:psycopg.Connection
12:constructors[2
"15:psycopg.connect
"26:psycopg.Connection.connect
7:aliases[2
"18:psycopg.Connection
"29:psycopg.connection.Connection
{3
4:name"23:psycopg.AsyncConnection
12:constructors[1
"31:psycopg.AsyncConnection.connect
7:aliases[2
"23:psycopg.AsyncConnection
"40:psycopg.connection_async.AsyncConnection
{2
4:name"14:psycopg.Cursor
7:aliases[4
"14:psycopg.Cursor
"20:psycopg.ClientCursor
"17:psycopg.RawCursor
"21:psycopg.cursor.Cursor
{2
4:name"19:psycopg.AsyncCursor
7:aliases[3
"19:psycopg.AsyncCursor
"25:psycopg.AsyncClientCursor
"22:psycopg.AsyncRawCursor
{3
4:name"20:psycopg.ServerCursor
7:aliases[2
"20:psycopg.ServerCursor
"23:psycopg.RawServerCursor
7:extends[1
"14:psycopg.Cursor
{3
4:name"25:psycopg.AsyncServerCursor
7:aliases[2
"25:psycopg.AsyncServerCursor
"28:psycopg.AsyncRawServerCursor
7:extends[1
"19:psycopg.AsyncCursor
"27:psycopg_pool.ConnectionPool
{2
4:name"31:psycopg_pool.NullConnectionPool
7:extends[1
"27:psycopg_pool.ConnectionPool
"32:psycopg_pool.AsyncConnectionPool
{2
4:name"36:psycopg_pool.AsyncNullConnectionPool
7:extends[1
"32:psycopg_pool.AsyncConnectionPool
7:returns{12
25:psycopg.Connection#cursor"14:psycopg.Cursor
26:psycopg.Connection#execute"14:psycopg.Cursor
22:psycopg.Cursor#execute"14:psycopg.Cursor
25:psycopg.Cursor#connection"18:psycopg.Connection
30:psycopg.AsyncConnection#cursor"19:psycopg.AsyncCursor
31:psycopg.AsyncConnection#execute"19:psycopg.AsyncCursor
27:psycopg.AsyncCursor#execute"19:psycopg.AsyncCursor
30:psycopg.AsyncCursor#connection"23:psycopg.AsyncConnection
35:psycopg_pool.ConnectionPool#getconn"18:psycopg.Connection
38:psycopg_pool.ConnectionPool#connection"18:psycopg.Connection
40:psycopg_pool.AsyncConnectionPool#getconn"23:psycopg.AsyncConnection
43:psycopg_pool.AsyncConnectionPool#connection"23:psycopg.AsyncConnection
9:resources[5
{11
2:id"17:pooled-connection
4:noun"17:pooled connection
4:kind"10:connection
6:weight"4:high
4:type"18:psycopg.Connection
7:acquire[2
"35:psycopg_pool.ConnectionPool#getconn
"40:psycopg_pool.AsyncConnectionPool#getconn
7:release[2
{2
4:call"35:psycopg_pool.ConnectionPool#putconn
5:takes{2
8:argument"1:0
7:keyword"4:conn
{3
4:call"40:psycopg_pool.AsyncConnectionPool#putconn
5:takes{2
8:argument"1:0
7:keyword"4:conn
5:await"4:true
7:context"5:keeps
14:double-release"5:fails
19:fails-after-release"4:true
3:fix"84:use `with pool.connection() as connection`, or call `putconn()` in a `finally` block
{8
2:id"15:lent-connection
4:noun"17:pooled connection
4:kind"10:connection
6:weight"4:high
4:type"18:psycopg.Connection
7:acquire[2
{2
4:call"38:psycopg_pool.ConnectionPool#connection
6:scoped"4:true
{2
4:call"43:psycopg_pool.AsyncConnectionPool#connection
6:scoped"4:true
19:fails-after-release"4:true
3:fix"68:use it in a `with` statement: `with pool.connection() as connection`
{9
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"4:high
4:type"18:psycopg.Connection
7:acquire[3
"15:psycopg.connect
"26:psycopg.Connection.connect
"31:psycopg.AsyncConnection.connect
7:release[2
"24:psycopg.Connection#close
{2
4:call"29:psycopg.AsyncConnection#close
5:await"4:true
19:fails-after-release"4:true
3:fix"79:use `with psycopg.connect(...) as connection`, which also commits or rolls back
{10
2:id"12:named-cursor
4:noun"18:server-side cursor
4:kind"6:cursor
6:weight"6:medium
4:type"20:psycopg.ServerCursor
7:acquire[3
{2
4:call[2
"25:psycopg.Connection#cursor
"30:psycopg.AsyncConnection#cursor
4:when{3
8:argument"1:0
7:keyword"4:name
2:is"7:present
"20:psycopg.ServerCursor
"25:psycopg.AsyncServerCursor
7:release[2
"20:psycopg.Cursor#close
{2
4:call"25:psycopg.AsyncCursor#close
5:await"4:true
19:fails-after-release"4:true
9:opened-by[1
"7:execute
3:fix"80:take the cursor in a `with` statement, or in `async with` on an async connection
{9
2:id"4:pool
4:noun"4:pool
4:kind"6:client
6:weight"6:medium
4:type"27:psycopg_pool.ConnectionPool
7:acquire[1
{1
4:call[2
"27:psycopg_pool.ConnectionPool
"32:psycopg_pool.AsyncConnectionPool
7:release[1
{1
4:call[2
"33:psycopg_pool.ConnectionPool#close
"38:psycopg_pool.AsyncConnectionPool#close
17:closed-implicitly"4:true
3:fix"62:use it in a `with` statement, or close it in a `finally` block
5:pools[1
{5
4:call[4
"27:psycopg_pool.ConnectionPool
"32:psycopg_pool.AsyncConnectionPool
"31:psycopg_pool.NullConnectionPool
"36:psycopg_pool.AsyncNullConnectionPool
4:noun"4:pool
7:timeout{1
7:keyword"7:timeout
13:waits-forever"5:false
3:fix"45:give `timeout`; the default is thirty seconds
7:queries[3
{3
4:call[6
"26:psycopg.Connection#execute
"31:psycopg.AsyncConnection#execute
"22:psycopg.Cursor#execute
"21:psycopg.Cursor#stream
"27:psycopg.AsyncCursor#execute
"26:psycopg.AsyncCursor#stream
4:text{2
8:argument"1:0
7:keyword"5:query
10:parameters{2
8:argument"1:1
7:keyword"6:params
{3
4:call[2
"26:psycopg.Cursor#executemany
"31:psycopg.AsyncCursor#executemany
4:text{2
8:argument"1:0
7:keyword"5:query
10:parameters{2
8:argument"1:1
7:keyword"10:params_seq
{2
4:call[2
"19:psycopg.Cursor#copy
"24:psycopg.AsyncCursor#copy
4:text{2
8:argument"1:0
7:keyword"9:statement
6:guards[1
{2
4:kind"11:transaction
4:call[2
"30:psycopg.Connection#transaction
"35:psycopg.AsyncConnection#transaction
10:violations[1
{2
5:types[4
"22:psycopg.IntegrityError
"29:psycopg.errors.IntegrityError
"30:psycopg.errors.UniqueViolation
"33:psycopg.errors.ExclusionViolation
5:codes[2
"5:23505
"5:23P01
14:passes-through[1
"15:psycopg.sql.SQL
6:raises[1
{2
4:call[18
"25:psycopg.Connection#cursor
"26:psycopg.Connection#execute
"25:psycopg.Connection#commit
"27:psycopg.Connection#rollback
"30:psycopg.AsyncConnection#cursor
"31:psycopg.AsyncConnection#execute
"30:psycopg.AsyncConnection#commit
"32:psycopg.AsyncConnection#rollback
"22:psycopg.Cursor#execute
"26:psycopg.Cursor#executemany
"23:psycopg.Cursor#fetchone
"23:psycopg.Cursor#fetchall
"24:psycopg.Cursor#fetchmany
"27:psycopg.AsyncCursor#execute
"31:psycopg.AsyncCursor#executemany
"28:psycopg.AsyncCursor#fetchone
"28:psycopg.AsyncCursor#fetchall
"29:psycopg.AsyncCursor#fetchmany
4:only[2
"5:Error
"13:DatabaseError
12:never-raises[1
{1
4:call[15
"25:psycopg.Connection#cursor
"24:psycopg.Connection#close
"30:psycopg.Connection#transaction
"20:psycopg.Cursor#close
"30:psycopg.AsyncConnection#cursor
"35:psycopg.AsyncConnection#transaction
"15:psycopg.sql.SQL
"22:psycopg.sql.Identifier
"19:psycopg.sql.Literal
"24:psycopg.types.json.Jsonb
"23:psycopg.types.json.Json
"38:psycopg_pool.ConnectionPool#connection
"43:psycopg_pool.AsyncConnectionPool#connection
"37:psycopg_pool.ConnectionPool#get_stats
"42:psycopg_pool.AsyncConnectionPool#get_stats
8:examples[6
{3
5:title"46:a query that fails keeps the pool's connection
8:language"6:python
4:code"255:from psycopg_pool import ConnectionPool


def reserve(pool: ConnectionPool, sku: str) -> None:
    conn = pool.getconn()  # expect: SL103
    conn.execute("UPDATE stock SET free = free - 1 WHERE sku = %s", (sku,))
    conn.commit()
    pool.putconn(conn)

{3
5:title"42:with does not put a pool's connection back
8:language"6:python
4:code"225:from psycopg_pool import ConnectionPool


def reserve(pool: ConnectionPool, sku: str) -> None:
    with pool.getconn() as conn:  # expect: SL101
        conn.execute("UPDATE stock SET free = free - 1 WHERE sku = %s", (sku,))

{3
5:title"27:putting back is a coroutine
8:language"6:python
4:code"323:from psycopg_pool import AsyncConnectionPool


async def reserve(pool: AsyncConnectionPool, sku: str) -> None:
    conn = await pool.getconn()
    try:
        await conn.execute("UPDATE stock SET free = free - 1 WHERE sku = %s", (sku,))
        await conn.commit()
    finally:
        pool.putconn(conn)  # expect: SL104

{3
5:title"41:an early return keeps the connection open
8:language"6:python
4:code"258:import psycopg


def find(dsn: str, sku: str) -> int:
    conn = psycopg.connect(dsn)  # expect: SL102
    row = conn.execute("SELECT free FROM stock WHERE sku = %s", (sku,)).fetchone()
    if row is None:
        return 0
    conn.close()
    return row[0]

{3
5:title"26:the pool lends for a block
8:language"6:python
4:code"211:from psycopg_pool import ConnectionPool


def reserve(pool: ConnectionPool, sku: str) -> None:
    with pool.connection() as conn:
        conn.execute("UPDATE stock SET free = free - 1 WHERE sku = %s", (sku,))

{3
5:title"37:with closes a connection of one's own
8:language"6:python
4:code"528:import psycopg
from psycopg_pool import AsyncConnectionPool


def find(dsn: str, sku: str) -> int:
    with psycopg.connect(dsn) as conn:
        row = conn.execute("SELECT free FROM stock WHERE sku = %s", (sku,)).fetchone()
        return row[0] if row else 0


async def reserve(pool: AsyncConnectionPool, sku: str) -> None:
    conn = await pool.getconn()
    try:
        await conn.execute("UPDATE stock SET free = free - 1 WHERE sku = %s", (sku,))
        await conn.commit()
    finally:
        await pool.putconn(conn)

{15
7:library"8:psycopg2
8:language"6:python
7:modules[1
"8:psycopg2
8:triggers[1
"7:getconn
5:types[6
{3
4:name"30:psycopg2.extensions.connection
12:constructors[1
"16:psycopg2.connect
7:aliases[5
"30:psycopg2.extensions.connection
"28:psycopg2._psycopg.connection
"30:psycopg2.extras.DictConnection
"34:psycopg2.extras.RealDictConnection
"36:psycopg2.extras.NamedTupleConnection
{2
4:name"26:psycopg2.extensions.cursor
7:aliases[4
"24:psycopg2._psycopg.cursor
"26:psycopg2.extras.DictCursor
"30:psycopg2.extras.RealDictCursor
"32:psycopg2.extras.NamedTupleCursor
{1
4:name"36:psycopg2.pool.AbstractConnectionPool
{2
4:name"34:psycopg2.pool.SimpleConnectionPool
7:extends[1
"36:psycopg2.pool.AbstractConnectionPool
{2
4:name"36:psycopg2.pool.ThreadedConnectionPool
7:extends[1
"36:psycopg2.pool.AbstractConnectionPool
{2
4:name"38:psycopg2.pool.PersistentConnectionPool
7:extends[1
"36:psycopg2.pool.AbstractConnectionPool
7:returns{3
37:psycopg2.extensions.connection#cursor"26:psycopg2.extensions.cursor
37:psycopg2.extensions.cursor#connection"30:psycopg2.extensions.connection
44:psycopg2.pool.AbstractConnectionPool#getconn"30:psycopg2.extensions.connection
9:resources[3
{11
2:id"17:pooled-connection
4:noun"17:pooled connection
4:kind"10:connection
6:weight"4:high
4:type"30:psycopg2.extensions.connection
7:acquire[1
{2
4:call"44:psycopg2.pool.AbstractConnectionPool#getconn
7:telling[1
"12:pool.getconn
7:release[2
{2
4:call"44:psycopg2.pool.AbstractConnectionPool#putconn
5:takes{2
8:argument"1:0
7:keyword"4:conn
"45:psycopg2.pool.AbstractConnectionPool#closeall
7:context"5:keeps
14:double-release"5:fails
19:fails-after-release"4:true
3:fix"83:call `putconn()` in a `finally` block; `with connection:` ends the transaction only
{10
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"4:high
4:type"30:psycopg2.extensions.connection
7:acquire[1
"16:psycopg2.connect
7:release[1
"36:psycopg2.extensions.connection#close
7:context"5:keeps
19:fails-after-release"4:true
3:fix"112:use `with contextlib.closing(psycopg2.connect(...)) as connection`; `with connection:` ends the transaction only
{9
2:id"12:named-cursor
4:noun"12:named cursor
4:kind"6:cursor
6:weight"3:low
4:type"26:psycopg2.extensions.cursor
7:acquire[1
{2
4:call"37:psycopg2.extensions.connection#cursor
4:when{3
8:argument"1:0
7:keyword"4:name
2:is"7:present
7:release[1
"32:psycopg2.extensions.cursor#close
17:closed-implicitly"4:true
3:fix"44:use `with connection.cursor(name) as cursor`
5:pools[1
{4
4:call[3
"34:psycopg2.pool.SimpleConnectionPool
"36:psycopg2.pool.ThreadedConnectionPool
"38:psycopg2.pool.PersistentConnectionPool
4:noun"4:pool
13:waits-forever"5:false
3:fix"48:make the pool once, where the application starts
7:queries[3
{3
4:call[2
"34:psycopg2.extensions.cursor#execute
"38:psycopg2.extensions.cursor#executemany
4:text{2
8:argument"1:0
7:keyword"5:query
10:parameters{2
8:argument"1:1
7:keyword"4:vars
{2
4:call[2
"34:psycopg2.extensions.cursor#mogrify
"38:psycopg2.extensions.cursor#copy_expert
4:text{1
8:argument"1:0
{3
4:call[2
"30:psycopg2.extras.execute_values
"29:psycopg2.extras.execute_batch
4:text{2
8:argument"1:1
7:keyword"3:sql
10:parameters{2
8:argument"1:2
7:keyword"8:argslist
6:guards[2
{3
4:kind"12:serializable
4:call"42:psycopg2.extensions.connection#set_session
4:when{3
8:argument"1:0
7:keyword"15:isolation_level
6:one-of[2
"12:serializable
"28:ISOLATION_LEVEL_SERIALIZABLE
{3
4:kind"12:serializable
4:call"50:psycopg2.extensions.connection#set_isolation_level
4:when{2
8:argument"1:0
6:one-of[1
"28:ISOLATION_LEVEL_SERIALIZABLE
10:violations[1
{2
5:types[5
"23:psycopg2.IntegrityError
"31:psycopg2.errors.UniqueViolation
"34:psycopg2.errors.ExclusionViolation
"30:psycopg2.errors.IntegrityError
"34:psycopg2.extensions.IntegrityError
5:codes[2
"5:23505
"5:23P01
14:passes-through[1
"16:psycopg2.sql.SQL
6:raises[1
{2
4:call[11
"37:psycopg2.extensions.connection#cursor
"37:psycopg2.extensions.connection#commit
"39:psycopg2.extensions.connection#rollback
"42:psycopg2.extensions.connection#set_session
"50:psycopg2.extensions.connection#set_isolation_level
"34:psycopg2.extensions.cursor#execute
"38:psycopg2.extensions.cursor#executemany
"35:psycopg2.extensions.cursor#fetchone
"35:psycopg2.extensions.cursor#fetchall
"36:psycopg2.extensions.cursor#fetchmany
"35:psycopg2.extensions.cursor#callproc
4:only[2
"5:Error
"13:DatabaseError
12:never-raises[1
{1
4:call[8
"37:psycopg2.extensions.connection#cursor
"36:psycopg2.extensions.connection#close
"32:psycopg2.extensions.cursor#close
"16:psycopg2.sql.SQL
"23:psycopg2.sql.Identifier
"20:psycopg2.sql.Literal
"24:psycopg2.sql.Placeholder
"20:psycopg2.extras.Json
8:examples[4
{3
5:title"43:an early return keeps the pool's connection
8:language"6:python
4:code"376:from psycopg2.pool import ThreadedConnectionPool

pool = ThreadedConnectionPool(1, 10)


def name_of(user_id):
    conn = pool.getconn()  # expect: SL102
    with conn.cursor() as cursor:
        cursor.execute("SELECT name FROM users WHERE id = %s", (user_id,))
        row = cursor.fetchone()
    if row is None:
        return None
    pool.putconn(conn)
    return row[0]

{3
5:title"48:the with statement does not close the connection
8:language"6:python
4:code"226:import psycopg2


def count(dsn):
    with psycopg2.connect(dsn) as conn:  # expect: SL101
        with conn.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM users")
            return cursor.fetchone()[0]

{3
5:title"20:put back in any case
8:language"6:python
4:code"323:from psycopg2.pool import ThreadedConnectionPool

pool = ThreadedConnectionPool(1, 10)


def rename(user_id, name):
    conn = pool.getconn()
    try:
        with conn, conn.cursor() as cursor:
            cursor.execute("UPDATE users SET name = %s WHERE id = %s", (name, user_id))
    finally:
        pool.putconn(conn)

{3
5:title"16:closing() closes
8:language"6:python
4:code"229:from contextlib import closing

import psycopg2


def count(dsn):
    with closing(psycopg2.connect(dsn)) as conn, conn.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM users")
        return cursor.fetchone()[0]

{14
7:library"7:PyMongo
8:language"6:python
7:modules[2
"7:pymongo
"5:motor
5:types[8
{2
4:name"19:pymongo.MongoClient
7:aliases[2
"19:pymongo.MongoClient
"32:pymongo.mongo_client.MongoClient
{2
4:name"24:pymongo.AsyncMongoClient
7:aliases[2
"24:pymongo.AsyncMongoClient
"50:pymongo.asynchronous.mongo_client.AsyncMongoClient
{2
4:name"38:motor.motor_asyncio.AsyncIOMotorClient
7:aliases[1
"38:motor.motor_asyncio.AsyncIOMotorClient
{2
4:name"25:pymongo.database.Database
7:aliases[3
"25:pymongo.database.Database
"43:pymongo.asynchronous.database.AsyncDatabase
"40:motor.motor_asyncio.AsyncIOMotorDatabase
{3
4:name"29:pymongo.collection.Collection
7:telling[1
"1:*
7:aliases[3
"29:pymongo.collection.Collection
"47:pymongo.asynchronous.collection.AsyncCollection
"42:motor.motor_asyncio.AsyncIOMotorCollection
{3
4:name"34:pymongo.collection.NamedCollection
7:telling[4
"10:collection
"12:*_collection
"16:get_collection()
"11:*Collection
7:extends[1
"29:pymongo.collection.Collection
"36:pymongo.client_session.ClientSession
{2
4:name"26:pymongo.AsyncClientSession
7:aliases[1
"45:motor.motor_asyncio.AsyncIOMotorClientSession
7:returns{10
32:pymongo.MongoClient#get_database"25:pymongo.database.Database
40:pymongo.MongoClient#get_default_database"25:pymongo.database.Database
37:pymongo.AsyncMongoClient#get_database"25:pymongo.database.Database
45:pymongo.AsyncMongoClient#get_default_database"25:pymongo.database.Database
51:motor.motor_asyncio.AsyncIOMotorClient#get_database"25:pymongo.database.Database
59:motor.motor_asyncio.AsyncIOMotorClient#get_default_database"25:pymongo.database.Database
40:pymongo.database.Database#get_collection"29:pymongo.collection.Collection
33:pymongo.MongoClient#start_session"36:pymongo.client_session.ClientSession
38:pymongo.AsyncMongoClient#start_session"26:pymongo.AsyncClientSession
52:motor.motor_asyncio.AsyncIOMotorClient#start_session"26:pymongo.AsyncClientSession
9:resources[2
{8
2:id"7:session
4:noun"7:session
4:kind"7:session
6:weight"6:medium
4:type"36:pymongo.client_session.ClientSession
7:acquire[3
"33:pymongo.MongoClient#start_session
"38:pymongo.AsyncMongoClient#start_session
"52:motor.motor_asyncio.AsyncIOMotorClient#start_session
7:release[2
"48:pymongo.client_session.ClientSession#end_session
{2
4:call"38:pymongo.AsyncClientSession#end_session
5:await"4:true
3:fix"44:use `with client.start_session() as session`
{9
2:id"6:client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"19:pymongo.MongoClient
7:acquire[4
"19:pymongo.MongoClient
"32:pymongo.mongo_client.MongoClient
"24:pymongo.AsyncMongoClient
"38:motor.motor_asyncio.AsyncIOMotorClient
7:release[3
"25:pymongo.MongoClient#close
{2
4:call"30:pymongo.AsyncMongoClient#close
5:await"4:true
"44:motor.motor_asyncio.AsyncIOMotorClient#close
9:collected"4:true
3:fix"45:share one client, which has a pool of its own
5:pools[1
{4
4:call[3
"19:pymongo.MongoClient
"24:pymongo.AsyncMongoClient
"38:motor.motor_asyncio.AsyncIOMotorClient
4:noun"6:client
7:timeout{1
7:keyword"18:waitQueueTimeoutMS
3:fix"93:give `waitQueueTimeoutMS`; without it a caller waits for ever when all connections are in use
7:queries[1
{1
4:call[5
"31:pymongo.collection.Collection#*
"29:pymongo.database.Database#*.*
"25:pymongo.MongoClient#*.*.*
"30:pymongo.AsyncMongoClient#*.*.*
"44:motor.motor_asyncio.AsyncIOMotorClient#*.*.*
6:probes[3
{4
4:call"34:pymongo.collection.Collection#find
6:entity"8:receiver
7:columns{2
8:argument"1:0
7:keyword"6:filter
9:told-when{2
8:argument"1:0
2:is"6:object
{3
4:call[11
"38:pymongo.collection.Collection#find_one
"45:pymongo.collection.Collection#count_documents
"40:pymongo.collection.Collection#update_one
"34:pymongo.database.Database#find_one
"41:pymongo.database.Database#count_documents
"28:pymongo.MongoClient#find_one
"35:pymongo.MongoClient#count_documents
"33:pymongo.AsyncMongoClient#find_one
"40:pymongo.AsyncMongoClient#count_documents
"47:motor.motor_asyncio.AsyncIOMotorClient#find_one
"54:motor.motor_asyncio.AsyncIOMotorClient#count_documents
6:entity"8:receiver
7:columns{2
8:argument"1:0
7:keyword"6:filter
{3
4:call[15
"36:pymongo.database.Database#*.find_one
"43:pymongo.database.Database#*.count_documents
"32:pymongo.database.Database#*.find
"30:pymongo.MongoClient#*.find_one
"37:pymongo.MongoClient#*.count_documents
"32:pymongo.MongoClient#*.*.find_one
"39:pymongo.MongoClient#*.*.count_documents
"35:pymongo.AsyncMongoClient#*.find_one
"42:pymongo.AsyncMongoClient#*.count_documents
"37:pymongo.AsyncMongoClient#*.*.find_one
"44:pymongo.AsyncMongoClient#*.*.count_documents
"49:motor.motor_asyncio.AsyncIOMotorClient#*.find_one
"56:motor.motor_asyncio.AsyncIOMotorClient#*.count_documents
"51:motor.motor_asyncio.AsyncIOMotorClient#*.*.find_one
"58:motor.motor_asyncio.AsyncIOMotorClient#*.*.count_documents
6:entity{1
6:member"1:1
7:columns{2
8:argument"1:0
7:keyword"6:filter
7:inserts[4
{3
4:call[6
"40:pymongo.collection.Collection#insert_one
"41:pymongo.collection.Collection#insert_many
"36:pymongo.database.Database#insert_one
"30:pymongo.MongoClient#insert_one
"35:pymongo.AsyncMongoClient#insert_one
"49:motor.motor_asyncio.AsyncIOMotorClient#insert_one
6:entity"8:receiver
7:columns{2
8:argument"1:0
7:keyword"8:document
{3
4:call"41:pymongo.collection.NamedCollection#insert
6:entity"8:receiver
7:columns{1
8:argument"1:0
{4
4:call"36:pymongo.collection.Collection#insert
6:entity"8:receiver
7:columns{1
8:argument"1:0
9:told-when{2
8:argument"1:0
2:is"6:object
{3
4:call[8
"38:pymongo.database.Database#*.insert_one
"39:pymongo.database.Database#*.insert_many
"32:pymongo.MongoClient#*.insert_one
"34:pymongo.MongoClient#*.*.insert_one
"37:pymongo.AsyncMongoClient#*.insert_one
"39:pymongo.AsyncMongoClient#*.*.insert_one
"51:motor.motor_asyncio.AsyncIOMotorClient#*.insert_one
"53:motor.motor_asyncio.AsyncIOMotorClient#*.*.insert_one
6:entity{1
6:member"1:1
7:columns{2
8:argument"1:0
7:keyword"8:document
7:updates[2
{3
4:call[3
"40:pymongo.collection.Collection#update_one
"41:pymongo.collection.Collection#replace_one
"49:pymongo.collection.Collection#find_one_and_update
6:entity"8:receiver
7:columns[2
{2
8:argument"1:1
8:property"4:$set
{1
8:argument"1:1
{3
4:call[10
"38:pymongo.database.Database#*.update_one
"39:pymongo.database.Database#*.replace_one
"32:pymongo.MongoClient#*.update_one
"33:pymongo.MongoClient#*.replace_one
"34:pymongo.MongoClient#*.*.update_one
"35:pymongo.MongoClient#*.*.replace_one
"51:motor.motor_asyncio.AsyncIOMotorClient#*.update_one
"52:motor.motor_asyncio.AsyncIOMotorClient#*.replace_one
"53:motor.motor_asyncio.AsyncIOMotorClient#*.*.update_one
"54:motor.motor_asyncio.AsyncIOMotorClient#*.*.replace_one
6:entity{1
6:member"1:1
7:columns[2
{2
8:argument"1:1
8:property"4:$set
{1
8:argument"1:1
6:guards[1
{2
4:kind"11:transaction
4:call[4
"54:pymongo.client_session.ClientSession#start_transaction
"53:pymongo.client_session.ClientSession#with_transaction
"44:pymongo.AsyncClientSession#start_transaction
"43:pymongo.AsyncClientSession#with_transaction
10:violations[1
{2
5:types[2
"32:pymongo.errors.DuplicateKeyError
"29:pymongo.errors.BulkWriteError
5:codes[2
"5:11000
"6:E11000
12:never-raises[1
{1
4:call[7
"19:pymongo.MongoClient
"25:pymongo.MongoClient#close
"32:pymongo.MongoClient#get_database
"40:pymongo.database.Database#get_collection
"38:motor.motor_asyncio.AsyncIOMotorClient
"44:motor.motor_asyncio.AsyncIOMotorClient#close
"13:bson.ObjectId
{11
7:library"7:PyMySQL
8:language"6:python
7:modules[2
"7:pymysql
"7:MySQLdb
5:types[2
{3
4:name"18:pymysql.Connection
12:constructors[4
"15:pymysql.connect
"15:pymysql.Connect
"15:MySQLdb.connect
"15:MySQLdb.Connect
7:aliases[4
"18:pymysql.Connection
"30:pymysql.connections.Connection
"18:MySQLdb.Connection
"30:MySQLdb.connections.Connection
{2
4:name"14:pymysql.Cursor
7:aliases[7
"22:pymysql.cursors.Cursor
"26:pymysql.cursors.DictCursor
"24:pymysql.cursors.SSCursor
"28:pymysql.cursors.SSDictCursor
"22:MySQLdb.cursors.Cursor
"26:MySQLdb.cursors.DictCursor
"24:MySQLdb.cursors.SSCursor
7:returns{2
25:pymysql.Connection#cursor"14:pymysql.Cursor
25:pymysql.Cursor#connection"18:pymysql.Connection
9:resources[2
{9
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"4:high
4:type"18:pymysql.Connection
7:acquire[8
"15:pymysql.connect
"15:pymysql.Connect
"18:pymysql.Connection
"30:pymysql.connections.Connection
"15:MySQLdb.connect
"15:MySQLdb.Connect
"18:MySQLdb.Connection
"30:MySQLdb.connections.Connection
7:release[1
"24:pymysql.Connection#close
19:fails-after-release"4:true
3:fix"62:use `with pymysql.connect(...) as connection`, which closes it
{8
2:id"11:transaction
4:noun"11:transaction
4:kind"11:transaction
6:weight"4:high
4:type"18:pymysql.Connection
7:acquire[1
{2
4:call"24:pymysql.Connection#begin
5:gives"8:receiver
7:release[3
"25:pymysql.Connection#commit
"27:pymysql.Connection#rollback
"24:pymysql.Connection#close
3:fix"56:roll back in an `except BaseException` that raises again
7:queries[2
{3
4:call[2
"22:pymysql.Cursor#execute
"26:pymysql.Cursor#executemany
4:text{2
8:argument"1:0
7:keyword"5:query
10:parameters{2
8:argument"1:1
7:keyword"4:args
{2
4:call"24:pymysql.Connection#query
4:text{2
8:argument"1:0
7:keyword"3:sql
10:violations[1
{2
5:types[4
"22:pymysql.IntegrityError
"26:pymysql.err.IntegrityError
"22:MySQLdb.IntegrityError
"34:MySQLdb._exceptions.IntegrityError
5:codes[1
"4:1062
6:raises[1
{2
4:call[11
"25:pymysql.Connection#cursor
"25:pymysql.Connection#commit
"27:pymysql.Connection#rollback
"24:pymysql.Connection#begin
"23:pymysql.Connection#ping
"22:pymysql.Cursor#execute
"26:pymysql.Cursor#executemany
"23:pymysql.Cursor#fetchone
"23:pymysql.Cursor#fetchall
"24:pymysql.Cursor#fetchmany
"23:pymysql.Cursor#callproc
4:only[3
"5:Error
"10:MySQLError
"13:DatabaseError
12:never-raises[1
{1
4:call[4
"25:pymysql.Connection#cursor
"24:pymysql.Connection#close
"20:pymysql.Cursor#close
"32:pymysql.Connection#escape_string
8:examples[4
{3
5:title"46:the connection is closed only if all goes well
8:language"6:python
4:code"252:import pymysql


def rename(settings, user_id, name):
    conn = pymysql.connect(**settings)  # expect: SL103
    cursor = conn.cursor()
    cursor.execute("UPDATE users SET name = %s WHERE id = %s", (name, user_id))
    conn.commit()
    conn.close()

{3
5:title"53:the error is swallowed and the transaction stays open
8:language"6:python
4:code"308:import pymysql


def rename(conn: pymysql.Connection, user_id: int, name: str) -> bool:
    conn.begin()  # expect: SL107
    try:
        conn.cursor().execute("UPDATE users SET name = %s WHERE id = %s", (name, user_id))
    except pymysql.MySQLError:
        return False
    conn.commit()
    return True

{3
5:title"25:the with statement closes
8:language"6:python
4:code"248:import pymysql


def rename(settings, user_id, name):
    with pymysql.connect(**settings) as conn:
        with conn.cursor() as cursor:
            cursor.execute("UPDATE users SET name = %s WHERE id = %s", (name, user_id))
        conn.commit()

{3
5:title"23:rolled back in any case
8:language"6:python
4:code"291:import pymysql


def rename(conn: pymysql.Connection, user_id: int, name: str) -> None:
    conn.begin()
    try:
        conn.cursor().execute("UPDATE users SET name = %s WHERE id = %s", (name, user_id))
        conn.commit()
    except BaseException:
        conn.rollback()
        raise

{10
7:library"6:pyodbc
8:language"6:python
7:modules[3
"6:pyodbc
"8:pypyodbc
"7:aioodbc
5:types[5
{3
4:name"17:pyodbc.Connection
12:constructors[2
"14:pyodbc.connect
"16:pypyodbc.connect
7:aliases[2
"17:pyodbc.Connection
"19:pypyodbc.Connection
{2
4:name"13:pyodbc.Cursor
7:aliases[1
"13:pyodbc.Cursor
{2
4:name"18:aioodbc.Connection
12:constructors[1
"15:aioodbc.connect
{2
4:name"12:aioodbc.Pool
12:constructors[1
"19:aioodbc.create_pool
"14:aioodbc.Cursor
7:returns{5
24:pyodbc.Connection#cursor"13:pyodbc.Cursor
25:pyodbc.Connection#execute"13:pyodbc.Cursor
21:pyodbc.Cursor#execute"13:pyodbc.Cursor
20:aioodbc.Pool#acquire"18:aioodbc.Connection
25:aioodbc.Connection#cursor"14:aioodbc.Cursor
9:resources[3
{11
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"4:high
4:type"17:pyodbc.Connection
7:acquire[2
"14:pyodbc.connect
"16:pypyodbc.connect
7:release[1
"23:pyodbc.Connection#close
7:context"5:keeps
19:fails-after-release"4:true
9:collected"4:true
3:fix"97:use `with contextlib.closing(pyodbc.connect(...)) as connection`; `with connection:` commits only
{8
2:id"16:async-connection
4:noun"10:connection
4:kind"10:connection
6:weight"4:high
4:type"18:aioodbc.Connection
7:acquire[1
"15:aioodbc.connect
7:release[1
{2
4:call"24:aioodbc.Connection#close
5:await"4:true
3:fix"51:use `async with aioodbc.connect(...) as connection`
{8
2:id"17:pooled-connection
4:noun"17:pooled connection
4:kind"10:connection
6:weight"4:high
4:type"18:aioodbc.Connection
7:acquire[1
"20:aioodbc.Pool#acquire
7:release[1
{3
4:call"20:aioodbc.Pool#release
5:takes{2
8:argument"1:0
7:keyword"4:conn
5:await"4:true
3:fix"45:use `async with pool.acquire() as connection`
7:queries[1
{3
4:call[6
"25:pyodbc.Connection#execute
"21:pyodbc.Cursor#execute
"25:pyodbc.Cursor#executemany
"26:aioodbc.Connection#execute
"22:aioodbc.Cursor#execute
"26:aioodbc.Cursor#executemany
4:text{2
8:argument"1:0
7:keyword"3:sql
10:parameters{1
8:argument"1:1
10:violations[1
{2
5:types[2
"21:pyodbc.IntegrityError
"23:pypyodbc.IntegrityError
5:codes[3
"5:23000
"4:2627
"4:2601
12:never-raises[1
{1
4:call[4
"24:pyodbc.Connection#cursor
"23:pyodbc.Connection#close
"19:pyodbc.Cursor#close
"20:aioodbc.Pool#acquire
8:examples[2
{3
5:title"34:with does not close the connection
8:language"6:python
4:code"181:import pyodbc


def rename(dsn, user_id, name):
    with pyodbc.connect(dsn) as conn:  # expect: SL101
        conn.execute("UPDATE users SET name = ? WHERE id = ?", name, user_id)

{3
5:title"18:closed in any case
8:language"6:python
4:code"211:from contextlib import closing

import pyodbc


def rename(dsn, user_id, name):
    with closing(pyodbc.connect(dsn)) as conn, conn:
        conn.execute("UPDATE users SET name = ? WHERE id = ?", name, user_id)

{6
7:library"18:queues and retries
8:language"6:python
7:modules[13
"6:celery
"8:dramatiq
"4:huey
"2:rq
"3:arq
"10:faststream
"13:procrastinate
"6:taskiq
"8:tenacity
"7:backoff
"8:retrying
"7:stamina
"7:opnieuw
5:types[5
"13:celery.Celery
{2
4:name"9:huey.Huey
7:aliases[3
"14:huey.RedisHuey
"15:huey.SqliteHuey
"15:huey.MemoryHuey
"17:tenacity.Retrying
"22:tenacity.AsyncRetrying
{2
4:name"17:faststream.Broker
7:aliases[4
"30:faststream.rabbit.RabbitBroker
"28:faststream.kafka.KafkaBroker
"26:faststream.nats.NatsBroker
"28:faststream.redis.RedisBroker
9:consumers[4
{2
4:call[21
"18:celery.shared_task
"20:celery.shared_task()
"18:celery.Celery#task
"20:celery.Celery#task()
"11:celery.task
"13:celery.task()
"14:dramatiq.actor
"16:dramatiq.actor()
"14:huey.Huey#task
"16:huey.Huey#task()
"25:huey.Huey#periodic_task()
"26:huey.contrib.djhuey.task()
"29:huey.contrib.djhuey.db_task()
"19:rq.decorators.job()
"13:django_rq.job
"15:django_rq.job()
"30:faststream.Broker#subscriber()
"22:procrastinate.App#task
"24:procrastinate.App#task()
"24:taskiq.TaskiqBroker#task
"26:taskiq.TaskiqBroker#task()
5:value{1
8:argument"1:0
{2
4:call"34:pika.channel.Channel#basic_consume
5:value{2
8:argument"1:1
7:keyword"19:on_message_callback
{2
4:call"49:google.cloud.pubsub_v1.SubscriberClient#subscribe
5:value{2
8:argument"1:1
7:keyword"8:callback
{2
4:call"32:nats.aio.client.Client#subscribe
5:value{1
7:keyword"2:cb
7:retries[1
{2
4:call[18
"14:tenacity.retry
"16:tenacity.retry()
"20:tenacity.Retrying#()
"22:tenacity.Retrying#call
"25:tenacity.AsyncRetrying#()
"22:backoff.on_exception()
"22:backoff.on_predicate()
"14:retrying.retry
"16:retrying.retry()
"13:retry.retry()
"15:stamina.retry()
"23:tenacity.Retrying#wraps
"28:tenacity.AsyncRetrying#wraps
"20:retry.api.retry_call
"15:opnieuw.retry()
"21:opnieuw.retry_async()
"30:google.api_core.retry.Retry#()
"41:google.api_core.retry_async.AsyncRetry#()
5:value{1
8:argument"1:0
{13
7:library"8:redis-py
8:language"6:python
7:modules[3
"5:redis
"8:aioredis
"6:valkey
5:types[8
{3
4:name"11:redis.Redis
12:constructors[4
"14:redis.from_url
"20:redis.Redis.from_url
"15:valkey.from_url
"22:valkey.Valkey.from_url
7:aliases[5
"11:redis.Redis
"17:redis.StrictRedis
"18:redis.client.Redis
"18:redis.RedisCluster
"13:valkey.Valkey
{3
4:name"19:redis.asyncio.Redis
12:constructors[4
"22:redis.asyncio.from_url
"28:redis.asyncio.Redis.from_url
"17:aioredis.from_url
"23:aioredis.Redis.from_url
7:aliases[5
"19:redis.asyncio.Redis
"25:redis.asyncio.StrictRedis
"26:redis.asyncio.client.Redis
"26:redis.asyncio.RedisCluster
"14:aioredis.Redis
{2
4:name"20:aioredis.PooledRedis
12:constructors[4
"21:aioredis.create_redis
"26:aioredis.create_redis_pool
"20:aioredis.create_pool
"26:aioredis.create_connection
{2
4:name"15:redis.lock.Lock
7:aliases[1
"15:redis.lock.Lock
{2
4:name"23:redis.asyncio.lock.Lock
7:aliases[2
"23:redis.asyncio.lock.Lock
"18:aioredis.lock.Lock
"19:redis.client.PubSub
"27:redis.asyncio.client.PubSub
{2
4:name"21:redis.client.Pipeline
7:extends[1
"11:redis.Redis
7:returns{5
16:redis.Redis#lock"15:redis.lock.Lock
18:redis.Redis#pubsub"19:redis.client.PubSub
20:redis.Redis#pipeline"21:redis.client.Pipeline
24:redis.asyncio.Redis#lock"23:redis.asyncio.lock.Lock
26:redis.asyncio.Redis#pubsub"27:redis.asyncio.client.PubSub
9:resources[5
{9
2:id"4:lock
4:noun"4:lock
4:kind"4:lock
6:weight"4:high
4:type"15:redis.lock.Lock
7:acquire[1
{3
4:call[2
"23:redis.lock.Lock#acquire
"31:redis.asyncio.lock.Lock#acquire
5:gives"8:receiver
16:succeeds-if-true"4:true
7:release[2
"23:redis.lock.Lock#release
{2
4:call"31:redis.asyncio.lock.Lock#release
5:await"4:true
14:double-release"5:fails
3:fix"41:use `with client.lock(name, timeout=...)`
{10
2:id"6:pubsub
4:noun"12:subscription
4:kind"12:subscription
6:weight"6:medium
4:type"19:redis.client.PubSub
7:acquire[2
"18:redis.Redis#pubsub
"26:redis.asyncio.Redis#pubsub
7:release[5
"25:redis.client.PubSub#close
"25:redis.client.PubSub#reset
{2
4:call"34:redis.asyncio.client.PubSub#aclose
5:await"4:true
{2
4:call"33:redis.asyncio.client.PubSub#close
5:await"4:true
{2
4:call"33:redis.asyncio.client.PubSub#reset
5:await"4:true
9:collected"4:true
9:opened-by[3
"9:subscribe
"10:psubscribe
"10:ssubscribe
3:fix"36:use `with client.pubsub() as pubsub`
{10
2:id"6:client
4:noun"6:client
4:kind"6:client
6:weight"3:low
4:type"11:redis.Redis
7:acquire[1
{1
4:call[4
"11:redis.Redis
"17:redis.StrictRedis
"14:redis.from_url
"20:redis.Redis.from_url
7:release[1
"17:redis.Redis#close
9:collected"4:true
10:opens-late"4:true
3:fix"45:share one client, which has a pool of its own
{9
2:id"12:async-client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"19:redis.asyncio.Redis
7:acquire[1
{1
4:call[7
"19:redis.asyncio.Redis
"25:redis.asyncio.StrictRedis
"22:redis.asyncio.from_url
"28:redis.asyncio.Redis.from_url
"14:aioredis.Redis
"17:aioredis.from_url
"23:aioredis.Redis.from_url
7:release[2
{2
4:call"26:redis.asyncio.Redis#aclose
5:await"4:true
{2
4:call"25:redis.asyncio.Redis#close
5:await"4:true
10:opens-late"4:true
3:fix"69:use `async with redis.asyncio.Redis() as client`, or share one client
{9
2:id"13:pooled-client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"20:aioredis.PooledRedis
7:acquire[4
"21:aioredis.create_redis
"26:aioredis.create_redis_pool
"20:aioredis.create_pool
"26:aioredis.create_connection
7:release[2
"26:aioredis.PooledRedis#close
"25:aioredis.PooledRedis#quit
7:context"11:unsupported
3:fix"82:call `close()` and await `wait_closed()` in a `finally` block, or share one client
5:pools[1
{4
4:call[8
"11:redis.Redis
"17:redis.StrictRedis
"14:redis.from_url
"20:redis.Redis.from_url
"19:redis.asyncio.Redis
"22:redis.asyncio.from_url
"28:redis.asyncio.Redis.from_url
"17:aioredis.from_url
4:noun"6:client
13:waits-forever"5:false
3:fix"58:make one client where the application starts, and share it
6:probes[1
{3
4:call[8
"15:redis.Redis#get
"18:redis.Redis#exists
"16:redis.Redis#hget
"19:redis.Redis#hexists
"23:redis.asyncio.Redis#get
"26:redis.asyncio.Redis#exists
"24:redis.asyncio.Redis#hget
"27:redis.asyncio.Redis#hexists
6:entity{1
8:argument"1:0
4:mark"4:true
7:inserts[3
{4
4:call[2
"15:redis.Redis#set
"23:redis.asyncio.Redis#set
4:when{2
7:keyword"2:nx
2:is"4:true
6:entity{1
8:argument"1:0
6:atomic"4:true
{4
4:call[2
"15:redis.Redis#set
"23:redis.asyncio.Redis#set
4:when{2
8:argument"1:1
6:one-of[11
"1:1
"4:true
"6:locked
"4:lock
"7:running
"10:processing
"7:pending
"11:in_progress
"4:done
"4:sent
"1:x
6:entity{1
8:argument"1:0
4:mark"4:true
{4
4:call[2
"17:redis.Redis#setex
"25:redis.asyncio.Redis#setex
4:when{2
8:argument"1:2
6:one-of[11
"1:1
"4:true
"6:locked
"4:lock
"7:running
"10:processing
"7:pending
"11:in_progress
"4:done
"4:sent
"1:x
6:entity{1
8:argument"1:0
4:mark"4:true
7:updates[3
{3
4:call[2
"15:redis.Redis#set
"23:redis.asyncio.Redis#set
5:value{1
8:argument"1:1
6:entity{1
8:argument"1:0
{3
4:call[4
"17:redis.Redis#setex
"25:redis.asyncio.Redis#setex
"16:redis.Redis#hset
"24:redis.asyncio.Redis#hset
5:value{1
8:argument"1:2
6:entity{1
8:argument"1:0
{3
4:call[4
"16:redis.Redis#decr
"18:redis.Redis#decrby
"24:redis.asyncio.Redis#decr
"26:redis.asyncio.Redis#decrby
6:entity{1
8:argument"1:0
8:relative"4:true
6:guards[4
{2
4:kind"12:serializable
4:call[2
"17:redis.Redis#watch
"25:redis.asyncio.Redis#watch
{3
4:kind"4:lock
4:call[2
"15:redis.Redis#set
"23:redis.asyncio.Redis#set
4:when{2
7:keyword"2:nx
2:is"4:true
{2
4:kind"4:lock
4:call[2
"17:redis.Redis#setnx
"25:redis.asyncio.Redis#setnx
{2
4:kind"4:lock
4:call[4
"23:redis.lock.Lock#acquire
"25:redis.lock.Lock#__enter__
"31:redis.asyncio.lock.Lock#acquire
"34:redis.asyncio.lock.Lock#__aenter__
12:never-raises[1
{1
4:call[13
"11:redis.Redis
"17:redis.StrictRedis
"16:redis.Redis#lock
"20:redis.Redis#pipeline
"18:redis.Redis#pubsub
"17:redis.Redis#close
"25:redis.client.PubSub#close
"19:redis.asyncio.Redis
"24:redis.asyncio.Redis#lock
"28:redis.asyncio.Redis#pipeline
"26:redis.asyncio.Redis#pubsub
"22:redis.asyncio.from_url
"14:redis.from_url
8:examples[2
{3
5:title"54:what raises in between leaves the lock to its time-out
8:language"6:python
4:code"268:import redis

client = redis.Redis()


def settle(order, settle_order):
    lock = client.lock(f"order:{order}", timeout=600)
    if not lock.acquire(blocking_timeout=5):  # expect: SL103
        return False
    settle_order(order)
    lock.release()
    return True

{3
5:title"20:released in any case
8:language"6:python
4:code"424:import redis

client = redis.Redis()


def settle(order, settle_order):
    with client.lock(f"order:{order}", timeout=600, blocking_timeout=5):
        settle_order(order)


def try_to_settle(order, settle_order):
    lock = client.lock(f"order:{order}", timeout=600)
    if not lock.acquire(blocking=False):
        return False
    try:
        settle_order(order)
        return True
    finally:
        lock.release()

{9
7:library"16:remote protocols
8:language"6:python
7:modules[14
"8:paramiko
"8:asyncssh
"4:ldap
"5:ldap3
"7:smtplib
"10:aiosmtplib
"7:yagmail
"6:ftplib
"7:imaplib
"6:poplib
"7:nntplib
"9:telnetlib
"4:grpc
"6:xmlrpc
5:types[15
{2
4:name"18:paramiko.SSHClient
7:aliases[2
"18:paramiko.SSHClient
"25:paramiko.client.SSHClient
{2
4:name"18:paramiko.Transport
7:aliases[2
"18:paramiko.Transport
"28:paramiko.transport.Transport
{2
4:name"16:paramiko.Channel
7:aliases[2
"16:paramiko.Channel
"24:paramiko.channel.Channel
{3
4:name"19:paramiko.SFTPClient
12:constructors[2
"34:paramiko.SFTPClient.from_transport
"46:paramiko.sftp_client.SFTPClient.from_transport
7:aliases[2
"19:paramiko.SFTPClient
"31:paramiko.sftp_client.SFTPClient
{2
4:name"28:asyncssh.SSHClientConnection
12:constructors[1
"16:asyncssh.connect
{2
4:name"26:ldap.ldapobject.LDAPObject
12:constructors[1
"15:ldap.initialize
"16:ldap3.Connection
{2
4:name"12:smtplib.SMTP
7:aliases[4
"12:smtplib.SMTP
"16:smtplib.SMTP_SSL
"12:smtplib.LMTP
"12:yagmail.SMTP
{2
4:name"10:ftplib.FTP
7:aliases[2
"10:ftplib.FTP
"14:ftplib.FTP_TLS
{2
4:name"13:imaplib.IMAP4
7:aliases[3
"13:imaplib.IMAP4
"17:imaplib.IMAP4_SSL
"20:imaplib.IMAP4_stream
{2
4:name"11:poplib.POP3
7:aliases[2
"11:poplib.POP3
"15:poplib.POP3_SSL
{2
4:name"12:nntplib.NNTP
7:aliases[2
"12:nntplib.NNTP
"16:nntplib.NNTP_SSL
"16:telnetlib.Telnet
{2
4:name"12:grpc.Channel
12:constructors[2
"21:grpc.insecure_channel
"19:grpc.secure_channel
{2
4:name"16:grpc.aio.Channel
12:constructors[2
"25:grpc.aio.insecure_channel
"23:grpc.aio.secure_channel
7:returns{8
28:paramiko.SSHClient#open_sftp"19:paramiko.SFTPClient
32:paramiko.SSHClient#get_transport"18:paramiko.Transport
31:paramiko.Transport#open_session"16:paramiko.Channel
31:paramiko.Transport#open_channel"16:paramiko.Channel
31:paramiko.SSHClient#invoke_shell"16:paramiko.Channel
35:paramiko.Transport#open_sftp_client"19:paramiko.SFTPClient
24:paramiko.SFTPClient#open"9:io.IOBase
24:paramiko.SFTPClient#file"9:io.IOBase
9:resources[11
{8
2:id"10:ssh-client
4:noun"14:SSH connection
4:kind"10:connection
6:weight"6:medium
4:type"18:paramiko.SSHClient
7:acquire[1
{2
4:call"26:paramiko.SSHClient#connect
5:gives"8:receiver
7:release[1
"24:paramiko.SSHClient#close
3:fix"78:use `with paramiko.SSHClient() as client`; its thread lives until it is closed
{8
2:id"13:ssh-transport
4:noun"13:SSH transport
4:kind"10:connection
6:weight"6:medium
4:type"18:paramiko.Transport
7:acquire[2
"18:paramiko.Transport
"28:paramiko.transport.Transport
7:release[1
"24:paramiko.Transport#close
3:fix"68:use it in a `with` statement, or call `close()` in a `finally` block
{10
2:id"11:sftp-client
4:noun"12:SFTP session
4:kind"7:session
6:weight"3:low
4:type"19:paramiko.SFTPClient
7:acquire[2
"28:paramiko.SSHClient#open_sftp
"34:paramiko.SFTPClient.from_transport
7:release[1
"25:paramiko.SFTPClient#close
9:collected"4:true
17:closed-implicitly"4:true
3:fix"37:use `with client.open_sftp() as sftp`
{10
2:id"11:ssh-channel
4:noun"7:channel
4:kind"7:session
6:weight"3:low
4:type"16:paramiko.Channel
7:acquire[1
{1
4:call[3
"31:paramiko.Transport#open_session
"31:paramiko.Transport#open_channel
"31:paramiko.SSHClient#invoke_shell
7:release[1
"22:paramiko.Channel#close
9:collected"4:true
17:closed-implicitly"4:true
3:fix"46:use `with transport.open_session() as channel`
{10
2:id"9:sftp-file
4:noun"11:remote file
4:kind"4:file
6:weight"3:low
4:type"9:io.IOBase
7:acquire[1
{1
4:call[2
"24:paramiko.SFTPClient#open
"24:paramiko.SFTPClient#file
7:release[1
"15:io.IOBase#close
9:collected"4:true
17:closed-implicitly"4:true
3:fix"33:use `with sftp.open(...) as file`
{8
2:id"20:async-ssh-connection
4:noun"14:SSH connection
4:kind"10:connection
6:weight"6:medium
4:type"28:asyncssh.SSHClientConnection
7:acquire[1
"16:asyncssh.connect
7:release[2
"34:asyncssh.SSHClientConnection#close
"34:asyncssh.SSHClientConnection#abort
3:fix"52:use `async with asyncssh.connect(...) as connection`
{9
2:id"20:directory-connection
4:noun"15:LDAP connection
4:kind"10:connection
6:weight"6:medium
4:type"16:ldap3.Connection
7:acquire[2
"16:ldap3.Connection
"15:ldap.initialize
7:release[5
"23:ldap3.Connection#unbind
"33:ldap.ldapobject.LDAPObject#unbind
"35:ldap.ldapobject.LDAPObject#unbind_s
"37:ldap.ldapobject.LDAPObject#unbind_ext
"39:ldap.ldapobject.LDAPObject#unbind_ext_s
9:collected"4:true
3:fix"36:call `unbind()` in a `finally` block
{9
2:id"15:mail-connection
4:noun"15:mail connection
4:kind"10:connection
6:weight"6:medium
4:type"12:smtplib.SMTP
7:acquire[4
{2
4:call[3
"12:smtplib.SMTP
"16:smtplib.SMTP_SSL
"12:smtplib.LMTP
4:when{3
8:argument"1:0
7:keyword"4:host
2:is"7:present
{2
4:call"20:smtplib.SMTP#connect
5:gives"8:receiver
{1
4:call[5
"13:imaplib.IMAP4
"17:imaplib.IMAP4_SSL
"20:imaplib.IMAP4_stream
"11:poplib.POP3
"15:poplib.POP3_SSL
{1
4:call[3
"12:nntplib.NNTP
"16:nntplib.NNTP_SSL
"12:yagmail.SMTP
7:release[7
"17:smtplib.SMTP#quit
"18:smtplib.SMTP#close
"20:imaplib.IMAP4#logout
"22:imaplib.IMAP4#shutdown
"16:poplib.POP3#quit
"17:poplib.POP3#close
"17:nntplib.NNTP#quit
9:collected"4:true
3:fix"67:use it in a `with` statement, or call `quit()` in a `finally` block
{9
2:id"13:file-transfer
4:noun"14:FTP connection
4:kind"10:connection
6:weight"6:medium
4:type"10:ftplib.FTP
7:acquire[2
{2
4:call[2
"10:ftplib.FTP
"14:ftplib.FTP_TLS
4:when{3
8:argument"1:0
7:keyword"4:host
2:is"7:present
{2
4:call"18:ftplib.FTP#connect
5:gives"8:receiver
7:release[2
"15:ftplib.FTP#quit
"16:ftplib.FTP#close
9:collected"4:true
3:fix"34:use `with ftplib.FTP(host) as ftp`
{9
2:id"6:telnet
4:noun"17:Telnet connection
4:kind"10:connection
6:weight"6:medium
4:type"16:telnetlib.Telnet
7:acquire[1
"16:telnetlib.Telnet
7:release[1
"22:telnetlib.Telnet#close
9:collected"4:true
3:fix"47:use `with telnetlib.Telnet(host) as connection`
{9
2:id"7:channel
4:noun"7:channel
4:kind"6:client
6:weight"6:medium
4:type"12:grpc.Channel
7:acquire[4
"21:grpc.insecure_channel
"19:grpc.secure_channel
"25:grpc.aio.insecure_channel
"23:grpc.aio.secure_channel
7:release[2
"18:grpc.Channel#close
{2
4:call"22:grpc.aio.Channel#close
5:await"4:true
9:collected"4:true
3:fix"68:use `with grpc.secure_channel(...) as channel`, or share one channel
5:pools[1
{4
4:call[4
"21:grpc.insecure_channel
"19:grpc.secure_channel
"25:grpc.aio.insecure_channel
"23:grpc.aio.secure_channel
4:noun"7:channel
13:waits-forever"5:false
3:fix"59:make one channel where the application starts, and share it
7:network[1
{1
4:call[10
"21:smtplib.SMTP#sendmail
"25:smtplib.SMTP#send_message
"15:aiosmtplib.send
"26:paramiko.SSHClient#connect
"31:paramiko.SSHClient#exec_command
"21:ftplib.FTP#retrbinary
"21:ftplib.FTP#storbinary
"19:imaplib.IMAP4#fetch
"23:ldap3.Connection#search
"21:ldap3.Connection#bind
12:never-raises[1
{1
4:call[11
"18:paramiko.SSHClient
"24:paramiko.SSHClient#close
"46:paramiko.SSHClient#set_missing_host_key_policy
"22:paramiko.AutoAddPolicy
"21:paramiko.RejectPolicy
"25:paramiko.SFTPClient#close
"24:paramiko.Transport#close
"21:grpc.insecure_channel
"19:grpc.secure_channel
"18:grpc.Channel#close
"34:asyncssh.SSHClientConnection#close
{6
7:library"12:Repositories
8:language"6:python
8:triggers[5
"10:.find_one(
"14:.get_by_email(
"13:.get_by_name(
"15:.find_by_email(
"14:.find_by_name(
5:types[1
{2
4:name"16:store.Repository
7:telling[5
"11:*repository
"5:*repo
"5:*_dao
"11:*Repository
"5:*Repo
6:probes[1
{3
4:call[10
"25:store.Repository#find_one
"27:store.Repository#find_first
"25:store.Repository#find_by*
"29:store.Repository#find_one_by*
"24:store.Repository#get_by*
"24:store.Repository#get_one
"28:store.Repository#get_or_none
"23:store.Repository#exists
"27:store.Repository#exists_by*
"22:store.Repository#count
6:entity"8:receiver
20:keywords-are-columns"4:true
7:inserts[1
{3
4:call[5
"23:store.Repository#create
"27:store.Repository#create_one
"23:store.Repository#insert
"27:store.Repository#insert_one
"20:store.Repository#add
6:entity"8:receiver
20:keywords-are-columns"4:true
{10
7:library"8:requests
8:language"6:python
7:modules[2
"8:requests
"17:requests_toolbelt
5:types[2
{3
4:name"16:requests.Session
12:constructors[2
"16:requests.session
"25:requests.sessions.session
7:aliases[2
"16:requests.Session
"25:requests.sessions.Session
{3
4:name"17:requests.Response
12:constructors[8
"12:requests.get
"13:requests.post
"12:requests.put
"14:requests.patch
"15:requests.delete
"13:requests.head
"16:requests.options
"16:requests.request
7:aliases[2
"17:requests.Response
"24:requests.models.Response
7:returns{7
20:requests.Session#get"17:requests.Response
21:requests.Session#post"17:requests.Response
20:requests.Session#put"17:requests.Response
22:requests.Session#patch"17:requests.Response
23:requests.Session#delete"17:requests.Response
24:requests.Session#request"17:requests.Response
21:requests.Session#send"17:requests.Response
9:resources[2
{10
2:id"6:stream
4:noun"17:streamed response
4:kind"8:response
6:weight"6:medium
4:type"17:requests.Response
7:acquire[1
{2
4:call[9
"12:requests.get
"13:requests.post
"12:requests.put
"16:requests.request
"20:requests.Session#get
"21:requests.Session#post
"20:requests.Session#put
"24:requests.Session#request
"21:requests.Session#send
4:when{2
7:keyword"6:stream
2:is"4:true
7:release[5
"23:requests.Response#close
"22:requests.Response#json
"30:requests.Response#iter_content
"28:requests.Response#iter_lines
{2
4:call[3
"26:requests.Response#raw.read
"27:requests.Response#raw.close
"34:requests.Response#raw.release_conn
5:takes{1
4:root"4:true
7:read-by[3
"7:content
"4:text
"17:apparent_encoding
9:collected"4:true
3:fix"53:use `with requests.get(..., stream=True) as response`
{9
2:id"7:session
4:noun"7:session
4:kind"6:client
6:weight"6:medium
4:type"16:requests.Session
7:acquire[3
"16:requests.Session
"16:requests.session
"25:requests.sessions.Session
7:release[1
"22:requests.Session#close
9:collected"4:true
3:fix"62:use `with requests.Session() as session`, or share one session
5:pools[1
{4
4:call[2
"16:requests.Session
"16:requests.session
4:noun"7:session
13:waits-forever"5:false
3:fix"59:make one session where the application starts, and share it
7:network[1
{1
4:call[17
"12:requests.get
"13:requests.post
"12:requests.put
"14:requests.patch
"15:requests.delete
"13:requests.head
"16:requests.options
"16:requests.request
"20:requests.Session#get
"21:requests.Session#post
"20:requests.Session#put
"22:requests.Session#patch
"23:requests.Session#delete
"21:requests.Session#head
"24:requests.Session#options
"24:requests.Session#request
"21:requests.Session#send
12:never-raises[1
{1
4:call[7
"16:requests.Session
"16:requests.session
"22:requests.Session#close
"22:requests.Session#mount
"31:requests.Session#headers.update
"23:requests.Response#close
"29:requests.adapters.HTTPAdapter
8:examples[2
{3
5:title"57:the body of a refused download is neither read nor closed
8:language"6:python
4:code"305:import requests


def download(url, path):
    response = requests.get(url, stream=True, timeout=10)  # expect: SL102
    if response.status_code != 200:
        return False
    with open(path, "wb") as out:
        for chunk in response.iter_content(65536):
            out.write(chunk)
    return True

{3
5:title"19:the block closes it
8:language"6:python
4:code"315:import requests


def download(url, path):
    with requests.get(url, stream=True, timeout=10) as response:
        if response.status_code != 200:
            return False
        with open(path, "wb") as out:
            for chunk in response.iter_content(65536):
                out.write(chunk)
    return True

{7
7:library"21:Django REST framework
8:language"6:python
7:modules[1
"14:rest_framework
5:types[2
{3
4:name"42:rest_framework.serializers.ModelSerializer
7:aliases[1
"53:rest_framework.serializers.HyperlinkedModelSerializer
7:hinting[3
"10:serializer
"12:*_serializer
"11:*Serializer
{2
4:name"38:rest_framework.mixins.CreateModelMixin
7:aliases[3
"37:rest_framework.generics.CreateAPIView
"41:rest_framework.generics.ListCreateAPIView
"36:rest_framework.viewsets.ModelViewSet
7:returns{2
51:rest_framework.mixins.CreateModelMixin#get_queryset"25:django.db.models.QuerySet
53:rest_framework.mixins.CreateModelMixin#get_serializer"42:rest_framework.serializers.ModelSerializer
7:inserts[3
{4
4:call"47:rest_framework.serializers.ModelSerializer#save
4:when[3
{4
5:chain"2:()
8:argument"1:0
7:keyword"8:instance
2:is"6:absent
{4
5:chain"14:get_serializer
8:argument"1:0
7:keyword"8:instance
2:is"6:absent
{4
5:chain"16:serializer_class
8:argument"1:0
7:keyword"8:instance
2:is"6:absent
6:entity"4:root
20:keywords-are-columns"4:true
{2
4:call"49:rest_framework.serializers.ModelSerializer#create
6:entity"4:root
{2
4:call[3
"45:rest_framework.mixins.CreateModelMixin#create
"53:rest_framework.mixins.CreateModelMixin#perform_create
"43:rest_framework.mixins.CreateModelMixin#post
6:entity"4:root
8:examples[2
{3
5:title"40:two uploads of one commit both find none
8:language"6:python
4:code"477:from django.db import models
from rest_framework import serializers


class Commit(models.Model):
    sha = models.CharField(max_length=40)


class CommitSerializer(serializers.ModelSerializer):
    class Meta:
        model = Commit
        fields = ["sha"]

    def create(self, validated_data):
        known = Commit.objects.filter(sha=validated_data["sha"]).first()
        if known:
            return known
        return super().create(validated_data)  # expect: SL301

{3
5:title"46:a serializer of a row that is there changes it
8:language"6:python
4:code"683:from django.db import models
from rest_framework import serializers
from rest_framework.views import APIView


class Commit(models.Model):
    sha = models.CharField(max_length=40)


class CommitSerializer(serializers.ModelSerializer):
    class Meta:
        model = Commit
        fields = ["sha"]


class CommitView(APIView):
    def put(self, request, pk):
        if Commit.objects.filter(sha=request.data["sha"]).exclude(pk=pk).exists():
            raise serializers.ValidationError("taken")
        commit = Commit.objects.get(pk=pk)
        serializer = CommitSerializer(commit, data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save()

{6
7:library"22:Python background work
8:language"6:python
7:modules[9
"7:asyncio
"9:threading
"8:watchdog
"11:apscheduler
"8:zeroconf
"6:pynput
"10:websockets
"9:pyinotify
"12:oslo_service
5:types[12
{3
4:name"12:asyncio.Task
12:constructors[2
"19:asyncio.create_task
"21:asyncio.ensure_future
7:aliases[1
"12:asyncio.Task
{2
4:name"15:threading.Timer
12:constructors[1
"15:threading.Timer
{3
4:name"35:watchdog.observers.api.BaseObserver
12:constructors[2
"27:watchdog.observers.Observer
"42:watchdog.observers.polling.PollingObserver
7:aliases[2
"27:watchdog.observers.Observer
"42:watchdog.observers.polling.PollingObserver
{3
4:name"41:apscheduler.schedulers.base.BaseScheduler
12:constructors[2
"53:apscheduler.schedulers.background.BackgroundScheduler
"47:apscheduler.schedulers.asyncio.AsyncIOScheduler
7:aliases[2
"53:apscheduler.schedulers.background.BackgroundScheduler
"47:apscheduler.schedulers.asyncio.AsyncIOScheduler
{2
4:name"17:zeroconf.Zeroconf
12:constructors[1
"17:zeroconf.Zeroconf
{2
4:name"30:zeroconf.asyncio.AsyncZeroconf
12:constructors[1
"30:zeroconf.asyncio.AsyncZeroconf
{2
4:name"20:asyncio.NewEventLoop
12:constructors[1
"22:asyncio.new_event_loop
"14:asyncio.Runner
{2
4:name"21:asyncio.StartedServer
12:constructors[5
"20:asyncio.start_server
"25:asyncio.start_unix_server
"16:websockets.serve
"23:websockets.server.serve
"31:websockets.asyncio.server.serve
{1
4:name"26:pyinotify.ThreadedNotifier
{2
4:name"36:oslo_service.loopingcall.LoopingCall
12:constructors[3
"49:oslo_service.loopingcall.FixedIntervalLoopingCall
"43:oslo_service.loopingcall.DynamicLoopingCall
"60:oslo_service.loopingcall.FixedIntervalWithTimeoutLoopingCall
{2
4:name"15:pynput.Listener
12:constructors[2
"24:pynput.keyboard.Listener
"21:pynput.mouse.Listener
9:resources[11
{12
2:id"4:loop
4:noun"10:event loop
4:kind"5:other
6:weight"6:medium
4:type"20:asyncio.NewEventLoop
7:acquire[1
"22:asyncio.new_event_loop
7:release[1
"26:asyncio.NewEventLoop#close
8:hand-off[1
{2
4:call"32:asyncio.NewEventLoop#run_forever
5:takes"8:receiver
7:context"11:unsupported
17:closed-implicitly"4:true
9:collected"4:true
3:fix"64:use `asyncio.run()`, or call `loop.close()` in a `finally` block
{9
2:id"6:runner
4:noun"10:event loop
4:kind"5:other
6:weight"6:medium
4:type"14:asyncio.Runner
7:acquire[1
"14:asyncio.Runner
7:release[1
"20:asyncio.Runner#close
9:collected"4:true
3:fix"37:use `with asyncio.Runner() as runner`
{11
2:id"6:server
4:noun"6:server
4:kind"6:socket
6:weight"6:medium
4:type"21:asyncio.StartedServer
7:acquire[1
{1
4:call[5
"20:asyncio.start_server
"25:asyncio.start_unix_server
"16:websockets.serve
"23:websockets.server.serve
"31:websockets.asyncio.server.serve
7:release[1
"27:asyncio.StartedServer#close
8:hand-off[1
{2
4:call"35:asyncio.StartedServer#serve_forever
5:takes"8:receiver
17:closed-implicitly"4:true
9:collected"4:true
3:fix"64:use `async with server:`, or call `close()` in a `finally` block
{11
2:id"12:looping-call
4:noun"12:looping call
4:kind"5:timer
6:weight"6:medium
4:type"36:oslo_service.loopingcall.LoopingCall
7:acquire[1
{2
4:call[2
"42:oslo_service.loopingcall.LoopingCall#start
"32:pyinotify.ThreadedNotifier#start
5:gives"8:receiver
7:release[2
"41:oslo_service.loopingcall.LoopingCall#stop
"31:pyinotify.ThreadedNotifier#stop
7:context"11:unsupported
17:closed-implicitly"4:true
9:collected"4:true
3:fix"34:call `stop()` in a `finally` block
{13
2:id"4:task
4:noun"4:task
4:kind"5:other
6:weight"6:medium
4:type"12:asyncio.Task
7:acquire[1
{1
4:call[2
"19:asyncio.create_task
"21:asyncio.ensure_future
7:release[1
"19:asyncio.Task#cancel
8:hand-off[1
{2
4:call[5
"14:asyncio.gather
"12:asyncio.wait
"16:asyncio.wait_for
"14:asyncio.shield
"20:asyncio.as_completed
5:takes{1
8:argument"1:0
7:context"11:unsupported
14:awaited-to-end"4:true
17:closed-implicitly"4:true
9:collected"4:true
3:fix"71:cancel it in a `finally` block, or use `async with asyncio.TaskGroup()`
{11
2:id"5:timer
4:noun"5:timer
4:kind"5:timer
6:weight"6:medium
4:type"15:threading.Timer
7:acquire[1
{2
4:call"21:threading.Timer#start
5:gives"8:receiver
7:release[2
"22:threading.Timer#cancel
"20:threading.Timer#join
7:context"11:unsupported
17:closed-implicitly"4:true
9:collected"4:true
3:fix"30:cancel it in a `finally` block
{12
2:id"7:watcher
4:noun"12:file watcher
4:kind"5:other
6:weight"6:medium
4:type"35:watchdog.observers.api.BaseObserver
7:acquire[1
{2
4:call"41:watchdog.observers.api.BaseObserver#start
5:gives"8:receiver
7:release[1
"40:watchdog.observers.api.BaseObserver#stop
8:hand-off[1
{2
4:call"40:watchdog.observers.api.BaseObserver#join
5:takes"8:receiver
7:context"11:unsupported
17:closed-implicitly"4:true
9:collected"4:true
3:fix"63:call `stop()` in a `finally` block; its threads live until then
{11
2:id"9:scheduler
4:noun"9:scheduler
4:kind"5:other
6:weight"6:medium
4:type"41:apscheduler.schedulers.base.BaseScheduler
7:acquire[1
{2
4:call"47:apscheduler.schedulers.base.BaseScheduler#start
5:gives"8:receiver
7:release[1
"50:apscheduler.schedulers.base.BaseScheduler#shutdown
7:context"11:unsupported
17:closed-implicitly"4:true
9:collected"4:true
3:fix"67:call `shutdown()` in a `finally` block; its threads live until then
{8
2:id"9:discovery
4:noun"17:discovery service
4:kind"6:client
6:weight"6:medium
4:type"17:zeroconf.Zeroconf
7:acquire[1
"17:zeroconf.Zeroconf
7:release[1
"23:zeroconf.Zeroconf#close
3:fix"68:use it in a `with` statement, or call `close()` in a `finally` block
{8
2:id"15:async-discovery
4:noun"17:discovery service
4:kind"6:client
6:weight"6:medium
4:type"30:zeroconf.asyncio.AsyncZeroconf
7:acquire[1
"30:zeroconf.asyncio.AsyncZeroconf
7:release[1
{2
4:call"42:zeroconf.asyncio.AsyncZeroconf#async_close
5:await"4:true
3:fix"69:use it in an `async with` statement, or close it in a `finally` block
{10
2:id"8:listener
4:noun"14:input listener
4:kind"5:other
6:weight"6:medium
4:type"15:pynput.Listener
7:acquire[1
{2
4:call"21:pynput.Listener#start
5:gives"8:receiver
7:release[1
"20:pynput.Listener#stop
17:closed-implicitly"4:true
9:collected"4:true
3:fix"28:use it in a `with` statement
8:examples[2
{3
5:title"60:work that fails leaves the watcher and the heartbeat running
8:language"6:python
4:code"416:import asyncio

from watchdog.observers import Observer


def wait_for_change(folder, handler):
    observer = Observer()
    observer.schedule(handler, folder)
    observer.start()  # expect: SL103
    handler.wait()
    observer.stop()
    observer.join()


async def finish(job, beat):
    heartbeat = asyncio.create_task(beat())  # expect: SL103
    result = await job()
    heartbeat.cancel()
    return result

{3
5:title"22:ended whatever happens
8:language"6:python
4:code"555:import asyncio

from watchdog.observers import Observer


def wait_for_change(folder, handler):
    observer = Observer()
    observer.schedule(handler, folder)
    observer.start()
    try:
        handler.wait()
    finally:
        observer.stop()
        observer.join()


async def finish(job, beat):
    heartbeat = asyncio.create_task(beat())
    try:
        return await job()
    finally:
        heartbeat.cancel()


async def both(left, right):
    first = asyncio.create_task(left())
    second = await right()
    return await first, second

{8
7:library"16:scientific files
8:language"6:python
7:modules[18
"6:xarray
"7:pyarrow
"10:pyarrow.fs
"5:pysam
"8:pyBigWig
"6:fitsio
"5:laspy
"9:openslide
"8:scipy.io
"7:netCDF4
"5:pypdf
"6:PyPDF2
"4:xlrd
"4:fitz
"7:pymupdf
"6:uproot
"9:shapefile
"9:audioread
5:types[5
{2
4:name"14:pyarrow.Reader
12:constructors[20
"19:xarray.open_dataset
"21:xarray.open_mfdataset
"21:xarray.open_dataarray
"16:xarray.open_zarr
"27:pyarrow.parquet.ParquetFile
"13:pysam.Samfile
"15:pysam.FastxFile
"13:pyBigWig.open
"11:fitsio.FITS
"19:openslide.OpenSlide
"20:openslide.open_slide
"20:scipy.io.netcdf_file
"27:scipy.io.netcdf.netcdf_file
"17:netCDF4.MFDataset
"13:fitz.Document
"16:pymupdf.Document
"11:uproot.open
"15:uproot.recreate
"16:shapefile.Reader
"20:audioread.audio_open
{3
4:name"21:pyarrow.fs.FileSystem
12:constructors[5
"26:pyarrow.fs.LocalFileSystem
"23:pyarrow.fs.S3FileSystem
"24:pyarrow.fs.GcsFileSystem
"27:pyarrow.fs.HadoopFileSystem
"20:pyarrow.hdfs.connect
7:aliases[1
"21:pyarrow.fs.FileSystem
{2
4:name"14:pyarrow.Writer
12:constructors[10
"16:shapefile.Writer
"21:pyarrow.orc.ORCWriter
"21:pyarrow.csv.CSVWriter
"20:pyarrow.ipc.new_file
"22:pyarrow.ipc.new_stream
"29:pyarrow.RecordBatchFileWriter
"31:pyarrow.RecordBatchStreamWriter
"33:pyarrow.ipc.RecordBatchFileWriter
"35:pyarrow.ipc.RecordBatchStreamWriter
"15:laspy.LasWriter
{2
4:name"9:xlrd.Book
12:constructors[1
"18:xlrd.open_workbook
{2
4:name"12:pypdf.Merger
12:constructors[3
"15:pypdf.PdfMerger
"16:PyPDF2.PdfMerger
"20:PyPDF2.PdfFileMerger
7:returns{4
39:pyarrow.fs.FileSystem#open_input_stream"14:pyarrow.Reader
37:pyarrow.fs.FileSystem#open_input_file"14:pyarrow.Reader
40:pyarrow.fs.FileSystem#open_output_stream"14:pyarrow.Reader
40:pyarrow.fs.FileSystem#open_append_stream"14:pyarrow.Reader
9:resources[5
{9
2:id"6:reader
4:noun"4:file
4:kind"4:file
6:weight"6:medium
4:type"14:pyarrow.Reader
7:acquire[1
{1
4:call[20
"27:pyarrow.parquet.ParquetFile
"13:pysam.Samfile
"15:pysam.FastxFile
"13:pyBigWig.open
"11:fitsio.FITS
"19:openslide.OpenSlide
"20:openslide.open_slide
"20:scipy.io.netcdf_file
"27:scipy.io.netcdf.netcdf_file
"17:netCDF4.MFDataset
"13:fitz.Document
"16:pymupdf.Document
"11:uproot.open
"15:uproot.recreate
"16:shapefile.Reader
"20:audioread.audio_open
"39:pyarrow.fs.FileSystem#open_input_stream
"37:pyarrow.fs.FileSystem#open_input_file
"40:pyarrow.fs.FileSystem#open_output_stream
"40:pyarrow.fs.FileSystem#open_append_stream
7:release[1
"20:pyarrow.Reader#close
9:collected"4:true
3:fix"68:use it in a `with` statement, or call `close()` in a `finally` block
{10
2:id"7:dataset
4:noun"7:dataset
4:kind"4:file
6:weight"6:medium
4:type"14:pyarrow.Reader
7:acquire[1
{1
4:call[4
"19:xarray.open_dataset
"21:xarray.open_mfdataset
"21:xarray.open_dataarray
"16:xarray.open_zarr
7:release[1
"20:pyarrow.Reader#close
9:collected"4:true
17:closed-implicitly"4:true
3:fix"28:use it in a `with` statement
{9
2:id"6:writer
4:noun"4:file
4:kind"4:file
6:weight"6:medium
4:type"14:pyarrow.Writer
7:acquire[1
{1
4:call[10
"16:shapefile.Writer
"21:pyarrow.orc.ORCWriter
"21:pyarrow.csv.CSVWriter
"20:pyarrow.ipc.new_file
"22:pyarrow.ipc.new_stream
"29:pyarrow.RecordBatchFileWriter
"31:pyarrow.RecordBatchStreamWriter
"33:pyarrow.ipc.RecordBatchFileWriter
"35:pyarrow.ipc.RecordBatchStreamWriter
"15:laspy.LasWriter
7:release[2
"20:pyarrow.Writer#close
"19:pyarrow.Writer#save
9:collected"4:true
3:fix"69:use it in a `with` statement; a file that is not closed lacks its end
{9
2:id"4:book
4:noun"8:workbook
4:kind"4:file
6:weight"6:medium
4:type"9:xlrd.Book
7:acquire[1
{2
4:call"18:xlrd.open_workbook
4:when{2
7:keyword"9:on_demand
2:is"4:true
7:release[1
"27:xlrd.Book#release_resources
9:collected"4:true
3:fix"28:use it in a `with` statement
{10
2:id"6:merger
4:noun"4:file
4:kind"4:file
6:weight"6:medium
4:type"12:pypdf.Merger
7:acquire[1
{1
4:call[3
"15:pypdf.PdfMerger
"16:PyPDF2.PdfMerger
"20:PyPDF2.PdfFileMerger
7:release[1
"18:pypdf.Merger#close
9:collected"4:true
17:closed-implicitly"4:true
3:fix"79:call `close()` in a `finally` block; it keeps the files open that were appended
8:examples[2
{3
5:title"39:a step that fails leaves the files open
8:language"6:python
4:code"328:import pyarrow as pa
import pyBigWig


def store(path, schema, batches):
    writer = pa.ipc.new_file(path, schema)  # expect: SL103
    for batch in batches:
        writer.write_batch(batch)
    writer.close()


def coverage(path, chromosome):
    file = pyBigWig.open(path)  # expect: SL101
    return file.stats(chromosome)

{3
5:title"23:closed whatever happens
8:language"6:python
4:code"337:import pyarrow as pa
import pyBigWig


def store(path, schema, batches):
    with pa.ipc.new_file(path, schema) as writer:
        for batch in batches:
            writer.write_batch(batch)


def coverage(path, chromosome):
    file = pyBigWig.open(path)
    try:
        return file.stats(chromosome)
    finally:
        file.close()

12:never-raises[1
{1
4:call[2
"20:pyarrow.Reader#close
"20:pyarrow.Writer#close
{8
7:library"13:small clients
8:language"6:python
7:modules[17
"10:websockets
"9:websocket
"10:pymemcache
"7:asyncio
"8:filelock
"10:pdfplumber
"4:fitz
"4:h5py
"7:netCDF4
"8:rasterio
"3:cv2
"4:ctds
"14:inotify_simple
"3:PIL
"13:aiohttp_socks
"10:telnetlib3
"7:tornado
5:types[18
{2
4:name"21:websockets.Connection
12:constructors[4
"18:websockets.connect
"25:websockets.client.connect
"33:websockets.asyncio.client.connect
"32:websockets.legacy.client.connect
{2
4:name"26:websockets.sync.Connection
12:constructors[1
"30:websockets.sync.client.connect
{3
4:name"19:websocket.WebSocket
12:constructors[1
"27:websocket.create_connection
7:aliases[1
"19:websocket.WebSocket
"29:pymemcache.client.base.Client
"20:asyncio.StreamWriter
{3
4:name"25:tornado.iostream.IOStream
12:constructors[1
"35:tornado.websocket.websocket_connect
7:aliases[2
"25:tornado.iostream.IOStream
"28:tornado.iostream.SSLIOStream
"27:tornado.tcpclient.TCPClient
{2
4:name"17:filelock.FileLock
7:aliases[4
"17:filelock.FileLock
"21:filelock.SoftFileLock
"21:filelock.UnixFileLock
"21:filelock.Timeout.lock
{2
4:name"14:pdfplumber.PDF
12:constructors[2
"15:pdfplumber.open
"19:pdfplumber.PDF.open
{3
4:name"13:fitz.Document
12:constructors[2
"9:fitz.open
"12:pymupdf.open
7:aliases[2
"13:fitz.Document
"16:pymupdf.Document
{1
4:name"9:h5py.File
{1
4:name"15:netCDF4.Dataset
{2
4:name"22:rasterio.DatasetReader
12:constructors[1
"13:rasterio.open
{1
4:name"16:cv2.VideoCapture
{2
4:name"15:ctds.Connection
12:constructors[1
"12:ctds.connect
"22:inotify_simple.INotify
{3
4:name"15:PIL.Image.Image
12:constructors[1
"14:PIL.Image.open
7:aliases[1
"15:PIL.Image.Image
"21:asyncio.BaseTransport
7:returns{1
35:tornado.tcpclient.TCPClient#connect"25:tornado.iostream.IOStream
9:resources[10
{9
2:id"10:web-socket
4:noun"10:web socket
4:kind"6:socket
6:weight"6:medium
4:type"21:websockets.Connection
7:acquire[4
"18:websockets.connect
"25:websockets.client.connect
"33:websockets.asyncio.client.connect
"32:websockets.legacy.client.connect
7:release[1
{2
4:call"27:websockets.Connection#close
5:await"4:true
9:opened-by[2
"10:__aenter__
"9:__await__
3:fix"50:use `async with websockets.connect(...) as socket`
{9
2:id"19:blocking-web-socket
4:noun"10:web socket
4:kind"6:socket
6:weight"6:medium
4:type"19:websocket.WebSocket
7:acquire[3
"27:websocket.create_connection
{2
4:call"27:websocket.WebSocket#connect
5:gives"8:receiver
"30:websockets.sync.client.connect
7:release[2
"25:websocket.WebSocket#close
"32:websockets.sync.Connection#close
9:collected"4:true
3:fix"29:close it in a `finally` block
{9
2:id"14:tornado-stream
4:noun"6:stream
4:kind"6:socket
6:weight"6:medium
4:type"25:tornado.iostream.IOStream
7:acquire[2
"35:tornado.tcpclient.TCPClient#connect
"35:tornado.websocket.websocket_connect
7:release[1
"31:tornado.iostream.IOStream#close
7:context"11:unsupported
3:fix"35:call `close()` in a `finally` block
{9
2:id"13:stream-writer
4:noun"15:stream's writer
4:kind"6:socket
6:weight"6:medium
4:type"20:asyncio.StreamWriter
7:acquire[1
{2
4:call[4
"23:asyncio.open_connection
"28:asyncio.open_unix_connection
"29:aiohttp_socks.open_connection
"26:telnetlib3.open_connection
5:gives{2
6:result"4:true
8:property"1:1
7:release[1
"26:asyncio.StreamWriter#close
7:context"11:unsupported
3:fix"42:call `writer.close()` in a `finally` block
{9
2:id"8:document
4:noun"8:document
4:kind"4:file
6:weight"6:medium
4:type"14:pdfplumber.PDF
7:acquire[7
"15:pdfplumber.open
"19:pdfplumber.PDF.open
"9:fitz.open
"12:pymupdf.open
"9:h5py.File
"15:netCDF4.Dataset
"13:rasterio.open
7:release[5
"20:pdfplumber.PDF#close
"19:fitz.Document#close
"15:h5py.File#close
"21:netCDF4.Dataset#close
"28:rasterio.DatasetReader#close
9:collected"4:true
3:fix"28:use it in a `with` statement
{9
2:id"5:watch
4:noun"18:inotify descriptor
4:kind"4:file
6:weight"6:medium
4:type"22:inotify_simple.INotify
7:acquire[1
"22:inotify_simple.INotify
7:release[1
"28:inotify_simple.INotify#close
9:collected"4:true
3:fix"31:use `with INotify() as inotify`
{9
2:id"5:image
4:noun"10:image file
4:kind"4:file
6:weight"3:low
4:type"15:PIL.Image.Image
7:acquire[1
"14:PIL.Image.open
7:release[10
"21:PIL.Image.Image#close
"20:PIL.Image.Image#load
"23:PIL.Image.Image#convert
"22:PIL.Image.Image#resize
"20:PIL.Image.Image#crop
"20:PIL.Image.Image#copy
"22:PIL.Image.Image#rotate
"20:PIL.Image.Image#save
"23:PIL.Image.Image#tobytes
"25:PIL.Image.Image#thumbnail
9:collected"4:true
3:fix"35:use `with Image.open(...) as image`
{10
2:id"9:transport
4:noun"9:transport
4:kind"6:socket
6:weight"6:medium
4:type"21:asyncio.BaseTransport
7:acquire[2
{4
4:call[5
"42:asyncio.get_event_loop()#create_connection
"44:asyncio.get_running_loop()#create_connection
"42:asyncio.new_event_loop()#create_connection
"47:asyncio.get_event_loop()#create_unix_connection
"49:asyncio.get_running_loop()#create_unix_connection
5:gives{2
6:result"4:true
8:property"1:0
10:companions[1
"1:1
7:telling[2
"22:loop.create_connection
"27:loop.create_unix_connection
{4
4:call[2
"49:asyncio.get_event_loop()#create_datagram_endpoint
"51:asyncio.get_running_loop()#create_datagram_endpoint
4:when{2
6:result"4:true
2:is"7:present
5:gives{2
6:result"4:true
8:property"1:0
10:companions[1
"1:1
7:release[1
{1
4:call[2
"27:asyncio.BaseTransport#close
"27:asyncio.BaseTransport#abort
9:collected"4:true
7:context"11:unsupported
3:fix"70:close the transport in the `except` of what comes after the connection
{10
2:id"5:video
4:noun"5:video
4:kind"4:file
6:weight"6:medium
4:type"16:cv2.VideoCapture
7:acquire[1
"16:cv2.VideoCapture
7:release[1
"24:cv2.VideoCapture#release
7:context"11:unsupported
9:collected"4:true
3:fix"37:call `release()` in a `finally` block
{9
2:id"9:file-lock
4:noun"4:lock
4:kind"4:lock
6:weight"4:high
4:type"17:filelock.FileLock
7:acquire[1
{2
4:call"25:filelock.FileLock#acquire
5:gives"8:receiver
7:release[1
"25:filelock.FileLock#release
17:closed-implicitly"4:true
3:fix"16:use `with lock:`
12:never-raises[1
{1
4:call[3
"25:cv2.VideoCapture#isOpened
"24:cv2.VideoCapture#release
"26:asyncio.StreamWriter#close
8:examples[3
{3
5:title"50:a request that fails keeps the stream's connection
8:language"6:python
4:code"229:import asyncio


async def ask(host, question):
    reader, writer = await asyncio.open_connection(host, 7000)  # expect: SL103
    writer.write(question)
    answer = await reader.readline()
    writer.close()
    return answer

{3
5:title"37:the writer is closed whatever happens
8:language"6:python
4:code"471:import asyncio

import pdfplumber
import websockets


async def ask(host, question):
    reader, writer = await asyncio.open_connection(host, 7000)
    try:
        writer.write(question)
        return await reader.readline()
    finally:
        writer.close()


async def listen(url):
    async with websockets.connect(url) as socket:
        return await socket.recv()


def pages(path):
    with pdfplumber.open(path) as document:
        return len(document.pages)

{3
5:title"49:a document that is only closed when all goes well
8:language"6:python
4:code"188:import pdfplumber


def pages(path):
    document = pdfplumber.open(path)  # expect: SL103
    text = [page.extract_text() for page in document.pages]
    document.close()
    return text

{9
7:library"15:service clients
8:language"6:python
7:modules[19
"13:elasticsearch
"12:opensearchpy
"5:boto3
"8:botocore
"8:aioboto3
"6:openai
"9:anthropic
"8:selenium
"12:seleniumwire
"23:undetected_chromedriver
"6:appium
"8:splinter
"12:DrissionPage
"6:google
"6:docker
"8:nbformat
"15:uptime_kuma_api
"20:language_tool_python
"6:matlab
5:types[13
"27:elasticsearch.Elasticsearch
{2
4:name"32:elasticsearch.AsyncElasticsearch
7:aliases[2
"32:elasticsearch.AsyncElasticsearch
"28:opensearchpy.AsyncOpenSearch
"13:openai.OpenAI
{2
4:name"18:openai.AsyncOpenAI
7:aliases[2
"18:openai.AsyncOpenAI
"23:openai.AsyncAzureOpenAI
"19:anthropic.Anthropic
"24:anthropic.AsyncAnthropic
{2
4:name"25:selenium.webdriver.Remote
7:aliases[21
"25:selenium.webdriver.Chrome
"26:selenium.webdriver.Firefox
"23:selenium.webdriver.Edge
"25:selenium.webdriver.Safari
"25:selenium.webdriver.Remote
"31:selenium.webdriver.ChromiumEdge
"21:selenium.webdriver.Ie
"28:selenium.webdriver.PhantomJS
"24:selenium.webdriver.Opera
"45:selenium.webdriver.chrome.webdriver.WebDriver
"46:selenium.webdriver.firefox.webdriver.WebDriver
"45:selenium.webdriver.remote.webdriver.WebDriver
"29:seleniumwire.webdriver.Chrome
"30:seleniumwire.webdriver.Firefox
"27:seleniumwire.webdriver.Edge
"29:seleniumwire.webdriver.Remote
"30:undetected_chromedriver.Chrome
"23:appium.webdriver.Remote
"16:splinter.Browser
"25:DrissionPage.ChromiumPage
"21:DrissionPage.Chromium
{2
4:name"14:helper.Program
12:constructors[2
"33:language_tool_python.LanguageTool
"26:matlab.engine.start_matlab
{1
4:name"29:uptime_kuma_api.UptimeKumaApi
"34:docker.models.containers.Container
{3
4:name"19:docker.DockerClient
12:constructors[2
"15:docker.from_env
"22:docker.client.from_env
7:aliases[2
"19:docker.DockerClient
"26:docker.client.DockerClient
{2
4:name"16:docker.APIClient
7:aliases[6
"16:docker.APIClient
"20:docker.api.APIClient
"27:docker.api.client.APIClient
"23:docker.client.APIClient
"20:docker.client.Client
"13:docker.Client
{1
4:name"28:nbformat.sign.NotebookNotary
7:returns{2
34:docker.DockerClient#containers.run"34:docker.models.containers.Container
37:docker.DockerClient#containers.create"34:docker.models.containers.Container
9:resources[7
{10
2:id"9:container
4:noun"9:container
4:kind"7:process
6:weight"6:medium
4:type"34:docker.models.containers.Container
7:acquire[2
{2
4:call"34:docker.DockerClient#containers.run
4:when{2
7:keyword"6:detach
2:is"4:true
"37:docker.DockerClient#containers.create
7:release[3
"41:docker.models.containers.Container#remove
"39:docker.models.containers.Container#stop
"39:docker.models.containers.Container#kill
7:context"11:unsupported
17:closed-implicitly"4:true
3:fix"30:remove it in a `finally` block
{9
2:id"13:docker-client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"19:docker.DockerClient
7:acquire[10
"19:docker.DockerClient
"26:docker.client.DockerClient
"15:docker.from_env
"22:docker.client.from_env
"16:docker.APIClient
"20:docker.api.APIClient
"27:docker.api.client.APIClient
"23:docker.client.APIClient
"20:docker.client.Client
"13:docker.Client
7:release[2
"25:docker.DockerClient#close
"22:docker.APIClient#close
9:collected"4:true
3:fix"83:call `close()` in a `finally` block; the client keeps its connections to the daemon
{9
2:id"6:notary
4:noun"6:notary
4:kind"6:client
6:weight"6:medium
4:type"28:nbformat.sign.NotebookNotary
7:acquire[1
"28:nbformat.sign.NotebookNotary
7:release[1
{2
4:call"40:nbformat.sign.NotebookNotary#store.close
5:takes{1
4:root"4:true
9:collected"4:true
3:fix"73:call `notary.store.close()` in a `finally` block; its store is a database
{8
2:id"12:async-client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"32:elasticsearch.AsyncElasticsearch
7:acquire[2
"32:elasticsearch.AsyncElasticsearch
"28:opensearchpy.AsyncOpenSearch
7:release[1
{2
4:call"38:elasticsearch.AsyncElasticsearch#close
5:await"4:true
3:fix"56:use it in an `async with` statement, or share one client
{10
2:id"12:model-client
4:noun"6:client
4:kind"6:client
6:weight"6:medium
4:type"18:openai.AsyncOpenAI
7:acquire[3
"18:openai.AsyncOpenAI
"23:openai.AsyncAzureOpenAI
"24:anthropic.AsyncAnthropic
7:release[1
{2
4:call[2
"24:openai.AsyncOpenAI#close
"30:anthropic.AsyncAnthropic#close
5:await"4:true
9:collected"4:true
17:closed-implicitly"4:true
3:fix"61:use `async with AsyncOpenAI() as client`, or share one client
{9
2:id"7:program
4:noun"14:helper program
4:kind"7:process
6:weight"6:medium
4:type"14:helper.Program
7:acquire[3
"33:language_tool_python.LanguageTool
"26:matlab.engine.start_matlab
"29:uptime_kuma_api.UptimeKumaApi
7:release[1
{1
4:call[4
"20:helper.Program#close
"19:helper.Program#quit
"19:helper.Program#exit
"40:uptime_kuma_api.UptimeKumaApi#disconnect
17:closed-implicitly"4:true
3:fix"62:use it in a `with` statement, or close it in a `finally` block
{8
2:id"7:browser
4:noun"7:browser
4:kind"7:process
6:weight"6:medium
4:type"25:selenium.webdriver.Remote
7:acquire[1
{1
4:call[21
"25:selenium.webdriver.Chrome
"26:selenium.webdriver.Firefox
"23:selenium.webdriver.Edge
"25:selenium.webdriver.Safari
"25:selenium.webdriver.Remote
"31:selenium.webdriver.ChromiumEdge
"21:selenium.webdriver.Ie
"28:selenium.webdriver.PhantomJS
"24:selenium.webdriver.Opera
"45:selenium.webdriver.chrome.webdriver.WebDriver
"46:selenium.webdriver.firefox.webdriver.WebDriver
"45:selenium.webdriver.remote.webdriver.WebDriver
"29:seleniumwire.webdriver.Chrome
"30:seleniumwire.webdriver.Firefox
"27:seleniumwire.webdriver.Edge
"29:seleniumwire.webdriver.Remote
"30:undetected_chromedriver.Chrome
"23:appium.webdriver.Remote
"16:splinter.Browser
"25:DrissionPage.ChromiumPage
"21:DrissionPage.Chromium
7:release[1
"30:selenium.webdriver.Remote#quit
3:fix"67:call `quit()` in a `finally` block; the browser outlives its parent
5:pools[1
{4
4:call[8
"27:elasticsearch.Elasticsearch
"32:elasticsearch.AsyncElasticsearch
"13:openai.OpenAI
"18:openai.AsyncOpenAI
"19:anthropic.Anthropic
"24:anthropic.AsyncAnthropic
"12:boto3.client
"14:boto3.resource
4:noun"6:client
13:waits-forever"5:false
3:fix"58:make one client where the application starts, and share it
7:network[1
{1
4:call[10
"16:boto3.client()#*
"20:boto3.resource()#*.*
"22:openai.OpenAI#*.create
"24:openai.OpenAI#*.*.create
"27:openai.AsyncOpenAI#*.create
"29:openai.AsyncOpenAI#*.*.create
"35:anthropic.Anthropic#messages.create
"40:anthropic.AsyncAnthropic#messages.create
"29:elasticsearch.Elasticsearch#*
"34:elasticsearch.AsyncElasticsearch#*
12:never-raises[2
{1
4:call[6
"59:google.cloud.pubsub_v1.SubscriberClient()#subscription_path
"52:google.cloud.pubsub_v1.SubscriberClient()#topic_path
"57:google.cloud.pubsub_v1.SubscriberClient#subscription_path
"50:google.cloud.pubsub_v1.SubscriberClient#topic_path
"49:google.cloud.pubsub_v1.PublisherClient#topic_path
"51:google.cloud.pubsub_v1.PublisherClient()#topic_path
{1
4:call[5
"12:boto3.client
"14:boto3.resource
"13:openai.OpenAI
"18:openai.AsyncOpenAI
"30:selenium.webdriver.Remote#quit
{8
7:library"14:Python sockets
8:language"6:python
7:modules[15
"6:socket
"3:ssl
"6:select
"9:selectors
"12:socketserver
"12:SocketServer
"14:BaseHTTPServer
"18:SimpleXMLRPCServer
"11:http.server
"21:wsgiref.simple_server
"13:xmlrpc.server
"8:eventlet
"6:gevent
"16:aiohappyeyeballs
"5:socks
5:types[5
{3
4:name"13:socket.socket
12:constructors[9
"24:socket.create_connection
"20:socket.create_server
"13:socket.fromfd
"16:socket.fromshare
"16:socks.socksocket
"23:socks.create_connection
"39:eventlet.green.socket.create_connection
"31:gevent.socket.create_connection
"33:aiohappyeyeballs.start_connection
7:aliases[4
"13:socket.socket
"17:socket.SocketType
"28:eventlet.green.socket.socket
"20:gevent.socket.socket
{4
4:name"13:ssl.SSLSocket
12:constructors[1
"15:ssl.wrap_socket
7:aliases[1
"13:ssl.SSLSocket
7:extends[1
"13:socket.socket
{3
4:name"14:ssl.SSLContext
12:constructors[2
"26:ssl.create_default_context
"30:ssl._create_unverified_context
7:aliases[1
"14:ssl.SSLContext
{3
4:name"22:selectors.BaseSelector
12:constructors[3
"12:select.epoll
"13:select.kqueue
"14:select.devpoll
7:aliases[6
"25:selectors.DefaultSelector
"23:selectors.EpollSelector
"24:selectors.SelectSelector
"22:selectors.PollSelector
"24:selectors.KqueueSelector
"25:selectors.DevpollSelector
{3
4:name"23:socketserver.BaseServer
12:constructors[1
"33:wsgiref.simple_server.make_server
7:aliases[22
"23:socketserver.BaseServer
"22:socketserver.TCPServer
"22:socketserver.UDPServer
"29:socketserver.UnixStreamServer
"31:socketserver.UnixDatagramServer
"31:socketserver.ThreadingTCPServer
"31:socketserver.ThreadingUDPServer
"29:socketserver.ForkingTCPServer
"29:socketserver.ForkingUDPServer
"38:socketserver.ThreadingUnixStreamServer
"22:http.server.HTTPServer
"31:http.server.ThreadingHTTPServer
"32:wsgiref.simple_server.WSGIServer
"32:xmlrpc.server.SimpleXMLRPCServer
"40:socketserver.ThreadingUnixDatagramServer
"22:SocketServer.TCPServer
"22:SocketServer.UDPServer
"29:SocketServer.UnixStreamServer
"31:SocketServer.ThreadingTCPServer
"25:BaseHTTPServer.HTTPServer
"37:SimpleXMLRPCServer.SimpleXMLRPCServer
"29:xmlrpc.server.DocXMLRPCServer
7:returns{3
22:socket.socket#makefile"9:io.IOBase
26:ssl.SSLContext#wrap_socket"13:ssl.SSLSocket
17:socket.socket#dup"13:socket.socket
9:resources[6
{10
2:id"6:server
4:noun"6:server
4:kind"6:socket
6:weight"6:medium
4:type"23:socketserver.BaseServer
7:acquire[1
{1
4:call[22
"22:socketserver.TCPServer
"22:socketserver.UDPServer
"29:socketserver.UnixStreamServer
"31:socketserver.UnixDatagramServer
"31:socketserver.ThreadingTCPServer
"31:socketserver.ThreadingUDPServer
"29:socketserver.ForkingTCPServer
"29:socketserver.ForkingUDPServer
"38:socketserver.ThreadingUnixStreamServer
"22:http.server.HTTPServer
"31:http.server.ThreadingHTTPServer
"32:wsgiref.simple_server.WSGIServer
"33:wsgiref.simple_server.make_server
"32:xmlrpc.server.SimpleXMLRPCServer
"40:socketserver.ThreadingUnixDatagramServer
"22:SocketServer.TCPServer
"22:SocketServer.UDPServer
"29:SocketServer.UnixStreamServer
"31:SocketServer.ThreadingTCPServer
"25:BaseHTTPServer.HTTPServer
"37:SimpleXMLRPCServer.SimpleXMLRPCServer
"29:xmlrpc.server.DocXMLRPCServer
7:release[1
"36:socketserver.BaseServer#server_close
8:hand-off[1
{2
4:call"37:socketserver.BaseServer#serve_forever
5:takes"8:receiver
9:collected"4:true
3:fix"79:use `with Server(...) as server`, or call `server_close()` in a `finally` block
{11
2:id"6:socket
4:noun"6:socket
4:kind"6:socket
6:weight"6:medium
4:type"13:socket.socket
7:acquire[15
"13:socket.socket
"24:socket.create_connection
"20:socket.create_server
"13:socket.fromfd
"16:socket.fromshare
"16:socks.socksocket
"23:socks.create_connection
"28:eventlet.green.socket.socket
"39:eventlet.green.socket.create_connection
"20:gevent.socket.socket
"31:gevent.socket.create_connection
"33:aiohappyeyeballs.start_connection
"17:socket.socket#dup
"26:ssl.SSLContext#wrap_socket
"15:ssl.wrap_socket
7:release[2
"19:socket.socket#close
"20:socket.socket#detach
8:hand-off[2
{2
4:call[2
"26:ssl.SSLContext#wrap_socket
"15:ssl.wrap_socket
5:takes{2
8:argument"1:0
7:keyword"4:sock
{2
4:call[4
"23:asyncio.open_connection
"20:asyncio.start_server
"28:asyncio.open_unix_connection
"18:uvicorn.Server#run
5:takes{1
7:keyword"4:sock
19:fails-after-release"4:true
9:collected"4:true
3:fix"70:use it in a `with` statement, from before the first call that can fail
{10
2:id"7:one-end
4:noun"6:socket
4:kind"6:socket
6:weight"6:medium
4:type"13:socket.socket
7:acquire[1
{2
4:call"17:socket.socketpair
5:gives{2
6:result"4:true
8:property"1:0
7:release[2
"19:socket.socket#close
"20:socket.socket#detach
19:fails-after-release"4:true
9:collected"4:true
3:fix"36:close both ends in a `finally` block
{10
2:id"9:other-end
4:noun"6:socket
4:kind"6:socket
6:weight"6:medium
4:type"13:socket.socket
7:acquire[1
{2
4:call"17:socket.socketpair
5:gives{2
6:result"4:true
8:property"1:1
7:release[2
"19:socket.socket#close
"20:socket.socket#detach
19:fails-after-release"4:true
9:collected"4:true
3:fix"36:close both ends in a `finally` block
{12
2:id"8:accepted
4:noun"19:accepted connection
4:kind"6:socket
6:weight"6:medium
4:type"13:socket.socket
7:acquire[1
{2
4:call"20:socket.socket#accept
5:gives{2
6:result"4:true
8:property"1:0
7:release[2
"19:socket.socket#close
"20:socket.socket#detach
19:fails-after-release"4:true
9:collected"4:true
17:closed-implicitly"4:true
15:outlives-parent"4:true
3:fix"45:use `with connection:` right after `accept()`
{9
2:id"8:selector
4:noun"8:selector
4:kind"5:other
6:weight"6:medium
4:type"22:selectors.BaseSelector
7:acquire[1
{1
4:call[9
"25:selectors.DefaultSelector
"23:selectors.EpollSelector
"24:selectors.SelectSelector
"22:selectors.PollSelector
"24:selectors.KqueueSelector
"25:selectors.DevpollSelector
"12:select.epoll
"13:select.kqueue
"14:select.devpoll
7:release[1
"28:selectors.BaseSelector#close
9:collected"4:true
3:fix"50:use `with selectors.DefaultSelector() as selector`
7:network[1
{1
4:call[6
"24:socket.create_connection
"21:socket.socket#connect
"18:socket.socket#recv
"21:socket.socket#sendall
"18:socket.getaddrinfo
"20:socket.gethostbyname
12:never-raises[1
{1
4:call[8
"19:socket.socket#close
"24:socket.socket#settimeout
"24:socket.socket#setsockopt
"25:socket.socket#setblocking
"20:socket.socket#fileno
"25:socket.socket#getsockname
"25:socket.socket#getpeername
"26:ssl.create_default_context
{5
7:library"9:SQL texts
8:language"6:python
8:triggers[2
"11:INSERT INTO
"11:insert into
5:types[1
{2
4:name"14:sql.Connection
7:telling[1
"1:*
7:queries[1
{4
4:call[17
"20:sql.Connection#query
"22:sql.Connection#execute
"18:sql.Connection#run
"18:sql.Connection#get
"18:sql.Connection#one
"20:sql.Connection#fetch
"23:sql.Connection#fetchone
"23:sql.Connection#fetchall
"23:sql.Connection#fetchrow
"23:sql.Connection#fetchval
"24:sql.Connection#fetch_one
"24:sql.Connection#fetch_all
"24:sql.Connection#fetch_val
"21:sql.Connection#select
"21:sql.Connection#insert
"21:sql.Connection#update
"26:sql.Connection#execute_sql
4:when{2
8:argument"1:0
3:sql[6
"5:begin
"6:select
"6:insert
"6:update
"4:lock
"6:upsert
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
{16
7:library"10:SQLAlchemy
8:language"6:python
7:modules[3
"10:sqlalchemy
"8:sqlmodel
"16:flask_sqlalchemy
5:types[23
{3
4:name"17:sqlalchemy.Engine
12:constructors[4
"24:sqlalchemy.create_engine
"31:sqlalchemy.engine.create_engine
"29:sqlalchemy.engine_from_config
"22:sqlmodel.create_engine
7:aliases[4
"17:sqlalchemy.Engine
"24:sqlalchemy.engine.Engine
"29:sqlalchemy.engine.base.Engine
"24:sqlalchemy.future.Engine
{2
4:name"21:sqlalchemy.Connection
7:aliases[3
"21:sqlalchemy.Connection
"28:sqlalchemy.engine.Connection
"33:sqlalchemy.engine.base.Connection
{2
4:name"32:sqlalchemy.PoolProxiedConnection
7:aliases[2
"32:sqlalchemy.PoolProxiedConnection
"37:sqlalchemy.pool.PoolProxiedConnection
"22:sqlalchemy.DBAPICursor
{4
4:name"22:sqlalchemy.orm.Session
7:aliases[2
"22:sqlalchemy.orm.Session
"30:sqlalchemy.orm.session.Session
7:telling[5
"10:db.session
"7:session
"10:db_session
"9:DBSession
"12:self.session
7:hinting[1
"1:*
{5
4:name"16:sqlmodel.Session
7:aliases[2
"16:sqlmodel.Session
"28:sqlmodel.orm.session.Session
7:telling[1
"7:session
7:hinting[1
"1:*
7:extends[1
"22:sqlalchemy.orm.Session
{2
4:name"27:sqlalchemy.orm.sessionmaker
7:aliases[2
"27:sqlalchemy.orm.sessionmaker
"35:sqlalchemy.orm.session.sessionmaker
{3
4:name"29:sqlalchemy.orm.scoped_session
7:aliases[2
"29:sqlalchemy.orm.scoped_session
"37:sqlalchemy.orm.scoping.scoped_session
7:extends[1
"22:sqlalchemy.orm.Session
{3
4:name"34:sqlalchemy.ext.asyncio.AsyncEngine
12:constructors[3
"42:sqlalchemy.ext.asyncio.create_async_engine
"47:sqlalchemy.ext.asyncio.async_engine_from_config
"49:sqlalchemy.ext.asyncio.engine.create_async_engine
7:aliases[2
"34:sqlalchemy.ext.asyncio.AsyncEngine
"41:sqlalchemy.ext.asyncio.engine.AsyncEngine
{2
4:name"38:sqlalchemy.ext.asyncio.AsyncConnection
7:aliases[2
"38:sqlalchemy.ext.asyncio.AsyncConnection
"45:sqlalchemy.ext.asyncio.engine.AsyncConnection
{2
4:name"35:sqlalchemy.ext.asyncio.AsyncSession
7:aliases[3
"35:sqlalchemy.ext.asyncio.AsyncSession
"43:sqlalchemy.ext.asyncio.session.AsyncSession
"41:sqlmodel.ext.asyncio.session.AsyncSession
{2
4:name"41:sqlalchemy.ext.asyncio.async_sessionmaker
7:aliases[2
"41:sqlalchemy.ext.asyncio.async_sessionmaker
"49:sqlalchemy.ext.asyncio.session.async_sessionmaker
{2
4:name"43:sqlalchemy.ext.asyncio.async_scoped_session
7:extends[1
"35:sqlalchemy.ext.asyncio.AsyncSession
{4
4:name"20:sqlalchemy.orm.Query
7:aliases[4
"20:sqlalchemy.orm.Query
"26:sqlalchemy.orm.query.Query
"28:flask_sqlalchemy.query.Query
"26:flask_sqlalchemy.BaseQuery
7:telling[2
"13:<class>.query
"9:cls.query
6:fluent"4:true
{4
4:name"17:sqlalchemy.Select
12:constructors[5
"17:sqlalchemy.select
"24:sqlalchemy.future.select
"21:sqlalchemy.sql.select
"15:sqlmodel.select
"32:sqlalchemy.sql.expression.select
7:aliases[3
"17:sqlalchemy.Select
"21:sqlalchemy.sql.Select
"32:sqlalchemy.sql.selectable.Select
6:fluent"4:true
{4
4:name"17:sqlalchemy.Insert
12:constructors[4
"17:sqlalchemy.insert
"21:sqlalchemy.sql.insert
"32:sqlalchemy.sql.expression.insert
"15:sqlmodel.insert
7:aliases[3
"17:sqlalchemy.Insert
"21:sqlalchemy.sql.Insert
"25:sqlalchemy.sql.dml.Insert
6:fluent"4:true
{5
4:name"26:sqlalchemy.dialects.Insert
12:constructors[3
"37:sqlalchemy.dialects.postgresql.insert
"33:sqlalchemy.dialects.sqlite.insert
"32:sqlalchemy.dialects.mysql.insert
7:aliases[3
"37:sqlalchemy.dialects.postgresql.Insert
"33:sqlalchemy.dialects.sqlite.Insert
"32:sqlalchemy.dialects.mysql.Insert
7:extends[1
"17:sqlalchemy.Insert
6:fluent"4:true
{4
4:name"17:sqlalchemy.Update
12:constructors[4
"17:sqlalchemy.update
"21:sqlalchemy.sql.update
"32:sqlalchemy.sql.expression.update
"15:sqlmodel.update
7:aliases[2
"17:sqlalchemy.Update
"21:sqlalchemy.sql.Update
6:fluent"4:true
"16:sqlalchemy.Table
"15:sqlalchemy.Rows
"27:flask_sqlalchemy.SQLAlchemy
{2
4:name"30:sqlalchemy.orm.DeclarativeBase
7:aliases[3
"33:sqlalchemy.orm.declarative_base()
"45:sqlalchemy.ext.declarative.declarative_base()
"30:sqlalchemy.orm.DeclarativeBase
{2
4:name"22:flask_sqlalchemy.Model
7:aliases[2
"33:flask_sqlalchemy.SQLAlchemy#Model
"28:flask_sqlalchemy.model.Model
7:returns{38
25:sqlalchemy.Engine#connect"21:sqlalchemy.Connection
23:sqlalchemy.Engine#begin"21:sqlalchemy.Connection
35:sqlalchemy.Engine#execution_options"17:sqlalchemy.Engine
32:sqlalchemy.Engine#raw_connection"32:sqlalchemy.PoolProxiedConnection
39:sqlalchemy.PoolProxiedConnection#cursor"22:sqlalchemy.DBAPICursor
39:sqlalchemy.Connection#execution_options"21:sqlalchemy.Connection
30:sqlalchemy.orm.sessionmaker#()"22:sqlalchemy.orm.Session
33:sqlalchemy.orm.sessionmaker#begin"22:sqlalchemy.orm.Session
32:sqlalchemy.orm.scoped_session#()"29:sqlalchemy.orm.scoped_session
28:sqlalchemy.orm.Session#query"20:sqlalchemy.orm.Query
35:sqlalchemy.orm.scoped_session#query"20:sqlalchemy.orm.Query
22:sqlmodel.Session#query"20:sqlalchemy.orm.Query
24:sqlalchemy.orm.Query#all"15:sqlalchemy.Rows
26:sqlalchemy.orm.Query#first"15:sqlalchemy.Rows
24:sqlalchemy.orm.Query#one"15:sqlalchemy.Rows
32:sqlalchemy.orm.Query#one_or_none"15:sqlalchemy.Rows
27:sqlalchemy.orm.Query#scalar"15:sqlalchemy.Rows
24:sqlalchemy.orm.Query#get"15:sqlalchemy.Rows
26:sqlalchemy.orm.Query#count"15:sqlalchemy.Rows
27:sqlalchemy.orm.Query#delete"15:sqlalchemy.Rows
27:sqlalchemy.orm.Query#update"15:sqlalchemy.Rows
33:sqlalchemy.orm.Session#connection"21:sqlalchemy.Connection
42:sqlalchemy.ext.asyncio.AsyncEngine#connect"38:sqlalchemy.ext.asyncio.AsyncConnection
40:sqlalchemy.ext.asyncio.AsyncEngine#begin"38:sqlalchemy.ext.asyncio.AsyncConnection
46:sqlalchemy.ext.asyncio.AsyncEngine#sync_engine"17:sqlalchemy.Engine
44:sqlalchemy.ext.asyncio.async_sessionmaker#()"35:sqlalchemy.ext.asyncio.AsyncSession
47:sqlalchemy.ext.asyncio.async_sessionmaker#begin"35:sqlalchemy.ext.asyncio.AsyncSession
46:sqlalchemy.ext.asyncio.async_scoped_session#()"43:sqlalchemy.ext.asyncio.async_scoped_session
23:sqlalchemy.Table#insert"17:sqlalchemy.Insert
23:sqlalchemy.Table#select"17:sqlalchemy.Select
23:sqlalchemy.Table#update"17:sqlalchemy.Update
35:flask_sqlalchemy.SQLAlchemy#session"29:sqlalchemy.orm.scoped_session
34:flask_sqlalchemy.SQLAlchemy#engine"17:sqlalchemy.Engine
34:flask_sqlalchemy.SQLAlchemy#select"17:sqlalchemy.Select
34:flask_sqlalchemy.SQLAlchemy#insert"17:sqlalchemy.Insert
34:flask_sqlalchemy.SQLAlchemy#update"17:sqlalchemy.Update
28:flask_sqlalchemy.Model#query"20:sqlalchemy.orm.Query
36:sqlalchemy.orm.DeclarativeBase#query"20:sqlalchemy.orm.Query
9:resources[5
{9
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"4:high
4:type"21:sqlalchemy.Connection
7:acquire[3
"25:sqlalchemy.Engine#connect
"42:sqlalchemy.ext.asyncio.AsyncEngine#connect
{2
4:call[2
"23:sqlalchemy.Engine#begin
"40:sqlalchemy.ext.asyncio.AsyncEngine#begin
6:scoped"4:true
7:release[3
"27:sqlalchemy.Connection#close
{2
4:call"44:sqlalchemy.ext.asyncio.AsyncConnection#close
5:await"4:true
{2
4:call"45:sqlalchemy.ext.asyncio.AsyncConnection#aclose
5:await"4:true
19:fails-after-release"4:true
3:fix"41:use `with engine.connect() as connection`
{10
2:id"14:raw-connection
4:noun"14:raw connection
4:kind"10:connection
6:weight"4:high
4:type"32:sqlalchemy.PoolProxiedConnection
7:acquire[1
"32:sqlalchemy.Engine#raw_connection
7:release[1
"38:sqlalchemy.PoolProxiedConnection#close
7:context"11:unsupported
19:fails-after-release"4:true
3:fix"57:call `close()`, which gives it back, in a `finally` block
{8
2:id"7:session
4:noun"7:session
4:kind"7:session
6:weight"4:high
4:type"22:sqlalchemy.orm.Session
7:acquire[5
{2
4:call[6
"22:sqlalchemy.orm.Session
"30:sqlalchemy.orm.session.Session
"16:sqlmodel.Session
"35:sqlalchemy.ext.asyncio.AsyncSession
"43:sqlalchemy.ext.asyncio.session.AsyncSession
"41:sqlmodel.ext.asyncio.session.AsyncSession
4:when{3
8:argument"1:0
7:keyword"4:bind
2:is"6:absent
{2
4:call[6
"22:sqlalchemy.orm.Session
"30:sqlalchemy.orm.session.Session
"16:sqlmodel.Session
"35:sqlalchemy.ext.asyncio.AsyncSession
"43:sqlalchemy.ext.asyncio.session.AsyncSession
"41:sqlmodel.ext.asyncio.session.AsyncSession
4:when{3
8:argument"1:0
7:keyword"4:bind
6:called[1
"6:engine
"30:sqlalchemy.orm.sessionmaker#()
"44:sqlalchemy.ext.asyncio.async_sessionmaker#()
{2
4:call[2
"33:sqlalchemy.orm.sessionmaker#begin
"47:sqlalchemy.ext.asyncio.async_sessionmaker#begin
6:scoped"4:true
7:release[3
"28:sqlalchemy.orm.Session#close
{2
4:call"41:sqlalchemy.ext.asyncio.AsyncSession#close
5:await"4:true
{2
4:call"42:sqlalchemy.ext.asyncio.AsyncSession#aclose
5:await"4:true
3:fix"77:use `with Session(engine) as session`, or call `close()` in a `finally` block
{9
2:id"18:failed-transaction
4:noun"18:failed transaction
4:kind"11:transaction
6:weight"3:low
4:type"22:sqlalchemy.orm.Session
7:acquire[1
{3
4:call[4
"29:sqlalchemy.orm.Session#commit
"28:sqlalchemy.orm.Session#flush
"42:sqlalchemy.ext.asyncio.AsyncSession#commit
"41:sqlalchemy.ext.asyncio.AsyncSession#flush
5:gives"8:receiver
7:failure"4:true
7:release[4
"31:sqlalchemy.orm.Session#rollback
"28:sqlalchemy.orm.Session#close
"36:sqlalchemy.orm.scoped_session#remove
{2
4:call"44:sqlalchemy.ext.asyncio.AsyncSession#rollback
5:await"4:true
9:collected"4:true
3:fix"46:call `rollback()` where the failure is handled
{12
2:id"6:engine
4:noun"6:engine
4:kind"6:client
6:weight"6:medium
4:type"17:sqlalchemy.Engine
7:acquire[2
{2
4:call[3
"24:sqlalchemy.create_engine
"31:sqlalchemy.engine.create_engine
"22:sqlmodel.create_engine
4:when{2
7:keyword"9:poolclass
2:is"6:absent
{2
4:call[2
"42:sqlalchemy.ext.asyncio.create_async_engine
"49:sqlalchemy.ext.asyncio.engine.create_async_engine
4:when{2
7:keyword"9:poolclass
2:is"6:absent
7:release[2
"25:sqlalchemy.Engine#dispose
{2
4:call"42:sqlalchemy.ext.asyncio.AsyncEngine#dispose
5:await"4:true
8:hand-off[1
{1
4:call[6
"27:sqlalchemy.orm.sessionmaker
"35:sqlalchemy.orm.session.sessionmaker
"41:sqlalchemy.ext.asyncio.async_sessionmaker
"29:sqlalchemy.orm.scoped_session
"29:sqlalchemy.orm.create_session
"37:sqlalchemy.orm.sessionmaker#configure
9:collected"4:true
4:lazy"4:true
7:context"11:unsupported
3:fix"58:share one engine, or call `dispose()` in a `finally` block
5:pools[1
{5
4:call[4
"24:sqlalchemy.create_engine
"31:sqlalchemy.engine.create_engine
"22:sqlmodel.create_engine
"42:sqlalchemy.ext.asyncio.create_async_engine
4:noun"6:engine
7:timeout{1
7:keyword"12:pool_timeout
13:waits-forever"5:false
3:fix"50:give `pool_timeout`; the default is thirty seconds
7:queries[3
{3
4:call[20
"29:sqlalchemy.Connection#execute
"28:sqlalchemy.Connection#scalar
"29:sqlalchemy.Connection#scalars
"37:sqlalchemy.Connection#exec_driver_sql
"30:sqlalchemy.orm.Session#execute
"29:sqlalchemy.orm.Session#scalar
"30:sqlalchemy.orm.Session#scalars
"21:sqlmodel.Session#exec
"46:sqlalchemy.ext.asyncio.AsyncConnection#execute
"45:sqlalchemy.ext.asyncio.AsyncConnection#scalar
"46:sqlalchemy.ext.asyncio.AsyncConnection#scalars
"45:sqlalchemy.ext.asyncio.AsyncConnection#stream
"54:sqlalchemy.ext.asyncio.AsyncConnection#exec_driver_sql
"43:sqlalchemy.ext.asyncio.AsyncSession#execute
"40:sqlalchemy.ext.asyncio.AsyncSession#exec
"42:sqlalchemy.ext.asyncio.AsyncSession#scalar
"43:sqlalchemy.ext.asyncio.AsyncSession#scalars
"42:sqlalchemy.ext.asyncio.AsyncSession#stream
"50:sqlalchemy.ext.asyncio.AsyncSession#stream_scalars
"25:sqlalchemy.Engine#execute
4:text{2
8:argument"1:0
7:keyword"9:statement
10:parameters{2
8:argument"1:1
7:keyword"10:parameters
{3
4:call"30:sqlalchemy.DBAPICursor#execute
4:text{1
8:argument"1:0
10:parameters{1
8:argument"1:1
{1
4:call[15
"26:sqlalchemy.orm.Session#get
"30:sqlalchemy.orm.Session#refresh
"28:sqlalchemy.orm.Session#flush
"39:sqlalchemy.ext.asyncio.AsyncSession#get
"43:sqlalchemy.ext.asyncio.AsyncSession#refresh
"41:sqlalchemy.ext.asyncio.AsyncSession#flush
"24:sqlalchemy.orm.Query#all
"26:sqlalchemy.orm.Query#first
"24:sqlalchemy.orm.Query#one
"32:sqlalchemy.orm.Query#one_or_none
"27:sqlalchemy.orm.Query#scalar
"26:sqlalchemy.orm.Query#count
"24:sqlalchemy.orm.Query#get
"27:sqlalchemy.orm.Query#delete
"27:sqlalchemy.orm.Query#update
6:probes[11
{3
4:call[7
"26:sqlalchemy.orm.Query#first
"32:sqlalchemy.orm.Query#one_or_none
"27:sqlalchemy.orm.Query#scalar
"26:sqlalchemy.orm.Query#count
"24:sqlalchemy.orm.Query#all
"27:sqlalchemy.orm.Query#exists
"27:sqlalchemy.orm.Query#update
6:entity{2
5:chain"5:query
8:argument"1:0
7:columns{2
5:chain"9:filter_by
8:keywords"4:true
{4
4:call"24:sqlalchemy.orm.Query#one
6:entity{2
5:chain"5:query
8:argument"1:0
7:columns{2
5:chain"9:filter_by
8:keywords"4:true
18:raises-when-absent"4:true
{3
4:call[4
"26:sqlalchemy.orm.Query#first
"32:sqlalchemy.orm.Query#one_or_none
"26:sqlalchemy.orm.Query#count
"27:sqlalchemy.orm.Query#update
6:entity"4:root
7:columns{2
5:chain"9:filter_by
8:keywords"4:true
{3
4:call"24:sqlalchemy.orm.Query#get
6:entity{2
5:chain"5:query
8:argument"1:0
2:by[1
"2:id
{3
4:call"24:sqlalchemy.orm.Query#get
6:entity"4:root
2:by[1
"2:id
{4
4:call[6
"27:sqlalchemy.orm.Query#filter
"30:sqlalchemy.orm.Query#filter_by
"29:sqlalchemy.orm.Query#order_by
"25:sqlalchemy.orm.Query#join
"28:sqlalchemy.orm.Query#options
"26:sqlalchemy.orm.Query#limit
4:when{2
6:result"4:true
2:is"8:iterated
6:entity{2
5:chain"5:query
8:argument"1:0
7:columns{2
5:chain"9:filter_by
8:keywords"4:true
{3
4:call[2
"28:sqlalchemy.orm.Session#query
"35:sqlalchemy.orm.scoped_session#query
4:when{2
6:result"4:true
2:is"8:iterated
6:entity{1
8:argument"1:0
{4
4:call"24:sqlalchemy.orm.Query#one
6:entity"4:root
7:columns{2
5:chain"9:filter_by
8:keywords"4:true
18:raises-when-absent"4:true
{2
4:call[13
"30:sqlalchemy.orm.Session#execute
"29:sqlalchemy.orm.Session#scalar
"30:sqlalchemy.orm.Session#scalars
"21:sqlmodel.Session#exec
"29:sqlalchemy.Connection#execute
"28:sqlalchemy.Connection#scalar
"29:sqlalchemy.Connection#scalars
"43:sqlalchemy.ext.asyncio.AsyncSession#execute
"40:sqlalchemy.ext.asyncio.AsyncSession#exec
"42:sqlalchemy.ext.asyncio.AsyncSession#scalar
"43:sqlalchemy.ext.asyncio.AsyncSession#scalars
"46:sqlalchemy.ext.asyncio.AsyncConnection#execute
"45:sqlalchemy.ext.asyncio.AsyncConnection#scalar
6:entity{2
8:argument"1:0
7:keyword"9:statement
{4
4:call[2
"26:sqlalchemy.orm.Session#get
"39:sqlalchemy.ext.asyncio.AsyncSession#get
6:entity{1
8:argument"1:0
2:by[1
"2:id
9:told-when{2
8:argument"1:0
2:is"5:class
{5
4:call[2
"30:sqlalchemy.orm.Session#get_one
"43:sqlalchemy.ext.asyncio.AsyncSession#get_one
6:entity{1
8:argument"1:0
2:by[1
"2:id
9:told-when{2
8:argument"1:0
2:is"5:class
18:raises-when-absent"4:true
7:inserts[4
{3
4:call[4
"26:sqlalchemy.orm.Session#add
"28:sqlalchemy.orm.Session#merge
"39:sqlalchemy.ext.asyncio.AsyncSession#add
"41:sqlalchemy.ext.asyncio.AsyncSession#merge
5:value{2
8:argument"1:0
7:keyword"8:instance
6:entity{2
8:argument"1:0
7:keyword"8:instance
{3
4:call[2
"30:sqlalchemy.orm.Session#add_all
"43:sqlalchemy.ext.asyncio.AsyncSession#add_all
5:value{2
8:argument"1:0
7:keyword"9:instances
6:entity{2
8:argument"1:0
7:keyword"9:instances
{3
4:call[1
"43:sqlalchemy.orm.Session#bulk_insert_mappings
6:entity{2
8:argument"1:0
7:keyword"6:mapper
3:fix"41:an insert with `on_conflict_do_nothing()`
{3
4:call"24:sqlalchemy.Insert#values
6:entity"8:receiver
7:columns[2
{1
8:keywords"4:true
{1
8:argument"1:0
7:updates[4
{2
4:call[4
"29:sqlalchemy.orm.Session#commit
"28:sqlalchemy.orm.Session#flush
"42:sqlalchemy.ext.asyncio.AsyncSession#commit
"41:sqlalchemy.ext.asyncio.AsyncSession#flush
6:entity{1
8:argument"1:0
{2
4:call[2
"28:sqlalchemy.orm.Session#merge
"41:sqlalchemy.ext.asyncio.AsyncSession#merge
6:entity{2
8:argument"1:0
7:keyword"8:instance
{3
4:call"27:sqlalchemy.orm.Query#update
6:entity{2
5:chain"5:query
8:argument"1:0
7:columns{1
8:argument"1:0
{3
4:call"24:sqlalchemy.Update#values
6:entity"8:receiver
7:columns[2
{1
8:keywords"4:true
{1
8:argument"1:0
6:guards[9
{2
4:kind"15:conflict-clause
4:call[3
"49:sqlalchemy.dialects.Insert#on_conflict_do_nothing
"48:sqlalchemy.dialects.Insert#on_conflict_do_update
"50:sqlalchemy.dialects.Insert#on_duplicate_key_update
{3
4:kind"15:conflict-clause
4:call"29:sqlalchemy.Insert#prefix_with
4:when{2
8:argument"1:0
6:one-of[3
"6:IGNORE
"9:OR IGNORE
"10:OR REPLACE
{2
4:kind"4:lock
4:call[2
"36:sqlalchemy.orm.Query#with_for_update
"33:sqlalchemy.Select#with_for_update
{2
4:kind"4:lock
4:call[5
"32:sqlalchemy.func.pg_advisory_lock
"37:sqlalchemy.func.pg_advisory_xact_lock
"36:sqlalchemy.func.pg_try_advisory_lock
"41:sqlalchemy.func.pg_try_advisory_xact_lock
"24:sqlalchemy.func.get_lock
{3
4:kind"4:lock
4:call[4
"26:sqlalchemy.orm.Session#get
"39:sqlalchemy.ext.asyncio.AsyncSession#get
"30:sqlalchemy.orm.Session#get_one
"43:sqlalchemy.ext.asyncio.AsyncSession#get_one
4:when{2
7:keyword"15:with_for_update
2:is"7:present
{3
4:kind"4:lock
4:call[2
"30:sqlalchemy.orm.Session#refresh
"43:sqlalchemy.ext.asyncio.AsyncSession#refresh
4:when{2
7:keyword"15:with_for_update
2:is"7:present
{3
4:kind"12:serializable
4:call[2
"33:sqlalchemy.orm.Session#connection
"46:sqlalchemy.ext.asyncio.AsyncSession#connection
4:when{3
7:keyword"17:execution_options
8:property"15:isolation_level
6:one-of[1
"12:SERIALIZABLE
{3
4:kind"12:serializable
4:call[3
"39:sqlalchemy.Connection#execution_options
"35:sqlalchemy.Engine#execution_options
"56:sqlalchemy.ext.asyncio.AsyncConnection#execution_options
4:when{2
7:keyword"15:isolation_level
6:one-of[1
"12:SERIALIZABLE
{2
4:kind"11:transaction
4:call[10
"27:sqlalchemy.Connection#begin
"23:sqlalchemy.Engine#begin
"28:sqlalchemy.orm.Session#begin
"35:sqlalchemy.orm.Session#begin_nested
"33:sqlalchemy.orm.sessionmaker#begin
"44:sqlalchemy.ext.asyncio.AsyncConnection#begin
"40:sqlalchemy.ext.asyncio.AsyncEngine#begin
"41:sqlalchemy.ext.asyncio.AsyncSession#begin
"48:sqlalchemy.ext.asyncio.AsyncSession#begin_nested
"47:sqlalchemy.ext.asyncio.async_sessionmaker#begin
10:violations[1
{2
5:types[1
"29:sqlalchemy.exc.IntegrityError
5:codes[3
"5:23505
"5:23P01
"4:1062
14:passes-through[4
"15:sqlalchemy.text
"19:sqlalchemy.sql.text
"30:sqlalchemy.sql.expression.text
"13:sqlmodel.text
12:never-raises[1
{1
4:call[46
"15:sqlalchemy.text
"17:sqlalchemy.select
"17:sqlalchemy.insert
"17:sqlalchemy.update
"17:sqlalchemy.delete
"24:sqlalchemy.future.select
"15:sqlmodel.select
"15:sqlalchemy.and_
"14:sqlalchemy.or_
"15:sqlalchemy.desc
"14:sqlalchemy.asc
"15:sqlalchemy.not_
"15:sqlalchemy.true
"16:sqlalchemy.false
"15:sqlalchemy.null
"15:sqlalchemy.case
"17:sqlalchemy.exists
"18:sqlalchemy.literal
"15:sqlalchemy.cast
"17:sqlalchemy.func.*
"19:sqlalchemy.Select#*
"27:sqlalchemy.orm.selectinload
"25:sqlalchemy.orm.joinedload
"27:sqlalchemy.orm.sessionmaker
"41:sqlalchemy.ext.asyncio.async_sessionmaker
"22:sqlalchemy.orm.Session
"26:sqlalchemy.orm.Session#add
"30:sqlalchemy.orm.Session#add_all
"28:sqlalchemy.orm.Session#query
"30:sqlalchemy.orm.Session#expunge
"28:sqlalchemy.orm.Session#close
"27:sqlalchemy.orm.Query#filter
"30:sqlalchemy.orm.Query#filter_by
"29:sqlalchemy.orm.Query#order_by
"26:sqlalchemy.orm.Query#limit
"27:sqlalchemy.orm.Query#offset
"28:sqlalchemy.orm.Query#options
"25:sqlalchemy.orm.Query#join
"35:sqlalchemy.ext.asyncio.AsyncSession
"39:sqlalchemy.ext.asyncio.AsyncSession#add
"43:sqlalchemy.ext.asyncio.AsyncSession#add_all
"42:sqlalchemy.ext.asyncio.AsyncEngine#connect
"27:sqlalchemy.Connection#close
"38:sqlalchemy.PoolProxiedConnection#close
"39:sqlalchemy.PoolProxiedConnection#cursor
"28:sqlalchemy.DBAPICursor#close
8:examples[5
{3
5:title"39:an error keeps the session's connection
8:language"6:python
4:code"383:from sqlalchemy import create_engine, text
from sqlalchemy.orm import sessionmaker

engine = create_engine("postgresql:///shop")
SessionLocal = sessionmaker(bind=engine)


def rename(user_id, name):
    session = SessionLocal()  # expect: SL103
    session.execute(text("UPDATE users SET name = :n WHERE id = :i"), {"n": name, "i": user_id})
    session.commit()
    session.close()

{3
5:title"36:an early return keeps the connection
8:language"6:python
4:code"458:from sqlalchemy import Engine, text


def name_of(engine: Engine, user_id: int):
    conn = engine.connect()  # expect: SL102
    row = conn.execute(text("SELECT name FROM users WHERE id = :i"), {"i": user_id}).first()
    if row is None:
        return None
    conn.close()
    return row.name


def copy_out(engine: Engine, out):
    raw = engine.raw_connection()  # expect: SL103
    raw.cursor().copy_expert("COPY users TO STDOUT", out)
    raw.close()

{3
5:title"47:closing an asynchronous session must be awaited
8:language"6:python
4:code"326:from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker


async def count(sessions: async_sessionmaker[AsyncSession]) -> int:
    session = sessions()
    try:
        return await session.scalar(text("SELECT count(*) FROM users"))
    finally:
        session.close()  # expect: SL104

{3
5:title"47:two requests can both see that the name is free
8:language"6:python
4:code"537:from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]


def sign_up(session: Session, email: str) -> User:
    user = session.scalars(select(User).where(User.email == email)).first()
    if user is None:
        user = User(email=email)
        session.add(user)  # expect: SL301
        session.commit()
    return user

{3
5:title"16:the blocks close
8:language"6:python
4:code"957:from sqlalchemy import Engine, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.orm import Session


def rename(engine: Engine, user_id: int, name: str) -> None:
    with Session(engine) as session, session.begin():
        session.execute(
            text("UPDATE users SET name = :n WHERE id = :i"), {"n": name, "i": user_id}
        )


def name_of(engine: Engine, user_id: int) -> str | None:
    with engine.connect() as conn:
        query = text("SELECT name FROM users WHERE id = :i")
        return conn.execute(query, {"i": user_id}).scalar()


def copy_out(engine: Engine, out) -> None:
    raw = engine.raw_connection()
    try:
        raw.cursor().copy_expert("COPY users TO STDOUT", out)
    finally:
        raw.close()


async def count(sessions: async_sessionmaker[AsyncSession]) -> int:
    async with sessions() as session:
        return await session.scalar(text("SELECT count(*) FROM users"))

{11
7:library"7:sqlite3
8:language"6:python
7:modules[6
"7:sqlite3
"9:aiosqlite
"9:pysqlite3
"10:sqlcipher3
"12:pysqlcipher3
"4:apsw
5:types[4
{3
4:name"18:sqlite3.Connection
12:constructors[7
"15:sqlite3.connect
"22:sqlite3.dbapi2.connect
"17:pysqlite3.connect
"24:pysqlite3.dbapi2.connect
"18:sqlcipher3.connect
"25:sqlcipher3.dbapi2.connect
"27:pysqlcipher3.dbapi2.connect
7:aliases[3
"18:sqlite3.Connection
"20:pysqlite3.Connection
"15:apsw.Connection
{2
4:name"14:sqlite3.Cursor
7:aliases[1
"14:sqlite3.Cursor
{3
4:name"20:aiosqlite.Connection
12:constructors[1
"17:aiosqlite.connect
7:aliases[2
"20:aiosqlite.Connection
"25:aiosqlite.core.Connection
{2
4:name"16:aiosqlite.Cursor
7:aliases[2
"16:aiosqlite.Cursor
"23:aiosqlite.cursor.Cursor
7:returns{8
25:sqlite3.Connection#cursor"14:sqlite3.Cursor
26:sqlite3.Connection#execute"14:sqlite3.Cursor
30:sqlite3.Connection#executemany"14:sqlite3.Cursor
22:sqlite3.Cursor#execute"14:sqlite3.Cursor
25:sqlite3.Cursor#connection"18:sqlite3.Connection
27:aiosqlite.Connection#cursor"16:aiosqlite.Cursor
28:aiosqlite.Connection#execute"16:aiosqlite.Cursor
24:aiosqlite.Cursor#execute"16:aiosqlite.Cursor
9:resources[2
{11
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"18:sqlite3.Connection
7:acquire[9
"15:sqlite3.connect
"22:sqlite3.dbapi2.connect
"18:sqlite3.Connection
"17:pysqlite3.connect
"24:pysqlite3.dbapi2.connect
"18:sqlcipher3.connect
"25:sqlcipher3.dbapi2.connect
"27:pysqlcipher3.dbapi2.connect
"15:apsw.Connection
7:release[1
"24:sqlite3.Connection#close
7:context"5:keeps
19:fails-after-release"4:true
9:collected"4:true
3:fix"111:use `with contextlib.closing(sqlite3.connect(...)) as connection`; `with connection:` ends the transaction only
{9
2:id"16:async-connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"20:aiosqlite.Connection
7:acquire[1
"17:aiosqlite.connect
7:release[1
{2
4:call"26:aiosqlite.Connection#close
5:await"4:true
19:fails-after-release"4:true
3:fix"90:use `async with aiosqlite.connect(...) as connection`; its thread lives until it is closed
7:queries[1
{3
4:call[14
"26:sqlite3.Connection#execute
"30:sqlite3.Connection#executemany
"32:sqlite3.Connection#executescript
"22:sqlite3.Cursor#execute
"26:sqlite3.Cursor#executemany
"28:sqlite3.Cursor#executescript
"28:aiosqlite.Connection#execute
"32:aiosqlite.Connection#executemany
"34:aiosqlite.Connection#executescript
"37:aiosqlite.Connection#execute_fetchall
"35:aiosqlite.Connection#execute_insert
"24:aiosqlite.Cursor#execute
"28:aiosqlite.Cursor#executemany
"30:aiosqlite.Cursor#executescript
4:text{2
8:argument"1:0
7:keyword"3:sql
10:parameters{2
8:argument"1:1
7:keyword"10:parameters
10:violations[1
{2
5:types[3
"22:sqlite3.IntegrityError
"24:aiosqlite.IntegrityError
"24:pysqlite3.IntegrityError
5:codes[3
"24:SQLITE_CONSTRAINT_UNIQUE
"24:UNIQUE constraint failed
"4:2067
6:raises[1
{2
4:call[26
"25:sqlite3.Connection#cursor
"26:sqlite3.Connection#execute
"30:sqlite3.Connection#executemany
"32:sqlite3.Connection#executescript
"25:sqlite3.Connection#commit
"27:sqlite3.Connection#rollback
"34:sqlite3.Connection#create_function
"22:sqlite3.Cursor#execute
"26:sqlite3.Cursor#executemany
"28:sqlite3.Cursor#executescript
"23:sqlite3.Cursor#fetchone
"23:sqlite3.Cursor#fetchall
"24:sqlite3.Cursor#fetchmany
"27:aiosqlite.Connection#cursor
"28:aiosqlite.Connection#execute
"32:aiosqlite.Connection#executemany
"34:aiosqlite.Connection#executescript
"27:aiosqlite.Connection#commit
"29:aiosqlite.Connection#rollback
"36:aiosqlite.Connection#create_function
"24:aiosqlite.Cursor#execute
"28:aiosqlite.Cursor#executemany
"30:aiosqlite.Cursor#executescript
"25:aiosqlite.Cursor#fetchone
"25:aiosqlite.Cursor#fetchall
"26:aiosqlite.Cursor#fetchmany
4:only[2
"5:Error
"13:DatabaseError
12:never-raises[1
{1
4:call[4
"25:sqlite3.Connection#cursor
"24:sqlite3.Connection#close
"20:sqlite3.Cursor#close
"17:aiosqlite.connect
8:examples[2
{3
5:title"34:with does not close the connection
8:language"6:python
4:code"163:import sqlite3


def count(path):
    with sqlite3.connect(path) as conn:  # expect: SL101
        return conn.execute("SELECT count(*) FROM users").fetchone()[0]

{3
5:title"18:closed in any case
8:language"6:python
4:code"346:import sqlite3
from contextlib import closing

import aiosqlite


def count(path):
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute("SELECT count(*) FROM users").fetchone()[0]


async def names(path):
    async with aiosqlite.connect(path) as conn:
        return await conn.execute_fetchall("SELECT name FROM users")

{7
7:library"8:Storages
8:language"6:python
8:triggers[12
"14:storage.find_*
"13:storage.get_*
"11:_api.find_*
"8:db.get_*
"9:db.find_*
"12:db_api.get_*
"11:dbapi.get_*
"11:store.get_*
"12:store.find_*
"9:dao.get_*
"10:dao.find_*
"10:db.fetch_*
5:types[2
{2
4:name"13:store.Storage
7:telling[10
"8:*storage
"7:*_store
"5:store
"2:db
"4:*_db
"8:database
"6:*dbapi
"7:*db_api
"3:dao
"5:*_dao
{2
4:name"19:store.RemoteStorage
7:telling[1
"5:*_api
6:probes[1
{3
4:call[4
"20:store.Storage#find_*
"19:store.Storage#get_*
"21:store.Storage#fetch_*
"26:store.RemoteStorage#find_*
6:entity"4:noun
21:may-raise-when-absent"4:true
7:inserts[1
{2
4:call[4
"22:store.Storage#create_*
"22:store.Storage#insert_*
"19:store.Storage#add_*
"28:store.RemoteStorage#create_*
6:entity"4:noun
8:examples[2
{3
5:title"47:who finds none makes one, and so does the other
8:language"6:python
4:code"251:class Zones:
    def ensure(self, context, name):
        try:
            zone = self.storage.find_zone(context, {'name': name})
        except NotFound:
            zone = self.storage.create_zone(context, name)  # expect: SL301
        return zone

{3
5:title"37:what is asked for is not what is made
8:language"6:python
4:code"239:class Records:
    def add(self, context, zone_id, data):
        zone = self.storage.get_zone(context, zone_id)
        if zone is None:
            raise ValueError(zone_id)
        return self.storage.create_record(context, zone, data)

{9
7:library"6:Stripe
8:language"6:python
7:modules[1
"6:stripe
5:types[4
{2
4:name"19:stripe.StripeClient
7:aliases[1
"34:stripe._stripe_client.StripeClient
"13:stripe.Charge
"20:stripe.PaymentIntent
"15:stripe.Transfer
7:returns{4
20:stripe.Charge.create"13:stripe.Charge
22:stripe.Charge.retrieve"13:stripe.Charge
27:stripe.PaymentIntent.create"20:stripe.PaymentIntent
29:stripe.PaymentIntent.retrieve"20:stripe.PaymentIntent
8:payments[19
{7
8:provider"6:Stripe
4:call[2
"27:stripe.PaymentIntent.create
"33:stripe.PaymentIntent.create_async
4:when{2
7:keyword"18:confirmation_token
2:is"7:present
3:key{1
7:keyword"15:idempotency_key
13:automatic-key"4:true
18:protected-by-state"4:true
6:effect"6:charge
{8
8:provider"6:Stripe
4:call[2
"27:stripe.PaymentIntent.create
"33:stripe.PaymentIntent.create_async
4:when{2
7:keyword"7:confirm
2:is"4:true
3:key{1
7:keyword"15:idempotency_key
9:misplaced[2
{2
7:keyword"8:metadata
8:property"15:idempotency_key
{1
7:keyword"14:idempotencyKey
13:automatic-key"4:true
6:effect"6:charge
3:fix"21:`idempotency_key=…`
{8
8:provider"6:Stripe
4:call[2
"27:stripe.PaymentIntent.create
"33:stripe.PaymentIntent.create_async
3:key{1
7:keyword"15:idempotency_key
9:misplaced[2
{2
7:keyword"8:metadata
8:property"15:idempotency_key
{1
7:keyword"14:idempotencyKey
13:automatic-key"4:true
8:prepares"4:true
6:effect"7:payment
3:fix"21:`idempotency_key=…`
{7
8:provider"6:Stripe
4:call[2
"20:stripe.Charge.create
"26:stripe.Charge.create_async
3:key{1
7:keyword"15:idempotency_key
9:misplaced[2
{2
7:keyword"8:metadata
8:property"15:idempotency_key
{1
7:keyword"14:idempotencyKey
13:automatic-key"4:true
6:effect"6:charge
3:fix"21:`idempotency_key=…`
{7
8:provider"6:Stripe
4:call[3
"20:stripe.Refund.create
"26:stripe.Refund.create_async
"20:stripe.Charge#refund
4:when{2
7:keyword"6:amount
2:is"6:absent
3:key{1
7:keyword"15:idempotency_key
13:automatic-key"4:true
18:protected-by-state"4:true
6:effect"6:refund
{7
8:provider"6:Stripe
4:call[3
"20:stripe.Refund.create
"26:stripe.Refund.create_async
"20:stripe.Charge#refund
3:key{1
7:keyword"15:idempotency_key
9:misplaced[2
{2
7:keyword"8:metadata
8:property"15:idempotency_key
{1
7:keyword"14:idempotencyKey
13:automatic-key"4:true
6:effect"6:refund
3:fix"39:`idempotency_key=f"refund-{refund.id}"`
{7
8:provider"6:Stripe
4:call[2
"31:stripe.Transfer.create_reversal
"37:stripe.Transfer.create_reversal_async
4:when{2
7:keyword"6:amount
2:is"6:absent
3:key{1
7:keyword"15:idempotency_key
13:automatic-key"4:true
18:protected-by-state"4:true
6:effect"6:refund
{7
8:provider"6:Stripe
4:call[8
"22:stripe.Transfer.create
"28:stripe.Transfer.create_async
"31:stripe.Transfer.create_reversal
"37:stripe.Transfer.create_reversal_async
"20:stripe.Payout.create
"26:stripe.Payout.create_async
"19:stripe.Topup.create
"25:stripe.Topup.create_async
3:key{1
7:keyword"15:idempotency_key
9:misplaced[2
{2
7:keyword"8:metadata
8:property"15:idempotency_key
{1
7:keyword"14:idempotencyKey
13:automatic-key"4:true
6:effect"6:payout
3:fix"39:`idempotency_key=f"payout-{payout.id}"`
{7
8:provider"6:Stripe
4:call[2
"26:stripe.Subscription.create
"32:stripe.Subscription.create_async
3:key{1
7:keyword"15:idempotency_key
9:misplaced[2
{2
7:keyword"8:metadata
8:property"15:idempotency_key
{1
7:keyword"14:idempotencyKey
13:automatic-key"4:true
6:effect"12:subscription
3:fix"57:`idempotency_key=f"subscription-{customer.id}-{plan.id}"`
{8
8:provider"6:Stripe
4:call[2
"21:stripe.Invoice.create
"27:stripe.Invoice.create_async
4:when{2
7:keyword"12:auto_advance
2:is"4:true
3:key{1
7:keyword"15:idempotency_key
9:misplaced[2
{2
7:keyword"8:metadata
8:property"15:idempotency_key
{1
7:keyword"14:idempotencyKey
13:automatic-key"4:true
6:effect"7:invoice
3:fix"39:`idempotency_key=f"invoice-{order.id}"`
{7
8:provider"6:Stripe
4:call[6
"25:stripe.InvoiceItem.create
"31:stripe.InvoiceItem.create_async
"24:stripe.CreditNote.create
"30:stripe.CreditNote.create_async
"42:stripe.Customer.create_balance_transaction
"48:stripe.Customer.create_balance_transaction_async
3:key{1
7:keyword"15:idempotency_key
9:misplaced[2
{2
7:keyword"8:metadata
8:property"15:idempotency_key
{1
7:keyword"14:idempotencyKey
13:automatic-key"4:true
6:effect"12:invoice line
3:fix"35:`idempotency_key=f"line-{item.id}"`
{6
8:provider"6:Stripe
4:call[10
"28:stripe.PaymentIntent.confirm
"34:stripe.PaymentIntent.confirm_async
"28:stripe.PaymentIntent.capture
"34:stripe.PaymentIntent.capture_async
"28:stripe.PaymentIntent#confirm
"28:stripe.PaymentIntent#capture
"21:stripe.Charge.capture
"21:stripe.Charge#capture
"18:stripe.Invoice.pay
"24:stripe.Invoice.pay_async
3:key{1
7:keyword"15:idempotency_key
13:automatic-key"4:true
18:protected-by-state"4:true
6:effect"6:charge
{7
8:provider"6:Stripe
4:call[4
"42:stripe.StripeClient#payment_intents.create
"48:stripe.StripeClient#payment_intents.create_async
"45:stripe.StripeClient#v1.payment_intents.create
"51:stripe.StripeClient#v1.payment_intents.create_async
4:when{4
8:argument"1:0
7:keyword"6:params
8:property"18:confirmation_token
2:is"7:present
3:key{3
8:argument"1:1
7:keyword"7:options
8:property"15:idempotency_key
13:automatic-key"4:true
18:protected-by-state"4:true
6:effect"6:charge
{7
8:provider"6:Stripe
4:call[4
"34:stripe.StripeClient#refunds.create
"40:stripe.StripeClient#refunds.create_async
"37:stripe.StripeClient#v1.refunds.create
"43:stripe.StripeClient#v1.refunds.create_async
4:when{4
8:argument"1:0
7:keyword"6:params
8:property"6:amount
2:is"6:absent
3:key{3
8:argument"1:1
7:keyword"7:options
8:property"15:idempotency_key
13:automatic-key"4:true
18:protected-by-state"4:true
6:effect"6:refund
{7
8:provider"6:Stripe
4:call[4
"34:stripe.StripeClient#refunds.create
"40:stripe.StripeClient#refunds.create_async
"37:stripe.StripeClient#v1.refunds.create
"43:stripe.StripeClient#v1.refunds.create_async
3:key{3
8:argument"1:1
7:keyword"7:options
8:property"15:idempotency_key
9:misplaced[2
{3
8:argument"1:0
7:keyword"6:params
8:property"15:idempotency_key
{1
7:keyword"15:idempotency_key
13:automatic-key"4:true
6:effect"6:refund
3:fix"52:`options={"idempotency_key": f"refund-{refund.id}"}`
{7
8:provider"6:Stripe
4:call[8
"34:stripe.StripeClient#charges.create
"40:stripe.StripeClient#charges.create_async
"37:stripe.StripeClient#v1.charges.create
"43:stripe.StripeClient#v1.charges.create_async
"42:stripe.StripeClient#payment_intents.create
"48:stripe.StripeClient#payment_intents.create_async
"45:stripe.StripeClient#v1.payment_intents.create
"51:stripe.StripeClient#v1.payment_intents.create_async
3:key{3
8:argument"1:1
7:keyword"7:options
8:property"15:idempotency_key
9:misplaced[2
{3
8:argument"1:0
7:keyword"6:params
8:property"15:idempotency_key
{1
7:keyword"15:idempotency_key
13:automatic-key"4:true
6:effect"6:charge
3:fix"34:`options={"idempotency_key": …}`
{7
8:provider"6:Stripe
4:call[10
"36:stripe.StripeClient#transfers.create
"42:stripe.StripeClient#transfers.create_async
"34:stripe.StripeClient#payouts.create
"40:stripe.StripeClient#payouts.create_async
"33:stripe.StripeClient#topups.create
"39:stripe.StripeClient#v1.transfers.create
"45:stripe.StripeClient#v1.transfers.create_async
"37:stripe.StripeClient#v1.payouts.create
"43:stripe.StripeClient#v1.payouts.create_async
"36:stripe.StripeClient#v1.topups.create
3:key{3
8:argument"1:1
7:keyword"7:options
8:property"15:idempotency_key
9:misplaced[2
{3
8:argument"1:0
7:keyword"6:params
8:property"15:idempotency_key
{1
7:keyword"15:idempotency_key
13:automatic-key"4:true
6:effect"6:payout
3:fix"52:`options={"idempotency_key": f"payout-{payout.id}"}`
{7
8:provider"6:Stripe
4:call[6
"40:stripe.StripeClient#subscriptions.create
"46:stripe.StripeClient#subscriptions.create_async
"40:stripe.StripeClient#invoice_items.create
"43:stripe.StripeClient#v1.subscriptions.create
"49:stripe.StripeClient#v1.subscriptions.create_async
"43:stripe.StripeClient#v1.invoice_items.create
3:key{3
8:argument"1:1
7:keyword"7:options
8:property"15:idempotency_key
9:misplaced[2
{3
8:argument"1:0
7:keyword"6:params
8:property"15:idempotency_key
{1
7:keyword"15:idempotency_key
13:automatic-key"4:true
6:effect"12:subscription
3:fix"70:`options={"idempotency_key": f"subscription-{customer.id}-{plan.id}"}`
{6
8:provider"6:Stripe
4:call[6
"43:stripe.StripeClient#payment_intents.confirm
"43:stripe.StripeClient#payment_intents.capture
"46:stripe.StripeClient#v1.payment_intents.confirm
"46:stripe.StripeClient#v1.payment_intents.capture
"32:stripe.StripeClient#invoices.pay
"35:stripe.StripeClient#v1.invoices.pay
3:key{3
8:argument"1:2
7:keyword"7:options
8:property"15:idempotency_key
13:automatic-key"4:true
18:protected-by-state"4:true
6:effect"6:charge
8:webhooks[2
{1
4:call[3
"30:stripe.Webhook.construct_event
"35:stripe.StripeClient#construct_event
"44:stripe.StripeClient#parse_event_notification
"37:stripe.WebhookSignature.verify_header
7:network[1
{1
4:call[13
"15:stripe.*.create
"21:stripe.*.create_async
"17:stripe.*.retrieve
"23:stripe.*.retrieve_async
"15:stripe.*.modify
"13:stripe.*.list
"16:stripe.*.confirm
"16:stripe.*.capture
"28:stripe.StripeClient#*.create
"30:stripe.StripeClient#*.retrieve
"26:stripe.StripeClient#*.list
"31:stripe.StripeClient#v1.*.create
"33:stripe.StripeClient#v1.*.retrieve
8:examples[3
{3
5:title"50:no key, and the job that calls this is tried again
8:language"6:python
4:code"177:import stripe


def pay(order):
    return stripe.PaymentIntent.create(  # expect: SL201
        amount=order.total, currency="eur", confirm=True, customer=order.customer
    )

{3
5:title"35:the key stands among the parameters
8:language"6:python
4:code"286:from stripe import StripeClient


def refund(client: StripeClient, order, amount):
    return client.refunds.create(  # expect: SL201
        params={
            "charge": order.charge,
            "amount": amount,
            "idempotency_key": f"refund-{order.id}",
        }
    )

{3
5:title"36:a key of the order's, in both styles
8:language"6:python
4:code"472:import stripe
from stripe import StripeClient


def pay(order):
    return stripe.PaymentIntent.create(
        amount=order.total,
        currency="eur",
        confirm=True,
        customer=order.customer,
        idempotency_key=f"charge-{order.id}",
    )


def refund(client: StripeClient, order, amount):
    return client.refunds.create(
        params={"charge": order.charge, "amount": amount},
        options={"idempotency_key": f"refund-{order.id}"},
    )

{8
7:library"16:Python processes
8:language"6:python
7:modules[7
"10:subprocess
"12:subprocess32
"6:psutil
"6:gevent
"15:multiprocessing
"10:concurrent
"9:posix_ipc
5:types[14
{2
4:name"16:subprocess.Popen
7:aliases[5
"16:subprocess.Popen
"18:subprocess32.Popen
"12:psutil.Popen
"23:gevent.subprocess.Popen
"31:eventlet.green.subprocess.Popen
"26:asyncio.subprocess.Process
{3
4:name"25:multiprocessing.pool.Pool
12:constructors[2
"20:multiprocessing.Pool
"26:multiprocessing.dummy.Pool
7:aliases[3
"25:multiprocessing.pool.Pool
"31:multiprocessing.pool.ThreadPool
"26:multiprocessing.dummy.Pool
{2
4:name"36:multiprocessing.managers.SyncManager
12:constructors[1
"23:multiprocessing.Manager
{2
4:name"36:multiprocessing.managers.BaseManager
7:aliases[2
"36:multiprocessing.managers.BaseManager
"44:multiprocessing.managers.SharedMemoryManager
{2
4:name"35:multiprocessing.context.BaseContext
12:constructors[1
"27:multiprocessing.get_context
{2
4:name"23:multiprocessing.Process
7:aliases[2
"23:multiprocessing.Process
"31:multiprocessing.context.Process
"37:multiprocessing.connection.Connection
{1
4:name"35:multiprocessing.connection.Listener
"43:multiprocessing.shared_memory.ShareableList
"42:multiprocessing.shared_memory.SharedMemory
"22:posix_ipc.SharedMemory
"22:posix_ipc.MessageQueue
{2
4:name"27:concurrent.futures.Executor
7:aliases[6
"27:concurrent.futures.Executor
"37:concurrent.futures.ThreadPoolExecutor
"38:concurrent.futures.ProcessPoolExecutor
"44:concurrent.futures.thread.ThreadPoolExecutor
"46:concurrent.futures.process.ProcessPoolExecutor
"42:concurrent.futures.InterpreterPoolExecutor
7:borrows[1
{1
4:call[4
"16:subprocess.Popen
"18:subprocess32.Popen
"12:psutil.Popen
"23:gevent.subprocess.Popen
7:returns{9
23:subprocess.Popen#stdout"9:io.IOBase
23:subprocess.Popen#stderr"9:io.IOBase
22:subprocess.Popen#stdin"9:io.IOBase
40:multiprocessing.context.BaseContext#Pool"25:multiprocessing.pool.Pool
43:multiprocessing.context.BaseContext#Manager"36:multiprocessing.managers.SyncManager
33:multiprocessing.connection.Client"37:multiprocessing.connection.Connection
42:multiprocessing.connection.Listener#accept"37:multiprocessing.connection.Connection
30:asyncio.create_subprocess_exec"26:asyncio.subprocess.Process
31:asyncio.create_subprocess_shell"26:asyncio.subprocess.Process
9:resources[8
{10
2:id"7:process
4:noun"13:child process
4:kind"7:process
6:weight"6:medium
4:type"16:subprocess.Popen
7:acquire[2
{2
4:call[5
"16:subprocess.Popen
"18:subprocess32.Popen
"12:psutil.Popen
"23:gevent.subprocess.Popen
"31:eventlet.green.subprocess.Popen
4:when[4
{2
7:keyword"6:stdout
2:is"7:present
{2
7:keyword"17:start_new_session
2:is"6:absent
{2
7:keyword"10:preexec_fn
2:is"6:absent
{2
7:keyword"13:creationflags
2:is"6:absent
{2
4:call[5
"16:subprocess.Popen
"18:subprocess32.Popen
"12:psutil.Popen
"23:gevent.subprocess.Popen
"31:eventlet.green.subprocess.Popen
4:when[4
{2
7:keyword"5:stdin
2:is"7:present
{2
7:keyword"6:stdout
2:is"6:absent
{2
7:keyword"17:start_new_session
2:is"6:absent
{2
7:keyword"13:creationflags
2:is"6:absent
7:release[7
{2
4:call[2
"21:subprocess.Popen#wait
"28:subprocess.Popen#communicate
4:when{2
7:keyword"7:timeout
2:is"6:absent
{3
4:call[2
"21:subprocess.Popen#wait
"28:subprocess.Popen#communicate
4:when{2
7:keyword"7:timeout
2:is"7:present
8:may-fail"4:true
"21:subprocess.Popen#poll
"21:subprocess.Popen#kill
"26:subprocess.Popen#terminate
"28:subprocess.Popen#send_signal
{3
4:call"28:subprocess.Popen#stdout.read
5:takes{1
4:root"4:true
4:when{3
8:argument"1:0
7:keyword"4:size
2:is"6:absent
9:collected"4:true
17:closed-implicitly"4:true
3:fix"66:use `with subprocess.Popen(...) as process`, or `subprocess.run()`
{9
2:id"13:async-process
4:noun"13:child process
4:kind"7:process
6:weight"6:medium
4:type"26:asyncio.subprocess.Process
7:acquire[1
{2
4:call[2
"30:asyncio.create_subprocess_exec
"31:asyncio.create_subprocess_shell
4:when[2
{2
7:keyword"6:stdout
2:is"7:present
{2
7:keyword"17:start_new_session
2:is"6:absent
7:release[4
{3
4:call[2
"31:asyncio.subprocess.Process#wait
"38:asyncio.subprocess.Process#communicate
5:await"4:true
8:may-fail"4:true
"31:asyncio.subprocess.Process#kill
"36:asyncio.subprocess.Process#terminate
"38:asyncio.subprocess.Process#send_signal
7:context"11:unsupported
3:fix"55:kill it and `await process.wait()` in a `finally` block
{8
2:id"12:process-pool
4:noun"12:process pool
4:kind"7:process
6:weight"6:medium
4:type"25:multiprocessing.pool.Pool
7:acquire[5
"20:multiprocessing.Pool
"25:multiprocessing.pool.Pool
"31:multiprocessing.pool.ThreadPool
"26:multiprocessing.dummy.Pool
"40:multiprocessing.context.BaseContext#Pool
7:release[2
"31:multiprocessing.pool.Pool#close
"35:multiprocessing.pool.Pool#terminate
3:fix"41:use `with multiprocessing.Pool() as pool`
{10
2:id"7:manager
4:noun"15:manager process
4:kind"7:process
6:weight"6:medium
4:type"36:multiprocessing.managers.SyncManager
7:acquire[3
"23:multiprocessing.Manager
"43:multiprocessing.context.BaseContext#Manager
{2
4:call"42:multiprocessing.managers.BaseManager#start
5:gives"8:receiver
7:release[2
"45:multiprocessing.managers.SyncManager#shutdown
"45:multiprocessing.managers.BaseManager#shutdown
9:collected"4:true
17:closed-implicitly"4:true
3:fix"47:use `with multiprocessing.Manager() as manager`
{12
2:id"15:started-process
4:noun"13:child process
4:kind"7:process
6:weight"6:medium
4:type"23:multiprocessing.Process
7:acquire[1
{2
4:call"29:multiprocessing.Process#start
5:gives"8:receiver
7:release[3
"33:multiprocessing.Process#terminate
"28:multiprocessing.Process#kill
"29:multiprocessing.Process#close
8:hand-off[1
{2
4:call"28:multiprocessing.Process#join
5:takes"8:receiver
7:context"11:unsupported
17:closed-implicitly"4:true
9:collected"4:true
3:fix"39:call `terminate()` in a `finally` block
{9
2:id"10:connection
4:noun"10:connection
4:kind"10:connection
6:weight"6:medium
4:type"37:multiprocessing.connection.Connection
7:acquire[3
"33:multiprocessing.connection.Client
"35:multiprocessing.connection.Listener
"42:multiprocessing.connection.Listener#accept
7:release[2
"43:multiprocessing.connection.Connection#close
"41:multiprocessing.connection.Listener#close
9:collected"4:true
3:fix"28:use it in a `with` statement
{9
2:id"13:shared-memory
4:noun"13:shared memory
4:kind"5:other
6:weight"6:medium
4:type"42:multiprocessing.shared_memory.SharedMemory
7:acquire[4
"42:multiprocessing.shared_memory.SharedMemory
"43:multiprocessing.shared_memory.ShareableList
"22:posix_ipc.SharedMemory
"22:posix_ipc.MessageQueue
7:release[4
{1
4:call[4
"31:posix_ipc.SharedMemory#close_fd
"29:posix_ipc.SharedMemory#unlink
"28:posix_ipc.MessageQueue#close
"29:posix_ipc.MessageQueue#unlink
"48:multiprocessing.shared_memory.SharedMemory#close
"49:multiprocessing.shared_memory.SharedMemory#unlink
{2
4:call[2
"53:multiprocessing.shared_memory.ShareableList#shm.close
"54:multiprocessing.shared_memory.ShareableList#shm.unlink
5:takes{1
4:root"4:true
7:context"11:unsupported
3:fix"57:call `close()`, and `unlink()` once, in a `finally` block
{9
2:id"8:executor
4:noun"8:executor
4:kind"5:other
6:weight"6:medium
4:type"27:concurrent.futures.Executor
7:acquire[1
{1
4:call[5
"37:concurrent.futures.ThreadPoolExecutor
"38:concurrent.futures.ProcessPoolExecutor
"44:concurrent.futures.thread.ThreadPoolExecutor
"46:concurrent.futures.process.ProcessPoolExecutor
"42:concurrent.futures.InterpreterPoolExecutor
7:release[1
"36:concurrent.futures.Executor#shutdown
9:collected"4:true
3:fix"43:use `with ThreadPoolExecutor() as executor`
7:network[1
{1
4:call[4
"14:subprocess.run
"21:subprocess.check_call
"23:subprocess.check_output
"15:subprocess.call
{11
7:library"11:supabase-py
8:language"6:python
7:modules[1
"8:supabase
5:types[5
{4
4:name"15:supabase.Client
12:constructors[3
"22:supabase.create_client
"28:supabase.create_async_client
"23:supabase.acreate_client
7:aliases[1
"20:supabase.AsyncClient
7:telling[5
"8:supabase
"15:supabase_client
"14:supabase_admin
"14:get_supabase()
"21:get_supabase_client()
"14:supabase.Table
{2
4:name"15:supabase.Select
6:fluent"4:true
{2
4:name"15:supabase.Insert
6:fluent"4:true
{2
4:name"15:supabase.Update
6:fluent"4:true
7:returns{7
21:supabase.Client#table"14:supabase.Table
21:supabase.Client#from_"14:supabase.Table
22:supabase.Client#schema"15:supabase.Client
21:supabase.Table#select"15:supabase.Select
21:supabase.Table#insert"15:supabase.Insert
21:supabase.Table#upsert"15:supabase.Insert
21:supabase.Table#update"15:supabase.Update
7:queries[1
{1
4:call[3
"23:supabase.Select#execute
"23:supabase.Insert#execute
"23:supabase.Update#execute
6:probes[2
{2
4:call"23:supabase.Select#execute
6:entity{2
5:chain"5:table
8:argument"1:0
{2
4:call"23:supabase.Select#execute
6:entity{2
5:chain"5:from_
8:argument"1:0
7:inserts[2
{3
4:call"21:supabase.Table#insert
6:entity{2
5:chain"5:table
8:argument"1:0
7:columns{1
8:argument"1:0
{3
4:call"21:supabase.Table#insert
6:entity{2
5:chain"5:from_
8:argument"1:0
7:columns{1
8:argument"1:0
7:updates[1
{3
4:call"21:supabase.Table#update
6:entity{2
5:chain"5:table
8:argument"1:0
7:columns{1
8:argument"1:0
10:violations[1
{1
5:codes[2
"5:23505
"5:23P01
12:never-raises[1
{1
4:call[4
"21:supabase.Client#table
"21:supabase.Client#from_
"21:supabase.Table#select
"18:supabase.Select#eq
{10
7:library"12:Tortoise ORM
8:language"6:python
7:modules[1
"8:tortoise
5:types[2
{3
4:name"21:tortoise.models.Model
7:aliases[1
"14:tortoise.Model
7:hinting[2
"7:<class>
"9:<class>()
{2
4:name"17:tortoise.QuerySet
6:fluent"4:true
7:returns{5
28:tortoise.models.Model#filter"17:tortoise.QuerySet
25:tortoise.models.Model#all"17:tortoise.QuerySet
25:tortoise.models.Model#get"21:tortoise.models.Model
33:tortoise.models.Model#get_or_none"21:tortoise.models.Model
23:tortoise.QuerySet#first"21:tortoise.models.Model
6:probes[3
{3
4:call[3
"28:tortoise.models.Model#filter
"28:tortoise.models.Model#exists
"33:tortoise.models.Model#get_or_none
6:entity"8:receiver
20:keywords-are-columns"4:true
{4
4:call"25:tortoise.models.Model#get
6:entity"8:receiver
20:keywords-are-columns"4:true
18:raises-when-absent"4:true
{2
4:call[3
"24:tortoise.QuerySet#exists
"23:tortoise.QuerySet#first
"23:tortoise.QuerySet#count
6:entity"4:root
7:inserts[5
{3
4:call"28:tortoise.models.Model#create
6:entity"8:receiver
20:keywords-are-columns"4:true
{4
4:call[2
"35:tortoise.models.Model#get_or_create
"38:tortoise.models.Model#update_or_create
6:entity"8:receiver
20:keywords-are-columns"4:true
6:atomic"4:true
{4
4:call"33:tortoise.models.Model#bulk_create
4:when{2
7:keyword"16:ignore_conflicts
2:is"4:true
6:entity"8:receiver
6:atomic"4:true
{3
4:call"33:tortoise.models.Model#bulk_create
6:entity"8:receiver
3:fix"23:`ignore_conflicts=True`
{4
4:call"26:tortoise.models.Model#save
6:entity"4:root
7:columns{2
5:chain"2:()
8:keywords"4:true
5:value"8:receiver
7:updates[1
{3
4:call"24:tortoise.QuerySet#update
6:entity"4:root
20:keywords-are-columns"4:true
6:guards[2
{2
4:kind"4:lock
4:call"35:tortoise.QuerySet#select_for_update
{2
4:kind"11:transaction
4:call[2
"36:tortoise.transactions.in_transaction
"28:tortoise.transactions.atomic
10:violations[1
{1
5:types[1
"34:tortoise.exceptions.IntegrityError
{9
7:library"6:urllib
8:language"6:python
7:modules[8
"6:urllib
"7:urllib2
"7:urllib3
"4:http
"7:httplib
"3:six
"8:eventlet
"5:minio
5:types[8
{3
4:name"24:http.client.HTTPResponse
12:constructors[4
"22:urllib.request.urlopen
"15:urllib2.urlopen
"14:urllib.urlopen
"32:six.moves.urllib.request.urlopen
7:aliases[1
"24:http.client.HTTPResponse
{2
4:name"26:http.client.HTTPConnection
7:aliases[5
"26:http.client.HTTPConnection
"22:httplib.HTTPConnection
"36:six.moves.http_client.HTTPConnection
"41:eventlet.green.http.client.HTTPConnection
"37:eventlet.green.httplib.HTTPConnection
{3
4:name"27:http.client.HTTPSConnection
7:aliases[3
"27:http.client.HTTPSConnection
"23:httplib.HTTPSConnection
"37:six.moves.http_client.HTTPSConnection
7:extends[1
"26:http.client.HTTPConnection
"29:urllib.request.OpenerDirector
{2
4:name"11:minio.Minio
7:aliases[2
"11:minio.Minio
"15:minio.api.Minio
{2
4:name"19:urllib3.PoolManager
7:aliases[3
"19:urllib3.PoolManager
"31:urllib3.poolmanager.PoolManager
"20:urllib3.ProxyManager
{2
4:name"26:urllib3.HTTPConnectionPool
7:aliases[2
"26:urllib3.HTTPConnectionPool
"27:urllib3.HTTPSConnectionPool
{2
4:name"20:urllib3.HTTPResponse
7:aliases[3
"20:urllib3.HTTPResponse
"29:urllib3.response.HTTPResponse
"24:urllib3.BaseHTTPResponse
7:returns{12
38:http.client.HTTPConnection#getresponse"24:http.client.HTTPResponse
39:http.client.HTTPSConnection#getresponse"24:http.client.HTTPResponse
27:urllib.request.build_opener"29:urllib.request.OpenerDirector
20:urllib2.build_opener"29:urllib.request.OpenerDirector
37:six.moves.urllib.request.build_opener"29:urllib.request.OpenerDirector
34:urllib.request.OpenerDirector#open"24:http.client.HTTPResponse
27:urllib3.PoolManager#request"20:urllib3.HTTPResponse
27:urllib3.PoolManager#urlopen"20:urllib3.HTTPResponse
34:urllib3.HTTPConnectionPool#request"20:urllib3.HTTPResponse
34:urllib3.HTTPConnectionPool#urlopen"20:urllib3.HTTPResponse
15:urllib3.request"20:urllib3.HTTPResponse
22:minio.Minio#get_object"20:urllib3.HTTPResponse
9:resources[3
{10
2:id"8:response
4:noun"8:response
4:kind"8:response
6:weight"6:medium
4:type"24:http.client.HTTPResponse
7:acquire[5
"22:urllib.request.urlopen
"15:urllib2.urlopen
"14:urllib.urlopen
"32:six.moves.urllib.request.urlopen
"34:urllib.request.OpenerDirector#open
7:release[3
"30:http.client.HTTPResponse#close
{2
4:call"29:http.client.HTTPResponse#read
4:when{2
8:argument"1:0
2:is"6:absent
"34:http.client.HTTPResponse#readlines
8:hand-off[1
{2
4:call[4
"9:json.load
"18:shutil.copyfileobj
"27:xml.etree.ElementTree.parse
"11:pickle.load
5:takes{1
8:argument"1:0
9:collected"4:true
3:fix"35:use `with urlopen(...) as response`
{10
2:id"10:connection
4:noun"15:HTTP connection
4:kind"10:connection
6:weight"6:medium
4:type"26:http.client.HTTPConnection
7:acquire[8
"26:http.client.HTTPConnection
"27:http.client.HTTPSConnection
"22:httplib.HTTPConnection
"23:httplib.HTTPSConnection
"36:six.moves.http_client.HTTPConnection
"37:six.moves.http_client.HTTPSConnection
"41:eventlet.green.http.client.HTTPConnection
"37:eventlet.green.httplib.HTTPConnection
7:release[1
"32:http.client.HTTPConnection#close
7:context"11:unsupported
9:collected"4:true
3:fix"65:use `with contextlib.closing(HTTPSConnection(...)) as connection`
{9
2:id"15:pooled-response
4:noun"8:response
4:kind"8:response
6:weight"6:medium
4:type"20:urllib3.HTTPResponse
7:acquire[2
{2
4:call[5
"27:urllib3.PoolManager#request
"27:urllib3.PoolManager#urlopen
"34:urllib3.HTTPConnectionPool#request
"34:urllib3.HTTPConnectionPool#urlopen
"15:urllib3.request
4:when{2
7:keyword"15:preload_content
2:is"5:false
"22:minio.Minio#get_object
7:release[6
"33:urllib3.HTTPResponse#release_conn
"31:urllib3.HTTPResponse#drain_conn
"26:urllib3.HTTPResponse#close
"25:urllib3.HTTPResponse#json
"27:urllib3.HTTPResponse#stream
{2
4:call"25:urllib3.HTTPResponse#read
4:when{2
8:argument"1:0
2:is"6:absent
9:collected"4:true
3:fix"42:call `release_conn()` in a `finally` block
7:network[1
{1
4:call[10
"22:urllib.request.urlopen
"26:urllib.request.urlretrieve
"34:urllib.request.OpenerDirector#open
"34:http.client.HTTPConnection#request
"38:http.client.HTTPConnection#getresponse
"27:urllib3.PoolManager#request
"27:urllib3.PoolManager#urlopen
"34:urllib3.HTTPConnectionPool#request
"34:urllib3.HTTPConnectionPool#urlopen
"15:urllib3.request
12:never-raises[1
{1
4:call[13
"22:urllib.request.Request
"15:urllib2.Request
"12:urllib.quote
"16:urllib.urlencode
"18:urllib.parse.quote
"23:urllib.parse.quote_plus
"22:urllib.parse.urlencode
"20:urllib.parse.urljoin
"30:http.client.HTTPResponse#close
"32:http.client.HTTPConnection#close
"26:http.client.HTTPConnection
"27:http.client.HTTPSConnection
"19:urllib3.PoolManager
8:examples[2
{3
5:title"31:what is read in part stays open
8:language"6:python
4:code"155:from urllib.request import urlopen


def starts(url, magic):
    response = urlopen(url, timeout=10)  # expect: SL101
    return response.read(4) == magic

{3
5:title"26:closed, or read to its end
8:language"6:python
4:code"209:from urllib.request import urlopen


def starts(url, magic):
    with urlopen(url, timeout=10) as response:
        return response.read(4) == magic


def body(url):
    return urlopen(url, timeout=10).read()

{5
7:library"13:Python values
8:language"6:python
15:unstable-values[1
{1
4:call[29
"10:uuid.uuid1
"10:uuid.uuid4
"10:uuid.uuid6
"10:uuid.uuid7
"17:secrets.token_hex
"21:secrets.token_urlsafe
"19:secrets.token_bytes
"17:secrets.randbelow
"16:secrets.randbits
"14:secrets.choice
"10:os.urandom
"13:random.random
"14:random.randint
"16:random.randrange
"18:random.getrandbits
"13:random.choice
"14:random.choices
"13:random.sample
"37:django.utils.crypto.get_random_string
"9:ulid.ULID
"8:ulid.new
"9:ulid.ulid
"14:shortuuid.uuid
"16:shortuuid.random
"15:nanoid.generate
"9:cuid.cuid
"11:ksuid.Ksuid
"13:bson.ObjectId
"22:bson.objectid.ObjectId
6:clocks[1
{1
4:call[15
"9:time.time
"12:time.time_ns
"14:time.monotonic
"17:time.monotonic_ns
"17:time.perf_counter
"20:time.perf_counter_ns
"17:time.process_time
"21:datetime.datetime.now
"24:datetime.datetime.utcnow
"23:datetime.datetime.today
"25:django.utils.timezone.now
"31:django.utils.timezone.localtime
"12:pendulum.now
"9:arrow.now
"12:arrow.utcnow
6:values{9
6:copies[11
"13:builtins.dict
"9:copy.copy
"13:copy.deepcopy
"10:json.dumps
"10:json.loads
"22:urllib.parse.urlencode
"21:types.SimpleNamespace
"23:collections.OrderedDict
"20:collections.ChainMap
"39:requests.structures.CaseInsensitiveDict
"13:httpx.Headers
6:merges[1
"6:update
4:puts[4
"10:setdefault
"11:__setitem__
"10:add_header
"3:set
7:derives[23
"12:builtins.str
"13:builtins.repr
"15:builtins.format
"12:builtins.int
"14:builtins.bytes
"12:builtins.hex
"9:uuid.UUID
"10:uuid.uuid3
"10:uuid.uuid5
"12:hashlib.sha1
"14:hashlib.sha224
"14:hashlib.sha256
"14:hashlib.sha384
"14:hashlib.sha512
"11:hashlib.md5
"15:hashlib.blake2b
"15:hashlib.blake2s
"11:hashlib.new
"8:hmac.new
"16:base64.b64encode
"24:base64.urlsafe_b64encode
"16:binascii.hexlify
"13:builtins.hash
10:serializes[5
"10:json.dumps
"12:pickle.dumps
"12:orjson.dumps
"11:ujson.dumps
"13:builtins.repr
6:coarse[13
"4:date
"3:day
"5:month
"4:year
"8:strftime
"9:toordinal
"11:isocalendar
"6:format
"7:replace
"10:astimezone
"8:start_of
"6:end_of
"5:floor
6:stores[24
"4:save
"5:asave
"6:insert
"10:insert_one
"6:create
"7:acreate
"6:update
"7:aupdate
"10:update_one
"16:update_or_create
"6:upsert
"13:get_or_create
"19:find_one_and_update
"11:bulk_create
"3:add
"3:set
"5:setex
"4:hset
"3:put
"8:put_item
"7:persist
"5:store
"5:write
"7:execute
6:owners[18
"4:user
"8:customer
"6:client
"7:account
"6:member
"8:merchant
"6:seller
"6:tenant
"7:company
"12:organization
"12:organisation
"3:org
"4:team
"9:workspace
"7:product
"4:plan
"5:price
"5:email
7:batches[11
"5:batch
"7:batched
"7:batches
"5:chunk
"7:chunked
"6:chunks
"4:page
"5:pages
"9:paginator
"6:slices
"7:grouper
{6
7:library"18:webhooks in Python
8:language"6:python
7:modules[4
"16:standardwebhooks
"4:svix
"18:polar_sdk.webhooks
"10:Adyen.util
13:webhook-words{9
6:events[44
"26:checkout.session.completed
"40:checkout.session.async_payment_succeeded
"24:payment_intent.succeeded
"29:payment_intent.payment_failed
"16:charge.succeeded
"15:charge.captured
"15:charge.refunded
"22:charge.dispute.created
"12:invoice.paid
"25:invoice.payment_succeeded
"22:invoice.payment_failed
"15:invoice.created
"17:invoice.finalized
"29:customer.subscription.created
"29:customer.subscription.updated
"29:customer.subscription.deleted
"36:customer.subscription.trial_will_end
"11:payout.paid
"16:transfer.created
"25:PAYMENT.CAPTURE.COMPLETED
"24:PAYMENT.CAPTURE.REFUNDED
"22:PAYMENT.SALE.COMPLETED
"23:CHECKOUT.ORDER.APPROVED
"24:CHECKOUT.ORDER.COMPLETED
"30:BILLING.SUBSCRIPTION.ACTIVATED
"30:BILLING.SUBSCRIPTION.CANCELLED
"28:subscription_payment_success
"30:subscription_payment_recovered
"16:payment.captured
"18:payment.authorized
"20:subscription.charged
"16:refund.processed
"14:charge.success
"16:transfer.success
"16:charge.completed
"21:transaction.completed
"22:subscription.activated
"30:subscription_payment_succeeded
"16:charge:confirmed
"15:charge:resolved
"13:AUTHORISATION
"15:payment.created
"15:payment.updated
"20:invoice.payment_made
7:headers[9
"10:-signature
"14:-signature-256
"12:-hmac-sha256
"5:-hmac
"11:-hmacsha256
"10:verif-hash
"13:hmacsignature
"17:-transmission-sig
"5:-sign
5:signs[4
"8:hmac.new
"11:hmac.digest
"19:hmac.compare_digest
"22:nacl.signing.VerifyKey
9:operators[1
"4:$inc
6:adders[4
"6:incrby
"4:incr
"7:hincrby
"7:zincrby
7:columns[2
"18:django.db.models.F
"30:django.db.models.expressions.F
7:updates[7
"6:update
"10:update_one
"11:update_many
"19:find_one_and_update
"7:aupdate
"6:values
"6:modify
6:claims[27
"9:processed
"9:duplicate
"10:duplicated
"10:duplicates
"6:dedupe
"5:dedup
"11:deduplicate
"12:deduplicated
"10:idempotent
"11:idempotency
"12:idempotently
"7:already
"4:seen
"5:claim
"7:claimed
"4:once
"7:handled
"9:fulfilled
"8:credited
"8:consumed
"8:redeemed
"6:replay
"8:replayed
"5:nonce
"5:setnx
"4:lock
"6:locked
8:journals[34
"5:event
"6:events
"7:webhook
"8:webhooks
"3:log
"4:logs
"5:audit
"6:audits
"7:history
"8:delivery
"10:deliveries
"5:trace
"6:outbox
"3:job
"4:jobs
"5:queue
"8:activity
"7:attempt
"8:attempts
"5:retry
"7:retries
"5:tries
"7:failure
"8:failures
"5:error
"6:errors
"7:version
"4:view
"5:views
"9:analytics
"6:metric
"7:metrics
"7:message
"5:email
8:webhooks[1
{1
4:call[6
"31:standardwebhooks.Webhook#verify
"40:standardwebhooks.webhooks.Webhook#verify
"19:svix.Webhook#verify
"28:svix.webhooks.Webhook#verify
"33:polar_sdk.webhooks.validate_event
"37:Adyen.util.is_valid_hmac_notification
5:types[2
{2
4:name"24:standardwebhooks.Webhook
12:constructors[2
"24:standardwebhooks.Webhook
"33:standardwebhooks.webhooks.Webhook
{2
4:name"12:svix.Webhook
12:constructors[2
"12:svix.Webhook
"21:svix.webhooks.Webhook
{6
7:library"35:Windows handles and office programs
8:language"6:python
7:modules[10
"9:win32file
"8:win32api
"9:win32pipe
"10:win32event
"12:win32service
"8:win32gui
"10:win32print
"8:win32com
"7:xlwings
"6:ctypes
5:types[3
{2
4:name"12:win32.Handle
12:constructors[10
"20:win32file.CreateFile
"21:win32file.CreateFileW
"20:win32api.OpenProcess
"19:win32api.RegOpenKey
"21:win32api.RegOpenKeyEx
"21:win32api.RegCreateKey
"25:win32pipe.CreateNamedPipe
"26:win32service.OpenSCManager
"24:win32service.OpenService
"22:win32print.OpenPrinter
{2
4:name"19:win32.DeviceContext
12:constructors[3
"14:win32gui.GetDC
"20:win32gui.GetWindowDC
"26:ctypes.windll.user32.GetDC
{2
4:name"18:office.Application
12:constructors[4
"24:win32com.client.Dispatch
"26:win32com.client.DispatchEx
"39:win32com.client.gencache.EnsureDispatch
"11:xlwings.App
9:resources[4
{10
2:id"6:handle
4:noun"6:handle
4:kind"4:file
6:weight"6:medium
4:type"12:win32.Handle
7:acquire[1
{1
4:call[10
"20:win32file.CreateFile
"21:win32file.CreateFileW
"20:win32api.OpenProcess
"19:win32api.RegOpenKey
"21:win32api.RegOpenKeyEx
"21:win32api.RegCreateKey
"25:win32pipe.CreateNamedPipe
"26:win32service.OpenSCManager
"24:win32service.OpenService
"22:win32print.OpenPrinter
7:release[4
{2
4:call[5
"21:win32file.CloseHandle
"20:win32api.CloseHandle
"20:win32api.RegCloseKey
"31:win32service.CloseServiceHandle
"23:win32print.ClosePrinter
5:takes{1
8:argument"1:0
"18:win32.Handle#Close
"18:win32.Handle#close
"19:win32.Handle#Detach
9:collected"4:true
7:context"11:unsupported
3:fix"29:close it in a `finally` block
{9
2:id"13:native-handle
4:noun"6:handle
4:kind"4:file
6:weight"6:medium
4:type"12:builtins.int
7:acquire[2
"34:ctypes.windll.kernel32.OpenProcess
"34:ctypes.windll.kernel32.CreateFileW
7:release[1
{2
4:call"34:ctypes.windll.kernel32.CloseHandle
5:takes{1
8:argument"1:0
7:context"11:unsupported
3:fix"41:call `CloseHandle()` in a `finally` block
{9
2:id"14:device-context
4:noun"14:device context
4:kind"5:other
6:weight"6:medium
4:type"19:win32.DeviceContext
7:acquire[2
"14:win32gui.GetDC
"20:win32gui.GetWindowDC
7:release[1
{2
4:call"18:win32gui.ReleaseDC
5:takes{1
8:argument"1:1
7:context"11:unsupported
3:fix"63:call `win32gui.ReleaseDC(window, context)` in a `finally` block
{9
2:id"14:office-program
4:noun"14:office program
4:kind"7:process
6:weight"6:medium
4:type"18:office.Application
7:acquire[2
{2
4:call[3
"24:win32com.client.Dispatch
"26:win32com.client.DispatchEx
"39:win32com.client.gencache.EnsureDispatch
4:when{2
8:argument"1:0
6:one-of[3
"17:Excel.Application
"16:Word.Application
"22:PowerPoint.Application
"11:xlwings.App
7:release[3
"23:office.Application#Quit
"23:office.Application#quit
"23:office.Application#kill
17:closed-implicitly"4:true
3:fix"67:call `Quit()` in a `finally` block; the program outlives the script
8:examples[2
{3
5:title"56:a workbook that does not open leaves the program running
8:language"6:python
4:code"403:import win32com.client
import win32gui


def recalculate(path):
    excel = win32com.client.Dispatch("Excel.Application")  # expect: SL103
    book = excel.Workbooks.Open(path)
    book.RefreshAll()
    book.Save()
    excel.Quit()


def colour(window, draw):
    context = win32gui.GetWindowDC(window)  # expect: SL103
    found = draw(context)
    win32gui.ReleaseDC(window, context)
    return found

{3
5:title"22:ended whatever happens
8:language"6:python
4:code"379:import win32com.client
import win32gui


def recalculate(path):
    excel = win32com.client.Dispatch("Excel.Application")
    try:
        excel.Workbooks.Open(path).RefreshAll()
    finally:
        excel.Quit()


def colour(window, draw):
    context = win32gui.GetWindowDC(window)
    try:
        return draw(context)
    finally:
        win32gui.ReleaseDC(window, context)

{5
7:library"8:YooKassa
8:language"6:python
7:modules[1
"8:yookassa
8:payments[1
{7
8:provider"8:YooKassa
4:call[3
"23:yookassa.Payment.create
"22:yookassa.Refund.create
"22:yookassa.Payout.create
3:key{2
8:argument"1:1
7:keyword"15:idempotency_key
9:misplaced{2
8:argument"1:0
8:property"15:idempotency_key
13:automatic-key"4:true
6:effect"7:payment
3:fix"28:a key as the second argument
8:examples[1
{3
5:title"42:a key of the attempt, and one of the order
8:language"6:python
4:code"239:import uuid

from yookassa import Payment


def pay(order):
    return Payment.create({"amount": order.total}, uuid.uuid4())  # expect: SL202


def pay_once(order):
    return Payment.create({"amount": order.total}, f"payment-{order.id}")

{10
2:id"5:SL201
4:name"23:missing-idempotency-key
5:title"46:A call that moves money has no idempotency key
8:severity"5:error
9:precision"4:high
4:tags[4
"8:payments
"11:correctness
"5:retry
"7:CWE-837
3:why"430:A payment request can time out after the provider has done its work. Whoever sent it does not know,
and sends it again: the HTTP client, the job queue, the webhook that is delivered twice, the customer
who presses the button again. Without a key the provider takes the second request for a second
purchase and charges twice. An SDK that makes up a key of its own covers only its own retries, not
the second call of your function.

3:fix"355:Pass a key that is the same for every attempt at the same thing and differs for different things:
made from the id of a stored order, invoice or refund and the name of the operation, such as
`charge-${order.id}`. Put it where this SDK takes it: for Stripe in Node the argument after the
parameters, in Python a keyword or `options`, over HTTP the header.

10:references[4
"104:CWE-837: Improper Enforcement of a Single, Unique Action https://cwe.mitre.org/data/definitions/837.html
"75:Stripe, idempotent requests https://docs.stripe.com/api/idempotent_requests
"84:Adyen, API idempotency https://docs.adyen.com/development-resources/api-idempotency/
"80:PayPal, idempotency https://developer.paypal.com/api/rest/reference/idempotency/
8:examples[5
{3
5:title"33:a charge that a retry makes again
8:language"10:javascript
4:code"249:import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY);

export async function charge(order) {
  return stripe.charges.create({ // expect: SL201
    amount: order.total,
    currency: 'eur',
    source: order.token,
  });
}

{3
5:title"38:the key among the parameters is no key
8:language"10:javascript
4:code"268:import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY);

export async function refund(order, amount) {
  return stripe.refunds.create({ // expect: SL201
    charge: order.chargeId,
    amount,
    idempotencyKey: `refund-${order.id}`,
  });
}

{3
5:title"33:a charge that a retry makes again
8:language"6:python
4:code"171:import stripe


def charge(order):
    return stripe.Charge.create(  # expect: SL201
        amount=order.total,
        currency="eur",
        source=order.token,
    )

{3
5:title"18:one order, one key
8:language"10:javascript
4:code"272:import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY);

export async function charge(order) {
  return stripe.charges.create(
    { amount: order.total, currency: 'eur', source: order.token },
    { idempotencyKey: `charge-${order.id}` },
  );
}

{3
5:title"18:one order, one key
8:language"6:python
4:code"200:import stripe


def charge(order):
    return stripe.Charge.create(
        amount=order.total,
        currency="eur",
        source=order.token,
        idempotency_key=f"charge-{order.id}",
    )

{10
2:id"5:SL204
4:name"21:payment-before-record
5:title"46:Money moves before anything about it is stored
8:severity"4:note
9:precision"6:medium
4:tags[3
"8:payments
"11:correctness
"7:CWE-837
3:why"302:The charge succeeds, then the insert of the order fails, or the process ends in between. The customer
has paid and the shop knows of no order; the next attempt has nothing to find, and pays again. The
order of the two steps decides whether a failure loses a record or only leaves one to be cleaned up.

3:fix"191:Store the order first, as pending, then charge with a key made from its id, then mark it paid. What
failed in between can then be found and finished, by a retry or by the provider's webhook.

10:references[2
"104:CWE-837: Improper Enforcement of a Single, Unique Action https://cwe.mitre.org/data/definitions/837.html
"82:Stripe, designing robust APIs with idempotency https://stripe.com/blog/idempotency
8:examples[4
{3
5:title"34:charged first, recorded afterwards
8:language"10:javascript
4:code"481:import { Pool } from 'pg';
import Stripe from 'stripe';

const pool = new Pool({ connectionTimeoutMillis: 5000 });
const stripe = new Stripe(process.env.STRIPE_KEY);

export async function checkout(cart) {
  const charge = await stripe.charges.create( // expect: SL204
    { amount: cart.total, currency: 'eur', source: cart.token },
    { idempotencyKey: `charge-${cart.id}` },
  );
  await pool.query('INSERT INTO orders (cart, charge) VALUES ($1, $2)', [cart.id, charge.id]);
}

{3
5:title"34:charged first, recorded afterwards
8:language"6:python
4:code"376:import asyncpg
import stripe


async def checkout(cart, pool: asyncpg.Pool) -> None:
    charge = stripe.Charge.create(  # expect: SL204
        amount=cart.total,
        currency="eur",
        source=cart.token,
        idempotency_key=f"charge-{cart.id}",
    )
    await pool.execute(
        "INSERT INTO orders (cart, charge) VALUES ($1, $2)", cart.id, charge.id
    )

{3
5:title"44:recorded as pending, charged, marked as paid
8:language"10:javascript
4:code"622:import { Pool } from 'pg';
import Stripe from 'stripe';

const pool = new Pool({ connectionTimeoutMillis: 5000 });
const stripe = new Stripe(process.env.STRIPE_KEY);

export async function checkout(cart) {
  await pool.query(
    "INSERT INTO orders (cart, state) VALUES ($1, 'pending') ON CONFLICT (cart) DO NOTHING",
    [cart.id],
  );
  const charge = await stripe.charges.create(
    { amount: cart.total, currency: 'eur', source: cart.token },
    { idempotencyKey: `charge-${cart.id}` },
  );
  await pool.query(
    "UPDATE orders SET state = 'paid', charge = $2 WHERE cart = $1",
    [cart.id, charge.id],
  );
}

{3
5:title"44:recorded as pending, charged, marked as paid
8:language"6:python
4:code"515:import asyncpg
import stripe


async def checkout(cart, pool: asyncpg.Pool) -> None:
    await pool.execute(
        "INSERT INTO orders (cart, state) VALUES ($1, 'pending') ON CONFLICT (cart) DO NOTHING",
        cart.id,
    )
    charge = stripe.Charge.create(
        amount=cart.total,
        currency="eur",
        source=cart.token,
        idempotency_key=f"charge-{cart.id}",
    )
    await pool.execute(
        "UPDATE orders SET state = 'paid', charge = $2 WHERE cart = $1", cart.id, charge.id
    )

{10
2:id"5:SL202
4:name"24:unstable-idempotency-key
5:title"53:An idempotency key is a different one at each attempt
8:severity"5:error
9:precision"4:high
4:tags[4
"8:payments
"11:correctness
"5:retry
"7:CWE-837
3:why"288:A key protects because the second attempt brings the same one. A random value or the time of day,
made in the same function that makes the call, is a new key at every attempt: the provider sees two
requests and performs both. It is worse than no key, because it looks like one in review.

3:fix"182:Make the key from what is being paid: `charge-${order.id}`. If only a random value will do, make it
once, save it with the order before the call, and read it back when trying again.

10:references[3
"104:CWE-837: Improper Enforcement of a Single, Unique Action https://cwe.mitre.org/data/definitions/837.html
"75:Stripe, idempotent requests https://docs.stripe.com/api/idempotent_requests
"82:Stripe, designing robust APIs with idempotency https://stripe.com/blog/idempotency
8:examples[4
{3
5:title"29:a random key for each attempt
8:language"10:javascript
4:code"348:import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY);

export async function charge(order) {
  const idempotencyKey = randomUUID();
  return stripe.charges.create( // expect: SL202
    { amount: order.total, currency: 'eur', source: order.token },
    { idempotencyKey },
  );
}

{3
5:title"42:the time of the attempt is part of the key
8:language"6:python
4:code"244:import time

import stripe


def charge(order):
    return stripe.Charge.create(  # expect: SL202
        amount=order.total,
        currency="eur",
        source=order.token,
        idempotency_key=f"charge-{order.id}-{time.time()}",
    )

{3
5:title"19:made from the order
8:language"10:javascript
4:code"272:import Stripe from 'stripe';

const stripe = new Stripe(process.env.STRIPE_KEY);

export async function charge(order) {
  return stripe.charges.create(
    { amount: order.total, currency: 'eur', source: order.token },
    { idempotencyKey: `charge-${order.id}` },
  );
}

{3
5:title"65:saved with the order before the call, read back when trying again
8:language"6:python
4:code"197:import stripe


def charge(order):
    return stripe.Charge.create(
        amount=order.total,
        currency="eur",
        source=order.token,
        idempotency_key=order.payment_key,
    )

{10
2:id"5:SL203
4:name"24:webhook-not-deduplicated
5:title"59:A webhook's effect happens again when its event comes again
8:severity"7:warning
9:precision"6:medium
4:tags[5
"8:payments
"11:correctness
"7:webhook
"7:CWE-837
"7:CWE-362
3:why"234:Providers deliver an event at least once: again when your answer was late, again after a deployment,
sometimes twice at the same moment. A handler that inserts a row, adds to a balance or sends goods for
every delivery does so twice.

3:fix"293:Remember the event before acting: insert its id into a table where it is unique, in the transaction of
the effect, and stop when the row is there already (`ON CONFLICT DO NOTHING` and no row inserted).
Looking first and inserting later is not enough: two deliveries can look at the same time.

10:references[3
"104:CWE-837: Improper Enforcement of a Single, Unique Action https://cwe.mitre.org/data/definitions/837.html
"74:Stripe, webhooks: handle duplicate events https://docs.stripe.com/webhooks
"90:PostgreSQL, INSERT ... ON CONFLICT https://www.postgresql.org/docs/current/sql-insert.html
8:examples[4
{3
5:title"31:each delivery inserts a payment
8:language"10:javascript
4:code"601:import { Pool } from 'pg';
import Stripe from 'stripe';

const pool = new Pool({ connectionTimeoutMillis: 5000 });
const stripe = new Stripe(process.env.STRIPE_KEY);

export async function webhook(request, response) {
  const signature = request.headers['stripe-signature'];
  const event = stripe.webhooks.constructEvent(request.body, signature, process.env.SECRET);
  if (event.type === 'charge.succeeded') {
    const { id, amount } = event.data.object;
    await pool.query('INSERT INTO payments (charge, amount) VALUES ($1, $2)', [id, amount]); // expect: SL203
  }
  response.sendStatus(200);
}

{3
5:title"31:each delivery inserts a payment
8:language"6:python
4:code"465:import os

import asyncpg
import stripe


async def webhook(body: bytes, signature: str, pool: asyncpg.Pool) -> None:
    event = stripe.Webhook.construct_event(body, signature, os.environ["SECRET"])
    if event["type"] == "charge.succeeded":
        charge = event["data"]["object"]
        await pool.execute(  # expect: SL203
            "INSERT INTO payments (charge, amount) VALUES ($1, $2)",
            charge["id"],
            charge["amount"],
        )

{3
5:title"47:the event's id decides whether anything happens
8:language"10:javascript
4:code"732:import { Pool } from 'pg';
import Stripe from 'stripe';

const pool = new Pool({ connectionTimeoutMillis: 5000 });
const stripe = new Stripe(process.env.STRIPE_KEY);

export async function webhook(request, response) {
  const signature = request.headers['stripe-signature'];
  const event = stripe.webhooks.constructEvent(request.body, signature, process.env.SECRET);
  const seen = await pool.query(
    'INSERT INTO events (id) VALUES ($1) ON CONFLICT (id) DO NOTHING',
    [event.id],
  );
  if (seen.rowCount === 1 && event.type === 'charge.succeeded') {
    const { id, amount } = event.data.object;
    await pool.query('INSERT INTO payments (charge, amount) VALUES ($1, $2)', [id, amount]);
  }
  response.sendStatus(200);
}

{3
5:title"42:the insert itself stands a second delivery
8:language"6:python
4:code"495:import os

import asyncpg
import stripe


async def webhook(body: bytes, signature: str, pool: asyncpg.Pool) -> None:
    event = stripe.Webhook.construct_event(body, signature, os.environ["SECRET"])
    if event["type"] == "charge.succeeded":
        charge = event["data"]["object"]
        await pool.execute(
            "INSERT INTO payments (charge, amount) VALUES ($1, $2)"
            " ON CONFLICT (charge) DO NOTHING",
            charge["id"],
            charge["amount"],
        )

{10
2:id"5:SL301
4:name"17:check-then-insert
5:title"55:A row is inserted because it was not there a moment ago
8:severity"5:error
9:precision"4:high
4:tags[4
"11:concurrency
"11:correctness
"7:CWE-362
"7:CWE-367
3:why"495:Two requests ask whether the slot is free at the same moment; both hear "yes", both insert. Between
the question and the insert there is time, and at the default isolation level a transaction does not
close it: neither sees the other's row. Tests never show it, a busy evening does.

It is a note where few are there at a time, such as administrators and schedules, or where little comes
of it: settings of the program, quotas that it sets, a lock of the process that is enough for one process.

3:fix"401:Let the database decide. Declare what must be unique (a unique index; for spans of time an exclusion
constraint), insert without asking, and treat the violation as the answer: `ON CONFLICT DO NOTHING`
and look at the number of rows, or catch the error. Where no constraint can say it, take a lock that
all writers take (`pg_advisory_xact_lock`, `SELECT ... FOR UPDATE` on a parent row) before asking.

10:references[5
"71:CWE-362: Race Condition https://cwe.mitre.org/data/definitions/362.html
"97:CWE-367: Time-of-check Time-of-use Race Condition https://cwe.mitre.org/data/definitions/367.html
"94:PostgreSQL, transaction isolation https://www.postgresql.org/docs/current/transaction-iso.html
"90:PostgreSQL, INSERT ... ON CONFLICT https://www.postgresql.org/docs/current/sql-insert.html
"103:PostgreSQL, advisory locks https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
8:examples[4
{3
5:title"35:two requests can find the slot free
8:language"10:javascript
4:code"401:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function book(room, day) {
  const taken = await pool.query('SELECT id FROM bookings WHERE room = $1 AND day = $2', [room, day]);
  if (taken.rows.length > 0) throw new Error('the room is taken');
  await pool.query('INSERT INTO bookings (room, day) VALUES ($1, $2)', [room, day]); // expect: SL301
}

{3
5:title"35:two requests can find the slot free
8:language"6:python
4:code"384:import asyncpg


async def book(pool: asyncpg.Pool, room: int, day: str) -> None:
    taken = await pool.fetchrow(
        "SELECT id FROM bookings WHERE room = $1 AND day = $2", room, day
    )
    if taken is not None:
        raise ValueError("the room is taken")
    await pool.execute(  # expect: SL301
        "INSERT INTO bookings (room, day) VALUES ($1, $2)", room, day
    )

{3
5:title"26:the insert is the question
8:language"10:javascript
4:code"344:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function book(room, day) {
  const booked = await pool.query(
    'INSERT INTO bookings (room, day) VALUES ($1, $2) ON CONFLICT (room, day) DO NOTHING',
    [room, day],
  );
  if (booked.rowCount === 0) throw new Error('the room is taken');
}

{3
5:title"30:a lock that every writer takes
8:language"6:python
4:code"505:import asyncpg


async def book(pool: asyncpg.Pool, room: int, day: str) -> None:
    async with pool.acquire() as conn, conn.transaction():
        await conn.execute("SELECT pg_advisory_xact_lock($1)", room)
        taken = await conn.fetchrow(
            "SELECT id FROM bookings WHERE room = $1 AND day = $2", room, day
        )
        if taken is not None:
            raise ValueError("the room is taken")
        await conn.execute("INSERT INTO bookings (room, day) VALUES ($1, $2)", room, day)

{10
2:id"5:SL305
4:name"19:check-then-use-file
5:title"58:A file is used because of what was true of it a moment ago
8:severity"4:note
9:precision"6:medium
4:tags[3
"11:concurrency
"11:file-system
"7:CWE-367
3:why"479:Between the question whether a file exists and its use another process can make or remove it. The use
then fails where the code thought it could not, or writes over what somebody else just wrote.

Mostly little comes of it, and the finding is a note. It is a warning where the use makes what must
not be there yet (a folder, a link) and nothing around it expects the failure: then the slower of two
processes dies of `EEXIST` or `FileExistsError`, though all is as it wanted it.

3:fix"201:Do it, and handle that it fails: open with the flag that refuses an existing file (`wx`, mode `x`),
make folders with `recursive: true` or `exist_ok=True`, catch the error of a file that is not there.

10:references[3
"97:CWE-367: Time-of-check Time-of-use Race Condition https://cwe.mitre.org/data/definitions/367.html
"105:Node.js, fs.access: do not check before opening https://nodejs.org/api/fs.html#fsaccesspath-mode-callback
"73:Python, os.makedirs https://docs.python.org/3/library/os.html#os.makedirs
8:examples[4
{3
5:title"37:two processes can both find no folder
8:language"10:javascript
4:code"141:import fs from 'node:fs';

export function ensureFolder(path) {
  if (!fs.existsSync(path)) {
    fs.mkdirSync(path); // expect: SL305
  }
}

{3
5:title"37:two processes can both find no folder
8:language"6:python
4:code"126:import os


def ensure_folder(path: str) -> None:
    if not os.path.exists(path):
        os.makedirs(path)  # expect: SL305

{3
5:title"39:making a folder that exists is no error
8:language"10:javascript
4:code"109:import fs from 'node:fs';

export function ensureFolder(path) {
  fs.mkdirSync(path, { recursive: true });
}

{3
5:title"39:making a folder that exists is no error
8:language"6:python
4:code"87:import os


def ensure_folder(path: str) -> None:
    os.makedirs(path, exist_ok=True)

{10
2:id"5:SL304
4:name"17:competing-writers
5:title"53:A request handler and a webhook insert the same thing
8:severity"7:warning
9:precision"6:medium
4:tags[5
"11:concurrency
"8:payments
"7:webhook
"7:CWE-362
"7:CWE-837
3:why"256:After a payment both the handler that made it and the provider's webhook record the order, so that it is
recorded even if one of them fails. Mostly neither fails, and they run at the same time: the order is
there twice, is shipped twice, is counted twice.

3:fix"176:Give both the same unique key (the payment's id) and let the second insert do nothing:
`ON CONFLICT (payment) DO NOTHING`. Or let one of them write and the other only wake it.

10:references[2
"71:CWE-362: Race Condition https://cwe.mitre.org/data/definitions/362.html
"66:Stripe, fulfil orders https://docs.stripe.com/checkout/fulfillment
8:examples[4
{3
5:title"24:two inserts of one order
8:language"10:javascript
4:code"784:import { Pool } from 'pg';
import Stripe from 'stripe';

const pool = new Pool({ connectionTimeoutMillis: 5000 });
const stripe = new Stripe(process.env.STRIPE_KEY);

export async function confirm(request, response) {
  const intent = await stripe.paymentIntents.retrieve(request.body.intent);
  await pool.query('INSERT INTO orders (intent) VALUES ($1)', [intent.id]); // expect: SL304
  response.json({ ok: true });
}

export async function webhook(request, response) {
  const signature = request.headers['stripe-signature'];
  const event = stripe.webhooks.constructEvent(request.body, signature, process.env.SECRET);
  await pool.query(
    'INSERT INTO orders (intent) VALUES ($1) ON CONFLICT (intent) DO NOTHING',
    [event.data.object.id],
  );
  response.sendStatus(200);
}

{3
5:title"24:two inserts of one order
8:language"6:python
4:code"565:import os

import asyncpg
import stripe


async def confirm(intent_id: str, pool: asyncpg.Pool) -> None:
    intent = stripe.PaymentIntent.retrieve(intent_id)
    await pool.execute("INSERT INTO orders (intent) VALUES ($1)", intent.id)  # expect: SL304


async def webhook(body: bytes, signature: str, pool: asyncpg.Pool) -> None:
    event = stripe.Webhook.construct_event(body, signature, os.environ["SECRET"])
    await pool.execute(
        "INSERT INTO orders (intent) VALUES ($1) ON CONFLICT (intent) DO NOTHING",
        event["data"]["object"]["id"],
    )

{3
5:title"30:whoever is second does nothing
8:language"10:javascript
4:code"777:import { Pool } from 'pg';
import Stripe from 'stripe';

const pool = new Pool({ connectionTimeoutMillis: 5000 });
const stripe = new Stripe(process.env.STRIPE_KEY);

async function record(intent) {
  await pool.query(
    'INSERT INTO orders (intent) VALUES ($1) ON CONFLICT (intent) DO NOTHING',
    [intent],
  );
}

export async function confirm(request, response) {
  const intent = await stripe.paymentIntents.retrieve(request.body.intent);
  await record(intent.id);
  response.json({ ok: true });
}

export async function webhook(request, response) {
  const signature = request.headers['stripe-signature'];
  const event = stripe.webhooks.constructEvent(request.body, signature, process.env.SECRET);
  await record(event.data.object.id);
  response.sendStatus(200);
}

{3
5:title"30:whoever is second does nothing
8:language"6:python
4:code"594:import os

import asyncpg
import stripe


async def record(intent_id: str, pool: asyncpg.Pool) -> None:
    await pool.execute(
        "INSERT INTO orders (intent) VALUES ($1) ON CONFLICT (intent) DO NOTHING", intent_id
    )


async def confirm(intent_id: str, pool: asyncpg.Pool) -> None:
    intent = stripe.PaymentIntent.retrieve(intent_id)
    await record(intent.id, pool)


async def webhook(body: bytes, signature: str, pool: asyncpg.Pool) -> None:
    event = stripe.Webhook.construct_event(body, signature, os.environ["SECRET"])
    await record(event["data"]["object"]["id"], pool)

{10
2:id"5:SL302
4:name"17:read-modify-write
5:title"58:A stored value is read, changed in memory and written back
8:severity"7:warning
9:precision"6:medium
4:tags[4
"11:concurrency
"11:correctness
"7:CWE-362
"7:CWE-367
3:why"656:Two requests read a stock of five, each takes one and writes four: one sale is lost. With money it is
a balance that can be spent twice. The comparison before the write ("is there enough?") was true for
both.

A state that is looked at and then set is read and written in the same way: two find the seat free, and
both are told that it is theirs; two find the token unused, and it is used twice. So is a number that
counts on from the last row's, the largest, or how many there are: two rows get the same one. A state
is told where two that pass do harm: it says whose the row is, a row comes to it once, or another row, a
number or money changes with it.

3:fix"369:Let the statement compute and check: `UPDATE stock SET left = left - 1 WHERE sku = $1 AND left >= 1`,
and look at the number of rows it changed. Or read with `FOR UPDATE` in the same transaction, or write
with a condition on a version column. A state is claimed by `UPDATE seats SET user_id = $2 WHERE id = $1
AND user_id IS NULL`; numbers are the database's to count.

10:references[3
"71:CWE-362: Race Condition https://cwe.mitre.org/data/definitions/362.html
"94:PostgreSQL, transaction isolation https://www.postgresql.org/docs/current/transaction-iso.html
"139:Django, F expressions and race conditions https://docs.djangoproject.com/en/stable/ref/models/expressions/#avoiding-race-conditions-using-f
8:examples[5
{3
5:title"36:the new amount is computed in memory
8:language"10:javascript
4:code"447:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function withdraw(account, amount) {
  const { rows } = await pool.query('SELECT balance FROM accounts WHERE id = $1', [account]);
  if (rows[0].balance < amount) throw new Error('not enough');
  const balance = rows[0].balance - amount;
  await pool.query('UPDATE accounts SET balance = $2 WHERE id = $1', [account, balance]); // expect: SL302
}

{3
5:title"22:two find the seat free
8:language"10:typescript
4:code"544:import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function take(id: string, userId: string) {
  const seat = await prisma.seat.findUnique({ where: { id } });
  if (seat.userId) throw new Error('taken');
  await prisma.seat.update({ where: { id }, data: { userId } }); // expect: SL302
}

export async function takeOnce(id: string, userId: string) {
  const { count } = await prisma.seat.updateMany({ where: { id, userId: null }, data: { userId } });
  if (count === 0) throw new Error('taken');
}

{3
5:title"36:the new amount is computed in memory
8:language"6:python
4:code"376:import asyncpg


async def withdraw(pool: asyncpg.Pool, account: int, amount: int) -> None:
    balance = await pool.fetchval("SELECT balance FROM accounts WHERE id = $1", account)
    if balance < amount:
        raise ValueError("not enough")
    await pool.execute(  # expect: SL302
        "UPDATE accounts SET balance = $2 WHERE id = $1", account, balance - amount
    )

{3
5:title"33:the statement computes and checks
8:language"10:javascript
4:code"346:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function withdraw(account, amount) {
  const changed = await pool.query(
    'UPDATE accounts SET balance = balance - $2 WHERE id = $1 AND balance >= $2',
    [account, amount],
  );
  if (changed.rowCount === 0) throw new Error('not enough');
}

{3
5:title"35:the row is locked before it is read
8:language"6:python
4:code"475:import asyncpg


async def withdraw(pool: asyncpg.Pool, account: int, amount: int) -> None:
    async with pool.acquire() as conn, conn.transaction():
        balance = await conn.fetchval(
            "SELECT balance FROM accounts WHERE id = $1 FOR UPDATE", account
        )
        if balance < amount:
            raise ValueError("not enough")
        await conn.execute(
            "UPDATE accounts SET balance = $2 WHERE id = $1", account, balance - amount
        )

{10
2:id"5:SL303
4:name"26:unhandled-unique-violation
5:title"53:The loser of a race gets an error that nobody handles
8:severity"7:warning
9:precision"6:medium
4:tags[4
"11:concurrency
"14:error-handling
"7:CWE-362
"7:CWE-755
3:why"387:The constraint is there, so nothing is booked twice. But the code asks first and inserts then, and does
not expect the insert to fail: of two simultaneous requests one ends in an internal error, though it
should have got the row that the other made, or a polite refusal. Retries and alarms follow. So it
is with a unique number that is the last one plus one: two requests make the same.

3:fix"163:Handle the violation where the insert is: read the winner's row and go on, or answer "taken". Or make
the two steps one: `ON CONFLICT`, `get_or_create`, `upsert`.

10:references[4
"100:CWE-755: Improper Handling of Exceptional Conditions https://cwe.mitre.org/data/definitions/755.html
"86:PostgreSQL, error codes https://www.postgresql.org/docs/current/errcodes-appendix.html
"116:Mongoose, unique is not a validator https://mongoosejs.com/docs/validation.html#the-unique-option-is-not-a-validator
"81:SQLAlchemy, IntegrityError https://docs.sqlalchemy.org/en/20/core/exceptions.html
8:examples[4
{3
5:title"67:unique, but the second of two sign-ups fails with an internal error
8:language"10:javascript
4:code"344:import mongoose from 'mongoose';

const schema = new mongoose.Schema({ email: { type: String, unique: true } });
const Customer = mongoose.model('Customer', schema);

export async function customerFor(email) {
  const known = await Customer.findOne({ email });
  if (known) return known;
  return Customer.create({ email }); // expect: SL303
}

{3
5:title"67:unique, but the second of two requests fails with an internal error
8:language"6:python
4:code"637:from sqlalchemy import String, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = "customers"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(200), unique=True)


def customer_for(session: Session, email: str) -> Customer:
    customer = session.scalars(select(Customer).where(Customer.email == email)).first()
    if customer is None:
        customer = Customer(email=email)
        session.add(customer)  # expect: SL303
        session.commit()
    return customer

{3
5:title"37:the loser reads what the winner wrote
8:language"10:javascript
4:code"450:import mongoose from 'mongoose';

const schema = new mongoose.Schema({ email: { type: String, unique: true } });
const Customer = mongoose.model('Customer', schema);

export async function customerFor(email) {
  const known = await Customer.findOne({ email });
  if (known) return known;
  try {
    return await Customer.create({ email });
  } catch (error) {
    if (error.code !== 11000) throw error;
    return Customer.findOne({ email });
  }
}

{3
5:title"37:the loser reads what the winner wrote
8:language"6:python
4:code"824:from sqlalchemy import String, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = "customers"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(200), unique=True)


def customer_for(session: Session, email: str) -> Customer:
    by_email = select(Customer).where(Customer.email == email)
    customer = session.scalars(by_email).first()
    if customer is None:
        customer = Customer(email=email)
        try:
            session.add(customer)
            session.commit()
        except IntegrityError:
            session.rollback()
            customer = session.scalars(by_email).one()
    return customer

{10
2:id"5:SL001
4:name"18:unused-suppression
5:title"51:A suppression suppresses nothing, or cannot be read
8:severity"7:warning
9:precision"9:very-high
4:tags[2
"15:maintainability
"11:suppression
3:why"343:A suppression is a claim: "this finding is wrong, for this reason". When the code below it has
changed, the claim is about nothing, and the next real finding on that line would vanish without
anyone having decided so. One that cannot be read (no rule in brackets, no reason after `--`)
suppresses nothing either, though it looks as if it did.

3:fix"182:Delete the comment. If it is meant to stand, write it whole: the rule's id in brackets and, after
`--`, the reason. It speaks of its own line or, alone on a line, of the line below.

10:references[1
"72:Rules and how to silence them: the section on suppressions in the README
8:examples[4
{3
5:title"41:the release was added, the comment stayed
8:language"10:javascript
4:code"331:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function countOrders() {
  const client = await pool.connect(); // stopleak: ignore[SL103] -- see below, expect: SL001
  try {
    return await client.query('SELECT count(*) FROM orders');
  } finally {
    client.release();
  }
}

{3
5:title"41:the release was added, the comment stayed
8:language"6:python
4:code"276:import asyncpg


async def count_orders(pool: asyncpg.Pool) -> int:
    conn = await pool.acquire()  # stopleak: ignore[SL103] -- see below, expect: SL001
    try:
        return await conn.fetchval("SELECT count(*) FROM orders")
    finally:
        await pool.release(conn)

{3
5:title"41:a suppression that is needed and says why
8:language"10:javascript
4:code"352:import { Pool } from 'pg';

const pool = new Pool({ connectionTimeoutMillis: 5000 });

export async function reportAndExit() {
  // stopleak: ignore[SL101] -- a command-line script: the process ends right after
  const client = await pool.connect();
  const { rows } = await client.query('SELECT count(*) FROM orders');
  console.log(rows[0].count);
}

{3
5:title"41:a suppression that is needed and says why
8:language"6:python
4:code"242:import asyncpg


async def report(pool: asyncpg.Pool) -> None:
    # stopleak: ignore[SL101] -- a command-line script: the process ends right after
    conn = await pool.acquire()
    print(await conn.fetchval("SELECT count(*) FROM orders"))


"""###
