// @ts-check
import { isSame, isWorthRestoring, keyOf, outcomeOf, readDraft, typedOf, waitSeconds } from "./draft.js";

const PAUSE = 2000;
const LONGEST_WAIT = 10_000;

/**
 * Keeps what is typed: first in this browser, then at the server, two seconds after the last change and when the page
 * is left; again and again while there is no connection.
 */
export class Keeper {
  /** @type {HTMLFormElement} */ #form;
  /** @type {HTMLElement} */ #status;
  /** @type {Record<string, string>} */ #words;
  /** @type {(answer: any) => void} */ #kept;
  /** @type {[string, string][]} */ #sent;
  #timer = 0;
  #failures = 0;
  /** @type {Promise<void> | null} */ #sending = null;
  /** @type {AbortController} */ #request = new AbortController();
  #isWaiting = false;
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
      if (this.#sending) {
        event.preventDefault();
        this.#submitLater(event.submitter);
        return;
      }
      this.#store();
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

  get typed() {
    return typedOf(/** @type {any} */ (new FormData(this.#form)));
  }

  /** A text of this entry that this browser kept and the page does not show; what it shows is forgotten. */
  left() {
    const draft = readDraft(localStorage.getItem(this.key));
    if (isWorthRestoring(draft, this.typed)) return draft;
    this.forget();
    return null;
  }

  /** Goes on as the form in which a text was typed: what of it arrived is not entered again. @param {import("./draft.js").Draft} draft */
  resume(draft) {
    if (draft.form && !this.#form.dataset.id) this.#hidden("Key").value = draft.form;
  }

  forget() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  /** @param {boolean} isLeaving */
  async send(isLeaving = false) {
    const typed = this.typed;
    if (this.#isOver || this.#sending || isSame(typed, this.#sent)) return;
    this.#sending = this.#post(typed, isLeaving);
    try {
      await this.#sending;
    } finally {
      this.#sending = null;
    }
  }

  /** @param {[string, string][]} typed @param {boolean} isLeaving */
  async #post(typed, isLeaving) {
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
    this.#tell(outcomeOf(status), isStored);
  }

  /**
   * The form follows the save that is under way, whose version it has to name; but it does not wait for ever.
   * @param {HTMLElement | null} submitter
   */
  async #submitLater(submitter) {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    const limit = setTimeout(() => this.#request.abort(), LONGEST_WAIT);
    await this.#sending;
    clearTimeout(limit);
    this.#isWaiting = false;
    this.#form.requestSubmit(submitter);
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
        at: Date.now(), version: this.#hidden("Version").value, form: this.#hidden("Key").value, fields: this.typed,
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
