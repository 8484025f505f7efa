// A wish in the form: shown as a sentence of labels, typed with labels or names, with suggestions.

import { useState } from "preact/hooks";
import { Button } from "../ui/parts";
import { Combobox } from "../ui/combobox";
import { useWords } from "./field";
import { fragment, inNames, matching, pieces, sayable, wished } from "./labels";
import type { Outline } from "./outline";

/** The words of a wish or a condition, names in them as labels. */
export function Said({ outline, words, own }: { outline: Outline | null; words: string; own: string }) {
  if (!outline) return <code>{words}</code>;
  return <span class="said" title={words}>{pieces(words, sayable(outline), own).map((one, at) => (one.name ? <span key={at} class="chip">{one.words}</span> : <span key={at}>{one.words}</span>))}</span>;
}

interface WishProps { outline: Outline; value: string; say: string; own: string; onSet: (words: string) => void }

/** A wish that stands there: its words; a click or Enter opens them for change. */
export function Wish({ outline, value, say, own, onSet }: WishProps) {
  const [open, setOpen] = useState(false);
  const all = sayable(outline);
  const { words, type, take } = useWords(value, onSet, (typed) => inNames(wished(typed, partyOf(outline, own)), all, own));
  if (!open) {
    const said = pieces(words, all, own);
    return (
      <button type="button" class="wish" aria-label={`${say}: ${said.map((one) => one.words).join("")}`} title={`${value} — click to change it`} onClick={() => { type(words); setOpen(true); }}>
        {said.map((one, at) => (one.name ? <span key={at} class="chip">{one.words}</span> : <span key={at}>{one.words}</span>))}
      </button>
    );
  }
  const done = () => {
    take();
    setOpen(false);
  };
  return <WishField outline={outline} label={say} words={words} focused onWords={type} onDone={done} onLeave={done} />;
}

const partyOf = (outline: Outline, own: string) => outline.parties.find((party) => party.name === own) ?? { name: own, label: "" };

interface FieldProps { outline: Outline; label: string; words: string; placeholder?: string; focused?: boolean; onWords: (words: string) => void; onDone: () => void; onLeave?: () => void }

function WishField({ outline, label, words, placeholder, focused, onWords, onDone, onLeave }: FieldProps) {
  const { from, typed } = fragment(words);
  const all = sayable(outline);
  const offers = all.some((one) => one.name === typed.trim()) ? [] : matching(typed, all);
  return (
    <Combobox label={label} value={words} {...(placeholder ? { placeholder } : {})} focused={focused ?? false} offers={offers.map((one) => ({ key: one.name, words: one.label, says: one.of }))}
      onInput={onWords} onTake={(offer) => onWords(`${words.slice(0, from)}${offer.key} `)} onEnter={onDone} {...(onLeave ? { onLeave } : {})} />
  );
}

export function AddWish({ outline, own, onAdd }: { outline: Outline; own: string; onAdd: (words: string) => void }) {
  const [words, setWords] = useState("");
  const add = () => {
    if (!words.trim()) return;
    onAdd(inNames(wished(words, partyOf(outline, own)), sayable(outline), own));
    setWords("");
  };
  return (
    <form class="adder" onSubmit={(event) => { event.preventDefault(); add(); }}>
      <WishField outline={outline} label="Add wish" words={words} placeholder="words of a choice, e.g. not … if …" onWords={setWords} onDone={add} />
      <Button type="submit" why={words.trim() ? null : "Write something first"}>Add wish</Button>
    </form>
  );
}
