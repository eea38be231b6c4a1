// The clock at the foot: a strip with what happened, a slider for keys, play and speed.

import { fill, h, s } from "./dom.js";
import { local, utc } from "./format.js";
import { t } from "./i18n.js";

const FIRST = Date.parse("0001-01-01T00:00:00Z");
const LAST = Date.parse("9999-12-31T23:59:59Z");
const SPEEDS = [1, 10, 60, 600, 3600, 21600];
const RECTS = { claim: "claimmark", WARN: "warnmark", watch: "watchmark" };

/** A clock in `element`; onTime(Date, {step}) is called when the person moves it. */
export function makeClock(element, { onTime }) {
  let span = null; // {start, end, marks}
  let now = null;
  let zone = "";
  let speed = 600;
  let playing = 0;
  let last = 0;
  let needle = null;
  const strip = s("svg", { "aria-hidden": "true" });
  const slider = h("input", { type: "range", min: 0, max: 1000, step: 1 });
  const play = h("button", { type: "button" });
  const speeds = h("select");
  const here = h("button", { type: "button" });
  const time = h("span", { class: "time" });

  play.addEventListener("click", toggle);
  here.addEventListener("click", () => onTime(new Date(), { step: true }));
  slider.addEventListener("input", () => span && onTime(new Date(+span.start + (slider.value / 1000) * (span.end - span.start)), { step: false }));
  speeds.addEventListener("change", () => { speed = +speeds.value; });
  strip.addEventListener("click", (event) => {
    if (!span) return;
    const box = strip.getBoundingClientRect();
    onTime(new Date(+span.start + ((event.clientX - box.left) / box.width) * (span.end - span.start)), { step: true });
  });
  new ResizeObserver(draw).observe(strip);

  function toggle() {
    if (playing) stop();
    else if (span && now) {
      last = performance.now();
      if (+now >= span.end) onTime(new Date(span.start), { step: false });
      playing = requestAnimationFrame(tick);
    }
    label();
  }

  function stop() {
    cancelAnimationFrame(playing);
    playing = 0;
    label();
  }

  function tick(moment) {
    const passed = Math.min(moment - last, 250);
    last = moment;
    const next = new Date(+now + passed * speed);
    onTime(+next > span.end ? new Date(span.end) : next, { step: false });
    if (+next >= span.end) return stop();
    playing = requestAnimationFrame(tick);
  }

  function label() {
    play.textContent = playing ? "❚❚" : "▶";
    play.setAttribute("aria-label", t(playing ? "clock.pause" : "clock.play"));
    play.setAttribute("aria-pressed", playing ? "true" : "false");
  }

  function draw() {
    const width = strip.clientWidth;
    fill(strip);
    if (!span || !width) return;
    strip.setAttribute("viewBox", `0 0 ${width} 44`);
    const x = (when) => ((+new Date(when) - span.start) / (span.end - span.start)) * width;
    strip.append(s("line", { class: "axis", x1: 0, x2: width, y1: 30, y2: 30 }));
    for (const mark of apart(span.marks, x)) {
      const from = Math.max(0, x(mark.start));
      if (mark.end) {
        const to = Math.min(width, x(mark.end));
        if (to > from) strip.append(s("rect", { class: RECTS[mark.kind] ?? "window", x: from, y: mark.kind === "WARN" ? 17 : 24, width: Math.max(to - from, RECTS[mark.kind] ? 2.5 : 1.5), height: mark.kind === "WARN" ? 13 : 6 }));
      } else strip.append(s("path", { class: mark.kind === "claim" ? "claimmark" : "event", d: `M${from} 31l4 7h-8z` }));
    }
    let free = -1;
    for (const tick of ticks(span, width)) {
      const at = x(tick.when);
      strip.append(s("line", { class: "axis", x1: at, x2: at, y1: 27, y2: 33 }));
      if (at < free || at > width - 50) continue;
      strip.append(s("text", { x: at + 3, y: 13 }, tick.words));
      free = at + tick.words.length * 6.5 + 14;
    }
    needle = s("line", { class: "now", y1: 2, y2: 42 });
    strip.append(needle);
    point();
  }

  /** The needle alone: what happened stays as it is while the clock runs. */
  function point() {
    if (!needle || !span) return;
    const inside = now && now >= span.start && now <= span.end;
    const at = inside ? ((now - span.start) / (span.end - span.start)) * strip.clientWidth : -9;
    needle.setAttribute("x1", at);
    needle.setAttribute("x2", at);
  }

  return {
    show(words) {
      fill(speeds, SPEEDS.map((value) => h("option", { value, selected: value === speed }, `×${value.toLocaleString("en")}`)));
      speeds.value = String(speed);
      speeds.setAttribute("aria-label", t("clock.speed"));
      slider.setAttribute("aria-label", t("clock.slider"));
      here.textContent = t("clock.now");
      here.title = t("clock.now.title");
      label();
      fill(element, play, speeds, strip, here, time, slider);
      this.setTime(now);
      return words;
    },
    setSpan(start, end, marks) { span = { start: Math.max(+start, FIRST), end: Math.min(+end, LAST), marks }; draw(); },
    setZone(text) { zone = text; },
    setSpeed(value) { speed = value; speeds.value = String(value); },
    setTime(when) {
      now = when;
      if (!when) return fill(time, "");
      fill(time, `${utc(when)} UTC`, local(when, zone) ? h("small", {}, local(when, zone)) : null);
      if (span) slider.value = String(Math.round(((+when - span.start) / (span.end - span.start)) * 1000));
      slider.setAttribute("aria-valuetext", `${utc(when)} UTC`);
      point();
    },
    toggle,
    stop,
    playing: () => Boolean(playing),
    span: () => span,
  };
}

/** Marks of which no two of a kind fall on the same half pixel: of many thousands the rest would hide one another. */
function apart(marks, x) {
  const seen = new Set();
  return marks.filter((mark) => {
    const key = `${mark.kind} ${Math.round(2 * x(mark.start))} ${mark.end ? Math.round(2 * x(mark.end)) : ""}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Ticks at whole hours, days, months or years, whichever leaves room. */
function ticks(span, width) {
  const hour = 3600000;
  const steps = [1 / 60, 1 / 12, 0.25, 1, 3, 6, 12, 24, 72, 168, 720, 2160, 8766, 87660, 876600].map((n) => n * hour);
  const step = steps.find((size) => ((span.end - span.start) / size) * 95 < width) ?? steps.at(-1);
  const list = [];
  for (let at = Math.ceil(span.start / step) * step; at <= span.end && list.length < 60; at += step) {
    const text = new Date(at).toISOString();
    list.push({ when: at, words: step < 24 * hour ? `${text.slice(5, 10)} ${text.slice(11, 16)}` : text.slice(0, 10) });
  }
  return list;
}
