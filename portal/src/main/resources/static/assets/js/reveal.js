// An answer with data-reveals="id" opens the element with that id; hidden inputs are not sent.
export default function reveal(element) {
  const answers = [...element.querySelectorAll("[data-reveals]")];
  const update = () => {
    for (const answer of answers) {
      const more = document.getElementById(answer.dataset.reveals);
      more.hidden = !answer.checked;
      for (const input of more.querySelectorAll("input, select, textarea")) {
        input.disabled = more.hidden;
      }
    }
  };
  element.addEventListener("change", update);
  update();
}
