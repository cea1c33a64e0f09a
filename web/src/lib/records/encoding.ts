/** What the text of a file may be written in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * What the text of a file is written in: what its first bytes say, UTF-8 if it is that from end to
 * end, and otherwise what spreadsheets in Western Europe save.
 */
export async function encodingOf(file: Blob): Promise<Encoding> {
    const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    if (first === 0xff && second === 0xfe) return 'utf-16le';
    if (first === 0xfe && second === 0xff) return 'utf-16be';
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const reader = file.stream().getReader();
    try {
        for (let read = await reader.read(); read.value; read = await reader.read()) {
            decoder.decode(read.value, { stream: true });
        }
        decoder.decode();
        return 'utf-8';
    } catch (error) {
        // A TypeError says that it is no UTF-8; any other that the file cannot be read.
        if (error instanceof TypeError) return 'windows-1252';
        throw error;
    } finally {
        void reader.cancel();
    }
}

/** The text of a file, whatever it is written in. */
export async function textOf(file: Blob): Promise<string> {
    return new TextDecoder(await encodingOf(file)).decode(await file.arrayBuffer());
}
