"""The same work in the sqlite3 shell: what a person who knows SQL well would write by hand, on tables of the same rows."""
import os
import re
import resource
import statistics
import subprocess

CUSTOMERS = """id INTEGER PRIMARY KEY, type TEXT, lang TEXT, display_name TEXT, given_name TEXT, family_name TEXT, company TEXT, phone1 TEXT,
phone2 TEXT, email1 TEXT, email2 TEXT, city TEXT, country TEXT, birthday TEXT, lead_source TEXT, score INTEGER, tags TEXT, created_on TEXT, note TEXT"""
INTERACTIONS = "id INTEGER PRIMARY KEY, customer_id INTEGER, at TEXT, kind TEXT, direction TEXT, duration_min INTEGER, summary TEXT"
PURCHASES = "id INTEGER PRIMARY KEY, customer_id INTEGER, date TEXT, product TEXT, quantity INTEGER, amount REAL"
FIND = "display_name, phone1, phone2, email1, email2"

INDEXES = f"""CREATE INDEX c_name ON customers(display_name);
CREATE INDEX c_city ON customers(city);
CREATE INDEX i_customer ON interactions(customer_id, at);
CREATE INDEX p_customer ON purchases(customer_id, date, amount);
CREATE INDEX p_date ON purchases(date, customer_id, amount);
ANALYZE;
CREATE VIRTUAL TABLE parts USING fts5({FIND}, content='customers', content_rowid='id', tokenize='trigram');
INSERT INTO parts(parts) VALUES('rebuild');
CREATE VIRTUAL TABLE words USING fts5(display_name, company, email1, note, content='customers', content_rowid='id', tokenize='unicode61', prefix='2 3');
INSERT INTO words(words) VALUES('rebuild');
"""
# Kontor finds the texts of entries too.
ENTRY_INDEX = """CREATE VIRTUAL TABLE entry_words USING fts5(summary, content='interactions', content_rowid='id', tokenize='unicode61', prefix='2 3');
INSERT INTO entry_words(entry_words) VALUES('rebuild');
"""


