// What a party wants, in the form: wishes in their order, weights, a ranking.

import { revealRange } from "../editor/editor";
import { change, changeWords } from "../session/changes";
import { stateWords, withWeight } from "../session/variation";
import * as store from "../store";
import { addStatement, moveStatement, removeLines, replace, setAside, type Edit } from "../text/edits";
import { Ordered } from "../ui/ordered";
import { Button, PartyMark } from "../ui/parts";
import { Field, Remove, useKeys } from "./field";
import { pieces, sayable } from "./labels";
import type { Outline, OutlineParty, OutlinePreference, Statement } from "./outline";
import { AddWish, Wish } from "./wish";

interface Props { party: OutlineParty; preference: OutlinePreference; outline: Outline }

/** A change of a statement, found by its words if the outline is newer than what is shown. */
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
      <legend><PartyMark at={at}>{title}</PartyMark>{preference.form === "prefer" ? " would like" : preference.form === "rank" ? ": best first" : ": how much each counts"}</legend>
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
  /** One step is a step in the newest outline, so that quick presses add up; a drag ends at the wish it was dropped on. */
  const move = (from: number, to: number) => {
    const target = preference.statements[to]!.text;
    const step = Math.abs(to - from) === 1 ? to - from : 0;
    changeStatement(party, preference.statements[from]!, (_, at, now, text) => moveStatement(text, now, at, step ? at + step : now.statements.findIndex((one) => one.text === target)));
  };
  return (
    <>
      <ol>
        {preference.statements.map((statement, position) => (
          <Ordered key={keys[position]} list={party.name} position={position} length={preference.statements.length} up={`“${statement.text}” more important`} down={`“${statement.text}” less important`}
            onMove={move} onHover={(over) => { store.litRange.value = over ? statement.range : null; }}
            buttons={<>
              <button type="button" class="arrow" aria-label={`Set “${statement.text}” aside`} title="Set aside: it becomes a comment" onClick={() => changeStatement(party, statement, (now, _, __, text) => setAside(text, now.lineRange))}>#</button>
              <Remove what={statement.text} onRemove={() => changeStatement(party, statement, (now, _, __, text) => removeLines(text, now.lineRange))} />
            </>}>
            {statement.mark && <em>{statement.mark}</em>}
            <Wish outline={outline} say={`wish ${position + 1} of ${title}`} value={statement.text} own={party.name} onSet={(value) => changeWords(statement.range, (_, range) => replace(range, value))} />
            {statement.because.length > 0 && <span class="cited" title={statement.because.map((because) => `“${because.words}”`).join("\n")} aria-label={`${statement.because.length} citations`}>❝</span>}
          </Ordered>
        ))}
      </ol>
      <AddWish outline={outline} own={party.name} onAdd={(words) => change((now, text) => { const there = now.parties.find((one) => one.name === party.name); return there ? addStatement(text, there, words) : []; })} />
    </>
  );
}
