// Words of the page in English, Korean and Japanese. What the engine says is in said.js.

import { askAsset } from "./api.js";
import { saidText, speak } from "./said.js";

export const LANGUAGES = { en: "English", ko: "한국어", ja: "日本語" };
let words = {};
let spare = {};

/** Load a language; English stands in for a key that is missing. */
export async function useLanguage(code) {
  const load = (name) => askAsset(`/i18n/${name}.json`);
  if (!Object.keys(spare).length) spare = await load("en");
  words = code === "en" ? spare : await load(code);
  speak(code);
  document.documentElement.lang = code;
}

/** Whether the page has a phrase of its own. */
export const has = (key) => key in spare;

/** A phrase: t("sites.none", {hours: 72}). Names in it are said as the page says them elsewhere. */
export function t(key, values = {}) {
  const text = words[key] ?? spare[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? saidText(String(values[name])) : whole));
}
