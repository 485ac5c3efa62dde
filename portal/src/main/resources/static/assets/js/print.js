// A button that prints the page; it only shows with script (class "only-script").
export default function printPage(button) {
  button.addEventListener("click", () => print());
}
