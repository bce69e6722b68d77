// @ts-check

/**
 * @typedef {{ count: number, deaths: number, deathsLow: number, deathsHigh: number, withoutToll: number }} Figure
 */

/** Fills the page's texts with figures as the server does: the same words, the same digits. */
export class Words {
  #texts;
  #plurals;
  #numbers;
  #shortNumbers;
  #days;
  #isFrench;

  /**
   * @param {Record<string, string>} texts by key, with places such as {0} or {0:N0}
   * @param {string} language
   */
  constructor(texts, language) {
    this.#texts = texts;
    this.#plurals = new Intl.PluralRules(language);
    this.#numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
    this.#shortNumbers = new Intl.NumberFormat(language, { notation: "compact" });
    this.#isFrench = language === "fr";
    this.#days = new Intl.DateTimeFormat(this.#isFrench ? "fr" : "en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  }

  /** @param {number} value */
  number(value) {
    return this.#numbers.format(value);
  }

  /**
   * As many figures as a small mark has room for: "938", "1.2K".
   * @param {number} value
   */
  short(value) {
    return this.#shortNumbers.format(value);
  }

  /** @param {number} day since 1970 */
  day(day) {
    const text = this.#days.format(new Date(day * 86400000));
    return this.#isFrench ? text.replace(/^1 /, "1er ") : text;
  }

  /**
   * @param {string} key
   * @param {...(string | number)} values
   */
  fill(key, ...values) {
    return (this.#texts[key] ?? "").replace(/\{(\d)(?::N0)?\}/g, (_, place) => {
      const value = values[Number(place)];
      return typeof value === "number" ? this.number(value) : value;
    });
  }

  /**
   * The entry for one or for many, by the plural rule of the language, with the count as its first value.
   * @param {string} key
   * @param {number} count
   * @param {...(string | number)} more
   */
  count(key, count, ...more) {
    return this.fill(`${key}.${this.#plurals.select(count) === "one" ? "One" : "Many"}`, count, ...more);
  }

  /**
   * "9 incidents; 255 deaths (248–270), 2 unknown".
   * @param {Figure} figure
   */
  cell({ count, deaths, deathsLow, deathsHigh, withoutToll }) {
    const toll = deathsLow === deathsHigh
      ? this.count("DeathsCounted", deaths)
      : this.count("DeathsBetween", deaths, deathsLow, deathsHigh);
    return this.fill("Cell", this.count("Incidents", count), withoutToll === 0 ? toll : this.fill("DeathsUnknown", toll, withoutToll));
  }

  /**
   * "3 incidents without exact place: Gao".
   * @param {number} count
   * @param {string} name
   */
  area(count, name) {
    return this.fill("Area", this.count("Incidents", count), name);
  }

  /**
   * "37 of 412 in view; 5 without exact place".
   * @param {number} inView
   * @param {number} total
   * @param {number} withoutPlace
   */
  status(inView, total, withoutPlace) {
    return this.fill("Status", inView, total, this.count("WithoutPlace", withoutPlace));
  }
}
