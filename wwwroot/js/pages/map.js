// @ts-check
import { TimeBrush, datesOf } from "../charts/histogram.js";
import { readdress, swap } from "../map/fragments.js";
import { IncidentList } from "../map/list.js";
import { Frames } from "../map/frames.js";
import { LiveMap } from "../map/live-map.js";
import { Notices } from "../map/notices.js";
import { Play } from "../map/play.js";
import { filterOf, fromForm, readAt, withPairs, writeBox } from "../map/view.js";
import { Words } from "../map/words.js";

const PARTS = ["#filter", "#map-filter-state", "#map-caption", "#map-total", "#map-legend", "#map-time", "#map-values", "#map-provenance", "#map-list-note", "#map-looks", "#map-measure"];

/** While playing the time brush itself stays as it is, with the button that has the focus; what it tells moves on. */
const STEP_PARTS = [...PARTS.filter((part) => part !== "#map-time"), "#time-summary", "#time-bars", "#time-clear"];

const element = document.getElementById("map");
if (element) start(element);

/** @param {HTMLElement} element */
function start(element) {
  const language = element.dataset.language ?? "en";
  const words = new Words(JSON.parse(element.dataset.words ?? "{}"), language);
  const notices = new Notices(element.dataset);
  const main = /** @type {HTMLElement} */ (document.getElementById("main"));
  /** @type {AbortController} */ let dataRequest = new AbortController();
  /** @type {AbortController} */ let pageRequest = new AbortController();
  /** @type {TimeBrush | null} */ let brush = null;
  /** @type {{ path: string, frames: Frames } | null} */ let played = null;
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

  /** @param {string} path @param {Record<string, string | null>} [more] */
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

  const map = new LiveMap(element, { at: readAt(element.dataset.at), words }, {
    incident: (number) => fetchJson(`/api/v1/map/incident/${number}?lang=${language}`),
    area: (code) => fetchJson(api(`map/area/${code}`)),
    inBox: (box) => fetchJson(api("map", { box: writeBox({ west: box[0], south: box[1], east: box[2], north: box[3] }), zoom: "13" })),
  }, {
    moved: (byUser) => {
      if (byUser) address(withPairs(location.search, { at: map.at }), false);
      if (play.isOn && !isRegions() && brush?.span) showFrame(brush.span);
      else load();
    },
    over: (number) => list.select(number ?? opened, true),
    selected: (number) => {
      opened = number;
      list.select(number, true);
      map.select(list.lineOf(number) ?? null);
    },
  });

  const play = new Play({ frame: showFrame, turned: showPlaying, ended: () => stop(true) });

  function isRegions() {
    return new URLSearchParams(location.search).get("view") === "regions";
  }

  async function load() {
    const measure = new URLSearchParams(location.search).get("measure") ?? "count";
    const path = api("map", { box: writeBox(map.box), zoom: String(map.zoom) });
    const shading = isRegions() ? api("map/regions", { measure }) : null;
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
      notices.tellFirst(answer.leftOut);
      notices.tell(regions ? `${regions.status}` : answer.status);
      notices.clearFailure();
    } catch (error) {
      if (!isAbort(error)) notices.fail(load);
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
      const isStep = play.isOn;
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
      if (!isAbort(error)) notices.fail(refresh);
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
    document.getElementById("time-play")?.addEventListener("click", () => (play.isOn ? stop(true) : startPlay()));
  }

  function stepOf() {
    return /** @type {HTMLSelectElement | null} */ (document.getElementById("time-step"))?.value ?? "month";
  }

  function startPlay() {
    if (!brush) return;
    history.pushState(null, "", location.href);
    play.start(brush, stepOf);
  }

  /**
   * Points come from one answer for the whole play; shaded regions are asked for step by step.
   * @param {import("../charts/brush.js").Span} span
   */
  async function showFrame(span) {
    address(withPairs(location.search, datesOf(span)), false);
    if (isRegions()) {
      await Promise.all([load(), refresh()]);
      return;
    }
    const frames = await loadFrames();
    if (!frames || !play.isOn) return;
    const frame = frames.at(span);
    loaded = shownFilter = "";
    map.showFrame(frame);
    notices.tellFrame(frame, frames, span, words);
  }

  /** What the play needs of the filter, without dates, in the viewport. */
  async function loadFrames() {
    const path = api("map/time", { box: writeBox(map.box), zoom: String(map.zoom), by: stepOf(), from: null, to: null, last: null });
    if (played?.path === path) return played.frames;
    dataRequest.abort();
    dataRequest = new AbortController();
    element.setAttribute("aria-busy", "true");
    try {
      played = { path, frames: new Frames(await fetchJson(path, dataRequest.signal)) };
      notices.clearFailure();
      return played.frames;
    } catch (error) {
      if (isAbort(error)) return null;
      stop(false);
      notices.fail(startPlay);
      return null;
    } finally {
      element.removeAttribute("aria-busy");
    }
  }

  /** @param {boolean} andRefresh */
  function stop(andRefresh) {
    if (!play.isOn) return;
    play.stop();
    if (!andRefresh) return;
    load();
    refresh();
  }

  /** @param {boolean} isOn */
  function showPlaying(isOn) {
    notices.speak(!isOn);
    main.classList.toggle("is-playing", isOn && !isRegions());
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
      notices.fail(addLand);
    }
  };
  addLand();
}

/** @param {unknown} error */
function isAbort(error) {
  return error instanceof DOMException && error.name === "AbortError";
}
