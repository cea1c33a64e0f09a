import { expect, it } from 'vitest';
import type { Role } from '#lib/api/access.ts';
import { newTable } from '#lib/model/design.ts';
import { newColumn } from '#lib/model/pasted.ts';
import { reasonsOf } from './reasons.ts';

const table = {
    ...newTable('t1', 'customer'),
    columns: [
        { ...newColumn('notes'), id: 'c1' },
        { ...newColumn('email'), id: 'c2', label: 'E-mail' },
    ],
};
const role: Role = {
    id: 'r1',
    name: 'sales',
    title: 'Sales',
    grants: [
        {
            table: 't1',
            actions: ['read', 'update'],
            hiddenColumns: ['c1'],
            readOnlyColumns: ['c2'],
            condition: { language: 'cel', expression: "country == 'DE'" },
        },
    ],
};

it('a grant tells what it allows, and its limits in words', () => {
    expect(reasonsOf(role, table)).toEqual({
        may: { read: true, create: false, update: true, delete: false },
        because: ["Only rows where country == 'DE'.", 'Hidden: notes.', 'Not to be set: E-mail.'],
    });
});

it.each([undefined, { ...role, grants: [] }])('without a grant everything is denied', (known) => {
    const { may, because } = reasonsOf(known, table);
    expect(Object.values(may)).toEqual([false, false, false, false]);
    expect(because).toEqual(['Nothing is granted, so everything is denied.']);
});
