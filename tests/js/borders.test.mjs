import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { chain, partBorders, ringsOf } from "../../wwwroot/js/map/borders.js";
import { SHAPES } from "../../wwwroot/js/map/shapes.js";

const square = (x, y) => [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]];

test("a border inside a country is a region's, all others are a country's", () => {
  const parted = partBorders([
    { country: "MLI", rings: [square(0, 0)] },
    { country: "MLI", rings: [square(1, 0)] },
    { country: "BFA", rings: [square(0, 1)] },
  ]);
  const edges = (lines) => lines.reduce((sum, line) => sum + line.length - 1, 0);
  assert.equal(edges(parted.regions), 1);
  assert.equal(edges(parted.countries), 9);
});

test("edges join into one ring", () => {
  const ring = square(0, 0);
  const edges = ring.slice(1).map((to, i) => ({ from: ring[i], to }));
  const lines = chain([edges[2], edges[0], edges[3], edges[1]]);
  assert.equal(lines.length, 1);
  assert.equal(lines[0].length, 5);
});

test("the real boundaries give every edge once", () => {
  const { features } = JSON.parse(readFileSync(new URL("../../data/boundaries/regions.geojson", import.meta.url), "utf8"));
  const shapes = features.map((one) => ({ country: one.properties.country, rings: ringsOf(one.geometry) }));
  const parted = partBorders(shapes);
  const keys = new Set();
  for (const line of [...parted.regions, ...parted.countries]) {
    for (let i = 1; i < line.length; i++) {
      const key = [String(line[i - 1]), String(line[i])].sort().join(" ");
      assert.ok(!keys.has(key));
      keys.add(key);
    }
  }
  assert.ok(parted.regions.length > 20 && parted.countries.length >= 3);
});

test("shapes are those of marks.svg and of the drawing on the server", () => {
  const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
  const [sprite, server] = [read("../../wwwroot/marks.svg"), read("../../src/SahelWatch.Web/Pages/Map/MapShapes.cs")];
  for (const [type, path] of Object.entries(SHAPES)) {
    assert.ok(server.includes(`"${path}"`), type);
    if (type !== "violence-against-civilians") assert.ok(sprite.includes(`id="${type}" viewBox="0 0 20 20"><path d="${path}"`), type);
  }
});
