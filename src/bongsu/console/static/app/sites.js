// The Sites view: who is over my places, and when. Bars, a table and the map are the same passes.

import { fill, h, s, save } from "./dom.js";
import { copy, csv, exportMenu } from "./export.js";
import { failed, problems, waiting } from "./findings.js";
import { margin, place, utc } from "./format.js";
import { t } from "./i18n.js";
import { onTrack } from "./scene.js";
import { goodTime, set } from "./state.js";

const SHOWN = 500; // rows of the table; the export holds all of them
const RADIANS = Math.PI / 180;

/** The form; it is made once, so that what was typed stays. */
export function makeSiteForm({ onAsk, onElements }) {
  const field = (id, extra = {}) => h("input", { id, class: "grow", maxlength: 4000, ...extra });
  const sats = field("sats");
  const over = h("textarea", { id: "over", rows: 3, spellcheck: "false", maxlength: 20000 });
  const from = field("from", { maxlength: 20, placeholder: "2024-06-07T00:00Z" });
  const hours = field("hours", { type: "number", min: 1, max: 744, step: 1 });
  const sets = h("input", { id: "sets", type: "file", accept: ".tle,.txt,.json,.csv,.xml,.kvn" });
  const answer = h("button", { type: "submit", class: "main" });
  const labels = {};
  const labelled = (control, key) => h("label", { class: "grow", for: control.id }, (labels[key] = h("span", {})), control);
  const form = h("form", { class: "paste" },
    h("div", { class: "row" }, labelled(sats, "sites.satellites")),
    h("div", { class: "row" }, labelled(over, "sites.places")),
    h("div", { class: "row" }, labelled(from, "sites.from"), labelled(hours, "sites.hours")),
    h("div", { class: "row" }, labelled(sets, "sites.sets"), answer));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    from.setCustomValidity(goodTime(from.value.trim()) ? "" : t("sites.from.bad"));
    if (!form.reportValidity()) return;
    onAsk({ sats: sats.value.trim(), over: lines(over.value).join(";"), from: from.value.trim(), hours: String(hours.value || 72) });
  });
  from.addEventListener("input", () => from.setCustomValidity(""));
  sets.addEventListener("change", () => sets.files[0] && onElements(sets.files[0]));
  return {
    element: form,
    show(state) {
      for (const [key, span] of Object.entries(labels)) span.textContent = t(key);
      answer.textContent = t("sites.answer");
      over.placeholder = "Seoul\n35.10,129.10";
      if (document.activeElement !== sats) sats.value = state.sats;
      if (document.activeElement !== over) over.value = state.over.split(";").join("\n");
      if (document.activeElement !== from) from.value = state.from;
      if (document.activeElement !== hours) hours.value = state.hours;
    },
  };
}

export const lines = (text) => text.split(/[\n;]/).map((line) => line.trim()).filter(Boolean);
export const passId = (row) => `pass:${row.norad_id}:${row.site}:${row.rise}`;

/** Draw the view. `data` is {body, error, busy, tracks}. */
export function showSites(panel, form, state, data, use) {
  const children = [h("h1", {}, t("sites.title")), form.element];
  if (data.busy) children.push(waiting(t("state.working"), 0, 0, use.cancel));
  else if (data.error) children.push(failed(data.error, use.again));
  else if (!data.body) children.push(h("div", { class: "state" }, t("sites.empty")));
  else children.push(...answered(data, state, use));
  fill(panel, children);
}

function answered(data, state, use) {
  const { body } = data;
  const rows = body.items;
  const chosen = rows.find((row) => passId(row) === state.sel);
  const lit = rows.filter((row) => row.sun_elevation_deg > 0);
  const next = lit.find((row) => !use.time || new Date(row.set) > use.time) ?? lit[0];
  const places = [...new Set(rows.map((row) => row.site))];
  return [
    h("p", { class: "lead", id: "sentence" }, rows.length
      ? t("sites.sentence", { n: rows.length, lit: lit.length, places: lines(state.over).length, hours: state.hours })
      : t("sites.none", { hours: state.hours })),
    next ? h("p", { class: "number", id: "number" }, h("b", {}, `${utc(next.closest)} UTC`), h("span", { class: "soft" }, margin(next.timing_s)),
      h("span", { class: "grow" }, `${t("sites.next")} ${next.site}`), h("button", { type: "button", onclick: () => set({ sel: passId(next) }) }, t("show"))) : null,
    problems(body.problems, true),
    ...ages(body),
    rows.length ? [h("h2", {}, t("sites.bars")), bars(rows, places, state, use)] : null,
    chosen ? card(chosen, data.tracks, use) : null,
    rows.length ? [h("div", { class: "row" }, h("h2", { class: "grow" }, t("passes")), menu(body, state, use)), table(rows, state)] : null,
    h("p", { class: "small" }, t("sites.note")),
  ];
}

