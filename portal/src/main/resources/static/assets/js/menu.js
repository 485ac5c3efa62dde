// The phone's menu opens in place; without script its link jumps to it (#menu).
export default function menu(link) {
  const panel = document.getElementById(link.getAttribute("aria-controls"));
  const show = (open) => {
    panel.toggleAttribute("data-open", open);
    link.setAttribute("aria-expanded", open);
  };
  link.setAttribute("role", "button");
  show(false);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    show(!panel.hasAttribute("data-open"));
  });
  link.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      link.click();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.hasAttribute("data-open")) {
      show(false);
      link.focus();
    }
  });
}
