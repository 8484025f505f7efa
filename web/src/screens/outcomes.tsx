// The outcomes people talk about, one row each: whether it holds, who leaves and for what, how sure that is.
// Today comes first, framed; the last row opens those without a name. A row opens its reason in place.

import { Fragment } from "preact";
import { answerNow } from "../answer/live";
import { at, HOLDS, leavers, shown, type Explanation, type Leaving, type StateReasons } from "../answer/reasons";
import { ofState, type Robustness } from "../answer/robust";
import { concepts as conceptsOf, type StateRef } from "../answer/solution";
import { beginning, GROUPS, joined, number, STRENGTH, strength, withinSentence, type Strength } from "../answer/wording";
import { together } from "../answer/together";
import { Neighbourhood } from "../graph/neighbourhood_view";
import * as store from "../store";
import { Button, PartyMark, Waiting } from "../ui/parts";
import { rememberSpecialists, specialists, Verdict } from "../ui/specialists";
import { NameIt } from "../model/outcomes_form";
import { Doings, ReasonWords } from "./reason";
import { goal } from "./paths";
import { playFrom } from "./play";
import { tryIrrevocable } from "./whatif";

export interface Outcome extends StateRef { equilibrium: string[]; stable?: Record<string, string[]> }

const NAMED = 7; // rows of named outcomes besides today's, before one asks for more
const UNNAMED = 8;

const opened = store.stateOfDocument();
const more = store.ofDocument<{ named: boolean; unnamed: boolean | null }>({ named: false, unnamed: null });

function setSpecialists(on: boolean) {
  rememberSpecialists(on);
  if (!on && store.alsoUnder.value) {
    store.alsoUnder.value = "";
    void answerNow();
  }
}

