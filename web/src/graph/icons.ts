/** Icons of kinds: Tabler's outlines, inlined as `data:` addresses that WebGL textures can be made from without a request. */
import type { OntologyRecord } from '../../../src/contract/ontology.js';

// The names that an ontology may use; graph-data/README.md lists them. Vite reads this pattern when it builds, so it is one literal.
const outlines = import.meta.glob<string>(
  '../../../node_modules/@tabler/icons/icons/outline/{antenna,anchor,arrows-exchange,article,award,ban,books,box-multiple,briefcase,building,building-arch,building-bank,building-broadcast-tower,building-community,building-factory-2,building-monument,building-skyscraper,building-warehouse,bulb,calendar-event,cloud,coin,comet,cpu,database,engine,file-text,flag,flame,flask,gavel,globe,heart-handshake,home,link,list-details,map-pin,microscope,military-rank,moon,network,news,package,planet,plane,point,radar,radar-2,rocket,route,satellite,scale,school,script,ship,shield,shield-star,signature,sitemap,solar-panel,star,tag,target,telescope,test-pipe,tower,topology-star-3,truck,user,users,users-group,world}.svg',
  { query: '?raw', import: 'default', eager: true },
);
const byName = new Map(
  Object.entries(outlines).map(([path, svg]) => [path.replace(/^.*\/(.*)\.svg$/, '$1'), svg] as const),
);

/** The icon name of a kind: its own, else its nearest ancestor's, else a point. */
export function iconName(ontology: OntologyRecord, kind: string): string {
  let current: string | undefined = kind;
  for (const _ of ontology.kinds) {
    const record = ontology.kinds.find(({ id }) => id === current);
    if (record?.icon !== undefined && byName.has(record.icon)) return record.icon;
    current = record?.parent;
    if (current === undefined) break;
  }
  return 'point';
}

/** The icon's lines as one path of a square of 24, for pictures that are vectors. */
export const iconPath = (name: string): string =>
  [...(byName.get(name) ?? byName.get('point')!).matchAll(/<path d="([^"]+)"/g)].map(([, d]) => d).join(' ');

/** The icon as an image address, drawn in one colour. Width and height stand in the SVG: textures need them. */
export function iconAddress(name: string, color = '#000'): string {
  const svg = (byName.get(name) ?? byName.get('point')!)
    .replace('currentColor', color)
    .replace(/width="24"\s+height="24"/, 'width="96" height="96"');
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
