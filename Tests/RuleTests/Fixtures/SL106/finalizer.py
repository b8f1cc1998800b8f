import sqlite3
import weakref


class History:
    def open(self, path):
        self.db = sqlite3.connect(path)
        self._finalizer = weakref.finalize(self, lambda db: db.close(), self.db)
        self.db.execute("SELECT 1")
        with self.db:
            self.db.execute("CREATE TABLE lines (text)")
