import { en } from './en/index.ts';
import { locale } from './locale.ts';

/** The shape every language fills: the compiler names the texts a translation lacks. */
export type Catalogue = typeof en;

const catalogues: Record<string, Catalogue> = { en };

/** The texts people see, in their language. */
export const t: Catalogue = catalogues[locale] ?? en;
