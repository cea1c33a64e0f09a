package dev.plinth.app.web;

import dev.plinth.schema.problem.ProblemCode;

/**
 * Every reason for which the builder API refuses a request. Codes are stable and never used twice.
 */
public enum Refusal implements ProblemCode {
    UNKNOWN_ADDRESS(
            "B001",
            404,
            "Not found",
            "There is nothing at this address.",
            "Check the path; /api/openapi.json lists what there is."),
    WRONG_METHOD(
            "B002",
            405,
            "Method not allowed",
            "The address does not know this method.",
            "Use one of those that the hint names."),
    BROKEN_JSON(
            "B003",
            400,
            "Not JSON",
            "The body of the request is no JSON.",
            "Mend what stands before the place that is named."),
    INVALID_INPUT(
            "B004",
            422,
            "Invalid input",
            "Fields of the request are missing or wrong.",
            "Each one is in the list of problems."),
    TOO_LARGE(
            "B005",
            413,
            "Too large",
            "The body of the request is too large.",
            "Send it in smaller parts."),
    WRONG_CONTENT_TYPE(
            "B006",
            415,
            "Unsupported content type",
            "The body is not said to be JSON.",
            "Send it with Content-Type: application/json."),
    NOT_ACCEPTABLE(
            "B007",
            406,
            "Not acceptable",
            "The request does not accept JSON, which is all there is.",
            "Send Accept: application/json."),
    UNKNOWN_THING(
            "B008",
            404,
            "Not found",
            "The project, person, connection or whatever is named does not exist, or not for you.",
            "Check the name or id."),
    NAME_TAKEN(
            "B009", 409, "Name taken", "Another one has that name already.", "Take another name."),
    INTERNAL(
            "B010",
            500,
            "Internal error",
            "Something went wrong inside Plinth.",
            "The log has the details under the reference in the hint."),
    STORE_UNREACHABLE(
            "B011",
            503,
            "Store unreachable",
            "The database that Plinth keeps its projects in cannot be used.",
            "Check --store, its user and password, and that the database runs."),
    BAD_REQUEST(
            "B012",
            400,
            "Bad request",
            "The request cannot be understood.",
            "Check address and headers."),
    IN_USE(
            "B013",
            409,
            "In use",
            "Something else needs what is to be removed.",
            "Remove that first."),
    PORT_IN_USE(
            "B014",
            500,
            "Port in use",
            "The server cannot listen on its address and port.",
            "Choose another with --port; 0 takes any free one."),
    OTHER_KEY(
            "B015",
            500,
            "Another secret key",
            "The store was made with another secret key than this server's.",
            "Give the server the first one's key: its file secret.key, or PLINTH_SECRET_KEY."),

    UNKNOWN_REVISION(
            "B102",
            404,
            "Unknown revision",
            "The model has no such revision.",
            "The history lists those there are."),
    NEWER_REVISION(
            "B103",
            409,
            "Somebody else was faster",
            "Somebody saved the model since it was read; nothing was overwritten.",
            "Read the newest revision and make the change again."),
    READ_ONLY_MODEL(
            "B104",
            409,
            "Read-only model",
            "The project is attached to a database whose structure Plinth does not change.",
            "Change it there, or start a project of your own."),
    FAULTY_MODEL(
            "B105",
            422,
            "Problems in the model",
            "A model with problems cannot be deployed.",
            "Mend what is listed."),

