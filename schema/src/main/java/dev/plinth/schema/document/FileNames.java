package dev.plinth.schema.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The files that elements are written to. A name is only for people: what is read is the name
 * inside the file.
 */
final class FileNames {
    static final String EXTENSION = ".yaml";

    /** Names of devices, which Windows refuses for files. */
    private static final Set<String> RESERVED =
            Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2", "lpt3");

    private static final int MAX_LENGTH = 80;

    private FileNames() {}

    /**
     * One file name for each element; names that a file system may take for equal get the id too.
     */
    static List<String> of(List<String> names, List<String> ids) {
        Set<String> twice = new HashSet<>(RESERVED);
        Set<String> once = new HashSet<>();
        for (String name : names) {
            String lower = safe(name).toLowerCase(Locale.ROOT);
            if (!once.add(lower)) {
                twice.add(lower);
            }
        }
        List<String> files = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String safe = safe(names.get(i));
            boolean clear = !safe.isEmpty() && !twice.contains(safe.toLowerCase(Locale.ROOT));
            files.add((clear ? safe : safe + "~" + safe(ids.get(i))) + EXTENSION);
        }
        return files;
    }

    private static String safe(String name) {
        StringBuilder safe = new StringBuilder();
        name.codePoints()
                .limit(MAX_LENGTH)
                .map(c -> Character.isLetterOrDigit(c) || "_-.".indexOf(c) >= 0 ? c : '_')
                .forEach(safe::appendCodePoint);
        boolean hidden = !safe.isEmpty() && safe.charAt(0) == '.';
        return hidden ? "_" + safe.substring(1) : safe.toString();
    }
}
