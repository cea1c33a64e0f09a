export const kept = {
    title: 'Kept data',
    intro: 'What deployments dropped stays in this database until somebody deletes it for good.',
    none: 'Nothing is kept here. What a deployment drops stays in the database, and is listed here until it is deleted for good.',
    kind: { table: 'table', column: 'column' },
    since: (time: string) => `dropped ${time}`,
    place: 'kept as',
    returns: {
        table: 'Comes back with its rows when the model has the table again.',
        column: 'Comes back when the model has the column again.',
    },
    needsTable: 'Comes back when the model has its table and the column again.',
    comesNext: 'The model has it again: it comes back with the next deployment.',
    obstacle: {
        keyLost:
            'Does not come back by itself: the rows lost the key by which these values are known. Give them back with SQL of your own.',
        leftBehind:
            'Does not come back by itself: the column is there again, and its rows went on without these values. Give them back with SQL of your own.',
    },
    bringBack: 'Bring back',
    bringBackOf: (title: string) => `Bring back ${title}`,
    broughtBack: (title: string) => `${title} is in the model again`,
    broughtBackText: 'Its data comes back when the plan is deployed.',
    delete: 'Delete for good…',
    deleteOf: (title: string) => `Delete ${title} for good…`,
    deleteTitle: (title: string) => `Delete ${title} for good?`,
    deleteText: {
        table: (title: string, time: string) =>
            `The table ${title} and every row it had when it was dropped (${time}) are deleted from the database. Nothing can bring them back.`,
        column: (title: string, time: string) =>
            `Every value that ${title} had when it was dropped (${time}) is deleted from the database. Nothing can bring them back.`,
    },
    deleteAction: 'Delete for good',
    deleted: (title: string) => `${title} is deleted for good`,
};
