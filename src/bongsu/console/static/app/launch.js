// The Launch view: a bundled case or a pasted text, answered. Sentence, number, "why?", then everything else.

import { askFile } from "./api.js";
import { ascentPart } from "./ascent.js";
import { attemptPart } from "./attempt.js";
import { briefPart, readStatements } from "./brief.js";
import { fill, h } from "./dom.js";
import { copy, exportMenu, panelMenu, saveBlob } from "./export.js";
import { failed, leading, problems, sign, waiting, whole } from "./findings.js";
import { local, utc } from "./format.js";
import { t } from "./i18n.js";
import { saidText, say, sayAll } from "./said.js";
import { impliedPart } from "./implied.js";
import { howManyMore, limited } from "./limit.js";
import { nearSign } from "./plan.js";
import { set } from "./state.js";
import { eventsPart, kindPart, toldPart } from "./told.js";

/** The paste box; it stays on the page while answers come and go, so what was typed is never lost. */
export function makePasteBox({ onAsk, onCase }) {
  const text = h("textarea", { id: "paste", rows: 2, spellcheck: "false", maxlength: 4000000 });
  const site = h("input", { id: "pastesite", class: "grow", maxlength: 200 });
  const answer = h("button", { type: "submit", class: "main" });
  const cases = h("select", { id: "cases" });
  const labels = [h("label", { for: "paste", class: "small" }), h("label", { for: "pastesite", class: "small" }), h("label", { for: "cases", class: "small" })];
  const form = h("form", { class: "paste" }, labels[0], text,
    h("div", { class: "row" }, labels[1], site, answer, labels[2], cases));
  // The box grows while something is written in it, and shrinks when it was sent, or left and nothing is pressed: what is
  // under a finger never moves, or the click on it would be lost.
  let pressed = false;
  const grow = () => { text.rows = Math.max(6, Math.min(14, text.value.split("\n").length + 1)); };
  const shrink = () => { text.rows = 2; };
  const left = () => { if (pressed) setTimeout(left, 150); else if (!form.contains(document.activeElement)) shrink(); };
  for (const [heard, down] of [["pointerdown", true], ["pointerup", false], ["pointercancel", false]]) addEventListener(heard, () => { pressed = down; }, true);
  let sent = false; // the drawing of the answer gives the box its focus back, and that is no wish to write
  text.addEventListener("focus", () => sent || grow());
  for (const heard of ["input", "pointerup"]) text.addEventListener(heard, () => { sent = false; grow(); });
  text.addEventListener("input", () => text.setCustomValidity(""));
  form.addEventListener("focusout", () => setTimeout(left, 150));
  const ask = () => {
    text.setCustomValidity(text.value.trim() ? "" : t("paste.empty"));
    if (!text.reportValidity()) return;
    sent = true;
    shrink();
    onAsk(text.value, site.value);
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); ask(); });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); ask(); }
  });
  cases.addEventListener("change", () => cases.value && onCase(cases.value));
  return {
    element: form,
    write(words, place) { text.value = words; text.setCustomValidity(""); if (place !== undefined) site.value = place; },
    text: () => text.value,
    show(heads, state) {
      labels[0].textContent = t("paste.label");
      labels[1].textContent = t("paste.site");
      labels[2].textContent = t("paste.case");
      text.placeholder = t("paste.placeholder");
      site.placeholder = "39.66,124.71";
      answer.textContent = t("paste.answer");
      fill(cases, state.text || !state.case ? h("option", { value: "" }, "—") : null,
        heads.map((head) => h("option", { value: head.name, selected: head.name === state.case, title: saidText(head.summary) }, saidText(head.title))));
      cases.value = state.text ? "" : state.case;
      if (state.text && !text.value) { text.value = state.text; site.value = state.site; }
    },
  };
}

/** Draw the view. `data` is {body, progress, error}; `use` holds what it may call. */
export function showLaunch(panel, box, state, data, use) {
  const children = [box.element];
  if (data.progress || data.error || !data.body) children.push(h("h1", { class: "sr" }, t("view.launch")));
  if (data.progress) children.push(waiting(`${t("state.working")} ${data.progress.what ? saidText(data.progress.what) : ""}`, data.progress.done, data.progress.steps, use.cancel));
  else if (data.error) children.push(failed(data.error, use.again));
  else if (!data.body) children.push(h("div", { class: "state" }, t("state.empty")));
  else children.push(...answered(data.body, data.more, state, use));
  if (!use.served) children.splice(1, 0, h("p", { class: "small" }, t("page.reads_nothing")));
  fill(panel, children);
}

