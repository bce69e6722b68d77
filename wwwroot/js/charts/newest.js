// @ts-check

// A chart that is wider than its region opens on its newest end; its edges show by a shade that there is more.
for (const region of document.querySelectorAll(".chart-scroll")) region.scrollLeft = region.scrollWidth;
