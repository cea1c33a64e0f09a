import { describe, expect, it } from 'vitest';
import { keyLabels, matches } from './shortcut.ts';

const press = (key: string, more: Partial<Parameters<typeof matches>[0]> = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...more,
});

describe('a shortcut', () => {
    it('needs exactly its modifiers', () => {
        expect(matches(press('z', { ctrlKey: true }), 'mod+z')).toBe(true);
        expect(matches(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+z')).toBe(false);
        expect(matches(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+shift+z')).toBe(true);
        expect(matches(press('z'), 'mod+z')).toBe(false);
    });

    it('takes signs however they are typed', () => {
        expect(matches(press('?', { shiftKey: true }), '?')).toBe(true);
        expect(matches(press('/'), '/')).toBe(true);
    });

    it('is shown as keys', () => {
        expect(keyLabels('mod+shift+z')).toEqual(['Ctrl', 'Shift', 'Z']);
        expect(keyLabels('escape')).toEqual(['Esc']);
    });
});
