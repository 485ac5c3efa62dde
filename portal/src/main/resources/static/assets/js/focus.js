// The error summary is where a page with errors begins.
export default function focus(element) {
  element.focus();
}
