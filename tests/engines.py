#!/usr/bin/env python3
"""Asks DuckDB the same five questions as the program, of the rows that it writes, and compares.

    pip install duckdb
    cargo build && tests/engines.py [PROGRAM] [SCHOOLS]

The rows are read as they are, one folder a year. A count that is masked is null on both sides.
"""
import json, os, pathlib, subprocess, sys, tempfile

import duckdb

HERE = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else str(HERE / "target/debug/arrimage")
SCHOOLS = int(sys.argv[2]) if len(sys.argv) > 2 else 40
STATES = ["va bien", "à suivre", "plus de soutien", "non connu"]
KEYS = ["va_bien", "a_suivre", "plus_de_soutien", "non_connu"]


def school(folder, number):
    """A made-up school, the same at each run."""
    (folder / "regulations").mkdir(parents=True)
    (folder / "plan.yaml").write_text(
        f"format: 1\nécole: {{nom: École {number:03}, année: 2026-2027}}\ncomité: {{rythme: 4 semaines}}\n"
        f"déploiement:\n" + "".join(f"  - {{id: r{at}, étape: Étape {at}, quand: 2026-{8 + at % 5:02}-01}}\n" for at in range(number % 7)),
        "utf-8",
    )
    people = number * 7 % 31
    lines = (f"  - {{id: p{at}, nom: Personne {at}, état: {STATES[(at * at + number) % 4]}}}\n" for at in range(people))
    (folder / "suivi.yaml").write_text("format: 1\npersonnes:\n" + "".join(lines) if people else "format: 1\n", "utf-8")
    for month in (9, 10):
        counts = ", ".join(f"{key}: {(number + month) % 5 * 2}" for key in ("va_bien", "à_suivre"))
        total = (number + month) % 5 * 4
        (folder / f"regulations/2026-{month:02}-07.yaml").write_text(
            f"format: 1\ndate: 2026-{month:02}-07\nportrait: {{nouveaux: {total}, {counts}}}\n", "utf-8"
        )


def main():
    with tempfile.TemporaryDirectory() as home:
        network = pathlib.Path(home) / "reseau"
        for number in range(SCHOOLS):
            school(network / f"ecole-{number:03}", number)
        environment = {**os.environ, "ARRIMAGE_DOSSIERS": home, "ARRIMAGE_JOUR": "2026-11-21"}
        run = lambda *arguments: subprocess.run([PROGRAM, *arguments], env=environment, cwd=home, check=True, capture_output=True, text=True).stdout
        run("reseau", str(network), "--format", "ndjson", "-o", "lac")
        ours = json.loads(run("reseau", str(network), "--format", "json"))
        rows = f"read_json_auto('{home}/lac/*/ecoles.ndjson', hive_partitioning = true)"
        now = f"(select * from {rows} where mois = '2026-11-01')"
        schools, plans = ours["écoles"], [school["plan"] for school in ours["écoles"]]
        people = [school["personnes"] for school in ours["écoles"]]
        told = lambda key: [one[key] for one in people if one[key] is not None]
        questions = [
            ("schools", f"select count(*) from {now}", len(schools)),
            ("newcomers told", f"select coalesce(sum(nouveaux), 0) from {now}", sum(told("nouveaux"))),
            ("counts masked", " + ".join(f"(select count(*) from {now} where {key} is null)" for key in KEYS), sum(one[key] is None for one in people for key in KEYS)),
            ("rows late", f"select sum(etapes_en_retard) from {now}", sum(plan["etapes_en_retard"] for plan in plans)),
            ("no regulation this month", f"select count(*) from {now} where not regulation_ce_mois", sum(not plan["regulation_ce_mois"] for plan in plans)),
        ]
        wrong = 0
        for name, query, expected in questions:
            query = query if query.startswith("select") else f"select {query}"
            [(answer,)] = duckdb.sql(query).fetchall()
            wrong += int(answer) != expected
            print(f"{'=' if int(answer) == expected else 'DIFFERENT'} {name}: {answer} and {expected}")
        months = duckdb.sql(f"select count(distinct mois) from {rows}").fetchall()[0][0]
        print(f"{SCHOOLS} schools, {months} months: {wrong} differences")
        sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
