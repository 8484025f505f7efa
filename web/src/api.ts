// What the page asks of the server: every call of docs/studio-api.md, once.

import { ask } from "./carrying";

export interface Session {
  version: string;
  folder: string;
  file: string | null;
  readOnly: boolean;
  readOnlyBecause?: string | null;
  otherStudio: boolean;
  gallery: { name: string; title: string; about?: string; parties?: number; options?: number }[];
  verbs: string[];
  reserved?: string[]; // words that cannot be names
}
export interface FileEntry { path: string; kind: "conflict" | "gmcr" | "report" | "document"; size: number; modified: string | number; problem?: string | null }
/** `locked`: why the file is never saved. */
export interface FileText { path: string; text: string; revision: string; locked: string | null; otherStudio: boolean }
export interface Problem { severity?: "error" | "warning"; message: string; help?: string }
export interface Ran<T> { exit: number; result: T | null; problems?: { problems: Problem[] }; text: string; stderr: string }
export interface Progress { phase: string; done: number; total: number }
interface JobNews<T> extends Ran<T> { state: "queued" | "running" | "done" | "stopped"; seq: number; progress: Progress | null }

export class ApiError extends Error {
  constructor(readonly status: number, message: string, readonly help: string, readonly body: Record<string, unknown> = {}) {
    super(message);
  }
}

// --- the key: from the part of the address that no server sees; it goes to this server only ---

const KEY = "stasis-key";

/** Takes the key out of the address; true if there was one. */
export function takeKey(): boolean {
  const found = /^#key=([0-9a-f]+)$/.exec(location.hash)?.[1];
  if (!found) return false;
  try {
    localStorage.setItem(KEY, found);
  } catch {
    sessionStorage.setItem(KEY, found);
  }
  history.replaceState(null, "", location.pathname);
  return true;
}

