import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import { t } from '#lib/i18n/index.ts';
import type { FieldType } from '../field.ts';
import { ofOrder } from '../shared/comparisons.ts';
import { readDateTime } from '../shared/moments.ts';
import Cell from './Cell.svelte';
import Input from './Input.svelte';

export const timestampField: FieldType = {
    ...t.fields.kinds.timestamp,
    icon: CalendarClock,
    end: false,
    width: 180,
    parameters: [{ title: t.fields.secondDigits, value: '6' }],
    comparisons: ofOrder,
    text: String,
    read: readDateTime,
    Cell,
    Input,
};
