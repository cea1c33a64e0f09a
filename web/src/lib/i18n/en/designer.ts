import { plural } from '../format.ts';

export const designer = {
    // What was done, as history and the undo button name it.
    undid: (label: string) => `Undo: ${label}`,
    changes: (number: number) => plural(number, { one: 'change', other: 'changes' }),
    addTable: 'Add table',
    renameTable: 'Rename table',
    changeTable: 'Change table',
    removeTables: (number: number) =>
        number === 1
            ? 'Delete table'
            : `Delete ${plural(number, { one: 'table', other: 'tables' })}`,
    duplicateTable: 'Duplicate table',
    addColumns: (number: number) =>
        number === 1 ? 'Add column' : `Add ${plural(number, { one: 'column', other: 'columns' })}`,
    renameColumn: 'Rename column',
    changeColumn: 'Change column',
    moveColumn: 'Move column',
    removeColumns: (number: number) =>
        number === 1
            ? 'Delete column'
            : `Delete ${plural(number, { one: 'column', other: 'columns' })}`,
    changeKey: 'Change primary key',
    changeUnique: 'Change unique',
    addPart: { uniques: 'Add unique key', indexes: 'Add index', checks: 'Add check' },
    changePart: { uniques: 'Change unique key', indexes: 'Change index', checks: 'Change check' },
    removePart: { uniques: 'Delete unique key', indexes: 'Delete index', checks: 'Delete check' },
    addRelation: 'Add relation',
    changeRelation: 'Change relation',
    removeRelation: 'Delete relation',
    addJunction: 'Add many-to-many relation',
    addChoice: 'Add choice',
    changeChoice: 'Change choice',
    removeChoice: 'Delete choice',
    addView: 'Add view',
    changeView: 'Change view',
    removeView: 'Delete view',
    moveTables: 'Move tables',
    colorTables: 'Colour tables',
    arrange: 'Arrange tables',

    newTableName: 'new_table',
    newColumnName: 'new_column',
    newChoiceName: 'new_choice',
    newViewName: 'new_view',
};
