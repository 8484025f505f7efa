// Files that are dropped on the page: a conflict is opened, reports are read, anything else is said to be neither. A file dropped is no way to
// leave the page.

import { joined } from "../answer/wording";
import { takeReports } from "../ui/reports";
import * as store from "../store";
import { openDropped } from "./document";
import { isReport } from "./reports";

async function take(files: File[]): Promise<void> {
  const models = files.filter((file) => /\.(conflict|gmcr)$/i.test(file.name));
  const reports = files.filter((file) => isReport(file.name));
  const neither = files.filter((file) => !models.includes(file) && !reports.includes(file)).map((file) => file.name);
  // Each becomes a document of its own; the last is shown, the others are offered by Open.
  for (const model of models) await openDropped(model.name, await model.arrayBuffer());
  if (reports.length) await takeReports(reports);
  if (neither.length) store.tell(`${joined(neither)} ${neither.length === 1 ? "is" : "are"} neither a conflict nor a report: texts, pages, mail, captions, PDF and office files are.`);
  else if (models.length > 1) store.tell(`${models.length} conflicts are opened: this is ${models.at(-1)!.name}, and Open … offers the others.`);
}

export function takeDropped() {
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!files.length) return; // words that are dragged within the page
    event.stopPropagation(); // the text would take the file's words in
    void take(files).catch(store.fail);
  }, true);
}
