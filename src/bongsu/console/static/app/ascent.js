// The ascent of a case's vehicle: profile plots, events, failure cases and the regions where parts come down, with times.

import { h } from "./dom.js";
import { panelMenu } from "./export.js";
import { failed, waiting } from "./findings.js";
import { utc } from "./format.js";
import { t } from "./i18n.js";
import { say, sayAll, saidText } from "./said.js";
import { linePlot } from "./plot.js";
import { outline, rewound } from "./scene.js";
import { apart } from "./sphere.js";
import { set } from "./state.js";

export const KINDS = ["none", "no-ignition", "early-cut", "thrust-loss", "burst", "no-separation"];
const DRAWN = [0.5, 0.9, 0.99]; // containments in the table and on the map; the export holds all

/** "no-ignition,2,0,0" as its parts, or null where it is none. */
export function parseFailure(text) {
  const [kind, stage = "", from = "0", to = from] = text.split(",");
  const after = [+from, +to];
  if (!KINDS.includes(kind) || stage.length > 40 || !after.every((n) => n >= 0 && n < 1e5) || after[0] > after[1]) return null;
  return { kind, stage, after };
}

export const tPlus = (seconds) => `T${seconds < 0 ? "−" : "+"}${clockWords(Math.abs(seconds))}`;
const clockWords = (seconds) => { const whole = Math.round(seconds); return `${whole >= 3600 ? `${Math.floor(whole / 3600)}:` : ""}${String(Math.floor((whole % 3600) / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`; };
export const fallId = (item) => `fall:${item.label}:${item.probability}`;

/** Rows of a flight with the distance from the pad. */
export function withRange(flight) {
  const first = flight.trajectory[0];
  return flight.trajectory.map((row) => ({ ...row, downrange_km: apart([first.longitude, first.latitude], [row.longitude, row.latitude]) }));
}

/** Where the vehicle is at a time: {longitude, latitude, height_m, ground_speed_m_s, t_s}, or null before and after. */
export function onFlight(flight, time) {
  const seconds = (+time - +new Date(flight.lift_off)) / 1000;
  const rows = flight.trajectory;
  if (!rows.length || seconds < rows[0].t_s || seconds > rows.at(-1).t_s) return null;
  const high = Math.max(1, rows.findIndex((row) => row.t_s >= seconds));
  const [a, b] = [rows[high - 1], rows[high]];
  const share = (seconds - a.t_s) / (b.t_s - a.t_s || 1);
  const mix = (key) => a[key] + share * (b[key] - a[key]);
  const turn = ((b.longitude - a.longitude + 540) % 360) - 180;
  return { t_s: seconds, latitude: mix("latitude"), longitude: ((a.longitude + share * turn + 540) % 360) - 180, height_m: mix("height_m"), ground_speed_m_s: mix("ground_speed_m_s") };
}

/** The panel: chooser of the launch, plots, events; then failure cases. `more` is the controller's data. */
export function ascentPart(more, state, use) {
  const launch = more.launch;
  const head = h("div", { class: "row" }, h("h2", { class: "grow", id: "part-ascent", tabindex: "-1" }, t("ascent")), more.ascent ? flightMenu(more, use) : null);
  if (!launch?.flown) return [head, h("p", { class: "soft" }, t("ascent.none", { vehicle: launch?.vehicle || t("unknown.short") }))];
  const out = [head, h("p", {}, t("ascent.vehicle", { name: saidText(launch.flown.name) }), " ", h("span", { class: "soft" }, t(launch.flown.own ? "ascent.own" : "ascent.other", { flight: saidText(launch.flown.flight_name) })))];
  if (more.ascentError) out.push(failed(more.ascentError, use.again));
  else if (!more.ascent) out.push(waiting(t("ascent.working"), 0, 0, null));
  else out.push(...flown(more.ascent.answer.items[0], use));
  out.push(...failurePart(more, state, use));
  return out;
}

