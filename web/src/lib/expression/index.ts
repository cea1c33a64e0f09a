import { evaluate } from './evaluate.ts';
import type { Given, Tree } from './tree.ts';

export { evaluate } from './evaluate.ts';
export type { Given, Kind, Tree, Value } from './tree.ts';
export { format } from './values.ts';

/** Of a validation: whether the row is allowed. What is unknown is allowed, as in SQL. */
export function allows(tree: Tree, given: Given): boolean {
    return evaluate(tree, given) !== false;
}

/** Of a condition: whether it is true. What is unknown is not. */
export function holds(tree: Tree, given: Given): boolean {
    return evaluate(tree, given) === true;
}

/** The names of the row's columns that an expression reads. */
export function columnsOf(tree: Tree): Set<string> {
    const names = new Set<string>();
    collect(tree, names);
    return names;
}

function collect(tree: Tree, names: Set<string>): void {
    if (tree.op === 'column' && tree.name !== undefined) names.add(tree.name);
    tree.of?.forEach((operand) => collect(operand, names));
}
