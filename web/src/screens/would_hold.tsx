// What would make the outcome that is asked about hold: of the variants that `robust` solved those in which it does, each to be tried by one
// click.

import { ofState, type Change, type Robustness, type Variant } from "../answer/robust";
import { joined, strength } from "../answer/wording";
import * as store from "../store";
import { stateWords } from "../session/variation";
import { variationOf } from "../session/variation_of";
import { Said } from "../model/wish";
import { Button, PartyMark } from "../ui/parts";
import type { Outcome } from "./outcomes";
import { tryVariation } from "./whatif";

const SHOWN = 3;
const asked = store.stateOfDocument(); // letters

/** The outcome asked about: the one that was chosen, else one that the model expects something of, else the first that somebody named; in
 * either case one that does not hold by itself. */
function askedAbout(named: Outcome[]): Outcome | null {
  const expected = new Set(store.answer.value!.conflict.expectations?.map((one) => one.state));
  const wanting = named.filter((state) => strength(state.equilibrium) !== "nobody");
  return named.find((state) => state.options === asked.value) ?? wanting.find((state) => expected.has(state.name)) ?? wanting[0] ?? named[0] ?? null;
}

export function WouldHold({ named, robust, large }: { named: Outcome[]; robust: Robustness | null; large: boolean }) {
  const words = store.wording.value!;
  const outcome = askedAbout(named);
  if (!outcome) return null;
  const kind = strength(outcome.equilibrium);
  const found = ofState(robust, outcome.options);
  const ways = found ? waysTo(found.turnedIn, found.asWritten, robust!.variants) : [];
  return (
    <section aria-labelledby="would-hold">
      <h2 id="would-hold">
        <label>What would make{" "}
          <select value={outcome.options} onChange={(event) => { asked.value = event.currentTarget.value; }}>
            {named.map((state) => <option key={state.options} value={state.options}>{words.inWords(state)}</option>)}
          </select>
        </label>{" "}hold?
      </h2>
      {kind === "nobody" && <p>It holds as the model is written: nobody can do better by moving.</p>}
      {kind !== "nobody" && !robust && !large && <p class="faint">trying each change of one line …</p>}
      {kind !== "nobody" && robust && !ways.length && <p>No change of a single line makes it hold{kind === "not" ? "" : " better"}. <Button onClick={() => { store.choose(outcome.options, "invert"); }}>What the parties would have to want</Button></p>}
      {kind !== "nobody" && large && <p>This conflict is large: <Button onClick={() => store.show("robust")}>try each change of one line</Button> <Button onClick={() => { store.choose(outcome.options, "invert"); }}>What the parties would have to want</Button></p>}
      <ul class="ways">
        {ways.slice(0, SHOWN).map(({ variant, attained }) => (
          <li key={variant.id}>
            {variant.changes.map((change) => <ChangeWords key={change.words} change={change} />)}: it {attained === "nash" ? "holds by itself" : attained === "gmr" ? "holds by fear only" : "holds by answers"}.{" "}
            <Button onClick={() => tryVariation((begun) => variationOf(begun.text, begun.outline, variant.changes))}>Try it</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Variants in which it holds under a stronger concept than as written: those that need nobody's answers first. */
function waysTo(turnedIn: Record<string, number[]>, asWritten: string[], variants: Variant[]): { variant: Variant; attained: string }[] {
  const found = new Map<number, string>();
  // Where answers hold it already, another concept of answers is nothing better.
  for (const concept of asWritten.includes("seq") ? ["nash"] : ["nash", "seq", "sseq", "gmr"])
    if (!asWritten.includes(concept)) for (const id of turnedIn[concept] ?? []) if (!found.has(id)) found.set(id, concept);
  return [...found].flatMap(([id, attained]) => variants.filter((variant) => variant.id === id).map((variant) => ({ variant, attained })));
}

/** A change with its party and the labels people know. */
export function ChangeWords({ change }: { change: Change }) {
  const words = store.wording.value!;
  const at = change.party === null ? -1 : words.at(change.party);
  const said = change.words.replace(/^[^:`]*: /, "");
  const quoted = [...said.matchAll(/`([^`]*)`/g)].map((one) => one[1]!);
  const option = change.kind === "bind" || change.kind === "free" ? words.option(quoted[0] ?? "", change.party ?? undefined) : null;
  if (option && at >= 0) return <>if <PartyMark within at={at} /> {change.kind === "bind" ? "could not take back" : "could take back"} “{option.label}”</>;
  if (quoted[0]) quoted[0] = quoted[0].replace(/^the weight of /, "");
  const [first, second] = quoted.map((one) => <Quoted key={one} words={one} own={change.party ?? ""} />);
  if (change.kind === "drop" && at >= 0 && first)
    return /^not [\p{XIDC}.]+( if .*)?$/u.test(quoted[0]!) ? <>if <PartyMark within at={at} /> did not mind <Quoted words={quoted[0]!.slice(4)} own={change.party!} /></> : <>if <PartyMark within at={at} /> did not care for {first}</>;
  if (change.kind === "swap" && at >= 0 && second) return <>if <PartyMark within at={at} /> put {first} before {second}</>;
  if (change.kind === "allow" && first) return <>if this could be: {first}</>;
  const parts = said.split(/`[^`]*`/);
  return <>if {at >= 0 && <><PartyMark within at={at} />’s </>}{parts.map((part, k) => <span key={k}>{part}{quoted[k] !== undefined && <Quoted words={quoted[k]} own={change.party ?? ""} />}</span>)}</>;
}

/** Words of the model, in labels: of a ranking its states, else what is wished. */
function Quoted({ words, own }: { words: string; own: string }) {
  const outline = store.outline.value?.outline ?? null;
  const ranked = outline?.parties.find((party) => party.name === own)?.preference?.form === "rank";
  if (outline && ranked) return <>{joined(words.split(/\s*~\s*/).map((name) => `“${stateWords(outline, name)}”`))}</>;
  return <Said outline={outline} words={words} own={own} />;
}
