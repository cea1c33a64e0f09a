import Database from '@lucide/svelte/icons/database';
import { t } from '#lib/i18n/index.ts';
import type { FieldType } from '../field.ts';
import { ofIdentity } from '../shared/comparisons.ts';
import Cell from './Cell.svelte';
import Input from './Input.svelte';

export const nativeField: FieldType = {
    ...t.fields.kinds.native,
    icon: Database,
    end: false,
    width: 200,
    parameters: [],
    comparisons: ofIdentity,
    text: String,
    read: (text) => ({ value: text === '' ? null : text }),
    Cell,
    Input,
};
