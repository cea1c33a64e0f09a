const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 12;

/** An id for a new element; it stays the element's for good, whatever it is called. */
export function newId(): string {
    // 256 is a multiple of the 32 signs, so each is as likely.
    return Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) =>
        ALPHABET.charAt(byte % ALPHABET.length),
    ).join('');
}