def run(base, script):
    """Seconds, CPU seconds, peak memory in MB and what the shell printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(["sqlite3", base], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    out, _ = process.communicate(script)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode != 0:
        raise SystemExit("sqlite3 failed")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, out


def load(base, folder):
    tables = (("customers", CUSTOMERS), ("interactions", INTERACTIONS), ("purchases", PURCHASES))
    script = "PRAGMA journal_mode=wal;\nPRAGMA synchronous=normal;\n"
    for table, columns in tables:
        path = os.path.join(folder, table + ".csv")
        script += f'CREATE TABLE {table}({columns});\n.import --csv --skip 1 "{path}" {table}\n'
    return script + INDEXES


def timed(base, queries, repeat=5):
    """For each name the medians of (milliseconds, CPU milliseconds), all in one shell; answers go to nowhere. A query is one line."""
    script = "PRAGMA cache_size=-49152;\n.timer on\n.output /dev/null\n"
    for sql in queries.values():
        script += (sql.rstrip(";\n") + ";\n") * (repeat + 1)
    _, out = run(base, script)
    times = [(1000 * float(a), 1000 * (float(b) + float(c))) for a, b, c in re.findall(r"real ([\d.]+) user ([\d.]+) sys ([\d.]+)", out)]
    result = {}
    for place, name in enumerate(queries):
        of_query = times[place * (repeat + 1) + 1:(place + 1) * (repeat + 1)]     # the first one does not count
        result[name] = tuple(statistics.median(column) for column in zip(*of_query))
    return result


def fastest(base, texts):
    """(milliseconds, CPU milliseconds) of the query that takes the least; what takes some milliseconds is asked more often."""
    times = timed(base, dict(enumerate(texts)))
    best = min(times, key=lambda place: times[place][1])
    return timed(base, {0: texts[best]}, 51)[0] if times[best][1] < 50 else times[best]


def single(base, sql):
    return run(base, sql)[1].strip()


def find_queries(texts):
    queries = {}
    for key, text in texts.items():
        name = "find " + key.replace("_", " ")
        for label, typed in (("first letter", text[:1]), ("whole", text)):
            queries[f"{name}, {label}"] = find_sql(typed)
    return queries


def find_sql(typed):
    if len(typed) >= 3:
        table, match = "parts", '"' + typed + '"'
    elif typed.isascii() or not "\u3040" <= typed[0] <= "\u9fff":
        table, match = "words", '"' + typed + '"*'
    else:    # no index of the shell knows one or two ideographs
        return f"SELECT id, {FIND} FROM customers WHERE display_name LIKE '%{typed}%' LIMIT 50"
    return f"SELECT c.id, c.display_name, c.phone1, c.email1, c.city FROM {table} JOIN customers c ON c.id = {table}.rowid WHERE {table} MATCH '{match}' LIMIT 50"


def card_queries(heavy):
    return {f"card with {entries} entries": f"SELECT * FROM customers WHERE id = {customer}; SELECT * FROM interactions WHERE customer_id = {customer} ORDER BY at DESC LIMIT 200; "
            f"SELECT * FROM purchases WHERE customer_id = {customer} ORDER BY date DESC" for entries, customer in heavy.items()}


def list_queries(today):
    year = f"{int(today[:4]) - 1}{today[4:]}"
    bought = f"LEFT JOIN (SELECT customer_id, sum(amount) AS amount FROM purchases WHERE date > '{year}' GROUP BY customer_id) p ON p.customer_id = c.id"
    contact = "LEFT JOIN (SELECT customer_id, max(at) AS at FROM interactions GROUP BY customer_id) i ON i.customer_id = c.id"
    days = "LEFT JOIN (SELECT customer_id, min(date) AS first, max(date) AS last, sum(amount) AS amount FROM purchases GROUP BY customer_id) p ON p.customer_id = c.id"
    by = "SELECT c.id FROM customers c {} ORDER BY {}".format
    where = "SELECT c.id FROM customers c {} WHERE {} ORDER BY c.display_name".format
    return {"list, first page of rows": "SELECT * FROM customers ORDER BY display_name LIMIT 100",
            "sort by name": by("", "display_name"), "sort by phone": by("", "phone1, display_name"), "sort by e-mail": by("", "email1, display_name"),
            "sort by last contact": by(contact, "i.at, c.display_name"), "sort by bought in 12 months": by(bought, "p.amount, c.display_name"),
            "sort by city": by("", "city, display_name"), "sort by company": by("", "company, display_name"), "sort by source": by("", "lead_source, display_name"),
            "sort by birthday": by("", "substr(birthday, -5), display_name"), "sort by first purchase": by(days, "p.first, c.display_name"),
            "sort by last purchase": by(days, "p.last, c.display_name"), "sort by bought in all": by(days, "p.amount, c.display_name"),
            "sort by created": by("", "created_on, display_name"),
            "filter by city": where("", "city = 'Berlin'"), "filter by name": where("", "display_name LIKE '%berg%' OR company LIKE '%berg%'"),
            "filter by phone": where("", "phone1 LIKE '%4711%' OR phone2 LIKE '%4711%'"), "filter by tag": where("", "tags LIKE '%vip%'"),
            "filter by last contact": where(contact, f"i.at IS NULL OR i.at < date('{today}', '-90 day')"),
            "filter by bought in 12 months": where(bought, "p.amount > 500")}


def bulk_queries(customers):
    """One after the other in one transaction each, with the old values kept as Kontor keeps them."""
    return {"bulk field": f"""CREATE TABLE kept(id INTEGER PRIMARY KEY, customer_id INTEGER, field TEXT, old TEXT, new TEXT);
CREATE INDEX kept_customer ON kept(customer_id);
BEGIN; INSERT INTO kept(customer_id, field, old, new) SELECT id, 'lead_source', lead_source, 'Maria' FROM customers WHERE id <= {customers};
UPDATE customers SET lead_source = 'Maria' WHERE id <= {customers}; COMMIT;""",
            "undo of bulk field": """BEGIN; UPDATE customers SET lead_source = (SELECT old FROM kept WHERE customer_id = customers.id) WHERE id IN (SELECT customer_id FROM kept);
INSERT INTO kept(customer_id, field, old, new) SELECT customer_id, field, new, old FROM kept; COMMIT;"""}
