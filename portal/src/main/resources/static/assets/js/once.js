// A form that is sent once: a second click does nothing. The server guards against it, too.
export default function once(form) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    sent = true;
    event.submitter?.setAttribute("aria-busy", "true");
  });
  addEventListener("pageshow", () => {
    sent = false;
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
  });
}
