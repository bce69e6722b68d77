// @ts-check
import { dayAt, fromDay, move, resize, shareOf, shift, spanOf, toDay } from "./brush.js";
import { svg } from "../map/marks.js";

/** @typedef {import("./brush.js").Span} Span */

/**
 * Lays a brush over the histogram that the server drew: drag to choose dates, drag the window to move it, arrow keys on
 * its ends, Escape to clear.
 */
export class TimeBrush {
  #plot;
  #changed;
  #format;
  /** @type {Span | null} */ #span;
  #window = svg("rect", { class: "window", y: 0, height: 44 });
  /** @type {Record<"from" | "to", SVGElement>} */ #handles;

  /**
   * @param {SVGSVGElement} plot
   * @param {string} language
   * @param {(span: Span | null) => void} changed called when a choice is made
   */
  constructor(plot, language, changed) {
    this.#plot = plot;
    this.#changed = changed;
    this.#format = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    const { first = "", last = "", size = "month", from, to } = plot.dataset;
    this.range = { first: toDay(first), last: toDay(last), size };
    this.#span = from && to ? { from: toDay(from), to: toDay(to) } : null;
    this.#handles = {
      from: this.#handle("from", plot.dataset.start ?? ""),
      to: this.#handle("to", plot.dataset.end ?? ""),
    };
    plot.append(this.#window, this.#handles.from, this.#handles.to);
    plot.addEventListener("pointerdown", (event) => this.#drag(event));
    plot.addEventListener("keydown", (event) => this.#key(event));
    this.#draw(this.#span);
  }

  get span() {
    return this.#span;
  }

  /** @param {Span | null} span shown without telling anybody */
  show(span) {
    this.#span = span;
    this.#draw(span);
  }

  /**
   * @param {"from" | "to"} end
   * @param {string} name
   */
  #handle(end, name) {
    return svg("rect", {
      class: "handle", "data-handle": end, y: 8, width: 9, height: 28, rx: 3, tabindex: 0, role: "slider", "aria-label": name,
      "aria-valuemin": this.range.first, "aria-valuemax": this.range.last,
    });
  }

  /** @param {Span | null} span */
  #draw(span) {
    const whole = span ?? { from: this.range.first, to: this.range.last };
    const [left, right] = [100 * shareOf(whole.from, this.range), 100 * shareOf(whole.to + 1, this.range)];
    this.#window.setAttribute("x", `${left}%`);
    this.#window.setAttribute("width", `${Math.max(0.2, right - left)}%`);
    this.#window.classList.toggle("is-whole", span === null);
    for (const [end, at, day] of /** @type {const} */ ([["from", left, whole.from], ["to", right, whole.to]])) {
      const handle = this.#handles[end];
      handle.setAttribute("x", `${at}%`);
      handle.setAttribute("transform", end === "from" ? "translate(-5 0)" : "translate(-4 0)");
      handle.setAttribute("aria-valuenow", String(day));
      handle.setAttribute("aria-valuetext", this.#format.format(new Date(day * 86400000)));
    }
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    if (event.button !== 0) return;
    const target = /** @type {Element} */ (event.target);
    const end = /** @type {"from" | "to" | null} */ (target.getAttribute("data-handle"));
    const isWindow = target === this.#window && this.#span !== null;
    const before = this.#span;
    const from = this.#shareAt(event);
    const startDay = dayAt(from, this.range);
    /** @type {Span | null} */
    let now = before;
    const moved = (/** @type {PointerEvent} */ move) => {
      const share = this.#shareAt(move);
      now = this.#dragged(end, isWindow, before, from, startDay, share);
      this.#draw(now);
    };
    const stop = (/** @type {Event} */ last) => {
      this.#plot.removeEventListener("pointermove", moved);
      this.#plot.removeEventListener("pointerup", stop);
      this.#plot.removeEventListener("pointercancel", stop);
      if (last.type === "pointercancel") return this.#draw(before);
      if (!end && !isWindow && now === before) now = spanOf(from, from, this.range);
      this.#handles[end ?? "to"].focus({ preventScroll: true });
      if (now) this.#choose(now);
    };
    this.#plot.setPointerCapture(event.pointerId);
    this.#plot.addEventListener("pointermove", moved);
    this.#plot.addEventListener("pointerup", stop);
    this.#plot.addEventListener("pointercancel", stop);
    if (!end) event.preventDefault();
  }

  /**
   * @param {"from" | "to" | null} end
   * @param {boolean} isWindow
   * @param {Span | null} before
   * @param {number} from
   * @param {number} startDay
   * @param {number} share
   * @returns {Span}
   */
  #dragged(end, isWindow, before, from, startDay, share) {
    const day = dayAt(share, this.range);
    const steps = Math.round((day - startDay) / (move(startDay, this.range.size, 1) - move(startDay, this.range.size, 0)));
    const whole = before ?? { from: this.range.first, to: this.range.last };
    if (end) return resize(whole, end, steps, this.range);
    if (isWindow) return shift(whole, steps, this.range);
    return spanOf(from, share, this.range);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Escape" && this.#span) {
      event.preventDefault();
      this.#choose(null);
      return;
    }
    const end = /** @type {"from" | "to" | null} */ (/** @type {Element} */ (event.target).getAttribute("data-handle"));
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12, Home: -9999, End: 9999 }[event.key];
    if (!end || steps === undefined) return;
    event.preventDefault();
    this.#choose(resize(this.#span ?? { from: this.range.first, to: this.range.last }, end, steps, this.range));
  }

  /** @param {Span | null} span */
  #choose(span) {
    this.show(span && span.from <= this.range.first && span.to >= this.range.last ? null : span);
    this.#changed(this.#span);
  }

  /** @param {PointerEvent} event */
  #shareAt(event) {
    const { left, width } = this.#plot.getBoundingClientRect();
    return Math.max(0, Math.min(1, (event.clientX - left) / width));
  }
}

/**
 * A span as the filter's dates.
 * @param {Span | null} span
 * @returns {Record<string, string | null>}
 */
export function datesOf(span) {
  return { from: span && fromDay(span.from), to: span && fromDay(span.to), last: null, page: null };
}
