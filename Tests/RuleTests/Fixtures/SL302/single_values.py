# A question for one value, or for some by their order: which column it is, the text says.
import asyncpg
import psycopg2

connection = psycopg2.connect("dbname=fair")


async def enter(pool: asyncpg.Pool, ride: int, many: int) -> None:
    left = await pool.fetchval("SELECT places_left FROM rides WHERE id = $1", ride)
    if left < many:
        raise ValueError("full")
    await pool.execute("UPDATE rides SET places_left = places_left - $1 WHERE id = $2", many, ride)  # expect: SL302


async def enter_if_free(pool: asyncpg.Pool, ride: int, many: int) -> None:
    left = await pool.fetchval("SELECT places_left FROM rides WHERE id = $1", ride)
    if left < many:
        raise ValueError("full")
    done = await pool.execute(
        "UPDATE rides SET places_left = places_left - $1 WHERE id = $2 AND places_left >= $1", many, ride
    )
    if done == "UPDATE 0":
        raise ValueError("full")


def buy(item: int) -> bool:
    cursor = connection.cursor()
    cursor.execute("SELECT stock FROM items WHERE id = %s", (item,))
    stock = cursor.fetchone()[0]
    if stock > 0:
        cursor.execute("UPDATE items SET stock = stock - 1 WHERE id = %s", (item,))  # expect: SL302
        connection.commit()
    return stock > 0


def buy_one_of_two(item: int, coins: int) -> bool:
    cursor = connection.cursor()
    cursor.execute("SELECT price, stock FROM items WHERE id = %s", (item,))
    price, stock = cursor.fetchone()
    if stock <= 0:
        return False
    cursor.execute("UPDATE items SET stock = %s WHERE id = %s", (stock - 1, item))  # expect: SL302
    connection.commit()
    return True


# The price decides, and the stock is nobody's business here.
def note_sale(item: int, coins: int) -> bool:
    cursor = connection.cursor()
    cursor.execute("SELECT price, stock FROM items WHERE id = %s", (item,))
    row = cursor.fetchone()
    if row[0] > coins:
        return False
    cursor.execute("UPDATE items SET sold = sold + 1 WHERE id = %s", (item,))
    connection.commit()
    return True


# The one value is another column's.
def raise_rank(item: int) -> None:
    cursor = connection.cursor()
    cursor.execute("SELECT price FROM items WHERE id = %s", (item,))
    if cursor.fetchone()[0] > 100:
        cursor.execute("UPDATE items SET views = views + 1 WHERE id = %s", (item,))
        connection.commit()


# Whose it is stands at a place, too.
def redeem(code: str) -> bool:
    cursor = connection.cursor()
    cursor.execute("SELECT id, used FROM passes WHERE code = %s", (code,))
    found = cursor.fetchone()
    if not found or found[1]:
        return False
    cursor.execute("UPDATE passes SET used = TRUE WHERE id = %s", (found[0],))  # expect: SL302
    connection.commit()
    return True


def redeem_once(code: str) -> bool:
    cursor = connection.cursor()
    cursor.execute("SELECT id, used FROM passes WHERE code = %s", (code,))
    found = cursor.fetchone()
    if not found or found[1]:
        return False
    cursor.execute("UPDATE passes SET used = TRUE WHERE id = %s AND NOT used", (found[0],))
    connection.commit()
    return cursor.rowcount == 1
