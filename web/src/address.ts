// Every view has an address: `#why/1790/Russia/seq?file=talks.conflict` is the screen, the state (its number, else
// its letters), the party, the concept, and the document: a file, a conflict of the gallery, or what was typed and is
// in no file. Back works, a link can be kept or opened in another tab, and the title says what is open.

import { batch, effect } from "@preact/signals";
import { rowOf } from "./answer/table";
import { ApiError } from "./api";
import { conceptName, joined } from "./answer/wording";
import { documentIn, documentPart, plain } from "./session/addressed";
import { openAgain, placeNow, stay, type Place } from "./session/document";
import * as store from "./store";
import { stateMeant } from "./ui/state_picker";

const OF_STATE: store.Screen[] = ["why", "graph", "states", "invert"];
export const NAMES: Record<store.Screen, string> = {
  answer: "Answer", states: "States", graph: "Graph", why: "Why", whatif: "What if", paths: "Paths", play: "Play it out", evidence: "Evidence", robust: "How sure", invert: "What it takes", elicit: "What they want", timeline: "Session",
};

/** What the address asks for and the answer is not there yet to give. */
let wanted: string | null = null;
let begun = false;
let returning = 0; // counts the times that another document was gone back to
let replaces = false; // the next entry takes the place of the one there is
let lookedAt = ""; // what is looked at while the address asks for what is not there
let tried = ""; // the address whose document was opened, or could not be

interface Address { screen: store.Screen; state: string; party: string; concept: string }

