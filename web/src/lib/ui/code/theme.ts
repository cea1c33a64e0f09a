import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
    '&': {
        height: '100%',
        color: 'var(--text)',
        backgroundColor: 'transparent',
        fontSize: 'var(--size-small)',
    },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': {
        fontFamily: 'var(--font-code)',
        fontFeatureSettings: '"calt" 0',
        lineHeight: '1.65',
    },
    '.cm-content': { padding: '10px 0', caretColor: 'var(--accent)' },
    '.cm-line': { padding: '0 14px 0 8px' },
    '.cm-gutters': {
        color: 'var(--text-faint)',
        backgroundColor: 'transparent',
        border: 'none',
        paddingLeft: '6px',
    },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
    '&.cm-focused .cm-activeLine': {
        backgroundColor: 'color-mix(in oklch, var(--surface-hover) 70%, transparent)',
    },
    '.cm-cursor': { borderLeftColor: 'var(--accent)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
        { backgroundColor: 'color-mix(in oklch, var(--accent) 24%, transparent)' },
    '.cm-selectionMatch': {
        backgroundColor: 'color-mix(in oklch, var(--accent) 14%, transparent)',
    },
    '.cm-panels': { color: 'var(--text)', backgroundColor: 'var(--surface-sunken)' },
    '.cm-problem': { backgroundColor: 'var(--danger-soft)' },
});

const colours = HighlightStyle.define([
    { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--code-keyword)' },
    { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
    { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
    { tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--code-type)' },
    { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--code-name)' },
    { tag: [tags.comment, tags.meta], color: 'var(--text-faint)', fontStyle: 'italic' },
    { tag: [tags.punctuation, tags.separator, tags.bracket], color: 'var(--text-muted)' },
    { tag: tags.invalid, color: 'var(--danger-text)' },
]);

/** How code looks: the colours of the tokens, so it follows light and dark by itself. */
export const codeTheme = [look, syntaxHighlighting(colours)];
