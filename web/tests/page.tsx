// A screen drawn in jsdom, its answers those of the built program.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { render, type ComponentType } from "preact";
import { act } from "preact/test-utils";
import { expect } from "vitest";
import { answerNow } from "../src/answer/live";
import * as store from "../src/store";
import { repository, serve } from "./server";

Element.prototype.scrollIntoView ??= () => undefined;
globalThis.ResizeObserver ??= class { observe() {} unobserve() {} disconnect() {} } as typeof ResizeObserver;
globalThis.CSS ??= { escape: (words: string) => words } as typeof CSS;

export const host = document.body.appendChild(document.createElement("div"));
export const bare = (words: string) => words.replace(/[\s ]+/g, "");
export const shownText = () => host.textContent ?? "";
export const gone = () => render(null, host);
export const texts = (selector: string) => [...host.querySelectorAll(selector)].map((one) => one.textContent);

/** The button or box that is called so. */
export function called(name: string | RegExp, role = "button"): HTMLElement {
  const found = [...host.querySelectorAll<HTMLElement>(role)].find((one) => (typeof name === "string" ? one.textContent.trim() === name : name.test(one.textContent)));
  if (!found) throw new Error(`no ${role} is called ${String(name)}: ${shownText().slice(0, 2000)}`);
  return found;
}
export const click = (element: HTMLElement) => act(() => element.click());

export async function until(holds: () => boolean, what: string, patience = 60_000) {
  for (const end = Date.now() + patience; !holds(); ) {
    if (Date.now() > end) throw new Error(`${what}: ${shownText().slice(0, 2000)}`);
    await act(() => new Promise<void>((done) => setTimeout(done, 20)));
  }
}

export async function show(Screen: ComponentType) {
  gone();
  await act(() => render(<Screen />, host));
}

/** A conflict of the gallery, or a text of its own. */
export interface Case { name: string; text: () => string; folder?: string }
export const file = (name: string) => readFileSync(join(repository, "conflicts", name), "utf8");
export const ofGallery = (name: string, path: string): Case => ({ name, text: () => file(path), folder: path.replace(/\/[^/]*$/, "") });
export const cwdOf = ({ folder }: Case) => (folder ? join(repository, "conflicts", folder) : repository);

/** 3 parties of `each` options: as many states as 2^(3·each), of which none is ruled out. */
export const free = (each: number) =>
  `conflict "Free"\n${[0, 1, 2].map((p) => `party P${p}\n${Array.from({ length: each }, (_, o) => `  option o${p}_${o}\n`).join("")}`).join("")}status quo none\n` +
  [0, 1, 2].map((p) => `prefer P${p}\n${Array.from({ length: each }, (_, o) => `  not o${(p + 1) % 3}_${o}\n  o${p}_${o}\n`).join("")}`).join("");

/** A caller and many parties alike, who are counted: states by the trillion, few orbits. */
export const alike = (members: number) =>
  `conflict "Alike"\nparty Lead "The one that asks"\n  option call "Call for help"\nparties Helpers "helpers" of ${Array.from({ length: members }, (_, at) => `h${at}`).join(", ")}\n  option help "Help"\nstatus quo none\n` +
  "state called_for = call\nprefer Lead\n  at least 5 of Helpers.help\n  call\nprefer each Helpers\n  at least 5 of Helpers.help\n  not self.help\n";

/** Answers the text as the page does, nothing chosen. */
export async function answer(model: string, folder?: string) {
  serve(folder ? join(repository, "conflicts", folder) : repository);
  store.chosen.value = store.chosenParty.value = store.chosenConcept.value = null;
  store.listing.value = null;
  store.session.value = { version: "", folder: "", file: null, readOnly: false, otherStudio: false, gallery: [], verbs: ["solve", "robust", "invert", "read", "ask", "elicit"] };
  store.text.value = model;
  await answerNow();
  expect(store.problem.value).toBeNull();
  expect(store.answer.value?.text).toBe(model);
}
