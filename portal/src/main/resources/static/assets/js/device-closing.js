// An account is about to be closed: remembers where its part lies on this device, so that the page
// that says goodbye can erase it. Who it was nobody knows by then.
import vault from "./device-vault.js";

export default async function deviceClosing() {
  const place = await vault().place().catch(() => null);
  if (place) sessionStorage.setItem("device-closing", place);
}
