// What leaves the page: files by the engine's own writers, and the command that gives the same answer.

import { h, save } from "./dom.js";
import { t } from "./i18n.js";

/** A menu of [label, action] pairs; an action that fails says so through `say`. */
export function exportMenu(entries, say) {
  const menu = h("details", { class: "export" }, h("summary", {}, `${t("export")} ▾`));
  const run = async (action) => {
    menu.open = false;
    try {
      say((await action()) || t("export.done"));
    } catch (error) {
      say(error.error ?? String(error));
    }
  };
  menu.append(h("div", {}, entries.filter(Boolean).map(([label, action]) => h("button", { type: "button", onclick: () => run(action) }, label))));
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  return menu;
}

/** Put text on the clipboard; browsers without one get a file. */
export async function copy(text, words) {
  if (navigator.clipboard) await navigator.clipboard.writeText(text);
  else save("bongsu.txt", text, "text/plain");
  return words;
}

/** Rows as CSV with a header; cells that a spreadsheet would run as a formula are quoted as text. */
export function csv(rows) {
  if (!rows.length) return "";
  const keys = Object.keys(rows[0]);
  const cell = (value) => {
    const text = value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
    const safe = /^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text;
    return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [keys.join(","), ...rows.map((row) => keys.map((key) => cell(row[key])).join(","))].join("\r\n") + "\r\n";
}
