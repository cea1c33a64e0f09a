import ToggleLeft from '@lucide/svelte/icons/toggle-left';
import { t } from '#lib/i18n/index.ts';
import type { FieldType } from '../field.ts';
import { ofIdentity } from '../shared/comparisons.ts';
import { readBoolean } from './readBoolean.ts';
import Cell from './Cell.svelte';
import Input from './Input.svelte';

export const booleanField: FieldType = {
    ...t.fields.kinds.boolean,
    icon: ToggleLeft,
    end: false,
    width: 90,
    parameters: [],
    comparisons: ofIdentity,
    text: (value) => (value === true ? t.fields.yes : t.fields.no),
    read: readBoolean,
    Cell,
    Input,
};
