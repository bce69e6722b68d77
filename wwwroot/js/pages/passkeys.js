// @ts-check
// Passkeys: adding one to the account, and signing in with one.

const token = () => {
  const input = document.querySelector("input[name=__RequestVerificationToken]");
  return input instanceof HTMLInputElement ? input.value : "";
};

class Refusal extends Error {
  /** @param {string} path @param {number} status */
  constructor(path, status) {
    super(`${path} answered ${status}`);
    this.isPassword = path === "/account/passkeys/begin" && status === 422;
  }
}

/** @param {string} path @param {unknown} [body] */
async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "X-Form-Token": token(), "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Refusal(path, answer.status);
  return answer.status === 204 ? null : answer.json();
}

/** @param {HTMLElement} box */
async function add(box) {
  const [name, current] = box.querySelectorAll("input");
  const asked = PublicKeyCredential.parseCreationOptionsFromJSON(
    await post("/account/passkeys/begin", { current: current?.value ?? "" }));
  const credential = await navigator.credentials.create({ publicKey: asked });
  await post("/account/passkeys/add", { name: name?.value ?? "", credential });
  location.reload();
}

/** @param {HTMLElement} box */
async function enter(box) {
  const asked = PublicKeyCredential.parseRequestOptionsFromJSON(await post("/account/sign-in/passkey/begin"));
  const credential = await navigator.credentials.get({ publicKey: asked });
  await post("/account/sign-in/passkey", credential);
  location.assign(box.dataset.return || "/");
}

/** Says beside the password whether it was refused. @param {HTMLElement} box @param {boolean} isRefused */
function tellPassword(box, isRefused) {
  const input = box.querySelector("input[type=password]");
  const problem = box.querySelector("span.field-problem");
  if (!(input instanceof HTMLInputElement) || !(problem instanceof HTMLElement)) return;
  problem.hidden = !isRefused;
  for (const [name, value] of [["aria-invalid", "true"], ["aria-describedby", problem.id]]) {
    if (isRefused) input.setAttribute(name, value); else input.removeAttribute(name);
  }
  if (isRefused) input.focus();
}

for (const box of document.querySelectorAll("[data-passkey]")) {
  if (!(box instanceof HTMLElement) || !("parseCreationOptionsFromJSON" in (window.PublicKeyCredential ?? {}))) continue;
  box.hidden = false;
  const told = box.querySelector("[role=status]");
  const button = box.querySelector("button");
  if (!button) continue;
  const asking = box instanceof HTMLFormElement ? box : button;
  asking.addEventListener(asking === box ? "submit" : "click", async event => {
    event.preventDefault();
    button.disabled = true;
    if (told) told.textContent = "";
    tellPassword(box, false);
    try {
      await (box.dataset.passkey === "add" ? add(box) : enter(box));
    } catch (problem) {
      const isPassword = problem instanceof Refusal && problem.isPassword;
      tellPassword(box, isPassword);
      if (told && !isPassword) told.textContent = box.dataset.failed ?? "";
    }
    button.disabled = false;
  });
}
