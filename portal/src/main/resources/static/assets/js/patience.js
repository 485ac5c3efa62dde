// Says that one may go on waiting, when a form's answer takes long.
const LONG = 3000;

export default function patience(element) {
  let timer;
  element.closest("form").addEventListener("submit", () => {
    timer ??= setTimeout(() => (element.textContent = element.dataset.text), LONG);
  });
  addEventListener("pageshow", () => {
    clearTimeout(timer);
    timer = undefined;
    element.textContent = "";
  });
}
