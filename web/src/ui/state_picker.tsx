// Which state is spoken of: today, those with a name, examples of what holds; any other by its number, letters, name, or an
// expression that only it meets, which the program resolves.

import { useState } from "preact/hooks";
import * as api from "../api";
import { ask } from "../answer/live";
import type { StateRef } from "../answer/solution";
import * as store from "../store";
import { Combobox, type Offer } from "./combobox";

/** Letters of the states a person would ask for. */
export function offered(limit = 60): string[] {
  const answer = store.answer.value;
  if (!answer) return [];
  const { solution, table } = answer;
  const all = [...solution.named, ...solution.groups.flatMap((group) => group.examples)].map((state) => state.options);
  if (table && table.count <= limit) all.push(...table.letters);
  return [...new Set(all)].slice(0, limit);
}

/** The one state that some words mean. */
export async function stateMeant(words: string): Promise<string> {
  const ran = await ask<{ from: StateRef }>("moves", ["--format", "json", "--limit", "0", "--from", words], undefined, store.answer.value!.text);
  if (!ran.result) throw api.failed(ran);
  store.learn([ran.result.from]);
  return ran.result.from.options;
}

const SHOWN = 40;

/** The states a person would ask for, in which every typed word begins a word of the name, or the number. */
function offers(states: string[], typed: string): Offer[] {
  const words = store.wording.value!;
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return states.map((letters) => {
    const ref = store.stateAt(letters);
    return { key: letters, words: words.inWordsOrToday(ref), says: ref.id === undefined ? "" : String(ref.id) };
  }).filter(({ words, says }) => {
    const all = `${words} ${says}`.toLowerCase().split(/[\s“”.,:]+/);
    return wanted.every((one) => all.some((word) => word.startsWith(one)));
  }).slice(0, SHOWN);
}

/** The state there is; typing looks for others. */
export function StatePicker({ label, state, onPick }: { label: string; state: string | null; onPick: (letters: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState("");
  const words = store.wording.value;
  if (!store.answer.value || !words) return null;
  const states = offered(400);
  if (state !== null && !states.includes(state)) states.unshift(state);
  const fitting = typed === null ? [] : offers(states, typed);
  const title = state === null ? "" : words.inWordsOrToday(store.stateAt(state));
  const pick = (letters: string) => {
    setWrong("");
    setTyped(null);
    onPick(letters);
    // What is typed next is a new question, not a continuation of the name.
    requestAnimationFrame(() => { if (document.activeElement instanceof HTMLInputElement && document.activeElement.role === "combobox") document.activeElement.select(); });
  };
  const meant = () => {
    if (!typed?.trim()) return;
    if (fitting.length) return pick(fitting[0]!.key);
    stateMeant(typed.trim()).then(pick).catch((reason: unknown) => (reason instanceof api.ApiError ? setWrong(`${reason.message}${reason.help ? ` — ${reason.help}` : ""}`) : store.fail(reason)));
  };
  return (
    <span class="picker">
      <span aria-hidden="true">{label}</span>
      <Combobox label={`${label}: a state, by its name, number, letters, or an expression that only it meets`} value={typed ?? title} placeholder={title || "name, number, letters, expression"} offers={fitting}
        onCome={() => setTyped("")} onLeave={() => setTyped(null)} onInput={(next) => { setWrong(""); setTyped(next); }} onTake={(offer) => pick(offer.key)} onEnter={meant} />
      {wrong && <span class="problem" role="alert">{wrong}</span>}
    </span>
  );
}

/** Letters of a state of the answered conflict. */
const isState = (words: string) => words.length === store.wording.value?.options.length && /^[YN-]+$/.test(words);

/** Where to: a state, shown by what it is called, or an expression; nothing: every state that can hold. */
export function GoalPicker({ goal, onPick }: { goal: string; onPick: (goal: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const words = store.wording.value;
  if (!words) return null;
  const called = isState(goal) ? words.inWords(store.stateAt(goal)) : goal;
  const states = offered(400);
  const fitting = typed === null ? [] : offers(states, typed);
  const take = (next: string) => {
    setTyped(null);
    onPick(next);
  };
  const meant = () => {
    if (typed === null) return;
    const said = typed.trim();
    if (said === called || (said === "" && isState(goal))) return setTyped(null); // come and gone
    take(states.find((letters) => words.inWords(store.stateAt(letters)) === said) ?? said);
  };
  return (
    <span class="picker">
      <span aria-hidden="true">to</span>
      <Combobox label="to" value={typed ?? called} placeholder={called || "every state that can hold (or a goal, e.g. settlement and not strike)"} offers={fitting}
        onCome={() => setTyped(isState(goal) ? "" : goal)} onLeave={meant} onInput={setTyped} onTake={(offer) => take(offer.key)} onEnter={meant} />
    </span>
  );
}
