import type { Component } from 'svelte';

/** An icon of the icon set. */
export type Icon = Component<{ size?: number | string; class?: string }>;

/**
 * Something a person can do, as data: menus, toolbars, shortcuts and the command palette all read it.
 */
export interface Action {
    id: string;
    title: string;
    run: () => void | Promise<void>;
    icon?: Icon;
    /** A shortcut such as `mod+shift+z`; `mod` is ⌘ on a Mac and Ctrl elsewhere. */
    keys?: string;
    /** Heading under which a menu or the palette lists it. */
    group?: string;
    /** Further words by which the palette finds it. */
    words?: string;
    danger?: boolean;
    disabled?: boolean;
    checked?: boolean;
}
