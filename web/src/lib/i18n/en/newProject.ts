export const newProject = {
    title: 'New project',
    begin: 'How do you want to begin?',
    sample: 'A sample shop',
    sampleText:
        'Eight tables with a few thousand rows, deployed at once. Everything has something to show.',
    connection: 'Connect a database I have',
    connectionText: 'Reads its tables and changes nothing in it.',
    text: 'Describe tables in text',
    textText: 'A line is a table, the lines below it its columns. See them while you type.',
    textTables: 'Tables',
    textHelp:
        'Types are guessed from names: hired_date is a date. /nn is required, /fk points at a table.',
    textSample:
        'departments\n  name vc50 /nn /unique\n  location vc50\n  employees\n    name vc80 /nn\n    salary num(12,2)\n    hired_date\n    status /check new, active, on leave /default new\n',
    described: 'Tables described',
    file: 'Upload a spreadsheet',
    fileText: 'A CSV file becomes a table with its rows, ready to work on.',
    chooseFile: 'Choose a CSV file, or drop it here',
    fileHelp: 'The first line has the names of the columns. Up to 4 MB.',
    fileFound: (table: string, columns: number, rows: string) =>
        `Table ${table}: ${columns} columns, ${rows} rows. The first of them:`,
    deploying: 'Creating the table…',
    importing: (done: string, rows: string) => `${done} of ${rows} rows…`,
    notImported:
        'The project is there, but not every row came in. Mend the file, or open the project.',
    openProject: 'Open the project',
    empty: 'Empty',
    emptyText: 'Draw the first table yourself.',

    name: 'Name',
    nameExample: 'Bookings',
    sampleName: 'Shop',
    address: (name: string) => `Its app will be at /app/${name}`,
    nameNeeded: 'Use letters or digits, so that it has an address.',
    which: 'Which database?',
    another: 'Another database…',
    schemas: 'Schemas to read',
    schemasHelp: 'The first one is the default.',
    testFirst: 'Test the connection to see its schemas.',
    create: 'Create project',
    creatingSample: 'Creating tables and rows…',
    created: (title: string) => `${title} is ready`,
};
