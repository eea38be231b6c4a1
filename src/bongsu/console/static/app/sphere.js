// Places on the sphere: where one comes to along a great circle, how far apart two are, the fan of directions of a launch.

const RADIANS = Math.PI / 180;
const EARTH_KM = 6371.0088; // mean radius, IUGG

/** [longitude, latitude] at a distance along an azimuth. */
export function along([longitude, latitude], azimuth_deg, distance_km) {
  const [a, d, f] = [azimuth_deg * RADIANS, distance_km / EARTH_KM, latitude * RADIANS];
  const up = Math.asin(Math.sin(f) * Math.cos(d) + Math.cos(f) * Math.sin(d) * Math.cos(a));
  const across = Math.atan2(Math.sin(a) * Math.sin(d) * Math.cos(f), Math.cos(d) - Math.sin(f) * Math.sin(up));
  return [((longitude + across / RADIANS + 540) % 360) - 180, up / RADIANS];
}

/** Great-circle distance. [km] */
export function apart([x1, y1], [x2, y2]) {
  const [a, b] = [y1 * RADIANS, y2 * RADIANS];
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(((x2 - x1) * RADIANS) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** The wedge between two azimuths from a place, as a GeoJSON polygon; a wedge over 180 degrees wide is refused (null). */
export function fan(place, low_deg, high_deg, reach_km) {
  const wide = high_deg - low_deg;
  if (!(wide > 0) || wide > 180 || !(reach_km > 0)) return null;
  const steps = 12;
  const edge = (azimuth) => Array.from({ length: steps }, (_, i) => along(place, azimuth, (reach_km * (i + 1)) / steps));
  const arc = Array.from({ length: steps - 1 }, (_, i) => along(place, low_deg + (wide * (i + 1)) / steps, reach_km));
  return { type: "Polygon", coordinates: [[place, ...edge(low_deg), ...arc, ...edge(high_deg).reverse(), place]] };
}
