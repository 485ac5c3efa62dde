// What somebody keeps about their people on this device: encrypted, in the browser's own database.
// The key has two halves. One was made here, and no script can read it; the other the portal gives
// to whom the account belongs, for as long as they are logged in.
const DATABASE = "mein-konto";
const STORE = "vault";
const HALF = "half";
const HALF_OF_PORTAL = "/konto/angaben/schluessel";

const bytes = (text) => new TextEncoder().encode(text);

/** The vault of the account that is logged in. */
export default function vault() {
  let opened;
  const open = async (make) => (opened ??= await unlock(make));
  return {
    /** Whom they keep; where nothing was ever kept, the portal is not even asked. */
    people: async () => (await open(false))?.read() ?? [],
    /** Keeps what the update makes of them. */
    async change(update) {
      const own = await open(true);
      const people = update(await own.read());
      await own.write(people);
      return people;
    },
    /** Under which name it lies here; null where nothing was ever kept. */
    place: async () => (await open(false))?.place ?? null,
  };
}

/** Erases what lies under this name, whosever it is. */
export const erase = (place) => within("readwrite", (store) => store.delete(place));

async function unlock(make) {
  const half = await ownHalf(make);
  if (!half) return null;
  const response = await fetch(HALF_OF_PORTAL, { redirect: "manual" });
  if (!response.ok) throw new Error(`The portal's half: ${response.status}`);
  const { secret } = await response.json();
  const bits = await crypto.subtle.sign("HMAC", half, bytes(secret));
  const key = await crypto.subtle.importKey("raw", bits.slice(0, 32), "AES-GCM", false, ["encrypt", "decrypt"]);
  const place = Array.from(new Uint8Array(bits.slice(32, 48)), (b) => b.toString(16).padStart(2, "0")).join("");
  const sealed = (iv) => ({ name: "AES-GCM", iv, additionalData: bytes(place) });
  return {
    place,
    async read() {
      const kept = await within("readonly", (store) => store.get(place));
      if (!kept) return [];
      return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(sealed(kept.iv), key, kept.data)));
    },
    async write(people) {
      if (people.length === 0) return erase(place);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const data = await crypto.subtle.encrypt(sealed(iv), key, bytes(JSON.stringify(people)));
      return within("readwrite", (store) => store.put({ iv, data }, place));
    },
  };
}

async function ownHalf(make) {
  const known = await within("readonly", (store) => store.get(HALF));
  if (known || !make) return known;
  const made = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-512" }, false, ["sign"]);
  await within("readwrite", (store) => store.add(made, HALF)).catch(() => {}); // another page was faster
  return within("readonly", (store) => store.get(HALF));
}

function within(mode, act) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(STORE, mode);
      const asked = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.addEventListener("complete", () => opening.result.close());
    };
  });
}