function answered(body, more, state, use) {
  const answer = body.answer;
  const findings = answer.items;
  const claims = findings.filter((item) => item.topic === "claim");
  const others = findings.filter((item) => item.topic !== "claim");
  const chosen = findings.find((item) => item.id === state.sel);
  const head = chosen ?? headline(findings);
  const read = body.notices ? readStatements(findings) : []; // a notice: what it says comes before what follows from it
  const lead = answer.summary.length ? answer.summary : read.slice(0, 3);
  const parts = [
    h("div", { class: "row" }, h("h1", { class: "grow" }, say(body.heading)), menu(body, state, use)),
    h("p", { class: "lead", id: "sentence" }, lead.length ? [sayAll(lead), read.length > 3 ? ` ${t("more", { n: read.length - 3 })}` : ""] : head ? say(head.statement) : t("state.nothing")),
  ];
  if (body.notices) parts.push(problems(answer.problems, true), briefPart(body, more));
  if (head) parts.push(numberLine(head, chosen, use));
  if (chosen) parts.push(whole(chosen, body.sources, body.kind === "case" && answer.case ? `bongsu explain ${chosen.id} --case ${answer.case}` : ""));
  const announced = announcedParts(body, more, state, use);
  const attempt = attemptPart(body, more.body?.launch, use);
  parts.push(doors(body, claims, [...(attempt.length ? [{ key: "attempt" }] : []), ...announced]));
  if (body.kind !== "notice") parts.push(...findingPart(body, others, state, use));
  if (body.notices) parts.push(...noticePart(body, state, use));
  parts.push(...attempt);
  parts.push(...announced.flatMap((part) => part.content));
  if (claims.length) parts.push(headed("claims", panelMenu("claims", { rows: claims.map(flatClaim), json: { ...answer, items: claims }, command: body.command }, use.say)),
    claimTable(claims, state, body.zone), h("p", { class: "small" }, t("claims.note")));
  if (answer.unknown?.length) parts.push(h("p", { class: "small" }, h("b", {}, `${t("unknown")} `), h("span", {}, sayAll(answer.unknown, "; "))));
  if (answer.since?.length) parts.push(h("p", { class: "small" }, h("b", {}, `${t("since")} `), h("span", {}, sayAll(answer.since, "; "))));
  parts.push(body.notices ? null : problems(answer.problems), inputsLine(answer), h("p", { class: "small" }, t("not_official")));
  return parts;
}

const headed = (key, ...more) => h("div", { class: "row" }, h("h2", { class: "grow", id: `part-${key}`, tabindex: "-1" }, t(key)), ...more);

function findingPart(body, others, state, use) {
  if (!others.length) return [];
  const rows = others.map((item) => ({ id: item.id, question: item.question, verdict: item.verdict, statement: item.statement, sign: item.sign, experimental: item.experimental, ...Object.fromEntries(Object.entries(item.estimates ?? {}).flatMap(([key, e]) => (e ? [[key, e.value ?? ""], [`${key}_low`, e.low ?? ""], [`${key}_high`, e.high ?? ""]] : []))) }));
  const keys = [...new Set(rows.flatMap(Object.keys))];
  return [headed("findings", panelMenu("findings", { rows: rows.map((row) => Object.fromEntries(keys.map((key) => [key, row[key] ?? ""]))), json: { ...body.answer, items: others }, command: body.command }, use.say)), findingTable(others, state)];
}

const flatClaim = (item) => ({ id: item.id, place: item.label, utc: item.details?.utc ?? "", verdict: item.verdict, miss_s: item.estimates?.closest_difference_s?.value ?? "", ...Object.fromEntries(["off_nadir_deg", "incidence_deg", "sun_elevation_deg"].flatMap((key) => [[`${key}_low`, item.estimates?.[key]?.low ?? ""], [`${key}_high`, item.estimates?.[key]?.high ?? ""]])) });

