// @ts-check
import { move, toDay } from "../charts/brush.js";

/**
 * @typedef {import("../charts/brush.js").Span} Span
 * @typedef {{ total: number, inView: number, withoutPlace: number, most: number, cells: FrameCell[], areas: FrameArea[] }} Frame the most a cell holds in any window as long
 * @typedef {{ latitude: number, longitude: number, count: number, shares: number[] }} FrameCell
 * @typedef {{ code: string, name: string, latitude: number, longitude: number, count: number }} FrameArea
 * @typedef {{ buckets: number[], counts: number[][] }} Run buckets in which there are incidents, and how many, by colour where that is told
 */

/** What a map shows in any window of whole buckets, summed from one answer of /api/v1/map/time. */
export class Frames {
  #answer;
  /** @type {number[]} */ #starts;
  /** @type {Run[]} */ #cells;
  /** @type {Run[]} */ #areas;
  #most;

  /** @param {any} answer */
  constructor(answer) {
    this.#answer = answer;
    const first = answer.first === null ? 0 : toDay(answer.first);
    this.#starts = [...answer.buckets, null].map((_, i) => move(first, answer.by, i));
    const width = answer.byColour ? COLOURS : 1;
    this.#cells = answer.cells.counts.map((/** @type {number[]} */ run) => readRun(run, width));
    this.#most = this.#cells.reduce((most, run) => run.counts.reduce((greatest, counts) => Math.max(greatest, sum(counts)), most), 0);
    this.#areas = answer.areas.map((/** @type {any} */ area) => readRun(area.counts, 1));
  }

  /** The filter in words, without dates. */
  get sentence() {
    return this.#answer.sentence;
  }

  /** Incidents of all buckets. */
  get total() {
    return this.#answer.total;
  }

  /**
   * What is within a window, cells and areas without incidents left out.
   * @param {Span} span
   * @returns {Frame}
   */
  at(span) {
    const { totals, inView, cells, areas } = this.#answer;
    const [first, end] = this.#bucketsOf(span);
    const within = (/** @type {Run} */ run) => sumRun(run, first, end);
    const shownAreas = this.#areas.flatMap((run, i) => {
      const [count] = within(run);
      const { code, name, latitude, longitude } = areas[i];
      return count ? [{ code, name, latitude, longitude, count }] : [];
    });
    return {
      total: sum(totals.slice(first, end)),
      inView: sum(inView.slice(first, end)),
      most: this.#most * (end - first),
      withoutPlace: sum(shownAreas.map((area) => area.count)),
      cells: this.#cells.flatMap((run, i) => {
        const counts = within(run);
        const count = sum(counts);
        return count === 0 ? [] : [{
          latitude: cells.latitude[i],
          longitude: cells.longitude[i],
          count,
          shares: counts.length === COLOURS ? counts : [],
        }];
      }),
      areas: shownAreas,
    };
  }

  /**
   * The buckets that a window touches, as their first place and the place after the last.
   * @param {Span} span
   */
  #bucketsOf({ from, to }) {
    const count = this.#starts.length - 1;
    let first = 0;
    while (first < count && this.#starts[first + 1] <= from) first++;
    let end = first;
    while (end < count && this.#starts[end] <= to) end++;
    return [first, end];
  }
}

/** Colours of the legend. */
const COLOURS = 6;

/**
 * @param {readonly number[]} flat entries of how many buckets further on, and then so many counts
 * @param {number} width
 * @returns {Run}
 */
function readRun(flat, width) {
  const run = /** @type {Run} */ ({ buckets: [], counts: [] });
  let bucket = 0;
  for (let i = 0; i < flat.length; i += 1 + width) {
    bucket += flat[i];
    run.buckets.push(bucket);
    run.counts.push(flat.slice(i + 1, i + 1 + width));
  }
  return run;
}

/**
 * @param {Run} run
 * @param {number} first
 * @param {number} end
 * @returns {number[]} empty where there is nothing
 */
function sumRun({ buckets, counts }, first, end) {
  /** @type {number[]} */ let sums = [];
  for (let i = 0; i < buckets.length && buckets[i] < end; i++) {
    if (buckets[i] >= first) sums = counts[i].map((count, place) => count + (sums[place] ?? 0));
  }
  return sums;
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((all, number) => all + number, 0);
}
