// @vitest-environment jsdom
// Every screen, drawn, says what the terminal says: on small, large and huge conflicts. Skipped where the program is
// not built.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ComponentType } from "preact";
import { act } from "preact/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { number } from "../src/answer/wording";
import { movesFrom } from "../src/answer/moves";
import { AnswerScreen } from "../src/screens/answer";
import { ElicitScreen } from "../src/screens/elicit";
import { GraphScreen } from "../src/screens/graph";
import { PathsScreen } from "../src/screens/paths";
import { asCsv, asTable, asText } from "../src/screens/state_rows";
import { StatesScreen } from "../src/screens/states";
import { WhyScreen } from "../src/screens/why";
import { verdictWords } from "../src/session/play";
import * as store from "../src/store";
import { specialists } from "../src/ui/specialists";
import { alike, answer, bare, called, click, file, free, gone, host, ofGallery, show, shownText, texts, until, type Case } from "./page";
import { built, repository, terminal } from "./server";

/** Somebody who is indifferent answers, and loses nothing by it. */
const indifferent = `conflict "Indifferent"\nparty A "The first"\n  option a "Move"\nparty B "The second"\n  option b "Answer"\nstatus quo none\nprefer A\n  not b\n  a\n`;

const CASES: Case[] = [
  ofGallery("Syria and Iraq, 6 states", "syria-iraq/syria-iraq.conflict"),
  ofGallery("Elmira, 9 states", "elmira/nine-states.conflict"),
  ofGallery("prisoners' dilemma", "prisoners-dilemma/prisoners-dilemma.conflict"),
  ofGallery("the flagship, 1,824 states", "foreign-troops/foreign-troops.conflict"),
  { name: "who answers is indifferent", text: () => indifferent },
  { name: "2^12 states", text: () => free(4) },
  { name: "2^18 states", text: () => free(6) },
  { name: "2^21 states", text: () => free(7) },
  ofGallery("the full flagship, 1.2e28 states", "foreign-troops/full.conflict"),
];

