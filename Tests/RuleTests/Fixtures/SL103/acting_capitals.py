# What is called in capitals and gives nothing was not made to be kept; a process has its files for itself.
import io
import subprocess

from xhtml2pdf import pisa


def a(dest, content):
    file = open(dest, "wb")  # expect: SL103
    pisa.CreatePDF(io.BytesIO(content), file)
    file.close()


def d(cmd, log):
    h = open(log, "wb")  # expect: SL103
    p = subprocess.Popen(cmd, stdout=h)
    h.close()
    return p


def e(path):
    f = open(path, "rb")
    return Reader(f)


def g(path):
    f = open(path, "rb")
    reader = Reader(f)
    return reader


def h(path):
    f = open(path, "rb")  # expect: SL103
    reader = Reader(f)
    rows = reader.rows()
    f.close()
    return rows
