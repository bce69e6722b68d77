// @ts-check
import { SHAPES } from "./shapes.js";

/** The list beside the map: what is in view, sharing its selection. */
export class IncidentList {
  #list;
  #template;
  #empty;
  /** @type {any[]} */ #lines = [];

  /**
   * @param {HTMLElement} list
   * @param {HTMLTemplateElement} template
   * @param {HTMLElement | null} empty
   * @param {{ over: (number: number | null) => void, show: (line: any) => void }} told
   */
  constructor(list, template, empty, told) {
    this.#list = list;
    this.#template = template;
    this.#empty = empty;
    const numberOf = (/** @type {EventTarget | null} */ target) => {
      const row = target instanceof Element ? target.closest(".map-row") : null;
      return row instanceof HTMLElement ? Number(row.dataset.number) : null;
    };
    list.addEventListener("mouseover", (event) => told.over(numberOf(event.target)));
    list.addEventListener("mouseleave", () => told.over(null));
    list.addEventListener("focusin", (event) => told.over(numberOf(event.target)));
    list.addEventListener("focusout", () => told.over(null));
    list.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest("a")) return;
      const number = numberOf(event.target);
      const line = this.lineOf(number);
      if (line) told.show(line);
    });
  }

  /** @param {number | null} number */
  lineOf(number) {
    return this.#lines.find((line) => line.number === number);
  }

  /** @param {readonly any[]} lines */
  show(lines) {
    const rows = new Map([...this.#list.children].map((row) => [/** @type {HTMLElement} */ (row).dataset.number, row]));
    const isSame = this.#lines.length > 0 && lines.length === this.#lines.length
      && lines.every((line, i) => line.number === this.#lines[i].number && line.colour === this.#lines[i].colour);
    this.#lines = [...lines];
    if (this.#empty) this.#empty.hidden = lines.length > 0;
    if (isSame) return;
    const focused = document.activeElement?.closest(".map-row");
    const number = focused instanceof HTMLElement && this.#list.contains(focused) ? focused.dataset.number : null;
    const part = document.activeElement?.tagName.toLowerCase() ?? "a";
    this.#list.replaceChildren(...lines.map((line) => rows.get(String(line.number)) ?? this.#row(line)));
    for (const line of lines) this.#colour(line);
    if (number) {
      const back = this.#list.querySelector(`[data-number="${number}"] ${part}`);
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    }
  }

  /**
   * Marks one row, and brings it into the list's view.
   * @param {number | null} number
   * @param {boolean} [scroll]
   */
  select(number, scroll = false) {
    for (const row of this.#list.children) {
      const isIt = number !== null && /** @type {HTMLElement} */ (row).dataset.number === String(number);
      row.classList.toggle("is-selected", isIt);
      if (isIt && scroll && this.#list.scrollHeight > this.#list.clientHeight) {
        const { offsetTop, offsetHeight } = /** @type {HTMLElement} */ (row);
        const top = offsetTop - this.#list.offsetTop;
        if (top < this.#list.scrollTop || top + offsetHeight > this.#list.scrollTop + this.#list.clientHeight) {
          this.#list.scrollTop = top - this.#list.clientHeight / 3;
        }
      }
    }
  }

  /** @param {any} line */
  #row(line) {
    const row = /** @type {HTMLElement} */ (
      /** @type {DocumentFragment} */ (this.#template.content.cloneNode(true)).firstElementChild);
    row.dataset.number = line.number;
    const title = /** @type {HTMLAnchorElement} */ (row.querySelector("a"));
    title.href = `/incidents/${line.number}`;
    title.textContent = line.title;
    const show = row.querySelector("button");
    show?.setAttribute("aria-label", `${show.getAttribute("aria-label")}${line.title}`);
    for (const [part, text] of Object.entries({ date: line.date, place: line.place, type: line.typeName, deaths: line.deathsText })) {
      const place = row.querySelector(`[data-part="${part}"]`);
      if (place) place.textContent = text;
    }
    return row;
  }

  /** @param {any} line */
  #colour(line) {
    const sign = this.#list.querySelector(`[data-number="${line.number}"] .mark`);
    sign?.setAttribute("class", `mark series-${line.colour + 1}${line.precision === "exact" ? "" : " near"}`);
    sign?.querySelector("path")?.setAttribute("d", SHAPES[line.type]);
  }
}
