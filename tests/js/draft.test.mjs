import assert from "node:assert/strict";
import { test } from "node:test";
import { isWorthRestoring, keyOf, nextNumber, outcomeOf, readDraft, rowsOf, typedOf, waitSeconds } from "../../wwwroot/js/desk/draft.js";

test("tries lie further and further apart, at most a minute", () => {
  assert.deepEqual([0, 1, 2, 3, 9, 99].map(waitSeconds), [2, 4, 8, 16, 60, 60]);
});

test("only what people type is kept, not tokens or versions", () => {
  const fields = [["__RequestVerificationToken", "x"], ["Version", "3"], ["Form.Title", "A"], ["Reason", "B"], ["Began", "{}"], ["Form.File", {}]];
  assert.deepEqual(typedOf(fields), [["Form.Title", "A"], ["Reason", "B"]]);
});

test("a kept text is offered where it differs, and nonsense never", () => {
  const fields = [["Form.Title", "A"]];
  const draft = readDraft(JSON.stringify({ at: 5, version: "1", fields, open: fields }));
  assert.equal(isWorthRestoring(draft, [["Form.Title", "B"]]), true);
  assert.equal(isWorthRestoring(draft, [["Form.Title", "A"]]), false);
  for (const text of [null, "", "{", "null", "7", '{"at":"x","fields":[]}', '{"at":1,"fields":[["a"]]}', '{"at":1,"fields":[["a",1]]}', '{"at":1,"fields":[],"open":[1]}']) {
    assert.equal(readDraft(text), null, String(text));
  }
});

test("every answer means something for the text", () => {
  assert.deepEqual([200, 409, 404, 400, 401, 403, 0, 500, 503, 429].map(outcomeOf),
    ["saved", "conflict", "conflict", "signedOut", "signedOut", "signedOut", "offline", "offline", "offline", "offline"]);
});

test("rows keep their numbers, a new one gets the next", () => {
  assert.equal(nextNumber([]), 0);
  assert.equal(nextNumber(["0", "7", "__"]), 8);
  assert.deepEqual(rowsOf([["Form.Parties.index", "0"], ["Form.Parties.index", "4"], ["Form.Citations.index", "1"]], "Parties"), ["0", "4"]);
});

test("texts of people and entries lie apart", () => {
  assert.equal(new Set([keyOf("1", "2"), keyOf("1", ""), keyOf("2", "2"), keyOf("12", "")]).size, 4);
});
