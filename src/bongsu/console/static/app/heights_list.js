// What is on the globe in words: a legend that hides layers, and a table that tells the same as the picture.

import { fill, h, s } from "./dom.js";
import { place } from "./format.js";
import { t } from "./i18n.js";
import { say } from "./said.js";
import { howManyMore, limited } from "./limit.js";

/** Layers by the beginning of an entity's id; the legend has a line for each kind that is there. */
const KINDS = [
  { starts: "way", layer: "tracks", key: "globe3d.key.way", mark: "line way" },
  { starts: "vehicle", layer: "tracks", key: "globe3d.key.vehicle", mark: "dot vehicle" },
  { starts: "event ", layer: "tracks", key: "globe3d.key.event", mark: "dot event" },
  { starts: "arc ", layer: "tracks", key: "globe3d.key.part", mark: "line part" },
  { starts: "body ", layer: "tracks", key: "globe3d.key.part", mark: "line part" },
  { starts: "fall ", layer: "areas", key: "globe3d.key.fall", mark: "area fall" },
  { starts: "planned ", layer: "places", key: "globe3d.key.planned", mark: "dot fall" },
  { starts: "reach ", layer: "footprints", key: "globe3d.key.reach", mark: "area reach" },
  { starts: "satellite:", layer: "tracks", key: "globe3d.key.satellite", mark: "line satellite" },
];
const PASS = { layer: "tracks", key: "globe3d.key.pass", mark: "line pass" };
const AREA = { layer: "areas", key: "globe3d.key.area", mark: "area notified" };
const TRACK = { layer: "tracks", key: "globe3d.key.track", mark: "line track" };
const PLACE = { layer: "places", key: "globe3d.key.place", mark: "dot place" };
export const LAYERS_3D = ["areas", "tracks", "places", "footprints", "night"];

/** Entities as the table has them: the flight, its parts, where they come down, satellites, the rest. */
function inOrder(entities) {
  const order = (entity) => { const index = KINDS.indexOf(kindOf(entity)); return index < 0 ? KINDS.length : index; };
  return [...entities].sort((a, b) => order(a) - order(b));
}

/** The kind of an entity: its layer, its line in the legend. */
export function kindOf(entity) {
  return KINDS.find((kind) => entity.id.startsWith(kind.starts)) ?? (entity.path ? PASS : entity.polygon ? AREA : entity.polyline ? TRACK : PLACE);
}

const shapeOf = (entity) => t(entity.path || /^(vehicle|body )/.test(entity.id) ? "globe3d.path" : entity.polygon ? "globe3d.area" : entity.polyline ? "globe3d.line" : "globe3d.place");

/** A swatch with the shape and colour that the globe has. */
function swatch(mark) {
  const [shape, name] = mark.split(" ");
  const parts = { line: s("path", { d: "M1 11L27 3" }), dot: s("circle", { cx: 14, cy: 7, r: 4.5 }), area: s("rect", { x: 2, y: 2, width: 24, height: 10 }) };
  return s("svg", { class: `swatch ${shape} on-${name}`, viewBox: "0 0 28 14", "aria-hidden": "true" }, parts[shape]);
}

/** The legend: what each sign means, and a box for each layer. */
export function legend(entities, hidden, onHide) {
  const seen = new Map();
  for (const entity of inOrder(entities)) { const kind = kindOf(entity); if (!seen.has(kind.key)) seen.set(kind.key, kind); }
  const present = LAYERS_3D.filter((layer) => layer === "night" || [...seen.values()].some((kind) => kind.layer === layer));
  return h("details", { id: "legend", open: true }, h("summary", {}, t("globe3d.key")),
    h("ul", { class: "legend small" }, [...seen.values()].map((kind) => h("li", {}, swatch(kind.mark), h("span", {}, t(kind.key))))),
    h("div", { class: "row", role: "group", "aria-label": t("layers") }, present.map((layer) => h("label", {}, h("input", { type: "checkbox", "data-layer": layer, checked: !hidden.includes(layer), onchange: () => onHide(layer) }), h("span", {}, t(`layer.${layer}`))))));
}

/** The table. `use`: spot(entity) at the clock, top(entity), times(entity), onPick(entity), isPicked(entity). */
export function makeList(use) {
  let rows = [];
  return {
    element(entities) {
      rows = limited(inOrder(entities), use.isPicked).map((entity) => ({ entity, where: h("td", { class: "t" }), height: h("td", { class: "n" }) }));
      const heads = ["globe3d.name", "column.where", "column.height", "globe3d.shown"];
      const table = h("div", { class: "scroll" }, h("table", { id: "drawn", "aria-label": t("globe3d.label") },
        h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col", class: key === "column.height" ? "n" : "" }, t(key), key === "globe3d.shown" ? " UTC" : "")))),
        h("tbody", {}, rows.map(({ entity, where, height }) => h("tr", { "aria-selected": use.isPicked(entity) ? "true" : "false" },
          h("td", {}, h("button", { type: "button", class: "as-link", "data-id": entity.id, onclick: () => use.onPick(entity) }, say(entity.name ?? entity.id)), h("br"), h("span", { class: "small" }, shapeOf(entity))), where, height, h("td", {}, use.times(entity)))))), howManyMore(entities) ?? "");
      this.update();
      return table;
    },
    /** Places and heights by the clock. */
    update() {
      for (const { entity, where, height } of rows) {
        const at = use.spot(entity);
        const top = at ? null : use.top(entity);
        fill(where, at ? place(at.latitude, at.longitude, 1) : "");
        fill(height, at ? km(at.height_m) : top ? t("globe3d.upto", { km: km(top) }) : "–");
      }
    },
  };
}

const km = (metres) => (Math.abs(metres) < 100 ? 0 : metres / 1000).toFixed(0);
