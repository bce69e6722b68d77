import assert from "node:assert/strict";
import { test } from "node:test";
import { filterOf, fromForm, readAt, readBox, withPairs, writeAt, writeBox } from "../../wwwroot/js/map/view.js";

test("a position goes to the address and back", () => {
  for (const at of [{ lat: 14.5, lng: -2.1, zoom: 6 }, { lat: -0.0001, lng: 179.9999, zoom: 13 }, { lat: 0, lng: 0, zoom: 3 }]) {
    assert.deepEqual(readAt(writeAt(at)), at);
  }
});

test("what is no position is null", () => {
  for (const text of [null, "", "1,2", "1,2,3,4", "a,2,3", "1,2,3.5", "1,,3", "91,0,4", "0,181,4"]) {
    assert.equal(readAt(text), null, String(text));
  }
});

test("a box is cut at the edges of the world", () => {
  assert.equal(writeBox({ west: -200, south: -90, east: 12.123456, north: 20 }), "-180,-85,12.12346,20");
  assert.deepEqual(readBox("-12,9.5,6,20"), { west: -12, south: 9.5, east: 6, north: 20 });
});

test("the filter is the address without the view", () => {
  assert.equal(filterOf("?actor=jnim&at=1,2,6&view=regions&measure=deaths&lang=fr&page=2&tactic=svbied"), "?actor=jnim&tactic=svbied");
  assert.equal(filterOf("?at=1,2,6"), "");
});

test("repeated keys keep all their values", () => {
  assert.equal(filterOf("?actor=jnim&actor=isgs"), "?actor=jnim&actor=isgs");
  assert.equal(withPairs("?actor=jnim&actor=isgs&from=2018", { from: "2018-06-01", to: "2018-07-31" }),
    "?actor=jnim&actor=isgs&from=2018-06-01&to=2018-07-31");
});

test("null removes a key and blanks are left out", () => {
  assert.equal(withPairs("?from=2018&q=", { from: null }), "");
  assert.equal(withPairs("?last=12w", { last: null, from: "2018-01-01" }), "?from=2018-01-01");
});

test("a form takes the view from the address and not from itself", () => {
  const entries = [["at", "0,0,3"], ["country", "MLI"], ["q", "  "], ["country", "BFA"], ["from", " 2018 "]];
  assert.equal(fromForm(entries, "?at=14.5,-2.1,6&view=regions&country=NER"),
    "?country=MLI&country=BFA&from=2018&at=14.5,-2.1,6&view=regions");
});