function key(): string {
  try {
    return localStorage.getItem(KEY) ?? sessionStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Called when the server cannot be reached, or does not know this page; and when it answers again. */
export const connection: { lost: ((why: ApiError) => void) | null; found: (() => void) | null } = { lost: null, found: null };

const PATIENCE = 20_000; // milliseconds, for what takes no time: a server that hangs is away, and is asked again
const AT_ONCE = /^\/api\/(session|files|file|revision|gallery)\b/;

const said = (value: unknown) => (typeof value === "string" ? value : null);

async function call<T>(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = { "Stasis-Key": key() };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const until = signal ?? (AT_ONCE.test(url) ? AbortSignal.timeout(PATIENCE) : undefined);
  const away = (problem: unknown) => {
    if (signal?.aborted) throw problem;
    throw lost(new ApiError(0, "the studio does not answer", "it may have been stopped: start `stasis studio` on the same folder again, and this page goes on; your text is kept in this browser"));
  };
  const answer = await ask(url, { method, headers, ...(until ? { signal: until } : {}) }, body).catch(away);
  const data = (await answer.json().catch((problem: unknown) => (answer.ok ? away(problem) : {}))) as Record<string, unknown>; // cut off, it is none
  if (answer.status === 401) throw lost(new ApiError(401, "the studio was started anew and does not know this page", "open the address that `stasis studio` prints; your text is kept in this browser"));
  connection.found?.();
  if (!answer.ok) throw new ApiError(answer.status, said(data["error"]) ?? answer.statusText, said(data["help"]) ?? "", data);
  return data as T;
}

function lost(why: ApiError): ApiError {
  connection.lost?.(why);
  return why;
}

const query = (name: string, value: string) => `?${name}=${encodeURIComponent(value)}`;

export const session = () => call<Session>("GET", "/api/session");
export const files = () => call<{ files: FileEntry[]; whole?: boolean }>("GET", "/api/files");
export const file = (path: string) => call<FileText>("GET", "/api/file" + query("path", path));
/** What the file is now (null: it is not there), and whether another studio has it open. */
export const revision = (path: string) => call<{ revision: string | null; otherStudio?: boolean }>("GET", "/api/revision" + query("path", path));
/** The page no longer has the file open. */
export const letGo = (path: string) =>
  void fetch("/api/open" + query("path", path), { method: "DELETE", keepalive: true, credentials: "same-origin", headers: { "Stasis-Key": key() } }).catch(() => undefined);
export const save = (path: string, text: string, revision: string | null) =>
  call<{ revision: string; otherNames: number; notKept?: string | null }>("PUT", "/api/file", { path, text, revision });
export const gallery = (name: string) => call<{ name: string; text: string; files: Record<string, string> }>("GET", "/api/gallery" + query("name", name));
export const source = (path: string) => call<{ path: string; text: string; locked?: string | null }>("GET", "/api/source" + query("path", path));
export const report = (text: string, path: string | null) => call<{ html: string }>("POST", "/api/report", { text, path });

/** `now`: somebody waits for it, so that it goes before long work. */
interface Question { verb: string; text: string; path: string | null; args: string[]; now?: boolean }

export const run = <T>(question: Question, signal?: AbortSignal) => call<Ran<T>>("POST", "/api/run", question, signal);

/** `read` or `draft` on reports of the folder; `text`: the model that is added to. */
export const reports = <T>(question: { verb: "read" | "draft"; reports: string[]; path: string | null; text?: string; args: string[] }) => call<Ran<T>>("POST", "/api/reports", question);
/** A new report in the folder; 409 if there is one of that name. */
export const putReport = (path: string, bytes: string) => call<{ path: string }>("PUT", "/api/report", { path, bytes });

const underWay = new Set<string>();

/** Jobs whose page is left are stopped. */
export function stopJobs() {
  for (const id of underWay) void fetch(`/api/jobs/${id}`, { method: "DELETE", keepalive: true, credentials: "same-origin", headers: { "Stasis-Key": key() } }).catch(() => undefined);
  underWay.clear();
}

/** Long work: started at once, reports its progress, stops when the signal says so. */
export async function job<T>(question: Question, tell: (progress: Progress | null) => void, signal?: AbortSignal): Promise<Ran<T>> {
  // What somebody waits for may be over at once, and is stopped by leaving meanwhile: by the connection that closes, and where the number
  // of the job was on its way, by its name. Other work is not given up while it is begun.
  const name = crypto.randomUUID();
  const begun = await call<{ job: string } | JobNews<T>>("POST", "/api/jobs", { ...question, name }, question.now ? signal : undefined).catch((reason: unknown) => {
    if (signal?.aborted) void ask(`/api/jobs/${name}`, { method: "DELETE", headers: { "Stasis-Key": key() } }, undefined).catch(() => undefined);
    throw reason;
  });
  if ("state" in begun) {
    if (begun.state === "stopped") throw new DOMException("stopped", "AbortError");
    return begun;
  }
  const id = begun.job;
  const stop = () => void call("DELETE", `/api/jobs/${id}`).catch(() => undefined);
  if (signal?.aborted) {
    stop();
    throw new DOMException("stopped", "AbortError");
  }
  underWay.add(id);
  signal?.addEventListener("abort", stop, { once: true });
  try {
    for (let after = 0; ; ) {
      const news = await call<JobNews<T>>("GET", `/api/jobs/${id}${query("after", String(after))}`, undefined, signal);
      after = news.seq;
      if (news.state === "done") return news;
      if (news.state === "stopped") throw new DOMException("stopped", "AbortError");
      tell(news.progress);
    }
  } finally {
    underWay.delete(id);
    signal?.removeEventListener("abort", stop);
  }
}

/** What ended a run without an answer: the first error that the program printed. */
export function problemOf(ran: Ran<unknown>, otherwise = "the program gave no answer"): { message: string; help: string } {
  const all = ran.problems?.problems ?? [];
  const found = all.find((one) => one.severity !== "warning") ?? all[0];
  return { message: found?.message ?? otherwise, help: found?.help ?? "" };
}

export function failed(ran: Ran<unknown>, otherwise?: string): ApiError {
  const { message, help } = problemOf(ran, otherwise);
  return new ApiError(ran.exit, message, help);
}
