// The console: one state (the address), one scene, one panel. Answers come from the engine on this machine.

import { ask, askWatched, cancel } from "./api.js";
import { byId, fill, h } from "./dom.js";
import { place, utc } from "./format.js";
import { makeGlobe } from "./globe.js";
import { LANGUAGES, t, useLanguage } from "./i18n.js";
import { makePasteBox, showLaunch } from "./launch.js";
import { showData, showHelp } from "./other.js";
import { middle, scene } from "./scene.js";
import { lines, makeSiteForm, passId, showSites } from "./sites.js";
import { VIEWS, format, onChange, set, state } from "./state.js";
import { makeClock } from "./timeline.js";

const launch = { body: null, error: null, progress: null };
const sites = { body: null, error: null, busy: false, tracks: [], places: [], start: "", sets: "", setsName: "" };
let status = null;
let now = null;
let frame = 0;
let pasted = state.text;
let reveal = false; // after a choice the finding it opened comes into view

const map = makeGlobe(byId("map"), {
  onPick(item) {
    if (!item) return set({ sel: "" });
    say(item.remark ? `${item.name}: ${item.remark}` : item.name || item.id);
    set({ sel: selectionOf(item) });
  },
  onView({ centre, zoom }) {
    set({ c: `${centre[0].toFixed(2)},${centre[1].toFixed(2)},${zoom.toFixed(2)}` }, { step: false, quiet: true });
  },
});
const clock = makeClock(byId("clock"), {
  onTime(when, { step }) {
    const text = `${when.toISOString().slice(0, 19)}Z`;
    setTime(when);
    set({ t: text }, { step, quiet: true });
  },
});
const box = makePasteBox({
  onAsk(text, site) { pasted = text; set({ view: "launch", text, site, case: "", sel: "", t: "", c: "" }); askLaunch(); },
  onCase(name) { pasted = ""; box.write(""); set({ view: "launch", case: name, text: "", sel: "", t: "", c: "" }); },
});
const form = makeSiteForm({
  onAsk(asked) { set({ ...asked, sel: "" }); askSites(); },
  onElements: readSets,
});

const use = {
  cancel() { cancel("launch"); launch.progress = null; launch.error = { error: t("state.cancelled"), advice: "" }; draw(); },
  again: () => (state.view === "sites" ? askSites() : askLaunch()),
  text: () => pasted,
  say,
  placeOf: (name) => sites.places.find((item) => item.name === name),
  get time() { return now; },
  get start() { return sites.start; },
};

function say(words) { fill(byId("said"), words); if (words) fill(byId("mapsays"), words); }

/** A claim's marker selects its finding; anything else selects itself. */
function selectionOf(item) {
  if (state.view !== "launch" || !launch.body) return item.id;
  const finding = launch.body.answer.items.find((f) => f.details?.sites?.some((p) => p.name === item.name));
  return finding ? finding.id : item.id;
}

async function askLaunch() {
  launch.error = null;
  launch.progress = { what: "", done: 0, steps: 0 };
  draw();
  try {
    const question = { case: pasted ? "" : state.case, text: pasted, site: state.site };
    launch.body = await askWatched("/api/assess/stream", question, (progress) => { launch.progress = progress; draw(); }, "launch");
    launch.progress = null;
    showSpan(launch.body.timeline, launch.body.zone);
    if (!state.c) lookAtScene();
  } catch (error) {
    if (error.name === "AbortError") return;
    launch.progress = null;
    launch.error = error;
    launch.body = null;
  }
  draw();
}

