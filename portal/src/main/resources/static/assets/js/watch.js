// Loads the page again, or the one that says how it ended, as soon as the state that it shows is over:
// another device has answered.
const LOOK = 2000;

export default function watch(element) {
  const { address, state, over } = element.dataset;
  if (!state) return;
  let leaving = false; // whoever sent a form gets its answer, and no other page instead
  document.addEventListener("submit", (event) => {
    leaving ||= !event.defaultPrevented;
  });
  const look = async () => {
    if (document.hidden || leaving) return;
    const response = await fetch(address);
    if (leaving) return;
    if (response.redirected || (response.ok && (await response.json()).state !== state)) {
      clearInterval(timer);
      over ? location.replace(over) : location.reload();
    }
  };
  const tryLook = () => look().catch(() => {}); // no connection: the next look may have one
  const timer = setInterval(tryLook, LOOK);
  document.addEventListener("visibilitychange", tryLook);
}
