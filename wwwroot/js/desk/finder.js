// @ts-check

/** @typedef {{ value: string, title: string, more: string, record: any }} Choice */

let count = 0;

/**
 * A text field that finds records while somebody types: combobox with a list, after the ARIA Authoring Practices. What
 * is typed stands until a choice is made.
 */
export class Finder {
  /** @type {HTMLInputElement} */ #input;
  /** @type {HTMLUListElement} */ #list;
  /** @type {Choice[]} */ #choices = [];
  /** @type {AbortController} */ #request = new AbortController();
  #active = -1;
  #timer = 0;

  /**
   * @param {HTMLInputElement} input
   * @param {(search: string, signal: AbortSignal) => Promise<Choice[]>} find
   * @param {(choice: Choice) => void} chosen
   * @param {(count: number) => void} tell
   */
  constructor(input, find, chosen, tell) {
    this.#input = input;
    this.find = find;
    this.chosen = chosen;
    this.tell = tell;
    const list = this.#list = document.createElement("ul");
    list.className = "finder-list";
    list.id = `finder-${++count}`;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels?.[0]?.textContent?.trim() ?? "");
    input.removeAttribute("list");
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
      input.setAttribute(name, value);
    }
    const frame = document.createElement("div");
    frame.className = "finder";
    input.replaceWith(frame);
    frame.append(input, list);
    input.addEventListener("input", () => this.#later());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.close());
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const item = event.target instanceof Element ? event.target.closest("li") : null;
      if (item) this.#choose([...list.children].indexOf(item));
    });
  }

  close() {
    clearTimeout(this.#timer);
    this.#request.abort();
    this.#list.hidden = true;
    this.#active = -1;
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
  }

  #later() {
    clearTimeout(this.#timer);
    if (this.#input.value.trim().length < 2) {
      this.close();
      return;
    }
    this.#timer = window.setTimeout(() => this.#search(), 180);
  }

  async #search() {
    this.#request.abort();
    const { signal } = this.#request = new AbortController();
    try {
      const choices = await this.find(this.#input.value.trim(), signal);
      if (!signal.aborted && document.activeElement === this.#input) this.#show(choices);
    } catch {
      // Not connected, or superseded: typing goes on without a list.
    }
  }

  /** @param {Choice[]} choices */
  #show(choices) {
    this.#choices = choices;
    this.#list.replaceChildren(...choices.map((choice, index) => {
      const item = document.createElement("li");
      item.id = `${this.#list.id}-${index}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.textContent = choice.title;
      const more = document.createElement("span");
      more.textContent = choice.more;
      item.append(more);
      return item;
    }));
    this.#active = -1;
    this.#list.hidden = choices.length === 0;
    this.#input.setAttribute("aria-expanded", String(choices.length > 0));
    this.#input.removeAttribute("aria-activedescendant");
    this.tell(choices.length);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && !this.#list.hidden) {
      event.preventDefault();
      this.close();
    } else if (event.key === "ArrowDown" && this.#list.hidden && this.#input.value.trim()) {
      event.preventDefault();
      this.#search();
    } else if (this.#list.hidden) {
      return;
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#activate((this.#active + (event.key === "ArrowDown" ? 1 : -1) + this.#choices.length + (this.#active < 0 && event.key === "ArrowUp" ? 1 : 0)) % this.#choices.length);
    } else if (event.key === "Enter" && this.#active >= 0) {
      event.preventDefault();
      this.#choose(this.#active);
    } else if (event.key === "Tab" && this.#active >= 0) {
      this.#choose(this.#active);
    }
  }

  /** @param {number} index */
  #activate(index) {
    this.#active = index;
    [...this.#list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === index)));
    const item = this.#list.children[index];
    item.scrollIntoView({ block: "nearest" });
    this.#input.setAttribute("aria-activedescendant", item.id);
  }

  /** @param {number} index */
  #choose(index) {
    const choice = this.#choices[index];
    this.close();
    this.#input.value = choice.value;
    this.chosen(choice);
    this.#input.form?.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
