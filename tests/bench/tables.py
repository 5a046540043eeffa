"""The tables that bench.py prints, and the budgets at a million customers on two cores."""

# What begins so may take so many milliseconds (megabytes), or so many times the shell's CPU time (size).
LIMITS = [("find while rows come in", 48), ("card while rows come in", 48), ("list, a page of rows while", 600), ("list, all ids while", 600),
          ("longest transaction", 200), ("longest step", 200), ("longest block, opening", 50), ("longest block of the start", 50), ("longest block", 16),
          ("find ", 16), ("card ", 16), ("sort by ", 200), ("filter by ", 200), ("list, ", 200), ("start to usable list", 500), ("memory after the walk", 200)]
RATIOS = [("segment count", 1.3), ("import until find is ready", 2.0), ("undo of the import", 1.0), ("size of the base", 1.3), ("size with the index", 2.5)]

# Done by two cores on purpose: their ratio is of the clock.
BY_THE_CLOCK = ("import until find is ready", "beside the same transactions", "beside three plain tables", "the same with the texts of entries", "undo of the import")


def budget_of(name, table):
    return next((budget for start, budget in table if name.startswith(start)), None)


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def judge(name, kontor, ratio):
    limit, most = budget_of(name, LIMITS), budget_of(name, RATIOS)
    if limit is not None:
        return f"{limit:g}", "" if kontor[0] <= limit else "over"
    if most is not None:
        return f"{most:g} x", "" if ratio is None or ratio <= most else "over"
    return "", ""


def print_size(n, results):
    print(f"\n{n:,} customers; milliseconds, or what the name says; the ratio is of CPU time, of an import of the clock")
    print(f"{'':44}{'Kontor':>11}{'CPU':>11}{'shell':>11}{'CPU':>11}{'ratio':>8}{'budget':>8}")
    for name, sides in results.items():
        kontor, shell = sides.get("kontor"), sides.get("shell")
        if not kontor:
            continue
        side = 0 if name in BY_THE_CLOCK else 1
        ratio = kontor[side] / shell[side] if shell and shell[side] > 0 else None
        budget, verdict = judge(name, kontor, ratio)
        cells = [number(value) for value in kontor] + [number(value) if shell else "" for value in shell or ("", "")]
        print(f"{name:44}" + "".join(f"{cell:>11}" for cell in cells) + f"{f'{ratio:.2f}' if ratio is not None else '':>8}{budget:>8} {verdict}")


def print_growth(runs):
    if len(runs) < 2:
        return
    print("\nHow it grows: milliseconds by customers, and times the size before it")
    print(f"{'':44}" + "".join(f"{n:>20,}" for n, _ in runs))
    for name in runs[-1][1]:
        cells, before = [], None
        for _, results in runs:
            kontor = results.get(name, {}).get("kontor")
            cells.append("" if not kontor else number(kontor[1]) + (f" (x{kontor[1] / before:.1f})" if before else ""))
            before = kontor[1] if kontor else None
        print(f"{name:44}" + "".join(f"{cell:>20}" for cell in cells))
