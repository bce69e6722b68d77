// @ts-check

const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");

/** @returns {"light" | "dark"} */
function current() {
  const chosen = root.dataset.bsTheme;
  return chosen === "light" || chosen === "dark" ? chosen : system.matches ? "dark" : "light";
}

/** @param {"light" | "dark"} theme */
function keep(theme) {
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // Storage is refused: the choice lasts as long as the page.
  }
}

const button = document.querySelector("[data-theme-toggle]");
if (button instanceof HTMLButtonElement) {
  const show = () => button.setAttribute("aria-pressed", String(current() === "dark"));
  button.addEventListener("click", () => {
    const theme = current() === "dark" ? "light" : "dark";
    root.dataset.bsTheme = theme;
    keep(theme);
    show();
  });
  system.addEventListener("change", show);
  show();
}
