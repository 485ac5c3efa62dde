// Shows what the page says now, every ten seconds.
const EVERY = 10_000;

export default function live(element) {
  const look = async () => {
    if (document.hidden) return;
    const response = await fetch(location.href);
    if (!response.ok || response.redirected) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const now = page.querySelector('[data-enhance~="live"]');
    now ? element.replaceChildren(...now.childNodes) : location.reload(); // it has ended
  };
  setInterval(() => look().catch(() => {}), EVERY);
}
