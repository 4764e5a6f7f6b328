import { describe, expect, it } from 'vitest';
import { gcatOntology } from '../../src/exchange/gcat-ontology.js';
import { readIdentities } from '../../src/exchange/identities.js';
import { importTables, org, payload, small, table } from './gcat-tables.js';

describe('a small catalogue', () => {
  it('makes entities with claims, and relations with the row as locator', () => {
    const { entity, relations, warnings, sources, ties } = importTables(small());
    expect(warnings).toEqual([]);
    expect(entity('gcat-org-calt')).toMatchObject({
      kind: 'organisation',
      name: 'Academy',
      names: { zh: '中国运载火箭技术研究院' },
      identifiers: { gcat: 'CALT' },
      period: '1957-11-11/',
      place: { name: 'Beijing', lat: 39.78, lon: 116.39, precision: 'city' },
      attributes: { class: 'civil' },
      claims: [{ source: 'gcat-orgs', locator: 'orgs.tsv, code CALT' }],
    });
    expect(entity('gcat-site-xsc')).toMatchObject({ kind: 'launch-site', place: { precision: 'exact' } });
    expect(entity('gcat-s44978')).toMatchObject({
      kind: 'satellite',
      period: '2020-01-07/..',
      identifiers: { gcat: 'S44978', cospar: '2020-001A', satcat: '44978' },
      attributes: { class: 'military', category: 'communications (doubtful)', categoryCode: 'COM?' },
    });
    expect(entity('gcat-launch-2020-001')).toMatchObject({
      name: 'Launch 2020-001 (Chang Zheng 3B)',
      period: '2020-01-07',
      attributes: { outcome: 'success', destination: 'Earth orbit', flight: 'Y64' },
    });
    expect(ties('belongs-to')).toEqual([
      'gcat-vehicle-chang-zheng-3b gcat-org-cn',
      'gcat-s44978 gcat-org-own 2020-01-07/..',
      'gcat-site-xsc gcat-org-cn 1984/..',
    ]);
    expect(ties('conducts')).toEqual(['gcat-org-calt gcat-launch-2020-001 2020-01-07']);
    expect(ties('part-of')).toEqual(['gcat-s44978 gcat-programme-huoyan 2020-01-07/..']);
    expect(relations.find(({ type }) => type === 'registered-by')).toMatchObject({
      to: 'gcat-org-cn',
      attributes: { document: 'ST/SG/SER.E/1' },
      claims: [{ source: 'gcat-psatcat', locator: 'psatcat.tsv, JCAT S44978', credibility: 2 }],
    });
    // The owner of a military payload is inferred.
    expect(
      relations.find(({ id }) => id === 'gcat-s44978--belongs-to--gcat-org-own')?.claims[0]?.credibility,
    ).toBe(3);
    expect([...sources.keys()]).toEqual(['gcat-orgs', 'gcat-sites', 'gcat-launchlog', 'gcat-psatcat']);
  });

  it('dates a source by its file, else by what it is told', () => {
    const rows = small();
    const { sources } = importTables(
      rows,
      { updated: { orgs: '2025-05', sites: '1999' } },
      { sites: table('sites', rows.sites, '# Updated 2024 Nov 27 05:01:59') },
    );
    expect(sources.get('gcat-orgs')?.date).toBe('2025-05');
    expect(sources.get('gcat-sites')?.date).toBe('2024-11-27');
    expect(sources.get('gcat-launchlog')?.date).toBeUndefined();
    expect(sources.get('gcat-orgs')?.derivedFrom).toBe('unknown');
  });

  it('reads several owners, doubt, failures and other worlds', () => {
    const rows = small();
    rows.launchlog.push(
      payload('F00001', {
        SatOwner: 'OWN/CALT?',
        Launch_Tag: '2020-F01',
        Launch_Code: 'OF40',
        Launch_Date: '2020 Mar 16',
      }),
      payload('S00009', {
        Launch_Tag: '2020-002',
        Launch_Code: 'DS',
        Launch_Site: 'MARE',
        LV_Type: '-',
        Agency: '-',
      }),
    );
    rows.orgs.push(org('LUNA', { StateCode: 'LUNA', Type: 'AP' }));
    rows.sites.push({
      Site: 'MARE',
      UCode: 'MARE',
      Type: 'LS',
      StateCode: 'LUNA',
      Name: 'Mare',
      Longitude: '1',
      Latitude: '2',
      Error: '0.01',
    });
    const { entity, relations, ties } = importTables(rows);
    expect(entity('gcat-launch-2020-f01')?.attributes).toMatchObject({ outcome: 'failure', score: 0.4 });
    expect(entity('gcat-f00001')?.period).toBe('2020-03-16');
    expect(relations.find(({ id }) => id === 'gcat-f00001--belongs-to--gcat-org-calt')?.claims).toMatchObject(
      [{ says: 'Gives its owner or operator: CALT, with doubt', credibility: 3 }],
    );
    expect(entity('gcat-s00009')?.kind).toBe('spacecraft');
    expect(entity('gcat-site-mare')?.place).toBeUndefined();
    expect(ties('located-in').filter((tie) => tie.startsWith('gcat-site-mare'))).toEqual([]);
  });
});

