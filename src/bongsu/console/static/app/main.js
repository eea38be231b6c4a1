// The console: one state (the address), one scene, one panel. Answers come from the engine on this machine.

import { ask, askAsset, askWatched, cancel, heldPage, served } from "./api.js";
import { byId, fill, h, save } from "./dom.js";
import { takeDrops } from "./drop.js";
import { place, utc } from "./format.js";
import { failed, waiting } from "./findings.js";
import { makeGlobe } from "./globe.js";
import { collect, keep, lend, ownMember, ownWords } from "./handover.js";
import { makeHold } from "./hold.js";
import { LANGUAGES, t, useLanguage } from "./i18n.js";
import { makeLayers } from "./layers.js";
import { makePasteBox, showLaunch } from "./launch.js";
import { makeLive } from "./live.js";
import { makeMore } from "./more.js";
import { markWide } from "./more_columns.js";
import { makeMapTable } from "./onmap.js";
import { showData, showHelp } from "./other.js";
import { OVERLAYS, overlayOf } from "./overlay.js";
import { ageSign, marksOf, nearSign, nearestOf, markMatrix, unpack, unpackPasses } from "./plan.js";
import { lines, makePlanForm, satellitesOf } from "./planform.js";
import { makeSatelliteForm, showHere, showSatellite } from "./satellite.js";
import { saidText } from "./said.js";
import { LAYERS, middle, onTrack, rewound, scene } from "./scene.js";
import { makeSearch } from "./search.js";
import { nextRow, showSites } from "./sites.js";
import { MAX_SHARED, VIEWS, format, onChange, set, state } from "./state.js";
import { makeClock } from "./timeline.js";
import { showWatch } from "./watch.js";

const launch = { body: null, error: null, progress: null };
const asked = () => ({ body: null, error: null, progress: null, rows: [], tracks: [], places: [], placeNames: [], from: 0, to: 0, number: 0, answered: 0 });
const watch = asked();
const sites = asked();
const satellite = asked();
const planned = { watch, sites };
// What the reader chose from files; it is not in the address. A pasted notice is, while it is short.
const files = { sets: "", setsName: "", places: "", placesName: "", notices: state.notices };
const MOST_SETS = 16e6; // characters of element sets, as the engine's own bound
const LATE_MS = 1000; // the first answer waits no longer for what `bongsu serve` was given
let gone = null; // since when the engine does not answer
const STALE_MS = 15 * 60000; // an answer for "now" is called stale from then on
let status = null;
let statusError = null;
let now = null;
let frame = 0;
let waits = false; // a drawing waits for the release of what is pressed
let pasted = state.text || (heldPage?.text ?? "");
let flew = false; // the line under the map tells of the vehicle
let tell = false; // an answer came that a screen reader has not been told of
let reveal = false; // after a choice the finding it opened comes into view

