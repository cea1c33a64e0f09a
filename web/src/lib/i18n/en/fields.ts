import { plural } from '../format.ts';

export const fields = {
    kinds: {
        text: { title: 'Text', help: 'One line, up to a length' },
        longtext: { title: 'Long text', help: 'Any number of lines' },
        smallint: { title: 'Small whole number', help: 'Up to 32,767' },
        integer: { title: 'Whole number', help: 'Up to 2,147,483,647' },
        bigint: { title: 'Big whole number', help: 'Up to 19 digits' },
        decimal: { title: 'Decimal', help: 'Exact, for money and measures' },
        real: { title: 'Short floating number', help: 'About 7 digits, not exact' },
        double: { title: 'Floating number', help: 'About 15 digits, not exact' },
        boolean: { title: 'Yes or no', help: 'True or false' },
        date: { title: 'Date', help: 'A day without a time' },
        time: { title: 'Time', help: 'A time of day' },
        timestamp: { title: 'Date and time', help: 'Without a time zone' },
        timestamptz: { title: 'Moment', help: 'Date and time, the same everywhere' },
        uuid: { title: 'UUID', help: 'A key that nobody else makes' },
        json: { title: 'JSON', help: 'Structured data' },
        binary: { title: 'File', help: 'Bytes of any kind' },
        choice: { title: 'Choice', help: 'One of a list of values' },
        native: { title: 'Of the database', help: 'A type that only one database has' },
    },
    length: 'Length',
    precision: 'Digits',
    scale: 'Decimals',
    secondDigits: 'Digits of a second',

    yes: 'Yes',
    no: 'No',
    none: 'None',
    choose: 'Choose…',
    chooseFile: 'Choose a file',
    clear: 'Clear',
    bytes: (size: number) => {
        if (size < 1024) return plural(size, { one: 'byte', other: 'bytes' });
        const units = ['kB', 'MB', 'GB'];
        const power = Math.min(Math.floor(Math.log(size) / Math.log(1024)), units.length);
        return `${(size / 1024 ** power).toFixed(1)} ${units[power - 1] ?? ''}`;
    },

    tooLong: (length: number, limit: number) =>
        `This has ${length} characters; at most ${limit} fit.`,
    notWhole: (text: string) => `“${text}” is not a whole number.`,
    notNumber: (text: string) => `“${text}” is not a number. Write it like 1234.5.`,
    outOfRange: (least: string, most: string) => `It must lie between ${least} and ${most}.`,
    tooManyDecimals: (scale: number) =>
        `At most ${plural(scale, { one: 'decimal fits', other: 'decimals fit' })}.`,
    tooManyDigits: (digits: number) =>
        `At most ${plural(digits, { one: 'digit fits', other: 'digits fit' })} before the point.`,
    notBoolean: (text: string) => `“${text}” is neither yes nor no.`,
    notDate: (text: string) => `“${text}” is not a date. Write it like 2025-12-31.`,
    notTime: (text: string) => `“${text}” is not a time. Write it like 13:45.`,
    notMoment: (text: string) =>
        `“${text}” is not a date and time. Write it like 2025-12-31 13:45.`,
    notUuid: (text: string) => `“${text}” is not a UUID.`,
    notJson: (reason: string) => `This is not JSON: ${reason}`,
    notBase64: 'This is not Base64.',
    notChoice: (text: string) => `“${text}” is not among the choices.`,
    notReadable: (name: string) => `${name} could not be read.`,
};
