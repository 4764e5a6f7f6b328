/** Codes of the General Catalog in words. */
import { attribute } from './gcat-names.js';

const CATEGORIES: Readonly<Record<string, string>> = {
  AST: 'astronomy',
  BIO: 'life sciences',
  CAL: 'calibration',
  COM: 'communications',
  EDU: 'education',
  EOSCI: 'Earth science',
  EW: 'early warning',
  GEOD: 'geodesy',
  IMG: 'imaging',
  'IMG-R': 'radar imaging',
  MET: 'meteorology',
  'MET-RO': 'radio occultation',
  MGRAV: 'microgravity',
  NAV: 'navigation',
  PLAN: 'planetary',
  RV: 'reentry vehicle',
  SCI: 'science',
  SIG: 'signals intelligence',
  SS: 'crewed spaceflight',
  TARG: 'target',
  TECH: 'technology',
  WEAPON: 'weapon',
};

/** Categories in words beside the code as it stands; doubt (`?`) stays. */
export function categoriesOf(code: string | undefined): Record<string, string | string[]> {
  if (code === undefined) return {};
  const words = code.split('/').map((part) => {
    const word = CATEGORIES[part.replace(/[?*]/g, '')] ?? part.replace(/[?*]/g, '');
    return part.includes('?') ? `${word} (doubtful)` : word;
  });
  return { ...(attribute('category', words) as Record<string, string | string[]>), categoryCode: code };
}

export const RESULTS: Readonly<Record<string, string>> = {
  S: 'success',
  F: 'failure',
  U: 'unknown',
  N: 'not applicable',
};

/**
 * A launch code in words: success or failure, and the share of success where the catalogue gives one.
 *
 * @example outcomeOf('OF40') // { outcome: 'failure', score: 0.4, destination: 'Earth orbit' }
 */
export function outcomeOf(code: string | undefined): {
  outcome?: string;
  score?: number;
  destination?: string;
} {
  const match = /^([A-Z])([SF])(\d\d)?$/.exec(code ?? '');
  if (match === null) return {};
  const destination = { O: 'Earth orbit', D: 'deep space', X: 'from another world' }[match[1]!];
  return {
    outcome: match[2] === 'S' ? 'success' : 'failure',
    ...(match[3] === undefined ? {} : { score: Number(match[3]) / 100 }),
    ...(destination === undefined ? {} : { destination }),
  };
}
