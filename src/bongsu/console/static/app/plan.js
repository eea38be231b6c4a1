// Exposures of places to imagers: rows, bars, a table in pages, one card. Watch and Sites show the same ones.

import { askFile } from "./api.js";
import { h, s } from "./dom.js";
import { copy, exportMenu, saveBlob } from "./export.js";
import { margin, utc } from "./format.js";
import { t } from "./i18n.js";
import { say, saidText } from "./said.js";
import { onTrack } from "./scene.js";
import { set } from "./state.js";

export const LEVELS = ["WARN", "watch", "night"];
const SIGNS = ["▲", "◆", "○"];
const CLASSES = ["against", "look", "open"];
const SHOWN = 100; // rows of a page
const PLACES = 40; // rows of the bars on a page
const RADIANS = Math.PI / 180;
const ISO = (when) => `${new Date(when).toISOString().slice(0, 19)}Z`;

/** Rows of the columns that the engine sends; times in ms, the rest as it stands there. */
export function unpack(plan) {
  if (!plan) return [];
  const c = plan.columns;
  const zero = +new Date(plan.start);
  return c.id.map((id, i) => ({
    id, place: plan.places[c.place[i]].name, placeIndex: c.place[i], who: plan.satellites[c.satellite[i]].name,
    norad_id: plan.satellites[c.satellite[i]].norad_id, owner: plan.satellites[c.satellite[i]].owner, age_days: plan.satellites[c.satellite[i]].age_days,
    level: c.level[i], why: plan.words[c.why[i]], notes: c.notes[i].map((n) => plan.words[n]),
    start: zero + c.start[i] * 1000, best: zero + c.best[i] * 1000, end: zero + c.end[i] * 1000, open: c.open[i],
    off_nadir_deg: c.off_nadir_deg[i], incidence_deg: c.incidence_deg[i], range_m: c.range_m[i], sun: c.sun_elevation_deg[i],
    gsd: c.gsd_across_m[i], gsd_along: c.gsd_along_m[i], timing_s: c.timing_s[i], assumed: c.assumed[i] === 1, right: c.right[i] === 1,
  }));
}

/** The same rows from passes above the horizon, which have no level but daylight or night. */
export function unpackPasses(body) {
  const places = [...new Set(body.items.map((row) => row.site))];
  const pair = (item) => (item ? [item.low, item.high] : null);
  return body.items.map((row) => ({
    id: `pass:${row.norad_id}:${row.site}:${row.rise}`, place: row.site, placeIndex: places.indexOf(row.site), who: String(row.norad_id), norad_id: row.norad_id, owner: "",
    level: null, why: "", notes: [], start: +new Date(row.rise), best: +new Date(row.closest), end: +new Date(row.set), open: (row.open_start ? 1 : 0) + (row.open_end ? 2 : 0),
    off_nadir_deg: row.off_nadir_deg, incidence_deg: row.incidence_deg, range_m: row.range_m, sun: row.sun_elevation_deg, elevation_deg: row.max_elevation_deg,
    gsd: pair(row.gsd_across_m), gsd_along: pair(row.gsd_along_m), timing_s: row.timing_s, assumed: false, right: null,
  }));
}

/** A level with word, shape and colour; a pass above the horizon says day or night instead. */
export function levelSign(row) {
  if (row.level === null) {
    const light = row.sun > 0;
    return h("span", { class: `sign ${light ? "look" : "open"}`, "data-sign": light ? "☀" : "☾" }, t(light ? "light.day" : "light.night"));
  }
  return h("span", { class: `sign level ${CLASSES[row.level]}`, "data-sign": SIGNS[row.level] }, t(`level.${LEVELS[row.level]}`));
}

export const gsdWords = (pair) => (!pair ? "–" : pair[0] === pair[1] ? pair[0].toFixed(1) : `${pair[0].toFixed(1)}–${pair[1].toFixed(1)}`);

/** Rows that are shown: down to the least level, and of one place where one is chosen. */
export function shownRows(rows, state) {
  const least = LEVELS.indexOf(state.level);
  const place = state.sel.startsWith("site:") ? state.sel.slice(5) : "";
  return rows.filter((row) => (row.level === null || row.level <= least) && (!place || row.place === place));
}