async function askSites() {
  const satellites = state.sats.split(/[,;\s]+/).filter(Boolean);
  const over = lines(state.over);
  sites.error = null;
  sites.body = null;
  if (!satellites.length || !over.length) return draw();
  sites.busy = true;
  draw();
  try {
    const question = { satellites, sites: over, hours: +state.hours, elements: sites.sets, ...(state.from ? { at: state.from } : {}) };
    sites.body = await ask("/api/passes", question, "sites");
    sites.start = sites.body.generated;
    sites.places = over.map(placeFrom).filter(Boolean);
    sites.tracks = [];
    const end = new Date(+new Date(sites.start) + +state.hours * 3600000);
    clock.setSpan(new Date(sites.start), end, sites.body.items.slice(0, 300).map((row) => ({ kind: "claim", label: row.site, start: row.rise, end: row.set })));
    clock.setZone("");
    if (!now || now < new Date(sites.start) || now > end) setTime(new Date(sites.start));
    sites.busy = false;
    draw();
    const hours = Math.min(72, +state.hours);
    for (const satellite of satellites.slice(0, 12)) {
      const step_s = hours > 24 ? 60 : 20;
      ask("/api/track", { satellite, at: sites.start, hours, step_s, elements: sites.sets }, `track:${satellite}`)
        .then((track) => { sites.tracks.push(track); draw(); })
        .catch(() => {}); // the pass table has said why already
    }
  } catch (error) {
    if (error.name === "AbortError") return;
    sites.error = error;
  }
  sites.busy = false;
  draw();
}

/** A place the map can show: from what was typed, or a named place of the case on screen. */
function placeFrom(text) {
  const pair = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)/.exec(text);
  const row = sites.body.items.find((item) => item.site.toLowerCase() === text.toLowerCase());
  if (pair) {
    const name = sites.body.items.find((item) => item.site.startsWith(text.trim()))?.site ?? text;
    return { name, latitude: +pair[1], longitude: +pair[2] };
  }
  const known = [...(launch.body?.sites ?? []), ...(status?.places ?? [])].find((item) => item.name.toLowerCase() === text.toLowerCase() || item.id === text.toLowerCase());
  return known ? { name: row?.site ?? known.name, latitude: known.latitude, longitude: known.longitude } : null;
}

async function readSets(file) {
  if (file.size > 4e6) return say(t("drop.large"));
  sites.sets = await file.text();
  sites.setsName = file.name;
  say(t("drop.sets", { name: file.name }));
}

function showSpan(marks, zone) {
  clock.setZone(zone);
  const times = marks.flatMap((mark) => [mark.start, mark.end ?? mark.start]).map((text) => +new Date(text)).filter(Number.isFinite);
  const [low, high] = times.length ? [Math.min(...times), Math.max(...times)] : [Date.now() - 43200000, Date.now() + 43200000];
  const margin = Math.max((high - low) * 0.04, 1800000);
  clock.setSpan(new Date(low - margin), new Date(high + margin), marks);
  const event = marks.find((mark) => mark.kind === "launch") ?? marks[0];
  setTime(state.t ? new Date(state.t) : event ? new Date(event.start) : new Date());
}

function lookAtScene() {
  const features = (launch.body?.scene.features ?? []).filter((f) => f.geometry && f.properties.layer !== "track" && f.properties.kind !== "claim");
  if (!features.length) return;
  const vectors = features.map((f) => middle(f.geometry)).map(([x, y]) => [Math.cos(y * Math.PI / 180) * Math.cos(x * Math.PI / 180), Math.cos(y * Math.PI / 180) * Math.sin(x * Math.PI / 180), Math.sin(y * Math.PI / 180)]);
  const sum = vectors.reduce((a, b) => a.map((v, i) => v + b[i]), [0, 0, 0]);
  const length = Math.hypot(...sum) || 1;
  const unit = sum.map((v) => v / length);
  const spread = Math.max(...vectors.map((v) => Math.acos(Math.max(-1, Math.min(1, v[0] * unit[0] + v[1] * unit[1] + v[2] * unit[2])))));
  map.lookAt([Math.atan2(unit[1], unit[0]) * 180 / Math.PI, Math.asin(unit[2]) * 180 / Math.PI], Math.max(1, Math.min(14, 0.75 / Math.max(Math.sin(Math.min(spread, 1.5)), 0.03))));
}

function setTime(when) {
  now = when;
  clock.setTime(when);
  drawMap();
}

