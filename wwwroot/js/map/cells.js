// @ts-check

/**
 * @typedef {object} Cell
 * @property {number} latitude
 * @property {number} longitude
 * @property {number} count
 * @property {string} text the count as the mark shows it
 * @property {number} size of the mark, 1 to 5
 * @property {number[]} shares how many of a hundred incidents carry each colour
 * @property {number} zoom the closest level that shows all its incidents, or 0 where no level parts them
 * @property {number[]} box west, south, east, north; of use where no level parts them
 * @property {string} label
 * @property {{ number: number, type: string, precision: string, colour: number } | null} incident
 *
 * @typedef {object} Area
 * @property {string} code
 * @property {number} count
 * @property {string} text the count as the badge shows it
 * @property {number} latitude
 * @property {number} longitude
 * @property {string} label
 */

/**
 * The cells and areas of an answer as objects, each with the name that it is read out by.
 * @param {any} answer of /api/v1/map
 * @param {import("./words.js").Words} words
 * @returns {{ cells: Cell[], areas: Area[] }}
 */
export function readAnswer({ cells: columns, singles, areas }, words) {
  const most = Math.max(0, ...columns.count);
  const single = new Map(singles.map((/** @type {any} */ one) => [one.cell, one]));
  const cells = columns.count.map((/** @type {number} */ count, /** @type {number} */ i) => {
    const [latitude, longitude, incident] = [columns.latitude[i], columns.longitude[i], single.get(i) ?? null];
    return {
      latitude,
      longitude,
      count,
      text: words.short(count),
      size: sizeOf(count, most),
      shares: columns.colours.map((/** @type {number[]} */ colour) => colour[i]),
      zoom: columns.zoom[i],
      box: columns.box[i] ?? [longitude, latitude, longitude, latitude],
      label: incident?.label ?? words.cell({
        count,
        deaths: columns.deaths[i],
        deathsLow: columns.deathsLow[i],
        deathsHigh: columns.deathsHigh[i],
        withoutToll: columns.withoutToll[i],
      }),
      incident,
    };
  });
  return { cells, areas: areas.map((/** @type {any} */ area) => nameArea(area, words)) };
}

/**
 * The cells and areas of one frame of a play. Its cells know no more than how many incidents they hold.
 * @param {import("./frames.js").Frame} frame
 * @param {number} zoom at which a cell brings the map closer by two levels
 * @param {import("./words.js").Words} words
 * @returns {{ cells: Cell[], areas: Area[] }}
 */
export function readFrame({ cells, areas, most }, zoom, words) {
  return {
    cells: cells.map((cell) => ({
      ...cell,
      text: words.short(cell.count),
      size: sizeOf(cell.count, most),
      zoom: zoom + 2,
      box: [cell.longitude, cell.latitude, cell.longitude, cell.latitude],
      label: words.count("Incidents", cell.count),
      incident: null,
    })),
    areas: areas.map((area) => nameArea(area, words)),
  };
}

/**
 * The size of a mark: by its count where all are below a hundred, else by its part of the greatest count, so that few
 * marks are large.
 * @param {number} count
 * @param {number} most
 */
export function sizeOf(count, most) {
  const scale = Math.max(1, most / 100);
  const size = 1 + [5, 10, 30, 100].filter((least) => count >= least * scale).length;
  return count >= 1000 ? Math.max(2, size) : size;
}

/**
 * @template {{ count: number, name: string }} T
 * @param {T} area
 * @param {import("./words.js").Words} words
 */
function nameArea(area, words) {
  return { ...area, text: words.short(area.count), label: words.area(area.count, area.name) };
}

/**
 * The level to zoom to so that a map of some size shows a cell's incidents: at least one closer than now.
 * @param {number} fit the closest level that shows them in 320 by 320 pixels
 * @param {number} now
 * @param {number} pixels the shorter side of the map's free part
 * @param {number} most
 */
export function closerZoom(fit, now, pixels, most) {
  return Math.min(most, Math.max(now + 1, fit + Math.floor(Math.log2(Math.max(pixels, 1) / 320))));
}
