import Boxes from '@lucide/svelte/icons/boxes';
import Code from '@lucide/svelte/icons/code';
import Rocket from '@lucide/svelte/icons/rocket';
import Settings from '@lucide/svelte/icons/settings';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Table2 from '@lucide/svelte/icons/table-2';
import Workflow from '@lucide/svelte/icons/workflow';
import { t } from '#lib/i18n/index.ts';
import type { Icon } from '#lib/ui/action.ts';

/** The screens of the studio, in the order in which a project grows. */
export const screens: { path: string; title: string; icon: Icon }[] = [
    { path: 'model', title: t.studio.model, icon: Boxes },
    { path: 'data', title: t.studio.data, icon: Table2 },
    { path: 'rules', title: t.studio.rules, icon: Workflow },
    { path: 'access', title: t.studio.access, icon: ShieldCheck },
    { path: 'api', title: t.studio.api, icon: Code },
    { path: 'deploy', title: t.studio.deploy, icon: Rocket },
    { path: 'settings', title: t.studio.settings, icon: Settings },
];
