// In how many variants of the model each state holds (stasis/robustness-2). The first screen that shows it
// asks; each text is asked about once.

import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import * as api from "../api";
import * as store from "../store";
import type { StateRef, Stopped } from "./solution";

/** `lines` are those of the statements and choices that are changed, from 1. */
export interface Change { kind: string; words: string; inWords: string; party: string | null; lines: number[]; because: { source: string; words: string }[] }
export interface Variant { id: number; changes: Change[] }
export interface Varied extends StateRef { asWritten: string[]; heldIn: Record<string, number>; turnedIn: Record<string, number[]>; sureIn?: number; ways?: { variant: number; then: string; inWords: string }[] }
export interface Robustness { concepts: string[]; solved: number; variants: Variant[]; states: Varied[]; stopped?: Stopped }

const known = signal<{ text: string; folder: string | null; answer: Robustness } | null>(null);

interface Known { found: Robustness | null; wrong: { message: string; help: string } | null; progress: api.Progress | null; stop: () => void }

/** Asked after `wait` milliseconds without a new answer, if `go`. */
export function useRobustness(go: boolean, wait = 0): Known {
  const answer = store.answer.value!;
  const folder = store.folder.value;
  const [progress, setProgress] = useState<api.Progress | null>(null);
  const [wrong, setWrong] = useState<{ message: string; help: string } | null>(null);
  const [control, setControl] = useState<AbortController | null>(null);
  const found = known.value?.text === answer.text && known.value.folder === folder ? known.value.answer : null;
  useEffect(() => {
    setWrong(null);
    if (found || !go) return;
    const stopper = new AbortController();
    setControl(stopper);
    const ask = () => api.job<Robustness>({ verb: "robust", text: answer.text, path: folder, args: ["--format", "json"] }, setProgress, stopper.signal)
      .then((ran) => (ran.result ? (known.value = { text: answer.text, folder, answer: ran.result }) : setWrong(api.problemOf(ran))))
      .catch(store.fail);
    const timer = setTimeout(() => void ask(), wait);
    return () => {
      clearTimeout(timer);
      stopper.abort();
    };
  }, [answer.text, folder, go]);
  return { found, wrong, progress, stop: () => control?.abort() };
}

export const ofState = (found: Robustness | null, letters: string): Varied | null => found?.states.find((state) => state.options === letters) ?? null;
