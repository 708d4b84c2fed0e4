// Every element of the review page says by data-key which key presses it.
const press = (element) => (element.matches("input, textarea, select") ? element.focus() : element.click());

const inField = (event, field) => {
  if (event.key === "Escape") return field.blur();
  if (event.key !== "Enter" || event.shiftKey || field.form?.id !== "judge") return;
  event.preventDefault();
  if (field.name === "why") field.blur();
  else if (field.name === "q") document.querySelector("#found button")?.focus();
  else field.form.querySelector("[value=correct]").click();
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const field = event.target.closest?.("input, textarea, select");
  if (field) return inField(event, field);
  const element = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!element) return;
  event.preventDefault();
  press(element);
});

// A judgement that does not fit is answered with the page and what is wrong with it.
addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.xhr.status === 422) Object.assign(detail, { shouldSwap: true, isError: false });
});
