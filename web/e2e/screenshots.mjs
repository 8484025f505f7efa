// The pictures in README.md and docs/studio-screens.md, of the real thing: `npm run screenshots`.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { answered, cannotRun, repository, startBrowser, startStudio } from "./browser.mjs";

const why = cannotRun();
if (why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}
const into = join(repository, "docs", "images");
mkdirSync(into, { recursive: true });
const studio = await startStudio();
const browser = await startBrowser("hidden");
const page = await browser.context.newPage();
await page.setViewportSize({ width: 1280, height: 800 });
await page.goto(studio.url);
await answered(page);
const shot = async (name) => {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(into, `${name}.png`) });
};

await page.locator(".outcomes").getByText("of 55").first().waitFor();
await shot("studio-answer");

await page.getByRole("tab", { name: "What if" }).click();
await page.getByText("What cannot be taken back").click();
await page.locator(".tiers li", { hasText: "Russia: Accept a settlement" }).getByRole("checkbox").check();
await page.locator(".outcome tr.gained").first().waitFor();
await shot("studio-what-if");

await page.emulateMedia({ colorScheme: "dark" });
await page.keyboard.press("Control+o");
await page.getByRole("dialog").getByRole("button", { name: "Syria and Iraq, 1975", exact: true }).click();
await answered(page);
await page.getByRole("tab", { name: "Graph" }).click();
await page.getByRole("radio", { name: "Choices against choices" }).click();
await shot("studio-graph");

await browser.stop();
await studio.stop();
