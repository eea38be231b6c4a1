// The map: a globe or a flat map on a 2-D canvas, drawn from a scene. No WebGL, so it works on any desk.

import { feature, geoEquirectangular, geoGraticule10, geoOrthographic, geoPath, mesh } from "../vendor/geo.js";
import { saidText } from "./said.js";
import { layerOf, middle, onNearSide } from "./scene.js";

const GRATICULE = geoGraticule10();
const SPHERE = { type: "Sphere" };
const NAMES_TRIED = 300; // of a picture: more cannot be read
const MARKS = 3000; // more places than this are drawn as dots, all but those that are chosen

/** A name on the map: one line, without control characters and marks that turn the writing direction. */
function plain(name) {
  const words = name.slice(0, 200).replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  const letters = [...words];
  return letters.length > 34 ? `${letters.slice(0, 33).join("")}…` : words;
}

/**
 * A map on a canvas.
 *
 * onPick(drawable) is called when something is clicked; onView({centre, zoom}) after the view was moved.
 */
export function makeGlobe(canvas, { onPick, onView, onDraw }) {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  let view = { centre: [127, 30], zoom: 1.6 };
  let flat = false;
  let given = [];
  let drawables = []; // those of the given whose layer is not hidden
  let hidden = new Set();
  let coarse = null;
  let fine = null;
  let moving = false;
  let asked = false;
  let settle = 0;
  let projection = null;
  let colours = {};
  let crowded = false;

  function palette() {
    const style = getComputedStyle(document.documentElement);
    for (const name of ["page", "sea", "land", "border", "coast", "grid", "area", "direct", "orbit", "fall", "claim", "ink", "night", "halo", "pick"]) {
      colours[name] = style.getPropertyValue(`--${name}`).trim();
    }
  }

  function fit() {
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    projection = flat ? geoEquirectangular() : geoOrthographic().clipAngle(90);
    const size = flat ? Math.max(width / (2 * Math.PI), height / Math.PI) : Math.min(width, height) / 2 - 14;
    projection.scale(Math.max(10, size) * view.zoom).translate([width / 2, height / 2]).precision(0.4);
    projection.rotate(flat ? [-view.centre[0], 0] : [-view.centre[0], -view.centre[1]]);
    if (flat) {
      // The flat map turns about the poles only; north and south are a shift.
      const [, y] = projection([view.centre[0], view.centre[1]]);
      projection.translate([width / 2, height / 2 - (y - height / 2)]);
    }
    projection.clipExtent([[-20, -20], [width + 20, height + 20]]);
    return [width, height];
  }

  function draw() {
    asked = false;
    const begun = performance.now();
    const [width, height] = fit();
    if (!width || !height) return;
    const path = geoPath(projection, context);
    const world = moving || !fine ? coarse : fine;
    context.clearRect(0, 0, width, height);
    trace(path, SPHERE);
    context.fillStyle = colours.sea;
    context.fill();
    if (!hidden.has("grid")) {
      trace(path, GRATICULE);
      stroke(colours.grid, 0.6);
    }
    if (world) {
      trace(path, world.land);
      context.fillStyle = colours.land;
      context.fill();
      stroke(colours.coast, 0.8);
      if (!hidden.has("borders")) {
        trace(path, world.borders);
        stroke(colours.border, 0.6);
      }
    }
    const order = ["night", "circle", "area", "line"];
    for (const type of order) for (const item of drawables) if (item.type === type) paint(path, item);
    const places = drawables.filter((item) => item.type === "point");
    crowded = places.length > MARKS;
    if (crowded) cloud({ role: "claim", positions: places.filter((item) => !item.selected).map((item) => item.geometry.coordinates) });
    for (const item of places) if ((!crowded || item.selected) && visible(item.geometry.coordinates)) mark(item);
    for (const item of drawables) if (item.type === "points") cloud(item);
    labels(width, height);
    if (!flat) {
      trace(path, SPHERE);
      stroke(colours.coast, 1.2);
    }
    onDraw?.(performance.now() - begun);
  }

  function trace(path, geometry) {
    context.beginPath();
    path(geometry);
  }

  function stroke(colour, width, dash = []) {
    context.setLineDash(dash);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
    context.setLineDash([]);
  }

  function paint(path, item) {
    const colour = colours[item.role] || colours.ink;
    if (item.type === "night") {
      trace(path, item.geometry);
      context.fillStyle = colours.night;
      context.fill();
    } else if (item.type === "line") {
      trace(path, item.geometry);
      stroke(colour, item.selected ? 3 : 1.8, item.dash);
    } else {
      trace(path, item.geometry);
      context.globalAlpha = item.type === "circle" ? 0.1 : item.selected ? 0.4 : item.soft ? 0.14 : 0.26;
      context.fillStyle = colour;
      context.fill();
      context.globalAlpha = 1;
      trace(path, item.outline);
      stroke(item.selected ? colours.pick : colour, item.selected ? 2.6 : 1.4, item.soft ? [4, 3] : []);
    }
  }

  const visible = (position) => flat || onNearSide(view.centre, position);

  function mark(item) {
    const [x, y] = projection(item.geometry.coordinates);
    const size = item.selected ? 6.5 : 5;
    context.fillStyle = colours[item.role] || colours.ink;
    context.strokeStyle = colours.halo;
    context.lineWidth = 1.6;
    context.beginPath();
    if (item.mark === "triangle") {
      context.moveTo(x, y - size);
      context.lineTo(x + size, y + size * 0.8);
      context.lineTo(x - size, y + size * 0.8);
      context.closePath();
    } else if (item.mark === "square") context.rect(x - size * 0.8, y - size * 0.8, size * 1.6, size * 1.6);
    else if (item.mark === "cross") {
      for (const turn of [1, -1]) {
        context.moveTo(x - size, y - size * turn);
        context.lineTo(x + size, y + size * turn);
      }
      context.lineWidth = 5;
      context.stroke();
      context.strokeStyle = colours[item.role];
      context.lineWidth = 2.4;
      context.stroke();
      return;
    } else context.arc(x, y, item.mark === "dot" ? size * 0.75 : size, 0, 2 * Math.PI);
    context.stroke();
    if (item.mark === "ring" || item.mark === "satellite-dark") {
      context.fillStyle = colours.page;
      context.fill();
      stroke(colours[item.role], 2);
    } else context.fill();
    if (item.selected && item.mark !== "satellite") {
      context.beginPath();
      context.arc(x, y, size + 4.5, 0, 2 * Math.PI);
      stroke(colours.pick, 2);
    }
  }

  /** Many points at once: the projection by hand, for d3's own costs ten times as much a point. */
  function cloud(item) {
    context.fillStyle = colours[item.role] || colours.orbit;
    const radians = Math.PI / 180;
    const [x0, y0] = projection.translate();
    const scale = projection.scale();
    const [sin0, cos0] = [Math.sin(view.centre[1] * radians), Math.cos(view.centre[1] * radians)];
    context.beginPath();
    for (const [longitude, latitude] of item.positions) {
      const across = (((longitude - view.centre[0] + 540) % 360) - 180) * radians;
      const up = latitude * radians;
      if (flat) {
        context.rect(x0 + scale * across - 1, y0 - scale * up - 1, 2, 2);
        continue;
      }
      const [sin, cos, turn] = [Math.sin(up), Math.cos(up), Math.cos(across)];
      if (sin0 * sin + cos0 * cos * turn <= 0) continue;
      context.rect(x0 + scale * cos * Math.sin(across) - 1, y0 - scale * (cos0 * sin - sin0 * cos * turn) - 1, 2, 2);
    }
    context.fill();
  }

  function labels(width, height) {
    const taken = [];
    const named = [];
    for (const item of drawables) {
      if (!item.name || item.type === "line" || (crowded && item.type === "point" && !item.selected)) continue;
      const position = nameSpot(item);
      if (!position) continue;
      const at = projection(position);
      if (at[0] >= 0 && at[0] <= width && at[1] >= 0 && at[1] <= height) named.push({ item, at });
    }
    named.sort((a, b) => Number(b.item.selected ?? false) - Number(a.item.selected ?? false) || rank(a.item) - rank(b.item));
    context.font = "12px system-ui, sans-serif";
    context.textBaseline = "middle";
    for (const { item, at: [x, y] } of named.slice(0, NAMES_TRIED)) {
      const words = plain(saidText(item.name));
      const wide = context.measureText(words).width;
      const spots = item.type === "area" ? [[-wide / 2, 0], [14, 0], [-wide - 14, 0]] : [[9, 0], [-wide - 9, 0], [-wide / 2, -15], [-wide / 2, 15]];
      const spot = spots.find(([dx, dy]) => {
        const box = [x + dx - 2, y + dy - 8, x + dx + wide + 2, y + dy + 8];
        const clear = taken.every((b) => box[2] < b[0] || box[0] > b[2] || box[3] < b[1] || box[1] > b[3]);
        return clear && box[0] > 2 && box[2] < width - 2 && box[1] > 2 && box[3] < height - 2;
      });
      if (!spot) continue;
      const [dx, dy] = spot;
      taken.push([x + dx - 2, y + dy - 8, x + dx + wide + 2, y + dy + 8]);
      if (item.type === "point") taken.push([x - 7, y - 7, x + 7, y + 7]);
      context.lineJoin = "round";
      context.strokeStyle = colours.halo;
      context.lineWidth = 3.5;
      context.strokeText(words, x + dx, y + dy);
      context.fillStyle = item.type === "area" ? colours.area : colours.ink;
      context.fillText(words, x + dx, y + dy);
    }
  }

  /** Where a name belongs, or null where that is out of sight: of an area a place that is inside it and seen. */
  function nameSpot(item) {
    const position = middle(item.geometry);
    if (item.type !== "area") return visible(position) ? position : null;
    trace(geoPath(projection, context), item.geometry);
    const ratio = canvas.width / canvas.clientWidth;
    const holds = (place) => place && visible(place) && context.isPointInPath(...projection(place).map((v) => v * ratio));
    if (holds(position)) return position;
    const seen = item.outline.coordinates.flat().filter(visible);
    const between = seen.length > 2 ? middle({ type: "Polygon", coordinates: [[...seen, seen[0]]] }) : null;
    return holds(between) ? between : null;
  }

  const rank = (item) => (item.mark?.startsWith("satellite") ? 0 : item.mark === "triangle" ? 1 : item.type === "area" ? 2 : item.mark === "cross" ? 3 : 4);

  function again() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(draw);
  }

  function move(centre, zoom, tell = true) {
    view = {
      centre: [((((centre[0] + 180) % 360) + 360) % 360) - 180, Math.max(-89.9, Math.min(89.9, centre[1]))],
      zoom: Math.max(0.6, Math.min(60, zoom)),
    };
    moving = true;
    again();
    clearTimeout(settle);
    settle = setTimeout(() => {
      moving = false;
      again();
      if (tell) onView(view);
    }, 180);
  }

  const degreesPerPixel = () => 180 / Math.PI / projection.scale();

  function listen() {
    const fingers = new Map();
    let start = null;
    let travelled = 0;
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, [event.offsetX, event.offsetY]);
      travelled = 0;
      start = snapshot(fingers);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, [event.offsetX, event.offsetY]);
      const now = snapshot(fingers);
      const [dx, dy] = [now.x - start.x, now.y - start.y];
      travelled = Math.max(travelled, Math.hypot(dx, dy));
      const scale = start.spread && now.spread ? now.spread / start.spread : 1;
      const turn = degreesPerPixel();
      move([start.view.centre[0] - dx * turn, start.view.centre[1] + dy * turn], start.view.zoom * scale);
    });
    const lift = (event) => {
      if (!fingers.delete(event.pointerId)) return;
      if (!fingers.size && travelled < 4 && event.type === "pointerup") pick(event.offsetX, event.offsetY);
      if (fingers.size) start = snapshot(fingers);
    };
    canvas.addEventListener("pointerup", lift);
    canvas.addEventListener("pointercancel", lift);
    canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      move(view.centre, view.zoom * Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)));
    }, { passive: false });
    canvas.addEventListener("keydown", (event) => {
      const step = 12 / view.zoom;
      const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
      if (event.key in moves) move([view.centre[0] + moves[event.key][0], view.centre[1] + moves[event.key][1]], view.zoom);
      else if (event.key === "+" || event.key === "=") move(view.centre, view.zoom * 1.3);
      else if (event.key === "-") move(view.centre, view.zoom / 1.3);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    new ResizeObserver(again).observe(canvas);
  }

  function snapshot(fingers) {
    const all = [...fingers.values()];
    const x = all.reduce((sum, p) => sum + p[0], 0) / all.length;
    const y = all.reduce((sum, p) => sum + p[1], 0) / all.length;
    const spread = all.length > 1 ? Math.hypot(all[0][0] - all[1][0], all[0][1] - all[1][1]) : 0;
    return { x, y, spread, view };
  }

  function pick(x, y) {
    let best = null;
    for (const item of drawables) {
      if (item.type !== "point" || !visible(item.geometry.coordinates)) continue;
      const [px, py] = projection(item.geometry.coordinates);
      const apart = Math.hypot(px - x, py - y);
      if (apart < 14 && (!best || apart < best.apart)) best = { item, apart };
    }
    if (best) return onPick(best.item);
    const path = geoPath(projection, context);
    const ratio = canvas.width / canvas.clientWidth;
    for (const item of [...drawables].reverse()) {
      if (item.type !== "area" || !item.name) continue;
      trace(path, item.geometry);
      if (context.isPointInPath(x * ratio, y * ratio)) return onPick(item);
    }
    onPick(null);
  }

  palette();
  listen();
  const world = (topology) => ({
    land: feature(topology, topology.objects.land),
    borders: mesh(topology, topology.objects.countries, (a, b) => a !== b),
  });
  return {
    setScene(list) { given = list; drawables = list.filter((item) => !hidden.has(layerOf(item))); again(); },
    setHidden(layers) { hidden = new Set(layers); this.setScene(given); },
    setFlat(value) { flat = value; again(); },
    setView(next) { view = next; again(); },
    view: () => view,
    zoom(factor) { move(view.centre, view.zoom * factor); },
    lookAt(centre, zoom) { move(centre, zoom ?? view.zoom); },
    recolour() { palette(); again(); },
    setWorld(topology) { coarse = world(topology); again(); },
    setFineWorld(topology) { fine = world(topology); again(); },
    scene: () => drawables,
    redraw: draw,
  };
}
