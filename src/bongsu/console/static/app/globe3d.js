// The same scene with heights: CesiumJS draws the CZML that Bongsu exports. Loaded only when asked for; no answer needs it.

import "./cesium_base.js";
import { cancel } from "./api.js";
import { tPlus } from "./ascent.js";
import { byId, fill, h } from "./dom.js";
import { failed, waiting } from "./findings.js";
import { place, utc } from "./format.js";
import { collect, keep, lend, ownWords } from "./handover.js";
import { makeCamera } from "./heights_camera.js";
import { kindOf, legend, makeList } from "./heights_list.js";
import { flightSpan, flightWords, makeScene } from "./heights_scene.js";
import { t, useLanguage } from "./i18n.js";
import { say, sayAll, saidText } from "./said.js";
import { format, onChange, set, state } from "./state.js";
import { makeClock } from "./timeline.js";

const AS_PLANNED = "none"; // flown when falls are asked for without a failure
const TOLD_MS = 400; // between two changes of the words while the clock plays
const FLIGHT_STEP_MS = 5000; // of an arrow key while the clock spans a flight
const ROOMY = 750; // pixels of a globe on which the labels have the room that their distances were made for
const SOFT = 0.35; // of the strength of an area out of its time
let cesium = null; // the module
let widget = null;
let camera = null;
let now = new Date();
let own = {};
let answer = null; // of the scene: marks, flight, problems
let inFlight = false; // the clock spans the flight
let following = false;
let progress = null;
let problem = null;
let told = 0;
const sources = new Map();
const timesOf = new Map(); // of entities that stay on the globe out of their time
const ever = new Set(); // ids of all that came to be drawn since the page opened
const clock = makeClock(byId("clock"), { onTime: (when) => { showTime(when); remember(); } });
const list = makeList({ spot, top: highest, times: timesIn, onPick: choose, isPicked });

/** Whether this browser draws in 3-D at all. */
function canDraw() {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return Boolean(context);
}

async function begin() {
  document.documentElement.dataset.theme = state.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const wanted = state.lang || (navigator.language || "en").slice(0, 2);
  await useLanguage(["en", "ko", "ja"].includes(wanted) ? wanted : "en");
  document.title = `${t("globe3d.title")} – Bongsu`;
  fill(byId("title"), t("globe3d.title"));
  byId("back").title = t("globe3d.back");
  byId("back").setAttribute("aria-label", `Bongsu: ${t("globe3d.back")}`);
  addEventListener("hashchange", () => location.reload());
  onChange((_, __, followed) => followed && location.reload());
  fill(byId("boundaries"), t("globe3d.picture"));
  buttons();
  clock.show();
  clock.setSpan(new Date(Date.now() - 43200000), new Date(Date.now() + 43200000), []);
  follow();
  if (!canDraw()) return refuse(t("globe3d.none"));
  if (state.own) await take();
  try {
    progress = { what: "", done: 0, steps: 0 };
    panel();
    cesium = await import("../cesium/cesium.js");
    makeWidget();
  } catch (error) {
    return refuse(String(error.message ?? error));
  }
  await load();
}

/** What another page of the console has and no address holds. */
async function take() {
  const found = await collect(state.own);
  if (found) {
    own = { ...found, id: state.own.split(":")[0] };
    lend(() => own);
    keep(own);
  } else fill(byId("bar"), h("strong", {}, t("own.missing", { what: ownWords(state.own).map((key) => t(key)).join(", ") })));
}

function refuse(words) {
  document.body.dataset.state = "refused";
  progress = null;
  fill(byId("bar"), h("strong", {}, words), " ", backLink());
  fill(byId("panel"), h("p", { class: "lead" }, words), backLink());
}

const backLink = () => h("a", { href: back(), class: "back" }, t("globe3d.back"));
const back = () => `/#${format(state)}`;
function follow() { for (const link of [byId("back"), ...document.querySelectorAll("a.back")]) link.href = back(); }

