/** An element of a model as the builder API reads and writes it. References are by id. */

export interface ExpressionText {
    language: 'cel' | 'sql';
    expression: string;
}

export type DefaultValue = { value: string } | { function: 'now' | 'uuid' } | { sql: string };

export interface Column {
    id: string;
    name: string;
    /** What people read; empty to derive it from the name. */
    label: string;
    /** Such as `decimal(12,2)`; see `columnType.ts`. */
    type: string;
    required: boolean;
    default: DefaultValue | null;
    identity: 'always' | 'byDefault' | null;
    generated: (ExpressionText & { stored: boolean }) | null;
    /** What rows that exist already get when the column is added or becomes required. */
    backfill: ExpressionText | null;
    comment: string;
}

/** When a key or relation is checked: with each statement, or at the end of a transaction. */
export type Deferral = 'none' | 'immediate' | 'deferred';

export interface PrimaryKey {
    name: string;
    columns: string[];
}

export interface UniqueKey {
    id: string;
    name: string;
    columns: string[];
    nullsDistinct: boolean;
    deferral: Deferral;
}

export interface IndexPart {
    column: string | null;
    expression: ExpressionText | null;
    descending: boolean;
}

export interface Index {
    id: string;
    name: string;
    unique: boolean;
    where: ExpressionText | null;
    method: string;
    parts: IndexPart[];
    /** Columns that the index keeps beside its parts. */
    included: string[];
}

/** A condition on a row: in CEL it holds in database, API and form, in SQL in the database alone. */
export interface Check extends ExpressionText {
    id: string;
    name: string;
    message: string;
}

export type ReferentialAction = 'noAction' | 'restrict' | 'cascade' | 'setNull' | 'setDefault';

/** A foreign key, kept by the table that holds its columns. */
export interface Relation {
    id: string;
    name: string;
    label: string;
    inverseLabel: string;
    columns: string[];
    target: string;
    targetColumns: string[];
    onDelete: ReferentialAction;
    onUpdate: ReferentialAction;
    deferral: Deferral;
}

export type TriggerAction =
    | { kind: 'setColumn'; column: string; value: ExpressionText }
    | { kind: 'insertRow'; table: string; values: { column: string; value: ExpressionText }[] }
    | { kind: 'callUrl'; url: string }
    | { kind: 'publish' };

export interface Trigger {
    id: string;
    name: string;
    events: ('insert' | 'update' | 'delete')[];
    when: ExpressionText | null;
    action: TriggerAction;
}

export interface Table {
    id: string;
    name: string;
    /** The database's namespace; empty for the environment's own. */
    schema: string;
    label: string;
    comment: string;
    columns: Column[];
    primaryKey: PrimaryKey | null;
    uniques: UniqueKey[];
    indexes: Index[];
    checks: Check[];
    relations: Relation[];
    triggers: Trigger[];
}

export interface View {
    id: string;
    name: string;
    schema: string;
    label: string;
    comment: string;
    query: string;
    columns: Column[];
}

export interface ChoiceOption {
    value: string;
    label: string;
    /** One of the label colours, or nothing. */
    color: string | null;
}

export interface Choice {
    id: string;
    name: string;
    options: ChoiceOption[];
}

/** All that a project describes. Never changed in place: an edit makes a new one. */
export interface Model {
    readonly tables: readonly Table[];
    readonly views: readonly View[];
    readonly choices: readonly Choice[];
}

export const EMPTY: Model = { tables: [], views: [], choices: [] };
