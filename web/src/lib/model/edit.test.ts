import { describe, expect, it } from 'vitest';
import { EMPTY_DESIGN, newTable, type Design } from './design.ts';
import { applied, difference, isNothing, touched } from './edit.ts';

const a = newTable('a', 'author');
const b = newTable('b', 'book');

const design = (tables: (typeof a)[], layout: Design['layout'] = {}): Design => ({
    model: { ...EMPTY_DESIGN.model, tables },
    layout,
});

describe('the difference of two designs', () => {
    it('is nothing for the same content, even in other objects', () => {
        expect(isNothing(difference(design([a]), design([structuredClone(a)])))).toBe(true);
    });

    it('names what was put and what was removed', () => {
        const renamed = { ...a, name: 'writer' };
        const c = newTable('c', 'city');
        const edit = difference(design([a, b]), design([renamed, c], { c: { x: 1, y: 2 } }));
        expect(edit.put.tables).toEqual([renamed, c]);
        expect(edit.remove).toEqual(['b']);
        expect(edit.layout).toEqual({ c: { x: 1, y: 2 } });
        expect(touched(edit)).toEqual(new Set(['a', 'b', 'c']));
    });

    it('done to the first gives the second, and backwards again the first', () => {
        const before = design([a, b], { a: { x: 0, y: 0 } });
        const after = design([{ ...a, comment: 'x' }, newTable('c', 'city')], {
            a: { x: 5, y: 0 },
        });
        expect(applied(before, difference(before, after))).toEqual(after);
        const back = applied(after, difference(after, before));
        expect(new Set(back.model.tables)).toEqual(new Set(before.model.tables));
        expect(back.layout).toEqual(before.layout);
    });

    it('can be done to a design that somebody else changed elsewhere', () => {
        const mine = difference(design([a, b]), design([{ ...a, name: 'writer' }, b]));
        const theirs = design([a, { ...b, name: 'work' }]);
        expect(applied(theirs, mine).model.tables.map(({ name }) => name)).toEqual([
            'writer',
            'work',
        ]);
    });
});
