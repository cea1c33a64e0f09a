package dev.plinth.data.answer;

import dev.plinth.data.run.ChangeFeed;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;

/** What one caller is told of changes. */
public interface ChangeStream {
    /** Where the changes come from. */
    ChangeFeed feed();

    /** The id of the last event that the caller got; null for none. */
    @Nullable String lastEvent();

    /** Equal for streams that are told the same. */
    Object audience();

    /**
     * Changes as server-sent events; empty when nothing of them is for this caller.
     *
     * @return null if they cannot be told, as keys were of another kind then
     */
    @Nullable String tell(ChangeFeed.Window window) throws SQLException, IOException;
}
