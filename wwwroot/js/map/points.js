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

/**
 * @typedef {import("./cells.js").Cell} Cell
 * @typedef {import("./cells.js").Area} Area
 * @typedef {{ marker: any, item: any, className: string, look: string }} Shown
 */

/** @param {string} words */
function text(words) {
  const span = document.createElement("span");
  span.textContent = words;
  return span;
}

/** Incidents on the map: cells that part on zoom, single incidents, and badges on areas. */
export class Points {
  #map;
  #opened;
  /** @type {Map<string, Shown>} */ #shown = new Map();
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
    const before = this.#shown;
    this.#shown = new Map();
    this.#keyOfNumber.clear();
    this.#cells = cells.map((cell) => {
      const key = cell.incident ? `i${cell.incident.number}` : `c${cell.latitude}/${cell.longitude}`;
      if (cell.incident) this.#keyOfNumber.set(cell.incident.number, key);
      this.#put(key, before, cell, cell.incident ? this.#single(cell.incident) : this.#cell(cell));
      return key;
    });
    const taken = cells.map((cell) => ({ ...this.#pixel(cell), radius: cell.incident ? 12 : RADIUS[cell.size] }));
    for (const area of areas) {
      const marker = this.#put(`a${area.code}`, before, area,
        { className: "area-badge", look: area.text, draw: () => [text(area.text)], opened: this.#opened.area });
      const place = makeRoom(this.#pixel(area), 14, taken);
      taken.push({ ...place, radius: 14 });
      marker.setLatLng(this.#map.layerPointToLatLng([place.x, place.y]));
    }
    this.#taken = taken;
    const left = [...before.values()].map((one) => one.marker);
    const hadFocus = left.some((marker) => marker.getElement() === document.activeElement);
    for (const marker of left) marker.remove();
    if (hadFocus) this.#map.getContainer().focus({ preventScroll: true });
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
    return key === undefined ? undefined : this.#shown.get(key)?.marker;
  }

  /** @param {any} marker the one to mark as selected, or nothing */
  select(marker) {
    for (const { marker: other } of this.#shown.values()) {
      other.getElement()?.classList.toggle("is-selected", other === marker);
      other.setZIndexOffset(other === marker ? 1000 : 0);
    }
  }

  /** @param {NonNullable<Cell["incident"]>} facts */
  #single(facts) {
    const near = facts.precision === "exact" ? "exact" : "near";
    const className = `incident-marker ${near} series-${facts.colour + 1} type-${facts.type}`;
    return { className, look: className, draw: () => [mark(facts.type)], opened: this.#opened.incident };
  }

  /** @param {Cell} cell */
  #cell(cell) {
    const draw = () => [ring(cell.shares), text(cell.text)];
    const isLong = cell.text.length > cell.size + 1;
    return { className: `cell cell-${cell.size}${isLong ? " is-long" : ""}`, look: `${cell.text}/${cell.size}/${cell.shares}`, draw, opened: this.#opened.cell };
  }

  /**
   * Shows an item by the marker it has, or a new one, drawn again where it looks otherwise than before.
   * @param {string} key
   * @param {Map<string, Shown>} before
   * @param {Cell | Area} item
   * @param {{ className: string, look: string, draw: () => Element[], opened: (item: any, marker: any, byKey: boolean) => void }} drawing
   */
  #put(key, before, item, { className, look, draw, opened }) {
    const shown = before.get(key) ?? this.#add(item, opened);
    before.delete(key);
    this.#shown.set(key, shown);
    shown.item = item;
    const element = shown.marker.getElement();
    if (shown.look !== look) {
      element.classList.remove(...shown.className.split(" ").filter(Boolean));
      element.classList.add(...className.split(" "));
      element.replaceChildren(...draw());
      [shown.look, shown.className] = [look, className];
    }
    if (element.title !== item.label) {
      element.setAttribute("aria-label", item.label);
      element.title = item.label;
    }
    return shown.marker;
  }

  /**
   * @param {Cell | Area} item
   * @param {(item: any, marker: any, byKey: boolean) => void} opened
   * @returns {Shown}
   */
  #add(item, opened) {
    const marker = new Marker([item.latitude, item.longitude], {
      icon: new DivIcon({ className: "", iconSize: null }),
      riseOnHover: true,
    }).addTo(this.#map);
    /** @type {Shown} */
    const shown = { marker, item, className: "", look: "" };
    const element = marker.getElement();
    marker.on("click", () => opened(shown.item, marker, false));
    element.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      opened(shown.item, marker, true);
    });
    const number = "incident" in item ? item.incident?.number : undefined;
    if (number !== undefined) {
      const over = () => this.#opened.over(number);
      const out = () => this.#opened.over(null);
      marker.on("mouseover", over).on("mouseout", out);
      element.addEventListener("focus", over);
      element.addEventListener("blur", out);
    }
    return shown;
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
