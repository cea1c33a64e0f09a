import { locale } from '#lib/i18n/locale.ts';
import { t } from '#lib/i18n/index.ts';
import type { Reading, Value } from '../field.ts';

const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });

const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const ZONE = /^(.*?)\s*(Z|[+-]\d{2}(?::?\d{2})?)$/i;

/** Fewer digits of a second than this can be edited by the browser's own control. */
const MILLISECONDS = 3;

function fraction(text: string): string {
    return /\.(\d+)/.exec(text)?.[1]?.replace(/0+$/, '') ?? '';
}

/** Whether the browser's control for times would lose digits of this one. */
export function isFiner(value: Value): boolean {
    return typeof value === 'string' && fraction(value).length > MILLISECONDS;
}

/** The day as people of this locale read it; what is no day stays as it is. */
export function shownDate(iso: string): string {
    if (!DAY.test(iso)) return iso;
    const read = new Date(`${iso}T00:00:00Z`);
    return Number.isNaN(read.getTime()) ? iso : day.format(read);
}

/** `13:45:00` is shown as `13:45`, finer times with all their digits. */
export function shownTime(time: string): string {
    const [, hours = '', minutes = '', seconds = '00'] = TIME.exec(time) ?? [];
    if (!hours) return time;
    const part = fraction(time);
    const end = seconds === '00' && !part ? '' : `:${seconds}`;
    return `${hours.padStart(2, '0')}:${minutes}${end}${part ? `.${part}` : ''}`;
}

/** A moment without zone: `2025-12-31T13:45:00`. */
export function shownDateTime(iso: string): string {
    const [date = '', time = ''] = iso.replace(' ', 'T').split('T');
    return time ? `${shownDate(date)}, ${shownTime(time)}` : shownDate(date);
}

export function readDate(text: string): Reading {
    const typed = text.trim();
    if (!typed) return { value: null };
    const read = new Date(`${typed}T00:00:00Z`);
    // The browser turns the 30th of February into a day of March.
    const real =
        DAY.test(typed) && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(typed);
    return real ? { value: typed } : { problem: t.fields.notDate(typed) };
}

export function readTime(text: string): Reading {
    const typed = text.trim();
    if (!typed) return { value: null };
    const [, hours = '', minutes = '', seconds = '00', part] = TIME.exec(typed) ?? [];
    if (!hours || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) {
        return { problem: t.fields.notTime(typed) };
    }
    return { value: `${hours.padStart(2, '0')}:${minutes}:${seconds}${part ? `.${part}` : ''}` };
}

export function readDateTime(text: string): Reading {
    const typed = text.trim();
    if (!typed) return { value: null };
    const [date = '', time = '00:00'] = typed.split(/[T\s,]+/);
    const readings = [readDate(date), readTime(time)] as const;
    if ('problem' in readings[0] || 'problem' in readings[1]) {
        return { problem: t.fields.notMoment(typed) };
    }
    return { value: `${readings[0].value as string}T${readings[1].value as string}` };
}

/** A moment in the zone of this browser, from the moment in UTC that rows bring. */
export function toLocal(iso: string): string {
    const [, rest = iso, zone = 'Z'] = ZONE.exec(iso) ?? [];
    const read = new Date(`${rest.replace(' ', 'T').replace(/\.\d+/, '')}${zone}`);
    if (Number.isNaN(read.getTime())) return iso;
    const two = (number: number) => String(number).padStart(2, '0');
    const date = `${String(read.getFullYear()).padStart(4, '0')}-${two(read.getMonth() + 1)}-${two(read.getDate())}`;
    const time = `${two(read.getHours())}:${two(read.getMinutes())}:${two(read.getSeconds())}`;
    const part = fraction(iso);
    return `${date}T${time}${part ? `.${part}` : ''}`;
}

/** Takes a moment with its zone as it is, and one without as of the zone of this browser. */
export function readZoned(text: string): Reading {
    const typed = text.trim();
    if (!typed) return { value: null };
    const zoned = /[T\s].*:/.test(typed) ? ZONE.exec(typed) : null;
    const reading = readDateTime(zoned?.[1] ?? typed);
    if ('problem' in reading) return { problem: t.fields.notMoment(typed) };
    const value = reading.value as string;
    const part = fraction(value);
    // Date takes "+02:00" but not "+02" or "+0200".
    const zone = (zoned?.[2] ?? '')
        .toUpperCase()
        .replace(/^([+-]\d\d):?(\d\d)?$/, (_, h: string, m?: string) => `${h}:${m ?? '00'}`);
    const moment = new Date(value.replace(/\.\d+/, '') + zone);
    const utc = moment.toISOString().slice(0, 19);
    return { value: `${utc}${part ? `.${part}` : ''}+00:00` };
}