function ages(body) {
  const out = body.inputs.map((item) => {
    const old = Math.abs(item.age_days) > 3;
    return h("p", { class: "small" }, old ? h("span", { class: "sign look", "data-sign": "!" }, t("age.old")) : null, ` ${item.id}: `,
      t("age", { days: item.age_days.toFixed(1) }), ` (${item.source})`);
  });
  return [...out, body.notes?.length ? h("ul", { class: "small", lang: "en" }, body.notes.map((note) => h("li", {}, note))) : null];
}

function bars(rows, places, state, use) {
  const width = 480;
  const left = 92;
  const start = +new Date(use.start);
  const length = +state.hours * 3600000;
  const x = (when) => left + ((+new Date(when) - start) / length) * (width - left - 4);
  const shown = places.slice(0, 40);
  const picture = s("svg", { class: "bars", viewBox: `0 0 ${width} ${shown.length * 20 + 22}`, role: "img", "aria-label": t("sites.bars") });
  const days = Math.max(1, Math.round(length / 86400000));
  for (let day = 0; day <= days; day += Math.ceil(days / 8)) {
    const at = x(start + day * 86400000);
    if (at > width - 30) break;
    picture.append(s("line", { x1: at, x2: at, y1: 14, y2: shown.length * 20 + 18 }), s("text", { class: "soft", x: at + 2, y: 11 }, new Date(start + day * 86400000).toISOString().slice(5, 10)));
  }
  shown.forEach((name, index) => {
    const y = 18 + index * 20;
    picture.append(s("text", { x: 0, y: y + 11 }, name.length > 14 ? `${name.slice(0, 13)}…` : name));
    for (const row of rows.filter((item) => item.site === name)) {
      const id = passId(row);
      const light = row.sun_elevation_deg > 0;
      picture.append(s("rect", { class: `${light ? "pass" : "dark"}${state.sel === id ? " picked" : ""}`, x: x(row.rise), y, width: Math.max(3, x(row.set) - x(row.rise)), height: 14, onclick: () => set({ sel: id }) },
        s("title", {}, `${utc(row.rise)} – ${utc(row.set)} UTC, ${row.max_elevation_deg.toFixed(0)}°`)));
    }
  });
  if (use.time) {
    const at = x(use.time);
    if (at >= left && at <= width) picture.append(s("line", { class: "now", x1: at, x2: at, y1: 14, y2: shown.length * 20 + 18 }));
  }
  return h("div", {}, picture, h("p", { class: "small" }, t("sites.bars.key")));
}

function card(row, tracks, use) {
  const gsd = (item) => (item ? `${item.low.toFixed(1)}–${item.high.toFixed(1)} m` : t("unknown.short"));
  const track = tracks.find((item) => item.norad_id === row.norad_id);
  const site = use.placeOf(row.site);
  return h("div", { class: "why", id: "why" }, h("div", { class: "row" },
    h("dl", { class: "grow" },
      [["site", `${row.site}`], ["satellite", row.norad_id], ["column.rise", `${row.open_start ? "< " : ""}${utc(row.rise)} UTC`], ["column.closest", `${utc(row.closest)} UTC ${margin(row.timing_s)}`],
        ["column.set", `${utc(row.set)} UTC${row.open_end ? " >" : ""}`], ["column.elevation", `${row.max_elevation_deg.toFixed(1)}°`], ["column.off_nadir", `${row.off_nadir_deg.toFixed(1)}°`],
        ["column.incidence", `${row.incidence_deg.toFixed(1)}°`], ["column.range", `${(row.range_m / 1000).toFixed(0)} km`], ["column.sun", `${row.sun_elevation_deg.toFixed(0)}°`],
        ["column.gsd", `${gsd(row.gsd_across_m)} × ${gsd(row.gsd_along_m)}`]].map(([key, value]) => [h("dt", {}, t(key)), h("dd", {}, value)])),
    track && site ? sky(row, track, site) : null));
}

