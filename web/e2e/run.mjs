// The studio as a person uses it, in a headless browser. `npm run e2e` needs build/stasis with its studio, and Chromium.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answered, can, cannotRun, program, repository, startBrowser, startStudio } from "./browser.mjs";

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
const OTHER = `conflict "A bridge"\nparty East\n  option build\nparty West\n  option pay\nstatus quo none\nprefer East\n  build\nprefer West\n  not pay\n`;
const GMCR = JSON.stringify({ options: [{ name: "Strike", permittedDirection: "both" }, { name: "Yield", permittedDirection: "both" }], decisionMakers: [{ name: "Union", options: [0], preferences: [[[1, "Y"]]] }, { name: "Firm", options: [1], preferences: [[[0, "N"]]] }], infeasibles: [] });
const REPORT = "The river.\n\n“If they build the dam, we go to court,” said the mayor of the\nlower town.\n";

const tests = [];
const test = (name, run) => tests.push({ name, run });
const only = process.argv[2];

const studio = await startStudio({ "dam.conflict": MODEL, "bridge.conflict": OTHER, "strike.gmcr": GMCR, "report.txt": REPORT, "pictures.conflict": readFileSync(join(repository, "conflicts/syria-iraq/pictures.conflict"), "utf8") });
writeFileSync(join(studio.folder, "latin.conflict"), Buffer.from(OTHER.replace("bridge", "br\xfccke"), "latin1"));
const browser = await startBrowser();
const wrong = [];

