import Diff from '@lucide/svelte/icons/diff';
import { t } from '#lib/i18n/index.ts';
import type { FieldType } from '../field.ts';
import { ofOrder } from '../shared/comparisons.ts';
import { digits, readDecimal } from '../shared/numbers.ts';
import Cell from './Cell.svelte';
import Input from './Input.svelte';

export const decimalField: FieldType = {
    ...t.fields.kinds.decimal,
    icon: Diff,
    end: true,
    width: 130,
    parameters: [
        { title: t.fields.precision, value: '18' },
        { title: t.fields.scale, value: '2' },
    ],
    comparisons: ofOrder,
    text: digits,
    read: readDecimal,
    Cell,
    Input,
};
