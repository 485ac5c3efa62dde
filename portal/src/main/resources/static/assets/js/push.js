// Wakes the app when something is asked (W3C Push API), where the phone can do that.
const WORKER = `/access/helfer.js?sprache=${document.documentElement.lang}`;
const SCOPE = "/access";

export default async function push(form) {
  if (!("serviceWorker" in navigator) || !("PushManager" in window)) return;
  const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
  const known = await registration.pushManager.getSubscription();
  if (known && form.dataset.woken === "true") return;
  form.hidden = false;
  const tell = (what) => {
    for (const text of form.querySelectorAll("[role=alert]")) text.hidden = !(what in text.dataset);
    form.querySelector("button").removeAttribute("aria-busy");
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.submitter?.setAttribute("aria-busy", "true");
    if ((await Notification.requestPermission()) !== "granted") return tell("denied");
    try {
      await known?.unsubscribe(); // perhaps it was for another portal's key
      const subscription = await registration.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: form.dataset.key,
      });
      form.elements.endpoint.value = subscription.endpoint;
      form.submit();
    } catch {
      tell("failed");
    }
  });
}
