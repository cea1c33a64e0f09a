package dev.plinth.data;

import dev.plinth.data.request.Preferences;
import dev.plinth.data.request.Preferences.Count;
import dev.plinth.data.request.Preferences.Resolution;
import dev.plinth.data.request.Preferences.Return;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The preferences that were heeded, for the {@code Preference-Applied} header. */
final class Applied {
    private final List<String> applied = new ArrayList<>(0);

    private Applied() {}

    /** Those of a read. */
    static Applied toRead(Preferences preferences) {
        Applied all = new Applied();
        all.common(preferences, false);
        return all;
    }

    /**
     * Those of a write.
     *
     * @param resolves whether the preference on rows that exist already was heeded
     * @param ends whether the preference on how the transaction ends is heeded
     */
    static Applied toWrite(Preferences preferences, boolean resolves, boolean ends) {
        Applied all = new Applied();
        Resolution resolution = preferences.resolution();
        if (resolves && resolution != null) {
            all.add(
                    resolution == Resolution.MERGE
                            ? "resolution=merge-duplicates"
                            : "resolution=ignore-duplicates");
        }
        if (preferences.missingDefault()) {
            all.add("missing=default");
        }
        Return returned = preferences.returned();
        if (returned != null) {
            all.add("return=" + returned.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        all.common(preferences, ends);
        Long most = preferences.affectedLimit();
        if (most != null) {
            all.add("max-affected=" + most);
        }
        return all;
    }

    /**
     * Those of an import.
     *
     * @param resolves whether the preference on rows that exist already was heeded
     */
    static Applied toImport(Preferences preferences, boolean resolves) {
        Applied all = new Applied();
        Resolution resolution = preferences.resolution();
        if (resolves && resolution != null) {
            all.add(
                    resolution == Resolution.MERGE
                            ? "resolution=merge-duplicates"
                            : "resolution=ignore-duplicates");
        }
        if (preferences.missingDefault()) {
            all.add("missing=default");
        }
        if (preferences.skipsInvalid()) {
            all.add("invalid=skip");
        }
        all.common(preferences, true);
        Long most = preferences.affectedLimit();
        if (most != null) {
            all.add("max-affected=" + most);
        }
        return all;
    }

    /**
     * Those of a call.
     *
     * @param ends whether the preference on how the transaction ends is heeded
     */
    static Applied toCall(Preferences preferences, boolean ends) {
        Applied all = new Applied();
        all.common(preferences, ends);
        Long most = preferences.affectedLimit();
        if (most != null) {
            all.add("max-affected=" + most);
        }
        return all;
    }

    private void common(Preferences preferences, boolean ends) {
        Count count = preferences.count();
        if (count != null) {
            add("count=" + count.name().toLowerCase(Locale.ROOT));
        }
        Boolean rollback = preferences.rollback();
        if (ends && rollback != null) {
            add(rollback ? "tx=rollback" : "tx=commit");
        }
        if (preferences.strict()) {
            add("handling=strict");
        } else if (preferences.lenient()) {
            add("handling=lenient");
        }
        if (preferences.timezone() != null) {
            add("timezone=" + preferences.timezone());
        }
    }

    private void add(String preference) {
        applied.add(preference);
    }

    @Override
    public String toString() {
        return applied.isEmpty() ? "" : String.join(", ", applied);
    }
}
