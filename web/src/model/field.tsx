// The small fields of the form. What is typed into one stays in it until it is taken and the outline shows it.

import { useEffect, useRef, useState } from "preact/hooks";
import { useTyped } from "../session/fields";
import * as store from "../store";
import { Button } from "../ui/parts";

/** `refuse`: why words are not taken. */
interface FieldProps { value: string; onSet: (value: string) => void; code?: boolean; say: string; refuse?: (words: string) => string | null }

/** Keys of items by their words: those of each that stays, moves, or is the one whose words were changed, stay the same. */
export function useKeys(words: string[]): string[] {
  const before = useRef<{ words: string; key: string }[]>([]);
  const count = useRef(0);
  const left = [...before.current];
  const found = words.map((one) => {
    const at = left.findIndex((item) => item.words === one);
    return at < 0 ? null : left.splice(at, 1)[0]!.key;
  });
  const alike = found.filter((key) => key === null).length === left.length;
  const keys = found.map((key) => key ?? (alike ? left.shift()!.key : String(++count.current)));
  before.current = words.map((one, at) => ({ words: one, key: keys[at]! }));
  return keys;
}

/**
 * What stands in a field: what is being typed, else what was taken and is not outlined yet, else what the outline says. `read`: typed words as
 * the model has them.
 */
export function useWords(value: string, onSet: (words: string) => void, read = (typed: string) => typed, may: (words: string) => boolean = () => true): { words: string; type: (words: string | null) => void; take: () => void } {
  const [typed, type] = useState<string | null>(null);
  const [taken, setTaken] = useState<string | null>(null);
  const outlined = store.fitting.value !== null;
  useEffect(() => { if (outlined) setTaken(null); }, [outlined, value]);
  const take = () => {
    const words = typed === null ? "" : read(typed.trim());
    if (words && !may(words)) return; // it stays as typed
    if (words && words !== (taken ?? value)) {
      setTaken(words);
      onSet(words);
    }
    type(null);
  };
  useTyped(take);
  return { words: typed ?? taken ?? value, type, take };
}

/** A word or line edited in place, whole however long it is: Enter or leaving takes it, Escape leaves it as it was. */
export function Field({ value, onSet, code, say, refuse }: FieldProps) {
  const [wrong, setWrong] = useState<string | null>(null);
  const { words, type, take } = useWords(value, onSet, undefined, (typed) => {
    const why = typed === value ? null : (refuse?.(typed) ?? null);
    setWrong(why);
    return why === null;
  });
  return (
    <>
      <textarea class={code ? "code" : ""} aria-label={say} value={words} rows={1} cols={Math.max(8, Math.min(60, words.length))} onInput={(event) => { setWrong(null); type(event.currentTarget.value.replace(/\s*\n\s*/g, " ")); }} onBlur={take}
        onKeyDown={(event) => { if (event.key === "Enter") { event.preventDefault(); take(); } else if (event.key === "Escape") { event.stopPropagation(); setWrong(null); type(null); } }} />
      <Refused why={wrong} />
    </>
  );
}

/** Why what was typed was not taken. */
export const Refused = ({ why }: { why: string | null }) => (why ? <span class="problem small refused" role="alert">{why}</span> : null);

interface AdderProps { placeholder: string; button: string; onAdd: (words: string) => void; code?: boolean; refuse?: (words: string) => string | null }

export function Adder({ placeholder, button, onAdd, code, refuse }: AdderProps) {
  const [words, setWords] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const add = () => {
    if (!words.trim()) return;
    const why = refuse?.(words) ?? null;
    setWrong(why);
    if (why) return;
    onAdd(words.trim());
    setWords("");
  };
  return (
    <form class="adder" onSubmit={(event) => { event.preventDefault(); add(); }}>
      <input class={code ? "code" : ""} aria-label={button} placeholder={placeholder} value={words} onInput={(event) => { setWrong(null); setWords(event.currentTarget.value); }} />
      <Button type="submit" why={words.trim() ? null : "Write something first"}>{button}</Button>
      <Refused why={wrong} />
    </form>
  );
}

export const Remove = ({ what, onRemove }: { what: string; onRemove: () => void }) => (
  <button type="button" class="arrow" aria-label={`Remove ${what}`} title="Remove (undo brings it back)" onClick={onRemove}>✕</button>
);