async function open() {
  const page = await browser.context.newPage();
  page.setDefaultTimeout(Number(process.env.E2E_WAIT ?? 60_000));
  page.on("dialog", (dialog) => void dialog.accept()); // leaving changes that are not saved is asked about
  page.on("pageerror", (error) => wrong.push(`page error: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && !/409|404|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_INCOMPLETE/.test(message.text()) && wrong.push(`console: ${message.text()}`));
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

/** A new conflict with a text of its own, in no file. */
const neverSaved = async () => {
  await page.keyboard.press("Control+o");
  await page.getByRole("button", { name: "New conflict", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await answered(page);
  await replaceText(OTHER.replace("A bridge", "Never saved"));
};

/** The switch for those who know the names of the solution concepts. */
const specialists = async (on) => {
  await page.getByRole("tab", { name: "Answer" }).click();
  await page.getByRole("checkbox", { name: "names of the solution concepts" }).setChecked(on);
};

/** Waits until it is so. */
async function until(holds, what, patience = 20_000) {
  for (const end = Date.now() + patience; !(await holds()); ) {
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await page.waitForTimeout(100);
  }
}

test("the first screen says who would rather do what today, and of each outcome whether it holds, who leaves, how sure", async () => {
  await answered(page);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByText("Foreign troops in Ukraine").first().waitFor();
  await page.getByRole("heading", { name: "Today holds by fear: Russia would rather choose “Accept neutral ground for a meeting”" }).waitFor();
  const rows = page.locator(".outcomes tr[data-state]");
  assert.match(await rows.first().innerText(), /Today: As reported\s+◔ holds by fear\s+● ?Russia/);
  assert.match(await page.locator(".outcomes tr", { hasText: "Talks on neutral ground, nothing settled" }).innerText(), /● holds\s+nobody would gain by acting alone/);
  await page.locator(".outcomes tr", { hasText: "Settlement in Moscow" }).getByText(/Ukraine.* would drop “Go to Moscow”/).waitFor();
  await page.locator(".outcomes tr", { hasText: "Settlement on neutral ground, and no force" }).getByText("52 of 55").waitFor();
  // All of it without scrolling, the outcomes nobody named counted.
  const last = page.locator(".outcomes tr.more").last();
  assert.match(await last.innerText(), /1,818 outcomes nobody named: 73 can hold/);
  const box = await last.boundingBox();
  assert.ok(box.y + box.height < 768, `the table ends at ${box.y + box.height}`);
  // A row opens its reason in place: the sentence, the words quoted, the moves drawn.
  const row = page.locator(".outcomes").getByRole("button", { name: "Settlement on neutral ground, and the force comes", exact: true });
  await row.click();
  await page.locator(".opened").getByText("would gain by one move: drop “Accept a settlement”").waitFor();
  await page.locator(".opened").getByText("because “").first().waitFor();
  await page.locator(".opened svg.drawing .box").first().waitFor();
  await row.click();
  // What would make the outcome that is asked about hold, tried by one click.
  await page.locator(".ways li", { hasText: "could not take back “Accept a settlement”" }).getByRole("button", { name: "Try it" }).click();
  await page.locator(".outcome tr.gained").first().waitFor();
  await page.getByRole("button", { name: "Start over" }).click();
  await page.getByRole("tab", { name: "Answer" }).click();
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("the guided minute is offered once, in five steps, and again when asked for", async () => {
  const other = await open();
  await other.goto(new URL(studio.url).origin);
  await answered(other);
  await other.evaluate(() => {
    sessionStorage.clear();
    sessionStorage.setItem("e2e-new", "yes");
    for (const name of ["stasis-guided", "stasis-model"]) {
      localStorage.removeItem(name);
      document.cookie = `${name}=; max-age=0; path=/`;
    }
  });
  await other.goto("about:blank");
  await other.goto(new URL(studio.url).origin);
  const guide = other.getByRole("complementary", { name: "Guided minute" });
  for (let step = 1; step <= 5; step++) {
    await guide.getByText(`${step} of 5`).waitFor();
    await other.locator(".guided").waitFor();
    if (step === 3) await other.locator(".opened svg.drawing .box").first().waitFor();
    // Its box stands below the page: it covers nothing of what it speaks of.
    const [box, page] = [await guide.boundingBox(), await other.locator(".panes").boundingBox()];
    assert.ok(page.y + page.height <= box.y + 1, `the guide begins at ${box.y}, the page ends at ${page.y + page.height}`);
    await guide.getByRole("button", { name: step < 5 ? "Next" : "Done" }).click();
  }
  await guide.waitFor({ state: "detached" });
  await other.reload();
  await answered(other);
  assert.equal(await guide.count(), 0);
  await other.locator("#the-answer").focus();
  await other.keyboard.press("?");
  await other.getByRole("button", { name: /^Show me around/ }).click();
  await guide.getByRole("button", { name: "Skip" }).click();
  await guide.waitFor({ state: "detached" });
  await other.close();
  await page.evaluate(() => { document.cookie = "stasis-model=shown; path=/"; });
});

test("the model is one click or key away, as it was left, and another document begins at the top of its answer", async () => {
  await page.evaluate(() => { document.cookie = "stasis-model=hidden; path=/"; });
  await page.setViewportSize({ width: 1366, height: 768 });
  await openFile("bridge.conflict");
  const editor = page.locator(".editor .cm-content");
  await editor.waitFor({ state: "hidden" });
  await page.locator("#the-answer").focus();
  await page.keyboard.press("Alt+t");
  await editor.waitFor();
  await openFile("dam.conflict");
  await editor.waitFor(); // as it was left
  await page.getByRole("button", { name: "Hide model" }).click();
  await editor.waitFor({ state: "hidden" });
  // Elsewhere on the page and scrolled: the next document begins with its answer, at the top.
  await page.getByRole("tab", { name: "Play" }).click();
  await page.locator("#screen").evaluate((box) => box.scrollTo(0, 9999));
  await openFile("bridge.conflict");
  assert.equal(await page.getByRole("tab", { name: "Answer" }).getAttribute("aria-selected"), "true");
  assert.equal(await page.locator("#screen").evaluate((box) => box.scrollTop), 0);
  // What is to be typed is shown.
  await page.keyboard.press("Control+o");
  await page.getByRole("button", { name: "New conflict", exact: true }).click();
  await editor.waitFor();
  await openFile("bridge.conflict");
  await editor.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Show model" }).click();
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("an outcome is named, renamed, changed and taken away in the form, and named where it is shown", async () => {
  await openFile("bridge.conflict");
  await page.getByRole("radio", { name: "Form" }).click();
  const name = page.getByRole("textbox", { name: "Name an outcome" });
  await name.fill("not");
  await name.press("Enter");
  await page.locator(".new-outcome .refused", { hasText: "a word of the language" }).waitFor();
  await name.fill("Built together");
  const ticks = page.locator(".new-outcome input[type=checkbox]");
  await ticks.nth(0).check();
  await ticks.nth(1).check();
  await name.press("Enter");
  await page.locator('.outcomes tr[data-state="YY"]', { hasText: "Built together" }).waitFor();
  await page.getByRole("radio", { name: "Text" }).click();
  assert.match(await text(), /state built_together "Built together" = build, pay/);
  await page.getByRole("radio", { name: "Form" }).click();
  await page.getByRole("textbox", { name: "name of the outcome Built together" }).fill("Both build");
  await page.keyboard.press("Enter");
  await page.locator('.outcomes tr[data-state="YY"]', { hasText: "Both build" }).waitFor();
  await page.locator(".outcomes-named summary").click();
  await page.locator(".outcomes-named input[type=checkbox]").nth(1).uncheck();
  await page.getByRole("radio", { name: "Text" }).click();
  await until(async () => /"Both build" = build$/m.test(await text()), "the changed outcome");
  await page.getByRole("radio", { name: "Form" }).click();
  await page.getByRole("button", { name: "Remove Both build" }).click();
  await until(async () => !(await page.locator(".outcomes").innerText()).includes("Both build"), "the outcome without its name");
  await page.locator(".outcomes tr[data-state]").last().getByRole("button").first().click();
  await page.getByRole("button", { name: "Name this outcome" }).first().click();
  await page.keyboard.type("Nobody pays");
  await page.keyboard.press("Enter");
  await page.locator(".outcomes tr[data-state]", { hasText: "Nobody pays" }).first().waitFor();
  await page.getByRole("radio", { name: "Text" }).click();
  await replaceText(OTHER);
  await answered(page);
});

test("the gallery opens, and a state's reason can be read", async () => {
  await openFile("Syria and Iraq, 1975");
  await page.getByRole("tab", { name: "Why" }).click();
  await page.getByLabel("hold for").selectOption({ label: "Iraq" });
  await page.locator(".lines .line-improvement").first().waitFor();
  const said = await page.locator(".lines").innerText();
  assert.match(said, /could choose “Attack”: attack/);
  assert.match(said, /^Iraq: would stay by fear\.$/m);
  assert.match(said, /It might fear that Syria would choose “.*”; but/);
  assert.doesNotMatch(said, /Nash|GMR|SMR|SEQ/); // the names stand behind a switch
  // Pointing at a line lights its move in the drawing, and the statement that makes it worth while in the text.
  await page.locator(".lines .line-improvement").first().hover();
  await page.locator(".reason-graph .arrow-lit").waitFor({ state: "attached" });
  const lit = await page.evaluate(() => [...document.querySelector(".editor").shadowRoot.querySelectorAll(".cm-lit")].map((one) => one.textContent).join(""));
  assert.equal(lit, "not release and not escalate and attack");
});

test("a conflict is typed, broken, and mended by the fix that is offered", async () => {
  await page.keyboard.press("Control+o");
  await page.getByRole("button", { name: "New conflict", exact: true }).click();
  await answered(page);
  // Blanks of one's own do not add to those that come by themselves; what begins a statement goes back to the margin.
  await replaceText("");
  for (const line of ["party A", "  option x", "  option y", "party B", "  option z", "prefer A", "  x if z"]) {
    await page.keyboard.type(line);
    await page.keyboard.press("Escape"); // no word is completed
    await page.keyboard.press("Enter");
  }
  assert.equal((await page.evaluate(() => [...document.querySelector(".editor").shadowRoot.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n"))).trimEnd(), "party A\n  option x\n  option y\nparty B\n  option z\nprefer A\n  x if z");
  await replaceText(MODEL);
  await answered(page);
  await page.getByRole("tab", { name: "Answer" }).click();
  assert.match(await page.locator(".answer h1").innerText(), /A dam/);
  await replaceText(MODEL.replace("sue if dam", "seu if dam"));
  await page.locator(".problems").getByText("unknown option `seu`").waitFor();
  assert.match(await page.locator(".answer-pane .banner").first().innerText(), /answer to the last text without one/);
  await page.locator(".problems").getByRole("button", { name: "Change to sue" }).click();
  await answered(page);
  assert.equal(await page.locator(".problems.has-errors").count(), 0);
  assert.ok((await text()).includes("sue if dam"));
});

test("a preference is changed in the form and the answer changes, comments kept", async () => {
  await openFile("dam.conflict");
  await page.getByRole("tab", { name: "Answer" }).click();
  await page.getByRole("heading", { name: /^Today holds by answers/ }).waitFor();
  await page.getByRole("radio", { name: "Form" }).click();
  await page.getByRole("button", { name: "“dam” more important" }).click();
  await page.getByRole("heading", { name: /^Today does not hold/ }).waitFor();
  await page.getByRole("radio", { name: "Text" }).click();
  assert.match(await text(), /# a comment to keep[^]*prefer Up\n {2}dam\n {2}not sue/);
  await page.getByRole("tab", { name: "Session" }).click();
  assert.ok((await page.locator(".timeline li").count()) >= 2);
  await page.locator("body").press("Control+z");
  await page.getByRole("tab", { name: "Answer" }).click();
  await page.getByRole("heading", { name: /^Today holds by answers/ }).waitFor();
});

test("a wish is read and written in labels; a choice is removed with what mentions it", async () => {
  await openFile("dam.conflict");
  await page.getByRole("radio", { name: "Form" }).click();
  assert.equal(await page.getByRole("button", { name: "wish 1 of Downstream", exact: false }).innerText(), "Go to court if Build a dam");
  const field = page.getByRole("combobox", { name: "Add wish" }).last();
  await field.fill("not build");
  await page.locator(".combobox [role=option]", { hasText: "Build a dam" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.equal(await field.inputValue(), "not dam ");
  await field.fill("not Build a dam if go to court");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await until(async () => (await text()).includes("  not dam if sue"), "the wish in names");
  await answered(page);
  await page.getByRole("button", { name: "Remove Go to court", exact: true }).click();
  await page.locator(".removing").getByText("is mentioned in 4 other lines").waitFor();
  await page.getByRole("button", { name: "Remove those, too" }).click();
  await until(async () => !/sue/.test(await text()), "the choice and what mentions it");
  await answered(page);
  assert.equal(await page.locator(".problems.has-errors").count(), 0);
  await page.getByRole("radio", { name: "Text" }).click();
  await replaceText(MODEL);
  await answered(page);
});

test("Ctrl+K finds screens, outcomes and choices by their words", async () => {
  await openFile("dam.conflict");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Find" }).fill("dam built");
  await page.locator(".combobox [role=option]", { hasText: "The dam is built" }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".why h2", { hasText: "The dam is built" }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Find" }).fill("court");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByText("2 of 4 states").waitFor();
  await page.getByTestId("filter").fill("");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Find" }).fill("dam and sue");
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "Why", selected: true }).waitFor();
  await page.getByRole("tab", { name: "Answer" }).click();
});

test("what if: before and after, kept only when asked", async () => {
  await openFile("dam.conflict");
  await page.getByRole("tab", { name: "What if" }).click();
  await page.getByRole("checkbox", { name: "sue if dam" }).uncheck();
  await page.locator(".outcome tr.gained").first().waitFor();
  assert.match(await page.locator(".outcome").innerText(), /The dam is built/);
  assert.ok(!(await text()).includes("# sue if dam"));
  await page.getByRole("button", { name: /^Keep/ }).click();
  await answered(page);
  assert.ok((await text()).includes("  # sue if dam"));
  // Taken back and opened again at once: what was taken back does not return from the drafts.
  await page.waitForTimeout(400);
  await page.locator("body").press("Control+z");
  await openFile("dam.conflict");
  assert.ok(!(await text()).includes("# sue if dam"));
});

test("rankings and weights are tried otherwise, and kept", async () => {
  await openFile("Elmira groundwater contamination, 1991 (nine states)");
  await page.getByRole("tab", { name: "What it takes" }).click();
  await page.evaluate(() => { location.hash = "#invert/1//nash"; });
  await page.locator(".invert h3", { hasText: "change would do" }).waitFor();
  await page.getByRole("button", { name: "Try it" }).first().click();
  await page.locator(".outcome tr.gained", { hasText: "Today" }).waitFor();
  assert.match(await page.locator(".outcome h3").innerText(), /Local government ranked “status quo” above “s5”/);
  await page.getByRole("button", { name: "Start over" }).click();
  await page.locator(".tries fieldset", { hasText: "Local government: best first" }).getByRole("button", { name: "“status quo” better" }).click();
  await page.locator(".outcome tr.gained", { hasText: "Today" }).waitFor();
  await page.getByRole("button", { name: /^Keep/ }).click();
  await until(async () => (await text()).includes("s7 > s3 > s1 > s5 > s8"), "the ranking in the text");
  await answered(page);
  await page.keyboard.press("Control+z");
  await openFile("dam.conflict");
  await replaceText(MODEL.replace(/prefer Down[^]*/, "weigh Down\n  sue -2\n  sue and dam 1\n"));
  await answered(page);
  await page.getByRole("tab", { name: "What if" }).click();
  await page.getByLabel("weight of Go to court and Build a dam").fill("5");
  await page.locator(".outcome tr").nth(1).waitFor();
  await page.getByRole("button", { name: /^Keep/ }).click();
  await until(async () => (await text()).includes("sue and dam 5"), "the weight in the text");
  await replaceText(MODEL);
  await answered(page);
});

test("a conflict is played out as the terminal plays it, and taken along", async () => {
  for (const [title, file, steps] of [["Syria and Iraq, 1975", "syria-iraq/syria-iraq", 2], ["Elmira groundwater contamination, 1991 (nine states)", "elmira/nine-states", 1]]) {
    await openFile(title);
    const told = execFileSync(program, ["play", join(repository, "conflicts", `${file}.conflict`)], { input: "1\n".repeat(steps), encoding: "utf8", env: { ...process.env, COLUMNS: "200" } });
    await page.getByRole("tab", { name: "Play" }).click();
    await page.locator(".plays li").first().waitFor();
    for (let step = 1; step <= steps; step++) {
      await page.locator(".plays").first().getByRole("button").first().click();
      await page.locator(".trail li").nth(step - 1).waitFor();
      await page.locator(".play .strength").waitFor();
    }
    const ends = /Nobody would move\.\s+State \d+.*? holds under (.*)\./.exec(told);
    if (ends) await page.locator(".play .card").getByText("Nobody would move").waitFor();
    const shown = await page.locator(".play .card").innerText();
    assert.equal(/Nobody would move/.test(shown), Boolean(ends), told);
    // The terminal names the concepts; the page, unless asked to, says it in plain words.
    const held = ends?.[1].replace(/, not .*/, "") ?? "";
    if (ends) assert.ok(shown.includes(/Nash/.test(held) ? "It holds by itself: nobody would gain by acting alone." : /(^|[^S])SEQ/.test(held) ? "It holds by answers: " : "It holds by fear: "), `${shown} / ${held}`);
  }
  for (const [name, begin] of [["Save text", /^Elmira[^]*Begins: [^]*1\. /], ["Save SVG", /^<svg/], ["Save Mermaid", /^flowchart TD[^]*s0 -->\|"1\. /]]) {
    const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    assert.match(readFileSync(await saved.path(), "utf8"), begin, name);
  }
  // On against one's interest, and back again.
  await page.locator(".plays").last().getByRole("button").first().click();
  await page.locator(".trail .warn").first().waitFor();
  await page.getByRole("button", { name: "Step back" }).click();
  await until(async () => (await page.locator(".trail li").count()) === 1, "one step");
  await page.getByRole("button", { name: "To the beginning" }).click();
  await until(async () => (await page.locator(".trail li").count()) === 0, "the beginning");
});

test("states are filtered by an expression, and a wrong one is explained", async () => {
  await openFile("dam.conflict");
  await page.getByRole("tab", { name: "States" }).click();
  await page.getByTestId("filter").fill("dam and not sue");
  await page.getByText("1 of 4 states").waitFor();
  await page.getByTestId("filter").fill("damm");
  await page.getByRole("alert").getByText("did you mean").waitFor();
  await page.getByTestId("filter").fill("");
});

test("the drawings are drawn by structure and saved as SVG and PNG", async () => {
  await openFile("Syria and Iraq, 1975");
  await page.getByRole("tab", { name: "Graph" }).click();
  for (const name of ["What can come of it", "Moves from it", "Choices against choices"]) {
    await page.getByRole("radio", { name }).click();
    await page.locator("svg.drawing .box").first().waitFor();
  }
  // Zoomed, fitted, panned; a party's moves lit by its name.
  const size = () => page.locator("svg.drawing").evaluate((svg) => svg.getBoundingClientRect().width);
  const before = await size();
  await page.getByRole("button", { name: "Larger" }).click();
  await page.getByRole("button", { name: "Larger" }).click();
  await until(async () => (await size()) > 1.3 * before, "a larger drawing");
  await page.locator(".canvas").hover();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -300);
  await page.keyboard.up("Control");
  await until(async () => (await size()) > 1.6 * before, "a drawing enlarged by the wheel");
  await page.getByRole("button", { name: "Fit" }).click();
  await until(() => page.locator(".canvas").evaluate((box) => box.scrollWidth <= box.clientWidth + 1 && box.scrollHeight <= box.clientHeight + 1), "the whole drawing");
  await page.getByRole("radio", { name: "What can come of it" }).click();
  await page.locator(".legend li").first().hover();
  await page.locator(".arrow-lit").first().waitFor({ state: "attached" });
  for (const [name, begin] of [["Save SVG", "<svg"], ["Save PNG", "\x89PNG"]]) {
    const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    assert.ok(readFileSync(await saved.path(), "latin1").startsWith(begin), name);
  }
});

test("the names of the solution concepts stand behind one switch; without it every screen says in words how a state holds", async () => {
  await openFile("Foreign troops in Ukraine and a place to meet, September 2025");
  for (const on of [false, true]) {
    await specialists(on);
    for (const name of ["Answer", "Graph", "Paths", "How sure", "What it takes"]) {
      await page.getByRole("tab", { name, exact: true }).click();
      await page.locator(".answer-pane .waiting").first().waitFor({ state: "detached" });
      await page.locator({ Answer: ".outcomes", Graph: ".drawn .box", Paths: ".goal", "How sure": ".robust-table", "What it takes": ".ways-found li" }[name]).first().waitFor();
      assert.equal(/\b(SMR|SEQ|SSEQ|GMR)\b/.test(await page.locator("#screen").innerText()), on, `${name}: ${on}`);
    }
  }
  await specialists(false);
});

test("a wish is dragged to another place; what a mark means shows when it is tapped or held", async () => {
  await openFile("dam.conflict");
  await page.getByRole("radio", { name: "Form" }).click();
  const wishes = page.locator(".model .tiers, .model fieldset, .model section").filter({ hasText: "Upstream" }).locator("ol > li[draggable]");
  const words = async () => await wishes.locator(".wish").allInnerTexts();
  await wishes.nth(1).waitFor();
  const begun = await words();
  assert.equal(begun.length, 2);
  await wishes.nth(1).locator(".grip").dragTo(wishes.nth(0));
  await until(async () => String(await words()) === String([begun[1], begun[0]]), "the order it was dragged into");
  await page.locator("body").press("Control+z");
  await until(async () => String(await words()) === String(begun), "undo");
  await page.getByRole("radio", { name: "Text" }).click();
  assert.match(await text(), /prefer Up\n {2}not sue\n {2}dam/);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  await page.getByRole("tab", { name: "Answer" }).click();
  const at = await page.locator(".outcomes .strength").first().boundingBox();
  const touchPoints = [{ x: at.x + 10, y: at.y + 8 }];
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await page.locator(".tip", { hasText: /nobody would gain by acting alone|somebody would gain by acting alone/ }).waitFor();
  await cdp.send("Emulation.setTouchEmulationEnabled", { enabled: false });
  await page.keyboard.press("Escape");
  await page.locator(".tip").waitFor({ state: "detached" });
});

test("what the model expects of an outcome is asked about first, and a weight that decides is tried by one click", async () => {
  writeFileSync(join(studio.folder, "bakery.conflict"), `conflict "A bakery"\nparty Union "The bakers"\n  option strike "Strike"\n  option accept "Accept the offer"\nparty Bakery "The bakery"\n  option raise "Raise wages"\n  option lockout "Lock out"\nnever accept and strike\nnever raise and lockout\nstatus quo strike\nexpect agreed is equilibrium under gmr\nstate out "Strike and lockout" = strike, lockout\nstate agreed "Wages up, work goes on" = accept, raise\nweigh Union\n  raise 5\n  accept -1\n  strike -2\n  lockout -3\nweigh Bakery\n  strike -5\n  raise -3\n  accept 1\n  lockout -1\n`);
  await openFile("bakery.conflict");
  await page.getByRole("tab", { name: "Answer" }).click();
  await page.getByRole("heading", { name: "Today holds by fear: the bakers would rather drop “Strike”" }).waitFor();
  assert.match(await page.locator("#would-hold select").evaluate((list) => list.selectedOptions[0].textContent), /^Wages up/);
  const way = page.locator(".ways li").first();
  assert.match(await way.innerText(), /^If the bakers gave no weight to “Strike”, it would hold by answers\./);
  await way.getByRole("button", { name: "Try it" }).click();
  await page.getByRole("heading", { name: "If “Strike” weighed nothing for the bakers" }).waitFor();
  await page.locator(".outcome tr.gained", { hasText: "Wages up" }).getByText("holds by answers").waitFor();
  await page.getByRole("button", { name: "Start over" }).click();
  await page.getByRole("tab", { name: "Answer" }).click();
  rmSync(join(studio.folder, "bakery.conflict"));
});

test("specialists read what holds as each sees it, whose picture makes it so, and who would be surprised", async () => {
  await openFile("pictures.conflict");
  await page.getByRole("tab", { name: "Answer" }).click();
  const switched = page.getByLabel("names of the solution concepts");
  const pictures = page.locator("section.card", { has: page.getByRole("heading", { name: "As each sees it" }) });
  assert.equal(await pictures.count(), 0);
  await switched.check();
  assert.match(await pictures.locator("tr", { hasText: "status quo" }).innerText(), /1 status quo\s+·\s+✓\s+·\s+·\s+·/);
  assert.match(await pictures.locator("tr", { hasText: "war" }).innerText(), /6 war\s+·\s+·\s+·\s+·\s+·\s+Iraq does not see it/);
  await pictures.getByText("As Iraq sees it: 4 states; equilibria Nash 1, GMR 3, SMR 2, SEQ 2, SSEQ 2").waitFor();
  await pictures.getByText("Iraq at 6 war: it does not see that this can be, and all who do would stay").waitFor();
  await pictures.getByText("Iraq at 4 attack: Syria can move to 6 war, and Iraq does not know that move").waitFor();
  if (process.env.E2E_SHOTS && existsSync(process.env.E2E_SHOTS)) await pictures.screenshot({ path: join(process.env.E2E_SHOTS, "pictures.png") });
  await switched.uncheck();
  assert.equal(await pictures.count(), 0);
});

test("paths tell who gives way", async () => {
  await openFile("dam.conflict");
  await page.getByRole("tab", { name: "Paths" }).click();
  await page.getByLabel("to", { exact: true }).fill("sue and not dam");
  await page.getByRole("button", { name: "Find ways" }).click();
  await page.locator(".goal .step.concedes").first().waitFor();
});

test("a passage is cited by marking it and choosing a line", async () => {
  await openFile("dam.conflict");
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
  await page.locator(".citing").getByRole("button", { name: /Go to court if Build a dam/ }).click();
  await page.keyboard.press("c");
  await page.locator(".report-text mark").waitFor();
  await answered(page);
  assert.ok((await text()).includes('    because report "If they build the dam, we go to court'));
  assert.equal(await page.locator(".report-text mark").innerText(), "If they build the dam, we go to court");
});

test("the file is saved; changes on disk are merged, and where they cannot be, nothing is written over unasked", async () => {
  await openFile("dam.conflict");
  const file = join(studio.folder, "dam.conflict");
  await page.keyboard.press("Control+s");
  await page.getByText("· saved").waitFor();
  const saved = readFileSync(file, "utf8");
  assert.ok(saved.includes("because report"));
  // Other lines: merged, undo brings mine back.
  await focusText();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("# mine");
  writeFileSync(file, saved.replace("A dam", "Theirs"));
  await until(async () => (await text()).includes("Theirs") && (await text()).includes("# mine"), "both changes");
  await page.keyboard.press("Control+s");
  await page.getByText("· saved").waitFor();
  assert.match(readFileSync(file, "utf8"), /Theirs[^]*# mine/);
  // The same line: asked, and while it is not answered, saving as one types says that it saves nothing.
  await page.getByLabel("save as I type").check();
  const before = readFileSync(file, "utf8");
  // Both before the page looks at the file again, however slow the machine is.
  let look = () => undefined;
  const typed = new Promise((done) => { look = done; });
  await page.route("**/api/revision*", async (route) => {
    await typed;
    await route.continue();
  });
  writeFileSync(file, before.replace("Theirs", "Theirs alone"));
  await replaceText(before.replace("Theirs", "Mine alone"));
  look();
  await page.unroute("**/api/revision*");
  await page.getByText("not saving: the file was changed on disk").waitFor();
  assert.ok(readFileSync(file, "utf8").includes("Theirs alone"));
  await page.getByRole("button", { name: "Look at both" }).click();
  await page.getByRole("dialog", { name: "The file is newer" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("not saving: the file was changed on disk").waitFor();
  assert.ok(readFileSync(file, "utf8").includes("Theirs alone"));
  await page.getByRole("button", { name: "Look at both" }).click();
  await page.getByRole("button", { name: "Save mine over it" }).click();
  await page.getByText("· saved").waitFor();
  assert.ok(readFileSync(file, "utf8").includes("Mine alone"));
  await page.getByLabel("save as I type").uncheck();
  // Deleted: said, and written again only when asked.
  rmSync(file);
  await page.getByText("the file is no longer there").first().waitFor();
  await page.getByRole("button", { name: "Look at both" }).click();
  await page.getByRole("button", { name: "Write it again" }).click();
  await page.getByText("· saved").waitFor();
  await replaceText(saved);
  await page.keyboard.press("Control+s");
  await page.getByText("· saved").waitFor();
  assert.equal(readFileSync(file, "utf8"), saved);
});

test("an edit on disk is shown by itself where nothing was typed", async () => {
  await openFile("dam.conflict");
  const file = join(studio.folder, "dam.conflict");
  const before = readFileSync(file, "utf8");
  writeFileSync(file, before + "# from another editor\n");
  await until(async () => (await text()).includes("# from another editor"), "the new version");
  await page.getByText("· saved").waitFor();
  writeFileSync(file, before);
  await until(async () => !(await text()).includes("# from another editor"), "the old version");
});

test("opening something else loses nothing: what was typed is offered again", async () => {
  await neverSaved();
  await answered(page);
  await openFile("dam.conflict"); // asks nothing
  assert.ok(!(await text()).includes("Never saved"));
  await page.keyboard.press("Control+o");
  await page.getByRole("dialog").getByRole("button", { name: /^Never saved/ }).click();
  await until(async () => (await text()).includes("Never saved"), "the text that was never saved");
  await answered(page);
});

test("a reload keeps what was typed, new or in a file, and the screen", async () => {
  await neverSaved();
  await page.locator("#the-answer").focus();
  await page.keyboard.press("Alt+2");
  await focusText();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("# at the last moment");
  await page.reload();
  await answered(page);
  await until(async () => (await text()).includes("Never saved"), "the text that was never saved");
  assert.ok((await text()).includes("# at the last moment"));
  assert.equal(await page.getByRole("tab", { selected: true }).innerText(), "States");
  await openFile("bridge.conflict");
  await focusText();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("# in the file, not saved");
  await page.reload();
  await answered(page);
  assert.ok((await text()).includes("# in the file, not saved"));
  assert.ok(!readFileSync(join(studio.folder, "bridge.conflict"), "utf8").includes("not saved"));
});

test("a reload keeps what was answered, played and tried, and saving as one types; another document begins anew", async () => {
  const tab = (name) => page.getByRole("tab", { name, exact: true }).click();
  const again = async () => {
    await page.reload();
    await answered(page);
  };
  await openFile("dam.conflict");
  await tab("What they want");
  await page.getByRole("button", { name: "Rather this (1)" }).click();
  await page.locator(".elicit pre", { hasText: "from 1 answer" }).waitFor();
  const lines = await page.locator(".elicit pre").innerText();
  await page.getByLabel("save as I type").check();
  await again();
  assert.equal(await page.getByLabel("save as I type").isChecked(), true);
  await page.getByLabel("save as I type").uncheck();
  await page.locator(".elicit pre").waitFor();
  await until(async () => (await page.locator(".elicit pre").innerText()) === lines, "the answer given before");
  await page.getByRole("button", { name: "Begin again" }).click();
  await tab("What if");
  await page.getByRole("checkbox", { name: "sue if dam" }).uncheck();
  await page.locator(".outcome tr.gained").first().waitFor();
  const tried = await page.locator(".outcome h3").innerText();
  await again();
  await page.locator(".outcome tr.gained").first().waitFor();
  assert.equal(await page.locator(".outcome h3").innerText(), tried);
  await tab("States");
  await page.getByTestId("filter").fill("dam");
  await page.getByText("2 of 4 states").waitFor();
  await tab("Paths");
  await page.getByLabel("to", { exact: true }).fill("sue and dam");
  await page.getByRole("button", { name: "Find ways" }).click();
  // Another document with as many choices: none of it is looked at there.
  await openFile("bridge.conflict");
  await tab("Paths");
  await page.getByText("Only with").or(page.getByText("By improvements alone")).or(page.getByText("That is where one begins")).first().waitFor();
  assert.equal(await page.locator(".paths .problem").count(), 0);
  assert.equal(await page.getByLabel("to", { exact: true }).inputValue(), "");
  await tab("States");
  assert.equal(await page.getByTestId("filter").inputValue(), "");
  await tab("What if");
  await page.getByText("Nothing is changed yet").waitFor();
  await openFile("Syria and Iraq, 1975");
  await tab("Play");
  await page.locator(".plays").first().getByRole("button").first().click();
  await page.locator(".trail li").waitFor();
  const played = await page.locator(".trail").innerText();
  await again();
  await page.locator(".trail li").waitFor();
  assert.equal(await page.locator(".trail").innerText(), played);
  await openFile("dam.conflict");
});

test("a state that is looked at stays the same state when choices change their places", async () => {
  await openFile("dam.conflict");
  await page.getByRole("tab", { name: "Why" }).click();
  await page.evaluate(() => { location.hash = "#why/YN"; });
  await page.locator(".why h2", { hasText: "The dam is built" }).waitFor();
  await replaceText(MODEL.replace(/party Up[^]*party Down "Downstream"\n {2}option sue "Go to court"\n/, 'party Down "Downstream"\n  option sue "Go to court"\nparty Up "Upstream"\n  option dam "Build a dam"\n'));
  await until(() => page.evaluate(() => !document.querySelector(".status.running") && document.querySelector(".status[data-took]") !== null), "the answer");
  await page.locator(".why h2", { hasText: "The dam is built" }).waitFor();
  await page.locator(".editor .cm-content").click();
  await page.keyboard.press("Control+z");
  await answered(page);
});

test("a cited report that changes on disk is noticed", async () => {
  writeFileSync(join(studio.folder, "said.txt"), "“If they build the dam, we go to court,” said the mayor.\n");
  writeFileSync(join(studio.folder, "cited.conflict"), MODEL.replace("report.txt", "said.txt").replace("  sue if dam\n", '  sue if dam\n    because report "we go to court"\n'));
  await openFile("cited.conflict");
  await page.getByRole("tab", { name: "Evidence" }).click();
  await page.locator(".report-text mark").waitFor();
  writeFileSync(join(studio.folder, "said.txt"), "The mayor of the lower town said nothing.\n");
  await page.locator(".problems.has-errors").waitFor();
  await page.getByTestId("report-text").getByText("said nothing").waitFor();
  writeFileSync(join(studio.folder, "said.txt"), "First of all: “If they build the dam, we go to court,” said the mayor.\n");
  await page.locator(".problems.has-errors").waitFor({ state: "detached" });
  assert.equal(await page.locator(".report-text mark").innerText(), "we go to court");
  rmSync(join(studio.folder, "cited.conflict"));
  rmSync(join(studio.folder, "said.txt"));
  await openFile("dam.conflict");
});

test("closing the tab loses nothing", async () => {
  const other = await open();
  await other.goto(new URL(studio.url).origin);
  await answered(other);
  await other.keyboard.press("Control+o");
  await other.getByRole("button", { name: "New conflict", exact: true }).click();
  await answered(other);
  await other.locator(".editor .cm-content").click();
  await other.keyboard.press("Control+End");
  await other.keyboard.type("# closed at once");
  await other.close();
  await page.keyboard.press("Control+o");
  await page.getByRole("dialog").getByRole("button", { name: /^A new conflict/ }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await answered(page);
  assert.ok((await text()).includes("# closed at once"));
});

test("a file is told and saved as it is: its line ends, gone and back, an answer that never came, room that runs out", async () => {
  const at = join(studio.folder, "plain.conflict");
  const notice = () => page.evaluate(() => dispatchEvent(new Event("focus")));
  const typeAtEnd = async (words) => {
    await focusText();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(words);
  };
  writeFileSync(at, OTHER.replaceAll("\n", "\r\n"));
  await openFile("plain.conflict");
  await typeAtEnd("# more");
  await page.keyboard.press("Control+s");
  await page.getByText("· saved").waitFor();
  assert.equal(readFileSync(at, "utf8"), `${OTHER}# more`.replaceAll("\n", "\r\n"));
  // Gone, it is not told as saved, and its text is not lost with what is opened next; back again, there is nothing to ask.
  rmSync(at);
  await notice();
  await page.getByText("· the file is gone").waitFor();
  await openFile("bridge.conflict");
  await page.keyboard.press("Control+o");
  await page.locator(".drafts").getByRole("button", { name: /^plain.conflict/ }).click();
  await page.getByText("· the file is gone").waitFor();
  writeFileSync(at, `${OTHER}# more`);
  await notice();
  await page.getByText("· saved").waitFor();
  // Saved, and the answer is lost on the way: that is no change of others, whatever is typed meanwhile.
  // Nor is it where it is saved again before the page has looked at the file.
  await page.route("**/api/revision*", (route) => setTimeout(() => void route.continue().catch(() => undefined), 3000));
  await page.route("**/api/file", async (route) => {
    await route.fetch();
    await typeAtEnd("B");
    await route.abort();
  }, { times: 1 });
  await typeAtEnd("A");
  await page.keyboard.press("Control+s");
  await page.getByText("The studio is there again").waitFor();
  wrong.splice(0);
  await until(() => readFileSync(at, "utf8").endsWith("# moreA"), "the first save");
  await page.keyboard.press("Control+s");
  await until(() => readFileSync(at, "utf8").endsWith("# moreAB"), "the second save");
  await page.unroute("**/api/revision*");
  assert.equal(await page.locator(".banner.bad, dialog").count(), 0);
  // Two versions, one of which changes again, and back.
  await typeAtEnd(" mine");
  for (const [theirs, expected] of [["one", 1], ["two", 1], ["", 0]]) {
    writeFileSync(at, `${OTHER}# moreAB${theirs}`);
    await notice();
    await until(async () => (await page.locator(".file-notes .banner.bad").count()) === expected, `${expected} banners for “${theirs}”`);
    if (theirs !== "two") continue;
    await page.getByRole("button", { name: "Look at both" }).click();
    await until(async () => (await page.locator(".diff.gone").innerText()).endsWith("two"), "the newer of theirs");
    await page.keyboard.press("Escape");
  }
  // No room: said beside the switch, and tried again.
  const full = (route) => (route.request().method() === "PUT" ? route.fulfill({ status: 500, contentType: "application/json", body: '{"error":"no space left"}' }) : route.continue());
  await page.route("**/api/file", full);
  await page.getByRole("checkbox", { name: /save as I type/ }).check();
  await page.getByText("(not saving: no space left)").waitFor();
  await page.unroute("**/api/file", full);
  wrong.splice(0);
  await until(() => readFileSync(at, "utf8").endsWith("# moreAB mine"), "it is saved once there is room");
  await page.getByRole("checkbox", { name: /save as I type/ }).uncheck();
  // A file of another folder at the same address is another file.
  await typeAtEnd(" elsewhere");
  await page.waitForTimeout(600);
  await page.evaluate(() => new Promise((done) => {
    const opening = indexedDB.open("stasis-studio");
    opening.onsuccess = () => {
      const drafts = opening.result.transaction("drafts", "readwrite").objectStore("drafts");
      drafts.getAll().onsuccess = ({ target }) => { for (const one of target.result) if (one.path === "plain.conflict") drafts.put({ ...one, root: "/another" }); };
      drafts.transaction.oncomplete = () => { opening.result.close(); done(); };
    };
  }));
  await page.reload();
  await answered(page);
  assert.match(await page.locator(".doc").innerText(), /not saved yet/);
  assert.ok((await text()).endsWith(" elsewhere"));
  await openFile("plain.conflict");
  await page.getByText("· saved").waitFor();
  rmSync(at);
  await openFile("bridge.conflict");
});

test("less ordinary ways of leaving lose nothing, and bring nothing back that was undone", async () => {
  const offered = async () => {
    await page.keyboard.press("Control+o");
    await page.getByRole("dialog").getByText("From the gallery").waitFor();
    await page.waitForTimeout(300);
    const all = (await page.locator(".drafts").allInnerTexts()).join("\n");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    return all;
  };
  const begin = async (where, words) => {
    await where.keyboard.press("Control+o");
    await where.getByRole("button", { name: "New conflict", exact: true }).click();
    await where.getByRole("dialog").waitFor({ state: "detached" });
    await answered(where);
    await where.locator(".editor .cm-content").click();
    await where.keyboard.press("Control+Home");
    await where.keyboard.type(words);
  };
  // Two tabs left at the same moment, each in the middle of a word.
  const tabs = [await open(), await open()];
  for (const [at, tab] of tabs.entries()) {
    await tab.goto(new URL(studio.url).origin);
    await answered(tab);
    await begin(tab, `conflict "Tab ${at}"\n# half a wor`);
  }
  await Promise.all(tabs.map((tab) => tab.goto("about:blank"))); // closing waits for nothing, and not always happens
  await Promise.all(tabs.map((tab) => tab.close()));
  await until(async () => /Tab 0/.test(await offered()) && /Tab 1/.test(await offered()), "both texts");
  // A tab that is duplicated goes on with a copy: neither writes over the other.
  await begin(page, "# in the first of two\n");
  await page.waitForTimeout(300);
  const [twin] = await Promise.all([browser.context.waitForEvent("page"), page.evaluate(() => void window.open(location.origin))]);
  await answered(twin);
  await twin.locator(".editor .cm-content").click();
  await twin.keyboard.press("Control+Home");
  await twin.keyboard.type("# in the second of two\n");
  await twin.waitForTimeout(300);
  await twin.close();
  await focusText();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("# and on");
  await page.waitForTimeout(300);
  const before = await text();
  assert.ok(before.includes("# in the first of two") && before.includes("# and on") && !before.includes("second of two"));
  // What was undone is not brought back by a reload.
  await begin(page, "# never mind");
  await page.waitForTimeout(300);
  for (let at = 0; at < 4; at++) await page.keyboard.press("Control+z");
  await page.waitForTimeout(300);
  await page.reload();
  await answered(page);
  assert.ok(!(await text()).includes("never mind"));
  // A field that is still being typed in counts, for a save and for a reload.
  await openFile("bridge.conflict");
  await page.getByRole("radio", { name: "Form" }).click();
  await page.getByLabel("label of pay").fill("Pay the toll");
  await page.keyboard.press("Control+s");
  await page.getByLabel("label of pay").fill("Pay half the toll"); // before the save is done, and before the text is read again
  await page.keyboard.press("Control+s");
  await page.getByRole("combobox", { name: "Add wish" }).last().fill("not bui");
  await until(() => readFileSync(join(studio.folder, "bridge.conflict"), "utf8").includes('option pay "Pay half the toll"\n'), "the field in the file");
  await page.getByText("· saved").waitFor();
  // Choices ticked one at once after the other, a wish changed and moved at once: each counts, whatever has been read by then.
  await page.getByRole("checkbox", { name: "build" }).check();
  await page.getByRole("checkbox", { name: "Pay half" }).check();
  await page.getByRole("button", { name: /^wish 1 of East/ }).click();
  await page.getByRole("combobox", { name: "wish 1 of East" }).fill("not build");
  await page.keyboard.press("Control+s");
  await page.keyboard.type(" if pay");
  await page.getByRole("combobox", { name: "Add wish" }).last().focus();
  await until(async () => /status quo build, pay\s*prefer East\s*not build if pay\s*prefer/.test(await text()), "every change");
  assert.equal(await page.getByRole("combobox", { name: "Add wish" }).last().inputValue(), "not bui");
  await page.getByLabel("label of pay").fill("Pay the toll");
  await page.keyboard.press("Control+s");
  await page.getByLabel("label of pay").fill("Pay no toll");
  await page.reload();
  await answered(page);
  assert.ok((await text()).includes('option pay "Pay no toll"'));
  // The file taken in place of what was typed: that stays under Session, also when the tab is reloaded.
  await page.getByRole("tab", { name: "Session" }).click();
  await page.getByRole("button", { name: "Take the file as it is on disk" }).click();
  await until(async () => /Pay (half )?the toll/.test(await text()), "the file");
  await page.reload();
  await answered(page);
  await page.locator("[aria-labelledby=kept] li", { hasText: "Pay no toll" }).getByRole("button").click();
  await until(async () => (await text()).includes("Pay no toll"), "what was typed");
  writeFileSync(join(studio.folder, "bridge.conflict"), OTHER);
  await openFile("dam.conflict");
});

test("what is dropped is opened whole or not at all; Format keeps mistakes and what is typed meanwhile; a full browser says so", async () => {
  const drop = (files) => page.evaluate((all) => {
    const dataTransfer = new DataTransfer();
    for (const [name, bytes] of all) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
    document.querySelector(".editor").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, composed: true, cancelable: true }));
  }, files.map(([name, words, encoding = "utf8"]) => [name, [...Buffer.from(words, encoding)]]));
  await drop([["one.conflict", OTHER.replace("A bridge", "Dropped one")], ["two.conflict", OTHER.replace("A bridge", "Dropped two")]]);
  await until(async () => /Dropped two/.test(await text()), "the second conflict");
  await page.keyboard.press("Control+o");
  await page.getByRole("dialog").getByText("Dropped one").waitFor();
  await page.keyboard.press("Escape");
  await drop([["latin.conflict", OTHER.replace("bridge", "br\xfccke"), "latin1"]]);
  await page.getByText("latin.conflict is not UTF-8 text").first().waitFor();
  assert.match(await text(), /Dropped two/);
  // Format: the lines around a mistake are laid out; what is typed before it answers stays.
  await replaceText(`${OTHER.replace("  build\n", "       build\n")}prefer\n`);
  await page.getByRole("button", { name: "Format" }).click();
  await page.getByText("Laid out, but for a line with a mistake").waitFor();
  assert.match(await text(), /\nprefer East\n {2}build\n[^]*\nprefer\n/);
  await page.route("**/api/run", async (route) => {
    if (route.request().postDataJSON()?.verb === "fmt") await new Promise((done) => setTimeout(done, 800));
    await route.continue();
  });
  await page.getByRole("button", { name: "Format" }).click();
  await page.keyboard.press("Control+End");
  await focusText();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("# typed meanwhile");
  await page.getByText("The text has moved on meanwhile").waitFor();
  await page.unroute("**/api/run");
  assert.match(await text(), /# typed meanwhile/);
  // No room in the browser: said as long as it is so.
  await page.evaluate(() => {
    window.putAsEver = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  await page.keyboard.type("!");
  await page.getByRole("alert").getByText("no room to keep what you type").waitFor();
  await page.evaluate(() => { IDBObjectStore.prototype.put = window.putAsEver; });
  await page.keyboard.type("!");
  await page.getByRole("alert").getByText("no room to keep what you type").waitFor({ state: "detached" });
});

test("Session never puts one document into another's file", async () => {
  await openFile("bridge.conflict");
  await answered(page);
  await openFile("dam.conflict");
  await answered(page);
  await page.getByLabel("save as I type").check();
  await page.getByRole("tab", { name: "Session" }).click();
  await page.locator(".timeline li").filter({ hasText: "bridge.conflict" }).first().getByRole("button", { name: "Open as a document of its own" }).click();
  await answered(page);
  await page.keyboard.press("Control+End");
  await page.waitForTimeout(1500);
  assert.ok(readFileSync(join(studio.folder, "dam.conflict"), "utf8").includes("A dam"));
  assert.ok((await text()).includes("A bridge"));
  assert.match(await page.locator(".doc").innerText(), /not saved yet|copy/);
});

test("saving a copy of the gallery takes its reports along", async () => {
  await page.keyboard.press("Control+o");
  await page.getByRole("dialog").getByRole("button", { name: /^Foreign troops in Ukraine/ }).first().click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await answered(page);
  rmSync(join(studio.folder, "report.txt"));
  await page.keyboard.press("Control+s");
  await page.getByRole("dialog", { name: "Save as" }).getByRole("textbox").fill("my troops");
  await page.getByRole("button", { name: "Save", exact: true }).last().click();
  await page.getByText("my troops.conflict · saved").waitFor();
  await answered(page);
  assert.equal(await page.locator(".problems.has-errors").count(), 0);
  assert.ok(readFileSync(join(studio.folder, "report.txt"), "utf8").length > 1000);
  // Another report of that name is never written over.
  writeFileSync(join(studio.folder, "report.txt"), REPORT);
  await page.keyboard.press("Control+o");
  await page.getByRole("dialog").getByRole("button", { name: /^Foreign troops in Ukraine/ }).first().click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("Control+s");
  await page.getByRole("dialog", { name: "Save as" }).getByRole("textbox").fill("again.conflict");
  await page.getByRole("button", { name: "Save", exact: true }).last().click();
  await page.getByText("is another report").waitFor();
  assert.ok(!existsSync(join(studio.folder, "again.conflict")));
  assert.equal(readFileSync(join(studio.folder, "report.txt"), "utf8"), REPORT);
  await page.keyboard.press("Escape");
  await openFile("dam.conflict");
});

test("a file that is not UTF-8, or write-protected, is only read", async () => {
  const file = join(studio.folder, "latin.conflict");
  const bytes = readFileSync(file);
  await page.keyboard.press("Control+o");
  await page.getByRole("dialog").getByRole("button", { name: "latin.conflict" }).click();
  await page.getByText("Opened read-only: it is not UTF-8").waitFor();
  await focusText();
  await page.keyboard.type("x");
  await page.keyboard.press("Control+s");
  await page.getByText("Not saved: it is not UTF-8").first().waitFor();
  assert.deepEqual(readFileSync(file), bytes);
  chmodSync(join(studio.folder, "bridge.conflict"), 0o444);
  await openFile("bridge.conflict");
  await page.getByText("Opened read-only: it is write-protected").waitFor();
  // What stood against it goes while the file is open, and comes.
  chmodSync(join(studio.folder, "bridge.conflict"), 0o644);
  await page.getByText("Opened read-only").waitFor({ state: "detached" });
  await focusText();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("# mine");
  writeFileSync(join(studio.folder, "bridge.conflict"), Buffer.from(OTHER.replace("bridge", "br\xfccke"), "latin1"));
  await page.getByText("Nothing is saved: the file was changed on disk").waitFor();
  assert.match(await text(), /bridge[^]*# mine/);
  await page.getByRole("button", { name: "Look at both" }).click();
  await page.getByRole("button", { name: /^Take the one on disk/ }).click();
  await page.getByText("Opened read-only: it is not UTF-8").waitFor();
  writeFileSync(join(studio.folder, "bridge.conflict"), OTHER);
  await page.getByText("Opened read-only").waitFor({ state: "detached" });
  await until(async () => (await text()).trim() === OTHER.trim(), "the file as it is");
  await openFile("dam.conflict");
});

test("two tabs on one file know of each other, and take over what the other saves", async () => {
  const other = await open();
  await other.goto(`${new URL(studio.url).origin}/`);
  await answered(other);
  await other.keyboard.press("Control+o");
  await other.getByRole("dialog").getByRole("button", { name: "dam.conflict", exact: true }).click();
  await other.getByText("is open in another tab").waitFor();
  await page.getByText("is open in another tab").waitFor();
  await other.locator(".editor .cm-content").click();
  await other.keyboard.press("Control+End");
  await other.keyboard.type("# from the other tab");
  await other.keyboard.press("Control+s");
  await until(async () => (await text()).includes("# from the other tab"), "what the other tab saved");
  await other.close();
});

test("a restarted server is found, the text stays, and it can be saved", async () => {
  await openFile("dam.conflict");
  await focusText();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n# typed before");
  await studio.end("SIGKILL");
  await page.keyboard.type(" and while it was away");
  await page.getByText("the studio does not answer").first().waitFor();
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download my text" }).click()]);
  assert.match(readFileSync(await saved.path(), "utf8"), /typed before and while it was away/);
  await studio.start();
  await page.getByText("The studio is there again.").waitFor();
  await answered(page);
  await page.keyboard.press("Control+s");
  await page.getByText("· saved").waitFor();
  assert.match(readFileSync(join(studio.folder, "dam.conflict"), "utf8"), /typed before and while it was away/);
  await replaceText(MODEL);
  await page.keyboard.press("Control+s");
  await page.getByText("· saved").waitFor();
});

test("a server that hangs is said to be away, and what is typed meanwhile is saved when it goes on", async () => {
  await openFile("dam.conflict");
  studio.child.kill("SIGSTOP");
  try {
    await focusText();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("# while it hung");
    await page.keyboard.press("Control+s");
    await page.getByText("the studio does not answer").first().waitFor({ timeout: 120_000 });
  } finally {
    studio.child.kill("SIGCONT"); // a stopped server cannot be ended
  }
  await page.getByText("the studio does not answer").waitFor({ state: "detached" });
  await page.keyboard.press("Control+s");
  await until(() => readFileSync(join(studio.folder, "dam.conflict"), "utf8").endsWith("# while it hung"), "the save");
  await page.getByText("· saved").waitFor();
  assert.equal(await page.locator(".file-notes .banner.bad").count(), 0);
  wrong.splice(0);
  await replaceText(MODEL);
  await page.keyboard.press("Control+s");
  await page.getByText("· saved").waitFor();
});

test("a reload while the server is away waits for it, with what was typed", async () => {
  await openFile("dam.conflict");
  await focusText();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n# before the reload");
  await page.waitForTimeout(600);
  await studio.end();
  await studio.start();
  await page.reload();
  await answered(page);
  assert.ok((await text()).includes("# before the reload"));
  await replaceText(MODEL);
  await page.keyboard.press("Control+s");
  await page.getByText("· saved").waitFor();
});

test("a file of GMCR+ opens as a conflict", async () => {
  await openFile("strike.gmcr");
  assert.match(await text(), /party Union[^]*party Firm/);
  await openFile("dam.conflict");
});

test("a model is begun from reports: pasted and dropped, corrected, ticked, drafted; a later one adds to it", async () => {
  const drop = (name, words) => page.evaluate(([called, text]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], called));
    document.querySelector(".editor").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, composed: true, cancelable: true }));
  }, [name, words]);
  await openFile("bridge.conflict");
  await page.keyboard.press("Control+o");
  await page.getByRole("button", { name: "Start from a report …" }).click();
  const dialog = page.getByRole("dialog", { name: "Start from a report" });
  await dialog.getByLabel("Text of a report").fill("Anna Holt said: “If the pilots strike, we will close the quay.”\nThe pilots warned that they would stop all loading.\n");
  await dialog.getByRole("button", { name: "Close" }).click(); // what was pasted stays
  await drop("The Board.HTML", "<p>The harbour board refused to raise the wages.</p>");
  await dialog.getByText("The Board.html: 1 statement found, 1 used").waitFor();
  assert.match(await text(), /A bridge/); // nothing was dropped into the text
  await dialog.getByRole("button", { name: "Put it into the folder and read it" }).click();
  const first = dialog.getByRole("region", { name: /^Anna_Holt_said/ });
  await first.getByText("2 statements found, 2 used").waitFor();
  assert.equal(await first.locator("mark").last().innerText(), "they would stop all loading");
  await first.getByLabel("Who says statement 2").fill("Norland");
  await first.getByLabel("Kind of statement 2").selectOption("commitment");
  await first.getByLabel("Use statement 1").uncheck();
  await page.reload(); // what was corrected stays as well
  await answered(page);
  await page.keyboard.press("Control+k");
  await page.locator("input:focus").waitFor();
  await page.keyboard.type("start from");
  await page.keyboard.press("Enter");
  await first.getByText("2 statements found, 1 used").waitFor();
  assert.equal(await first.getByLabel("Who says statement 2").inputValue(), "Norland");
  await dialog.getByRole("button", { name: "Draft a model" }).click();
  await dialog.waitFor({ state: "detached" });
  await until(async () => /party Norland/.test(await text()), "the draft");
  await answered(page);
  assert.match(await text(), /because The_Board "/);
  assert.doesNotMatch(await text(), /close_quay/);
  await page.getByRole("tab", { name: "Evidence" }).click();
  await page.locator(".report-text mark").first().waitFor();
  await page.getByRole("button", { name: "Another report …" }).click();
  await dialog.getByRole("checkbox", { name: "report.txt" }).check();
  await dialog.getByText("report.txt: 1 statement found").waitFor();
  await dialog.getByRole("button", { name: "Add to the model that is open" }).click();
  await page.getByText(/^Added .*Undo takes it back/).waitFor();
  const cites = (path) => page.locator(".evidence select option", { hasText: path }).count();
  await until(async () => (await cites("report.txt")) === 1 && (await cites("The Board.html")) === 1, "both reports");
  await page.keyboard.press("Control+z");
  await until(async () => (await cites("The Board.html")) === 1 && (await page.locator(".evidence select").first().innerText()).includes("report.txt") === false, "the draft before");
  await drop("wires.bin", "?");
  await page.getByText("wires.bin is neither a conflict nor a report").waitFor();
  await drop("dropped.conflict", MODEL);
  await until(async () => /A dam/.test(await text()), "the conflict that was dropped");
});

