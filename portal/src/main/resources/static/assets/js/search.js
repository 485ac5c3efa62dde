// Suggestions while one types (WAI-ARIA: combobox with a list box). Enter without a choice searches.
const PAUSE = 120;

export default function search(box) {
  const input = box.querySelector("input[type=search]");
  const list = document.createElement("ul");
  const count = document.createElement("p");
  let chosen = -1;
  let asked = "";
  let timer;
  let request;

  list.className = "suggestions";
  list.id = `${input.id}-vorschlaege`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.label);
  count.className = "hidden-visually";
  count.setAttribute("role", "status");
  box.append(list, count);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const choose = (index) => {
    const options = [...list.children];
    chosen = index < -1 ? options.length - 1 : index >= options.length ? -1 : index;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === chosen)));
    if (chosen < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    }
  };

  const option = (suggestion, index) => {
    const item = document.createElement("li");
    const name = document.createElement("strong");
    const summary = document.createElement("span");
    item.id = `${list.id}-${index}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.url = suggestion.url;
    name.textContent = suggestion.name;
    summary.textContent = suggestion.summary;
    item.append(name, summary);
    // Before the field loses the focus, and with it the list.
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => location.assign(suggestion.url));
    return item;
  };

  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map(option));
    count.textContent = `${box.dataset.count} ${suggestions.length}`;
    chosen = -1;
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
  };

  const ask = async () => {
    const words = input.value.trim();
    if (words === asked && !list.hidden) return;
    asked = words;
    request?.abort();
    if (words.length < 2) return close();
    request = new AbortController();
    try {
      const address = `${box.dataset.url}?q=${encodeURIComponent(words)}`;
      const answer = await fetch(address, { signal: request.signal });
      if (answer.ok) show(await answer.json());
    } catch {
      close(); // without suggestions the search itself still works
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
      event.preventDefault();
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && chosen >= 0 && !list.hidden) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.url);
    }
  });
}
