// What would make the outcome that is asked about hold, or, where it holds by itself, what would change that: of the variants that `robust`
// solved those in which it is so, each to be tried by one click.

import { ofState, type Change, type Robustness, type Variant } from "../answer/robust";
import { STRENGTH, strength } from "../answer/wording";
import * as store from "../store";
import { variationOf } from "../session/variation_of";
import { Button, Unfinished } from "../ui/parts";
import type { Outcome } from "./outcomes";
import { tryVariation } from "./whatif";

const SHOWN = 3;
const asked = store.stateOfDocument(); // letters

/** The outcome asked about: the one that was chosen, else the one that the program says. */
function askedAbout(today: Outcome | null, offered: Outcome[]): Outcome | null {
  const all = [...(today ? [today] : []), ...offered];
  const of = (letters: string | null) => all.find((state) => state.options === letters);
  return of(asked.value) ?? of(store.answer.value!.solution.outcomes?.asked ?? null) ?? null;
}

export function WouldHold({ today, named, robust, large }: { today: Outcome | null; named: Outcome[]; robust: Robustness | null; large: boolean }) {
  const words = store.wording.value!;
  const outcome = askedAbout(today, named);
  if (!outcome) return null;
  const kind = strength(outcome.equilibrium);
  const found = ofState(robust, outcome.options);
  const holds = kind === "nobody"; // then what would end that is asked
  const ways = found?.ways ?? [];
  const called = (state: Outcome) => (state === today ? "today" : words.inWords(state));
  const offered = [...(today ? [today] : []), ...named];
  return (
    <section aria-labelledby="would-hold">
      <h2 id="would-hold">
        <label>What would {holds ? "change" : "make"}{" "}
          <span class="on-paper">{called(outcome)}</span>
          <select class="off-paper" value={outcome.options} onChange={(event) => { asked.value = event.currentTarget.value; }}>
            {offered.map((state) => <option key={state.options} value={state.options}>{called(state)}</option>)}
          </select>
        </label>{holds ? "?" : " hold?"}
      </h2>
      {holds && <p>It holds as the model is written: {STRENGTH.nobody.words}.{robust && !ways.length ? (robust.stopped ? " None of the changes that were tried ends that." : " No change of a single line ends that.") : ""}</p>}
      <Unfinished stopped={robust?.stopped} />
      {!robust && !large && <p class="faint">trying each change of one line …</p>}
      {!holds && robust && !ways.length && <p>{robust.stopped ? "None of the changes that were tried" : "No change of a single line"} makes it hold{kind === "not" ? "" : " better"}. <Button onClick={() => { store.choose(outcome.options, "invert"); }}>What the parties would have to want</Button></p>}
      {large && <p>This conflict is large: <Button onClick={() => store.show("robust")}>try each change of one line</Button> {!holds && <Button onClick={() => { store.choose(outcome.options, "invert"); }}>What the parties would have to want</Button>}</p>}
      <ul class="ways">
        {ways.slice(0, SHOWN).map((way) => <WayOf key={way.variant} way={way} variant={robust!.variants.find((one) => one.id === way.variant)!} />)}
      </ul>
    </section>
  );
}

function WayOf({ way, variant }: { way: { inWords: string }; variant: Variant }) {
  return (
    <li>
      {way.inWords}{" "}
      <Button onClick={() => tryVariation((begun) => variationOf(begun.text, begun.outline, variant.changes))}>Try it</Button>
    </li>
  );
}

/** A change in the program's words, behind `if`. */
export const ChangeWords = ({ change }: { change: Change }) => <>if {change.inWords}</>;