function buttons() {
  const all = [["side", "globe3d.side", lookAtAll], ["above", "globe3d.above", lookFromAbove], ["follow", "globe3d.follow", toggleFollow]];
  fill(byId("mapbuttons"), all.map(([id, key, press]) => h("button", { type: "button", id, onclick: () => widget && press() }, t(key))),
    h("button", { type: "button", id: "zoomin", "aria-label": t("map.in"), onclick: () => camera?.zoom(true) }, "+"),
    h("button", { type: "button", id: "zoomout", "aria-label": t("map.out"), onclick: () => camera?.zoom(false) }, "−"));
  byId("follow").setAttribute("aria-pressed", "false");
}

function makeWidget() {
  const { CesiumWidget, GeographicTilingScheme, ImageryLayer, Ion, TileMapServiceImageryProvider, Transforms } = cesium;
  Ion.defaultAccessToken = "";
  // The Sun's direction by the mean equinox, without tables of precession that would have to be sent.
  Transforms.computeIcrfToFixedMatrix = () => undefined;
  const pictures = TileMapServiceImageryProvider.fromUrl("/cesium/Assets/Textures/NaturalEarthII", { tilingScheme: new GeographicTilingScheme() });
  widget = new CesiumWidget(byId("globe3d"), {
    baseLayer: ImageryLayer.fromProviderAsync(pictures), skyBox: false, skyAtmosphere: false, msaaSamples: 1,
    requestRenderMode: true, maximumRenderTimeChange: Infinity, contextOptions: { webgl: { preserveDrawingBuffer: true } },
    creditContainer: h("div"), showRenderLoopErrors: false, // no asset of the makers' service is used
  });
  const { globe } = widget.scene;
  globe.showGroundAtmosphere = false;
  globe.maximumScreenSpaceError = 4; // the picture has three levels only
  globe.vertexShadowDarkness = 0.5; // night is darker, yet coasts are seen in it
  globe.lightingFadeOutDistance = 0; // also from near
  globe.lightingFadeInDistance = 1;
  light();
  widget.clock.shouldAnimate = false;
  widget.canvas.setAttribute("aria-label", `${t("globe3d.label")}. ${t("globe3d.keys")}`);
  widget.canvas.setAttribute("role", "application");
  widget.canvas.tabIndex = 0;
  widget.canvas.addEventListener("webglcontextlost", () => refuse(t("globe3d.lost")));
  camera = makeCamera(cesium, widget);
  new cesium.ScreenSpaceEventHandler(widget.canvas).setInputAction(({ position }) => {
    const found = widget.scene.pick(position)?.id;
    if (found?.name) choose(found);
  }, cesium.ScreenSpaceEventType.LEFT_CLICK);
  for (const kind of ["pointerdown", "wheel"]) widget.canvas.addEventListener(kind, () => following && toggleFollow(), { passive: true });
}

/** Ask for the scene of the view; what comes is drawn at once, what fails is told and the rest stands. */
async function load() {
  problem = null;
  for (const name of [...sources.keys()]) await drop(name);
  delete document.body.dataset.state;
  const scene = makeScene({ give, told(step) { progress = step; panel(); } });
  progress = { what: "", done: 0, steps: 0 };
  panel();
  try {
    answer = await scene.load(state, own);
  } catch (error) {
    problem = error.name === "AbortError" ? { error: t("state.cancelled"), advice: "" } : error;
  }
  progress = null;
  await given;
  if (answer) showSpan();
  panel();
  if (!all().length) return problem ? settle() : refuse(t("globe3d.empty"));
  lookAtAll();
  settle();
}

let given = Promise.resolve();

/** Draw a document of CZML. */
function give(name, packets) {
  given = given.then(async () => {
    const source = await cesium.CzmlDataSource.load(packets);
    await drop(name);
    sources.set(name, source);
    for (const entity of source.entities.values) { standing(entity); spaced(entity); show(entity); }
    await widget.dataSources.add(source);
    panel();
    if (sources.size === 1) { showTime(state.t ? new Date(state.t) : now); lookAtAll(); }
  }).catch((error) => { problem = { error: String(error.message ?? error), advice: "" }; });
}

