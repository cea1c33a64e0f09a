package dev.plinth.schema.dialect.mariadb;

import static dev.plinth.schema.dialect.Cost.Blocks.NOBODY;
import static dev.plinth.schema.dialect.Cost.Work.REWRITE;

import dev.plinth.schema.dialect.Cost;
import dev.plinth.schema.dialect.mysql.MySqlCosts;

/**
 * From MariaDB's documentation, "InnoDB Online DDL Operations with the INSTANT Alter Algorithm":
 * columns are added at once since 10.3.2, and dropped and lengthened since 10.4.3. Since 11.2 rows
 * are copied while others write, and what they wrote follows ("Online Schema Change").
 */
final class MariaDbCosts extends MySqlCosts {
    @Override
    protected boolean isInstant(String version) {
        return since(version, 10, 3, 2);
    }

    @Override
    protected boolean dropsInstantly(String version) {
        return since(version, 10, 4, 3);
    }

    @Override
    protected boolean lengthensFreely(String version) {
        return since(version, 10, 4, 3);
    }

    @Override
    protected Cost copied(String version) {
        return since(version, 11, 2, 0) ? Cost.of(REWRITE, NOBODY) : super.copied(version);
    }
}
