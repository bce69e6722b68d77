() => {
  const seen = globalThis.sahelwatchSeen;
  const content = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null;
  const arrived = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const bytesBefore = (time) => arrived.filter((one) => one.responseEnd <= time).reduce((sum, one) => sum + one.transferSize, 0);
  const map = arrived.find((one) => /\/api\/v1\/map\?/.test(one.name));
  const longest = (spans) => spans.reduce((most, one) => Math.max(most, one.length), 0);
  return JSON.stringify({
    firstContent: content,
    firstMarker: seen.marker,
    longestTask: longest(seen.blocks),
    longestGap: longest(seen.gaps),
    bytesBeforeContent: bytesBefore(content),
    bytesBeforeMarker: bytesBefore(seen.marker),
    mapBytes: map?.encodedBodySize ?? 0,
    mapMilliseconds: map ? map.responseEnd - map.requestStart : 0,
    markers: document.querySelectorAll(".leaflet-marker-pane [role=button]").length,
  });
}
