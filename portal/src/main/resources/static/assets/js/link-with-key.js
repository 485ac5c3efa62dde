import codeFromAddress from "./code-from-address.js";

// A link that somebody kept has its key behind the #, which no server sees: it goes in the form.
export default function linkWithKey(form) {
  const send = () => {
    if (location.hash.length < 2) return;
    codeFromAddress(form);
    form.requestSubmit();
  };
  addEventListener("hashchange", send); // pasted while this page was open
  send();
}
