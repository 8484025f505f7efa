// @vitest-environment jsdom
// The screens on which something is asked or tried say what the terminal says of the same. Skipped where the program is not built.

import { afterEach, describe, expect, it } from "vitest";
import { number, ordinal } from "../src/answer/wording";
import { Form } from "../src/model/form";
import { ElicitScreen } from "../src/screens/elicit";
import { EvidenceScreen } from "../src/screens/evidence";
import { InvertScreen } from "../src/screens/invert";
import { PlayScreen } from "../src/screens/play";
import { RobustScreen } from "../src/screens/robust";
import { TimelineScreen } from "../src/screens/timeline";
import { WhatIfScreen } from "../src/screens/whatif";
import * as store from "../src/store";
import { specialists } from "../src/ui/specialists";
import { alike, answer, bare, called, click, cwdOf, free, gone, host, ofGallery, show, shownText, texts, until, type Case } from "./page";
import { built, terminal } from "./server";

const SYRIA = ofGallery("Syria and Iraq", "syria-iraq/syria-iraq.conflict");
const ELMIRA = ofGallery("Elmira", "elmira/nine-states.conflict");
const FLAGSHIP = ofGallery("the flagship", "foreign-troops/foreign-troops.conflict");
const FULL = ofGallery("the full flagship", "foreign-troops/full.conflict");
const OPEN = ofGallery("what is open", "foreign-troops/what-is-open.conflict");
const LARGE: Case = { name: "2^18 states", text: () => free(6) };

const ORBITS: Case = { name: "2^41 states in few orbits", text: () => alike(40) };

const json = <T,>(one: Case, verb: string, args: string[], model = one.text()) => JSON.parse(terminal(verb, model, ["--format", "json", ...args], cwdOf(one))) as T;
interface Solved { equilibria: Record<string, unknown>; named: { options: string; equilibrium: string[] }[]; feasible?: { id: number; options: string }[] }
const count = (members: unknown) => (Array.isArray(members) ? String(members.length) : (members as { count: string }).count);
const NAMES: Record<string, string> = { nash: "Nash", gmr: "GMR", smr: "SMR", seq: "SEQ", sseq: "SSEQ" };

/** Under which concepts each listed state is an equilibrium. */
function holding({ equilibria, feasible }: Solved): Map<string, string> {
  return new Map(feasible!.map(({ id, options }) => [options, Object.keys(equilibria).filter((concept) => (equilibria[concept] as number[]).includes(id)).map((concept) => NAMES[concept]).join(", ")]));
}

