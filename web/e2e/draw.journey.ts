import { enter, expect, test } from './plinth.ts';

test('two tables are drawn, related, deployed and filled', async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 1440, height: 900 });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await enter(page);
    await page.goto('/new');
    await page.getByText('Empty', { exact: true }).click();
    await page.getByLabel(/^Name/).fill('Library');
    await page.getByRole('button', { name: 'Create project' }).click();
    await expect(page.getByText('Draw your first table')).toBeVisible();

    const table = (name: string) => page.locator('.svelte-flow__node').filter({ hasText: name });
    const column = async (name: string, type: string) => {
        await page.keyboard.type(name);
        await page.keyboard.press('Tab');
        await page.keyboard.type(type);
        await page.keyboard.press('Enter');
        await expect(page.getByLabel('New column')).toBeFocused();
    };
    const add = async (name: string) => {
        await expect(page.getByLabel('Name', { exact: true }).first()).toBeFocused();
        await page.keyboard.type(name);
        await page.keyboard.press('Enter');
        await expect(page.getByLabel('New column')).toBeFocused();
    };
    const pane = page.locator('.svelte-flow__pane');
    await pane.dblclick({ position: { x: 300, y: 120 } });
    await add('author');
    await column('name', 'text(100)');
    await column('born', 'date');
    await pane.dblclick({ position: { x: 300, y: 500 } });
    await add('book');
    await column('title', 'text(200)');
    await expect(table('book').getByText('text(200)')).toBeVisible();

    await table('book').locator('header').hover();
    await page.mouse.down({ button: 'right' });
    await page.mouse.up({ button: 'right' });
    await page.getByRole('menuitem', { name: /Add column/ }).click();
    await expect(page.getByLabel('New column')).toBeFocused();
    await column('price', 'decimal(12,2)');

    const from = await table('book').locator('header .svelte-flow__handle').last().boundingBox();
    const to = await table('author').boundingBox();
    if (!from || !to) throw new Error('A table is out of sight.');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
    await page.mouse.up();
    await expect(table('book').getByText('author_id')).toBeVisible();

    await page.getByRole('button', { name: 'Deploy' }).click();
    await page.getByRole('button', { name: 'Use the embedded database' }).click();
    await page.getByRole('main').getByRole('button', { name: 'Deploy', exact: true }).click();
    await page.getByRole('main').getByRole('link', { name: 'Open the app' }).click();

    const form = page.getByRole('dialog');
    const fill = async (name: string, value: string) => {
        await form.getByLabel(new RegExp(`^${name}`)).fill(value);
    };
    await page.getByRole('navigation').getByText('Author', { exact: true }).click();
    await page.getByRole('button', { name: 'Add to Author' }).click();
    await fill('Name', 'Ursula K. Le Guin');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('navigation').getByText('Book', { exact: true }).click();
    await page.getByRole('button', { name: 'Add to Book' }).click();
    await fill('Title', 'The Dispossessed');
    await fill('Price', '12.50');
    await fill('Author', 'urs');
    await form.getByRole('option', { name: /Ursula/ }).click();
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form).toBeHidden();
    const cells = page.getByRole('gridcell');
    await expect(cells.filter({ hasText: '12.50' })).toBeVisible();
    await expect(cells.filter({ hasText: 'Ursula K. Le Guin' })).toBeVisible();

    await page.getByRole('navigation').getByText('Author', { exact: true }).click();
    await page.getByRole('button', { name: 'Open row 1' }).click();
    await expect(form.getByRole('cell', { name: 'The Dispossessed' })).toBeVisible();
    await form.getByRole('button', { name: 'Add to Book' }).click();
    const inner = page.getByRole('dialog', { name: 'Add to Book' });
    await inner.getByLabel(/^Title/).fill('The Lathe of Heaven');
    await inner.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByRole('cell', { name: 'The Lathe of Heaven' })).toBeVisible();
    expect(errors).toEqual([]);
});
