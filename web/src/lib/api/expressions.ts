import { client, path } from './client.ts';
import type { Problem } from './problem.ts';

export interface CheckedExpression {
    problems: Problem[];
    /** The SQL of each database that can say it, by dialect. */
    sql: Record<string, string>;
    enforced: { database: string[]; api: boolean; form: boolean };
}

/** Checks a condition or value in CEL against a table's document. */
export function checkExpression(
    project: string,
    table: unknown,
    expression: string,
    wants: 'condition' | 'value',
): Promise<CheckedExpression> {
    return client.post(path`/api/projects/${project}/expressions/check`, {
        table,
        language: 'cel',
        expression,
        wants,
    });
}
