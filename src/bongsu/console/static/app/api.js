// Questions to the engine on this machine. An answer that is overtaken by a newer question is dropped.

import { learn } from "./said.js";

const running = new Map();

/** What a page without a server holds instead: files and answers by path; null when a server answers. */
const inPage = globalThis.bongsuPage ?? null;
export const served = inPage === null;
/** The case, text and site that such a page is about, and when it was made. */
export const heldPage = inPage && { case: inPage.case, text: inPage.text, site: inPage.site, made: inPage.made };

/** A JSON file of the console: a language, a map. */
export async function askAsset(path) {
  if (inPage) return inPage.files[path];
  return (await fetch(path)).json();
}

function fromPage(path, body) {
  const found = inPage.answers.find((item) => item.path === path && Object.entries(item.body ?? {}).every(([key, value]) => (body?.[key] ?? "") === value));
  if (found) return learn(structuredClone(found.answer));
  learn(inPage);
  throw { error: inPage.words, advice: inPage.advice, problems: [], page: true };
}

/** Ask, as JSON. `lane` names what it belongs to: a newer question in a lane ends the older one. */
export async function ask(path, body, lane = path) {
  if (inPage) return fromPage(path, body);
  const stop = enter(lane);
  const response = await fetch(path, {
    method: body === undefined ? "GET" : "POST",
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: stop.signal,
  });
  return unpack(response);
}

/** Ask for a file. */
export async function askFile(path, body) {
  if (inPage) return fromPage(path, body);
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) await unpack(response);
  return response.blob();
}

/** Ask with progress: server-sent events of one answer. */
export async function askWatched(path, body, onProgress, lane = path) {
  if (inPage) return fromPage(path, body);
  const stop = enter(lane);
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal: stop.signal,
  });
  if (!response.ok) return unpack(response);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw { key: "state.stopped", error: "stopped", advice: "", problems: [], stopped: true };
    held += value;
    let end;
    while ((end = held.indexOf("\n\n")) >= 0) {
      const event = /^event: (\w+)\ndata: ([\s\S]*)$/.exec(held.slice(0, end));
      held = held.slice(end + 2);
      if (!event) continue;
      const data = JSON.parse(event[2]);
      if (event[1] === "progress") onProgress(learn(data));
      else if (event[1] === "error") throw learn(data);
      else return learn(data);
    }
  }
}

/** End what runs in a lane. */
export function cancel(lane) {
  running.get(lane)?.abort();
  running.delete(lane);
}

function enter(lane) {
  cancel(lane);
  const stop = new AbortController();
  running.set(lane, stop);
  return stop;
}

async function unpack(response) {
  const body = await response.json().catch(() => null);
  if (response.ok) return learn(body);
  if (body && body.error) throw learn(body);
  const detail = body && body.detail;
  const words = Array.isArray(detail) ? detail.map((d) => `${d.loc.slice(1).join(".")}: ${d.msg}`).join("; ") : detail;
  throw { ...(words ? {} : { key: "state.refused" }), error: words || String(response.status), advice: "", problems: [] };
}
