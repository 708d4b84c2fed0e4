// A finding and the words that it rests on light up together.
const lit = (names) => {
  for (const each of document.querySelectorAll(".lit")) each.classList.remove("lit");
  for (const name of names) {
    document.querySelector(`[data-note="${CSS.escape(name)}"]`)?.classList.add("lit");
    for (const segment of document.querySelectorAll(`[data-notes~="${CSS.escape(name)}"]`)) segment.classList.add("lit");
  }
};
const fromAddress = () => lit(location.hash.startsWith("#f-") ? [location.hash.slice(3)] : []);
for (const note of document.querySelectorAll("[data-note]")) {
  for (const comes of ["mouseenter", "focusin"]) note.addEventListener(comes, () => lit([note.dataset.note]));
  for (const goes of ["mouseleave", "focusout"]) note.addEventListener(goes, fromAddress);
}
for (const segment of document.querySelectorAll("[data-notes]")) {
  segment.addEventListener("mouseenter", () => lit(segment.dataset.notes.split(" ")));
  segment.addEventListener("mouseleave", fromAddress);
}
addEventListener("hashchange", fromAddress);
fromAddress();
