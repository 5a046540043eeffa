"""The shell writes the very rows, indexes and search indexes that an import made: what storing them costs, without reading files or working anything out."""
import contextlib
import os
import sqlite3

import shell_work

# The search indexes keep no text of their own.
SEARCH = """INSERT INTO words (rowid, name, latin, company, email, tags, rest) SELECT id, name, latin, company, email, tags, rest FROM document;
INSERT INTO sounds (rowid, sound) SELECT id, sound FROM document WHERE sound <> '';
INSERT INTO grams (rowid, name, company, email, phone, tags, rest) SELECT id, name, company, email, phone, tags, rest FROM document;
INSERT INTO entry_words (rowid, text) SELECT id, text FROM entry;
"""


def column(base, query):
    with contextlib.closing(sqlite3.connect(base)) as connection:
        return [text for text, in connection.execute(query)]


def statements(base, kinds):
    return [sql + ";\n" for sql in column(base, "SELECT s.sql FROM sqlite_schema s LEFT JOIN pragma_table_list t ON t.schema = 'main' AND t.name = s.name "
                                          f"WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'sqlite_%' AND coalesce(t.type, s.type) IN ({kinds}) ORDER BY s.rowid")]


def plain_tables(base):
    return column(base, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")


def script(source, more=""):
    copies = "".join(f"INSERT INTO main.{table} SELECT * FROM source.{table};\n" for table in plain_tables(source))
    return ("PRAGMA journal_mode=wal;\nPRAGMA synchronous=normal;\n" + "".join(statements(source, "'table', 'virtual'")) +
            f"ATTACH '{source}' AS source;\nBEGIN;\n{copies}COMMIT;\n" + "".join(statements(source, "'index'")) + more)


def steps(source):
    """The same in the transactions of the import, which its history tells by their ranges of ids, with a rollback journal and every index there."""
    with contextlib.closing(sqlite3.connect(source)) as connection:
        ranges = connection.execute("SELECT record, record_id, last_id FROM change WHERE what = 'insert' AND last_id IS NOT NULL ORDER BY seq").fetchall()
    copies = ""
    for table, first, last in ranges:
        if table in ("customer", "interaction", "purchase"):
            copies += "COMMIT;\nBEGIN IMMEDIATE;\n"
        copies += f"INSERT INTO main.{table} SELECT * FROM source.{table} WHERE id BETWEEN {first} AND {last};\n"
    return ("PRAGMA journal_mode=persist;\nPRAGMA synchronous=full;\nPRAGMA cache_size=-49152;\nPRAGMA cache_spill=off;\n" +
            "".join(statements(source, "'table', 'index'")) + f"ATTACH '{source}' AS source;\nBEGIN;\n{copies}COMMIT;\n")


def run_once(folder, text):
    copy = os.path.join(folder, "again.db")
    cpu = shell_work.run(copy, text)[0]
    for end in ("", "-wal", "-shm", "-journal"):
        if os.path.exists(copy + end):
            os.remove(copy + end)
    return cpu


def load(base, index, folder):
    """CPU seconds. The copies are thrown away."""
    return run_once(folder, script(base)) + run_once(folder, script(index, SEARCH))


def load_in_steps(base, folder):
    """CPU seconds of the base alone, without the search index."""
    return run_once(folder, steps(base))
