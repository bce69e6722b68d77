// @ts-check
import leaflet from "../map/leaflet.js";

const { GeoJSON, Map, Marker, DivIcon, SVG } = leaflet;

/**
 * A map to click a place on. Loaded when it is asked for.
 * @param {HTMLElement} element
 * @param {{ latitude: number, longitude: number } | null} at
 * @param {(latitude: number, longitude: number) => void} chosen
 */
export async function openPlaceMap(element, at, chosen) {
  const map = new Map(element, { renderer: new SVG(), zoomControl: true, attributionControl: false, minZoom: 4, maxZoom: 13 });
  map.setView(at ? [at.latitude, at.longitude] : [15.5, 0], at ? 8 : 5);
  /** @type {any} */ let marker = null;
  const show = (/** @type {number} */ latitude, /** @type {number} */ longitude) => {
    marker?.remove();
    marker = new Marker([latitude, longitude], {
      icon: new DivIcon({ className: "incident-marker type-battles exact is-selected", iconSize: null, html: pin() }), interactive: false, keyboard: false,
    }).addTo(map);
  };
  map.on("click", (/** @type {any} */ event) => {
    const latitude = Number(event.latlng.lat.toFixed(4));
    const longitude = Number(event.latlng.wrap().lng.toFixed(4));
    show(latitude, longitude);
    chosen(latitude, longitude);
  });
  if (at) show(at.latitude, at.longitude);
  const response = await fetch(element.dataset.boundaries ?? "");
  if (!response.ok) throw new Error(`Boundaries answered ${response.status}`);
  const { neighbours, regions } = await response.json();
  new GeoJSON(neighbours, { className: "map-neighbour", interactive: false }).addTo(map);
  new GeoJSON(regions, { className: "map-land map-border-region", interactive: false }).addTo(map);
  return { map, show };
}

function pin() {
  const holder = document.createElement("span");
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  const circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  for (const [name, value] of [["cx", "10"], ["cy", "10"], ["r", "7"], ["class", "shape"]]) circle.setAttribute(name, value);
  svg.append(circle);
  holder.append(svg);
  return holder;
}