/** Which further concepts are solved; what a conflict cannot have is said. */
function AlsoUnder() {
  const chosen = GROUPS.find(({ key }) => key === store.alsoUnder.value);
  const solution = store.answer.value?.solution;
  const choose = (key: string) => {
    store.alsoUnder.value = key;
    void answerNow();
  };
  return (
    <label class="small">
      also under{" "}
      <select value={store.alsoUnder.value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">no others</option>
        {GROUPS.map(({ key, words }) => <option key={key} value={key}>{words}</option>)}
      </select>
      {chosen && solution && !store.running.value && !solution.equilibria[chosen.has] && ` This conflict cannot have them: “stasis help ${chosen.has}” tells what they need.`}
    </label>
  );
}

/** Opens the reason of an outcome in its row; null: of none. */
export function openOutcome(letters: string | null) {
  opened.value = letters;
}

/** Today's, the named ones and unnamed ones that hold, in the program's order. */
export function outcomes(): { today: Outcome | null; named: Outcome[]; unnamed: Outcome[]; unnamedCount: bigint; unnamedHolding: bigint } {
  const { solution } = store.answer.value!;
  const order = solution.outcomes;
  const of = (letters: string | null) => solution.named.find((state) => state.options === letters) ?? null;
  return {
    today: order ? of(order.today) : null, named: (order?.named ?? []).flatMap((letters) => of(letters) ?? []), unnamed: order?.unnamed ?? [],
    unnamedCount: BigInt(order?.unnamedCount ?? 0), unnamedHolding: BigInt(order?.unnamedHolding ?? 0),
  };
}

/** Whether the outcomes that nobody named are shown: as somebody chose, else where few have a name. */
export const unnamedShown = () => more.value.unnamed ?? (store.answer.value!.solution.outcomes?.unnamedShown ?? 0) > 0;

interface TableProps { reasons: Explanation[]; robust: Robustness | null; sure: boolean }

export function Outcomes({ reasons, robust, sure }: TableProps) {
  const { solution } = store.answer.value!;
  const { today, named, unnamed, unnamedCount, unnamedHolding } = outcomes();
  const rows = more.value.named ? named : named.slice(0, NAMED);
  const open = unnamedShown();
  const beside = more.value.unnamed ? UNNAMED : (solution.outcomes?.unnamedShown ?? 0);
  const row = (state: Outcome) => <Row key={state.options} state={state} reasons={reasonsAt(reasons, state.options)} robust={robust} sure={sure} />;
  return (
    <section aria-label="What can come of it, and whether it holds">
      <div class="wide-table"><table class="outcomes">
        <thead><tr><th scope="col">outcome</th><th scope="col">does it hold?</th><th scope="col">who would leave, and for what</th>{sure && <th scope="col" title="in how many variants of the model, each with one line changed, it holds at least as firmly, or falls as well">how sure</th>}</tr></thead>
        <tbody>
          {today && row(today)}
          {rows.map(row)}
          {named.length > rows.length && <tr class="more"><td colSpan={4}><Button class="quiet" onClick={() => { more.value = { ...more.value, named: true }; }}>and {named.length - rows.length} more with a name</Button></td></tr>}
          {unnamedCount > 0n && (
            <tr class="more"><td colSpan={4}>
              <Button class="quiet" aria-expanded={open} why={unnamedHolding > 0n ? null : "None of them holds"} onClick={() => { more.value = { ...more.value, unnamed: !open || (more.value.unnamed === null && unnamed.length > beside) }; }}>
                {open && unnamedHolding > 0n ? "▾" : "▸"} and {number(String(unnamedCount))} {unnamedCount === 1n ? "outcome" : "outcomes"} nobody named: {unnamedHolding > 0n ? `${number(String(unnamedHolding))} can hold` : solution.stopped ? "not all was finished" : "none holds"}
              </Button>
            </td></tr>
          )}
          {open && unnamed.slice(0, beside).map(row)}
        </tbody>
      </table></div>
      <label class="small"><input type="checkbox" checked={specialists.value} onChange={(event) => setSpecialists(event.currentTarget.checked)} /> names of the solution concepts</label>
      {specialists.value && <AlsoUnder />}
      {open && more.value.unnamed && unnamedHolding > BigInt(Math.min(UNNAMED, unnamed.length)) && <Button class="quiet" onClick={() => store.show("states")}>All of them under States</Button>}
    </section>
  );
}

const reasonsAt = (all: Explanation[], letters: string): StateReasons | null => all.map((one) => at(one, letters)).find((one) => one !== null) ?? null;

function Row({ state, reasons, robust, sure }: { state: Outcome; reasons: StateReasons | null; robust: Robustness | null; sure: boolean }) {
  const words = store.wording.value!;
  const kind = strength(state.equilibrium);
  const today = state.options === store.today.value;
  const shownHere = opened.value === state.options;
  const name = words.inWordsOrToday(state);
  return (
    <>
      <tr class={`${today ? "today-row" : ""} ${shownHere ? "open" : ""}`} data-state={state.options}>
        <th scope="row"><button type="button" class="link" aria-expanded={shownHere} onClick={() => { opened.value = shownHere ? null : state.options; }}><span aria-hidden="true">{shownHere ? "▾" : "▸"}</span> {name}</button><Apart state={state} /></th>
        <td><Verdict concepts={state.equilibrium} of={conceptsOf(store.answer.value!.solution)} /></td>
        <td><Leaver state={state} kind={kind} reasons={reasons} /></td>
        {sure && <td class="numbers"><Sure state={state} kind={kind} robust={robust} /></td>}
      </tr>
      {shownHere && <tr class="opened"><td colSpan={sure ? 4 : 3}><Opened state={state} kind={kind} reasons={reasons} /></td></tr>}
    </>
  );
}

/** What is done in an outcome whose name is only its place in a list. */
function Apart({ state }: { state: Outcome }) {
  const words = store.wording.value!;
  return /^s?\d+$/.test(words.title(state)) ? <div class="small faint apart">{words.doneWords(state.options)}</div> : null;
}

/** Everybody who leaves, and for what the first of them does, in the program's words; until the reasons are there, who by the verdicts. */
function Leaver({ state, kind, reasons }: { state: Outcome; kind: Strength; reasons: StateReasons | null }) {
  const words = store.wording.value!;
  if (kind === "nobody") return <span class="faint">{STRENGTH[kind].words}</span>;
  const told: Leaving[] = reasons?.leaving ?? everybody(words.conflict.parties.flatMap((one, at) => (state.stable && HOLDS[strength(state.stable[one.name] ?? [])] === HOLDS[kind] ? [at] : [])))
    .map(({ entry, called }) => ({ parties: [words.conflict.parties[entry.party]!.name], called: called ?? withinSentence(words.party(entry.party)), does: MOVES[kind], acts: false }));
  if (!told.length) return <span class="faint">…</span>;
  const [first, ...rest] = told;
  const { acts } = first!;
  const alike = acts ? rest : told;
  const party = (one: Leaving, begins: boolean) => <PartyMark at={words.at(one.parties[0]!)}>{begins ? beginning(one.called) : one.called}</PartyMark>;
  return (
    <>
      {acts && <>{party(first!, true)} {first!.does}{first!.little && <span class="faint"> (a little better)</span>}{alike.length > 0 && "; "}</>}
      {alike.map((one, k) => <Fragment key={one.called}>{k === 0 ? "" : k + 1 === alike.length ? " and " : ", "}{party(one, !acts && k === 0)}</Fragment>)}{alike.length > 0 && ` ${alike.at(-1)!.does}`}
    </>
  );
}

/** Who does not stay by itself: would go, or might, but for the answers of others. */
const MOVES: Record<Strength, "would" | "might"> = { nobody: "might", would: "might", could: "might", not: "would" };

/** Parties, members of a family together. */
export const everybody = (parties: number[]) => together(store.wording.value!.conflict, parties.map((party) => ({ party })), () => "");

function Sure({ state, kind, robust }: { state: Outcome; kind: Strength; robust: Robustness | null }) {
  const same = ofState(robust, state.options)?.sureIn;
  if (!robust) return <span class="faint" title="being worked out">…</span>;
  if (same === undefined) return <>–</>;
  return <span title={`in ${same} of ${robust.solved} variants of the model, each with one line changed, it ${kind === "not" ? "falls as well" : "holds at least as firmly"}`}>{same} of {robust.solved}</span>;
}

/** The reason in place: a sentence, the quoted words, the moves drawn. */
function Opened({ state, kind, reasons }: { state: Outcome; kind: Strength; reasons: StateReasons | null }) {
  const words = store.wording.value!;
  const all = reasons ? leavers(reasons, HOLDS[kind]).filter((party) => shown(party)) : [];
  const first = all[0];
  const told = first && shown(first);
  const option = told?.drops.map((name) => words.option(name, first!.party)).find((one) => one?.direction === "both");
  const ask = (screen: store.Screen) => { store.chosenParty.value = first?.party ?? null; store.choose(state.options, screen); };
  return (
    <div class={told ? "in-place" : ""}>
      <div>
        <Doings letters={state.options} before={state.options === store.today.value ? null : store.today.value} />
        {kind === "nobody" && <p>Nobody would gain by acting alone.</p>}
        {kind !== "nobody" && !reasons && <Waiting what="asking for the reasons …" />}
        {all.slice(0, 3).map((party) => <ReasonWords key={party.party} state={reasons!} party={party} />)}
        {all.length > 3 && <p class="small">So it is with {joined(all.slice(3, 9).map((party) => words.party(words.at(party.party))))}{all.length > 9 ? ` and ${all.length - 9} more` : ""}.</p>}
        {reasons?.story.unfinished && <p class="warn">{reasons.story.unfinished}</p>}
        <div class="actions">
          <Button onClick={() => ask("why")}>{kind === "not" || kind === "could" ? "Why, step by step" : "Why it holds"}</Button>
          <Button onClick={() => { goal.value = state.options === store.today.value ? "" : state.options; store.show("paths"); }}>{state.options === store.today.value ? "Where can it go from here?" : "How to get there"}</Button>
          <Button onClick={() => playFrom(state.options)}>Play on from here</Button>
          {words.named(state.options) === null && <NameIt letters={state.options} />}
          {option && <Button onClick={() => tryIrrevocable(first!.party, option.name)}>What if {withinSentence(words.party(option.party))} could not take back “{option.label}”?</Button>}
        </div>
      </div>
      {told && <div class="row-drawing"><Neighbourhood narrow state={state.options} only={words.at(first.party)} told={told.to.options} /></div>}
    </div>
  );
}
