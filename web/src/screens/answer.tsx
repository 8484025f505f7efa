// The first screen of an opened conflict, in plain words: does today hold, for whom not and why; what can hold, and how far;
// what to click next.

import { conceptsOf, lettersOf } from "../answer/table";
import { deterrence, reasonsToLeave, type Reason } from "../answer/reasons";
import { CONCEPTS, joined, number, ordinal, plural, STRENGTH, strength, type Strength } from "../answer/wording";
import { partyStatement } from "../model/place";
import * as store from "../store";
import { Badges, Button, lights, PartyMark, StrengthMark } from "../ui/parts";
import { goal } from "./paths";
import { tryIrrevocable } from "./whatif";

const ORDER: Strength[] = ["nobody", "would", "could", "not"];
const SHOWN = 4; // states told of each strength

export function AnswerScreen() {
  const answer = store.answer.value!;
  const { table, conflict, large } = answer;
  return (
    <div class="screen answer">
      <h1>{conflict.conflict}</h1>
      {conflict.about.map((line) => <p class="about" key={line}>{line}</p>)}
      <Parties />
      <Today />
      <WhatHolds />
      <Named />
      <p class="small">
        {plural(conflict.parties.length, "party", "parties")}, {plural(table.optionCount, "option")},{" "}
        {number(large?.feasible ?? table.count)} of {number(2 ** table.optionCount)} states can be. Answered in {Math.round(answer.took)} ms.
        The model says what could hold if the parties mean what it says of them; it is no forecast.
      </p>
    </div>
  );
}

function Parties() {
  const { conflict } = store.answer.value!;
  return (
    <ul class="parties" aria-label="The parties and what each can do">
      {conflict.parties.map((party, at) => (
        <li key={party.name} title={party.options.map((option) => option.label || option.name).join("\n")}>
          <PartyMark at={at} /> <span class="faint">{plural(party.options.length, "choice")}</span>
        </li>
      ))}
    </ul>
  );
}

/** Two or three lists of what the parties do in a state. */
export function Doings({ letters, before }: { letters: string; before?: string | null }) {
  const words = store.wording.value!;
  if (before && before !== letters) {
    return (
      <ul class="doings">
        {words.changes(before, letters).map((change) => (
          <li key={change.party}><PartyMark at={change.party} /> {words.changeWords(change)}</li>
        ))}
      </ul>
    );
  }
  const done = words.done(letters);
  return (
    <ul class="doings">
      {done.length === 0 && <li class="faint">nobody does anything</li>}
      {done.map(({ party, does }) => <li key={party}><PartyMark at={party} /> {does.join(" · ")}</li>)}
    </ul>
  );
}

function Today() {
  const { table } = store.answer.value!;
  const words = store.wording.value!;
  const row = store.todayRow.value;
  const { conflict, large } = store.answer.value!;
  if (row < 0 && conflict.statusQuo !== null) {
    return (
      <section class="card">
        <h2>Today</h2>
        <p>{large ? `This conflict has ${number(large.feasible)} states: whether today holds is told when asked.` : "Today is not among the states listed."}</p>
        <Doings letters={conflict.statusQuo} />
        <div class="actions">
          <Button class="primary" onClick={() => { store.chosen.value = null; store.chosenParty.value = null; store.show("why"); }}>Does today hold, and why?</Button>
          <Button onClick={() => { goal.value = ""; store.show("paths"); }}>Where can it go from here?</Button>
        </div>
      </section>
    );
  }
  if (row < 0) {
    return (
      <section class="card">
        <h2>Today</h2>
        <p>The model does not say how things stand today. Add a line such as <code>status quo none</code>, and this page tells whether today holds.</p>
      </section>
    );
  }
  const concepts = conceptsOf(table, table.equilibria[row]!);
  const kind = strength(concepts);
  const reasons = reasonsToLeave(table, store.moves.value!, words, store.conditions.value!, row);
  const verdict: Record<Strength, string> = {
    nobody: "Today holds.", would: "Today can hold.", could: "Today does not hold by itself.", not: "Today does not hold.",
  };
  const leavers = reasons.filter((reason) => reason.stable.length < table.concepts.length);
  return (
    <section class={`card today today-${kind}`} aria-labelledby="today">
      <p class="kicker">Today{words.named(lettersOf(table, row)) ? `: ${words.title(table, row)}` : ""}</p>
      <h2 id="today">
        {verdict[kind]}{" "}
        <span class="verdict-for">
          {leavers.length === 0 ? "Nobody can do better by moving." : `${joined(leavers.map((reason) => words.party(reason.party)))} ${leavers.length === 1 ? "has" : "have"} a reason to leave${kind === "could" ? "; only fear of what others could do holds it together" : ""}.`}
        </span>
      </h2>
      <Badges concepts={concepts} of={table.concepts} />
      <Doings letters={lettersOf(table, row)} />
      {leavers.map((reason) => <ReasonWords key={reason.party} row={row} reason={reason} />)}
      <div class="actions">
        {leavers.length > 0 && (
          <Button class="primary" onClick={() => { store.chosenParty.value = words.conflict.parties[leavers[0]!.party]!.name; store.choose(row, "why"); }}>
            Why {words.party(leavers[0]!.party)} would leave
          </Button>
        )}
        <Button onClick={() => { goal.value = ""; store.show("paths"); }}>Where can it go from here?</Button>
        <Button onClick={() => store.choose(row, "graph")}>See the moves</Button>
      </div>
    </section>
  );
}

