import assert from "node:assert/strict";
import { test } from "node:test";
import { fromDay, next, toDay } from "../../wwwroot/js/charts/brush.js";
import { Frames } from "../../wwwroot/js/map/frames.js";

const span = (from, to) => ({ from: toDay(from), to: toDay(to) });

/** Four months from January 2018: two cells, one area, and two incidents of place outside the view. */
const answer = (byColour) => ({
  total: 15, sentence: "All incidents", by: "month", first: "2018-01-01", buckets: ["2018-01", "2018-02", "2018-03", "2018-04"],
  totals: [4, 0, 3, 8], inView: [2, 0, 1, 5], byColour,
  cells: {
    latitude: [14, 16], longitude: [-2, 0],
    counts: byColour
      ? [[0, 1, 0, 0, 0, 0, 1, 2, 0, 1, 0, 0, 0, 0], [3, 0, 0, 0, 0, 0, 5]]
      : [[0, 2, 2, 1], [3, 5]],
  },
  areas: [{ code: "ML-7", name: "Gao", latitude: 16, longitude: 0, counts: [0, 1, 2, 2, 1, 2] }],
});

test("a frame adds up the buckets that its window touches", () => {
  const frames = new Frames(answer(false));

  assert.deepEqual(frames.at(span("2018-01-01", "2018-01-31")), {
    total: 4, inView: 2, withoutPlace: 1, most: 5,
    cells: [{ latitude: 14, longitude: -2, count: 2, shares: [] }],
    areas: [{ code: "ML-7", name: "Gao", latitude: 16, longitude: 0, count: 1 }],
  });
  const quarter = frames.at(span("2018-01-01", "2018-03-31"));
  assert.deepEqual([quarter.total, quarter.inView, quarter.withoutPlace], [7, 3, 3]);
  assert.deepEqual(quarter.cells.map((cell) => cell.count), [3]);
  assert.deepEqual(frames.at(span("2018-02-01", "2018-02-28")), { total: 0, inView: 0, withoutPlace: 0, most: 5, cells: [], areas: [] });
});

test("colours are added up where they are told", () => {
  const { cells } = new Frames(answer(true)).at(span("2018-01-01", "2018-04-30"));

  assert.deepEqual(cells.map((cell) => [cell.count, cell.shares]), [[3, [1, 1, 0, 0, 0, 1]], [5, [0, 0, 0, 0, 0, 5]]]);
});

test("a window beyond the data holds nothing, and one around it everything", () => {
  const frames = new Frames(answer(false));

  assert.equal(frames.at(span("2017-01-01", "2017-12-31")).total, 0);
  assert.equal(frames.at(span("2018-05-01", "2019-12-31")).total, 0);
  assert.equal(frames.at(span("2017-12-15", "2018-05-15")).total, 15);
});

test("the frames of a play add up to the whole, week by week as well", () => {
  const random = (seed) => () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const dice = random(7);
  const totals = Array.from({ length: 60 }, () => Math.floor(dice() * 5));
  const run = totals.flatMap((count, i, all) => (count ? [i - (all.findLastIndex((other, j) => other && j < i)) - (all.slice(0, i).some(Boolean) ? 0 : 1), count] : []));
  const frames = new Frames({
    total: totals.reduce((a, b) => a + b), sentence: "", by: "week", first: "2018-01-01", buckets: totals.map(String), totals, inView: totals,
    byColour: false, cells: { latitude: [14], longitude: [0], counts: [run] }, areas: [],
  });
  const range = { first: toDay("2018-01-01"), last: toDay("2019-03-31"), size: "week" };
  const seen = [];
  for (let window = next(null, range); window; window = next(window, range)) {
    const frame = frames.at(window);
    assert.equal(frame.cells[0]?.count ?? 0, frame.total, fromDay(window.from));
    seen.push(frame.total);
  }
  assert.deepEqual(seen.slice(0, 60), totals);
  assert.equal(seen.reduce((a, b) => a + b), frames.total);
});

test("no data gives empty frames", () => {
  const frames = new Frames({
    total: 0, sentence: "", by: "month", first: null, buckets: [], totals: [], inView: [], byColour: true,
    cells: { latitude: [], longitude: [], counts: [] }, areas: [],
  });

  assert.deepEqual(frames.at(span("2018-01-01", "2018-01-31")).cells, []);
});
