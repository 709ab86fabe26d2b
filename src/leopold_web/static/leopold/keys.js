// One key for one answer, in lists that ask for it: j and k move, a letter presses the button of that letter.
// Without this script every button is there all the same.
"use strict";
(() => {
  const STORE = "leopold-keys-off";
  const LETTERS = { KeyJ: "j", KeyK: "k", KeyY: "y", KeyN: "n", KeyA: "a", KeyU: "u" };
  let place = -1;

  const list = () => document.querySelector("[data-keys]");
  const items = () => [...document.querySelectorAll("[data-keys] [data-item]")];
  const current = () => items().findIndex((item) => item.contains(document.activeElement));

  const isOff = () => {
    try {
      return localStorage.getItem(STORE) === "1";
    } catch {
      return false;
    }
  };

  const show = () => {
    for (const help of document.querySelectorAll("[data-keys-help]")) help.hidden = false;
    for (const button of document.querySelectorAll("[data-keys-toggle]")) {
      button.setAttribute("aria-pressed", String(!isOff()));
      button.querySelector("[data-on]").hidden = isOff();
      button.querySelector("[data-off]").hidden = !isOff();
    }
  };

  const toggle = () => {
    try {
      if (isOff()) localStorage.removeItem(STORE);
      else localStorage.setItem(STORE, "1");
    } catch {
      return;
    }
    show();
  };

  const go = (index) => {
    const all = items();
    if (!all.length) return;
    const item = all[Math.min(Math.max(index, 0), all.length - 1)];
    (item.querySelector("[data-focus]") ?? item).focus({ preventScroll: true });
    item.scrollIntoView({ block: "center" });
  };

  // A letter of another script stands on the same key, so the key counts there.
  const letterOf = (event) => (/^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : LETTERS[event.code]);

  const isTyping = (target) => target instanceof Element && target.closest("input, select, textarea, [contenteditable]") !== null;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isOff() || isTyping(event.target) || !list()) return;
    const letter = letterOf(event);
    const here = current();
    if (letter === "j" || letter === "k") {
      event.preventDefault();
      go(here < 0 ? 0 : here + (letter === "j" ? 1 : -1));
      return;
    }
    const within = letter === "u" ? list() : items()[here];
    const button = letter && within?.querySelector(`[data-key="${letter}"]`);
    if (!button) return;
    event.preventDefault();
    place = here;
    button.click();
  });

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("[data-keys-toggle]")) toggle();
    else if (target?.closest("[data-key]")) place = items().findIndex((item) => item.contains(target));
  });

  document.addEventListener("htmx:afterSettle", () => {
    show();
    if (place < 0 && document.activeElement !== document.body) return;
    if (items().length) go(place);
    else document.querySelector("[data-keys] h2, #part h1")?.focus();
    place = -1;
  });

  show();
})();