const map = makeGlobe(byId("map"), {
  onPick: pick,
  onView({ centre, zoom }) {
    set({ c: `${centre[0].toFixed(2)},${centre[1].toFixed(2)},${zoom.toFixed(2)}` }, { step: false, quiet: true });
  },
});
const onMap = makeMapTable({ onPick(item) { pick(item); if (item.at) map.lookAt(item.at); } });
const own = makeLayers({
  draw, say,
  /** Files came or went: their layers are drawn, and who must be told is asked again. */
  changed(layers) {
    set({ show: OVERLAYS.filter((name) => layers.includes(name) || state.show.split(",").includes(name)).join(",") }, { step: false, quiet: true });
    map.setHidden(hiddenLayers());
    more.retell();
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
  onAsk(text, site) { pasted = text; set({ view: "launch", text, site, case: "", launch: "", fail: "", sel: "", t: "", c: "" }); askLaunch(); },
  onCase(name) { useCase(name); },
});
const more = makeMore({ draw, own: () => own.given() });
const live = served ? makeLive({ onState: heardEngine, onFile: ownChanged }) : null;
const hold = makeHold({ onRelease() { if (waits) draw(); } });
const sitesForm = makePlanForm("", { withBy: true, onAsk(given) { fold(); set({ ...given, sel: "" }); if (!sites.progress) askPlan("sites"); }, onElements: readSets, onPlaces: readPlaces, onForget: forgetFiles });
const watchForm = makePlanForm("w-", {
  withNotices: true,
  onAsk({ notices, ...given }) { fold(); files.notices = notices; set({ ...given, notices, sel: "" }); if (!watch.progress) askPlan("watch"); },
  onElements: readSets, onPlaces: readPlaces, onForget: forgetFiles,
});
const satelliteForm = makeSatelliteForm({ onAsk(given) { fold(); set({ ...given, sel: "", t: "" }); if (!satellite.progress) askSatellite(); }, onElements: readSets });

const use = {
  cancel() {
    const data = { watch, sites, satellite }[state.view] ?? launch;
    cancel(data === launch ? "launch" : state.view);
    data.progress = null;
    data.error = { error: t("state.cancelled"), advice: "" };
    draw();
  },
  again: () => askView(),
  text: () => pasted,
  say,
  draw,
  files,
  question: () => (state.view === "launch" ? launchQuestion() : state.view === "satellite" ? satelliteQuestion() : questionOf(state.view)),
  stale,
  async picture(name) {
    save(name, await new Promise((done) => byId("map").toBlob(done)), "image/png");
    return t("export.saved", { name });
  },
  served,
  file: more.file,
  fan: () => ({ type: "FeatureCollection", features: more.drawables(now, state).filter((item) => item.id.startsWith("fan")).map((item) => ({ type: "Feature", properties: { name: item.name || item.id }, geometry: item.geometry })) }),
  toldShapes() {
    const { case: name, text } = launchQuestion();
    return ask("/api/notice/whom/geojson", { case: name, text, launch: more.data.body.launch, at: launch.body.answer.generated, own: own.given() });
  },
  retelling: () => more.data.retelling,
  askFalls(fail) { set({ fail, sel: "" }); more.askFalls(fail, launchQuestion().case, launch.body.answer.generated); },
  cancelFalls: () => more.cancelFalls(),
  /** Set the clock inside the flight, and let it span the flight. */
  toFlight(when) {
    const span = more.span();
    if (span) clock.setSpan(span.start, span.end, span.marks);
    setTime(when);
    set({ t: `${when.toISOString().slice(0, 19)}Z` }, { step: false, quiet: true });
    draw();
  },
  get time() { return now; },
  get width() { return byId("panel").clientWidth; },
};

function say(words) { fill(byId("said"), words); if (words) fill(byId("mapsays"), words); }

function pick(item) {
  if (!item) return set({ sel: "" });
  say(item.remark ? `${saidText(item.name)}: ${saidText(item.remark)}` : saidText(item.name || item.id));
  set({ sel: selectionOf(item) });
}

/** A claim's marker selects its finding; anything else selects itself. */
function selectionOf(item) {
  if (state.view !== "launch" || !launch.body || item.role === "own") return item.id;
  const finding = launch.body.answer.items.find((f) => f.details?.sites?.some((p) => p.name === item.name));
  return finding ? finding.id : item.id;
}

function askStatus() {
  statusError = null;
  ask("/api/status").then((got) => { status = got; draw(); }).catch((error) => { statusError = error; draw(); });
}
const launchQuestion = () => ({ case: pasted ? "" : state.case, text: pasted, site: state.site || (heldPage?.site ?? "") });

async function askLaunch() {
  more.clear();
  launch.error = null;
  if (!pasted && !state.case) { // nothing is asked yet
    launch.body = launch.progress = null;
    return draw();
  }
  launch.progress = { what: "", done: 0, steps: 0 };
  draw();
  try {
    const question = launchQuestion();
    launch.body = await askWatched("/api/assess/stream", question, (progress) => { launch.progress = progress; draw(); }, "launch");
    launch.progress = null;
    tell = true;
    showSpan(launch.body.timeline, launch.body.zone);
    if (!state.c) lookAtScene();
    if (state.sel && !state.t) choose(); // a link that carries a choice: the clock and the map follow it
    more.load(launch.body, question, state);
  } catch (error) {
    if (error.name === "AbortError") return;
    launch.progress = null;
    launch.error = error;
    launch.body = null;
  }
  draw();
}

function askPasted(words) {
  box.write(words.slice(0, 4e6), ""); // another text's launch site is not its own
  pasted = words;
  set({ view: "launch", text: words, site: "", case: "", launch: "", fail: "", sel: "", t: "", c: "" });
  askLaunch();
}

takeDrops({
  view: () => state.view, say, askPasted, readSets, readPlaces, addMaps: served ? (maps) => own.add(maps) : null,
  readNotices(text) {
    files.notices = text;
    set({ notices: text, sel: "" }, { step: false, quiet: true });
    askPlan("watch");
  },
});

/** The form is folded when it was sent: the answer comes first. */
function fold() { const inputs = byId("inputs"); if (inputs) inputs.open = false; }

/** Ask again what the view on screen shows. */
function askView() {
  if (state.view in planned) return askPlan(state.view);
  return state.view === "satellite" ? askSatellite() : askLaunch();
}

function questionOf(view) {
  const question = { satellites: satellitesOf(state.sats), purpose: state.kind, sites: lines(state.over), places: files.places, elements: files.sets, places_name: files.placesName, elements_name: files.setsName, hours: view === "watch" ? 48 : +state.hours, ...(state.from ? { at: state.from } : {}) };
  return view === "watch" ? { ...question, notices: files.notices } : question;
}

/** What a view's answer depends on; the files by their names, for their text may be long. */
const keyOf = (view) => JSON.stringify([state.sats, state.kind, state.over, state.from, files.setsName, files.placesName, ...(view === "watch" ? [files.notices] : [state.hours, state.by])]);

/** Watch and Sites: one question, with progress; an answer that was overtaken is dropped. */
async function askPlan(view) {
  const data = planned[view];
  const question = questionOf(view);
  Object.assign(data, { error: null, body: null, rows: [], tracks: [], key: keyOf(view) });
  const horizon = view === "sites" && state.by === "horizon";
  const named = question.sites.length || question.places;
  if (view === "sites" && !named && files.sets) return draw(); // places first
  if (horizon && (!question.sites.length || !question.satellites.length)) return draw();
  data.progress = { what: "", done: 0, steps: 0 };
  draw();
  try {
    const body = horizon
      ? await ask("/api/passes", { satellites: question.satellites, sites: question.sites, hours: question.hours, elements: question.elements, elements_name: question.elements_name, ...(state.from ? { at: state.from } : {}) }, view)
      : await askWatched(view === "watch" ? "/api/watch/stream" : "/api/plan/stream", question, (progress) => { data.progress = progress; draw(); }, view);
    takePlan(data, body, horizon, question.hours);
    tell = true;
  } catch (error) {
    if (error.name === "AbortError") return;
    data.error = error;
  }
  data.progress = null;
  if (state.view === view) showPlanSpan(data);
  if (state.view === view && state.sel && !state.t) choose();
  draw();
}

function takePlan(data, body, horizon, hours) {
  const from = +new Date(body.generated);
  const rows = horizon ? unpackPasses(body) : unpack(body.plan);
  const known = horizon ? lines(state.over).map((text) => placeFrom(text, body)).filter(Boolean) : body.plan?.places ?? lines(state.over).map(typedPlace).filter(Boolean);
  Object.assign(data, { body, rows, places: known, placeNames: horizon ? [...new Set(rows.map((row) => row.place))] : known.map((item) => item.name), from, to: from + hours * 3600000, number: data.number + 1, page: 0, placePage: 0, tracks: [], asked: new Set(), answered: Date.now() });
  askTracks(data);
}

/** Tracks of the satellites that come next and of the one that is chosen: at most six at a time. */
function askTracks(data) {
  const chosen = data.rows.find((row) => row.id === state.sel);
  const first = data.rows.filter((row) => row.level !== 2 && row.end > data.from);
  const wanted = [...new Set([...(chosen ? [chosen] : []), ...first.slice(0, 200), ...data.rows.slice(0, 20)].map((row) => row.norad_id))].slice(0, 6);
  const number = data.number;
  const hours = Math.min(72, (data.to - data.from) / 3600000);
  for (const norad_id of wanted) {
    if (data.asked.has(norad_id)) continue;
    data.asked.add(norad_id);
    ask("/api/track", { satellite: String(norad_id), at: data.body.generated, hours, step_s: hours > 24 ? 60 : 20, elements: files.sets }, `track:${norad_id}`)
      .then((track) => { if (data.number === number) { data.tracks.push(track); draw(); } })
      .catch(() => {}); // the table has said why already
  }
}

function showPlanSpan(data) {
  clock.setZone("");
  if (!data.body) return;
  const notices = (data.body.events ? data.body.items : []).flatMap((item) => item.windows.filter((w) => w.start && w.end).map((w) => ({ kind: "window", label: item.name, ...w })));
  clock.setSpan(new Date(data.from), new Date(data.to), [...notices, ...marksOf(data.rows, data.from, data.to)]);
  if (!now || +now < data.from || +now > data.to) setTime(new Date(nextRow(data)?.best ?? data.from));
  if (!state.c) data.places.length ? lookAtPlaces(data.places) : lookAtFeatures((data.body.scene?.features ?? []).filter((item) => item.geometry));
}

const satelliteQuestion = () => ({ satellite: state.sat, elements: files.sets, elements_name: files.setsName });

async function askSatellite() {
  Object.assign(satellite, { error: null, body: null, tracks: [], progress: { done: 0, steps: 0 } });
  draw();
  try {
    const body = await ask("/api/satellite", { ...satelliteQuestion(), ...(state.from ? { at: state.from } : {}) }, "satellite");
    Object.assign(satellite, { body, tracks: [{ ...body.track, reach: body.items[0].reach, name: body.items[0].name }], trackRows: null, trackPage: 0, setPage: 0, answered: Date.now() });
    tell = true;
  } catch (error) {
    if (error.name === "AbortError") return;
    satellite.error = error;
  }
  satellite.progress = null;
  if (state.view === "satellite") showSatelliteSpan(true);
  draw();
}

function showSatelliteSpan(fresh) {
  const { body } = satellite;
  clock.setZone("");
  if (!body) return;
  const zero = +new Date(body.track.start);
  const [from, to] = [zero + body.track.time[0] * 1000, zero + body.track.time.at(-1) * 1000];
  clock.setSpan(new Date(from), new Date(to), body.items[0].sets.map((item) => ({ kind: "epoch", label: item.epoch, start: item.epoch })).filter((mark) => +new Date(mark.start) >= from && +new Date(mark.start) <= to));
  if (!now || +now < from || +now > to) setTime(new Date(body.generated));
  if (fresh && !state.c) {
    const here = onTrack(body.track, now);
    if (here) map.lookAt([here[0], here[1]], 1);
  }
}

/** An answer for "now" that has stood for a while is not now any more. */
function stale(data) {
  if (state.from || data.body?.demo || !data.answered || Date.now() - data.answered < STALE_MS) return null;
  return h("div", { class: "state stale", role: "status" }, h("span", { class: "sign look", "data-sign": "!" }, t("state.stale", { n: Math.floor((Date.now() - data.answered) / 60000) })), " ", h("button", { type: "button", onclick: askView }, t("state.again")));
}
setInterval(() => { if (state.view !== "launch") draw(); }, 60000);

/** A place as it stands in the box: shown although no pass over it is known. */
function typedPlace(text) {
  const [, name, latitude, longitude] = /^\s*(?:([^=]{1,60})=)?\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)/.exec(text) ?? [];
  if (latitude !== undefined) return { name: name?.trim() || text.trim(), latitude: +latitude, longitude: +longitude };
  return status?.places.find((item) => [item.name, item.id].some((known) => known.toLowerCase() === text.trim().toLowerCase())) ?? null;
}

