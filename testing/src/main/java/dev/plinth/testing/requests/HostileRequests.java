package dev.plinth.testing.requests;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Requests for the rows of {@link SampleRows} as somebody sends them who wants to break in, or
 * whose program is broken. The attempts are of the families that scanners know: conditions that are
 * always true, errors that tell, UNION, several statements, waiting, comments, other encodings.
 */
public final class HostileRequests {
    private static final List<String> ATTEMPTS =
            List.of(
                    "' OR '1'='1",
                    "1 OR 1=1--",
                    "') OR ('1'='1",
                    "\" OR \"\"=\"",
                    "1' AND 1=CAST((SELECT name FROM makers LIMIT 1) AS integer)--",
                    "1 AND (SELECT 1 FROM (SELECT count(*), concat(version(), floor(rand(0)*2)) x"
                            + " FROM information_schema.tables GROUP BY x) a)",
                    "' UNION SELECT id, name, country FROM makers--",
                    "1 UNION ALL SELECT NULL,NULL,NULL,NULL",
                    "'; DROP TABLE makers; --",
                    "1; UPDATE makers SET name = 'x'",
                    "1); DELETE FROM samples; --",
                    "'||(SELECT name FROM makers)||'",
                    "1 AND SLEEP(5)",
                    "1; SELECT pg_sleep(5)",
                    "1 AND RANDOMBLOB(1000000000)",
                    "1 AND (SELECT 1 FROM pg_sleep(5))",
                    "1/**/OR/**/1=1",
                    "1/*!50000OR*/1=1",
                    "%27%20OR%201%3D1",
                    "%2527%2520OR%25201",
                    "\u02bc OR 1=1",
                    "\uff07 OR 1=1",
                    "\\' OR 1=1 #",
                    "`makers`",
                    "\"makers\".\"name\"",
                    "[makers]",
                    "{{7*7}}${7*7}",
                    "CASE WHEN 1=1 THEN 1 ELSE 1/0 END",
                    "extractvalue(1, concat(0x7e, version()))",
                    "current_setting('is_superuser')",
                    "lo_import('/etc/passwd')",
                    "COPY makers TO PROGRAM 'id'",
                    "LOAD_FILE('/etc/passwd')",
                    "CSVREAD('/etc/passwd')",
                    "readfile('/etc/passwd')",
                    "read_csv('/etc/passwd')",
                    "?",
                    ":p",
                    "$1",
                    "{fn now()}",
                    "{call x}",
                    "\0",
                    "\u0000x",
                    "\r\nSet-Cookie: a=b",
                    "\ud800",
                    "\ud83d\ude00",
                    "\u202e",
                    "NaN",
                    "-0",
                    "1e400",
                    "99999999999999999999999999999999999999999999",
                    "0x10",
                    "Infinity",
                    "infinity",
                    "0000-00-00",
                    "2024-02-30",
                    "294277-01-01",
                    "24:00:00",
                    "now()",
                    "null",
                    "(((((((((((((((((((((((((",
                    ")))",
                    "{{{{",
                    "a.b.c.d",
                    "*",
                    "**",
                    "...",
                    "->",
                    "->>'x'",
                    "->0->>-1",
                    "::text",
                    "::regclass",
                    "!inner",
                    "()",
                    "(*)",
                    "..");
    private static final List<String> PIECES =
            List.of(
                    "(",
                    ")",
                    ",",
                    ".",
                    "=",
                    "&",
                    "&&",
                    "\"",
                    "'",
                    "\\",
                    "*",
                    ":",
                    "::",
                    "->",
                    "->>",
                    "!",
                    "...",
                    "{",
                    "}",
                    "[",
                    "]",
                    "%",
                    "%00",
                    "%zz",
                    "%C0%AF",
                    "%ff",
                    "+",
                    " ",
                    ";",
                    "#",
                    "/",
                    "//",
                    "?",
                    "\t",
                    "not.",
                    "eq.",
                    "is.",
                    "in.(",
                    "or=(",
                    "and(",
                    "any).",
                    "select=",
                    "order=",
                    "limit=",
                    "offset=",
                    "after=",
                    "columns=",
                    "on_conflict=",
                    "makers",
                    "codes",
                    "notes",
                    "makers(*)",
                    "samples(*)",
                    "count()",
                    ".sum()",
                    "name.asc",
                    "plinth_changes",
                    "information_schema.tables",
                    "pg_catalog.pg_user",
                    "sqlite_master",
                    "rowid",
                    "ctid",
                    "_ROWID_");
    private static final List<String> TABLES =
            List.of(
                    "samples",
                    "parts",
                    "makers",
                    "codes",
                    "loose",
                    "plinth_outbox",
                    "pg_class",
                    "sqlite_master",
                    "rpc/pg_sleep",
                    "rpc/x",
                    "import/loose",
                    "import/makers",
                    "",
                    "samples/1",
                    "..",
                    "SAMPLES",
                    "samples;",
                    "\"samples\"",
                    "%73amples");
    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS", "X");
    private static final List<String> HEADERS =
            List.of(
                    "Accept: text/csv",
                    "Accept: application/vnd.pgrst.object+json",
                    "Accept: application/vnd.pgrst.plan",
                    "Accept: application/x-ndjson",
                    "Accept: text/event-stream, */*;q=0.1",
                    "Accept: a/b;q=x",
                    "Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "Prefer: count=exact",
                    "Prefer: count=planned",
                    "Prefer: return=representation",
                    "Prefer: return=headers-only",
                    "Prefer: resolution=merge-duplicates",
                    "Prefer: missing=default, handling=strict, x=y",
                    "Prefer: max-affected=1, handling=strict",
                    "Prefer: timezone=Mars/Phobos",
                    "Prefer: ,,=;",
                    "Range: 0-3",
                    "Range: 9-1",
                    "Range: -1--1",
                    "Range: 99999999999999999999-",
                    "If-Match: *",
                    "If-Match: \"x\"",
                    "If-None-Match: W/\"x\"",
                    "Content-Type: text/csv",
                    "Content-Type: application/json;charset=utf-99",
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Type: application/octet-stream",
                    "Content-Profile: pg_catalog",
                    "Accept-Profile: public",
                    "Idempotency-Key: a");
    private static final List<String> BODIES =
            List.of(
                    "{\"part\":\"a\",\"number\":900,\"name\":\"x\"}",
                    "[{\"part\":\"a\",\"number\":901},{\"part\":\"b 2\",\"number\":902}]",
                    "{\"part\":\"secret\",\"number\":1,\"name\":\"x\"}",
                    "{\"name\":\"x\",\"notes\":\"x\"}",
                    "{\"price\":1}",
                    "{\"line\":\"x\",\"level\":1}",
                    "[{\"line\":\"x\"},{\"level\":1}]",
                    "line,level\nx,1\n\"y\n",
                    "{\"part\":\"a\",\"number\":903,\"parts\":{\"code\":\"q\",\"makers\":{\"id\":9}}}",
                    "{\"code\":\"w\",\"samples\":[{\"number\":1},{\"number\":2,\"notes\":\"n\"}]}",
                    "[{\"method\":\"GET\",\"path\":\"makers\"},{\"method\":\"DELETE\",\"path\":\"samples?number=eq.1\"}]",
                    "[{\"method\":\"POST\",\"path\":\"loose\",\"body\":{\"level\":\"x\"}}]",
                    "[[[[[[[[[[",
                    "{\"a\":",
                    "null",
                    "",
                    "\ufeff[]",
                    "{\"__proto__\":{},\"constructor\":1}",
                    "{\"day\":\"2024-02-30\",\"token\":\"x\",\"raw\":\"%\",\"big\":1e99}");
    private final Random random;