async function drop(name) {
  const source = sources.get(name);
  if (!source) return;
  for (const entity of source.entities.values) timesOf.delete(entity.id);
  sources.delete(name);
  widget.dataSources.remove(source, true);
}

/** What does not move stays on the globe out of its time, as on the map: areas soft then, and bold while they matter. */
function standing(entity) {
  const times = entity.availability;
  if (!times || (entity.position && !entity.position.isConstant) || /^reach /.test(entity.id)) return;
  timesOf.set(entity.id, times);
  entity.availability = undefined;
  const strong = entity.polygon?.material?.color?.getValue(widget.clock.currentTime);
  if (!strong || entity.polygon.fill?.getValue(widget.clock.currentTime) === false) return;
  const soft = cesium.Color.clone(strong);
  soft.alpha *= SOFT;
  const bold = cesium.Color.clone(strong);
  bold.alpha = Math.min(0.6, strong.alpha * 1.6);
  entity.polygon.material = new cesium.ColorMaterialProperty(new cesium.CallbackProperty((time, result) => cesium.Color.clone(times.contains(time) ? bold : soft, result), false));
}

/** On a narrow globe labels are smaller, and those of things near each other are left out sooner. */
function spaced({ label }) {
  const share = Math.min(1, widget.canvas.clientWidth / ROOMY);
  if (!label || share > 0.8) return;
  label.scale = 0.85;
  const near = label.distanceDisplayCondition?.getValue(widget.clock.currentTime);
  if (near) { near.far *= share; label.distanceDisplayCondition = near; }
}

const hidden = () => state.hide.split(",");
function show(entity) { entity.show = !hidden().includes(kindOf(entity).layer); }

function hide(layer) {
  const out = hidden().filter(Boolean);
  set({ hide: (out.includes(layer) ? out.filter((name) => name !== layer) : [...out, layer]).join(",") }, { step: false, quiet: true });
  for (const entity of all()) show(entity);
  light();
  follow();
  widget.scene.requestRender();
  settle();
}

function light() { widget.scene.globe.enableLighting = !hidden().includes("night"); }

const all = () => [...sources.values()].flatMap((source) => source.entities.values);
const find = (id) => all().find((entity) => entity.id === id);
const date = (julian) => cesium.JulianDate.toDate(julian);

function showSpan() {
  clock.setZone(answer.zone ?? "");
  light();
  const asked = state.t ? new Date(state.t) : null;
  const flight = answer.flight && flightSpan(answer.flight, answer.falls);
  if (flight && (!asked || (asked >= flight.start && asked <= flight.end))) return spanFlight(asked ?? new Date(answer.flight.lift_off));
  spanAll(asked);
}

function spanFlight(when) {
  const span = flightSpan(answer.flight, answer.falls);
  inFlight = true;
  clock.setSpeed(10);
  clock.setSpan(span.start, span.end, span.marks);
  showTime(when);
}

/** The clock over everything, as the view's own clock has it. */
function spanAll(when) {
  inFlight = false;
  const marks = answer.marks;
  const times = marks.flatMap((mark) => [mark.start, mark.end ?? mark.start]).map((text) => +new Date(text)).filter(Number.isFinite);
  const margin = times.length ? Math.max((Math.max(...times) - Math.min(...times)) * 0.04, 1800000) : 43200000;
  const [low, high] = answer.span ?? (times.length ? [Math.min(...times) - margin, Math.max(...times) + margin] : [+now - margin, +now + margin]);
  clock.setSpeed(answer.span ? 60 : 600);
  clock.setSpan(new Date(low), new Date(high), marks);
  const event = marks.find((mark) => mark.kind === "launch") ?? marks[0];
  showTime(when && +when >= low && +when <= high ? when : new Date(answer.first ?? event?.start ?? low));
}

