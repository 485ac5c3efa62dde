// The page of what is kept on this device. It is all made here: the portal sees none of it.
import vault from "./device-vault.js";

export default async function devicePeople(page) {
  const own = vault();
  const list = page.querySelector("[data-list]");
  const none = page.querySelector("[data-none]");
  const erase = page.querySelector("[data-erase]");
  const form = page.querySelector("form");
  const said = page.querySelector("[data-said]");
  const undo = page.querySelector("[data-undo]");
  let before = []; // what was there before the last change, to take it back

  const show = (people) => {
    list.replaceChildren(...people.map((person, i) => row(page, person, () => change((all) => all.filter((_, at) => at !== i), "removed"))));
    list.hidden = erase.hidden = people.length === 0;
    none.hidden = people.length > 0;
  };

  const change = async (update, what) => {
    try {
      const people = await own.change((all) => update((before = all)));
      show(people);
      said.textContent = page.dataset[what];
      undo.hidden = what === "undone" || what === "kept";
      if (!undo.hidden) undo.focus();
      return true;
    } catch {
      said.textContent = page.dataset.failed;
      return false;
    }
  };

  try {
    show(await own.people());
  } catch {
    return; // the page says that nothing can be kept here
  }
  page.hidden = false;
  document.querySelector("[data-unable]").hidden = true;

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    said.textContent = "";
    const person = typed(form);
    if (person && (await change((all) => [...all, person], "kept"))) {
      form.reset();
      form.querySelector("input").focus();
    }
  });
  erase.querySelector("button").addEventListener("click", () => change(() => [], "erased"));
  undo.addEventListener("click", async () => {
    const back = before;
    await change(() => back, "undone");
    said.focus();
  });
}

function row(page, { given, family, birth, ahv }, remove) {
  const row = page.querySelector("template").content.firstElementChild.cloneNode(true);
  const name = `${given} ${family}`;
  const here = new Intl.Locale(document.documentElement.lang, { region: "CH" });
  const date = birth && new Intl.DateTimeFormat(here, { dateStyle: "long", timeZone: "UTC" }).format(new Date(birth));
  row.querySelector("[data-name]").textContent = name;
  row.querySelector("[data-more]").textContent = [birth && page.dataset.born.replace("#", date), ahv].filter(Boolean).join(", ");
  row.querySelector("button .hidden-visually").textContent = ` ${name}`;
  row.querySelector("button").addEventListener("click", remove);
  return row;
}

// What was typed; null when something is missing or wrong, which the browser then says.
function typed(form) {
  const value = (name) => form.elements[name].value.trim();
  const [day, month, year] = ["day", "month", "year"].map((part) => value(`birth.${part}`));
  const birth = day + month + year && `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const last = form.elements["birth.year"];
  last.setCustomValidity(birth && !isDay(birth) ? form.dataset.wrongDate : "");
  for (const name of ["given", "family"]) form.elements[name].required = true;
  if (!form.reportValidity()) return null;
  return { given: value("given"), family: value("family"), birth, ahv: value("ahv") };
}

function isDay(text) {
  const date = new Date(text);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !isNaN(date) && date.toISOString().startsWith(text);
}
