export const connections = {
    database: 'Database',
    chooseDatabase: 'Choose a database',
    noDriver: 'needs its driver',
    name: 'Name',
    nameExample: 'Warehouse',
    url: 'Address (JDBC URL)',
    urlHelp: 'Where the database is. Put no password here.',
    user: 'User',
    password: 'Password',
    passwordKept: 'kept unless you type one',
    passwordHelp: 'Kept encrypted. Or say where it is found: env:NAME or file:PATH.',
    poolSize: 'Connections at most',
    poolSizeHelp: 'For each schema. More than the database has processors rarely help.',
    test: 'Test',
    connected: (product: string, version: string, milliseconds: number) =>
        `Connected to ${product} ${version} in ${milliseconds} ms`,
};