function flown(flight, use) {
  const rows = withRange(flight);
  const zero = +new Date(flight.lift_off);
  const now = use.time ? (+use.time - zero) / 1000 : null;
  const pick = (seconds) => use.toFlight(new Date(zero + Math.round(seconds) * 1000));
  const range = (event) => apart([rows[0].longitude, rows[0].latitude], [event.longitude, event.latitude]);
  const marks = (y) => flight.events.map((event) => ({ x: event.t_s, y: y(event), words: `${saidText(event.label)}, ${tPlus(event.t_s)}` }));
  const top = rows.reduce((a, b) => (b.height_m > a.height_m ? b : a));
  const here = use.time ? onFlight(flight, use.time) : null;
  return [
    h("p", { class: "number" }, h("b", {}, `${flight.orbit.perigee_km.toFixed(0)} × ${flight.orbit.apogee_km.toFixed(0)} km, ${flight.orbit.inclination_deg.toFixed(1)}°`), h("span", { class: "soft grow" }, t("ascent.orbit")),
      h("button", { type: "button", id: "toflight", onclick: () => pick(0) }, t("ascent.clock"))),
    h("div", { class: "plots", id: "plots" },
      linePlot({ title: t("plot.height"), xName: "T+ s", yName: "km", now, onPick: pick, lines: [{ points: rows.map((row) => [row.t_s, row.height_m / 1000]) }], marks: marks((event) => event.height_m / 1000), words: t("plot.height.words", { top: (top.height_m / 1000).toFixed(0), at: tPlus(top.t_s) }) }),
      linePlot({ title: t("plot.speed"), xName: "T+ s", yName: "km/s", now, onPick: pick, lines: [{ points: rows.map((row) => [row.t_s, row.ground_speed_m_s / 1000]) }], marks: marks((event) => event.ground_speed_m_s / 1000), words: t("plot.speed.words", { last: (rows.at(-1).ground_speed_m_s / 1000).toFixed(1), at: tPlus(rows.at(-1).t_s) }) }),
      linePlot({ title: t("plot.range"), xName: "km", yName: "km", now: here ? apart([rows[0].longitude, rows[0].latitude], [here.longitude, here.latitude]) : null, lines: [{ points: rows.map((row) => [row.downrange_km, row.height_m / 1000]) }], marks: flight.events.map((event) => ({ x: range(event), y: event.height_m / 1000, words: saidText(event.label) })), words: t("plot.range.words", { range: rows.at(-1).downrange_km.toFixed(0) }) })),
    h("details", { "data-key": "flight-events", open: true }, h("summary", { class: "small" }, t("ascent.events")),
      h("div", { class: "scroll" }, h("table", { id: "flight" },
        h("thead", {}, h("tr", {}, ["column.event", "column.t_plus", "column.height", "column.speed", "column.downrange"].map((key, index) => h("th", { scope: "col", class: index ? "n" : "" }, t(key))))),
        h("tbody", {}, flight.events.map((event) => h("tr", { class: "pickable", onclick: () => pick(event.t_s) },
          h("td", { class: "t" }, h("button", { type: "button", class: "as-link", "data-id": `event:${event.label}`, onclick: (press) => { press.stopPropagation(); pick(event.t_s); } }, say(event.label))),
          h("td", { class: "n", title: event.time ? `${utc(event.time)} UTC` : "" }, tPlus(event.t_s)), h("td", { class: "n" }, (event.height_m / 1000).toFixed(0)), h("td", { class: "n" }, (event.ground_speed_m_s / 1000).toFixed(2)), h("td", { class: "n" }, range(event).toFixed(0)))))))),
    h("details", { "data-key": "flight-fit" }, h("summary", { class: "small" }, t("ascent.fit")), h("ul", { class: "small" }, flight.stated.map((item) => h("li", {}, say(item.what), `: ${item.flown_less_stated > 0 ? "+" : ""}${item.flown_less_stated.toPrecision(3)} (± ${item.error.toPrecision(2)})`)))),
    h("p", { class: "small" }, sayAll(flight.caveats))];
}

function flightMenu(more, use) {
  const flight = more.ascent.answer.items[0];
  const file = (form) => [form.toUpperCase(), form, () => use.file(`/api/ascent/simulate/${form}`, more.flightQuestion)];
  return panelMenu("ascent", { rows: withRange(flight), json: more.ascent.answer, geojson: () => more.ascent.scene, files: use.served ? [file("kml"), file("czml")] : [], picture: () => [...document.querySelectorAll("#plots svg")], command: more.ascent.command }, use.say);
}

// --- failures ------------------------------------------------------------------------------------------------------