/** What the notices announce and the flight, each with its key and content; a part that failed says why in one line. */
function announcedParts(body, more, state, use) {
  if (!["case", "notice"].includes(body.kind)) return [];
  if (more.error) return [{ key: "implied", content: [headed("implied"), failed(more.error, null)] }];
  if (!more.body) return more.busy ? [{ key: "implied", content: [headed("implied"), waiting(t("state.working"), 0, 0, null)] }] : [];
  const { parts, launches, launch } = more.body;
  const list = [];
  if (launches.length > 1) list.push({ key: "", content: [h("p", { class: "row" }, h("label", { for: "oflaunch" }, h("span", {}, t("launch.which"))),
    h("select", { id: "oflaunch", class: "grow", onchange: (event) => set({ launch: event.target.value, fail: "", sel: "" }) }, launches.map((item) => h("option", { value: item.id, selected: item.id === launch }, saidText(item.label)))))] });
  const draw = { events: () => eventsPart(parts.events, use), implied: () => impliedPart(parts.implied, state, use), told: () => toldPart(parts.told, use) };
  for (const key of ["events", "implied", "told"]) {
    if (!parts[key]) continue;
    list.push({ key, content: parts[key].error ? [headed(key), h("p", { class: "soft" }, say(parts[key].error), parts[key].advice ? [": ", say(parts[key].advice)] : ""), key === "implied" && !more.body.site && body.kind === "notice" && use.served ? h("p", {}, h("button", { type: "button", onclick: () => document.getElementById("pastesite").focus() }, t("implied.give_site"))) : null] : draw[key]() });
  }
  if (launches.length) list.push({ key: "ascent", content: ascentPart(more, state, use) });
  return list;
}

/** Buttons that go to the parts of the answer. */
function doors(body, claims, announced) {
  const keys = [body.kind === "notice" ? "notice" : "findings", ...announced.map((part) => part.key).filter(Boolean), claims.length ? "claims" : ""].filter(Boolean);
  if (keys.length < 3) return null;
  const to = (key) => { const part = document.getElementById(`part-${key}`); part?.scrollIntoView({ block: "start" }); part?.focus({ preventScroll: true }); };
  return h("nav", { class: "doors", "aria-label": t("parts") }, keys.map((key) => h("button", { type: "button", onclick: () => to(key) }, t(key))));
}

/** The finding to lead with: one that does not fit, else the first with a number. */
function headline(findings) {
  const numbered = findings.filter((item) => leading(item));
  return numbered.find((item) => item.sign === "≠") ?? numbered.find((item) => item.sign === "!") ?? numbered[0] ?? findings[0];
}

function numberLine(finding, chosen, use) {
  const number = leading(finding);
  return h("p", { class: "number", id: "number" },
    number ? [h("b", {}, number.words), h("span", { class: "soft", lang: number.lang }, number.name)] : null,
    sign(finding),
    h("span", { class: "soft grow" }, say(finding.label)),
    h("button", { type: "button", "aria-expanded": chosen ? "true" : "false", "aria-controls": "why", onclick: () => set({ sel: chosen ? "" : finding.id }) }, chosen ? t("why.close") : t("why")));
}

function row(item, state, ...cells) {
  const picked = state.sel === item.id;
  return h("tr", { class: "pickable", "aria-selected": picked ? "true" : "false", onclick: (event) => event.target.closest("a") || set({ sel: picked ? "" : item.id }) }, ...cells);
}

const pickButton = (item, words) => h("button", { type: "button", class: "as-link", "data-id": item.id, onclick: (event) => { event.stopPropagation(); set({ sel: item.id }); } }, say(words));

function findingTable(findings, state) {
  return h("div", { class: "scroll" }, h("table", { id: "findings" },
    h("thead", {}, h("tr", {}, [t("column.what"), t("column.found"), t("column.verdict")].map((words) => h("th", { scope: "col" }, words)))),
    h("tbody", {}, limited(findings, (item) => item.id === state.sel).map((item) => row(item, state,
      h("td", { class: "t" }, pickButton(item, item.label || item.topic)),
      h("td", {}, say(item.brief || item.statement)), h("td", {}, sign(item)))))), howManyMore(findings));
}

