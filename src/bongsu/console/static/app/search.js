// The search box: any name or number of a case, launch, satellite, site or notice, and where it leads.

import { ask } from "./api.js";
import { byId, fill, h } from "./dom.js";
import { copy } from "./export.js";
import { utc } from "./format.js";
import { t } from "./i18n.js";
import { say as worded, saidText } from "./said.js";

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/;

/** How well words meet a name: 3 the same, 2 begins so, 1 holds every word, 0 not. */
export function meets(words, name) {
  const [a, b] = [words.toLowerCase().trim(), name.toLowerCase()];
  if (!a) return 0;
  if (a === b) return 3;
  if (b.startsWith(a)) return 2;
  return a.split(/\s+/).every((word) => b.includes(word)) ? 1 : 0;
}

/** The finder. `here` gives [name, action] pairs of what is on the page itself. */
export function makeSearch({ say, here: onPage, toCase, toSatellite, toPlace }) {
  let items = [];
  ask("/api/names", undefined, "names").then((got) => { items = got.items; }).catch(() => {}); // the page says already when the engine is away

  function lead(item) {
    if (item.case) return toCase(item.case, item.launch ?? "");
    if (item.satellite) return toSatellite(item.satellite);
    if (item.place) return toPlace(item.place);
    showCard(item, say);
  }

  function all() {
    const here = onPage().map(([name, action]) => ({ names: [name], action }));
    return [...here, ...items.map((item) => ({ names: [item.name, ...item.also], action: () => lead(item) }))];
  }

  return {
    goTo(text) {
      const words = text.trim();
      if (!words) return;
      let best = null;
      for (const entry of all()) {
        const score = Math.max(...entry.names.map((name) => meets(words, name)));
        if (score > (best?.score ?? 0)) best = { score, entry };
      }
      if (best) best.entry.action();
      else if (/^\d{1,9}$/.test(words)) toSatellite(words);
      else say(t("search.none", { words: text }));
    },
    offer(list) {
      fill(list, [...new Set(all().map((entry) => entry.names[0]))].slice(0, 300).map((name) => h("option", { value: name })));
    },
  };
}

/** What has no view of its own: its facts in a dialog, with the command that prints all of it. */
function showCard(item, say) {
  const sheet = byId("sheet");
  sheet.setAttribute("aria-label", saidText(item.name));
  fill(sheet, h("h2", {}, worded(item.name)),
    h("dl", { class: "facts" }, item.card.map(([label, words]) => [h("dt", {}, worded(label)), h("dd", {}, TIME.test(words) ? `${utc(words)} UTC` : worded(words))])),
    h("p", { class: "small" }, h("code", {}, item.command)),
    h("div", { class: "row" }, h("button", { type: "button", onclick: async () => say(await copy(item.command, t("export.copied"))) }, t("export.command")),
      h("button", { type: "button", class: "main", onclick: () => sheet.close() }, t("why.close"))));
  sheet.showModal();
}
