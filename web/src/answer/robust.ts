// In how many variants of the model each state holds (stasis/robustness-2). The first screen that shows it
// asks; each text is asked about once.

import { signal } from "@preact/signals";
import * as api from "../api";
import * as store from "../store";
import { useAsked, type Asking } from "./asking";
import type { StateRef, Stopped } from "./solution";

/** `lines` are those of the statements and choices that are changed, from 1. */
export interface Change { kind: string; words: string; inWords: string; party: string | null; lines: number[]; because: { source: string; words: string }[] }
export interface Variant { id: number; changes: Change[] }
export interface Varied extends StateRef { asWritten: string[]; heldIn: Record<string, number>; turnedIn: Record<string, number[]>; sureIn?: number; ways?: { variant: number; then: string; inWords: string }[] }
export interface Robustness { concepts: string[]; solved: number; variants: Variant[]; states: Varied[]; stopped?: Stopped }

const known = signal<{ text: string; folder: string | null; answer: Robustness } | null>(null);

const pause = (time: number, signal: AbortSignal) =>
  new Promise<void>((done, stopped) => {
    const timer = setTimeout(done, time);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      stopped(signal.reason as Error);
    }, { once: true });
  });

/** Asked after `wait` milliseconds without a new answer, if `go`. */
export function useRobustness(go: boolean, wait = 0): Asking<Robustness> {
  const { text: answered } = store.answer.value!;
  const folder = store.folder.value;
  const before = known.value?.text === answered && known.value.folder === folder ? known.value.answer : null;
  const asked = useAsked<Robustness>(go && !before ? "robust" : null, async (text, tell, signal) => {
    await pause(wait, signal);
    const ran = await api.job<Robustness>({ verb: "robust", text, path: folder, args: ["--format", "json"] }, tell, signal);
    if (!ran.result) throw api.failed(ran);
    known.value = { text, folder, answer: ran.result };
    return ran.result;
  });
  return { ...asked, found: before ?? asked.found };
}

export const ofState = (found: Robustness | null, letters: string): Varied | null => found?.states.find((state) => state.options === letters) ?? null;
