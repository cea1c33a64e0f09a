package dev.plinth.app.connection;

import dev.plinth.app.database.Drivers;
import dev.plinth.app.web.Refusal;
import dev.plinth.app.web.RefusedException;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which JDBC URLs a person may enter. Drivers can be told by their URL to read files, to load
 * classes or to run SQL; so each product has one strict form and a list of harmless parameters, and
 * everything else is refused.
 */
public final class UrlRules {
    private static final String HOSTS =
            "[A-Za-z0-9._\\-]+(?::\\d{1,5})?(?:,[A-Za-z0-9._\\-]+(?::\\d{1,5})?)*|\\[[0-9a-fA-F:]+](?::\\d{1,5})?";
    private static final String NAME = "[\\w.\\-$ %]*";

    /** A form: what leads to hosts, what parts parameters, and which of these are harmless. */
    private record Form(
            Pattern pattern, String separator, Set<String> parameters, String example) {}

    private static final Form POSTGRESQL =
            new Form(
                    Pattern.compile(
                            "jdbc:postgresql://(?<hosts>"
                                    + HOSTS
                                    + ")/("
                                    + NAME
                                    + ")(?:\\?(?<parameters>.*))?"),
                    "&",
                    Set.of(
                            "sslmode",
                            "ssl",
                            "connecttimeout",
                            "sockettimeout",
                            "logintimeout",
                            "tcpkeepalive",
                            "currentschema",
                            "applicationname",
                            "targetservertype",
                            "loadbalancehosts",
                            "preparethreshold",
                            "preferquerymode",
                            "defaultrowfetchsize",
                            "rewritebatchedinserts",
                            "channelbinding",
                            "gssencmode",
                            "readonly",
                            "binarytransfer",
                            "stringtype"),
                    "jdbc:postgresql://host:5432/database");
    private static final Set<String> MYSQL_PARAMETERS =
            Set.of(
                    "sslmode",
                    "usessl",
                    "requiressl",
                    "verifyservercertificate",
                    "connecttimeout",
                    "sockettimeout",
                    "tcpkeepalive",
                    "useunicode",
                    "characterencoding",
                    "connectiontimezone",
                    "forceconnectiontimezonetosession",
                    "servertimezone",
                    "timezone",
                    "allowpublickeyretrieval",
                    "permitmysqlscheme",
                    "usecompression",
                    "rewritebatchedstatements",
                    "useserverprepstmts",
                    "cacheprepstmts",
                    "tinyint1isbit",
                    "createdatabaseifnotexist",
                    "zerodatetimebehavior");
    private static final Map<String, Form> FORMS =
            Map.ofEntries(
                    Map.entry("postgresql", POSTGRESQL),
                    Map.entry(
                            "mysql",
                            new Form(
                                    Pattern.compile(
                                            "jdbc:mysql://(?<hosts>"
                                                    + HOSTS
                                                    + ")/("
                                                    + NAME
                                                    + ")(?:\\?(?<parameters>.*))?"),
                                    "&",
                                    MYSQL_PARAMETERS,
                                    "jdbc:mysql://host:3306/database")),
                    Map.entry(
                            "mariadb",
                            new Form(
                                    Pattern.compile(
                                            "jdbc:mariadb://(?<hosts>"
                                                    + HOSTS
                                                    + ")/("
                                                    + NAME
                                                    + ")(?:\\?(?<parameters>.*))?"),
                                    "&",
                                    MYSQL_PARAMETERS,
                                    "jdbc:mariadb://host:3306/database")),
                    Map.entry(
                            "sqlserver",
                            new Form(
                                    Pattern.compile(
                                            "jdbc:sqlserver://(?<hosts>[A-Za-z0-9._\\-]+(?:\\\\[\\w$]+)?(?::\\d{1,5})?)(?:;(?<parameters>.*))?"),
                                    ";",
                                    Set.of(
                                            "databasename",
                                            "database",
                                            "encrypt",
                                            "trustservercertificate",
                                            "hostnameincertificate",
                                            "logintimeout",
                                            "sockettimeout",
                                            "applicationname",
                                            "instancename",
                                            "multisubnetfailover",
                                            "applicationintent",
                                            "sendstringparametersasunicode"),
                                    "jdbc:sqlserver://host:1433;databaseName=database")),
                    Map.entry(
                            "oracle",
                            new Form(
                                    Pattern.compile(
                                            "jdbc:oracle:thin:@(?://)?(?<hosts>[A-Za-z0-9._\\-]+(?::\\d{1,5})?)[/:]("
                                                    + NAME
                                                    + ")(?<parameters>)"),
                                    "&",
                                    Set.of(),
                                    "jdbc:oracle:thin:@//host:1521/service")),
                    // Others name JNDI servers, files of traces, plugins and keys.
                    Map.entry(
                            "db2",
                            new Form(
                                    Pattern.compile(
                                            "jdbc:db2://(?<hosts>[A-Za-z0-9._\\-]+(?::\\d{1,5})?)/("
                                                    + NAME
                                                    + ")(?::(?<parameters>.*))?"),
                                    ";",
                                    Set.of(
                                            "currentschema",
                                            "sslconnection",
                                            "logintimeout",
                                            "connectiontimeout",
                                            "blockingreadconnectiontimeout",
                                            "keepalivetimeout",
                                            "retrievemessagesfromserverongetmessage"),
                                    "jdbc:db2://host:50000/database")),
                    Map.entry(
                            "h2",
                            new Form(
                                    Pattern.compile(
                                            "jdbc:h2:(?:tcp|ssl)://(?<hosts>[A-Za-z0-9._\\-]+(?::\\d{1,5})?)/([\\w./~\\-]+)(?:;(?<parameters>.*))?"),
                                    ";",
                                    Set.of(
                                            "schema",
                                            "ifexists",
                                            "lock_timeout",
                                            "mode",
                                            "non_keywords"),
                                    "jdbc:h2:tcp://host:9092/./database")),
                    Map.entry(
                            "hsqldb",
                            new Form(
                                    Pattern.compile(
                                            "jdbc:hsqldb:(?:hsqls?|https?)://(?<hosts>[A-Za-z0-9._\\-]+(?::\\d{1,5})?)/([\\w.\\-]*)(?:;(?<parameters>.*))?"),
                                    ";",
                                    Set.of("ifexists", "default_schema"),
                                    "jdbc:hsqldb:hsql://host:9001/database")),
                    Map.entry(
                            "sqlite",
                            new Form(
                                    Pattern.compile(
                                            "jdbc:sqlite:(?<file>[^?:]+)(?:\\?(?<parameters>.*))?"),
                                    "&",
                                    Set.of("busy_timeout", "journal_mode", "synchronous"),
                                    "jdbc:sqlite:shop.db")),
                    // Settings would follow a semicolon; one of them names a file of SQL to run.
                    Map.entry(
                            "duckdb",
                            new Form(
                                    Pattern.compile("jdbc:duckdb:(?<file>[^?:;]+)(?<parameters>)"),
                                    ";",
                                    Set.of(),
                                    "jdbc:duckdb:shop.duckdb")),
                    // What follows the host is a file or an alias of the server.
                    Map.entry(
                            "firebird",
                            new Form(
                                    Pattern.compile(
                                            "jdbc:firebird://(?<hosts>[A-Za-z0-9._\\-]+(?::\\d{1,5})?)/"
                                                + "(?:[A-Za-z]:)?[\\w./\\-]+(?:\\?(?<parameters>.*))?"),
                                    "&",
                                    Set.of(
                                            "encoding",
                                            "wirecrypt",
                                            "connecttimeout",
                                            "sockettimeout"),
                                    "jdbc:firebird://host:3050/database")),
                    // A database in files may run any code of Java, and its URL make, restore or
                    // drop one.
                    Map.entry(
                            "derby",
                            new Form(
                                    Pattern.compile(
                                            "jdbc:derby://(?<hosts>[A-Za-z0-9._\\-]+(?::\\d{1,5})?)/([\\w.\\-]+)(?:;(?<parameters>.*))?"),
                                    ";",
                                    Set.of("ssl"),
                                    "jdbc:derby://host:1527/database")));

