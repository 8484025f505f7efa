// The first screen of an opened conflict: in one line, who would rather do what today; in one table, the
// outcomes people talk about; and what would make the selected one hold. Verdicts come with the answer, then
// the reasons, and last how sure it is.

import type { Asking } from "../answer/asking";
import { at, HOLDS, improvementsTold, useReasons, type Explanation, type StateReasons } from "../answer/reasons";
import { useRobustness } from "../answer/robust";
import { concepts as conceptsOf, today as todayOf, type NamedState } from "../answer/solution";
import { conceptAsks, conceptName, duration, joined, number, plural, STRENGTH, strength, withinSentence, type Strength } from "../answer/wording";
import { LISTED } from "../answer/live";
import { isEvents } from "../model/names";
import * as store from "../store";
import { Inquiry, PartyMark } from "../ui/parts";
import { specialists } from "../ui/specialists";
import { everybody, Outcomes, outcomes, unnamedShown } from "./outcomes";
import { Pictures } from "./pictures";
import { Doings } from "./reason";
import { WouldHold } from "./would_hold";

const REST = 12; // outcomes whose reasons are asked for besides today's
const QUIET = 600; // milliseconds without a new answer before variants are solved

export function AnswerScreen() {
  const { solution, conflict, table, took } = store.answer.value!;
  const today = todayOf(solution);
  const { today: here, named, unnamed } = outcomes();
  const limit = improvementsTold();
  // Today's reasons come first: they are what the reader waits for.
  const own = useReasons({ states: today ? [today.options] : [], limit });
  const rest = [...named, ...(unnamedShown() ? unnamed : [])].slice(0, REST).map((state) => state.options);
  const others = useReasons({ states: own.found || own.wrong || !today ? rest : [], limit });
  const small = table !== null && table.count <= LISTED && Boolean(store.session.value?.verbs.includes("robust"));
  const { found: robust, wrong: unsure, stopped: unsolved } = useRobustness(small && (others.found !== null || !rest.length), QUIET);
  const questions = conflict.about.filter((line) => line.trimEnd().endsWith("?"));
  const wrong = own.wrong ?? others.wrong;
  return (
    <div class="screen answer">
      <h1>{conflict.conflict}</h1>
      {questions.map((line) => <p class="about question" key={line}>{line}</p>)}
      <Today state={today} reasons={at(own.found, today?.options ?? null)} asking={own} />
      {wrong && <p class="problem" role="alert">{wrong.message}{wrong.help && <span class="help"> {wrong.help}</span>}</p>}
      <Outcomes reasons={[own.found, others.found].filter((one) => one !== null)} robust={robust} sure={small && !unsure && !unsolved} />
      <WouldHold today={here} named={named.length ? named : unnamed} robust={robust} large={!small} />
      {specialists.value && <Pictures />}
      <Marks />
      <p class="small">
        {conflict.about.filter((line) => !questions.includes(line)).join(" ")}{" "}
        {conflict.parties.slice(0, 8).map((party, index) => <span key={party.name} title={party.options.map((option) => option.label || option.name).join("\n")}><PartyMark at={index} /> ({isEvents(party) ? "events, nobody decides them" : plural(party.options.length, "choice")}) </span>)}
        {conflict.parties.length > 8 && `and ${conflict.parties.length - 8} more. `}
        {plural(conflict.parties.length, "party", "parties")}, {plural(store.wording.value!.options.length, "option")},{" "}
        {number(solution.states.feasible)} of {number(solution.states.all)} {solution.states.all === "1" ? "state" : "states"} can be. Answered in {duration(took)}.
        {solution.stopped && <b class="warn"> Not all was finished: {solution.stopped.message}.</b>}{" "}
        The model says what could hold if the parties mean what it says of them; it is no forecast.
      </p>
    </div>
  );
}

/** Today in one line: whether it holds, and who would rather do what. Never both that it holds and that somebody has a reason to leave. */
function Today({ state, reasons, asking }: { state: NamedState | null; reasons: StateReasons | null; asking: Asking<Explanation> }) {
  const { conflict, solution } = store.answer.value!;
  if (!state && conflict.statusQuo !== null) {
    return (
      <section class="card">
        <h2 id="today">Today cannot be</h2>
        <p>How things stand today is ruled out by the model: what it says can never be, is so today.</p>
        <Doings letters={conflict.statusQuo} />
      </section>
    );
  }
  if (!state) return <p class="lead">The model does not say how things stand today. Add a line such as <code>status quo none</code>, and this page tells whether today holds.</p>;
  const kind = strength(state.equilibrium);
  const holds = HOLDS[kind];
  // The verdicts show at once who leaves; for what, follows in the program's words.
  const leaving = holds === "itself" ? [] : conflict.parties.flatMap((party, at) => (HOLDS[strength(state.stable[party.name] ?? [])] === holds ? [at] : []));
  return (
    <section class={`today-line today-${kind}`}>
      <h2 id="today"><span aria-hidden="true">{STRENGTH[kind].mark}</span> {solution.stopped && kind === "not" ? "Not known: not all was finished." : reasons?.inShort ?? atOnce(kind, leaving)}</h2>
      {holds !== "itself" && <Inquiry what="asking for the reasons …" of={asking} />}
    </section>
  );
}

/** Until the reasons are there: who, as far as the verdicts say it. */
function atOnce(kind: Strength, leaving: number[]): string {
  const words = store.wording.value!;
  const { said, title, words: meaning } = STRENGTH[kind];
  if (kind === "nobody") return `Today ${title}: ${meaning}.`;
  const who = joined(everybody(leaving).map(({ entry, called }) => called ?? withinSentence(words.party(entry.party))));
  return who ? `Today ${said}: ${who} would rather leave it.` : `Today ${said}.`;
}

/** The marks of every screen in plain words, and for specialists the concepts behind them. */
function Marks() {
  const concepts = conceptsOf(store.answer.value!.solution);
  return (
    <>
      <ul class="legend" aria-label="What the marks mean">{(Object.keys(STRENGTH) as Strength[]).map((kind) => <li key={kind} class={`strength-${kind}`}>{STRENGTH[kind].mark} <b>{STRENGTH[kind].title}</b>: {STRENGTH[kind].words}</li>)}</ul>
      {specialists.value && (
        <dl class="glossary small">{concepts.map((concept) => <div key={concept}><dt>{conceptName(concept)}</dt><dd>{conceptAsks(concept)}</dd></div>)}</dl>
      )}
    </>
  );
}
