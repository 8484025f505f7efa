import * as api from "../api";
import { download, fileName } from "../graph/save";
import * as store from "../store";

export const cannotReport = () => (store.errors.value.length ? "The model has a mistake: mend it first" : null);

/** The whole case as one HTML file that needs nothing else; the same bytes as `stasis report`. */
export async function exportReport() {
  const why = cannotReport();
  if (why) return store.tell(why);
  store.tell("Writing the report …");
  const { html } = await api.report(store.text.value, store.folder.value);
  const name = fileName(store.answer.value?.conflict.conflict ?? "case", "html");
  download(name, new Blob([html], { type: "text/html" }));
  store.tell(`The report is ${name}, in the folder of downloads.`);
}
