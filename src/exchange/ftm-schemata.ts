/** The schemata of FollowTheMoney that join two things, with their properties; and which schemata are kinds of others. */

interface FtmLink {
  from: string;
  to: string;
}

/** Read from `from` to `to` as our relation types run. */
export const FTM_LINKS: Readonly<Record<string, FtmLink>> = {
  Ownership: { from: 'owner', to: 'asset' },
  Directorship: { from: 'director', to: 'organization' },
  Membership: { from: 'member', to: 'organization' },
  Employment: { from: 'employee', to: 'employer' },
  ProjectParticipant: { from: 'participant', to: 'project' },
  Succession: { from: 'successor', to: 'predecessor' },
  Representation: { from: 'agent', to: 'client' },
  Associate: { from: 'person', to: 'associate' },
  Family: { from: 'person', to: 'relative' },
  Debt: { from: 'debtor', to: 'creditor' },
  Payment: { from: 'payer', to: 'beneficiary' },
  UnknownLink: { from: 'subject', to: 'object' },
};

/** What a property may hold, as far as `FTM_LINKS` needs it for the schemata that we write. */
const ORGANIZATIONS = ['Organization', 'Company', 'PublicBody'];
const LEGAL_ENTITIES = ['LegalEntity', 'Person', ...ORGANIZATIONS];
const RANGES: Readonly<Record<string, readonly string[]>> = {
  owner: LEGAL_ENTITIES,
  asset: ['Asset', 'Company', 'Vessel'],
  director: LEGAL_ENTITIES,
  organization: ORGANIZATIONS,
  member: LEGAL_ENTITIES,
  employee: ['Person'],
  employer: ORGANIZATIONS,
  participant: LEGAL_ENTITIES,
  project: ['Project'],
  successor: LEGAL_ENTITIES,
  predecessor: LEGAL_ENTITIES,
};

/** The schema for a link between things of two schemata: the one that is meant if both may stand in it, else UnknownLink. */
export function linkSchema(meant: string, from: string, to: string): string {
  const link = Object.hasOwn(FTM_LINKS, meant) ? FTM_LINKS[meant]! : undefined;
  const fits =
    link !== undefined &&
    RANGES[link.from]?.includes(from) === true &&
    RANGES[link.to]?.includes(to) === true;
  return fits ? meant : 'UnknownLink';
}
