import { expect, it } from 'vitest';
import { EMPTY_DESIGN, newTable, withTables } from '#lib/model/design.ts';
import { newColumn } from '#lib/model/pasted.ts';
import { relate } from '../commands/relations.ts';
import { svgOf } from './svg.ts';

const author = {
    ...newTable('t1', 'author'),
    columns: [{ ...newColumn('id', 'bigint'), id: 'c1' }],
    primaryKey: { name: '', columns: ['c1'] },
};
const tables = withTables(EMPTY_DESIGN, [author, newTable('t2', 'book <"&">')]);
const design = relate({ table: 't2' }, { table: 't1' }).apply({
    ...tables,
    layout: { t1: { x: -100, y: 20, color: 'blue' }, t2: { x: 400, y: 0 } },
});

it('draws every table, column and relation', () => {
    const svg = svgOf(design);
    expect(svg.match(/<title>/g)).toHaveLength(2);
    expect(svg).toContain('>author_id</text>');
    expect(svg.match(/<path d="M\S+ \S+L/g)).toHaveLength(1);
});

it('is as large as the drawing, with a margin', () => {
    expect(svgOf(design)).toMatch(/viewBox="-140 -40 828 \d+"/);
});

it('keeps names apart from markup', () => {
    expect(svgOf(design)).toContain('book &lt;&quot;&amp;&quot;&gt;');
});

it('of nothing is a sheet of paper', () => {
    expect(svgOf(EMPTY_DESIGN)).toMatch(/^<svg .* width="80" height="80".*<\/svg>\n$/);
});
