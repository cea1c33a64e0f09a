/**
 * Arrow keys and Enter go from an input to the one of the same `data-cell` in the next row, as in a
 * spreadsheet. Tells whether there was one to go to.
 */
export function moveBetweenRows(event: KeyboardEvent, list: HTMLElement): boolean {
    const { target, key } = event;
    const cell = target instanceof HTMLInputElement ? target.dataset.cell : undefined;
    const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[key];
    // Open lists of a combobox use the same keys.
    const busy = target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';
    if (!cell || !step || busy || event.altKey || event.ctrlKey || event.metaKey) return false;
    const inputs = [...list.querySelectorAll<HTMLInputElement>(`input[data-cell='${cell}']`)];
    const next = inputs[inputs.indexOf(target as HTMLInputElement) + step];
    if (!next) return false;
    event.preventDefault();
    next.focus();
    next.select();
    return true;
}
