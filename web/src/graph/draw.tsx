// The parts of a drawing: a state's box, an arrow of a party. The colours of paper and ink come from the
// page, so that a drawing is light in light mode and dark in dark mode; a saved drawing gets fixed ones.

import { strength, STRENGTH } from "../answer/wording";
import * as store from "../store";
import { GLYPHS } from "../ui/parts";
import { specialists } from "../ui/specialists";
import { useChoosing } from "./choosing";
import { broken, colourOf, dashOf, partyColour } from "./look";
import type { Frame } from "./save";

export const BOX = { width: 176, height: 90 };

const MOST_LINES = 20; // what is told apart by more is told by its tooltip

/** What stands in a box, in lines: what a state is called, and what differs from where one comes from, which nobody named is called by. */
function boxWords(state: string, subtitle = ""): { title: string[]; under: string[] } {
  const words = store.wording.value!;
  const named = words.named(state) !== null;
  const title = broken(subtitle && !named ? subtitle : words.title(store.stateAt(state)), Math.floor((BOX.width - 18) / 7.6), MOST_LINES);
  return { title, under: subtitle && named ? broken(subtitle, Math.floor((BOX.width - 18) / 5.9), MOST_LINES - title.length) : [] };
}

/** As high as all of these have room in. */
export const boxHeight = (boxes: { state: string; subtitle?: string }[]): number =>
  Math.max(BOX.height, ...boxes.map(({ state, subtitle }) => boxWords(state, subtitle)).map(({ title, under }) => 34 + 15 * title.length + 13 * under.length));

interface BoxProps { state: string; x: number; y: number; height?: number; subtitle?: string }

export function StateBox({ state, x, y, height = BOX.height, subtitle }: BoxProps) {
  const { width } = BOX;
  const words = store.wording.value!;
  const ref = store.stateAt(state);
  const kind = ref.equilibrium ? strength(ref.equilibrium) : null;
  const today = state === store.today.value;
  const choosing = useChoosing(state);
  const name = words.named(state);
  const { title, under } = boxWords(state, subtitle);
  const all = ref.equilibrium?.length === Object.keys(store.answer.value!.solution.equilibria).length;
  return (
    <g class={`box ${kind ? `box-${kind}` : ""} ${state === store.chosenLetters.value ? "box-chosen" : ""} ${store.lit.value?.to === state ? "box-lit" : ""}`} tabindex={0} role="button" data-state={state}
      aria-label={`${[...title, ...under].join(" ")}. ${today ? "Today. " : ""}${words.title(ref)}${kind ? `: ${STRENGTH[kind].title}` : ""}. ${subtitle ?? ""}`} {...choosing}>
      <title>{words.doneWords(state)}</title>
      {today && <rect class="today-frame" x={x - 4} y={y - 4} width={width + 8} height={height + 8} rx={10} />}
      <rect class="box-paper" x={x} y={y} width={width} height={height} rx={7} />
      {title.map((line, at) => <text key={at} class="box-title" x={x + 10} y={y + 20 + 15 * at}>{line}</text>)}
      {under.map((line, at) => <text key={at} class="box-under" x={x + 10} y={y + 20 + 15 * title.length - 1 + 13 * at}>{line}</text>)}
      {kind && <text class="box-mark" x={x + width - 8} y={y + height - 8} text-anchor="end">{STRENGTH[kind].mark} {!specialists.value ? STRENGTH[kind].title.toLowerCase() : ref.equilibrium!.length ? (all ? "holds under all" : ref.equilibrium!.map((c) => c.toUpperCase()).join(" ")) : ""}</text>}
      <text class="box-id" x={x + 10} y={y + height - 8}>{today ? "today" : specialists.value && name && ref.id !== undefined ? ref.id : ""}</text>
    </g>
  );
}

interface ArrowProps { party: number; path: string; improves: boolean; from: string; to: string; label?: { x: number; y: number; text: string } }

export function Arrow({ party, path, improves, from, to, label }: ArrowProps) {
  const lit = (store.lit.value !== null && store.lit.value.from === from && store.lit.value.to === to) || store.litParty.value === party;
  const back = store.litParty.value !== null && !lit;
  return (
    <g data-from={from} data-to={to} class={`arrow ${improves ? "improves" : "idle"} ${lit ? "arrow-lit" : ""}`}>
      <path d={path} fill="none" stroke={colourOf(party)} stroke-dasharray={dashOf(party)} stroke-width={lit ? 5 : improves ? 2.4 : 1.2} opacity={back ? 0.15 : improves || lit ? 1 : 0.5} marker-end={`url(#tip-${party % 8})`} />
      {label && <text class="arrow-label" x={label.x} y={label.y} fill={colourOf(party)}>{label.text}</text>}
    </g>
  );
}

export function Tips({ parties }: { parties: number }) {
  return (
    <defs>
      {Array.from({ length: Math.min(parties, 8) }, (_, party) => (
        <marker key={party} id={`tip-${party}`} viewBox="0 0 10 10" refX={9} refY={5} markerWidth={9} markerHeight={9} markerUnits="userSpaceOnUse" orient="auto">
          <path d="M0 0 L10 5 L0 10 z" fill={colourOf(party)} />
        </marker>
      ))}
    </defs>
  );
}

/** Lights every move of a party while its name is pointed at or focused. */
function lightsParty(party: number) {
  const on = () => { store.litParty.value = party; };
  const off = () => { store.litParty.value = null; };
  return { onMouseEnter: on, onMouseLeave: off, onFocus: on, onBlur: off };
}

/** What the lines and marks mean, below every drawing. */
export function Legend() {
  const { conflict } = store.answer.value!;
  const words = store.wording.value!;
  return (
    <ul class="legend" aria-label="What the lines mean">
      {conflict.parties.map((party, at) => (
        <li key={party.name} tabIndex={0} title={`Point at it: the moves of ${words.party(at)}`} {...lightsParty(at)}>
          <svg width="44" height="12" aria-hidden="true"><line x1="1" y1="6" x2="43" y2="6" stroke={colourOf(at)} stroke-width="3" stroke-dasharray={dashOf(at)} /></svg> {words.party(at)}
        </li>
      ))}
      <li><b>thick</b> an improvement for who moves</li>
      <li>thin: any other move</li>
      <li><span class="today-swatch" aria-hidden="true" /> today</li>
      {(["nobody", "would", "could", "not"] as const).map((kind) => <li key={kind}>{STRENGTH[kind].mark} {STRENGTH[kind].title.toLowerCase()}</li>)}
    </ul>
  );
}

/** The title and legend a drawing is saved with. */
export function frameOf(drawing: SVGSVGElement): Frame {
  const { conflict } = store.answer.value!;
  const words = store.wording.value!;
  const parties = conflict.parties.map((_, at) => ({ name: `${GLYPHS[at % 8]} ${words.party(at)}`, colour: partyColour(at), dash: dashOf(at) }));
  const marks = ["thick: an improvement for who moves", "double frame: today", ...Object.values(STRENGTH).map(({ mark, title }) => `${mark} ${title.toLowerCase()}`)];
  return { title: conflict.conflict, subtitle: drawing.getAttribute("aria-label") ?? "", parties, marks };
}
