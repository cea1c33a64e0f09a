import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { enter, expect, test } from './plinth.ts';

/** Writes a product as some other program would. */
async function write(page: Page, method: string, query: string, product: object) {
    const status = await page.evaluate(
        async ([how, where, body]) => {
            const session = (await (await fetch('/api/session')).json()) as { csrf: string };
            const headers = { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': session.csrf };
            const init = { method: how, headers, body };
            return (await fetch(`/p/shop/rest/v1/products${where}`, init)).status;
        },
        [method, query, JSON.stringify(product)] as const,
    );
    expect(status).toBeLessThan(300);
}

/** Takes a column and a table out of the model. */
async function dropPhonesAndReviews(page: Page) {
    const status = await page.evaluate(async () => {
        interface Named {
            id: string;
            name: string;
        }
        interface Answer {
            revision: number;
            model: { tables: (Named & { columns: Named[] })[] };
        }
        const read = async (path: string) => (await fetch(path)).json() as Promise<unknown>;
        const session = (await read('/api/session')) as { csrf: string };
        const { revision, model } = (await read('/api/projects/shop/model')) as Answer;
        const customers = model.tables.find(({ name }) => name === 'customers');
        const columns = customers?.columns.filter(({ name }) => name !== 'phone');
        const body = JSON.stringify({
            base: revision,
            label: 'Less',
            put: { tables: [{ ...customers, columns }], views: [], choices: [] },
            remove: model.tables.filter(({ name }) => name === 'reviews').map(({ id }) => id),
            layout: {},
        });
        const headers = { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': session.csrf };
        const init = { method: 'POST', headers, body };
        return (await fetch('/api/projects/shop/model/edits', init)).status;
    });
    expect(status).toBe(200);
}

test('from the first start to a saved row', async ({ page }) => {
    test.setTimeout(120_000);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await enter(page);

    await page.goto('/new');
    await page.getByText('A sample shop').click();
    await page.getByRole('button', { name: 'Create project' }).click();
    await expect(page).not.toHaveURL(/\/new/, { timeout: 60_000 });

    await page.goto('/app/shop/products');
    const price = page.locator('[role=row][aria-rowindex="3"] [role=gridcell][aria-colindex="6"]');
    await price.dblclick();
    await page.keyboard.type('-5');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save 1 row' }).click();
    await expect(page.getByText("A price can't be negative.")).toBeVisible();

    await page.getByRole('button', { name: 'Discard' }).click();
    await price.dblclick();
    await page.keyboard.type('177.25');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Save 1 row' }).click();
    await expect(page.getByRole('button', { name: 'Save 1 row' })).toBeHidden();
    await page.reload();
    await expect(price).toHaveText('177.25');

    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(/^SKU/).fill('X-1');
    await form.getByLabel(/^Name/).fill('A thing made by a journey');
    await form.getByLabel(/^Category/).fill('cook');
    await form.getByRole('option', { name: /Cookware/ }).click();
    await form.getByLabel(/^Price/).fill('12.5');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form).toBeHidden();
    await page.getByPlaceholder('Search').fill('made by a journey');
    await expect(page.getByText('A thing made by a journey')).toBeVisible();

    await page.getByRole('button', { name: 'Export' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'CSV' }).click();
    const file = await (await saved).path();
    await page.getByRole('button', { name: 'Import…' }).click();
    const text = await readFile(file, 'utf8');
    const csv = (rows: string) => ({
        name: 'products.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(rows),
    });
    await form.locator('input[type=file]').setInputFiles(csv(text));
    await expect(form.getByText('1 of 1 rows cannot be imported.')).toBeVisible();
    await expect(form.getByRole('cell', { name: /duplicate/ })).toBeVisible();
    const another = text.replace(/^\d+,X-1,A thing/m, '9999999,X-2,Another thing');
    await form.locator('input[type=file]').setInputFiles(csv(another));
    await form.getByRole('button', { name: 'Import 1 row' }).click();
    await expect(form).toBeHidden();
    await expect(page.getByText('Another thing made by a journey')).toBeVisible();

    await page.getByRole('button', { name: 'Import…' }).click();
    await form.locator('input[type=file]').setInputFiles({
        name: 'of-a-spreadsheet.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
            'sku;name;category_id;price\r\nX-4;K\xe4se, made by a journey;1;2.5',
            'latin1',
        ),
    });
    await expect(form.getByText('Read as Windows-1252')).toBeVisible();
    await form.getByRole('button', { name: 'Import 1 row' }).click();
    await expect(page.getByText('Käse, made by a journey')).toBeVisible();
    expect(errors).toEqual([]);
});

