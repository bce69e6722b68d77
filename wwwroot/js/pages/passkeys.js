// @ts-check
// Passkeys: adding one to the account, and signing in with one.

const token = () => {
  const input = document.querySelector("input[name=__RequestVerificationToken]");
  return input instanceof HTMLInputElement ? input.value : "";
};

/** @param {string} path @param {unknown} [body] */
async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "X-Form-Token": token(), "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.status === 204 ? null : answer.json();
}

/** @param {HTMLElement} box */
async function add(box) {
  const name = box.querySelector("input");
  const asked = PublicKeyCredential.parseCreationOptionsFromJSON(await post("/account/passkeys/begin"));
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

for (const box of document.querySelectorAll("[data-passkey]")) {
  if (!(box instanceof HTMLElement) || !("parseCreationOptionsFromJSON" in (window.PublicKeyCredential ?? {}))) continue;
  box.hidden = false;
  const told = box.querySelector("[role=status]");
  const button = box.querySelector("button");
  button?.addEventListener("click", async () => {
    button.disabled = true;
    if (told) told.textContent = "";
    try {
      await (box.dataset.passkey === "add" ? add(box) : enter(box));
    } catch {
      if (told) told.textContent = box.dataset.failed ?? "";
    }
    button.disabled = false;
  });
}