export function ReasonWords({ row, reason }: { row: number; reason: Reason }) {
  const { table } = store.answer.value!;
  const words = store.wording.value!;
  const name = words.party(reason.party);
  const named = words.named(lettersOf(table, reason.to));
  const [before, after] = reason.places.map(ordinal);
  const statement = reason.deciding?.statements[0];
  const place = statement ? partyStatement(words.conflict.parties[reason.party]!.name, statement) : null;
  return (
    <div class="reason" tabIndex={0} {...lights({ from: row, to: reason.to }, place?.range ?? null)}>
      <p>
        <PartyMark at={reason.party} /> does better if it {reason.change}
        {named ? <>: <button type="button" class="link" onClick={() => store.choose(reason.to, "why")}>{named}</button></> : null}. That is its {after} choice; {row === store.todayRow.value ? "today" : "this"} is its {before}.
        {reason.improvements > 1 ? ` (${reason.improvements} moves would improve matters for it; this is the best.)` : ""}
      </p>
      <p>{deterrence(reason, name)}</p>
      {statement && (
        <p class="small">
          It wants <code>{statement}</code>
          {place?.because[0] ? <> because “{place.because[0].words}”</> : <span class="faint"> (nothing is cited for this)</span>}
        </p>
      )}
    </div>
  );
}

function WhatHolds() {
  const { table, large } = store.answer.value!;
  const groups = new Map<Strength, number[]>(ORDER.map((kind) => [kind, []]));
  for (let row = 0; row < table.count; row++) if (table.equilibria[row] && row !== store.todayRow.value) groups.get(strength(conceptsOf(table, table.equilibria[row]!)))!.push(row);
  const found = ORDER.slice(0, 3).filter((kind) => groups.get(kind)!.length);
  const fullness = (row: number) => conceptsOf(table, table.equilibria[row]!).length + (table.labels.has(row) ? 0.5 : 0);
  return (
    <section aria-labelledby="holds">
      <h2 id="holds">What can hold</h2>
      <details class="glossary small">
        <summary>What do {table.concepts.map((concept) => CONCEPTS[concept]?.name ?? concept).join(", ")} mean?</summary>
        <p>Five ways to ask whether a state holds; they differ in how far the parties look ahead. A state holds under one of them if, for every party:</p>
        <dl>{table.concepts.map((concept) => <div key={concept}><dt>{CONCEPTS[concept]?.name}</dt><dd>{CONCEPTS[concept]?.asks}</dd></div>)}</dl>
      </details>
      {large && <p>Of {number(large.feasible)} states the first {number(table.count)} are listed here; in all there are {Object.entries(large.equilibria).map(([concept, set]) => `${number(set.count)} under ${concept.toUpperCase()}`).join(", ")}.</p>}
      {found.length === 0 && <p>{store.todayRow.value >= 0 && table.equilibria[store.todayRow.value] ? "Nothing but today." : "Nothing: from every state somebody has a reason to leave."}</p>}
      {found.map((kind) => {
        const rows = groups.get(kind)!.sort((a, b) => fullness(b) - fullness(a) || a - b);
        const named = kind === "could" ? rows.filter((row) => table.labels.has(row)) : rows;
        const shown = (named.length ? named : rows).slice(0, SHOWN);
        return (
          <div key={kind} class="holds">
            <h3><span aria-hidden="true">{STRENGTH[kind].mark}</span> {STRENGTH[kind].title} <span class="faint">— {STRENGTH[kind].words}</span></h3>
            <ul class="cards">{shown.map((row) => <StateCard key={row} row={row} />)}</ul>
            {rows.length > shown.length && <Button class="quiet" onClick={() => store.show("states")}>{plural(rows.length - shown.length, "more state")} of this kind</Button>}
          </div>
        );
      })}
    </section>
  );
}

