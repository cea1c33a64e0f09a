import Database from '@lucide/svelte/icons/database';
import FileText from '@lucide/svelte/icons/file-text';
import ShoppingBag from '@lucide/svelte/icons/shopping-bag';
import Sheet from '@lucide/svelte/icons/sheet';
import Square from '@lucide/svelte/icons/square-dashed';
import { t } from '#lib/i18n/index.ts';
import type { Icon } from '#lib/ui/action.ts';

/** The ways to begin a project. */
export type Beginning = 'sample' | 'connection' | 'text' | 'file' | 'empty';

export const beginnings: { value: Beginning; title: string; text: string; icon: Icon }[] = [
    {
        value: 'sample',
        title: t.newProject.sample,
        text: t.newProject.sampleText,
        icon: ShoppingBag,
    },
    {
        value: 'connection',
        title: t.newProject.connection,
        text: t.newProject.connectionText,
        icon: Database,
    },
    { value: 'text', title: t.newProject.text, text: t.newProject.textText, icon: FileText },
    { value: 'file', title: t.newProject.file, text: t.newProject.fileText, icon: Sheet },
    { value: 'empty', title: t.newProject.empty, text: t.newProject.emptyText, icon: Square },
];
