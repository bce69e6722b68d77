import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { toDay } from "../../wwwroot/js/charts/brush.js";
import { closerZoom, readAnswer, readFrame, sizeOf } from "../../wwwroot/js/map/cells.js";
import { Words } from "../../wwwroot/js/map/words.js";

const textsOf = (file) => Object.fromEntries(
  [...readFileSync(new URL(`../../src/SahelWatch.Web/Resources/${file}`, import.meta.url), "utf8")
    .matchAll(/<data name="([^"]+)"[^>]*>\s*<value>([^<]*)<\/value>/g)].map(([, key, text]) => [key, text]));
const english = new Words(textsOf("Map.resx"), "en");
const french = new Words(textsOf("Map.fr.resx"), "fr");
const figure = { count: 9, deaths: 255, deathsLow: 248, deathsHigh: 270, withoutToll: 2 };
const thin = "\u202f";

test("a cell tells its incidents, the range of its deaths and the unknown tolls", () => {
  assert.equal(english.cell(figure), "9 incidents; 255 deaths (248–270), 2 unknown");
  assert.equal(french.cell(figure), `9 incidents${thin}; 255 morts (248–270), 2 sans bilan connu`);
  assert.equal(english.cell({ ...figure, deathsLow: 255, deathsHigh: 255, withoutToll: 0 }), "9 incidents; 255 deaths");
});

test("one, none and many follow the plural rule of each language", () => {
  const none = { count: 1, deaths: 0, deathsLow: 0, deathsHigh: 0, withoutToll: 0 };
  assert.equal(english.cell(none), "1 incident; 0 deaths");
  assert.equal(french.cell(none), `1 incident${thin}; 0 mort`);
  assert.equal(english.area(3, "Gao"), "3 incidents without exact place: Gao");
  assert.equal(french.area(1, "Gao"), `1 incident sans lieu exact${thin}: Gao`);
});

test("numbers are grouped as the language does", () => {
  assert.equal(english.status(1234, 1000000, 56789), "1,234 of 1,000,000 in view; 56,789 without exact place");
  assert.equal(french.status(1234, 1000000, 56789), `1${thin}234 sur 1${thin}000${thin}000 affichés${thin}; 56${thin}789 sans lieu exact`);
});

test("columns become cells, and a single one has its incident's name", () => {
  const answer = {
    cells: {
      latitude: [14, 15], longitude: [-2, -3], count: [9, 1], deaths: [255, 0], deathsLow: [248, 0], deathsHigh: [270, 0],
      withoutToll: [2, 1], dominant: ["battles", "riots"], colours: [[67, 0], [33, 100]], zoom: [8, 0], box: [null, null],
    },
    singles: [{ cell: 1, number: 7, label: "A title" }],
    areas: [{ code: "ML-7", name: "Gao", count: 2 }],
  };

  const { cells, areas } = readAnswer(answer, english);

  assert.deepEqual(cells.map((cell) => cell.label), ["9 incidents; 255 deaths (248–270), 2 unknown", "A title"]);
  assert.deepEqual(cells.map((cell) => cell.shares), [[67, 33], [0, 100]]);
  assert.deepEqual(cells.map((cell) => cell.incident?.number), [undefined, 7]);
  assert.deepEqual(cells[1].box, [-3, 15, -3, 15]);
  assert.equal(areas[0].label, "2 incidents without exact place: Gao");
});

test("days are told as on the page", () => {
  assert.equal(english.day(toDay("2018-06-01")), "1 June 2018");
  assert.equal(french.day(toDay("2018-06-01")), "1er juin 2018");
  assert.equal(french.day(toDay("2018-08-21")), "21 août 2018");
});

test("marks show as many figures as they have room for", () => {
  assert.deepEqual([7, 938, 1234, 12919].map((count) => english.short(count)), ["7", "938", "1.2K", "13K"]);
  assert.deepEqual([938, 1234].map((count) => french.short(count)), ["938", "1,2\u00a0k"]);
});

test("a mark's size follows its count, and its part of the greatest where counts are large", () => {
  assert.deepEqual([1, 5, 10, 30, 100].map((count) => sizeOf(count, 100)), [1, 2, 3, 4, 5]);
  assert.deepEqual([1, 4, 5].map((count) => sizeOf(count, 5)), [1, 1, 2]);
  assert.deepEqual([900, 1000, 2000, 6000, 20000].map((count) => sizeOf(count, 20000)), [1, 2, 3, 4, 5]);
  assert.equal(sizeOf(1000, 1000000), 2);
});

test("a frame's cells tell their incidents and come two levels closer", () => {
  const { cells, areas } = readFrame({
    total: 5, inView: 3, withoutPlace: 2, most: 3,
    cells: [{ latitude: 14, longitude: -2, count: 3, shares: [] }],
    areas: [{ code: "ML-7", name: "Gao", latitude: 16, longitude: 0, count: 2 }],
  }, 6, french);

  assert.deepEqual([cells[0].label, cells[0].text, cells[0].zoom, cells[0].incident], ["3 incidents", "3", 8, null]);
  assert.equal(areas[0].label, `2 incidents sans lieu exact${thin}: Gao`);
});

test("a cell brings the map at least one level closer, further where there is room, and never beyond the closest", () => {
  assert.equal(closerZoom(5, 6, 320, 13), 7);
  assert.equal(closerZoom(9, 6, 320, 13), 9);
  assert.equal(closerZoom(9, 6, 700, 13), 10);
  assert.equal(closerZoom(9, 6, 170, 13), 8);
  assert.equal(closerZoom(13, 12, 1400, 13), 13);
});
