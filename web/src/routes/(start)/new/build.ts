import type { Converted } from '#lib/api/convert.ts';
import {
    deploy,
    firstEnvironment,
    followDeployment,
    makePlan,
    saveEnvironment,
} from '#lib/api/deploy.ts';
import { getModel, saveEdit } from '#lib/api/models.ts';
import { ProblemError } from '#lib/api/problem.ts';
import { fieldOf } from '#lib/fields/index.ts';
import { t } from '#lib/i18n/index.ts';
import type { Column, Model } from '#lib/model/documents.ts';
import { getApp, tableNamed, type Row } from '#lib/records/app.ts';
import { Rest } from '#lib/records/rest.ts';

/** Rows sent at once. */
const CHUNK = 500;

/** Puts converted tables into a project that has none. */
export async function putTables(project: string, { model }: Converted<Model>): Promise<void> {
    const { revision } = await getModel<Model>(project);
    await saveEdit(project, {
        base: revision,
        label: t.newProject.described,
        put: model,
        remove: [],
        layout: {},
    });
}

/** Deploys a new project to the embedded database. */
export async function deployFirst(project: string): Promise<void> {
    const environment = await saveEnvironment(project, firstEnvironment);
    const plan = await makePlan(project, environment.id);
    const { id } = await deploy(project, environment.id, plan.id, []);
    await new Promise<void>((resolve, reject) => {
        followDeployment(id, ({ status, problem }) => {
            if (status === 'done') resolve();
            else if (status !== 'running') {
                const { code = '', message = t.studio.deployFailed, hint } = problem ?? {};
                reject(new ProblemError(0, code, message, hint));
            }
        });
    });
}

/** One row of a file by the names of its columns; what is empty is left to the database. */
export function rowOf(columns: readonly Column[], cells: readonly string[]): Row {
    const row: Row = {};
    columns.forEach((column, i) => {
        const text = (cells[i] ?? '').trim();
        const reading = fieldOf(column.type).read(text, column);
        // What the form would not take, the database is asked about: it says what is wrong.
        row[column.name] = text === '' ? null : 'value' in reading ? reading.value : text;
    });
    return row;
}

/** Brings the rows of a file into its table, some hundred at a time. */
export async function importRows(
    project: string,
    { model }: Converted<Model>,
    rows: readonly string[][],
    onprogress: (done: number) => void,
): Promise<void> {
    const [table] = model.tables;
    const app = await getApp(project);
    if (!table || !tableNamed(app, table.name)) return;
    const columns = table.columns.slice(table.columns.length - (rows[0]?.length ?? 0));
    const rest = new Rest(project);
    for (let done = 0; done < rows.length; done += CHUNK) {
        const chunk = rows.slice(done, done + CHUNK).map((cells) => rowOf(columns, cells));
        await rest.insertAll(table.name, chunk);
        onprogress(Math.min(done + CHUNK, rows.length));
    }
}
