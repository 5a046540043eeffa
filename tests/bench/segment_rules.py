"""The segments that are measured: each as a rule of Kontor, and as the best SQL that a person writes for it on the base's own tables.

Every question has a grouped and a correlated form; the faster one counts. Money is in minor units, times are UTC milliseconds.
"""
from datetime import date, timedelta

BOUGHT = {"field": "purchases", "aggregate": "sum", "of": "amount", "period": {"last": 365, "unit": "day"}, "op": "more_than", "value": 500}
SILENT = {"field": "interactions", "aggregate": "last", "of": "at", "op": "more_than_ago", "value": 90, "unit": "day", "or_never": True}
OFTEN = {"field": "interactions", "aggregate": "count", "op": "at_least", "value": 3}
CITIES = {"field": "city", "op": "one_of", "value": ["Kiruna", "Bangor"]}

RULES = {"one aggregate": [BOUGHT], "three aggregates": [BOUGHT, SILENT, OFTEN],
         "selective, one aggregate": [CITIES, BOUGHT], "selective, three aggregates": [CITIES, BOUGHT, SILENT, OFTEN]}


def rules():
    return {name: {"version": 1, "match": "all", "rules": conditions} for name, conditions in RULES.items()}


def queries(today):
    """Name -> the SQL texts that answer it; each gives the ids."""
    day = date.fromisoformat(today)
    since, until = (day - timedelta(days=364)).isoformat(), today
    silent = int((day - timedelta(days=90) - date(1970, 1, 1)).total_seconds()) * 1000
    alive = "c.trashed_at IS NULL AND c.merged_into IS NULL"
    cities = "c.city IN ('Kiruna', 'Bangor')"
    period = f"purchased_on BETWEEN '{since}' AND '{until}' AND trashed_at IS NULL"
    grouped = {"bought": f"c.id IN (SELECT customer_id FROM purchase WHERE {period} GROUP BY customer_id HAVING sum(amount) > 50000)",
               "silent_often": f"c.id IN (SELECT customer_id FROM interaction WHERE trashed_at IS NULL GROUP BY customer_id HAVING max(at) < {silent} AND count(*) >= 3)"}
    each = {"bought": f"(SELECT sum(amount) FROM purchase p WHERE p.customer_id = c.id AND {period}) > 50000",
            "silent_often": f"NOT EXISTS (SELECT 1 FROM interaction i WHERE i.customer_id = c.id AND i.at >= {silent} AND i.trashed_at IS NULL) "
                            "AND (SELECT count(*) FROM interaction i WHERE i.customer_id = c.id AND i.trashed_at IS NULL) >= 3"}
    result = {}
    for name in RULES:
        texts = []
        for form in (grouped, each):
            parts = [alive] + ([cities] if name.startswith("selective") else []) + [form["bought"]] + ([form["silent_often"]] if "three" in name else [])
            texts.append("SELECT c.id FROM customer c WHERE " + " AND ".join(parts))
        if "three" in name:
            texts.append(f"WITH b AS (SELECT customer_id AS id FROM purchase WHERE {period} GROUP BY customer_id HAVING sum(amount) > 50000) "
                         f"SELECT c.id FROM b CROSS JOIN customer c ON c.id = b.id WHERE {alive} AND {each['silent_often']}"
                         + (f" AND {cities}" if name.startswith("selective") else ""))
        result[name] = texts
    return result
