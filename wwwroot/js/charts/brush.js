// @ts-check

const DAY = 86400000;

/** @typedef {{ first: number, last: number, size: string }} Range whole days since 1970, both ends included, and the bucket size */
/** @typedef {{ from: number, to: number }} Span days, both included */

/** @param {string} text yyyy-mm-dd */
export function toDay(text) {
  return Math.round(Date.parse(`${text}T00:00:00Z`) / DAY);
}

/** @param {number} day */
export function fromDay(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/**
 * First day of the bucket that holds a day: week from Monday, month, quarter or year.
 * @param {number} day
 * @param {string} size
 */
export function startOf(day, size) {
  if (size === "week") return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const first = size === "year" ? 0 : size === "quarter" ? month - (month % 3) : month;
  return Date.UTC(year, first, 1) / DAY;
}

/**
 * First day of the bucket some steps on from the one that holds a day.
 * @param {number} day
 * @param {string} size
 * @param {number} steps
 */
export function move(day, size, steps) {
  const start = startOf(day, size);
  if (size === "week") return start + 7 * steps;
  const months = size === "year" ? 12 : size === "quarter" ? 3 : 1;
  const date = new Date(start * DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months * steps, 1) / DAY;
}

/**
 * Part of the width, 0 to 1, at which a day begins.
 * @param {number} day
 * @param {Range} range
 */
export function shareOf(day, range) {
  return Math.max(0, Math.min(1, (day - range.first) / (range.last + 1 - range.first)));
}

/**
 * The day at a part of the width.
 * @param {number} share
 * @param {Range} range
 */
export function dayAt(share, range) {
  const days = range.last + 1 - range.first;
  return range.first + Math.max(0, Math.min(days - 1, Math.floor(share * days)));
}

/**
 * The buckets between two points of a drag, in whichever direction it went.
 * @param {number} one
 * @param {number} other parts of the width
 * @param {Range} range
 * @returns {Span}
 */
export function spanOf(one, other, range) {
  const [left, right] = one <= other ? [one, other] : [other, one];
  return {
    from: Math.max(range.first, startOf(dayAt(left, range), range.size)),
    to: Math.min(range.last, move(dayAt(right, range), range.size, 1) - 1),
  };
}

/**
 * A window moved by whole buckets, kept within the range at its own length.
 * @param {Span} span
 * @param {number} steps
 * @param {Range} range
 * @returns {Span}
 */
export function shift(span, steps, range) {
  const buckets = count(span, range.size);
  const least = startOf(range.first, range.size);
  const most = move(range.last, range.size, 1 - buckets);
  const from = Math.max(least, Math.min(most, move(span.from, range.size, steps)));
  return { from: Math.max(range.first, from), to: Math.min(range.last, move(from, range.size, buckets) - 1) };
}

/**
 * One end of a window moved by buckets; the ends never cross and the window holds at least one bucket.
 * @param {Span} span
 * @param {"from" | "to"} end
 * @param {number} steps
 * @param {Range} range
 * @returns {Span}
 */
export function resize(span, end, steps, range) {
  if (end === "from") {
    const from = Math.max(range.first, Math.min(startOf(span.to, range.size), move(span.from, range.size, steps)));
    return { from, to: span.to };
  }
  const to = Math.min(range.last, Math.max(move(span.from, range.size, 1) - 1, move(span.to, range.size, steps + 1) - 1));
  return { from: span.from, to };
}

/**
 * The next window of a play: the first one at the start of the range where there is none (or it is the whole range),
 * else one step on at the same length; null when the end is reached.
 * @param {Span | null} span
 * @param {Range} range with the step as its size
 * @returns {Span | null}
 */
export function next(span, range) {
  if (!span || (span.from <= range.first && span.to >= range.last)) {
    return { from: range.first, to: Math.min(range.last, move(range.first, range.size, 1) - 1) };
  }
  if (span.to >= range.last) return null;
  const buckets = count(span, range.size);
  const from = move(span.from, range.size, 1);
  return { from, to: Math.min(range.last, move(from, range.size, buckets) - 1) };
}

/**
 * How many buckets a window touches.
 * @param {Span} span
 * @param {string} size
 */
export function count(span, size) {
  let buckets = 0;
  for (let day = startOf(span.from, size); day <= span.to; day = move(day, size, 1)) buckets++;
  return Math.max(1, buckets);
}