/** Back and forth through many rows. */
export function pager(name, total, size, page, onPage) {
  if (total <= size) return null;
  const last = Math.ceil(total / size) - 1;
  const to = (n) => () => onPage(Math.max(0, Math.min(last, n)));
  return h("div", { class: "pager", role: "group", "aria-label": t("pages") },
    h("button", { type: "button", id: `${name}-first`, disabled: page === 0, "aria-label": t("pages.first"), onclick: to(0) }, "⇤"),
    h("button", { type: "button", id: `${name}-back`, disabled: page === 0, "aria-label": t("pages.back"), onclick: to(page - 1) }, "←"),
    h("span", { class: "soft" }, t("pages.of", { from: (page * size + 1).toLocaleString("en"), to: Math.min(total, (page + 1) * size).toLocaleString("en"), n: total.toLocaleString("en") })),
    h("button", { type: "button", id: `${name}-on`, disabled: page === last, "aria-label": t("pages.on"), onclick: to(page + 1) }, "→"),
    h("button", { type: "button", id: `${name}-last`, disabled: page === last, "aria-label": t("pages.last"), onclick: to(last) }, "⇥"));
}

/**
 * Places down, hours across, a bar for each exposure. `data` keeps the picture between drawings: it is made anew only when
 * something in it changed, so that ten thousand bars cost nothing while the clock plays.
 */
export function matrix(rows, data, state, use) {
  const width = Math.max(320, Math.min(620, use.width - 34));
  const places = data.placeNames.filter((name) => !state.sel.startsWith("site:") || name === state.sel.slice(5));
  const page = Math.min(data.placePage ?? 0, Math.max(0, Math.ceil(places.length / PLACES) - 1));
  const key = [data.number, state.level, page, width, state.sel.startsWith("site:") ? state.sel : "", document.documentElement.lang].join("|");
  if (data.matrixKey !== key) {
    data.matrixKey = key;
    data.matrix = drawMatrix(rows, places.slice(page * PLACES, (page + 1) * PLACES), data, width);
  }
  markMatrix(data, state, use.time);
  const legend = rows.length && rows[0].level === null ? h("p", { class: "small" }, t("sites.bars.key"))
    : h("p", { class: "small" }, ...LEVELS.map((word, level) => [level ? "  " : "", levelSign({ level }), " ", t(`level.${word}.means`)]));
  return h("div", {}, data.matrix.picture, pager("places", places.length, PLACES, page, (n) => { data.placePage = n; use.draw(); }), legend);
}

function drawMatrix(rows, places, data, width) {
  const left = Math.min(112, Math.round(width * 0.25));
  const high = places.length * 20 + 22;
  const x = (when) => left + ((when - data.from) / (data.to - data.from)) * (width - left - 4);
  const picture = s("svg", { class: "bars", viewBox: `0 0 ${width} ${high}`, role: "img", "aria-label": t("sites.bars.label", { n: rows.length, places: places.length }) });
  let free = 0;
  for (const tick of dayTicks(data.from, data.to)) {
    const at = x(tick.when);
    picture.append(s("line", { x1: at, x2: at, y1: 14, y2: high }));
    if (at < free || at > width - 34) continue;
    picture.append(s("text", { class: "soft", x: at + 2, y: 11 }, tick.words));
    free = at + tick.words.length * 7 + 6;
  }
  const byPlace = new Map(places.map((name) => [name, []]));
  for (const row of rows) byPlace.get(row.place)?.push(row);
  const bars = new Map();
  [...byPlace].forEach(([name, own], index) => {
    const y = 18 + index * 20;
    const room = Math.max(8, Math.floor(left / 7));
    picture.append(s("text", { class: "place", x: 0, y: y + 11, onclick: () => set({ sel: `site:${name}` }) }, cut(saidText(name), room)));
    for (const bar of merged(own, x)) {
      const rect = s("rect", { class: barClass(bar.level, bar.rows[0]), x: bar.x, y: y + [0, 3, 5][bar.level ?? 0], width: bar.wide, height: [14, 9, 5][bar.level ?? 0], onclick: () => set({ sel: bar.rows[0].id }) },
        s("title", {}, bar.rows.length > 1 ? t("sites.bars.merged", { n: bar.rows.length, from: utc(bar.rows[0].start), to: utc(bar.rows.at(-1).end) }) : `${saidText(name)}: ${utc(bar.rows[0].start)} – ${utc(bar.rows[0].end).slice(11)} UTC, ${saidText(bar.rows[0].who)}`));
      picture.append(rect);
      for (const row of bar.rows) bars.set(row.id, rect);
    }
  });
  const now = s("line", { class: "now", y1: 14, y2: high, x1: -9, x2: -9 });
  picture.append(now);
  return { picture, bars, now, x, left, width };
}

