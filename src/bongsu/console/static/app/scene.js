// What is on the map, as plain values: scene(data, state) gives a list of drawables. Tests read it; no pixels here.

import { geoCircle, geoDistance } from "../vendor/geo.js";

const RADIANS = Math.PI / 180;
const EARTH_KM = 6371.0088; // mean radius, IUGG
const MANY_SITES = 300; // more are drawn as a cloud of points

const SUN_FROM = Date.UTC(1900, 0, 1);
const SUN_UNTIL = Date.UTC(2100, 0, 1);
const CORNERS = 4000; // of a ring as it is drawn; a ring of more is thinned, and its drawable says so
const kept = new WeakMap(); // what was worked out from a geometry: the same one is drawn at every frame

/** Worked out once for each geometry. */
function once(geometry, name, make) {
  let known = kept.get(geometry);
  if (!known) kept.set(geometry, (known = {}));
  return (known[name] ??= make());
}

/**
 * Polygon rings as d3 wants them: outer rings clockwise, holes counter-clockwise, whichever way they came and whether or
 * not they were cut at 180 degrees. A ring bounds the smaller of the two sides it could mean, as in the report's maps.
 */
export function rewound(geometry) {
  if (!geometry) return null;
  if (geometry.type === "Polygon") return { type: "Polygon", coordinates: turned(geometry.coordinates) };
  if (geometry.type === "MultiPolygon") return { type: "MultiPolygon", coordinates: geometry.coordinates.map(turned) };
  return geometry;
}

const turned = (rings) => rings.map((ring, index) => (runsClockwise(ring) === (index === 0) ? ring : ring.slice().reverse()));

/** Whether the smaller side of a ring lies to its right. */
function runsClockwise(ring) {
  let [sum, planar, wide] = [0, 0, false];
  const [x0, y0] = ring[0] ?? [0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [from, to] = [wrap(ring[i][0] - x0), wrap(ring[i + 1][0] - x0)];
    wide ||= Math.abs(from) > 90 || Math.abs(ring[i][1]) > 85;
    planar += from * (ring[i + 1][1] - y0) - to * (ring[i][1] - y0);
    sum += between(ring[i], ring[i + 1]);
  }
  if (!wide) return planar <= 0; // exact however small the ring
  return (sum < 0 ? 2 * Math.PI + sum : sum) <= Math.PI;
}

/** Half the solid angle between an edge and the South Pole (Todhunter, Spherical Trigonometry, article 103; as in d3-geo). */
function between([x0, y0], [x1, y1]) {
  const turn = (x1 - x0) * RADIANS;
  const [a, b] = [(y0 * RADIANS) / 2 + Math.PI / 4, (y1 * RADIANS) / 2 + Math.PI / 4];
  const k = Math.sin(a) * Math.sin(b);
  return Math.atan2(k * Math.sin(turn), Math.cos(a) * Math.cos(b) + k * Math.cos(turn));
}

/** A geometry whose rings have at most CORNERS corners, and by how much they were thinned: null where they were not. */
export function thinned(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];
  const from = polygons.flat().reduce((most, ring) => Math.max(most, ring.length), 0);
  if (from <= CORNERS) return { geometry, thinning: null };
  let within = 0;
  const fewer = (ring) => {
    if (ring.length <= CORNERS) return ring;
    let length = 0;
    for (let i = 0; i + 1 < ring.length; i++) length += arc(ring[i], ring[i + 1]);
    const step = length / (CORNERS / 2);
    within = Math.max(within, step);
    const few = [ring[0]];
    for (const corner of ring) if (arc(few.at(-1), corner) >= step || (onSeam(corner) && few.length < CORNERS)) few.push(corner);
    few.push(ring.at(-1));
    return few;
  };
  const coordinates = polygons.map((rings) => rings.map(fewer));
  const thin = geometry.type === "Polygon" ? { type: "Polygon", coordinates: coordinates[0] } : { type: "MultiPolygon", coordinates };
  return { geometry: thin, thinning: { corners: from, within_deg: within } };
}

/** Short arcs in degrees, without a call of d3 for each. */
function arc([x0, y0], [x1, y1]) {
  return Math.hypot(wrap(x1 - x0) * Math.cos(((y0 + y1) / 2) * RADIANS), y1 - y0);
}

/** A polygon's outline without the seams at 180 degrees and at the poles, which are no edges of it. */
export function outline(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const seams = polygons.flat().flatMap(seamEdges);
  const lines = [];
  for (const ring of polygons.flat()) {
    let line = [];
    for (let i = 0; i < ring.length; i++) {
      if (i > 0 && isSeam(ring[i - 1], ring[i], seams)) {
        if (line.length > 1) lines.push(line);
        line = [];
      }
      line.push(ring[i]);
    }
    if (line.length > 1) lines.push(line);
  }
  return { type: "MultiLineString", coordinates: lines };
}

