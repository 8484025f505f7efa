import { render } from "preact";
import { keepAddress } from "./address";
import { follow } from "./answer/live";
import { takeKey } from "./api";
import { App } from "./app";
import { onKey } from "./keys";
import { start } from "./session/document";
import * as store from "./store";

takeKey();
keepAddress();
const host = document.getElementById("studio")!;
host.replaceChildren();
render(<App />, host);
addEventListener("keydown", onKey);
for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault()); // a file dropped is no way to leave the page
follow();
start().catch(store.fail);
