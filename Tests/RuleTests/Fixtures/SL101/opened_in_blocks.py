"""What is opened on the object of a block ends with the block."""

import asyncio
import ftplib
import sys

import paramiko


def get(host, path):
    with paramiko.SSHClient() as client:
        client.connect(host)
        return client.open_sftp().stat(path)


def listing(host):
    with ftplib.FTP() as server:
        server.connect(host)
        return server.nlst()


def left(host):
    client = paramiko.SSHClient()
    client.connect(host)  # expect: SL101
    return client.exec_command("uptime")[1].read()


# Nothing is taken before the promise is waited for.
async def run(command, arguments):
    if arguments is None:
        start = asyncio.create_subprocess_shell(command)
    else:
        start = asyncio.create_subprocess_exec(command, *arguments)
    process = await start
    try:
        return await process.communicate()
    finally:
        process.kill()


# Who asks whether it is the process's own stream knows what was opened.
def read(path):
    source = sys.stdin if path == "-" else open(path)
    try:
        return source.read()
    finally:
        if source is not sys.stdin:
            source.close()


# A value that a loop reads from itself ends the search for what it is.
def climb(path, node, root):
    out = open(path, "w")
    try:
        while node is not root:
            out.write(node.name)
            node = node.parent
    finally:
        out.close()
