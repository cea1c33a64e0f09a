/** Reads cells copied from a spreadsheet: tabs between cells, quotes around those with line breaks. */
export function parseCells(text: string): string[][] {
    const rows: string[][] = [];
    let row: string[] = [];
    let cell = '';
    let quoted = false;
    const normal = text.replaceAll('\r\n', '\n');
    for (let i = 0; i < normal.length; i++) {
        const character = normal.charAt(i);
        if (quoted) {
            if (character !== '"') cell += character;
            else if (normal[i + 1] === '"') {
                cell += '"';
                i++;
            } else quoted = false;
        } else if (character === '"' && cell === '') quoted = true;
        else if (character === '\t') {
            row.push(cell);
            cell = '';
        } else if (character === '\n') {
            row.push(cell);
            rows.push(row);
            row = [];
            cell = '';
        } else cell += character;
    }
    if (cell !== '' || row.length > 0) rows.push([...row, cell]);
    return rows;
}

/** Writes cells so that a spreadsheet takes them as they are. */
export function formatCells(rows: string[][]): string {
    return rows
        .map((row) =>
            row
                .map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
                .join('\t'),
        )
        .join('\n');
}
