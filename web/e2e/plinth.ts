import { test as base, expect, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../plinth', import.meta.url));

/** A running product that nobody has used yet. */
type Plinth = { url: string; folder: string };

/** Playwright's test, with a server that starts before the journeys and is gone, data and all, after them. */
export const test = base.extend<object, { plinth: Plinth }>({
    plinth: [
        // Playwright reads from the pattern which other fixtures are wanted: none.
        // eslint-disable-next-line no-empty-pattern
        async ({}, use) => {
            const folder = await mkdtemp(join(tmpdir(), 'plinth-journey-'));
            const port = await freePort();
            const server = spawn(program, ['serve', '--port', String(port)], {
                // The home folder is below the working folder unless told otherwise.
                cwd: folder,
                env: { ...process.env, PLINTH_HOME: undefined, PLINTH_CACHE: 'off' },
                stdio: ['ignore', 'inherit', 'inherit'],
            });
            try {
                const url = `http://127.0.0.1:${port}`;
                await answering(`${url}/health`, server);
                await use({ url, folder });
            } finally {
                if (server.exitCode === null && server.kill()) await once(server, 'exit');
                await rm(folder, { recursive: true, force: true });
            }
        },
        { scope: 'worker', timeout: 120_000 },
    ],
    baseURL: async ({ plinth }, use) => {
        await use(plinth.url);
    },
});

export { expect };

const password = 'correct horse battery staple';

/** The administrator of a first start, or signed in again by a later journey. */
export async function enter(page: Page) {
    await page.goto('/');
    const first = page.getByRole('button', { name: 'Create administrator' });
    const again = page.getByRole('button', { name: 'Sign in' });
    await expect(first.or(again)).toBeVisible();
    if (await first.isVisible()) await page.getByLabel('Your name').fill('Ada');
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await first.or(again).click();
    await expect(page.getByRole('button', { name: 'Account of Ada' })).toBeVisible();
}

async function freePort(): Promise<number> {
    const socket = createServer().listen(0, '127.0.0.1');
    await once(socket, 'listening');
    const { port } = socket.address() as AddressInfo;
    socket.close();
    return port;
}

async function answering(url: string, server: ChildProcess): Promise<void> {
    const status = async () => {
        if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.`);
        return fetch(url).then(
            (answer) => answer.status,
            () => 'refused',
        );
    };
    await expect.poll(status, { timeout: 110_000, intervals: [100] }).toBe(200);
}
