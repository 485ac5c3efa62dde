// data-for: the textarea's id; data-max; data-text: "Noch # Zeichen".
export default function count(element) {
  const { max, text } = element.dataset;
  const input = document.getElementById(element.dataset.for);
  const update = () => {
    const left = max - [...input.value].length;
    element.textContent = text.replace("#", left);
    element.toggleAttribute("data-over", left < 0);
    element.setAttribute("aria-live", left < 40 ? "polite" : "off");
  };
  input.addEventListener("input", update);
  update();
}
