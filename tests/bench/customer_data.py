#!/usr/bin/env python3
"""Invented customers for the benchmark: customer_data.py N FOLDER

Writes into FOLDER, always the same bytes for the same N:
  customers.csv      N rows in seven languages
  interactions.csv   about 5 N, in order of time; a few customers have many, most have few
  purchases.csv      about 2 N, in order of time; half of the customers have none
  heavy.csv          entries of three customers more, so that a card with 10, 1,000 and 50,000 entries can be opened
  probes.json        what is looked for, and how many customers have it in their name, phones or e-mails

Given names, cities and words come from the words of the sample data; family names are mostly put together from syllables, so that there are
as many different ones as a large base really has.
"""
import csv
import json
import os
import sys
from array import array
from bisect import bisect
from datetime import date, timedelta
from itertools import accumulate
from random import Random

WORDS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "core", "sample_data", "words")
TODAY = date(2026, 1, 1)        # "now" of the whole benchmark
DAYS = 5 * 365                  # history goes back so far
HEAVY = (10, 1_000, 50_000)     # entries of the customers after the N-th
SHARES = {"en": 24, "ru": 22, "de": 20, "zh": 12, "fa": 9, "sv": 8, "cy": 5}
MOBILE = {"en": ("+44 7", 9), "ru": ("+7 9", 9), "de": ("+49 151 ", 8), "zh": ("+86 13", 9), "fa": ("+98 91", 8), "sv": ("+46 70-", 7), "cy": ("+44 7", 9)}
RARE = {4: ("en", "Rosalind Quillanthorpe", "Rosalind", "Quillanthorpe"), 5: ("ru", "Пётр Щукарёвин", "Пётр", "Щукарёвин")}
SYLLABLES = {
    "latin": ("ber gar hol lin mar nor ros sten tal wal brun dal ek fal gran hav".split(), "a e i o en er in".split(), "berg man sen son feld ton ley wick ner ling mark stad".split()),
    "ru": ("Бар Вол Гор Дуб Жар Зор Кал Лап Мат Нев Пет Род Сав Тар Фил Чер".split(), "а о и ен ар".split(), "ов ин ев кин нов цев ский лин".split()),
}
PRODUCTS = [("Mower", 480), ("Trimmer", 150), ("Coffee beans 1 kg", 22), ("Office chair", 240), ("Desk", 320), ("Bicycle", 780), ("Tap repair", 85), ("Boiler service", 130),
            ("Haircut", 35), ("Catering", 350), ("Birthday cake", 48), ("Language course", 260)]
TAGS = ["vip", "wholesale", "retail", "newsletter", "seasonal", "partner", "new", "loyal"]
SOURCES = ["referral", "website", "walk-in", "fair", "telephone book", "advertisement"]
KINDS = ["call", "email", "meeting", "note", "sms", "visit", "call", "email"]
DOMAINS = ["mail.example", "post.example", "work.example", "home.example", "shop.example"]
FIND = ["name", "phone1", "phone2", "email1", "email2"]


def load_words():
    words = {}
    for language in SHARES:
        with open(os.path.join(WORDS, language + ".json"), encoding="utf-8") as file:
            words[language] = json.load(file)
    return words


class Picker:
    """Seeded choices. Uses Random.random() alone, whose values every version of Python keeps."""

    def __init__(self, seed):
        self.random = Random(seed).random

    def below(self, n):
        return int(self.random() * n)

    def of(self, items):
        return items[int(self.random() * len(items))]


def pair(text):
    """'Name/latin' of the words, or a Latin name alone."""
    name, _, latin = text.partition("/")
    return name, latin or name.lower()


def family_of(language, words, pick):
    if language in ("zh", "fa") or pick.random() < 0.3:
        return pair(pick.of(words["family"]))
    starts, middles, ends = SYLLABLES["ru" if language == "ru" else "latin"]
    name = pick.of(starts) + pick.of(middles) + (pick.of(starts).lower() + pick.of(middles) if pick.random() < 0.3 else "") + pick.of(ends)
    return name[:1].upper() + name[1:], f"f{pick.below(9000)}" if language == "ru" else name


