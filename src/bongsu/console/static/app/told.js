// What else a notice says: which kind it is and why, which event it belongs to, who must be told.

import { h } from "./dom.js";
import { panelMenu } from "./export.js";
import { problems } from "./findings.js";
import { utc } from "./format.js";
import { t } from "./i18n.js";
import { say, sayAll } from "./said.js";
import { shareBar } from "./plot.js";
import { set, state } from "./state.js";

/** Kind of a notice with its reasons; `onSpan` marks the words of the text that a reason rests on. */
export function kindPart(notice, onSpan) {
  const shares = Object.entries(notice.kind_probabilities ?? {}).filter(([, share]) => share >= 0.005).sort((a, b) => b[1] - a[1]);
  if (!shares.length) return null;
  return h("div", {}, h("dl", { class: "ways" }, shares.map(([kind, share]) => [h("dt", {}, shareBar(share)), h("dd", {}, say(kind))])),
    notice.kind_reasons?.length ? h("details", { "data-key": `kind:${notice.id}` }, h("summary", { class: "small" }, t("kind.why")),
      h("div", { class: "scroll" }, h("table", {}, h("thead", {}, h("tr", {}, ["column.sign", "column.for", "column.weight"].map((key) => h("th", { scope: "col", class: key === "column.weight" ? "n" : "" }, t(key))))),
        h("tbody", {}, notice.kind_reasons.map((reason) => h("tr", { lang: "en" },
          h("td", {}, reason.text_span ? h("button", { type: "button", class: "as-link", onclick: () => onSpan(reason.text_span) }, reason.found || reason.name) : reason.found || reason.name),
          h("td", {}, say(reason.kind)), h("td", { class: "n" }, `${reason.weight > 0 ? "+" : "−"}${Math.abs(reason.weight).toFixed(1)}`)))))),
      h("p", { class: "small" }, t("kind.note"))) : null);
}

/** Events: one from several notices, with what joined them. */
export function eventsPart(part, use) {
  const events = part.answer.items;
  const rows = events.map((item) => ({ event: item.id, kind: item.kind, state: item.state, certainty: item.certainty, notices: item.members.map((member) => member.id).join("; "), windows: item.windows.length, start: item.windows[0]?.start ?? "", end: item.windows.at(-1)?.end ?? "" }));
  return [h("div", { class: "row" }, h("h2", { class: "grow", id: "part-events", tabindex: "-1" }, t("events")), panelMenu("events", { rows, json: part.answer, command: part.command }, use.say)),
    h("p", { class: "small" }, t("events.sentence", { events: events.length, notices: events.reduce((sum, item) => sum + item.members.length, 0) })),
    h("div", { class: "scroll" }, h("table", { id: "events" },
      h("thead", {}, h("tr", {}, ["column.event", "column.kind", "column.window", "column.state"].map((key) => h("th", { scope: "col" }, t(key), key === "column.window" ? " UTC" : "")))),
      h("tbody", {}, events.map((item) => h("tr", {},
        h("td", {}, item.members.map((member) => h("div", {}, member.id || t("notice.unnumbered"), member.state === "cancelled" ? ` (${member.state} ${member.cancelled_by ?? ""})` : "")),
          item.members.length > 1 ? h("details", { "data-key": `event:${item.id}` }, h("summary", { class: "small" }, say(item.certainty), ` (${item.probability.toFixed(2)})`), h("ul", { class: "small" }, item.links.flatMap((link) => link.reasons).filter((reason) => reason.weight > 0).slice(0, 8).map((reason) => h("li", {}, say(reason.statement))))) : null),
        h("td", {}, say(item.kind)), h("td", {}, item.windows.slice(0, 2).map((w) => h("div", { class: "t" }, `${w.start ? utc(w.start, false) : "…"} – ${w.end ? utc(w.end, false) : "…"}`)), item.windows.length > 2 ? h("div", { class: "soft" }, t("more", { n: item.windows.length - 2 })) : null),
        h("td", {}, say(item.state)))))))];
}

const miles = ({ low, high }) => (high < 926 ? "0" : low === high ? (low / 1852).toFixed(0) : `${(low / 1852).toFixed(0)}–${(high / 1852).toFixed(0)}`);
const minutes = ({ low, high }) => (Math.round(low / 60) === Math.round(high / 60) ? (low / 60).toFixed(0) : `${(low / 60).toFixed(0)}–${(high / 60).toFixed(0)}`);

