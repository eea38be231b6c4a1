// What the engine said, in the page's language. An answer brings its words in Korean and Japanese with it, by the English
// text that stands in it; what it does not bring is shown as it is and marked as English.

import { h } from "./dom.js";

const MOST = 20000; // texts kept for each language; the oldest go first
const heard = new Map(); // language: Map of English text to a text, or to pieces [text, whether it stays English]
let language = "en";

/** The language to say it in. */
export function speak(code) {
  language = code;
}

/** Keep the words that an answer or an error brought; gives it back. */
export function learn(body) {
  for (const [code, words] of Object.entries(body?.said ?? {})) {
    const held = heard.get(code) ?? new Map();
    for (const [english, text] of Object.entries(words)) {
      held.delete(english);
      held.set(english, text);
    }
    for (const oldest of held.keys()) {
      if (held.size <= MOST) break;
      held.delete(oldest);
    }
    heard.set(code, held);
  }
  return body;
}

/** What stands on the page for a text of the engine: words, and elements where a part stays English. */
export function say(english) {
  if (language === "en" || !english) return english;
  const found = heard.get(language)?.get(english);
  if (found === undefined) return /[A-Za-z]{2}/.test(english) ? h("span", { lang: "en" }, english) : english;
  return Array.isArray(found) ? found.map(([text, stays]) => (stays ? h("span", { lang: "en" }, text) : text)) : found;
}

/** Whether there are words for it in the page's language. */
export const isSaid = (english) => language === "en" || heard.get(language)?.has(english) === true;

/** The same as one text, for a place that holds no elements. */
export function saidText(english) {
  const found = heard.get(language)?.get(english) ?? english;
  return Array.isArray(found) ? found.map(([text]) => text).join("") : found;
}

/** Several, with something between them. */
export const sayAll = (list, between = " ") => list.flatMap((text, index) => [index ? between : "", say(text)]);
