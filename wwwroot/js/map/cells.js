// @ts-check

/**
 * @typedef {object} Cell
 * @property {number} latitude
 * @property {number} longitude
 * @property {number} count
 * @property {number[]} shares how many of a hundred incidents carry each colour
 * @property {number} zoom the closest level that shows all its incidents, or 0 where no level parts them
 * @property {number[]} box west, south, east, north; of use where no level parts them
 * @property {string} label
 * @property {{ number: number, type: string, precision: string, colour: number } | null} incident
 *
 * @typedef {object} Area
 * @property {string} code
 * @property {number} count
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
  const single = new Map(singles.map((/** @type {any} */ one) => [one.cell, one]));
  const cells = columns.count.map((/** @type {number} */ count, /** @type {number} */ i) => {
    const [latitude, longitude, incident] = [columns.latitude[i], columns.longitude[i], single.get(i) ?? null];
    return {
      latitude,
      longitude,
      count,
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
  return { cells, areas: areas.map((/** @type {any} */ area) => ({ ...area, label: words.area(area.count, area.name) })) };
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
