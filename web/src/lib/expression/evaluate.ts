import { calculate } from './arithmetic.ts';
import { call } from './calls.ts';
import { startOf } from './moments.ts';
import type { Given, Tree, Value } from './tree.ts';
import { compare, Exact, read } from './values.ts';

/**
 * The value of an expression, with SQL's meaning, as the server and the databases work it out: null
 * is unknown, and unknown spreads, except where `&&`, `||` and a test for null know better.
 */
export function evaluate(tree: Tree, given: Given): Value {
    const operands = tree.of ?? [];
    const at = (index: number): Value => {
        const operand = operands[index];
        return operand === undefined ? null : evaluate(operand, given);
    };
    switch (tree.op) {
        case 'constant':
            return read(tree.kind ?? 'text', tree.value);
        case 'null':
            return null;
        case 'column':
            return read(tree.kind ?? 'text', given.row[tree.name ?? '']);
        case 'old':
            return read(tree.kind ?? 'text', given.old?.[tree.name ?? '']);
        case 'variable':
            return read(tree.kind ?? 'text', given.variables?.[tree.name ?? ''], tree.type);
        case 'now':
            return convert(read('instant', given.now ?? new Date().toISOString()), tree);
        case 'convert':
            return convert(at(0), tree);
        case '&&':
        case '||':
            return logic(tree.op === '&&', at);
        case '!':
            return not(at(0));
        case 'isNull':
            return at(0) === null;
        case 'isNotNull':
            return at(0) !== null;
        case 'in':
            return membership(operands, at);
        case '?':
            return asKind(at(0) === true ? at(1) : at(2), tree);
        case 'coalesce':
            return asKind(firstKnown(operands, at), tree);
        default:
            return strict(
                tree,
                operands.map((_, index) => at(index)),
            );
    }
}

/** Operators and functions that are unknown as soon as one operand is. */
function strict(tree: Tree, operands: Value[]): Value {
    const known = operands.filter((operand) => operand !== null);
    const [left, right] = known;
    if (left === undefined || known.length < operands.length) return null;
    if (right === undefined) return tree.op === 'negate' ? negate(left) : call(tree, known);
    switch (tree.op) {
        case '==':
            return compare(left, right) === 0;
        case '!=':
            return compare(left, right) !== 0;
        case '<':
            return compare(left, right) < 0;
        case '<=':
            return compare(left, right) <= 0;
        case '>':
            return compare(left, right) > 0;
        case '>=':
            return compare(left, right) >= 0;
        case '+':
        case '-':
        case '*':
        case '/':
        case '%':
            return calculate(tree, left, right);
        default:
            return call(tree, known);
    }
}

function logic(all: boolean, at: (index: number) => Value): Value {
    const decisive = !all;
    const left = at(0);
    if (left === decisive) return decisive;
    const right = at(1);
    if (right === decisive) return decisive;
    return left === null || right === null ? null : all;
}

function not(value: Value): Value {
    return value === null ? null : value !== true;
}

function negate(value: NonNullable<Value>): Value {
    return value instanceof Exact ? value.neg() : -Number(value);
}

function membership(operands: Tree[], at: (index: number) => Value): Value {
    const wanted = at(0);
    let unknown = false;
    for (let index = 1; index < operands.length; index++) {
        const candidate = at(index);
        if (wanted === null || candidate === null) unknown = true;
        else if (compare(wanted, candidate) === 0) return true;
    }
    return unknown ? null : false;
}

function firstKnown(operands: Tree[], at: (index: number) => Value): Value {
    for (let index = 0; index < operands.length; index++) {
        const value = at(index);
        if (value !== null) return value;
    }
    return null;
}

/** An exact number beside a floating one becomes one. */
function asKind(value: Value, tree: Tree): Value {
    return value instanceof Exact && tree.kind === 'double' ? value.toNumber() : value;
}

function convert(value: Value, tree: Tree): Value {
    return typeof value === 'bigint' && tree.kind === 'date' ? startOf(value) : value;
}
