import Fingerprint from '@lucide/svelte/icons/fingerprint';
import { t } from '#lib/i18n/index.ts';
import type { FieldType } from '../field.ts';
import { ofIdentity } from '../shared/comparisons.ts';
import { readUuid } from '../shared/texts.ts';
import Cell from './Cell.svelte';
import Input from './Input.svelte';

export const uuidField: FieldType = {
    ...t.fields.kinds.uuid,
    icon: Fingerprint,
    end: false,
    width: 220,
    parameters: [],
    comparisons: ofIdentity,
    text: String,
    read: readUuid,
    Cell,
    Input,
};
