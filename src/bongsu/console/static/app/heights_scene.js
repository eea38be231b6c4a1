// What the page with heights asks for: the CZML that Bongsu exports of what a view has on its map. No picture here.

import { ask, askFile, askWatched } from "./api.js";
import { onFlight, parseFailure, tPlus } from "./ascent.js";
import { place } from "./format.js";
import { t } from "./i18n.js";
import { unpack } from "./plan.js";
import { lines, satellitesOf } from "./planform.js";

export const LONGEST_TRACK_H = 24;
export const MOST_TRACKS = 6; // satellites whose way is drawn for its whole span, as on the map
const MOST_REACHES = 3; // of those, with what their cameras can be turned to
const MOST_PASSES = 60;
const FLIGHTS = 500; // flown for one failure case, as on the Launch view
const BEFORE_MS = 3 * 3600000; // of a track, before the clock

/**
 * Ask for everything of a view. `give(name, packets)` takes each document as it comes, `told(progress)` what the engine says.
 * Returns {marks, zone, flight, notes: [[key, values]], error}; a part that failed is told in `problems`, the others stand.
 */
export function makeScene({ give, told }) {
  const czml = async (path, question) => JSON.parse(await (await askFile(path, question)).text());

  async function launch(state, own) {
    const text = state.text || own.text || "";
    const question = { case: text ? "" : state.case, text, site: state.site };
    const body = await askWatched("/api/assess/stream", question, told, "heights");
    give("scene", await czml("/api/assess/czml", question));
    const out = { marks: body.timeline, zone: body.zone, flight: null, falls: null, problems: [] };
    if (!["case", "notice"].includes(body.kind)) return out;
    try {
      await flown(out, question, body.answer.generated, state);
    } catch (error) {
      if (error.name === "AbortError") throw error;
      out.problems.push(error);
    }
    return out;
  }

  async function flown(out, question, at, state) {
    const announced = await ask("/api/announced", { ...question, launch: state.launch, at }, "heights");
    const launched = announced.launches.find((item) => item.id === announced.launch);
    if (!launched?.flown) return;
    const asked = { vehicle: launched.flown.vehicle, flight: launched.flown.flight, lift_off: launched.flown.lift_off, at };
    const answer = await askWatched("/api/ascent/stream", asked, told, "heights");
    out.flight = answer.answer.items[0];
    const failure = state.fail ? parseFailure(state.fail) : null;
    const planned = await ask("/api/ascent/simulate/czml", asked, "heights");
    if (!failure) return give("flight", planned);
    told({ what: t("failure.working"), done: 0, steps: 0 });
    const full = { ...asked, failure: failure.kind, stage: ["none", "burst"].includes(failure.kind) ? "" : failure.stage, after: failure.after.join(), flights: FLIGHTS };
    const fallen = await ask("/api/ascent/fail/czml", full, "heights");
    out.falls = { items: fallen.filter((packet) => /^fall \d+\.1$/.test(packet.id) && packet.availability).map(regionOf) };
    if (failure.kind !== "none") give("planned", plannedOnly(planned));
    give("flight", fallen);
    if (failure.kind !== "none") out.flight = { ...out.flight, events: [], falls: [], failed: true };
  }

  /** Of the flight as planned its way alone: what falls belongs to the failure. */
  const plannedOnly = ([head, ...packets]) => [head, ...packets.filter((packet) => packet.id === "way").map(({ wall, ...packet }) => ({ ...packet, id: "way as planned", name: `${packet.name}, ${t("failure.none")}` }))];

  async function planned(state, own) {
    const watch = state.view === "watch";
    const question = { satellites: satellitesOf(state.sats), purpose: state.kind, sites: lines(state.over), places: own.places ?? "", elements: own.sets ?? "", hours: watch ? 48 : +state.hours, ...(state.from ? { at: state.from } : {}), ...(watch ? { notices: state.notices || own.notices || "" } : {}) };
    const body = await askWatched(watch ? "/api/watch/stream" : "/api/plan/stream", question, told, "heights");
    const at = body.generated;
    const packets = await ask(watch ? "/api/watch/czml" : "/api/plan/export/czml", { ...question, at, level: state.level }, "heights");
    const [from, to] = [+new Date(at), +new Date(at) + question.hours * 3600000];
    const now = state.t && +new Date(state.t) >= from && +new Date(state.t) <= to ? +new Date(state.t) : from;
    const [shown, notes] = fewer(packets, now);
    give("scene", shown);
    const rows = unpack(body.plan).filter((row) => row.end > now);
    const ids = [...new Set([...rows.map((row) => row.norad_id), ...(body.plan?.satellites ?? []).map((item) => item.norad_id)])];
    if (ids.length > MOST_TRACKS) notes.push(["globe3d.tracks.some", { n: MOST_TRACKS, of: ids.length }]);
    const start = Math.max(from, Math.min(now - BEFORE_MS, to - LONGEST_TRACK_H * 3600000));
    const problems = await tracks(ids.slice(0, MOST_TRACKS), { at: iso(start), hours: Math.min(LONGEST_TRACK_H, question.hours), elements: question.elements });
    const windows = (watch ? body.items : []).flatMap((item) => item.windows.filter((w) => w.start && w.end).map((w) => ({ kind: "window", label: item.name, ...w })));
    return { marks: [...windows, ...rows.slice(0, 2000).map((row) => ({ kind: ["WARN", "watch", "night"][row.level], label: row.place, start: iso(row.start), end: iso(row.end) }))], span: [from, to], first: rows[0] ? iso(rows[0].best) : at, notes, problems };
  }

  async function satellite(state, own) {
    const elements = own.sets ?? "";
    const body = await ask("/api/satellite", { satellite: state.sat, elements, ...(state.from ? { at: state.from } : {}) }, "heights");
    const zero = +new Date(body.track.start);
    const [from, to] = body.track.time.length ? [zero + body.track.time[0] * 1000, zero + body.track.time.at(-1) * 1000] : [zero, zero + 1];
    const problems = await tracks([body.track.norad_id], { at: iso(from), hours: Math.min(72, (to - from) / 3600000), elements });
    return { marks: [], span: [from, to], first: body.generated, problems };
  }

  async function tracks(ids, question) {
    const problems = [];
    for (const [index, id] of ids.entries()) {
      try {
        give(`track ${id}`, await ask("/api/track/czml", { satellite: String(id), step_s: 60, reach: index < MOST_REACHES, ...question }, "heights"));
      } catch (error) {
        if (error.name === "AbortError") throw error;
        problems.push(error);
      }
    }
    return problems;
  }

  return { load: (state, own) => ({ launch, watch: planned, sites: planned, satellite })[state.view]?.(state, own) ?? null };
}