function StateCard({ row }: { row: number }) {
  const { table } = store.answer.value!;
  const words = store.wording.value!;
  const today = store.todayRow.value;
  const letters = lettersOf(table, row);
  const before = today >= 0 ? lettersOf(table, today) : null;
  const reasons = reasonsToLeave(table, store.moves.value!, words, store.conditions.value!, row);
  const leaver = reasons.find((reason) => reason.stable.length < table.concepts.length) ?? null;
  return (
    <li class="card state">
      <h4>{words.title(table, row)}</h4>
      <Badges concepts={conceptsOf(table, table.equilibria[row]!)} of={table.concepts} />
      {before && <p class="kicker">what is different from today</p>}
      <Doings letters={letters} before={before} />
      {leaver && <p class="small"><PartyMark at={leaver.party} /> would do better if it {leaver.change}. {deterrence(leaver, words.party(leaver.party))}</p>}
      <div class="actions">
        <Button onClick={() => { store.chosenParty.value = leaver ? words.conflict.parties[leaver.party]!.name : null; store.choose(row, "why"); }}>{leaver ? "Why" : "Why it holds"}</Button>
        <Button onClick={() => { goal.value = letters; store.show("paths"); }}>How to get there</Button>
        <Binding row={row} reason={leaver} />
      </div>
    </li>
  );
}

/** Where somebody leaves by taking one thing back: what if that could not be taken back? */
function Binding({ row, reason }: { row: number; reason: Reason | null }) {
  const { table } = store.answer.value!;
  const words = store.wording.value!;
  if (!reason) return null;
  const [here, there] = [lettersOf(table, row), lettersOf(table, reason.to)];
  const dropped = words.options.findIndex((option, at) => option.party === reason.party && option.direction === "both" && here[at] === "Y" && there[at] === "N");
  if (dropped < 0) return null;
  const option = words.options[dropped]!;
  const party = words.conflict.parties[option.party]!;
  return <Button onClick={() => tryIrrevocable(party.name, option.name)}>What if “{option.label}” could not be taken back?</Button>;
}

function Named() {
  const { table } = store.answer.value!;
  const words = store.wording.value!;
  const rows: number[] = [];
  for (let row = 0; row < table.count && rows.length < 12; row++)
    if (!table.equilibria[row] && row !== store.todayRow.value && words.named(lettersOf(table, row))) rows.push(row);
  if (!rows.length) return null;
  return (
    <section aria-labelledby="not">
      <h2 id="not">What cannot</h2>
      <ul class="cards">
        {rows.map((row) => {
          const reasons = reasonsToLeave(table, store.moves.value!, words, store.conditions.value!, row);
          const free = reasons.filter((reason) => reason.stable.length === 0);
          const leaver = free[0] ?? reasons[0] ?? null;
          return (
            <li class="card state" key={row}>
              <h4>{words.title(table, row)} <StrengthMark concepts={[]} /></h4>
              {leaver && <p><PartyMark at={leaver.party} /> leaves: it {leaver.change}{words.named(lettersOf(table, leaver.to)) ? ` (${words.named(lettersOf(table, leaver.to))})` : ""}.</p>}
              <div class="actions">
                <Button onClick={() => { store.chosenParty.value = leaver ? words.conflict.parties[leaver.party]!.name : null; store.choose(row, "why"); }}>Why</Button>
                <Binding row={row} reason={leaver} />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