function failurePart(more, state, use) {
  const asked = more.failDraft ?? parseFailure(state.fail || "none"); // what was chosen stays while answers come in
  const kind = h("select", { id: "failkind" }, KINDS.map((name) => h("option", { value: name, selected: name === asked?.kind }, t(`failure.${name}`))));
  const stage = h("select", { id: "failstage" }, more.launch.flown.stages.map((name) => h("option", { value: name, selected: name === (asked?.stage || "1") }, name)));
  const from = h("input", { id: "failfrom", type: "number", min: 0, max: 9999, step: 1, value: String(asked?.after[0] ?? 0) });
  const to = h("input", { id: "failto", type: "number", min: 0, max: 9999, step: 1, value: String(asked?.after[1] ?? 0) });
  const timed = h("span", { class: "row" }, h("label", {}, h("span", {}, t("failure.from")), from), h("label", {}, h("span", {}, t("failure.to")), to));
  const staged = h("label", {}, h("span", {}, t("failure.stage")), stage);
  const hint = h("p", { class: "small" });
  const show = () => {
    staged.hidden = ["none", "burst"].includes(kind.value);
    timed.hidden = !["early-cut", "thrust-loss", "burst"].includes(kind.value);
    hint.textContent = t(`failure.${kind.value}.means`);
  };
  kind.addEventListener("change", show);
  show();
  const form = h("form", { class: "paste", id: "failform" }, h("div", { class: "row" }, h("label", {}, h("span", {}, t("failure")), kind), staged, timed, h("button", { type: "submit", class: "main" }, t("failure.fly"))), hint);
  form.addEventListener("input", () => { more.failDraft = { kind: kind.value, stage: stage.value, after: [from.value, to.value] }; });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [low, high] = timed.hidden ? [0, 0] : [+from.value, Math.max(+from.value, +to.value)];
    use.askFalls(`${kind.value},${staged.hidden ? "" : stage.value},${low},${high}`);
  });
  const out = [h("div", { class: "row" }, h("h2", { class: "grow", id: "part-falls", tabindex: "-1" }, t("falls")), more.falls ? fallMenu(more, use) : null), use.served || more.falls ? null : h("p", { class: "small" }, t("page.no_falls")), use.served ? form : null];
  if (more.fallsProgress) out.push(waiting(`${t("failure.working")} ${saidText(more.fallsProgress.what ?? "")}`, 0, 0, use.cancelFalls));
  else if (more.fallsError) out.push(failed(more.fallsError, () => use.askFalls(state.fail)));
  else if (more.falls) out.push(...fallen(more.falls.answer, state, use));
  else if (use.served) out.push(h("p", { class: "small" }, t("falls.empty")));
  return out;
}

function fallen(answer, state, use) {
  const { run } = answer;
  const items = answer.items.filter((item) => DRAWN.includes(item.probability));
  const chosen = answer.items.find((item) => fallId(item) === state.sel);
  const times = (low, high) => (low && high ? `${utc(low).slice(11)} – ${utc(high).slice(11)}` : "–");
  return [
    h("p", { id: "fallsentence" }, t("falls.sentence", { flights: run.flights.toLocaleString("en"), bodies: run.bodies.length, failure: t(`failure.${run.failure.kind.replaceAll(" ", "-")}`), stage: run.failure.stage || "–" })),
    h("div", { class: "scroll" }, h("table", { id: "falls" },
      h("thead", {}, h("tr", {}, ["column.body", "column.contains", "column.size", "column.surface", "column.share"].map((key, index) => h("th", { scope: "col", class: index > 1 ? "n" : "" }, t(key), key === "column.surface" ? " UTC" : "")))),
      h("tbody", {}, items.map((item) => {
        const id = fallId(item);
        return h("tr", { class: "pickable", "aria-selected": state.sel === id ? "true" : "false", onclick: () => set({ sel: state.sel === id ? "" : id }) },
          h("td", {}, h("button", { type: "button", class: "as-link", "data-id": id, onclick: (event) => { event.stopPropagation(); set({ sel: id }); } }, say(item.label))),
          h("td", {}, `${Math.round(item.probability * 100)} %`), h("td", { class: "n", title: `${item.semi_major_km} × ${item.semi_minor_km} km` }, Math.round(item.area_km2).toLocaleString("en")),
          h("td", { class: "n" }, times(item.surface_start ?? item.start, item.surface_end ?? item.end)), h("td", { class: "n" }, `${Math.round(item.share_of_flights * 100)} %`));
      })))),
    chosen ? h("div", { class: "why", id: "fallcard" }, h("dl", {}, [
      [t("column.body"), [say(chosen.label), `, ${Math.round(chosen.probability * 100)} %`]], [t("falls.air"), times(chosen.start, chosen.end)],
      [t("column.surface"), times(chosen.surface_start, chosen.surface_end)],
      ...chosen.levels.map((level) => [`FL${String(level.flight_level).padStart(3, "0")}`, times(level.start, level.end)]),
      [t("falls.ellipse"), `${chosen.semi_major_km} × ${chosen.semi_minor_km} km`], [t("falls.middle"), `${chosen.median_latitude.toFixed(2)}, ${chosen.median_longitude.toFixed(2)}`],
    ].map(([name, words]) => [h("dt", {}, name), h("dd", {}, words)]))) : null,
    run.compared?.length ? h("details", { "data-key": "compared", open: true }, h("summary", { class: "small" }, t("falls.compared")), h("ul", { class: "small" }, run.compared.map((row) => h("li", {}, say(row.body), ": ", say(row.with), ": ", compared(row))))) : null,
    h("p", { class: "small" }, sayAll(run.caveats))];
}

