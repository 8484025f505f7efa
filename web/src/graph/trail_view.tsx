import { useEffect, useState } from "preact/hooks";
import type { Move } from "../answer/moves";
import { stepWords } from "../session/play";
import * as store from "../store";
import { Arrow, BOX, boxHeight, StateBox, Tips } from "./draw";
import { alongMoves } from "./keys";
import { broken, fitting } from "./look";

const GAP = 210;
const ACROSS = 3; // at most
const SMALLEST = 0.86; // of its size, as `fitting` has it

/** How many stand side by side in this room. */
const acrossIn = (room: number) => Math.max(1, Math.min(ACROSS, 1 + Math.floor((room / SMALLEST - BOX.width - 64) / (BOX.width + GAP))));

/** The steps of a play, each beside the last, line by line. */
export function TrailView({ start, steps }: { start: string; steps: Move[] }) {
  const words = store.wording.value!;
  const boxed = boxHeight([start, ...steps.map((move) => move.to)].map((state) => ({ state })));
  const [across, setAcross] = useState(() => acrossIn(document.getElementById("screen")?.clientWidth ?? innerWidth));
  useEffect(() => {
    const screen = document.getElementById("screen");
    if (!screen || typeof ResizeObserver === "undefined") return;
    const watch = new ResizeObserver(() => setAcross(acrossIn(screen.clientWidth)));
    watch.observe(screen);
    return () => watch.disconnect();
  }, []);
  const said = steps.map((move, at) => broken(`${at + 1}. ${stepWords(words, move)}`, 30, 8));
  // Beside an arrow down stand all its lines, beside one to the right three above it and the others below.
  const LINE = boxed + Math.max(62, 26 + 13 * Math.max(0, ...said.filter((_, at) => (at + 1) % across === 0).map((lines) => lines.length)));
  const place = (at: number) => ({ x: 8 + (at % across) * (BOX.width + GAP), y: 8 + Math.floor(at / across) * LINE });
  const width = 16 + BOX.width + (across === 1 ? 110 : Math.min(steps.length, across - 1) * (BOX.width + GAP));
  const height = 8 + Math.floor(steps.length / across) * LINE + boxed + 20;
  return (
    <svg class="drawing" onKeyDown={alongMoves} viewBox={`0 0 ${width} ${height}`} width={width} style={fitting(width)} role="group" aria-label={`Played from ${words.title(store.stateAt(start))}`}>
      <Tips parties={words.conflict.parties.length} />
      {steps.map((move, at) => {
        const [a, b] = [place(at), place(at + 1)];
        const down = b.y > a.y;
        const path = down
          ? `M ${a.x + BOX.width / 2} ${a.y + boxed} C ${a.x + BOX.width / 2} ${a.y + boxed + 40} ${b.x + BOX.width / 2} ${b.y - 40} ${b.x + BOX.width / 2} ${b.y - 3}`
          : `M ${a.x + BOX.width} ${a.y + boxed / 2} L ${b.x - 3} ${b.y + boxed / 2}`;
        const lines = said[at]!;
        const [x, y] = down ? [b.x + BOX.width / 2 + (across === 1 ? 12 : BOX.width / 2 + 14), b.y - 14 - 13 * (lines.length - 1)] : [a.x + BOX.width + 8, a.y + boxed / 2 - 8 - 13 * Math.min(lines.length - 1, 2)];
        return (
          <g key={at}>
            <Arrow party={move.party} path={path} improves={move.improves} from={move.from} to={move.to} />
            {lines.map((line, l) => <text key={l} class="box-under" x={x} y={y + 13 * l + (!down && l > 2 ? 14 : 0)}>{line}</text>)}
          </g>
        );
      })}
      {[start, ...steps.map((move) => move.to)].map((state, at) => <StateBox key={at} state={state} {...place(at)} height={boxed} />)}
    </svg>
  );
}
