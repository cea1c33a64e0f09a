import { api } from './api.ts';
import { start } from './start.ts';
import { records } from './records.ts';
import { ui } from './ui.ts';

/** Every text people see, in English. A text with a value in it is a function. */
export const en = { api, start, records, ui };
