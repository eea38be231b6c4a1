// Numbers and times in words, as the command line prints them.

import { has, t } from "./i18n.js";
import { isSaid, saidText } from "./said.js";

/** "2023-11-21 13:42:28" in UTC. */
export function utc(text, seconds = true) {
  const when = new Date(text);
  if (Number.isNaN(+when)) return "?";
  return when.toISOString().slice(0, seconds ? 19 : 16).replace("T", " ");
}

/** Local clock of a zone "+09:00" beside UTC. */
export function local(text, zone) {
  const match = /^([+-])(\d\d):(\d\d)$/.exec(zone || "");
  const when = new Date(text);
  if (!match || zone.endsWith("00:00") || Number.isNaN(+when)) return "";
  const minutes = (match[1] === "-" ? -1 : 1) * (+match[2] * 60 + +match[3]);
  return `${new Date(+when + minutes * 60000).toISOString().slice(0, 16).replace("T", " ")} UTC${zone}`;
}

/** An Estimate: its value and range, rounded to the range's width. */
export function estimate(item) {
  const digits = places(item);
  const number = (value) => (value === null ? "?" : value.toFixed(digits));
  const unit = { deg: "°", "": "" }[item.unit] ?? (has(`unit.${item.unit}`) ? t(`unit.${item.unit}`) : ` ${item.unit}`);
  if (item.low === null || item.high === null) return item.value === null ? "?" : `${number(item.value)}${unit}`;
  if (item.value === null) return `${number(item.low)} – ${number(item.high)}${unit}`;
  if (item.low === item.high) return `${number(item.value)}${unit}`;
  return `${number(item.value)}${unit} (${number(item.low)} – ${number(item.high)})`;
}

function places(item) {
  const width = Math.abs((item.high ?? 0) - (item.low ?? 0));
  if (!width) return Number.isInteger(item.value) ? 0 : 2;
  return Math.max(0, Math.min(4, 1 - Math.floor(Math.log10(width))));
}

/** The name of an Estimate in words: closest_difference_s becomes "closest difference". */
export const plainName = (key) => (has(`estimate.${key}`) ? t(`estimate.${key}`) : saidText(englishName(key)));

const englishName = (key) => key.replace(/_(?:s|deg|km|m|h|d|min)$/, "").replaceAll("_", " ");

/** The language of such a name: the page's own, or English. */
export const nameLang = (key) => (has(`estimate.${key}`) || isSaid(englishName(key)) ? undefined : "en");

/** 37.57 N 126.98 E. */
export function place(latitude, longitude, digits = 2) {
  const side = (value, plus, minus) => `${Math.abs(value).toFixed(digits)}°${value < 0 ? minus : plus}`;
  return `${side(latitude, "N", "S")} ${side(longitude, "E", "W")}`;
}

/** How far off a time may be: "± 3 s", "± < 1 s". */
export const margin = (seconds) => (seconds < 1 ? "± < 1 s" : seconds < 120 ? `± ${seconds.toFixed(0)} s` : `± ${(seconds / 60).toFixed(0)} min`);
