// @ts-check
import { rowsOf } from "../desk/draft.js";
import { Finder } from "../desk/finder.js";
import { Keeper } from "../desk/keeper.js";
import { Rows } from "../desk/rows.js";

const form = document.getElementById("entry");
if (form instanceof HTMLFormElement) start(form);

/** @param {HTMLFormElement} form */
function start(form) {
  /** @type {Record<string, string>} */ const words = JSON.parse(form.dataset.words ?? "{}");
  const status = /** @type {HTMLElement} */ (document.getElementById("save-status"));
  const region = /** @type {HTMLElement} */ (document.getElementById("region"));
  /** @type {{ show: (latitude: number, longitude: number) => void } | null} */ let map = null;
  /** @type {AbortController} */ let regionRequest = new AbortController();
  /** @type {AbortController} */ let twinsRequest = new AbortController();
  let twinsTimer = 0;

  for (const element of form.querySelectorAll("[data-nojs]")) /** @type {HTMLElement} */ (element).hidden = true;

  const keeper = new Keeper(form, status, words, (answer) => {
    const path = `/desk/entries/${answer.id}`;
    if (form.getAttribute("action") !== path) {
      form.setAttribute("action", path);
      history.replaceState(null, "", path);
    }
    if (answer.region) region.textContent = words.region.replace("{0}", answer.region);
  });
  const rows = new Rows(form, wireRow);
  for (const row of form.querySelectorAll("[data-rows] > [data-row]")) wireRow(/** @type {HTMLElement} */ (row));
  wirePlace();
  wireMap();
  wireSubType();
  offerDraft();

  form.addEventListener("input", twinsLater);
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const wanted = event.key === "Enter" ? "submit" : event.key.toLowerCase() === "s" ? "save" : null;
    if (!wanted) return;
    event.preventDefault();
    form.requestSubmit(/** @type {HTMLButtonElement} */ (form.querySelector(`.entry-foot button[value="${wanted}"]`)));
  });

  /** @param {string} name */
  function field(name) {
    return /** @type {HTMLInputElement} */ (document.getElementById(`f-${name}`));
  }

  /** @param {string} path @param {AbortSignal} [signal] */
  async function ask(path, signal) {
    const response = await fetch(path, { signal, headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.json();
  }

  /** @param {number} count */
  function tell(count) {
    status.textContent = count > 0 ? words.found.replace("{0}", String(count)) : words.none;
  }

  /** @param {HTMLElement} row */
  function wireRow(row) {
    for (const element of row.querySelectorAll("[data-nojs]")) /** @type {HTMLElement} */ (element).hidden = true;
    const actor = row.querySelector("input[data-find=actor]");
    if (actor instanceof HTMLInputElement) {
      new Finder(actor, async (search, signal) => (await ask(`/desk/lookup/actors?q=${encodeURIComponent(search)}`, signal))
        .map((/** @type {any} */ one) => ({ value: one.name, title: one.acronym && one.acronym !== one.name ? `${one.name} (${one.acronym})` : one.name, more: one.aliases.slice(0, 3).join(", "), record: one })),
        () => {}, tell);
    }
    const source = row.querySelector("input[data-find=source]");
    if (source instanceof HTMLInputElement) wireSource(row, source);
  }

  /** @param {HTMLElement} row @param {HTMLInputElement} input */
  function wireSource(row, input) {
    const prefix = input.id.replace(/Url$/, "");
    const link = /** @type {HTMLInputElement} */ (document.getElementById(`${prefix}Source`) ?? row.querySelector(`[id="${prefix}Source"]`));
    const known = /** @type {HTMLElement} */ (row.querySelector("[data-known]"));
    const fresh = /** @type {HTMLElement} */ (row.querySelector("[data-new]"));
    const at = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (row.querySelector(`[id="${prefix}${name}"]`));
    const take = (/** @type {any} */ one) => {
      link.value = one.slug;
      link.checked = true;
      known.hidden = false;
      fresh.hidden = true;
      const title = known.querySelector("[data-known-title]");
      if (title) title.textContent = [one.publisher, one.title ?? one.url, one.publishedOn].filter(Boolean).join(" · ");
      link.focus();
    };
    link.addEventListener("change", () => {
      if (link.checked) return;
      link.value = "";
      known.hidden = true;
      fresh.hidden = false;
      input.focus();
    });
    new Finder(input, async (search, signal) => {
      const { sources, publisher } = await ask(`/desk/lookup/sources?q=${encodeURIComponent(search)}`, signal);
      if (publisher && sources.length === 0) {
        for (const [name, value] of [["Publisher", publisher.name], ["Kind", publisher.kind], ["Reliability", publisher.reliability], ["Language", publisher.language]]) {
          if (value && !at(name).value) at(name).value = value;
        }
      }
      return sources.map((/** @type {any} */ one) => ({
        value: input.value, title: [one.publisher, one.title].filter(Boolean).join(" · ") || one.url, more: [one.publishedOn, one.url].filter(Boolean).join(" · "), record: one,
      }));
    }, (choice) => take(choice.record), tell);
  }

  function wirePlace() {
    const input = field("PlaceName");
    const link = field("Place");
    const known = /** @type {HTMLElement} */ (form.querySelector("[data-known-place]"));
    const unlink = () => {
      link.checked = false;
      link.value = "";
      known.hidden = true;
    };
    new Finder(input, async (search, signal) => (await ask(`/desk/lookup/places?q=${encodeURIComponent(search)}`, signal))
      .map((/** @type {any} */ one) => ({ value: one.name, title: one.name, more: [one.regionName, one.countryName, ...one.spellings.slice(0, 2)].filter(Boolean).join(", "), record: one })),
      ({ record }) => {
        link.value = record.slug;
        link.checked = true;
        known.hidden = false;
        const title = known.querySelector("[data-known-title]");
        if (title) title.textContent = record.name;
        if (record.country) field("Country").value = record.country;
        if (record.latitude !== null) {
          field("Latitude").value = String(record.latitude);
          field("Longitude").value = String(record.longitude);
          field("CoordinateSource").value = "gazetteer";
          map?.show(record.latitude, record.longitude);
        }
        if (record.precision) field("GeoPrecision").value = record.precision;
        region.textContent = record.regionName ? words.region.replace("{0}", record.regionName) : "";
      }, tell);
    link.addEventListener("change", () => { if (!link.checked) unlink(); });
    for (const name of ["Latitude", "Longitude"]) {
      field(name).addEventListener("change", () => {
        unlink();
        showRegion();
      });
    }
  }

  async function showRegion() {
    const [latitude, longitude] = ["Latitude", "Longitude"].map((name) => Number.parseFloat(field(name).value.replace(",", ".")));
    if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return;
    regionRequest.abort();
    regionRequest = new AbortController();
    try {
      const found = await ask(`/desk/lookup/region?lat=${latitude}&lon=${longitude}`, regionRequest.signal);
      region.textContent = found.regionName ? words.region.replace("{0}", found.regionName) : words.noRegion;
      if (found.country) field("Country").value = found.country;
    } catch {
      region.textContent = "";
    }
  }

  function wireMap() {
    const button = form.querySelector("[data-map-open]");
    const element = document.getElementById("place-map");
    if (!(button instanceof HTMLElement) || !element) return;
    button.addEventListener("click", async () => {
      element.hidden = !element.hidden;
      button.setAttribute("aria-expanded", String(!element.hidden));
      if (element.hidden || map) return;
      try {
        const { openPlaceMap } = await import("../desk/place-map.js");
        const [latitude, longitude] = ["Latitude", "Longitude"].map((name) => Number.parseFloat(field(name).value.replace(",", ".")));
        map = await openPlaceMap(element, Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : null, (north, east) => {
          field("Latitude").value = String(north);
          field("Longitude").value = String(east);
          field("CoordinateSource").value = "estimate";
          field("Latitude").dispatchEvent(new Event("change", { bubbles: true }));
        });
      } catch {
        element.textContent = words.mapOff;
      }
    });
  }

  function wireSubType() {
    const select = /** @type {HTMLSelectElement} */ (document.getElementById("f-SubType"));
    select.addEventListener("change", () => {
      const text = document.getElementById("subtype-definition");
      if (text) text.textContent = select.selectedOptions[0]?.dataset.definition ?? "";
    });
  }

  function offerDraft() {
    const draft = keeper.left();
    const box = document.getElementById("restore");
    if (!draft || !box) return;
    const hour = new Date(draft.at).toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
    const text = box.querySelector("[data-restore-text]");
    if (text) text.textContent = words.restore.replace("{0}", hour);
    box.hidden = false;
    box.querySelector("[data-restore]")?.addEventListener("click", () => {
      box.hidden = true;
      keeper.resume(draft);
      fill(draft.fields);
      form.dispatchEvent(new Event("input", { bubbles: true }));
      // Before more is typed: what arrived without an answer is the same text only now.
      keeper.send();
    });
    box.querySelector("[data-restore-not]")?.addEventListener("click", () => {
      box.hidden = true;
      keeper.forget();
    });
  }

  /** @param {[string, string][]} fields */
  function fill(fields) {
    for (const list of ["Parties", "Citations"]) rows.set(list, rowsOf(fields, list));
    const values = Map.groupBy ? Map.groupBy(fields, ([name]) => name) : group(fields);
    for (const element of form.elements) {
      if (!(element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement)) continue;
      if (!element.name.startsWith("Form.") && element.name !== "Reason" || element.name.endsWith(".index")) continue;
      const given = (values.get(element.name) ?? []).map(([, value]) => value);
      if (element instanceof HTMLInputElement && (element.type === "checkbox" || element.type === "radio")) {
        if (element.name === "Form.Place" || element.name.endsWith(".Source")) {
          element.value = given[0] ?? "";
          const line = element.closest("p");
          if (line) line.hidden = given.length === 0;
        }
        element.checked = given.includes(element.value) && element.value !== "";
      } else {
        element.value = element.name.endsWith(".Supports") ? given.at(-1) ?? "" : given[0] ?? "";
      }
    }
  }

  /** @param {[string, string][]} fields */
  function group(fields) {
    /** @type {Map<string, [string, string][]>} */ const groups = new Map();
    for (const pair of fields) groups.set(pair[0], [...groups.get(pair[0]) ?? [], pair]);
    return groups;
  }

  function twinsLater() {
    clearTimeout(twinsTimer);
    twinsTimer = window.setTimeout(showTwins, 1500);
  }

  async function showTwins() {
    const panel = document.getElementById("twins-now");
    const query = new URLSearchParams(/** @type {any} */ ([...new FormData(form)].filter(([name, value]) =>
      value !== "" && /^Form\.(StartsOn|EndsOn|DatePrecision|Latitude|Longitude|GeoPrecision|(Parties|Citations)(\.index|\[\d+\]\.(Actor|Source|Url)))$/.test(name))));
    if (!panel || !field("StartsOn").value) return;
    if (form.dataset.id) query.set("id", form.dataset.id);
    twinsRequest.abort();
    twinsRequest = new AbortController();
    try {
      const response = await fetch(`/desk/entries/duplicates?${query}`, { signal: twinsRequest.signal, headers: { Accept: "text/html" } });
      if (!response.ok) return;
      const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector(".twins");
      const list = panel.querySelector(".twins");
      panel.hidden = !fresh || fresh.children.length === 0;
      if (fresh && list) list.replaceWith(fresh);
    } catch {
      // Not connected: the entry is compared again when it is submitted.
    }
  }
}
