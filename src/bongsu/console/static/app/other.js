// The Data and Help views.

import { served } from "./api.js";
import { fill, h } from "./dom.js";
import { utc } from "./format.js";
import { t } from "./i18n.js";
import { say } from "./said.js";
import { set } from "./state.js";

export function showData(panel, status, own = [], onOpen = null) {
  fill(panel, h("h1", {}, t("data.title")), h("p", { class: "lead", id: "sentence" }, t("data.sentence", { version: status.version })),
    h("h2", {}, t("data.tables")),
    h("div", { class: "scroll" }, h("table", {}, h("thead", {}, h("tr", {}, ["column.what", "column.covers", "column.verdict"].map((key) => h("th", { scope: "col" }, t(key))))),
      h("tbody", {}, status.tables.map((table) => h("tr", {}, h("td", {}, say(table.label)), h("td", {}, say(table.words)),
        h("td", {}, h("span", { class: `sign ${table.good ? "fits" : "look"}`, "data-sign": table.good ? "=" : "!" }, t(table.good ? "data.good" : "data.old")))))))),
    ownFiles(own, onOpen),
    h("h2", {}, t("data.cases")),
    h("ul", {}, status.case_heads.map((head) => h("li", {}, h("button", { type: "button", class: "as-link", onclick: () => set({ view: "launch", case: head.name, text: "", sel: "", t: "" }) }, say(head.title)), h("div", { class: "small" }, say(head.summary))))),
    h("h2", {}, t("data.feeds")), h("p", {}, t("data.feeds.none")),
    forPrograms(),
    h("p", { class: "small" }, `${t("data.asked")} ${utc(status.at)} UTC`));
}

/** Files named to `bongsu serve`: what they are, of when, and what is wrong with them. */
function ownFiles(own, onOpen) {
  if (!served) return null;
  return [h("h2", {}, t("own.title")), own.length === 0 ? h("p", {}, t("own.none"), " ", h("code", {}, "bongsu serve FILE …")) : h("div", { class: "scroll" }, h("table", { id: "ownfiles" },
    h("thead", {}, h("tr", {}, ["own.file", "column.what", "own.changed", "column.verdict"].map((key) => h("th", { scope: "col" }, t(key))))),
    h("tbody", {}, own.map((head) => h("tr", {}, h("td", {}, h("button", { type: "button", class: "as-link", onclick: () => onOpen(head) }, head.name)), h("td", {}, t(`own.kind.${head.kind}`)), h("td", {}, `${utc(new Date(head.changed), false)} UTC`),
      h("td", {}, h("span", { class: `sign ${head.problem ? "look" : "fits"}`, "data-sign": head.problem ? "!" : "=" }, head.problem ? say(head.problem) : t("data.good"))))))))];
}

/** Where the interface for programs is listed and described; a page without a server has none. */
function forPrograms() {
  return served ? [h("h2", {}, "API"), h("p", {}, t("data.api"), " ", h("a", { href: "/api" }, "/api"), " · ", h("a", { href: "/api/openapi.json" }, "/api/openapi.json"))] : null;
}

const KEYS = [["/", "help.search"], ["1–6", "help.views"], ["space", "help.play"], ["← →", "help.minute"], ["shift ← →", "help.ten"], ["n", "help.now"], ["g", "help.map"], ["e", "help.export"], ["l", "help.link"], ["esc", "help.close"], ["?", "help.help"]];
const WORDS = ["possible", "impossible", "agree", "both", "undetermined", "off_nadir", "incidence", "gsd", "miss"];

export function showHelp(panel) {
  fill(panel, h("h1", {}, t("help.title")), h("p", { class: "lead", id: "sentence" }, t("help.sentence")),
    h("h2", {}, t("help.start")), h("ol", {}, ["help.step1", "help.step2", "help.step3", "help.step4"].map((key) => h("li", {}, t(key)))),
    h("h2", {}, t("help.keys")), h("div", { class: "scroll" }, h("table", {}, h("tbody", {}, KEYS.map(([key, words]) => h("tr", {}, h("th", { scope: "row" }, h("kbd", {}, key)), h("td", {}, t(words))))))),
    h("h2", {}, t("help.glossary")), h("dl", {}, WORDS.map((word) => [h("dt", {}, h("b", {}, t(`glossary.${word}`))), h("dd", {}, t(`glossary.${word}.means`))])),
    forPrograms(),
    h("p", { class: "small" }, t("not_official")), h("p", { class: "small" }, t("boundaries")));
}
