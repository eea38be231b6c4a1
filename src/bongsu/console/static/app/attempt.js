// Was an orbital launch attempted? The four kinds of flight as bars, what speaks for and against, and apart from it the law.

import { h, s } from "./dom.js";
import { panelMenu } from "./export.js";
import { sign } from "./findings.js";
import { t } from "./i18n.js";
import { say, saidText } from "./said.js";
import { set } from "./state.js";

const KINDS = { "orbital launch": "attempt.kind.orbital", "lofted ballistic test": "attempt.kind.lofted", "standard ballistic test": "attempt.kind.standard", other: "attempt.kind.other" };
const SIDES = { for: "attempt.for", against: "attempt.against", neither: "attempt.neither" };
const [ALMOST, HARDLY] = [0.995, 0.005]; // as the engine words a share
const NEITHER = 0.1; // log10: less is neither for nor against, as on the terminal and in the report
const REACH = 3; // log10 at either end of a bar's room: a factor of 1,000
const OTHERS = 5; // further findings, of other launches, that are named

/** The findings of that question, the one of the launch on screen first. */
export function attemptsOf(findings, launch) {
  const all = findings.filter((item) => item.topic === "attempt" && item.details?.contributions);
  const own = all.find((item) => item.id === `attempt:${launch}`);
  return own ? [own, ...all.filter((item) => item !== own)] : all;
}

/** The part of the Launch view; nothing where no finding answers the question. */
export function attemptPart(body, launch, use) {
  const [finding, ...others] = attemptsOf(body.answer.items, launch);
  if (!finding) return [];
  const legal = body.answer.items.find((item) => item.topic === "legal");
  const told = [...finding.details.contributions].sort((a, b) => Math.abs(b.log10_factor.value) - Math.abs(a.log10_factor.value));
  const whole = (item, words) => h("button", { type: "button", class: "as-link", "data-id": item.id, onclick: () => set({ sel: item.id }) }, words);
  const of = finding.id.replace(/^attempt:/, "");
  const command = body.kind === "case" && body.answer.case ? `bongsu explain ${finding.id} --case ${body.answer.case}` : body.command;
  const out = [
    h("div", { class: "row" }, h("h2", { class: "grow", id: "part-attempt", tabindex: "-1" }, t("attempt")), panelMenu("attempt", { rows: flat(finding, told), json: finding, command }, use.say)),
    h("p", {}, sign(finding), " ", h("span", { class: "soft" }, say(of)), " ", finding.experimental ? h("b", { class: "small" }, t("why.experimental")) : null, " ", whole(finding, t("why"))),
  ];
  if (!told.length) return [...out, h("p", {}, say(finding.statement)), ...aside(legal, whole)];
  out.push(h("div", { class: "scroll" }, kindTable(finding.details.posterior)), h("p", { class: "small" }, t("attempt.kinds.note", { prior: percent(finding.details.counted_prior["orbital launch"]) })),
    h("h3", {}, t("attempt.evidence")), h("div", { class: "scroll" }, evidenceTable(told)), h("p", { class: "small" }, t("attempt.evidence.note")));
  const missing = finding.details.missing ?? [];
  if (missing.length) out.push(h("details", { "data-key": "attempt-missing" }, h("summary", { class: "small" }, t("attempt.missing", { n: missing.length })), h("ul", { class: "small" }, missing.map((item) => h("li", {}, say(item.feature), ": ", say(item.why))))));
  if (finding.caveats.length) out.push(h("details", { "data-key": "attempt-caveats" }, h("summary", { class: "small" }, t("why.caveats")), h("ul", { class: "small" }, finding.caveats.map((words) => h("li", {}, say(words))))));
  if (others.length) out.push(h("p", { class: "small" }, t("attempt.others"), " ", others.slice(0, OTHERS).flatMap((item, index) => [index ? "; " : "", whole(item, item.id.replace(/^attempt:/, "")), ` ${item.mark}`]), others.length > OTHERS ? ` ${t("more", { n: others.length - OTHERS })}` : ""));
  return [...out, ...aside(legal, whole)];
}

/** The law is another question; it stands apart and does not move the bars. */
function aside(legal, whole) {
  return legal ? [h("section", { class: "apart", id: "legal", "aria-label": t("attempt.legal") }, h("h3", {}, t("attempt.legal")), h("p", {}, sign(legal), " ", whole(legal, t("why"))), h("p", { class: "small" }, say(legal.statement)))] : [];
}

