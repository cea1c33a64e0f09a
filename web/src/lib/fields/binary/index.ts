import Binary from '@lucide/svelte/icons/binary';
import { t } from '#lib/i18n/index.ts';
import type { FieldType } from '../field.ts';
import { ofPresence } from '../shared/comparisons.ts';
import { readBase64 } from './base64.ts';
import Cell from './Cell.svelte';
import Input from './Input.svelte';

export const binaryField: FieldType = {
    ...t.fields.kinds.binary,
    icon: Binary,
    end: false,
    width: 120,
    parameters: [],
    comparisons: ofPresence,
    text: String,
    read: readBase64,
    Cell,
    Input,
};