function claimTable(claims, state, zone) {
  const show = (entry, digits) => (entry && (entry.value !== null || entry.low !== null)
    ? entry.low !== null && entry.high !== null && entry.high - entry.low >= 1 ? `${entry.low.toFixed(digits)}–${entry.high.toFixed(digits)}` : (entry.value ?? entry.low).toFixed(digits) : "–");
  return h("div", { class: "scroll" }, h("table", { id: "claims" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("column.claimed")), h("th", { scope: "col" }, `${t("column.time")} UTC`),
      h("th", { scope: "col", class: "n" }, t("column.miss")), h("th", { scope: "col", class: "n" }, t("column.off_nadir")),
      h("th", { scope: "col", class: "n" }, t("column.sun")), h("th", { scope: "col" }, t("column.overflight")))),
    h("tbody", {}, limited(claims, (item) => item.id === state.sel).map((item) => {
      const when = item.details?.utc ?? "";
      const e = item.estimates ?? {};
      return row(item, state, h("td", {}, pickButton(item, item.label)),
        h("td", { class: "t", title: when ? local(when, zone) : "" }, when ? utc(when) : say(item.brief)),
        h("td", { class: "n" }, show(e.closest_difference_s, 0)), h("td", { class: "n" }, show(e.off_nadir_deg, 0)),
        h("td", { class: "n" }, show(e.sun_elevation_deg, 0)), h("td", {}, sign(item)));
    }))), howManyMore(claims));
}

/** The notice's text with the words that gave each area, and the fields beside it. */
function noticePart(body, state, use) {
  const shapes = shapesOf(body);
  const rows = shapes.flatMap(({ notice, group, item, windows }) => windows.map((w) => ({ notice: notice.id, kind: notice.kind, shape: group.slice(0, -1), label: item.label, start: w.start, end: w.end })));
  const parts = [headed("notice", panelMenu("notice", { rows, json: body.notices, geojson: () => body.scene, files: use.served ? ["kml", "czml", "ics"].map((form) => [form.toUpperCase(), form, () => askFile(`/api/notice/parse/${form}`, { text: use.question().text, at: body.answer.generated })]) : [], command: "bongsu notice parse -" }, use.say))];
  const isChosen = (shape) => shape.key === state.sel;
  const shown = Map.groupBy(limited(shapes, isChosen), (shape) => shape.notice);
  const notices = limited(body.notices, (notice) => shown.get(notice)?.some(isChosen));
  for (const notice of notices) parts.push(...noticeFields(notice, shown.get(notice) ?? [], state));
  parts.push(howManyMore(shapes.length > body.notices.length ? shapes : body.notices));
  const spans = shapes.filter(({ item }) => item.text_span).map(({ item, key }) => ({ from: item.text_span[0], to: item.text_span[1], key }));
  parts.push(h("p", { class: "small" }, t("notice.marked")), h("pre", { id: "noticetext", tabindex: "0", "aria-label": t("notice.text") }, marked(body.text, limited(spans, (span) => span.key === state.sel), state)));
  return parts;
}

/** Every area, line and point of the notices, with the id that the map knows it by: its features come in the same order. */
function shapesOf(body) {
  const features = body.scene.features.filter((feature) => feature.id);
  return body.notices.flatMap((notice) => ["areas", "lines", "points"].flatMap((group) => (notice[group] ?? []).map((item) => ({ notice, group, item, windows: (item.windows?.length ? item.windows : notice.windows) ?? [] }))))
    .map((shape, index) => ({ ...shape, key: features[index]?.id ?? `shape ${index + 1}` }));
}

function noticeFields(notice, shapes, state) {
  const parts = [
    h("p", {}, h("b", {}, notice.id || t("notice.unnumbered")), `  ${notice.kind ?? ""}`, notice.issued ? `  ${t("issued")} ${utc(notice.issued, false)} UTC` : "", notice.expires ? `  ${t("expires")} ${utc(notice.expires, false)} UTC` : ""),
    kindPart(notice, (span) => selectSpan(document.getElementById("noticetext"), span)),
  ];
  if (shapes.length) parts.push(h("div", { class: "scroll" }, h("table", { class: "shapes" }, h("thead", {}, h("tr", {}, [t("column.what"), t("column.shape"), `${t("column.window")} UTC`, t("column.state")].map((w) => h("th", { scope: "col" }, w)))), h("tbody", {}, shapes.map((shape) => shapeRow(shape, state))))));
  if (notice.cancels?.length) parts.push(h("p", { class: "small" }, `${t("cancels")} ${notice.cancels.map((c) => c.id ?? c).join(", ")}`));
  return parts;
}