const parts = (hash: string) => hash.replace(/^#|\?.*$/gs, "").split("/").map(plain);

/** Whether that is the document that is open. */
function isOpen(was: Place): boolean {
  const of = placeNow();
  if (was.document) return was.document === of.document;
  return was.path !== null ? was.path === of.path : of.path === null && was.gallery === of.gallery;
}

/** The parts of an address; null where its first word is no screen. */
export function readAddress(hash: string): Address | null {
  const [screen, state = "", party = "", concept = ""] = parts(hash);
  return store.SCREENS.includes(screen as store.Screen) ? { screen: screen as store.Screen, state, party, concept } : null;
}

export function addressOf(screen: store.Screen, state: string, party: string, concept: string): string {
  const parts = OF_STATE.includes(screen) ? [screen, state, ...(screen === "why" ? [party, concept] : screen === "invert" ? ["", concept] : [])] : [screen];
  while (parts.length > 1 && !parts.at(-1)) parts.pop();
  return `#${parts.map((part) => encodeURIComponent(part)).join("/")}`;
}

/** What is looked at, whichever document it is of. */
function view(): string {
  const chosen = store.chosen.value;
  const state = chosen === null ? "" : String(store.stateAt(chosen).id ?? chosen);
  return addressOf(store.screen.value, state, store.chosenParty.value ?? "", store.chosenConcept.value ?? "");
}

const now = () => view() + documentPart(placeNow(), store.dirty.value);
const viewIn = (hash: string) => hash.replace(/\?.*$/s, "");

/** Says what the address asks for and is not there, in place of what would be shown. */
function lost(words: string, closed = false) {
  store.astray.value = { words, closed };
  store.side.value = "answer";
  lookedAt = looked();
}

const looked = () => `${store.document.value} ${view()}`;

function follow(hash: string) {
  wanted = null;
  const asked = readAddress(hash);
  if (!asked) {
    const [first = ""] = parts(hash);
    // A place within the page, and an address without anything, ask for nothing.
    if (!first || document.getElementById(first)) return;
    return lost(`The studio has no screen “${first}”.`);
  }
  // Opening a document forgets the chosen party, so the whole address waits for the answer.
  const answer = store.answer.peek();
  if (!answer && (asked.state || asked.party || asked.concept || documentIn(hash))) wanted = hash;
  const missing = answer ? missingOf(answer, asked, parts(hash)) : [];
  // At once, because each step would otherwise become an entry in the history.
  batch(() => {
    store.screen.value = asked.screen;
    store.astray.value = null;
    if (missing.length) return lost(`The address speaks of ${joined(missing)}.`);
    store.chosenParty.value = asked.party || null;
    store.chosenConcept.value = asked.concept || null;
    if (!asked.state) store.chosen.value = null;
    else if (answer) chooseState(answer, asked.state, hash);
  });
  record();
}

/** What it speaks of and this conflict, or this screen, does not have. */
function missingOf(answer: store.Answer, { screen, state, party, concept }: Address, words: string[]): string[] {
  const more = words.slice(addressOf(screen, state || "-", party || "-", concept || "-").split("/").length).filter(Boolean);
  return [
    ...(party && !answer.conflict.parties.some((one) => one.name === party) ? [`“${party}”, and no party of this conflict is called so`] : []),
    ...(concept && !Object.hasOwn(answer.solution.equilibria, concept) ? [`“${concept}”, and this conflict is not solved under a concept of that name`] : []),
    ...(more.length ? [`“${more.join("/")}”, of which the screen “${NAMES[screen]}” tells nothing`] : []),
  ];
}

function chooseState(answer: store.Answer, state: string, hash: string) {
  const { table } = answer;
  const row = table ? (rowOf(table, state) >= 0 ? rowOf(table, state) : table.ids.findIndex((id) => String(id) === state)) : -1;
  if (table && row >= 0) {
    store.chosen.value = table.letters[row]!;
    return;
  }
  // Until it is known which state that is, no other one is shown under its name.
  store.astray.value = { seeking: state };
  lookedAt = looked();
  const current = () => location.hash === hash && store.answer.peek()?.serial === answer.serial && store.astray.peek() !== null && "seeking" in store.astray.peek()!;
  stateMeant(state)
    .then((letters) => {
      if (current()) batch(() => {
        store.astray.value = null;
        store.chosen.value = letters;
      });
    })
    .catch((reason: unknown) => current() && lost(reason instanceof ApiError && reason.status !== 0 ? `The address speaks of state ${state}, which this conflict does not have: ${reason.message}.` : `State ${state} could not be looked for.`));
}

/** Back to a document that was open before: from its draft, its file or the gallery; else it says that it is closed. */
function comeBack(was: Place, hash: string) {
  const mine = ++returning;
  wanted = tried = hash;
  replaces = true;
  const name = was.path ?? `“${was.title ?? was.gallery ?? "a new conflict"}”`;
  const missed = (why: string) => {
    if (mine !== returning) return;
    wanted = null;
    lost(`This address is of ${name}, which is closed${why}`, true);
  };
  openAgain(was).then(
    (opened) => { if (!opened) missed(": it is in no file, and nothing of it was kept."); },
    (reason: unknown) => missed(` and cannot be opened again: ${reason instanceof Error ? reason.message : String(reason)}.`),
  );
}

/** The way on from an address that asks for what is not there: what is open. */
export function goOn() {
  store.astray.value = null;
  store.show("answer");
  record();
}

const placeHere = () => (history.state as { of?: Place } | null)?.of;

/** What is looked at becomes the address, with the document it is of; what was looked at before stays behind Back. */
function record() {
  const address = now();
  const of = placeNow();
  if (wanted !== null || !store.answer.value || !of.document) return;
  if (store.astray.peek()) {
    if (looked() === lookedAt) return;
    store.astray.value = null;
  }
  const here = placeHere();
  // The first address is the page's own, so that one Back leaves it; and a document that is saved, or typed into, stays where it is.
  const stays = (!here || here.document === of.document) && viewIn(location.hash) === viewIn(address);
  if (stays && location.hash === address && here && here.path === of.path) return;
  if (!begun || replaces || stays) history.replaceState({ of }, "", address);
  else history.pushState({ of }, "", address);
  begun = true;
  replaces = false;
}

function title(): string {
  const answer = store.answer.value;
  const words = store.wording.value;
  const file = store.path.value ?? answer?.conflict.conflict ?? store.title.value;
  const letters = store.chosenLetters.value;
  const about = answer && words && letters && OF_STATE.includes(store.screen.value) ? ` ${words.title(store.stateAt(letters))}${store.screen.value === "why" && store.chosenConcept.value ? ` under ${conceptName(store.chosenConcept.value)}` : ""}` : "";
  if (store.astray.value && "words" in store.astray.value) return `Not there · ${file || "Stasis Studio"}`;
  return `${store.dirty.value ? "• " : ""}${NAMES[store.screen.value]}${about} · ${file || "Stasis Studio"}`;
}

export function keepAddress() {
  follow(location.hash);
  const back = () => {
    const was = placeHere() ?? documentIn(location.hash);
    if (was && !isOpen(was)) return comeBack(was, location.hash);
    returning++;
    stay();
    follow(location.hash);
  };
  addEventListener("popstate", back);
  addEventListener("hashchange", (event) => {
    // A place in the history is told by popstate already.
    if (!placeHere() || new URL(event.newURL).hash !== location.hash) back();
  });
  effect(() => {
    if (!store.answer.value || wanted === null) return;
    const hash = wanted;
    queueMicrotask(() => {
      if (wanted !== hash) return;
      const was = placeHere();
      // Of a document that could not be opened again, it says nothing about this one.
      if (was && was.document !== store.document.peek() && (was.path ?? was.gallery) !== (store.path.peek() ?? placeNow().gallery)) {
        wanted = null;
        replaces = true;
        return record();
      }
      const named = was ? null : documentIn(hash);
      if (named && !isOpen(named) && tried !== hash) return comeBack(named, hash);
      follow(hash);
    });
  });
  effect(record);
  effect(() => { document.title = title(); });
}
