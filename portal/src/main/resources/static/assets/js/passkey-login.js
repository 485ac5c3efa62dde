// Asks the device for a passkey (W3C Web Authentication): when the button is pressed, and in the
// browser's own list of suggestions for the address. Without passkeys the form stays hidden, and a
// notice beside it says what to do.
import elsewhere from "./passkey-elsewhere.js";

export default async function passkeyLogin(form) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
  form.hidden = false;
  document.querySelector("[data-without-passkeys]")?.setAttribute("hidden", "");
  const status = form.querySelector("[data-status]");
  const tell = (what) => {
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
    status.lastElementChild.textContent = what;
    status.hidden = false;
  };
  let host;
  let waiting;
  let suggesting = false;

  const ask = async (mediation) => {
    waiting?.abort();
    const own = (waiting = new AbortController());
    const sent = "send" in form.dataset && { method: "POST", body: new URLSearchParams(new FormData(form)) };
    const response = await fetch(form.dataset.options, { signal: own.signal, ...sent });
    // nobody is logged in any more: the page itself says so
    if (response.redirected) return location.reload();
    if (response.status === 410) return location.replace(form.dataset.over);
    if (response.status === 422) return tell((await response.json()).text);
    if (!response.ok) throw new Error(`Options: ${response.status}`);
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await response.json());
    host = publicKey.rpId;
    const passkey = await navigator.credentials.get({ publicKey, mediation, signal: own.signal });
    form.elements.answer.value = JSON.stringify(passkey.toJSON());
    form.submit();
  };

  const suggest = () => ask("conditional").catch(() => {});

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    status.hidden = true;
    event.submitter?.setAttribute("aria-busy", "true");
    try {
      await ask("optional");
    } catch (fault) {
      tell(elsewhere(fault, status, host) ?? form.dataset.cancelled);
      if (suggesting) suggest();
    }
  });

  suggesting =
    Boolean(document.querySelector("[autocomplete~=webauthn]")) &&
    Boolean(await PublicKeyCredential.isConditionalMediationAvailable?.());
  if (suggesting) {
    suggest();
    // a challenge is good for ten minutes
    setInterval(suggest, 8 * 60 * 1000);
  }
}
