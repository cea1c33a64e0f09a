import type { Icon } from './action.ts';

/** One of the things a select, combobox or segmented control offers. */
export interface Option {
    value: string;
    label: string;
    icon?: Icon;
    /** A second, fainter text. */
    hint?: string;
    disabled?: boolean;
    /** One of the `--hue-…` colours, shown as a dot. */
    color?: string | null;
}
