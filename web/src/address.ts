// Every view has an address: `#why/1790/Russia/seq` is the screen, the state (its number, else its letters),
// the party and the concept. Back works, a link can be kept, and the title says what is open.

import { batch, effect } from "@preact/signals";
import { rowOf, type StateTable } from "./answer/table";
import { conceptName } from "./answer/wording";
import * as store from "./store";
import { stateMeant } from "./ui/state_picker";

const OF_STATE: store.Screen[] = ["why", "graph", "states", "invert"];
export const NAMES: Record<store.Screen, string> = {
  answer: "Answer", states: "States", graph: "Graph", why: "Why", whatif: "What if", paths: "Paths", play: "Play it out", evidence: "Evidence", robust: "How sure", invert: "What it takes", elicit: "What they want", timeline: "Session",
};

/** What the address asks for and the answer is not there yet to give. */
let wanted: string | null = null;
let begun = false;

/** The parts of an address; letters that are none of the screens are passed over. */
export function readAddress(hash: string): { screen: store.Screen; state: string; party: string; concept: string } | null {
  const [screen, state = "", party = "", concept = ""] = hash.replace(/^#/, "").split("/").map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return "";
    }
  });
  return store.SCREENS.includes(screen as store.Screen) ? { screen: screen as store.Screen, state, party, concept } : null;
}

export function addressOf(screen: store.Screen, state: string, party: string, concept: string): string {
  const parts = OF_STATE.includes(screen) ? [screen, state, ...(screen === "why" ? [party, concept] : screen === "invert" ? ["", concept] : [])] : [screen];
  while (parts.length > 1 && !parts.at(-1)) parts.pop();
  return `#${parts.map((part) => encodeURIComponent(part)).join("/")}`;
}

function now(): string {
  const chosen = store.chosen.value;
  const state = chosen === null ? "" : String(store.stateAt(chosen).id ?? chosen);
  return addressOf(store.screen.value, state, store.chosenParty.value ?? "", store.chosenConcept.value ?? "");
}

function follow(hash: string) {
  const asked = readAddress(hash);
  if (!asked) return;
  // Opening a document forgets the chosen party, so the whole address waits for the answer.
  const answer = store.answer.peek();
  wanted = !answer && (asked.state || asked.party || asked.concept) ? hash : null;
  // At once, because each step would otherwise become an entry in the history.
  batch(() => {
    const [party, concept] = answer ? known(answer, asked) : [asked.party, asked.concept];
    store.screen.value = asked.screen;
    store.chosenParty.value = party || null;
    store.chosenConcept.value = concept || null;
    if (!asked.state) store.chosen.value = null;
    else if (answer) chooseState(answer.table, asked.state);
  });
}

/** Its party and concept, as far as this conflict has them. */
function known(answer: store.Answer, { party, concept }: { party: string; concept: string }): [string, string] {
  const here = [answer.conflict.parties.some((one) => one.name === party) ? party : "", Object.hasOwn(answer.solution.equilibria, concept) ? concept : ""] as [string, string];
  const missing = [party, concept].filter((one, at) => one && !here[at]);
  if (missing.length) store.tell(`The address speaks of ${missing.join(" and ")}, which this conflict does not have.`);
  return here;
}

function chooseState(table: StateTable | null, state: string) {
  const row = table ? (rowOf(table, state) >= 0 ? rowOf(table, state) : table.ids.findIndex((id) => String(id) === state)) : -1;
  if (table && row >= 0) store.chosen.value = table.letters[row]!;
  else stateMeant(state).then((letters) => { store.chosen.value = letters; }).catch(() => store.tell(`The address speaks of state ${state}, which this conflict does not have.`));
}

function title(): string {
  const answer = store.answer.value;
  const words = store.wording.value;
  const file = store.path.value ?? answer?.conflict.conflict ?? store.title.value;
  const letters = store.chosenLetters.value;
  const about = answer && words && letters && OF_STATE.includes(store.screen.value) ? ` ${words.title(store.stateAt(letters))}${store.screen.value === "why" && store.chosenConcept.value ? ` under ${conceptName(store.chosenConcept.value)}` : ""}` : "";
  return `${store.dirty.value ? "• " : ""}${NAMES[store.screen.value]}${about} · ${file || "Stasis Studio"}`;
}

export function keepAddress() {
  follow(location.hash);
  const back = () => follow(location.hash);
  addEventListener("popstate", back);
  addEventListener("hashchange", back);
  effect(() => {
    if (!store.answer.value || wanted === null) return;
    const hash = wanted;
    queueMicrotask(() => follow(hash));
  });
  effect(() => {
    const address = now();
    if (wanted !== null || location.hash === address || !store.answer.value) return;
    // The first address is the page's own, so that one Back leaves it.
    if (begun) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    begun = true;
  });
  effect(() => { document.title = title(); });
}
