// @ts-check
// Classic script in the head: sets the chosen theme before the first paint.
(function () {
  const root = document.documentElement;
  root.classList.add("has-script");
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") {
      root.dataset.bsTheme = theme;
    }
  } catch {
    // Storage is refused: the system's theme stands.
  }
})();
