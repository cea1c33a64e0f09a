import Globe from '@lucide/svelte/icons/globe';
import { t } from '#lib/i18n/index.ts';
import type { FieldType } from '../field.ts';
import { ofOrder } from '../shared/comparisons.ts';
import { readZoned, toLocal } from '../shared/moments.ts';
import Cell from './Cell.svelte';
import Input from './Input.svelte';

export const timestamptzField: FieldType = {
    ...t.fields.kinds.timestamptz,
    icon: Globe,
    end: false,
    width: 180,
    parameters: [{ title: t.fields.secondDigits, value: '6' }],
    comparisons: ofOrder,
    text: (value) => toLocal(String(value)),
    read: readZoned,
    Cell,
    Input,
};