/** A region's body, share and times from its packet. */
function regionOf({ name, availability }) {
  const [, label, share] = /^(.*), (\d+)%$/.exec(name);
  const [start, end] = availability.split("/");
  return { label, probability: share / 100, start, end };
}

const iso = (when) => `${new Date(when).toISOString().slice(0, 19)}Z`;

/** Packets with so many passes at most, those from the clock on first, and what to say of the others. */
function fewer(packets, now) {
  const isPass = (packet) => packet.path !== undefined;
  const passes = packets.filter(isPass).map((packet) => [packet, packet.availability.split("/").map((text) => +new Date(text))]);
  if (passes.length <= MOST_PASSES) return [packets, []];
  const next = passes.filter(([, [, end]]) => end >= now).sort((a, b) => a[1][0] - b[1][0]).slice(0, MOST_PASSES).map(([packet]) => packet);
  return [[...packets.filter((packet) => !isPass(packet)), ...next], [["globe3d.passes.some", { n: next.length, of: passes.length }]]];
}

/** Start, end and marks of the clock over a flight, as the Launch view has them. */
export function flightSpan(flight, falls) {
  const zero = +new Date(flight.lift_off);
  const ends = (falls?.items ?? []).filter((item) => item.end).map((item) => (+new Date(item.end) - zero) / 1000);
  const last = Math.max(...flight.trajectory.map((row) => row.t_s), ...flight.falls.map((fall) => fall.t_s), ...ends);
  const windows = (falls?.items ?? []).filter((item) => item.probability === 0.9 && item.start && item.end).map((item) => ({ kind: "window", label: item.label, start: item.start, end: item.end }));
  const marks = [...flight.events, ...flight.falls].filter((item) => item.time).map((item) => ({ kind: "launch", label: item.label, start: item.time, end: null }));
  return { start: new Date(zero - 60000), end: new Date(zero + (last + 120) * 1000), marks: [...windows, ...marks] };
}

/** What the Launch view says of a flying vehicle; "" before and after, and of a failed one, whose way is another. */
export function flightWords(flight, now) {
  const here = flight && !flight.failed && onFlight(flight, now);
  return here ? `${tPlus(here.t_s)}  ${place(here.latitude, here.longitude, 1)}  ${(here.height_m / 1000).toFixed(0)} km  ${(here.ground_speed_m_s / 1000).toFixed(2)} km/s` : "";
}
