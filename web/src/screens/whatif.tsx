// What if: statements switched off or moved, options that bind, parties that act as one. Before and after side by side; the model
// is changed only by Keep.

import { effect, signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import * as api from "../api";
import { beginQuestion, questionOver } from "../answer/asking";
import { compare, type Change } from "../answer/compare";
import { ask, LISTED, solve } from "../answer/live";
import type { Solution, StateRef } from "../answer/solution";
import { rowOf } from "../answer/table";
import { conceptName, joined, number, plural, strength, type Strength, withinSentence, Wording } from "../answer/wording";
import { edit } from "../editor/editor";
import { triedOn, variation, vary, type Begun } from "../session/trying";
import { describe, editsOf, isVaried, preferencesOf, unvaried, type Variation } from "../session/variation";
import * as store from "../store";
import { Said } from "../model/wish";
import { apply } from "../text/edits";
import { Badges, Button, PartyMark, StrengthMark, Unfinished, Waiting } from "../ui/parts";
import { called, specialists, spokenOf } from "../ui/specialists";
import { TriedPreference } from "./whatif_wants";

const FIRST = 6; // findings shown at once
const UNNAMED = 3; // where none of them has a name
const MORE = 60; // and unfolded

interface Outcome { of: string; solution: Solution | null; problem: string | null }
interface Merged { of: string; members: string[]; concepts: Record<string, string[]> | null; problem: string | null }

const base = signal<Begun | null>(null);
const outcome = signal<Outcome | null>(null);
const merging = store.ofDocument<string[]>([]);
const merged = signal<Merged | null>(null);
const progress = signal<api.Progress | null>(null);
let running: AbortController | null = null;

const ORDER: Strength[] = ["nobody", "would", "could", "not"];

/** Begins on the model as it stands, if it stands answered. */
function begin(): Begun | null {
  const outline = store.fitting.value;
  const answer = store.answer.value;
  const known = base.value?.document === store.document.value ? base.value : null; // of another document, it is nothing to go on with
  if (!outline || !answer || answer.text !== store.text.value) return known;
  if (known?.text === answer.text && known.solution !== answer.solution) base.value = { ...known, solution: answer.solution }; // with its states, a moment later
  else if (known?.text !== answer.text) {
    base.value = { document: store.document.value, text: answer.text, outline, solution: answer.solution };
    if (known || triedOn.value !== answer.text) variation.value = unvaried(); // else a reload goes on with what was tried
    triedOn.value = answer.text;
    outcome.value = null;
  }
  return base.value;
}

/** Opens What if with these changes made. */
export function tryVariation(of: (begun: Begun) => Variation | null) {
  const begun = begin();
  if (!begun) return store.tell("The model has a mistake or is still being answered: try again in a moment.");
  const next = of(begun);
  if (!next) return store.tell("This change cannot be made here: make it in the text.");
  variation.value = next;
  store.show("whatif");
}

export const tryIrrevocable = (party: string, option: string) => tryVariation(() => ({ ...unvaried(), directions: new Map([[`${party}.${option}`, "irrevocable" as const]]) }));

const variedText = () => (base.value ? apply(base.value.text, editsOf(base.value.text, base.value.outline, variation.value)) : null);

effect(() => {
  const begun = base.value;
  running?.abort();
  if (!begun || !isVaried(variation.value)) {
    outcome.value = null;
    return;
  }
  const text = variedText()!;
  outcome.value = null;
  const control = beginQuestion();
  running = control;
  solve(text, ["--list", String(LISTED)], (told) => { progress.value = told; }, control.signal)
    .then((solution) => { outcome.value = { of: text, solution, problem: null }; })
    .catch((reason: unknown) => {
      if (reason instanceof api.ApiError) outcome.value = { of: text, solution: null, problem: `${reason.message}${reason.help ? ` — ${reason.help}` : ""}` };
      else store.fail(reason);
    })
    .finally(() => {
      questionOver(control);
      if (running === control) progress.value = null;
    });
  control.signal.addEventListener("abort", () => { if (running === control && base.peek() === begun) outcome.value = { of: text, solution: null, problem: "Stopped before it was answered." }; }, { once: true });
});

/** Stops solving what was changed. */
function stopVaried() {
  running?.abort();
  outcome.value = { of: "", solution: null, problem: "Stopped." };
}

async function merge(members: string[]) {
  const of = base.value!.text;
  const ran = await ask<{ asOne?: Record<string, (number | string)[]> }>("coalitions", ["--format", "json", "--coalition", members.join(",")], undefined, of);
  const found = ran.result?.asOne;
  if (!found) {
    merged.value = { of, members, concepts: null, problem: api.problemOf(ran).message };
    return;
  }
  const words = store.wording.value!;
  const table = store.answer.value?.table ?? null;
  const title = (one: number | string) => {
    const row = table ? (typeof one === "string" && one.length === words.options.length ? rowOf(table, one) : table.ids.indexOf(one)) : -1;
    return table && row >= 0 ? words.title(store.ofRow(table, row)) : typeof one === "string" && one.length === words.options.length ? words.title(store.stateAt(one)) : `State ${one}`;
  };
  merged.value = { of, members, concepts: Object.fromEntries(Object.entries(found).map(([concept, states]) => [concept, states.map(title)])), problem: null };
}

export function WhatIfScreen() {
  const begun = begin();
  if (!begun) return <Waiting what="What if begins as soon as the model is sound and answered." />;
  const varied = isVaried(variation.value);
  const keep = () => {
    edit(editsOf(begun.text, begun.outline, variation.value));
    store.tell("Kept: it stands in the model now. Undo takes it back.");
  };
  return (
    <div class="screen whatif">
      <h1>What if …</h1>
      <p class="about">Switch a wish off, move it up or down, turn it round, or let a choice bind. The model stays as it is until you keep the change.</p>
      <div class="bar">
        <Button class="primary" onClick={keep} why={!varied ? "Nothing is changed yet" : store.text.value !== begun.text ? "The text has moved on since: start over" : null}>Keep: write it into the model</Button>
        <Button onClick={() => { variation.value = unvaried(); base.value = null; }} why={varied ? null : "Nothing is changed yet"}>Start over</Button>
      </div>
      <div class="two">
        <section aria-label="What to change" class="tries">
          {preferencesOf(begun.outline).map(({ party, preference }) => <TriedPreference key={preference.range[0]} begun={begun} name={party.name} />)}
          <Options begun={begun} />
          <Constraints begun={begun} />
          <Merging begun={begun} />
        </section>
        <section aria-label="Before and after" class="outcome">
          <Outcome begun={begun} />
        </section>
      </div>
    </div>
  );
}

function Options({ begun }: { begun: Begun }) {
  const listed = store.answer.value?.conflict.parties.some((party) => party.moves);
  return (
    <Folded title="What cannot be taken back" count={plural(begun.outline.parties.reduce((sum, party) => sum + party.options.length, 0), "choice")} open={variation.value.directions.size > 0}>
      {listed && <p class="faint">The moves of this conflict are listed one by one, so directions do not count: change the moves in the text.</p>}
      <ul>
        {begun.outline.parties.flatMap((party, at) => party.options.map((option) => {
          const key = `${party.name}.${option.name}`;
          const now = variation.value.directions.get(key) ?? option.direction;
          return (
            <li key={key} class={now !== option.direction ? "moved" : ""}>
              <label>
                <input type="checkbox" checked={now === "irrevocable"} disabled={listed} onChange={() => vary((v) => {
                  const next = now === "irrevocable" ? "both" : "irrevocable";
                  if (next === option.direction) v.directions.delete(key);
                  else v.directions.set(key, next);
                })} /> <PartyMark at={at} />: {option.label || option.name}
              </label>
            </li>
          );
        }))}
      </ul>
    </Folded>
  );
}

/** What can be tried otherwise, behind its title until it is wanted. */
function Folded({ title, count, open, children }: { title: string; count: string; open: boolean; children: ComponentChildren }) {
  return <details class="tiers folded" open={open}><summary><b>{title}</b> <span class="faint">({count})</span></summary>{children}</details>;
}

function Constraints({ begun }: { begun: Begun }) {
  if (!begun.outline.constraints.length) return null;
  return (
    <Folded title="What can be" count={plural(begun.outline.constraints.length, "rule")} open={begun.outline.constraints.some((one) => variation.value.off.has(one.range[0]))}>
      <ul>
        {begun.outline.constraints.map((constraint) => {
          const off = variation.value.off.has(constraint.range[0]);
          return (
            <li key={constraint.range[0]} class={off ? "off" : ""}>
              <label><input type="checkbox" checked={!off} onChange={() => vary((v) => (off ? v.off.delete(constraint.range[0]) : v.off.add(constraint.range[0])))} /> {constraint.never ? "never " : "always "}<Said outline={begun.outline} words={constraint.condition} own="" /></label>
            </li>
          );
        })}
      </ul>
    </Folded>
  );
}

function Merging({ begun }: { begun: Begun }) {
  const parties = begun.outline.parties;
  const chosen = merging.value.filter((name) => parties.some((party) => party.name === name));
  const found = merged.value?.of === begun.text ? merged.value : null; // of an earlier text it says nothing of this one
  const why = chosen.length < 2 ? "Choose two parties or more" : chosen.length === parties.length ? "All of them as one leave nobody to answer" : null;
  return (
    <Folded title="Parties that act as one" count={plural(parties.length, "party", "parties")} open={chosen.length > 0}>
      <ul class="inline">
        {parties.map((party, at) => (
          <li key={party.name}><label><input type="checkbox" checked={chosen.includes(party.name)} onChange={() => { merging.value = chosen.includes(party.name) ? chosen.filter((name) => name !== party.name) : [...chosen, party.name]; merged.value = null; }} /> <PartyMark at={at} /></label></li>
        ))}
      </ul>
      <Button onClick={() => void merge(chosen).catch(store.fail)} why={why}>What would hold then?</Button>
      {found?.problem && <p class="problem">{found.problem}</p>}
      {found?.concepts && (
        <div class="small">
          <p>If {joined(found.members.map((name) => withinSentence(store.wording.value!.party(store.wording.value!.at(name)))))} acted as one party, these would hold:</p>
          <ul>{Object.entries(found.concepts).filter(([concept]) => spokenOf(Object.keys(found.concepts!)).includes(concept)).map(([concept, states]) => <li key={concept}><b>{called(concept)}</b>: {states.slice(0, 6).join(" · ") || "none"}{states.length > 6 ? ` and ${states.length - 6} more` : ""}</li>)}</ul>
          <p class="faint">This cannot be kept: the language has no party made of others. Write one party with their options if that is meant.</p>
        </div>
      )}
    </Folded>
  );
}

function Outcome({ begun }: { begun: Begun }) {
  const words = new Wording(store.answer.value!.conflict);
  if (!isVaried(variation.value)) {
    return <div class="card empty"><h3>Before → after</h3><p>Nothing is changed yet. What a change does to the answer stands here.</p></div>;
  }
  const told = describe(begun.outline, variation.value);
  const result = outcome.value;
  return (
    <div class="card" aria-live="polite">
      <h3>{told.length ? `If ${joined(told)}` : "As changed"}</h3>
      {!result && <Waiting what="asking …" progress={progress.value} onStop={stopVaried} />}
      {result?.problem && <p class="problem">{result.problem}</p>}
      {result?.solution && (result.solution.stopped ?? begun.solution.stopped ? <Unfinished stopped={result.solution.stopped ?? begun.solution.stopped} /> : <Compared before={begun.solution} after={result.solution} words={words} />)}
    </div>
  );
}

function Compared({ before, after, words }: { before: Solution; after: Solution; words: Wording }) {
  const concepts = Object.keys(before.equilibria);
  const { changed: all, same: alike, complete, counts } = compare(before, after);
  // Without the concepts' names a state is as before where it is called so.
  const how = (some: string[] | null) => (some === null ? "impossible" : strength(some));
  const differs = (change: Change) => specialists.value || how(change.before) !== how(change.after);
  const [changed, same] = [all.filter(differs), [...alike, ...all.filter((change) => !differs(change))]];
  const refs = new Map<string, StateRef>([...(after.feasible ?? []), ...(before.feasible ?? []), ...after.named, ...before.named].map((state) => [state.options, state]));
  const today = before.statusQuo;
  const title = (letters: string) => words.inWordsOrToday(refs.get(letters) ?? { name: "", options: letters });
  const big = (change: Change) => words.named(change.letters) !== null || change.letters === today;
  // What holds best afterwards first, of those with a name before those without.
  const best = (some: Change[]) => [...some].sort((a, b) => order(a.after) - order(b.after) || order(a.before) - order(b.before));
  const said = (some: Change[], so: string) => {
    const known = some.filter(big).length;
    return `${plural(some.length, "outcome")} ${some.length === 1 ? "holds" : "hold"} ${so}${complete && some.length ? known === some.length ? " (with a name)" : known ? ` (${known} with a name)` : " (without a name)" : ""}`;
  };
  const order = (some: string[] | null) => (some === null ? 4 : ORDER.indexOf(strength(some)));
  const first = [...best(changed.filter(big)), ...best(changed.filter((change) => !big(change)))];
  const shown = Math.min(FIRST, changed.filter(big).length || UNNAMED);
  const more = (some: string[] | null, than: string[] | null) => (specialists.value ? (some ?? []).some((one) => !than?.includes(one)) : order(some) < order(than));
  const [gains, loses] = [(change: Change) => more(change.after, change.before), (change: Change) => more(change.before, change.after)];
  const strong = (change: Change) => gains(change) && !loses(change);
  const weak = (change: Change) => loses(change) && !gains(change);
  const otherwise = changed.filter((change) => gains(change) && loses(change));
  const rows = (some: Change[]) => (
    <table class="compare">
      <thead><tr><th>outcome</th><th>before</th><th>after</th></tr></thead>
      <tbody>
        {some.map((change) => (
          <tr key={change.letters} class={strong(change) ? "gained" : weak(change) ? "lost" : ""}>
            <th scope="row">{title(change.letters)}</th>
            <td>{change.before ? <Held concepts={change.before} of={concepts} /> : "not possible"}</td>
            <td>{change.after ? <Held concepts={change.after} of={concepts} /> : "not possible"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <>
      {!complete && <p class="small">There are too many states to compare one by one: compared are those with a name, and how many hold. {counts.map(({ concept, before, after }) => `${conceptName(concept)}: ${number(before)} → ${number(after)}`).join(" · ")}</p>}
      <p>{changed.length === 0 ? complete ? "The same states hold as before." : "Each of the named states holds as before." : `${changed.some(strong) ? said(changed.filter(strong), "better than before") : "No outcome holds better than before"}, ${changed.some(weak) ? said(changed.filter(weak), "worse or not at all") : "none worse"}${otherwise.length ? `, ${said(otherwise, "under other concepts")}` : ""}.`}</p>
      {changed.length > 0 && rows(first.slice(0, shown))}
      {first.length > shown && (
        <details><summary>and {plural(first.length - shown, "more change")}{big(first[shown]!) ? "" : ", of outcomes without a name"}</summary>
          {rows(first.slice(shown, shown + MORE))}
          {first.length > shown + MORE && <p class="faint">and {number(first.length - shown - MORE)} more</p>}
        </details>
      )}
      {same.length > 0 && <details class="small"><summary>{plural(same.length, "outcome")} unchanged</summary><ul>{same.slice(0, MORE).map((change) => <li key={change.letters}>{title(change.letters)}</li>)}</ul>{same.length > MORE && <p class="faint">and {number(same.length - MORE)} more</p>}</details>}
    </>
  );
}

/** How a state holds; of specialists' concepts all, in their places, so that before and after compare. */
const Held = ({ concepts, of }: { concepts: string[]; of: string[] }) => (specialists.value ? <Badges concepts={concepts} of={of} /> : <StrengthMark concepts={concepts} />);
