// The choice of files with a button of ours, files dropped on it, and seen travelling.
//   data-url    where to post them at once; without it they go with the form
//   data-max    how many bytes one may have
//   data-large, data-lost, data-stuck   what to say when it is larger, did not arrive, was refused
export default function upload(area) {
  const input = area.querySelector("input[type=file]");

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
  // Choosing a file sends it: no second button.
  if (area.dataset.url) area.querySelector("button")?.setAttribute("hidden", "");
  input.addEventListener("change", () => chosen(area, input));
}

function chosen(area, input) {
  say(area, "", []);
  const files = [...input.files];
  const tooLarge = files.filter((file) => area.dataset.max && file.size > Number(area.dataset.max));
  if (tooLarge.length > 0) {
    say(area, area.dataset.large, tooLarge);
    input.value = "";
  } else if (area.dataset.url) {
    if (files.length > 0) send(area, input, files);
  } else {
    area.querySelector("[data-chosen]").textContent = files.map((file) => file.name).join(", ");
  }
}

// What became of the files: as text, whatever their names are.
function say(area, words, files) {
  const said = files.map((file) => words.replace("#", () => file.name)).join(" ");
  area.querySelector("[data-said]").textContent = said;
}

function send(area, input, files, again = true) {
  const progress = area.querySelector("progress");
  const stop = (words) => {
    progress.hidden = true;
    input.value = ""; // so that the same file can be chosen again
    say(area, words, files);
  };
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (event) => {
    progress.value = (100 * event.loaded) / event.total;
  });
  request.addEventListener("load", async () => {
    if (request.status < 400) {
      const place = area.closest("[data-field]")?.dataset.field ?? input.id;
      arrived(request.responseURL, place);
    } else if (request.status === 403 && again && (await renewed(input.form))) {
      send(area, input, files, false);
    } else {
      stop(request.status === 413 ? area.dataset.large : area.dataset.stuck);
    }
  });
  request.addEventListener("error", () => stop(area.dataset.lost));
  progress.hidden = false;
  request.open("POST", area.dataset.url);
  request.send(new FormData(input.form));
}

// Needed seldom, so fetched only then.
async function renewed(form) {
  return import("./token.js").then((token) => token.renewToken(form)).catch(() => false);
}

// The answer's page, afresh even when only its #place is another.
function arrived(url, place) {
  const page = new URL(url);
  page.searchParams.set("t", Date.now());
  page.hash = place;
  location.assign(page);
}
