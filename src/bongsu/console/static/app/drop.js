// Files and text dropped anywhere on the page. Each is told by what stands in it; what is of no use to the view on screen is
// answered on the Launch view, which says what it is, and changes nothing here.

import { t } from "./i18n.js";
import { hasLines, isGeoJson } from "./layers.js";

const MOST = 4e6; // bytes of a file that is answered as pasted text
const HEAD = 1e5; // bytes looked at to tell what a file is
const ELEMENTS = /^1 [ \dA-Z][ \d]{4}[UCS ]|OBJECT_ID|NORAD_CAT_ID|CCSDS|MEAN_MOTION/m;
// What any warning has: a place in English, Japanese or Korean, or the name of its series.
const NOTICE = /\d[NS]|[NS]\d|[北南]緯|[북남]위|NAVAREA|HYDRO(?:PAC|LANT|ARC)|NOTAM|CANCEL/;

/** A table whose header names a latitude, or GeoJSON; element sets in CSV have none. */
const looksLikePlaces = (text) => /\blat(itude)?(_deg)?\b/i.test(text.split("\n")[0]) || /"(FeatureCollection|Feature|Point|Polygon)"/.test(text);

/** Listen. `use` holds view(), say(words), askPasted(text), readSets(file), readPlaces(file), readNotices(text), addMaps(files) or null. */
export function takeDrops(use) {
  const over = (on) => document.querySelector(".paste")?.classList.toggle("over", on);
  addEventListener("dragover", (event) => { event.preventDefault(); over(true); });
  addEventListener("dragleave", () => over(false));
  addEventListener("drop", async (event) => {
    event.preventDefault();
    over(false);
    const files = [...event.dataTransfer.files];
    const text = files.length ? "" : event.dataTransfer.getData("text");
    if (text.trim()) return use.askPasted(text);
    const maps = use.addMaps ? await ownMaps(files, use.view()) : [];
    if (maps.length) use.addMaps(maps);
    for (const file of files.filter((each) => !maps.includes(each))) if (!(await taken(file, use))) return answered(file, files.length, use);
  });
}

/** Those that lie over the map: GeoJSON, but on the views that take places only such with lines or areas. */
async function ownMaps(files, view) {
  const placesToo = ["watch", "sites"].includes(view);
  const found = await Promise.all(files.map(async (file) => {
    if (!/\.(geo)?json$/i.test(file.name)) return null;
    if (file.size > MOST) return /\.geojson$/i.test(file.name) ? file : null; // refused there, in words
    const text = await file.text();
    return isGeoJson(file.name, text) && (!placesToo || hasLines(text)) ? file : null;
  }));
  return found.filter(Boolean);
}

/** Places, element sets, or on Watch a notice; false for what the view on screen has no use for. */
async function taken(file, use) {
  const view = use.view();
  if (!["watch", "sites", "satellite"].includes(view)) return false;
  const head = await file.slice(0, HEAD).text();
  if (view !== "satellite" && /\.(geojson|csv)$/i.test(file.name) && looksLikePlaces(head)) await use.readPlaces(file);
  else if (ELEMENTS.test(head) || /\.(tle|oem|omm|kvn)$/i.test(file.name)) await use.readSets(file);
  else if (view === "watch" && file.size < MOST && NOTICE.test(head)) use.readNotices(await file.text());
  else return false;
  return true;
}

/** Answered on the Launch view; of several files only this one. */
async function answered(file, of, use) {
  if (file.size > MOST) return use.say(t("drop.large"));
  const elsewhere = use.view() !== "launch";
  const text = await file.text();
  if (!text.trim()) return use.say(t("paste.empty"));
  use.askPasted(text);
  if (of > 1) use.say(t("drop.only", { name: file.name }));
  else if (elsewhere) use.say(t("drop.neither", { name: file.name }));
}
