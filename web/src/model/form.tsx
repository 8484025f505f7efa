// The model as a form. It edits the same text, by ranges: whatever is not touched, comments included, stays as it was written.

import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { edit, revealRange } from "../editor/editor";
import { RESERVED } from "../editor/language";
import { preferencesOf } from "../session/variation";
import * as store from "../store";
import { addConstraint, addOption, addParty, addStatement, moveStatement, nameFrom, quoted, removeLines, replace, setAside, setDirection, setLabel, type Edit } from "../text/edits";
import { removal, type Removal } from "../text/removal";
import { Button, GLYPHS, PartyMark } from "../ui/parts";
import type { Direction } from "./conflict";
import { AddWish, Wish } from "./wish";
import type { Outline, OutlineOption, OutlineParty, OutlinePreference } from "./outline";

/** Every name there is, and every word that is none. */
const namesIn = (outline: Outline) => [
  ...outline.parties.flatMap((party) => [party.name, ...(party.family ? [party.family] : []), ...party.options.map((option) => option.name)]),
  ...outline.defines.map((define) => define.name), ...outline.states.map((state) => state.name), ...outline.sources.map((source) => source.name), ...RESERVED,
];
const text = () => store.text.value;
const doEdit = (edits: Edit[]) => edit(edits);

export function Form() {
  const known = store.outline.value;
  if (!known) return <p class="waiting">The form is shown as soon as the text can be read.</p>;
  // While the text is ahead of the outline, ranges would hit the wrong words: the form waits a moment.
  const fresh = known.text === store.text.value;
  const { outline } = known;
  return (
    <div class={`form ${fresh ? "" : "behind"}`} aria-busy={!fresh}>
      {store.errors.value.length > 0 && <p class="small warn">The text has a mistake (below); what could be read of it is shown.</p>}
      {outline.title && <label class="field">Conflict <Field value={outline.title.text} say="title" onSet={(value) => doEdit(replace(outline.title!.range, /^"/.test(text().slice(outline.title!.range[0])) ? quoted(value) : `conflict ${quoted(value)}`))} /></label>}
      <h3>Who, and what each can do</h3>
      {outline.parties.map((party, at) => <PartyForm key={party.name} party={party} at={at} outline={outline} />)}
      <Adder placeholder="a new party, e.g. The neighbours" button="Add party" onAdd={(words) => doEdit(addParty(text(), outline, nameFrom(words, namesIn(outline)), words))} />
      <h3>What can be</h3>
      <ul class="lines">
        {outline.constraints.map((constraint) => (
          <li key={constraint.range[0]}>
            <Field value={constraint.text} code say="constraint" onSet={(value) => doEdit(replace(constraint.range, value))} />
            <Remove what={constraint.text} onRemove={() => doEdit(removeLines(text(), constraint.lineRange))} />
          </li>
        ))}
      </ul>
      <Adder code placeholder="never a and b · always a or b · exactly one of a, b" button="Add" onAdd={(words) => doEdit(addConstraint(text(), outline, words))} />
      <StatusQuo outline={outline} />
      <h3>What each wants, most important first</h3>
      {preferencesOf(outline).map(({ party, preference }) => <PreferenceForm key={preference.range[0]} party={party} preference={preference} outline={outline} />)}
      {outline.parties.filter((party) => !party.preference).map((party) => (
        <fieldset class="tiers" key={party.name}><legend><PartyMark at={outline.parties.indexOf(party)}>{party.label || party.name}</PartyMark> is indifferent</legend>
          <AddWish outline={outline} onAdd={(words) => doEdit(addStatement(text(), party, words))} />
        </fieldset>
      ))}
    </div>
  );
}

interface FieldProps { value: string; onSet: (value: string) => void; code?: boolean; say: string }

/** A word or line edited in place: Enter or leaving takes it, Escape leaves it as it was. */
function Field({ value, onSet, code, say }: FieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const take = () => {
    if (draft !== null && draft !== value && draft.trim()) onSet(draft.trim());
    setDraft(null);
  };
  return (
    <input class={code ? "code" : ""} aria-label={say} value={draft ?? value} onInput={(event) => setDraft(event.currentTarget.value)} onBlur={take}
      onKeyDown={(event) => { if (event.key === "Enter") take(); else if (event.key === "Escape") { event.stopPropagation(); setDraft(null); } }} />
  );
}

function Adder({ placeholder, button, onAdd, code }: { placeholder: string; button: string; onAdd: (words: string) => void; code?: boolean }) {
  const [words, setWords] = useState("");
  const add = () => {
    if (!words.trim()) return;
    onAdd(words.trim());
    setWords("");
  };
  return (
    <form class="adder" onSubmit={(event) => { event.preventDefault(); add(); }}>
      <input class={code ? "code" : ""} aria-label={button} placeholder={placeholder} value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      <Button type="submit" why={words.trim() ? null : "Write something first"}>{button}</Button>
    </form>
  );
}

const Remove = ({ what, onRemove }: { what: string; onRemove: () => void }) => (
  <button type="button" class="arrow" aria-label={`Remove ${what}`} title="Remove (undo brings it back)" onClick={onRemove}>✕</button>
);

const DIRECTIONS: Record<Direction, string> = { both: "can be taken back", irrevocable: "cannot be taken back", unresumable: "cannot be taken up again" };

/** A choice that other lines speak of: what becomes of them. */
function Removing({ found, label, onDone }: { found: Removal; label: string; onDone: () => void }) {
  const go = (edits: Edit[]) => () => { doEdit(edits); onDone(); };
  return (
    <li class="problem removing" role="alert">
      <span>“{label}” is mentioned in {found.mentions.length === 1 ? "one other line" : `${found.mentions.length} other lines`}: <code>{found.mentions.slice(0, 4).join(" · ")}{found.mentions.length > 4 ? " …" : ""}</code></span>
      <span class="actions"><Button onClick={go(found.all)}>Remove those, too</Button> <Button onClick={go(found.alone)}>Remove the choice alone</Button> <Button onClick={onDone}>Keep it</Button></span>
    </li>
  );
}

function PartyForm({ party, at, outline }: { party: OutlineParty; at: number; outline: Outline }) {
  const [removing, setRemoving] = useState<{ option: string; found: Removal } | null>(null);
  const remove = (option: OutlineOption) => {
    const found = removal(text(), outline, party, option);
    if (found.mentions.length) setRemoving({ option: option.name, found });
    else doEdit(found.alone);
  };
  return (
    <fieldset class={`tiers party-${at % 8}`}>
      <legend>
        <span class={`glyph party party-${at % 8}`} aria-hidden="true">{GLYPHS[at % 8]}</span>
        <Field say={`label of ${party.name}`} value={party.label || party.name} onSet={(value) => doEdit(setLabel(party.nameRange, party.labelRange, value))} />
        {party.family && <span class="small faint">one of {party.family}; its choices are those of all of them</span>}
      </legend>
      <ul class="lines">
        {party.options.flatMap((option) => [
          <li key={option.name}>
            <Field say={`label of ${option.name}`} value={option.label || option.name} onSet={(value) => doEdit(setLabel(option.nameRange, option.labelRange, value))} />
            <select aria-label={`whether ${option.label || option.name} can be taken back`} value={option.direction} onChange={(event) => doEdit(setDirection(option, event.currentTarget.value as Direction))}>
              {Object.entries(DIRECTIONS).map(([direction, says]) => <option key={direction} value={direction}>{says}</option>)}
            </select>
            <Remove what={option.label || option.name} onRemove={() => remove(option)} />
          </li>,
          removing?.option === option.name && <Removing key={`${option.name}?`} found={removing.found} label={option.label || option.name} onDone={() => setRemoving(null)} />,
        ])}
      </ul>
      <Adder placeholder="a new choice, e.g. Go to court" button="Add choice" onAdd={(words) => doEdit(addOption(text(), party, nameFrom(words.toLowerCase(), namesIn(outline)), words))} />
    </fieldset>
  );
}

function StatusQuo({ outline }: { outline: Outline }) {
  const taken = new Set(outline.statusQuo?.options.map((one) => one.option) ?? []);
  const counts = new Map<string, number>();
  for (const party of outline.parties) for (const option of party.options) counts.set(option.name, (counts.get(option.name) ?? 0) + 1);
  const full = (party: OutlineParty, name: string) => (counts.get(name) === 1 ? name : `${party.name}.${name}`);
  const set = (names: string[]) => {
    const words = `status quo ${names.join(", ") || "none"}`;
    if (outline.statusQuo) doEdit(replace(outline.statusQuo.range, words));
    else doEdit(addConstraint(text(), outline, words));
  };
  const all = outline.parties.flatMap((party) => party.options.map((option) => full(party, option.name)));
  return (
    <fieldset class="tiers">
      <legend>What is done today</legend>
      <ul class="inline">
        {outline.parties.flatMap((party, at) => party.options.map((option) => {
          const name = full(party, option.name);
          const on = taken.has(name) || taken.has(`${party.name}.${option.name}`);
          const now = all.filter((other) => (other === name ? !on : taken.has(other) || outline.statusQuo?.options.some((one) => one.option === other)));
          return <li key={name}><label><input type="checkbox" checked={on} onChange={() => set(now)} /> <span class={`glyph party party-${at % 8}`} aria-hidden="true">{GLYPHS[at % 8]}</span> {option.label || option.name}</label></li>;
        }))}
      </ul>
    </fieldset>
  );
}

const dragged = signal<{ key: number; position: number } | null>(null);

function PreferenceForm({ party, preference, outline }: { party: OutlineParty; preference: OutlinePreference; outline: Outline }) {
  const at = outline.parties.indexOf(party);
  const key = preference.range[0];
  const move = (from: number, to: number) => doEdit(moveStatement(text(), preference, from, to));
  const title = party.family ?? (party.label || party.name);
  if (preference.form !== "prefer") {
    return (
      <fieldset class="tiers"><legend><PartyMark at={at}>{title}</PartyMark></legend>
        {preference.form === "rank"
          ? <p class="code">{preference.classes.map((tied) => tied.map((one) => one.state).join(" ~ ")).join(" > ")}</p>
          : <ul class="lines">{preference.weights.map((weight) => <li key={weight.range[0]}><code>{weight.option}</code> <Field code say={`weight of ${weight.option}`} value={weight.weight} onSet={(value) => doEdit(replace(weight.range, `${weight.option} ${value}`))} /></li>)}</ul>}
        {preference.form === "rank" && <Button class="quiet" onClick={() => { store.modelView.value = "text"; revealRange(preference.range); }}>Edit the ranking in the text</Button>}
      </fieldset>
    );
  }
  return (
    <fieldset class="tiers">
      <legend><PartyMark at={at}>{title}</PartyMark> wants</legend>
      <ol>
        {preference.statements.map((statement, position) => (
          <li key={statement.range[0]} draggable onDragStart={() => { dragged.value = { key, position }; }} onDragOver={(event) => { if (dragged.value?.key === key) event.preventDefault(); }}
            onDrop={() => { if (dragged.value?.key === key) move(dragged.value.position, position); }}
            onKeyDown={(event) => { if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) { event.preventDefault(); move(position, position + (event.key === "ArrowUp" ? -1 : 1)); } }}
            onMouseEnter={() => { store.litRange.value = statement.range; }} onMouseLeave={() => { store.litRange.value = null; }}>
            <span class="grip" aria-hidden="true">⠿</span>
            <Wish outline={outline} say={`wish ${position + 1} of ${title}`} value={statement.text} own={party.name} onSet={(value) => doEdit(replace(statement.range, value))} />
            {statement.because.length > 0 && <span class="cited" title={statement.because.map((because) => `“${because.words}”`).join("\n")} aria-label={`${statement.because.length} citations`}>❝</span>}
            <span class="arrows">
              <button type="button" class="arrow" aria-label={`“${statement.text}” more important`} aria-disabled={position === 0 || undefined} onClick={() => move(position, position - 1)}>↑</button>
              <button type="button" class="arrow" aria-label={`“${statement.text}” less important`} aria-disabled={position === preference.statements.length - 1 || undefined} onClick={() => move(position, position + 1)}>↓</button>
              <button type="button" class="arrow" aria-label={`Set “${statement.text}” aside`} title="Set aside: it becomes a comment" onClick={() => doEdit(setAside(text(), statement.lineRange))}>#</button>
              <Remove what={statement.text} onRemove={() => doEdit(removeLines(text(), statement.lineRange))} />
            </span>
          </li>
        ))}
      </ol>
      <AddWish outline={outline} onAdd={(words) => doEdit(addStatement(text(), party, words))} />
    </fieldset>
  );
}
