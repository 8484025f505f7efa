import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync, existsSync, rmSync, renameSync, chmodSync } from "node:fs";
import { join } from "node:path";
import { answered, program, repository, startBrowser, startStudio } from "./browser.mjs";
const only = process.argv[2];
const read = (name) => readFileSync(join(repository, "conflicts", name), "utf8");
const free = (each) => `conflict "Free"\n${[0,1,2].map((p)=>`party P${p}\n${Array.from({length:each},(_,o)=>`  option o${p}_${o}\n`).join("")}`).join("")}status quo none\n`+[0,1,2].map((p)=>`prefer P${p}\n${Array.from({length:each},(_,o)=>`  not o${(p+1)%3}_${o}\n  o${p}_${o}\n`).join("")}`).join("");
const INDIFF = `conflict "Indifferent"\nparty A "The first"\n  option a "Move"\nparty B "The second"\n  option b "Answer"\nstatus quo none\nprefer A\n  not b\n  a\n`;
const EVID = read("foreign-troops/foreign-troops.conflict").replace("report.txt", "nothere.txt");
const studio = await startStudio({ "free6.conflict": free(6), "indiff.conflict": INDIFF, "nowhere.conflict": EVID, "full.conflict": read("foreign-troops/full.conflict"), "trade.conflict": read("trade/uruguay-round.conflict"), "report.txt": read("foreign-troops/report.txt"), "elmira.conflict": read("elmira/nine-states.conflict") });
const browser = await startBrowser();
const page = await browser.context.newPage();
page.setDefaultTimeout(30000);
const wrong = [];
page.on("dialog", (d) => void d.accept());
page.on("pageerror", (e) => wrong.push("page error: " + e.message));
page.on("console", (m) => m.type() === "error" && wrong.push("console: " + m.text()));
await page.goto(studio.url); await answered(page);
const text = () => page.evaluate(() => document.querySelector(".editor").shadowRoot.querySelector(".cm-content").innerText);
const open = async (name) => { await page.keyboard.press("Control+o"); await page.getByRole("dialog").getByRole("button", { name, exact: true }).first().click(); await page.getByRole("dialog").waitFor({ state: "detached" }); await answered(page); };
const tab = async (name) => { await page.getByRole("tab", { name, exact: true }).click(); await page.locator(".answer-pane .waiting").first().waitFor({ state: "detached" }).catch(() => {}); };
const said = (sel = ".screen") => page.locator(sel).first().innerText();
const replaceText = async (words) => { await page.locator(".editor .cm-content").click(); await page.keyboard.press("Control+a"); await page.locator(".editor .cm-content").evaluate((el, pasted) => { const d = new DataTransfer(); d.setData("text/plain", pasted); el.dispatchEvent(new ClipboardEvent("paste", { clipboardData: d, bubbles: true, cancelable: true })); }, words); };
const newDoc = async (words) => { await page.keyboard.press("Control+o"); await page.getByRole("button", { name: "New conflict", exact: true }).click(); await page.getByRole("dialog").waitFor({ state: "detached" }); await answered(page); if (words) { await replaceText(words); await page.waitForTimeout(200); await answered(page); } };
const cli = (...args) => { try { return execFileSync(program, args, { encoding: "utf8", cwd: studio.folder, env: { ...process.env, COLUMNS: "180", NO_COLOR: "1" } }); } catch (e) { return `exit ${e.status}: ${e.stdout}${e.stderr}`; } };
const rows = [];
const row = (name, run) => rows.push({ name, run });
export { row, page, open, tab, said, text, replaceText, newDoc, cli, studio, browser, wrong, answered, join, writeFileSync, readFileSync, existsSync, rmSync, renameSync, chmodSync };
export async function go() {
  for (const { name, run } of rows) {
    if (only && !name.startsWith(only)) continue;
    try { const seen = await run(); console.log(`== ${name}\n${typeof seen === "string" ? seen : JSON.stringify(seen)}`); } catch (e) { console.log(`== ${name}\nFAILED ${String(e.message).slice(0, 600)}`); await page.keyboard.press("Escape"); }
    if (wrong.length) console.log("   !! " + wrong.splice(0).join(" | ").slice(0, 600));
  }
  await browser.stop(); await studio.stop();
}
