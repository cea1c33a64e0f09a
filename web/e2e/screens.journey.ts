import { AxeBuilder } from '@axe-core/playwright';
import { enter, expect, test } from './plinth.ts';

/** The main screens, each with something that is there once it is drawn. */
const screens = {
    '/': 'New project',
    '/new': 'Create project',
    '/studio/gallery/model?table=orders': 'customer_id',
    '/studio/gallery/model?view=text': 'format',
    '/studio/gallery/model?view=sql': 'PostgreSQL',
    '/studio/gallery/data/orders': 'SO-000001',
    '/studio/gallery/rules': 'New validation',
    '/studio/gallery/access': 'New role',
    '/studio/gallery/api': 'Read rows',
    '/studio/gallery/deploy': 'History',
    '/studio/gallery/settings': 'Connections',
    '/app/gallery': 'Order items',
    '/app/gallery/orders': 'SO-000001',
    '/app/gallery/orders?row=1': 'Items',
    '/app/gallery/orders?row=new': 'Add to Orders',
};

test('everybody can use the main screens, by light, in the dark, and on a phone', async ({
    page,
}) => {
    test.setTimeout(300_000);
    await enter(page);
    await page.goto('/new');
    await page.getByText('A sample shop').click();
    await page.getByLabel(/^Name/).fill('Gallery');
    await page.getByRole('button', { name: 'Create project' }).click();
    await expect(page).toHaveURL(/gallery/, { timeout: 60_000 });

    for (const [number, [address, sign]] of Object.entries(screens).entries()) {
        // The colours of both are the same everywhere, so each screen is tried in one of them: from
        // its beginning, or it would be looked at while they change.
        const colorScheme = number % 2 === 0 ? 'light' : 'dark';
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width: 1440, height: 900 });
        await page.goto(address);
        await expect(page.getByText(sign).first()).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
        expect.soft(serious, `${address}, ${colorScheme}`).toEqual([]);
        await page.setViewportSize({ width: 390, height: 844 });
        const sideways = () =>
            page.evaluate(() => {
                const { scrollWidth, clientWidth } = document.documentElement;
                return scrollWidth - clientWidth;
            });
        await expect.soft.poll(sideways, { message: `${address} at 390 px` }).toBe(0);
    }
});
