import Hash from '@lucide/svelte/icons/hash';
import { t } from '#lib/i18n/index.ts';
import type { FieldType } from '../field.ts';
import { ofOrder } from '../shared/comparisons.ts';
import { digits, readWhole } from '../shared/numbers.ts';
import Cell from './Cell.svelte';
import Input from './Input.svelte';

export const smallintField: FieldType = {
    ...t.fields.kinds.smallint,
    icon: Hash,
    end: true,
    width: 100,
    parameters: [],
    comparisons: ofOrder,
    text: digits,
    read: readWhole,
    Cell,
    Input,
};
