// What a duty officer asks of a pasted notice, in one place: when, by this computer's clock; whom to tell and what to bear in
// mind, in the engine's words.

import { fill, h } from "./dom.js";
import { away, local, utc } from "./format.js";
import { t } from "./i18n.js";
import { say } from "./said.js";

/** The statements of what was read: the first sentence of the answer. */
export const readStatements = (findings) => findings.filter((item) => item.topic === "notice").map((item) => item.statement);

const MINUTE = 60000;
let clock = null; // the line that tells how long until then: {element, windows, zone}

/** The block; advice on what to do stands in it until all is over. `more` holds those of /api/announced once they are here. */
export function briefPart(body, more) {
  const parts = more.body?.parts;
  const told = parts?.told?.answer;
  const windows = windowsOf(body.notices);
  const over = windows.length && windows.every((w) => w.end && +new Date(w.end) <= Date.now());
  clock = { element: h("dd", {}, whenWords(windows, Date.now(), body.zone)), windows, zone: body.zone };
  return h("dl", { class: "facts", id: "brief" },
    h("dt", {}, t("brief.when")), clock.element,
    told ? [h("dt", {}, t("brief.tell")), h("dd", {}, say(told.statement))] : more.busy ? [h("dt", {}, t("brief.tell")), h("dd", { class: "soft" }, t("state.working"))] : null,
    told?.advice.length && !over ? [h("dt", {}, t("brief.next")), h("dd", {}, h("ul", {}, told.advice.map((words) => h("li", {}, say(words)))))] : null);
}

// A page that stands open for hours, or is opened a day later, tells the time until then as it is by then.
setInterval(() => { if (clock?.element.isConnected) fill(clock.element, whenWords(clock.windows, Date.now(), clock.zone)); }, MINUTE);

/** Every window once, in order of time. */
function windowsOf(notices) {
  const all = notices.flatMap((notice) => [...(notice.windows ?? []), ...["areas", "lines", "points"].flatMap((group) => (notice[group] ?? []).flatMap((item) => item.windows ?? []))]);
  const once = new Map(all.filter((w) => w.start).map((w) => [`${w.start} ${w.end}`, w]));
  return [...once.values()].sort((a, b) => new Date(a.start) - new Date(b.start));
}

function whenWords(windows, at, zone) {
  if (!windows.length) return t("brief.no_window");
  const open = windows.filter((w) => +new Date(w.start) <= at && (!w.end || +new Date(w.end) > at));
  const next = open[0] ?? windows.find((w) => +new Date(w.start) > at);
  const shown = next ?? windows.at(-1);
  const state = open.length ? (shown.end ? t("brief.open", { time: away(+new Date(shown.end) - at) }) : t("brief.open.end"))
    : next ? t("brief.opens", { time: away(+new Date(shown.start) - at) }) : t("brief.over", { time: away(at - +new Date(shown.end ?? shown.start)) });
  const both = [shown.start, shown.end].map((text) => (text ? local(text, zone) : ""));
  return [h("div", { class: "until" }, h("b", {}, state)),
    h("div", {}, `${utc(shown.start, false)} – ${shown.end ? utc(shown.end, false) : "…"} UTC`),
    both[0] ? h("div", { class: "small" }, `${both[0].slice(0, 16)} – ${both[1] ? both[1].slice(0, 16) : "…"} ${both[0].slice(17)}`) : null,
    windows.length > 1 ? h("div", { class: "small" }, t("brief.windows", { n: windows.length, from: utc(windows[0].start, false), to: windows.at(-1).end ? utc(windows.at(-1).end, false) : "…" })) : null];
}
