// What the page reads of the program's answers, held to other forms of the same answers.
// Skipped where the program is not built.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Solution } from "../src/answer/solution";
import { tableOf, tableOfCsv } from "../src/answer/table";
import { citables, inUnits, type Outline } from "../src/model/outline";
import { describe as told, editsOf, preferencesOf, tiersOf, unvaried } from "../src/session/variation";
import { apply } from "../src/text/edits";

const repository = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const program = process.env["STASIS"] ?? join(repository, "build", "stasis");
const gallery = readdirSync(join(repository, "conflicts"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".conflict") && !/uruguay/.test(name));
const files = gallery.map((name) => join(repository, "conflicts", name));
const run = (verb: string, file: string, args: string[]) => execFileSync(program, [verb, file, ...args], { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });

/** A line of CSV; labels may stand in quotation marks. */
const cellsOf = (line: string) => [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map((found) => found[1]!);

describe.skipIf(!existsSync(program))("against the program", () => {
  // The page's table, read from JSON, is that of the program's CSV, cell by cell.
  it.each(files)("%s", (file) => {
    const table = tableOf(JSON.parse(run("solve", file, ["--format", "json", "--list", "20000"])) as Solution);
    if (!table) return expect(file).toMatch(/full/); // too many to list
    const [head, ...lines] = run("solve", file, ["--format", "csv", "--list", "20000"]).trimEnd().split("\n").map(cellsOf);
    expect(table.count).toBe(lines.length);
    // Long lists are read from CSV: the same table.
    const long = tableOfCsv(run("solve", file, ["--format", "csv", "--list", "20000"]));
    expect([long.letters, long.ids, [...long.equilibria], long.places, long.stable, long.ranked]).toEqual([table.letters, table.ids, [...table.equilibria], table.places, table.stable, table.ranked]);
    const column = (name: string) => head!.indexOf(name);
    lines.forEach((cells, row) => {
      expect([String(table.ids[row]), table.letters[row]]).toEqual([cells[0], cells[3]]);
      table.concepts.forEach((concept, k) => {
        expect(Boolean(table.equilibria[row]! & (1 << k))).toBe(cells[column(`equilibrium:${concept}`)] === "Y");
        table.parties.forEach((party, at) => expect(Boolean(table.stable[at]![row]! & (1 << k))).toBe(cells[column(`${concept}:${party}`)] === "Y"));
      });
      if (table.ranked) table.parties.forEach((party, at) => expect(String(table.places[at]![row])).toBe(cells[column(`place:${party}`)]));
    });
  });

  const outlines = existsSync(program) && /^ {2}outline/m.test(execFileSync(program, ["--help"], { encoding: "utf8" }));
  it.skipIf(!outlines).each(files)("the outline of %s", (file) => {
    const text = readFileSync(file, "utf8");
    const outline = inUnits(JSON.parse(run("outline", file, ["--format", "json"])) as Outline, text);
    for (const item of citables(outline)) if (item.kind === "statement") expect(text.slice(...item.range)).toBe(item.title);

    // Every preference turned round and back is the text as it was; turned round once the tiers are in the new order.
    for (const { preference } of preferencesOf(outline)) {
      if (preference.form !== "prefer") continue;
      const tiers = tiersOf(preference).length;
      if (tiers < 2) continue;
      const variation = unvaried();
      variation.orders.set(preference.range[0], [2, 1, ...Array.from({ length: tiers - 2 }, (_, at) => at + 3)]);
      expect(told(outline, variation)).toHaveLength(1);
      const turned = apply(text, editsOf(text, outline, variation));
      expect(turned.length).toBe(text.length);
      expect(turned.split("\n").sort()).toEqual(text.split("\n").sort());
      const again = inUnits(JSON.parse(execFileSync(program, ["outline", "-", "--format", "json"], { input: turned, encoding: "utf8", cwd: dirname(file), stdio: ["pipe", "pipe", "ignore"] })) as Outline, turned);
      const same = preferencesOf(again).find((one) => one.preference.range[0] === preference.range[0])!.preference;
      expect(same.statements.filter((s) => s.tier === 1).map((s) => s.text)).toEqual(preference.statements.filter((s) => s.tier === 2).map((s) => s.text));
    }
  });
});
