// The Satellite view: one object's orbit, track, what its camera can be turned to, and its element sets.

import { askFile } from "./api.js";
import { h, fill, s, save } from "./dom.js";
import { csv, exportMenu, panelMenu, saveBlob } from "./export.js";
import { failed, problems, waiting } from "./findings.js";
import { utc } from "./format.js";
import { t } from "./i18n.js";
import { say, sayAll } from "./said.js";
import { ageSign, lastOf, pager } from "./plan.js";
import { onTrack } from "./scene.js";
import { reason } from "./sites.js";
import { goodTime, set } from "./state.js";

const SHOWN = 50;
const STEP_S = 300; // of the ground-track table

/** The form; it is made once. */
export function makeSatelliteForm({ onAsk, onElements }) {
  const sat = h("input", { id: "sat", class: "grow", maxlength: 60, list: "objects" });
  const objects = h("datalist", { id: "objects" });
  const from = h("input", { id: "s-from", class: "grow", maxlength: 20, placeholder: "2024-06-07T00:00Z" });
  const sets = h("input", { id: "s-sets", type: "file", accept: ".tle,.txt,.json,.csv,.xml,.kvn" });
  const answer = h("button", { type: "submit", class: "main" });
  const held = h("p", { class: "small" });
  const labels = {};
  const labelled = (control, key) => h("label", { class: "grow", for: control.id }, (labels[key] = h("span", {})), control);
  const form = h("form", { class: "paste", novalidate: true }, objects,
    h("div", { class: "row" }, labelled(sat, "satellite.which")), h("div", { class: "row" }, labelled(sets, "sites.sets")),
    h("div", { class: "row" }, labelled(from, "satellite.at"), answer), held);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    from.setCustomValidity(goodTime(from.value.trim()) ? "" : t("sites.from.bad"));
    if (form.reportValidity()) onAsk({ sat: sat.value.trim(), from: from.value.trim() });
  });
  from.addEventListener("input", () => from.setCustomValidity(""));
  sets.addEventListener("change", () => sets.files[0] && onElements(sets.files[0]));
  let named = null;
  const shown = new Map();
  return {
    element: form,
    show(state, files, list) {
      for (const [key, span] of Object.entries(labels)) span.textContent = t(key);
      answer.textContent = t("satellite.answer");
      held.textContent = files.sets ? t("held.sets", { name: files.setsName }) : "";
      held.hidden = !files.sets;
      for (const [control, value] of [[sat, state.sat], [from, state.from]]) {
        if (shown.get(control) === value || document.activeElement === control) continue; // what was typed stays until it is sent
        shown.set(control, value);
        control.value = value;
      }
      if (list && list !== named) objects.replaceChildren(...list.slice(0, 500).map((item) => h("option", { value: item.norad_id }, item.name)));
      named = list;
    },
  };
}

/** Draw the view. `data` is {body, error, progress}. */
export function showSatellite(panel, form, state, data, use) {
  const inputs = h("details", { id: "inputs", open: !data.body && !data.progress }, h("summary", {}, t("satellite.inputs")), form.element);
  const children = [];
  if (data.progress) children.push(h("h1", {}, t("view.satellite")), waiting(t("state.working"), 0, 0, use.cancel), inputs);
  else if (data.error) children.push(h("h1", {}, t("view.satellite")), failed(data.error, use.again), inputs);
  else if (!data.body) children.push(h("h1", {}, t("view.satellite")), h("div", { class: "state" }, t("satellite.empty")), inputs);
  else children.push(...answered(data, inputs, state, use));
  fill(panel, children);
}

