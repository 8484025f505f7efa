// What the page works out by itself, held to the program: moves to those it draws, the deciding statement to the places it gives.
// Skipped where the program is not built.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Moves } from "../src/answer/moves";
import { lettersOf, parseTable } from "../src/answer/table";
import { Conditions, deciding } from "../src/model/condition";
import type { Conflict } from "../src/model/conflict";
import { citables, inUnits, type Outline } from "../src/model/outline";
import { describe as told, editsOf, preferencesOf, tiersOf, unvaried } from "../src/session/variation";
import { apply } from "../src/text/edits";

const repository = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const program = process.env["STASIS"] ?? join(repository, "build", "stasis");
const gallery = readdirSync(join(repository, "conflicts"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".conflict") && !/uruguay/.test(name));
const files = gallery.map((name) => join(repository, "conflicts", name));
const run = (verb: string, file: string, args: string[]) => execFileSync(program, [verb, file, ...args], { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });

describe.skipIf(!existsSync(program))("against the program", () => {
  it.each(files)("%s", (file) => {
    const conflict = JSON.parse(run("export", file, ["--format", "json"])) as Conflict;
    const table = parseTable(run("solve", file, ["--format", "csv", "--list", "20000"]));
    expect(table.count).toBeGreaterThan(0);

    if (table.count <= 512) {
      const drawn = run("export", file, ["--format", "dot", "--moves"]);
      const arrows = [...drawn.matchAll(/^ {2}s(\d+) -> s(\d+) \[(.*)$/gm)].flatMap(([, a, b, look]) => [`${a}>${b} ${!/style=dashed/.test(look!)}`, ...(/dir=both/.test(look!) ? [`${b}>${a} false`] : [])]);
      const moves = new Moves(conflict, table);
      const own = [];
      for (let row = 0; row < table.count; row++) for (const move of moves.from(row)) own.push(`${table.ids[move.from]}>${table.ids[move.to]} ${move.improves}`);
      expect([...new Set(own)].sort()).toEqual([...new Set(arrows)].sort());
    }

    // The statement that decides must be there exactly if the places differ, and favour the better one.
    const conditions = new Conditions(conflict);
    conflict.parties.forEach((party, at) => {
      if (party.preference?.form !== "prefer") return;
      const places = table.places[at]!;
      if (!places.some((place) => place > 0)) return; // the symbolic engine does not rank states one by one
      for (let row = 1; row < table.count; row += 1 + (row % 7)) {
        const [a, b] = [lettersOf(table, row - 1), lettersOf(table, row)];
        if (/-/.test(a + b)) continue;
        const found = deciding(conditions, party, a, b);
        expect(found === null, `${party.name} ${a} ${b}`).toBe(places[row - 1] === places[row]);
        if (found) expect(conditions.of(found.statements[0]!)!(b)).toBe(places[row]! < places[row - 1]!);
      }
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
