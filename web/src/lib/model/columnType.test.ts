import { describe, expect, it } from 'vitest';
import { choiceOf, kindOf, parseType, typeText } from './columnType.ts';

describe('the type of a column', () => {
    it.each([
        ['text(80)', 'text(80)'],
        ['text', 'text(255)'],
        [' decimal ( 12 , 2 ) ', 'decimal(12,2)'],
        ['decimal(9)', 'decimal(9,0)'],
        ['decimal', 'decimal(18,2)'],
        ['timestamptz(3)', 'timestamptz(3)'],
        ['timestamp', 'timestamp(6)'],
        ['binary', 'binary'],
        ['uuid', 'uuid'],
        ['choice(abc123)', 'choice(abc123)'],
        ['native(numeric(10, 4)[])', 'native(numeric(10, 4)[])'],
    ])('%s is saved as %s', (text, saved) => {
        const type = parseType(text);
        expect(type && typeText(type)).toBe(saved);
    });

    it.each(['', 'varchar(10)', 'text(ten)', 'decimal(1;2)', 'choice', 'native()', 'TEXT'])(
        '%s is none',
        (text) => expect(parseType(text)).toBeNull(),
    );

    it('names a choice', () => {
        expect(choiceOf('choice(k2)')).toBe('k2');
        expect(choiceOf('text(9)')).toBeUndefined();
        expect(kindOf('geometry')).toBe('native');
    });
});