function drawMap() {
  const data = state.view === "sites"
    ? { time: now, tracks: sites.tracks, sites: sites.places, features: [] }
    : { time: now, tracks: [], sites: [], features: launch.body?.scene.features ?? [] };
  const found = launch.body?.answer.items.find((item) => item.id === state.sel);
  const selected = state.view === "launch" && found?.details?.sites?.[0]?.name;
  const chosen = state.view === "sites" && sites.body?.items.find((row) => passId(row) === state.sel);
  map.setScene(scene(data, { sel: selected || (chosen ? chosen.site : state.sel) }));
  const first = sites.tracks[0];
  if (state.view === "sites" && first && now) {
    const here = map.scene().find((item) => item.id === `satellite:${first.norad_id}`);
    if (here) fill(byId("mapsays"), `${first.name}  ${place(here.geometry.coordinates[1], here.geometry.coordinates[0], 1)}  ${(here.height_m / 1000).toFixed(0)} km`);
  }
}

/** Draw the panel and the map at the next frame, once. */
function draw() {
  if (frame) return;
  frame = requestAnimationFrame(() => {
    frame = 0;
    const panel = byId("panel");
    const kept = { top: panel.scrollTop, id: document.activeElement?.id, key: document.activeElement?.dataset?.id };
    const called = (details) => details.querySelector("summary").textContent;
    const open = [...panel.querySelectorAll("details[open]")].map(called); // a menu stays open while answers come in
    if (state.view === "launch") { box.show(status?.case_heads ?? [], state); showLaunch(panel, box, state, launch, use); }
    else if (state.view === "sites") { form.show(state); showSites(panel, form, state, sites, use); }
    else if (state.view === "data" && status) showData(panel, status);
    else showHelp(panel);
    for (const details of panel.querySelectorAll("details")) if (open.includes(called(details))) details.open = true;
    panel.scrollTop = kept.top;
    if (reveal) byId("why")?.scrollIntoView({ block: "start" });
    reveal = false;
    const again = kept.id ? byId(kept.id) : kept.key ? panel.querySelector(`[data-id="${CSS.escape(kept.key)}"]`) : null;
    if (again && again !== document.activeElement) again.focus({ preventScroll: true });
    chrome();
    drawMap();
  });
}

/** Header, bar, buttons: everything that is words. */
function chrome() {
  document.title = `${t(`view.${state.view}`)} – Bongsu`;
  byId("skip").textContent = t("skip");
  const nav = byId("views");
  nav.setAttribute("aria-label", t("views"));
  fill(nav, VIEWS.map((name, index) => h("a", { href: `#view=${name}`, "aria-current": state.view === name ? "page" : false, title: String(index + 1), onclick: (event) => { event.preventDefault(); set({ view: name, sel: "" }); } }, t(`view.${name}`))));
  byId("find").placeholder = t("search");
  byId("find").setAttribute("aria-label", t("search"));
  const lang = byId("lang");
  if (!lang.options.length) fill(lang, Object.entries(LANGUAGES).map(([code, name]) => h("option", { value: code, lang: code }, name)));
  lang.setAttribute("aria-label", t("language"));
  lang.value = document.documentElement.lang;
  const theme = byId("theme");
  theme.textContent = document.documentElement.dataset.theme === "dark" ? "☀" : "☾";
  theme.setAttribute("aria-label", t("theme"));
  theme.title = t("theme");
  fill(byId("boundaries"), t("boundaries"));
  byId("map").setAttribute("aria-label", t("map.label"));
  fill(byId("mapbuttons"),
    h("button", { type: "button", id: "flat", "aria-pressed": state.proj === "flat" ? "true" : "false", onclick: () => set({ proj: state.proj === "flat" ? "globe" : "flat" }) }, t("map.flat")),
    h("button", { type: "button", "aria-label": t("map.in"), onclick: () => map.zoom(1.4) }, "+"),
    h("button", { type: "button", "aria-label": t("map.out"), onclick: () => map.zoom(1 / 1.4) }, "−"),
    h("button", { type: "button", onclick: lookAtScene }, t("map.home")),
    h("a", { class: "asbutton", id: "heights", href: `/globe.html#${format(state)}`, title: t("map.3d.title"), onclick: (event) => { event.currentTarget.href = `/globe.html#${format(state)}`; } }, t("map.3d")));
  fill(byId("bar"), bar());
}

