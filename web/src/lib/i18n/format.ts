import { locale } from './locale.ts';

const integers = new Intl.NumberFormat(locale);
const tenths = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
});
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' });
const plurals = new Intl.PluralRules(locale);
const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** 12345 → 12,345 */
export function count(value: number): string {
    return integers.format(value);
}

/** 1234567 → 1.2 MB */
export function megabytes(bytes: number): string {
    return `${tenths.format(bytes / 1_000_000)} MB`;
}

/** Chooses the form of a word that goes with the number, and puts the number before it. */
export function plural(value: number, forms: { one: string; other: string }): string {
    return `${count(value)} ${plurals.select(value) === 'one' ? forms.one : forms.other}`;
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 31_557_600],
    ['month', 2_629_800],
    ['week', 604_800],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
];

/** How long ago a moment (ISO 8601) was. */
export function ago(iso: string, now = Date.now()): string {
    const seconds = (Date.parse(iso) - now) / 1000;
    const [unit, length] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
    return relative.format(unit === 'second' ? 0 : Math.round(seconds / length), unit);
}

/** A moment (ISO 8601) in full. */
export function dateTime(iso: string): string {
    return moment.format(new Date(iso));
}
