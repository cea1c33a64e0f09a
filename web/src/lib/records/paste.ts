/** Reads cells copied from a spreadsheet: tabs between cells, quotes around those with line breaks. */
export function parseCells(text: string, separator = '\t'): string[][] {
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
        else if (character === separator) {
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

/** The rows of a CSV file, whatever stands between its cells; lines without any text are left out. */
export function parseFile(file: string): string[][] {
    const text = file.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
    const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
    const cells = (separator: string) => parseCells(first, separator)[0]?.length ?? 0;
    const [separator] = [',', ';', '\t', '|'].toSorted((a, b) => cells(b) - cells(a));
    return parseCells(text, separator).filter((row) => row.some((cell) => cell.trim() !== ''));
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
