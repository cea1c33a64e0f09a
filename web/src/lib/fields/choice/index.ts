import List from '@lucide/svelte/icons/list';
import { t } from '#lib/i18n/index.ts';
import type { FieldType } from '../field.ts';
import { ofIdentity } from '../shared/comparisons.ts';
import { labelOf, readChoice } from './choose.ts';
import Cell from './Cell.svelte';
import Input from './Input.svelte';

export const choiceField: FieldType = {
    ...t.fields.kinds.choice,
    icon: List,
    end: false,
    width: 140,
    parameters: [],
    comparisons: ofIdentity,
    text: labelOf,
    read: readChoice,
    Cell,
    Input,
};
