// How long from a key to the answer on the screen beside how long `solve --format json` of the same text takes, turn about in one run; to the first
// paint; from opening a huge conflict to its answer; and how long a key takes to show in a text of 2 MB: `node e2e/measure.mjs [NAME…]`. Medians, in
// milliseconds, and the least of each: of a loaded machine the ratio of the leasts says most.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { answered, cannotRun, program, repository, startBrowser, startStudio } from "./browser.mjs";

const why = cannotRun();
if (why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}
const CASES = process.argv.length > 2 ? process.argv.slice(2) : ["syria-iraq/syria-iraq", "prisoners-dilemma/prisoners-dilemma", "elmira/nine-states", "garrison/garrison-diversion", "foreign-troops/foreign-troops", "trade/uruguay-round"];
const HUGE = "foreign-troops/full";
const LONG = "long.conflict"; // 2 MB, nearly all of it comments

const TIMES = 15;
const ratios = (shown, solved) => `ratio ${(median(shown) / median(solved)).toFixed(1)}, of the leasts ${(Math.min(...shown) / Math.min(...solved)).toFixed(1)}`;
const spread = (values) => `${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const files = Object.fromEntries(CASES.map((name) => [`${name.split("/").pop()}.conflict`, readFileSync(join(repository, "conflicts", `${name}.conflict`), "utf8")]));
const source = (name) => readFileSync(join(repository, "conflicts", `${name}.conflict`), "utf8");
const long = source("elmira/nine-states") + "# a line that says nothing, again and again\n".repeat(Math.ceil(2_000_000 / 44));
const studio = await startStudio({ ...files, "full.conflict": source(HUGE), [LONG]: long, "report.txt": readFileSync(join(repository, "conflicts/foreign-troops/report.txt"), "utf8") });
const browser = await startBrowser();
const page = await browser.context.newPage();
page.on("dialog", (dialog) => void dialog.accept());
await page.goto(studio.url);
await answered(page);
const paints = [];
for (let at = 0; at < 5; at++) {
  await page.reload();
  await answered(page);
  paints.push(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN));
}
console.log(`first contentful paint ${median(paints).toFixed(0)}`);

const solveNow = (text) => {
  const begun = performance.now();
  execFileSync(program, ["solve", "-", "--format", "json"], { input: text, cwd: studio.folder, maxBuffer: 1 << 28, stdio: ["pipe", "pipe", "ignore"] });
  return performance.now() - begun;
};
/** In the page: from the next event of this kind to the answer on the screen, of a question that was asked after it. */
const clock = (event) => page.evaluate((kind) => {
  window.answeredIn = new Promise((done) => {
    addEventListener(kind, () => {
      const begun = performance.now();
      let asked = false;
      const watch = new MutationObserver(() => {
        const there = document.querySelector(".status[data-took]") !== null;
        asked ||= !there;
        if (!asked || !there) return;
        watch.disconnect();
        // What is posted from within a frame comes when that frame has been drawn.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now() - begun);
          port2.postMessage(null);
        });
      });
      watch.observe(document.querySelector("header"), { childList: true, subtree: true, attributes: true });
      setTimeout(() => done(NaN), 60_000);
    }, { once: true, capture: true });
  });
}, event);

/** Opens a file; how long until its answer is there. */
async function open(name) {
  await page.keyboard.press("Control+o");
  const button = page.getByRole("dialog").getByRole("button", { name, exact: true });
  await button.waitFor();
  await clock("click");
  await button.click();
  return page.evaluate(() => window.answeredIn);
}

for (const name of Object.keys(files)) {
  await open(name);
  await page.locator(".editor .cm-content").click();
  await page.keyboard.press("Control+End");
  const times = [];
  const solves = [];
  const text = readFileSync(join(studio.folder, name), "utf8");
  for (let at = 0; at < TIMES; at++) {
    await clock("keydown");
    await page.keyboard.type(at % 2 ? "x" : "#");
    times.push(await page.evaluate(() => window.answeredIn));
    solves.push(solveNow(text));
    if (at % 2) await page.keyboard.press("Enter");
    await page.waitForTimeout(250);
  }
  console.log(`${name}: key to answer ${spread(times)}, solve ${spread(solves)}, ${ratios(times, solves)}`);
}

const opens = [];
const solved = [];
for (let at = 0; at < 5; at++) {
  await open(Object.keys(files)[0]);
  opens.push(await open("full.conflict"));
  solved.push(solveNow(source(HUGE)));
}
console.log(`full.conflict: opened and answered ${spread(opens)}, solve ${spread(solved)}, ${ratios(opens, solved)}`);

await open(LONG);
await page.locator(".editor .cm-content").click();
const echoes = [];
for (let at = 0; at < TIMES; at++) {
  await page.evaluate(() => {
    window.shownIn = new Promise((done) => addEventListener("keydown", () => {
      const begun = performance.now();
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
    }, { once: true, capture: true }));
  });
  await page.keyboard.type("x");
  echoes.push(await page.evaluate(() => window.shownIn));
  await page.waitForTimeout(120);
}
console.log(`${LONG}: a key shows after ${spread(echoes)}`);
console.log(`load ${loadavg().map((one) => one.toFixed(1)).join(" ")}`);
await browser.stop();
await studio.stop();
