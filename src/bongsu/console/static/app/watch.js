// The Watch view: what is in force, what comes next, and when a known imager has my places in reach.

import { fill, h, link } from "./dom.js";
import { panelMenu } from "./export.js";
import { failed, problems, waiting } from "./findings.js";
import { margin, utc } from "./format.js";
import { t } from "./i18n.js";
import { ages, card, LEVELS, levelSign, localWords, matrix, planMenu, shownRows, table } from "./plan.js";
import { say, sayAll, saidText } from "./said.js";
import { nextRow, onlyOne, reason } from "./sites.js";
import { set } from "./state.js";

const STATES = { "in force": ["against", "▲"], "not yet issued": ["look", "◆"], undetermined: ["look", "?"], expired: ["open", "○"], cancelled: ["open", "×"] };

/** Draw the view. `data` is {body, error, progress, rows, tracks, places, from, to}. */
export function showWatch(panel, form, state, data, use) {
  const inputs = h("details", { id: "inputs" }, h("summary", {}, t("watch.inputs")), form.element);
  const children = [];
  if (data.progress) children.push(h("h1", {}, t("view.watch")), waiting(`${t("state.working")} ${saidText(data.progress.what ?? "")}`, data.progress.done, data.progress.steps, use.cancel), inputs);
  else if (data.error) {
    inputs.open = true;
    children.push(h("h1", {}, t("view.watch")), failed(data.error, use.again), inputs);
  } else if (!data.body) children.push(h("h1", {}, t("view.watch")), h("div", { class: "state" }, t("watch.empty")), inputs);
  else children.push(...answered(data, inputs, state, use));
  fill(panel, children);
}

function answered(data, inputs, state, use) {
  const { body } = data;
  const rows = shownRows(data.rows, state);
  const chosen = data.rows.find((row) => row.id === state.sel);
  const next = nextRow(data);
  const why = body.finding && state.sel === body.finding.id;
  return [
    h("div", { class: "row" }, h("h1", { class: "grow" }, t("view.watch")), planMenu("watch", data, state, use)),
    h("p", { class: "lead", id: "sentence" }, sentence(data, next)),
    next ? h("p", { class: "number", id: "number" }, h("b", {}, `${utc(next.best).slice(5)} UTC`), localWords(next.best), h("span", { class: "soft" }, next.timing_s === null ? "" : margin(next.timing_s)), levelSign(next),
      h("span", { class: "soft grow" }, sayAll([next.place, next.who], ", "), `, ${next.off_nadir_deg.toFixed(0)}°${next.assumed ? "*" : ""}`),
      h("button", { type: "button", "aria-expanded": why ? "true" : "false", "aria-controls": "why", onclick: () => set({ sel: why ? "" : body.finding.id }) }, t(why ? "why.close" : "why")),
      h("button", { type: "button", onclick: () => set({ sel: next.id }) }, t("show"))) : null,
    body.finding && (why || !next) ? reason(body.finding, state) : null,
    use.stale(data),
    inputs,
    problems(body.problems, true),
    chosen ? card(chosen, data, use) : null,
    body.events.length ? [headed(t("watch.events"), panelMenu("events", { rows: body.events.map(eventRow), json: body.events, of: "watch.events" }, use.say)), events(body.events, state)] : null,
    headed(`${t("watch.notices")} (${body.items.length})`, body.items.length ? panelMenu("notices", { rows: body.items.flatMap(noticeRows), json: body.items, geojson: body.scene.features.length ? () => body.scene : null, command: body.notices_command, of: "watch.notices" }, use.say) : null), body.items.length ? notices(body.items, state) : h("p", { class: "small" }, t("watch.notices.none")),
    body.plan ? [h("h2", {}, t("watch.passes", { hours: Math.round((data.to - data.from) / 3600000) })), onlyOne(state), data.rows.length ? [matrix(rows, data, state, use), table(rows, data, state, use)] : h("p", { class: "small" }, t("sites.none.reach", { hours: 48, places: data.placeNames.length, satellites: body.inputs.length }))] : null,
    ages(body.inputs),
    h("p", { class: "small" }, t("sites.note")), h("p", { class: "small" }, t("not_official")),
  ];
}

const headed = (words, menu) => h("div", { class: "row" }, h("h2", { class: "grow" }, words), menu);
const eventRow = (event) => ({ time: event.time, kind: event.kind, what: event.what, who: event.who ?? "", level: event.level === undefined ? "" : LEVELS[event.level], more: event.more ?? "", id: event.id });
const noticeRows = (item) => (item.windows.length ? item.windows : [{ start: null, end: null }]).map((window) => ({ id: item.id, origin: item.origin, name: item.name, publisher: item.publisher, state: item.state, issued: item.issued, start: window.start, end: window.end, areas_known: item.areas_known }));

