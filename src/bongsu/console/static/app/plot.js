// Small line plots in SVG: axes with round numbers, lines, marks, and a line where the clock stands.

import { h, s } from "./dom.js";

/** Round numbers from low to high, at most `most` of them. */
export function roundTicks(low, high, most) {
  const rough = Math.max(high - low, 1e-9) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((size) => size >= rough * 0.999);
  const ticks = [];
  for (let n = Math.ceil(low / step - 1e-9); n * step <= high + step * 1e-9; n++) ticks.push(+(n * step).toPrecision(12));
  return ticks;
}

/**
 * A plot. `lines` are [{points: [[x, y], ...]}]; `marks` [{x, y, words}]; `now` an x or null.
 * onPick(x) is called when the picture is clicked.
 */
export function linePlot({ title, xName, yName, lines, marks = [], now = null, onPick, words }) {
  const [width, height, left, bottom, top] = [480, 172, 46, 34, 22];
  const all = lines.flatMap((line) => line.points);
  const range = (index) => [Math.min(0, ...all.map((p) => p[index])), Math.max(...all.map((p) => p[index]), 1e-6)];
  const [x0, x1] = range(0);
  const [y0, y1] = range(1);
  const x = (value) => left + ((value - x0) / (x1 - x0)) * (width - left - 12);
  const y = (value) => height - bottom - ((value - y0) / (y1 - y0)) * (height - bottom - top);
  const picture = s("svg", { class: "plot", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": words });
  picture.append(s("text", { class: "name", x: left, y: 13 }, title));
  for (const tick of roundTicks(x0, x1, 7)) {
    picture.append(s("line", { class: "grid", x1: x(tick), x2: x(tick), y1: top, y2: height - bottom }),
      s("text", { x: x(tick), y: height - bottom + 13, "text-anchor": "middle" }, String(tick)));
  }
  for (const tick of roundTicks(y0, y1, 4)) {
    picture.append(s("line", { class: "grid", x1: left, x2: width - 12, y1: y(tick), y2: y(tick) }),
      s("text", { x: left - 5, y: y(tick) + 3.5, "text-anchor": "end" }, String(tick)));
  }
  picture.append(s("text", { x: width - 12, y: height - 5, "text-anchor": "end" }, xName), s("text", { x: width - 12, y: 13, "text-anchor": "end" }, yName));
  for (const line of lines) picture.append(s("path", { class: "line", d: `M${line.points.map((p) => `${x(p[0]).toFixed(1)} ${y(p[1]).toFixed(1)}`).join("L")}` }));
  for (const mark of marks) picture.append(s("circle", { class: "event", cx: x(mark.x), cy: y(mark.y), r: 3.4 }, s("title", {}, mark.words)));
  if (now !== null && now >= x0 && now <= x1) picture.append(s("line", { class: "now", x1: x(now), x2: x(now), y1: top, y2: height - bottom }));
  if (onPick) {
    picture.addEventListener("click", (event) => {
      const box = picture.getBoundingClientRect();
      const value = x0 + (((event.clientX - box.left) / box.width) * width - left) / (width - left - 12) * (x1 - x0);
      onPick(Math.max(x0, Math.min(x1, value)));
    });
  }
  return picture;
}

/** A bar from 0 to 1 with its share in words. */
export function shareBar(share) {
  const words = share >= 0.005 ? `${Math.round(share * 100)} %` : "< 1 %";
  return h("span", { class: "share" }, s("svg", { viewBox: "0 0 100 10", "aria-hidden": "true", preserveAspectRatio: "none" },
    s("rect", { class: "ground", x: 0, y: 0, width: 100, height: 10 }), s("rect", { class: "part", x: 0, y: 0, width: Math.max(0.8, share * 100), height: 10 })), h("span", {}, words));
}
