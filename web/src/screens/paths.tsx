// Paths: how to get from today to what can hold, or to a goal, and who must give way on it.

import * as api from "../api";
import { useAsked } from "../answer/asking";
import type { StateRef, Stopped } from "../answer/solution";
import { joined, ordinal, plural } from "../answer/wording";
import * as store from "../store";
import { usePrinting } from "../ui/virtual_list";
import { Button, Inquiry, lights, PartyMark, Unfinished } from "../ui/parts";
import { called, specialists, spokenOf, Verdict } from "../ui/specialists";
import { GoalPicker, StatePicker } from "../ui/state_picker";

interface Step { party: string; from: StateRef; to: StateRef; takes: string[]; drops: string[]; effect: string; places: [number | string, number | string] | null }
interface Path { concessions: number; steps: Step[] }
interface Ways { moves: number; paths: Path[]; more: boolean }
interface Goal { state: StateRef | null; equilibrium?: string[]; shortest: Ways | null; improvements: Ways | null; fewestConcessions: Ways | null; barriers?: unknown }
interface Found { from: StateRef; groups?: { equilibrium: string[]; count: string; goals: Goal[] }[]; goals?: Goal[]; stopped?: Stopped }

const waysOf = (goal: Goal) => [goal.shortest, goal.improvements, goal.fewestConcessions].flatMap((ways) => ways ?? []);

export const goal = store.ofDocument(""); // letters or an expression; empty: every equilibrium
const from = store.stateOfDocument(); // letters; null: today

const PRINTED = 8; // outcomes on paper at most

export function PathsScreen() {
  const printing = usePrinting();
  const start = from.value && from.value.length === store.wording.value!.options.length ? from.value : store.today.value;
  const wanted = goal.value.trim();
  const asked = useAsked<Found>(start === null ? null : JSON.stringify([start, wanted]), async (text, tell, signal) => {
    // Of a goal that somebody set, whether it holds is told only if it is asked.
    const concepts = `default${store.alsoUnder.peek() ? `,${store.alsoUnder.peek()}` : ""}`;
    const args = ["--format", "json", "--from", start!, ...(wanted ? ["--to", wanted, "--concept", concepts] : []), "--limit", "3"];
    const ran = await api.job<Found>({ verb: "paths", text, path: store.folder.peek(), args }, tell, signal);
    if (!ran.result) throw api.failed(ran);
    const told = [...(ran.result.goals ?? []), ...(ran.result.groups ?? []).flatMap((group) => group.goals)];
    store.learn(told.flatMap((goal) => [...(goal.state ? [goal.equilibrium ? { ...goal.state, equilibrium: goal.equilibrium } : goal.state] : []), ...waysOf(goal).flatMap((ways) => ways.paths.flatMap((path) => path.steps.map((step) => step.to)))]));
    return ran.result;
  });
  const { found, wrong } = asked;

  const goals = found ? (found.groups ? found.groups.flatMap((group) => group.goals) : (found.goals ?? [])) : [];
  return (
    <div class="screen paths">
      <h1>How to get there</h1>
      <p class="about">Moves by one party at a time. A solid arrow is an improvement for who makes it; a double one is a concession, which somebody has to be brought to.</p>
      <form class="bar" onSubmit={(event) => event.preventDefault()}>
        <StatePicker label="From" state={start} onPick={(state) => { from.value = state; }} />
        <GoalPicker goal={goal.value} onPick={(next) => { goal.value = next; }} />
        <Button type="submit" class="primary" onClick={() => { if (asked.stopped) asked.again(); }}>Find ways</Button>
        {goal.value && <Button onClick={() => { goal.value = ""; }}>To all that can hold</Button>}
      </form>
      {!start && <p>The model does not say how things stand today: choose a state to begin from, or add <code>status quo</code>.</p>}
      {wrong && <p class="problem" role="alert">{wrong.message}{wrong.help && <span class="help"> {wrong.help}</span>}</p>}
      <Inquiry what="looking for ways …" of={asked} />
      <Unfinished stopped={found?.stopped} />
      {found && !found.stopped && goals.length === 0 && <p>No goal was found.</p>}
      {goals.slice(0, printing ? PRINTED : goals.length).map((one) => <GoalCard key={one.state?.options ?? "set"} goal={one} start={start!} whole={!found?.stopped} printing={printing} />)}
      {printing && goals.length > PRINTED && <p class="left-out">These are the first {PRINTED} of {goals.length} outcomes; the others are left out on paper.</p>}
    </div>
  );
}

