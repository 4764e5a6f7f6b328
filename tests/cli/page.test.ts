import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { Page } from '../../src/cli/page.js';
import { plain, plainly } from '../../src/cli/plain.js';

const lines = (page: Page) => page.toString().split('\n').slice(0, -1);

describe('a table', () => {
  it('counts East Asian characters as two cells', () => {
    const page = new Page(80, false);
    page.table(
      [{ title: 'Name' }, { title: 'Id' }],
      [
        ['军事航天部队', 'a'],
        ['Argentina', 'b'],
        ['ｱ́', 'c'],
      ],
    );
    const starts = lines(page)
      .slice(1)
      .map((line) => stringWidth(line.slice(0, -1)));
    expect(starts).toEqual([14, 14, 14]);
  });

  it('lines decimal points up', () => {
    const page = new Page(80, false);
    page.table([{ title: '', align: 'decimal' }], [['0.125'], ['12'], ['3.5']]);
    expect(lines(page)).toEqual([' 0.125', '12', ' 3.5']);
  });

  it('narrows its widest text and loses no letter of it', () => {
    const page = new Page(60, false);
    const long = 'Department of the General Staff that answers for launches, tracking and command at sea';
    page.table(
      [{ title: '#', align: 'right' }, { title: 'Name' }, { title: 'Value', align: 'decimal' }],
      [['1', long, '0.5']],
    );
    for (const line of lines(page)) expect(stringWidth(line)).toBeLessThanOrEqual(60);
    const words = lines(page).slice(1).join(' ').split(/\s+/);
    for (const word of long.split(' ')) expect(words).toContain(word);
    expect(words).toContain('0.5');
  });

  it('breaks text without spaces rather than cutting it', () => {
    const page = new Page(40, false);
    const id = 'x'.repeat(90);
    page.table([{ title: 'Id' }, { title: 'B' }], [[id, 'b']]);
    expect(page.toString().replace(/[^x]/g, '')).toBe(id);
  });
});

describe('a paragraph', () => {
  it('wraps to the width and hangs below its bullet', () => {
    const page = new Page(40, false);
    page.line('军事航天部队 is a very long matter that goes on for more than one line', {
      indent: 2,
      bullet: 'B2  ',
    });
    expect(lines(page).length).toBeGreaterThan(1);
    expect(lines(page)[0]).toMatch(/^ {2}B2 {2}军/);
    for (const line of lines(page).slice(1)) expect(line).toMatch(/^ {6}\S/);
    for (const line of lines(page)) expect(stringWidth(line)).toBeLessThanOrEqual(40);
  });

  it('is coloured only where asked', () => {
    const written = [true, false].map((coloured) => {
      const page = new Page(80, coloured);
      page.line(page.style.bold('x'));
      return page.toString();
    });
    expect(written).toEqual(['\u001b[1mx\u001b[22m\n', 'x\n']);
  });
});

describe('text from data', () => {
  it('reaches the terminal without control characters', () => {
    expect(plain('a\u001b[31mred\u0007\nb\u202ec')).toBe('a\ufffd[31mred\ufffd b\ufffdc');
    expect(plainly({ 'k\u0000': ['\u009b1m', 0, null, false] })).toEqual({
      'k\ufffd': ['\ufffd1m', 0, null, false],
    });
  });
});