function answered(data, inputs, state, use) {
  const { body } = data;
  const item = body.items[0];
  const set_ = item.elements;
  const why = state.sel === body.finding.id;
  const late = body.finding.estimates.along_track_s.high;
  return [
    h("div", { class: "row" }, h("h1", { class: "grow" }, say(item.name)), menu(data, state, use)),
    h("p", { class: "lead", id: "sentence" }, t(set_.age_days < -0.05 ? "satellite.sentence.later" : "satellite.sentence", { name: item.name, perigee: set_.perigee_km.toFixed(0), apogee: set_.apogee_km.toFixed(0), inclination: set_.inclination_deg.toFixed(1), age: Math.abs(set_.age_days).toFixed(1) })),
    h("p", { class: "number", id: "number" }, h("b", {}, `${set_.perigee_km.toFixed(0)} × ${set_.apogee_km.toFixed(0)} km`), h("span", { class: "soft" }, t("satellite.along", { late: late < 1 ? "< 1" : late.toFixed(0), km: (late * 7.6).toFixed(0) })), h("span", { class: "grow" }, `${t("ages.elements")} `, ageSign(set_.age_days)),
      h("button", { type: "button", "aria-expanded": why ? "true" : "false", "aria-controls": "why", onclick: () => set({ sel: why ? "" : body.finding.id }) }, t(why ? "why.close" : "why"))),
    why ? reason(body.finding, state) : null,
    use.stale(data),
    item.jump ? h("p", {}, h("span", { class: "sign look", "data-sign": "!" }, t("satellite.jump")), " ", say(item.jump)) : null,
    inputs,
    problems(body.problems),
    h("h2", {}, t("satellite.now")), here(data, use),
    h("h2", {}, t("satellite.reach")), reach(item),
    ...historyPart(item, data, use),
    sets(item.sets, set_, data, state, use),
    h("h2", {}, t("satellite.track")), trackTable(body.track, data, use),
    h("p", { class: "small" }, t("satellite.cannot")),
  ];
}

/** The element sets over time, with a menu that gives the pictures and the rows. */
function historyPart(item, data, use) {
  const title = h("h2", { class: "grow" }, t("satellite.history", { n: item.sets.length }));
  if (item.sets.length < 2) return [title, h("p", { class: "small" }, t("satellite.history.one"))];
  const pictures = history(item.sets, use);
  const menu = panelMenu(`${item.norad_id}-history`, { picture: () => [...pictures.querySelectorAll("svg")], files: [["CSV", "csv", file("csv", data, use)]], of: "satellite.mean_height" }, use.say);
  return [h("div", { class: "row" }, title, menu), pictures];
}

/** A file of this satellite at the moment asked, by the engine's own writer. */
const file = (form, data, use) => () => askFile(`/api/satellite/export/${form}`, { ...use.question(), at: data.body.generated, lang: document.documentElement.lang });

/** Where it is by the clock; kept to be written anew while the clock plays. */
function here(data, use) {
  data.here = h("dl", { class: "facts", id: "here" });
  showHere(data, use.time);
  return data.here;
}

/** Write where it is. */
export function showHere(data, time) {
  if (!data.here || !data.body) return;
  const at = time && onTrack(data.body.track, time);
  const rows = at
    ? [["column.time", `${utc(time)} UTC`], ["column.latitude", `${at[1].toFixed(2)}°`], ["column.longitude", `${at[0].toFixed(2)}°`], ["column.height", `${(at[2] / 1000).toFixed(0)} km`], ["column.light", t(at[3] ? "satellite.sunlit" : "satellite.shadow")]]
    : [["column.time", t("satellite.outside")]];
  fill(data.here, rows.map(([key, value]) => [h("dt", {}, t(key)), h("dd", {}, value)]));
}

function reach(item) {
  const imager = item.imager;
  if (!item.reach) return h("p", {}, t("satellite.reach.none"));
  const limit = (one) => (one.incidence_deg ? `${one.incidence_deg[0].toFixed(0)}–${one.incidence_deg[1].toFixed(0)}° ${t("column.incidence").toLowerCase()}` : `${one.off_nadir_deg.toFixed(1)}° ${t("column.off_nadir").toLowerCase()}`);
  const assumed = item.reach.basis === "assumed";
  return h("div", {}, h("dl", { class: "facts", id: "reach" },
    [["satellite.reach.sure", limit(item.reach.sure)], ["satellite.reach.possible", limit(item.reach.possible)],
      ["satellite.reach.basis", h("span", { class: `sign ${assumed ? "look" : "fits"}`, "data-sign": assumed ? "!" : "=" }, t(assumed ? "reach.basis.assumed" : "reach.basis.published"))],
      ["satellite.imager", sayAll([imager.name, imager.kind, imager.owner], ", ")]].map(([key, value]) => [h("dt", {}, t(key)), h("dd", {}, value)])),
    assumed ? h("p", { class: "small" }, t("reach.assumed")) : null, imager.scenario ? h("p", { class: "small" }, say(imager.scenario)) : null,
    h("p", { class: "small" }, t("satellite.reach.key")));
}

