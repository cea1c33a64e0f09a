import Clock from '@lucide/svelte/icons/clock';
import { t } from '#lib/i18n/index.ts';
import type { FieldType } from '../field.ts';
import { ofOrder } from '../shared/comparisons.ts';
import { readTime } from '../shared/moments.ts';
import Cell from './Cell.svelte';
import Input from './Input.svelte';

export const timeField: FieldType = {
    ...t.fields.kinds.time,
    icon: Clock,
    end: false,
    width: 100,
    parameters: [{ title: t.fields.secondDigits, value: '6' }],
    comparisons: ofOrder,
    text: String,
    read: readTime,
    Cell,
    Input,
};
