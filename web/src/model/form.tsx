// The model as a form. It edits the same text, by ranges: whatever is not touched, comments included, stays as it was written.

import { useEffect, useState } from "preact/hooks";
import { change, changeWords, settled } from "../session/changes";
import { preferencesOf } from "../session/variation";
import * as store from "../store";
import { addConstraint, addOption, addParty, addStatement, nameFrom, quoted, removeLines, replace, setDirection, setLabel, type Edit } from "../text/edits";
import { removal, type Removal } from "../text/removal";
import { Button, GLYPHS, PartyMark } from "../ui/parts";
import type { Direction } from "./conflict";
import { Adder, Field, Remove, useKeys } from "./field";
import { choicesOf, namesIn, notAChoice, notAParty, wishless } from "./names";
import type { Outline, OutlineOption, OutlineParty } from "./outline";
import { OutcomesForm } from "./outcomes_form";
import { PreferenceForm } from "./preference_form";
import { AddWish, Wish } from "./wish";

const partyOf = (outline: Outline, { name }: OutlineParty) => outline.parties.find((one) => one.name === name);
/** A change of something that a party has, as long as there is that party. */
const changeOf = (party: OutlineParty, edits: (now: OutlineParty, outline: Outline, text: string) => Edit[]) =>
  change((outline, text) => { const now = partyOf(outline, party); return now ? edits(now, outline, text) : []; });
const optionOf = (party: OutlineParty, { name }: OutlineOption) => party.options.find((one) => one.name === name);

export function Form() {
  const known = store.outline.value;
  if (!known) return <p class="waiting">The form is shown as soon as the text can be read.</p>;
  // If the text is ahead of the outline, the form is a moment old: its changes look for their places again.
  const fresh = known.text === store.text.value;
  const { outline } = known;
  return (
    <div class={`form ${fresh ? "" : "behind"}`} aria-busy={!fresh}>
      {store.errors.value.length > 0 && <p class="small warn">The text has a mistake (below); what could be read of it is shown.</p>}
      {outline.title && <label class="field">Conflict <Field value={outline.title.text} say="title" onSet={(value) => changeWords(outline.title!.range, (text, range) => replace(range, text[range[0]] === '"' ? quoted(value) : `conflict ${quoted(value)}`))} /></label>}
      <h3>Who, and what each can do</h3>
      {outline.parties.map((party, at) => <PartyForm key={party.name} party={party} at={at} outline={outline} />)}
      <Adder placeholder="a new party, e.g. The neighbours" button="Add party" refuse={(words) => notAParty(outline, words)} onAdd={(words) => change((now, text) => addParty(text, now, nameFrom(words, namesIn(now)), words))} />
      <h3>What can be</h3>
      <Constraints outline={outline} />
      <Adder code placeholder="never a and b · always a or b · exactly one of a, b" button="Add" onAdd={(words) => change((now, text) => addConstraint(text, now, words))} />
      <StatusQuo outline={outline} />
      <h3>Outcomes people speak of</h3>
      <OutcomesForm outline={outline} />
      <h3>What each wants, most important first</h3>
      {preferencesOf(outline).map(({ party, preference }) => <PreferenceForm key={party.name} party={party} preference={preference} outline={outline} />)}
      {outline.parties.filter((party) => !party.preference).map((party) => (
        <fieldset class="tiers" key={party.name}><legend><PartyMark at={outline.parties.indexOf(party)}>{party.label || party.name}</PartyMark></legend>
          <p class="small faint">{wishless(party).replace(/^\p{L}/u, (letter) => letter.toUpperCase())}.</p>
          <AddWish outline={outline} own={party.name} onAdd={(words) => changeOf(party, (now, _, text) => addStatement(text, now, words))} />
        </fieldset>
      ))}
    </div>
  );
}

const DIRECTIONS: Record<Direction, string> = { both: "can be taken back", irrevocable: "cannot be taken back", unresumable: "cannot be taken up again" };

function Constraints({ outline }: { outline: Outline }) {
  const keys = useKeys(outline.constraints.map((constraint) => constraint.text));
  return (
    <ul class="lines">
      {outline.constraints.map((constraint, at) => (
        <li key={keys[at]}>
          <Wish outline={outline} value={constraint.text} say="constraint" own="" onSet={(value) => changeWords(constraint.range, (_, range) => replace(range, value))} />
          <Remove what={constraint.text} onRemove={() => change((now, text) => now.constraints.filter((one) => one.text === constraint.text).slice(0, 1).flatMap((one) => removeLines(text, one.lineRange)))} />
        </li>
      ))}
    </ul>
  );
}

