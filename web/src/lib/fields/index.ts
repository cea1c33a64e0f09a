import { kindOf, type Kind } from '#lib/model/columnType.ts';
import { bigintField } from './bigint/index.ts';
import { binaryField } from './binary/index.ts';
import { booleanField } from './boolean/index.ts';
import { choiceField } from './choice/index.ts';
import { dateField } from './date/index.ts';
import { decimalField } from './decimal/index.ts';
import { doubleField } from './double/index.ts';
import { integerField } from './integer/index.ts';
import { jsonField } from './json/index.ts';
import { longtextField } from './longtext/index.ts';
import { nativeField } from './native/index.ts';
import { realField } from './real/index.ts';
import { smallintField } from './smallint/index.ts';
import { textField } from './text/index.ts';
import { timeField } from './time/index.ts';
import { timestampField } from './timestamp/index.ts';
import { timestamptzField } from './timestamptz/index.ts';
import { uuidField } from './uuid/index.ts';
import type { FieldType } from './field.ts';

/** One entry for each kind of column there is. */
export const fieldTypes: Record<Kind, FieldType> = {
    text: textField,
    longtext: longtextField,
    smallint: smallintField,
    integer: integerField,
    bigint: bigintField,
    decimal: decimalField,
    real: realField,
    double: doubleField,
    boolean: booleanField,
    date: dateField,
    time: timeField,
    timestamp: timestampField,
    timestamptz: timestamptzField,
    uuid: uuidField,
    json: jsonField,
    binary: binaryField,
    choice: choiceField,
    native: nativeField,
};

/** What the UI knows about a column of this type, such as `decimal(12,2)`. */
export function fieldOf(type: string): FieldType {
    return fieldTypes[kindOf(type)];
}