const barClass = (level, row) => (level === null ? (row.sun > 0 ? "pass" : "dark") : `${level === 2 ? "dark" : "pass"} ${LEVELS[level]}`);

/** Bars of one place: neighbours of one level that would lie within a pixel of each other are one bar. */
function merged(rows, x) {
  const bars = [];
  const open = new Map();
  for (const row of rows) {
    const from = x(row.start);
    const to = Math.max(from + 3, x(row.end));
    const kind = row.level ?? (row.sun > 0 ? "day" : "dark");
    const before = open.get(kind);
    if (before && from < before.x + before.wide - 2) {
      before.rows.push(row);
      before.wide = Math.max(before.wide, to - before.x);
    } else {
      const bar = { x: from, wide: to - from, level: row.level, rows: [row] };
      open.set(kind, bar);
      bars.push(bar);
    }
  }
  return bars.sort((a, b) => (b.level ?? 0) - (a.level ?? 0)); // the highest level is drawn last, on top
}

/** The clock's line and what is chosen, without drawing the bars anew. */
export function markMatrix(data, state, time) {
  const drawn = data.matrix;
  if (!drawn) return;
  for (const rect of drawn.picture.querySelectorAll(".picked")) rect.classList.remove("picked");
  drawn.bars.get(state.sel)?.classList.add("picked");
  const at = time ? drawn.x(+time) : -9;
  const seen = at >= drawn.left && at <= drawn.width;
  drawn.now.setAttribute("x1", seen ? at : -9);
  drawn.now.setAttribute("x2", seen ? at : -9);
}

function dayTicks(from, to) {
  const hour = 3600000;
  const steps = [3, 6, 12, 24, 48, 96, 168, 336].map((n) => n * hour);
  const step = steps.find((size) => (to - from) / size <= 8) ?? steps.at(-1);
  const ticks = [];
  for (let at = Math.ceil(from / step) * step; at < to; at += step) {
    const text = new Date(at).toISOString();
    ticks.push({ when: at, words: text.slice(11, 13) === "00" ? text.slice(5, 10) : `${text.slice(11, 13)}h` });
  }
  return ticks;
}