describe.skipIf(!built)("the page and the terminal", () => {
  afterEach(() => {
    gone();
    specialists.value = false;
  });

  it.each(CASES)("Answer: $name", async ({ text, folder }) => {
    const model = text();
    const cwd = folder ? join(repository, "conflicts", folder) : repository;
    await answer(model, folder);
    await show(AnswerScreen);
    await until(() => !/asking for the reasons/.test(shownText()), "reasons");
    const { solution, conflict } = store.answer.value!;
    // Today's verdict, against what `explain` prints.
    if (conflict.statusQuo === null) return expect(shownText()).toMatch(/does not say how things stand today/);
    const heading = host.querySelector("#today")!.textContent;
    const said = terminal("explain", model, ["--state", "status-quo", "--limit", "0"], cwd);
    const stands = new Map(conflict.parties.map((party) => {
      const name = party.label || party.name;
      const line = said.split("\n").find((one) => new RegExp(`(^|, )${party.name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(,.*)?: (not )?stable`).test(one))
        ?? said.split("\n").find((one) => party.family && new RegExp(`(^|, )all \\d+ ${party.family}[^;.]*: (not )?stable`, "i").test(one)) ?? "";
      return [name, /stable under no concept/.test(line) ? "none" : /stable under every concept/.test(line) ? "all" : (/: stable under ([^;.]*)/.exec(line)?.[1] ?? "?")] as const;
    }));
    expect([...stands.values()]).not.toContain("?");
    const none = [...stands].filter(([, how]) => how === "none").map(([name]) => name);
    if (/Today does not hold:/.test(heading)) expect(none.length).toBeGreaterThan(0);
    else expect(none).toEqual([]);
    if (none.length) for (const name of stands.keys()) expect(heading.includes(name), `${name} in “${heading}”`).toBe(none.includes(name));
    if (/Today holds:/.test(heading)) expect(heading + host.querySelector(".today-row")!.textContent).not.toMatch(/a reason to leave|falls/);
    // Counts and examples, against `solve` as text.
    const spoken = solution.named.filter((state) => state.equilibrium.length > 0 && (state.today || store.wording.value!.named(state.options) !== null));
    const unnamed = solution.groups.reduce((sum, group) => sum + BigInt(group.count), 0n) - BigInt(spoken.length);
    if (unnamed > 0n) expect(shownText()).toContain(`${number(String(unnamed))} can hold`);
    for (const row of host.querySelectorAll<HTMLElement>(".outcomes tr[data-state]")) {
      const said = terminal("explain", model, ["--state", row.dataset.state!, "--limit", "0"], cwd).split("\n")[0]!;
      expect(/no equilibrium/.test(said), `${row.textContent}: ${said}`).toBe(/falls/.test(row.textContent));
    }
    for (const group of solution.groups)
      for (const example of group.examples.slice(0, 2)) {
        const each = terminal("explain", model, ["--state", example.options, "--limit", "0"], cwd).split("\n")[0]!;
        for (const concept of ["nash", "gmr", "smr", "seq", "sseq"]) {
          const holds = /an equilibrium under every concept/.test(each) || new RegExp(`an equilibrium under [^;]*\\b${concept.toUpperCase() === "NASH" ? "Nash" : concept.toUpperCase()}\\b`).test(each);
          expect(group.equilibrium.includes(concept), `${example.options} ${concept}: ${each}`).toBe(holds);
        }
      }
    expect(shownText()).not.toMatch(/e\+\d|undefined|NaN|\[object/);
  }, 300_000);

  it("Answer: a further group of concepts, for specialists", async () => {
    store.alsoUnder.value = "limited";
    try {
      await answer(readFileSync(join(repository, "conflicts/prisoners-dilemma/prisoners-dilemma.conflict"), "utf8"));
      const { equilibria } = store.answer.value!.solution;
      expect(Object.keys(equilibria)).toEqual(expect.arrayContaining(["nash", "sseq", "l1", "nonmyopic", "stackelberg_One"]));
      expect([equilibria["l1"], equilibria["l2"]]).toEqual([[1], [1, 4]]);
    } finally {
      store.alsoUnder.value = "";
    }
  });

  it.each(CASES)("Why: $name", async ({ text, folder }) => {
    const model = text();
    const cwd = folder ? join(repository, "conflicts", folder) : repository;
    specialists.value = true; // the terminal names the concepts
    await answer(model, folder);
    const { solution, conflict } = store.answer.value!;
    const party = conflict.parties[0]!.name;
    for (const state of [store.chosenLetters.value ?? undefined, solution.groups.at(-1)?.examples.at(-1)?.options].filter((one): one is string => one !== undefined)) {
      store.chosen.value = state;
      store.chosenParty.value = party;
      await show(WhyScreen);
      await until(() => host.querySelector(".lines") !== null && !/asking for the moves/.test(shownText()), "the story");
      const page = bare(host.querySelector(".lines")!.textContent);
      // Every line the terminal prints stands on the page, word for word.
      const lines = terminal("explain", model, ["--state", state, "--party", party], cwd).split("\n").map((line) => line.trim()).filter(Boolean);
      const done = new Set((JSON.parse(terminal("explain", model, ["--state", state, "--party", party, "--format", "json", "--reasons"], cwd)) as { states: { story: { done: string[] } }[] }).states[0]!.story.done);
      for (const line of lines.filter((one) => !done.has(one))) for (const cell of line.split(/ {2,}/)) expect(page, line).toContain(bare(cell));
    }
  }, 300_000);

  it.each(CASES)("Graph: $name", async ({ text, folder }) => {
    const model = text();
    const cwd = folder ? join(repository, "conflicts", folder) : repository;
    await answer(model, folder);
    const from = store.chosenLetters.value!;
    await show(GraphScreen);
    await until(() => !/following the moves/.test(shownText()) && host.querySelector("svg .box") !== null, "the tree");
    await act(() => (host.querySelectorAll("[role=radio]")[1] as HTMLElement).click());
    await until(() => host.querySelector(".lane-name") !== null, "the lanes");
    const answerOf = JSON.parse(terminal("moves", model, ["--format", "json", "--limit", "0", "--from", from], cwd)) as { parties: { party: string; count: string; improvements: string }[] };
    const lanes = [...host.querySelectorAll(".lane-name")].map((one) => one.textContent);
    store.answer.value!.conflict.parties.forEach((party, at) => {
      const told = answerOf.parties.find((one) => one.party === party.name)!;
      expect(lanes[at]!.includes("cannot move"), lanes[at]).toBe(told.count === "0");
      expect(lanes[at]!.includes("no improvement"), lanes[at]).toBe(told.count !== "0" && told.improvements === "0");
    });
    for (const box of host.querySelectorAll("svg .box")) expect(box.getAttribute("tabindex")).toBe("0");
    expect(shownText()).not.toMatch(/\b0th|State 0\b|undefined|NaN/);
  }, 300_000);

  it.each([...CASES, { name: "2^41 states in few orbits", text: () => alike(40) } satisfies Case])("States: $name", async ({ text, folder }) => {
    const model = text();
    const cwd = folder ? join(repository, "conflicts", folder) : repository;
    await answer(model, folder);
    await show(StatesScreen);
    const told = JSON.parse(terminal("states", model, ["--format", "json", "--list", "6"], cwd)) as { count: string; states: { id?: number | string; name: string; options: string; label?: string; called?: string }[] };
    await until(() => shownText().includes(`${number(told.count)} ${told.count === "1" ? "state" : "states"}`), `${number(told.count)} states`, 60_000);
    // A place in the list is that of the terminal, and so is what is done there.
    const { table } = store.answer.value!;
    if (table) for (const state of told.states) {
      const row = table.letters.indexOf(state.options);
      expect([String(table.ids[row] ?? ""), table.called[row] ?? null]).toEqual([String(state.id ?? ""), state.called ?? null]);
    }
    expect(shownText()).not.toMatch(/\b0th|undefined|NaN|e\+\d/);
  }, 120_000);

  it("States of the full flagship are listed by an expression, each with its own number", async () => {
    await answer(file("foreign-troops/full.conflict"), "foreign-troops");
    await show(StatesScreen);
    expect(shownText()).toMatch(/too many to list/);
    expect(shownText()).not.toMatch(/State 0\b/);
  }, 120_000);

  it("the table of states keeps its names in view, and is taken along as a table, as text and as CSV", async () => {
    await answer(file("foreign-troops/foreign-troops.conflict"), "foreign-troops");
    await show(StatesScreen);
    await until(() => host.querySelectorAll(".row").length > 5, "rows");
    expect([...host.querySelectorAll(".virtual-head .pinned")].map((cell) => cell.textContent)).toEqual(["#", "state"]);
    const names = [...host.querySelectorAll(".row .name")].map((cell) => cell.textContent);
    expect(new Set(names).size).toBe(names.length);
    expect(host.querySelector(".row .name .rest")!.textContent).toBe("Ukraine: + Accept a settlement");
    // In labels alone: what is done, whose rank it is, what a state is called.
    expect(texts(".option[title]")).toEqual(store.wording.value!.options.map((option) => option.label));
    expect(texts(".virtual .over").join(" ")).toContain("▲ The countries that met in Paris");
    expect(host.querySelector(".virtual")!.textContent).not.toMatch(/[a-z]_[a-z]|Guarantors/);
    const before = (host.querySelector(".row .name") as HTMLElement).style.width;
    await act(() => void host.querySelector(".widen")!.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true })));
    expect(parseInt((host.querySelector(".row .name") as HTMLElement).style.width)).toBe(parseInt(before) + 20);
    const table = store.answer.value!.table!;
    const rows = Int32Array.of(0, table.count - 1);
    const csv = asCsv(table, rows).split("\r\n");
    expect(csv).toHaveLength(4);
    expect(csv[0]!.match(/Russia: /g)).toHaveLength(4);
    expect(csv[1]!.split(",").slice(-store.wording.value!.options.length - table.parties.length)[0]).toMatch(/^[YN]$/);
    expect(asText(table, rows).split("\n").map((line) => line.split("\t").length)).toEqual([20, 20, 20, 1]);
    expect(asTable(table, rows).match(/<tr>/g)).toHaveLength(3);
  }, 120_000);

  it("nobody is said to harm themselves who does not", async () => {
    await answer(indifferent);
    await show(AnswerScreen);
    await act(() => host.querySelector<HTMLElement>(".today-row .link")!.click());
    await until(() => /Answer”; but the second would gain nothing by it/.test(shownText()), "the cost");
    expect(shownText()).not.toMatch(/harm(ing)? themselves|would lose by it/);
    expect(terminal("explain", indifferent, [])).toMatch(/B gains nothing/);
  }, 60_000);

  it("whose option it is, is said", async () => {
    await answer(file("foreign-troops/foreign-troops.conflict"), "foreign-troops");
    await show(AnswerScreen);
    await until(() => !host.querySelector("tr[data-state] .faint")?.textContent?.includes("…"), "who leaves");
    for (const state of [...host.querySelectorAll<HTMLElement>("tr[data-state]")].map((row) => row.dataset.state!)) {
      if (/could not take back/.test(shownText())) break;
      await act(() => host.querySelector<HTMLElement>(`tr[data-state="${state}"] .link`)!.click());
      await until(() => !/asking for/.test(shownText()), "the reason in place");
    }
    expect(shownText()).toMatch(/could not take back/);
    for (const button of host.querySelectorAll("button")) if (/take back/.test(button.textContent)) expect(button.textContent).toMatch(/^What if (Russia|Ukraine|.+) could not take back “/);
  }, 60_000);

  it("two questions about moves asked at once do not answer each other", async () => {
    await answer(file("syria-iraq/syria-iraq.conflict"), "syria-iraq");
    const from = store.today.value!;
    const { signal } = new AbortController();
    const text = store.answer.value!.text;
    const [syria, iraq] = await Promise.all([movesFrom(text, [from], { party: "Syria" }, signal), movesFrom(text, [from], { party: "Iraq" }, signal)]);
    expect(syria.get(from)!.moves.map((move) => move.party)).toEqual([0, 0]);
    expect(iraq.get(from)!.moves.map((move) => move.party)).toEqual([1]);
  }, 60_000);

  it("Paths says whence and how far", async () => {
    await answer(file("syria-iraq/syria-iraq.conflict"), "syria-iraq");
    await show(PathsScreen);
    await until(() => host.querySelector(".goal") !== null, "a goal");
    expect(host.querySelector<HTMLInputElement>(".picker input")!.value).toBe("Today"); // which the model calls its status quo
  }, 60_000);

  it("Paths says of a chosen outcome what Answer says, by its name", async () => {
    await answer(file("foreign-troops/foreign-troops.conflict"), "foreign-troops");
    const told: [string, string][] = [];
    for (const { options, today } of store.answer.value!.solution.named.filter((one) => store.wording.value!.named(one.options) !== null)) {
      if (today) continue;
      await show(AnswerScreen);
      const row = () => host.querySelector<HTMLElement>(`tr[data-state="${options}"]`)!;
      const verdict = row().querySelector(".strength")!.textContent;
      await click(row().querySelector("button")!);
      await click(called("How to get there"));
      await show(PathsScreen);
      await until(() => host.querySelector(".goal") !== null, "the goal");
      expect(host.querySelector(".goal .strength")!.textContent, options).toBe(verdict);
      const [, to] = [...host.querySelectorAll<HTMLInputElement>(".picker input")];
      expect(to!.value).toBe(store.wording.value!.title(store.stateAt(options)));
      told.push([to!.value, verdict]);
    }
    expect(told).toContainEqual(["Talks on neutral ground, nothing settled", "● holds"]);
    expect(new Set(told.map(([, verdict]) => verdict)).size).toBe(3);
    // A goal in words is one, too, and a name that is typed is the outcome's.
    const [, to] = [...host.querySelectorAll<HTMLInputElement>(".picker input")];
    await act(() => { to!.focus(); to!.value = "Settlement in Moscow, and the force comes"; to!.dispatchEvent(new Event("input", { bubbles: true })); });
    await act(() => to!.blur());
    await until(() => /^Settlement in Moscow/.test(host.querySelector(".goal h3")?.textContent ?? ""), "the goal that was typed");
    expect(host.querySelector(".goal .strength")!.textContent).toBe("○ falls");
    await click(called("To all that can hold"));
    await until(() => host.querySelectorAll(".goal").length > 1, "all that can hold");
  }, 90_000);

  it("everybody who would leave is named, and who is only afraid to might", async () => {
    const kitchen = (fear: string) => `conflict "Kitchen"\nparty Anna\n  option shout "Shout"\nparty Lea "The lodger"\n  option go "Go out"\nparty Otto\n  option strike "Strike"\nstatus quo none\nprefer Anna\n${fear}  shout\nprefer Lea\n${fear}  go\nprefer Otto\n  not strike\n`;
    const seen = async (fear: string) => {
      await answer(kitchen(fear));
      await show(AnswerScreen);
      await until(() => /choose/.test(host.querySelector(".today-row")?.textContent ?? "") && /choose/.test(host.querySelector("#today")!.textContent), "the reasons");
      return [host.querySelector("#today")!.textContent, host.querySelectorAll(".today-row td")[1]!.textContent];
    };
    const [feared, might] = await seen("  not strike\n");
    expect(feared).toBe("◔ Today holds by fear: Anna would rather choose “Shout”; only the fear of what others could do prevents it. The lodger might leave it, too.");
    expect(might).toBe("●Anna might choose “Shout”; ■the lodger might, too");
    const [not, would] = await seen("");
    expect(not).toBe("○ Today does not hold: Anna would rather choose “Shout”. The lodger would leave it, too.");
    expect(would).toBe("●Anna would choose “Shout”; ■the lodger would, too");
  }, 60_000);

  it("what would change today is asked where today holds", async () => {
    const model = `conflict "A dog"\nparty Tenants "The tenants"\n  option dog "Send the dog away"\nparty Owner\n  option sue "Sue"\nstatus quo none\nstate gone "The dog is gone" = dog\nprefer Tenants\n  not dog\n  dog or sue\nprefer Owner\n  not sue\n`;
    await answer(model);
    await show(AnswerScreen);
    await until(() => host.querySelector(".ways li") !== null, "what would change it", 10_000);
    expect(host.querySelector("#would-hold")!.textContent).toMatch(/^What would change .*\?$/);
    expect(host.querySelector<HTMLSelectElement>("#would-hold select")!.selectedOptions[0]!.textContent).toBe("today");
    // Every change that the terminal tells of, and none else.
    interface Told { solved: number; states: { options: string; heldIn: { nash: number } }[] }
    const told = JSON.parse(terminal("robust", model, ["--format", "json"], repository)) as Told;
    const ends = told.solved - told.states.find((one) => one.options === "NN")!.heldIn.nash;
    expect(ends).toBeGreaterThan(0);
    expect(host.querySelectorAll(".ways li")).toHaveLength(Math.min(3, ends));
    for (const way of host.querySelectorAll(".ways li")) expect(way.textContent).toMatch(/^If .*, it would (not hold|hold by fear|hold by answers)\./);
    // The labels of choices are quoted.
    await act(() => { const list = host.querySelector<HTMLSelectElement>("#would-hold select")!; list.value = "YN"; list.dispatchEvent(new Event("change", { bubbles: true })); });
    await until(() => /What would make/.test(host.querySelector("#would-hold")!.textContent), "the outcome asked about");
    await until(() => /gave up/.test(host.querySelector(".ways")!.textContent), "what would make it hold", 10_000);
    expect(host.querySelector(".ways")!.textContent).toMatch(/If the tenants gave up the wish to avoid “Send the dog away”, it would hold by itself\./);
  }, 60_000);

  it("no screen names a solution concept while the switch is off", async () => {
    const CONCEPT = /Nash|GMR|SMR|SSEQ|SEQ|\bunder no concept|every concept/;
    await answer(file("foreign-troops/foreign-troops.conflict"), "foreign-troops");
    for (const on of [true, false]) {
      specialists.value = on;
      const names = async (Screen: ComponentType, ready: () => boolean, where: string) => {
        await show(Screen);
        await until(ready, where);
        expect(CONCEPT.test(shownText()), `${where}: ${CONCEPT.exec(shownText())?.input.slice(Math.max(0, CONCEPT.exec(shownText())!.index - 80)).slice(0, 160) ?? ""}`).toBe(on);
      };
      // Why, its first lines and what follows them, where improvements are and where none is.
      store.chosen.value = store.today.value;
      await names(WhyScreen, () => host.querySelector(".line-improvement") !== null && host.querySelector(".strength") !== null, "Why");
      expect(host.querySelector(".line-title")!.textContent).toMatch(on ? /an equilibrium under GMR and SMR/ : /^As reported: holds by fear; somebody would gain by acting alone/);
      if (!on) {
        expect(texts(".line-party")[0]).toBe("Russia: would stay by fear.");
        // By labels, and no state by a number.
        expect(texts(".lines .line").join("\n")).toMatch(/^Ukraine could drop “Direct talks on neutral ground” and “Ask for a guarantee force in the country”/m);
        expect(host.querySelector(".lines")!.textContent).not.toMatch(/[a-z]_[a-z]|\d+ → \d+ |Guarantors/);
      }
      await names(StatesScreen, () => host.querySelectorAll(".row").length > 5, "States");
      await show(ElicitScreen);
      await until(() => host.querySelector(".elicit .either") !== null, "a question");
      if (on) await click(called("Rather this (1)"));
      await names(ElicitScreen, () => host.querySelector(".elicit pre") !== null, "What they want");
      expect(host.querySelector(".elicit pre")!.textContent).toMatch(/^# What .* wants/);
      expect(verdictWords(["gmr", "smr"])).toBe(on ? "It holds under GMR and SMR." : "It holds by fear: somebody would gain by acting alone, and others have an answer that takes the gain away, but not all who give it would gain by that, so it may not come.");
      expect(verdictWords([])).toBe(on ? "It holds under no concept." : "It does not hold: somebody would gain by acting alone, and no answer of the others takes that gain away.");
    }
    // What the table of states says is what each state's letters say elsewhere.
    await show(StatesScreen);
    await until(() => host.querySelectorAll(".row").length > 5, "rows");
    expect(new Set(texts(".row .equilibrium"))).toContain("● holds");
  }, 60_000);
});
