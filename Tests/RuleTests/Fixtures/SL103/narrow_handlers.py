"""A task that is cancelled passes handlers of certain errors."""

import asyncio
import socket


async def connected(path):
    sock = socket.socket(socket.AF_UNIX)  # expect: SL103 warning "cancelled"
    try:
        sock.setblocking(False)
        await asyncio.get_running_loop().sock_connect(sock, path)
        return sock
    except OSError:
        sock.close()
        raise


async def connected_well(path):
    sock = socket.socket(socket.AF_UNIX)
    try:
        sock.setblocking(False)
        await asyncio.get_running_loop().sock_connect(sock, path)
        return sock
    except (OSError, asyncio.CancelledError):
        sock.close()
        raise


async def connected_in_any_case(path):
    sock = socket.socket(socket.AF_UNIX)
    try:
        sock.setblocking(False)
        await asyncio.get_running_loop().sock_connect(sock, path)
        return sock
    except OSError as error:
        sock.close()
        raise ConnectionError(path) from error
    except BaseException:
        sock.close()
        raise


async def connected_soon(path):
    sock = socket.socket(socket.AF_UNIX)  # expect: SL103 warning "cancelled"
    try:
        sock.setblocking(False)
        await asyncio.wait_for(asyncio.get_running_loop().sock_connect(sock, path), 5)
        return sock
    except asyncio.TimeoutError:
        sock.close()
        raise
    except OSError:
        sock.close()
        raise


# Nobody can cancel what does not wait.
def connected_at_once(path):
    sock = socket.socket(socket.AF_UNIX)
    try:
        sock.connect(path)
        return sock
    except OSError:
        sock.close()
        raise