/** A name in no more than so many letters; those of Korean and Japanese are as wide as two. */
function cut(name, room) {
  const most = /[\u1100-\u9fff\uac00-\ud7a3]/.test(name) ? Math.ceil(room / 2) + 1 : room;
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

/** The rows as a table, a page at a time; the page follows what is chosen. */
export function table(rows, data, state, use) {
  const reach = !rows.length || rows[0].level !== null;
  const index = rows.findIndex((row) => row.id === state.sel);
  if (index >= 0 && data.shownSel !== state.sel) data.page = Math.floor(index / SHOWN);
  data.shownSel = state.sel;
  const page = Math.min(data.page ?? 0, Math.max(0, Math.ceil(rows.length / SHOWN) - 1));
  const turn = (n) => { data.page = n; use.draw(); };
  const head = [["column.start", " UTC"], [reach ? "column.level" : "column.light"], ["site"], ["satellite"], ["column.best", ""], ...(reach ? [] : [["column.elevation", "", "n"]]), ["column.off_nadir", "", "n"], ["column.gsd", "", "n"], ["column.sun", "", "n"]];
  return h("div", {}, pager("rows", rows.length, SHOWN, page, turn), h("div", { class: "scroll" }, h("table", { id: "passes", "aria-rowcount": rows.length + 1 },
    h("thead", {}, h("tr", {}, head.map(([key, more, kind]) => h("th", { scope: "col", class: kind ?? "" }, t(key), more ?? "")))),
    h("tbody", {}, rows.slice(page * SHOWN, (page + 1) * SHOWN).map((row, i) => h("tr", { class: "pickable", "aria-rowindex": page * SHOWN + i + 2, "aria-selected": state.sel === row.id ? "true" : "false", onclick: () => set({ sel: state.sel === row.id ? "" : row.id }) },
      h("td", { class: "t" }, h("button", { type: "button", class: "as-link", "data-id": row.id, onclick: (event) => { event.stopPropagation(); set({ sel: row.id }); } }, `${row.open & 1 ? "< " : ""}${utc(row.start).slice(5)}`)),
      h("td", {}, levelSign(row)), h("td", {}, say(row.place)), h("td", { class: "t" }, say(row.who)), h("td", { class: "t" }, utc(row.best).slice(11)), reach ? null : h("td", { class: "n" }, row.elevation_deg.toFixed(0)),
      h("td", { class: "n" }, `${row.off_nadir_deg.toFixed(0)}${row.assumed ? "*" : ""}`), h("td", { class: "n" }, gsdWords(row.gsd)), h("td", { class: "n" }, row.sun.toFixed(0))))))),
    rows.length > SHOWN ? pager("rows2", rows.length, SHOWN, page, turn) : null,
    rows.some((row) => row.assumed) ? h("p", { class: "small" }, t("reach.assumed")) : null);
}

/** One exposure whole, with its path over the place's sky where the track is known. */
export function card(row, data) {
  const track = data.tracks.find((item) => item.norad_id === row.norad_id);
  const site = data.places.find((item) => item.name === row.place);
  const entries = [["site", say(row.place)], ["satellite", [say(row.who), String(row.norad_id) === row.who ? "" : ` (${row.norad_id})`, row.owner ? ", " : "", row.owner ? say(row.owner) : ""]],
    ["column.start", `${row.open & 1 ? "< " : ""}${utc(row.start)} UTC`], ["column.best", `${utc(row.best)} UTC ${row.timing_s === null ? "" : margin(row.timing_s)}`], ["column.end", `${utc(row.end)} UTC${row.open & 2 ? " >" : ""}`],
    ...(row.elevation_deg === undefined ? [] : [["column.elevation", `${row.elevation_deg.toFixed(1)}°`]]),
    ["column.off_nadir", `${row.off_nadir_deg.toFixed(1)}°${row.right === null ? "" : row.right ? ` ${t("side.right")}` : ` ${t("side.left")}`}${row.assumed ? " *" : ""}`], ["column.incidence", `${row.incidence_deg.toFixed(1)}°`],
    ["column.range", `${(row.range_m / 1000).toFixed(0)} km`], ["column.sun", `${row.sun.toFixed(0)}°`], ["column.gsd", row.gsd ? `${gsdWords(row.gsd)} × ${gsdWords(row.gsd_along)} m` : t("unknown.short")]];
  return h("div", { class: "why", id: "why" }, h("div", { class: "row" }, levelSign(row), h("span", { class: "soft grow" }, say(row.why)), h("button", { type: "button", onclick: () => set({ sel: "" }) }, t("why.close"))),
    h("div", { class: "row" }, h("dl", { class: "grow" }, entries.map(([key, value]) => [h("dt", {}, t(key)), h("dd", {}, value)])), track && site ? sky(row, track, site) : null),
    row.assumed ? h("p", { class: "small" }, t("reach.assumed")) : null,
    row.notes.length ? h("ul", { class: "small" }, row.notes.map((note) => h("li", {}, say(note)))) : null);
}

/** Where the satellite goes on the site's sky: north up, east right, horizon outside. */
function sky(row, track, site) {
  const points = [];
  const margin_ms = row.level === null ? 0 : 180000; // what is within reach is a short piece of the pass
  const [start, end] = [row.start - margin_ms, row.end + margin_ms];
  for (let i = 0; i <= 60; i++) {
    const here = onTrack(track, new Date(start + ((end - start) * i) / 60));
    const seen = here && lookAngles(site, here);
    if (seen && seen[1] > 0) points.push(seen);
  }
  if (points.length < 2) return null;
  const xy = ([azimuth, elevation]) => [50 + ((90 - elevation) / 90) * 44 * Math.sin(azimuth * RADIANS), 50 - ((90 - elevation) / 90) * 44 * Math.cos(azimuth * RADIANS)];
  const top = points.reduce((a, b) => (b[1] > a[1] ? b : a));
  const [tx, ty] = xy(top);
  return s("svg", { class: "sky", viewBox: "-4 -5 108 112", role: "img", "aria-label": t("sky", { azimuth: top[0].toFixed(0), elevation: top[1].toFixed(0) }) },
    [44, 29.3, 14.7].map((r) => s("circle", { cx: 50, cy: 50, r })),
    s("line", { x1: 50, x2: 50, y1: 6, y2: 94 }), s("line", { x1: 6, x2: 94, y1: 50, y2: 50 }),
    [["N", 50, 5.5], ["E", 97, 53], ["S", 50, 102], ["W", 3, 53]].map(([words, x, y]) => s("text", { x, y, "text-anchor": "middle" }, words)),
    s("path", { d: `M${points.map((p) => xy(p).map((v) => v.toFixed(1)).join(" ")).join("L")}` }),
    s("circle", { class: "top", cx: tx, cy: ty, r: 2.6 }));
}

/** Azimuth and elevation of [longitude, latitude, height m] from a site, on WGS 84. [deg] */
export function lookAngles(site, [longitude, latitude, height]) {
  const from = fixed(site.latitude, site.longitude, 0);
  const to = fixed(latitude, longitude, height);
  const d = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const [a, b] = [site.latitude * RADIANS, site.longitude * RADIANS];
  const east = -Math.sin(b) * d[0] + Math.cos(b) * d[1];
  const north = -Math.sin(a) * Math.cos(b) * d[0] - Math.sin(a) * Math.sin(b) * d[1] + Math.cos(a) * d[2];
  const up = Math.cos(a) * Math.cos(b) * d[0] + Math.cos(a) * Math.sin(b) * d[1] + Math.sin(a) * d[2];
  return [(Math.atan2(east, north) / RADIANS + 360) % 360, Math.atan2(up, Math.hypot(east, north)) / RADIANS];
}

function fixed(latitude, longitude, height) {
  const [semiAxis, flattening] = [6378137, 1 / 298.257223563]; // WGS 84
  const e2 = flattening * (2 - flattening);
  const [a, b] = [latitude * RADIANS, longitude * RADIANS];
  const n = semiAxis / Math.sqrt(1 - e2 * Math.sin(a) ** 2);
  return [(n + height) * Math.cos(a) * Math.cos(b), (n + height) * Math.cos(a) * Math.sin(b), (n * (1 - e2) + height) * Math.sin(a)];
}

/** Ages of the element sets in use: amber and the word "old" after three days. */
export function ages(inputs) {
  if (!inputs?.length) return null;
  const sorted = [...inputs].sort((a, b) => Math.abs(b.age_days ?? 0) - Math.abs(a.age_days ?? 0));
  return h("details", { open: inputs.length < 4 }, h("summary", {}, t("ages", { n: inputs.length })),
    h("div", { class: "scroll" }, h("table", { id: "ages-table" },
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("satellite")), h("th", { scope: "col", class: "n" }, t("column.age")), h("th", { scope: "col" }, t("column.source")))),
      h("tbody", {}, sorted.slice(0, 200).map((item) => h("tr", {}, h("td", {}, item.name && item.name !== item.id ? [say(item.name), ` (${item.id})`] : item.id), h("td", { class: "n" }, ageSign(item.age_days)), h("td", {}, say(item.source))))))),
    inputs.length > 200 ? h("p", { class: "small" }, t("more", { n: inputs.length - 200 })) : null);
}

