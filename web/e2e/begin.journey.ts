import { enter, expect, test } from './plinth.ts';

test('a spreadsheet becomes a table with its rows, every digit kept', async ({ page }) => {
    test.setTimeout(120_000);
    await enter(page);
    await page.goto('/new');
    await page.getByText('Upload a spreadsheet').click();
    const file = [
        'Title,Price,In stock,Number',
        '"Les Misérables, vol. 1",22.00,true,12',
        '"A ""quoted"" title",7.25,,9007199254740993',
    ];
    await page.locator('input[type=file]').setInputFiles({
        name: 'books.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(file.join('\r\n')),
    });
    await expect(page.getByText('Table books: 4 columns, 2 rows.')).toBeVisible();
    await expect(page.getByText('decimal(18,2)')).toBeVisible();
    await page.getByLabel(/^Name/).fill('Bookshelf');
    await page.getByRole('button', { name: 'Create project' }).click();
    await expect(page).toHaveURL(/app\/bookshelf\/books/, { timeout: 60_000 });
    const cell = (text: string) => page.getByRole('gridcell', { name: text, exact: true });
    await expect(cell('Les Misérables, vol. 1')).toBeVisible();
    await expect(cell('A "quoted" title')).toBeVisible();
    await expect(cell('9,007,199,254,740,993')).toBeVisible();
});

test('tables described in text are seen while typing, and drawn', async ({ page }) => {
    test.setTimeout(60_000);
    await enter(page);
    await page.goto('/new');
    await page.getByText('Describe tables in text').click();
    await expect(page.getByRole('heading', { name: 'employees' })).toBeVisible();
    const text = page.getByLabel('Tables', { exact: true });
    await text.fill('rooms\n  name vc50 /nn /bogus');
    await expect(page.getByText('"/bogus" means nothing here')).toBeVisible();
    await text.fill('rooms\n  name vc50 /nn\n  bookings\n    booked_date');
    await expect(page.getByRole('heading', { name: 'bookings' })).toBeVisible();
    await page.getByLabel(/^Name/).fill('Hotel');
    await page.getByRole('button', { name: 'Create project' }).click();
    await expect(page.locator('.svelte-flow__node').getByText('room_id')).toBeVisible();
});
