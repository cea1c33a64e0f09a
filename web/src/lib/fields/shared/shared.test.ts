import { describe, expect, it } from 'vitest';
import { exactNumber } from '#lib/api/json.ts';
import type { FieldColumn, Reading } from '../field.ts';
import {
    isFiner,
    readDate,
    readDateTime,
    readTime,
    readZoned,
    shownTime,
    toLocal,
} from './moments.ts';
import { digits, readDecimal, readFloat, readWhole, shown } from './numbers.ts';

const column = (type: string): FieldColumn => ({ name: 'c', label: '', type, required: false });

const outcome = (reading: Reading) =>
    'problem' in reading ? 'refused' : reading.value === null ? null : digits(reading.value);

describe('whole numbers', () => {
    it.each([
        ['9223372036854775807', 'bigint', '9223372036854775807'],
        ['9223372036854775808', 'bigint', 'refused'],
        ['-32768', 'smallint', '-32768'],
        ['32768', 'smallint', 'refused'],
        ['+7', 'integer', '7'],
        ['1.0', 'integer', 'refused'],
        ['', 'integer', null],
    ])('%s as %s is %s', (text, type, value) =>
        expect(outcome(readWhole(text, column(type)))).toBe(value),
    );

    it('are shown with all digits', () => {
        expect(shown(exactNumber('9223372036854775807'))).toBe('9,223,372,036,854,775,807');
    });
});

describe('decimals', () => {
    it.each([
        ['12.50', 'decimal(12,2)', '12.50'],
        ['12.505', 'decimal(12,2)', 'refused'],
        ['12.500', 'decimal(12,2)', '12.500'],
        ['12345678901.00', 'decimal(12,2)', 'refused'],
        ['.5', 'decimal(12,2)', '0.5'],
        ['-007', 'decimal(12,2)', '-7'],
        ['1,5', 'decimal(12,2)', 'refused'],
        ['.', 'decimal(12,2)', 'refused'],
        ['0.12345678901234567890', 'decimal(38,20)', '0.12345678901234567890'],
    ])('%s as %s is %s', (text, type, value) =>
        expect(outcome(readDecimal(text, column(type)))).toBe(value),
    );

    it('are shown as they were sent', () => {
        expect(shown(exactNumber('1234567.10'))).toBe('1,234,567.10');
        expect(shown(exactNumber('-0.50'))).toBe('-0.50');
        expect(digits(exactNumber('1.5e3'))).toBe('1500');
        expect(digits(exactNumber('1.5E-3'))).toBe('0.0015');
    });
});

it.each([
    ['1e3', '1000'],
    ['0.1', '0.1'],
    ['x', 'refused'],
    ['Infinity', 'refused'],
])('the floating number %s is %s', (text, value) => expect(outcome(readFloat(text))).toBe(value));

describe('days and times', () => {
    it.each([
        ['2024-02-29', '2024-02-29'],
        ['2023-02-29', 'refused'],
        ['29.2.2024', 'refused'],
        ['', null],
    ])('the day %s is %s', (text, value) => expect(outcome(readDate(text))).toBe(value));

    it.each([
        ['9:05', '09:05:00'],
        ['23:59:59.123456', '23:59:59.123456'],
        ['24:00', 'refused'],
    ])('the time %s is %s', (text, value) => expect(outcome(readTime(text))).toBe(value));

    it('a moment may be typed with a space', () => {
        expect(outcome(readDateTime('2025-12-31 13:45'))).toBe('2025-12-31T13:45:00');
        expect(outcome(readDateTime('2025-12-31'))).toBe('2025-12-31T00:00:00');
        expect(outcome(readDateTime('soon'))).toBe('refused');
    });

    it.each([
        ['2025-12-31T13:45:00Z', '2025-12-31T13:45:00+00:00'],
        ['2025-12-31 13:45:00.123456+02', '2025-12-31T11:45:00.123456+00:00'],
        ['2025-12-31T13:45-0530', '2025-12-31T19:15:00+00:00'],
    ])('the moment %s is %s', (text, value) => expect(outcome(readZoned(text))).toBe(value));

    it('a moment survives being shown and read in the zone of the browser', () => {
        const utc = '2025-07-01T22:30:15.123456+00:00';
        expect(outcome(readZoned(toLocal(utc)))).toBe(utc);
    });

    it('times are as short as they can be', () => {
        expect(shownTime('13:45:00')).toBe('13:45');
        expect(shownTime('13:45:10.500000')).toBe('13:45:10.5');
        expect(isFiner('13:45:10.500000')).toBe(false);
        expect(isFiner('13:45:10.500001')).toBe(true);
    });
});