const onSeam = ([x, y]) => Math.abs(x) >= 179.999999 || Math.abs(y) >= 89.999999;
const alongSeam = (a, b) => Math.abs(a[0]) >= 179.999999 && a[0] === b[0];

/** A ring's edges along the 180th meridian: [side, south, north]. */
function seamEdges(ring) {
  const edges = [];
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]];
    if (alongSeam(a, b)) edges.push([Math.sign(a[0]), Math.min(a[1], b[1]), Math.max(a[1], b[1])]);
  }
  return edges;
}

/** Whether an edge was made by cutting: at a pole, or on the 180th meridian with the other half on its other side. */
function isSeam(a, b, seams) {
  if (Math.abs(a[1]) >= 89.999999 && Math.abs(b[1]) >= 89.999999) return true;
  if (!alongSeam(a, b)) return false;
  const [south, north] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  return seams.some(([side, low, high]) => side === -Math.sign(a[0]) && Math.min(high, north) - Math.max(low, south) > 1e-9);
}

/** Where a shape is named: a polygon's centre of area on the sphere (Brock 1975), a line's middle corner. */
export function middle(geometry) {
  return geometry.type === "Point" ? geometry.coordinates : once(geometry, "middle", () => centreOf(geometry));
}

function centreOf(geometry) {
  if (geometry.type === "LineString") return geometry.coordinates[geometry.coordinates.length >> 1];
  const rings = geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : geometry.coordinates;
  if (geometry.type === "MultiLineString") {
    const line = rings.reduce((a, b) => (b.length > a.length ? b : a), []);
    return line[line.length >> 1];
  }
  const [moment, mean] = [[0, 0, 0], [0, 0, 0]];
  for (const ring of rings) {
    let from = unit(ring[0]);
    for (const corner of ring.slice(1)) {
      const to = unit(corner);
      const normal = [to[1] * from[2] - to[2] * from[1], to[2] * from[0] - to[0] * from[2], to[0] * from[1] - to[1] * from[0]];
      const sine = Math.hypot(...normal);
      const factor = sine > 1e-15 ? Math.atan2(sine, from[0] * to[0] + from[1] * to[1] + from[2] * to[2]) / sine : 1;
      for (const axis of [0, 1, 2]) {
        moment[axis] += (normal[axis] * factor) / 2;
        mean[axis] += to[axis];
      }
      from = to;
    }
  }
  const side = Math.sign(moment.reduce((sum, part, axis) => sum + part * mean[axis], 0)) || 1; // whichever way the rings run
  const long = Math.hypot(...moment) > 1e-9 ? moment.map((part) => side * part) : mean; // some 25 km2 or less: corners alone will do
  return [Math.atan2(long[1], long[0]) / RADIANS, Math.atan2(long[2], Math.hypot(long[0], long[1])) / RADIANS];
}

const unit = ([x, y]) => [Math.cos(y * RADIANS) * Math.cos(x * RADIANS), Math.cos(y * RADIANS) * Math.sin(x * RADIANS), Math.sin(y * RADIANS)];

