// The camera brought the code in the address, behind the #, which no server sees.
export default function codeFromAddress(form) {
  const code = decodeURIComponent(location.hash.slice(1));
  if (!code) return;
  form.elements.code.value = code;
  history.replaceState(null, "", location.pathname);
}
