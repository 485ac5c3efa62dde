// Makes a passkey on this device (W3C Web Authentication). Without passkeys the form stays hidden,
// and the notice after it says what to do.
import elsewhere from "./passkey-elsewhere.js";

export default function passkeyNew(form) {
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) return;
  form.hidden = false;
  document.querySelector("[data-without-passkeys]")?.setAttribute("hidden", "");
  const status = form.querySelector("[data-status]");
  const tell = (what, button) => {
    button?.removeAttribute("aria-busy");
    status.lastElementChild.textContent = what;
    status.hidden = false;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    status.hidden = true;
    event.submitter?.setAttribute("aria-busy", "true");
    let host;
    try {
      const response = await fetch(form.dataset.options, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
      });
      // too long ago that the person proved who they are: the page itself asks again
      if (response.status === 403 || response.redirected) return location.reload();
      if (response.status === 422) return tell((await response.json()).text, event.submitter);
      if (!response.ok) throw new Error(`Options: ${response.status}`);
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await response.json());
      host = publicKey.rp.id;
      const passkey = await navigator.credentials.create({ publicKey });
      form.elements.answer.value = JSON.stringify(passkey.toJSON());
      form.submit();
    } catch (fault) {
      tell(elsewhere(fault, status, host) ?? form.dataset.failed, event.submitter);
    }
  });
}
