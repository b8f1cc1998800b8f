# What the standard library opens, by names that are seldom read.
import imp
import io
import nntplib
import os
import socket
import tarfile
import tokenize
import zipfile
from multiprocessing.connection import Client
from multiprocessing.dummy import Pool


def raw(path):
    file = io.FileIO(path)  # expect: SL101
    return file.readall()


def raw_closed(path):
    with io.FileIO(path) as file:
        return file.readall()


def lines_of_code(path):
    file = tokenize.open(path)  # expect: SL101
    return len(file.readlines())


def byte_code(path):
    archive = zipfile.PyZipFile(path, "w")  # expect: SL101
    archive.writepy("shop")


def unpacked(path, folder):
    archive = tarfile.TarFile.gzopen(path)  # expect: SL101
    archive.extractall(folder)


def member(archive: zipfile.ZipFile, name):
    file = archive.open(name)  # expect: SL101
    return file.readline()


def member_closed(archive: zipfile.ZipFile, name):
    with archive.open(name) as file:
        return file.readline()


def tar_member(archive: tarfile.TarFile, name):
    return archive.extractfile(name).readline()


def member_given(archive: zipfile.ZipFile, name):
    return archive.open(name)


def talk(command):
    pid, terminal = os.forkpty()  # expect: SL101
    if pid == 0:
        os.execvp(command[0], command)
    return os.read(terminal, 1024)


def talk_closed(command):
    pid, terminal = os.forkpty()
    if pid == 0:
        os.execvp(command[0], command)
    try:
        return os.read(terminal, 1024)
    finally:
        os.close(terminal)


def wake(message):
    ours, theirs = socket.socketpair()  # expect: SL101
    ours.sendall(message)
    return theirs.recv(1024)


def wake_closed(message):
    ours, theirs = socket.socketpair()
    try:
        ours.sendall(message)
        return theirs.recv(1024)
    finally:
        ours.close()
        theirs.close()


def ends():
    return socket.socketpair()


class Waker:
    def __init__(self):
        self.ours, self.theirs = socket.socketpair()

    def close(self):
        self.ours.close()
        self.theirs.close()


def module_named(name):
    file, path, description = imp.find_module(name)  # expect: SL101
    return imp.load_module(name, file, path, description)


def module_named_closed(name):
    file, path, description = imp.find_module(name)
    try:
        return imp.load_module(name, file, path, description)
    finally:
        if file:
            file.close()


def articles(host, group):
    news = nntplib.NNTP(host)  # expect: SL101
    return news.group(group)


def ask(address, question):
    connection = Client(address)  # expect: SL101
    connection.send(question)
    return connection.recv()


def squares(numbers):
    pool = Pool(4)  # expect: SL101
    return pool.map(square, numbers)


def square(number):
    return number * number
