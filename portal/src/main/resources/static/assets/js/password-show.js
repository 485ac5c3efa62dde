// <div data-enhance="password-show"><input type="password"><button data-show="…" data-hide="…">
export default function passwordShow(element) {
  const input = element.querySelector("input");
  const button = element.querySelector("button");
  const show = (visible) => {
    input.type = visible ? "text" : "password";
    button.textContent = visible ? button.dataset.hide : button.dataset.show;
    button.setAttribute("aria-pressed", visible);
  };
  show(false);
  button.addEventListener("click", () => show(input.type === "password"));
  input.form?.addEventListener("submit", () => show(false));
}