    /** Those that have a file in place of hosts. */
    private static final Set<String> FILES = Set.of("sqlite", "duckdb");

    /**
     * Of products that nobody here knows, whose driver an operator put into its folder: a server
     * somewhere, since another form could lead to any file of this machine.
     */
    private static final Pattern UNKNOWN =
            Pattern.compile(
                    "jdbc:[a-z][a-z0-9+.\\-]*:(?:[a-z][a-z0-9+.\\-]*:)?//(?<hosts>"
                            + HOSTS
                            + ")(?:[/:]"
                            + NAME
                            + ")?(?<parameters>(?:[?;&:,][A-Za-z][\\w.\\-]*=[\\w.\\-+: ]*)*;?)");

    /** What parameters are about that load code, read files, run SQL or sign in. */
    private static final Pattern DANGEROUS =
            Pattern.compile(
                    "(?i).*(user|uid|password|pwd|class|factory|script|init|sql|exec|command|file|path|dir|folder|store|jndi|ldap|rmi|url|uri|log|trace|debug|plugin|load|library|interceptor|listener|handler|callback|provider|serializ|connect(?:ion)?prop|kerberos|krb|gss|jaas|proxy|attach|ext).*");

    private final List<Path> folders;
    private final Drivers drivers;

    /**
     * @param folders where database files may lie; relative ones lie in the first
     * @param drivers by which products are reached that have no form here
     */
    public UrlRules(List<Path> folders, Drivers drivers) {
        this.drivers = drivers;
        this.folders = folders.stream().map(f -> f.toAbsolutePath().normalize()).toList();
    }

