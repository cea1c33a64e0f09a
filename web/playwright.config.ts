import { defineConfig } from '@playwright/test';

/** The journeys through the whole product, in the Chromium that the system has. */
export default defineConfig({
    testDir: 'e2e',
    testMatch: '*.journey.ts',
    outputDir: '../build/journeys',
    // Each worker starts a server of its own, and one of them is plenty for a small machine.
    workers: 1,
    forbidOnly: true,
    use: {
        locale: 'en-GB',
        timezoneId: 'UTC',
        trace: 'retain-on-failure',
        launchOptions: {
            executablePath: '/usr/bin/chromium',
            args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
        },
    },
});
