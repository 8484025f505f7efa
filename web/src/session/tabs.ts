// Tabs on the same file know of each other: each holds a lock on its name that others may hold too, which ends with the tab.

import { computed, effect } from "@preact/signals";
import * as store from "../store";

const OPEN = "stasis-open:";

export const tab = crypto.randomUUID();
export const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("stasis-studio");

const nameOf = (path: string) => `${OPEN}${store.session.peek()?.folder ?? ""}:${path}`;

/** Whether another tab has the file open now. */
export async function lookAtTabs(): Promise<void> {
  const path = store.path.peek();
  if (path === null || !navigator.locks) return;
  const { held = [] } = await navigator.locks.query();
  if (store.path.peek() === path) store.elsewhere.value = held.filter((lock) => lock.name === nameOf(path)).length > 1;
}

/** This tab has open what it shows, as long as it shows it. `left` is told of a file that it shows no longer. */
export function tellTabs(left: (path: string) => void) {
  const folder = computed(() => store.session.value?.folder ?? null);
  effect(() => {
    const path = store.path.value;
    if (path === null || folder.value === null) return;
    let release = () => undefined as void;
    let over = false;
    void navigator.locks?.request(nameOf(path), { mode: "shared" }, () => {
      channel?.postMessage({ opened: path, from: tab });
      void lookAtTabs();
      return over ? undefined : new Promise<void>((done) => { release = done; });
    }).then(() => channel?.postMessage({ left: path, from: tab })).catch(() => undefined);
    return () => {
      over = true;
      release();
      store.elsewhere.value = false;
      left(path);
    };
  });
}
