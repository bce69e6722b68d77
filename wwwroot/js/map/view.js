// @ts-check

/** Keys of the address that belong to the map page and not to the filter. */
export const VIEW_KEYS = ["at", "view", "measure", "step"];

/** Keys that are neither filter nor view. */
const OTHER_KEYS = ["lang", "page", "size", "sort"];

/**
 * @typedef {{ lat: number, lng: number, zoom: number }} Position
 * @typedef {{ west: number, south: number, east: number, north: number }} Box
 */

/**
 * Reads "14.5,-2.1,6"; null where it is not a position.
 * @param {string | null | undefined} text
 * @returns {Position | null}
 */
export function readAt(text) {
  const parts = (text ?? "").split(",");
  if (parts.length !== 3 || parts.some((part) => part.trim() === "")) return null;
  const [lat, lng, zoom] = parts.map(Number);
  return Number.isFinite(lat) && Number.isFinite(lng) && Number.isInteger(zoom) && Math.abs(lat) <= 85 && Math.abs(lng) <= 180
    ? { lat, lng, zoom }
    : null;
}

/** @param {Position} position */
export function writeAt({ lat, lng, zoom }) {
  return `${trim(lat, 4)},${trim(lng, 4)},${zoom}`;
}

/**
 * Reads "west,south,east,north".
 * @param {string} text
 * @returns {Box}
 */
export function readBox(text) {
  const [west, south, east, north] = text.split(",").map(Number);
  return { west, south, east, north };
}

/**
 * What the server takes as a box: cut at the edges of the world, five decimals at most.
 * @param {Box} box
 */
export function writeBox({ west, south, east, north }) {
  const clamp = (/** @type {number} */ value, /** @type {number} */ most) => Math.max(-most, Math.min(most, value));
  return [clamp(west, 180), clamp(south, 85), clamp(east, 180), clamp(north, 85)].map((value) => trim(value, 5)).join(",");
}

/**
 * The filter's own part of an address, in the order given: what two views of the same incidents share.
 * @param {string} search
 */
export function filterOf(search) {
  const pairs = [...new URLSearchParams(search)].filter(
    ([key, value]) => value !== "" && !VIEW_KEYS.includes(key) && !OTHER_KEYS.includes(key));
  return write(pairs);
}

/**
 * An address with some keys set to one value, or removed by null; blank values are left out.
 * @param {string} search
 * @param {Record<string, string | null>} changes
 */
export function withPairs(search, changes) {
  const pairs = [...new URLSearchParams(search)].filter(([key, value]) => value !== "" && !(key in changes));
  for (const [key, value] of Object.entries(changes)) {
    if (value !== null && value !== "") pairs.push([key, value]);
  }
  return write(pairs);
}

/**
 * A submitted form's address with the view as it now stands in place of the form's own.
 * @param {Iterable<[string, FormDataEntryValue]>} entries
 * @param {string} search
 */
export function fromForm(entries, search) {
  const typed = [...entries]
    .map(([key, value]) => /** @type {[string, string]} */ ([key, String(value).trim()]))
    .filter(([key, value]) => value !== "" && !VIEW_KEYS.includes(key));
  const kept = [...new URLSearchParams(search)].filter(([key, value]) => value !== "" && VIEW_KEYS.includes(key));
  return write([...typed, ...kept]);
}

/** @param {[string, string][]} pairs */
function write(pairs) {
  const query = new URLSearchParams(pairs).toString().replaceAll("%2C", ",");
  return query === "" ? "" : `?${query}`;
}

/**
 * @param {number} value
 * @param {number} digits
 */
function trim(value, digits) {
  return String(Number(value.toFixed(digits)));
}
