// The page's side of the carrier (carrier.ts): questions whose text is long are asked in a thread of its own, all others at once.

import type { Carried, Load } from "./carrier";

const LONG = 100_000; // letters

/** What the page reads of an answer, whichever way it came. */
interface Reply { ok: boolean; status: number; statusText: string; json: () => Promise<unknown> }
type Waiting = { done: (reply: Reply) => void; fail: (reason: unknown) => void };

const waiting = new Map<number, Waiting>();
let worker: Worker | null | undefined;
let lastId = 0;
let given = "";

function arrived({ id, failed, status, statusText, body }: Carried) {
  const one = waiting.get(id);
  waiting.delete(id);
  if (failed) one?.fail(new TypeError("the server cannot be reached"));
  else one?.done({ ok: status >= 200 && status < 300, status, statusText, json: () => new Promise((done) => { done(JSON.parse(body)); }) });
}

/** A browser that lets the page have no thread of its own asks as for short texts. */
function carrier(): Worker | null {
  if (worker !== undefined) return worker;
  if (typeof Worker === "undefined") return (worker = null);
  worker = new Worker(new URL("./carrier.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<Carried>) => arrived(data);
  worker.onerror = () => {
    worker = null;
    for (const { fail } of waiting.values()) fail(new TypeError("the thread that asks has ended"));
    waiting.clear();
  };
  return worker;
}

export function ask(url: string, init: { method: string; headers: Record<string, string>; signal?: AbortSignal }, body: unknown): Promise<Reply> {
  const text = (body as { text?: unknown } | undefined)?.text;
  const by = typeof text === "string" && text.length > LONG ? carrier() : null;
  if (!by) return fetch(url, { ...init, credentials: "same-origin", ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const { signal } = init;
  if (signal?.aborted) return Promise.reject(signal.reason as Error);
  const id = ++lastId;
  return new Promise((done, fail) => {
    waiting.set(id, { done, fail });
    signal?.addEventListener("abort", () => {
      if (!waiting.delete(id)) return;
      by.postMessage({ stop: id });
      fail(signal.reason as Error);
    }, { once: true });
    const same = text === given;
    given = text as string;
    by.postMessage({ id, url, method: init.method, headers: init.headers, text: same ? null : given, body: { ...(body as object), text: undefined } } satisfies Load);
  });
}
