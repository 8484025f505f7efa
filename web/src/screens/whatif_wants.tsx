// What the parties want, to be tried otherwise: wishes switched off or moved, rankings moved, weights with another number.

import type { ComponentChildren } from "preact";
import { pieces, sayable } from "../model/labels";
import { Said } from "../model/wish";
import type { OutlinePreference } from "../model/outline";
import { variation, vary, type Begun } from "../session/trying";
import { opposite, stateWords, tiersOf } from "../session/variation";
import { Ordered } from "../ui/ordered";
import { PartyMark } from "../ui/parts";

const orderOf = (key: number, length: number) => variation.value.orders.get(key) ?? Array.from({ length }, (_, k) => k + 1);

interface PlacedProps { list: number; order: number[]; position: number; state: string; up: string; down: string; children: ComponentChildren }

/** One of a list in the order tried. */
function Placed({ list, order, position, state, up, down, children }: PlacedProps) {
  const move = (from: number, to: number) => {
    const next = [...order];
    next.splice(to, 0, ...next.splice(from, 1));
    vary((v) => v.orders.set(list, next));
  };
  const moved = order[position] !== position + 1 ? "moved" : "";
  return <Ordered list={list} position={position} length={order.length} class={`${state} ${moved}`.trim()} up={up} down={down} onMove={move}>{children}</Ordered>;
}

interface Varied { begun: Begun; at: number; preference: OutlinePreference }

/** A ranking, its states moved up and down. */
function Ranking({ begun, at, preference }: Varied) {
  const key = preference.range[0];
  const order = orderOf(key, preference.classes.length);
  return (
    <fieldset class="tiers">
      <legend><PartyMark at={at} />: best first</legend>
      <ol>
        {order.map((one, position) => {
          const words = preference.classes[one - 1]!.map((tied) => stateWords(begun.outline, tied.state)).join(" = ");
          return (
            <Placed key={one} list={key} order={order} position={position} state="" up={`“${words}” better`} down={`“${words}” worse`}>
              <span class="grow"><span class="faint">{position + 1}.</span> {words}</span>
            </Placed>
          );
        })}
      </ol>
    </fieldset>
  );
}

const NUMBER = /^-?\d+(\.\d{1,9})?$/; // as the language has them

function Weights({ begun, at, preference }: Varied) {
  const all = sayable(begun.outline);
  const own = begun.outline.parties[at]!.name;
  return (
    <fieldset class="tiers">
      <legend><PartyMark at={at} />: how much each counts</legend>
      <ul>
        {preference.weights.map((weight) => {
          const key = weight.range[0];
          const off = variation.value.off.has(key);
          const now = variation.value.weights.get(key) ?? weight.weight;
          const words = pieces(weight.option, all, own).map((one) => one.words).join("");
          return (
            <li key={key} class={`${off ? "off" : ""} ${now !== weight.weight ? "moved" : ""}`}>
              <label><input type="checkbox" checked={!off} onChange={() => vary((v) => (off ? v.off.delete(key) : v.off.add(key)))} /> {words}</label>
              <input class="short" type="number" step="any" aria-label={`weight of ${words}`} value={now} disabled={off}
                onInput={(event) => { const { value } = event.currentTarget; if (NUMBER.test(value)) vary((v) => (value === weight.weight ? v.weights.delete(key) : v.weights.set(key, value))); }} />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

export function TriedPreference({ begun, name }: { begun: Begun; name: string }) {
  const at = begun.outline.parties.findIndex((party) => party.name === name);
  const party = begun.outline.parties[at]!;
  const preference = party.preference!;
  const key = preference.range[0];
  const tiers = tiersOf(preference);
  const order = orderOf(key, tiers.length);
  if (preference.form === "weigh") return <Weights begun={begun} at={at} preference={preference} />;
  if (preference.form === "rank") return <Ranking begun={begun} at={at} preference={preference} />;
  return (
    <fieldset class="tiers">
      <legend><PartyMark at={at}>{party.family ? party.family : undefined}</PartyMark> would like, most important first</legend>
      <ol>
        {order.map((tier, position) => {
          const statements = tiers[tier - 1]!;
          const off = statements.every((statement) => variation.value.off.has(statement.range[0]));
          const words = (statements[0]?.mark ? `${statements[0].mark} ` : "") + statements.map((statement) => statement.text).join(" | ");
          const opposed = (words: string, range: number) => (variation.value.opposed.has(range) ? opposite(words) : words);
          const toggle = () => vary((v) => statements.forEach((s) => (off ? v.off.delete(s.range[0]) : v.off.add(s.range[0]))));
          const turn = () => vary((v) => statements.forEach((s) => (v.opposed.has(s.range[0]) ? v.opposed.delete(s.range[0]) : v.opposed.add(s.range[0]))));
          return (
            <Placed key={tier} list={key} order={order} position={position} state={off ? "off" : ""} up={`“${words}” more important`} down={`“${words}” less important`}>
              <label><input type="checkbox" checked={!off} onChange={toggle} aria-label={words} />{" "}
                {statements[0]?.mark && <em>{statements[0].mark} </em>}
                {statements.map((statement, k) => <span key={k}>{k > 0 && " or equally "}<Said outline={begun.outline} words={opposed(statement.text, statement.range[0])} own={name} /></span>)}
                {statements.some((statement) => variation.value.opposed.has(statement.range[0])) && <em class="warn"> (the opposite)</em>}
              </label>
              <button type="button" class="arrow" title="want the opposite" aria-label={`The opposite of “${words}”`} aria-pressed={statements.every((statement) => variation.value.opposed.has(statement.range[0]))} onClick={turn}>±</button>
            </Placed>
          );
        })}
      </ol>
    </fieldset>
  );
}