function bar() {
  if (state.view === "launch" && launch.body) {
    if (launch.body.kind === "case") return [h("strong", {}, t("bar.case")), ` ${t("bar.case.more", { date: launch.body.answer.generated.slice(0, 10) })}`];
    return [h("strong", {}, t("bar.pasted")), ` ${t("bar.pasted.more")}`];
  }
  if (state.view === "sites") return [h("strong", {}, sites.sets ? t("bar.sets", { name: sites.setsName }) : t("bar.bundled")), ` ${t("bar.notlive")}`];
  return null;
}

function theme() {
  const chosen = state.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  document.documentElement.dataset.theme = chosen;
  map.recolour();
}

function goTo(text) {
  const words = text.trim().toLowerCase();
  if (!words) return;
  const known = targets().find(([name]) => name.toLowerCase() === words) ?? targets().find(([name]) => name.toLowerCase().includes(words));
  if (known) known[1]();
  else if (/^\d{1,9}$/.test(words)) { set({ view: "sites", sats: words, sel: "" }); askSites(); }
  else say(t("search.none", { words: text }));
}

function targets() {
  return [
    ...VIEWS.map((name) => [t(`view.${name}`), () => set({ view: name })]),
    ...(status?.case_heads ?? []).flatMap((head) => [[head.title, () => use_case(head.name)], [head.name, () => use_case(head.name)]]),
    ...(launch.body?.answer.items ?? []).map((item) => [item.topic === "claim" ? item.label : item.id, () => set({ view: "launch", sel: item.id })]),
    ...(status?.satellites ?? []).map((item) => [item.name, () => { set({ view: "sites", sats: String(item.norad_id), sel: "" }); askSites(); }]),
  ];
}

function use_case(name) { pasted = ""; box.write(""); set({ view: "launch", case: name, text: "", sel: "", t: "", c: "" }); }

onChange(async (_, changed) => {
  if (changed.has("lang")) { await useLanguage(language()); clock.show(); }
  if (changed.has("theme")) theme();
  if (changed.has("proj")) map.setFlat(state.proj === "flat");
  if (changed.has("text")) pasted = state.text;
  if (changed.has("t") && state.t) setTime(new Date(state.t));
  if (changed.has("c") && state.c) { const [x, y, z] = state.c.split(",").map(Number); map.setView({ centre: [x, y], zoom: z }); }
  if (changed.has("case") && state.case) askLaunch();
  if (changed.has("view")) {
    byId("panel").scrollTop = 0;
    if (state.view === "sites" && !sites.body && !sites.busy) askSites();
    else if (state.view === "launch" && launch.body) showSpan(launch.body.timeline, launch.body.zone);
    else if (state.view === "launch" && !launch.progress) askLaunch();
  }
  if (changed.has("sel")) reveal = state.sel !== "";
  if (changed.has("sel")) { const row = sites.body?.items.find((item) => passId(item) === state.sel); if (row) { setTime(new Date(row.closest)); const at = use.placeOf(row.site); if (at) map.lookAt([at.longitude, at.latitude]); } else centreOnFinding(); }
  draw();
});

function centreOnFinding() {
  const finding = state.view === "launch" && launch.body?.answer.items.find((item) => item.id === state.sel);
  const where = finding?.details?.sites?.[0];
  if (where) map.lookAt([where.longitude, where.latitude]);
  if (finding?.details?.utc) setTime(new Date(finding.details.utc));
}

