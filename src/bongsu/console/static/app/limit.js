// Long tables: as many rows as a person reads, and how many more there are. Files and the map hold all of them.

import { h } from "./dom.js";
import { t } from "./i18n.js";

export const ROWS = 300;

/** The first rows, and the chosen one wherever it stands. */
export function limited(items, isChosen) {
  if (items.length <= ROWS) return items;
  const shown = items.slice(0, ROWS);
  const chosen = items.find(isChosen);
  return chosen && !shown.includes(chosen) ? [...shown, chosen] : shown;
}

/** "and 9,700 more", or nothing. */
export function howManyMore(items) {
  return items.length > ROWS ? h("p", { class: "small" }, t("more", { n: (items.length - ROWS).toLocaleString("en") })) : null;
}
