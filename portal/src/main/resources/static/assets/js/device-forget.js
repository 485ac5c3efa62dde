import { erase } from "./device-vault.js";

// The account is closed: what it kept on this device goes, too.
export default async function deviceForget() {
  const place = sessionStorage.getItem("device-closing");
  if (place) await erase(place);
  sessionStorage.removeItem("device-closing");
}
