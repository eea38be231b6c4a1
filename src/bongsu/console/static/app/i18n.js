// Words of the page in English, Korean and Japanese. Findings come from the engine in English and are marked so.

import { askAsset } from "./api.js";

export const LANGUAGES = { en: "English", ko: "한국어", ja: "日本語" };
let words = {};
let spare = {};

/** Load a language; English stands in for a key that is missing. */
export async function useLanguage(code) {
  const load = (name) => askAsset(`/i18n/${name}.json`);
  if (!Object.keys(spare).length) spare = await load("en");
  words = code === "en" ? spare : await load(code);
  document.documentElement.lang = code;
}

/** A phrase: t("sites.none", {hours: 72}). */
export function t(key, values = {}) {
  const text = words[key] ?? spare[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
