// What lies over the map: FIRs, routes and ports, as drawables, and their lines drawn by hand: d3's own way costs ten times as
// much a corner, and a set of FIRs has ten thousand. The lines come in pieces of a degree, so pieces are straight on the screen.

import { once } from "./scene.js";

const RADIANS = Math.PI / 180;
const MANY_PORTS = 300; // more are drawn as a cloud of points
const COARSE = [0.5, 0.1, 0.02]; // degrees between corners that are left in the coarser drawings of a line
const LAYERS = { FIR: "firs", route: "routes", port: "ports", position: "ports" };
export const OVERLAYS = ["firs", "routes", "ports"];
export const overlayOf = (kind) => LAYERS[kind];
/** The sign of each kind: chain line, long dashes, diamond and cross. */
export const DASHES = { region: [9, 3, 2, 3], way: [13, 4] };

/** Drawables of the layers' items, in their order; lines are of type region (an area's edge) and way. */
export function overlay(items, sel) {
  const ports = items.filter((item) => LAYERS[item.kind] === "ports");
  const many = ports.length > MANY_PORTS;
  const list = items.filter((item) => LAYERS[item.kind] !== "ports" || !many || item.id === sel).map((item) => drawable(item, item.id === sel));
  if (many) list.push({ type: "points", id: "ports", layer: "ports", role: "own", positions: ports.map((item) => item.geometry.coordinates), names: ports.map((item) => item.name), ids: ports.map((item) => item.id) });
  return list;
}

function drawable(item, selected) {
  const layer = LAYERS[item.kind];
  const remark = [item.who, item.source, item.note].filter(Boolean).join("; ");
  const shared = { id: item.id, layer, role: "own", name: item.name, at: item.at, selected, remark };
  if (layer !== "ports") return { type: layer === "firs" ? "region" : "way", ...shared, geometry: item.geometry };
  return { type: "point", ...shared, mark: item.kind === "position" ? "plus" : "diamond", geometry: { type: "Point", coordinates: item.at } };
}

/** Lines of a drawable as they are drawn: each of unit vectors and degrees, in coarser and coarser copies; made once. */
function lines(item) {
  return once(item.geometry, "lines", () => edges(item.geometry).map(prepared));
}

/** Edges of areas without those that were made by cutting at 180 degrees and at the poles; lines as they are. */
export function edges(geometry) {
  if (geometry.type === "LineString") return [geometry.coordinates];
  if (geometry.type === "MultiLineString") return geometry.coordinates;
  const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
  const both = cutOnBothSides(rings);
  const out = [];
  for (const ring of rings) {
    let line = [];
    for (let i = 0; i < ring.length; i++) {
      if (i > 0 && isCut(ring[i - 1], ring[i], both)) {
        if (line.length > 1) out.push(line);
        line = [];
      }
      line.push(ring[i]);
    }
    if (line.length > 1) out.push(line);
  }
  return out;
}

const onEdge = (a, b) => Math.abs(a[0]) >= 179.999999 && a[0] === b[0];
const pole = (place) => Math.abs(place[1]) >= 89.999999;

/** Half-degree steps of latitude at which a shape has an edge along both sides of the chart. */
function cutOnBothSides(rings) {
  const seen = [new Set(), new Set()];
  for (const ring of rings) for (let i = 1; i < ring.length; i++) {
    if (!onEdge(ring[i - 1], ring[i])) continue;
    const side = seen[Number(ring[i][0] > 0)];
    const [south, north] = [ring[i - 1][1], ring[i][1]].sort((a, b) => a - b);
    for (let y = Math.floor(south * 2); y <= Math.ceil(north * 2); y++) side.add(y);
  }
  return new Set([...seen[0]].filter((y) => seen[1].has(y)));
}

const isCut = (a, b, both) => (pole(a) && pole(b)) || (onEdge(a, b) && both.has(Math.round(a[1] + b[1])));

function prepared(line) {
  const copies = [line];
  for (const apart of [...COARSE].reverse()) copies.push(thinned(copies.at(-1), apart));
  const made = new Map(copies.map((copy) => [copy, null]));
  for (const copy of made.keys()) made.set(copy, packed(copy));
  return { copies: copies.map((copy) => made.get(copy)), ...ball(made.get(line).units) };
}

/** A line with corners at least so far apart, and its ends; the same line where that leaves none out. */
function thinned(line, apart) {
  const few = [line[0]];
  for (const place of line) {
    const [x, y] = few.at(-1);
    const across = Math.abs(place[0] - x) > 180 ? 360 : Math.abs(place[0] - x);
    if (Math.hypot(across * Math.cos(y * RADIANS), place[1] - y) >= apart) few.push(place);
  }
  if (few.at(-1) !== line.at(-1)) few.push(line.at(-1));
  return few.length < line.length ? few : line;
}

