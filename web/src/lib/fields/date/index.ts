import Calendar from '@lucide/svelte/icons/calendar';
import { t } from '#lib/i18n/index.ts';
import type { FieldType } from '../field.ts';
import { ofOrder } from '../shared/comparisons.ts';
import { readDate } from '../shared/moments.ts';
import Cell from './Cell.svelte';
import Input from './Input.svelte';

export const dateField: FieldType = {
    ...t.fields.kinds.date,
    icon: Calendar,
    end: false,
    width: 120,
    parameters: [],
    comparisons: ofOrder,
    text: String,
    read: readDate,
    Cell,
    Input,
};
