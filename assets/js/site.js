// Convenience only: every page works without this file.

// Leaving a changed form asks first.
for (const form of document.querySelectorAll("form[data-unsaved]")) {
  let changed = form.querySelector("[aria-invalid=true]") !== null;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
}

// A form that came back with errors starts at their summary.
document.querySelector(".vk-errors")?.focus();

// A digit picks the choice that shows it, while focus is among the choices.
for (const choices of document.querySelectorAll(".vk-choices")) {
  choices.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    for (const key of choices.querySelectorAll("kbd")) {
      if (key.textContent.trim() !== event.key) continue;
      const input = key.closest("label")?.querySelector("input");
      if (input) {
        input.click();
        input.focus();
      }
    }
  });
}

// Escape closes the menu, and so does a press outside it.
const menu = document.querySelector(".vk-menu");
if (menu) {
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  addEventListener("pointerdown", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}

// Tables are a stop for the keyboard only where there is something to scroll to.
const scrollers = document.querySelectorAll(".vk-table-scroll[tabindex]");
if (scrollers.length > 0 && "ResizeObserver" in window) {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
    }
  });
  for (const scroller of scrollers) observer.observe(scroller);
}

// Buttons that copy an address are shown only where they can work; the words come from the page.
for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
    const words = button.textContent;
    button.textContent = button.dataset.copied ?? words;
    setTimeout(() => { button.textContent = words; }, 3000);
  });
}

// Whoever works through a list by the keyboard goes on at the choices of the next thing.
if (new URLSearchParams(location.search).get("lagret") === "avgjort") {
  document.querySelector(".vk-choices[data-first] input")?.focus({ preventScroll: true });
}
