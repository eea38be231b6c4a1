// The reader's own FIRs, routes and ports: files that lie over the map of every view and are told of in who must be told.
// The engine reads them, so that what is drawn is what is held against a notice. They stay in this tab and are in no link.

import { ask, served } from "./api.js";
import { fill, h } from "./dom.js";
import { panelMenu } from "./export.js";
import { failed, problems } from "./findings.js";
import { t } from "./i18n.js";
import { overlay, overlayOf } from "./overlay.js";

const LARGEST = 4e6; // bytes of a file, as the engine's own bound
const MOST = 12; // files, as the engine's own bound

/** The text of a file: UTF-8, or UTF-16 where it says so; null where it is neither. */
async function decoded(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const code = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(code, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether a text is GeoJSON with more than points: on the views that take places, points alone are such. */
export const hasLines = (text) => /"(Multi)?(LineString|Polygon)"/.test(text);
export const isGeoJson = (name, text) => /\.(geo)?json$/i.test(name) && /"(FeatureCollection|Feature|(Multi)?(Point|LineString|Polygon)|GeometryCollection)"/.test(text.slice(0, 4000));

/**
 * The controller: `drawn(sel)` gives the drawables, `given()` the files that can be used, `element` the part of the panel.
 * `draw()` asks for the page to be drawn, `changed(kinds)` tells that files came (the layers they have something for) or went.
 */
export function makeLayers({ draw, changed, say }) {
  let files = []; // [{name, text}]
  let told = []; // of each file: counts and problems, or an error
  let items = [];
  let refused = []; // [words] of files that were not taken at all
  let made = { items: null, sel: "", list: [] };
  let turn = 0;
  const file = h("input", { id: "ownfile", type: "file", multiple: true, accept: ".geojson,.json,.csv", onchange: () => { add([...file.files]); file.value = ""; } });
  const head = h("summary", {});
  const words = h("p", { class: "small" });
  const label = h("span", {});
  const list = h("div", {});
  const element = h("details", { id: "ownlayers", "data-key": "ownlayers" }, head, words, served ? h("p", { class: "row" }, h("label", { class: "grow", for: "ownfile" }, label, file)) : null, list);

  async function load(news = false) {
    const mine = ++turn;
    try {
      const body = await ask("/api/layers", { own: files }, "layers");
      if (mine !== turn) return;
      [items, told] = [body.items, body.files];
    } catch (error) {
      if (error.name === "AbortError" || mine !== turn) return;
      if (!files.length) return; // the page says already when the engine is away
      told = files.map(({ name }) => ({ name, error: error.error ?? String(error), advice: error.advice ?? "" }));
      items = [];
    }
    show();
    if (news) changed([...new Set(items.filter((item) => item.file !== null).map((item) => overlayOf(item.kind)))]);
    draw();
  }

  async function add(chosen) {
    refused = [];
    const taken = new Map(files.map((each) => [each.name, each]));
    for (const one of chosen) {
      const text = one.size > LARGEST ? undefined : await decoded(one);
      if (text === undefined) refused.push(t("ownmap.large", { name: one.name, mb: (one.size / 1e6).toFixed(1) }));
      else if (text === null) refused.push(t("ownmap.charset", { name: one.name }));
      else if (!taken.has(one.name) && taken.size >= MOST) refused.push(t("ownmap.many", { name: one.name, n: MOST }));
      else taken.set(one.name, { name: one.name.slice(0, 300) || "own map", text });
    }
    files = [...taken.values()];
    element.open = true;
    await load(true);
    say([...refused, ...told.filter((each) => chosen.some(({ name }) => name === each.name)).map((each) => (each.error ? each.error : `${each.name}: ${counts(each)}`))].join(" "));
  }

  function remove(index) {
    say(t("ownmap.removed", { name: files[index].name }));
    files = files.filter((_, at) => at !== index);
    refused = [];
    load(true);
    file.focus();
  }

  const counts = (each) => [["firs", "ownmap.firs"], ["routes", "ownmap.routes"], ["ports", "ownmap.ports"]].filter(([what]) => each[what]).map(([what, key]) => t(key, { n: each[what].toLocaleString("en") })).join(" · ");

  function show() {
    head.textContent = `${t("ownmap")}${files.length ? ` (${files.length})` : ""}`;
    words.textContent = t(served ? "ownmap.help" : "page.reads_nothing");
    label.textContent = t("ownmap.file");
    fill(list, refused.map((text) => h("p", { class: "state error", role: "alert" }, text)),
      files.length ? h("ul", { class: "plain" }, files.map((each, index) => h("li", {}, oneFile(each, told[index] ?? { name: each.name }, index)))) : null,
      items.length ? exportRow() : null);
  }

  function oneFile({ name }, state, index) {
    const away = h("button", { type: "button", "data-id": `own:${index}`, "aria-label": `${t("ownmap.remove")}: ${name}`, onclick: () => remove(index) }, t("ownmap.remove"));
    const line = h("div", { class: "row" }, h("span", { class: "grow" }, h("b", {}, name), state.error ? "" : ` ${counts(state)}`), away);
    return [line, state.error ? failed(state, null) : problems(state.problems)];
  }

  /** What lies over the map as rows and shapes. */
  function exportRow() {
    const rows = items.map((item) => ({ id: item.id, kind: item.kind, name: item.name, who: item.who, source: item.source, note: item.note, latitude: item.at[1], longitude: item.at[0] }));
    const geojson = () => ({ type: "FeatureCollection", features: items.map((item) => ({ type: "Feature", id: item.id, properties: { kind: item.kind, name: item.name, who: item.who, source: item.source, note: item.note }, geometry: item.geometry })) });
    return h("div", { class: "row" }, h("span", { class: "grow small" }, t("ownmap.shown", { n: items.length })), panelMenu("layers", { of: "ownmap", rows, geojson }, say));
  }

  return {
    element,
    add,
    /** A file that `bongsu serve` was given, as it is now. */
    take(name, text) {
      files = [...files.filter((each) => each.name !== name), { name, text }].slice(-MOST);
      return load(true);
    },
    load,
    show,
    items: () => items,
    find: (id) => items.find((item) => item.id === id),
    /** Files that were read, as a question takes them. */
    given: () => files.filter((_, index) => told[index] && !told[index].error),
    has: (layer) => items.some((item) => overlayOf(item.kind) === layer),
    /** The same list until items or choice change, so that the map need not draw it anew. */
    drawn(sel) {
      if (made.items !== items || made.sel !== sel) made = { items, sel, list: overlay(items, sel) };
      return made.list;
    },
    /** As text, for another page of the console; "" where there are none. */
    packed: () => (files.length ? JSON.stringify(files) : ""),
    async unpack(text) {
      try {
        const found = JSON.parse(text);
        files = found.filter((each) => typeof each?.name === "string" && typeof each?.text === "string").slice(0, MOST);
      } catch {
        files = []; // of another version
      }
      await load();
    },
  };
}