/** What a reported fall or a notified area has to do with the falls of one body. */
function compared(row) {
  if (row.containment !== undefined) return t("falls.nearer", { share: Math.round(row.containment * 100), km: row.away_km });
  if (row.share_inside !== undefined) return t("falls.inside", { share: Math.round(row.share_inside * 100), km: row.away_km });
  return t("falls.timed", { clock: utc(row.reported) });
}

function fallMenu(more, use) {
  const { answer } = more.falls;
  const rows = answer.items.map(({ geometry, levels, ...row }) => row);
  const { vehicle, flight, lift_off, at, failure, stage, after, flights } = more.fallQuestion;
  const question = { vehicle, flight, lift_off, at, failure, stage: ["none", "burst"].includes(failure) ? "" : stage, after: after.join(), flights };
  const file = (form) => [form.toUpperCase(), form, () => use.file(`/api/ascent/fail/${form}`, question)];
  return panelMenu("falls", { rows, json: answer, geojson: () => more.falls.scene, files: use.served ? [file("kml"), file("czml")] : [], command: more.falls.command }, use.say);
}

// --- the map -------------------------------------------------------------------------------------------------------

/** Drawables of the flight and the falls at a time: its track, where it is, and each region, bold while parts may come down. */
export function ascentDrawables(more, now, state) {
  const list = [];
  const flight = more.ascent?.answer.items[0];
  for (const item of more.falls?.answer.items ?? []) {
    if (!DRAWN.includes(item.probability)) continue;
    const geometry = rewound(item.geometry);
    const falling = now && item.start && item.end && +now >= +new Date(item.start) && +now <= +new Date(item.end);
    const [id, selected, edge] = [fallId(item), state.sel === fallId(item), outline(geometry)];
    // Only the 90 % region is filled: three fills on top of each other hide the coast.
    if (item.probability === 0.9 || selected) list.push({ type: "area", id, role: "fall", soft: !falling, geometry, outline: edge, selected, name: item.label, remark: `${Math.round(item.probability * 100)} %` });
    else list.push({ type: "line", id, role: "fall", dash: item.probability === 0.99 ? [2, 4] : [6, 3], geometry: edge, name: "", selected: false });
  }
  if (!flight) return list;
  list.push({ type: "line", id: "ascent", role: "direct", dash: [], geometry: line(flight.trajectory), name: flight.name, selected: false });
  if (!more.falls) {
    for (const fall of flight.falls) list.push({ type: "point", id: `planned:${fall.label}`, role: "fall", mark: "cross", geometry: point(fall), name: fall.label, selected: false, remark: fall.time ? `${utc(fall.time)} UTC` : "" });
  }
  const here = now && onFlight(flight, now);
  if (here) list.push({ type: "point", id: "vehicle", role: "direct", mark: "satellite", geometry: point(here), name: `${tPlus(here.t_s)}  ${(here.height_m / 1000).toFixed(0)} km`, height_m: here.height_m, selected: true });
  return list;
}

const point = (row) => ({ type: "Point", coordinates: [row.longitude, row.latitude] });
const line = (rows) => ({ type: "LineString", coordinates: rows.map((row) => [row.longitude, row.latitude]) });
