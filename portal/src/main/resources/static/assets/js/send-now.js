// Sends a form that only needs a button where there is no script.
export default function sendNow(form) {
  form.requestSubmit();
}
