import assert from "node:assert/strict";
import {test} from "node:test";
import {countriesIn, numberOf, placeOf, weekIn} from "../src/options/values.mjs";

test("an empty field takes a number back, a number within its bounds is kept", () => {
  assert.deepEqual(numberOf("budget", " "), {value: null});
  assert.deepEqual(numberOf("budget", "2"), {value: 2});
  assert.deepEqual(numberOf("sameAttemptMinutes", "0"), {value: 0});
});

for (const typed of ["0", "10", "2.5", "-1", "many", "1e9"]) {
  test(`${typed} tries are none`, () => {
    assert.deepEqual(numberOf("budget", typed), {least: 1, most: 9});
  });
}

test("a week has its seven days in the language's order", () => {
  const german = weekIn("de-DE");
  assert.deepEqual(german.map(({day}) => day), [1, 2, 3, 4, 5, 6, 7]);
  assert.equal(german[0].name, "Montag");
  assert.equal(new Set(weekIn("en-US").map(({day}) => day)).size, 7);
});

test("countries stand by their name, not by their code", () => {
  const names = countriesIn(["DE", "AT", "AF"], "de").map(({name}) => name);
  assert.deepEqual(names, ["Afghanistan", "Deutschland", "Österreich"]);
});

test("a code of holidays is a country and perhaps a region of it", () => {
  assert.deepEqual(placeOf("de-by"), {country: "DE", region: "DE-BY"});
  assert.deepEqual(placeOf("AT"), {country: "AT", region: ""});
  assert.deepEqual(placeOf(null), {country: "", region: ""});
});
