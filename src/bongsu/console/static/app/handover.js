// What no address holds (files, long texts) goes from one page of the console to the other within the browser: kept for
// this tab, or asked of a page that is open. Nothing of it goes to the server before it is asked about there.

import { served } from "./api.js";

const KEY = "bongsu-own";
const WAIT_MS = 1500; // for another page to answer
const NAMES = ["sets", "setsName", "places", "placesName", "notices", "text", "layers"];
const SPOKEN = { sets: "own.sets", places: "own.places", notices: "own.notices", text: "own.text", layers: "own.layers" };
const channel = served && globalThis.BroadcastChannel ? new BroadcastChannel(KEY) : null;
const mine = crypto.getRandomValues(new Uint32Array(2)).reduce((text, n) => text + n.toString(36).padStart(7, "0"), "");
let lent = null; // gives what this page has

/** What is in use and in no address, by name. */
const held = (own) => Object.fromEntries(NAMES.filter((name) => own[name]).map((name) => [name, own[name]]));

/** The address' member `own` for what a page holds: a number of this page and the names of what it holds; "" where nothing. */
export function ownMember(own) {
  const names = Object.keys(SPOKEN).filter((name) => own[name]);
  return names.length ? `${mine}:${names.join(",")}` : "";
}

/** The keys of the words for what `own` names. */
export const ownWords = (member) => (member.split(":")[1] ?? "").split(",").map((name) => SPOKEN[name]).filter(Boolean);

/** Keep what this page holds for the next page of this tab (under `own.id` where it came from another page); false where it is too much for the browser. */
export async function keep(own) {
  try {
    const packed = await squeezed(JSON.stringify({ id: own.id ?? mine, own: held(own) }));
    sessionStorage.setItem(KEY, packed);
    return true;
  } catch {
    sessionStorage.removeItem(KEY);
    return false;
  }
}

/** Answer other pages of this origin that ask for what this one holds; `give()` returns it. */
export function lend(give) {
  lent = give;
}

/** What `own` of an address stands for: of this tab, else of a page that is open; null where nobody has it. */
export async function collect(member) {
  const id = member.split(":")[0];
  try {
    const packed = sessionStorage.getItem(KEY);
    const found = packed ? JSON.parse(await released(packed)) : null;
    if (found?.id === id) return checked(found.own);
  } catch {
    sessionStorage.removeItem(KEY); // of another version, or cut short
  }
  return channel ? asked(id) : null;
}

/** Only texts, and only under names we know. */
function checked(own) {
  const good = NAMES.filter((name) => typeof own?.[name] === "string");
  return good.length ? Object.fromEntries(good.map((name) => [name, own[name]])) : null;
}

function asked(id) {
  return new Promise((done) => {
    const stop = setTimeout(() => finish(null), WAIT_MS);
    const finish = (own) => { clearTimeout(stop); channel.removeEventListener("message", hear); done(own); };
    const hear = ({ data }) => { if (data?.of === id && data.own) finish(checked(data.own)); };
    channel.addEventListener("message", hear);
    channel.postMessage({ wanted: id });
  });
}

channel?.addEventListener("message", ({ data }) => {
  const own = lent?.();
  if (own && data?.wanted && data.wanted === (own.id ?? mine)) channel.postMessage({ of: data.wanted, own: held(own) });
});

/** Text as bytes of its gzip, one to a character: sessionStorage counts characters. */
async function squeezed(text) {
  const bytes = new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer());
  let packed = "";
  for (let at = 0; at < bytes.length; at += 32768) packed += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return packed;
}

function released(packed) {
  const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}
