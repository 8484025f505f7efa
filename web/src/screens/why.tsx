// Why a state holds for a party, or does not: `explain`'s own words. A line that speaks of a move lights it in the drawing, and the
// statement that makes it worth while in the model.

import { useEffect, useState } from "preact/hooks";
import { readExplanation, type ReasonLine } from "../answer/explanation";
import { ask } from "../answer/live";
import { problemOf } from "../answer/said";
import { conceptsOf, lettersOf } from "../answer/table";
import { reasonsToLeave } from "../answer/reasons";
import { conceptName, CONCEPTS, ordinal } from "../answer/wording";
import { Neighbourhood } from "../graph/neighbourhood_view";
import { deciding } from "../model/condition";
import { partyStatement } from "../model/place";
import * as store from "../store";
import { Badges, lights, PartyMark, StrengthMark, Waiting } from "../ui/parts";
import { StatePicker } from "../ui/state_picker";
import { Doings, ReasonWords } from "./answer";

export function WhyScreen() {
  const answer = store.answer.value!;
  const words = store.wording.value!;
  const row = store.chosenRow.value;
  const party = answer.conflict.parties.some((one) => one.name === store.chosenParty.value) ? store.chosenParty.value : null;
  const concept = store.chosenConcept.value;
  const [lines, setLines] = useState<ReasonLine[] | null>(null);
  const [wrong, setWrong] = useState<{ message: string; help: string } | null>(null);
  const letters = store.chosenLetters.value;

  useEffect(() => {
    if (!letters) return;
    const control = new AbortController();
    setWrong(null);
    setLines(null); // what stands there answers another question
    const args = ["--format", "text", "--state", letters, ...(party ? ["--party", party] : []), ...(concept ? ["--concept", concept] : [])];
    ask<never>("explain", args, control.signal, answer.text)
      .then((ran) => (ran.exit === 0 ? setLines(readExplanation(ran.text)) : setWrong(problemOf(ran.stderr))))
      .catch(store.fail);
    return () => control.abort();
  }, [letters, party, concept, answer.text]);

  if (!letters) return <Waiting what="There is no state to explain." />;
  if (row < 0) {
    return (
      <div class="screen why">
        <h2>{words.named(letters) ?? "Today"}</h2>
        <Doings letters={letters} />
        {wrong && <p class="problem" role="alert">{wrong.message}{wrong.help && <span class="help"> {wrong.help}</span>}</p>}
        {!lines && !wrong && <Waiting what="explaining …" />}
        {lines && <div class="lines">{lines.map((line, at) => <div key={at} class={`line line-${line.kind}`}><Parts text={line.text.trim()} /></div>)}</div>}
      </div>
    );
  }
  const concepts = conceptsOf(answer.table, answer.table.equilibria[row]!);
  const reasons = reasonsToLeave(answer.table, store.moves.value!, words, store.conditions.value!, row).filter((reason) => !party || answer.conflict.parties[reason.party]!.name === party);
  return (
    <div class="screen why">
      <div class="bar">
        <StatePicker label="Why does" row={row} onPick={(at) => store.choose(at)} />
        <label>hold for{" "}
          <select value={party ?? ""} onChange={(event) => { store.chosenParty.value = event.currentTarget.value || null; }}>
            <option value="">everyone</option>
            {answer.conflict.parties.map((one, at) => <option key={one.name} value={one.name}>{words.party(at)}</option>)}
          </select>
        </label>
        <label>under{" "}
          <select value={concept ?? ""} onChange={(event) => { store.chosenConcept.value = event.currentTarget.value || null; }}>
            <option value="">every concept</option>
            {answer.table.concepts.map((one) => <option key={one} value={one}>{conceptName(one)}</option>)}
          </select>
        </label>
      </div>
      {concept && <p class="about"><b>{conceptName(concept)}</b> asks: {CONCEPTS[concept]?.asks}</p>}
      <div class="two">
        <section aria-label="The reason" class="reason-text">
          <h2>{words.title(answer.table, row)} <StrengthMark concepts={concepts} /></h2>
          <Badges concepts={concepts} of={answer.table.concepts} />
          <Doings letters={letters} />
          <div class="party-tabs" role="group" aria-label="Stable for whom">
            {answer.conflict.parties.map((one, at) => {
              const stable = conceptsOf(answer.table, answer.table.stable[at]![row]!);
              return (
                <button type="button" key={one.name} class={`party-tab ${party === one.name ? "on" : ""}`} aria-pressed={party === one.name}
                  onClick={() => { store.chosenParty.value = party === one.name ? null : one.name; }}>
                  <PartyMark at={at} /> <span class="small">{stable.length === answer.table.concepts.length ? "stays" : stable.length === 0 ? "leaves" : "leaves, unless it fears answers"}</span>
                </button>
              );
            })}
          </div>
          {wrong && <p class="problem" role="alert">{wrong.message}{wrong.help && <span class="help"> {wrong.help}</span>}</p>}
          {reasons.map((reason) => <ReasonWords key={reason.party} row={row} reason={reason} />)}
          <h3>Step by step</h3>
          {!lines && !wrong && <Waiting what="explaining …" />}
          {lines && <Lines lines={lines} row={row} party={party} />}
        </section>
        <section aria-label="Its moves" class="reason-graph"><Neighbourhood narrow row={row} only={party ? answer.conflict.parties.findIndex((one) => one.name === party) : null} /></section>
      </div>
    </div>
  );
}

