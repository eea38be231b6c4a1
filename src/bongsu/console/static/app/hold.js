// The panel is made anew when an answer arrives. Not under a finger: between press and release, and while a word is
// being composed (Korean and Japanese input), a new element in the old one's place would lose the click or the word.

const TAP_MS = 300; // after a touch ends, its click comes with a later event; after this long there is none

/** Watches the page. `held()` tells whether something is pressed or composed; `onRelease` is called when it no longer is. */
export function makeHold({ onRelease }) {
  const reasons = new Set();
  let tap = 0;
  const hold = (reason) => reasons.add(reason);
  const free = (reason) => { if (reasons.delete(reason) && !reasons.size) onRelease(); };
  const release = () => { clearTimeout(tap); free("press"); };
  const on = (name, heard) => addEventListener(name, heard, true);
  on("pointerdown", (event) => {
    clearTimeout(tap);
    if (event.button === 0 && !event.target.closest?.("#map, #clock")) hold("press"); // these two follow the pointer themselves
  });
  on("pointerup", () => { tap = setTimeout(release, TAP_MS); });
  on("click", () => setTimeout(release)); // after whoever listens to it
  on("pointermove", (event) => { if (!event.buttons && event.pointerType === "mouse") release(); }); // let go outside the page
  on("pointercancel", release);
  on("keydown", (event) => { if (event.key === " ") hold("space"); });
  on("keyup", (event) => { if (event.key === " ") setTimeout(() => free("space")); });
  on("compositionstart", () => hold("word"));
  for (const name of ["compositionend", "focusout"]) on(name, () => setTimeout(() => free("word")));
  on("blur", (event) => { if (event.target === window) { release(); free("space"); } });
  return { held: () => reasons.size > 0 };
}
