/// <reference types="node" />
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { KINDS } from '#lib/model/columnType.ts';

const here = new URL('.', import.meta.url);
const server = new URL(
    '../../../../schema/src/main/java/dev/plinth/schema/type/ColumnTypes.java',
    import.meta.url,
);

it('there is one folder for each kind of column, with the same files in each', () => {
    const folders = readdirSync(here, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
        .map((entry) => entry.name);
    expect(folders.sort()).toEqual([...KINDS].sort());
    for (const folder of folders) {
        for (const file of ['index.ts', 'Cell.svelte', 'Input.svelte']) {
            expect(existsSync(new URL(`${folder}/${file}`, here)), `${folder}/${file}`).toBe(true);
        }
    }
});

it('the kinds are those of the server, in its order', () => {
    const list = /KINDS\s*=\s*List\.of\(([^)]*)\)/.exec(readFileSync(server, 'utf8'))?.[1] ?? '';
    expect([...list.matchAll(/"(\w+)"/g)].map((match) => match[1])).toEqual([...KINDS]);
});