def latin_of(text):
    return "".join(letter for letter in text.lower() if letter.isascii() and letter.isalnum()) or "x"


def phone(language, number):
    start, length = MOBILE[language]
    digits = "%09d" % number
    return f"{start}{digits[:2]} {digits[2:5]}-{digits[5:length]}" if language == "ru" else start + digits[:length]


def person(language, words, pick):
    given, given_latin = pair(pick.of(words["female" if pick.random() < 0.5 else "male"]))
    family, family_latin = family_of(language, words, pick)
    if language == "zh":
        return family + given, given, family, latin_of(given_latin) + latin_of(family_latin)
    return f"{given} {family}", given, family, latin_of(given_latin) + "." + latin_of(family_latin)


def customers(n, path, find):
    """Writes the customers; returns each one's language, and how many have each text of `find`."""
    pick, words, languages = Picker(1), load_words(), list(SHARES)
    bounds = list(accumulate(SHARES.values()))
    cities = {language: [city["name"] for city in words[language]["cities"]] for language in languages}
    of_customer, folded = bytearray(n), {name: text.casefold() for name, text in find.items()}
    counts = dict.fromkeys(find, 0)
    columns = ["id", "type", "lang", "display_name", "given_name", "family_name", "company", "phone1", "phone2", "email1", "email2", "city",
               "country", "birthday", "lead_source", "score", "tags", "created_on", "note"]
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(columns)
        for i in range(n):
            language = RARE[i][0] if i in RARE else languages[bisect(bounds, pick.below(bounds[-1]))]
            of_customer[i] = languages.index(language)
            name, given, family, latin = person(language, words[language], pick)
            if i in RARE:
                name, given, family = RARE[i][1:]
            kind, company = "person", ""
            if pick.random() < 0.3 and i not in RARE:
                company = words[language]["organisation"].replace("%1", pick.of(words[language]["trades"])).replace("%2", family)
                if pick.random() < 0.6:
                    kind, name = "company", company
            number = pick.below(10**9)
            phones = [phone(language, number), phone(language, number * 7919 % 10**9) if pick.random() < 0.5 else ""]
            emails = [f"{latin}{number % 997}@{DOMAINS[number % 5]}", f"{latin[:6]}{number % 89}@{pick.of(DOMAINS)}" if pick.random() < 0.3 else ""]
            city = cities[language][int(len(cities[language]) * pick.random() * pick.random())]
            birthday = (TODAY - timedelta(days=6600 + pick.below(21000))).isoformat() if kind == "person" and pick.random() < 0.7 else ""
            tags = sorted({pick.of(TAGS) for _ in range(pick.below(3))})
            note = pick.of(words[language]["customer_notes"]) if pick.random() < 0.25 else ""
            created = (TODAY - timedelta(days=pick.below(DAYS))).isoformat()
            out.writerow((i + 1, kind, language, name, given, family, company, *phones, *emails, city, words[language]["country"], birthday,
                          pick.of(SOURCES), pick.below(100), ";".join(tags), created, note))
            text = "\n".join((name, *phones, *emails)).casefold()
            for key, wanted in folded.items():
                counts[key] += wanted in text
    return [languages[i] for i in of_customer], counts


def many(pick, middle, spread, none, most):
    """How many records a customer has: 4,096 draws, of which each customer takes one."""
    draws = Random(pick.below(10**6))
    return [0 if draws.random() < none else min(most, max(1, int(middle * pow(2.718281828, spread * sum(draws.random() - 0.5 for _ in range(12))))))
            for _ in range(4096)]


def texts_of(words):
    return {language: [text for texts in words[language]["texts"].values() for text in texts] for language in SHARES}


def entry_line(i, customer, day, minute, bits, texts):
    text = texts[(bits >> 10) % len(texts)].replace('"', "'")
    return (f'{i},{customer},{day} {8 + minute // 60:02d}:{minute % 60:02d},{KINDS[bits & 7]},{"in" if bits & 8 else "out"},{(bits >> 4) & 63},'
            f'"{text} #{(bits >> 3) % 9973}"\n')


