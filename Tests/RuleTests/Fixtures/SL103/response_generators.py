# A generator that a response goes through is closed at its yield when the client goes away.
import subprocess

from flask import Response


def transcode(command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE)  # expect: SL103

    def pieces():
        while True:
            piece = process.stdout.read(8192)
            if not piece:
                break
            yield piece
        process.terminate()
        process.wait()

    return Response(pieces())


def transcode_safely(command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE)

    def pieces():
        try:
            while True:
                piece = process.stdout.read(8192)
                if not piece:
                    break
                yield piece
        finally:
            process.terminate()
            process.wait()

    return Response(pieces())


def lines(path):
    file = open(path)  # expect: SL103

    def rows():
        for line in file:
            yield line
        file.close()

    return Response(rows())


def lines_safely(path):
    file = open(path)

    def rows():
        with file:
            yield from file

    return Response(rows())
