// Tables wider than their place: they scroll there by themselves, can be reached by the keyboard, and say that there is more.

import { h } from "./dom.js";
import { t } from "./i18n.js";

/** Mark what is wider than its place under an element; to be called after it is drawn and when its width changes. */
export function markWide(panel) {
  const all = [...panel.querySelectorAll(".scroll")];
  const wide = all.map((place) => place.scrollWidth > place.clientWidth + 1); // all are measured before any is changed
  all.forEach((place, index) => {
    const sign = place.previousElementSibling?.classList.contains("more-columns") ? place.previousElementSibling : null;
    place.classList.toggle("wide", wide[index]);
    if (wide[index]) {
      place.setAttribute("tabindex", "0");
      place.setAttribute("role", "group");
      place.setAttribute("aria-label", t("columns.more"));
      if (!sign) place.before(h("p", { class: "small more-columns", "aria-hidden": "true" }, `${t("columns.more")} →`));
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) place.removeAttribute(name);
      sign?.remove();
    }
  });
}
