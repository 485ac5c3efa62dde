// Everything works without this file. An element asks for more with data-enhance="name other":
// name.js, beside this file, exports a function that receives the element.
document.documentElement.classList.add("script");

/** Enhances an element and all in it; call it again for content that came later. */
export function enhance(root = document) {
  for (const element of root.querySelectorAll("[data-enhance]:not([data-enhanced])")) {
    element.dataset.enhanced = "";
    for (const name of element.dataset.enhance.split(" ")) {
      if (/^[a-z][a-z-]*$/.test(name)) {
        import(`./${name}.js`).then((module) => module.default(element)).catch(console.error);
      }
    }
  }
}

enhance();
