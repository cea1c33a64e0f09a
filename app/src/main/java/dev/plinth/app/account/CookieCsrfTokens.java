package dev.plinth.app.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** CSRF tokens that follow from the session's cookie, so that nothing has to be kept. */
final class CookieCsrfTokens implements CsrfTokenRepository {
    private final Authenticator authenticator;

    CookieCsrfTokens(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** Without a cookie there is no token that would be accepted. */
    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(Sessions.freshToken());
    }

    @Override
    public void saveToken(
            @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return authenticator
                .token(request)
                .map(cookie -> token(Authenticator.csrf(cookie)))
                .orElse(null);
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(Authenticator.CSRF_HEADER, "_csrf", value);
    }
}
