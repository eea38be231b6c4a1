// The engine speaks without being asked: that it is there, and that a file named to `bongsu serve` has changed.
// A browser opens few connections to one server, so of all tabs one listens (a lock) and tells the others (a channel).

import { ask } from "./api.js";

const NAME = "bongsu-live";
const SILENT_MS = 45000; // three beats without a sound

/** Listen. `onState(alive, since)` when the engine is gone or back, `onFile(head)` when a file is to be read again. */
export function makeLive({ onState, onFile }) {
  const channel = new BroadcastChannel(NAME);
  const read = new Map(); // number of a file: how it was last read here
  let alive = null; // not known yet
  let hello = null;
  let leads = false;
  let lost = ""; // when the engine was missed first

  function hear(message) {
    const { event, data } = message;
    if (event === "hello") hello = data;
    if (event === "gone" || event === "hello") turn(event !== "gone", data.since);
    for (const head of event === "hello" ? data.files : event === "file" ? [data] : []) compare(head);
  }

  function turn(is, since) {
    if (is === alive) return;
    const before = alive;
    alive = is;
    if (before !== null || !is) onState(is, since ? new Date(since) : null);
  }

  function compare(head) {
    const known = read.get(head.number);
    read.set(head.number, head);
    if (known && (known.reading !== head.reading || known.problem !== head.problem || known.changed !== head.changed)) onFile(head, known.reading !== head.reading || known.changed !== head.changed);
  }

  /** Tell this tab and the others. */
  function tell(event, data) {
    hear({ event, data });
    channel.postMessage({ event, data });
  }

  function lead() {
    leads = true;
    let silence = 0;
    let source = null;
    const gone = () => { if (alive !== false) { lost = new Date().toISOString(); tell("gone", { since: lost }); } };
    const heard = () => { clearTimeout(silence); silence = setTimeout(() => { gone(); open(); }, SILENT_MS); };
    function open() {
      source?.close();
      source = new EventSource("/api/live");
      for (const event of ["hello", "file", "beat"]) {
        source.addEventListener(event, ({ data }) => { heard(); if (event !== "beat") tell(event, JSON.parse(data)); });
      }
      source.onerror = () => {
        gone();
        if (source.readyState === EventSource.CLOSED) setTimeout(open, 5000); // else the browser tries again by itself
      };
    }
    open();
    heard();
    return new Promise(() => {}); // the lock is held until this tab closes
  }

  channel.onmessage = ({ data }) => {
    if (data.event !== "ask") return hear(data);
    if (leads && hello && alive !== null) channel.postMessage(alive ? { event: "hello", data: { ...hello, files: [...read.values()] } } : { event: "gone", data: { since: lost } });
  };

  return {
    /** The files as they are now; and from here on listen. */
    async begin() {
      const { files } = await ask("/api/own").catch(() => ({ files: [] }));
      for (const head of files) read.set(head.number, head);
      if (navigator.locks) navigator.locks.request(NAME, lead);
      else lead();
      channel.postMessage({ event: "ask" });
      return files;
    },
    files: () => [...read.values()],
  };
}
