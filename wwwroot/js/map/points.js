// @ts-check
import leaflet from "./leaflet.js";
import { makeRoom } from "./labels.js";
import { mark, ring } from "./marks.js";

const { Circle, DivIcon, Marker } = leaflet;

/** Radius in metres that "near" stands for, and the zoom from which it is drawn around every such incident. */
const NEAR_METRES = 25000;
const NEAR_ZOOM = 9;

/** Radius in pixels of each size of cell, its ring included. */
const RADIUS = [0, 18, 21, 25, 30, 36];

/** @param {number} count */
function sizeOf(count) {
  return count < 5 ? 1 : count < 10 ? 2 : count < 30 ? 3 : count < 100 ? 4 : 5;
}

/**
 * @typedef {import("./cells.js").Cell} Cell
 * @typedef {import("./cells.js").Area} Area
 */

/** Incidents on the map: cells that part on zoom, single incidents, and badges on areas. */
export class Points {
  #map;
  #opened;
  /** @type {Map<string, any>} */ #markers = new Map();
  /** @type {Map<number, string>} */ #keyOfNumber = new Map();
  /** @type {(string)[]} */ #cells = [];
  /** @type {any[]} */ #circles = [];
  /** @type {{ x: number, y: number, radius: number }[]} */ #taken = [];

  /**
   * @param {any} map
   * @param {{ incident: (cell: Cell, marker: any, byKey: boolean) => void, cell: (cell: Cell, marker: any, byKey: boolean) => void, area: (area: Area, marker: any, byKey: boolean) => void, over: (number: number | null) => void }} opened
   */
  constructor(map, opened) {
    this.#map = map;
    this.#opened = opened;
  }

  /**
   * Shows an answer; markers that stay as they are keep their place and focus.
   * @param {readonly Cell[]} cells
   * @param {readonly Area[]} areas
   */
  show(cells, areas) {
    const before = this.#markers;
    /** @type {Map<string, any>} */
    const after = new Map();
    const keep = (/** @type {string} */ key, /** @type {() => any} */ make) => {
      const marker = before.get(key) ?? make();
      before.delete(key);
      after.set(key, marker);
    };
    this.#keyOfNumber.clear();
    this.#cells = cells.map((cell) => {
      const key = cell.incident
        ? `i${cell.incident.number}/${cell.incident.colour}`
        : `c${cell.latitude}/${cell.longitude}/${cell.label}/${cell.shares}`;
      if (cell.incident) this.#keyOfNumber.set(cell.incident.number, key);
      keep(key, () => (cell.incident ? this.#single(cell) : this.#cell(cell)));
      return key;
    });
    const taken = cells.map((cell) => ({ ...this.#pixel(cell), radius: cell.incident ? 12 : RADIUS[sizeOf(cell.count)] }));
    for (const area of areas) {
      const key = `a${area.code}/${area.count}`;
      keep(key, () => this.#area(area));
      const place = makeRoom(this.#pixel(area), 14, taken);
      taken.push({ ...place, radius: 14 });
      after.get(key).setLatLng(this.#map.layerPointToLatLng([place.x, place.y]));
    }
    this.#taken = taken;
    const hadFocus = [...before.values()].some((marker) => marker.getElement() === document.activeElement);
    for (const marker of before.values()) marker.remove();
    if (hadFocus) this.#map.getContainer().focus({ preventScroll: true });
    this.#markers = after;
    this.#drawCircles(cells);
  }

  /** What stands on the map, as circles in layer pixels. */
  get taken() {
    return this.#taken;
  }

  clear() {
    this.show([], []);
  }

  /**
   * The marker that stands for an incident: its own, or that of its cell.
   * @param {number} number
   * @param {number | null | undefined} cell
   */
  markerOf(number, cell) {
    const key = this.#keyOfNumber.get(number) ?? (cell === null || cell === undefined ? undefined : this.#cells[cell]);
    return key === undefined ? undefined : this.#markers.get(key);
  }

  /** @param {any} marker the one to mark as selected, or nothing */
  select(marker) {
    for (const other of this.#markers.values()) other.getElement()?.classList.toggle("is-selected", other === marker);
    if (marker) marker.setZIndexOffset(1000);
    for (const other of this.#markers.values()) if (other !== marker) other.setZIndexOffset(0);
  }

  /** @param {Cell} cell */
  #single(cell) {
    const facts = /** @type {NonNullable<Cell["incident"]>} */ (cell.incident);
    const near = facts.precision === "exact" ? "exact" : "near";
    return this.#add(cell, `incident-marker ${near} series-${facts.colour + 1} type-${facts.type}`, mark(facts.type),
      (marker, byKey) => this.#opened.incident(cell, marker, byKey), facts.number);
  }

  /** @param {Cell} cell */
  #cell(cell) {
    const content = document.createElement("span");
    content.textContent = String(cell.count);
    const marker = this.#add(cell, `cell cell-${sizeOf(cell.count)}`, content, (one, byKey) => this.#opened.cell(cell, one, byKey));
    marker.getElement().prepend(ring(cell.shares));
    return marker;
  }

  /** @param {Area} area */
  #area(area) {
    const content = document.createElement("span");
    content.textContent = String(area.count);
    return this.#add(area, "area-badge", content, (marker, byKey) => this.#opened.area(area, marker, byKey));
  }

  /**
   * @param {{ latitude: number, longitude: number, label: string }} at
   * @param {string} className
   * @param {Element} content
   * @param {(marker: any, byKey: boolean) => void} opened
   * @param {number | null} [number]
   */
  #add(at, className, content, opened, number = null) {
    const marker = new Marker([at.latitude, at.longitude], {
      icon: new DivIcon({ className, html: /** @type {HTMLElement} */ (content), iconSize: null }),
      riseOnHover: true,
    }).addTo(this.#map);
    const element = marker.getElement();
    element.setAttribute("aria-label", at.label);
    element.title = at.label;
    marker.on("click", () => opened(marker, false));
    element.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      opened(marker, true);
    });
    if (number !== null) {
      const over = () => this.#opened.over(number);
      const out = () => this.#opened.over(null);
      marker.on("mouseover", over).on("mouseout", out);
      element.addEventListener("focus", over);
      element.addEventListener("blur", out);
    }
    return marker;
  }

  /** @param {{ latitude: number, longitude: number }} at */
  #pixel(at) {
    const { x, y } = this.#map.latLngToLayerPoint([at.latitude, at.longitude]);
    return { x, y };
  }

  /** @param {readonly Cell[]} cells */
  #drawCircles(cells) {
    for (const circle of this.#circles) circle.remove();
    this.#circles = this.#map.getZoom() < NEAR_ZOOM ? [] : cells
      .filter((cell) => cell.incident?.precision === "near")
      .map((cell) => new Circle([cell.latitude, cell.longitude],
        { radius: NEAR_METRES, className: "map-radius", interactive: false }).addTo(this.#map));
  }
}
