// A field that suggests what fits the typed words: an ARIA combobox with a list. Arrows choose, Enter or a
// click takes, Escape closes the list.

import { useState } from "preact/hooks";

export interface Offer { key: string; words: string; says?: string }

interface Props {
  label: string;
  value: string;
  placeholder?: string;
  code?: boolean;
  focused?: boolean;
  offers: Offer[];
  onInput: (words: string) => void;
  onTake: (offer: Offer) => void;
  onEnter: () => void; // nothing of the list is chosen
  onLeave?: () => void;
  onCome?: () => void;
}

let count = 0;

export function Combobox({ label, value, placeholder, code, focused, offers, onInput, onTake, onEnter, onLeave, onCome }: Props) {
  const [id] = useState(() => `offers-${++count}`);
  const [at, setAt] = useState(-1);
  const [closed, setClosed] = useState(false);
  const open = !closed && offers.length > 0;
  const take = (offer: Offer) => {
    setAt(-1);
    onTake(offer);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !open) {
      setClosed(false);
      onCome?.();
    } else if (step) {
      event.preventDefault();
      setAt((at + step + offers.length + (at < 0 && step < 0 ? 1 : 0)) % offers.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (open && at >= 0) take(offers[at]!);
      else onEnter();
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      event.preventDefault();
      setClosed(true);
    }
  };
  return (
    <span class="combobox">
      <input autofocus={focused} class={code ? "code" : ""} role="combobox" aria-label={label} aria-expanded={open} aria-controls={id} aria-autocomplete="list" aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined} autocomplete="off"
        value={value} placeholder={placeholder} onKeyDown={onKey} onFocus={() => { setClosed(false); onCome?.(); }} onBlur={() => onLeave?.()} onInput={(event) => { setClosed(false); setAt(-1); onInput(event.currentTarget.value); }} />
      <span class="on-paper" aria-hidden="true">{value}</span>
      <ul id={id} role="listbox" aria-label={`what fits ${label}`} hidden={!open}>
        {offers.map((offer, k) => (
          <li key={offer.key} id={`${id}-${k}`} role="option" aria-selected={k === at} class={k === at ? "on" : ""} onPointerDown={(event) => { event.preventDefault(); take(offer); }}>
            {offer.words} {offer.says && <span class="faint small">{offer.says}</span>}
          </li>
        ))}
      </ul>
    </span>
  );
}
