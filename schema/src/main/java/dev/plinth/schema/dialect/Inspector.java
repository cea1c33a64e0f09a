package dev.plinth.schema.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Reads the catalog of one database product. */
public interface Inspector {
    /**
     * Reads tables and views of the schemas; the first is the default one, and its tables have an
     * empty schema in their name. No schemas means the connection's own. Ids are derived from
     * names; Plinth's own bookkeeping tables are left out.
     */
    Inspection inspect(Connection connection, List<String> schemas) throws SQLException;

    /** What inspections of this database do not find, though it is there. */
    default Set<Unseen> unseen() {
        return Set.of();
    }

    /**
     * Reads what the same schemas offer to requests besides; nothing unless a database has more.
     */
    default Extras extras(Connection connection, List<String> schemas) throws SQLException {
        return Extras.NONE;
    }
}
