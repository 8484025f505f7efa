// What the end-to-end tests and the screenshots share: a studio of the built program on a folder of its own, and a headless browser.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
export const repository = join(here, "..", "..");
export const program = process.env.STASIS ?? join(repository, "build", "stasis");
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const cannotRun = () =>
  !existsSync(program) ? `${program} is not built` : !existsSync(browserPath) ? `${browserPath} is not installed` : null;

/** Has the program this verb? */
export const can = (verb) => new RegExp(`^ {2}${verb} `, "m").test(execFileSync(program, ["--help"], { encoding: "utf8" }));

/** `stasis studio FOLDER`, its address read from the line it prints; it can be ended and started again. */
export async function startStudio(files = {}, { open: first, state = mkdtempSync(join(tmpdir(), "stasis-state-")) } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "stasis-e2e-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const studio = { url: "", folder, child: null };
  studio.start = async (open = folder) => {
    const child = spawn(program, ["studio", open, "--no-browser"], { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, XDG_STATE_HOME: state } });
    studio.child = child;
    let said = "";
    studio.url = await new Promise((done, fail) => {
      const listen = (data) => {
        said += data;
        const found = /http:\/\/\S+/.exec(said);
        if (found) done(found[0]);
      };
      child.stdout.on("data", listen);
      child.stderr.on("data", listen);
      child.on("exit", (code) => fail(new Error(`studio ended with ${code}: ${said}`)));
      setTimeout(() => fail(new Error(`studio printed no address: ${said}`)), 60_000).unref();
    });
  };
  studio.end = async (signal = "SIGTERM") => {
    const { child } = studio;
    child.removeAllListeners("exit");
    const ended = new Promise((done) => child.on("exit", done));
    child.kill(signal);
    await Promise.race([ended, new Promise((done) => setTimeout(done, 3000).unref())]);
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  };
  studio.stop = async () => {
    await studio.end();
    rmSync(folder, { recursive: true, force: true });
    rmSync(state, { recursive: true, force: true });
  };
  await studio.start(first);
  return studio;
}

export async function startBrowser(model = "shown") {
  const profile = mkdtempSync(join(tmpdir(), "stasis-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath,
    headless: true,
    acceptDownloads: true,
    viewport: { width: 1440, height: 900 },
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  // As for who has seen the guided minute, and left the model so; a page that begins as for anybody else says so in its own storage.
  await context.addInitScript((left) => {
    try {
      if (sessionStorage.getItem("e2e-new")) return;
      document.cookie = "stasis-guided=yes; path=/";
      if (!/stasis-model=/.test(document.cookie)) document.cookie = `stasis-model=${left}; path=/`;
    } catch { /* about:blank has no storage */ }
  }, model);
  // STASIS_PAGE=FOLDER: the page as it was just built, in place of the one inside the program.
  const built = process.env.STASIS_PAGE;
  if (built) await context.route(/\/assets\/[^/]+$/, (route) => route.fulfill({ path: join(built, new URL(route.request().url()).pathname) }));
  return {
    context,
    async stop() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Waits until the text there is has been answered. */
export const answered = (page) => page.waitForSelector(".status[data-took]", { timeout: 60_000 });
