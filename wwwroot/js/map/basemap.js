// @ts-check
import leaflet from "./leaflet.js";
import { partBorders, ringsOf } from "./borders.js";
import { choose } from "./labels.js";
import { pause } from "../shared/pause.js";

const { DivIcon, GeoJSON, Marker, Polyline, SVG, TileLayer } = leaflet;

/** Zoom from which region names stand on the map. */
const REGION_NAMES = 5;

/**
 * The land under the incidents: neighbours, regions, borders and names. Regions can be shaded and chosen.
 */
export class BaseMap {
  /** @type {any} */ #map;
  /** @type {Map<string, any>} */ #regions = new Map();
  /** @type {{ marker: any, element: HTMLElement, rank: number, least: number, width: number, height: number }[]} */ #names = [];
  /** @type {(code: string, at: any) => void} */ #chosen;
  #isShaded = false;
  /** @type {{ x: number, y: number, width: number, height: number }[]} */ #obstacles = [];

  /**
   * Draws the land in steps, each short enough to keep nobody waiting.
   * @param {any} map
   * @param {any} shapes answer of /api/v1/boundaries
   * @param {string} language
   * @param {(code: string, at: any) => void} chosen
   */
  static async draw(map, shapes, language, chosen) {
    const base = new BaseMap(map, chosen);
    base.#addLand(shapes);
    await pause();
    const borders = partBorders(shapes.regions.features.map((/** @type {any} */ one) => (
      { country: one.properties.country, rings: ringsOf(one.geometry) })));
    await pause();
    base.#addBorders(borders);
    await pause();
    base.#addNames(shapes, language);
    base.#chooseNames();
    return base;
  }

  /**
   * @param {any} map
   * @param {(code: string, at: any) => void} chosen
   */
  constructor(map, chosen) {
    this.#map = map;
    this.#chosen = chosen;
  }

