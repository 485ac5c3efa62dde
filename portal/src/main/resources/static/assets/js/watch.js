// Loads the page again as soon as the state that it shows is over: another device has answered.
const LOOK = 2000;

export default function watch(element) {
  const { address, state } = element.dataset;
  if (!state) return;
  const look = async () => {
    if (document.hidden) return;
    const response = await fetch(address);
    if (response.redirected || (response.ok && (await response.json()).state !== state)) {
      clearInterval(timer);
      location.reload();
    }
  };
  const tryLook = () => look().catch(() => {}); // no connection: the next look may have one
  const timer = setInterval(tryLook, LOOK);
  document.addEventListener("visibilitychange", tryLook);
}
