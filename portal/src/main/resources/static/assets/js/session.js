// Says in time that a login ends, and prolongs it while somebody types. All pages of this browser
// share one login, so they tell each other when it was prolonged, ended or begun anew.
const NOTICE = 3 * 60 * 1000;
const LOOK = 10 * 1000;
const TYPING = 5 * 60 * 1000;

export default function session(dialog) {
  const idle = dialog.dataset.idle * 1000;
  const soon = dialog.querySelector("[data-soon]");
  const over = dialog.querySelector("[data-over]");
  const others = new BroadcastChannel("login");
  let seen = Date.now();
  let left = false; // whether the person closed the dialog, to copy something perhaps

  const show = (part) => {
    soon.hidden = part !== soon;
    over.hidden = part !== over;
    dialog.setAttribute("aria-labelledby", part.querySelector("h2").id);
    dialog.setAttribute("aria-describedby", part.querySelector("p").id);
    if (!dialog.open) dialog.showModal();
    part.querySelector("button, a").focus();
  };

  const look = () => {
    const rest = seen + idle - Date.now();
    if (rest <= 0) {
      if (over.hidden && !left) show(over);
    } else if (rest <= NOTICE) {
      if (!dialog.open && !left) show(soon);
    } else {
      left = false;
      if (dialog.open) dialog.close();
    }
  };

  const prolong = async () => {
    const response = await fetch(dialog.dataset.address, { redirect: "manual" });
    if (!response.ok) {
      seen = Date.now() - idle;
    } else {
      const { token } = await response.json();
      for (const input of document.querySelectorAll("input[name=_csrf]")) input.value = token;
      seen = Date.now();
      others.postMessage("seen");
    }
    look();
  };

  const tryProlong = () => prolong().catch(() => {}); // no connection: the clock goes on

  others.addEventListener("message", ({ data }) => {
    const wasOver = Date.now() - seen >= idle;
    seen = Date.now();
    if (wasOver && data === "begun") tryProlong();
    look();
  });
  others.postMessage("begun");

  document.addEventListener("input", () => {
    if (Date.now() - seen > TYPING) tryProlong();
  });
  dialog.querySelector("[data-stay]").addEventListener("click", tryProlong);
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("cancel", () => (left = true));
  dialog.addEventListener("close", () => (left = Date.now() - seen >= idle - NOTICE));
  setInterval(look, LOOK);
}
