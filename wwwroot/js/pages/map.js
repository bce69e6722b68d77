// @ts-check
import { TimeBrush, datesOf } from "../charts/histogram.js";
import { next } from "../charts/brush.js";
import { readdress, swap } from "../map/fragments.js";
import { IncidentList } from "../map/list.js";
import { LiveMap } from "../map/live-map.js";
import { filterOf, fromForm, readAt, withPairs, writeBox } from "../map/view.js";

const PARTS = ["#filter", "#map-filter-state", "#map-caption", "#map-total", "#map-legend", "#map-time", "#map-values", "#map-provenance", "#map-list-note", "#map-looks", "#map-measure"];

/** While playing the time brush itself stays as it is, with the button that has the focus; what it tells moves on. */
const STEP_PARTS = [...PARTS.filter((part) => part !== "#map-time"), "#time-summary", "#time-bars", "#time-clear"];
const STEP_MILLISECONDS = 1100;

const element = document.getElementById("map");
if (element) start(element);

/** @param {HTMLElement} element */
function start(element) {
  const language = element.dataset.language ?? "en";
  const status = /** @type {HTMLElement} */ (document.getElementById("map-status"));
  const failed = /** @type {HTMLElement} */ (document.getElementById("map-failed"));
  const main = /** @type {HTMLElement} */ (document.getElementById("main"));
  /** @type {AbortController} */ let dataRequest = new AbortController();
  /** @type {AbortController} */ let pageRequest = new AbortController();
  /** @type {TimeBrush | null} */ let brush = null;
  /** @type {{ timer: number } | null} */ let playing = null;
  /** @type {number | null} */ let opened = null;
  let loaded = "";
  let shownFilter = partsKey();

  /**
   * @param {string} path
   * @param {AbortSignal} [signal]
   */
  async function fetchJson(path, signal) {
    const response = await fetch(path, { signal, headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.json();
  }

  /** @param {string} path @param {Record<string, string>} [more] */
  const api = (path, more = {}) => `/api/v1/${path}${withPairs(filterOf(location.search), { ...more, lang: language })}`;

  const list = new IncidentList(
    /** @type {HTMLElement} */ (document.getElementById("map-list")),
    /** @type {HTMLTemplateElement} */ (document.getElementById("map-row")),
    document.getElementById("map-list-empty"),
    {
      over: (number) => {
        list.select(number ?? opened);
        map.select(list.lineOf(number ?? opened) ?? null);
      },
      show: (line) => {
        element.scrollIntoView({ block: "nearest" });
        map.visit(line);
      },
    });

  const first = document.getElementById("map-list-first");

  const map = new LiveMap(element, { at: readAt(element.dataset.at) }, {
    incident: (number) => fetchJson(`/api/v1/map/incident/${number}?lang=${language}`),
    area: (code) => fetchJson(api(`map/area/${code}`)),
    inBox: (box) => fetchJson(api("map", { box: writeBox({ west: box[0], south: box[1], east: box[2], north: box[3] }), zoom: "13" })),
  }, {
    moved: (byUser) => {
      if (byUser) address(withPairs(location.search, { at: map.at }), false);
      load();
    },
    over: (number) => list.select(number ?? opened, true),
    selected: (number) => {
      opened = number;
      list.select(number, true);
      map.select(list.lineOf(number) ?? null);
    },
  });

  async function load() {
    const isRegions = new URLSearchParams(location.search).get("view") === "regions";
    const measure = new URLSearchParams(location.search).get("measure") ?? "count";
    const path = api("map", { box: writeBox(map.box), zoom: String(map.zoom) });
    const shading = isRegions ? api("map/regions", { measure }) : null;
    const key = `${path} ${shading}`;
    if (key === loaded) return;
    dataRequest.abort();
    dataRequest = new AbortController();
    element.setAttribute("aria-busy", "true");
    try {
      const [answer, regions] = await Promise.all([
        fetchJson(path, dataRequest.signal),
        shading ? fetchJson(shading, dataRequest.signal) : null,
      ]);
      loaded = key;
      map.show(answer, regions);
      list.show(answer.incidents);
      tellFirst(answer.leftOut);
      tell(regions ? `${regions.status}` : answer.status);
      failed.hidden = true;
    } catch (error) {
      if (!isAbort(error)) fail(load);
    } finally {
      element.removeAttribute("aria-busy");
    }
  }

  /** Takes the parts of the page that follow the filter from the server. */
  async function refresh() {
    const wanted = partsKey();
    if (wanted === shownFilter) return;
    pageRequest.abort();
    const request = pageRequest = new AbortController();
    main.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(location.href, { signal: request.signal, headers: { Accept: "text/html" } });
      if (!response.ok) {
        location.reload();
        return;
      }
      const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
      const handle = document.activeElement?.getAttribute("data-handle");
      const isStep = playing !== null;
      swap(fresh, isStep ? STEP_PARTS : PARTS);
      readdress(fresh, "#map-files a, #map-files button[data-copy]");
      readdress(fresh, ".site-tools a[hreflang]");
      readdress(fresh, "#map-fit");
      document.title = fresh.title;
      shownFilter = wanted;
      if (isStep) return;
      wireTime();
      if (handle) /** @type {SVGElement | null} */ (document.querySelector(`[data-handle="${handle}"]`))?.focus({ preventScroll: true });
    } catch (error) {
      if (!isAbort(error)) fail(refresh);
    } finally {
      if (request === pageRequest) main.removeAttribute("aria-busy");
    }
  }

  /** What the server-rendered parts depend on: all of the address but the viewport. */
  function partsKey() {
    return withPairs(location.search, { at: null });
  }

  /**
   * @param {string} search
   * @param {boolean} isStep whether "back" should return to what was, where that is another address
   */
  function address(search, isStep) {
    const url = search === "" ? location.pathname : search;
    if (isStep && search !== location.search) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
    const at = new URLSearchParams(search).get("at");
    for (const button of document.querySelectorAll("button[data-copy]")) {
      const copy = /** @type {HTMLElement} */ (button);
      const [path, query = ""] = (copy.dataset.copy ?? "/").split("?");
      copy.dataset.copy = `${path}${withPairs(query, { at })}`;
    }
  }

  /** @param {string} search */
  function go(search) {
    stop(false);
    address(search, true);
    load();
    refresh();
  }

  /** @param {string} text */
  function tell(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  /**
   * Says that the list holds the first of the incidents in view alone, and where all of them are.
   * @param {{ text: string, linkText: string, link: string } | null} leftOut
   */
  function tellFirst(leftOut) {
    if (!first) return;
    first.hidden = !leftOut;
    if (!leftOut) return;
    const all = document.createElement("a");
    all.href = leftOut.link;
    all.textContent = leftOut.linkText;
    first.replaceChildren(`${leftOut.text} · `, all);
  }

  /** @param {() => unknown} again */
  function fail(again) {
    const retry = document.createElement("button");
    retry.type = "button";
    retry.className = "button";
    retry.textContent = element.dataset.textRetry ?? "";
    retry.addEventListener("click", () => {
      failed.hidden = true;
      again();
    });
    failed.replaceChildren(element.dataset.textFailed ?? "", " ", retry);
    failed.hidden = false;
  }

  function wireTime() {
    stop(false);
    const plot = document.getElementById("time-plot");
    brush = plot instanceof SVGSVGElement
      ? new TimeBrush(plot, language, (span) => go(withPairs(location.search, datesOf(span))))
      : null;
    const step = document.getElementById("time-step");
    step?.addEventListener("change", () => {
      const value = /** @type {HTMLSelectElement} */ (step).value;
      address(withPairs(location.search, { step: value === "month" ? null : value }), false);
      shownFilter = partsKey();
    });
    document.getElementById("time-play")?.addEventListener("click", () => (playing ? stop(true) : play()));
  }

  function play() {
    if (!brush) return;
    history.pushState(null, "", location.href);
    const run = { timer: 0 };
    playing = run;
    showPlaying(true);
    const stepOn = async () => {
      if (playing !== run || !brush) return;
      const step = /** @type {HTMLSelectElement | null} */ (document.getElementById("time-step"))?.value ?? "month";
      const span = next(brush.span, { ...brush.range, size: step });
      if (!span) return stop(true);
      brush.show(span);
      address(withPairs(location.search, datesOf(span)), false);
      await Promise.all([load(), refresh()]);
      if (playing === run) run.timer = window.setTimeout(stepOn, STEP_MILLISECONDS);
    };
    stepOn();
  }

  /** @param {boolean} andRefresh */
  function stop(andRefresh) {
    if (!playing) return;
    clearTimeout(playing.timer);
    playing = null;
    showPlaying(false);
    if (andRefresh) refresh();
  }

  /** @param {boolean} isOn */
  function showPlaying(isOn) {
    const button = document.getElementById("time-play");
    if (!button) return;
    const name = (isOn ? button.dataset.pause : button.dataset.play) ?? "";
    button.setAttribute("aria-pressed", String(isOn));
    button.setAttribute("aria-label", name);
    button.title = name;
    const use = button.querySelector("use");
    use?.setAttribute("href", (use.getAttribute("href") ?? "").replace(/#.*$/, isOn ? "#pause-fill" : "#play-fill"));
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "get" || !form.closest("#filter, #map-measure")) return;
    event.preventDefault();
    const typed = /** @type {[string, FormDataEntryValue][]} */ ([...new FormData(form)]);
    go(form.id === "map-measure"
      ? withPairs(location.search, { measure: /** @type {string} */ (new FormData(form).get("measure")) })
      : fromForm(typed, location.search));
    /** @type {HTMLElement | null} */ const panel = form.closest("[popover]");
    panel?.hidePopover?.();
  });

  document.addEventListener("change", (event) => {
    const input = event.target;
    const isChoice = input instanceof HTMLInputElement && input.type === "checkbox" || input instanceof HTMLSelectElement;
    if (isChoice && input.form?.closest("#filter, #map-measure") && !input.closest("[popover]:popover-open")) input.form.requestSubmit();
  });

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!link.closest("#filter, #map-filter-state, #map-time, #map-looks") || link.origin !== location.origin || link.pathname !== location.pathname) return;
    event.preventDefault();
    go(withPairs(link.search, { at: new URLSearchParams(location.search).get("at") }));
  });

  const fit = document.getElementById("map-fit");
  fit?.addEventListener("click", () => {
    history.pushState(null, "", location.href);
    map.fit(fit.dataset.box ?? "");
  });

  window.addEventListener("popstate", () => {
    stop(false);
    const at = readAt(new URLSearchParams(location.search).get("at"));
    if ((at ? new URLSearchParams(location.search).get("at") : null) !== map.at) map.look(at);
    load();
    refresh();
  });

  wireTime();
  load();
  const addLand = async () => {
    try {
      await map.addLand(await fetchJson(element.dataset.boundaries ?? ""));
    } catch {
      fail(addLand);
    }
  };
  addLand();
}

/** @param {unknown} error */
function isAbort(error) {
  return error instanceof DOMException && error.name === "AbortError";
}
