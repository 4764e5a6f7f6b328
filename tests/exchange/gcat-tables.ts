/** Tables of the General Catalog in small, written by hand: each test changes what it is about. */
import { type GcatOptions, importGcat } from '../../src/exchange/gcat-importer.js';

const HEADERS = {
  orgs: 'Code UCode StateCode Type Class TStart TStop ShortName Name Location Longitude Latitude Error Parent ShortEName EName UName',
  sites:
    'Site Code UCode Type StateCode TStart TStop ShortName Name Location Longitude Latitude Error Parent ShortEName EName Group UName',
  platforms:
    'Code UCode StateCode Type Class TStart TStop ShortName Name Location Longitude Latitude Error Parent ShortEName EName VClass VClassID VID Group UName',
  launchlog:
    'Launch_Tag Launch_Date Piece Type Name PLName JCAT SatOwner SatState LV_Type Flight_ID Platform Launch_Site Launch_Pad Ascent_Site Ascent_Pad Agency LVState Launch_Code LTCite',
  psatcat:
    'JCAT Piece Name LDate TLast TOp TDate TF Program Plane Att Mvr Class Category Result Control Discipline UNState UNReg UNPeriod UNPerigee UNApogee UNInc DispEpoch DispPeri DispApo DispInc Comment',
};
type Table = keyof typeof HEADERS;
type Row = Record<string, string>;

/** A table with these rows; what a row leaves out is `-`. */
export function table(name: Table, rows: readonly Row[], second = ''): string {
  const columns = HEADERS[name].split(' ');
  for (const row of rows)
    for (const key of Object.keys(row)) if (!columns.includes(key)) throw new Error(`${name} has no ${key}`);
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '-').join('\t'));
  return [`#${columns.join('\t')}`, ...(second === '' ? [] : [second]), ...lines, ''].join('\n');
}

export const org = (code: string, over: Row = {}): Row => ({
  Code: code,
  UCode: code,
  StateCode: 'CN',
  Type: 'O',
  Class: 'C',
  Name: code,
  ...over,
});

export const payload = (jcat: string, over: Row = {}): Row => ({
  Launch_Tag: '2020-001',
  Launch_Date: '2020 Jan  7 1520',
  Piece: '2020-001A',
  Type: 'P',
  Name: `Craft ${jcat}`,
  JCAT: jcat,
  SatOwner: 'OWN',
  SatState: 'CN',
  LV_Type: 'Chang Zheng 3B',
  Flight_ID: 'Y64',
  Launch_Site: 'XSC',
  Agency: 'CALT',
  LVState: 'CN',
  Launch_Code: 'OS',
  ...over,
});

const nation = (code: string, name: string): Row =>
  org(code, { StateCode: code, Type: 'CY', ShortEName: name, EName: name, TStart: '1949 Oct  1' });

/** One launch of one payload by one academy, and a second state. */
export const small = (): Record<Table, Row[]> => ({
  orgs: [
    nation('CN', 'China'),
    nation('PK', 'Pakistan'),
    org('CALT', {
      UName: '中国运载火箭技术研究院',
      EName: 'Academy',
      TStart: '1957 Nov 11',
      Longitude: '116.39',
      Latitude: '39.78',
      Error: '0.02',
      Location: 'Beijing',
    }),
    org('OWN', { Parent: 'CALT', Class: 'D' }),
  ],
  sites: [
    {
      Site: 'XSC',
      UCode: 'XSC',
      Type: 'LS',
      StateCode: 'CN',
      TStart: '1984',
      TStop: '*',
      Name: 'Xichang',
      Longitude: '102.0291',
      Latitude: '28.2472',
      Error: '0.0001',
      Parent: 'CN',
    },
  ],
  platforms: [],
  launchlog: [payload('S44978')],
  psatcat: [
    {
      JCAT: 'S44978',
      Name: 'Craft',
      LDate: '2020 Jan  7',
      TOp: '*',
      Program: 'Huoyan',
      Class: 'D',
      Category: 'COM?',
      Result: 'S',
      UNState: 'CN',
      UNReg: 'ST/SG/SER.E/1',
    },
  ],
});

/** Imports tables by rows; `files` stands for whole files, or their absence. */
export function importTables(
  rows: Partial<Record<Table, Row[]>>,
  options: GcatOptions = {},
  files: Partial<Record<Table, string | undefined>> = {},
) {
  const given = Object.keys(HEADERS).flatMap((name) => {
    const text = name in files ? files[name as Table] : table(name as Table, rows[name as Table] ?? []);
    return text === undefined ? [] : [[`${name}.tsv`, new TextEncoder().encode(text)] as const];
  });
  const dataset = importGcat(new Map(given), options);
  const { entities, relations, warnings = [] } = dataset;
  return {
    ...dataset,
    warnings,
    entity: (id: string) => entities.find((each) => each.id === id),
    ties: (type: string) =>
      relations
        .filter((each) => each.type === type)
        .map(({ from, to, period }) => `${from} ${to}${period === undefined ? '' : ` ${period}`}`),
  };
}
