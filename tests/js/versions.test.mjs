import assert from "node:assert/strict";
import { test } from "node:test";
import { changesBetween, waitBefore } from "../../wwwroot/js/shared/versions.js";

test("changes are counted by the last of each version", () => {
  assert.equal(changesBetween("299-abcd1234", "300-abcd1234"), 1);
  assert.equal(changesBetween("299-abcd1234", "1299-abcd1234"), 1000);
});

test("changes cannot be counted after another embedded set, or back in time", () => {
  assert.equal(changesBetween("299-abcd1234", "600-ffff0000"), null);
  assert.equal(changesBetween("300-abcd1234", "299-abcd1234"), null);
  assert.equal(changesBetween("empty", "299-abcd1234"), null);
});

test("attempts grow apart, to five minutes", () => {
  const waits = [0, 1, 2, 3, 10, 100].map(waitBefore);
  assert.deepEqual(waits, [5_000, 10_000, 20_000, 40_000, 300_000, 300_000]);
});
