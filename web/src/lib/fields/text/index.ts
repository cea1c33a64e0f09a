import Type from '@lucide/svelte/icons/type';
import { t } from '#lib/i18n/index.ts';
import type { FieldType } from '../field.ts';
import { ofText } from '../shared/comparisons.ts';
import { readText } from '../shared/texts.ts';
import Cell from './Cell.svelte';
import Input from './Input.svelte';

export const textField: FieldType = {
    ...t.fields.kinds.text,
    icon: Type,
    end: false,
    width: 220,
    parameters: [{ title: t.fields.length, value: '255' }],
    comparisons: ofText,
    text: String,
    read: readText,
    Cell,
    Input,
};
