// The guided minute: five steps through the open conflict, offered once, on the conflict written for this program, however it was opened; later
// only on request.

import { effect, signal, untracked } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { strength } from "../answer/wording";
import { openOutcome, outcomes } from "../screens/outcomes";
import { FLAGSHIP } from "../session/document";
import { keep, recall } from "../session/remembered";
import * as store from "../store";
import { Button } from "./parts";

const SEEN = "stasis-guided";

interface Step { at: string; words: string; before?: () => void } // at: what it speaks of

const STEPS: Step[] = [
  { at: "#today", words: "In one line: whether things stay as they are today, and who would rather do what.", before: () => store.show("answer") },
  { at: ".outcomes", words: "Each outcome people speak of has a row: whether it holds, who would leave it and for what, and how sure that is." },
  { at: ".outcomes .opened, .outcomes", words: "A row opens its reason: one sentence, the words that were quoted for it, and the moves drawn.", before: openOne },
  { at: "#would-hold", words: "Below: what would make an outcome hold. “Try it” compares the answer before and after; nothing is kept unless you say so.", before: () => openOutcome(null) },
  { at: ".model-switch, .sides", words: "The model itself is one click away, as text or as a form. Change a wish, and the answer follows. Play moves through the conflict step by step." },
];

const step = signal<number | null>(null);
let offeredOn = ""; // the document

/** The reason of the first outcome that does not hold by itself. */
function openOne() {
  const { named, today } = outcomes();
  const found = named.find((state) => strength(state.equilibrium) !== "nobody") ?? today;
  if (found) openOutcome(found.options);
}

export function beginGuide() {
  if (!store.answer.peek()) return store.tell("First there has to be an answer.");
  offeredOn = store.document.peek();
  step.value = 0;
}

const end = () => {
  step.value = null;
  keep(SEEN, "yes");
};

/** Its words are about that conflict, whether it is the gallery's or in a file. */
const isFlagship = () => store.session.value?.gallery.find(({ name }) => name === FLAGSHIP)?.title === store.answer.value?.conflict.conflict;

effect(() => {
  const document = store.document.value;
  const offered = store.answer.value !== null && isFlagship();
  untracked(() => {
    if (step.value !== null && document !== offeredOn) end();
    if (step.value !== null || !offered || recall(SEEN) === "yes") return;
    offeredOn = document;
    step.value = 0;
  });
});

export function Guide() {
  const at = step.value;
  const now = at === null ? null : STEPS[at]!;
  const ready = store.answer.value !== null;
  useEffect(() => {
    if (!now || !ready) return;
    now.before?.();
    let meant: Element | null = null;
    const timer = setTimeout(() => {
      meant = now.at.split(", ").map((one) => [...document.querySelectorAll<HTMLElement>(one)].find((found) => found.offsetParent !== null)).find(Boolean) ?? null;
      meant?.classList.add("guided");
      meant?.scrollIntoView({ block: now.at === "#would-hold" ? "center" : "nearest" });
    }, 50);
    return () => {
      clearTimeout(timer);
      meant?.classList.remove("guided");
    };
  }, [now, ready]);
  if (!now || !ready) return null;
  const last = at === STEPS.length - 1;
  return (
    <aside class="guide" aria-label="Guided minute" onKeyDown={(event) => { if (event.key === "Escape") { event.stopPropagation(); end(); } }}>
      <p class="kicker">{at! + 1} of {STEPS.length}</p>
      <p aria-live="polite">{now.words}</p>
      <div class="actions">
        <Button class="primary" onClick={() => (last ? end() : (step.value = at! + 1))}>{last ? "Done" : "Next"}</Button>
        {at! > 0 && <Button onClick={() => { step.value = at! - 1; }}>Back</Button>}
        {!last && <Button class="quiet" onClick={end}>Skip</Button>}
      </div>
    </aside>
  );
}