function language() {
  if (state.lang) return state.lang;
  const wanted = (navigator.language || "en").slice(0, 2);
  return wanted in LANGUAGES ? wanted : "en";
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "Escape") { typing?.blur?.(); if (!typing) set({ sel: "" }); return; }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const minute = event.shiftKey ? 600000 : 60000;
  if (event.key === "/") byId("find").focus();
  else if (/^[1-4]$/.test(event.key)) set({ view: VIEWS[+event.key - 1] });
  else if (event.key === " " && !event.target.closest("button, summary, a")) clock.toggle();
  else if (event.key === "ArrowLeft" && now) { setTime(new Date(+now - minute)); set({ t: `${now.toISOString().slice(0, 19)}Z` }, { step: false, quiet: true }); }
  else if (event.key === "ArrowRight" && now) { setTime(new Date(+now + minute)); set({ t: `${now.toISOString().slice(0, 19)}Z` }, { step: false, quiet: true }); }
  else if (event.key === "n") setTime(new Date());
  else if (event.key === "g") byId("map").focus();
  else if (event.key === "e") { const menu = document.querySelector("details.export"); if (menu) { menu.open = !menu.open; menu.querySelector(menu.open ? "button" : "summary").focus(); } }
  else if (event.key === "l") { navigator.clipboard?.writeText(location.href); say(t("export.copied")); }
  else if (event.key === "?") set({ view: "help" });
  else return;
  event.preventDefault();
});

byId("search").addEventListener("submit", (event) => { event.preventDefault(); goTo(byId("find").value); });
byId("find").addEventListener("focus", () => fill(byId("found"), [...new Set(targets().map(([name]) => name))].slice(0, 200).map((name) => h("option", { value: name }))));
byId("lang").addEventListener("change", (event) => set({ lang: event.target.value }));
byId("theme").addEventListener("click", () => set({ theme: document.documentElement.dataset.theme === "dark" ? "light" : "dark" }));
byId("skip").addEventListener("click", (event) => { event.preventDefault(); byId("panel").focus(); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", theme);

// A file dropped anywhere: element sets go to the Sites view while it is open, everything else is answered.
addEventListener("dragover", (event) => { event.preventDefault(); document.querySelector(".paste")?.classList.add("over"); });
addEventListener("dragleave", () => document.querySelector(".paste")?.classList.remove("over"));
addEventListener("drop", async (event) => {
  event.preventDefault();
  document.querySelector(".paste")?.classList.remove("over");
  const file = event.dataTransfer.files[0];
  const text = file ? null : event.dataTransfer.getData("text");
  if (file && file.size > 4e6) return say(t("drop.large"));
  if (file && state.view === "sites") { await readSets(file); return askSites(); }
  const words = file ? await file.text() : text;
  if (!words) return;
  box.write(words.slice(0, 4e6));
  pasted = words;
  set({ view: "launch", text: words, case: "", sel: "", t: "", c: "" });
  askLaunch();
});

async function begin() {
  const world = fetch("/map/countries-110m.json").then((r) => r.json()).then((topology) => map.setWorld(topology));
  await useLanguage(language());
  theme();
  map.setFlat(state.proj === "flat");
  if (state.c) { const [x, y, z] = state.c.split(",").map(Number); map.setView({ centre: [x, y], zoom: z }); }
  clock.show();
  clock.setSpan(new Date(Date.now() - 43200000), new Date(Date.now() + 43200000), []);
  setTime(state.t ? new Date(state.t) : new Date());
  draw();
  ask("/api/status").then((got) => { status = got; draw(); }).catch((error) => { launch.error ??= error; draw(); });
  if (state.view === "sites") askSites();
  else if (state.view === "launch") askLaunch();
  await world;
  document.documentElement.dataset.ready = "map";
  setTimeout(() => fetch("/map/countries-50m.json").then((r) => r.json()).then((topology) => map.setFineWorld(topology)), 1500);
}

// For tests and the curious: what is drawn, as values.
globalThis.bongsu = { scene: () => map.scene(), state: () => state, time: () => now && utc(now) };

begin();
