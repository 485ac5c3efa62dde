// A page that was open for long, or beside which somebody logged in, holds a token that is worth
// nothing any more. Asks its address for a new one; false when there is none to be had.
export async function renewToken(form) {
  const response = await fetch(form.action, { headers: { "X-Requested-With": "fetch" } });
  if (!response.ok || response.redirected) return false;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.querySelector("main input[name=_csrf]");
  if (!fresh) return false;
  for (const input of document.querySelectorAll("input[name=_csrf]")) input.value = fresh.value;
  return true;
}