/** Who must be told of the areas. */
export function toldPart(part, use) {
  const { answer } = part;
  const rows = answer.items.filter((item) => item.party);
  const ways = answer.items.filter((item) => item.route);
  const flat = [...rows.map(flatParty), ...ways.flatMap(flatWay)];
  return [h("div", { class: "row" }, h("h2", { class: "grow", id: "part-told", tabindex: "-1" }, t("told")), panelMenu("whom", { of: "told", rows: flat, json: answer, command: part.command, geojson: use.toldShapes }, use.say)),
    use.retelling() ? h("p", { class: "small", role: "status" }, t("state.working")) : null,
    h("p", {}, say(answer.statement)),
    h("div", { class: "scroll" }, h("table", { id: "told" },
      h("thead", {}, h("tr", {}, ["column.party", "column.relation", "column.areas", "column.distance"].map((key) => h("th", { scope: "col", class: key === "column.distance" ? "n" : "" }, t(key))))),
      h("tbody", {}, grouped(rows).map((group) => h("tr", { "aria-selected": isChosen(group.party) ? "true" : false },
        h("td", {}, onMapOrNot(ON_MAP[group.party.kind], group.party.name), group.party.who ? h("div", { class: "soft small" }, say(group.party.who)) : null), h("td", {}, say(group.relation)),
        h("td", {}, sayAll(group.areas, ", ")), h("td", { class: "n" }, miles(group))))))),
    ways.length ? wayTable(ways) : null,
    answer.problems?.length ? problems(answer.problems) : null,
    h("details", { "data-key": "told-advice" }, h("summary", { class: "small" }, t("told.advice")), h("ul", { class: "small" }, [...answer.advice, ...answer.caveats].map((words) => h("li", {}, say(words))))),
    h("p", { class: "small" }, t("told.note"))];
}

const ON_MAP = { FIR: "fir", port: "port", position: "port" };
const LAYER_OF = { fir: "firs", route: "routes", port: "ports" };
const isChosen = (party) => state.sel !== "" && state.sel === `${ON_MAP[party.kind]}:${party.name}`;

/** A name that chooses its item on the map and lets its layer be drawn, or words where it is on no map. */
function onMapOrNot(kind, name) {
  if (!kind) return say(name);
  const layer = LAYER_OF[kind];
  const shown = () => [...new Set([...state.show.split(",").filter(Boolean), layer])].join(",");
  return h("button", { type: "button", class: "as-link", "data-id": `told:${kind}:${name}`, onclick: () => set({ sel: `${kind}:${name}`, show: shown() }) }, say(name));
}

/** Routes, and their stretches inside areas. */
function wayTable(ways) {
  const near = ways.filter((way) => way.stretches.length).concat(ways.filter((way) => !way.stretches.length).slice(0, 20));
  return [h("h3", {}, t("told.routes")), h("div", { class: "scroll" }, h("table", { id: "toldroutes" },
    h("thead", {}, h("tr", {}, ["told.route", "column.areas", "told.inside", "told.minutes"].map((key) => h("th", { scope: "col" }, t(key))))),
    h("tbody", {}, near.map((way) => h("tr", { "aria-selected": state.sel === `route:${way.route.name}` ? "true" : false },
      h("td", {}, onMapOrNot("route", way.route.name)), h("td", {}, [way.area.notice, way.area.label].filter(Boolean).join(" ")),
      h("td", {}, way.stretches.length ? way.stretches.slice(0, 6).map((each) => h("div", {}, `${(each.enter_m / 1852).toFixed(0)}–${(each.leave_m / 1852).toFixed(0)}`)) : t("told.clear", { nm: miles(way.distance_m) })),
      h("td", {}, way.stretches.slice(0, 6).map((each) => h("div", {}, `${minutes(each.enter_s)} … ${minutes(each.leave_s)}`)))))))), h("p", { class: "small" }, t("told.routes.note"))];
}

const flatParty = (item) => ({ notice: item.area.notice, area: item.area.label, kind: item.party.kind, party: item.party.name, who: item.party.who, relation: item.relation, share: item.share ?? "", distance_m_low: item.distance_m.low, distance_m_high: item.distance_m.high, enter_m: "", leave_m: "", source: item.party.source });

/** A row for each stretch of a route inside an area, or one that says how near it comes. */
function flatWay(item) {
  const shared = { notice: item.area.notice, area: item.area.label, kind: "route", party: item.route.name, who: "", relation: item.relation, share: "", distance_m_low: item.distance_m.low, distance_m_high: item.distance_m.high };
  const stretches = item.stretches.length ? item.stretches : [{ enter_m: "", leave_m: "" }];
  return stretches.map(({ enter_m, leave_m }) => ({ ...shared, enter_m, leave_m, source: "" }));
}

/** Parties with the areas that stand to them in the same way; the distance spans those areas. [m] */
function grouped(rows) {
  const groups = new Map();
  for (const item of rows) {
    const key = `${item.party.kind} ${item.party.name} ${item.relation}`;
    const name = [item.area.notice, item.area.label.replace(/^area /, "")].filter(Boolean).join(" ");
    const [low, high] = [item.distance_m.low ?? item.distance_m.value, item.distance_m.high ?? item.distance_m.value];
    const group = groups.get(key) ?? { party: item.party, relation: item.relation, areas: [], low, high };
    group.areas.push(name);
    group.low = Math.min(group.low, low);
    group.high = Math.max(group.high, high);
    groups.set(key, group);
  }
  return [...groups.values()];
}
