import { api } from './api.ts';
import { connections } from './connections.ts';
import { designer } from './designer.ts';
import { fields } from './fields.ts';
import { kept } from './kept.ts';
import { model } from './model.ts';
import { newProject } from './newProject.ts';
import { records } from './records.ts';
import { revisions } from './revisions.ts';
import { start } from './start.ts';
import { studio } from './studio.ts';
import { ui } from './ui.ts';

/** Every text people see, in English. A text with a value in it is a function. */
export const en = {
    api,
    connections,
    designer,
    fields,
    kept,
    model,
    newProject,
    records,
    revisions,
    start,
    studio,
    ui,
};
