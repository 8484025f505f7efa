// Small parts that every screen uses: the mark of a party, the badges of concepts, buttons that say why they cannot be used.

import type { ComponentChildren, JSX } from "preact";
import type { Asking } from "../answer/asking";
import type { Stopped } from "../answer/solution";
import { useRef } from "preact/hooks";
import { beginning, conceptAsks, conceptName, STRENGTH, strength, withinSentence } from "../answer/wording";
import type { Progress } from "../api";
import * as store from "../store";

export const GLYPHS = ["●", "■", "▲", "◆", "★", "⬟", "✚", "⬢"];

/** `within`: a sentence, where an article is small. */
export function PartyMark({ at, within, children }: { at: number; within?: boolean; children?: ComponentChildren }) {
  const label = store.wording.value?.party(at) ?? "";
  return (
    <span class={`party party-${at % 8}`}>
      <span aria-hidden="true" class="glyph">{GLYPHS[at % 8]}</span>
      {children ?? (within ? withinSentence(label) : beginning(label))}
    </span>
  );
}

/** The concepts under which something holds, all five in their places, so that columns compare. */
export function Badges({ concepts, of }: { concepts: string[]; of: string[] }) {
  return (
    <span class="badges" role="img" aria-label={concepts.length ? `holds under ${concepts.map(conceptName).join(", ")}` : "holds under no concept"}>
      {of.map((concept) => (
        <span key={concept} class={concepts.includes(concept) ? "badge yes" : "badge no"} title={`${conceptName(concept)}: ${conceptAsks(concept)}`} aria-hidden="true">
          {conceptName(concept)}
        </span>
      ))}
    </span>
  );
}

export function StrengthMark({ concepts }: { concepts: string[] }) {
  const kind = strength(concepts);
  const { title, words, mark } = STRENGTH[kind];
  return (
    <span class={`strength strength-${kind}`} title={words}>
      <span aria-hidden="true">{mark}</span> {title}
    </span>
  );
}

type ButtonProps = JSX.IntrinsicElements["button"] & { why?: string | false | null | undefined; children: ComponentChildren };

/** `why` says why the button cannot be used now; then it cannot, but it can still be reached and read. */
export function Button({ why, children, onClick, class: name, title, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} class={`button ${typeof name === "string" ? name : ""}`} aria-disabled={why ? true : undefined} title={why || title}
      onClick={(event) => (why ? store.tell(why) : onClick?.(event))}>
      {children}
    </button>
  );
}

/** Of an answer that a limit cut short: that it is not whole, and why. */
export function Unfinished({ stopped }: { stopped?: Stopped | undefined }) {
  return stopped ? <p class="warn unfinished" role="status">Not all was finished: {stopped.message}. What is shown was found before that.</p> : null;
}

/** Work in progress: how far it is, if known, and how to stop it. */
export function Waiting({ what, progress, onStop }: { what: string; progress?: Progress | null; onStop?: () => void }) {
  return (
    <p class="waiting" role="status">
      {what}{progress?.phase ? ` ${progress.phase}` : ""} {progress && progress.total > 0 && <progress max={progress.total} value={progress.done} aria-label="share done" />}{" "}
      {onStop && <Button class="stop-button" onClick={onStop}>Stop</Button>}
    </p>
  );
}

/** A question that is asked: how far it is and how to stop it; or that it was stopped. Nothing once it is answered. */
export function Inquiry({ what, of }: { what: string; of: Pick<Asking<unknown>, "busy" | "stopped" | "progress" | "stop" | "again"> }) {
  if (of.busy) return <Waiting what={what} progress={of.progress} onStop={of.stop} />;
  if (!of.stopped) return null;
  if (store.stale.value || store.running.value) return <Waiting what="The text has changed: this is asked again once it is answered." />;
  return <p class="waiting" role="status">Stopped before it was answered. <Button onClick={of.again}>Ask again</Button></p>;
}

/** One of several, as a group of radio buttons: arrows choose, Tab enters and leaves. */
export function Choice<T extends string>({ label, value, of, onPick }: { label: string; value: T; of: { value: T; name: string; says?: string }[]; onPick: (value: T) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = (of.findIndex((one) => one.value === value) + by + of.length) % of.length;
    onPick(of[next]!.value);
    box.current?.querySelectorAll<HTMLElement>("[role=radio]")[next]?.focus();
  };
  return (
    <div class="segmented" role="radiogroup" aria-label={label} ref={box} onKeyDown={step}>
      {of.map((one) => (
        <button type="button" role="radio" key={one.value} aria-checked={one.value === value} tabIndex={one.value === value ? 0 : -1} class={one.value === value ? "on" : ""} title={one.says} onClick={() => onPick(one.value)}>{one.name}</button>
      ))}
    </div>
  );
}

/** Lights a move in the drawing and a range in the text while it is pointed at or focused. */
export function lights(move: { from: string; to: string } | null, range: [number, number] | null) {
  const on = () => {
    store.lit.value = move;
    store.litRange.value = range;
  };
  const off = () => {
    store.lit.value = null;
    store.litRange.value = null;
  };
  return { onMouseEnter: on, onMouseLeave: off, onFocus: on, onBlur: off };
}
