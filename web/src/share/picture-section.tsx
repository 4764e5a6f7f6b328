/** The picture of the view: its title, colours and width, and the buttons that save it. */
import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { dateText } from '../../../src/model/period-text.js';
import { SmallButton } from '../buttons.js';
import { type DrawnSky, drawnSky } from '../graph/drawn-sky.js';
import { type DrawnMap, drawnMap } from '../map/drawn-map.js';
import type { Scheme } from '../theme.js';
import { useScheme } from '../use-scheme.js';
import { currentView } from '../view.js';
import type { Picture } from './marks.js';
import { drawPicture, skySight } from './picture.js';
import { fileName } from './picture-words.js';
import { pngBlob } from './png-blob.js';
import { saveBlob } from './save-file.js';
import { ShareSection } from './share-section.js';
import { SHEETS, type Sheet } from './sheet.js';
import type { Sight } from './sight.js';
import { svgText } from './svg-text.js';
import type { Saving } from './use-saving.js';

type Meta = Answer<'meta'>;

const FORMATS = {
  PNG: { extension: 'png', write: (made: Picture, sheet: Sheet) => pngBlob(made, SHEETS[sheet].pngScale) },
  SVG: {
    extension: 'svg',
    write: async (made: Picture) => new Blob([svgText(made)], { type: 'image/svg+xml;charset=utf-8' }),
  },
} as const;

export function PictureSection(properties: {
  meta: Meta;
  /** As it was typed, and what stands in the picture where nothing was. */
  typed: string;
  suggested: string;
  type: (title: string) => void;
  /** What the picture is called in the end. */
  title: string;
  saving: Saving;
}) {
  const { meta, typed, suggested, type, title, saving } = properties;
  const drawn = drawnSky.use();
  const placed = drawnMap.use();
  const isDrawn = (drawn ?? placed) !== undefined;
  const page = useScheme();
  const [chosen, setScheme] = useState<Scheme>();
  const scheme = chosen ?? page;
  const [sheet, setSheet] = useState<Sheet>('page');
  const save = async (format: keyof typeof FORMATS) => {
    const { extension, write } = FORMATS[format];
    const sight = await sightOf(drawn, placed, scheme, meta, sheet);
    const date = dateText(new Date().toLocaleDateString('sv'));
    const made = drawPicture(sight, currentView(), meta, { title, scheme, date, sheet });
    saveBlob(fileName(made.title, meta.revision, extension), await write(made, sheet));
  };
  return (
    <ShareSection title="Picture">
      <TextInput
        size="xs"
        label="Title"
        placeholder={suggested}
        maxLength={160}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <SegmentedControl
        size="xs"
        aria-label="Colours of the picture"
        value={scheme}
        onChange={setScheme}
        data={[
          { value: 'light', label: 'Light, for paper' },
          { value: 'dark', label: 'Dark, for screens' },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label="Width of the picture"
        value={sheet}
        onChange={setSheet}
        data={(['page', 'column'] as const).map((value) => ({ value, label: SHEETS[value].label }))}
      />
      <div className="share-row">
        {(['PNG', 'SVG'] as const).map((format) => (
          <SmallButton
            key={format}
            disabled={!isDrawn}
            loading={saving.busy === format}
            onClick={() => saving.take(format, () => save(format))}
          >
            {format}
          </SmallButton>
        ))}
        <span className="muted small">
          {isDrawn ? 'with legend, scope, date and licences' : 'once the graph is drawn'}
        </span>
      </div>
    </ShareSection>
  );
}

/** What is to be seen: the map where one stands, else the sky. */
async function sightOf(
  sky: DrawnSky | undefined,
  map: DrawnMap | undefined,
  scheme: Scheme,
  meta: Meta,
  sheet: Sheet,
): Promise<Sight> {
  // The map's own code is loaded where a map stands, and not before.
  if (map !== undefined) return (await import('./map-marks.js')).mapSight(map, scheme, sheet);
  if (sky === undefined) throw new Error('There is no graph to draw yet.');
  return skySight(sky, scheme, meta.ontology, sheet);
}
