// Ctrl+K: any screen, state or choice by its words; any other state by its number, letters or an expression that only it meets.

import { useState } from "preact/hooks";
import * as api from "../api";
import { sayable } from "../model/labels";
import { NAMES } from "../address";
import { statesWhere } from "../screens/states";
import * as store from "../store";
import { Combobox, type Offer } from "./combobox";
import { offered, stateMeant } from "./state_picker";

interface Target extends Offer { go: () => void }

const SHOWN = 12;

function targets(): Target[] {
  const words = store.wording.value;
  const screens = store.SCREENS.map((screen) => ({ key: `screen ${screen}`, words: NAMES[screen], says: "screen", go: () => store.show(screen) }));
  const doing = { key: "do reports", words: "Start from a report", says: "read reports, draft a model", go: () => { store.dialog.value = "reports"; } };
  if (!words) return [...screens, doing];
  const states = offered(400).map((letters) => ({ key: `state ${letters}`, words: words.inWords(store.stateAt(letters)), says: letters === store.today.value ? "today" : "state", go: () => store.choose(letters, "why") }));
  const options = store.outline.value ? sayable(store.outline.value.outline).map((one) => ({ key: `option ${one.name}`, words: one.label, says: `${one.of}: states in which it is so`, go: () => statesWhere(one.name) })) : [];
  const [named, unnamed] = [true, false].map((has) => states.filter(({ key }) => (words.named(key.slice("state ".length)) !== null) === has)) as [Target[], Target[]];
  return [...screens, ...named, ...options, ...unnamed, doing]; // the labels of choices are words of the unnamed, too
}

/** Those in which every typed word begins a word; those that begin with it first. */
function found(typed: string): Target[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = targets().filter(({ words, says }) => {
    const all = `${words} ${says ?? ""}`.toLowerCase().split(/[\s“”.,:]+/);
    return wanted.every((one) => all.some((word) => word.startsWith(one)));
  });
  const first = (one: Target) => (one.words.toLowerCase().startsWith(typed.toLowerCase().trim()) ? 0 : 1);
  return fits.sort((a, b) => first(a) - first(b)).slice(0, SHOWN);
}

export function Find() {
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState("");
  const offers = found(typed);
  const done = (go: () => void) => {
    store.dialog.value = null;
    go();
  };
  const meant = () => {
    if (!typed.trim()) return;
    if (offers.length) return done(offers[0]!.go);
    stateMeant(typed.trim())
      .then((letters) => done(() => store.choose(letters, "why")))
      .catch((reason: unknown) => (reason instanceof api.ApiError ? setWrong(`${reason.message}${reason.help ? ` — ${reason.help}` : ""}`) : store.fail(reason)));
  };
  return (
    <div class="find">
      <Combobox label="Find" value={typed} focused placeholder="a screen, an outcome, a choice; or a number, letters, an expression" offers={offers} onInput={(words) => { setWrong(""); setTyped(words); }} onTake={(offer) => done((offer as Target).go)} onEnter={meant} />
      {wrong && <p class="problem" role="alert">{wrong}</p>}
    </div>
  );
}
