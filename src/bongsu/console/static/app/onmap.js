// What is on the map, as a table: the same things, the same order, the same selection. For those who cannot see the canvas.

import { fill, h } from "./dom.js";
import { place } from "./format.js";
import { t } from "./i18n.js";
import { say } from "./said.js";
import { howManyMore, limited } from "./limit.js";
import { layerOf, middle } from "./scene.js";

/** A folded table that stays open and keeps its focus; onPick(drawable) is called when a row is chosen. */
export function makeMapTable({ onPick }) {
  const head = h("summary", {});
  const body = h("div", { class: "scroll" });
  const element = h("details", { id: "onmap" }, head, body);
  let list = [];
  let shown = ""; // what the table holds, so that a running clock draws it anew only where something moved by a tenth of a degree
  element.addEventListener("toggle", draw);

  function draw() {
    head.textContent = `${t("onmap")} (${list.length.toLocaleString("en")})`;
    if (!element.open) return;
    const rows = limited(list, (item) => item.selected);
    const key = JSON.stringify([document.documentElement.lang, list.length, rows.map((item) => [item.id, item.selected ?? false, where(item)])]);
    if (key === shown) return;
    shown = key;
    const focused = document.activeElement?.dataset?.id;
    fill(body, h("table", { "aria-label": t("onmap") },
      h("thead", {}, h("tr", {}, [t("layer"), t("column.what"), t("column.where"), t("column.remark")].map((words) => h("th", { scope: "col" }, words)))),
      h("tbody", {}, rows.map((item) => h("tr", { "aria-selected": item.selected ? "true" : "false" }, h("td", {}, t(`layer.${layerOf(item)}`)), h("td", {}, name(item)), h("td", { class: "t" }, where(item)), h("td", {}, remark(item)))))),
    howManyMore(list) ?? "");
    if (focused) body.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  }

  function name(item) {
    const words = item.name || item.id;
    return item.type === "point" || item.type === "area" ? h("button", { type: "button", class: "as-link", "data-id": `map:${item.id}`, onclick: () => onPick(item) }, say(words)) : say(words);
  }

  return {
    element,
    show(scene) {
      list = scene.flatMap((item) => (item.type === "points" ? item.positions.map((at, index) => ({ type: "point", id: `${item.id}:${index}`, name: item.names?.[index] ?? `${item.id} ${index + 1}`, geometry: { type: "Point", coordinates: at } })) : [item]));
      draw();
    },
  };
}

/** That a shape of many corners is drawn with fewer. */
const thinWords = ({ corners, within_deg }) => t("onmap.thinned", { corners: corners.toLocaleString("en"), within: within_deg.toPrecision(1) });

/** The middle of what is drawn. */
function where(item) {
  const at = middle(item.geometry);
  return at ? place(at[1], at[0], 1) : "";
}

function remark(item) {
  const height = item.height_m ? `${(item.height_m / 1000).toFixed(0)} km` : "";
  const parts = [item.remark ? say(item.remark) : "", item.thinning ? thinWords(item.thinning) : "", height].filter((part) => part.length !== 0);
  return parts.flatMap((part, index) => [index ? "; " : "", part]);
}
