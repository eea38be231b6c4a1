// The same scene with heights: CesiumJS draws the CZML that Bongsu exports. Loaded only when asked for; no answer needs it.

import "./cesium_base.js";
import { ask, askFile } from "./api.js";
import { byId, fill, h } from "./dom.js";
import { place, utc } from "./format.js";
import { t, useLanguage } from "./i18n.js";
import { state, format, set } from "./state.js";
import { makeClock } from "./timeline.js";

const LONGEST_TRACK_H = 24;
const MOST_TRACKS = 12;
let cesium = null; // the module
let widget = null;
const sources = [];
let now = new Date();
const clock = makeClock(byId("clock"), { onTime: (when, { step }) => { showTime(when); set({ t: `${when.toISOString().slice(0, 19)}Z` }, { step, quiet: true }); } });

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
  fill(byId("boundaries"), t("globe3d.picture"));
  byId("home").textContent = t("map.home");
  clock.show();
  follow();
  if (!canDraw()) return refuse(t("globe3d.none"));
  fill(byId("bar"), t("state.working"));
  try {
    cesium = await import("../cesium/cesium.js");
    makeWidget();
    await load();
    fill(byId("bar"), null);
  } catch (error) {
    refuse(error.error ? `${error.error}. ${error.advice ?? ""}` : String(error.message ?? error));
  }
}

function refuse(words) {
  document.body.dataset.state = "refused";
  fill(byId("bar"), h("strong", {}, words), " ", backLink());
}

const backLink = () => h("a", { href: `/#${format(state)}` }, t("globe3d.back"));
function follow() { byId("back").href = `/#${format(state)}`; }

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
  widget.scene.globe.enableLighting = true;
  widget.scene.globe.showGroundAtmosphere = false;
  widget.scene.globe.maximumScreenSpaceError = 4; // the picture has three levels only
  widget.clock.shouldAnimate = false;
  widget.canvas.setAttribute("aria-label", t("globe3d.label"));
  widget.canvas.setAttribute("role", "img");
  byId("home").addEventListener("click", lookAtAll);
  new cesium.ScreenSpaceEventHandler(widget.canvas).setInputAction(({ position }) => {
    const found = widget.scene.pick(position)?.id;
    if (found?.name) choose(found);
  }, cesium.ScreenSpaceEventType.LEFT_CLICK);
}

async function load() {
  const question = { case: state.text ? "" : state.case, text: state.text, site: state.site };
  const wanted = state.view === "launch" ? [JSON.parse(await (await askFile("/api/assess/czml", question)).text())] : [];
  if (state.view !== "launch") {
    const hours = Math.min(LONGEST_TRACK_H, +state.hours);
    const { satellites, at } = await whoAndWhen();
    for (const satellite of satellites) wanted.push(await ask("/api/track/czml", { satellite, at, hours, step_s: 60 }, `czml:${satellite}`));
  }
  for (const packets of wanted) {
    const source = await cesium.CzmlDataSource.load(packets);
    sources.push(source);
    await widget.dataSources.add(source);
  }
  if (!all().length) return refuse(t("globe3d.empty"));
  showSpan();
  lookAtAll();
  list();
  setTimeout(count, 500);
}

/** Whose tracks are drawn and from when: of Satellite the one object, as of the moment its own view answers for. */
async function whoAndWhen() {
  const at = state.from || state.t;
  if (state.view !== "satellite") return { satellites: state.sats.split(/[,;\s]+/).filter(Boolean).slice(0, MOST_TRACKS), at: at || `${new Date().toISOString().slice(0, 19)}Z` };
  const body = await ask("/api/satellite", { satellite: state.sat, ...(at ? { at } : {}) }, "satellite");
  return { satellites: [String(body.track.norad_id)], at: body.generated };
}

const all = () => sources.flatMap((source) => source.entities.values);

function showSpan() {
  const clocks = sources.map((source) => source.clock).filter(Boolean);
  const times = clocks.flatMap((each) => [each.startTime, each.stopTime]).map((each) => +cesium.JulianDate.toDate(each));
  const [low, high] = times.length ? [Math.min(...times), Math.max(...times)] : [Date.now() - 43200000, Date.now() + 43200000];
  clock.setSpan(new Date(low), new Date(high), all().filter((entity) => entity.availability && state.view === "launch").slice(0, 100).map(markOf));
  const asked = state.t ? new Date(state.t) : null;
  showTime(asked && +asked >= low && +asked <= high ? asked : new Date(low));
}

