// The address is the state. Members and their defaults are a public contract: see docs/reference/console.md.
// Members that are unknown or malformed are dropped, never fatal; defaults are left out of the address.

import { heldPage, served } from "./api.js";

export const VIEWS = ["watch", "launch", "satellite", "sites", "data", "help"].filter((name) => served || ["launch", "data", "help"].includes(name));
const DEFAULTS = {
  view: "launch", // one of VIEWS; Watch is the first door, but the bundled case explains more to a newcomer
  case: heldPage ? heldPage.case : "malligyong-1", // bundled case; empty when a text was pasted
  text: "", // pasted text, when it is short enough for an address
  site: "", // launch site of a pasted notice
  launch: "", // which launch of the case; empty: the one it is about
  fail: "", // failure case whose falls are shown: KIND,STAGE,FROM,TO
  sel: "", // selected finding, area or pass
  t: "", // clock, UTC, ISO 8601
  lang: "", // en, ko, ja; empty: the browser's
  theme: "", // light, dark; empty: the system's
  proj: "globe", // globe or flat
  hide: "", // layers that are not drawn, separated by commas
  show: "", // layers that are drawn only when asked for: firs, routes, ports
  c: "", // map centre and zoom: longitude,latitude,zoom
  sats: "58400",
  over: "", // sites, separated by semicolons
  from: "", // start of the span of passes
  hours: "72",
  kind: "imaging", // which objects of a file: imaging, optical, radar, any
  level: "watch", // the least level that is shown
  by: "reach", // reach: within a camera's reach; horizon: above 10 degrees
  sat: "58400", // of the Satellite view
  notices: "", // pasted on the Watch view, when short enough for an address
  own: "", // what another page of the console holds and no address does: see handover.js
};
export const MAX_SHARED = 1500; // characters of pasted text that a link carries

const CHECKS = {
  view: (v) => VIEWS.includes(v),
  case: (v) => /^[\w.-]{0,100}$/.test(v),
  launch: (v) => /^[\w.-]{0,100}$/.test(v),
  fail: (v) => /^([a-z-]{1,20}(,[\w.-]{0,20}(,\d{1,5}(,\d{1,5})?)?)?)?$/.test(v),
  sel: (v) => v.length <= 200,
  t: (v) => goodTime(v),
  from: (v) => goodTime(v),
  lang: (v) => ["", "en", "ko", "ja"].includes(v),
  theme: (v) => ["", "light", "dark"].includes(v),
  proj: (v) => ["globe", "flat"].includes(v),
  hide: (v) => /^[a-z,]{0,100}$/.test(v),
  show: (v) => v === "" || v.split(",").every((name) => ["firs", "routes", "ports"].includes(name)),
  c: (v) => v === "" || (/^-?[\d.]+,-?[\d.]+,[\d.]+$/.test(v) && v.split(",").every((n) => Number.isFinite(+n))),
  hours: (v) => +v > 0 && +v <= 744,
  kind: (v) => ["imaging", "optical", "radar", "any"].includes(v),
  level: (v) => ["WARN", "watch", "night"].includes(v),
  by: (v) => ["reach", "horizon"].includes(v),
  sat: (v) => v.length <= 60,
  own: (v) => /^([a-z\d]{6,20}:[a-z,]{1,40})?$/.test(v),
};

export function goodTime(text) {
  if (text === "") return true;
  const year = new Date(text).getUTCFullYear();
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(text) && year > 1957 && year < 2200;
}

/** State from an address' fragment. */
export function parse(fragment) {
  const state = { ...DEFAULTS };
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  for (const [key, value] of given) {
    if (Object.hasOwn(DEFAULTS, key) && (CHECKS[key] ?? (() => value.length <= 4000))(value)) state[key] = value;
  }
  if (state.text) state.case = "";
  return state;
}

/** The fragment of a state. */
export function format(state) {
  const out = new URLSearchParams();
  for (const key of Object.keys(DEFAULTS)) {
    const value = state[key];
    if ((key === "text" || key === "notices") && value.length > MAX_SHARED) continue;
    if (key === "case" && state.text) continue;
    if (value !== DEFAULTS[key]) out.set(key, value);
  }
  return out.toString();
}

const listeners = [];
export let state = parse(location.hash);

/** Call with (state, what changed, whether Back or an address brought it) after each change. */
export function onChange(listener) {
  listeners.push(listener);
}

/** Change members. `step` makes an entry that Back undoes; small moves replace the entry instead. */
export function set(changes, { step = true, quiet = false } = {}) {
  const changed = Object.keys(changes).filter((key) => state[key] !== changes[key]);
  if (!changed.length) return;
  state = { ...state, ...changes };
  const address = `#${format(state)}`;
  if (address !== location.hash || (step && changed.includes("text"))) {
    if (step) {
      clearTimeout(waiting); // what waited is part of this entry
      history.pushState(kept(state), "", address);
    } else replaceSoon();
  }
  if (!quiet) for (const listener of listeners) listener(state, new Set(changed));
}

/** What an entry of the history holds besides its address: text too long for a link, so that Back brings it again. */
const kept = (of) => (of.text.length > MAX_SHARED && of.text.length < 500000 ? { text: of.text } : null);

let waiting = 0;
function replaceSoon() {
  clearTimeout(waiting); // browsers allow some 100 changes of the address in 30 s
  waiting = setTimeout(() => history.replaceState(kept(state), "", `#${format(state)}`), 300);
}

addEventListener("popstate", follow);
addEventListener("hashchange", follow);
function follow() {
  clearTimeout(waiting);
  const before = state;
  state = parse(location.hash);
  if (typeof history.state?.text === "string") state = { ...state, text: history.state.text, case: "" };
  const changed = Object.keys(state).filter((key) => state[key] !== before[key]);
  if (changed.length) for (const listener of listeners) listener(state, new Set(changed), true);
}
