// @ts-check
import leaflet from "./leaflet.js";
import { BaseMap, addTiles } from "./basemap.js";
import { closerZoom, readAnswer, readFrame } from "./cells.js";
import { Points } from "./points.js";
import { incidentPopup, listPopup, regionPopup } from "./popup.js";
import { readBox, writeAt } from "./view.js";

/** Pixels kept free at each edge when a cell's incidents are brought into view. */
const EDGE_PIXELS = 80;

const { Circle, Control, Map: LeafletMap, Popup } = leaflet;

/** The map itself: land, incidents or shaded regions, and popups. It asks for data through the functions it is given. */
export class LiveMap {
  #element;
  #texts;
  #words;
  #ask;
  #told;
  #map;
  #points;
  /** @type {BaseMap | null} */ #base = null;
  /** @type {any[] | null} */ #regions = null;
  /** @type {any} */ #popup = null;
  /** @type {any} */ #ring = null;
  #isQuiet = false;

  /**
   * @param {HTMLElement} element
   * @param {{ at: import("./view.js").Position | null, words: import("./words.js").Words }} start
   * @param {{ incident: (number: number) => Promise<any>, area: (code: string) => Promise<any>, inBox: (box: number[]) => Promise<any> }} ask
   * @param {{ moved: (byUser: boolean) => void, over: (number: number | null) => void, selected: (number: number | null) => void }} told
   */
  constructor(element, start, ask, told) {
    this.#element = element;
    this.#texts = element.dataset;
    this.#words = start.words;
    this.#ask = ask;
    this.#told = told;
    element.replaceChildren();
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#map = new LeafletMap(element, {
      minZoom: Number(element.dataset.leastZoom),
      maxZoom: Number(element.dataset.mostZoom),
      zoomControl: false,
      zoomAnimation: !isStill,
      fadeAnimation: !isStill,
      markerZoomAnimation: !isStill,
      inertia: !isStill,
      maxBounds: [[-12, -40], [42, 40]],
      maxBoundsViscosity: 0.8,
      attributionControl: false,
    });
    new Control.Zoom({ zoomInTitle: element.dataset.textZoomIn, zoomOutTitle: element.dataset.textZoomOut }).addTo(this.#map);
    new Control.Scale({ imperial: false }).addTo(this.#map);
    new Control.Attribution({ prefix: false }).addAttribution(element.dataset.textCredit ?? "").addTo(this.#map);
    if (element.dataset.tiles) addTiles(this.#map, element.dataset.tiles, element.dataset.tilesCredit ?? "");
    this.#points = new Points(this.#map, {
      incident: (cell, marker, byKey) => this.open(cell.incident?.number ?? 0, marker, byKey),
      cell: (cell, marker, byKey) => this.#openCell(cell, marker, byKey),
      area: (area, marker, byKey) => this.#openArea(area, marker, byKey),
      over: told.over,
    });
    this.look(start.at);
    this.#map.on("moveend", () => {
      told.moved(!this.#isQuiet);
      this.#isQuiet = false;
    });
  }

  get box() {
    const bounds = this.#map.getBounds();
    return { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() };
  }

  get zoom() {
    return this.#map.getZoom();
  }

  get at() {
    const { lat, lng } = this.#map.getCenter();
    return writeAt({ lat, lng, zoom: this.#map.getZoom() });
  }

  /** @param {any} shapes answer of /api/v1/boundaries */
  async addLand(shapes) {
    this.#base = await BaseMap.draw(this.#map, shapes, this.#element.dataset.language ?? "en", (code, at) => this.#openRegion(code, at));
    this.#dressLand();
  }

  /**
   * Looks at a position, or with null at everything that can be placed; not counted as the user's own move.
   * @param {import("./view.js").Position | null} at
   */
  look(at) {
    this.#isQuiet = true;
    if (at) {
      this.#map.setView([at.lat, at.lng], at.zoom, { animate: false });
    } else {
      this.fit(this.#element.dataset.frame ?? "");
    }
    this.#isQuiet = false;
  }

  /** @param {string} box to be seen whole */
  fit(box) {
    const { west, south, east, north } = readBox(box);
    this.#map.fitBounds([[south, west], [north, east]], { animate: false, maxZoom: 9 });
  }

  /**
   * @param {any} answer of /api/v1/map
   * @param {any} regions answer of /api/v1/map/regions, or null to show points
   */
  show(answer, regions) {
    this.#regions = regions?.items ?? null;
    const { cells, areas } = readAnswer(answer, this.#words);
    if (regions) this.#points.clear();
    else this.#points.show(cells, areas);
    this.#dressLand();
  }

  /** @param {import("./frames.js").Frame} frame of a play */
  showFrame(frame) {
    const { cells, areas } = readFrame(frame, this.zoom, this.#words);
    this.#points.show(cells, areas);
    this.#dressLand();
  }

  /** Brings the land in line with what stands on it. */
  #dressLand() {
    this.#base?.shade(this.#regions);
    this.#base?.avoid(this.#points.taken);
  }

  /**
   * Marks the marker that stands for an incident.
   * @param {any} line of the list, or null
   */
  select(line) {
    this.#ring?.remove();
    this.#ring = null;
    this.#points.select(line ? this.#points.markerOf(line.number, line.cell) : null);
    if (line?.precision === "near" && this.#map.getZoom() >= 7) {
      this.#ring = new Circle([line.latitude, line.longitude], { radius: 25000, className: "map-radius", interactive: false }).addTo(this.#map);
    }
  }

  /**
   * Opens one incident's popup at a marker, or at a place.
   * @param {number} number
   * @param {any} marker
   * @param {boolean} byKey
   */
  open(number, marker, byKey) {
    this.#told.selected(number);
    return this.#openPopup(marker.getLatLng?.() ?? marker, marker, byKey, () => this.#told.selected(null),
      async () => incidentPopup(await this.#ask.incident(number), this.#texts));
  }

  /** @param {any} line of the list: go where it is and open it */
  visit(line) {
    const at = [line.latitude, line.longitude];
    if (!this.#map.getBounds().pad(-0.1).contains(at) || this.#map.getZoom() < 7) {
      this.#map.setView(at, Math.max(this.#map.getZoom(), 8), { animate: false });
    }
    return this.open(line.number, { getLatLng: () => at }, true);
  }

  /**
   * @param {import("./cells.js").Cell} cell
   * @param {any} marker
   * @param {boolean} byKey
   */
  #openCell(cell, marker, byKey) {
    if (cell.zoom === 0) {
      const [west, south, east, north] = cell.box;
      const margin = 0.0001;
      return this.#openPopup(marker.getLatLng(), marker, byKey, () => {}, async () => {
        const found = await this.#ask.inBox([west - margin, south - margin, east + margin, north + margin]);
        return listPopup(cell.label, found.incidents, found.inView, this.#words);
      });
    }
    const { x, y } = this.#map.getSize();
    const zoom = closerZoom(cell.zoom, this.#map.getZoom(), Math.min(x, y) - 2 * EDGE_PIXELS, this.#map.getMaxZoom());
    this.#map.setView(marker.getLatLng(), zoom);
    if (byKey) this.#element.focus({ preventScroll: true });
  }

  /**
   * @param {any} area
   * @param {any} marker
   * @param {boolean} byKey
   */
  #openArea(area, marker, byKey) {
    return this.#openPopup(marker.getLatLng(), marker, byKey, () => {}, async () => {
      const found = await this.#ask.area(area.code);
      return listPopup(found.label, found.items, found.total, this.#words);
    });
  }

  /**
   * @param {string} code
   * @param {any} at
   */
  #openRegion(code, at) {
    const region = this.#regions?.find((one) => one.code === code);
    if (region) this.#openPopup(at, null, true, () => {}, async () => regionPopup(region, this.#texts));
  }

  /**
   * @param {any} at
   * @param {any} marker
   * @param {boolean} byKey whether focus goes into the popup, and back when it closes
   * @param {() => void} closed
   * @param {() => Promise<HTMLElement>} make
   */
  async #openPopup(at, marker, byKey, closed, make) {
    const back = byKey && document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const popup = new Popup({ maxWidth: 340, maxHeight: 360, autoPanPadding: [16, 16], offset: [0, -6] }).setLatLng(at);
    const waiting = document.createElement("p");
    waiting.textContent = this.#texts.textLoading ?? "";
    popup.setContent(waiting);
    popup.on("remove", () => {
      closed();
      const now = document.activeElement;
      if (back?.isConnected && (!now || now === document.body || this.#element.contains(now))) back.focus({ preventScroll: true });
    });
    this.#popup = popup;
    popup.openOn(this.#map);
    popup.getElement()?.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape") popup.close();
    });
    popup.getElement()?.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", this.#texts.textClose ?? "");
    try {
      const content = await make();
      if (this.#popup !== popup) return;
      popup.setContent(content);
      if (byKey) content.querySelector("a")?.focus({ preventScroll: true });
    } catch {
      waiting.textContent = this.#texts.textFailed ?? "";
    }
  }
}