/** A place the map can show: from what was typed, or a named place of the case on screen. */
function placeFrom(text, body) {
  const pair = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)/.exec(text);
  const row = body.items.find((item) => item.site.toLowerCase() === text.toLowerCase());
  if (pair) {
    const near = (name) => { const [y, x] = name.split(",").map(Number); return Math.abs(y - pair[1]) < 5e-4 && Math.abs(x - pair[2]) < 5e-4; };
    return { name: body.items.find((item) => near(item.site))?.site ?? text, latitude: +pair[1], longitude: +pair[2] };
  }
  const known = [...(launch.body?.sites ?? []), ...(status?.places ?? [])].find((item) => item.name.toLowerCase() === text.toLowerCase() || item.id === text.toLowerCase());
  return known ? { name: row?.site ?? known.name, latitude: known.latitude, longitude: known.longitude } : null;
}

async function readSets(file) {
  if (file.size > MOST_SETS) return say(t("drop.large"));
  useSets(await file.text(), file.name);
  set(satellitesIn(files.sets), { step: false, quiet: true });
  say(t("drop.sets", { name: file.name }));
  askView();
}

function useSets(text, name) { Object.assign(files, { sets: text, setsName: name }); }

/** All of a file, until others are named; on Satellite the one that it holds. */
function satellitesIn(text) {
  const ids = new Set([...text.matchAll(/^2 +(\d{1,5}) /gm)].slice(0, 2).map((found) => found[1]));
  return { sats: "", ...(state.view === "satellite" ? { sat: ids.size === 1 ? String(+[...ids][0]) : "" } : {}) };
}

