// What it takes: what the parties would have to want for a state to hold, nearest to what they said first; each way can be tried.

import * as api from "../api";
import { useAsked } from "../answer/asking";
import type { Stopped } from "../answer/solution";
import { conceptAsks, conceptName, ordinal, percent, plural } from "../answer/wording";
import type { OutlinePreference } from "../model/outline";
import { partyStatement } from "../model/place";
import { tiersOf, unvaried } from "../session/variation";
import * as store from "../store";
import { Button, Inquiry, PartyMark, Unfinished, Waiting } from "../ui/parts";
import { called, specialists, spokenOf, Verdict } from "../ui/specialists";
import { StatePicker } from "../ui/state_picker";
import { Said } from "../model/wish";
import { tryVariation } from "./whatif";

interface Change { party: string; change: string; of: string; position?: number; above?: string; against?: { source: string; words: string }[] }
interface Way { changes: Change[]; stable: string[] }
interface Least { party: string | null; concept: string; distance: number | null; searched: number; complete: boolean; count: string; ways: Way[] }
interface Condition { party: string; concept: string; stable: boolean; rankings: { share: number; meet?: string; all?: string } | null; notMet: number; clauses: number }
interface Inversion { stopped?: Stopped; states: { state: { options: string }; conditions: Condition[] }[]; least: Least[] }

