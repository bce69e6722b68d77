// @ts-check
import { SHAPES } from "./shapes.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {...Element} children
 */
export function svg(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/**
 * An incident's mark: the type's shape over a halo that parts it from the map.
 * @param {string} type
 */
export function mark(type) {
  const path = SHAPES[type] ?? SHAPES["battles"];
  return svg("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" },
    svg("path", { class: "halo", d: path }),
    svg("path", { class: "shape", d: path }));
}

/**
 * A ring whose arcs are the shares of the colours, in the legend's order.
 * @param {readonly number[]} shares
 */
export function ring(shares) {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let start = 0;
  const arcs = shares.flatMap((share, i) => {
    if (share === 0) return [];
    const length = (share / total) * 100;
    const arc = svg("circle", {
      class: `series-${i + 1}`, cx: 20, cy: 20, r: 18, pathLength: 100,
      "stroke-dasharray": `${length} ${100 - length}`, "stroke-dashoffset": -start,
    });
    start += length;
    return [arc];
  });
  return svg("svg", { class: "ring", viewBox: "0 0 40 40", "aria-hidden": "true" }, ...arcs);
}
