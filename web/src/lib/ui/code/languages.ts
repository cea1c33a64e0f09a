import {
    MSSQL,
    MariaSQL,
    MySQL,
    PLSQL,
    PostgreSQL,
    SQLite,
    StandardSQL,
    sql,
} from '@codemirror/lang-sql';
import { yaml } from '@codemirror/lang-yaml';
import type { Extension } from '@codemirror/state';

/** What a code view can colour. `sql:…` names the database whose words it knows. */
export type Language = 'plain' | 'yaml' | 'sql' | `sql:${string}`;

const DIALECTS: Record<string, typeof StandardSQL> = {
    postgres: PostgreSQL,
    mysql: MySQL,
    mariadb: MariaSQL,
    sqlserver: MSSQL,
    oracle: PLSQL,
    sqlite: SQLite,
};

export function languageExtension(language: Language): Extension {
    if (language === 'yaml') return yaml();
    if (language === 'plain') return [];
    return sql({ dialect: DIALECTS[language.slice('sql:'.length)] ?? StandardSQL });
}
