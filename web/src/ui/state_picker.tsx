// Which state is spoken of: today, those with a name, examples of what holds; any other by its number, letters, name, or an
// expression that only it meets, which the program resolves.

import { useState } from "preact/hooks";
import * as api from "../api";
import { ask } from "../answer/live";
import type { StateRef } from "../answer/solution";
import * as store from "../store";

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

export function StatePicker({ label, state, onPick }: { label: string; state: string | null; onPick: (letters: string) => void }) {
  const answer = store.answer.value;
  const words = store.wording.value;
  const [wrong, setWrong] = useState("");
  if (!answer || !words) return null;
  const states = offered();
  if (state !== null && !states.includes(state)) states.unshift(state);
  const many = BigInt(answer.solution.states.feasible) > BigInt(states.length);
  const find = (input: HTMLInputElement) => {
    if (!input.value.trim()) return;
    stateMeant(input.value.trim())
      .then((found) => { setWrong(""); input.value = ""; onPick(found); })
      .catch((reason: unknown) => (reason instanceof api.ApiError ? setWrong(`${reason.message}${reason.help ? ` — ${reason.help}` : ""}`) : store.fail(reason)));
  };
  return (
    <span class="picker">
      <label>
        {label}{" "}
        <select value={state ?? ""} onChange={(event) => onPick(event.currentTarget.value)}>
          {state === null && <option value="">choose …</option>}
          {states.map((one) => {
            const ref = store.stateAt(one);
            return <option key={one} value={one}>{one === store.today.value ? "Today: " : ""}{words.title(ref)}{ref.id !== undefined && states.length > 9 ? ` (${ref.id})` : ""}</option>;
          })}
        </select>
      </label>
      {many && (
        <label>
          or{" "}
          <input class="short" placeholder="number, name, letters" aria-label={`${label}: another state, by number, name, letters or expression`} aria-invalid={wrong ? true : undefined}
            onKeyDown={(event) => { if (event.key === "Enter") { event.preventDefault(); find(event.currentTarget); } }} onChange={(event) => find(event.currentTarget)} />
        </label>
      )}
      {wrong && <span class="problem" role="alert">{wrong}</span>}
    </span>
  );
}
