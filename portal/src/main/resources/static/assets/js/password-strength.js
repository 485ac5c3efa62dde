// A hint only; the server decides. data-for: the input's id; data-words: five words, "|" between.
export default function passwordStrength(element) {
  const input = document.getElementById(element.dataset.for);
  const words = element.dataset.words.split("|");
  const meter = element.querySelector("meter");
  const text = element.querySelector("p");
  let timer;

  meter.hidden = true; // nothing to measure yet
  input.addEventListener("input", () => {
    const strength = strengthOf(input.value);
    meter.value = strength;
    meter.hidden = input.value === "";
    clearTimeout(timer);
    timer = setTimeout(() => {
      text.textContent = input.value === "" ? "" : (words[strength] ?? "");
    }, 600);
  });
}

/** 0 to 4: length counts, repetition and rows of neighbours do not. */
export function strengthOf(password) {
  const letters = [...password];
  const telling = letters.filter((letter, index) => {
    const step = index === 0 ? 9 : letter.codePointAt(0) - letters[index - 1].codePointAt(0);
    return Math.abs(step) > 1;
  });
  const worth = Math.min(telling.length, new Set(letters).size * 2);
  return [8, 12, 15, 19].filter((length) => worth >= length).length;
}
