// A <details> that closes on Escape and when one goes elsewhere.
export default function dropdown(details) {
  const elsewhere = (event) => {
    if (!details.contains(event.target)) details.open = false;
  };
  document.addEventListener("click", elsewhere);
  document.addEventListener("focusin", elsewhere);
  details.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && details.open) {
      details.open = false;
      details.querySelector("summary").focus();
    }
  });
}
