import { expect, it } from 'vitest';
import { columnsFromText, typeOfWord } from './pasted.ts';

const read = (text: string) =>
    columnsFromText(text).map(({ name, label, type, required }) =>
        [name, type, label, required ? 'required' : ''].filter(Boolean).join(' | '),
    );

it.each([
    ['varchar(80)', 'text(80)'],
    ['NUMERIC(12, 2)', 'decimal(12,2)'],
    ['bool', 'boolean'],
    ['int8', 'bigint'],
    ['thing', undefined],
])('%s means %s', (word, type) => expect(typeOfWord(word)).toBe(type));

it('takes one column a line', () => {
    expect(read('first_name\nprice decimal(12,2) required\nborn date\n\n')).toEqual([
        'first_name | text(255)',
        'price | decimal(12,2) | required',
        'born | date',
    ]);
});

it('takes the head of a spreadsheet or of a CSV file', () => {
    expect(read('First Name\tBirthday\tE-Mail')).toEqual([
        'first_name | text(255) | First Name',
        'birthday | text(255)',
        'e_mail | text(255) | E-Mail',
    ]);
    expect(read('id,name,price')).toEqual([
        'id | text(255)',
        'name | text(255)',
        'price | text(255)',
    ]);
});

it('takes cells of a name and a type', () => {
    expect(read('Name\tvarchar(40)\nSize\tint\tnot null')).toEqual([
        'name | text(40)',
        'size | integer | required',
    ]);
});
