import asyncio
import subprocess


def ask(command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE)  # expect: SL103
    try:
        out, _ = process.communicate(timeout=5)
    except subprocess.TimeoutExpired:
        return None
    return out


def ask_safely(command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    try:
        out, _ = process.communicate(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return None
    return out


def ask_patiently(command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    out, _ = process.communicate()
    return out


async def ask_soon(command):
    process = await asyncio.create_subprocess_exec(command, stdout=asyncio.subprocess.PIPE)  # expect: SL103
    out, _ = await asyncio.wait_for(process.communicate(), 5)
    return out


async def ask_soon_safely(command):
    process = await asyncio.create_subprocess_exec(command, stdout=asyncio.subprocess.PIPE)
    try:
        out, _ = await asyncio.wait_for(process.communicate(), 5)
    except asyncio.TimeoutError:
        process.kill()
        raise
    return out


# What is given a time limit fails as well with what it is given.
async def read(host, first_line):
    reader, writer = await asyncio.open_connection(host, 7)  # expect: SL103
    line = await asyncio.wait_for(first_line(reader), 5)
    writer.close()
    return line


async def check(command, prepare):
    process = None
    try:
        process = await asyncio.create_subprocess_exec(*prepare(command), stdout=asyncio.subprocess.PIPE)
        out, _ = await asyncio.wait_for(process.communicate(), timeout=3)
    except asyncio.TimeoutError:
        if process is not None:
            process.kill()
        raise
    return out
