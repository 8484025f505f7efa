// What the page asks of the server: every call of docs/studio.md, once.

export interface Session {
  version: string;
  folder: string;
  file: string | null;
  readOnly: boolean;
  otherStudio: boolean;
  gallery: { name: string; title: string }[];
  verbs: string[];
}
export interface FileEntry { path: string; kind: "conflict" | "gmcr" | "report"; size: number; modified: string | number }
export interface FileText { path: string; text: string; revision: string }
export interface Ran<T> { exit: number; result: T | null; text: string; stderr: string }
export interface Progress { phase: string; done: number; total: number }
interface JobNews<T> extends Ran<T> { state: "queued" | "running" | "done" | "stopped"; seq: number; progress: Progress | null }

export class ApiError extends Error {
  constructor(readonly status: number, message: string, readonly help: string, readonly body: Record<string, unknown> = {}) {
    super(message);
  }
}

async function call<T>(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const init: RequestInit = { method, credentials: "same-origin" };
  if (signal) init.signal = signal;
  if (body !== undefined) {
    init.headers = { "Content-Type": "application/json" };
    init.body = JSON.stringify(body);
  }
  let answer: Response;
  try {
    answer = await fetch(url, init);
  } catch (problem) {
    if (signal?.aborted) throw problem;
    throw new ApiError(0, "the studio does not answer", "it may have been stopped: start `stasis studio` again; your text is still here");
  }
  const data = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
  if (!answer.ok) throw new ApiError(answer.status, String(data["error"] ?? answer.statusText), String(data["help"] ?? ""), data);
  return data as T;
}

const query = (name: string, value: string) => `?${name}=${encodeURIComponent(value)}`;

export const session = () => call<Session>("GET", "/api/session");
export const files = () => call<{ files: FileEntry[] }>("GET", "/api/files");
export const file = (path: string) => call<FileText>("GET", "/api/file" + query("path", path));
export const save = (path: string, text: string, revision: string | null) =>
  call<{ revision: string }>("PUT", "/api/file", { path, text, revision });
export const gallery = (name: string) => call<{ name: string; text: string; files: Record<string, string> }>("GET", "/api/gallery" + query("name", name));
export const source = (path: string) => call<{ path: string; text: string }>("GET", "/api/source" + query("path", path));
export const report = (text: string, path: string | null) => call<{ html: string }>("POST", "/api/report", { text, path });

export interface Question { verb: string; text: string; path: string | null; args: string[] }

export const run = <T>(question: Question, signal?: AbortSignal) => call<Ran<T>>("POST", "/api/run", question, signal);

/** Long work: begun at once, its progress told, stopped when the signal says so. */
export async function job<T>(question: Question, tell: (progress: Progress | null) => void, signal: AbortSignal): Promise<Ran<T>> {
  const { job: id } = await call<{ job: string }>("POST", "/api/jobs", question, signal);
  const stop = () => void call("DELETE", `/api/jobs/${id}`).catch(() => undefined);
  signal.addEventListener("abort", stop, { once: true });
  try {
    for (let after = 0; ; ) {
      const news = await call<JobNews<T>>("GET", `/api/jobs/${id}${query("after", String(after))}`, undefined, signal);
      after = news.seq;
      if (news.state === "done") return news;
      if (news.state === "stopped") throw new DOMException("stopped", "AbortError");
      tell(news.progress);
    }
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