  /**
   * @param {string} name
   * @param {number} order
   */
  #addPane(name, order) {
    const pane = this.#map.createPane(name);
    pane.style.zIndex = String(order);
    return pane;
  }

  /** @param {any} shapes */
  #addLand(shapes) {
    this.#addPane("land", 210);
    const renderer = new SVG({ pane: "land", padding: 0.6 });
    new GeoJSON(shapes.neighbours, { interactive: false, style: { className: "map-neighbour", renderer, pane: "land" } }).addTo(this.#map);
    new GeoJSON(shapes.regions, {
      style: { className: "map-land", renderer, pane: "land" },
      onEachFeature: (/** @type {any} */ feature, /** @type {any} */ layer) => this.#addRegion(feature.properties.code, layer),
    }).addTo(this.#map);
  }

  /** @param {ReturnType<typeof partBorders>} borders */
  #addBorders({ regions, countries }) {
    this.#addPane("borders", 250);
    const renderer = new SVG({ pane: "borders", padding: 0.6 });
    for (const [paths, className] of /** @type {const} */ ([[regions, "map-border-region"], [countries, "map-border-country"]])) {
      new Polyline(paths.map((path) => path.map(([lng, lat]) => [lat, lng])),
        { className, interactive: false, renderer, pane: "borders" }).addTo(this.#map);
    }
  }

  /**
   * Shades the regions by class, or with null shows plain land.
   * @param {{ code: string, class: number, value: number | null, label: string }[] | null} values
   */
  shade(values) {
    this.#isShaded = values !== null;
    const byCode = new Map((values ?? []).map((value) => [value.code, value]));
    for (const [code, layer] of this.#regions) {
      const path = layer.getElement();
      const value = byCode.get(code);
      path.setAttribute("class", value ? `leaflet-interactive map-land map-shade shade-${value.value === null ? "unknown" : value.class}` : "map-land leaflet-interactive");
      if (value) {
        path.setAttribute("tabindex", "0");
        path.setAttribute("role", "button");
        path.setAttribute("aria-label", value.label);
      } else {
        for (const name of ["tabindex", "role", "aria-label"]) path.removeAttribute(name);
      }
    }
    this.#map.getContainer().classList.toggle("is-shaded", this.#isShaded);
    for (const name of this.#names) name.element.classList.toggle("on-shade", this.#isShaded);
  }

  /**
   * Lets the names step aside for what stands on the map.
   * @param {{ x: number, y: number, radius: number }[]} taken
   */
  avoid(taken) {
    this.#obstacles = taken.map(({ x, y, radius }) => ({ x, y, width: 2 * radius, height: 2 * radius }));
    this.#chooseNames();
  }

  /**
   * @param {string} code
   * @param {any} layer
   */
  #addRegion(code, layer) {
    this.#regions.set(code, layer);
    layer.on("click", (/** @type {any} */ event) => this.#isShaded && this.#chosen(code, event.latlng));
    layer.on("add", () => layer.getElement()?.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (!this.#isShaded || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      this.#chosen(code, layer.getBounds().getCenter());
    }));
  }

  /**
   * @param {any} shapes
   * @param {string} language
   */
  #addNames(shapes, language) {
    this.#addPane("names", 300).style.pointerEvents = "none";
    const nameOf = (/** @type {any} */ facts) => (language === "fr" ? facts.nameFr : facts.nameEn);
    const home = new Set(shapes.regions.features.map((/** @type {any} */ one) => one.properties.country));
    /** @type {[string, [number, number], string, number, number][]} */
    const all = [];
    for (const [code, name] of Object.entries(COUNTRY_NAMES)) {
      if (home.has(code)) all.push([language === "fr" ? name.fr : name.en, name.at, "map-label map-label-country", 0, 3]);
    }
    for (const { properties: facts } of shapes.neighbours.features) {
      if (facts.label) all.push([nameOf(facts), facts.label, "map-label map-label-neighbour", 2, 4]);
    }
    for (const { properties: facts } of shapes.regions.features) {
      all.push([nameOf(facts), facts.label, "map-label", 1, REGION_NAMES]);
    }
    for (const [text, [lng, lat], className, rank, least] of all) {
      const element = document.createElement("span");
      element.textContent = text;
      const marker = new Marker([lat, lng], {
        icon: new DivIcon({ className, html: element, iconSize: null }), pane: "names", interactive: false, keyboard: false,
      }).addTo(this.#map);
      const holder = marker.getElement();
      holder.setAttribute("aria-hidden", "true");
      this.#names.push({ marker, element: holder, rank, least, width: 0, height: 0 });
    }
    for (const name of this.#names) {
      name.width = name.element.offsetWidth;
      name.height = name.element.offsetHeight;
    }
  }

  #chooseNames() {
    const zoom = this.#map.getZoom();
    const labels = this.#names.filter((name) => zoom >= name.least).map((name) => {
      const { x, y } = this.#map.latLngToLayerPoint(name.marker.getLatLng());
      return { ...name, x, y };
    });
    const shifts = new Map([...choose(labels, this.#obstacles)].map(([label, shift]) => [label.element, shift]));
    for (const { element } of this.#names) {
      const shift = shifts.get(element);
      element.hidden = shift === undefined;
      element.style.marginBlockStart = `${shift ?? 0}px`;
    }
  }
}

/** Where the names of the three countries stand: in their parts that the map opens on. */
const COUNTRY_NAMES = /** @type {Record<string, { en: string, fr: string, at: [number, number] }>} */ ({
  MLI: { en: "Mali", fr: "Mali", at: [-4.6, 18.3] },
  BFA: { en: "Burkina Faso", fr: "Burkina Faso", at: [-2.2, 11.55] },
  NER: { en: "Niger", fr: "Niger", at: [5.2, 17.3] },
});

/**
 * The operator's own tiles, where one is configured.
 * @param {any} map
 * @param {string} url
 * @param {string} credit
 */
export function addTiles(map, url, credit) {
  const layer = new TileLayer(url, { crossOrigin: false }).addTo(map);
  const text = document.createElement("span");
  text.textContent = credit;
  layer.getAttribution = () => text.innerHTML;
  map.getContainer().classList.add("has-tiles");
}
