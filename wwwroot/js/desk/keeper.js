// @ts-check
import { isSame, isWorthRestoring, keyOf, outcomeOf, readDraft, typedOf, waitSeconds } from "./draft.js";

const PAUSE = 2000;
const LONGEST_WAIT = 10_000;

/**
 * Keeps what is typed: first in this browser, then at the server, two seconds after the last change and when the page
 * is left; again and again while there is no connection. A text that was sent and not answered may have arrived: it is
 * sent again as it was before what was typed since, so that the server knows it for the same.
 */
export class Keeper {
  /** @type {HTMLFormElement} */ #form;
  /** @type {HTMLElement} */ #status;
  /** @type {Record<string, string>} */ #words;
  /** @type {(answer: any) => void} */ #kept;
  /** @type {import("./draft.js").Fields} */ #sent;
  /** @type {import("./draft.js").Fields | null} */ #open = null;
  #timer = 0;
  #failures = 0;
  /** @type {Promise<void> | null} */ #sending = null;
  /** @type {AbortController} */ #request = new AbortController();
  #isWaiting = false;
  #isHandedOn = false;
  #isOver = false;

  /** @param {HTMLFormElement} form @param {HTMLElement} status @param {Record<string, string>} words @param {(answer: any) => void} kept */
  constructor(form, status, words, kept) {
    this.#form = form;
    this.#status = status;
    this.#words = words;
    this.#kept = kept;
    this.#sent = this.typed;
    form.addEventListener("input", () => this.#later(PAUSE));
    form.addEventListener("change", () => this.#later(PAUSE));
    form.addEventListener("submit", (event) => {
      if (!this.#isKept && !this.#isHandedOn) {
        event.preventDefault();
        this.#submitLater(event.submitter);
        return;
      }
      if (!this.#isKept) this.#store();
      this.#isOver = true;
      clearTimeout(this.#timer);
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.send(true);
    });
    window.addEventListener("pagehide", () => this.send(true));
    window.addEventListener("pageshow", () => { this.#isOver = false; });
    window.addEventListener("online", () => this.#later(0));
    form.addEventListener("focusin", () => { if (this.#failures > 0) this.#later(0); });
  }

  get key() {
    return keyOf(this.#form.dataset.person ?? "", this.#form.dataset.id ?? "");
  }

  get #newKey() {
    return keyOf(this.#form.dataset.person ?? "", "");
  }

  get typed() {
    return typedOf(/** @type {any} */ (new FormData(this.#form)));
  }

  /** Whether the server has what is typed. */
  get #isKept() {
    return !this.#sending && !this.#open && isSame(this.typed, this.#sent);
  }

  /** A text of this entry that this browser kept and the page does not show; what it shows is forgotten. */
  left() {
    const begun = this.#form.dataset.id ? readDraft(localStorage.getItem(this.#newKey)) : null;
    if (begun && begun.form === this.#hidden("Key").value && isSame(begun.fields, this.typed)) this.forget(this.#newKey);
    const draft = readDraft(localStorage.getItem(this.key));
    if (isWorthRestoring(draft, this.typed)) return draft;
    this.forget();
    return null;
  }

  /** Goes on as the form in which a text was typed: what of it arrived is not entered again. @param {import("./draft.js").Draft} draft */
  resume(draft) {
    if (!draft.form || this.#form.dataset.id) return;
    this.#hidden("Key").value = draft.form;
    this.#open = draft.open ?? null;
  }

  forget(key = this.key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  /** @param {boolean} isLeaving */
  async send(isLeaving = false) {
    if (this.#isOver || this.#sending || this.#isKept) return;
    this.#sending = this.#post(this.#open ?? this.typed, isLeaving);
    try {
      await this.#sending;
    } finally {
      this.#sending = null;
    }
  }

  /** @param {[string, string][]} typed @param {boolean} isLeaving */
  async #post(typed, isLeaving) {
    this.#open = typed;
    const isStored = this.#store();
    const body = new URLSearchParams(typed);
    for (const name of ["Version", "Key"]) body.set(name, this.#hidden(name).value);
    if (this.#form.dataset.id) body.set("id", this.#form.dataset.id);
    this.#request = new AbortController();
    let status = 0;
    try {
      const response = await fetch("/desk/entries/autosave", {
        method: "POST",
        body,
        keepalive: isLeaving && body.toString().length < 60_000,
        redirect: "manual",
        signal: this.#request.signal,
        headers: { "X-Form-Token": this.#hidden("__RequestVerificationToken").value, Accept: "application/json" },
      });
      status = response.status;
      if (status === 200) {
        const answer = await response.json();
        this.forget();
        this.#sent = typed;
        this.#form.dataset.id = String(answer.id);
        this.#hidden("Version").value = String(answer.version);
        this.#hidden("Began").value = answer.began;
        this.#kept(answer);
      }
    } catch {
      status = 0;
    }
    const outcome = outcomeOf(status);
    if (outcome !== "offline") this.#open = null;
    if (outcome === "saved" && !isSame(this.typed, typed)) this.#store();
    this.#tell(outcome, isStored);
  }

  /**
   * The form follows a save of the same text, whose version it names: nothing stays in this browser of what the server
   * has. But it does not wait for ever.
   * @param {HTMLElement | null} submitter
   */
  async #submitLater(submitter) {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    const limit = setTimeout(() => this.#request.abort(), LONGEST_WAIT);
    do {
      await this.#sending;
      await this.send();
    } while (!this.#isKept && this.#failures === 0 && !this.#isOver);
    clearTimeout(limit);
    this.#isWaiting = false;
    this.#isHandedOn = true;
    this.#form.requestSubmit(submitter);
    this.#isHandedOn = false;
  }

  /** @param {"saved" | "conflict" | "signedOut" | "offline"} outcome @param {boolean} isStored */
  #tell(outcome, isStored) {
    this.#failures = outcome === "saved" ? 0 : this.#failures + 1;
    this.#say(outcome === "offline" && !isStored ? "full" : outcome);
    if (outcome === "offline" || outcome === "signedOut") this.#later(waitSeconds(this.#failures) * 1000);
    else if (outcome === "saved" && !isSame(this.typed, this.#sent)) this.#later(PAUSE);
    if (outcome === "conflict") this.#isOver = true;
  }

  /** @param {string} outcome */
  #say(outcome) {
    const hour = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    const text = (this.#words[outcome] ?? "").replace("{0}", hour);
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  /** @param {number} milliseconds */
  #later(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.send(), milliseconds);
  }

  #store() {
    try {
      localStorage.setItem(this.key, JSON.stringify({
        at: Date.now(), version: this.#hidden("Version").value, form: this.#hidden("Key").value, fields: this.typed, open: this.#open,
      }));
      return true;
    } catch {
      return false;
    }
  }

  /** @param {string} name */
  #hidden(name) {
    return /** @type {HTMLInputElement} */ (this.#form.elements.namedItem(name));
  }
}