test('what others do is seen at once, and leaves alone what is typed', async ({ page }) => {
    await enter(page);
    await page.goto('/app/shop/products');
    const cell = (row: number, column: number) =>
        page.locator(
            `[role=row][aria-rowindex="${row}"] [role=gridcell][aria-colindex="${column}"]`,
        );
    await expect(cell(2, 1)).toHaveText(/^\d+$/);
    const [first, second] = [await cell(2, 1).innerText(), await cell(3, 1).innerText()];

    await write(page, 'PATCH', `?id=eq.${first}`, { name: 'Renamed by others', price: 4321.5 });
    await expect(cell(2, 3)).toHaveText('Renamed by others');
    await expect(cell(2, 6)).toHaveText('4,321.50');

    await cell(3, 3).dblclick();
    await page.keyboard.type('typed');
    await write(page, 'PATCH', `?id=eq.${second}`, { name: 'Theirs', stock: 777 });
    await expect(cell(3, 8)).toHaveText('777');
    await expect(cell(3, 3).getByRole('textbox')).toHaveValue('typed');
    await page.keyboard.press('Enter');
    await expect(cell(3, 3)).toHaveText('typed');
    await expect(cell(3, 3)).toHaveAttribute('title', /changed this to “Theirs” meanwhile/);
    await expect(page.getByRole('button', { name: 'Save 1 row' })).toBeVisible();
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(cell(3, 3)).toHaveText('Theirs');

    for (const sku of ['L-1', 'L-2']) {
        await write(page, 'POST', '', {
            sku,
            name: `Made by others ${sku}`,
            category_id: 1,
            price: 1,
        });
    }
    await expect(page.getByText('2 new rows')).toBeVisible();
    await write(page, 'DELETE', '?sku=eq.L-2', {});
    await expect(page.getByText('1 new row', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page.getByText('1 new row')).toBeHidden();
});

test('a change of the model is planned, read and deployed', async ({ page }) => {
    test.setTimeout(120_000);
    await enter(page);
    await page.goto('/studio/shop/model');
    await expect(page.getByText('order_items').first()).toBeVisible();
    await page.goto('/studio/shop/rules');
    await page.getByRole('button', { name: 'New validation' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Every row must meet/).fill('size(name) > 1');
    await expect(dialog.getByText(/the database/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('size(name) > 1')).toBeVisible();

    await page.goto('/studio/shop/deploy');
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    await page.getByRole('button', { name: /Add check/ }).click();
    await expect(page.getByText(/ADD CONSTRAINT/)).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: 'Deploy', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Deployed' })).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
});

test('what a deployment dropped is kept, and comes back or is deleted for good', async ({
    page,
}) => {
    test.setTimeout(120_000);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await enter(page);
    await dropPhonesAndReviews(page);
    await page.goto('/studio/shop/deploy');
    const main = page.getByRole('main');
    const run = async () => {
        await main.getByRole('button', { name: 'Deploy', exact: true }).click();
        await expect(main.getByRole('heading', { name: 'Deployed' })).toBeVisible({
            timeout: 30_000,
        });
    };
    await expect(main.getByText('Nothing is kept here.')).toBeVisible();
    await main.getByRole('button', { name: 'Plan', exact: true }).click();
    await main.getByLabel('I agree that data is deleted').check();
    await run();

    const list = main.getByRole('region', { name: 'Kept data' }).getByRole('listitem');
    const kept = (title: string) => list.filter({ hasText: title });
    await expect(kept('customers.phone')).toContainText('Comes back when the model has');
    await kept('reviews').getByRole('button', { name: 'Bring back reviews' }).click();
    await expect(kept('reviews')).toContainText('it comes back with the next deployment');
    await run();
    await expect(list).toHaveCount(1);
    await page.goto('/app/shop/reviews');
    await expect(page.getByRole('gridcell').first()).toBeVisible();

    await page.goto('/studio/shop/deploy');
    await kept('customers.phone')
        .getByRole('button', { name: /^Delete/ })
        .click();
    const dialog = page.getByRole('dialog', { name: 'Delete customers.phone for good?' });
    await expect(dialog.getByText(/Every value that customers.phone had/)).toBeVisible();
    await expect(dialog.getByLabel(/^Type/)).toBeFocused();
    await page.keyboard.type('customers');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: 'Delete for good' })).toBeDisabled();
    await page.keyboard.type('.phone');
    await page.keyboard.press('Enter');
    await expect(main.getByText('Nothing is kept here.')).toBeVisible();
    await expect(main.getByRole('heading', { name: 'Kept data' })).toBeFocused();
    expect(errors).toEqual([]);
});
