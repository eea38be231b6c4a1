// What the Launch view asks after the answer: what the notices announce, the ascent, and falls when they are wanted.

import { ask, askFile, askWatched, cancel, served } from "./api.js";
import { ascentDrawables, onFlight, parseFailure, tPlus } from "./ascent.js";
import { place } from "./format.js";
import { fanDrawables } from "./implied.js";

const FLIGHTS = 500; // flown for one failure case; the command line flies 2,000 unless told otherwise

/** The controller. `hooks`: draw(), and own() for the files that who must be told takes besides. */
export function makeMore({ draw, own }) {
  let turn = 0;
  const data = { body: null, error: null, busy: false, launch: null, ascent: null, ascentError: null, flightQuestion: null, falls: null, fallsError: null, fallsProgress: null, fallQuestion: null, failDraft: null, loaded: null, announcedQuestion: null, retelling: false };
  const clear = () => {
    turn++;
    for (const lane of ["announced", "told", "ascent", "falls"]) cancel(lane);
    Object.assign(data, { body: null, error: null, busy: false, launch: null, ascent: null, ascentError: null, falls: null, fallsError: null, fallsProgress: null, failDraft: null, retelling: false });
  };

  /** Ask for everything that belongs to an answer of the Launch view. */
  async function load(answer, question, state) {
    clear();
    if (!["case", "notice"].includes(answer.kind)) return;
    const mine = turn;
    Object.assign(data, { busy: true, loaded: { answer, question, state } });
    draw();
    try {
      data.announcedQuestion = { ...question, launch: state.launch, at: answer.answer.generated };
      const taken = own();
      const body = await ask("/api/announced", { ...data.announcedQuestion, ...(taken.length ? { own: taken } : {}) }, "announced");
      if (mine !== turn) return;
      data.body = body;
      data.launch = body.launches.find((item) => item.id === body.launch) ?? null;
    } catch (error) {
      if (error.name === "AbortError" || mine !== turn) return;
      data.error = error;
    }
    data.busy = false;
    draw();
    const flown = data.launch?.flown;
    if (!flown) return;
    data.flightQuestion = { vehicle: flown.vehicle, flight: flown.flight, lift_off: flown.lift_off, at: answer.answer.generated };
    if (state.fail || !served) askFalls(state.fail || "none", question.case, answer.answer.generated);
    try {
      const found = await askWatched("/api/ascent/stream", data.flightQuestion, () => {}, "ascent");
      if (mine !== turn) return;
      data.ascent = found;
    } catch (error) {
      if (error.name === "AbortError" || mine !== turn) return;
      data.ascentError = error;
    }
    draw();
  }

  /** Who must be told, once more: files came or went. */
  async function retell() {
    if (data.busy) return load(data.loaded.answer, data.loaded.question, data.loaded.state);
    if (!data.body?.parts.told) return;
    const mine = turn;
    data.retelling = true;
    draw();
    try {
      const { parts } = await ask("/api/announced", { ...data.announcedQuestion, own: own(), only: ["told"] }, "told");
      if (mine === turn) data.body = { ...data.body, parts: { ...data.body.parts, told: parts.told } };
    } catch (error) {
      if (error.name === "AbortError" || mine !== turn) return;
      data.body = { ...data.body, parts: { ...data.body.parts, told: { error: error.error ?? String(error), advice: error.advice ?? "", command: "" } } };
    }
    data.retelling = false;
    draw();
  }

  async function askFalls(text, caseName, at) {
    const failure = parseFailure(text);
    if (!failure || !data.flightQuestion) return;
    const mine = turn;
    data.failDraft = null; // it is in the address now
    data.fallQuestion = { ...data.flightQuestion, at, failure: failure.kind, stage: failure.stage, after: failure.after, flights: FLIGHTS, case: caseName ?? "", launch: data.launch.id };
    Object.assign(data, { falls: null, fallsError: null, fallsProgress: { what: "" } });
    draw();
    try {
      const found = await askWatched("/api/falls/stream", data.fallQuestion, (progress) => { data.fallsProgress = progress; draw(); }, "falls");
      if (mine !== turn) return;
      data.falls = found;
    } catch (error) {
      if (error.name === "AbortError" || mine !== turn) return;
      data.fallsError = error;
    }
    data.fallsProgress = null;
    draw();
  }

  return {
    data,
    load,
    retell,
    clear,
    askFalls,
    cancelFalls() { cancel("falls"); data.fallsProgress = null; draw(); },
    file: askFile,
    served,
    drawables(now, state) {
      if (!data.body) return [];
      return [...fanDrawables(data.body.parts.implied, data.body.site, state), ...ascentDrawables(data, now, state)];
    },
    /** What the line under the map says while the vehicle flies. */
    says(now) {
      const flight = data.ascent?.answer.items[0];
      const here = flight && now && onFlight(flight, now);
      return here ? `${tPlus(here.t_s)}  ${place(here.latitude, here.longitude, 1)}  ${(here.height_m / 1000).toFixed(0)} km  ${(here.ground_speed_m_s / 1000).toFixed(2)} km/s` : "";
    },
    /** Start, end and marks of the clock over the flight. */
    span() {
      const flight = data.ascent?.answer.items[0];
      if (!flight) return null;
      const zero = +new Date(flight.lift_off);
      const last = Math.max(...flight.trajectory.map((row) => row.t_s), ...flight.falls.map((fall) => fall.t_s), ...(data.falls?.answer.items ?? []).filter((item) => item.end).map((item) => (+new Date(item.end) - zero) / 1000));
      const marks = [...flight.events, ...flight.falls].filter((item) => item.time).map((item) => ({ kind: "launch", label: item.label, start: item.time, end: null }));
      return { start: new Date(zero - 60000), end: new Date(zero + (last + 120) * 1000), marks };
    },
    features: () => data.ascent?.scene.features ?? [],
  };
}
