// A step's page: saves field by field, shows and hides what depends on an answer, checks a field
// once it is left. Everything it knows it asks the server for; without it the buttons do the same.
import { enhance } from "./main.js";

const PAUSE = 600;

export default function formStep(form) {
  const state = form.querySelector("[data-form-state]");
  const left = new Set();
  let timer;
  let turn = 0;

  const leave = (field) => {
    left.add(field.dataset.field);
    for (const input of field.querySelectorAll("input")) {
      if (input.name) left.add(input.name);
    }
  };
  // What the page already complains about stays until it is mended.
  for (const error of form.querySelectorAll(".field-error")) {
    const field = error.closest("[data-field]");
    if (field) leave(field);
  }

  const tell = (words, wrong = true) => {
    state.textContent = words;
    state.toggleAttribute("data-wrong", wrong);
  };

  const save = async (again = true) => {
    clearTimeout(timer);
    const mine = ++turn;
    const body = new FormData();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string") body.append(name, value);
    }
    body.set("_action", "save");
    body.set("_left", [...left].join(" "));
    const response = await fetch(form.action, {
      method: "POST",
      headers: { "X-Requested-With": "fetch" },
      body: new URLSearchParams(body),
    });
    if (response.status === 403 && again && (await renewed(form))) return save(false);
    if (response.status >= 400 && response.status < 500) {
      tell(form.dataset.stuck); // trying again would not help
      return;
    }
    if (!response.ok || response.redirected) throw new Error(String(response.status));
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    if (mine === turn) show(form, fresh);
    tell(form.dataset.saved, false);
  };

  const trySave = () =>
    save().catch(() => {
      tell(form.dataset.failed);
      timer = setTimeout(trySave, 8 * PAUSE);
    });
  const soon = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(trySave, pause);
  };

  form.addEventListener("input", (event) => event.target.type !== "file" && soon(2 * PAUSE));
  form.addEventListener("change", (event) => {
    if (event.target.type !== "file") soon(event.target.type === "text" ? PAUSE : 50);
  });
  form.addEventListener("focusout", (event) => {
    const path = pathOf(event.target);
    if (!path || !event.target.value) return;
    // A date or an address is only judged once one has gone on to something else.
    if (!event.target.closest("[data-field]").contains(event.relatedTarget)) {
      leave(event.target.closest("[data-field]"));
      soon(50);
    }
  });
  // Without a connection the browser would leave the page for one of its own: stay here instead.
  form.addEventListener(
    "submit",
    (event) => {
      if (navigator.onLine) {
        clearTimeout(timer);
      } else {
        event.preventDefault();
        event.stopImmediatePropagation();
        tell(form.dataset.offline);
      }
    },
    { capture: true },
  );
}

// Needed seldom, so fetched only then.
async function renewed(form) {
  return (await import("./token.js")).renewToken(form);
}

function pathOf(element) {
  return element.closest("[data-field]")?.dataset.field;
}

// Takes over what the server says: new fields, gone fields, errors, the fee. What somebody is
// writing in right now stays as it is.
function show(form, fresh) {
  const here = form.querySelector("[data-form-fields]");
  const there = fresh.querySelector("[data-form-fields]");
  if (!here || !there) return;
  exchange(here, there);
  const asked = there.querySelector("input[name=_asked]");
  here.querySelector("input[name=_asked]").value = asked.value;
  settle();
}

// An error that is mended leaves the summary; the last one takes it along.
function settle() {
  const summary = document.querySelector(".error-summary");
  if (!summary) return;
  for (const link of summary.querySelectorAll("li a")) {
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest("[data-field]");
    if (!field?.querySelector(".field-error")) link.closest("li").remove();
  }
  if (!summary.querySelector("li")) summary.remove();
}

function exchange(here, there) {
  const old = new Map(children(here).map((e) => [e.dataset.field, e]));
  let before = null;
  for (const fresh of children(there)) {
    const known = old.get(fresh.dataset.field);
    old.delete(fresh.dataset.field);
    const placed = known ? exchanged(known, fresh) : fresh;
    if (!known) {
      if (before) before.after(placed);
      else children(here)[0] ? children(here)[0].before(placed) : here.append(placed);
      enhance(placed);
    }
    before = placed;
  }
  for (const gone of old.values()) gone.remove();
}

function children(root) {
  return [...root.querySelectorAll("[data-field]")].filter(
    (e) => e.parentElement.closest("[data-field]") === root.closest("[data-field]"),
  );
}

function exchanged(known, fresh) {
  const items = children(known).length + children(fresh).length > 0;
  if (items) {
    exchange(known, fresh);
    return known;
  }
  const busy = known.contains(document.activeElement);
  const same = markup(known) === markup(fresh);
  if (same || (busy && !known.hasAttribute("data-text"))) return known;
  known.replaceWith(fresh);
  enhance(fresh);
  return fresh;
}

// A field's markup without what somebody entered: only a change of error or words counts.
function markup(element) {
  const copy = element.cloneNode(true);
  for (const input of copy.querySelectorAll("input, textarea, option")) {
    input.removeAttribute("value");
    input.removeAttribute("checked");
    input.removeAttribute("selected");
    if (input.tagName === "TEXTAREA") input.textContent = "";
  }
  // What script said there is nothing that the server knows of.
  for (const e of copy.querySelectorAll("[data-said], [data-chosen]")) e.textContent = "";
  for (const e of copy.querySelectorAll("[data-enhanced], [data-enhance=count]")) {
    e.removeAttribute("data-enhanced");
    if (e.dataset.enhance === "count") e.textContent = "";
  }
  return copy.textContent.replace(/\s+/g, " ");
}
