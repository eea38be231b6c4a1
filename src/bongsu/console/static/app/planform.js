// The form of Watch and Sites: satellites, places, files, span. It is made once, so that what was typed stays.

import { h } from "./dom.js";
import { t } from "./i18n.js";
import { LEVELS } from "./plan.js";
import { goodTime, set } from "./state.js";

const PURPOSES = ["imaging", "optical", "radar", "any"];

export const lines = (text) => text.split(/[\n;]/).map((line) => line.trim()).filter(Boolean);
export const satellitesOf = (text) => text.split(/^[\d\s,;]*$/.test(text) ? /[,;\s]+/ : /[,;\n]+/).map((part) => part.trim()).filter(Boolean);

/** `prefix` keeps the ids of two forms apart; `withNotices` and `withBy` are the parts that only one view has. */
export function makePlanForm(prefix, { withNotices, withBy, onAsk, onElements, onPlaces, onForget }) {
  const field = (id, extra = {}) => h("input", { id: `${prefix}${id}`, class: "grow", maxlength: 4000, ...extra });
  const select = (id) => h("select", { id: `${prefix}${id}`, class: "grow" });
  const sats = field("sats");
  const kind = select("kind");
  const over = h("textarea", { id: `${prefix}over`, rows: 3, spellcheck: "false", maxlength: 20000 });
  const placesFile = h("input", { id: `${prefix}placesfile`, type: "file", accept: ".csv,.txt,.geojson,.json" });
  const from = field("from", { maxlength: 20, placeholder: "2024-06-07T00:00Z" });
  const hours = field("hours", { type: "number", min: 1, max: 744, step: 1 });
  const by = select("by");
  const level = select("level");
  const sets = h("input", { id: `${prefix}sets`, type: "file", accept: ".tle,.txt,.json,.csv,.xml,.kvn,.oem" });
  const notices = h("textarea", { id: `${prefix}notices`, rows: 3, spellcheck: "false", maxlength: 4000000 });
  const answer = h("button", { type: "submit", class: "main" });
  const holds = h("span", {});
  const forget = h("button", { type: "button", onclick: () => { sets.value = placesFile.value = ""; onForget(); } });
  const held = h("p", { class: "small" }, holds, " ", forget);
  const labels = {};
  const labelled = (control, key) => h("label", { class: "grow", for: control.id }, (labels[key] = h("span", {})), control);
  const row = (...children) => h("div", { class: "row" }, ...children);
  const form = h("form", { class: "paste", novalidate: true },
    row(labelled(sats, "sites.satellites"), labelled(kind, "sites.kind")),
    row(labelled(sets, "sites.sets")),
    row(labelled(over, "sites.places")),
    row(labelled(placesFile, "sites.placesfile")),
    withNotices ? row(labelled(notices, "watch.notices.box")) : null,
    row(labelled(from, "sites.from"), withNotices ? null : labelled(hours, "sites.hours")),
    row(withBy ? labelled(by, "sites.by") : null, labelled(level, "sites.level")),
    held, row(answer));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    from.setCustomValidity(goodTime(from.value.trim()) ? "" : t("sites.from.bad"));
    if (!form.reportValidity()) return;
    onAsk({ sats: sats.value.trim(), kind: kind.value, over: lines(over.value).join(";"), from: from.value.trim(), level: level.value,
      ...(withNotices ? { notices: notices.value } : { hours: String(hours.value || 72), by: by.value }) });
  });
  from.addEventListener("input", () => from.setCustomValidity(""));
  level.addEventListener("change", () => set({ level: level.value }));
  sets.addEventListener("change", () => sets.files[0] && onElements(sets.files[0]));
  placesFile.addEventListener("change", () => placesFile.files[0] && onPlaces(placesFile.files[0]));
  // What was typed or chosen stays until it is sent: a field is written only when the state has another value than before.
  const shown = new Map();
  const write = (control, value) => {
    if (shown.get(control) === value || document.activeElement === control) return;
    shown.set(control, value);
    control.value = value;
  };
  const choices = (element, values, key, value) => {
    if (element.dataset.lang !== document.documentElement.lang) {
      element.replaceChildren(...values.map((name) => h("option", { value: name }, t(`${key}.${name}`))));
      element.dataset.lang = document.documentElement.lang;
      element.value = shown.get(element) ?? value;
    }
    write(element, value);
  };
  return {
    element: form,
    show(state, files) {
      for (const [key, span] of Object.entries(labels)) span.textContent = t(key);
      answer.textContent = t(withNotices ? "watch.answer" : "sites.answer");
      over.placeholder = "Seoul\nbase=35.10,129.10";
      sats.placeholder = t("sites.satellites.all");
      notices.placeholder = "NAVAREA XI ...";
      choices(kind, PURPOSES, "kind", state.kind);
      choices(level, LEVELS, "least", state.level);
      choices(by, ["reach", "horizon"], "by", state.by);
      forget.textContent = t("held.forget");
      holds.textContent = [files.sets ? t("held.sets", { name: files.setsName }) : "", files.places ? t("held.places", { name: files.placesName }) : ""].filter(Boolean).join(" ");
      held.hidden = !holds.textContent;
      write(sats, state.sats);
      write(over, state.over.split(";").join("\n"));
      write(from, state.from);
      write(hours, state.hours);
      write(notices, files.notices);
    },
  };
}
