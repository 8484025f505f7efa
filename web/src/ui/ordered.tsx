// One item of a list whose order people change: by dragging it, by Alt with an arrow key, or by two buttons.

import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";

const dragged = signal<{ list: string | number; position: number } | null>(null);

interface Props {
  /** Items move within the list of this name only. */
  list: string | number;
  position: number;
  length: number;
  class?: string;
  /** What the two buttons are called. */
  up: string;
  down: string;
  onMove: (from: number, to: number) => void;
  onHover?: (over: boolean) => void;
  /** Further buttons, behind the two. */
  buttons?: ComponentChildren;
  children: ComponentChildren;
}

export function Ordered({ list, position, length, class: name, up, down, onMove, onHover, buttons, children }: Props) {
  const move = (from: number, to: number) => {
    if (to >= 0 && to < length && to !== from) onMove(from, to);
  };
  return (
    <li class={name} draggable
      onDragStart={(event) => {
        dragged.value = { list, position };
        event.dataTransfer?.setData("application/x-stasis-place", String(position)); // without something to carry, some browsers begin no drag
      }}
      onDragEnd={() => { dragged.value = null; }}
      onDragOver={(event) => { if (dragged.value?.list === list) event.preventDefault(); }}
      onDrop={() => { if (dragged.value?.list === list) move(dragged.value.position, position); }}
      onKeyDown={(event) => { if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) { event.preventDefault(); move(position, position + (event.key === "ArrowUp" ? -1 : 1)); } }}
      onMouseEnter={() => onHover?.(true)} onMouseLeave={() => onHover?.(false)}>
      <span class="grip" aria-hidden="true">⠿</span>
      {children}
      <span class="arrows">
        <button type="button" class="arrow" aria-label={up} aria-disabled={position === 0 || undefined} onClick={() => move(position, position - 1)}>↑</button>
        <button type="button" class="arrow" aria-label={down} aria-disabled={position === length - 1 || undefined} onClick={() => move(position, position + 1)}>↓</button>
        {buttons}
      </span>
    </li>
  );
}
