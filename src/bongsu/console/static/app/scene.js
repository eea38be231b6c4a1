// What is on the map, as plain values: scene(data, state) gives a list of drawables. Tests read it; no pixels here.

import { geoCircle, geoDistance } from "../vendor/geo.js";

const RADIANS = Math.PI / 180;
const EARTH_KM = 6371.0088; // mean radius, IUGG
const MANY_SITES = 300; // more are drawn as a cloud of points

/** Polygon rings as d3 wants them: outer rings clockwise, holes counter-clockwise, whichever way they came. */
export function rewound(geometry) {
  if (!geometry) return null;
  if (geometry.type === "Polygon") return { type: "Polygon", coordinates: turned(geometry.coordinates) };
  if (geometry.type === "MultiPolygon") return { type: "MultiPolygon", coordinates: geometry.coordinates.map(turned) };
  return geometry;
}

function turned(rings) {
  return rings.map((ring, index) => (signedArea(ring) > 0 === (index === 0) ? ring.slice().reverse() : ring));
}

/** Twice the planar area of a ring: positive when it runs counter-clockwise. Rings are cut at 180 degrees before. */
function signedArea(ring) {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  return sum;
}

/** A polygon's outline without the seams at 180 degrees and at the poles, which are no edges of it. */
export function outline(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const lines = [];
  for (const ring of polygons.flat()) {
    let line = [];
    for (let i = 0; i < ring.length; i++) {
      const seam = i > 0 && onSeam(ring[i - 1]) && onSeam(ring[i]) && sameSeam(ring[i - 1], ring[i]);
      if (seam) {
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
const sameSeam = (a, b) => (Math.abs(a[0]) >= 179.999999 && a[0] === b[0]) || Math.abs(a[1]) >= 89.999999;

/** A point inside, for a label: the mean of the largest ring's corners. */
export function middle(geometry) {
  if (geometry.type === "Point") return geometry.coordinates;
  const lists = { Polygon: 1, MultiPolygon: 2, LineString: 0, MultiLineString: 1 }[geometry.type];
  const rings = lists ? geometry.coordinates.flat(lists - 1) : [geometry.coordinates];
  const ring = rings.reduce((a, b) => (b.length > a.length ? b : a), []);
  if (geometry.type.endsWith("LineString")) return ring[Math.floor(ring.length / 2)];
  const sum = ring.reduce((total, [x, y]) => [total[0] + x, total[1] + y], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

/** Where the Sun stands overhead: longitude and latitude in degrees, within 0.02 (Astronomical Almanac, page C5). */
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
  if (data.time) list.push(night(data.time));
  const picked = (id, name) => state.sel !== "" && (state.sel === id || state.sel === name);
  (data.features ?? []).forEach((feature, index) => list.push(...drawn(feature, index, picked)));
  const many = (data.sites ?? []).length > MANY_SITES;
  if (many) list.push({ type: "points", id: "sites", role: "claim", positions: data.sites.map((site) => [site.longitude, site.latitude]) });
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

function drawn(feature, index, picked) {
  const geometry = rewound(feature.geometry);
  if (!geometry) return [];
  const p = feature.properties;
  const id = feature.id ?? `${p.layer}:${p.name || index}`;
  const selected = picked(id, p.name);
  if (p.layer === "area") {
    return [{ type: "area", id, role: "area", soft: p.approximate === true, geometry, outline: outline(geometry),
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
    const circle = rewound(p.circle);
    list.push({ type: "area", id: `${id}:range`, role: "fall", soft: true, geometry: circle, outline: outline(circle), name: "" });
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

/** Whether a place is on the near side of the globe: a place behind it still has coordinates on the screen. */
export function onNearSide(centre, position) {
  return geoDistance(centre, position) < Math.PI / 2 - 1e-6;
}
