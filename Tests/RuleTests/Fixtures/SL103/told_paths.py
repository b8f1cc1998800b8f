import os
import shutil
import tempfile


class Renderer:
    def __init__(self, book, folder):
        self.book = book
        self.folder = folder

    def pages(self):
        return [page.draw(self.folder) for page in self.book]


# That the renderer knows the path makes it no owner of the folder.
def render(book, printer):
    folder = tempfile.mkdtemp()  # expect: SL103
    renderer = Renderer(book, folder)
    printer.print(renderer.pages())
    shutil.rmtree(folder)


def render_safely(book, printer):
    folder = tempfile.mkdtemp()
    renderer = Renderer(book, folder)
    try:
        printer.print(renderer.pages())
    finally:
        shutil.rmtree(folder)


class Workshop:
    def __init__(self, folder):
        self.folder = folder

    def close(self):
        shutil.rmtree(self.folder)


def open_workshop(check):
    folder = tempfile.mkdtemp()
    try:
        check(folder)
        return Workshop(folder)
    except OSError:
        shutil.rmtree(folder)
        raise


# The folder's name is kept with the book, and whoever reads that removes it.
def keep(books, upload):
    folder = tempfile.mkdtemp()
    name = os.path.basename(folder)
    try:
        upload.save(os.path.join(folder, "book"))
        book = books.add(title=upload.title, folder=name)
    except Exception:
        shutil.rmtree(folder)
        raise
    return book