/** Where the Sun stands overhead: longitude and latitude in degrees, within 0.02 from 1900 to 2100 (Astronomical Almanac, page C5). */
export function subsolar(time) {
  const n = (+time - Date.UTC(2000, 0, 1, 12)) / 86400000;
  const mean = (280.46 + 0.9856474 * n) * RADIANS;
  const anomaly = (357.528 + 0.9856003 * n) * RADIANS;
  const ecliptic = mean + (1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * RADIANS;
  const tilt = (23.439 - 4e-7 * n) * RADIANS;
  const ascension = Math.atan2(Math.cos(tilt) * Math.sin(ecliptic), Math.cos(ecliptic)) / RADIANS;
  const declination = Math.asin(Math.sin(tilt) * Math.sin(ecliptic)) / RADIANS;
  const sidereal = 280.46062 + 360.98564737 * n;
  return [wrap(ascension - sidereal), declination];
}

export const wrap = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** Where a track is at a time: [longitude, latitude, height in m, sunlit], or null outside it. */
export function onTrack(track, time) {
  const seconds = (+time - +new Date(track.start)) / 1000;
  const all = track.time;
  if (!all.length || seconds < all[0] || seconds > all[all.length - 1]) return null;
  let low = 0;
  let high = all.length - 1;
  while (high - low > 1) {
    const half = (low + high) >> 1;
    if (all[half] <= seconds) low = half;
    else high = half;
  }
  const share = (seconds - all[low]) / (all[high] - all[low] || 1);
  const [x0, x1] = [track.longitude_deg[low], track.longitude_deg[high]];
  const step = wrap(x1 - x0);
  return [
    wrap(x0 + share * step),
    track.latitude_deg[low] + share * (track.latitude_deg[high] - track.latitude_deg[low]),
    track.height_m[low] + share * (track.height_m[high] - track.height_m[low]),
    track.sunlit[low],
  ];
}

/** A stretch of a track as a line: d3 cuts it at the edge of the map itself. */
function stretch(track, time, before, after) {
  const zero = +new Date(track.start);
  const line = [];
  for (let i = 0; i < track.time.length; i++) {
    const apart = (zero + track.time[i] * 1000 - +time) / 1000;
    if (apart >= -before && apart <= after) line.push([track.longitude_deg[i], track.latitude_deg[i]]);
  }
  return line;
}

/** How far from straight below a satellite the horizon lies, seen at an elevation limit. [deg of arc] */
export function horizonArc(height_m, elevation_deg = 0) {
  const elevation = elevation_deg * RADIANS;
  const ratio = EARTH_KM / (EARTH_KM + height_m / 1000);
  return (Math.acos(ratio * Math.cos(elevation)) - elevation) / RADIANS;
}

/**
 * Everything to draw, in order.
 *
 * data: {features: GeoJSON features of the answer, tracks: [satellite tracks], sites: [{name, latitude, longitude}],
 * time: Date or null}; state: {sel}. A drawable has `type` (area, line, point, label, night, circle), `id`, `role`
 * (a colour's name), `geometry`, `name`, `selected`.
 */
export function scene(data, state) {
  const list = [];
  if (data.time && data.time >= SUN_FROM && data.time < SUN_UNTIL) list.push(night(data.time));
  const picked = (id, name) => state.sel !== "" && (state.sel === id || state.sel === name);
  (data.features ?? []).forEach((feature, index) => list.push(...drawn(feature, index, picked)));
  const many = (data.sites ?? []).length > MANY_SITES;
  if (many) list.push({ type: "points", id: "sites", role: "claim", positions: data.sites.map((site) => [site.longitude, site.latitude]), names: data.sites.map((site) => site.name) });
  for (const site of data.sites ?? []) {
    if (many && !picked(`site:${site.name}`, site.name)) continue;
    const at = { type: "Point", coordinates: [site.longitude, site.latitude] };
    list.push({ type: "point", id: `site:${site.name}`, role: "claim", mark: "ring", geometry: at, name: site.name,
                selected: picked(`site:${site.name}`, site.name) });
  }
  for (const track of data.tracks ?? []) list.push(...(track.reach && data.time ? swath(track, data.time) : []), ...flown(track, data.time, data.elevation ?? 0));
  return list;
}

/** Ground arc from the track to where a limit of a camera meets the ground, on a sphere: by off-nadir or incidence. [deg] */
export function reachArc(height_m, { off_nadir_deg, incidence_deg }) {
  const ratio = (EARTH_KM + height_m / 1000) / EARTH_KM;
  const arc = (off) => Math.asin(Math.min(1, ratio * Math.sin(off))) / RADIANS - off / RADIANS;
  if (incidence_deg) return incidence_deg.map((angle) => angle - Math.asin(Math.sin(angle * RADIANS) / ratio) / RADIANS);
  const horizon = Math.asin(1 / ratio) - 1e-3;
  return [0, arc(Math.min(off_nadir_deg * RADIANS, horizon))];
}

/** What the camera can be turned to from five minutes before the clock to five after: strips left and right of the track. */
export function swath(track, time) {
  const zero = +new Date(track.start);
  const line = [];
  for (let i = 0; i < track.time.length; i++) {
    if (Math.abs(zero + track.time[i] * 1000 - +time) <= 300000) line.push(i);
  }
  if (line.length < 2) return [];
  const list = [];
  for (const [name, limits, soft] of [["possible", track.reach.possible, true], ["sure", track.reach.sure, false]]) {
    for (const side of limits.side === "both" ? (limits.incidence_deg ? [-1, 1] : [0]) : [limits.side === "right" ? 1 : -1]) {
      const edge = (which) => line.map((i) => {
        const [near, far] = reachArc(track.height_m[i], limits);
        const [left, right] = side === 0 ? [-far, far] : side > 0 ? [near, far] : [-far, -near];
        return beside(track, i, which ? right : left);
      });
      const ring = [...edge(false), ...edge(true).reverse()]; // up on the left, down on the right: clockwise, as d3 wants it
      const geometry = { type: "Polygon", coordinates: [[...ring, ring[0]]] };
      list.push({ type: "area", id: `swath:${track.norad_id}:${name}:${side}`, role: "direct", soft, geometry, outline: { type: "MultiLineString", coordinates: geometry.coordinates }, name: "" });
    }
  }
  return list;
}

/** The place beside a point of a track, an arc to its right (left where negative). [deg] */
function beside(track, i, arc) {
  const [a, b] = i + 1 < track.time.length ? [i, i + 1] : [i - 1, i];
  const [x0, y0, x1, y1] = [track.longitude_deg[a], track.latitude_deg[a], track.longitude_deg[b], track.latitude_deg[b]].map((v) => v * RADIANS);
  const azimuth = Math.atan2(Math.sin(x1 - x0) * Math.cos(y1), Math.cos(y0) * Math.sin(y1) - Math.sin(y0) * Math.cos(y1) * Math.cos(x1 - x0)) + Math.PI / 2;
  const [x, y, d] = [track.longitude_deg[i] * RADIANS, track.latitude_deg[i] * RADIANS, arc * RADIANS];
  const up = Math.asin(Math.sin(y) * Math.cos(d) + Math.cos(y) * Math.sin(d) * Math.cos(azimuth));
  const across = Math.atan2(Math.sin(azimuth) * Math.sin(d) * Math.cos(y), Math.cos(d) - Math.sin(y) * Math.sin(up));
  return [wrap((x + across) / RADIANS), up / RADIANS];
}

function night(time) {
  const [x, y] = subsolar(time);
  return { type: "night", id: "night", role: "night", geometry: geoCircle().center([wrap(x + 180), -y]).radius(90)() };
}

/** A polygon as it is drawn, and its outline: {geometry, outline, thinning}. */
function asDrawn(geometry) {
  return once(geometry, "drawn", () => {
    const thin = thinned(geometry);
    const turned = rewound(thin.geometry);
    return { geometry: turned, outline: outline(turned), thinning: thin.thinning };
  });
}

function drawn(feature, index, picked) {
  const geometry = feature.geometry;
  if (!geometry) return [];
  const p = feature.properties;
  const id = feature.id ?? `${p.layer}:${p.name || index}`;
  const selected = picked(id, p.name);
  if (p.layer === "area") {
    const shape = asDrawn(geometry);
    return [{ type: "area", id, role: "area", soft: p.approximate === true, ...shape,
              name: p.label ? `${p.label}` : p.name, selected, remark: p.remark ?? "" }];
  }
  if (p.layer === "track") {
    return [{ type: "line", id, role: p.kind === "direct" ? "direct" : p.kind === "orbit" ? "orbit" : "area",
              dash: p.kind === "orbit" ? [2, 3] : p.kind === "direct" ? [] : [7, 4], geometry, name: p.name, selected }];
  }
  const role = { site: "ink", control: "ink", fall: "fall", claim: "claim" }[p.kind] ?? "ink";
  const mark = { site: "triangle", control: "square", fall: "cross", claim: "dot" }[p.kind] ?? "dot";
  const list = [];
  if (p.circle) {
    list.push({ type: "area", id: `${id}:range`, role: "fall", soft: true, ...asDrawn(p.circle), name: "" });
  }
  list.push({ type: "point", id, role, mark, geometry, name: p.name, selected, remark: p.remark ?? "" });
  return list;
}

function flown(track, time, elevation) {
  const list = [];
  const when = time ?? new Date(track.start);
  const line = stretch(track, when, 2900, 2900);
  if (line.length > 1) {
    list.push({ type: "line", id: `track:${track.norad_id}`, role: "orbit", dash: [5, 4], name: "",
                geometry: { type: "LineString", coordinates: line } });
  }
  const here = onTrack(track, when);
  if (here) {
    const ring = geoCircle().center(here.slice(0, 2)).radius(horizonArc(here[2], elevation))();
    if (!track.plain) list.push({ type: "circle", id: `footprint:${track.norad_id}`, role: "orbit", geometry: ring, outline: outline(ring) });
    list.push({ type: "point", id: `satellite:${track.norad_id}`, role: "orbit", mark: here[3] ? "satellite" : "satellite-dark",
                geometry: { type: "Point", coordinates: here.slice(0, 2) }, name: track.name, height_m: here[2], selected: !track.plain });
  }
  return list;
}

export const LAYERS = ["areas", "tracks", "places", "footprints", "night", "borders", "grid"];

/** The layer that a drawable belongs to: what the layer menu and the address' `hide` call it. */
export function layerOf(item) {
  if (item.type === "night") return "night";
  if (item.type === "line") return "tracks";
  if (item.type === "circle" || item.id.startsWith("swath:")) return "footprints";
  return item.type === "area" ? "areas" : "places";
}

/** Whether a place is on the near side of the globe: a place behind it still has coordinates on the screen. */
export function onNearSide(centre, position) {
  return geoDistance(centre, position) < Math.PI / 2 - 1e-6;
}
