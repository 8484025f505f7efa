// What a tab keeps through a reload besides the text: answers that were given, moves that were played, changes that are tried. Each says
// of which document or text it is, so that it is never taken for another's.

import { effect, signal, type Signal } from "@preact/signals";

/** A signal whose value a reload brings back. `pack` and `unpack`: what JSON does not know by itself. */
export function keptInTab<T>(name: string, empty: T, pack: (value: T) => unknown = (value) => value, unpack: (kept: unknown) => T = (kept) => kept as T): Signal<T> {
  const at = `stasis-tab:${name}`;
  const kept = signal(empty);
  try {
    const before = sessionStorage.getItem(at);
    if (before !== null) kept.value = unpack(JSON.parse(before));
  } catch {
    // nothing that can be read: it begins anew
  }
  effect(() => {
    const value = kept.value;
    try {
      sessionStorage.setItem(at, JSON.stringify(pack(value)));
    } catch {
      // no room: it lasts as long as the page
    }
  });
  return kept;
}
