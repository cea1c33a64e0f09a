package dev.plinth.app.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Tells from a request who sent it. The builder API and the data API both ask it. */
@Component
public final class Authenticator {
    /** The header that proves that a request comes from Plinth's own pages. */
    public static final String CSRF_HEADER = "X-CSRF-TOKEN";

    private static final String COOKIE = "plinth_session";
    private final Sessions sessions;

    Authenticator(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The person who is signed in in this browser. */
    public Optional<User> user(HttpServletRequest request) {
        return token(request).flatMap(sessions::user);
    }

    /** Whether the request proves that it does not come from somebody else's page. */
    public boolean isOwnPage(HttpServletRequest request) {
        String sent = request.getHeader(CSRF_HEADER);
        Optional<String> token = token(request);
        return sent != null
                && token.isPresent()
                && MessageDigest.isEqual(bytes(sent), bytes(csrf(token.get())));
    }

    /** The token of the browser's cookie, signed in or not. */
    Optional<String> token(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** The CSRF token that goes with a cookie: a page of another origin can read neither. */
    static String csrf(String token) {
        return Sessions.digest("csrf " + token);
    }

    void setCookie(HttpServletRequest request, HttpServletResponse response, String token) {
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(COOKIE, token)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(Sessions.LIFETIME)
                        .build()
                        .toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
