// The studio as a person uses it, in a headless browser. `npm run e2e` needs build/stasis with its studio, and Chromium.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { answered, can, cannotRun, repository, startBrowser, startStudio } from "./browser.mjs";

const why = cannotRun();
if (why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}

const MODEL = `conflict "A dam"
source report "report.txt" "a short report"
party Up "Upstream"
  option dam "Build a dam"  # a comment to keep
party Down "Downstream"
  option sue "Go to court"
status quo none
state calm "Nothing happens" = none
state built "The dam is built" = dam
prefer Up
  not sue
  dam
prefer Down
  sue if dam
  not sue
`;
const REPORT = "The river.\n\n“If they build the dam, we go to court,” said the mayor of the\nlower town.\n";

const tests = [];
const test = (name, run) => tests.push({ name, run });
const only = process.argv[2];

const studio = await startStudio({ "dam.conflict": MODEL, "report.txt": REPORT });
const browser = await startBrowser();
const wrong = [];

async function open() {
  const page = await browser.context.newPage();
  page.setDefaultTimeout(60_000);
  page.on("dialog", (dialog) => void dialog.accept()); // leaving changes that are not saved is asked about
  page.on("pageerror", (error) => wrong.push(`page error: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && !/409|404/.test(message.text()) && wrong.push(`console: ${message.text()}`));
  page.on("request", (request) => !request.url().startsWith(new URL(studio.url).origin) && !/^(data|blob):/.test(request.url()) && wrong.push(`asked elsewhere: ${request.url()}`));
  return page;
}

const page = await open();
await page.goto(studio.url);
await answered(page);
const text = () => page.evaluate(() => document.querySelector(".editor").shadowRoot.querySelector(".cm-content").innerText);
const focusText = () => page.locator(".editor .cm-content").click();
const replaceText = async (words) => {
  await focusText();
  await page.keyboard.press("Control+a");
  await page.locator(".editor .cm-content").evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, words);
};
const openFile = async (name) => {
  await page.keyboard.press("Control+o");
  await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await answered(page);
};

test("the first screen says whether today holds, for whom not and why, and what can", async () => {
  await answered(page);
  await page.getByText("Foreign troops in Ukraine").first().waitFor();
  const said = await page.locator(".answer").innerText();
  assert.match(said, /Today does not hold by itself\./);
  assert.match(said, /Russia has a reason to leave/);
  assert.match(said, /takes up “Accept neutral ground for a meeting”/);
  assert.match(said, /What can hold[^]*Talks on neutral ground, nothing settled/);
  assert.match(said, /What cannot[^]*Settlement in Moscow, and the force comes[^]*Ukraine leaves/);
});

test("the gallery opens, and a state's reason can be read", async () => {
  await openFile("Syria and Iraq, 1975");
  await page.getByRole("tab", { name: "Why" }).click();
  await page.getByLabel("hold for").selectOption({ label: "Iraq" });
  await page.locator(".lines .line-improvement").first().waitFor();
  const said = await page.locator(".lines").innerText();
  assert.match(said, /takes up “Attack”: attack/);
  assert.match(said, /Not deterred under SEQ and SSEQ: no deterring answer is in Syria's interest/);
  // Pointing at a line lights its move in the drawing, and the statement that makes it worth while in the text.
  await page.locator(".lines .line-improvement").first().hover();
  await page.locator(".reason-graph .arrow-lit").waitFor({ state: "attached" });
  const lit = await page.evaluate(() => [...document.querySelector(".editor").shadowRoot.querySelectorAll(".cm-lit")].map((one) => one.textContent).join(""));
  assert.equal(lit, "not release and not escalate and attack");
});

test("a conflict is typed, broken, and mended by the fix that is offered", async () => {
  await page.keyboard.press("Control+o");
  await page.getByRole("button", { name: "New conflict" }).click();
  await answered(page);
  await replaceText(MODEL);
  await answered(page);
  await page.getByRole("tab", { name: "Answer" }).click();
  assert.match(await page.locator(".answer h1").innerText(), /A dam/);
  await replaceText(MODEL.replace("sue if dam", "seu if dam"));
  await page.locator(".problems").getByText("unknown option `seu`").waitFor();
  assert.match(await page.locator(".banner").innerText(), /answer to the last text without one/);
  await page.locator(".problems").getByRole("button", { name: "Change to sue" }).click();
  await answered(page);
  assert.equal(await page.locator(".problems.has-errors").count(), 0);
  assert.ok((await text()).includes("sue if dam"));
});

test("a preference is changed in the form and the answer changes, comments kept", async () => {
  await openFile("dam.conflict");
  await page.getByRole("tab", { name: "Answer" }).click();
  await page.getByRole("heading", { name: /^Today can hold/ }).waitFor();
  await page.getByRole("radio", { name: "Form" }).click();
  await page.getByRole("button", { name: "“dam” more important" }).click();
  await page.getByRole("heading", { name: /^Today does not hold/ }).waitFor();
  await page.getByRole("radio", { name: "Text" }).click();
  assert.match(await text(), /# a comment to keep[^]*prefer Up\n {2}dam\n {2}not sue/);
  await page.getByRole("tab", { name: "Session" }).click();
  assert.ok((await page.locator(".timeline li").count()) >= 2);
  await page.locator("body").press("Control+z");
  await page.getByRole("tab", { name: "Answer" }).click();
  await page.getByRole("heading", { name: /^Today can hold/ }).waitFor();
});

test("what if: before and after, kept only when asked", async () => {
  await page.getByRole("tab", { name: "What if" }).click();
  await page.getByRole("checkbox", { name: "sue if dam" }).uncheck();
  await page.locator(".outcome tr.gained").first().waitFor();
  assert.match(await page.locator(".outcome").innerText(), /The dam is built/);
  assert.ok(!(await text()).includes("# sue if dam"));
  await page.getByRole("button", { name: /^Keep/ }).click();
  await answered(page);
  assert.ok((await text()).includes("  # sue if dam"));
  await page.locator("body").press("Control+z");
  await answered(page);
});

test("states are filtered by an expression, and a wrong one is explained", async () => {
  await page.getByRole("tab", { name: "States" }).click();
  await page.getByTestId("filter").fill("dam and not sue");
  await page.getByText("1 of 4 states").waitFor();
  await page.getByTestId("filter").fill("damm");
  await page.getByRole("alert").getByText("did you mean").waitFor();
  await page.getByTestId("filter").fill("");
});

test("the drawings are drawn by structure and saved as SVG and PNG", async () => {
  await page.getByRole("tab", { name: "Graph" }).click();
  for (const name of ["What can come of it", "Moves from it", "Choices against choices"]) {
    await page.getByRole("radio", { name }).click();
    assert.ok((await page.locator("svg.drawing .box").count()) > 0, name);
  }
  for (const [name, begin] of [["Save SVG", "<svg"], ["Save PNG", "\x89PNG"]]) {
    const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    assert.ok(readFileSync(await saved.path(), "latin1").startsWith(begin), name);
  }
});

test("paths tell who gives way", async () => {
  await page.getByRole("tab", { name: "Paths" }).click();
  await page.getByLabel("to", { exact: true }).fill("sue and not dam");
  await page.getByRole("button", { name: "Find ways" }).click();
  await page.locator(".goal .step.concedes").first().waitFor();
});

test("a passage is cited by marking it and choosing a line", async () => {
  await page.getByRole("tab", { name: "Evidence" }).click();
  const report = page.getByTestId("report-text");
  await report.getByText("If they build the dam").waitFor();
  await report.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent.indexOf("If they build the dam, we go to court,");
      if (at < 0) continue;
      getSelection().setBaseAndExtent(node, at, node, at + 37);
    }
  });
  await page.locator(".citing").getByRole("button", { name: /sue if dam/ }).click();
  await page.keyboard.press("c");
  await page.locator(".report-text mark").waitFor();
  await answered(page);
  assert.ok((await text()).includes('    because report "If they build the dam, we go to court'));
  assert.equal(await page.locator(".report-text mark").innerText(), "If they build the dam, we go to court");
});

test("the file is saved, and a newer version on disk is never written over unasked", async () => {
  const file = join(studio.folder, "dam.conflict");
  await page.keyboard.press("Control+s");
  await page.getByText("· saved").waitFor();
  assert.ok(readFileSync(file, "utf8").includes("because report"));
  writeFileSync(file, MODEL.replace("A dam", "Theirs"));
  await focusText();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("# mine");
  await page.keyboard.press("Control+s");
  await page.getByRole("dialog", { name: "The file is newer" }).waitFor();
  assert.ok(readFileSync(file, "utf8").includes("Theirs"));
  await page.getByRole("button", { name: "Save mine over it" }).click();
  await page.getByText("· saved").waitFor();
  assert.ok(readFileSync(file, "utf8").includes("# mine"));
});

test("the case is exported as one report", async () => {
  if (!can("report")) return "this program has no report";
  await answered(page);
  const [saved] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+e")]);
  const html = readFileSync(await saved.path(), "utf8");
  assert.match(html, /<html/i);
  assert.match(html, /A dam/);
  assert.doesNotMatch(html, /(?:src|href)="https?:/);
});

test("how sure it is, and what it would take, are told and can be tried", async () => {
  await openFile("dam.conflict");
  await page.getByRole("tab", { name: "How sure" }).click();
  await page.getByRole("button", { name: "Today: Nothing happens" }).click();
  await page.locator(".turns").getByText(/falls under|would hold under/).first().waitFor();
  if (!can("invert")) return;
  await page.getByRole("tab", { name: "What it takes" }).click();
  await page.locator(".invert .picker select").selectOption({ label: "The dam is built" });
  await page.getByRole("heading", { name: /change would do/ }).waitFor();
  await page.getByRole("button", { name: "Try it in What if" }).first().click();
  await page.locator(".outcome tr.gained").first().waitFor();
  await page.getByRole("button", { name: "Start over" }).click();
});

test("a long solve can be stopped", async () => {
  const parties = Array.from({ length: 5 }, (_, p) => `party P${p}\n${Array.from({ length: 4 }, (_, o) => `  option o${p}_${o}\n`).join("")}`).join("");
  const wishes = Array.from({ length: 5 }, (_, p) => `prefer P${p}\n${Array.from({ length: 4 }, (_, o) => `  not o${(p + 1) % 5}_${o}\n  o${p}_${o}\n`).join("")}`).join("");
  await replaceText(`conflict "A million states"\n${parties}status quo none\n${wishes}`);
  const begun = Date.now();
  await page.locator(".status.running").waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.locator(".status.running").waitFor({ state: "detached" });
  assert.ok(Date.now() - begun < 60_000);
  await replaceText(MODEL);
  await answered(page);
});

test("a hundred thousand states are listed, scrolled and sorted", async () => {
  await page.keyboard.press("Control+o");
  await page.getByRole("dialog").getByRole("button", { name: /^Uruguay Round/ }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await answered(page);
  await page.getByRole("tab", { name: "States" }).click();
  await page.getByText("138,240 of 138,240 states").waitFor();
  await page.getByRole("button", { name: "#" }).click();
  await page.locator(".virtual").press("End");
  await page.locator(".row.chosen .id", { hasText: "138240" }).waitFor();
  assert.ok((await page.locator(".virtual .row").count()) < 120);
  await openFile("dam.conflict");
});

test("every screen is reached by keys, and the keys are listed", async () => {
  await page.locator("#the-answer").focus();
  for (let number = 1; number <= 8; number++) {
    await page.keyboard.press(`Alt+${number}`);
    assert.equal(await page.getByRole("tab", { selected: true }).count(), 1);
  }
  await page.locator("#the-answer").focus();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await page.keyboard.press("Escape");
});

test("nothing is wider than the page at 360 px", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (let number = 1; number <= 8; number++) {
    await page.locator("#the-answer").focus();
    await page.keyboard.press(`Alt+${number}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, `screen ${number} is ${wide} px wide`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

let failed = 0;
const begun = Date.now();
for (const { name, run } of tests) {
  if (only && !name.includes(only)) continue;
  const at = Date.now();
  try {
    const skipped = await run();
    assert.deepEqual(wrong.splice(0), []);
    console.log(skipped ? `skip  ${name}: ${skipped}` : `ok    ${name} (${((Date.now() - at) / 1000).toFixed(1)} s)`);
  } catch (reason) {
    failed++;
    console.log(`FAIL  ${name}\n      ${String(reason?.stack ?? reason).split("\n").slice(0, 12).join("\n      ")}`);
    if (process.env.E2E_SHOTS && existsSync(process.env.E2E_SHOTS)) await page.screenshot({ path: join(process.env.E2E_SHOTS, `failed-${failed}.png`) }).catch(() => undefined);
    await page.keyboard.press("Escape").catch(() => undefined);
    await page.setViewportSize({ width: 1440, height: 900 });
    wrong.length = 0;
  }
}
console.log(`${tests.length - failed} of ${tests.length} in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
await browser.stop();
await studio.stop();
process.exit(failed ? 1 : 0);
