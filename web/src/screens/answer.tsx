// The first screen of an opened conflict, in plain words: does today hold, for whom not and why; what can hold, and how far;
// what to click next. Verdicts come with the answer, reasons are asked for and follow.

import { at, shown, useReasons, type Holds, type PartyReasons, type StateReasons, type Told } from "../answer/reasons";
import { concepts as conceptsOf, today as todayOf, type NamedState, type StateRef } from "../answer/solution";
import { CONCEPTS, joined, number, ordinal, plural, STRENGTH, strength, type Strength } from "../answer/wording";
import { partyStatement } from "../model/place";
import * as store from "../store";
import { Badges, Button, lights, PartyMark, StrengthMark, Waiting } from "../ui/parts";
import { goal } from "./paths";
import { tryIrrevocable } from "./whatif";

const ORDER: Strength[] = ["nobody", "would", "could", "not"];
const SHOWN = 4; // states told of each strength
const FALLING = 12; // named states told that do not hold

interface Kind { kind: Strength; count: bigint; states: StateRef[] }

/** What holds, by how far; today's state is told apart. */
function kinds(): Kind[] {
  const { solution } = store.answer.value!;
  const today = todayOf(solution);
  const named = new Set(solution.named.map((state) => state.options));
  return ORDER.slice(0, 3).flatMap((kind) => {
    const groups = solution.groups.filter((group) => strength(group.equilibrium) === kind);
    const own = today && strength(today.equilibrium) === kind ? 1n : 0n;
    const count = groups.reduce((sum, group) => sum + BigInt(group.count), 0n) - own;
    if (count <= 0n) return [];
    const states = groups.flatMap((group) => group.examples).filter((state) => state.options !== today?.options);
    const people = states.filter((state) => named.has(state.options));
    const rest = kind === "could" && people.length ? [] : states.filter((state) => !named.has(state.options));
    return [{ kind, count, states: [...people, ...rest].slice(0, SHOWN) }];
  });
}

const falling = () => store.answer.value!.solution.named.filter((state) => !state.today && state.equilibrium.length === 0).slice(0, FALLING);