    PLAN_OUTDATED(
            "B201",
            409,
            "Plan outdated",
            "The database or the model changed since the plan was made; nothing was run.",
            "Plan again and read the new plan."),
    CONSENT_MISSING(
            "B202",
            422,
            "Consent missing",
            "The plan loses data and nobody agreed to that; nothing was run.",
            "Allow lossy or destructive steps if that is meant."),
    DEPLOYMENT_RUNNING(
            "B203",
            409,
            "Deployment running",
            "A deployment to this environment is running.",
            "Wait until it has ended."),
    ROWS_IN_THE_WAY(
            "B204",
            422,
            "Rows in the way",
            "Rows of the database do not fit the model; nothing was run.",
            "Mend the rows, or give the column a backfill."),
    DEPLOYMENT_INTERRUPTED(
            "B206",
            500,
            "Deployment interrupted",
            "The server stopped while a deployment ran.",
            "Plan again: the new plan goes on from what the database is now."),
    QUESTION_OPEN(
            "B207",
            422,
            "Question open",
            "Something may be a rename, and nobody has said whether it is; nothing was run.",
            "Answer each question of the plan by renamed or notRenamed."),

    URL_NOT_ALLOWED(
            "B301",
            422,
            "URL not allowed",
            "The JDBC URL could do more than lead to a database.",
            "Use the form and the parameters that the hint names."),
    SECRET_UNREADABLE(
            "B302",
            422,
            "Secret unreadable",
            "A password cannot be found where it is said to be, or not be decrypted.",
            "Check the reference, or enter the password again."),
    CONNECTION_FAILED(
            "B303",
            422,
            "Connection failed",
            "The database cannot be used, for the reason that the message tells.",
            "Test the connection."),
    UNKNOWN_HOST(
            "B304",
            422,
            "Unknown host",
            "There is no machine of that name.",
            "Check the host in the URL."),
    CREDENTIALS_REFUSED(
            "B305",
            422,
            "Credentials refused",
            "The database refuses this user or password.",
            "Check both."),
    UNREACHABLE(
            "B306",
            422,
            "Unreachable",
            "Nothing answers at this host and port.",
            "Check the port, whether the database runs, and firewalls."),
    UNKNOWN_DATABASE(
            "B307",
            422,
            "Unknown database",
            "The server has no database of that name.",
            "Check the end of the URL."),
    DATABASE_CLOSED(
            "B308",
            422,
            "Not allowed in the database",
            "The user may not use this database.",
            "Grant the right to connect."),

    NOT_SIGNED_IN("B401", 401, "Not signed in", "This is for people who signed in.", "Sign in."),
    WRONG_PASSWORD(
            "B402",
            401,
            "Wrong e-mail or password",
            "The e-mail address or the password is wrong.",
            "Check both."),
    NOT_ALLOWED("B403", 403, "Not allowed", "The person may not do this.", "Ask an administrator."),
    CSRF_TOKEN(
            "B404",
            403,
            "CSRF token missing",
            "The request does not prove that it comes from a page of Plinth.",
            "Send csrf of GET /api/session in the header X-CSRF-TOKEN."),
    TOO_MANY_TRIES(
            "B405",
            429,
            "Too many tries",
            "Somebody tried too many passwords.",
            "Wait as long as Retry-After says."),
    ALREADY_SET_UP("B406", 409, "Already set up", "There is an administrator already.", "Sign in."),
    SETUP_FROM_AFAR(
            "B407",
            403,
            "Set-up only on the machine itself",
            "The first administrator is created on the machine that Plinth runs on.",
            "Open it there, or start with PLINTH_ADMIN_EMAIL and PLINTH_ADMIN_PASSWORD."),
    LAST_ADMINISTRATOR(
            "B408",
            409,
            "Last administrator",
            "The last administrator cannot go.",
            "Make somebody else one first.");

    private final String code;
    private final int status;
    private final String title;
    private final String meaning;
    private final String remedy;

    Refusal(String code, int status, String title, String meaning, String remedy) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    /** The HTTP status it answers with. */
    public int status() {
        return status;
    }

    /** A few words that stay the same for every occurrence. */
    public String title() {
        return title;
    }

    /** This refusal in its general words, to be thrown. */
    public RefusedException refused() {
        return because(meaning, remedy);
    }

    /** This refusal, to be thrown. */
    public RefusedException because(String detail, String hint) {
        return new RefusedException(this, detail, hint);
    }
}