describe('lineages', () => {
  const shared = [
    org('A1', { UCode: 'AX', TStart: '1965', TStop: '1993', Name: 'First', Parent: 'CALT' }),
    org('AX', { UCode: 'AX', TStart: '1993', Name: 'Second', Parent: 'OWN' }),
  ];
  const withOrgs = (...orgs: ReturnType<typeof org>[]) => {
    const rows = small();
    rows.orgs.push(...orgs);
    return rows;
  };

  it('makes one body of names that share a UCode, dated', () => {
    const { entity, ties } = importTables(withOrgs(...shared));
    expect(entity('gcat-org-ax')).toMatchObject({
      name: 'Second',
      period: '1965/',
      formerNames: [{ name: 'First', period: '1965/1993' }],
      identifiers: {
        gcat: [
          { value: 'A1', period: '1965/1993' },
          { value: 'AX', period: '1993/' },
        ],
      },
    });
    expect(entity('gcat-org-a1')).toBeUndefined();
    expect(ties('subsidiary-of').filter((tie) => tie.startsWith('gcat-org-ax'))).toEqual([
      'gcat-org-ax gcat-org-calt 1965/1993',
      'gcat-org-ax gcat-org-own 1993/',
    ]);
    expect(ties('succeeds')).toEqual([]);
  });

  it('dates no tie beyond the life of a parent', () => {
    const life = { TStart: '1982', TStop: '1988' };
    const child = (code: string, TStart: string, TStop: string) =>
      org(code, { TStart, TStop, Parent: 'MIN' });
    const { ties } = importTables(
      withOrgs(
        org('MIN', life),
        child('EARLY', '1979', '1986'),
        child('LATE', '1984', '1999'),
        child('LONG', '1979', '1999'),
        child('IN', '1983', '1985'),
      ),
    );
    expect(ties('subsidiary-of').filter((tie) => tie.includes('gcat-org-min'))).toEqual([
      'gcat-org-early gcat-org-min /1986',
      'gcat-org-late gcat-org-min 1984/',
      'gcat-org-long gcat-org-min',
      'gcat-org-in gcat-org-min 1983/1985',
    ]);
  });

  it('keeps bodies of the exceptions apart, one succeeding the other', () => {
    const { entity, ties, relations } = importTables({
      ...withOrgs(
        org('ZZB', { UCode: 'ZZB', TStart: '1998 Apr', TStop: '2016 Jan', Name: 'Department' }),
        org('ZLZB', { UCode: 'ZZB', TStart: '2016 Jan  1', Name: 'Force' }),
      ),
      launchlog: [
        payload('S00001', { SatOwner: 'ZLZB', Launch_Date: '2023 Jan  1' }),
        payload('S00002', { SatOwner: 'ZLZB', Launch_Date: '2024 Dec  1', Launch_Tag: '2024-200' }),
      ],
    });
    expect(entity('gcat-org-zzb')?.name).toBe('Department');
    expect(entity('gcat-org-zlzb')?.name).toBe('Force');
    expect(ties('succeeds')).toEqual(['gcat-org-zlzb gcat-org-zzb 2016-01-01']);
    const owner = (id: string) =>
      relations.find((each) => each.id === `${id}--belongs-to--gcat-org-zlzb`)?.claims[0];
    expect(owner('gcat-s00001')?.credibility).toBe(2);
    expect(owner('gcat-s00002')).toMatchObject({
      credibility: 4,
      says: expect.stringContaining('dissolved'),
    });
  });

  it('joins a territory to its states, each in its time', () => {
    const { ties } = importTables(
      withOrgs(
        org('UK', { StateCode: 'UK', Type: 'CY' }),
        org('HKUK', {
          UCode: 'HK',
          StateCode: 'UK',
          Type: 'CYP',
          TStart: '1842 Aug 29',
          TStop: '1997 Jul  1',
        }),
        org('HK', { UCode: 'HK', StateCode: 'CN', Type: 'CYP', TStart: '1997 Jul  1' }),
      ),
    );
    expect(ties('part-of').filter((tie) => tie.startsWith('gcat-org-hk'))).toEqual([
      'gcat-org-hk gcat-org-uk 1842-08-29/1997-07-01',
      'gcat-org-hk gcat-org-cn 1997-07-01/',
    ]);
  });

  it('does not take the state for a parent', () => {
    const { ties } = importTables(withOrgs(org('FIRM', { Parent: 'CN', Class: 'B' })));
    expect(ties('subsidiary-of')).toEqual(['gcat-org-own gcat-org-calt']);
    expect(ties('located-in')).toContain('gcat-org-firm gcat-org-cn');
  });
});

