import type { Design } from '#lib/model/design.ts';
import { svgOf } from './svg.ts';

/** Hands a file to the browser's downloads. */
export function saveFile(name: string, content: Blob): void {
    const address = URL.createObjectURL(content);
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The browser reads it after this turn.
    setTimeout(() => URL.revokeObjectURL(address));
}

export function saveSvg(name: string, design: Design): void {
    saveFile(`${name}.svg`, new Blob([svgOf(design)], { type: 'image/svg+xml' }));
}

/** Pictures larger than this are refused by browsers; the drawing is made smaller until it fits. */
const MOST_PIXELS = 8000;

/** @throws Error when the browser cannot draw a picture of that size. */
export async function savePng(name: string, design: Design): Promise<void> {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(design))}`;
    await image.decode();
    const scale = Math.min(2, MOST_PIXELS / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    if (!blob) throw new Error('The browser made no picture.');
    saveFile(`${name}.png`, blob);
}
