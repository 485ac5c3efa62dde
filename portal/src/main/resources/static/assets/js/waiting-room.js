// Looks now and then how things stand, and goes on when it is one's turn. Screen readers hear only
// what changed in words, not each number. A login lasts as long as somebody waits.
const SESSION = 10 * 60 * 1000;

async function solve(puzzle, bits) {
  const encoder = new TextEncoder();
  for (let number = 0; ; number++) {
    const hash = await crypto.subtle.digest("SHA-256", encoder.encode(`${puzzle}:${number}`));
    if (Math.clz32(new DataView(hash).getUint32(0)) >= bits) return number;
  }
}

export default function waitingRoom(element) {
  const status = element.querySelector("[role=status]");
  const standing = () => element.querySelector("[data-standing]");
  let since = Date.now();

  const look = async (headers = {}) => {
    const response = await fetch(location.href, { headers: { "Waiting-Room-Look": "1", ...headers } });
    if (response.headers.get("Waiting-Room") !== "stay") return location.reload();
    const before = standing().querySelector("[data-said]").textContent;
    standing().outerHTML = await response.text();
    since = Date.now();
    count();
    const said = standing().querySelector("[data-said]").textContent;
    if (said !== before) status.textContent = said;
    next();
  };

  const tryLook = (headers) => look(headers).catch(() => setTimeout(tryLook, 10_000)); // no connection

  const next = () => {
    const { pause, puzzle, bits } = standing().dataset;
    if (puzzle && globalThis.crypto?.subtle) {
      solve(puzzle, Number(bits)).then((number) => tryLook({ "Waiting-Room-Proof": String(number) }));
    } else {
      setTimeout(tryLook, pause * 1000);
    }
  };

  const count = () => {
    const clock = standing().querySelector("[data-countdown]");
    if (!clock) return;
    const left = Math.max(0, Math.round(standing().dataset.left - (Date.now() - since) / 1000));
    const two = (number) => String(number).padStart(2, "0");
    const hours = Math.floor(left / 3600);
    clock.textContent = `${hours ? `${hours}:` : ""}${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`;
  };

  count();
  setInterval(count, 1000);
  const { session } = element.dataset;
  if (session) setInterval(() => fetch(session, { redirect: "manual" }).catch(() => {}), SESSION);
  next();
}