test("every thought has an address: Back works, a link leads there, the title says what is open", async () => {
  await openFile("Syria and Iraq, 1975");
  await specialists(true);
  await page.getByRole("tab", { name: "Why" }).click();
  await page.getByLabel("hold for").selectOption({ label: "Iraq" });
  await page.getByRole("combobox", { name: /^under/ }).selectOption("seq");
  await page.locator(".lines .line-improvement").first().waitFor();
  const address = page.url();
  assert.match(address, /#why\/[^/]*\/Iraq\/seq\?gallery=syria-iraq$/);
  assert.match(await page.title(), /^Why .* under SEQ · /);
  await page.getByRole("tab", { name: "States" }).click();
  await page.goBack();
  await page.locator(".lines .line-improvement").first().waitFor();
  assert.equal(page.url(), address);
  await page.goBack();
  assert.equal(await page.getByRole("combobox", { name: /^under/ }).inputValue(), "");
  await page.goto(address.replace(/#.*/, "#why/4/Syria/seq"));
  await page.reload();
  await answered(page);
  await page.locator(".why .lines").waitFor();
  await until(async () => /attack/i.test(await page.locator(".why h2").innerText()), "the reason of state 4");
  assert.equal(await page.getByLabel("hold for").inputValue(), "Syria");
  // What a page's own language has by itself is no concept.
  await page.goto(address.replace(/#.*/, "#why/4/Syria/constructor"));
  await page.getByText("this conflict is not solved under a concept of that name").waitFor();
  assert.match(await page.title(), /^Not there · /);
  await page.getByRole("button", { name: "To the answer" }).click();
  await specialists(false);
});

test("an address of what is not there says so, with the way back; it never shows another thing", async () => {
  await openFile("Syria and Iraq, 1975");
  await page.getByRole("tab", { name: "Why" }).click();
  await page.locator(".why .lines").waitFor();
  const known = page.url();
  for (const [hash, words] of [
    ["#why/9999", "speaks of state 9999, which this conflict does not have"], ["#why/9999/Nobody/seq", "no party of this conflict is called so"], ["#why/4/Nobody", "no party of this conflict is called so"],
    ["#graph/YYYYYYYYYY", "speaks of state YYYYYYYYYY"], ["#wyh/4", "no screen “wyh”"], ["#states/no such name", "which this conflict does not have"], ["#invert/4//nothing", "is not solved under a concept of that name"], ["#paths/4", "of which the screen “Paths” tells nothing"],
  ]) {
    await page.evaluate((to) => { location.hash = to; }, hash);
    await page.locator(".astray", { hasText: words }).waitFor();
    assert.equal(await page.locator(".why, .graph, .states, .paths, .invert").count(), 0, hash);
    assert.match(await page.title(), /^Not there/);
  }
  await page.locator(".astray").getByRole("button", { name: "To the answer" }).click();
  await page.locator(".screen.answer").waitFor();
  await page.goto(known.replace(/#.*/, "#why/9999"));
  await page.reload();
  await page.locator(".astray").waitFor();
  await page.getByRole("tab", { name: "Why" }).click();
  await page.locator(".why .lines").waitFor();
});

test("Back across documents returns to the document it was, typed words and all, or says that it is closed", async () => {
  await openFile("dam.conflict");
  await page.getByRole("tab", { name: "Why" }).click();
  await page.locator(".why .lines").waitFor();
  await focusText();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n# typed before Back");
  await answered(page);
  await openFile("bridge.conflict");
  await page.getByRole("tab", { name: "States" }).click();
  await page.locator(".states").waitFor();
  await page.goBack(); // the answer, of the bridge
  await page.locator(".screen.answer").waitFor();
  await page.goBack(); // the dam
  await until(async () => (await text()).includes("# typed before Back"), "the dam");
  await answered(page);
  assert.match(await page.locator(".doc").innerText(), /dam\.conflict/);
  assert.match(page.url(), /#why/);
  await page.goForward();
  await until(async () => /bridge\.conflict/.test(await page.locator(".doc").innerText()), "forward");
  await page.goBack();
  await until(async () => /dam\.conflict/.test(await page.locator(".doc").innerText()), "back again");
  await answered(page);
  await replaceText(MODEL);
  await answered(page);
  // A new conflict into which nothing was typed is nowhere.
  await page.keyboard.press("Control+o");
  await page.getByRole("button", { name: "New conflict", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await answered(page);
  await openFile("bridge.conflict");
  await page.goBack();
  await page.getByRole("heading", { name: "That document is closed" }).waitFor();
  assert.match(await page.locator(".doc").innerText(), /bridge\.conflict/);
  await page.getByRole("button", { name: "Go on with bridge.conflict" }).click();
  await page.locator(".screen.answer").waitFor();
});

test("a copied address opens its document in another tab, or says that it is not there", async () => {
  await openFile("bridge.conflict");
  await page.getByRole("tab", { name: "Why" }).click();
  await page.locator(".why .lines").waitFor();
  const ofFile = page.url();
  assert.match(ofFile, /#why.*\?file=bridge\.conflict$/);
  await neverSaved();
  await answered(page);
  await page.waitForTimeout(800); // kept
  const ofDraft = page.url();
  assert.match(ofDraft, /\?draft=/);
  await openFile("Syria and Iraq, 1975");
  const ofGallery = page.url();
  const shows = async (other, words) => {
    await other.locator(".doc", { hasText: words }).waitFor();
    await answered(other);
  };
  const other = await open();
  await other.goto(ofFile);
  await shows(other, /^bridge\.conflict/);
  await other.locator(".why .lines").waitFor();
  assert.equal(other.url(), ofFile);
  // In the tab that there is, too.
  await other.goto(ofGallery);
  await shows(other, /^Syria and Iraq, 1975/);
  await other.goto(ofDraft);
  await shows(other, /^Never saved/);
  await other.goBack();
  await shows(other, /^Syria and Iraq, 1975/);
  await other.close();
  const third = await open();
  await third.goto(ofFile.replace("bridge", "tunnel"));
  await third.locator(".astray", { hasText: "tunnel.conflict" }).waitFor();
  await third.getByRole("button", { name: /^Go on with/ }).click();
  await third.locator(".screen.answer").waitFor();
  await third.close();
  await page.bringToFront();
});

test("a double click, and Enter twice, ask about the state that was chosen", async () => {
  await openFile("Foreign troops in Ukraine and a place to meet, September 2025");
  await page.getByRole("tab", { name: "Graph" }).click();
  for (const kind of ["What can come of it", "Moves from it"]) {
    await page.getByRole("radio", { name: kind }).click();
    for (const how of ["click", "keys"]) {
      const box = page.locator("svg.drawing .box:not(.box-chosen)").last();
      await box.waitFor();
      await page.waitForTimeout(300); // all of it drawn
      const asked = await box.getAttribute("data-state");
      if (how === "click") await box.dblclick({ position: { x: 20, y: 20 } });
      else {
        await box.focus();
        await page.keyboard.press("Enter");
        await page.keyboard.press("Enter");
      }
      await page.locator(".why .lines").waitFor();
      const address = decodeURIComponent(page.url().split("/").at(-1));
      const shown = await page.locator(".why svg.drawing .box-chosen").getAttribute("data-state");
      assert.equal(shown, asked, `${kind}, by ${how}: ${address}`);
      await page.getByRole("tab", { name: "Graph" }).click();
    }
  }
  // One Enter chooses, and keeps the focus on what was chosen.
  const box = page.locator("svg.drawing .box:not(.box-chosen)").nth(1);
  await box.waitFor();
  const chosen = await box.getAttribute("data-state");
  await box.focus();
  await page.keyboard.press("Enter");
  await until(() => page.evaluate((state) => document.activeElement?.dataset.state === state && document.activeElement.classList.contains("box-chosen"), chosen), "the focus on the chosen state");
});

test("the file that a studio is started on is opened, whatever the tab had; what it had is kept", async () => {
  const one = await startStudio({ "one.conflict": MODEL.replace("A dam", "One"), "two.conflict": OTHER.replace("A bridge", "Two") });
  const tab = await browser.context.newPage();
  await tab.goto(one.url);
  await answered(tab);
  await tab.keyboard.press("Control+o");
  await tab.getByRole("dialog").getByRole("button", { name: "two.conflict", exact: true }).click();
  await answered(tab);
  await tab.locator(".editor .cm-content").click();
  await tab.keyboard.press("Control+End");
  await tab.keyboard.type("# typed into the other");
  await tab.waitForTimeout(500);
  await one.end();
  await one.start(join(one.folder, "one.conflict"));
  await tab.goto(one.url);
  await until(async () => /one\.conflict/.test(await tab.locator(".doc").innerText()), "the file of the command line");
  await tab.getByText("What you typed into two.conflict is kept").waitFor();
  // The same where the page finds the studio again by itself and is reloaded: another file than last time.
  await tab.keyboard.press("Control+o");
  await tab.locator(".drafts").getByRole("button", { name: "two.conflict" }).first().click();
  await until(async () => /two\.conflict/.test(await tab.locator(".doc").innerText()), "what was typed");
  assert.match(await tab.evaluate(() => document.querySelector(".editor").shadowRoot.querySelector(".cm-content").innerText), /# typed into the other/);
  await tab.reload();
  await until(async () => /two\.conflict/.test(await tab.locator(".doc").innerText()), "a reload keeps what the tab has");
  await tab.close();
  await one.stop();
});

test("a second studio on the same file is noticed while both are open, and that it is gone", async () => {
  const file = join(studio.folder, "dam.conflict");
  await openFile("dam.conflict");
  const state = mkdtempSync(join(tmpdir(), "stasis-state-"));
  const second = await startStudio({}, { open: file, state });
  const tab = await browser.context.newPage();
  await tab.goto(second.url);
  await answered(tab);
  await tab.getByText("Another studio has dam.conflict open").waitFor({ timeout: 8000 });
  await page.bringToFront();
  await page.getByText("Another studio has dam.conflict open").waitFor({ timeout: 8000 });
  await tab.bringToFront();
  await tab.close();
  await page.bringToFront();
  await page.getByText("Another studio has dam.conflict open").waitFor({ state: "detached", timeout: 8000 });
  await second.stop();
  // Tabs, too: told while both are open, and no longer.
  const other = await open();
  await other.goto(`${new URL(studio.url).origin}/`);
  await answered(other);
  await other.keyboard.press("Control+o");
  await other.getByRole("dialog").getByRole("button", { name: "dam.conflict", exact: true }).click();
  await page.getByText("is open in another tab").waitFor();
  await other.close();
  await page.getByText("is open in another tab").waitFor({ state: "detached", timeout: 8000 });
});

test("a key and Stop end what is asked for, in the server, within half a second", async () => {
  const running = () => execFileSync("ps", ["-eo", "pid,ppid,args"], { encoding: "utf8" }).split("\n").filter((line) => / paths - /.test(line) && line.trim().split(/\s+/)[1] === String(studio.child.pid)).length;
  await openFile("Foreign troops in Ukraine and a place to meet, September 2025");
  await replaceText(readFileSync(join(repository, "conflicts/foreign-troops/full.conflict"), "utf8"));
  await answered(page);
  const ended = async (what) => {
    const at = Date.now();
    for (; running() > 0; await page.waitForTimeout(20)) if (Date.now() - at > 5000) break;
    assert.ok(Date.now() - at <= 500, `${what}: the job ran on for ${Date.now() - at} ms`);
  };
  await page.getByRole("tab", { name: "Paths" }).click();
  await focusText();
  await page.keyboard.press("Control+End");
  for (let time = 0; time < 3; time++) {
    await until(() => running() > 0, "a job");
    await page.keyboard.type("#");
    await ended("a key");
    await answered(page);
  }
  await until(() => running() > 0, "a job");
  await page.locator(".paths .stop-button").first().click();
  await page.getByText("Stopped before it was answered.").first().waitFor();
  await page.getByRole("tab", { name: "Session" }).click();
  await ended("Stop, and leaving");
});

test("the case is exported as one report", async () => {
  if (!can("report")) return "this program has no report";
  await openFile("dam.conflict");
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
  await page.locator(".turns").getByText(/no longer holds by|would hold by/).first().waitFor();
  if (!can("invert")) return;
  await page.getByRole("tab", { name: "What it takes" }).click();
  await page.getByRole("combobox", { name: /^For: a state/ }).fill("dam is built");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /change would do/ }).waitFor();
  await page.getByRole("button", { name: "Try it" }).first().click();
  await page.locator(".outcome tr.gained").first().waitFor();
  await page.getByRole("button", { name: "Start over" }).click();
});

test("what a party wants is found by questions, and what to find out first is asked; both are written into the model", async () => {
  await openFile("dam.conflict");
  await replaceText(MODEL);
  await answered(page);
  await page.getByRole("tab", { name: "What they want" }).click();
  const done = page.getByText("Nothing is left to ask.");
  for (let asked = 0; ; ++asked) {
    assert.ok(asked <= 6, "four states need six questions at most");
    const next = page.getByRole("button", { name: "Rather this (2)" });
    await done.or(next).first().waitFor();
    if (await done.isVisible()) break;
    const question = async () => (await page.locator(".elicit .card .two").allInnerTexts())[0];
    const before = await question();
    await next.click();
    await until(async () => (await done.isVisible()) || ![undefined, before].includes(await question()), "the next question");
  }
  const written = await page.locator("pre.small").last().innerText();
  await page.getByRole("button", { name: "Write it into the model" }).click();
  await until(async () => (await text()).includes(written.trim()), "what Up wants in the text");
  assert.equal((await text()).match(/^(rank|prefer) Up\n/gm)?.length, 1);
  await answered(page);
  await replaceText(MODEL.replace("  dam\nprefer Down", "  perhaps dam\nprefer Down"));
  await answered(page);
  await page.getByRole("tab", { name: "How sure" }).click();
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await page.getByText(/Does .+ want/).first().waitFor();
  await page.locator(".questions li").getByRole("button", { name: /^Yes/ }).first().click();
  await until(async () => !(await text()).includes("perhaps"), "the answer in the text");
  await page.getByText("Nothing is open").waitFor();
});

test("a long solve can be stopped", async () => {
  const parties = Array.from({ length: 5 }, (_, p) => `party P${p}\n${Array.from({ length: 4 }, (_, o) => `  option o${p}_${o}\n`).join("")}`).join("");
  const wishes = Array.from({ length: 5 }, (_, p) => `prefer P${p}\n${Array.from({ length: 4 }, (_, o) => `  not o${(p + 1) % 5}_${o}\n  o${p}_${o}\n`).join("")}`).join("");
  await replaceText(`conflict "A million states"\n${parties}status quo none\n${wishes}`);
  const begun = Date.now();
  await page.locator(".status.running").waitFor();
  await page.locator("button.stop-button").first().click();
  await page.locator(".status.running").waitFor({ state: "detached" });
  assert.ok(Date.now() - begun < 60_000);
  await replaceText(MODEL);
  await answered(page);
});

test("a long text is asked about by a thread of its own, and what is typed is what is asked", async () => {
  writeFileSync(join(studio.folder, "long.conflict"), MODEL + "# a line that says nothing\n".repeat(20_000));
  await openFile("long.conflict");
  assert.equal(page.workers().length, 1);
  await focusText();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("what ");
  await page.locator(".status.bad", { hasText: "mistake" }).waitFor();
  await page.keyboard.press("Control+Home");
  for (let at = 0; at < 5; at++) await page.keyboard.press("Delete", { delay: 30 });
  await answered(page);
  await page.keyboard.press("Control+f");
  await page.keyboard.type("sue if dam");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  const asked = page.waitForRequest((request) => /"verb":"solve"/.test(request.postData() ?? "") && /prefer Down\\n {2}dam\\n/.test(request.postData()));
  await page.keyboard.type("dam"); // in place of what was found
  await asked;
  await answered(page);
  await page.keyboard.press("Control+s");
  await page.getByText("· saved").waitFor();
  assert.match(readFileSync(join(studio.folder, "long.conflict"), "utf8"), /prefer Down\n {2}dam\n/);
  rmSync(join(studio.folder, "long.conflict"));
});

test("a hundred thousand states are listed, scrolled and sorted", async () => {
  await page.keyboard.press("Control+o");
  await page.getByRole("dialog").getByRole("button", { name: /^Uruguay Round/ }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await answered(page);
  await page.getByRole("tab", { name: "States" }).click();
  await page.getByText("138,240 of 138,240 states").waitFor();
  await page.getByRole("button", { name: /^#/ }).click();
  await page.locator(".virtual").press("End");
  await page.locator(".row.chosen .id", { hasText: "138240" }).waitFor();
  assert.ok((await page.locator(".virtual .row").count()) < 120);
  await openFile("dam.conflict");
});

test("the full flagship: counts, verdict, reasons, moves and lists, all true", async () => {
  writeFileSync(join(studio.folder, "full.conflict"), readFileSync(join(repository, "conflicts/foreign-troops/full.conflict"), "utf8"));
  writeFileSync(join(studio.folder, "report.txt"), readFileSync(join(repository, "conflicts/foreign-troops/report.txt"), "utf8"));
  await openFile("full.conflict");
  await page.getByRole("tab", { name: "Answer" }).click();
  await page.locator(".today-row .party").first().waitFor();
  const said = await page.locator(".answer").innerText();
  assert.doesNotMatch(said, /Nothing: from every state|e\+\d|harming themselves/);
  assert.match(said, /outcomes nobody named: [\d,]{20,} can hold/);
  await page.getByRole("tab", { name: "Why" }).click();
  await page.locator(".why .lines").waitFor();
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 1440);
  await page.getByRole("tab", { name: "Graph" }).click();
  await page.getByRole("radio", { name: "Moves from it" }).click();
  await page.locator(".lane-name").first().waitFor();
  assert.doesNotMatch(await page.locator(".graph").innerText(), /0th|State 0/);
  await page.getByRole("tab", { name: "States" }).click();
  await page.getByText("too many to list without being asked").waitFor();
  await page.getByRole("tab", { name: "Paths" }).click();
  await page.getByRole("button", { name: "Stop" }).first().click();
  await page.getByText("Stopped before it was answered.").first().waitFor();
  await openFile("dam.conflict");
});

/** Each screen in turn, as it is offered, when what it asked has come. */
async function everyScreen(look) {
  for (const name of await page.getByRole("tab").allInnerTexts()) {
    await page.getByRole("tab", { name, exact: true }).click();
    await page.locator(".answer-pane .waiting").first().waitFor({ state: "detached" });
    await look(name);
  }
}

/** What would be cut off on paper this wide (CSS pixels): boxes beyond the edge, and those that hide a part of what is in them. */
const cutOnPaper = (root) => [...document.querySelectorAll(`${root} *`)].filter((one) => {
  const box = one.getBoundingClientRect();
  if (box.width < 2 || box.height < 2 || one.closest(".hidden, title") || one instanceof SVGElement && !one.matches("svg")) return false;
  const { overflowX, display } = getComputedStyle(one);
  // At the end of a line a blank hangs over.
  return box.right > innerWidth + (display === "inline" ? 8 : 2) || (overflowX !== "visible" && display !== "inline" && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1));
}).slice(0, 4).map((one) => `${one.tagName}.${one.getAttribute("class")} “${one.textContent.slice(0, 40)}” to ${Math.round(one.getBoundingClientRect().right)}`);
const PAPER = { A4: 718, Letter: 740 }; // between margins of 10 mm
const pagesOf = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;

test("on paper nothing of the report or of a screen is cut, and the report is short", async () => {
  const paper = await open();
  const conflicts = can("report") ? [["foreign-troops/foreign-troops", 12], ["foreign-troops/full", 12], ["syria-iraq/syria-iraq", 4], ["american-revolution/american-revolution", 4], ["cuban-missile-crisis/cuban-missile-crisis", 4], ["prisoners-dilemma/prisoners-dilemma", 4], ["elmira/nine-states", 4], ["garrison/garrison-diversion", 4]] : [];
  for (const [name, most] of conflicts) {
    await paper.setContent(execFileSync(program, ["report", join(repository, "conflicts", `${name}.conflict`)], { encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "ignore"] }));
    for (const [format, width] of Object.entries(PAPER)) {
      await paper.setViewportSize({ width, height: 1000 });
      await paper.emulateMedia({ media: "print" });
      assert.deepEqual(await paper.evaluate(cutOnPaper, "body"), [], `${name} on ${format}`);
      const margin = { top: "10mm", bottom: "10mm", left: "10mm", right: "10mm" };
      const pages = pagesOf(await paper.pdf({ format, margin }));
      assert.ok(pages <= most, `${name} takes ${pages} pages of ${format}`);
      await paper.emulateMedia({ media: null });
    }
  }
  await paper.close();
  // Each screen of conflicts of every size and shape; how many pages, too.
  const GALLERY = ["Syria and Iraq, 1975", "Prisoners' dilemma", "Garrison Diversion Unit", "Foreign troops in Ukraine and a place to meet, September 2025"];
  for (const conflict of GALLERY) {
    await openFile(conflict);
    const onPaper = async (screen) => {
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      for (const [format, width] of Object.entries(PAPER)) {
        await page.setViewportSize({ width, height: 1000 });
        assert.deepEqual(await page.evaluate(cutOnPaper, ".answer-pane"), [], `${screen} of ${conflict} on ${format}`);
      }
      // Whose conflict it is, and what is chosen.
      assert.ok((await page.locator(".answer-pane .screen-host").innerText()).startsWith(conflict), `the title of ${screen} on paper`);
      for (const picker of await page.locator(".answer-pane .picker").all()) assert.ok((await picker.innerText()).includes(await picker.locator("input").inputValue()), `what is chosen under ${screen}, on paper`);
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      const margin = { top: "10mm", bottom: "10mm", left: "10mm", right: "10mm" };
      const pages = pagesOf(await page.pdf({ format: "A4", margin }));
      const most = MOST_PAGES[screen] ?? 3;
      assert.ok(pages <= most, `${screen} of ${conflict} takes ${pages} pages`);
      await page.emulateMedia({ media: null });
      await page.setViewportSize({ width: 1440, height: 900 });
    };
    await everyScreen(async (name) => {
      await onPaper(name);
      if (name !== "Answer") return;
      await page.locator(".outcomes tr[data-state] button").first().click();
      await page.locator(".opened svg.drawing, .opened p:text-is(\"Nobody would gain by acting alone.\")").first().waitFor(); // the moves, if somebody would leave
      await onPaper("Answer with an open row");
      await page.locator(".outcomes tr[data-state] button").first().click();
    });
  }
  // A table of states is two pages of what is shown, and says what is left out.
  await page.getByRole("tab", { name: "States", exact: true }).click();
  await page.locator(".virtual .row").first().waitFor();
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const states = await page.locator(".answer-pane").innerText();
  assert.match(states, /All states that can be\./);
  assert.match(states, /the first 80 of 1,824 rows, as they are sorted; 1,744 are left out on paper\./);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: null });
});

/** Pages of A4 that a screen takes at most: 3 where nothing else is said. Session shows what was tried before, here by other tests. */
const MOST_PAGES = { Answer: 2, "Answer with an open row": 3, States: 4, Paths: 5, Evidence: 12, "How sure": 8, "What if": 4, "What they want": 6, Session: 12 };

test("page one of the report is the first screen", async () => {
  if (!can("report")) return;
  const paper = await open();
  for (const [title, name] of [["Foreign troops in Ukraine and a place to meet, September 2025", "foreign-troops/foreign-troops"], ["Syria and Iraq, 1975", "syria-iraq/syria-iraq"], ["Prisoners' dilemma", "prisoners-dilemma/prisoners-dilemma"], ["Garrison Diversion Unit", "garrison/garrison-diversion"], ["Cuban missile crisis, 1962", "cuban-missile-crisis/cuban-missile-crisis"]]) {
    await openFile(title);
    await page.getByRole("tab", { name: "Answer", exact: true }).click();
    await page.waitForFunction(() => !/…|being worked out/.test(document.querySelector(".outcomes tbody")?.textContent ?? "…") && document.querySelectorAll(".outcomes td.numbers").length > 0 && !document.querySelector(".today-line .waiting"), null, { timeout: 30_000 });
    await page.locator("#would-hold").waitFor();
    await page.waitForFunction(() => !/trying each change/.test(document.body.textContent), null, { timeout: 30_000 });
    await paper.setContent(execFileSync(program, ["report", join(repository, "conflicts", `${name}.conflict`)], { encoding: "utf8", maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "ignore"] }));
    /** What is read, blanks apart. */
    const plainly = (words) => words.replace(/[▸▾●■▲◆★⬟✚⬢]/gu, "").replace(/Try it/g, "").replace(/\s+/g, " ").trim();
    const of = (where, selector) => where.evaluate(([one]) => [...document.querySelectorAll(one)].map((found) => found.innerText), [selector]);
    const same = async (screen, report, what) => assert.deepEqual((await of(paper, report)).map(plainly).filter(Boolean), (await of(page, screen)).map(plainly).filter(Boolean), `${what} of ${title}`);
    await same("#today", ".today", "today");
    await same(".outcomes tr[data-state] > td:nth-child(2)", ".outcomes tr > td.holding", "verdicts");
    await same(".outcomes tr[data-state] > td:nth-child(3)", ".outcomes tr > td.who", "who would leave");
    await same(".outcomes tr[data-state] > td.numbers", ".outcomes tr > td.sure", "how sure");
    await same(".outcomes tr[data-state] > th button", ".outcomes tr > td.name strong", "names");
    await same("tr.more", "tr.more", "the others");
    await same(".answer .ways li", "#answer .ways li", "what would make it hold");
    await same(".legend[aria-label='What the marks mean'] li", "#answer .legend li", "what the marks mean");
    const colours = (where, selector) => where.evaluate(([one]) => [...document.querySelectorAll(one)].map((found) => getComputedStyle(found).color), [selector]);
    await paper.emulateMedia({ colorScheme: "light", media: "screen" });
    assert.deepEqual(await colours(paper, "td.holding > span"), await colours(page, ".outcomes tr[data-state] .strength"), `colours of ${title}`);
  }
  await paper.close();
});

test("every screen is reached by keys, and the keys are listed", async () => {
  await openFile("Syria and Iraq, 1975");
  await page.locator("#the-answer").focus();
  const seen = new Set();
  for (let number = 1; number <= 8; number++) {
    await page.keyboard.press(`Alt+${number}`);
    seen.add(await page.getByRole("tab", { selected: true }).innerText());
  }
  assert.equal(seen.size, 8);
  await page.locator("#the-answer").focus();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await page.keyboard.press("Escape");
});

test("the keyboard alone: out of the text without editing it, along the moves of a drawing, sorting keeps its place", async () => {
  await openFile("Syria and Iraq, 1975");
  const before = await text();
  await focusText();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.classList.contains("editor")), false);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await text(), before);
  await page.locator("#the-answer").focus();
  await page.keyboard.press("Alt+3");
  await page.getByRole("radio", { name: "What can come of it" }).click();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Moves from it");
  await page.locator("svg.drawing .box").first().waitFor();
  assert.deepEqual(await page.locator("svg.drawing .box").evaluateAll((boxes) => boxes.filter((box) => { box.focus(); return document.activeElement !== box; }).length), 0);
  const first = await page.locator("svg.drawing .box").last();
  await first.focus();
  await page.keyboard.press("ArrowRight");
  assert.notEqual(await page.evaluate(() => document.activeElement?.getAttribute("data-state")), await first.getAttribute("data-state"));
  const state = await page.evaluate(() => document.activeElement?.getAttribute("data-state"));
  await page.keyboard.press("Enter");
  await page.locator(`.box-chosen[data-state="${state}"]`).first().waitFor();
  await page.locator("#the-answer").focus();
  await page.keyboard.press("Alt+2");
  await page.locator(".virtual").waitFor();
  await page.getByRole("button", { name: /^#/ }).focus();
  await page.keyboard.press("Enter");
  assert.match(await page.evaluate(() => document.activeElement?.textContent), /#/);
  assert.match(await page.locator("[aria-sort=ascending], [aria-sort=descending]").first().innerText(), /#/);
});

test("every screen shows the flagship, whose questions are about statements, and one that fails takes nothing with it", async () => {
  await openFile("Foreign troops in Ukraine and a place to meet, September 2025");
  await everyScreen(async (name) => {
    await page.waitForTimeout(200);
    assert.equal(await page.getByText("This screen cannot be shown").count(), 0, name);
  });
  await page.getByRole("tab", { name: "What they want" }).click();
  await page.locator(".either .said").first().waitFor();
  // An answer of the program that the page does not understand.
  const odd = async (route) => {
    const body = route.request().postDataJSON();
    if (body?.verb !== "elicit") return route.continue();
    await route.fulfill({ status: 200, contentType: "application/json", body: JSON.stringify({ state: "done", seq: 1, progress: null, exit: 0, result: { next: {}, answers: [] }, text: "", stderr: "" }) });
  };
  await page.route("**/api/jobs", odd);
  await page.getByLabel("Asked:").selectOption("Ukraine");
  await page.getByText("This screen cannot be shown").waitFor();
  await page.unroute("**/api/jobs", odd);
  wrong.splice(0);
  await page.getByRole("tab", { name: "Answer" }).click();
  await page.locator(".outcomes tr[data-state]").first().waitFor();
  await page.getByRole("tab", { name: "What they want" }).click();
  await page.locator(".either .said").first().waitFor();
});

test("axe finds nothing serious on any screen, light or dark", async () => {
  await openFile("Syria and Iraq, 1975");
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const found = [];
  const look = async (where) => {
    await page.evaluate(axe);
    const broken = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ["violations"] })).violations.filter((one) => ["serious", "critical"].includes(one.impact)).map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 140)} ${node.any[0]?.message ?? ""}`).join(" | ")}`));
    found.push(...broken.map((one) => `${where} ${one}`));
  };
  for (const theme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: theme });
    await everyScreen(async (name) => {
      if (name === "How sure") {
        const ask = page.getByRole("button", { name: "Ask", exact: true });
        if (await ask.isVisible()) await ask.click();
        await page.getByLabel("neighbouring lines may stand the other way round").check();
        await page.locator(".questions p:not(.about)").first().waitFor();
      }
      await look(`${theme} ${name}`);
    });
    await page.getByRole("radio", { name: "Form" }).click();
    await look(`${theme} Form`);
    await page.getByRole("radio", { name: "Text" }).click();
    for (const key of ["Control+o", "Control+k", "?"]) {
      await page.locator("#the-answer").focus();
      await page.keyboard.press(key);
      await page.getByRole("dialog").waitFor();
      await look(`${theme} ${key}`);
      await page.keyboard.press("Escape"); // of a field with a list it may close the list alone
      if (await page.getByRole("dialog").isVisible()) await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
  }
  await page.emulateMedia({ colorScheme: null });
  assert.deepEqual(found, []);
});

