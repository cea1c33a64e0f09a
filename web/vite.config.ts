/// <reference types="node" />
import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

// Where `npm run dev` sends API calls; the built UI is served by the server itself.
const server = process.env.PLINTH_URL ?? 'http://localhost:8080';

export default defineConfig({
    plugins: [
        sveltekit({
            adapter: adapter({ fallback: 'index.html' }),
            // A fixed name, so that two builds of the same sources are the same bytes.
            version: { name: process.env.npm_package_version ?? '0' },
        }),
    ],
    build: {
        // All of these know light-dark() and nesting; older targets would have them rewritten.
        target: ['chrome125', 'firefox128', 'safari18'],
        cssTarget: ['chrome125', 'firefox128', 'safari18'],
    },
    server: {
        proxy: { '/api': server, '/p': server },
    },
    test: {
        include: ['src/**/*.test.ts'],
        environment: 'node',
    },
});
