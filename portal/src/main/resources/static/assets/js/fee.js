// The fee follows the answers: data-url answers the form's fields with this element's new content.
export default function fee(element) {
  const form = element.closest("form") ?? document.querySelector("form[data-fee]");
  if (!form) return;
  let latest = 0;
  let timer;
  const refresh = async () => {
    const turn = ++latest;
    const response = await fetch(element.dataset.url, {
      method: "POST",
      headers: { "X-Requested-With": "fetch" },
      body: new URLSearchParams([...new FormData(form)].filter(([, v]) => typeof v === "string")),
    });
    if (turn !== latest || !response.ok) return;
    const answer = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = answer.querySelector(".fee");
    if (fresh) element.replaceChildren(...fresh.childNodes);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => refresh().catch(() => {}), 300);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
}
