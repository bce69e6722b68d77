// @ts-check
import { fromDay } from "../charts/brush.js";

/** What the map page tells beside the map: status, head, the list's end, and failures. */
export class Notices {
  #status = /** @type {HTMLElement} */ (document.getElementById("map-status"));
  #failed = /** @type {HTMLElement} */ (document.getElementById("map-failed"));
  #first = document.getElementById("map-list-first");
  #texts;

  /** @param {DOMStringMap} texts */
  constructor(texts) {
    this.#texts = texts;
  }

  /** @param {string} text */
  tell(text) {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  /** @param {boolean} isOn whether readers are told of each new status */
  speak(isOn) {
    this.#status.setAttribute("aria-live", isOn ? "polite" : "off");
  }

  /**
   * Says that the list holds the first of the incidents in view alone, and where all of them are.
   * @param {{ text: string, linkText: string, link: string } | null} leftOut
   */
  tellFirst(leftOut) {
    if (!this.#first) return;
    this.#first.hidden = !leftOut;
    if (!leftOut) return;
    const all = document.createElement("a");
    all.href = leftOut.link;
    all.textContent = leftOut.linkText;
    this.#first.replaceChildren(`${leftOut.text} · `, all);
  }

  /**
   * The page's own figures, for a frame of a play.
   * @param {import("./frames.js").Frame} frame
   * @param {import("./frames.js").Frames} frames
   * @param {import("../charts/brush.js").Span} span
   * @param {import("./words.js").Words} words
   */
  tellFrame(frame, frames, span, words) {
    const [from, to] = [words.day(span.from), words.day(span.to)];
    this.tell(words.status(frame.inView, frame.total, frame.withoutPlace));
    put("#map-caption", `${frames.sentence} · ${from} – ${to}`);
    put("#time-summary", words.fill("Time.Summary", frame.total, frames.total, from, to));
    put("#map-total strong", words.number(frame.total));
    for (const [end, day] of Object.entries(span)) {
      const input = /** @type {HTMLInputElement | null} */ (document.querySelector(`#filter [name="${end}"]`));
      if (input) input.value = fromDay(day);
    }
    document.querySelector("#map-total strong")?.nextSibling?.replaceWith(` ${words.count("Unit", frame.total)}`);
  }

  /** @param {() => unknown} again */
  fail(again) {
    const retry = document.createElement("button");
    retry.type = "button";
    retry.className = "button";
    retry.textContent = this.#texts.textRetry ?? "";
    retry.addEventListener("click", () => {
      this.clearFailure();
      again();
    });
    this.#failed.replaceChildren(this.#texts.textFailed ?? "", " ", retry);
    this.#failed.hidden = false;
  }

  clearFailure() {
    this.#failed.hidden = true;
  }
}

/** @param {string} selector @param {string} text */
function put(selector, text) {
  const place = document.querySelector(selector);
  if (place) place.textContent = text;
}