/** Where the satellite goes on the site's sky: north up, east right, horizon outside. */
function sky(row, track, site) {
  const points = [];
  const [start, end] = [+new Date(row.rise), +new Date(row.set)];
  for (let i = 0; i <= 40; i++) {
    const here = onTrack(track, new Date(start + ((end - start) * i) / 40));
    if (here) points.push(lookAngles(site, here));
  }
  if (points.length < 2) return null;
  const xy = ([azimuth, elevation]) => [50 + ((90 - elevation) / 90) * 44 * Math.sin(azimuth * RADIANS), 50 - ((90 - elevation) / 90) * 44 * Math.cos(azimuth * RADIANS)];
  const top = points.reduce((a, b) => (b[1] > a[1] ? b : a));
  const [tx, ty] = xy(top);
  return s("svg", { class: "sky", viewBox: "0 0 100 104", role: "img", "aria-label": t("sky", { azimuth: top[0].toFixed(0), elevation: top[1].toFixed(0) }) },
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

function table(rows, state) {
  const head = ["column.rise", "column.closest", "site", "column.elevation", "column.off_nadir", "column.gsd", "column.sun", "column.light"];
  return h("div", { class: "scroll" }, h("table", { id: "passes" },
    h("thead", {}, h("tr", {}, head.map((key, index) => h("th", { scope: "col", class: index > 2 && index < 7 ? "n" : "" }, t(key), index < 2 ? " UTC" : "")))),
    h("tbody", {}, rows.slice(0, SHOWN).map((row) => {
      const id = passId(row);
      const light = row.sun_elevation_deg > 0;
      return h("tr", { class: "pickable", "aria-selected": state.sel === id ? "true" : "false", onclick: () => set({ sel: state.sel === id ? "" : id }) },
        h("td", { class: "t" }, h("button", { type: "button", class: "as-link", onclick: (event) => { event.stopPropagation(); set({ sel: id }); } }, `${row.open_start ? "< " : ""}${utc(row.rise).slice(5)}`)),
        h("td", { class: "t" }, utc(row.closest).slice(11)), h("td", {}, row.site), h("td", { class: "n" }, row.max_elevation_deg.toFixed(0)), h("td", { class: "n" }, row.off_nadir_deg.toFixed(0)),
        h("td", { class: "n" }, row.gsd_across_m ? `${row.gsd_across_m.low.toFixed(1)}–${row.gsd_across_m.high.toFixed(1)}` : "–"), h("td", { class: "n" }, row.sun_elevation_deg.toFixed(0)),
        h("td", {}, h("span", { class: `sign ${light ? "look" : "open"}`, "data-sign": light ? "☀" : "☾" }, t(light ? "light.day" : "light.night"))));
    }))), rows.length > SHOWN ? h("p", { class: "small" }, t("more", { n: rows.length - SHOWN })) : null);
}

function menu(body, state, use) {
  const flat = body.items.map((row) => ({ ...row, gsd_across_m: row.gsd_across_m ? `${row.gsd_across_m.low}-${row.gsd_across_m.high}` : "", gsd_along_m: row.gsd_along_m ? `${row.gsd_along_m.low}-${row.gsd_along_m.high}` : "" }));
  const sites = lines(state.over);
  const command = sites.map((site) => lines(state.sats.replaceAll(",", ";")).map((sat) => `bongsu passes ${sat} "${site}" --at ${state.from} --for ${state.hours}h`).join("\n")).join("\n");
  return exportMenu([
    ["CSV", () => { save("bongsu-passes.csv", csv(flat), "text/csv"); return t("export.saved", { name: "bongsu-passes.csv" }); }],
    ["JSON", () => { save("bongsu-passes.json", JSON.stringify(body, null, 1), "application/json"); return t("export.saved", { name: "bongsu-passes.json" }); }],
    [t("export.command"), () => copy(command, t("export.copied"))],
    [t("export.link"), () => copy(location.href, t("export.copied"))],
  ], use.say);
}

export const placeWords = (site) => `${site.name}, ${place(site.latitude, site.longitude)}`;
