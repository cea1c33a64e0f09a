import { describe, expect, it } from 'vitest';
import { Changes } from './changes.svelte.ts';
import { formatCells, parseCells, parseFile } from './paste.ts';
import type { AppTable } from './app.ts';

const table = { key: ['id'] } as AppTable;

describe('changes', () => {
    it('are one update per row with only what is new', () => {
        const changes = new Changes(table);
        const row = { id: '1', a: 'x', b: 'y' };
        changes.set(row, 'a', 'z');
        expect(changes.value(row, 'a')).toBe('z');
        expect(changes.value(row, 'b')).toBe('y');
        expect(changes.updates().map((update) => update.values)).toEqual([{ a: 'z' }]);
    });

    it('vanish when a value is what it was', () => {
        const changes = new Changes(table);
        const row = { id: '1', a: 'x' };
        changes.set(row, 'a', 'z');
        changes.set(row, 'a', 'x');
        expect(changes.size).toBe(0);
    });

    it('tell what somebody else made of a value meanwhile', () => {
        const changes = new Changes(table);
        const row = { id: '1', a: 'x', b: 'y' };
        changes.set(row, 'a', 'z');
        expect(changes.theirs(row, 'a')).toBeUndefined();
        expect(changes.theirs({ ...row, a: 'theirs', b: 'theirs' }, 'a')).toBe('theirs');
        expect(changes.theirs({ ...row, a: 'theirs', b: 'theirs' }, 'b')).toBeUndefined();
        expect(changes.value({ ...row, a: 'theirs' }, 'a')).toBe('z');
    });

    it('can set a value to nothing', () => {
        const changes = new Changes(table);
        const row = { id: '1', a: 'x' };
        changes.set(row, 'a', null);
        expect(changes.value(row, 'a')).toBeNull();
        expect(changes.has(row, 'a')).toBe(true);
    });
});

describe('cells of a spreadsheet', () => {
    it.each([
        [
            'a\tb\nc\td',
            [
                ['a', 'b'],
                ['c', 'd'],
            ],
        ],
        ['"two\nlines"\tx\n', [['two\nlines', 'x']]],
        ['"say ""hi"""', [['say "hi"']]],
        ['a\t\t', [['a', '', '']]],
    ])('are read', (text, cells) => {
        expect(parseCells(text)).toEqual(cells);
    });

    it('are written so that they come back', () => {
        const cells = [
            ['a\tb', 'c\nd'],
            ['"', ''],
        ];
        expect(parseCells(formatCells(cells))).toEqual(cells);
    });
});

describe('a CSV file', () => {
    it.each([
        [
            'a,b\n1,"x, ""y"""\n',
            [
                ['a', 'b'],
                ['1', 'x, "y"'],
            ],
        ],
        [
            '\uFEFFa;b\r\n1,5;2\r\n\r\n',
            [
                ['a', 'b'],
                ['1,5', '2'],
            ],
        ],
        ['only\none', [['only'], ['one']]],
        ['', []],
    ])('%j is %j', (text, rows) => {
        expect(parseFile(text)).toEqual(rows);
    });
});
