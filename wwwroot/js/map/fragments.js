// @ts-check

/**
 * Takes parts of a freshly rendered page into this one, so that the server alone lays them out. Focus, opened details
 * and scroll positions stay.
 * @param {Document} fresh
 * @param {readonly string[]} selectors
 */
export function swap(fresh, selectors) {
  for (const selector of selectors) {
    const before = document.querySelector(selector);
    const after = fresh.querySelector(selector);
    if (!before || !after) continue;
    const kept = remember(before);
    const node = document.importNode(after, true);
    before.replaceWith(node);
    restore(node, kept);
  }
}

/**
 * Copies the addresses of links, in order, where their number is the same.
 * @param {Document} fresh
 * @param {string} selector
 */
export function readdress(fresh, selector) {
  const before = document.querySelectorAll(selector);
  const after = fresh.querySelectorAll(selector);
  if (before.length !== after.length) return;
  before.forEach((element, i) => {
    for (const name of ["href", "data-copy", "data-box"]) {
      const value = after[i].getAttribute(name);
      if (value !== null) element.setAttribute(name, value);
    }
  });
}

/** @param {Element} root */
function remember(root) {
  const focused = root.contains(document.activeElement) ? document.activeElement : null;
  return {
    focus: focused ? addressOf(focused) : null,
    open: [...root.querySelectorAll("details")].map((one) => [one.querySelector("summary")?.textContent?.trim() ?? "", one.open]),
    isOpen: root instanceof HTMLDetailsElement ? root.open : null,
    top: root.scrollTop,
  };
}

/**
 * @param {Element} root
 * @param {ReturnType<typeof remember>} kept
 */
function restore(root, kept) {
  const open = new Map(/** @type {[string, boolean][]} */ (kept.open));
  for (const one of root.querySelectorAll("details")) {
    one.open = open.get(one.querySelector("summary")?.textContent?.trim() ?? "") ?? one.open;
  }
  if (root instanceof HTMLDetailsElement && kept.isOpen !== null) root.open = kept.isOpen;
  root.scrollTop = kept.top;
  if (!kept.focus) return;
  const again = root.querySelector(kept.focus) ?? root.querySelector("summary, input, a, button");
  if (again instanceof HTMLElement || again instanceof SVGElement) again.focus({ preventScroll: true });
}

/** @param {Element} element */
function addressOf(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element instanceof HTMLInputElement) return `input[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
  const place = element.getAttribute("data-handle");
  return place ? `[data-handle="${place}"]` : element.tagName.toLowerCase();
}
