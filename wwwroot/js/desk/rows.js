// @ts-check
import { nextNumber } from "./draft.js";

/** Adds and takes away rows of the lists of a form without asking the server. */
export class Rows {
  /** @type {HTMLFormElement} */ #form;
  /** @type {(row: HTMLElement) => void} */ #added;

  /** @param {HTMLFormElement} form @param {(row: HTMLElement) => void} added */
  constructor(form, added) {
    this.#form = form;
    this.#added = added;
    form.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (button?.dataset.add) {
        event.preventDefault();
        const row = this.add(button.dataset.add);
        /** @type {HTMLElement | null} */ (row.querySelector("input:not([type=hidden], [type=checkbox])"))?.focus();
      } else if (button && "remove" in button.dataset) {
        event.preventDefault();
        this.#remove(/** @type {HTMLElement} */ (button.closest("[data-row]")));
      }
    });
  }

  /** @param {string} list @param {string} [number] @returns {HTMLElement} */
  add(list, number) {
    const template = /** @type {HTMLTemplateElement} */ (this.#form.querySelector(`template[data-template="${list}"]`));
    const row = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    const at = number ?? String(nextNumber(this.numbers(list)));
    for (const element of [row, ...row.querySelectorAll("*")]) {
      for (const { name, value } of [...element.attributes]) {
        if (value.includes("__")) element.setAttribute(name, value.replaceAll("__", at));
      }
    }
    this.#list(list).append(row);
    this.#added(row);
    return row;
  }

  /** @param {string} list */
  numbers(list) {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.#list(list).querySelectorAll(`input[name="Form.${list}.index"]`))]
      .map((input) => input.value);
  }

  /** Leaves rows of these numbers and no others. @param {string} list @param {string[]} numbers */
  set(list, numbers) {
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (this.#list(list).querySelectorAll("[data-row]"))) {
      const input = /** @type {HTMLInputElement | null} */ (row.querySelector(`input[name="Form.${list}.index"]`));
      if (!input || !numbers.includes(input.value)) row.remove();
    }
    const known = this.numbers(list);
    for (const number of numbers.filter((one) => !known.includes(one))) this.add(list, number);
  }

  /** @param {string} list */
  #list(list) {
    return /** @type {HTMLElement} */ (this.#form.querySelector(`[data-rows="${list}"]`));
  }

  /** @param {HTMLElement} row */
  #remove(row) {
    const list = row.dataset.row ?? "";
    const next = /** @type {HTMLElement | null} */ (row.nextElementSibling ?? row.previousElementSibling);
    row.remove();
    if (this.numbers(list).length === 0) this.add(list);
    /** @type {HTMLElement | null} */ ((next ?? this.#list(list)).querySelector("input:not([type=hidden], [type=checkbox])"))?.focus();
    this.#form.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