function shapeRow({ group, item, windows, key }, state) {
  return row({ id: key }, state, h("td", {}, pickButton({ id: key }, item.label || t(`shape.${group}`))),
    h("td", {}, item.shape ?? group.slice(0, -1)),
    h("td", {}, windows.slice(0, 3).map((w) => h("div", { class: "t" }, `${utc(w.start, false)} – ${w.end ? utc(w.end, false) : "…"}`)), windows.length > 3 ? h("div", { class: "soft" }, t("more", { n: windows.length - 3 })) : null),
    h("td", {}, item.repaired ? h("span", { class: "sign look", "data-sign": "!" }, t("repaired")) : ""));
}

/** Select characters of the notice's text in the browser's own way, and bring them into view. */
function selectSpan(element, [from, to]) {
  if (!element) return;
  const range = document.createRange();
  let at = 0;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = at + node.length;
    if (from >= at && from <= end) range.setStart(node, from - at);
    if (to >= at && to <= end) { range.setEnd(node, to - at); break; }
    at = end;
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  element.scrollIntoView({ block: "nearest" });
  element.focus({ preventScroll: true });
}

function marked(text, spans, state) {
  const out = [];
  let at = 0;
  for (const span of spans.filter((item) => item.from < item.to).sort((a, b) => a.from - b.from)) {
    if (span.from < at) continue;
    out.push(text.slice(at, span.from), h("mark", { class: state.sel === span.key ? "picked" : "", "data-key": span.key, onclick: () => set({ sel: span.key }) }, text.slice(span.from, span.to)));
    at = span.to;
  }
  out.push(text.slice(at));
  return out;
}

function inputsLine(answer) {
  if (!answer.inputs.length) return null;
  return h("details", {}, h("summary", { class: "small" }, t("inputs", { n: answer.inputs.length, version: answer.version })),
    h("ul", { class: "small" }, answer.inputs.map((item) => h("li", {}, say(item.id), ": ", say(item.source), item.age_days === null ? "" : `, ${t("inputs.newest", { days: Math.round(item.age_days) })}`, typeof item.nearest_days === "number" ? [`; ${t("ages.past")} `, nearSign(item.nearest_days)] : "", item.sha256 ? h("code", {}, ` ${item.sha256.slice(0, 12)}`) : ""))));
}

const OF_NOTICE = { svg: "map", png: "map", geojson: "parse", kml: "parse", czml: "parse", ics: "parse" };

/** Address and question of a file: picture, shapes and times of a pasted notice are its own, all else is of the whole answer. */
function whose(body, form, question) {
  if (body.kind !== "notice" || !OF_NOTICE[form]) return [`/api/assess/${form}`, form === "html" || form === "pdf" ? { ...question, lang: document.documentElement.lang } : question];
  return [`/api/notice/${OF_NOTICE[form]}/${form}`, { text: question.text, at: body.answer.generated }];
}

/** Everything of the answer: the engine's files, the map as it stands, the command, the link. */
function menu(body, state, use) {
  const name = state.text || !state.case ? "pasted" : state.case;
  const file = (form, ending = form) => async () => saveBlob(`bongsu-${name}.${ending}`, await askFile(...whose(body, form, use.question())));
  const made = use.served ? [
    [t("export.html"), file("html")], [t("export.pdf"), file("pdf")], [t("export.page"), file("page", "page.html")],
    ["PNG", file("png")], ["SVG", file("svg")], ["JSON", file("json")], ["GeoJSON", file("geojson")],
    ["KML", file("kml")], ["CZML", file("czml")], ["iCalendar", file("ics")],
  ] : [
    ["JSON", () => saveBlob(`bongsu-${name}.json`, new Blob([JSON.stringify(body.answer, null, 1)], { type: "application/json" }))],
    ["GeoJSON", () => saveBlob(`bongsu-${name}.geojson`, new Blob([JSON.stringify(body.scene)], { type: "application/geo+json" }))],
  ];
  return exportMenu([...made,
    [t("export.view"), () => use.picture(`bongsu-${name}-map.png`)],
    [t("export.print"), () => { print(); return t("export.done"); }],
    [t("export.command"), () => copy(body.command, t("export.copied"))],
    [t("export.link"), () => copy(location.href, t(use.text().length > 1500 ? "export.link.long" : "export.copied"))],
  ], use.say, "answer");
}
