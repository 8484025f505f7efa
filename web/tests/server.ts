// The studio's server as the page's tests need it: every call answered by the built program itself.

import { execFile, execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const program = process.env["STASIS"] ?? join(repository, "build", "stasis");
export const built = existsSync(program);

const limits = { maxBuffer: 1 << 29, env: { ...process.env, COLUMNS: "4000", NO_COLOR: "1" } };

/** What the terminal prints. */
export const terminal = (verb: string, text: string, args: string[], cwd = repository) =>
  execFileSync(program, [verb, "-", ...args], { ...limits, input: text, cwd, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] });

/** What it says of a topic. */
export const help = (topic: string) => execFileSync(program, ["help", topic], { ...limits, encoding: "utf8" });

interface Body { verb: string; text: string; path: string | null; args: string[] }
interface Ended { exit: number; out: string; err: string }

/** A signal that says so ends the program that was started. */
function run({ verb, text, args }: Body, cwd: string, signal?: AbortSignal): Promise<Ended> {
  const json = ["check", "outline", "export", "solve", "states", "moves", "explain", "paths", "robust", "invert", "coalitions", "read"].includes(verb) && !args.includes("--format");
  return new Promise((done) => {
    const child = execFile(program, [verb, "-", ...args, ...(json ? ["--format", "json"] : [])], { ...limits, cwd, encoding: "utf8", ...(signal ? { signal, killSignal: "SIGKILL" as const } : {}) }, (problem, out, err) => done({ exit: typeof problem?.code === "number" ? problem.code : problem ? 70 : 0, out, err }));
    child.stdin?.on("error", () => undefined).end(text);
  });
}

function told({ exit, out, err }: Ended) {
  const parsed = /^[{[]/.test(out) ? (JSON.parse(out) as { schema?: string }) : null;
  const problems = parsed?.schema === "stasis/problems-1";
  return { exit, result: problems ? null : parsed, ...(problems ? { problems: parsed } : {}), text: parsed ? "" : out, stderr: err };
}

/** Puts this server in place of the browser's way out; `asked` gets every question. */
export function serve(cwd = repository, asked: Body[] = []) {
  const jobs = new Map<string, { ended: Promise<Ended>; stop: AbortController }>();
  const reply = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
  globalThis.fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const url = new URL(input instanceof Request ? input.url : input, "http://127.0.0.1");
    const body = init?.body ? (JSON.parse(init.body as string) as Body) : null;
    if (body?.verb) asked.push(body);
    if (url.pathname === "/api/run") return reply(200, told(await run(body!, cwd)));
    if (url.pathname === "/api/jobs") {
      const id = String(jobs.size + 1);
      const stop = new AbortController();
      jobs.set(id, { ended: run(body!, cwd, stop.signal), stop });
      return reply(202, { job: id });
    }
    const job = /^\/api\/jobs\/(\d+)$/.exec(url.pathname);
    if (job && init?.method === "DELETE") jobs.get(job[1]!)?.stop.abort();
    else if (job) return reply(200, { state: "done", seq: 1, progress: null, ...told(await jobs.get(job[1]!)!.ended) });
    if (url.pathname === "/api/source") {
      const path = join(cwd, url.searchParams.get("path") ?? "");
      return existsSync(path) ? reply(200, { path, text: readFileSync(path, "utf8") }) : reply(404, { error: "not here" });
    }
    if (url.pathname === "/api/files") return reply(200, { files: [] });
    if (url.pathname === "/api/session") return reply(200, { version: "", folder: cwd, file: null, readOnly: false, otherStudio: false, gallery: [], verbs: ["solve", "robust", "invert", "read"] });
    return reply(404, { error: "not here" });
  };
  return asked;
}