def interactions(folder, languages):
    n, pick, texts = len(languages), Picker(2), texts_of(load_words())
    counts, keys = many(pick, 3.0, 1.1, 0.05, 400), array("q")
    for customer in range(n):
        quiet = 90 + pick.below(900) if pick.random() < 0.34 else 0     # a third have not been heard of for a while
        for _ in range(counts[pick.below(4096)]):
            u = pick.random()
            day = DAYS - quiet - 1 - int((DAYS - quiet) * u * u * u)
            keys.append((day * 660 + pick.below(660)) << 24 | customer)
    days = [(TODAY - timedelta(days=DAYS - i)).isoformat() for i in range(DAYS)]
    header = "id,customer_id,at,kind,direction,duration_min,summary\n"
    with open(os.path.join(folder, "interactions.csv"), "w", encoding="utf-8", newline="") as out:
        out.write(header)
        for i, key in enumerate(sorted(keys)):
            day, minute = divmod(key >> 24, 660)
            customer = key & 0xFFFFFF
            out.write(entry_line(i + 1, customer + 1, days[day], minute, pick.below(1 << 24), texts[languages[customer]]))
    with open(os.path.join(folder, "heavy.csv"), "w", encoding="utf-8", newline="") as out:
        out.write(header)
        i = len(keys)
        for place, entries in enumerate(HEAVY):
            for _ in range(entries if n >= 10_000 else min(entries, n)):
                i += 1
                out.write(entry_line(i, n + 1 + place, days[pick.below(DAYS)], pick.below(660), pick.below(1 << 24), texts["en"]))
    return len(keys)


def purchases(folder, n):
    pick = Picker(3)
    counts, keys = many(pick, 2.6, 0.95, 0.48, 200), array("q")
    for customer in range(n):
        for _ in range(counts[pick.below(4096)]):
            u = pick.random()
            keys.append((DAYS - 1 - int(DAYS * u * u)) << 24 | customer)
    with open(os.path.join(folder, "purchases.csv"), "w", encoding="utf-8", newline="") as out:
        out.write("id,customer_id,date,product,quantity,amount\n")
        for i, key in enumerate(sorted(keys)):
            product, price = pick.of(PRODUCTS)
            cents = price * (80 + pick.below(50))
            day = (TODAY - timedelta(days=DAYS - (key >> 24))).isoformat()
            out.write(f"{i + 1},{(key & 0xFFFFFF) + 1},{day},{product},{1 + pick.below(3)},{cents // 100}.{cents % 100:02d}\n")
    return len(keys)


def heavy_customers(path, n):
    with open(path, "w", encoding="utf-8", newline="") as out:
        out.write("id,display_name,phone1\n")
        for place, entries in enumerate(HEAVY):
            out.write(f"{n + 1 + place},Customer with {entries} entries,+49 30 2312500{place}\n")


def make(n, folder):
    """The folder, filled if it is not there yet."""
    probes = os.path.join(folder, "probes.json")
    if os.path.exists(probes):
        return folder
    os.makedirs(folder, exist_ok=True)
    find = {"latin_common": "schmidt", "latin_rare": "quillanthorpe", "cyrillic_common": "орлов", "cyrillic_rare": "щукарёвин",
            "chinese": "王伟", "persian": "احمدی", "phone_tail": "4711", "email": "anna.", "two_words": "anna berg", "no_hit": "zzqxzz"}
    languages, counts = customers(n, os.path.join(folder, "customers.csv"), find)
    heavy_customers(os.path.join(folder, "heavy_customers.csv"), n)
    entries, bought = interactions(folder, languages), purchases(folder, n)
    with open(probes, "w", encoding="utf-8") as file:
        json.dump({"n": n, "interactions": entries, "purchases": bought, "today": TODAY.isoformat(), "find": find, "occurs_in": counts,
                   "heavy": {str(entries): n + 1 + place for place, entries in enumerate(HEAVY)}}, file, ensure_ascii=False, indent=1)
    return folder


if __name__ == "__main__":
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        sys.exit(__doc__)
    make(int(sys.argv[1]), sys.argv[2])