function forgetFiles() {
  Object.assign(files, { sets: "", setsName: "", places: "", placesName: "" });
  askView();
}

/** A table of places; what of it stands in the box. */
function usePlaces(text, name) {
  const typed = typedPlaces(text);
  Object.assign(files, typed ? { places: "", placesName: "" } : { places: text, placesName: name });
  return typed ?? "";
}

/** A table of places: short ones go into the box, and so into the address; long ones stay a file. */
async function readPlaces(file) {
  if (file.size > 4e6) return say(t("drop.large"));
  set({ over: usePlaces(await file.text(), file.name), sel: "", c: "" }, { step: false, quiet: true });
  say(t("drop.places", { name: file.name }));
  askView();
}

/** A short CSV of name, latitude, longitude as the box writes it; null when it is anything else. */
function typedPlaces(text) {
  const rows = text.trim().split(/\r?\n/).map((line) => line.split(/[,;\t]/).map((cell) => cell.trim()));
  const head = rows.shift()?.map((cell) => cell.toLowerCase().replace(/^\ufeff/, "")) ?? [];
  const [name, latitude, longitude] = [["name", "site", "id", "label"], ["latitude", "lat", "latitude_deg"], ["longitude", "lon", "lng", "longitude_deg"]].map((names) => head.findIndex((cell) => names.includes(cell)));
  if (name < 0 || latitude < 0 || longitude < 0 || !rows.length || text.includes('"')) return null;
  const good = rows.every((row) => row.length === head.length && /^[^=;]{1,60}$/.test(row[name]) && [latitude, longitude].every((i) => /^-?\d+(\.\d+)?$/.test(row[i])));
  const typed = rows.map((row) => `${row[name]}=${row[latitude]},${row[longitude]}`).join(";");
  return good && typed.length <= 3000 ? typed : null;
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

function lookAtPlaces(places) {
  if (places.length) lookAtFeatures(places.slice(0, 2000).map((item) => ({ geometry: { type: "Point", coordinates: [item.longitude, item.latitude] } })));
}

function lookAtScene() {
  if (state.view in planned) return lookAtPlaces(planned[state.view].places);
  if (state.view === "satellite") return map.lookAt(now && satellite.body ? (onTrack(satellite.body.track, now) ?? [127, 30]).slice(0, 2) : [127, 30], 1);
  const features = (launch.body?.scene.features ?? []).filter((f) => f.geometry && f.properties.layer !== "track" && f.properties.kind !== "claim");
  lookAtFeatures(features);
}

function lookAtFeatures(features) {
  if (!features.length) return;
  const vectors = features.map((f) => middle(rewound(f.geometry))).map(([x, y]) => [Math.cos(y * Math.PI / 180) * Math.cos(x * Math.PI / 180), Math.cos(y * Math.PI / 180) * Math.sin(x * Math.PI / 180), Math.sin(y * Math.PI / 180)]);
  const sum = vectors.reduce((a, b) => a.map((v, i) => v + b[i]), [0, 0, 0]);
  const length = Math.hypot(...sum) || 1;
  const unit = sum.map((v) => v / length);
  const spread = Math.max(...vectors.map((v) => Math.acos(Math.max(-1, Math.min(1, v[0] * unit[0] + v[1] * unit[1] + v[2] * unit[2])))));
  map.lookAt([Math.atan2(unit[1], unit[0]) * 180 / Math.PI, Math.asin(unit[2]) * 180 / Math.PI], Math.max(1, Math.min(14, 0.75 / Math.max(Math.sin(Math.min(spread, 1.5)), 0.03))));
}

function setTime(when) {
  now = when;
  clock.setTime(when);
  byId("mapside").dataset.time = `${utc(when)} UTC`; // printed with the map
  drawMap();
}

function drawMap() {
  placeOnMap();
  onMap.show(map.scene());
}

function placeOnMap() {
  const data = planned[state.view] ?? (state.view === "satellite" ? satellite : null);
  if (!data) {
    const found = launch.body?.answer.items.find((item) => item.id === state.sel);
    const selected = state.view === "launch" && found?.details?.sites?.[0]?.name;
    const drawn = scene({ time: now, tracks: [], sites: [], features: launch.body?.scene.features ?? [] }, { sel: selected || state.sel });
    map.setScene([...drawn, ...(state.view === "launch" ? more.drawables(now, state) : []), ...own.drawn(state.sel)]);
    const flies = state.view === "launch" ? more.says(now) : "";
    if (flies || flew) fill(byId("mapsays"), flies);
    flew = flies !== "";
    return;
  }
  const chosen = data.rows.find((row) => row.id === state.sel);
  const notice = data.body?.scene?.features.find((item) => item.properties.notice === state.sel);
  const first = data.tracks.find((item) => item.norad_id === chosen?.norad_id) ?? data.tracks[0];
  map.setScene([...scene({ time: now, tracks: data.tracks.map((item) => (item === first ? item : { ...item, plain: true })), sites: data.places, features: data.body?.scene?.features ?? [] }, { sel: chosen ? chosen.place : notice ? notice.id : state.sel }), ...own.drawn(state.sel)]);
  markMatrix(data, state, now);
  if (data === satellite) showHere(satellite, now);
  const here = first && now && map.scene().find((item) => item.id === `satellite:${first.norad_id}`);
  if (here) fill(byId("mapsays"), `${saidText(first.name)}  ${place(here.geometry.coordinates[1], here.geometry.coordinates[0], 1)}  ${(here.height_m / 1000).toFixed(0)} km`);
}

/** Each table is called as the heading over it, or as what folds it away: a screen reader lists tables by their names. */
function nameTables(panel) {
  let over = "";
  for (const element of panel.querySelectorAll("h1, h2, h3, table")) {
    if (element.tagName !== "TABLE") over = element.textContent;
    else if (!element.closest("#onmap")) element.setAttribute("aria-label", element.closest("details")?.querySelector("summary").textContent ?? over);
  }
}

/** Draw the panel and the map at the next frame, once; while something is pressed, when it is let go. */
function draw() {
  if (frame) return;
  frame = requestAnimationFrame(() => {
    frame = 0;
    waits = hold.held();
    if (waits) return;
    const panel = byId("panel");
    const kept = { top: panel.scrollTop, id: document.activeElement?.id, key: document.activeElement?.dataset?.id };
    const called = (details) => details.dataset.key ?? details.querySelector("summary").textContent;
    const open = [...panel.querySelectorAll("details[open]")].map(called); // a menu stays open while answers come in
    const shut = [...panel.querySelectorAll("details[data-key]:not([open])")].map(called);
    if (state.view === "launch") { box.show(status?.case_heads ?? [], state); showLaunch(panel, box, state, { ...launch, more: more.data }, use); }
    else if (state.view === "watch") { watchForm.show(state, files); showWatch(panel, watchForm, state, watch, use); }
    else if (state.view === "sites") { sitesForm.show(state, files); showSites(panel, sitesForm, state, sites, use); }
    else if (state.view === "satellite") { satelliteForm.show(state, files, satellite.body?.objects); showSatellite(panel, satelliteForm, state, satellite, use); }
    else if (state.view === "data") {
      if (status) showData(panel, status, live?.files() ?? [], openServed);
      else fill(panel, h("h1", {}, t("data.title")), statusError ? failed(statusError, askStatus) : waiting(t("state.working")));
    }
    else showHelp(panel);
    own.show();
    panel.append(own.element, onMap.element);
    nameTables(panel);
    for (const details of panel.querySelectorAll("details")) { if (open.includes(called(details))) details.open = true; else if (shut.includes(called(details))) details.open = false; }
    markWide(panel);
    panel.scrollTop = kept.top;
    if (reveal) byId("why")?.scrollIntoView({ block: "start" });
    reveal = false;
    if (tell && byId("sentence")) fill(byId("said"), `${panel.querySelector("h1")?.textContent ?? ""}. ${byId("sentence").textContent}`);
    tell = false;
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
  byId("find").placeholder = t("search.short");
  byId("find").title = t("search");
  byId("find").setAttribute("aria-label", t("search"));
  const lang = byId("lang");
  if (!lang.options.length) fill(lang, Object.entries(LANGUAGES).map(([code, name]) => h("option", { value: code, lang: code }, name)));
  lang.setAttribute("aria-label", t("language"));
  lang.value = document.documentElement.lang;
  const theme = byId("theme");
  const themeWords = `${t("theme")}: ${t(`theme.${state.theme || "auto"}`)}`;
  theme.textContent = THEMES[state.theme];
  theme.setAttribute("aria-label", themeWords);
  theme.title = themeWords;
  fill(byId("boundaries"), t("boundaries"));
  byId("map").setAttribute("aria-label", t("map.label"));
  const buttons = byId("mapbuttons");
  if (!layerMenu().isConnected) buttons.append(layers);
  for (const other of [...buttons.children]) if (other !== layers) other.remove();
  layers.before(
    h("button", { type: "button", id: "flat", "aria-pressed": state.proj === "flat" ? "true" : "false", onclick: () => set({ proj: state.proj === "flat" ? "globe" : "flat" }) }, t("map.flat")),
    h("button", { type: "button", id: "zoomin", "aria-label": t("map.in"), onclick: () => map.zoom(1.4) }, "+"),
    h("button", { type: "button", id: "zoomout", "aria-label": t("map.out"), onclick: () => map.zoom(1 / 1.4) }, "−"),
    h("button", { type: "button", id: "home", onclick: lookAtScene }, t("map.home")),
    ...(served ? [h("a", { class: "asbutton", id: "heights", href: heightsAddress(), title: t("map.3d.title"), onclick: toHeights }, t("map.3d"))] : []));
  fill(byId("bar"), bar());
  fill(byId("ages"), headerAges());
}

/** The page with heights shows the same moment as the clock here, which need not be in the address. */
const heightsAddress = () => `/globe.html#${format({ ...state, t: state.t || (now ? `${now.toISOString().slice(0, 19)}Z` : ""), own: ownMember(ownHere()) })}`;

/** What is in use here and in no address: files, and texts that are too long for one. */
const ownHere = () => ({ sets: files.sets, setsName: files.setsName, places: files.places, placesName: files.placesName, notices: files.notices.length > MAX_SHARED ? files.notices : "", text: pasted.length > MAX_SHARED && !heldPage ? pasted : "", layers: own.packed() });

/** To the page with heights; what no address holds is kept for it, or, where that is too much, lent by this page staying open. */
async function toHeights(event) {
  const link = event.currentTarget;
  link.href = heightsAddress();
  if (!ownMember(ownHere()) || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (await keep(ownHere())) location.assign(link.href);
  else open(link.href, "_blank");
}

/** What the page with heights gives back. */
async function takeOwn() {
  const found = await collect(state.own);
  if (!found) say(t("own.missing", { what: ownWords(state.own).map((key) => t(key)).join(", ") }));
  const { text, layers: packed, ...rest } = found ?? {};
  if (packed) await own.unpack(packed);
  Object.assign(files, rest);
  if (text) pasted = text;
  set({ own: "", ...(text ? { text, case: "" } : {}), ...(rest.notices ? { notices: rest.notices } : {}) }, { step: false, quiet: true });
  if (text) box.write(text);
}

/** Age of the element sets in use and of the bundled tables, always on screen. */
function headerAges() {
  const data = planned[state.view] ?? (state.view === "satellite" ? satellite : null);
  const days = (data ? data.body?.inputs : launch.body?.answer.inputs)?.map((item) => item.age_days).filter((value) => value !== null && value !== undefined) ?? [];
  const worst = days.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  const table = status?.tables[0];
  const past = state.view === "launch" ? nearestOf(launch.body?.answer.inputs ?? []) : null;
  if (past !== null) return [h("span", { id: "age-elements" }, `${t("ages.past")} `, nearSign(past)), tableAge(table), engineSign()];
  return [days.length && state.view !== "data" && state.view !== "help" ? h("span", { id: "age-elements" }, `${t("ages.elements")} `, ageSign(worst)) : null, tableAge(table), engineSign()];
}

/** Nothing while the engine answers; else since when it does not. */
const engineSign = () => (gone ? h("span", { id: "engine", class: "sign against", "data-sign": "✕" }, t("live.gone", { time: utc(gone, false).slice(11, 16) })) : null);

function tableAge(table) {
  return table ? h("span", { id: "age-tables", title: table.words }, `${t("ages.tables")} `, table.good ? t("age.days", { days: table.age_days }) : h("span", { class: "sign look", "data-sign": "!" }, `${t("age.days", { days: table.age_days })} ${t("age.old")}`)) : null;
}

function bar() {
  if (heldPage) return [h("strong", {}, t("bar.page")), ` ${t("bar.page.more", { date: heldPage.made })}`];
  if (state.view === "launch" && launch.body) {
    if (launch.body.kind === "case" && !pasted) return [h("strong", {}, t("bar.case")), ` ${t("bar.case.more", { date: launch.body.answer.generated.slice(0, 10) })}`];
    const own = live?.files().find((head) => caseTexts.get(head.number) === pasted);
    return [h("strong", {}, own ? t("bar.own", { name: own.name }) : t("bar.pasted")), ` ${t("bar.pasted.more")}`];
  }
  const data = planned[state.view] ?? (state.view === "satellite" ? satellite : null);
  if (data?.body?.demo && !files.sets) return [h("strong", {}, t("bar.demo")), ` ${t("bar.demo.more", { date: utc(data.body.generated, false) })}`];
  if (data) return [h("strong", {}, files.sets ? t("bar.sets", { name: files.setsName }) : t("bar.bundled")), ` ${files.sets ? t("bar.asof", { date: data.body ? utc(data.body.generated, false) : "–" }) : t("bar.notlive")}`];
  return null;
}

function theme() {
  const chosen = state.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const next = matchMedia("print").matches ? "light" : chosen; // on paper always dark on light
  document.documentElement.dataset.theme = next;
  map.recolour();
}

const THEMES = { "": "◐", light: "☀", dark: "☾" };
const layers = h("details", { class: "layers" });

/** The menu of layers; made once, so that it stays open. */
function layerMenu() {
  const [hidden, shown] = [state.hide.split(","), state.show.split(",")];
  if (!layers.children.length) {
    layers.append(h("summary", {}), h("div", {}, [...LAYERS, ...OVERLAYS].map((name) => h("label", {}, h("input", { type: "checkbox", id: `layer-${name}`, onchange: toggleLayers }), h("span", {}))),
      h("button", { type: "button", id: "toown", onclick: toOwn })));
    layers.addEventListener("keydown", (event) => { if (event.key === "Escape") { layers.open = false; layers.firstChild.focus(); } });
  }
  layers.firstChild.textContent = `${t("layers")} ▾`;
  [...LAYERS, ...OVERLAYS].forEach((name, index) => {
    const label = layers.lastChild.children[index];
    const [box, words] = label.children;
    box.checked = OVERLAYS.includes(name) ? shown.includes(name) : !hidden.includes(name);
    label.hidden = ["routes", "ports"].includes(name) && !own.has(name) && !shown.includes(name); // nothing of that kind is shipped
    words.textContent = t(`layer.${name}`);
  });
  byIdIn(layers, "toown").textContent = t("ownmap.open");
  byIdIn(layers, "toown").hidden = !served;
  return layers;
}

const byIdIn = (element, id) => element.querySelector(`#${id}`);

function toggleLayers() {
  set({ hide: LAYERS.filter((name) => !byId(`layer-${name}`).checked).join(","), show: OVERLAYS.filter((name) => byId(`layer-${name}`).checked).join(",") });
}

/** What the map leaves out: layers that were hidden, and those over it that nobody asked for. */
const hiddenLayers = () => [...state.hide.split(","), ...OVERLAYS.filter((name) => !state.show.split(",").includes(name))];

/** To the part of the panel where own files are chosen. */
function toOwn() {
  layers.open = false;
  own.element.open = true;
  own.element.scrollIntoView({ block: "start" });
  byId("ownfile")?.focus({ preventScroll: true });
}

const toSatellite = (number) => set({ view: "satellite", sat: String(number), sel: "", t: "" });

const finder = makeSearch({
  say,
  /** What is on the page itself: views, findings, objects and places of the answers. */
  here: () => [
    ...VIEWS.map((name) => [t(`view.${name}`), () => set({ view: name })]),
    ...(launch.body?.answer.items ?? []).map((item) => [item.topic === "claim" ? item.label : item.id, () => set({ view: "launch", sel: item.id })]),
    ...(satellite.body?.objects ?? []).map((item) => [item.name || String(item.norad_id), () => toSatellite(item.norad_id)]),
    ...own.items().map((item) => [item.name, () => { set({ sel: item.id, show: OVERLAYS.filter((name) => name === overlayOf(item.kind) || state.show.split(",").includes(name)).join(",") }); map.lookAt(item.at); }]),
    ...Object.entries(planned).flatMap(([view, data]) => data.placeNames.slice(0, 5000).map((name) => [name, () => set({ view, sel: `site:${name}` })])),
  ],
  toCase: useCase,
  toSatellite,
  toPlace(name) { set({ view: "sites", over: name, sel: "" }); askPlan("sites"); },
});

function useCase(name, of = "") { pasted = ""; box.write("", ""); set({ view: "launch", case: name, launch: of, fail: "", text: "", site: "", sel: "", t: "", c: "" }); }

onChange(async (_, changed, followed) => {
  if (changed.has("lang")) { await useLanguage(language()); clock.show(); }
  if (changed.has("theme")) theme();
  if (changed.has("proj")) map.setFlat(state.proj === "flat");
  if (changed.has("hide") || changed.has("show")) map.setHidden(hiddenLayers());
  if (changed.has("text") || (followed && changed.has("site"))) {
    pasted = state.text;
    if (followed) box.write(state.text || (state.case ? "" : heldPage?.text ?? ""), state.site || (state.text ? "" : heldPage?.site ?? ""));
    if (followed && heldPage) pasted = state.text || heldPage.text;
    if (followed && (state.text || heldPage)) askLaunch();
  }
  if (changed.has("t") && state.t) setTime(new Date(state.t));
  if (changed.has("c") && state.c) { const [x, y, z] = state.c.split(",").map(Number); map.setView({ centre: [x, y], zoom: z }); }
  if (changed.has("case") && state.case) askLaunch();
  else if (launch.body && (changed.has("launch") || (followed && changed.has("fail")))) more.load(launch.body, launchQuestion(), state);
  if (changed.has("view")) {
    byId("panel").scrollTop = 0;
    fill(byId("mapsays"));
    const data = planned[state.view] ?? (state.view === "satellite" ? satellite : null);
    if (data && !data.body && !data.progress && !data.error) askView();
    else if (data) data === satellite ? showSatelliteSpan(false) : showPlanSpan(data);
    else if (state.view === "launch" && launch.body) showSpan(launch.body.timeline, launch.body.zone);
    else if (state.view === "launch" && !launch.progress) askLaunch();
  }
  if (changed.has("sel")) reveal = state.sel !== "";
  if (changed.has("sel")) choose();
  if (changed.has("notices")) files.notices = state.notices || files.notices;
  if (state.view in planned && planned[state.view].key !== keyOf(state.view)) askPlan(state.view); // also when Back changed it
  if (state.view === "satellite" && !satellite.progress && ["sat", "from"].some((key) => changed.has(key))) askSatellite();
  draw();
});

/** What was chosen sets the clock and the map. */
function choose() {
  const data = planned[state.view];
  if (!data) return centreOnFinding();
  const row = data.rows.find((item) => item.id === state.sel);
  const named = data.places.find((item) => item.name === (row?.place ?? state.sel.slice(5)));
  const areas = (data.body?.scene?.features ?? []).filter((item) => item.geometry && (item.id === state.sel || item.properties.notice === state.sel));
  if (row) { setTime(new Date(row.best)); askTracks(data); }
  if (named && (row || state.sel.startsWith("site:"))) map.lookAt([named.longitude, named.latitude]);
  else lookAtFeatures(areas);
}

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
  else if (/^[1-9]$/.test(event.key) && VIEWS[+event.key - 1]) set({ view: VIEWS[+event.key - 1] });
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

byId("search").addEventListener("submit", (event) => { event.preventDefault(); finder.goTo(byId("find").value); });
byId("find").addEventListener("focus", () => finder.offer(byId("found")));
byId("lang").addEventListener("change", (event) => set({ lang: event.target.value }));
byId("theme").addEventListener("click", () => set({ theme: { "": "light", light: "dark", dark: "" }[state.theme] }));
addEventListener("resize", () => markWide(byId("panel")));
byId("panel").addEventListener("toggle", () => markWide(byId("panel")), true); // what was folded has a width now
byId("skip").addEventListener("click", (event) => { event.preventDefault(); byId("panel").focus(); });
for (const query of ["(prefers-color-scheme: dark)", "print"]) matchMedia(query).addEventListener("change", () => { theme(); map.redraw(); });

/** What `bongsu serve` was given, taken as if it had been dropped here; `first` when the page opens, `bare` without an address,
 *  which would say what it wants. What it touches. */
async function takeServed(head, first, bare = false) {
  const { kind, name, text } = await ask(`/api/own/${head.number}`);
  const quiet = { step: false, quiet: true };
  const known = caseTexts.get(head.number);
  if (kind === "case") caseTexts.set(head.number, text);
  if (kind === "sets") {
    useSets(text, name);
    if (bare) set(satellitesIn(text), quiet);
    return [watch, sites, satellite];
  }
  if (kind === "maps") {
    await own.take(name, text);
    return [];
  }
  if (kind === "places") {
    const over = usePlaces(text, name);
    if (over ? bare || !first : !first) set({ over }, quiet);
    return [watch, sites];
  }
  if (kind === "notices") {
    if (first && state.notices) return [];
    files.notices = text;
    if (!first) set({ notices: text }, quiet);
    return [watch];
  }
  if (!bare && (first || pasted !== known)) return []; // the reader is at something else
  pasted = text;
  box.write(text);
  set({ text, case: "" }, quiet);
  return [launch];
}
const caseTexts = new Map(); // of own case files, as they were last read
const OPENS = { case: "launch", notices: "watch", sets: "sites", places: "sites" };

/** The files that the engine was started with; without an address, the view of the first of them opens. */
async function takeAllServed(given) {
  const heads = await given;
  const bare = !location.hash;
  for (const head of heads) await takeServed(head, true, bare).catch(() => {});
  const opens = Object.keys(OPENS).find((kind) => heads.some((head) => head.kind === kind));
  if (bare && opens) set({ view: OPENS[opens] }, { step: false, quiet: true });
}

/** A file has changed on disk: what rests on it is asked again, now or when its view is opened. */
async function ownChanged(head, anew) {
  if (head.problem) say(t("own.problem", { name: head.name, why: saidText(head.problem) }));
  if (anew) {
    const touched = await takeServed(head, false).catch(() => []);
    say(t("own.again", { name: head.name, time: utc(new Date(head.changed), false) }));
    const here = { watch, sites, satellite }[state.view] ?? launch;
    for (const data of touched) if (data !== here && data !== launch) data.body = data.error = null; // asked when it is opened
    if (touched.includes(launch)) askLaunch();
    else if (touched.includes(here)) askView();
  }
  draw();
}

/** A file of one's own, opened from the list of them. */
async function openServed(head) {
  if (head.kind === "maps") return toOwn();
  if (head.kind !== "case") return set({ view: OPENS[head.kind], sel: "" });
  const { text } = await ask(`/api/own/${head.number}`);
  pasted = text;
  caseTexts.set(head.number, text);
  box.write(text);
  set({ view: "launch", text, case: "", launch: "", fail: "", sel: "", t: "", c: "" });
  askLaunch();
}

/** The engine is gone, or back: said at once, and what could not be answered meanwhile is asked again. */
function heardEngine(alive, since) {
  gone = alive ? null : since ?? new Date();
  say(alive ? t("live.back") : t("live.gone.more", { time: utc(gone, false) }));
  if (alive) {
    askStatus();
    const data = planned[state.view] ?? (state.view === "satellite" ? satellite : launch);
    if (data.error instanceof TypeError || data.error?.key === "state.stopped") askView();
  }
  draw();
}

async function begin() {
  if (heldPage) box.write(pasted, heldPage.site);
  const given = served ? live.begin() : null; // asked beside the words and the map
  const world = askAsset("/map/countries-110m.json").then((topology) => map.setWorld(topology));
  await useLanguage(language());
  theme();
  map.setFlat(state.proj === "flat");
  map.setHidden(hiddenLayers());
  if (state.c) { const [x, y, z] = state.c.split(",").map(Number); map.setView({ centre: [x, y], zoom: z }); }
  clock.show();
  clock.setSpan(new Date(Date.now() - 43200000), new Date(Date.now() + 43200000), []);
  setTime(state.t ? new Date(state.t) : new Date());
  if (served) lend(ownHere);
  const fromOther = state.own;
  if (fromOther) await takeOwn();
  const asks = () => planned[state.view] ?? { satellite, launch }[state.view];
  const waits = asks();
  if (waits) waits.progress = { what: "", done: 0, steps: 0 };
  draw();
  askStatus();
  if (served) await Promise.race([fromOther ? given : takeAllServed(given), new Promise((done) => setTimeout(done, LATE_MS))]);
  if (waits) waits.progress = null;
  if (asks()) askView();
  own.load();
  await world;
  document.documentElement.dataset.ready = "map";
  setTimeout(() => askAsset("/map/countries-50m.json").then((topology) => map.setFineWorld(topology)).catch(() => {}), 1500); // the coarse one stays
}

// For tests and the curious: what is drawn, as values.
globalThis.bongsu = { scene: () => map.scene(), state: () => state, time: () => now && utc(now), set };

begin();
