// What a party wants, in the form: wishes in their order, weights, a ranking.

import { signal } from "@preact/signals";
import { revealRange } from "../editor/editor";
import { change, changeWords } from "../session/changes";
import { stateWords, withWeight } from "../session/variation";
import * as store from "../store";
import { addStatement, moveStatement, removeLines, replace, setAside, type Edit } from "../text/edits";
import { Button, PartyMark } from "../ui/parts";
import { Field, Remove, useKeys } from "./field";
import { pieces, sayable } from "./labels";
import type { Outline, OutlineParty, OutlinePreference, Statement } from "./outline";
import { AddWish, Wish } from "./wish";

const dragged = signal<{ party: string; statement: Statement } | null>(null);

interface Props { party: OutlineParty; preference: OutlinePreference; outline: Outline }

/** A change of a statement, found by its words where the outline is newer than what is shown. */
const changeStatement = (party: OutlineParty, { text: words }: Statement, edits: (now: Statement, at: number, preference: OutlinePreference, text: string) => Edit[]) =>
  change((outline, text) => {
    const preference = outline.parties.find((one) => one.name === party.name)?.preference;
    const at = preference?.statements.findIndex((one) => one.text === words) ?? -1;
    return preference && at >= 0 ? edits(preference.statements[at]!, at, preference, text) : [];
  });

export function PreferenceForm({ party, preference, outline }: Props) {
  const at = outline.parties.indexOf(party);
  const title = party.family ?? (party.label || party.name);
  return (
    <fieldset class="tiers">
      <legend><PartyMark at={at}>{title}</PartyMark>{preference.form === "prefer" ? " wants" : preference.form === "rank" ? " ranks, best first" : " weighs"}</legend>
      {preference.form === "rank" ? <Ranking preference={preference} outline={outline} /> : preference.form === "weigh" ? <Weights preference={preference} outline={outline} own={party.name} /> : <Wishes party={party} preference={preference} outline={outline} title={title} />}
    </fieldset>
  );
}

function Ranking({ preference, outline }: { preference: OutlinePreference; outline: Outline }) {
  return (
    <>
      <ol class="ranking">{preference.classes.map((tied, at) => <li key={at}>{tied.map((one) => stateWords(outline, one.state)).join(" = ")}{preference.strongAfter?.includes(at + 1) && <em> strongly before those below</em>}</li>)}</ol>
      <Button class="quiet" onClick={() => { store.modelView.value = "text"; revealRange(preference.range); }}>Edit the ranking in the text</Button>
    </>
  );
}

function Weights({ preference, outline, own }: { preference: OutlinePreference; outline: Outline; own: string }) {
  const all = sayable(outline);
  const keys = useKeys(preference.weights.map((weight) => weight.option));
  return (
    <ul class="lines">
      {preference.weights.map((weight, at) => {
        const said = pieces(weight.option, all, own).map((one) => one.words).join("");
        return (
          <li key={keys[at]}>
            <span class="grow" title={weight.option}>{said}</span>
            <Field code say={`weight of ${said}`} value={weight.weight} onSet={(value) => changeWords(weight.range, (text, range) => replace(range, withWeight(text.slice(...range), weight.weight, value)))} />
          </li>
        );
      })}
    </ul>
  );
}

function Wishes({ party, preference, outline, title }: Props & { title: string }) {
  const keys = useKeys(preference.statements.map((statement) => statement.text));
  const last = preference.statements.length - 1;
  const move = (statement: Statement, by: number) => changeStatement(party, statement, (_, at, now, text) => moveStatement(text, now, at, at + by));
  const moveTo = (statement: Statement, target: Statement) =>
    changeStatement(party, statement, (_, at, now, text) => moveStatement(text, now, at, now.statements.findIndex((one) => one.text === target.text)));
  return (
    <>
      <ol>
        {preference.statements.map((statement, position) => (
          <li key={keys[position]} draggable onDragStart={() => { dragged.value = { party: party.name, statement }; }} onDragOver={(event) => { if (dragged.value?.party === party.name) event.preventDefault(); }}
            onDrop={() => { if (dragged.value?.party === party.name) moveTo(dragged.value.statement, statement); }}
            onKeyDown={(event) => { if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) { event.preventDefault(); move(statement, event.key === "ArrowUp" ? -1 : 1); } }}
            onMouseEnter={() => { store.litRange.value = statement.range; }} onMouseLeave={() => { store.litRange.value = null; }}>
            <span class="grip" aria-hidden="true">⠿</span>
            {statement.mark && <em>{statement.mark}</em>}
            <Wish outline={outline} say={`wish ${position + 1} of ${title}`} value={statement.text} own={party.name} onSet={(value) => changeWords(statement.range, (_, range) => replace(range, value))} />
            {statement.because.length > 0 && <span class="cited" title={statement.because.map((because) => `“${because.words}”`).join("\n")} aria-label={`${statement.because.length} citations`}>❝</span>}
            <span class="arrows">
              <button type="button" class="arrow" aria-label={`“${statement.text}” more important`} aria-disabled={position === 0 || undefined} onClick={() => move(statement, -1)}>↑</button>
              <button type="button" class="arrow" aria-label={`“${statement.text}” less important`} aria-disabled={position === last || undefined} onClick={() => move(statement, 1)}>↓</button>
              <button type="button" class="arrow" aria-label={`Set “${statement.text}” aside`} title="Set aside: it becomes a comment" onClick={() => changeStatement(party, statement, (now, _, __, text) => setAside(text, now.lineRange))}>#</button>
              <Remove what={statement.text} onRemove={() => changeStatement(party, statement, (now, _, __, text) => removeLines(text, now.lineRange))} />
            </span>
          </li>
        ))}
      </ol>
      <AddWish outline={outline} onAdd={(words) => change((now, text) => { const there = now.parties.find((one) => one.name === party.name); return there ? addStatement(text, there, words) : []; })} />
    </>
  );
}