function Lines({ lines, row, party }: { lines: ReasonLine[]; row: number; party: string | null }) {
  const answer = store.answer.value!;
  const words = store.wording.value!;
  const rows = new Map<number, number>();
  answer.table.ids.forEach((id, at) => rows.set(id, at));
  let mover = party ? answer.conflict.parties.findIndex((one) => one.name === party) : -1;
  let begun = false; // what is above the first party's verdict stands on the page already
  return (
    <div class="lines">
      {lines.map((line, at) => {
        const named = answer.conflict.parties.findIndex((_, index) => line.text.startsWith(words.party(index) + ":") || line.text.startsWith(words.party(index) + " can improve"));
        if (named >= 0 && line.kind === "party") mover = named;
        begun ||= line.kind === "party" || line.kind === "improvement";
        if (!begun || line.kind === "blank") return null;
        const [from, to] = line.move ? [rows.get(line.move[0]), rows.get(line.move[1])] : [undefined, undefined];
        const move = from !== undefined && to !== undefined ? { from, to } : null;
        const why = move && line.kind === "improvement" && mover >= 0 ? deciding(store.conditions.value!, answer.conflict.parties[mover]!, lettersOf(answer.table, row), lettersOf(answer.table, move.to)) : null;
        const place = why ? partyStatement(answer.conflict.parties[mover]!.name, why.statements[0]!) : null;
        return (
          <div key={at} class={`line line-${line.kind} ${line.deters === true ? "deters" : line.deters === false ? "deters-not" : ""}`}
            {...(move ? { tabIndex: 0, ...lights(move, place?.range ?? null) } : {})}>
            {move && line.single ? <MoveWords from={move.from} to={move.to} places={line.kind === "improvement"} /> : <Parts text={line.text.trim()} />}
            {line.single && line.after && <div class="line-detail"><Parts text={line.after} /></div>}
            {why && <div class="decides">it wants <code>{why.statements[0]}</code>{place?.because[0] && <> — “{place.because[0].words}”</>}</div>}
          </div>
        );
      })}
    </div>
  );
}

/** One move in the conflict's own words, with the numbers by which the program tells it. */
function MoveWords({ from, to, places }: { from: number; to: number; places: boolean }) {
  const { table } = store.answer.value!;
  const words = store.wording.value!;
  const change = words.changes(lettersOf(table, from), lettersOf(table, to))[0];
  const party = change?.party ?? 0;
  const named = words.named(lettersOf(table, to));
  return (
    <>
      <PartyMark at={party} /> {change ? words.changeWords(change) : "moves"}
      {named && <>: <b>{named}</b></>}
      {places && <span class="soft"> · its {ordinal(table.places[party]![from]!)} → {ordinal(table.places[party]![to]!)} choice</span>}
      <span class="numbers"> {table.ids[from]} → {table.ids[to]}</span>
    </>
  );
}

/** What the program sets in columns: the words, and behind them what they count for. */
function Parts({ text }: { text: string }) {
  const [words, ...tags] = text.split(/ {2,}/);
  return <>{words}{tags.map((tag) => <span key={tag} class={`tag ${tag.startsWith("counts") ? "counts" : ""}`}>{tag}</span>)}</>;
}
