// Building the page: text is always text, never markup, so words from a notice or a case cannot become elements.

const SVG = "http://www.w3.org/2000/svg";

// Control characters, marks that turn the writing direction or are not seen, lone surrogates: as in the report's pictures.
const UNWANTED = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|\p{Cs}/gu;

/** Text that can stand beside other text without changing how that reads. */
export const clean = (text) => String(text).replace(UNWANTED, "");

/** An element: h("p", {class: "lead"}, "words", another). Handlers are given as onclick and the like. */
export function h(name, attributes = {}, ...children) {
  return build(document.createElement(name), attributes, children);
}

/** The same for SVG. */
export function s(name, attributes = {}, ...children) {
  return build(document.createElementNS(SVG, name), attributes, children);
}

const SHOWN = new Set(["title", "aria-label", "placeholder", "label"]); // attributes that are read

function build(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "value") element.value = value;
    else element.setAttribute(key, value === true ? "" : SHOWN.has(key) ? clean(value) : String(value));
  }
  add(element, children);
  return element;
}

// A name with a number, such as Chollima-1: lines do not break inside it, where the element's text flows.
const NAMED = /\p{L}[\p{L}\d]{0,30}(?:-[\p{L}\d]{1,15}){0,3}-\d{1,6}(?![\p{L}\d-])/gu;
const FLOWS = new Set(["H1", "H2", "H3", "P", "TD", "TH", "LI", "DD", "DT", "A"]);

function add(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    if (child instanceof Node) element.append(child);
    else element.append(...(FLOWS.has(element.tagName) ? unbroken(clean(child)) : [clean(child)]));
  }
}

/** Text in pieces, each name with a number in an element that does not break. */
function unbroken(text) {
  if (!text.includes("-")) return [text];
  const out = [];
  let at = 0;
  for (const found of text.matchAll(NAMED)) {
    const whole = document.createElement("span");
    whole.className = "whole";
    whole.append(found[0]);
    out.push(text.slice(at, found.index), whole);
    at = found.index + found[0].length;
  }
  return [...out, text.slice(at)];
}

/** Replace what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  add(element, children);
  return element;
}

export const byId = (id) => document.getElementById(id);

/** A link that only goes to http(s) addresses; anything else stays text. */
export function link(address, words = address) {
  return /^https?:\/\//i.test(address)
    ? h("a", { href: address, target: "_blank", rel: "noopener noreferrer nofollow" }, words)
    : words;
}

/** Hand a file to the person. */
export function save(name, content, type) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const anchor = h("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
