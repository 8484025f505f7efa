// Pictures of every screen in four sizes and both themes, to be looked at: `node e2e/every_screen.mjs FOLDER [CONFLICT…]`, the conflicts by
// their titles in the gallery. Two seconds a picture; nothing is compared.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { answered, cannotRun, startBrowser, startStudio } from "./browser.mjs";

const why = cannotRun();
if (why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}
const [into = "screens", ...asked] = process.argv.slice(2);
const titles = asked.length ? asked : ["Foreign troops in Ukraine and a place to meet, September 2025"];
const SIZES = [[360, 740], [768, 1024], [1366, 768], [2560, 1440]].filter(([width]) => !process.env.WIDTH || Number(process.env.WIDTH) === width);
const THEMES = process.env.THEME ? [process.env.THEME] : ["light", "dark"];
const DIALOGS = { open: "Control+o", find: "Control+k", keys: "?" };
mkdirSync(into, { recursive: true });

const studio = await startStudio();
const browser = await startBrowser("hidden");
const page = await browser.context.newPage();
page.setDefaultTimeout(60_000);
page.on("pageerror", (error) => console.log(`page error: ${error.message}`));
await page.goto(studio.url);
await answered(page);
const plain = (words) => words.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 24);
/** Pressed as often as a list in it asks for it. */
const close = async () => {
  for (let at = 0; at < 3 && (await page.getByRole("dialog").count()); at++) await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
};

for (const title of titles) {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.keyboard.press("Control+o");
  await page.getByRole("dialog").getByRole("button", { name: title, exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await answered(page);
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      const shot = async (name) => {
        await page.mouse.move(0, 0);
        await page.waitForTimeout(350);
        await page.screenshot({ path: join(into, `${plain(title)}-${width}-${colorScheme}-${plain(name)}.png`) });
      };
      const model = page.getByRole("button", { name: /^Model/ });
      if (await model.isVisible()) await model.click();
      else await page.getByRole("button", { name: "Show model" }).click();
      await page.getByRole("radio", { name: "Form" }).click();
      await shot("form");
      await page.getByRole("radio", { name: "Text" }).click();
      if (!(await model.isVisible())) await page.getByRole("button", { name: "Hide model" }).click();
      if (await model.isVisible()) {
        await shot("text");
        await page.getByRole("button", { name: "Answer", exact: true }).click();
      }
      for (const name of await page.getByRole("tab").allInnerTexts()) {
        await page.getByRole("tab", { name, exact: true }).click();
        await page.locator(".answer-pane .waiting").first().waitFor({ state: "detached" }).catch(() => console.log(`${name} still waits`));
        await page.waitForTimeout(name === "Answer" ? 1500 : 0); // variants follow the answer
        await shot(name);
        if (name === "Graph") for (const kind of ["Moves from it", "Choices against choices", "What can come of it"]) {
          await page.getByRole("radio", { name: kind }).click();
          await page.locator(".answer-pane .waiting").first().waitFor({ state: "detached" });
          if (kind !== "What can come of it") await shot(`graph ${kind}`);
        }
        if (name === "Answer") {
          await page.locator(".outcomes tr[data-state] button").nth(2).click();
          await page.locator(".opened svg.drawing").waitFor().catch(() => undefined);
          await shot("answer opened");
          await page.locator(".outcomes tr[data-state] button").nth(2).click();
        }
      }
      await page.getByRole("tab", { name: "Answer", exact: true }).click();
      for (const [name, key] of Object.entries(DIALOGS)) {
        await page.locator("#the-answer").focus();
        await page.keyboard.press(key);
        await page.getByRole("dialog").waitFor();
        await shot(name);
        await close();
      }
    }
  }
}
await browser.stop();
await studio.stop();
