// @ts-check

/** @typedef {{ at: number, version: string, form?: string, fields: [string, string][] }} Draft `form` is the key of the new form that it was typed in */

/** Seconds to wait before the next try, after some that failed: longer and longer, up to a minute. @param {number} failures */
export const waitSeconds = (failures) => Math.min(60, 2 * 2 ** Math.min(failures, 10));

/** Where a person's text of an entry is kept in this browser. @param {string} person @param {string} id */
export const keyOf = (person, id) => `sahelwatch-entry-${person}-${id || "new"}`;

/** What is typed of a form's fields; what the page itself adds is none of it. @param {Iterable<[string, unknown]>} fields @returns {[string, string][]} */
export function typedOf(fields) {
  return [...fields].filter(([name, value]) => typeof value === "string" && (name.startsWith("Form.") || name === "Reason"))
    .map(([name, value]) => [name, String(value)]);
}

/** @param {[string, string][]} a @param {[string, string][]} b */
export function isSame(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A kept text, or null where there is none that can be read. @param {string | null} text @returns {Draft | null} */
export function readDraft(text) {
  try {
    const draft = JSON.parse(text ?? "null");
    return draft && typeof draft.at === "number" && Array.isArray(draft.fields) && draft.fields.every(
      (/** @type {unknown} */ pair) => Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === "string"))
      ? draft : null;
  } catch {
    return null;
  }
}

/** Whether a kept text should be offered. @param {Draft | null} draft @param {[string, string][]} shown what the page shows */
export function isWorthRestoring(draft, shown) {
  return draft !== null && !isSame(draft.fields, shown);
}

/**
 * What an answer of the server means for the text that was sent.
 * @param {number} status 0 where none came
 * @returns {"saved" | "conflict" | "signedOut" | "offline"}
 */
export function outcomeOf(status) {
  if (status === 200) return "saved";
  if (status === 409 || status === 404) return "conflict";
  return status === 400 || status === 401 || status === 403 ? "signedOut" : "offline";
}

/** The next number of a list's rows. @param {Iterable<string>} numbers */
export function nextNumber(numbers) {
  return Math.max(-1, ...[...numbers].map(Number).filter(Number.isInteger)) + 1;
}

/** The rows of a list that some fields hold. @param {[string, string][]} fields @param {string} list */
export const rowsOf = (fields, list) => fields.filter(([name]) => name === `Form.${list}.index`).map(([, value]) => value);
