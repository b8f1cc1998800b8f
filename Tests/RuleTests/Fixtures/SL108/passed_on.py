import socket

import psycopg2.pool

pool = psycopg2.pool.ThreadedConnectionPool(1, 10)


# The variable is emptied once somebody else answers for the socket.
async def hand_over(loop, protocol, address):
    sock = None
    try:
        sock = socket.create_connection(address)
        pair = await loop.create_connection(protocol, sock=sock)
        sock = None
        return pair
    finally:
        if sock is not None:
            sock.close()


# All goes well: the transport has it. Only what fails is undone here.
async def serve(loop, protocol, address):
    sock = socket.create_connection(address)
    try:
        pair = await loop.create_connection(protocol, sock=sock)
    except BaseException:
        sock.close()
        raise
    return pair


# What a method of the handle gives takes its name over.
def tuned(options):
    conn = pool.getconn()
    try:
        conn = conn.tuned(**options)
        conn.cursor()
    finally:
        pool.putconn(conn)


def forgotten():
    conn = pool.getconn()  # expect: SL108
    conn = None
    return conn
