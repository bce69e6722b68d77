// @ts-check

/**
 * @typedef {{ x: number, y: number, width: number, height: number, rank: number }} Label a label by its centre, in pixels; a lower rank goes first
 */

/** How far up or down, in pixels, a label may step aside. */
const SHIFTS = [0, 24, -24, 34, -34];

/**
 * Chooses the labels that can stand together and tells how far down each has to move: by rank, then in the order
 * given, each at its first place that touches neither an obstacle nor a label already chosen.
 * @template {Label} T
 * @param {readonly T[]} labels
 * @param {readonly { x: number, y: number, width: number, height: number }[]} [obstacles]
 * @param {number} [gap] pixels kept free around each label
 * @returns {Map<T, number>}
 */
export function choose(labels, obstacles = [], gap = 4) {
  /** @type {Map<T, number>} */
  const chosen = new Map();
  const taken = [...obstacles];
  const shifts = obstacles.length === 0 ? [0] : SHIFTS;
  const ordered = labels.map((label, order) => ({ label, order })).sort((a, b) => a.label.rank - b.label.rank || a.order - b.order);
  for (const { label } of ordered) {
    const shift = shifts.find((down) => !taken.some((other) => touch({ ...label, y: label.y + down }, other, gap)));
    if (shift === undefined) continue;
    chosen.set(label, shift);
    taken.push({ x: label.x, y: label.y + shift, width: label.width, height: label.height });
  }
  return chosen;
}

/**
 * @param {Omit<Label, "rank">} a
 * @param {Omit<Label, "rank">} b
 * @param {number} gap
 */
function touch(a, b, gap) {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 + gap && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + gap;
}

const STEPS = [[0, 0], [0, 1], [0, -1], [1, 0], [-1, 0], [1, 1], [-1, 1], [1, -1], [-1, -1], [0, 2], [0, -2], [2, 0], [-2, 0]];

/**
 * The nearest place to a point where a thing of some radius covers none of the others; the point itself where all are
 * taken.
 * @param {{ x: number, y: number }} at
 * @param {number} radius
 * @param {readonly { x: number, y: number, radius: number }[]} taken
 */
export function makeRoom(at, radius, taken) {
  for (const [across, down] of STEPS) {
    const place = { x: at.x + across * radius * 2, y: at.y + down * radius * 2 };
    if (taken.every((other) => Math.hypot(other.x - place.x, other.y - place.y) >= radius + other.radius)) return place;
  }
  return { ...at };
}
