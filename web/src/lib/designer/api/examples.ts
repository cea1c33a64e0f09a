/** A table as far as examples need it. */
export interface ExampleTable {
    name: string;
    key: string[];
    columns: { name: string; type: string; identity: boolean; generated: boolean }[];
}

export type ExampleLanguage = 'curl' | 'javascript' | 'python';

export interface Example {
    action: 'read' | 'add' | 'change' | 'delete';
    code: string;
}

/** A value that a column of the type takes. */
function sample(type: string): unknown {
    if (/^(smallint|integer|bigint)/.test(type)) return 1;
    if (/^(decimal|real|double)/.test(type)) return 9.5;
    if (type === 'boolean') return true;
    if (type === 'date') return '2025-12-31';
    if (type.startsWith('timestamp')) return '2025-12-31T12:00:00Z';
    if (type === 'uuid') return '7d1f0c1e-6f2d-4b8a-9c3e-5a0b1c2d3e4f';
    return 'text';
}

/** Requests for one table that work as they stand, once the key is put in. */
export function examples(base: string, table: ExampleTable, language: ExampleLanguage): Example[] {
    const url = `${base}/${encodeURIComponent(table.name)}`;
    const given = table.columns
        .filter((column) => !column.identity && !column.generated)
        .slice(0, 3);
    const row = Object.fromEntries(given.map((column) => [column.name, sample(column.type)]));
    const one = table.key
        .map((name) => `${encodeURIComponent(name)}=eq.${String(sample(typeOf(table, name)))}`)
        .join('&');
    const change = given.find((column) => !table.key.includes(column.name));
    const part = change ? { [change.name]: sample(change.type) } : {};
    const write = { curl, javascript, python }[language];
    const list: Example[] = [
        { action: 'read', code: write('GET', `${url}?limit=10`) },
        { action: 'add', code: write('POST', url, row) },
    ];
    if (one !== '') {
        list.push({ action: 'change', code: write('PATCH', `${url}?${one}`, part) });
        list.push({ action: 'delete', code: write('DELETE', `${url}?${one}`) });
    }
    return list;
}

function typeOf(table: ExampleTable, name: string): string {
    return table.columns.find((column) => column.name === name)?.type ?? 'text';
}

function curl(method: string, url: string, body?: unknown): string {
    const lines = [`curl -X ${method} '${url}'`, `-H 'apikey: YOUR_KEY'`];
    if (body !== undefined) {
        const text = JSON.stringify(body).replaceAll("'", `'\\''`);
        lines.push(`-H 'Content-Type: application/json'`, `-d '${text}'`);
    }
    return lines.join(' \\\n  ');
}

function javascript(method: string, url: string, body?: unknown): string {
    const headers = ["apikey: 'YOUR_KEY'"];
    if (body !== undefined) headers.push("'Content-Type': 'application/json'");
    const parts = [`    method: '${method}',`, `    headers: { ${headers.join(', ')} },`];
    if (body !== undefined) parts.push(`    body: JSON.stringify(${JSON.stringify(body)}),`);
    const lines = [`const response = await fetch('${url}', {`, ...parts, '});'];
    return (method === 'GET' ? [...lines, 'const rows = await response.json();'] : lines).join(
        '\n',
    );
}

function python(method: string, url: string, body?: unknown): string {
    const json =
        body === undefined
            ? ''
            : `,\n    json=${JSON.stringify(body)
                  .replaceAll(/\btrue\b/g, 'True')
                  .replaceAll(/\bnull\b/g, 'None')}`;
    return `import requests\n\nresponse = requests.${method.toLowerCase()}(\n    "${url}",\n    headers={"apikey": "YOUR_KEY"}${json},\n)`;
}
