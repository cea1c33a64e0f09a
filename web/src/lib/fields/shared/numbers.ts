import { exactNumber, isExactNumber } from '#lib/api/json.ts';
import { parseType } from '#lib/model/columnType.ts';
import { t } from '#lib/i18n/index.ts';
import { locale } from '#lib/i18n/locale.ts';
import type { FieldColumn, Reading, Value } from '../field.ts';

const RANGES: Record<string, bigint> = {
    smallint: 2n ** 15n,
    integer: 2n ** 31n,
    bigint: 2n ** 63n,
};

const groups = new Intl.NumberFormat(locale);
const decimalPoint =
    groups.formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';

/** The digits of a number, as they were sent. */
export function digits(value: Value): string {
    return isExactNumber(value) || typeof value === 'number' || typeof value === 'bigint'
        ? plain(String(value))
        : String(value);
}

/** Without exponent, as people write numbers: `1.5e3` is `1500`. */
function plain(number: string): string {
    const form = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d+)$/.exec(number);
    if (!form) return number;
    const [, sign = '', whole = '', part = '', power = '0'] = form;
    const shift = Number(power);
    // A number of the size of the universe stays as it was written.
    if (Math.abs(shift) > 40) return number;
    const all = whole + part;
    const point = whole.length + shift;
    if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`;
    if (point >= all.length) return sign + all.padEnd(point, '0');
    return `${sign}${all.slice(0, point)}.${all.slice(point)}`;
}

/** The number as people of this locale read it, with all its digits. */
export function shown(value: Value): string {
    const text = digits(value);
    const form = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
    if (!form) return text;
    const [, sign = '', whole = '0', part] = form;
    // Intl takes whole numbers of any size, but no exact fractions.
    const head = sign + groups.format(BigInt(whole));
    return part === undefined ? head : head + decimalPoint + part;
}

export function readWhole(text: string, column: FieldColumn): Reading {
    const typed = text.trim();
    if (!typed) return { value: null };
    if (!/^[+-]?\d+$/.test(typed)) return { problem: t.fields.notWhole(typed) };
    const limit = RANGES[parseType(column.type)?.kind ?? 'bigint'] ?? 2n ** 63n;
    const number = BigInt(typed);
    if (number >= limit || number < -limit) {
        return { problem: t.fields.outOfRange(shown(String(-limit)), shown(String(limit - 1n))) };
    }
    return { value: exactNumber(String(number)) };
}

export function readDecimal(text: string, column: FieldColumn): Reading {
    const typed = text.trim();
    if (!typed) return { value: null };
    const form = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(typed);
    const whole = form?.[2] ?? '';
    const part = (form?.[3] ?? '').replace(/0+$/, '');
    if (!form || !/\d/.test(typed)) return { problem: t.fields.notNumber(typed) };
    const [precision = 18, scale = 2] = (parseType(column.type)?.parameters ?? []).map(Number);
    if (part.length > scale) return { problem: t.fields.tooManyDecimals(scale) };
    if (whole.replace(/^0+/, '').length > precision - scale) {
        return { problem: t.fields.tooManyDigits(precision - scale) };
    }
    const sign = form[1] === '-' ? '-' : '';
    const head = whole.replace(/^0+(?=\d)/, '') || '0';
    return { value: exactNumber(sign + head + (form[3] ? `.${form[3]}` : '')) };
}

export function readFloat(text: string): Reading {
    const typed = text.trim();
    if (!typed) return { value: null };
    if (!Number.isFinite(Number(typed))) return { problem: t.fields.notNumber(typed) };
    return {
        value: exactNumber(/^-?(0|[1-9]\d*)(\.\d+)?$/.test(typed) ? typed : String(Number(typed))),
    };
}
