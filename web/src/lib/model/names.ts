/** `order_item` or `orderItem` as people read it: `Order item`. */
export function labelOf(name: string): string {
    const words = name
        .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
        .replace(/[_\s]+/g, ' ')
        .trim()
        .toLowerCase()
        .replace(/\bid\b/g, 'ID');
    return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What people typed, as a name every database takes: `Größe (cm)` is `grosse_cm`. */
export function nameOf(text: string): string {
    return text
        .replace(/ß/g, 'ss')
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '_')
        .replace(/^_+|_+$/g, '')
        .replace(/^(\d)/, '_$1')
        .slice(0, 60);
}

/** The name itself, or with the first number that makes it differ from those taken. */
export function freeName(wanted: string, taken: Iterable<string>): string {
    const used = new Set([...taken].map((name) => name.toLowerCase()));
    if (!used.has(wanted.toLowerCase())) return wanted;
    for (let number = 2; ; number++) {
        const name = `${wanted}_${number}`;
        if (!used.has(name.toLowerCase())) return name;
    }
}