function showTime(when) {
  now = when;
  clock.setTime(when);
  if (!widget) return;
  widget.clock.currentTime = cesium.JulianDate.fromDate(when);
  widget.scene.requestRender();
  if (following) lookAfter();
  if (clock.playing() && Date.now() - told < TOLD_MS) return;
  told = Date.now();
  byId("mapsays").setAttribute("aria-live", clock.playing() ? "off" : "polite");
  fill(byId("mapsays"), words());
  list.update();
}

function remember() {
  set({ t: `${now.toISOString().slice(0, 19)}Z` }, { step: false, quiet: true });
  follow();
}

/** What is where, in a line: the vehicle as the Launch view says it, else what was chosen, else the first that flies. */
function words() {
  const flies = flightWords(answer?.flight, now);
  if (flies) return flies;
  const moving = all().filter((entity) => entity.position && !entity.position.isConstant && entity.availability?.contains(widget.clock.currentTime) && !/^reach /.test(entity.id));
  const entity = moving.find(isPicked) ?? moving[0] ?? all().find(isPicked);
  const at = entity && spot(entity);
  const since = inFlight && answer.flight ? `${tPlus((now - new Date(answer.flight.lift_off)) / 1000)}  ` : "";
  return since + (at ? `${saidText(entity.name)}  ${place(at.latitude, at.longitude, 1)}  ${(at.height_m / 1000).toFixed(0)} km` : saidText(entity?.name ?? ""));
}

function cartographic(point) {
  const at = point && widget.scene.globe.ellipsoid.cartesianToCartographic(point);
  return at ? { latitude: cesium.CesiumMath.toDegrees(at.latitude), longitude: cesium.CesiumMath.toDegrees(at.longitude), height_m: at.height } : null;
}

/** Where an entity is by the clock: its place, or the middle of its area; null where it is nowhere, or a line. */
function spot(entity) {
  if (entity.position) return entity.availability && !entity.availability.contains(widget.clock.currentTime) ? null : cartographic(entity.position.getValue(widget.clock.currentTime));
  const ring = entity.polygon && !/^reach /.test(entity.id) ? pointsOf(entity) : [];
  return ring.length ? { ...cartographic(cesium.BoundingSphere.fromPoints(ring).center), height_m: 0 } : null;
}

/** How high a line reaches, m; null where it lies on the ground or is none. */
function highest(entity) {
  const points = entity.polyline && !entity.path ? pointsOf(entity) : [];
  return points.reduce((top, point) => Math.max(top, cartographic(point)?.height_m ?? 0), 0) || null;
}

/** When an entity matters, in words: T+ while the clock spans a flight, else UTC; nothing where that is the whole document. */
function timesIn(entity) {
  const times = timesOf.get(entity.id) ?? entity.availability;
  if (!times?.length || /^(way|event|arc|planned)/.test(entity.id)) return "";
  const [start, end] = [date(times.start), date(times.stop)];
  const zero = inFlight && answer?.flight && +new Date(answer.flight.lift_off);
  if (zero && start - zero > -86400000 && end - zero < 86400000) return `${tPlus((start - zero) / 1000)} – ${tPlus((end - zero) / 1000)}`;
  const [from, to] = [utc(start), utc(end)];
  return from.slice(0, 10) === to.slice(0, 10) ? `${from.slice(0, 16)} – ${to.slice(11, 16)}` : `${from.slice(0, 16)} – ${to.slice(0, 16)}`;
}

/** The address' selection for an entity: a region as the Launch view calls it, all else by name. */
function selectionOf(entity) {
  const region = /^fall /.test(entity.id) && /^(.*), (\d+)%$/.exec(entity.name);
  return region ? `fall:${region[1]}:${region[2] / 100}` : entity.name;
}

function isPicked(entity) { return state.sel !== "" && (state.sel === selectionOf(entity) || state.sel === entity.id); }

function choose(entity) {
  set({ sel: selectionOf(entity) }, { step: false, quiet: true });
  follow();
  const at = spot(entity);
  panel();
  fill(byId("mapsays"), at ? `${saidText(entity.name)}  ${place(at.latitude, at.longitude, 1)}  ${(at.height_m / 1000).toFixed(0)} km` : saidText(entity.name));
  const points = pointsOf(entity);
  if (!points.length) return;
  if (entity.position && !entity.position.isConstant && at) return lookAfter(entity);
  camera.side(entity.polyline ? points : [], points, 4e5, Boolean(entity.polygon));
}

