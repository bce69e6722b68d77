import assert from "node:assert/strict";
import { test } from "node:test";
import { count, dayAt, fromDay, move, next, resize, shareOf, shift, spanOf, startOf, toDay } from "../../wwwroot/js/charts/brush.js";

const range = { first: toDay("2012-01-01"), last: toDay("2025-12-31"), size: "month" };
const span = (from, to) => ({ from: toDay(from), to: toDay(to) });
const text = (one) => one && `${fromDay(one.from)} ${fromDay(one.to)}`;

test("days and text are the same day", () => {
  for (const day of ["1970-01-01", "1969-12-31", "2016-02-29", "2025-12-31"]) assert.equal(fromDay(toDay(day)), day);
});

test("a week starts on Monday, before 1970 too", () => {
  assert.equal(fromDay(startOf(toDay("2018-06-29"), "week")), "2018-06-25");
  assert.equal(fromDay(startOf(toDay("2018-06-25"), "week")), "2018-06-25");
  assert.equal(fromDay(startOf(toDay("1969-12-31"), "week")), "1969-12-29");
});

test("buckets follow each other over the ends of years", () => {
  assert.equal(fromDay(move(toDay("2018-12-15"), "month", 1)), "2019-01-01");
  assert.equal(fromDay(move(toDay("2018-01-15"), "month", -1)), "2017-12-01");
  assert.equal(fromDay(move(toDay("2018-11-15"), "quarter", 1)), "2019-01-01");
  assert.equal(fromDay(move(toDay("2018-11-15"), "year", 1)), "2019-01-01");
});

test("a day's share leads back to the day", () => {
  for (let day = range.first; day <= range.last; day += 37) {
    assert.equal(dayAt(shareOf(day, range) + 1e-9, range), day);
  }
  assert.equal(dayAt(1, range), range.last);
  assert.equal(dayAt(-1, range), range.first);
});

test("a drag takes whole months in either direction", () => {
  const [one, other] = [shareOf(toDay("2018-06-10"), range), shareOf(toDay("2018-07-20"), range)];
  assert.equal(text(spanOf(one, other, range)), "2018-06-01 2018-07-31");
  assert.equal(text(spanOf(other, one, range)), "2018-06-01 2018-07-31");
});

test("a click takes one month and the edges stay inside", () => {
  assert.equal(text(spanOf(0, 0, range)), "2012-01-01 2012-01-31");
  assert.equal(text(spanOf(1, 1, range)), "2025-12-01 2025-12-31");
});

test("a shifted window keeps its length and stops at the ends", () => {
  assert.equal(text(shift(span("2018-06-01", "2018-07-31"), 1, range)), "2018-07-01 2018-08-31");
  assert.equal(text(shift(span("2018-06-01", "2018-07-31"), 9999, range)), "2025-11-01 2025-12-31");
  assert.equal(text(shift(span("2018-06-01", "2018-07-31"), -9999, range)), "2012-01-01 2012-02-29");
});

test("the ends of a window never cross", () => {
  assert.equal(text(resize(span("2018-06-01", "2018-07-31"), "from", 9, range)), "2018-07-01 2018-07-31");
  assert.equal(text(resize(span("2018-06-01", "2018-07-31"), "to", -9, range)), "2018-06-01 2018-06-30");
  assert.equal(text(resize(span("2018-06-01", "2018-07-31"), "to", 1, range)), "2018-06-01 2018-08-31");
});

test("play starts at the beginning, steps on, and ends", () => {
  assert.equal(text(next(null, range)), "2012-01-01 2012-01-31");
  assert.equal(text(next({ from: range.first, to: range.last }, range)), "2012-01-01 2012-01-31");
  assert.equal(text(next(span("2018-06-01", "2018-07-31"), range)), "2018-07-01 2018-08-31");
  assert.equal(next(span("2025-12-01", "2025-12-31"), range), null);
  let [steps, at] = [0, null];
  while ((at = next(at, range))) steps++;
  assert.equal(steps, 168);
});

test("count tells the buckets a window touches", () => {
  assert.equal(count(span("2018-06-15", "2018-07-01"), "month"), 2);
  assert.equal(count(span("2018-06-25", "2018-07-01"), "week"), 1);
});