export function AnswerScreen() {
  const { solution, conflict, took } = store.answer.value!;
  const today = todayOf(solution);
  const holding = kinds();
  const others = falling();
  // Today's reasons first: they are what one waits for.
  const own = useReasons({ states: today ? [today.options] : [], limit: 3 });
  const rest = [...holding.flatMap((one) => one.states), ...others].map((state) => state.options);
  const reasons = useReasons({ states: own.found || own.wrong || !today ? [...new Set(rest)] : [], limit: 2 });
  return (
    <div class="screen answer">
      <h1>{conflict.conflict}</h1>
      {conflict.about.map((line) => <p class="about" key={line}>{line}</p>)}
      <Parties />
      <Today state={today} reasons={at(own.found, today?.options ?? null)} waiting={!own.wrong} />
      {own.wrong && <p class="problem" role="alert">{own.wrong.message}{own.wrong.help && <span class="help"> {own.wrong.help}</span>}</p>}
      <WhatHolds kinds={holding} reasonsOf={(state) => at(reasons.found, state)} />
      <Falling states={others} reasonsOf={(state) => at(reasons.found, state)} />
      {reasons.wrong && <p class="problem" role="alert">{reasons.wrong.message}</p>}
      <p class="small">
        {plural(conflict.parties.length, "party", "parties")}, {plural(store.wording.value!.options.length, "option")},{" "}
        {number(solution.states.feasible)} of {number(solution.states.all)} states can be. Answered in {Math.round(took)} ms.
        {solution.stopped && <b class="warn"> Not all was finished: {solution.stopped.message}.</b>}{" "}
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

const HOLDS: Record<Strength, Holds> = { nobody: "itself", would: "answers", could: "fear", not: "not" };

/** Those whose standing is that of the state: who leaves it, or is held back from leaving. */
const leavers = (state: StateReasons, holds: Holds) => (holds === "itself" ? [] : state.parties.filter((party) => party.stays === holds));

/** One sentence that never says both that today holds and that somebody has a reason to leave. */
function because(holds: Holds, names: string[]): string {
  const who = joined(names);
  const [has, would] = [names.length === 1 ? "has" : "have", names.length === 1 ? "it" : "each"];
  if (holds === "itself") return "Nobody can do better by moving.";
  if (!names.length) return "";
  if (holds === "answers") return `${who} would gain by moving, but ${would} would be answered.`;
  if (holds === "fear") return `${who} ${has} a reason to leave; only fear of what others could do holds it together.`;
  return `${who} ${has} a reason to leave.`;
}

function Today({ state, reasons, waiting }: { state: NamedState | null; reasons: StateReasons | null; waiting: boolean }) {
  const words = store.wording.value!;
  const { conflict, solution } = store.answer.value!;
  if (!state && conflict.statusQuo !== null) {
    return (
      <section class="card">
        <h2>Today</h2>
        <p>How things stand today is ruled out by the model: what it says can never be, is so today.</p>
        <Doings letters={conflict.statusQuo} />
      </section>
    );
  }
  if (!state) {
    return (
      <section class="card">
        <h2>Today</h2>
        <p>The model does not say how things stand today. Add a line such as <code>status quo none</code>, and this page tells whether today holds.</p>
      </section>
    );
  }
  const kind = strength(state.equilibrium);
  const holds = HOLDS[kind];
  const verdict: Record<Strength, string> = {
    nobody: "Today holds.", would: "Today can hold.", could: "Today does not hold by itself.", not: "Today does not hold.",
  };
  // Who leaves is known from the verdicts at once; why follows.
  const bySet = conflict.parties.filter((party) => HOLDS[strength(state.stable[party.name] ?? [])] === holds);
  const named = holds === "itself" ? [] : bySet.map((party) => words.party(words.at(party.name)));
  const told = reasons ? leavers(reasons, holds).filter((party) => shown(party)) : [];
  return (
    <section class={`card today today-${kind}`} aria-labelledby="today">
      <p class="kicker">Today{words.named(state.options) ? `: ${words.title(state)}` : ""}</p>
      <h2 id="today">{verdict[kind]} <span class="verdict-for">{solution.stopped && kind === "not" ? "As far as was finished." : because(holds, named)}</span></h2>
      <Badges concepts={state.equilibrium} of={conceptsOf(solution)} />
      <Doings letters={state.options} />
      {!reasons && waiting && holds !== "itself" && <Waiting what="asking for the reasons …" />}
      {told.map((party) => <ReasonWords key={party.party} state={reasons!} party={party} />)}
      <div class="actions">
        {told[0] && (
          <Button class="primary" onClick={() => { store.chosenParty.value = told[0]!.party; store.choose(state.options, "why"); }}>
            {holds === "answers" ? `What holds ${words.party(words.at(told[0].party))} back` : `Why ${words.party(words.at(told[0].party))} would leave`}
          </Button>
        )}
        {!told[0] && <Button class="primary" onClick={() => { store.chosenParty.value = null; store.choose(state.options, "why"); }}>Does today hold, and why?</Button>}
        <Button onClick={() => { goal.value = ""; store.show("paths"); }}>Where can it go from here?</Button>
        <Button onClick={() => store.choose(state.options, "graph")}>See the moves</Button>
      </div>
    </section>
  );
}

/** The improvement that shows how a party stands, and what keeps it from that. */
export function ReasonWords({ state, party }: { state: StateReasons; party: PartyReasons }) {
  const words = store.wording.value!;
  const told = shown(party)!;
  const named = words.named(told.to.options);
  const statement = told.wish ? partyStatement(party.party, told.wish.words) : null;
  const cited = told.wish?.because[0];
  return (
    <div class="reason" tabIndex={0} {...lights({ from: state.state.options, to: told.to.options }, statement?.range ?? null)}>
      <p>
        <PartyMark at={words.at(party.party)} /> would gain if it were to {told.act}
        {named ? <>: <button type="button" class="link" onClick={() => store.choose(told.to.options, "why")}>{named}</button></> : null}.
        {told.places && ` That is its ${place(told.places[1])} choice; ${state.today ? "today" : "this"} is its ${place(told.places[0])}.`}
        {party.improvements !== "1" ? ` (${number(party.improvements)} moves would improve matters for it.)` : ""}
      </p>
      {told.deterrence && <p>{told.deterrence}</p>}
      {told.wish && (
        <p class="small">
          It wants <code>{told.wish.words}</code>
          {cited ? <> because “{cited.words}”</> : <span class="faint"> (nothing is cited for this)</span>}
        </p>
      )}
    </div>
  );
}

const place = (at: number | string) => (typeof at === "number" ? ordinal(at) : `${number(at)}th`);

function WhatHolds({ kinds, reasonsOf }: { kinds: Kind[]; reasonsOf: (letters: string) => StateReasons | null }) {
  const { solution } = store.answer.value!;
  const concepts = conceptsOf(solution);
  const today = todayOf(solution);
  return (
    <section aria-labelledby="holds">
      <h2 id="holds">What can hold</h2>
      <details class="glossary small">
        <summary>What do {concepts.map((concept) => CONCEPTS[concept]?.name ?? concept).join(", ")} mean?</summary>
        <p>Five ways to ask whether a state holds; they differ in how far the parties look ahead. A state holds under one of them if, for every party:</p>
        <dl>{concepts.map((concept) => <div key={concept}><dt>{CONCEPTS[concept]?.name}</dt><dd>{CONCEPTS[concept]?.asks}</dd></div>)}</dl>
      </details>
      {kinds.length === 0 && <p>{solution.stopped ? `Not known: ${solution.stopped.message}.` : today?.equilibrium.length ? "Nothing but today." : "Nothing: from every state somebody has a reason to leave."}</p>}
      {kinds.map(({ kind, count, states }) => (
        <div key={kind} class="holds">
          <h3><span aria-hidden="true">{STRENGTH[kind].mark}</span> {STRENGTH[kind].title} <span class="faint">— {STRENGTH[kind].words}</span></h3>
          <ul class="cards">{states.map((state) => <StateCard key={state.options} state={state} kind={kind} reasons={reasonsOf(state.options)} />)}</ul>
          {count > BigInt(states.length) && <Button class="quiet" onClick={() => store.show("states")}>{number(String(count - BigInt(states.length)))} more {count - BigInt(states.length) === 1n ? "state" : "states"} of this kind</Button>}
        </div>
      ))}
    </section>
  );
}

function StateCard({ state, kind, reasons }: { state: StateRef; kind: Strength; reasons: StateReasons | null }) {
  const words = store.wording.value!;
  const today = store.today.value;
  const party = reasons ? (leavers(reasons, HOLDS[kind])[0] ?? null) : null;
  const told = party && shown(party);
  return (
    <li class="card state">
      <h4>{words.title(state)}</h4>
      <Badges concepts={store.stateAt(state.options).equilibrium ?? []} of={conceptsOf(store.answer.value!.solution)} />
      {today && <p class="kicker">what is different from today</p>}
      <Doings letters={state.options} before={today} />
      {party && told && <p class="small"><PartyMark at={words.at(party.party)} /> would gain if it were to {told.act}. {told.deterrence}</p>}
      <div class="actions">
        <Button onClick={() => { store.chosenParty.value = party?.party ?? null; store.choose(state.options, "why"); }}>{kind === "could" ? "Why" : "Why it holds"}</Button>
        <Button onClick={() => { goal.value = state.options; store.show("paths"); }}>How to get there</Button>
        <Binding party={party} told={told} />
      </div>
    </li>
  );
}

/** Where somebody leaves by taking one thing back: what if that could not be taken back? */
function Binding({ party, told }: { party: PartyReasons | null; told: Told | null }) {
  const words = store.wording.value!;
  if (!party || !told) return null;
  const option = told.drops.map((name) => words.option(name, party.party)).find((one) => one?.direction === "both");
  if (!option) return null;
  return <Button onClick={() => tryIrrevocable(party.party, option.name)}>What if {words.party(option.party)} could not take back “{option.label}”?</Button>;
}

function Falling({ states, reasonsOf }: { states: NamedState[]; reasonsOf: (letters: string) => StateReasons | null }) {
  const words = store.wording.value!;
  if (!states.length) return null;
  return (
    <section aria-labelledby="not">
      <h2 id="not">What cannot</h2>
      <ul class="cards">
        {states.map((state) => {
          const reasons = reasonsOf(state.options);
          const party = reasons ? (leavers(reasons, "not")[0] ?? null) : null;
          const told = party && shown(party);
          return (
            <li class="card state" key={state.options}>
              <h4>{words.title(state)} <StrengthMark concepts={[]} /></h4>
              {party && told && <p><PartyMark at={words.at(party.party)} /> leaves: it would {told.act}{words.named(told.to.options) ? ` (${words.named(told.to.options)})` : ""}.</p>}
              <div class="actions">
                <Button onClick={() => { store.chosenParty.value = party?.party ?? null; store.choose(state.options, "why"); }}>Why</Button>
                <Binding party={party} told={told} />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
