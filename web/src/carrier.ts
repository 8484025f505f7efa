// Carries long questions to the server, in a thread of its own: to hand megabytes to the network takes the browser tens of milliseconds, in which no
// key would show. It keeps the text it got last, so that several questions about one text hand it over once.

/** `text`: null means the one that came last. */
export interface Load { id: number; url: string; method: string; headers: Record<string, string>; text: string | null; body: Record<string, unknown> }
export interface Carried { id: number; failed?: boolean; status: number; statusText: string; body: string }

const under = new Map<number, AbortController>();
let held = "";

async function carry({ id, url, method, headers, body }: Load, text: string, signal: AbortSignal): Promise<Carried> {
  const answer = await fetch(url, { method, headers, credentials: "same-origin", body: JSON.stringify({ ...body, text }), signal });
  return { id, status: answer.status, statusText: answer.statusText, body: await answer.text() };
}

addEventListener("message", ({ data }: MessageEvent<Load | { stop: number }>) => {
  if ("stop" in data) return under.get(data.stop)?.abort();
  held = data.text ?? held;
  const control = new AbortController();
  under.set(data.id, control);
  void carry(data, held, control.signal)
    .catch((): Carried => ({ id: data.id, failed: true, status: 0, statusText: "", body: "" }))
    .then((done) => postMessage(done))
    .finally(() => under.delete(data.id));
});