/** `whole`: no limit cut the search short, so that what was not found is not there. */
function GoalCard({ goal: one, start, whole, printing }: { goal: Goal; start: string; whole: boolean; printing: boolean }) {
  const answer = store.answer.value!;
  const words = store.wording.value!;
  const concepts = Object.keys(answer.solution.equilibria);
  const holds = one.equilibrium ?? [];
  const known = holds.length > 0 || (whole && one.equilibrium !== undefined);
  const title = one.state ? words.inWords(one.state) : "Any of these states";
  if (one.state?.options === start) {
    return <section class="card"><h3>{title}</h3>{known && <Verdict concepts={holds} of={concepts} />}<p>That is where one begins.</p></section>;
  }
  const best = one.improvements?.paths.length ? one.improvements : one.fewestConcessions;
  const byImprovements = Boolean(one.improvements?.paths.length);
  const shorter = one.shortest && best && one.shortest.moves < best.moves ? one.shortest : null;
  return (
    <section class="card goal">
      <h3>{one.state ? <button type="button" class="link" onClick={() => store.choose(one.state!.options, "why")}>{title}</button> : title}</h3>
      {one.state && known && <Verdict concepts={holds} of={concepts} />}
      {one.state && words.named(one.state.options) === null && <p class="small faint">Unlike where it begins, {words.difference(start, one.state.options)}.</p>}
      {best?.paths.length ? (
        <>
          <p class={byImprovements ? "good" : "warn"}>
            {byImprovements ? `By improvements alone, in ${plural(best.moves, "move")}: nobody has to give way.` : `Only with ${plural(best.paths[0]!.concessions, "concession")}, in ${plural(best.moves, "move")}.`}
          </p>
          {best.paths.slice(0, printing ? 1 : best.paths.length).map((path, at) => <Way key={at} path={path} />)}
          {printing && best.paths.length > 1 && <p class="left-out small">{plural(best.paths.length - 1, "other way")} of the same cost left out on paper.</p>}
        </>
      ) : <p class="warn">{whole ? "No sequence of moves leads there." : "No way there was found in time."}{holds.length ? ` It would hold ${joined(spokenOf(holds).map(called).slice(0, specialists.value ? undefined : 1))}, once there.` : ""}</p>}
      {shorter && (
        <details>
          <summary>Shorter, with concessions: {plural(shorter.moves, "move")}</summary>
          {shorter.paths.map((path, at) => <Way key={at} path={path} />)}
        </details>
      )}
    </section>
  );
}

function Way({ path }: { path: Path }) {
  const words = store.wording.value!;
  const label = (party: string, name: string) => words.option(name, party)?.label ?? name;
  return (
    <ol class="way">
      <li class="stop">{path.steps[0] ? words.inWords(path.steps[0].from) : "begin"}</li>
      {path.steps.map((step, at) => {
        const party = words.conflict.parties.findIndex((candidate) => candidate.name === step.party);
        const concedes = step.effect !== "gain";
        const of = (names: string[]) => names.map((name) => label(step.party, name));
        const said = words.changeWords({ takes: of(step.takes), drops: of(step.drops) });
        const places = step.places;
        return (
          <li key={at} class={concedes ? "step concedes" : "step"} tabIndex={0} {...lights({ from: step.from.options, to: step.to.options }, null)}>
            <span class={`arrow-line party-${party % 8}`} aria-hidden="true" />
            <span class="told"><span><PartyMark at={party} /> {said || "would move"}
              {places && <span class={concedes ? "warn" : "faint"}> {concedes ? (places[0] === places[1] ? "a concession: liked as well" : `a concession: from ${ordinal(places[0])} to ${ordinal(places[1])} best`) : `a gain: from ${ordinal(places[0])} to ${ordinal(places[1])} best`}{store.placesOf(party) ? ` of ${store.placesOf(party)}` : ""}</span>}
            </span>
            <button type="button" class="link stop" onClick={() => store.choose(step.to.options, "why")}>{words.inWords(step.to)}</button></span>
          </li>
        );
      })}
    </ol>
  );
}
