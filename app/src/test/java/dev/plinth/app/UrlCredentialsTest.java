package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlCredentialsTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h/d, jdbc:postgresql://h/d, '', ''",
        "jdbc:postgresql://h/d?user=u&password=p%26q, jdbc:postgresql://h/d, u, p&q",
        "jdbc:postgresql://h/d?user=u&sslmode=require, jdbc:postgresql://h/d?sslmode=require, u,"
                + " ''",
        "jdbc:postgresql://h/d?sslmode=require&password=p, jdbc:postgresql://h/d?sslmode=require,"
                + " '', p",
        "jdbc:sqlserver://h;user=u;password=p+q;encrypt=true, jdbc:sqlserver://h;encrypt=true, u,"
                + " p+q",
        "jdbc:db2://h:50000/d:user=u;password=p;, jdbc:db2://h:50000/d, u, p",
        "jdbc:db2://h/d:user=u;currentSchema=S;password=p;, jdbc:db2://h/d:currentSchema=S;, u, p",
        "jdbc:h2:file:/x;USER=sa;PASSWORD=s;MODE=MySQL, jdbc:h2:file:/x;MODE=MySQL, sa, s",
        "jdbc:sqlite:/x/user=1.db, jdbc:sqlite:/x/user=1.db, '', ''"
    })
    void userAndPasswordAreTakenOut(String url, String cleaned, String user, String password) {
        UrlCredentials credentials = UrlCredentials.of(url);
        assertThat(credentials.url()).isEqualTo(cleaned);
        assertThat(credentials.user()).isEqualTo(user);
        assertThat(credentials.password()).isEqualTo(password);
        assertThat(credentials.toString()).doesNotContain("password=");
    }
}
