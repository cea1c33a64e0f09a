const mac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent);

const SIGNS: Record<string, string> = {
    mod: mac ? '⌘' : 'Ctrl',
    shift: mac ? '⇧' : 'Shift',
    alt: mac ? '⌥' : 'Alt',
    enter: '↵',
    escape: 'Esc',
    backspace: '⌫',
    delete: 'Del',
    arrowup: '↑',
    arrowdown: '↓',
};

/** The keys of a shortcut as they are printed on the keyboard. */
export function keyLabels(keys: string): string[] {
    return keys
        .split('+')
        .map((key) => SIGNS[key] ?? (/^(.|f\d+)$/.test(key) ? key.toUpperCase() : key));
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether the event is the shortcut, with exactly its modifiers. */
export function matches(event: Pressed, keys: string): boolean {
    const parts = keys.split('+');
    const key = parts.at(-1) ?? '';
    const mod = mac ? event.metaKey : event.ctrlKey;
    const other = mac ? event.ctrlKey : event.metaKey;
    // A key such as "?" already needs Shift on most keyboards.
    const shiftMatters = parts.includes('shift') || /^[a-z]$/.test(key) || key.length > 1;
    return (
        event.key.toLowerCase() === key &&
        mod === parts.includes('mod') &&
        !other &&
        event.altKey === parts.includes('alt') &&
        (!shiftMatters || event.shiftKey === parts.includes('shift'))
    );
}

/** Whether keys typed now belong to a text, so that shortcuts of one letter must keep quiet. */
export function isTyping(target: EventTarget | null): boolean {
    return (
        target instanceof HTMLElement &&
        (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
    );
}
