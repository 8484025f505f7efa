// Played out: from today, or any state, one party's move after the other, in words, with its effect on the
// mover; before a move, what the others could answer; and back again; until nobody would move.

import { useRef, useState } from "preact/hooks";
import { useMoves, type Move } from "../answer/moves";
import { at as reasonsAt, useReasons, type StateReasons } from "../answer/reasons";
import { plural } from "../answer/wording";
import { frameOf, Legend } from "../graph/draw";
import { download, fileName, png, standalone } from "../graph/save";
import { TrailView } from "../graph/trail_view";
import { asMermaid, asText, backTo, begin, gain, open, others, playNow, stepWords, take, verdictWords, wouldMove } from "../session/play";
import * as store from "../store";
import { Button, Inquiry, lights, PartyMark, StrengthMark } from "../ui/parts";
import { StatePicker } from "../ui/state_picker";
import { Doings } from "./reason";

const TOLD = 40; // moves of a party

/** Begins a play in this state. */
export function playFrom(letters: string) {
  begin(letters);
  store.show("play");
}

export function PlayScreen() {
  const words = store.wording.value!;
  const { start, steps } = playNow();
  const here = steps.at(-1)?.to ?? start;
  const known = useMoves(here ? [here] : [], { limit: TOLD });
  const found = here ? known.of.get(here) : undefined;
  const reasons = useReasons({ states: here ? [here] : [], limit: 12 });
  const told = reasonsAt(reasons.found, here);
  if (!start || !here) return <div class="screen"><h1>Play it out</h1><p>Choose a state to begin in. <StatePicker label="From" state={null} onPick={begin} /></p></div>;
  const now = found ? open(found, steps) : null;
  const ended = found && now ? !wouldMove(found, now.waits) : false;
  const held = now?.waits !== null && now?.waits !== undefined && found?.counts[now.waits]?.improvements !== "0"; // it would, were it its turn
  const end = ended ? `${held ? "Nobody else" : "Nobody"} would move. ${verdictWords(store.stateAt(here).equilibrium)}`.trim() : "";
  return (
    <div class="screen play">
      <h1>Play it out</h1>
      <p class="about">One party moves at a time. What brings its mover something stands first; who stays where it is fears an answer, which stands below its move.</p>
      <div class="bar"><StatePicker label="From" state={start} onPick={begin} /> <Button onClick={() => backTo(steps.length - 1)} why={steps.length ? null : "Nothing has been done yet"}>Step back</Button> <Button onClick={() => backTo(0)} why={steps.length ? null : "Nothing has been done yet"}>To the beginning</Button></div>
      <ol class="trail" aria-label="What was done">
        {steps.map((move, at) => <li key={at}><button type="button" class="link" title="Back to before this" onClick={() => backTo(at)}>{at + 1}.</button> <PartyMark at={move.party} /> {stepWords(words, move).slice(words.party(move.party).length + 1)} <span class={move.improves ? "faint" : "warn"}>({gain(move)})</span></li>)}
      </ol>
      <section class="card" aria-live="polite">
        <h2>{words.inWordsOrToday(store.stateAt(here))} {store.stateAt(here).equilibrium && <StrengthMark concepts={store.stateAt(here).equilibrium!} />}</h2>
        <Doings letters={here} before={steps.length ? steps.at(-1)!.from : null} />
        {end && <p class="good"><b>{end}</b></p>}
      </section>
      {known.wrong && <p class="problem" role="alert">{known.wrong.message}{known.wrong.help && <span class="help"> {known.wrong.help}</span>}</p>}
      {!found && <Inquiry what="asking for the moves …" of={known} />}
      {now && <Moves better={now.better} rest={now.rest} told={told} />}
      {now?.waits !== null && now?.waits !== undefined && <p class="small">{words.party(now.waits)} has just moved: here nobody moves twice in a row.</p>}
      <Steps start={start} steps={steps} end={end} />
    </div>
  );
}

function Moves({ better, rest, told }: { better: Move[]; rest: Move[]; told: StateReasons | null }) {
  return (
    <>
      {better.length > 0 && <h2>Who would do what</h2>}
      <ul class="plays">{better.map((move) => <MoveRow key={`${move.party} ${move.to}`} move={move} told={told} />)}</ul>
      {rest.length > 0 && (
        <details open={better.length === 0 && rest.length < 7}>
          <summary>{better.length ? "and " : ""}{plural(rest.length, "move")} that bring{rest.length === 1 ? "s its" : " their"} mover nothing</summary>
          <ul class="plays">{rest.map((move) => <MoveRow key={`${move.party} ${move.to}`} move={move} told={null} />)}</ul>
        </details>
      )}
    </>
  );
}

function MoveRow({ move, told }: { move: Move; told: StateReasons | null }) {
  const words = store.wording.value!;
  const party = words.conflict.parties[move.party]!;
  const answers = told?.parties.find((one) => one.party === party.name)?.told.find((one) => one.to.options === move.to)?.deterrence;
  const named = words.named(move.to);
  return (
    <li {...lights({ from: move.from, to: move.to }, null)}>
      <Button onClick={() => take(move)}><PartyMark at={move.party} /> {stepWords(words, move).slice(words.party(move.party).length + 1)}</Button>
      <div class="small">{named && <b>{named}. </b>}<span class={move.improves ? "good" : "faint"}>{gain(move)}</span>{others(move, words) && <span class="faint">; {others(move, words)}</span>}{answers && <div>{answers}</div>}</div>
    </li>
  );
}

/** The way so far, drawn, to be taken along. */
function Steps({ start, steps, end }: { start: string; steps: Move[]; end: string }) {
  const words = store.wording.value!;
  const host = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState(false);
  if (!steps.length) return null;
  const name = (ending: string) => fileName(`${words.conflict.conflict} played`, ending);
  const save = async (as: "txt" | "mmd" | "svg" | "png") => {
    const drawing = host.current!.querySelector<SVGSVGElement>("svg.drawing")!;
    const text = (content: string, type = "text/plain") => new Blob([content], { type });
    setBusy(true);
    const content = as === "txt" ? text(asText(words, start, steps, end)) : as === "mmd" ? text(asMermaid(words, start, steps)) : as === "svg" ? text(standalone(drawing, frameOf(drawing)), "image/svg+xml") : await png(drawing, frameOf(drawing));
    download(name(as), content);
    setBusy(false);
    store.tell(`Saved as ${name(as)}, in the folder of downloads.`);
  };
  return (
    <section aria-label="The way so far" ref={host}>
      <div class="bar"><h2 class="grow">The way so far</h2>
        {([["txt", "Save text"], ["svg", "Save SVG"], ["png", "Save PNG"], ["mmd", "Save Mermaid"]] as const).map(([as, says]) => <Button key={as} why={busy ? "A moment" : null} onClick={() => void save(as).catch(store.fail)}>{says}</Button>)}
      </div>
      <div class="wide-table" tabIndex={0} role="region" aria-label="The steps, drawn"><TrailView start={start} steps={steps} /></div>
      <Legend />
    </section>
  );
}
