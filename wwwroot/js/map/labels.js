// @ts-check

/**
 * @typedef {{ x: number, y: number, width: number, height: number, rank: number }} Label a label by its centre, in pixels; a lower rank goes first
 */

/**
 * Chooses the labels that can stand together: by rank, then in the order given, each only where it touches none
 * already chosen.
 * @template {Label} T
 * @param {readonly T[]} labels
 * @param {number} [gap] pixels kept free around each label
 * @returns {Set<T>}
 */
export function choose(labels, gap = 4) {
  /** @type {T[]} */
  const chosen = [];
  const ordered = labels.map((label, order) => ({ label, order })).sort((a, b) => a.label.rank - b.label.rank || a.order - b.order);
  for (const { label } of ordered) {
    if (!chosen.some((other) => touch(label, other, gap))) chosen.push(label);
  }
  return new Set(chosen);
}

/**
 * @param {Label} a
 * @param {Label} b
 * @param {number} gap
 */
function touch(a, b, gap) {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 + gap && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + gap;
}
