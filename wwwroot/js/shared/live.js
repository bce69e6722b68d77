// @ts-check
import { changesBetween, waitBefore } from "./versions.js";

const element = /** @type {HTMLElement | null} */ (document.querySelector("[data-live]"));
if (element && "EventSource" in window && !isSlow()) listen(element);

/** Whether the visitor's link is too slow, or too dear, to keep a connection open on. */
function isSlow() {
  const link = /** @type {{ saveData?: boolean, effectiveType?: string } | undefined} */ (
    /** @type {any} */ (navigator).connection);
  return link?.saveData === true || /2g$/.test(link?.effectiveType ?? "");
}

/**
 * Hears of new versions while the page is in view: a browser keeps few connections to one host, so that pages in the
 * background must not hold any.
 * @param {HTMLElement} notice
 */
function listen(notice) {
  /** @type {EventSource | null} */ let source = null;
  let timer = 0;
  let attempt = 0;

  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };

  const open = () => {
    close();
    if (document.visibilityState === "hidden") return;
    source = new EventSource(notice.dataset.live ?? "");
    source.addEventListener("version", (event) => {
      attempt = 0;
      tell(notice, /** @type {MessageEvent} */ (event).data);
    });
    source.addEventListener("error", () => {
      close();
      timer = setTimeout(open, waitBefore(attempt++));
    });
  };

  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => event.persisted && open());
  open();
}

/**
 * @param {HTMLElement} notice
 * @param {string} version
 */
function tell(notice, version) {
  const shown = notice.dataset.version ?? "";
  if (version === shown || version === notice.dataset.told) return;
  notice.dataset.told = version;
  const count = changesBetween(shown, version);
  const text = document.createElement("p");
  text.textContent = count === null
    ? notice.dataset.some ?? ""
    : count === 1
      ? notice.dataset.one ?? ""
      : (notice.dataset.many ?? "").replace("{0}", count.toLocaleString(document.documentElement.lang));
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = notice.dataset.refresh ?? "";
  button.addEventListener("click", () => location.reload());
  notice.replaceChildren(text, button);
}
