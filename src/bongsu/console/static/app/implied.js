// Which orbits the notified areas imply: ways of flying with their weights, what a turn costs, inclinations; the fan.

import { h } from "./dom.js";
import { panelMenu } from "./export.js";
import { sign } from "./findings.js";
import { estimate } from "./format.js";
import { t } from "./i18n.js";
import { say, sayAll } from "./said.js";
import { shareBar } from "./plot.js";
import { outline, rewound } from "./scene.js";
import { along, fan } from "./sphere.js";

const SHOWN = 8; // outcomes in the table; the export holds all
const REACH_KM = 2600; // how far the fan is drawn

const span = (item, digits, unit = "") => {
  if (!item) return "–";
  const [low, high] = [item.low.toFixed(digits), item.high.toFixed(digits)];
  return `${low === high ? low : `${low}–${high}`}${unit}`;
};

/** The panel of one finding `implies:…`. */
export function impliedPart(part, state, use) {
  const finding = part.answer.items[0];
  const details = finding.details ?? {};
  const out = [h("div", { class: "row" }, h("h2", { class: "grow", id: "part-implied", tabindex: "-1" }, t("implied")), menu(part, details, use)),
    h("p", {}, say(finding.statement), " ", sign(finding)),
    ...part.answer.items.slice(1).map((item) => h("p", {}, say(item.statement)))];
  if (!details.hypotheses) return out;
  const letters = new Map(details.hypotheses.slice(0, 26).map((item, index) => [item.words, String.fromCharCode(65 + index)]));
  const azimuth = finding.estimates.azimuth_deg;
  if (azimuth) out.push(h("p", { class: "small" }, `${t("implied.azimuth")} ${estimate(azimuth)}, ${Math.round(azimuth.level * 100)} %. ${t("implied.fan")}`));
  out.push(h("dl", { class: "ways" }, details.hypotheses.map((item) => [h("dt", {}, h("b", {}, letters.get(item.words) ?? "–"), " ", shareBar(item.weight)), h("dd", {}, say(item.words))])));
  const heads = ["column.way", "column.weight", "column.inclination", "column.turn", "column.extra", "column.node_time"];
  out.push(h("div", { class: "scroll" }, h("table", { id: "implied" },
    h("thead", {}, h("tr", {}, heads.map((key, index) => h("th", { scope: "col", class: index > 1 ? "n" : "" }, t(key))))),
    h("tbody", {}, details.outcomes.slice(0, SHOWN).map((item) => h("tr", {}, h("td", {}, letters.get(item.words) ?? "–"), h("td", {}, shareBar(item.weight)),
      h("td", { class: "n" }, span(item.inclination_deg, 1, "°")), h("td", { class: "n" }, span(item.turn_deg, 0, "°")), h("td", { class: "n" }, span(item.extra_speed_m_s, 0, " m/s")),
      h("td", { class: "n" }, clockSpan(item.node_mean_time_h))))))));
  if (details.outcomes.length > SHOWN) out.push(h("p", { class: "small" }, t("more", { n: details.outcomes.length - SHOWN })));
  out.push(h("p", { class: "small" }, t("implied.note")),
    h("details", { "data-key": "inclinations" }, h("summary", { class: "small" }, t("implied.intervals")), h("table", { id: "inclinations" },
      h("thead", {}, h("tr", {}, ["column.inclination", "column.weight", "column.family"].map((key) => h("th", { scope: "col" }, t(key))))),
      h("tbody", {}, [...details.intervals].sort((a, b) => b.probability - a.probability).map((item) => h("tr", {}, h("td", { class: "t" }, span(item, 1, "°")), h("td", {}, shareBar(item.probability)), h("td", {}, item.family ? say(item.family) : "–")))))),
    h("details", { "data-key": "implied-why" }, h("summary", { class: "small" }, t("why.caveats")), h("ul", { class: "small" }, finding.caveats.map((words) => h("li", {}, say(words))),
      h("li", {}, h("b", {}, `${t("why.by_hand")}: `), say(finding.check_by_hand)), h("li", {}, h("b", {}, `${t("why.would_change")}: `), sayAll(finding.would_change)))));
  return out;
}

function clockSpan(item) {
  if (!item) return "–";
  const words = (hours) => { const minute = (((Math.round(hours * 60) % 1440) + 1440) % 1440); return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`; };
  return `${words(item.low)}–${words(item.high)}`;
}

function menu(part, details, use) {
  const flat = (details.outcomes ?? []).map((item) => ({ way: item.words, kind: item.kind, weight: item.weight, direction: item.direction,
    ...Object.fromEntries(["inclination_deg", "turn_deg", "extra_speed_m_s", "node_deg", "node_mean_time_h", "equator_longitude_deg"].flatMap((key) => [[`${key}_low`, item[key]?.low ?? ""], [`${key}_high`, item[key]?.high ?? ""]])) }));
  return panelMenu("implied", { rows: flat, json: part.answer, command: part.command, geojson: () => use.fan() }, use.say);
}

/** Drawables of the fan: the wedge of azimuths, and the line in its middle. */
export function fanDrawables(part, site, state) {
  const azimuth = part?.answer?.items[0]?.estimates?.azimuth_deg;
  if (!site || !azimuth || azimuth.low === null || azimuth.high === null) return [];
  const place = [site.longitude, site.latitude];
  const wedge = fan(place, azimuth.low, azimuth.high, REACH_KM);
  const middle = azimuth.value ?? (azimuth.low + azimuth.high) / 2;
  const line = { type: "LineString", coordinates: Array.from({ length: 14 }, (_, i) => along(place, middle, (REACH_KM * i) / 13)) };
  const list = [];
  if (wedge) {
    const geometry = rewound(wedge);
    list.push({ type: "area", id: "fan", role: "direct", soft: true, geometry, outline: outline(geometry), name: "", selected: state.sel === "fan", remark: "" });
  }
  list.push({ type: "line", id: "fan:middle", role: "direct", dash: [2, 5], geometry: line, name: `${azimuth.low.toFixed(0)}–${azimuth.high.toFixed(0)}°`, selected: false });
  return list;
}

