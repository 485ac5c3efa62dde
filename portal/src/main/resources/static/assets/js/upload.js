// Drop files on it, and see them travel. data-url: where to post them one by one (the answer's
// page is then loaded again); without it the form is sent as always.
export default function upload(area) {
  const input = area.querySelector("input[type=file]");
  const progress = area.querySelector("progress");

  for (const type of ["dragenter", "dragover"]) {
    area.addEventListener(type, (event) => {
      event.preventDefault();
      area.toggleAttribute("data-over", true);
    });
  }
  for (const type of ["dragleave", "drop"]) {
    area.addEventListener(type, () => area.toggleAttribute("data-over", false));
  }
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  if (area.dataset.url) {
    // Choosing a file sends it: no second button.
    area.querySelector("button").hidden = true;
    input.addEventListener("change", () => send(input, progress, area));
  }
}

function send(input, progress, area) {
  if (input.files.length === 0) return;
  const body = new FormData(input.form);
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (event) => {
    progress.value = (100 * event.loaded) / event.total;
  });
  request.addEventListener("load", () => {
    const detail = { status: request.status, url: request.responseURL };
    const event = new CustomEvent("uploaded", { bubbles: true, cancelable: true, detail });
    if (area.dispatchEvent(event)) location.reload();
  });
  request.addEventListener("error", () => {
    progress.hidden = true;
    input.value = ""; // so that the same file can be chosen again
    area.dispatchEvent(new CustomEvent("upload-failed", { bubbles: true }));
  });
  progress.hidden = false;
  request.open("POST", area.dataset.url);
  request.send(body);
}
