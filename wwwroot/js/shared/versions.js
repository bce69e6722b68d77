// @ts-check

/**
 * How many changes lie between two versions of the data, each "last change-embedded set"; null where that cannot be
 * told, as another embedded set was loaded.
 * @param {string} shown
 * @param {string} present
 */
export function changesBetween(shown, present) {
  const [before, set] = parts(shown);
  const [after, other] = parts(present);
  const count = after - before;
  return set === other && count > 0 ? count : null;
}

/**
 * Milliseconds to wait before the next of several attempts: doubling, to five minutes.
 * @param {number} attempt from 0
 */
export function waitBefore(attempt) {
  return Math.min(300_000, 5_000 * 2 ** attempt);
}

/** @param {string} version @returns {[number, string]} */
function parts(version) {
  const dash = version.indexOf("-");
  return [Number(version.slice(0, dash)), version.slice(dash + 1)];
}
