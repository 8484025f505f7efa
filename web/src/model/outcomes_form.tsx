// Outcomes with a name, in the form: what each is called, and which choices are made in it; others get a name here, or where they are shown.

import { useEffect, useState } from "preact/hooks";
import { ApiError } from "../api";
import { change, changeWords, settled } from "../session/changes";
import * as store from "../store";
import { addState, mentionsOf, nameFrom, removeLines, setLabel, setStateOptions } from "../text/edits";
import { Button, GLYPHS } from "../ui/parts";
import { stateMeant } from "../ui/state_picker";
import { Field, Refused, Remove } from "./field";
import { choicesOf, namesIn, notAnOutcome } from "./names";
import type { Outline } from "./outline";

type Named = Outline["states"][number];

/** Choices to tick, those of all parties. */
function Choices({ outline, taken, onTurn }: { outline: Outline; taken: Set<string>; onTurn: (name: string) => void }) {
  return (
    <ul class="inline">
      {choicesOf(outline).map(({ name, label, party }) => (
        <li key={name}><label><input type="checkbox" checked={taken.has(name)} onChange={() => onTurn(name)} /> <span class={`glyph party party-${party % 8}`} aria-hidden="true">{GLYPHS[party % 8]}</span> {label}</label></li>
      ))}
    </ul>
  );
}

const turned = (taken: Set<string>, name: string) => new Set(taken.has(name) ? [...taken].filter((one) => one !== name) : [...taken, name]);
const inOrder = (outline: Outline, taken: Set<string>) => choicesOf(outline).flatMap(({ name }) => (taken.has(name) ? [name] : []));
const takenIn = (outline: Outline, letters: string | undefined) => new Set(choicesOf(outline).flatMap(({ name }, at) => (letters?.[at] === "Y" ? [name] : [])));

const stateOf = (outline: Outline, { name }: Named) => outline.states.find((one) => one.name === name);

export function OutcomesForm({ outline }: { outline: Outline }) {
  const named = outline.states.filter((state) => state.kind === "named");
  return (
    <>
      <ul class="lines outcomes-named">{named.map((state) => <NamedOutcome key={state.name} state={state} outline={outline} />)}</ul>
      <NewOutcome outline={outline} />
    </>
  );
}

function NamedOutcome({ state, outline }: { state: Named; outline: Outline }) {
  const [asked, setAsked] = useState<string[] | null>(null); // lines that speak of it
  const [ticked, setTicked] = useState<Set<string> | null>(null); // and not outlined yet
  useEffect(() => { if (settled.value) setTicked(null); }, [settled.value]);
  const written = takenIn(outline, state.letters);
  const taken = ticked ?? written;
  const title = state.label || state.name.replaceAll("_", " ");
  const turn = (name: string) => {
    const next = turned(taken, name);
    setTicked(next);
    change((now, text) => {
      const there = stateOf(now, state);
      return there ? setStateOptions(text, there, inOrder(now, next)) : [];
    });
  };
  const remove = (all: boolean) => {
    setAsked(null);
    change((now, text) => {
      const there = stateOf(now, state);
      return there ? [...removeLines(text, there.lineRange), ...(all ? mentionsOf(text, there).flatMap(({ range }) => removeLines(text, range)) : [])] : [];
    });
  };
  const ask = () => {
    const known = store.outline.value!;
    const found = mentionsOf(known.text, state);
    if (found.length) setAsked(found.map(({ words }) => words));
    else remove(false);
  };
  const onlyExpected = asked?.every((line) => line.startsWith("expect")) ?? false;
  return (
    <li>
      <span class="row-line"><Field say={`name of the outcome ${title}`} value={title} refuse={(words) => notAnOutcome(outline, words, state.name)} onSet={(value) => changeWords(state.nameRange, (text, range) => setLabel(text, range, value))} /><Remove what={title} onRemove={ask} /></span>
      {asked && (
        <span class="problem removing" role="alert">
          <span>“{title}” is spoken of in {asked.length === 1 ? "another line" : `${asked.length} other lines`}: <code>{asked.slice(0, 3).join(" · ")}{asked.length > 3 ? " …" : ""}</code>{onlyExpected ? "" : ". Change that first: without the name it would mean nothing."}</span>
          <span class="actions">{onlyExpected && <Button onClick={() => remove(true)}>Remove those, too</Button>} <Button onClick={() => setAsked(null)}>Keep it</Button></span>
        </span>
      )}
      <details class="small"><summary>{choicesOf(outline).filter(({ name }) => taken.has(name)).map(({ label }) => label).join(" · ") || "nothing is done"}</summary><Choices outline={outline} taken={taken} onTurn={turn} /></details>
    </li>
  );
}

