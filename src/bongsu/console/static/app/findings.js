// Findings on the page: one line each, and the whole of one when "why?" is asked.

import { h, link } from "./dom.js";
import { estimate, nameLang, plainName } from "./format.js";
import { t } from "./i18n.js";
import { say } from "./said.js";

// What a finding is about, where it has several estimates.
const LEADS = ["closest_difference_s", "time_difference_min", "azimuth_needed_deg", "inclination_deg"];
const CLASSES = { "=": "fits", "≠": "against", "!": "look", "?": "open" };

/** A verdict with word and shape; never colour alone. */
export function sign(finding) {
  return h("span", { class: `sign ${CLASSES[finding.sign] ?? "open"}`, "data-sign": finding.sign || "·" }, say(finding.mark || finding.verdict));
}

/** The estimate that a finding leads with, in words, or null. */
export function leading(finding) {
  const held = Object.entries(finding.estimates ?? {}).filter(([, item]) => item && (item.value !== null || item.low !== null));
  const entry = held.find(([key]) => LEADS.includes(key)) ?? held[0];
  return entry ? { name: plainName(entry[0]), lang: nameLang(entry[0]), words: estimate(entry[1]) } : null;
}

/** One finding whole: what `bongsu explain` prints. */
export function whole(finding, sources, commandName) {
  const entries = Object.entries(finding.estimates ?? {}).filter(([, item]) => item);
  const cited = finding.sources.map((id) => sources.find((source) => source.id === id)).filter(Boolean);
  const list = (title, items) => (items && items.length ? [h("h2", {}, t(title)), h("ul", {}, items.map((item) => h("li", {}, say(item))))] : []);
  return h("div", { class: "why", id: "why" },
    h("p", {}, h("b", {}, say(finding.question))),
    h("p", {}, sign(finding), " ", finding.verdict === finding.mark ? "" : h("span", { class: "soft" }, say(finding.verdict))),
    h("p", { class: "lead" }, say(finding.statement)),
    entries.length ? h("dl", {}, entries.map(([key, item]) => [h("dt", { lang: nameLang(key) }, plainName(key)), h("dd", {}, estimate(item),
      item.level && item.level < 1 ? h("span", { class: "soft" }, `  ${Math.round(item.level * 100)} %`) : null)])) : null,
    finding.check_by_hand ? [h("h2", {}, t("why.by_hand")), h("pre", {}, say(finding.check_by_hand))] : null,
    finding.say ? h("dl", {}, h("dt", {}, t("why.say")), h("dd", {}, say(finding.say)), h("dt", {}, t("why.do_not_say")), h("dd", {}, say(finding.do_not_say))) : null,
    list("why.caveats", finding.caveats),
    list("why.would_change", finding.would_change),
    h("h2", {}, t("why.method")),
    h("p", { class: "small" }, say(finding.method), finding.reference ? h("span", { lang: "en" }, ` ${finding.reference}`) : "", finding.experimental ? h("b", {}, ` ${t("why.experimental")}`) : ""),
    cited.length ? [h("h2", {}, t("why.sources")), h("ul", { class: "small" }, cited.map((source) =>
      h("li", { lang: "en" }, source.publisher, source.published ? `, ${source.published}` : "", source.address ? [": ", link(source.address)] : "")))] : null,
    commandName ? h("p", { class: "small" }, h("code", {}, commandName)) : null);
}

/** Shown while waiting, when there is nothing, when something failed. */
export function waiting(words, done, steps, onCancel) {
  return h("div", { class: "state", role: "status" },
    h("p", {}, words),
    h("progress", steps ? { max: steps, value: done } : {}),
    onCancel ? h("button", { type: "button", onclick: onCancel }, t("state.cancel")) : null);
}

/** An error in the engine's own words, and what to do. */
export function failed(error, onAgain) {
  const offline = error instanceof TypeError;
  return h("div", { class: "state error", role: "alert" },
    h("p", {}, h("b", {}, `${t(offline ? "state.offline" : "state.error")} `), h("span", {}, offline ? "" : error.key ? t(error.key, { status: error.error }) : say(error.error ?? String(error)))),
    offline ? h("p", {}, t("state.offline.advice")) : null,
    error.advice ? h("p", {}, say(error.advice)) : null,
    error.problems?.length ? h("ul", {}, error.problems.slice(0, 20).map((p) => h("li", {}, say(p.where), ": ", say(p.what)))) : null,
    onAgain ? h("button", { type: "button", onclick: onAgain }, t("state.again")) : null);
}

/** Problems of an answer: a folded list, never silent. */
export function problems(list, open = false) {
  if (!list?.length) return null;
  return h("details", { open: open && list.length < 6 }, h("summary", {}, t("problems", { n: list.length })),
    h("ul", { class: "small" }, list.slice(0, 100).map((p) => h("li", {}, say(p.where), ": ", say(p.what), p.advice ? [" (", say(p.advice), ")"] : ""))));
}
