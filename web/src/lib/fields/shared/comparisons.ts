import type { Comparison } from '../field.ts';

export const ofText: readonly Comparison[] = [
    'contains',
    'equals',
    'differs',
    'starts',
    'oneOf',
    'empty',
    'filled',
];

export const ofOrder: readonly Comparison[] = [
    'equals',
    'differs',
    'atLeast',
    'atMost',
    'more',
    'less',
    'oneOf',
    'empty',
    'filled',
];

export const ofIdentity: readonly Comparison[] = ['equals', 'differs', 'oneOf', 'empty', 'filled'];

export const ofPresence: readonly Comparison[] = ['empty', 'filled'];