function kindTable(posterior) {
  const kinds = Object.entries(posterior);
  return h("table", { id: "hypotheses" },
    h("thead", {}, h("tr", {}, ["attempt.kind", "attempt.share", "attempt.bar", "attempt.counted"].map((key) => h("th", { scope: "col" }, t(key))))),
    h("tbody", {}, kinds.map(([kind, shares]) => h("tr", {}, h("th", { scope: "row" }, kind in KINDS ? t(KINDS[kind]) : kind), h("td", { class: "t" }, shareWords(shares.equal_prior)),
      h("td", {}, shareSpan(shares.equal_prior)), h("td", { class: "t" }, shareWords(shares.counted_prior))))));
}

function evidenceTable(told) {
  return h("table", { id: "evidence" },
    h("thead", {}, h("tr", {}, ["attempt.feature", "attempt.seen", "attempt.times", "attempt.against_for"].map((key) => h("th", { scope: "col" }, t(key))))),
    h("tbody", {}, told.map((item) => h("tr", {}, h("th", { scope: "row", title: item.note }, say(item.feature)), h("td", {}, say(item.seen)), h("td", {}, timesWords(saidText(item.words))),
      h("td", {}, factorBar(item.log10_factor), " ", t(SIDES[side(item.log10_factor.value)]))))));
}

/** `x 300 (60 to 3,000)` as two pieces that do not break inside. */
const timesWords = (words) => words.replace(/^x /, "× ").split(/ (?=\()/).flatMap((piece) => [h("span", { class: "whole" }, piece), " "]);

const side = (log10) => (Math.abs(log10) < NEITHER ? "neither" : log10 > 0 ? "for" : "against");
const percent = (share) => `${Math.round(share * 100)} %`;

/** A share with its 90 per cent interval, worded as the engine words it. */
export function shareWords({ value, low, high }) {
  if (low >= ALMOST) return t("attempt.over");
  if (high < HARDLY) return t("attempt.under");
  const end = (number) => (number >= ALMOST ? "> 0.99" : number < HARDLY ? "< 0.01" : number.toFixed(2));
  return `${Math.min(Math.max(value, 0.01), 0.99).toFixed(2)} (${end(low)}–${end(high)})`;
}

/** A bar from 0 to 1 to the share, its interval as a line with ends. The words stand beside it. */
function shareSpan({ value, low, high }) {
  const x = (share) => (2 + share * 96).toFixed(1);
  return h("span", { class: "odds" }, s("svg", { viewBox: "0 0 100 12", preserveAspectRatio: "none", "aria-hidden": "true" },
    s("rect", { class: "ground", x: 2, y: 1, width: 96, height: 10 }), s("rect", { class: "part", x: 2, y: 1, width: Math.max(0.8, value * 96), height: 10 }),
    s("path", { class: "span", d: `M${x(low)} 6H${x(high)}M${x(low)} 2.5V9.5M${x(high)} 2.5V9.5` })));
}

/** A bar from the middle, a factor of 1: to the right for an orbital launch, to the left against it. */
function factorBar({ value, low, high }) {
  const x = (log10) => 50 + Math.max(-1, Math.min(1, log10 / REACH)) * 48;
  const [from, to] = [Math.min(50, x(value)), Math.max(50, x(value))];
  return h("span", { class: "odds" }, s("svg", { viewBox: "0 0 100 12", preserveAspectRatio: "none", "aria-hidden": "true" },
    s("path", { class: "axis", d: "M50 0V12" }), s("rect", { class: side(value), x: from, y: 2, width: Math.max(1, to - from), height: 8 }),
    s("path", { class: "span", d: `M${x(low).toFixed(1)} 6H${x(high).toFixed(1)}` })));
}

function flat(finding, told) {
  const shares = Object.entries(finding.details.posterior).map(([kind, item]) => ({ what: "kind", name: kind, seen: "", side: "", value: item.equal_prior.value, low: item.equal_prior.low, high: item.equal_prior.high, unit: "share, 90 %" }));
  return [...shares, ...told.map((item) => ({ what: "feature", name: item.feature, seen: item.seen, side: side(item.log10_factor.value), value: item.log10_factor.value, low: item.log10_factor.low, high: item.log10_factor.high, unit: "log10 factor, 90 %" }))];
}
