/** The languages there is a catalogue for. */
const known = ['en'];

function preferred(): string | undefined {
    const wanted = typeof navigator === 'undefined' ? [] : navigator.languages;
    return wanted.map((tag) => tag.split('-')[0] ?? '').find((tag) => known.includes(tag));
}

/** The language of the texts. */
export const locale = preferred() ?? 'en';
