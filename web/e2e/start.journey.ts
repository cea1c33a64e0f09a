import { expect, test } from './plinth.ts';

test('a product that nobody has used yet asks for its administrator', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));

    await page.goto('/');

    await expect(page.getByRole('textbox', { name: /e-?mail/i })).toBeVisible();
    await expect(page.getByRole('heading').first()).toBeVisible();
    expect(errors).toEqual([]);
});