/** The panel: what was asked and how far it is, the legend, the table. */
function panel() {
  const kept = document.activeElement?.dataset?.id ?? document.activeElement?.dataset?.layer;
  const folded = byId("legend") && !byId("legend").open;
  const entities = widget ? all() : [];
  const parts = [backLink(), h("p", { class: "lead", id: "sentence" }, entities.length ? t("globe3d.lead", { count: entities.length }) : "")];
  if (progress) parts.push(waiting([t("state.working"), progress.what].filter(Boolean).join(" "), progress.done, progress.steps, () => cancel("heights")));
  if (problem) parts.push(failed(problem, load));
  for (const error of answer?.problems ?? []) parts.push(failed(error, load));
  for (const [key, values] of answer?.notes ?? []) parts.push(h("p", { class: "small" }, t(key, values)));
  if (answer?.flight) parts.push(flightButtons());
  if (entities.length) parts.push(legend(entities, hidden(), hide), list.element(entities), h("p", { class: "small" }, t("globe3d.keys")));
  if (answer?.flight) parts.push(h("p", { class: "small" }, sayAll(answer.flight.caveats)));
  fill(byId("panel"), parts);
  if (folded && byId("legend")) byId("legend").open = false;
  if (kept) byId("panel").querySelector(`[data-id="${CSS.escape(kept)}"], [data-layer="${CSS.escape(kept)}"]`)?.focus({ preventScroll: true });
}

function flightButtons() {
  const toFlight = h("button", { type: "button", id: "toflight", onclick: () => { spanFlight(new Date(answer.flight.lift_off)); remember(); panel(); } }, t("ascent.clock"));
  const toAll = inFlight ? h("button", { type: "button", id: "toall", onclick: () => { spanAll(now); remember(); panel(); } }, t("globe3d.whole")) : null;
  const fly = !answer.falls ? h("button", { type: "button", id: "flyfalls", title: t("falls.empty"), onclick: () => { set({ fail: AS_PLANNED }, { step: false, quiet: true }); follow(); load(); } }, `${t("falls")}: ${t("failure.fly")}`) : null;
  return [h("p", {}, say(answer.flight.name)), h("div", { class: "row" }, toFlight, toAll, fly)];
}

// --- the camera ------------------------------------------------------------------------------------------------------

const PLACES = ["position", "polygon.hierarchy", "polyline.positions"];

/** Where an entity is at the clock's time: a list of points, empty when it is nowhere then. */
function pointsOf(entity) {
  return PLACES.flatMap((path) => {
    const value = path.split(".").reduce((part, name) => part?.[name], entity)?.getValue(widget.clock.currentTime);
    return value ? [value.positions ?? value].flat().filter(Boolean) : [];
  });
}

/** What the picture is about: a flight with its falls, else areas, sites and what flies, else everything. */
function subject() {
  const shown = all().filter((entity) => entity.show && entity.isAvailable(widget.clock.currentTime));
  const flight = shown.filter((entity) => /^(way$|arc |planned )/.test(entity.id));
  if (flight.length) return flight;
  const near = shown.filter((entity) => (entity.polygon && !/^reach /.test(entity.id)) || /^(launch-site|site )/.test(entity.id));
  return near.length ? near : shown.filter((entity) => !/^reach /.test(entity.id));
}

function lookAtAll() {
  stopFollowing();
  const about = subject();
  const points = about.flatMap(pointsOf);
  if (!points.length) return;
  const flying = about.some((entity) => entity.path);
  const way = about.find((entity) => entity.id === "way");
  camera.side(way ? pointsOf(way) : [], points, flying ? 5e6 : 1.5e6, !all().some((entity) => entity.path));
}

