package dev.plinth.data.request;

/**
 * Why a request is refused: the stable code a program reads, and the HTTP status. The codes that
 * PostgREST has for the same reason are kept, and SQLSTATE where a database would say it so.
 */
public enum Reason {
    UNREACHABLE("PGRST000", 503),

    SYNTAX("PGRST100", 400),
    ROUTINE_METHOD("PGRST101", 405),
    BODY("PGRST102", 400),
    RANGE("PGRST103", 416),
    PUT_FILTERS("PGRST105", 405),
    UNKNOWN_SCHEMA("PGRST106", 406),
    MEDIA_TYPE("PGRST107", 406),
    CONTENT_TYPE("PGRST102", 415),
    NOT_EMBEDDED("PGRST108", 400),
    RESPONSE_HEADERS("PGRST111", 500),
    RESPONSE_STATUS("PGRST112", 500),
    PUT_LIMIT("PGRST114", 400),
    PUT_KEY("PGRST115", 400),
    NOT_SINGULAR("PGRST116", 406),
    METHOD("PGRST117", 405),
    RELATED_ORDER("PGRST118", 400),
    EMBED_FILTER("PGRST120", 400),
    RAISED_JSON("PGRST121", 500),
    PREFERENCES("PGRST122", 400),
    AGGREGATES_OFF("PGRST123", 400),
    MAX_AFFECTED("PGRST124", 400),
    PATH("PGRST125", 404),
    NOT_POSSIBLE("PGRST127", 400),
    ROUTINE_MAX_AFFECTED("PGRST128", 400),

    NO_RELATION("PGRST200", 400),
    AMBIGUOUS_RELATION("PGRST201", 300),
    UNKNOWN_ROUTINE("PGRST202", 404),
    AMBIGUOUS_ROUTINE("PGRST203", 300),
    UNKNOWN_COLUMN_IN_BODY("PGRST204", 400),
    UNKNOWN_TABLE("PGRST205", 404),

    UNKNOWN_COLUMN("42703", 400),
    NO_SUCH_KEY("42P10", 400),
    UNKNOWN_TYPE("42704", 400),
    UNKNOWN_OPERATOR("42883", 404),
    WRONG_TYPE("42804", 400),
    NOT_GROUPED("42803", 400),
    INVALID_TEXT("22P02", 400),
    INVALID_DATE("22007", 400),
    OUT_OF_RANGE("22003", 400),
    INVALID_PARAMETER("22023", 400),
    TOO_LONG("22001", 400),
    ZERO("22021", 400),
    REQUIRED("23502", 400),
    REFERENCE("23503", 409),
    DUPLICATE("23505", 409),
    CHECK("23514", 400),
    GENERATED_COLUMN("428C9", 400),
    NOT_ALLOWED("42501", 403),
    CANCELLED("57014", 500),
    /** The database went away during a commit. */
    UNKNOWN_OUTCOME("08007", 503),
    CONFLICT("40001", 409),
    READ_ONLY("25006", 405),
    DATABASE("XX000", 500),

    /** An update or delete that names no rows. */
    UNFILTERED("PLN101", 400),
    /** This database has nothing for it. */
    NOT_HERE("PLN102", 400),
    /** A cursor that does not belong to this request. */
    CURSOR("PLN103", 400),
    /** The row is no longer as the caller saw it. */
    CHANGED("PLN104", 412),
    /** Rows that break validations. */
    INVALID_ROWS("PLN105", 400),
    /** Rows that are addressed by nothing: no key, and the database cannot give them back. */
    NO_KEY("PLN106", 400),
    /** A request too large to be held. */
    TOO_LARGE("PLN107", 413),
    /** More requests than there are places, or no connection for too long. */
    BUSY("PLN108", 503),
    /** More requests of one caller than leave room for others. */
    TOO_MANY("PLN109", 429),
    /** Changes that cannot be followed so. */
    NO_STREAM("PLN111", 400),
    /** An Idempotency-Key that another request had. */
    OTHER_REQUEST("PLN112", 422),
    /** The same request is under way already. */
    STILL_RUNNING("PLN113", 409);

    private final String code;
    private final int status;

    Reason(String code, int status) {
        this.code = code;
        this.status = status;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }
}