/** Mean height, period and inclination over the epochs: what was done to the orbit shows as a step. */
function history(list, use) {
  const width = Math.max(320, Math.min(620, use.width - 34));
  const times = list.map((item) => +new Date(item.epoch));
  const [from, to] = [times[0], times.at(-1)];
  return h("div", { id: "history" }, [["mean_height_km", "satellite.mean_height", "km", 2], ["period_min", "satellite.period", "min", 3], ["inclination_deg", "satellite.inclination", "°", 3]].map(([key, label, unit, digits]) => plot(list, times, from, to, key, t(label), unit, digits, width)));
}

function plot(list, times, from, to, key, label, unit, digits, width) {
  const [left, high] = [64, 84];
  const values = list.map((item) => item[key]);
  const [low, top] = [Math.min(...values), Math.max(...values)];
  const x = (when) => left + ((when - from) / (to - from || 1)) * (width - left - 8);
  const y = (value) => 16 + (1 - (value - low) / (top - low || 1)) * (high - 34);
  const kept = thinned(values, Math.max(2, Math.floor(width / 2)));
  const points = kept.map((i) => `${x(times[i]).toFixed(1)} ${y(values[i]).toFixed(1)}`);
  const picture = s("svg", { class: "plot", viewBox: `0 0 ${width} ${high}`, role: "img", "aria-label": t("satellite.plot", { what: label, low: low.toFixed(digits), high: top.toFixed(digits), unit }) },
    s("text", { class: "soft", x: 0, y: 10 }, `${label} [${unit}]`),
    s("line", { x1: left, x2: width - 8, y1: high - 14, y2: high - 14 }),
    s("text", { class: "soft", x: left - 4, y: 22, "text-anchor": "end" }, top.toFixed(digits)), top > low ? s("text", { class: "soft", x: left - 4, y: high - 16, "text-anchor": "end" }, low.toFixed(digits)) : null,
    s("text", { class: "soft", x: left, y: high - 2 }, utc(from).slice(0, 10)), s("text", { class: "soft", x: width - 8, y: high - 2, "text-anchor": "end" }, utc(to).slice(0, 10)),
    s("path", { d: `M${points.join("L")}` }),
    kept.length <= 120 ? kept.map((i) => s("circle", { cx: x(times[i]), cy: y(values[i]), r: 3, onclick: () => set({ from: list[i].epoch, t: "" }) }, s("title", {}, `${utc(times[i])} UTC: ${values[i].toFixed(digits)} ${unit}`))) : null);
  return picture;
}

/** Indices of at most about two values a pixel: the least and the greatest of each piece, so that no step is lost. */
export function thinned(values, pieces) {
  if (values.length <= 2 * pieces) return values.map((_, i) => i);
  const kept = new Set([0, values.length - 1]);
  const size = values.length / pieces;
  for (let piece = 0; piece < pieces; piece++) {
    let [least, most] = [Math.floor(piece * size), Math.floor(piece * size)];
    for (let i = least; i < Math.min(values.length, Math.floor((piece + 1) * size)); i++) {
      if (values[i] < values[least]) least = i;
      if (values[i] > values[most]) most = i;
    }
    kept.add(least).add(most);
  }
  return [...kept].sort((a, b) => a - b);
}

