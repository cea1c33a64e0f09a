import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** Marks these lines, counted from 1, in place of those marked before. */
export const showProblems = StateEffect.define<number[]>();

const mark = Decoration.line({ class: 'cm-problem' });

/** Keeps lines with problems coloured. */
export const problemLines = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(marks, transaction) {
        for (const effect of transaction.effects) {
            if (effect.is(showProblems)) {
                const { doc } = transaction.state;
                const lines = effect.value.filter((line) => line >= 1 && line <= doc.lines);
                return Decoration.set(
                    lines.map((line) => mark.range(doc.line(line).from)),
                    true,
                );
            }
        }
        return marks.map(transaction.changes);
    },
    provide: (field) => EditorView.decorations.from(field),
});
