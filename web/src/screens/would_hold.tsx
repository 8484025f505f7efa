// What would make the outcome that is asked about hold, or, where it holds by itself, what would change that: of the variants that `robust`
// solved those in which it is so, each to be tried by one click.

import { ofState, type Change, type Robustness, type Variant, type Varied } from "../answer/robust";
import { joined, strength, type Strength } from "../answer/wording";
import * as store from "../store";
import { stateWords } from "../session/variation";
import { variationOf } from "../session/variation_of";
import { Said } from "../model/wish";
import { Button, PartyMark, Unfinished } from "../ui/parts";
import type { Outcome } from "./outcomes";
import { tryVariation } from "./whatif";

const SHOWN = 3;
const asked = store.stateOfDocument(); // letters

/** The outcome asked about: the one that was chosen, else one that the model expects something of and that does not hold by itself, else today
 * if it does, else the first that somebody named, one that does not hold by itself before others. */
function askedAbout(today: Outcome | null, named: Outcome[]): Outcome | null {
  const expected = new Set(store.answer.value!.conflict.expectations?.map((one) => one.state));
  const wanting = named.filter((state) => strength(state.equilibrium) !== "nobody");
  const chosen = [...(today ? [today] : []), ...named].find((state) => state.options === asked.value);
  const holding = today && strength(today.equilibrium) === "nobody" ? today : null;
  return chosen ?? wanting.find((state) => expected.has(state.name)) ?? holding ?? wanting[0] ?? named[0] ?? null;
}

export function WouldHold({ today, named, robust, large }: { today: Outcome | null; named: Outcome[]; robust: Robustness | null; large: boolean }) {
  const words = store.wording.value!;
  const outcome = askedAbout(today, named);
  if (!outcome) return null;
  const kind = strength(outcome.equilibrium);
  const found = ofState(robust, outcome.options);
  const holds = kind === "nobody"; // then what would end that is asked
  const ways = found && !holds ? waysTo(found.turnedIn, found.asWritten, robust!.variants) : [];
  const ends = found && holds ? endsOf(found, robust!.variants) : [];
  const offered = [...(today ? [today] : []), ...named];
  return (
    <section aria-labelledby="would-hold">
      <h2 id="would-hold">
        <label>What would {holds ? "change" : "make"}{" "}
          <select value={outcome.options} onChange={(event) => { asked.value = event.currentTarget.value; }}>
            {offered.map((state) => <option key={state.options} value={state.options}>{state === today ? "today" : words.inWords(state)}</option>)}
          </select>
        </label>{holds ? "?" : " hold?"}
      </h2>
      {holds && <p>It holds as the model is written: nobody can do better by moving.{robust && !ends.length ? (robust.stopped ? " None of the changes that were tried ends that." : " No change of a single line ends that.") : ""}</p>}
      <Unfinished stopped={robust?.stopped} />
      {!robust && !large && <p class="faint">trying each change of one line …</p>}
      {!holds && robust && !ways.length && <p>{robust.stopped ? "None of the changes that were tried" : "No change of a single line"} makes it hold{kind === "not" ? "" : " better"}. <Button onClick={() => { store.choose(outcome.options, "invert"); }}>What the parties would have to want</Button></p>}
      {large && <p>This conflict is large: <Button onClick={() => store.show("robust")}>try each change of one line</Button> {!holds && <Button onClick={() => { store.choose(outcome.options, "invert"); }}>What the parties would have to want</Button>}</p>}
      <ul class="ways">
        {ways.slice(0, SHOWN).map(({ variant, attained }) => <WayOf key={variant.id} variant={variant} then={attained === "nash" ? "holds by itself" : attained === "gmr" ? "holds by fear only" : "holds by answers"} />)}
        {ends.slice(0, SHOWN).map(({ variant, left }) => <WayOf key={variant.id} variant={variant} then={left === "not" ? "does not hold" : left === "could" ? "holds by fear only" : "holds by answers only"} />)}
      </ul>
    </section>
  );
}

function WayOf({ variant, then }: { variant: Variant; then: string }) {
  return (
    <li>
      {variant.changes.map((change) => <ChangeWords key={change.words} change={change} />)}: it {then}.{" "}
      <Button onClick={() => tryVariation((begun) => variationOf(begun.text, begun.outline, variant.changes))}>Try it</Button>
    </li>
  );
}

const WEAKEST: Strength[] = ["not", "could", "would"];

/** Variants in which what holds by itself no longer does: those in which least is left of it first. */
function endsOf({ turnedIn, asWritten }: Varied, variants: Variant[]): { variant: Variant; left: Strength }[] {
  const found = variants.map((variant) => ({ variant, left: strength(Object.keys(turnedIn).filter((concept) => asWritten.includes(concept) !== turnedIn[concept]!.includes(variant.id))) }));
  return WEAKEST.flatMap((kind) => found.filter(({ left }) => left === kind));
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
    return /^not [\p{XIDC}.]+( if .*)?$/u.test(quoted[0]!) ? <>if <PartyMark within at={at} /> did not mind “<Quoted words={quoted[0]!.slice(4)} own={change.party!} />”</> : <>if <PartyMark within at={at} /> did not care for “{first}”</>;
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
