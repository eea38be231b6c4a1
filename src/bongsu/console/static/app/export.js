// What leaves the page: files by the engine's own writers, and the command that gives the same answer.

import { clean, h, save } from "./dom.js";
import { t } from "./i18n.js";

/** A menu of [label, action] pairs; an action that fails says so through `say`. `key` is the word for what it is of. */
export function exportMenu(entries, say, key = "") {
  const menu = h("details", { class: "export", "data-key": `export:${key}` }, h("summary", {}, `${t("export")} ▾`, key ? h("span", { class: "sr" }, ` ${t(key)}`) : null));
  const run = async (action) => {
    menu.open = false;
    try {
      say((await action()) || t("export.done"));
    } catch (error) {
      say(error instanceof TypeError ? `${t("state.offline")} ${t("state.offline.advice")}` : [error.error ?? String(error), error.advice].filter(Boolean).join(": "));
    }
  };
  menu.append(h("div", {}, entries.filter(Boolean).map(([label, action]) => h("button", { type: "button", onclick: () => run(action) }, label))));
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  return menu;
}

/** Put text on the clipboard; browsers without one get a file. */
export async function copy(text, words) {
  if (navigator.clipboard) await navigator.clipboard.writeText(text);
  else save("bongsu.txt", text, "text/plain");
  return words;
}

/** Rows as CSV with a header; cells that a spreadsheet would run as a formula are quoted as text. */
export function csv(rows) {
  if (!rows.length) return "";
  const keys = Object.keys(rows[0]);
  const cell = (value) => {
    const text = value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
    const safe = /^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text;
    return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [keys.join(","), ...rows.map((row) => keys.map((key) => cell(row[key])).join(","))].join("\r\n") + "\r\n";
}

/** Hand over a file that is there already, and say so. */
export function saveBlob(name, blob) {
  save(name, blob);
  return t("export.saved", { name });
}

const saved = (name, content, type) => { save(name, content, type); return t("export.saved", { name }); };

/**
 * The export menu of one panel: `rows` (CSV), `json` (the engine's own envelope), `geojson` (a function that gives it),
 * `files` ([[label, form, ask]] for files that the engine writes), `picture` (a function that gives SVG elements) with its `caption`,
 * `command`, `of` (the word for what it is, where that is not `name`). What is not given is left out; the link is always there.
 */
export function panelMenu(name, { rows, json, geojson, files = [], picture, caption, command, of = name }, say) {
  const file = `bongsu-${name}`;
  return exportMenu([
    rows ? ["CSV", () => saved(`${file}.csv`, csv(rows), "text/csv")] : null,
    json ? ["JSON", () => saved(`${file}.json`, JSON.stringify(json, null, 1), "application/json")] : null,
    geojson ? ["GeoJSON", async () => saved(`${file}.geojson`, JSON.stringify(await geojson()), "application/geo+json")] : null,
    ...files.map(([label, form, ask]) => [label, async () => saved(`${file}.${form}`, await ask(), "application/octet-stream")]),
    picture ? ["SVG", () => saved(`${file}.svg`, pictureSvg(picture(), caption), "image/svg+xml")] : null,
    picture ? ["PNG", async () => saved(`${file}.png`, await picturePng(pictureSvg(picture(), caption)), "image/png")] : null,
    command ? [t("export.command"), () => copy(command, t("export.copied"))] : null,
    [t("export.link"), () => copy(location.href, t("export.copied"))],
  ], say, of);
}

const LEAST = 420; // units across, so that the credit fits
const STYLED = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size", "font-weight"];

/** Pictures of the page as one SVG file, one under the other, with their colours written into them. */
export function pictureSvg(pictures, caption = "") {
  let height = 0;
  const scale = Math.max(1, LEAST / Math.max(...pictures.map((each) => each.viewBox.baseVal.width))); // a small one is enlarged
  const width = scale * Math.max(...pictures.map((each) => each.viewBox.baseVal.width));
  const parts = pictures.map((each) => {
    const copied = each.cloneNode(true);
    const from = [each, ...each.querySelectorAll("*")];
    [copied, ...copied.querySelectorAll("*")].forEach((element, index) => {
      const style = getComputedStyle(from[index]);
      for (const name of STYLED) element.setAttribute(name, style.getPropertyValue(name));
      element.removeAttribute("class");
    });
    copied.setAttribute("y", String(height));
    copied.setAttribute("width", String(scale * each.viewBox.baseVal.width));
    copied.setAttribute("height", String(scale * each.viewBox.baseVal.height));
    height += scale * each.viewBox.baseVal.height + 8;
    return new XMLSerializer().serializeToString(copied);
  });
  const page = getComputedStyle(document.documentElement).getPropertyValue("--page").trim();
  const soft = getComputedStyle(document.documentElement).getPropertyValue("--soft").trim();
  const lines = [caption, t("export.credit")].filter(Boolean).map((words, index) => `<text x="6" y="${height + 12 + 14 * index}" font-size="10" fill="${soft}">${clean(words).replace(/[<&]/g, "")}</text>`);
  height += 14 * (lines.length - 1);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + 20}" width="${width}" height="${height + 20}" font-family="system-ui, sans-serif"><rect width="100%" height="100%" fill="${page}"/>${parts.join("")}${lines.join("")}</svg>`;
}

/** An SVG file as a PNG 1600 pixels wide. */
export async function picturePng(svg) {
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 1600;
  canvas.height = Math.round((1600 * picture.naturalHeight) / picture.naturalWidth);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(picture.src);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
