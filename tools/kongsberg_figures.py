"""Writes the population figures of the bundled programme (programmes/kongsberg/figures/).

Reads Statistics Norway's table 07459 as it lies in ../shared/data/norway (see docs/kongsberg-programme.md), needs the
Python packages pandas and pyarrow, and is run from the root of the repository:

    python3 tools/kongsberg_figures.py

The hand-written figures (corrected series, quarters, examples) are edited in their own CSV files and not touched.
"""

import csv
from pathlib import Path

import pandas

DATA = Path("../shared/data/norway/population_1_january.parquet")
FIGURES = Path("programmes/kongsberg/figures")
KONGSBERG = "3303"

# Towns to compare with: most of them of Kongsberg's size, some of them neighbours. Names stand in series.toml.
TOWNS = ["3303", "3301", "3305", "3101", "3403", "3405", "3407", "3420", "3901", "3909", "4001", "4005", "1506"]

# What the programme's facts state as Statistics Norway's official figures; the data must agree with them.
STATED = {
    2014: 26406, 2015: 26711, 2016: 27013, 2017: 27216, 2018: 27410, 2019: 27481, 2020: 27723,
    2021: 27694, 2022: 27879, 2023: 28793, 2024: 28848, 2025: 29011, 2026: 29169,
}  # fmt: skip


def main():
    people = pandas.read_parquet(DATA)
    people["persons"] = people["persons"].astype(int)
    kongsberg = people[people["municipality"] == KONGSBERG]
    totals = kongsberg.groupby("year")["persons"].sum()
    for year, stated in STATED.items():
        if totals[year] != stated:
            raise SystemExit(f"1 January {year}: the data sum to {totals[year]}, the facts say {stated}; find out which is right")
    write("folketall", ["period", "value"], ([new_year(year), total] for year, total in totals.items()))
    write(
        "folketall-alder",
        ["period", "sex", "age", "value"],
        ([new_year(row.year), row.sex, row.age, row.persons] for row in kongsberg.sort_values(["year", "sex", "age"]).itertuples()),
    )
    write("folketall-sammenlikning", ["period", "municipality", "value"], town_totals(people))


def town_totals(people):
    """One row per town and year, town by town in the order of TOWNS."""
    totals = people[people["municipality"].isin(TOWNS)].groupby(["municipality", "year"], observed=True)["persons"].sum()
    for town in TOWNS:
        for year, total in totals[town].items():
            yield [new_year(year), town, total]


def new_year(year):
    return f"{year}-01-01"


def write(series, header, rows):
    with open(FIGURES / f"{series}.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