/** What happens to the lines that mention a removed option. */
function Removing({ found, label, onRemove, onDone }: { found: Removal; label: string; onRemove: (which: "all" | "alone") => void; onDone: () => void }) {
  const go = (which: "all" | "alone") => () => { onRemove(which); onDone(); };
  return (
    <li class="problem removing" role="alert">
      <span>“{label}” is mentioned in {found.mentions.length === 1 ? "one other line" : `${found.mentions.length} other lines`}: <code>{found.mentions.slice(0, 4).join(" · ")}{found.mentions.length > 4 ? " …" : ""}</code></span>
      <span class="actions"><Button onClick={go("all")}>Remove those, too</Button> <Button onClick={go("alone")}>Remove the choice alone</Button> <Button onClick={onDone}>Keep it</Button></span>
    </li>
  );
}

function PartyForm({ party, at, outline }: { party: OutlineParty; at: number; outline: Outline }) {
  const [removing, setRemoving] = useState<{ option: string; found: Removal } | null>(null);
  const remove = (option: OutlineOption, which: "all" | "alone") => changeOf(party, (now, all, text) => {
    const there = optionOf(now, option);
    return there ? removal(text, all, now, there)[which] : [];
  });
  const ask = (option: OutlineOption) => {
    const found = removal(store.outline.value!.text, outline, party, option);
    if (found.mentions.length) setRemoving({ option: option.name, found });
    else remove(option, "alone");
  };
  return (
    <fieldset class={`tiers party-${at % 8}`}>
      <legend>
        <span class={`glyph party party-${at % 8}`} aria-hidden="true">{GLYPHS[at % 8]}</span>
        <Field say={`label of ${party.name}`} refuse={(words) => notAParty(outline, words, party.name)} value={party.label || party.name} onSet={(value) => changeWords(party.nameRange, (text, range) => setLabel(text, range, value))} />
        {party.family && <span class="small faint">one of {party.family}; its choices are those of all of them</span>}
      </legend>
      <ul class="lines">
        {party.options.flatMap((option) => [
          <li key={option.name}>
            <Field say={`label of ${option.name}`} refuse={(words) => notAChoice(party, words, option.name)} value={option.label || option.name} onSet={(value) => changeWords(option.nameRange, (text, range) => setLabel(text, range, value))} />
            <select aria-label={`whether ${option.label || option.name} can be taken back`} value={option.direction} onChange={(event) => { const direction = event.currentTarget.value as Direction; changeWords(option.nameRange, (text, range) => setDirection(text, range, direction)); }}>
              {Object.entries(DIRECTIONS).map(([direction, says]) => <option key={direction} value={direction}>{says}</option>)}
            </select>
            <Remove what={option.label || option.name} onRemove={() => ask(option)} />
          </li>,
          removing?.option === option.name && <Removing key={`${option.name}?`} found={removing.found} label={option.label || option.name} onRemove={(which) => remove(option, which)} onDone={() => setRemoving(null)} />,
        ])}
      </ul>
      <Adder placeholder="a new choice, e.g. Go to court" button="Add choice" refuse={(words) => notAChoice(party, words)} onAdd={(words) => changeOf(party, (now, all, text) => addOption(text, now, nameFrom(words.toLowerCase(), namesIn(all)), words))} />
    </fieldset>
  );
}

/** The choices by the shortest name the language has for each, and which of them are taken today. */
function takenToday(outline: Outline): { names: string[]; taken: Set<string> } {
  const said = new Set(outline.statusQuo?.options.map((one) => one.option) ?? []);
  const all = choicesOf(outline);
  return { names: all.map(({ name }) => name), taken: new Set(all.filter(({ name, full }) => said.has(name) || said.has(full)).map(({ name }) => name)) };
}

/** Takes a choice up today, or drops it. */
const turnToday = (name: string) => change((outline, text) => {
  const { names, taken } = takenToday(outline);
  const words = `status quo ${names.filter((one) => (one === name) !== taken.has(one)).join(", ") || "none"}`;
  return outline.statusQuo ? replace(outline.statusQuo.range, words) : addConstraint(text, outline, words);
});

function StatusQuo({ outline }: { outline: Outline }) {
  const { names, taken } = takenToday(outline);
  const [turned, setTurned] = useState(new Set<string>()); // and not outlined yet
  useEffect(() => { if (settled.value) setTurned(new Set()); }, [settled.value]);
  const turn = (name: string) => {
    setTurned((all) => new Set(all.has(name) ? [...all].filter((one) => one !== name) : [...all, name]));
    turnToday(name);
  };
  let next = 0;
  return (
    <fieldset class="tiers">
      <legend>What is done today</legend>
      <ul class="inline">
        {outline.parties.flatMap((party, at) => party.options.map((option) => {
          const name = names[next++]!;
          return <li key={name}><label><input type="checkbox" checked={taken.has(name) !== turned.has(name)} onChange={() => turn(name)} /> <span class={`glyph party party-${at % 8}`} aria-hidden="true">{GLYPHS[at % 8]}</span> {option.label || option.name}</label></li>;
        }))}
      </ul>
    </fieldset>
  );
}