/** An age in days; a set from after the moment counts as far as one from before. */
export function ageSign(days) {
  if (days === null || days === undefined) return h("span", {}, t("unknown.short"));
  const words = t(days < -0.05 ? "age.later" : "age.days", { days: Math.abs(days).toFixed(1) });
  return Math.abs(days) > 3 ? h("span", { class: "sign look", "data-sign": "!" }, days < 0 ? words : `${words} ${t("age.old")}`) : h("span", {}, words);
}

/** Days from the element set nearest a past episode to that episode; null where the answer is of the present. */
export function nearestOf(inputs) {
  const near = inputs.map((item) => item.nearest_days).filter((days) => typeof days === "number");
  return near.length ? near.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a)) : null;
}

/** The same in words; the age of sets today says nothing of an episode that is over. */
export function nearSign(days) {
  const words = days === 0 ? t("age.within_it") : t(days < 0 ? "age.after_it" : "age.before_it", { days: Math.abs(days).toFixed(Math.abs(days) < 10 ? 1 : 0) });
  return Math.abs(days) > 3 ? h("span", { class: "sign look", "data-sign": "!" }, words) : h("span", {}, words);
}

/** Report, map and files by the engine's own writers, the command that gives the same, the link: of Watch and Sites. */
export function planMenu(name, data, state, use) {
  const { body } = data;
  const horizon = state.view === "sites" && state.by === "horizon";
  const called = horizon ? "passes" : name;
  const question = { ...use.question(), at: body.generated, level: state.level, lang: document.documentElement.lang };
  const { notices: _, ...plan } = question; // long, and no matter of a plan
  const file = (form, path = horizon ? "passes" : "plan") => async () => saveBlob(`bongsu-${called}.${form}`, await askFile(`/api/${path}/export/${form}`, path === "watch" ? question : plan));
  const drawn = state.view === "watch" ? "watch" : horizon ? "passes" : "plan";
  const json = horizon ? () => saveBlob(`bongsu-${called}.json`, new Blob([JSON.stringify(body, null, 1)], { type: "application/json" })) : file("json");
  const some = horizon ? body.command : body.plan;
  const level = body.plan && state.level !== "watch" ? ` --level ${state.level}` : "";
  return exportMenu([
    ...(some ? [[t("export.html"), file("html", drawn)], [t("export.pdf"), file("pdf", drawn)], [t("export.picture"), file("png", drawn)], [t("export.svg"), file("svg", drawn)],
      ["CSV", file("csv")], ["JSON", json], ["GeoJSON", file("geojson")], ["KML", file("kml", drawn)], ["CZML", file("czml")], [t("export.calendar"), file("ics")]] : []),
    ...lastOf(`bongsu-${called}-map.png`, body.command ? body.command + level : "", use),
  ], use.say, "answer");
}

/** What ends the menu of every view: the map as it stands, printing, the command, the link. */
export function lastOf(picture, command, use) {
  return [[t("export.view"), () => use.picture(picture)], [t("export.print"), () => { print(); return t("export.done"); }],
    command ? [t("export.command"), () => copy(command, t("export.copied"))] : null,
    [t("export.link"), () => copy(location.href, t(use.files.sets || use.files.places ? "export.link.files" : "export.copied"))]];
}

/** Marks for the clock's strip: exposures by level, those that would run into each other as one. */
export function marksOf(rows, from, to) {
  const apart = (to - from) / 400;
  const open = new Map();
  const marks = [];
  for (const row of [...rows].sort((a, b) => a.start - b.start)) {
    if (row.level === 2) continue;
    const kind = row.level === null ? "claim" : LEVELS[row.level];
    const before = open.get(kind);
    if (before && row.start < before.to + apart) {
      before.to = Math.max(before.to, row.end);
      before.end = ISO(before.to);
    } else {
      const mark = { kind, label: row.place, start: ISO(row.start), end: ISO(row.end), to: row.end };
      open.set(kind, mark);
      marks.push(mark);
    }
  }
  return marks.sort((a, b) => (a.kind === "WARN") - (b.kind === "WARN"));
}
