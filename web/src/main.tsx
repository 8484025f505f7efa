import { effect } from "@preact/signals";
import { render } from "preact";
import { follow } from "./answer/live";
import { App } from "./app";
import { onKey } from "./keys";
import { start } from "./session/document";
import * as store from "./store";

// The fragment says which screen is seen, so that a reload stays and the browser's Back goes back.
const fromHash = () => {
  const wanted = location.hash.slice(1) as store.Screen;
  if (store.SCREENS.includes(wanted)) store.screen.value = wanted;
};
fromHash();
addEventListener("hashchange", fromHash);
effect(() => {
  if (location.hash.slice(1) !== store.screen.value) history.pushState(null, "", `#${store.screen.value}`);
});

const host = document.getElementById("studio")!;
host.replaceChildren();
render(<App />, host);
addEventListener("keydown", onKey);
follow();
start().catch(store.fail);
