// @ts-check
import { next } from "../charts/brush.js";

/** @typedef {import("../charts/brush.js").Span} Span */

const STEP_MILLISECONDS = 1100;

/** Moves the window of a time brush on, step by step, for as long as it plays. */
export class Play {
  #told;
  #run = 0;
  #isOn = false;

  /** @param {{ frame: (span: Span) => Promise<void>, turned: (isOn: boolean) => void, ended: () => void }} told */
  constructor(told) {
    this.#told = told;
  }

  get isOn() {
    return this.#isOn;
  }

  /**
   * @param {import("../charts/histogram.js").TimeBrush} brush
   * @param {() => string} stepOf
   */
  async start(brush, stepOf) {
    const run = this.#turn(true);
    while (run === this.#run) {
      const span = next(brush.span, { ...brush.range, size: stepOf() });
      if (!span) return this.#told.ended();
      brush.show(span);
      await this.#told.frame(span);
      await new Promise((resolve) => setTimeout(resolve, STEP_MILLISECONDS));
    }
  }

  stop() {
    this.#turn(false);
  }

  /** @param {boolean} isOn */
  #turn(isOn) {
    this.#isOn = isOn;
    this.#told.turned(isOn);
    return ++this.#run;
  }
}