    /** What a URL of the product looks like. */
    public static String example(Dialect dialect) {
        return FORMS.values().stream()
                .map(Form::example)
                .filter(dialect::accepts)
                .min(Comparator.comparing(e -> !Dialects.of(e).name().equals(dialect.name())))
                .orElse("jdbc:" + dialect.name() + ":…");
    }

    /**
     * A URL that passed the rules.
     *
     * @param url as it goes to the driver, with the whole path of a file
     * @param hosts names to be found, empty for a file
     */
    public record Checked(String url, List<String> hosts) {}

    /**
     * Checks a URL.
     *
     * @throws RefusedException when it is not harmless
     */
    public Checked check(String url) {
        String product = Drivers.product(url);
        Form form = FORMS.get(product);
        if (form == null) {
            return unknown(product, url);
        }
        Matcher parts = form.pattern.matcher(url);
        if (!parts.matches()) {
            throw refused(
                    "This URL does not have the form that is allowed.", hint(product, form, url));
        }
        String parameters = parts.group("parameters");
        if (parameters != null && !parameters.isEmpty()) {
            checkParameters(form, parameters);
        }
        return FILES.contains(product)
                ? file(product, parts.group("file"), url)
                : new Checked(url, hosts(parts.group("hosts")));
    }

    private Checked unknown(String product, String url) {
        if (product.isEmpty()) {
            throw refused("This is no JDBC URL.", "Write for example " + POSTGRESQL.example + ".");
        }
        if (drivers.of(url).isEmpty()) {
            throw refused(
                    "Connections to \"" + product + "\" are not possible.",
                    "The operator can put the jar of its JDBC driver into the folder \"drivers\".");
        }
        Matcher parts = UNKNOWN.matcher(url);
        if (!parts.matches()) {
            throw refused(
                    "This URL does not have the form that is allowed.",
                    "The form is jdbc:" + product + "://host:port/database.");
        }
        for (String parameter : parts.group("parameters").split("[?;&:,]")) {
            String name = parameter.split("=", 2)[0];
            if (DANGEROUS.matcher(name).matches()) {
                throw refused(
                        "The parameter \"" + name + "\" is not allowed in the URL.",
                        "It may reach beyond the database; an operator can give the whole URL on"
                                + " the command line.");
            }
        }
        return new Checked(url, hosts(parts.group("hosts")));
    }

    private static String hint(String product, Form form, String url) {
        if (url.contains("@") && !product.equals("oracle")) {
            return "User and password have fields of their own; the form is " + form.example + ".";
        }
        if (product.equals("h2")) {
            return "Take the embedded database, or an H2 server: " + form.example + ".";
        }
        if (product.equals("hsqldb")) {
            return "Only a server can be reached, for its files hold statements to be run: "
                    + form.example
                    + ".";
        }
        if (product.equals("derby")) {
            return "Only a server can be reached, for what is in files may run code of its own: "
                    + form.example
                    + ".";
        }
        return "The form is " + form.example + ".";
    }

    private static void checkParameters(Form form, String parameters) {
        for (String parameter : parameters.split(Pattern.quote(form.separator))) {
            String name = parameter.split("=", 2)[0].strip();
            String key = name.toLowerCase(Locale.ROOT);
            if (key.equals("user") || key.equals("password") || key.equals("username")) {
                throw refused(
                        "User and password do not belong into the URL, where others can read them.",
                        "They have fields of their own.");
            }
            if (!name.isEmpty() && !form.parameters.contains(key)) {
                throw refused(
                        "The parameter \"" + name + "\" is not allowed in the URL.",
                        form.parameters.isEmpty()
                                ? "The form is " + form.example + "."
                                : "Allowed are "
                                        + String.join(
                                                ", ", form.parameters.stream().sorted().toList())
                                        + ".");
            }
        }
    }

    private Checked file(String product, String text, String url) {
        Path path = folders.getFirst().resolve(text).normalize();
        if (folders.stream().noneMatch(path::startsWith) || folders.contains(path)) {
            throw refused(
                    "Database files are opened only in folders that the operator allowed.",
                    "Give a name such as "
                            + path.getFileName()
                            + ", which lies in "
                            + folders.getFirst()
                            + ", or start the server with --files DIR.");
        }
        int question = url.indexOf('?');
        String rest = question < 0 ? "" : url.substring(question);
        return new Checked("jdbc:" + product + ":" + path + rest, List.of());
    }

    private static List<String> hosts(String text) {
        return List.of(text.split(",")).stream()
                .map(host -> host.replaceFirst("\\\\.*$", "").replaceFirst(":\\d+$", ""))
                .map(host -> host.replaceAll("[\\[\\]]", ""))
                .toList();
    }

    private static RefusedException refused(String detail, String hint) {
        return Refusal.URL_NOT_ALLOWED.because(detail, hint);
    }
}
