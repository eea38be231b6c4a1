// The Sites view: who is over my places, and when. Bars, a table and the map are the same passes.

import { fill, h } from "./dom.js";
import { panelMenu } from "./export.js";
import { failed, leading, problems, sign, waiting, whole } from "./findings.js";
import { margin, place, utc } from "./format.js";
import { t } from "./i18n.js";
import { say, saidText } from "./said.js";
import { ages, card, levelSign, matrix, planMenu, shownRows, table } from "./plan.js";
import { set } from "./state.js";

/** Draw the view. `data` is {body, error, progress, rows, tracks, places, from, to}. */
export function showSites(panel, form, state, data, use) {
  const inputs = h("details", { id: "inputs", open: !data.body && !data.progress }, h("summary", {}, t("sites.inputs")), form.element);
  const children = [data.body ? h("div", { class: "row" }, h("h1", { class: "grow" }, t("sites.title")), planMenu("warn", data, state, use)) : h("h1", {}, t("sites.title"))];
  if (data.progress) children.push(waiting(`${t("state.working")} ${saidText(data.progress.what ?? "")}`, data.progress.done, data.progress.steps, use.cancel));
  else if (data.error) children.push(failed(data.error, use.again));
  else if (!data.body) children.push(h("div", { class: "state" }, t("sites.empty")));
  if (data.body) children.push(...answered(data, inputs, state, use));
  else children.push(inputs);
  fill(panel, children);
}

function answered(data, inputs, state, use) {
  const { body } = data;
  const reach = Boolean(body.plan);
  const rows = shownRows(data.rows, state);
  const chosen = data.rows.find((row) => row.id === state.sel);
  const hours = Math.round((data.to - data.from) / 3600000);
  const next = nextRow(data);
  return [
    h("p", { class: "lead", id: "sentence" }, sentence(data, reach, hours)),
    next ? h("p", { class: "number", id: "number" }, h("b", {}, `${utc(next.best)} UTC`), h("span", { class: "soft" }, next.timing_s === null ? "" : margin(next.timing_s)), levelSign(next),
      h("span", { class: "grow" }, t(reach ? "sites.next.warn" : "sites.next"), " ", say(next.place)),
      body.finding && state.sel !== body.finding.id ? h("button", { type: "button", "aria-expanded": "false", onclick: () => set({ sel: body.finding.id }) }, t("why")) : null,
      h("button", { type: "button", onclick: () => set({ sel: next.id }) }, t("show"))) : null,
    body.finding && (state.sel === body.finding.id || !next) ? reason(body.finding, state) : null,
    use.stale(data),
    inputs,
    problems(body.problems, true),
    chosen ? card(chosen, data) : null,
    data.rows.length ? bars(rows, data, state, use) : null,
    data.rows.length ? [h("h2", {}, `${t("passes")} (${rows.length.toLocaleString("en")})`), table(rows, data, state, use)] : null,
    reach ? revisits(body.plan, use) : null,
    ages(body.inputs),
    body.notes?.length ? h("ul", { class: "small" }, body.notes.map((note) => h("li", {}, say(note)))) : null,
    h("p", { class: "small" }, t("sites.note")),
  ];
}

function sentence(data, reach, hours) {
  const { body, rows } = data;
  const places = data.placeNames.length;
  if (!rows.length) return t(reach ? "sites.none.reach" : "sites.none", { hours, places, satellites: body.inputs.length });
  if (!reach) return t("sites.sentence", { n: rows.length, lit: rows.filter((row) => row.sun > 0).length, places, hours });
  return t("sites.sentence.warn", { n: rows.filter((row) => row.level === 0).length, watch: rows.filter((row) => row.level === 1).length, places, satellites: body.inputs.length, hours });
}

/** The next row that counts, from when it was asked: the finding's WARN, or a pass in daylight. The clock does not move it. */
export function nextRow(data) {
  const held = data.body?.finding?.details?.exposure;
  return data.rows.find((row) => (row.level === null ? row.sun > 0 : row.id === held));
}

export const onlyOne = (state) => (state.sel.startsWith("site:") ? h("p", {}, t("only", { name: state.sel.slice(5) }), " ", h("button", { type: "button", onclick: () => set({ sel: "" }) }, t("only.all"))) : null);

/** The finding behind the number, with what it rests on. */
export function reason(finding, state) {
  const open = state.sel === finding.id;
  const number = leading(finding);
  return h("div", {}, open ? h("p", {}, h("button", { type: "button", "aria-expanded": "true", "aria-controls": "why", onclick: () => set({ sel: "" }) }, t("why.close"))) : h("p", { class: "number", id: "number" }, number ? [h("b", {}, number.words), h("span", { class: "soft grow", lang: number.lang }, number.name)] : h("b", {}, t("number.none")), sign(finding), h("button", { type: "button", "aria-expanded": "false", onclick: () => set({ sel: finding.id }) }, t("why"))),
    open ? [whole(finding, [], ""), finding.evidence.length ? h("ul", { class: "small" }, finding.evidence.map((item) => h("li", {}, say(item.what), item.age_days === null ? "" : `, ${item.age_days.toFixed(1)} d`, item.sha256 ? h("code", {}, ` ${item.sha256.slice(0, 12)}`) : ""))) : null] : null);
}

/** The bars with a menu that gives them as a picture. */
function bars(rows, data, state, use) {
  const picture = matrix(rows, data, state, use);
  return [h("div", { class: "row" }, h("h2", { class: "grow" }, t("sites.bars")), panelMenu("bars", { picture: () => [data.matrix.picture], of: "sites.bars" }, use.say)), onlyOne(state), picture];
}

const revisitRow = (item) => ({ site: item.name, latitude: item.latitude, longitude: item.longitude, WARN: item.counts[0], watch: item.counts[1], night: item.counts[2], next: item.next ?? "", ...item.revisit });

function revisits(plan, use) {
  const shown = plan.places.slice(0, 200);
  const hours = (value, open) => (value === null ? "–" : `${open ? "> " : ""}${value.toFixed(1)}`);
  return h("details", { open: plan.places.length < 8 }, h("summary", {}, t("sites.revisit")),
    h("div", { class: "row" }, h("span", { class: "grow" }), panelMenu("places", { rows: plan.places.map(revisitRow), json: plan.places, of: "sites.revisit" }, use.say)),
    h("div", { class: "scroll" }, h("table", { id: "revisit" },
      h("thead", {}, h("tr", {}, [["site"], ["level.WARN", "n"], ["level.watch", "n"], ["level.night", "n"], ["revisit.mean", "n"], ["revisit.longest", "n"]].map(([key, kind]) => h("th", { scope: "col", class: kind ?? "" }, t(key))))),
      h("tbody", {}, shown.map((item) => h("tr", {}, h("td", {}, h("button", { type: "button", class: "as-link", onclick: () => set({ sel: `site:${item.name}` }) }, item.name)), item.counts.map((n) => h("td", { class: "n" }, n)),
        h("td", { class: "n" }, hours(item.revisit.mean_gap_h)), h("td", { class: "n" }, hours(item.revisit.max_gap_h, item.revisit.max_is_open))))))),
    h("p", { class: "small" }, t("sites.revisit.note")), plan.places.length > 200 ? h("p", { class: "small" }, t("more", { n: plan.places.length - 200 })) : null);
}

export const placeWords = (site) => `${site.name}, ${place(site.latitude, site.longitude)}`;
