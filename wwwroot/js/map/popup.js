// @ts-check

/**
 * @param {string} name
 * @param {string} [className]
 * @param {...(Node | string)} children
 */
export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * @param {string} href
 * @param {string} text
 * @param {string} [className]
 */
export function link(href, text, className) {
  const made = /** @type {HTMLAnchorElement} */ (element("a", className, text));
  made.href = href;
  return made;
}

/**
 * One incident: title, facts, actors with attribution, grades.
 * @param {any} facts answer of /api/v1/map/incident/{number}
 * @param {DOMStringMap} texts
 */
export function incidentPopup(facts, texts) {
  const title = link(facts.link, facts.title);
  title.lang = "en";
  const precision = element("span", `badge badge-${facts.precision}`, facts.precisionName);
  const popup = element("article", "popup",
    element("p", "popup-title", title),
    element("p", "popup-meta", facts.date),
    element("p", "popup-place", `${facts.place} `, precision),
    element("p", "", `${facts.typeName} – ${facts.subTypeName}`),
    element("p", "", element("strong", "", facts.deathsText)));
  if (facts.actors.length > 0) {
    popup.append(element("ul", "popup-actors", ...facts.actors.map((/** @type {any} */ actor) => element("li", "",
      element("span", "popup-meta", `${actor.role}\u00a0: `.replace("\u00a0:", ":")),
      link(actor.link, actor.name), " ",
      element("span", `badge badge-${actor.attribution}`, actor.attributionName)))));
  }
  popup.append(element("p", "popup-grades", `${facts.gradesText} `,
    ...facts.grades.map((/** @type {string} */ grade) => {
      const badge = element("span", "badge badge-grade", grade);
      badge.title = texts.textGrades ?? "";
      return badge;
    }), " ",
    element("span", `badge badge-${facts.checked ? "checked" : "unchecked"}`, (facts.checked ? texts.textChecked : texts.textUnchecked) ?? "")));
  return popup;
}

/**
 * Several incidents as a list, with a link to what is left out.
 * @param {string} title
 * @param {readonly any[]} lines
 * @param {number} total
 * @param {import("./words.js").Words} words
 */
export function listPopup(title, lines, total, words) {
  const popup = element("article", "popup",
    element("p", "popup-title", title),
    element("ul", "popup-list", ...lines.map((line) => {
      const to = link(`/incidents/${line.number}`, line.title);
      to.lang = "en";
      return element("li", "", to, element("span", "popup-meta", `${line.date} · ${line.deathsText}`));
    })));
  if (total > lines.length) {
    popup.append(element("p", "popup-meta", words.fill("Popup.More", total - lines.length)));
  }
  return popup;
}

/**
 * One region's values, with a link to its incidents.
 * @param {any} region of the answer of /api/v1/map/regions
 * @param {DOMStringMap} texts
 */
export function regionPopup(region, texts) {
  return element("article", "popup",
    element("p", "popup-title", `${region.name}, ${region.countryName}`),
    element("ul", "popup-facts", ...region.facts.map((/** @type {string} */ fact) => element("li", "", fact))),
    ...(region.link ? [element("p", "", link(region.link, texts.textRegion ?? ""))] : []));
}