describe('one state', () => {
  const rows = small();
  rows.orgs.push(
    org('SUPA', { StateCode: 'PK' }),
    org('HK', { Type: 'CYP' }),
    org('APT', { StateCode: 'HK' }),
    org('FAR', { StateCode: 'PK' }),
  );
  rows.launchlog.push(
    payload('S00002', { SatState: 'PK', SatOwner: 'SUPA' }),
    payload('S00003', {
      SatState: 'HK',
      SatOwner: 'APT',
      LVState: 'PK',
      LV_Type: 'Falcon',
      Launch_Tag: '2021-001',
    }),
    payload('S00004', { SatState: 'PK', LVState: 'PK', Launch_Tag: '2021-002' }),
  );
  rows.psatcat.push({ JCAT: 'S00005', Name: 'Later', LDate: '2025 Jan  1', UNState: '[CN]' });

  it('takes its payloads, and foreign ones on its vehicles, told apart', () => {
    const { entity } = importTables(rows, { state: 'CN' });
    expect(entity('gcat-s44978')?.attributes['extract']).toBeUndefined();
    expect(entity('gcat-s00002')?.attributes['extract']).toBe('foreign payload on a vehicle of the state');
    expect(entity('gcat-s00003')?.attributes['extract']).toBeUndefined();
    expect(entity('gcat-s00004')).toBeUndefined();
    expect(entity('gcat-s00005')?.attributes['notRegistered']).toBe('expected of CN');
    expect(entity('gcat-org-supa')).toBeDefined();
    expect(entity('gcat-org-far')).toBeUndefined();
    expect(entity('gcat-org-apt')).toBeDefined();
  });

  it('gives every entity the id that the whole world gives it', () => {
    const clash = small();
    clash.launchlog.unshift(
      payload('S00001', { SatState: 'PK', LVState: 'PK', LV_Type: 'Chang-Zheng 3B', Launch_Tag: '2019-001' }),
    );
    const world = new Set(importTables(clash).entities.map(({ id }) => id));
    const part = importTables(clash, { state: 'CN' }).entities.map(({ id }) => id);
    expect(part.filter((id) => !world.has(id))).toEqual([]);
    expect(part.filter((id) => id.startsWith('gcat-vehicle'))).toEqual([
      expect.stringMatching(/^gcat-vehicle-chang-zheng-3b-[0-9a-f]{6}$/),
    ]);
  });

  it('refuses a state that is not there', () =>
    expect(() => importTables(rows, { state: 'XX' })).toThrow("orgs.tsv has no state 'XX'"));
});

