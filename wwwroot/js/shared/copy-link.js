// @ts-check

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.addEventListener("click", () => copy(/** @type {HTMLElement} */ (button)));
}

for (const button of document.querySelectorAll("button[data-print]")) {
  button.addEventListener("click", () => window.print());
}

/**
 * Copies the button's address and says so in its place for a moment.
 * @param {HTMLElement} button
 */
async function copy(button) {
  const label = button.querySelector("span") ?? button;
  const name = label.textContent;
  let told = button.dataset.copied ?? "";
  try {
    await navigator.clipboard.writeText(new URL(button.dataset.copy ?? "", location.href).href);
  } catch {
    told = button.dataset.failed ?? "";
  }
  label.setAttribute("role", "status");
  label.textContent = told;
  setTimeout(() => {
    label.removeAttribute("role");
    label.textContent = name;
  }, 2500);
}