describe.skipIf(!built)("screens that ask", () => {
  afterEach(gone);

  it("What if: what changes is what two answers of the terminal differ in", async () => {
    const model = SYRIA.text();
    await answer(model, SYRIA.folder);
    specialists.value = true;
    await show(WhatIfScreen);
    expect(texts(".tries legend, .tries summary").length).toBeGreaterThan(2);
    await click(called(/Iraq: Attack/, "label").querySelector("input")!);
    await until(() => host.querySelector(".outcome table, .outcome .small") !== null || /The same states/.test(shownText()), "before and after");
    const [before, after] = [model, model.replace(/(option attack\s+"[^"]*")/, "$1 irrevocable")].map((text) => holding(json<Solved>(SYRIA, "solve", [], text)));
    const changed = [...before!].filter(([letters, concepts]) => after!.get(letters) !== concepts);
    expect(changed.length).toBeGreaterThan(0);
    const rows = [...host.querySelectorAll(".outcome tbody tr")].map((row) => [...row.querySelectorAll(".badges")].map((one) => one.getAttribute("aria-label")!.replace(/^holds under (no concept)?/, "")).join(" → "));
    expect(rows.sort()).toEqual(changed.map(([letters, concepts]) => `${concepts} → ${after!.get(letters)}`).sort());
    // Without the concepts' names, those whose word for holding is another one.
    specialists.value = false;
    await until(() => !host.querySelector(".outcome .badges"), "plain words");
    const word = (concepts: string | undefined) => (!concepts ? "falls" : /Nash/.test(concepts) ? "holds" : /SEQ/.test(concepts.replace(/SSEQ/g, "")) ? "holds by answers" : /GMR/.test(concepts) ? "holds by fear" : "falls");
    const plain = [...host.querySelectorAll(".outcome tbody tr")].map((row) => [...row.querySelectorAll(".strength")].map((one) => one.textContent.replace(/^\S+ /, "").trim()).join(" → "));
    expect(plain.sort()).toEqual(changed.map(([letters, concepts]) => [word(concepts), word(after!.get(letters))]).filter(([was, is]) => was !== is).map((one) => one.join(" → ")).sort());
    await click(called("Start over"));
    expect(shownText()).toMatch(/Nothing is changed yet/);
  }, 60_000);

  it("What if of many states: the counts of both answers", async () => {
    const model = LARGE.text();
    await answer(model);
    await show(WhatIfScreen);
    await click(host.querySelector<HTMLElement>(".tries input[type=checkbox]")!);
    await until(() => /too many states to compare/.test(shownText()), "the counts");
    const [before, after] = [model, model.replace("prefer P0\n  not o1_0\n", "prefer P0\n")].map((text) => json<Solved>(LARGE, "solve", [], text));
    for (const concept of Object.keys(NAMES)) expect(shownText()).toContain(`${NAMES[concept]}: ${number(count(before!.equilibria[concept]))} → ${number(count(after!.equilibria[concept]))}`);
  }, 120_000);

  it("What if two acted as one is forgotten when the model changes", async () => {
    await answer(SYRIA.text(), SYRIA.folder);
    await show(WhatIfScreen);
    const parties = texts("details").findIndex((one) => /act as one/.test(one));
    for (const box of host.querySelectorAll<HTMLElement>("details")[parties]!.querySelectorAll("input")) await click(box);
    expect(called("What would hold then?").getAttribute("aria-disabled")).toBe("true"); // both of two: nobody is left to answer
  }, 60_000);

  it.each([SYRIA, FLAGSHIP, LARGE, ORBITS, FULL])("Play: $name", async (one) => {
    const model = one.text();
    await answer(model, one.folder);
    await show(PlayScreen);
    interface Moves { parties: { party: string; improvements: string; moves: { to: { options: string }; effects: Record<string, { effect: string; places?: [number, number] }> }[] }[] }
    await until(() => !/asking for the moves/.test(shownText()), "the moves");
    const told = json<Moves>(one, "moves", ["--from", store.today.value!, "--limit", "40"]);
    const better = told.parties.flatMap(({ party, moves }) => moves.map((move) => move.effects[party]!).filter(({ effect }) => effect === "better"));
    expect(host.querySelectorAll("h2 + .plays > li")).toHaveLength(better.length);
    for (const { places } of better) if (places) expect(bare(shownText())).toContain(bare(`from ${ordinal(places[0])} to ${ordinal(places[1])} best`));
    expect(/Nobody would move/.test(shownText())).toBe(told.parties.every((party) => party.improvements === "0"));
    await click(host.querySelector<HTMLElement>("h2 + .plays > li button")!);
    expect(host.querySelectorAll(".trail > li")).toHaveLength(1);
    expect(shownText()).not.toMatch(/\b0th|undefined|NaN|e\+\d/);
  }, 120_000);

  it("Evidence: how many lines cite, and whether the report can be read at all", async () => {
    await answer(FLAGSHIP.text(), FLAGSHIP.folder);
    await show(EvidenceScreen);
    await until(() => host.querySelector(".report-text mark") !== null, "the marked report");
    const checked = json<{ files: { coverage: { citable: number; uncited: unknown[] } }[] }>(FLAGSHIP, "check", ["--coverage"]).files[0]!.coverage;
    expect(shownText()).toContain(`${checked.citable - checked.uncited.length} of ${checked.citable} lines cite a report`);
    expect(texts(".citing .kind").length).toBe(checked.citable);
    gone();
    await answer(FLAGSHIP.text().replace('"report.txt"', '"nowhere.txt"'), FLAGSHIP.folder).catch(() => undefined);
    await show(EvidenceScreen);
    await until(() => /cannot be read/.test(shownText()), "the report that is not there");
    expect(shownText()).toMatch(/lines cite a report, which cannot be read/);
  }, 60_000);

  it("How sure: in how many variants each state holds", async () => {
    await answer(ELMIRA.text(), ELMIRA.folder);
    await show(RobustScreen);
    await until(() => host.querySelector(".robust-table") !== null, "the variants");
    const told = json<{ solved: number; states: { options: string; heldIn: Record<string, number>; asWritten: string[] }[] }>(ELMIRA, "robust", []);
    expect(shownText()).toContain(`${told.solved} variants`);
    const rows = [...host.querySelectorAll(".robust-table tbody tr")];
    expect(rows).toHaveLength(told.states.length);
    const counts = (concepts: string[]) => told.states.map((state) => concepts.map((concept) => `${state.asWritten.includes(concept) ? "✓ " : ""}${state.heldIn[concept] ?? 0}`));
    const shownCounts = () => rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent.trim()));
    expect(shownCounts()).toEqual(counts(["nash", "seq", "gmr"]));
    specialists.value = true;
    await until(() => shownCounts()[0]!.length === 5, "every concept");
    expect(shownCounts()).toEqual(counts(Object.keys(NAMES)));
    specialists.value = false;
  }, 60_000);

  it("What to find out first: the questions of the terminal, in its order", async () => {
    await answer(OPEN.text(), OPEN.folder);
    await show(RobustScreen);
    await click(called("Ask"));
    await until(() => host.querySelector(".questions li strong") !== null, "questions");
    const told = json<{ readings: { count: string }; questions: { words: string; bits: number }[] }>(OPEN, "ask", []);
    expect(shownText()).toContain(`${told.readings.count} readings`);
    expect(texts(".questions > ol > li > strong")).toEqual(told.questions.filter((one) => one.bits > 1e-9).slice(0, 8).map((one) => one.words.replaceAll("`", "")));
  }, 60_000);

  it.each([SYRIA, FULL])("What it takes: $name", async (one) => {
    await answer(one.text(), one.folder);
    const state = store.today.value!;
    store.chosen.value = state;
    await show(InvertScreen);
    await until(() => host.querySelector(".compare tbody tr") !== null, "the conditions");
    interface Told { least: { distance: number | null; count: string; ways: unknown[] }[]; states: { conditions: { party: string; concept: string; stable: boolean; rankings: { share: number } | null }[] }[] }
    const told = json<Told>(one, "invert", ["--state", state, "--concept", "nash"]);
    const least = told.least[0];
    if (least?.ways.length) expect(shownText()).toMatch(new RegExp(`${least.distance} changes? would do, in ${number(least.count)} ways?`));
    const conditions = told.states[0]!.conditions.filter((condition) => condition.concept === "nash");
    const rows = [...host.querySelectorAll(".compare tbody tr")];
    expect(rows).toHaveLength(conditions.length);
    conditions.forEach((condition, at) => {
      expect(/as it is/.test(rows[at]!.textContent)).toBe(condition.stable);
      if (condition.rankings && condition.rankings.share < 0.001 && condition.rankings.share > 0) expect(rows[at]!.textContent).toContain("less than 0.1 %");
    });
    expect(shownText()).toMatch(/hold by itself[^]*That asks: No party can do better/);
    specialists.value = true;
    await until(() => /Nash asks of a state: No party can do better/.test(shownText()), "the concept's name");
    specialists.value = false;
  }, 120_000);

  it("What they want: the question, the answers, and what comes of them", async () => {
    specialists.value = true; // the terminal names the concepts
    const model = ELMIRA.text();
    await answer(model, ELMIRA.folder);
    await show(ElicitScreen);
    const party = store.answer.value!.conflict.parties[0]!.name;
    interface Told { next: { one: { options: string }; other: { options: string }; atMost: number; lines: Record<string, string> }; lines: string }
    let told = json<Told>(ELMIRA, "elicit", ["--party", party]);
    await until(() => host.querySelector(".elicit .either") !== null, "a question");
    expect(texts(".either h3")).toEqual([told.next.one, told.next.other].map((state) => store.wording.value!.inWords(store.stateAt(state.options))));
    expect(shownText()).toContain(`at most ${told.next.atMost} questions are left`);
    await click(called("Rather this (2)"));
    told = json<Told>(ELMIRA, "elicit", ["--party", party, "--answer", told.next.lines["2"]!]);
    await until(() => host.querySelector("pre")?.textContent === told.lines, "what comes of the answer");
    await click(called("Take back the last"));
    await until(() => /Nothing has been answered yet/.test(called("Take back the last").title), "no answer");
    specialists.value = false;
  }, 60_000);

  it.each([FLAGSHIP, LARGE, ORBITS, FULL])("What they want: statements, of $name", async (one) => {
    await answer(one.text(), one.folder);
    await show(ElicitScreen);
    const party = store.answer.value!.conflict.parties[0]!.name;
    const told = json<{ complete: boolean; next: { one: { statement: string }; atMost: number } }>(one, "elicit", ["--party", party]);
    await until(() => host.querySelector(".elicit .either") !== null, "a question", 60_000);
    expect(host.querySelector<HTMLElement>(".either .said")!.title).toBe(told.next.one.statement);
    expect(shownText()).toContain(`at most ${told.next.atMost} questions are left`);
    expect(/the whole list is asked for/.test(shownText())).toBe(told.complete);
    expect(told.complete).toBe(one !== FLAGSHIP);
  }, 120_000);

  it.each([SYRIA, LARGE, ORBITS, FULL])("Session, of $name: each text that was answered, with what holds best", async (one) => {
    await answer(one.text(), one.folder);
    await show(TimelineScreen);
    const solved = json<Solved>(one, "solve", []);
    const best = solved.named.filter((state) => state.equilibrium.length === 5);
    for (const state of best) expect(texts("ol > li.current")[0]).toContain(store.wording.value!.named(state.options));
  }, 60_000);

  it.each([SYRIA, FLAGSHIP])("Form: $name", async (one) => {
    await answer(one.text(), one.folder);
    await show(Form);
    const { parties } = store.answer.value!.conflict;
    const fields = [...host.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")].map((field) => field.value);
    for (const party of parties) {
      expect(fields).toContain(party.label || party.name);
      for (const option of party.options) expect(fields).toContain(option.label || option.name);
    }
    // Rules are said in labels, as wishes are.
    if (one === FLAGSHIP) expect(shownText()).toContain("never Deploy while hostilities go on and Stand by to deploy once hostilities cease");
    expect(shownText()).not.toMatch(/undefined|\[object/);
  }, 60_000);
});