function packed(line) {
  const [degrees, units] = [new Float64Array(line.length * 2), new Float64Array(line.length * 3)];
  line.forEach(([x, y], i) => {
    degrees.set([x, y], 2 * i);
    const cosine = Math.cos(y * RADIANS);
    units.set([cosine * Math.cos(x * RADIANS), cosine * Math.sin(x * RADIANS), Math.sin(y * RADIANS)], 3 * i);
  });
  return { degrees, units };
}

/** A ball on the sphere that holds a line: its middle and radius as an angle. */
function ball(units) {
  const mean = [0, 0, 0];
  for (let i = 0; i < units.length; i++) mean[i % 3] += units[i];
  const length = Math.hypot(...mean) || 1;
  const middle = mean.map((part) => part / length);
  let least = 1;
  for (let i = 0; i < units.length; i += 3) least = Math.min(least, units[i] * middle[0] + units[i + 1] * middle[1] + units[i + 2] * middle[2]);
  return { middle, radius: Math.acos(Math.max(-1, Math.min(1, least))) };
}

/** How far an area or line reaches from its middle, as an angle. */
export const reach = (item) => Math.max(...lines(item).map((line) => line.radius));

/**
 * A pen for one picture of the map: `trace(context, item)` adds a drawable's lines to the path, `gap(item, x, y)` is how far
 * a point of the screen is from them, in pixels. `frame` is {flat, centre, scale, middle: [x, y], size: [width, height]}.
 */
export function makePen(frame) {
  const { flat, centre, scale, middle: [x0, y0], size: [width, height] } = frame;
  const [longitude, latitude] = centre.map((v) => v * RADIANS);
  const [sine, cosine] = [Math.sin(latitude), Math.cos(latitude)];
  const up = [cosine * Math.cos(longitude), cosine * Math.sin(longitude), sine];
  const east = [-Math.sin(longitude), Math.cos(longitude), 0];
  const north = [-sine * Math.cos(longitude), -sine * Math.sin(longitude), cosine];
  const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  const pixel = 1 / scale / RADIANS; // degrees
  const copy = COARSE.findIndex((apart) => apart <= pixel * 0.7);
  const level = copy < 0 ? 0 : COARSE.length - copy;

  function seen({ middle, radius }) {
    if (flat) return true;
    const away = Math.acos(Math.max(-1, Math.min(1, dot(middle, up))));
    if (away > Math.PI / 2 + radius) return false;
    const [x, y, room] = [x0 + scale * dot(middle, east), y0 - scale * dot(middle, north), scale * Math.sin(Math.min(radius, Math.PI / 2)) + 4];
    return radius > 1 || (x > -room && x < width + room && y > -room && y < height + room);
  }

  /** Calls to(x, y, begins) for each corner that is seen. */
  function walk(line, to) {
    const { units, degrees } = line.copies[level];
    let begins = true;
    if (flat) {
      let before = null;
      const turn = 2 * Math.PI * scale;
      for (let i = 0; i < degrees.length; i += 2) {
        const x = x0 + scale * ((((degrees[i] - centre[0] + 540) % 360) + 360) % 360 - 180) * RADIANS;
        const y = y0 - scale * degrees[i + 1] * RADIANS;
        if (before && Math.abs(x - before[0]) > turn / 2) { // over the map's own edge: out at one side, in at the other
          const by = x > before[0] ? turn : -turn;
          to(x - by, y, false);
          to(before[0] + by, before[1], true);
        }
        to(x, y, begins);
        begins = false;
        before = [x, y];
      }
      return;
    }
    for (let i = 0; i < units.length; i += 3) {
      const [a, b, c] = [units[i], units[i + 1], units[i + 2]];
      if (a * up[0] + b * up[1] + c * up[2] <= 0) { begins = true; continue; }
      to(x0 + scale * (a * east[0] + b * east[1]), y0 - scale * (a * north[0] + b * north[1] + c * north[2]), begins);
      begins = false;
    }
  }

  return {
    trace(context, item) {
      for (const line of lines(item)) if (seen(line)) walk(line, (x, y, begins) => (begins ? context.moveTo(x, y) : context.lineTo(x, y)));
    },
    gap(item, x, y) {
      let least = Infinity;
      let from = null;
      for (const line of lines(item)) walk(line, (px, py, begins) => {
        if (!begins && from) least = Math.min(least, toSegment(x, y, from, [px, py]));
        from = [px, py];
      });
      return least;
    },
  };
}

function toSegment(x, y, [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}
