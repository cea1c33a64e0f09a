import Waves from '@lucide/svelte/icons/waves';
import { t } from '#lib/i18n/index.ts';
import type { FieldType } from '../field.ts';
import { ofOrder } from '../shared/comparisons.ts';
import { digits, readFloat } from '../shared/numbers.ts';
import Cell from './Cell.svelte';
import Input from './Input.svelte';

export const realField: FieldType = {
    ...t.fields.kinds.real,
    icon: Waves,
    end: true,
    width: 130,
    parameters: [],
    comparisons: ofOrder,
    text: digits,
    read: readFloat,
    Cell,
    Input,
};
