// FIRs, routes and ports on the globe with heights: the same items as on the map, as CZML.

import { OVERLAYS, edges, overlayOf } from "./overlay.js";

const COLOUR = [220, 179, 240, 255];
const DARK = [16, 24, 32, 255];
const ABOVE_M = 400; // of the ground: a piece of a degree sags 240 m below it
const NEAR_M = 6e6; // from where names are shown
const DASHES = { firs: 0b1111111111001100, routes: 0b1111111111110000 }; // chain line and long dashes

/** Packets of the items whose layer is asked for; every part of a line is an entity of its own, the first has the name. */
export function layerPackets(items, shown) {
  const wanted = OVERLAYS.filter((layer) => shown.includes(layer));
  return [{ id: "document", version: "1.0" }, ...items.filter((item) => wanted.includes(overlayOf(item.kind))).flatMap(packets)];
}

function packets(item) {
  const layer = overlayOf(item.kind);
  const named = { id: item.id, name: item.name, position: { cartographicDegrees: [...item.at, layer === "ports" ? 0 : ABOVE_M] }, label: label(item.name) };
  if (layer === "ports") return [{ ...named, point: { pixelSize: item.kind === "position" ? 9 : 7, color: { rgba: COLOUR }, outlineWidth: 2, outlineColor: { rgba: DARK } } }];
  return edges(item.geometry).map((line, index) => ({
    ...(index ? { id: `${item.id}#${index + 1}`, name: item.name } : named),
    polyline: { positions: { cartographicDegrees: line.flatMap(([x, y]) => [x, y, ABOVE_M]) }, arcType: "NONE", width: layer === "firs" ? 1.5 : 2.5,
      material: { polylineDash: { color: { rgba: COLOUR }, dashLength: 18, dashPattern: DASHES[layer] } } },
  }));
}

const label = (text) => ({ text: text.slice(0, 40), font: "italic 13px sans-serif", style: "FILL_AND_OUTLINE", outlineWidth: 3, outlineColor: { rgba: DARK }, fillColor: { rgba: COLOUR },
  horizontalOrigin: "CENTER", pixelOffset: { cartesian2: [0, -12] }, distanceDisplayCondition: { distanceDisplayCondition: [0, NEAR_M] } });