function lookFromAbove() {
  stopFollowing();
  const about = subject();
  const points = about.flatMap(pointsOf);
  if (points.length) camera.above(points, about.some((entity) => entity.path) ? 1.2e7 : 1.5e6);
}

function toggleFollow() {
  if (following) return stopFollowing();
  following = true;
  byId("follow").setAttribute("aria-pressed", "true");
  lookAfter();
}

function stopFollowing() {
  following = false;
  byId("follow").setAttribute("aria-pressed", "false");
}

/** Beside what flies: what was chosen, else the vehicle, else the first satellite. */
function lookAfter(entity = null) {
  const flying = (each) => each && !each.position?.isConstant && spot(each) && each.position;
  const one = [entity, all().find((each) => isPicked(each) && flying(each)), find("vehicle"), all().find((each) => each.path && !/^reach /.test(each.id) && flying(each))].find(flying);
  if (!one) return;
  const time = widget.clock.currentTime;
  const value = (seconds) => one.position.getValue(cesium.JulianDate.addSeconds(time, seconds, new cesium.JulianDate()));
  const here = one.position.getValue(time);
  const [from, to] = [value(-5) ?? here, value(5) ?? here];
  const ahead = cesium.Cartesian3.add(here, cesium.Cartesian3.subtract(to, from, new cesium.Cartesian3()), new cesium.Cartesian3());
  camera.follow(here, cesium.Cartesian3.distance(from, to) > 1 ? ahead : null, Math.max(spot(one).height_m, 10000));
}

// --- what came to be drawn -------------------------------------------------------------------------------------------

let settling = 0;

/** Tests read how many shapes the renderer has really made: one whose asset is missing never comes to be drawn. */
function settle() {
  clearTimeout(settling);
  delete document.body.dataset.state;
  settling = setTimeout(count, 500);
}

/** Whether the renderer has made an entity's shapes; it throws for one that it has not seen in a picture yet. */
function made(entity) {
  try {
    return widget.dataSourceDisplay.getBoundingSphere(entity, false, new cesium.BoundingSphere()) === cesium.BoundingSphereState.DONE;
  } catch {
    return false;
  }
}

function count() {
  const shown = all().filter((entity) => entity.show && entity.isAvailable(widget.clock.currentTime));
  const done = shown.filter(made);
  for (const entity of done) ever.add(entity.id);
  Object.assign(document.body.dataset, { shown: String(shown.length), drawn: String(done.length), ever: String(ever.size) });
  if (done.length < shown.length || !widget.scene.globe.tilesLoaded) { widget.scene.requestRender(); settling = setTimeout(count, 500); } else document.body.dataset.state = "drawn";
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !widget) return;
  const canvas = event.target === widget.canvas;
  if (event.target.closest?.("input, select, textarea") || (event.target.closest?.("button, a, summary") && [" ", "Enter"].includes(event.key))) return;
  const step = (inFlight ? FLIGHT_STEP_MS : 60000) * (event.shiftKey ? 10 : 1);
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
  if (canvas && arrows) camera.turn(...arrows);
  else if (arrows?.[0]) { showTime(new Date(+now + arrows[0] * step)); remember(); settle(); }
  else if (event.key === " ") clock.toggle();
  else if (event.key === "+" || event.key === "=") camera.zoom(true);
  else if (event.key === "-") camera.zoom(false);
  else if (event.key === "s" || event.key === "h") lookAtAll();
  else if (event.key === "a") lookFromAbove();
  else if (event.key === "f") toggleFollow();
  else if (event.key === "n") { showTime(new Date()); remember(); }
  else if (event.key === "g") widget.canvas.focus();
  else return;
  event.preventDefault();
});

// For tests and the curious: what is on the globe, as values.
globalThis.bongsu3d = {
  ids: () => all().map((entity) => entity.id),
  at: (id) => spot(find(id)),
  ever: () => [...ever],
  camera: () => { const at = widget.camera.positionCartographic; return { height_m: at.height, pitch: widget.camera.pitch }; },
  setTime: (text) => { showTime(new Date(text)); remember(); settle(); },
};

begin();