    public HostileRequests(Random random) {
        this.random = random;
    }

    /**
     * @param path with the query, as it would stand in the line of the request
     */
    public record Hostile(String method, String path, String body, String[] headers) {
        @Override
        public String toString() {
            return method + " " + path + " " + List.of(headers) + " " + body;
        }
    }

    public Hostile next() {
        String method = METHODS.get(random.nextInt(METHODS.size()));
        boolean writes = !method.equals("GET") && !method.equals("HEAD");
        String path = writes ? written() : read();
        for (int i = random.nextInt(4); i > 0; i--) {
            path = broken(path);
        }
        List<String> headers = new ArrayList<>();
        if (writes) {
            headers.add("Prefer: tx=rollback");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            String header = chosen(HEADERS);
            headers.add(random.nextInt(8) == 0 ? broken(header) : header);
        }
        headers.removeIf(h -> !h.contains(":") || h.contains("\n") || h.contains("\r"));
        String body = writes ? chosen(BODIES) : "";
        if (writes && random.nextInt(3) == 0) {
            body = broken(body);
        }
        return new Hostile(
                method,
                path.length() > 8000 ? path.substring(0, 8000) : path,
                body,
                headers.toArray(String[]::new));
    }

    private String read() {
        String path = new RandomRequests(random).next();
        return switch (random.nextInt(4)) {
            case 0 -> chosen(TABLES) + path.substring(path.indexOf('?'));
            case 1 ->
                    path
                            + "&"
                            + chosen(List.of("name", "notes", "whole", "day", "data->>b", "token"))
                            + "="
                            + chosen(List.of("eq.", "neq.", "like.", "in.(", "fts.", "cs.", "is."))
                            + encoded(chosen(ATTEMPTS));
            default -> path;
        };
    }

    private String written() {
        return chosen(TABLES)
                + "?"
                + chosen(List.of("number", "part", "line", "level", "code"))
                + "=eq."
                + encoded(random.nextBoolean() ? "1" : chosen(ATTEMPTS))
                + chosen(List.of("", "&select=*", "&columns=line,level", "&on_conflict=code"));
    }

    /** Something is put in, taken out, said twice or replaced. */
    private String broken(String text) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(12));
        String before = text.substring(0, at);
        String after = text.substring(to);
        return switch (random.nextInt(6)) {
            case 0 -> before + chosen(PIECES) + text.substring(at);
            case 1 -> before + after;
            case 2 -> before + text.substring(at, to).repeat(1 + random.nextInt(40)) + after;
            case 3 -> before + encoded(chosen(ATTEMPTS)) + after;
            case 4 -> before + chosen(ATTEMPTS) + after;
            default -> before + (char) random.nextInt(0x300) + after;
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String chosen(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
