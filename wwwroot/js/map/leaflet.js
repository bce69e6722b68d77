// @ts-check
// Leaflet publishes its ES module unminified only (109 kB compressed against 42 kB), so the minified build is imported
// for its side effect and its global taken away again. Every module that draws a map imports Leaflet from here.
import "../../lib/leaflet/dist/leaflet.js";

const leaflet = /** @type {any} */ (globalThis).L.noConflict();

export default leaflet;
