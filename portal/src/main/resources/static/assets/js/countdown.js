// data-end: when; data-minutes: "Noch # Minuten."; data-minute: the last one; data-over: nothing is left.
// Screen readers hear it only when it becomes urgent.
export default function countdown(element) {
  const { end, minutes, minute, over } = element.dataset;
  let told = "";
  const tick = () => {
    const left = (new Date(end) - Date.now()) / 60000;
    const text = left <= 0 ? over : left < 1 ? minute : minutes.replace("#", Math.floor(left));
    if (text !== told) {
      element.setAttribute("aria-live", left < 5 ? "polite" : "off");
      element.textContent = told = text;
    }
    if (left > 0) {
      setTimeout(tick, 1000);
    }
  };
  tick();
}
