import type { Design } from '#lib/model/design.ts';
import type { Choice, Relation, Table } from '#lib/model/documents.ts';
import {
    HEAD_HEIGHT,
    ROW_HEIGHT,
    TABLE_WIDTH,
    rowMiddle,
    sides,
    tableHeight,
} from '#lib/model/geometry.ts';
import { shortType } from '../shortType.ts';

const MARGIN = 40;
const PADDING = 10;

/** A picture is looked at on paper and in documents, so it is always light. */
const INK = {
    paper: '#ffffff',
    line: '#c9ccd1',
    edge: '#8b9098',
    text: '#1d2127',
    faint: '#666c75',
    accent: {
        blue: '#2f7fd6',
        teal: '#138f8f',
        green: '#2b9150',
        amber: '#c07d16',
        red: '#d3434a',
        pink: '#cf4a93',
        violet: '#7a57cf',
        grey: '#83878e',
    } as Record<string, string>,
};

const escaped = (text: string) =>
    text.replace(
        /[&<>"]/g,
        (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;',
    );

/** No font is measured here: what would surely not fit is cut. */
const fitting = (text: string, most: number) =>
    escaped(text.length > most ? `${text.slice(0, most - 1)}…` : text);

interface Placed {
    table: Table;
    x: number;
    y: number;
    color: string;
}

function tableSvg({ table, x, y, color }: Placed, choices: readonly Choice[]): string {
    const height = tableHeight(table);
    const key = new Set(table.primaryKey?.columns);
    const rows = table.columns.map((column, i) => {
        const middle = HEAD_HEIGHT + i * ROW_HEIGHT + ROW_HEIGHT / 2 + 4;
        const weight = key.has(column.id) ? ' font-weight="600"' : '';
        const ink = column.required ? INK.text : INK.faint;
        return (
            `<text x="${PADDING}" y="${middle}" fill="${ink}"${weight}>${fitting(column.name, 24)}</text>` +
            `<text x="${TABLE_WIDTH - PADDING}" y="${middle}" class="type">${fitting(shortType(column.type, choices), 18)}</text>`
        );
    });
    return (
        `<g transform="translate(${x} ${y})"><title>${escaped(table.comment || table.name)}</title>` +
        `<rect width="${TABLE_WIDTH}" height="${height}" rx="6" fill="${INK.paper}" stroke="${INK.line}"/>` +
        `<path d="M0 6a6 6 0 0 1 6-6h${TABLE_WIDTH - 12}a6 6 0 0 1 6 6z" fill="${color}"/>` +
        `<path d="M0 ${HEAD_HEIGHT}h${TABLE_WIDTH}" stroke="${INK.line}"/>` +
        `<text x="${PADDING}" y="25" class="name">${fitting(table.name, 30)}</text>${rows.join('')}</g>`
    );
}

function relationSvg(relation: Relation, from: Placed, to: Placed): string {
    const [out, into] =
        from.table.id === to.table.id ? (['right', 'right'] as const) : sides(from, to);
    const at = (placed: Placed, side: 'left' | 'right', column: string | undefined) => ({
        x: placed.x + (side === 'right' ? TABLE_WIDTH : 0),
        y: placed.y + rowMiddle(placed.table, column),
        way: side === 'right' ? 1 : -1,
    });
    const a = at(from, out, relation.columns[0]);
    const b = at(to, into, relation.targetColumns[0]);
    const bend = Math.max(40, Math.abs(b.x - a.x) / 2);
    const [ax, bx] = [a.x + a.way * 12, b.x + b.way * 12];
    return (
        `<path d="M${a.x} ${a.y - 5}L${ax} ${a.y}L${a.x} ${a.y + 5}M${a.x} ${a.y}H${ax}` +
        `C${ax + a.way * bend} ${a.y} ${bx + b.way * bend} ${b.y} ${bx} ${b.y}H${b.x}` +
        `M${b.x + b.way * 5} ${b.y - 5}V${b.y + 5}"/>`
    );
}

/** The tables and relations of a design as they lie on the canvas, as the text of an SVG file. */
export function svgOf({ model, layout }: Design): string {
    const placed = model.tables.map((table): Placed => {
        const { x = 0, y = 0, color } = layout[table.id] ?? {};
        return { table, x, y, color: INK.accent[color ?? ''] ?? INK.line };
    });
    const known = new Map(placed.map((each) => [each.table.id, each]));
    const left = Math.min(0, ...placed.map(({ x }) => x)) - MARGIN;
    const top = Math.min(0, ...placed.map(({ y }) => y)) - MARGIN;
    const right = Math.max(0, ...placed.map(({ x }) => x + TABLE_WIDTH)) + MARGIN;
    const bottom = Math.max(0, ...placed.map(({ table, y }) => y + tableHeight(table))) + MARGIN;
    const lines = placed.flatMap((from) =>
        from.table.relations.flatMap((relation) => {
            const to = known.get(relation.target);
            return to ? [relationSvg(relation, from, to)] : [];
        }),
    );
    const [width, height] = [right - left, bottom - top].map(Math.round);
    return (
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" font-family="Inter, system-ui, sans-serif" font-size="12">` +
        `<style>.name{font-weight:600;fill:${INK.text}}.type{font:10.5px ui-monospace,monospace;fill:${INK.faint};text-anchor:end}</style>` +
        `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${INK.paper}"/>` +
        `<g fill="none" stroke="${INK.edge}">${lines.join('')}</g>` +
        `${placed.map((each) => tableSvg(each, model.choices)).join('')}</svg>\n`
    );
}
