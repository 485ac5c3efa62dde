// Fills in a person whom somebody keeps on this device, and offers to keep one who was typed.
// Nothing of it is sent: the fields are filled as if by hand, and go with the page as ever.
import vault from "./device-vault.js";

const PARTS = ["given", "family", "birth", "ahv"];
const CHANGED = "device-person"; // somebody was filled in, or taken back

export default async function devicePerson(scope) {
  const fill = scope.querySelector(":scope > [data-fill]");
  const keep = scope.querySelector(":scope > [data-keep]");
  const own = vault();
  try {
    const people = await own.people();
    offerToFill(scope, fill, people);
    offerToKeep(scope, keep, own, people);
  } catch {
    // this browser keeps nothing, or nobody is logged in any more
  }
}

function offerToFill(scope, panel, people) {
  const choices = panel.querySelector("[data-choices]");
  const said = panel.querySelector("[data-said]");
  const undo = panel.querySelector("[data-undo]");
  const offer = panel.querySelector("[data-offer]");

  let filled = null;

  // What somebody typed is nobody's to overwrite; who stands somewhere else is not offered again.
  const show = () => {
    undo.hidden = !filled;
    offer.hidden = Boolean(filled);
    said.textContent = filled ? panel.dataset.filled.replace("#", nameOf(filled)) : "";
    const free = PARTS.every((part) => inputs(scope, part).every((input) => !input.value));
    const named = [...document.querySelectorAll('[data-enhance~="device-person"]')].map((one) => nameOf(read(one)));
    const rest = free ? people.filter((person) => !named.includes(nameOf(person))) : [];
    choices.replaceChildren(...rest.map(choice));
    panel.hidden = !filled && rest.length === 0;
  };

  const take = (person) => {
    filled = person;
    write(scope, person ?? {});
    document.dispatchEvent(new Event(CHANGED));
  };

  const choice = (person) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-secondary button-small";
    button.textContent = nameOf(person);
    button.addEventListener("click", () => {
      take(person);
      undo.focus();
    });
    return button;
  };

  undo.addEventListener("click", () => {
    take(null);
    choices.querySelector("button")?.focus();
  });
  document.addEventListener(CHANGED, show);
  document.addEventListener("input", show);
  show();
}

function offerToKeep(scope, panel, own, people) {
  let known = people;
  const button = panel.querySelector("button");
  const hint = panel.querySelector("[data-hint]");
  const said = panel.querySelector("[data-said]");
  const see = panel.querySelector("[data-see]");

  const look = () => {
    const person = read(scope);
    const kept = known.some((one) => PARTS.every((part) => !person[part] || one[part] === person[part]));
    button.hidden = hint.hidden = !person.given || !person.family || kept;
    button.textContent = panel.dataset.ask.replace("#", nameOf(person));
    if (!button.hidden) {
      said.textContent = "";
      see.hidden = true;
    }
    panel.hidden = button.hidden && !said.textContent;
  };

  button.addEventListener("click", async () => {
    const person = read(scope);
    try {
      known = await own.change((all) => [...all.filter((one) => nameOf(one) !== nameOf(person)), person]);
      look();
      said.textContent = panel.dataset.kept.replace("#", nameOf(person));
      see.hidden = false;
      panel.hidden = false;
      see.querySelector("a").focus();
    } catch {
      said.textContent = panel.dataset.failed;
    }
  });
  scope.addEventListener("input", look);
  document.addEventListener(CHANGED, look);
  look();
}

const nameOf = ({ given = "", family = "" }) => `${given} ${family}`.trim();

function inputs(scope, part) {
  return [...scope.querySelectorAll(`:scope > [data-on-device="person.${part}"] input`)];
}

function read(scope) {
  const typed = (part) => inputs(scope, part).map((input) => input.value.trim());
  const [day, month, year] = typed("birth");
  const birth = day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : "";
  return { given: typed("given")[0] ?? "", family: typed("family")[0] ?? "", birth, ahv: typed("ahv")[0] ?? "" };
}

function write(scope, { given = "", family = "", birth = "", ahv = "" }) {
  const date = birth.split("-").reverse().map((part) => part.replace(/^0/, ""));
  const values = { given: [given], family: [family], birth: date, ahv: [ahv] };
  for (const part of PARTS) {
    inputs(scope, part).forEach((input, i) => (input.value = values[part][i] ?? ""));
  }
}
