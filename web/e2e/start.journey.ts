import { expect, test } from './plinth.ts';

test('the product starts and answers the browser', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));

    const answer = await page.goto('/health');

    expect(answer?.status()).toBe(200);
    await expect(page.locator('body')).toContainText('up');
    expect(errors).toEqual([]);
});
