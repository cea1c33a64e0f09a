import Big from 'big.js';
import { MICROS_OF_A_DAY } from './moments.ts';
import type { Tree, Value } from './tree.ts';
import { Exact } from './values.ts';

/** A calculation with two values that are known. Exact numbers never overflow. */
export function calculate(tree: Tree, left: NonNullable<Value>, right: NonNullable<Value>): Value {
    if (typeof left === 'bigint' && typeof right === 'bigint') {
        const moved = tree.op === '+' ? left + right : left - right;
        // a date moves by whole days
        return tree.kind === 'date' ? moved - (moved % MICROS_OF_A_DAY) : moved;
    }
    if (left instanceof Exact && right instanceof Exact) {
        return exact(tree, left, right);
    }
    return floating(tree.op, Number(left), Number(right));
}

function exact(tree: Tree, left: Big, right: Big): Big | null {
    switch (tree.op) {
        case '+':
            return left.plus(right);
        case '-':
            return left.minus(right);
        case '*':
            return left.times(right);
        case '%':
            return right.eq(0) ? null : left.mod(right);
        default:
            return right.eq(0) ? null : divide(left, right, tree.scale ?? 0);
    }
}

/** Whole numbers are cut, others rounded: a half goes away from zero. */
function divide(left: Big, right: Big, scale: number): Big {
    Exact.DP = scale;
    Exact.RM = scale === 0 ? Big.roundDown : Big.roundHalfUp;
    return left.div(right);
}

function floating(operator: string, left: number, right: number): number | null {
    switch (operator) {
        case '+':
            return left + right;
        case '-':
            return left - right;
        case '*':
            return left * right;
        default:
            return right === 0 ? null : left / right;
    }
}
