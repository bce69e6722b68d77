// @ts-check

/**
 * @typedef {[number, number]} Corner longitude, latitude
 * @typedef {{ country: string, rings: Corner[][] }} Shape
 */

/**
 * The rings of a GeoJSON Polygon or MultiPolygon.
 * @param {{ type: string, coordinates: any }} geometry
 * @returns {Corner[][]}
 */
export function ringsOf(geometry) {
  return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}

/**
 * Parts the borders of shapes that share corners: lines between two regions of one country, and the outlines of
 * countries (each line once).
 * @param {readonly Shape[]} shapes
 * @returns {{ regions: Corner[][], countries: Corner[][] }}
 */
export function partBorders(shapes) {
  /** @type {Map<string, { from: Corner, to: Corner, countries: string[] }>} */
  const edges = new Map();
  for (const { country, rings } of shapes) {
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [keyOf(ring[i - 1]), keyOf(ring[i])];
        if (a === b) continue;
        const key = a < b ? `${a} ${b}` : `${b} ${a}`;
        const edge = edges.get(key);
        if (edge) edge.countries.push(country);
        else edges.set(key, { from: ring[i - 1], to: ring[i], countries: [country] });
      }
    }
  }
  const regions = [];
  const countries = [];
  for (const edge of edges.values()) {
    const isInner = edge.countries.length > 1 && edge.countries.every((country) => country === edge.countries[0]);
    (isInner ? regions : countries).push(edge);
  }
  return { regions: chain(regions), countries: chain(countries) };
}

/**
 * Joins edges end to end into as few lines as a single walk finds.
 * @param {{ from: Corner, to: Corner }[]} edges
 * @returns {Corner[][]}
 */
export function chain(edges) {
  /** @type {Map<string, Set<number>>} */
  const at = new Map();
  edges.forEach((edge, i) => {
    for (const corner of [edge.from, edge.to]) {
      const key = keyOf(corner);
      (at.get(key) ?? at.set(key, new Set()).get(key))?.add(i);
    }
  });
  const used = new Set();
  const take = (/** @type {Corner} */ corner) => {
    for (const i of at.get(keyOf(corner)) ?? []) {
      if (used.has(i)) continue;
      used.add(i);
      return keyOf(edges[i].from) === keyOf(corner) ? edges[i].to : edges[i].from;
    }
    return null;
  };
  const lines = [];
  for (let i = 0; i < edges.length; i++) {
    if (used.has(i)) continue;
    used.add(i);
    const line = [edges[i].from, edges[i].to];
    for (let next = take(line[line.length - 1]); next; next = take(next)) line.push(next);
    for (let next = take(line[0]); next; next = take(next)) line.unshift(next);
    lines.push(line);
  }
  return lines;
}

/** @param {Corner} corner */
function keyOf(corner) {
  return `${corner[0]},${corner[1]}`;
}