export function InvertScreen() {
  const answer = store.answer.value!;
  const words = store.wording.value!;
  const concepts = Object.keys(answer.solution.equilibria);
  const letters = store.chosenLetters.value;
  const asked = store.chosenConcept.value ?? "nash";
  const concept = spokenOf(concepts).includes(asked) ? asked : "nash";
  const asking = useAsked<Inversion>(letters === null ? null : JSON.stringify([letters, concept]), async (text, tell, signal) => {
    const ran = await api.job<Inversion>({ verb: "invert", text, path: store.folder.peek(), args: ["--format", "json", "--state", letters!, "--concept", concept, "--timeout", "60s"] }, tell, signal);
    if (!ran.result) throw api.failed(ran);
    return ran.result;
  });
  const { found, wrong } = asking;

  if (!letters) return <Waiting what="There is no state to ask about." />;
  const least = found?.least[0];
  return (
    <div class="screen invert">
      <h1>What would it take?</h1>
      <p class="about">What the parties would have to want for a state to hold, and how far that is from what the model says they want.</p>
      <div class="bar">
        <StatePicker label="For" state={letters} onPick={(at) => store.choose(at)} />
        <label>to hold{specialists.value ? " under" : ""}{" "}
          <select value={concept} onChange={(event) => { store.chosenConcept.value = event.currentTarget.value; }}>{spokenOf(concepts).map((one) => <option key={one} value={one}>{called(one)}</option>)}</select>
        </label>
      </div>
      <p class="small">{specialists.value ? `${conceptName(concept)} asks of a state` : "That asks"}: {conceptAsks(concept)}</p>
      {store.stateAt(letters).equilibrium && <p>As written: <Verdict concepts={store.stateAt(letters).equilibrium!} of={concepts} /></p>}
      {wrong && <p class="problem" role="alert">{wrong.message}{wrong.help && <span class="help"> {wrong.help}</span>}</p>}
      <Inquiry what="looking for the smallest change …" of={asking} />
      {found && (
        <div class="two">
          <section aria-label="Smallest changes">
            <Unfinished stopped={found.stopped} />
            <h3>{least ? heading(least) : found.stopped ? "Not known: the search did not begin." : "It holds as written."}</h3>
            <Ways ways={least?.ways.filter((way) => way.changes.length > 0) ?? []} />
          </section>
          <section aria-label="Party by party">
            <h3>Party by party</h3>
            <table class="compare">
              <thead><tr><th>party</th><th>stays there</th><th>of all its possible rankings</th></tr></thead>
              <tbody>
                {found.states[0]?.conditions.filter((one) => one.concept === concept).map((one) => (
                  <tr key={one.party} class={one.stable ? "gained" : "lost"}>
                    <th scope="row"><PartyMark at={words.conflict.parties.findIndex((party) => party.name === one.party)} /></th>
                    <td>{one.stable ? "as it is" : `not: ${plural(one.notMet, "comparison")} of ${one.clauses} would have to turn`}</td>
                    <td>{one.rankings ? <><meter min={0} max={1} value={one.rankings.share} /> <span class="numbers">{percent(one.rankings.share)} %</span> would keep it there</> : "—"}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
      )}
    </div>
  );
}

const heading = (least: Least) =>
  least.distance === 0 ? "It holds as written."
    : least.ways.length ? `${plural(least.distance ?? 1, "change")} would do, in ${plural(least.count, "way")}`
      : `No ${plural(least.searched, "change")} of what is written would do${least.complete ? "" : " (as far as was searched)"}.`;

const SHOWN = 4; // ways at once

const againstIt = (change: Change) => change.against ?? partyStatement(change.party, change.of)?.because ?? [];

/** Ways in a line each: those first that contradict the fewest words cited, the rest folded. */
function Ways({ ways }: { ways: Way[] }) {
  const quotes = (way: Way) => way.changes.reduce((sum, change) => sum + againstIt(change).length, 0);
  const sorted = [...ways].sort((a, b) => quotes(a) - quotes(b));
  return (
    <>
      <ol class="ways-found">{sorted.slice(0, SHOWN).map((way, at) => <WayLine key={at} way={way} />)}</ol>
      {sorted.length > SHOWN && <details><summary>and {plural(sorted.length - SHOWN, "more way")}</summary><ol class="ways-found">{sorted.slice(SHOWN).map((way, at) => <WayLine key={at} way={way} />)}</ol></details>}
    </>
  );
}

function WayLine({ way }: { way: Way }) {
  const words = store.wording.value!;
  const attempt = attemptOf(way);
  const against = way.changes.flatMap(againstIt);
  return (
    <li>
      {way.changes.map((change, at) => <span key={at}>{at ? " and if " : "If "}<PartyMark within at={words.conflict.parties.findIndex((party) => party.name === change.party)} /> {told(change)}</span>)}{" "}
      <Button why={attempt ? null : "Change this in the text: it is more than leaving out, turning round or moving"} onClick={() => attempt && tryVariation(() => ({ ...unvaried(), off: new Set(attempt.off), opposed: new Set(attempt.opposed), orders: new Map(attempt.orders) }))}>Try it</Button>
      {against.length > 0
        ? <details class="small"><summary>{plural(against.length, "quotation")} against it</summary>{against.map(({ words }) => <p key={words}>“{words}”</p>)}</details>
        : <span class="small faint"> nothing is cited against it</span>}
    </li>
  );
}

/** A state that a ranking mentions by its number or its name. */
function stateCalled(mentioned: string): string {
  const { solution, conflict } = store.answer.value!;
  const words = store.wording.value!;
  const named = [...(conflict.states ?? []), ...conflict.named].find((state) => state.name === mentioned);
  const found = named ?? [...(solution.feasible ?? []), ...solution.named].find((state) => String(state.id) === mentioned);
  return found ? words.title({ ...store.stateAt(found.options), options: found.options }) : mentioned;
}

function told(change: Change) {
  const outline = store.outline.value?.outline ?? null;
  const said = (words: string) => <Said outline={outline} words={words} own={change.party} />;
  const of = said(change.of);
  const place = change.position ? <span class="faint"> ({ordinal(change.position)} in its list)</span> : null;
  if (change.change === "drop") return <>did not care for “{of}”{place}</>;
  if (change.change === "negate") return <>wanted the opposite of “{of}”{place}</>;
  if (change.change === "move") return change.above ? <>put {of}{place} just above {said(change.above)}</> : <>put {of}{place} last</>;
  if (change.change === "exchange") return <>ranked “{stateCalled(change.of)}” above “{stateCalled(change.above ?? "")}”</>;
  return <>{change.change} {of}{place}{change.above ? <> above {said(change.above)}</> : null}</>;
}

/** The way as something What if can try: statements left out, turned round or moved. */
function attemptOf(way: Way): { off: number[]; opposed: number[]; orders: [number, number[]][] } | null {
  const outline = store.fitting.value;
  if (!outline) return null;
  const [off, opposed]: [number[], number[]] = [[], []];
  const orders = new Map<number, number[]>();
  const plain = (words: string) => words.replace(/\s+/g, " ");
  for (const change of way.changes) {
    const party = outline.parties.find((one) => one.name === change.party || one.family === change.party);
    const preference: OutlinePreference | null | undefined = party?.preference;
    if (preference?.form === "rank" && change.change === "exchange" && change.position) {
      const order = orders.get(preference.range[0]) ?? preference.classes.map((_, k) => k + 1);
      const now = order.indexOf(change.position);
      if (now < 1) return null;
      order.splice(now - 1, 2, order[now]!, order[now - 1]!);
      orders.set(preference.range[0], order);
      continue;
    }
    if (!preference || preference.form !== "prefer") return null;
    const tiers = tiersOf(preference);
    const find = (words: string) => tiers.findIndex((tier) => tier.some((statement) => plain(statement.text) === plain(words)));
    const at = change.position ? change.position - 1 : find(change.of);
    if (at < 0 || !tiers[at]) return null;
    if (change.change === "drop" || change.change === "negate") (change.change === "drop" ? off : opposed).push(...tiers[at].filter((statement) => plain(statement.text) === plain(change.of)).map((statement) => statement.range[0]));
    else if (change.change === "move") {
      const order = (orders.get(preference.range[0]) ?? tiers.map((_, k) => k + 1)).filter((tier) => tier !== at + 1);
      const above = change.above ? find(change.above) : -1;
      if (change.above && above < 0) return null;
      order.splice(change.above ? order.indexOf(above + 1) : order.length, 0, at + 1);
      orders.set(preference.range[0], order);
    } else return null;
  }
  return { off, opposed, orders: [...orders] };
}
