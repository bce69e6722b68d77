// @ts-check
// A choice beside each password field: to see what is typed.

for (const input of document.querySelectorAll("input[type=password][data-reveal]")) {
  if (!(input instanceof HTMLInputElement)) continue;
  const label = document.createElement("label");
  const box = document.createElement("input");
  label.className = "choice reveal";
  box.type = "checkbox";
  box.addEventListener("change", () => { input.type = box.checked ? "text" : "password"; });
  label.append(box, input.dataset.reveal ?? "");
  input.after(label);
  input.form?.addEventListener("submit", () => { input.type = "password"; });
}

document.getElementById("problems")?.focus();