function markOf(entity) {
  const { start, stop } = entity.availability;
  return { kind: "window", label: entity.name, start: cesium.JulianDate.toDate(start), end: cesium.JulianDate.toDate(stop) };
}

function showTime(when) {
  now = when;
  clock.setTime(when);
  if (!widget) return;
  widget.clock.currentTime = cesium.JulianDate.fromDate(when);
  widget.scene.requestRender();
  const flying = all().find((entity) => entity.path && entity.position?.getValue(widget.clock.currentTime));
  if (flying) say(flying);
}

function say(entity) {
  const spot = entity.position?.getValue(widget.clock.currentTime);
  if (!spot) return fill(byId("mapsays"), entity.name);
  const at = widget.scene.globe.ellipsoid.cartesianToCartographic(spot);
  const degrees = (radians) => cesium.CesiumMath.toDegrees(radians);
  fill(byId("mapsays"), `${entity.name}  ${place(degrees(at.latitude), degrees(at.longitude), 1)}  ${(at.height / 1000).toFixed(0)} km`);
}

function choose(entity) {
  say(entity);
  set({ sel: entity.name }, { quiet: true });
  follow();
  list();
}

/** What is on the globe, in words. */
function list() {
  const rows = all().map((entity) => h("tr", { "aria-selected": state.sel === entity.name ? "true" : false },
    h("td", {}, h("button", { type: "button", class: "as-link", onclick: () => { choose(entity); lookAt(entity); } }, entity.name ?? entity.id)),
    h("td", {}, kindOf(entity)), h("td", {}, entity.availability ? spanOf(entity) : "")));
  fill(byId("panel"), h("p", { class: "lead" }, t("globe3d.lead", { count: all().length })), backLink(),
    h("table", {}, h("thead", {}, h("tr", {}, h("th", {}, t("globe3d.name")), h("th", {}, t("globe3d.shape")), h("th", {}, t("globe3d.shown")))), h("tbody", {}, rows)));
}

const kindOf = (entity) => t(entity.path ? "globe3d.path" : entity.polygon ? "globe3d.area" : entity.polyline ? "globe3d.line" : "globe3d.place");
const spanOf = (entity) => { const mark = markOf(entity); return `${utc(mark.start, false)} – ${utc(mark.end, false)} UTC`; };

function spheres() {
  return all().map((entity) => {
    const sphere = new cesium.BoundingSphere();
    const told = widget.dataSourceDisplay.getBoundingSphere(entity, false, sphere);
    return told === cesium.BoundingSphereState.DONE ? sphere : null;
  });
}

const PLACES = ["position", "polygon.hierarchy", "polyline.positions"];

/** Where an entity is at the clock's time: a list of points, empty when it is nowhere then. */
function pointsOf(entity) {
  return PLACES.flatMap((path) => {
    const value = path.split(".").reduce((part, name) => part?.[name], entity)?.getValue(widget.clock.currentTime);
    return value ? [value.positions ?? value].flat() : [];
  });
}

function lookAtAll() {
  const near = all().filter((entity) => entity.polygon || entity.path || /^launch-site/.test(entity.id));
  const points = (near.length ? near : all()).flatMap(pointsOf);
  look(points, near.some((entity) => entity.path) ? 1.2e7 : 2.6e6);
}

const lookAt = (entity) => look(pointsOf(entity), entity.path ? 4e6 : 1.2e6);

function look(points, least) {
  if (!points.length) return;
  const around = cesium.BoundingSphere.fromPoints(points);
  const offset = new cesium.HeadingPitchRange(0, -1.2, Math.max(around.radius * 3, least));
  widget.camera.flyToBoundingSphere(around, { duration: 0, offset });
  widget.scene.requestRender();
}

/** Tests read how many shapes the renderer has really made: one whose asset is missing never comes to be drawn. */
function count() {
  const shown = all().filter((entity) => entity.isAvailable(widget.clock.currentTime)).length;
  const done = spheres().filter(Boolean).length;
  document.body.dataset.shown = String(shown);
  document.body.dataset.drawn = String(done);
  if (done < shown || !widget.scene.globe.tilesLoaded) { widget.scene.requestRender(); setTimeout(count, 500); } else document.body.dataset.state = "drawn";
}

document.addEventListener("keydown", (event) => {
  if (event.target.closest?.("input, select, button")) return;
  const minute = event.shiftKey ? 600000 : 60000;
  if (event.key === " ") { event.preventDefault(); clock.toggle(); }
  else if (event.key === "ArrowLeft" || event.key === "ArrowRight") showTime(new Date(+now + (event.key === "ArrowLeft" ? -minute : minute)));
});

begin();
