import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, makeRoom } from "../../wwwroot/js/map/labels.js";

const label = (name, x, y, rank = 1) => ({ name, x, y, width: 60, height: 14, rank });
const names = (chosen) => [...chosen.keys()].map((one) => one.name).sort();

test("labels apart all stand", () => {
  assert.deepEqual(names(choose([label("Gao", 0, 0), label("Kidal", 100, 0), label("Mopti", 0, 40)])), ["Gao", "Kidal", "Mopti"]);
});

test("of two that touch the better rank stands, whatever the order", () => {
  assert.deepEqual(names(choose([label("Gao", 0, 0, 2), label("MALI", 20, 4, 1)])), ["MALI"]);
  assert.deepEqual(names(choose([label("MALI", 20, 4, 1), label("Gao", 0, 0, 2)])), ["MALI"]);
});

test("equal ranks go in the order given", () => {
  assert.deepEqual(names(choose([label("Gao", 0, 0), label("Kidal", 10, 0)])), ["Gao"]);
});

test("a label that lost does not keep others out", () => {
  const chosen = choose([label("A", 0, 0, 1), label("B", 40, 0, 2), label("C", 80, 0, 3)]);
  assert.deepEqual(names(chosen), ["A", "C"]);
});

test("no labels are no labels", () => assert.equal(choose([]).size, 0));

test("a label steps aside for an obstacle, or is left out", () => {
  const cell = { x: 0, y: 0, width: 40, height: 20 };
  assert.deepEqual([...choose([label("Gao", 0, 0)], [cell]).values()], [24]);
  const wall = { x: 0, y: 0, width: 40, height: 200 };
  assert.equal(choose([label("Gao", 0, 0)], [wall]).size, 0);
});

test("a badge makes room, or stays where all places are taken", () => {
  const at = { x: 100, y: 100 };
  assert.deepEqual(makeRoom(at, 14, []), at);
  const moved = makeRoom(at, 14, [{ x: 100, y: 100, radius: 18 }]);
  assert.ok(Math.hypot(moved.x - 100, moved.y - 100) >= 32);
  assert.deepEqual(makeRoom(at, 14, [{ x: 100, y: 100, radius: 900 }]), at);
});
