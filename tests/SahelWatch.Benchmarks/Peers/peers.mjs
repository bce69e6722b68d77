// One JavaScript peer, asked in lines of JSON: node peers.mjs PEER MODULES COLUMNS
// "reset" opens every filter, "ask" does the work and answers nothing, "tell" gives the answer of the last work.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [peer, modules, folder] = process.argv.slice(2);
const require = createRequire(join(modules, 'package.json'));
const { count, names, places } = JSON.parse(readFileSync(join(folder, 'columns.json'), 'utf8'));
const bytes = readFileSync(join(folder, 'columns.bin'));
const columns = Object.fromEntries(names.map((name, place) =>
  [name, new Int32Array(bytes.buffer, bytes.byteOffset + place * count * 4, count)]));

function isInBox(place, [west, south, east, north]) {
  const [latitude, longitude] = places[place];
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

function actorSets() {
  const ids = new Map();
  const sets = [];
  const ofRow = Int32Array.from({ length: count }, (_, row) => {
    const [low, high] = [columns.actorsLow[row], columns.actorsHigh[row]];
    const key = `${low}/${high}`;
    if (!ids.has(key)) {
      ids.set(key, sets.length);
      sets.push([low, high]);
    }
    return ids.get(key);
  });
  return { sets, ofRow };
}

/** The filter's dimensions and, for panels, one group for each panel of single values. */
async function crossfilterPeer() {
  const { default: crossfilter } = await import(require.resolve('crossfilter2'));
  const actors = actorSets();
  const rows = Array.from({ length: count }, (_, row) => row);

  function dimensionsOf(filter) {
    const of = name => filter.dimension(row => columns[name][row]);
    return {
      day: of('day'), country: of('country'), type: of('type'), subtype: of('subtype'),
      actors: filter.dimension(row => actors.ofRow[row]),
      box: filter.dimension(row => columns.geo[row] <= 1 ? columns.place[row] : -1),
    };
  }

  function apply(dimensions, asked) {
    dimensions.day.filterRange([asked.from, asked.to + 1]);
    for (const [name, values] of [
      ['country', asked.countries], ['type', asked.types], ['subtype', asked.subtypes],
    ]) {
      if (values.length > 0) {
        const wanted = new Set(values);
        dimensions[name].filterFunction(value => wanted.has(value));
      }
    }
    if (asked.actorsLow || asked.actorsHigh) {
      const meets = actors.sets.map(([low, high]) => (low & asked.actorsLow | high & asked.actorsHigh) !== 0);
      dimensions.actors.filterFunction(set => meets[set]);
    }
    if (asked.box) {
      const inside = places.map((_, place) => isInBox(place, asked.box));
      dimensions.box.filterFunction(place => place >= 0 && inside[place]);
    }
  }

  const sums = ['low', 'best', 'high', 'unknown'];
  const months = crossfilter(rows);
  const monthDimensions = dimensionsOf(months);
  const monthsByRegion = months.dimension(row => columns.month[row] * 64 + columns.region[row] + 1).group().reduce(
    (sum, row) => (sum[0]++, sums.forEach((name, i) => { sum[i + 1] += columns[name][row]; }), sum),
    (sum, row) => (sum[0]--, sums.forEach((name, i) => { sum[i + 1] -= columns[name][row]; }), sum),
    () => [0, 0, 0, 0, 0]);

  const panels = crossfilter(rows);
  const panelDimensions = dimensionsOf(panels);
  const monthOfDay = [];
  columns.day.forEach((day, row) => { monthOfDay[day] = columns.month[row]; });
  const groups = { month: panelDimensions.day.group(day => monthOfDay[day]) };
  for (const name of ['country', 'type', 'subtype']) {
    groups[name] = panelDimensions[name].group();
  }
  for (const name of ['region', 'violence', 'geo', 'time', 'checked']) {
    groups[name] = panels.dimension(row => columns[name][row]).group();
  }
  const total = panels.groupAll();

  return {
    reset() {
      for (const dimensions of [monthDimensions, panelDimensions]) {
        Object.values(dimensions).forEach(dimension => dimension.filterAll());
      }
    },
    ask({ work, filter }) {
      if (work === 'months') {
        apply(monthDimensions, filter);
        const all = monthsByRegion.all();
        return () => ({ rows: all.filter(group => group.value[0] > 0).flatMap(group =>
          [Math.floor(group.key / 64), group.key % 64 - 1, ...group.value]) });
      }
      apply(panelDimensions, filter);
      const answer = Object.entries(groups).map(([name, group]) => [name, group.all()]);
      const all = total.value();
      return () => ({ total: all, panels: Object.fromEntries(
        answer.map(([name, groups]) => [name, groups.flatMap(group => [group.key, group.value])])) });
    },
  };
}

/** Points clustered anew for the filter, then cut out for the view. */
async function superclusterPeer() {
  const { default: Supercluster } = await import(require.resolve('supercluster'));
  const points = Array.from({ length: count }, (_, row) => {
    const [latitude, longitude] = places[columns.place[row]];
    const geometry = { type: 'Point', coordinates: [longitude, latitude] };
    return { type: 'Feature', geometry, properties: { row, deaths: columns.best[row] } };
  });
  const meets = (row, asked) => columns.geo[row] <= 1
    && columns.day[row] >= asked.from && columns.day[row] <= asked.to
    && (asked.countries.length === 0 || asked.countries.includes(columns.country[row]))
    && (asked.types.length === 0 || asked.types.includes(columns.type[row]))
    && (asked.subtypes.length === 0 || asked.subtypes.includes(columns.subtype[row]))
    && (!(asked.actorsLow || asked.actorsHigh)
      || (columns.actorsLow[row] & asked.actorsLow | columns.actorsHigh[row] & asked.actorsHigh) !== 0)
    && (!asked.box || isInBox(columns.place[row], asked.box));
  return {
    reset() {},
    ask({ filter, view, zoom }) {
      const clusters = new Supercluster({
        radius: 56, extent: 256, maxZoom: 13,
        map: ({ deaths }) => ({ deaths }),
        reduce: (sum, { deaths }) => { sum.deaths += deaths; },
      });
      clusters.load(points.filter((_, row) => meets(row, filter)));
      clusters.getClusters(view, zoom);
      return () => ({ placed: clusters.getClusters([-180, -85, 180, 85], zoom)
        .reduce((sum, cluster) => sum + (cluster.properties.point_count ?? 1), 0) });
    },
  };
}

const engine = await (peer === 'crossfilter2' ? crossfilterPeer() : superclusterPeer());
const write = answer => process.stdout.write(`${JSON.stringify(answer)}\n`);
write('ready');
let tell = () => null;
for await (const line of createInterface({ input: process.stdin })) {
  const { verb, question } = JSON.parse(line);
  if (verb === 'reset') {
    engine.reset();
    write('done');
  } else if (verb === 'ask') {
    tell = engine.ask(question);
    write('done');
  } else {
    write(tell());
  }
}
