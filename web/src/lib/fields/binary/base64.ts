import { t } from '#lib/i18n/index.ts';
import type { Reading } from '../field.ts';

export function readBase64(text: string): Reading {
    const typed = text.replace(/\s/g, '');
    if (!typed) return { value: null };
    const good = typed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(typed);
    return good ? { value: typed } : { problem: t.fields.notBase64 };
}

/** How many bytes a Base64 text stands for. */
export function sizeOf(base64: string): number {
    return (base64.length / 4) * 3 - (/=*$/.exec(base64)?.[0].length ?? 0);
}

export function fileAsBase64(file: Blob): Promise<string> {
    return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ''));
        reader.onerror = () => reject(new Error('unreadable'));
        reader.readAsDataURL(file);
    });
}