function sentence(data, next) {
  const { body } = data;
  const inForce = body.items.filter((item) => item.state === "in force").length;
  const first = t(inForce === 0 ? "watch.sentence.no_notice" : inForce === 1 ? "watch.sentence.notice" : "watch.sentence.notices", { n: inForce });
  if (!body.plan) return `${first} ${t("watch.sentence.no_passes")}`;
  if (!next) return `${first} ${t("watch.sentence.no_warning", { hours: 48 })}`;
  return `${first} ${t("watch.sentence.warning", { time: utc(next.best, false), place: next.place })}`;
}

function events(list, state) {
  return h("div", { class: "scroll" }, h("table", { id: "events" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, `${t("column.time")} UTC`), h("th", { scope: "col" }, t("column.what")), h("th", { scope: "col" }, t("column.level")))),
    h("tbody", {}, list.slice(0, 8).map((event) => h("tr", { class: "pickable", "aria-selected": state.sel === event.id ? "true" : "false", onclick: () => set({ sel: event.id, t: event.time }) },
      h("td", { class: "t" }, h("button", { type: "button", class: "as-link", "data-id": `event:${event.id}:${event.time}`, onclick: (click) => { click.stopPropagation(); set({ sel: event.id, t: event.time }); } }, utc(event.time).slice(5, 16))),
      h("td", {}, event.kind === "exposure" ? t(event.more ? "watch.event.more" : "watch.event.exposure", { place: event.what, who: event.who, n: event.more }) : [t(`watch.event.${event.kind}`), " ", say(event.what)]),
      h("td", {}, event.kind === "exposure" ? levelSign(event) : h("span", { class: `sign ${event.kind === "opens" ? "against" : "open"}`, "data-sign": event.kind === "opens" ? "▲" : "○" }, t("notice"))))))));
}

function notices(items, state) {
  const chosen = items.find((item) => state.sel === item.id || state.sel.startsWith(`${item.id} `));
  return h("div", {}, h("div", { class: "scroll" }, h("table", { id: "notices" },
    h("thead", {}, h("tr", {}, [t("notice"), t("column.state"), `${t("column.window")} UTC`].map((words) => h("th", { scope: "col" }, words)))),
    h("tbody", {}, items.map((item) => h("tr", { class: "pickable", "aria-selected": chosen === item ? "true" : "false", onclick: () => set({ sel: chosen === item ? "" : item.id }) },
      h("td", {}, h("button", { type: "button", class: "as-link", "data-id": `notice:${item.id}`, onclick: (event) => { event.stopPropagation(); set({ sel: item.id }); } }, say(item.name)), h("div", { class: "small" }, `${t(`origin.${item.origin}`)}; ${t("areas.known")}: `, say(item.areas_known))),
      h("td", {}, stateSign(item)), h("td", { class: "t" }, windowWords(item.next_window), item.windows.length > 1 ? h("div", { class: "soft" }, t("watch.windows", { n: item.windows.length })) : null)))))),
    chosen ? h("div", { class: "why", id: "notice" }, h("p", {}, h("b", {}, say(chosen.name))), chosen.in_words ? h("p", {}, say(chosen.in_words)) : null,
      h("p", { class: "small" }, chosen.issued ? `${t("issued")} ${/^\d{4}-\d\d-\d\dT/.test(chosen.issued) ? utc(chosen.issued, false) : chosen.issued}` : "", chosen.ends ? `  ${t("expires")} ${utc(chosen.ends, false)} UTC` : ""),
      h("ul", { class: "small" }, chosen.windows.slice(0, 30).map((window) => h("li", { class: "t" }, windowWords(window)))),
      chosen.sources.length ? h("ul", { class: "small", lang: "en" }, chosen.sources.map((source) => h("li", {}, source.publisher, source.address ? [": ", link(source.address)] : ""))) : null) : null);
}

function stateSign(item) {
  const [kind, shape] = STATES[item.state] ?? ["look", "?"];
  return h("span", { class: `sign level ${kind}`, "data-sign": shape }, t(item.open ? "notice.open" : `notice.${item.state.replaceAll(" ", "_")}`));
}

const windowWords = (window) => (window ? `${window.start ? utc(window.start, false).slice(5) : "…"} – ${window.end ? utc(window.end, false).slice(5) : "…"}` : "–");
