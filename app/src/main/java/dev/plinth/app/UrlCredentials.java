package dev.plinth.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDBC URL without the user and the password that some people write into it, so that they are
 * kept as a password is.
 */
record UrlCredentials(String url, String user, String password) {
    private static final Pattern PARAMETER =
            Pattern.compile("([?&;])(user|username|password)=([^&;]*)", Pattern.CASE_INSENSITIVE);

    /** What they follow in a URL of Db2: {@code jdbc:db2://host/database:user=u;password=p;}. */
    private static final Pattern OF_DB2 =
            Pattern.compile("([:;])(user|password)=([^;]*)", Pattern.CASE_INSENSITIVE);

    /** Takes user and password out of a URL; what it does not have is empty. */
    static UrlCredentials of(String url) {
        String user = "";
        String password = "";
        StringBuilder rest = new StringBuilder();
        boolean db2 = url.startsWith("jdbc:db2:");
        Matcher parameter = (db2 ? OF_DB2 : PARAMETER).matcher(url);
        while (parameter.find()) {
            if (parameter.group(2).equalsIgnoreCase("password")) {
                password = decoded(url, parameter.group(3));
            } else {
                user = decoded(url, parameter.group(3));
            }
            // The mark that begins the parameters has to stay for those that follow.
            parameter.appendReplacement(rest, parameter.group(1).replaceAll("[&;]", ""));
        }
        parameter.appendTail(rest);
        String cleaned =
                db2
                        ? rest.toString().replace(":;", ":").replaceFirst(":$", "")
                        : rest.toString().replace("?&", "?").replaceFirst("\\?$", "");
        return new UrlCredentials(cleaned, user, password);
    }

    /** PostgreSQL, MySQL and MariaDB decode their parameters; those after a semicolon are plain. */
    private static String decoded(String url, String value) {
        return url.contains("?")
                ? java.net.URLDecoder.decode(
                        value.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8)
                : value;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "UrlCredentials[" + url + "]";
    }
}