function sets(list, used, data, state, use) {
  const rows = [...list].reverse();
  const page = Math.min(data.setPage ?? 0, Math.ceil(rows.length / SHOWN) - 1);
  return h("div", {}, pager("sets", rows.length, SHOWN, page, (n) => { data.setPage = n; use.draw(); }), h("div", { class: "scroll" }, h("table", { id: "elementsets", "aria-rowcount": rows.length + 1 },
    h("thead", {}, h("tr", {}, [["column.epoch", ""], ["column.age", "n"], ["satellite.heights", "n"], ["satellite.inclination", "n"], ["satellite.period", "n"], ["column.source", ""]].map(([key, kind]) => h("th", { scope: "col", class: kind }, t(key))))),
    h("tbody", {}, rows.slice(page * SHOWN, (page + 1) * SHOWN).map((row, i) => h("tr", { class: "pickable", "aria-rowindex": page * SHOWN + i + 2, "aria-selected": row.epoch === used.epoch ? "true" : "false", onclick: () => set({ from: row.epoch, t: "" }) },
      h("td", { class: "t" }, h("button", { type: "button", class: "as-link", "data-id": `set:${row.epoch}`, title: t("satellite.ask_at"), onclick: (event) => { event.stopPropagation(); set({ from: row.epoch, t: "" }); } }, utc(row.epoch, false))), h("td", { class: "n" }, ageSign(row.age_days)),
      h("td", { class: "n" }, `${row.perigee_km.toFixed(0)} × ${row.apogee_km.toFixed(0)}`), h("td", { class: "n" }, row.inclination_deg.toFixed(3)), h("td", { class: "n" }, row.period_min.toFixed(3)), h("td", {}, say(row.source))))))),
    h("p", { class: "small" }, t("satellite.sets.note")));
}

/** Places every five minutes. */
export function trackRows(track) {
  const zero = +new Date(track.start);
  const rows = [];
  for (let when = Math.ceil((zero + track.time[0] * 1000) / (STEP_S * 1000)) * STEP_S * 1000; when <= zero + track.time.at(-1) * 1000; when += STEP_S * 1000) {
    const at = onTrack(track, new Date(when));
    if (at) rows.push({ time: `${new Date(when).toISOString().slice(0, 19)}Z`, latitude_deg: +at[1].toFixed(3), longitude_deg: +at[0].toFixed(3), height_km: +(at[2] / 1000).toFixed(1), sunlit: Boolean(at[3]) });
  }
  return rows;
}

function trackTable(track, data, use) {
  if (!track.time.length) return h("p", {}, t("state.nothing"));
  data.trackRows ??= trackRows(track);
  const rows = data.trackRows;
  const page = Math.min(data.trackPage ?? 0, Math.ceil(rows.length / SHOWN) - 1);
  return h("div", {}, pager("track", rows.length, SHOWN, page, (n) => { data.trackPage = n; use.draw(); }), h("div", { class: "scroll" }, h("table", { id: "track", "aria-rowcount": rows.length + 1 },
    h("thead", {}, h("tr", {}, [["column.time", "", " UTC"], ["column.latitude", "n"], ["column.longitude", "n"], ["column.height", "n", " km"], ["column.light", ""]].map(([key, kind, more]) => h("th", { scope: "col", class: kind }, t(key), more ?? "")))),
    h("tbody", {}, rows.slice(page * SHOWN, (page + 1) * SHOWN).map((row, i) => h("tr", { class: "pickable", "aria-rowindex": page * SHOWN + i + 2, onclick: () => set({ t: row.time }) },
      h("td", { class: "t" }, h("button", { type: "button", class: "as-link", "data-id": `track:${row.time}`, onclick: (event) => { event.stopPropagation(); set({ t: row.time }); } }, utc(row.time, false).slice(5))), h("td", { class: "n" }, row.latitude_deg.toFixed(2)), h("td", { class: "n" }, row.longitude_deg.toFixed(2)), h("td", { class: "n" }, row.height_km.toFixed(0)), h("td", {}, t(row.sunlit ? "satellite.sunlit" : "satellite.shadow"))))))));
}

function menu(data, state, use) {
  const { body } = data;
  const name = `bongsu-${body.items[0].norad_id}`;
  const made = (form, ending = `.${form}`) => async () => saveBlob(`${name}${ending}`, await file(form, data, use)());
  return exportMenu([
    [t("export.html"), made("html")], [t("export.pdf"), made("pdf")], [t("export.picture"), made("png")], [t("export.svg"), made("svg")],
    [t("export.sets.csv"), made("csv", "-sets.csv")],
    [t("export.track.csv"), () => { save(`${name}-track.csv`, csv(trackRows(body.track)), "text/csv"); return t("export.saved", { name: `${name}-track.csv` }); }],
    ["JSON", made("json")], ["GeoJSON", made("geojson")], ["KML", made("kml")], ["CZML", made("czml")],
    ...lastOf(`${name}-map.png`, body.command, use),
  ], use.say, "answer");
}
