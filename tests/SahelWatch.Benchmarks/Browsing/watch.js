// Runs before the page's own scripts and notes when its first marker is painted and how long its main thread is taken.
{
  const seen = { marker: null, blocks: [], gaps: [] };
  globalThis.sahelwatchSeen = seen;

  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) seen.blocks.push({ start: task.startTime, length: task.duration });
  }).observe({ type: "longtask", buffered: true });

  let last = performance.now();
  const channel = new MessageChannel();
  const beat = () => {
    const now = performance.now();
    seen.gaps.push({ start: last, length: now - last });
    if (seen.gaps.length > 5000) seen.gaps.shift();
    last = now;
    setTimeout(() => channel.port2.postMessage(null), 4);
  };
  channel.port1.onmessage = beat;
  beat();

  const markers = new MutationObserver(() => {
    if (!document.querySelector(".leaflet-marker-pane [role=button]")) return;
    markers.disconnect();
    const painted = new MessageChannel();
    painted.port1.onmessage = () => (seen.marker = performance.now());
    requestAnimationFrame(() => painted.port2.postMessage(null));
  });
  markers.observe(document, { childList: true, subtree: true });
}
