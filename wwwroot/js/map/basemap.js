// @ts-check
import { DivIcon, GeoJSON, Marker, Polyline, SVG, TileLayer } from "../../lib/leaflet/dist/leaflet-src.esm.js";
import { partBorders, ringsOf } from "./borders.js";
import { choose } from "./labels.js";

/** Zoom from which region names stand on the map. */
const REGION_NAMES = 5;

/**
 * The land under the incidents: neighbours, regions, borders and names. Regions can be shaded and chosen.
 */
export class BaseMap {
  /** @type {import("../../lib/leaflet/dist/leaflet-src.esm.js").Map} */ #map;
  /** @type {Map<string, any>} */ #regions = new Map();
  /** @type {{ marker: any, element: HTMLElement, rank: number, least: number, width: number, height: number }[]} */ #names = [];
  /** @type {(code: string, at: any) => void} */ #chosen;
  #isShaded = false;
  /** @type {{ x: number, y: number, width: number, height: number }[]} */ #obstacles = [];

  /**
   * @param {any} map
   * @param {any} shapes answer of /api/v1/boundaries
   * @param {string} language
   * @param {(code: string, at: any) => void} chosen
   */
  constructor(map, shapes, language, chosen) {
    this.#map = map;
    this.#chosen = chosen;
    const renderer = (/** @type {string} */ pane, /** @type {number} */ order) => {
      map.createPane(pane).style.zIndex = String(order);
      return new SVG({ pane, padding: 0.6 });
    };
    const land = renderer("land", 210);
    const lines = renderer("borders", 250);
    map.createPane("names").style.zIndex = "300";
    map.getPane("names").style.pointerEvents = "none";
    new GeoJSON(shapes.neighbours, { interactive: false, style: { className: "map-neighbour", renderer: land, pane: "land" } }).addTo(map);
    new GeoJSON(shapes.regions, {
      style: { className: "map-land", renderer: land, pane: "land" },
      onEachFeature: (/** @type {any} */ feature, /** @type {any} */ layer) => this.#addRegion(feature.properties.code, layer),
    }).addTo(map);
    const parted = partBorders(shapes.regions.features.map((/** @type {any} */ one) => (
      { country: one.properties.country, rings: ringsOf(one.geometry) })));
    const draw = (/** @type {[number, number][][]} */ paths, /** @type {string} */ className) =>
      new Polyline(paths.map((path) => path.map(([lng, lat]) => [lat, lng])),
        { className, interactive: false, renderer: lines, pane: "borders" }).addTo(map);
    draw(parted.regions, "map-border-region");
    draw(parted.countries, "map-border-country");
    this.#addNames(shapes, language);
    this.#chooseNames();
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
      this.#names.push({ marker, element: holder, rank, least, width: holder.offsetWidth, height: holder.offsetHeight });
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
