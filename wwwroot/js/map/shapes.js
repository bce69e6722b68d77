// @ts-check

/** The shape of each event type in a box of 20 by 20, as in marks.svg. @type {Record<string, string>} */
export const SHAPES = {
  "battles": "M10 1.5 18.5 10 10 18.5 1.5 10z",
  "explosions": "M10 2 18.8 17.5H1.2z",
  "violence-against-civilians": "M10 2.4a7.6 7.6 0 1 1 0 15.2a7.6 7.6 0 1 1 0-15.2z",
  "protests": "M3 3h14v14H3z",
  "riots": "M5.7 2.5h8.6l4.3 7.5-4.3 7.5H5.7L1.4 10z",
  "strategic-developments": "M7 2h6v5h5v6h-5v5H7v-5H2V7h5z",
};
