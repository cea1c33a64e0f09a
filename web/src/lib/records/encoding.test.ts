import { describe, expect, it } from 'vitest';
import { encodingOf, textOf } from './encoding.ts';

const bytes = (...all: number[]) => new Blob([new Uint8Array(all)]);

describe('the text of a file', () => {
    it('is UTF-8 if it is that to its end, with a mark or without', async () => {
        expect(await encodingOf(new Blob(['Käse €']))).toBe('utf-8');
        expect(await textOf(new Blob(['\uFEFFKäse']))).toBe('Käse');
        expect(await encodingOf(bytes())).toBe('utf-8');
    });

    it('is what Windows writes if it is no UTF-8, however late that shows', async () => {
        const late = new Blob(['a'.repeat(300_000), new Uint8Array([0x4b, 0xe4, 0x80])]);
        expect(await encodingOf(late)).toBe('windows-1252');
        expect((await textOf(late)).slice(-3)).toBe('Kä€');
        expect(await encodingOf(bytes(0x4b, 0xc3))).toBe('windows-1252');
    });

    it('is UTF-16 if its first bytes say so', async () => {
        expect(await textOf(bytes(0xff, 0xfe, 0xe4, 0x00))).toBe('ä');
        expect(await textOf(bytes(0xfe, 0xff, 0x00, 0xe4))).toBe('ä');
    });
});