describe('damage', () => {
  it('names files that are missing, or have no header', () => {
    const { warnings, entities } = importTables(
      small(),
      {},
      { psatcat: undefined, sites: 'rubbish\nmore\n' },
    );
    expect(warnings).toEqual([
      'Files without a header line that names their columns; nothing of theirs was read: 1 (sites.tsv:1 (lacks Site, StateCode, TStart, TStop, Name, Parent))',
      'Files that are missing; nothing of theirs was read: 1 (psatcat.tsv)',
      'Sites that sites.tsv lacks, made from their code: 1 (XSC (launchlog.tsv:2))',
      'Payloads of launchlog.tsv that psatcat.tsv lacks: without class and programme: 1 (launchlog.tsv:2)',
    ]);
    expect(entities.find(({ id }) => id === 'gcat-site-xsc')?.name).toBe('XSC');
  });

  it('counts and names rows that cannot be used, and reads the others', () => {
    const rows = small();
    const orgs = `${table('orgs', rows.orgs)}short\trow\n${table('orgs', [
      org('CALT'),
      { UCode: 'X' },
      org('BAD', { TStart: 'once', Latitude: '95', Longitude: '1', Error: '0.1' }),
    ])
      .split('\n')
      .slice(1)
      .join('\n')}`;
    rows.launchlog[0]!['SatOwner'] = 'GONE';
    const { warnings, entity } = importTables(rows, {}, { orgs });
    expect(warnings).toEqual([
      'Rows left out: their number of cells is not the header’s: 1 (orgs.tsv:6 (2 of 17))',
      'Rows left out: another row has their key: 1 (orgs.tsv:7 (CALT))',
      'Rows left out: their key is empty: 1 (orgs.tsv:8)',
      'Organisations that orgs.tsv lacks, made from their code: 1 (GONE (launchlog.tsv:2))',
      'Dates that cannot be read, taken for unknown: 1 (orgs.tsv:9 (once is no vague date))',
      'Positions left out: no degrees of latitude and longitude: 1 (orgs.tsv:9)',
    ]);
    expect(entity('gcat-org-bad')).toMatchObject({ name: 'BAD' });
    expect(entity('gcat-org-gone')).toMatchObject({ name: 'GONE', kind: 'organisation' });
  });

  it('refuses a folder without any table that can be read, and a bad date of update', () => {
    const none = {
      orgs: undefined,
      sites: undefined,
      platforms: undefined,
      launchlog: undefined,
      psatcat: undefined,
    };
    expect(() => importTables({}, {}, none)).toThrow(
      /^No table can be read\.\nFiles that are missing; .*: 5/,
    );
    expect(() => importTables({}, {}, { ...none, orgs: 'rubbish\n' })).toThrow('Files without a header line');
    expect(() => importTables(small(), { updated: { orgs: 'May' } })).toThrow('updated: May is no date');
    expect(() => importTables(small(), { updated: { org: '2025' } })).toThrow("there is no table 'org'");
  });
});

describe('joining a graph', () => {
  const ontology = gcatOntology();
  const kinds = new Map([
    ['calt', 'organisation'],
    ['china', 'nation'],
  ]);
  const target = {
    ontology,
    kindOf: (id: string) => kinds.get(id),
    joins: (from: string, type: string, to: string) => `${from} ${type} ${to}` === 'calt located-in china',
  };
  const identities = readIdentities(
    'table,code,entity,reason\norgs,CALT,calt,same name\norgs,CN,china,"the state, China"\n',
    'i.csv',
    kinds,
  );

  it('uses the entities that are there, and leaves them their relations', () => {
    const { entities, ties, warnings } = importTables(small(), { target, identities });
    expect(entities.map(({ id }) => id).filter((id) => !id.startsWith('gcat-'))).toEqual([]);
    expect(ties('conducts')).toEqual(['calt gcat-launch-2020-001 2020-01-07']);
    expect(ties('subsidiary-of')).toEqual(['gcat-org-own calt']);
    expect(warnings).toEqual([
      'Relations left to the collection that holds them already: 1 (calt--located-in--china)',
    ]);
  });

  it('notes relations that no type of the graph allows', () => {
    const { warnings } = importTables(small(), {
      target: { ...target, kindOf: (id) => (id === 'calt' ? 'launch' : kinds.get(id)) },
      identities,
    });
    expect(warnings).toContain(
      'Relations left out: no type (conducts) joins launch to launch: 1 (launchlog.tsv:2)',
    );
  });

  it('splits a lineage for which the graph has two entities', () => {
    const rows = small();
    rows.orgs.push(
      org('NEW', { UCode: 'OLD', TStart: '2000' }),
      org('OLD', { TStart: '1980', TStop: '2000' }),
      org('MID', { UCode: 'OLD' }),
    );
    const both = new Map([...identities, ['orgs NEW', 'china'], ['orgs OLD', 'calt']]);
    const { entity } = importTables(rows, { target, identities: both });
    expect(entity('gcat-org-mid')).toBeDefined();
    const one = importTables(rows, { target, identities: new Map([...identities, ['orgs OLD', 'calt']]) });
    expect(one.entities.map(({ id }) => id).filter((id) => /new|old|mid/.test(id))).toEqual([]);
  });

  it.each([
    ['code,entity\n', 'the header must read table,code,entity,reason'],
    ['table,code,entity,reason\norgs,CALT,calt,\n', 'none of them empty'],
    ['table,code,entity,reason\norg,CALT,calt,x\n', 'there is no table org'],
    ['table,code,entity,reason\norgs,CALT,clt,x\n', 'no entity has the id clt; did you mean calt?'],
    ['table,code,entity,reason\norgs,A,calt,x\norgs,A,calt,x\n', 'orgs A is given twice'],
  ])('refuses the table of identities %j', (text, message) =>
    expect(() => readIdentities(text, 'i.csv', kinds)).toThrow(message),
  );
});
