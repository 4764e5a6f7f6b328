/** The menu in the header that says through which lens one looks, and offers the others, and a graph of one's own. */
import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Answer } from '../../src/contract/questions.js';
import { chooseFile } from './drop/take-file.js';
import { lensesOf, lookThrough } from './lenses.js';
import { closeOpened, openedId } from './opened-graph.js';
import { useView } from './view.js';

export function LensMenu({ meta: { ontology, title } }: { meta: Answer<'meta'> }) {
  const lens = useView().lens ?? ontology.defaultLens;
  const lenses = lensesOf(ontology);
  const label = lenses.find(({ id }) => id === lens)?.label ?? `${lens} (unknown)`;
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button
          className="lens-button"
          variant="default"
          size="sm"
          rightSection={<IconChevronDown size={15} aria-hidden />}
          aria-label={`Lens ${label}`}
        >
          <span className="lens-word">Lens</span> {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {lenses.map(({ id, label, description }) => (
          <Entry
            key={id}
            label={label}
            about={description}
            mark={id === lens ? <IconCheck size={15} aria-label="in use" /> : null}
            onClick={() => lookThrough(id, ontology)}
          />
        ))}
        <Menu.Divider />
        <Entry
          label="Open a graph file…"
          about="For this tab only. It may also be dropped on the page."
          onClick={chooseFile}
        />
        {openedId() !== undefined && (
          <Entry label="Back to the served graph" about={`${title} is let go.`} onClick={closeOpened} />
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Entry(properties: { label: string; about: string; mark?: ReactNode; onClick: () => void }) {
  return (
    <Menu.Item onClick={properties.onClick} rightSection={properties.mark}>
      <strong>{properties.label}</strong>
      <br />
      <span className="muted small">{properties.about}</span>
    </Menu.Item>
  );
}
