import Text from '@lucide/svelte/icons/text';
import { t } from '#lib/i18n/index.ts';
import type { FieldType } from '../field.ts';
import { ofText } from '../shared/comparisons.ts';
import Cell from './Cell.svelte';
import Input from './Input.svelte';

export const longtextField: FieldType = {
    ...t.fields.kinds.longtext,
    icon: Text,
    end: false,
    width: 320,
    parameters: [],
    comparisons: ofText,
    text: String,
    read: (text) => ({ value: text === '' ? null : text }),
    Cell,
    Input,
};
