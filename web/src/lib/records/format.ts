import { kindOf, type AppColumn, type Value } from './app.ts';

const numberKinds = new Set(['smallint', 'integer', 'bigint', 'decimal', 'real', 'double']);

export function isNumber(type: string): boolean {
    return numberKinds.has(kindOf(type));
}

/** A label for a column or table that has none: `unit_price` is "Unit price". */
export function labelOf(item: { name: string; label: string }): string {
    if (item.label !== '') return item.label;
    const words = item.name.replaceAll(/[_-]+/g, ' ').trim();
    return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a cell shows. Numbers are grouped without going through a floating point number. */
export function shown(column: AppColumn, value: Value): string {
    if (value === null) return '';
    if (column.choice) {
        const option = column.choice.options.find((known) => known.value === value);
        return option?.label === '' || !option ? String(value) : option.label;
    }
    const kind = kindOf(column.type);
    if (kind === 'boolean') return value === true || value === 'true' ? '✓' : '–';
    if (kind === 'decimal') return grouped(String(value));
    if (kind === 'timestamptz') return moment(String(value));
    if (kind === 'timestamp') return String(value).replace('T', ' ').replace(/\.0+$/, '');
    return String(value);
}

/** Thin spaces between thousands, digits untouched. */
export function grouped(text: string): string {
    const match = /^(-?)(\d+)(\.\d+)?$/.exec(text);
    if (!match) return text;
    return `${match[1]}${match[2]?.replaceAll(/\B(?=(\d{3})+$)/g, '\u2009')}${match[3] ?? ''}`;
}

/** A moment in the reader's own zone, to the second. */
function moment(text: string): string {
    const date = new Date(text);
    if (Number.isNaN(date.getTime())) return text;
    const two = (part: number) => String(part).padStart(2, '0');
    const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