function NewOutcome({ outline }: { outline: Outline }) {
  const [words, setWords] = useState("");
  const [ticked, setTicked] = useState<Set<string> | null>(null); // as today, until something else is ticked
  const taken = ticked ?? takenIn(outline, outline.statusQuo?.letters);
  const [wrong, setWrong] = useState<string | null>(null);
  const add = async () => {
    const refused = notAnOutcome(outline, words) ?? namedSo(outline, taken) ?? (await cannotBe(outline, taken));
    setWrong(refused);
    if (refused) return;
    const [label, names] = [words.trim(), taken];
    change((now, text) => addState(text, now, nameFrom(label.toLowerCase(), namesIn(now)), label, inOrder(now, names)));
    setWords("");
    setTicked(null);
  };
  return (
    <form class="new-outcome" onSubmit={(event) => { event.preventDefault(); if (words.trim()) add().catch(store.fail); }}>
      <span class="adder"><input aria-label="Name an outcome" placeholder="a name, e.g. The strike ends with a deal" value={words} onInput={(event) => { setWrong(null); setWords(event.currentTarget.value); }} />
        <Button type="submit" why={words.trim() ? null : "Write its name first"}>Name it</Button></span>
      <Refused why={wrong} />
      {words.trim() && <><span class="small">What is done in it:</span><Choices outline={outline} taken={taken} onTurn={(name) => { setWrong(null); setTicked(turned(taken, name)); }} /></>}
    </form>
  );
}

const lettersOf = (outline: Outline, taken: Set<string>) => choicesOf(outline).map(({ name }) => (taken.has(name) ? "Y" : "N")).join("");

/** That the rules of the answered model exclude these choices, as the program says it. */
async function cannotBe(outline: Outline, taken: Set<string>): Promise<string | null> {
  if (store.answer.value?.text !== store.outline.value?.text || store.outline.value?.outline !== outline) return null; // the remarks will tell
  return stateMeant(lettersOf(outline, taken)).then(() => null, (reason: unknown) => {
    if (reason instanceof ApiError) return /no feasible state/.test(reason.message) ? "These choices cannot go together: a rule of the model excludes it." : reason.message;
    throw reason;
  });
}

/** That these choices have a name already. */
function namedSo(outline: Outline, taken: Set<string>): string | null {
  const letters = lettersOf(outline, taken);
  const found = outline.states.find((state) => state.letters === letters);
  return found ? `This outcome is called “${found.label || found.name}”.` : null;
}

/** A name for an outcome that is shown. */
export function NameIt({ letters }: { letters: string }) {
  const [words, setWords] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const known = store.fitting.value;
  const why = store.locked.value ? `The model is read-only: ${store.locked.value}` : !known ? "The text is just being read: a moment" : null;
  if (words === null) return <Button why={why} onClick={() => setWords("")}>Name this outcome</Button>;
  const add = () => {
    const refused = !known ? "The text is just being read: a moment." : notAnOutcome(known, words);
    setWrong(refused);
    if (refused) return;
    change((now, text) => addState(text, now, nameFrom(words.trim().toLowerCase(), namesIn(now)), words.trim(), inOrder(now, takenIn(now, letters))));
    store.tell(`It is called “${words.trim()}” now; undo takes that back.`);
    setWords(null);
  };
  return (
    <form class="adder name-it" onSubmit={(event) => { event.preventDefault(); add(); }} onKeyDown={(event) => { if (event.key === "Escape") { event.stopPropagation(); setWords(null); setWrong(null); } }}>
      <input autofocus ref={(input) => input?.focus()} aria-label="Name of this outcome" placeholder="what people would call it" value={words} onInput={(event) => { setWrong(null); setWords(event.currentTarget.value); }} />
      <Button type="submit" why={words.trim() ? null : "Write its name first"}>Name it</Button>
      <Refused why={wrong} />
    </form>
  );
}