test("nothing is wider than the page from 360 px to 4K, a low page keeps its height for what is read, and Undo is there", async () => {
  await openFile("Syria and Iraq, 1975");
  for (const [width, height] of [[320, 256], [360, 740], [683, 384], [1366, 768], [3840, 2160]]) {
    await page.setViewportSize({ width, height });
    await everyScreen(async (name) => {
      const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector("#screen").clientHeight]);
      assert.ok(wide <= width, `${name} is ${wide} px wide at ${width}`);
      assert.ok(room > 0.67 * height, `${name} has ${room} of ${height} px`);
      // Sideways one scrolls the table of states and the drawings of Graph, and nothing else.
      if (width < 360) return;
      if (name === "Play") await page.locator(".plays button:not([aria-disabled])").first().click();
      const sideways = await page.evaluate(() => [...document.querySelectorAll("#screen, #screen *")].filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1 && !one.matches(".virtual, .canvas")).map((one) => `${one.className} ${one.scrollWidth} in ${one.clientWidth}`));
      assert.deepEqual(sideways, [], `${name} at ${width}`);
    });
    assert.ok(await page.getByRole("button", { name: "Undo", exact: true }).isVisible());
    const tools = await page.locator(".tools").boundingBox();
    assert.ok(tools.height < 45, `the tools take ${tools.height} px at ${width}: more than a line`);
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
