/** A picture as SVG: shapes stay shapes and names stay text, with the fonts named. */
import { BASELINE, HALO_PX, type Layer, type Mark, type Picture, svgFamily } from './marks.js';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** XML 1.0 knows no control characters, not even escaped ones. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escapeXml = (text: string) => text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (mark) => ENTITIES[mark]!);

const round = (value: number) => String(Number(value.toFixed(2)));

function attributes(record: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(record)
    .flatMap(([name, value]) =>
      value === undefined
        ? []
        : [` ${name}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`],
    )
    .join('');
}

/**
 * The whole file. Letters keep the room that was found for them where the font is another. Opacity and colour are written apart and transforms on the element itself, because not every program that opens SVG
 * reads more. O(marks).
 */
export function svgText({ width, height, background, title, description, layers }: Picture): string {
  const size = attributes({ width, height, viewBox: `0 0 ${round(width)} ${round(height)}` });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg"${size} role="img" font-family="${escapeXml(svgFamily(false))}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    `<rect${attributes({ width, height, fill: background })}/>`,
    ...layers.map(layerText),
    '</svg>\n',
  ].join('\n');
}

function layerText({ id, marks, clip, offset }: Layer): string {
  const frame =
    clip === undefined ? '' : `<clipPath id="${id}-frame"><rect${attributes({ ...clip })}/></clipPath>\n`;
  const group = attributes({
    id,
    transform: offset === undefined ? undefined : `translate(${round(offset.x)} ${round(offset.y)})`,
    'clip-path': clip === undefined ? undefined : `url(#${id}-frame)`,
  });
  return `${frame}<g${group}>\n${marks.map(markText).join('\n')}\n</g>`;
}

function markText(mark: Mark): string {
  switch (mark.mark) {
    case 'circle':
      return `<circle${attributes({
        cx: mark.x,
        cy: mark.y,
        r: mark.radius,
        fill: mark.fill ?? 'none',
        stroke: mark.stroke,
        'stroke-width': mark.width,
      })}/>`;
    case 'path':
      return `<path${attributes({
        d: mark.d,
        fill: mark.fill ?? 'none',
        stroke: mark.stroke,
        'stroke-width': mark.width,
        'stroke-dasharray': mark.dash?.map(round).join(' '),
        'stroke-linecap': mark.round === true ? 'round' : undefined,
        'stroke-linejoin': mark.round === true ? 'round' : undefined,
        opacity: mark.opacity,
        transform:
          mark.at === undefined
            ? undefined
            : `translate(${round(mark.at.x)} ${round(mark.at.y)}) scale(${mark.at.scale.toFixed(4)})`,
      })}/>`;
    case 'text':
      return `<text${attributes({
        x: mark.x,
        y: mark.y + BASELINE * mark.size,
        'font-size': mark.size,
        'font-weight': mark.weight,
        'font-style': mark.italic === true ? 'italic' : undefined,
        'font-family': mark.serif === true ? svgFamily(true) : undefined,
        'text-anchor': mark.anchor,
        textLength: mark.wide,
        lengthAdjust: mark.wide === undefined ? undefined : 'spacingAndGlyphs',
        fill: mark.fill,
        stroke: mark.halo,
        'stroke-width': mark.halo === undefined ? undefined : HALO_PX,
        'stroke-linejoin': mark.halo === undefined ? undefined : 'round',
        'paint-order': mark.halo === undefined ? undefined : 'stroke',
      })}>${escapeXml(mark.text)}</text>`;
  }
}
