import Braces from '@lucide/svelte/icons/braces';
import { t } from '#lib/i18n/index.ts';
import type { FieldType } from '../field.ts';
import { ofPresence } from '../shared/comparisons.ts';
import { writeJson } from '#lib/api/json.ts';
import { readJson } from './readJson.ts';
import Cell from './Cell.svelte';
import Input from './Input.svelte';

export const jsonField: FieldType = {
    ...t.fields.kinds.json,
    icon: Braces,
    end: false,
    width: 240,
    parameters: [],
    comparisons: ofPresence,
    text: (value) => writeJson(value),
    read: readJson,
    Cell,
    Input,
};
