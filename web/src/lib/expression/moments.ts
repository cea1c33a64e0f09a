import type { Kind } from './tree.ts';

const MICROS_OF_A_SECOND = 1_000_000n;
export const MICROS_OF_A_DAY = 86_400n * MICROS_OF_A_SECOND;

const DATE = /^(\d{4,})-(\d\d)-(\d\d)$/;
const TIME = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?$/;
const OFFSET = /(Z|[+-]\d\d(?::?\d\d)?)$/;

/** The moment that a text stands for, or null when it stands for none. */
export function parseMoment(text: string, kind: Kind): bigint | null {
    const stripped = text.trim().replace(' ', 'T');
    if (kind === 'time') return timeOfDay(stripped);
    const [day, rest] = splitAt(stripped, stripped.indexOf('T'));
    const start = startOfDay(day);
    if (start === null || rest === '') return start;
    const zone = kind === 'instant' ? (OFFSET.exec(rest)?.[1] ?? '') : '';
    const time = timeOfDay(rest.slice(0, rest.length - zone.length));
    return time === null ? null : start + time - offset(zone);
}

function splitAt(text: string, at: number): [string, string] {
    return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function startOfDay(text: string): bigint | null {
    const [, year, month, day] = DATE.exec(text) ?? [];
    if (year === undefined) return null;
    const date = new Date(0);
    // not Date.UTC, which takes the year 25 for 1925
    date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
    const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
    return isReal ? BigInt(date.getTime()) * 1000n : null;
}

function timeOfDay(text: string): bigint | null {
    const [, hours, minutes, seconds = '0', fraction = ''] = TIME.exec(text) ?? [];
    if (hours === undefined || minutes === undefined) return null;
    if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
    const whole = BigInt(hours) * 3600n + BigInt(minutes) * 60n + BigInt(seconds);
    return whole * MICROS_OF_A_SECOND + BigInt(fraction.padEnd(6, '0').slice(0, 6));
}

function offset(zone: string): bigint {
    if (zone === '' || zone === 'Z') return 0n;
    const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
    const minutes = BigInt(digits.slice(0, 2)) * 60n + BigInt(digits.slice(2));
    return (zone.startsWith('-') ? -minutes : minutes) * 60n * MICROS_OF_A_SECOND;
}

/** The text form of a moment, as the server writes it. */
export function formatMoment(micros: bigint, kind: Kind): string {
    const day = startOf(micros);
    const date = new Date(Number(day / 1000n));
    const year = String(date.getUTCFullYear()).padStart(4, '0');
    const dateText = `${year}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
    if (kind === 'date') return dateText;
    const time = formatTime(micros - day);
    if (kind === 'time') return time;
    return `${dateText}T${time}${kind === 'instant' ? '+00:00' : ''}`;
}

/** Midnight of the day. */
export function startOf(micros: bigint): bigint {
    const time = ((micros % MICROS_OF_A_DAY) + MICROS_OF_A_DAY) % MICROS_OF_A_DAY;
    return micros - time;
}

function formatTime(micros: bigint): string {
    const seconds = Number(micros / MICROS_OF_A_SECOND);
    const fraction = (micros % MICROS_OF_A_SECOND).toString().padStart(6, '0');
    const digits = fraction.endsWith('000') ? fraction.slice(0, 3) : fraction;
    const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    return clock.map(two).join(':') + (digits === '000' ? '' : `.${digits}`);
}

function two(number: number): string {
    return String(number).padStart(2, '0');
}
